//! `docker compose cp`.

use crate::compose::command::{Args, Compose, Verb, docker_verb};
use crate::compose::converge::containers::{self, OneOff, pick};
use crate::compose::progress::{State, shown};
use crate::docker;
use crate::docker::command::Outcome;
use crate::docker::flags::{Flag, Kind, Matches, flag, switch};
use crate::golang::quote::quote;

static FLAGS: &[Flag] = &[
    switch("all", "Also containers made by run"),
    switch("archive", "Keep owners, as numbers").short('a'),
    switch("follow-link", "Copy what a link leads to").short('L'),
    flag("index", Kind::Int, "Which of the service's containers"),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "cp",
    usage: "[OPTIONS] SERVICE:SRC_PATH DEST_PATH|-\ncp [OPTIONS] SRC_PATH|- SERVICE:DEST_PATH",
    about: "Copy files between a service's container and the host",
    args: Args::Exact(2),
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

fn split(arg: &str) -> (&str, &str) {
    match arg.split_once(':') {
        Some((service, path)) if !arg.starts_with('/') && !service.starts_with('.') => {
            (service, path)
        }
        _ => ("", arg),
    }
}

async fn run(c: Compose, m: Matches) -> Outcome {
    let (_, name) = c.project_or_name(&[]).await?;
    let (source, dest) = (split(&m.args[0]), split(&m.args[1]));
    let (service, out) = match (source.0, dest.0) {
        ("", "") => return Err("unknown copy direction".into()),
        (service, "") => (service, true),
        ("", service) => (service, false),
        _ => return Err("copying between services is not supported".into()),
    };
    let engine = c.engine()?;
    let name = name.to_lowercase();
    let found = match m.number("index") {
        0 => {
            let one_off = if m.on("all") { OneOff::Include } else { OneOff::Exclude };
            let mut found =
                containers::list(&engine, &name, one_off, true, &[service.to_string()])?;
            if found.is_empty() {
                return Err(format!("no container found for service {}", quote(service)).into());
            }
            if out {
                found.truncate(1);
            }
            found
        }
        index => vec![pick(&engine, &name, OneOff::Exclude, true, (service, index))?],
    };
    let flags = vec![
        format!("--archive={}", m.on("archive")),
        format!("--follow-link={}", m.on("follow-link")),
        "--quiet".to_string(),
    ];
    let (from, to) = (source.1.to_string(), dest.1.to_string());
    shown(&c, "Copying", |progress| {
        let c = c.clone();
        async move {
            for x in &found {
                let name = containers::name(x);
                let (text, ends) = match out {
                    true => (
                        format!("copy {name}:{from} to {to}"),
                        [format!("{}:{from}", x.id), to.clone()],
                    ),
                    false => (
                        format!("copy {from} to {name}:{to}"),
                        [from.clone(), format!("{}:{to}", x.id)],
                    ),
                };
                progress.text(&name, State::Working, &text, "Copying").await;
                match c.dry {
                    Some(_) => looked(&c, &x.id, out.then_some(from.as_str()))?,
                    None => {
                        let words = [flags.clone(), ends.to_vec()].concat();
                        docker_verb(&c.cli, &docker::container::cp::VERB, &words).await?;
                    }
                }
                progress.text(&name, State::Done, &text, "Copied").await;
            }
            Ok(())
        }
    })
    .await
}

/// What a dry run finds out: whether the container has the file. It never finds where to write one
/// (transcript compose-dry-run).
fn looked(c: &Compose, id: &str, source: Option<&str>) -> Outcome {
    let found = match source {
        Some(path) => c.engine()?.look().container_path_stat(id, path).is_ok(),
        None => false,
    };
    match found {
        true => Ok(()),
        false => Err(c.not_found(source.unwrap_or_default(), id)),
    }
}
