//! `docker image inspect`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, text};
use crate::docker::format::inspect::{Inspector, Object};
use crate::docker::format::schema;
use crate::docker::opts::platform;
use crate::docker::system::inspect::FORMAT_HELP;

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
    // The name is a part of a path, which the client's library cleans.
    let clean: Vec<&str> = name.split('/').filter(|part| !part.is_empty()).collect();
    let clean = clean.join("/");
    let name = if clean.is_empty() { name } else { &clean };
    let json = serde_json::to_value(engine.image_inspect(name)?).map_err(|e| e.to_string())?;
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
