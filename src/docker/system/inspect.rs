//! `docker inspect`: whatever has that name or id.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::container;
use crate::docker::flags::{Flag, Matches, Takes, switch, text};
use crate::docker::format::inspect::{Inspector, Object};
use crate::docker::format::schema;
use crate::docker::{image, network, volume};
use crate::golang::quote::quote;

/// Help on `--format` for inspect verbs.
pub const FORMAT_HELP: &str =
    "How to print:\n'json':     JSON in one line\n'TEMPLATE': a Go template";

const TYPES: [&str; 10] = [
    "config",
    "container",
    "image",
    "network",
    "node",
    "plugin",
    "secret",
    "service",
    "task",
    "volume",
];

static FLAGS: &[Flag] = &[
    text("format", FORMAT_HELP).short('f'),
    switch("size", "How much space a container's files take").short('s'),
    text("type", "Only things of this type").takes(Takes::Words(&TYPES)),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] NAME|ID [NAME|ID...]",
    about: "Show all there is to know of containers, images, volumes, networks",
    args: Args::Min(1),
    flags: &[FLAGS],
    takes: Takes::Objects,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

fn find(cli: &Cli, name: &str, of: &str, size: bool) -> Result<Object, Failure> {
    match of {
        "container" => return container::inspect::find(cli, name, size),
        "image" => return image::inspect::find(cli, name),
        "network" => return network::inspect::find(cli, name),
        "volume" => return volume::inspect::find(cli, name, true),
        "" => {}
        "plugin" => {
            return Err(format!("Error response from daemon: plugin {name:?} not found").into());
        }
        _ => return Err(crate::docker::swarm::no_manager()),
    }
    let tries: [&dyn Fn() -> Result<Object, Failure>; 4] = [
        &|| container::inspect::find(cli, name, size),
        &|| image::inspect::find(cli, name),
        &|| network::inspect::find(cli, name),
        &|| volume::inspect::find(cli, name, true),
    ];
    for look in tries {
        match look() {
            Ok(object) => return Ok(object),
            Err(failure) if absent(&failure.text) => {}
            Err(failure) => return Err(failure),
        }
    }
    Err(format!("Error: No such object: {name}").into())
}

/// Errors after which the next type is tried, as docker's client decides it.
fn absent(text: &str) -> bool {
    ["No such", "not found", "no such volume", "not supported", "invalid reference format"]
        .iter()
        .any(|part| text.contains(part))
}

/// What has no size to be asked for.
fn without_size(object: &Object) -> Option<&'static str> {
    let of = object.of?;
    [(&schema::IMAGE, "image"), (&schema::NETWORK, "network"), (&schema::VOLUME, "volume")]
        .into_iter()
        .find_map(|(schema, name)| std::ptr::eq(of, schema).then_some(name))
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let of = m.text("type");
    let all = TYPES.map(quote).join(", ");
    if m.given("type") && of.is_empty() {
        return Err(format!("type is empty: must be one of {all}").into());
    }
    if !of.is_empty() && !TYPES.contains(&of) {
        return Err(format!("unknown type: {}: must be one of {all}", quote(of)).into());
    }
    let mut inspector = Inspector::new(m.text("format"))?;
    for name in &m.args {
        let found = find(&cli, name, of, m.on("size"));
        if let (true, Ok(Some(kind))) = (m.on("size"), found.as_ref().map(without_size)) {
            cli.err(&format!("WARNING: --size ignored for {kind}")).await;
        }
        inspector.add(found);
    }
    let (out, end) = inspector.finish();
    cli.out(&out).await;
    end
}
