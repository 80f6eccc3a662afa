//! `docker compose create`, and the flags that it shares with `up` and `run`.

use crate::compose::command::{Args, Compose, Verb, truth};
use crate::compose::converge::ensure::{self, Recreate};
use crate::compose::converge::images::Plan;
use crate::compose::progress::shown;
use crate::compose::project::Project;
use crate::compose::project::select::no_such;
use crate::docker::command::Outcome;
use crate::docker::flags::{Flag, Matches, list, switch, text};
use crate::golang::{quote::quote, strconv};
use serde_json::{Value, json};

static FLAGS: &[Flag] = &[
    switch("build", "Build images first"),
    switch("force-recreate", "Make containers anew even if nothing has changed"),
    switch("no-build", "Build nothing, even if an image is missing"),
    switch("no-recreate", "Leave containers that are there as they are"),
    text("pull", "Pull images first (\"always\"|\"missing\"|\"never\"|\"build\")")
        .default("policy"),
    switch("quiet-pull", "Pull without showing progress"),
    switch("remove-orphans", "Remove containers of services that are not in the file"),
    list("scale", "So many containers of a service: SERVICE=NUM"),
    switch("yes", "Answer all questions with yes").short('y'),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "create",
    usage: "[OPTIONS] [SERVICE...]",
    about: "Make the containers of services",
    args: Args::Any,
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    incompatible(&m)?;
    let mut project = c.project(&m.args).await?;
    apply(&mut project, &m)?;
    let options = options(&c, &m, &m.args);
    shown(&c, "Creating", |progress| {
        let c = c.clone();
        async move { ensure::create(&c, &project, &options, &progress).await }
    })
    .await
}

/// Flags that exclude each other.
pub fn incompatible(m: &Matches) -> Outcome {
    if m.on("build") && m.on("no-build") {
        return Err("--build and --no-build are incompatible".into());
    }
    if m.on("force-recreate") && m.on("no-recreate") {
        return Err("--force-recreate and --no-recreate are incompatible".into());
    }
    Ok(())
}

/// Flags that change what the project says.
pub fn apply(project: &mut Project, m: &Matches) -> Outcome {
    if m.given("pull") {
        let pull = m.text("pull");
        if !["always", "never", "build", "missing", "if_not_present"].contains(&pull) {
            return Err(format!("invalid --pull option {}", quote(pull)).into());
        }
        for service in project.services.values_mut() {
            service["pull_policy"] = json!(pull);
        }
    }
    if m.on("build") {
        for service in project.services.values_mut().filter(|s| s.get("build").is_some()) {
            service["pull_policy"] = json!("build");
        }
    }
    for scale in m.list("scale") {
        let Some((name, count)) = scale.split_once('=').filter(|(_, n)| !n.contains('=')) else {
            return Err(
                format!("invalid --scale option {}. Should be SERVICE=NUM", quote(scale)).into()
            );
        };
        let count = strconv::atoi(count)?;
        set_scale(project, name, count)?;
    }
    Ok(())
}

/// Gives a service another number of containers.
pub fn set_scale(project: &mut Project, name: &str, count: i64) -> Outcome {
    if !project.services.contains_key(name) {
        return Err(no_such(project, name).into());
    }
    let service = &mut project.services.entry(name.to_string()).or_default();
    service["scale"] = json!(count);
    if let Some(Value::Object(deploy)) = service.get_mut("deploy") {
        deploy.insert("replicas".to_string(), json!(count));
    }
    Ok(())
}

/// How to bring the project about.
pub fn options(c: &Compose, m: &Matches, services: &[String]) -> ensure::Options {
    let anew = m.on("renew-anon-volumes");
    let remove_orphans = match m.given("remove-orphans") {
        true => m.on("remove-orphans"),
        false => truth(&c.cli, "COMPOSE_REMOVE_ORPHANS"),
    };
    let choose = |force: bool| match (m.on("no-recreate"), force) {
        (true, _) => Recreate::Never,
        (_, true) => Recreate::Force,
        _ => Recreate::Diverged,
    };
    ensure::Options {
        services: services.to_vec(),
        recreate: choose(m.on("force-recreate") || anew),
        recreate_dependencies: choose(m.on("always-recreate-deps")),
        inherit: !anew,
        timeout: m.given("timeout").then(|| m.number("timeout")),
        remove_orphans,
        ignore_orphans: truth(&c.cli, "COMPOSE_IGNORE_ORPHANS"),
        yes: m.on("yes"),
        images: Plan {
            never: m.on("no-build"),
            only: Vec::new(),
            quiet_pull: m.on("quiet-pull"),
            quiet_build: m.on("quiet-build"),
        },
    }
}
