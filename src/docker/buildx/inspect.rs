//! `docker buildx inspect`.

use super::builder::{self, BUILDKIT, PLATFORMS};
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, switch, text};

static FLAGS: &[Flag] = &[
    switch("bootstrap", "Have it started first"),
    text("builder", "Builder to use"),
    switch("debug", "Say more about what is done").short('D'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[NAME]",
    about: "Show what a builder is",
    args: Args::Max(1),
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = builder::asked(&cli, &m, m.args.first())?;
    let mut out = format!("Name:   {name}\n");
    match cli.in_context(&name).ping() {
        Err(failure) => out.push_str(&format!("Driver: \nError:  {}\n", failure.text)),
        Ok(_) => {
            out.push_str(&format!(
                "Driver: docker\n\nNodes:\nName:             {name}\nEndpoint:         {name}\nStatus:           running\nBuildKit version: {BUILDKIT}\nPlatforms:        {}\nLabels:\n org.mobyproject.buildkit.worker.moby.host-gateway-ip: 172.17.0.1\n",
                PLATFORMS.join(", ")
            ));
            for (i, rule) in builder::rules(&cli).iter().enumerate() {
                out.push_str(&format!("GC Policy rule#{i}:\n"));
                for (key, value) in rule {
                    out.push_str(&format!(" {:<15} {value}\n", format!("{key}:")));
                }
            }
        }
    }
    cli.out(&out).await;
    Ok(())
}
