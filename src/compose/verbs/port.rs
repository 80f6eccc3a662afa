//! `docker compose port`.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::containers::{self, OneOff, pick};
use crate::docker::command::Outcome;
use crate::docker::flags::{Flag, Kind, Matches, flag, text};
use crate::golang::strconv;

static FLAGS: &[Flag] = &[
    flag("index", Kind::Int, "Which of the service's containers"),
    text("protocol", "tcp or udp").default("tcp"),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "port",
    usage: "[OPTIONS] SERVICE PRIVATE_PORT",
    about: "Show where a port is published",
    args: Args::Min(2),
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let wrong = |e| strconv::told("ParseUint", &m.args[1], e);
    let port = strconv::parse_uint(&m.args[1], 10).map_err(wrong)?;
    let port = u16::try_from(port).map_err(|_| wrong(strconv::NumError::Range))?;
    let (_, name) = c.project_or_name(&[]).await?;
    let protocol = m.text("protocol").to_lowercase();
    let target = (m.args[0].as_str(), m.number("index"));
    let x = pick(&c.engine()?, &name.to_lowercase(), OneOff::Include, false, target)?;
    let found = x.ports.iter().find(|p| p.private_port == port && p.kind == protocol);
    if let Some(p) = found {
        c.cli.line(&format!("{}:{}", p.ip, p.public_port)).await;
        return Ok(());
    }
    let others: Vec<String> =
        x.ports.iter().map(|p| format!("{}/{}", p.public_port, p.kind)).collect();
    Err(format!(
        "no port {port}/{protocol} for container {}: {}",
        containers::name(&x),
        others.join(", ")
    )
    .into())
}
