//! `docker compose pull`.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::images;
use crate::compose::progress::{State, shown};
use crate::compose::project::select::Follow;
use crate::compose::project::text;
use crate::docker::command::{Failure, Outcome};
use crate::docker::flags::{Flag, Matches, switch, text as text_flag};
use serde_json::json;

static FLAGS: &[Flag] = &[
    switch("ignore-buildable", "Leave out what can be built"),
    switch("ignore-pull-failures", "Go on when an image can not be pulled"),
    switch("include-deps", "Also what these services depend on"),
    text_flag("policy", "When to pull (\"missing\"|\"always\")"),
    switch("quiet", "Show no progress").short('q'),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "pull",
    usage: "[OPTIONS] [SERVICE...]",
    about: "Pull the images of services",
    args: Args::Any,
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let mut project = c.project(&m.args).await?;
    if !m.on("include-deps") {
        project.with_selected(&m.args, Follow::Nothing)?;
    }
    let policy = m.text("policy");
    if !policy.is_empty() {
        for service in project.services.values_mut() {
            service["pull_policy"] = json!(policy);
        }
    }
    shown(&c, "Pulling", |progress| {
        let c = c.clone();
        async move {
            let here = images::local(&c, &project)?;
            let (mut pulled, mut build): (Vec<(String, String)>, Vec<String>) = Default::default();
            let mut wrong: Option<Failure> = None;
            for (name, service) in &project.services {
                let image = text(service, "image").to_string();
                let built = service.get("build").is_some();
                let skip = match text(service, "pull_policy") {
                    _ if image.is_empty() => Some("Skipped - No image to be pulled".to_string()),
                    "never" | "build" => Some("Skipped".to_string()),
                    "missing" | "if_not_present"
                        if here.contains_key(&image) && image.contains(':') && !image.ends_with(":latest") =>
                    {
                        Some("Skipped - Image is already present locally".to_string())
                    }
                    _ if built && m.on("ignore-buildable") => {
                        Some("Skipped - Image can be built".to_string())
                    }
                    _ => pulled.iter().find(|(i, _)| *i == image).map(|(_, by)| {
                        format!("Skipped - Image is already being pulled by {by}")
                    }),
                };
                if let Some(text) = skip {
                    progress.text(name, State::Done, &text, "").await;
                    continue;
                }
                pulled.push((image, name.clone()));
                match images::pull(&c, (name, service), m.on("quiet"), &progress).await {
                    Ok(()) => {}
                    Err(failure) => {
                        if built {
                            build.push(name.clone());
                        }
                        wrong.get_or_insert(failure);
                    }
                }
            }
            if !build.is_empty() {
                progress
                    .tail(&format!(
                        "WARNING: Some service image(s) must be built from source by running:\n    docker compose build {}",
                        build.join(" ")
                    ))
                    .await;
            }
            match wrong.filter(|_| !m.on("ignore-pull-failures")) {
                Some(failure) => Err(failure),
                None => Ok(()),
            }
        }
    })
    .await
}
