//! What the verbs of a swarm come to on a host that is in none: the client's own checks, then the
//! engine's refusal.

use super::{no_manager, values};
use crate::docker::cli::Cli;
use crate::docker::command::{Failure, Outcome};
use crate::docker::context::store::lower;
use crate::docker::flags::Matches;
use crate::docker::format::inspect::Inspector;
use crate::golang::quote::quote;
use crate::golang::strconv;

/// Asks the engine once.
pub async fn once(cli: Cli, m: Matches) -> Outcome {
    let one_of = |flag: &str, all: &[&str]| all.contains(&m.text(flag)).then_some(());
    if m.path == "docker swarm join-token"
        && let Some(role) = m.args.first().filter(|r| !["worker", "manager"].contains(&r.as_str()))
    {
        return Err(format!("unknown role {role}").into());
    }
    if m.path == "docker service create" && m.given("mode") {
        let modes = ["replicated", "global", "replicated-job", "global-job"];
        let mode = m.text("mode");
        one_of("mode", &modes)
            .ok_or(format!("Unknown mode: {mode}, only replicated and global supported"))?;
    }
    cli.ping()?;
    Err(no_manager())
}

/// Asks it for every word, and tells every answer; without a word once.
pub async fn each(cli: Cli, m: Matches) -> Outcome {
    cli.ping()?;
    let answers = vec![no_manager().text; m.args.len().max(1)];
    Err(answers.join("\n").into())
}

/// Asks it for every word, and has nothing to show.
pub async fn inspected(cli: Cli, m: Matches) -> Outcome {
    let mut inspector = Inspector::new(m.text("format"))?;
    cli.ping()?;
    for _ in &m.args {
        inspector.add(Err(no_manager()));
    }
    let (out, end) = inspector.finish();
    cli.out(&out).await;
    end
}

/// Reads a file, or standard input, before it asks.
pub async fn content(cli: Cli, m: Matches) -> Outcome {
    let secret = m.path == "docker secret create";
    let Some(file) = m.args.get(1) else {
        return Err("secret file is required".into());
    };
    if file != "-"
        && let Err(e) = cli.p.read_file(file)
    {
        let failed = format!("error reading from {file}: open {file}: {}", lower(e));
        return Err(match secret {
            true => failed.into(),
            false => format!("Error reading content from {}: {failed}", quote(file)).into(),
        });
    }
    cli.ping()?;
    Err(no_manager())
}

/// Reads `SERVICE=REPLICAS` before it asks.
pub async fn scaled(cli: Cli, m: Matches) -> Outcome {
    let mut errors = Vec::new();
    for word in &m.args {
        let Some((name, count)) = word.split_once('=') else {
            return Err(format!(
                "invalid scale specifier '{word}'.\nSee 'docker service scale --help'.\n\nUsage:  docker service scale SERVICE=REPLICAS [SERVICE=REPLICAS...]\n\nSet how many tasks services have"
            )
            .into());
        };
        if let Err(e) = strconv::parse_uint(count, 10) {
            let told = strconv::told("ParseUint", count, e);
            errors.push(format!("{name}: invalid replicas value {count}: {told}"));
            continue;
        }
        cli.ping()?;
        errors.push(format!("{name}: {}", no_manager().text));
    }
    Err(errors.join("\n").into())
}

/// Reads Compose files before it asks.
pub async fn file(cli: Cli, m: Matches) -> Outcome {
    let files = m.list("compose-file");
    if files.is_empty() {
        return Err("Specify a Compose file (with --compose-file)".into());
    }
    for file in files.iter().filter(|f| *f != "-") {
        cli.p.read_file(file).map_err(|e| Failure::from(format!("open {file}: {}", lower(e))))?;
    }
    if m.path == "docker stack config" {
        return Err(Failure::gap(
            "'docker stack config'",
            "there is one host, and no cluster of hosts",
        ));
    }
    cli.ping()?;
    if !m.given("detach") {
        cli.err("Since --detach=false was not specified, tasks will be created in the background.\nIn a future release, --detach=false will become the default.").await;
    }
    let text = no_manager().text;
    let bare = text.trim_start_matches("Error response from daemon: ").trim_end_matches('.');
    Err(format!("t{}", bare.trim_start_matches('T')).into())
}

/// What would make the host a member of a swarm.
pub async fn alone(cli: Cli, m: Matches) -> Outcome {
    let state = m.text("availability");
    if !["active", "pause", "drain"].contains(&state) {
        return Err(format!(
            "invalid availability {}, only active, pause and drain are supported",
            quote(state)
        )
        .into());
    }
    cli.ping()?;
    let refused = |why: String| Failure::from(format!("Error response from daemon: {why}"));
    if let Some(remote) = m.args.first() {
        values::joined(remote, m.text("token")).map_err(refused)?;
    }
    let given = ["listen-addr", "advertise-addr", "data-path-addr"].map(|flag| m.text(flag));
    let is_card = |word: &str| !word.is_empty() && cli.p.exists(&format!("/sys/class/net/{word}"));
    values::addresses(given, is_card).map_err(refused)?;
    Err(Failure::gap(&format!("'{}'", m.path), "there is one host, and no cluster of hosts"))
}

/// What only a member can do.
pub async fn outside(cli: Cli, _: Matches) -> Outcome {
    cli.ping()?;
    Err("Error response from daemon: This node is not part of a swarm".into())
}

/// The same, as the client finds it out itself.
pub async fn locked(cli: Cli, _: Matches) -> Outcome {
    cli.ping()?;
    Err("Error: This node is not part of a swarm".into())
}

/// Asks for the key.
pub async fn keyless(cli: Cli, _: Matches) -> Outcome {
    cli.ping()?;
    Err(format!("could not fetch unlock key: {}", no_manager().text).into())
}

/// Changes settings; without any the verb shows its help.
pub async fn changed(cli: Cli, m: Matches) -> Outcome {
    if m.names().next().is_none() {
        cli.out(&crate::docker::help::verb(&m.path, &super::cluster::UPDATE, cli.columns())).await;
        return Ok(());
    }
    cli.ping()?;
    Err(no_manager())
}
