//! `docker compose logs`.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::containers::{self, OneOff, labels, of_services, pick, short_name};
use crate::compose::crew::{Crew, News};
use crate::compose::logs::Printer;
use crate::docker::command::{Failure, Outcome};
use crate::docker::flags::{Flag, Kind, Matches, flag, switch, text};
use crate::docker::streams::Signals;
use crate::engine::api::container::LogsOptions;
use crate::golang::time;

static FLAGS: &[Flag] = &[
    switch("follow", "Go on as more is written").short('f'),
    flag("index", Kind::Int, "Which of the service's containers"),
    switch("no-color", "Without colours"),
    switch("no-log-prefix", "Without names before the lines"),
    text("since", "From this time on, or so long ago"),
    text("tail", "The last so many lines of each container").short('n').default("all"),
    switch("timestamps", "With times").short('t'),
    text("until", "Until this time, or so long ago"),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "logs",
    usage: "[OPTIONS] [SERVICE...]",
    about: "Show what containers have written",
    args: Args::Any,
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let index = m.number("index");
    if index > 0 && m.args.len() != 1 {
        return Err("--index requires one service to be selected".into());
    }
    let (project, name) = c.project_or_name(&m.args).await?;
    let mut services = m.args.clone();
    if let (Some(project), true) = (&project, services.is_empty()) {
        let shown = |s: &serde_json::Value| s.get("attach").is_none_or(|a| a != false);
        let all = project.services.iter().filter(|(_, s)| shown(s));
        services = all.map(|(n, _)| n.clone()).collect();
    }
    let engine = c.engine()?;
    let found = match index {
        0 => {
            let all = containers::list(&engine, &name, OneOff::Exclude, true, &[])?;
            if services.is_empty() { all } else { of_services(&all, &services) }
        }
        n => vec![pick(&engine, &name, OneOff::Exclude, true, (&services[0], n))?],
    };
    let now = c.cli.p.now();
    let moment = |flag: &str| -> Result<Option<i64>, Failure> {
        match m.text(flag) {
            "" | "0" => Ok(None),
            given => time::since(given, now)
                .map(Some)
                .map_err(|e| Failure::from(format!("invalid value for {flag:?}: {e}"))),
        }
    };
    // Times are read by the engine: where there is nothing to ask it for, they go unread.
    if found.is_empty() && !m.on("follow") {
        return Ok(());
    }
    let options = LogsOptions {
        stdout: true,
        stderr: true,
        follow: m.on("follow"),
        since: moment("since")?,
        until: moment("until")?,
        tail: m.text("tail").parse::<usize>().ok(),
        timestamps: m.on("timestamps"),
        details: false,
    };
    let printer = Printer::new(&c, !m.on("no-color"), !m.on("no-log-prefix"), false);
    let mut crew = Crew::default();
    let mut running = Vec::new();
    for x in &found {
        crew.log(&c, (&short_name(x, c.separator), &x.id), &options, &printer)?;
        if m.on("follow") {
            running.push(x.id.clone());
        } else {
            // One after the other: what a container wrote stays together.
            while !matches!(crew.news().await, News::Done) {}
        }
    }
    if !m.on("follow") {
        return Ok(());
    }
    Signals::patient(&c.cli);
    crew.listen(&c, &name)?;
    // One that has ended may be started again, and is waited for.
    while !running.is_empty() {
        let event = match crew.news().await {
            News::Event(event) => event,
            News::Interrupt => return Err(c.ended_by(130).await),
            News::Done => break,
        };
        let of = |name: &str| event.actor.attributes.get(name).cloned().unwrap_or_default();
        if !services.is_empty() && !services.contains(&of(labels::SERVICE)) {
            continue;
        }
        let id = event.actor.id.clone();
        match event.action.as_str() {
            "start" => {
                let all = containers::list(&engine, &name, OneOff::Exclude, true, &[])?;
                let Some(x) = all.iter().find(|x| x.id == id) else { continue };
                let options = LogsOptions { since: Some(event.time_nano), ..options.clone() };
                crew.log(&c, (&short_name(x, c.separator), &id), &options, &printer)?;
                running.push(id);
            }
            "die" => {
                let name = containers::list(&engine, &name, OneOff::Exclude, true, &[])?
                    .iter()
                    .find(|x| x.id == id)
                    .map_or_else(|| of("name"), |x| short_name(x, c.separator));
                printer.status(&name, &format!("exited with code {}", of("exitCode"))).await;
                let again = engine.look().container_inspect(&id, false);
                if !again.is_ok_and(|i| i.state.restarting || i.state.running) {
                    running.retain(|r| *r != id);
                }
            }
            _ => {}
        }
    }
    Ok(())
}
