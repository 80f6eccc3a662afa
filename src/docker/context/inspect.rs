//! `docker context inspect`.

use super::store;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, text};
use crate::docker::format::inspect::{Inspector, Object};
use crate::docker::format::schema;
use crate::docker::settings::sum;
use crate::docker::system::inspect::FORMAT_HELP;
use serde_json::json;

static FLAGS: &[Flag] = &[text("format", FORMAT_HELP).short('f')];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] [CONTEXT] [CONTEXT...]",
    about: "Show all there is to know of contexts",
    args: Args::Any,
    flags: &[FLAGS],
    takes: Takes::Contexts,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

fn find(cli: &Cli, name: &str) -> Result<Object, Failure> {
    if name == "default" {
        cli.settings.given()?;
    }
    let context =
        store::find(cli, name).ok_or_else(|| Failure::from(cli.settings.no_context(name)))?;
    let (metadata, storage) = if name == "default" {
        (json!({}), json!({"MetadataPath": "<IN MEMORY>", "TLSPath": "<IN MEMORY>"}))
    } else {
        let dir = format!("{}/contexts", cli.settings.dir);
        let id = sum(name);
        let about = match context.description.as_str() {
            "" => json!({}),
            text => json!({"Description": text}),
        };
        (
            about,
            json!({"MetadataPath": format!("{dir}/meta/{id}"), "TLSPath": format!("{dir}/tls/{id}")}),
        )
    };
    let json = json!({
        "Name": context.name,
        "Metadata": metadata,
        "Endpoints": {"docker": {"Host": context.host, "SkipTLSVerify": false}},
        "TLSMaterial": {},
        "Storage": storage
    });
    Ok(Object { json, of: Some(&schema::CONTEXT), raw: false })
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let mut inspector = Inspector::new(m.text("format"))?;
    let current = [cli.settings.context().to_string()];
    let names: &[String] = if m.args.is_empty() { &current } else { &m.args };
    for name in names {
        inspector.add(find(&cli, name));
    }
    let (out, end) = inspector.finish();
    cli.out(&out).await;
    end
}
