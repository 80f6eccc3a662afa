//! `docker image inspect`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, text};
use crate::docker::format::inspect::{Inspector, Object};
use crate::docker::format::schema;
use crate::docker::opts::platform;
use crate::docker::route::in_path;
use crate::docker::system::inspect::FORMAT_HELP;
use serde_json::Value;

static FLAGS: &[Flag] = &[
    text("format", FORMAT_HELP).short('f'),
    text("platform", "The image for this platform: os[/arch[/variant]]"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] IMAGE [IMAGE...]",
    about: "Show all there is to know of images",
    args: Args::Min(1),
    flags: &[FLAGS],
    takes: Takes::Images,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

/// Looks an image up.
pub fn find(cli: &Cli, name: &str) -> Result<Object, Failure> {
    let engine = cli.engine("Get", &format!("images/{name}/json"))?;
    if name.is_empty() {
        return Err("Error: No such image: ".into());
    }
    let mut json =
        serde_json::to_value(engine.image_inspect(&in_path(name))?).map_err(|e| e.to_string())?;
    // What the engine answers with went through a map.
    if let Some(Value::Object(check)) = json.pointer_mut("/Config/Healthcheck") {
        check.sort_keys();
    }
    Ok(Object { json, of: Some(&schema::IMAGE), raw: true })
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    if !m.text("platform").is_empty() {
        platform::parse(m.text("platform"))?;
    }
    let mut inspector = Inspector::new(m.text("format"))?;
    for name in &m.args {
        let found = find(&cli, name);
        inspector.add(found.and_then(|found| {
            platform::holds(&cli.engine("Get", "images/json")?, name, m.text("platform"))?;
            Ok(found)
        }));
    }
    let (out, end) = inspector.finish();
    cli.out(&out).await;
    end
}
