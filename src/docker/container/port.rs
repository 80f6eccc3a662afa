//! `docker port`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Matches, Takes};
use crate::docker::format::ports::join;
use crate::docker::opts::natural;
use crate::golang::strconv::{NumError, parse_uint, told};

/// The verb.
pub static VERB: Verb = Verb {
    usage: "CONTAINER [PRIVATE_PORT[/PROTO]]",
    about: "Show where a container's ports lead from",
    also: "docker container port, docker port",
    args: Args::Range(1, 2),
    flags: &[],
    takes: Takes::OneContainer,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = &m.args[0];
    let engine = cli.engine("Get", &format!("containers/{name}/json"))?;
    let ports = engine.container_inspect(name, false)?.network_settings.ports;
    let mut out = Vec::new();
    match m.args.get(1).filter(|p| !p.is_empty()) {
        Some(asked) => {
            let (port, proto) = asked.split_once('/').unwrap_or((asked, "tcp"));
            let proto = if proto.is_empty() { "tcp" } else { proto };
            let number =
                parse_uint(port, 10).and_then(|n| u16::try_from(n).map_err(|_| NumError::Range));
            if let Err(e) = number {
                return Err(format!(
                    "Error: invalid port ({port}): {}",
                    told("ParseUint", port, e)
                )
                .into());
            }
            let bindings =
                ports.get(&format!("{port}/{proto}")).cloned().flatten().unwrap_or_default();
            if bindings.is_empty() {
                return Err(format!("Error: No public port '{asked}' published for {name}").into());
            }
            out.extend(bindings.iter().map(|b| join(&b.host_ip, &b.host_port)));
        }
        None => {
            for (port, bindings) in &ports {
                for b in bindings.iter().flatten() {
                    out.push(format!("{port} -> {}", join(&b.host_ip, &b.host_port)));
                }
            }
        }
    }
    out.sort_by(|a, b| natural::compare(a, b));
    if !out.is_empty() {
        cli.line(&out.join("\n")).await;
    }
    Ok(())
}
