//! What verbs over many containers have in common: all are asked at the same time, results come in
//! the order of the command line, and the errors follow at the end.

use crate::docker::cli::Cli;
use crate::docker::command::{Failure, Outcome};
use crate::kernel::join_all;
use futures_util::future::LocalBoxFuture;

/// Errors that are told together when all is done.
#[derive(Default)]
pub struct Errors(Vec<String>);

impl Errors {
    /// One more.
    pub fn add(&mut self, failure: Failure) {
        self.0.push(failure.text);
    }

    /// The end of the verb: all of them, a line each.
    pub fn end(self) -> Outcome {
        if self.0.is_empty() { Ok(()) } else { Err(self.0.join("\n").into()) }
    }
}

/// Does something to each name at once; prints the names of which it was done.
pub async fn all<F>(cli: &Cli, names: &[String], work: F) -> Outcome
where
    F: Fn(Cli, String) -> LocalBoxFuture<'static, Outcome>,
{
    let results = join_all(names.iter().map(|n| work(cli.clone(), n.clone()))).await;
    let mut errors = Errors::default();
    for (name, result) in names.iter().zip(results) {
        match result {
            Ok(()) => cli.line(name).await,
            Err(failure) => errors.add(failure),
        }
    }
    errors.end()
}

/// A refusal because the container is already in the state asked for is no error.
pub fn settled(result: crate::engine::Result<()>) -> Outcome {
    match result {
        Err(e) if e.kind == crate::engine::ErrorKind::NotModified => Ok(()),
        other => Ok(other?),
    }
}
