//! `docker compose exec`: a command in a service's running container.

use crate::compose::command::{Args, Compose, Verb, docker_verb};
use crate::compose::converge::containers::{OneOff, pick};
use crate::docker;
use crate::docker::command::{Failure, Outcome};
use crate::docker::flags::{Flag, Kind, Matches, check, flag, list, switch, text};
use crate::golang::quote::quote;

static FLAGS: &[Flag] = &[
    switch("detach", "Leave it running").short('d'),
    list("env", "Variable to set").short('e'),
    flag("index", Kind::Int, "Which of the service's containers"),
    switch("interactive", "Pass input on").short('i').default("true").hidden(),
    switch("no-TTY", "Give it no terminal").hidden(),
    switch("no-tty", "Give it no terminal (it gets one where there is one)").short('T'),
    switch("privileged", "Allow it everything"),
    switch("tty", "Give it a terminal").short('t').default("true").hidden(),
    text("user", "User to be").short('u'),
    text("workdir", "Directory to start in").short('w'),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "exec",
    usage: "[OPTIONS] SERVICE COMMAND [ARGS...]",
    about: "Run a command in a running container",
    args: Args::Min(2),
    flags: FLAGS,
    interspersed: false,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let (_, name) = c.project_or_name(&[]).await?;
    let target = (m.args[0].as_str(), m.number("index"));
    let x = pick(&c.engine()?, &name.to_lowercase(), OneOff::Include, false, target)?;
    if c.dry.is_some() {
        if !m.on("detach") {
            return Err("interactive exec is not supported in dry-run mode".into());
        }
        let words: Vec<String> = m.args[1..].iter().map(|w| quote(w)).collect();
        let what = format!("Executing command [{}] in {} (detached mode)", words.join(" "), x.id);
        c.cli.err(&format!("{}{what}", c.prefix())).await;
        return Ok(());
    }
    let off = m.on("no-tty") || m.on("no-TTY") || m.given("tty") && !m.on("tty");
    let tty = !off && c.cli.p.isatty(1);
    let mut words = Vec::new();
    let mut put = |word: &str| words.push(word.to_string());
    if m.on("detach") {
        put("--detach");
    }
    if m.on("interactive") {
        put("--interactive");
    }
    if tty {
        put("--tty");
    }
    if m.on("privileged") {
        put("--privileged");
    }
    for (long, value) in [("user", m.text("user")), ("workdir", m.text("workdir"))] {
        if !value.is_empty() {
            put(&format!("--{long}={value}"));
        }
    }
    for variable in m.list("env") {
        check::env(variable)?;
        put(&format!("--env={variable}"));
    }
    put(&x.id);
    for word in &m.args[1..] {
        put(word);
    }
    match docker_verb(&c.cli, &docker::container::exec::VERB, &words).await {
        // So docker ends where it has been told to.
        Err(failure) if failure == Failure::silent(0) => Err(c.ended_by(130).await),
        other => other,
    }
}
