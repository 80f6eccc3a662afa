//! `docker top`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Matches, Takes};
use crate::docker::format::table::layout_with;

/// The verb.
pub static VERB: Verb = Verb {
    usage: "CONTAINER [ps OPTIONS]",
    about: "Show the processes of a container",
    also: "docker container top, docker top",
    args: Args::Min(1),
    flags: &[],
    interspersed: false,
    takes: Takes::OneContainer,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = &m.args[0];
    let engine = cli.engine("Get", &format!("containers/{name}/top"))?;
    let top = engine.container_top(&cli.p, name, &m.args[1..]).await?;
    let mut out = top.titles.join("\t") + "\n";
    for process in &top.processes {
        out.push_str(&(process.join("\t") + "\n"));
    }
    cli.out(&layout_with(&out, 20, 3)).await;
    Ok(())
}
