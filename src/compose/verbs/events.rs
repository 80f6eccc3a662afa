//! `docker compose events`.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::containers::labels;
use crate::docker::command::{Failure, Outcome};
use crate::docker::flags::{Flag, Matches, switch, text};
use crate::docker::streams::Signals;
use crate::engine::ErrorKind;
use crate::engine::api::filters::Filters;
use crate::engine::api::system::EventsOptions;
use crate::golang::time;
use serde_json::json;
use std::collections::BTreeMap;

static FLAGS: &[Flag] = &[
    switch("json", "A line of JSON each"),
    text("since", "Also events since this time"),
    text("until", "Until this time"),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "events",
    usage: "[OPTIONS] [SERVICE...]",
    about: "Show what happens to containers",
    args: Args::Any,
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let (_, name) = c.project_or_name(&[]).await?;
    let at = |flag: &str| -> Result<Option<i64>, Failure> {
        match m.text(flag) {
            "" => Ok(None),
            given => Ok(Some(time::since(given, c.cli.p.now())?)),
        }
    };
    let filters = Filters::new().with("label", &format!("{}={name}", labels::PROJECT));
    let options = EventsOptions { since: at("since")?, until: at("until")?, filters };
    let mut events = c.engine()?.look().events(options)?;
    Signals::patient(&c.cli);
    loop {
        let event = match events.next(&c.cli.p).await {
            Ok(Some(event)) => event,
            Ok(None) => break,
            Err(e) if e.kind == ErrorKind::Interrupted => return Err(c.ended_by(130).await),
            Err(e) => return Err(e.into()),
        };
        let of = |name: &str| event.actor.attributes.get(name).cloned().unwrap_or_default();
        let service = of(labels::SERVICE);
        if event.kind != "container"
            || of(labels::ONEOFF) == "True"
            || !m.args.is_empty() && !m.args.contains(&service)
        {
            continue;
        }
        let attributes: BTreeMap<&String, &String> = event
            .actor
            .attributes
            .iter()
            .filter(|(k, _)| !k.starts_with("com.docker.compose."))
            .collect();
        let id = &event.actor.id;
        if m.on("json") {
            let line = json!({
                "action": event.action, "attributes": attributes, "id": id, "service": service,
                "time": time::rfc3339_nano(event.time_nano), "type": "container",
            });
            c.cli.line(&line.to_string()).await;
        } else {
            let seconds = event.time_nano.div_euclid(1_000_000_000) * 1_000_000_000;
            let stamp = time::rfc3339(seconds).replace('T', " ");
            let micros = event.time_nano.rem_euclid(1_000_000_000) / 1000;
            let words: Vec<String> = attributes.iter().map(|(k, v)| format!("{k}={v}")).collect();
            c.cli
                .line(&format!(
                    "{}.{micros:06} container {} {id} ({})",
                    stamp.trim_end_matches('Z'),
                    event.action,
                    words.join(", ")
                ))
                .await;
        }
    }
    Err("EOF".into())
}
