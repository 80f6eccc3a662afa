//! `docker context import`: a context out of a tar file.

use super::store::{self, lower};
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Matches, Takes};
use crate::vfs::Errno;
use std::io::Read;

/// More than this is no description of a context, in bytes.
const LARGEST: u64 = 10 << 20;

/// The verb.
pub static VERB: Verb = Verb {
    usage: "CONTEXT FILE|-",
    about: "Read a context from a file",
    args: Args::Exact(2),
    flags: &[],
    takes: Takes::Files,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

/// The context in a tar file.
fn read(bytes: &[u8]) -> Result<store::Context, Failure> {
    let cut = || Failure::from("unexpected EOF");
    if !bytes.is_empty() && bytes.len() < 512 {
        return Err(cut());
    }
    let mut archive = tar::Archive::new(bytes);
    for entry in archive.entries().map_err(|_| cut())? {
        let entry = entry.map_err(|_| cut())?;
        if entry.path_bytes().as_ref() != b"meta.json" {
            continue;
        }
        let mut meta = Vec::new();
        entry.take(LARGEST).read_to_end(&mut meta).map_err(|_| cut())?;
        return store::from_meta(&meta)
            .ok_or_else(|| Failure::from("invalid context: meta.json can not be read"));
    }
    Err("invalid context: no metadata found".into())
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let (name, file) = (&m.args[0], m.args[1].as_str());
    store::check_name(name)?;
    if store::find(&cli, name).is_some() {
        return Err(format!("context {name:?} already exists").into());
    }
    let bytes = match file {
        "-" => cli.read_all(0).await.map_err(|e| Failure::from(format!("read: {}", lower(e))))?,
        path => cli.p.read_file(path).map_err(|e| match e {
            // A directory can be opened; what fails is the reading.
            Errno::EISDIR => format!("read {path}: {}", lower(e)),
            e => format!("open {path}: {}", lower(e)),
        })?,
    };
    let context = store::Context { name: name.clone(), ..read(&bytes)? };
    store::save(&cli, &context)?;
    cli.line(name).await;
    cli.err(&format!("Successfully imported context {name:?}")).await;
    Ok(())
}
