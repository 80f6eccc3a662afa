//! `docker compose export`: the files of a service's container as a tar file.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::containers::{self, OneOff, pick};
use crate::docker::command::{Failure, Outcome};
use crate::docker::container::export::{check_output, write_output};
use crate::docker::flags::{Flag, Kind, Matches, Takes, flag, text};

static FLAGS: &[Flag] = &[
    flag("index", Kind::Int, "Which of the service's containers"),
    text("output", "File to write, instead of standard output").short('o').takes(Takes::Files),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "export",
    usage: "[OPTIONS] SERVICE",
    about: "Write all of a container's files as a tar file",
    args: Args::Min(1),
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let (_, name) = c.project_or_name(&[]).await?;
    let engine = c.engine()?;
    let target = (m.args[0].as_str(), m.number("index"));
    let x = pick(&engine, &name.to_lowercase(), OneOff::Exclude, false, target)?;
    let output = m.text("output");
    if let Some((dir, _)) = output.rsplit_once('/')
        && !dir.is_empty()
        && !c.cli.p.exists(dir)
    {
        return Err(format!(
            "failed to export container: invalid output path: directory {dir:?} does not exist"
        )
        .into());
    }
    let shown = containers::name(&x);
    let prefix = c.prefix();
    c.cli.err(&format!("{prefix} {shown} export {shown} to {output} Exporting")).await;
    if c.dry.is_some() {
        c.cli.err(&format!("{prefix} {shown} export {shown} to {output} Exported")).await;
        return Ok(());
    }
    const FAILED: &str = "failed to export container";
    check_output(&c.cli, output, FAILED).map_err(|f| {
        let bare = f.text.strip_prefix(FAILED).and_then(|rest| rest.strip_prefix(": "));
        Failure { text: bare.unwrap_or(&f.text).to_string(), ..f }
    })?;
    write_output(&c.cli, output, &engine.look().container_export(&x.id)?).await
}
