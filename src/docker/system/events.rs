//! `docker events`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, flag, text};
use crate::docker::opts::filter;
use crate::docker::template::types::{Def, Type, typed};
use crate::docker::template::{Mode, Template};
use crate::engine::api::system::{Event, EventsOptions};
use crate::golang::time;

static FLAGS: &[Flag] = &[
    flag(
        "filter",
        Kind::Filter,
        "Show what fits: type, event, container, image,\nvolume, network, label, scope",
    )
    .short('f'),
    text("format", crate::docker::system::inspect::FORMAT_HELP),
    text("since", "From this time on"),
    text("until", "Up to this time, then end"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS]",
    about: "Show what happens, as it happens",
    also: "docker system events, docker events",
    args: Args::None,
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

static MESSAGE: Def = Def {
    name: "events.Message",
    fields: &[
        ("Status", "status", Type::Text),
        ("ID", "id", Type::Text),
        ("From", "from", Type::Text),
        ("Type", "Type", Type::Text),
        ("Action", "Action", Type::Text),
        ("Actor", "Actor", Type::Struct(&ACTOR)),
        ("Scope", "scope", Type::Text),
        ("Time", "time", Type::Int),
        ("TimeNano", "timeNano", Type::Int),
    ],
    ..Def::PLAIN
};
static ACTOR: Def = Def {
    name: "events.Actor",
    fields: &[
        ("ID", "ID", Type::Text),
        ("Attributes", "Attributes", Type::Map(&Type::Text, "map[string]string")),
    ],
    ..Def::PLAIN
};

fn line(e: &Event) -> String {
    let mut out =
        format!("{} {} {} {}", time::rfc3339_nine(e.time_nano), e.kind, e.action, e.actor.id);
    if !e.actor.attributes.is_empty() {
        let all: Vec<String> = e.actor.attributes.iter().map(|(k, v)| format!("{k}={v}")).collect();
        out.push_str(&format!(" ({})", all.join(", ")));
    }
    out
}

fn template(format: &str) -> Result<Option<Template>, String> {
    let text = match format {
        "" => return Ok(None),
        "json" => "{{json .}}",
        other => other,
    };
    let template = Template::parse(text)?;
    // Tried on nothing first, so that a mistake shows before anything happens.
    template
        .run(&typed(&Type::Pointer(&MESSAGE), Some(&serde_json::json!({}))), Mode::default())?;
    Ok(Some(template))
}

/// A moment as the engine is told of it: of a date with all digits of the second's fraction, of Unix
/// seconds as they are given, of a length of time in whole seconds.
fn sent(given: &str, ns: i64) -> String {
    let (seconds, fraction) = (ns.div_euclid(1_000_000_000), ns.rem_euclid(1_000_000_000));
    match given {
        date if date.contains('-') && !date.starts_with('-') => format!("{seconds}.{fraction:09}"),
        unix if unix.bytes().all(|b| b.is_ascii_digit() || b == b'.') => unix.to_string(),
        _ => seconds.to_string(),
    }
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let template = template(m.text("format"))
        .map_err(|e| Failure::new(64, format!("Error parsing format: {e}")))?;
    let now = cli.p.now();
    let moment = |flag: &str| match m.text(flag) {
        "" => Ok(None),
        text => time::since(text, now).map(Some),
    };
    if let (Some(since), Some(until)) = (moment("since")?, moment("until")?)
        && since > until
    {
        let (since, until) = (sent(m.text("since"), since), sent(m.text("until"), until));
        return Err(format!(
            "Error response from daemon: `since` time ({since}) cannot be after `until` time ({until})"
        )
        .into());
    }
    let options = EventsOptions {
        since: moment("since")?,
        until: moment("until")?,
        filters: filter::gather(m.list("filter")),
    };
    let mut events = cli.engine("Get", "events")?.events(options)?;
    while let Some(event) = events.next(&cli.p).await? {
        match &template {
            None => cli.line(&line(&event)).await,
            Some(template) => {
                let json = serde_json::to_value(&event).map_err(|e| e.to_string())?;
                let text =
                    template.run(&typed(&Type::Struct(&MESSAGE), Some(&json)), Mode::default())?;
                cli.line(&text).await;
            }
        }
    }
    Ok(())
}
