//! `docker create`, and the making of containers that `docker run` shares: the image is fetched when
//! it is missing.

use super::{config, host, networking, options};
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::context::store::lower;
use crate::docker::flags::{Matches, Takes};
use crate::docker::opts::{mount, platform};
use crate::docker::progress;
use crate::engine::api::container::ContainerCreate;
use crate::engine::images::reference::{Reference, is_id};
use crate::engine::{Engine, ErrorKind};

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] IMAGE [COMMAND] [ARG...]",
    about: "Make a container, but do not start it",
    also: "docker container create, docker create",
    args: Args::Min(1),
    flags: &[options::FLAGS],
    interspersed: false,
    takes: Takes::ImageThenCommand,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

/// An error before the engine was asked: status 125, with a hint at help.
pub fn with_help(text: &str, verb: &str) -> Failure {
    Failure::new(125, format!("docker: {text}\n\nRun 'docker {verb} --help' for more information"))
}

/// What is to be made, from the flags.
pub async fn request(cli: &Cli, m: &Matches, verb: &str) -> Result<ContainerCreate, Failure> {
    let help = |e: String| with_help(&e, verb);
    for warning in m.list("mount").iter().filter_map(|v| mount::old_field(v)) {
        cli.log("warning", warning).await;
    }
    let pull = m.text("pull");
    if !matches!(pull, "always" | "missing" | "never" | "") {
        return Err(help(format!(
            "invalid pull option: '{pull}': must be one of \"always\", \"missing\" or \"never\""
        )));
    }
    let portable = config::build(cli, m).await.map_err(help)?;
    let host_config = host::build(cli, m, &portable).map_err(help)?;
    let networks = networking::build(m).map_err(help)?;
    Ok(ContainerCreate {
        name: m.text("name").to_string(),
        platform: platform::asked(cli, m.text("platform")),
        config: portable.config,
        host_config,
        networks,
    })
}

/// Makes the container; its id.
pub async fn make(cli: &Cli, m: &Matches, request: ContainerCreate) -> Result<String, Failure> {
    let cidfile = request.host_config.container_id_file.clone();
    if !cidfile.is_empty() {
        if cli.p.exists(&cidfile) {
            return Err(format!("container ID file found, make sure the other container isn't running or delete {cidfile}").into());
        }
        cli.p.write_file(&cidfile, b"", 0o644).map_err(|e| {
            Failure::from(format!(
                "failed to create the container ID file: open {cidfile}: {}",
                lower(e)
            ))
        })?;
    }
    let result = make_it(cli, m, request).await;
    if !cidfile.is_empty() {
        // The file stays only when it names a container.
        let _ = match &result {
            Ok(id) => cli.p.write_file(&cidfile, id.as_bytes(), 0o644),
            Err(_) => cli.p.unlink(&cidfile),
        };
    }
    result
}

async fn make_it(cli: &Cli, m: &Matches, request: ContainerCreate) -> Result<String, Failure> {
    let image = request.config.image.clone();
    let named = if is_id(&image) || image.strip_prefix("sha256:").is_some_and(is_id) {
        None
    } else {
        Some(Reference::parse(&image)?.tagged())
    };
    let quiet = m.on("quiet");
    let platform = match request.platform.as_str() {
        "" => None,
        asked => Some(
            platform::parse(asked).map_err(|e| format!("error parsing specified platform: {e}"))?,
        ),
    };
    let engine = cli.ping()?;
    if let Some((os, arch, _)) = platform {
        if m.text("pull") == "never" {
            platform::holds(&engine, &image, &request.platform)?;
        }
        if !platform::runs(&os, &arch) {
            // An image that is here is of the host's own platform, so that it has to be fetched.
            if let (Some(name), false) = (&named, quiet) {
                cli.err(&format!("Unable to find image '{}' locally", name.familiar())).await;
            }
            return Err(format!("Error response from daemon: no matching manifest for {os}/{arch} in the manifest list entries").into());
        }
    }
    if m.text("pull") == "always" {
        fetch(cli, &engine, &image, quiet).await?;
    }
    let made = match (engine.container_create(request.clone()), named) {
        (Err(e), Some(name))
            // Whatever is not found is taken for the image.
            if e.kind == ErrorKind::NotFound && m.text("pull") == "missing" =>
        {
            if !quiet {
                cli.err(&format!("Unable to find image '{}' locally", name.familiar())).await;
            }
            fetch(cli, &engine, &image, quiet).await?;
            engine.container_create(request.clone())
        }
        (other, _) => other,
    };
    let created = made?;
    let mut warnings = created.warnings;
    for server in &request.host_config.dns {
        if server.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback()) {
            warnings.push(format!("Localhost DNS ({server}) may fail in containers."));
            break;
        }
    }
    for warning in warnings {
        cli.err(&format!("WARNING: {warning}")).await;
    }
    Ok(created.id)
}

/// Fetches an image; what is told of it goes to standard error.
async fn fetch(cli: &Cli, engine: &Engine, image: &str, quiet: bool) -> Outcome {
    let work = engine.image_pull(&cli.p, image, false);
    progress::show(cli, work, if quiet { None } else { Some(2) }).await?;
    Ok(())
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let request = request(&cli, &m, "create").await?;
    let id = make(&cli, &m, request).await?;
    cli.line(&id).await;
    Ok(())
}
