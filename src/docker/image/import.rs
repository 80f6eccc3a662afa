//! `docker import`.

use crate::docker::cli::{API, Cli};
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::context::store::lower;
use crate::docker::flags::{Flag, Matches, Takes, list, text};
use crate::docker::opts::platform;
use crate::engine::api::image::ImportOptions;
use crate::engine::images::reference::Reference;
use crate::golang::url::query_escape;
use crate::vfs::Errno;

static FLAGS: &[Flag] = &[
    list("change", "Dockerfile instruction to apply").short('c'),
    text("message", "What it is").short('m'),
    text("platform", "Platform of the image: os/arch"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] file|URL|- [REPOSITORY[:TAG]]",
    about: "Make an image of a tar file with a whole system in it",
    also: "docker image import, docker import",
    args: Args::Min(1),
    flags: &[FLAGS],
    takes: Takes::Files,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let source = m.args[0].as_str();
    let reference = m.args.get(1).cloned().unwrap_or_default();
    let mut query = "fromSrc=-".to_string();
    if !reference.is_empty() {
        query += &format!("&repo={}", query_escape(&crate::vfs::text::encode(&reference)));
    }
    let bytes = match source {
        "-" => {
            cli.read_content(0).await.map_err(|e| Failure::from(format!("read: {}", lower(e))))?
        }
        url if url.starts_with("http://") || url.starts_with("https://") => {
            return Err(Failure::gap(
                &format!("'docker import {url}'"),
                "there is no network beyond the host",
            ));
        }
        file => cli.path_content(file).await.map_err(|e| match e {
            // A directory can be opened; that it can not be read shows while it is sent.
            Errno::EISDIR => Failure::from(format!(
                "error during connect: Post \"http://%2Fvar%2Frun%2Fdocker.sock/v{API}/images/create?{query}\": read {file}: {}",
                lower(e)
            )),
            e => Failure::from(format!("open {file}: {}", lower(e))),
        })?,
    };
    if !reference.is_empty() {
        Reference::parse(&reference)?;
    }
    let mut target = String::new();
    if !m.text("platform").is_empty() {
        let (os, arch, _) = platform::parse(m.text("platform"))
            .map_err(|e| format!("Error response from daemon: {e}"))?;
        target = format!("{os}/{arch}");
    }
    let id = cli.engine("Post", &format!("images/create?{query}"))?.image_import(
        &bytes,
        &ImportOptions {
            reference,
            message: m.text("message").to_string(),
            changes: m.list("change").to_vec(),
            platform: target,
            source: "-".to_string(),
        },
    )?;
    cli.line(&id).await;
    Ok(())
}
