//! `docker compose run`: one container of a service for one command.

use super::create::apply;
use crate::compose::command::{Args, Compose, Verb, truth};
use crate::compose::converge::containers::{self, OneOff, labels};
use crate::compose::converge::images::Plan;
use crate::compose::converge::request::Purpose;
use crate::compose::converge::{create, ensure, images, inject, start};
use crate::compose::load::dotenv;
use crate::compose::progress::{Progress, Style, shown};
use crate::compose::project::select::{Follow, no_such};
use crate::compose::project::{Project, image_of};
use crate::docker::command::{Failure, Outcome};
use crate::docker::context::store::lower;
use crate::docker::flags::{Flag, Matches, list, switch, text};
use crate::docker::streams::{self, Ended, Session, Signals, Target};
use crate::engine::api::container::{AttachOptions, WaitCondition};
use data_encoding::HEXLOWER;
use serde_json::{Value, json};
use std::collections::BTreeMap;

static FLAGS: &[Flag] = &[
    switch("build", "Build the image first"),
    list("cap-add", "Right to add"),
    list("cap-drop", "Right to drop"),
    switch("detach", "Leave it running, and print its id").short('d'),
    text("entrypoint", "Another entrypoint"),
    list("env", "Variable to set").short('e'),
    list("env-from-file", "File with variables"),
    switch("interactive", "Pass input on").short('i').default("true"),
    list("label", "Label to add").short('l'),
    text("name", "Name of the container"),
    switch("no-TTY", "Give it no terminal (it gets one where there is one)").short('T'),
    switch("no-deps", "Do not start what the service depends on"),
    list("publish", "Port to publish").short('p'),
    text("pull", "Pull the image first (\"always\"|\"missing\"|\"never\")").default("policy"),
    switch("quiet", "Show nothing but the command's output").short('q'),
    switch("quiet-build", "Build without showing output"),
    switch("quiet-pull", "Pull without showing progress"),
    switch("remove-orphans", "Remove containers of services that are not in the file"),
    switch("rm", "Remove the container when it ends"),
    switch("service-ports", "Publish the service's ports").short('P'),
    switch("tty", "Give it a terminal").short('t').default("true").hidden(),
    switch("use-aliases", "Answer to the service's names"),
    text("user", "User to be").short('u'),
    list("volume", "Volume or directory to mount").short('v'),
    text("workdir", "Directory to start in").short('w'),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "run",
    usage: "[OPTIONS] SERVICE [COMMAND] [ARGS...]",
    about: "Run one command in a container of its own",
    args: Args::Min(1),
    flags: FLAGS,
    interspersed: false,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    if !m.list("publish").is_empty() && m.on("service-ports") {
        return Err("--service-ports and --publish are incompatible".into());
    }
    if m.given("tty") && m.given("no-TTY") {
        return Err("--tty and --no-TTY can't be used together".into());
    }
    let mut c = c;
    if m.on("quiet") {
        c.style = Style::Quiet;
    }
    let wanted = m.args[0].clone();
    let mut project = c.project(std::slice::from_ref(&wanted)).await?;
    if m.on("no-deps") {
        project.with_selected(std::slice::from_ref(&wanted), Follow::Nothing)?;
    }
    if !project.services.contains_key(&wanted) {
        return Err(no_such(&project, &wanted).into());
    }
    // Without a terminal here there can be none there, whatever the default.
    let off = m.on("no-TTY") || m.given("tty") && !m.on("tty");
    let wished = m.given("tty") && m.on("tty") && !m.on("interactive");
    let tty = !off && (wished || c.cli.p.isatty(1) && (c.cli.p.isatty(0) || m.given("tty")));
    let service = changed(&c, &m, &project, &wanted, tty)?;
    project.services.insert(wanted.clone(), service);
    apply(&mut project, &m)?;
    let mut own = BTreeMap::new();
    for label in m.list("label") {
        let Some((name, value)) = label.split_once('=') else {
            return Err("label must be set as KEY=VALUE".into());
        };
        own.insert(name.to_string(), value.to_string());
    }
    let blind = m.given("tty") && m.on("tty") && m.on("interactive") && !c.cli.p.isatty(0);
    let (id, stdin) = prepare(&c, &m, &mut project, (&wanted, blind), own).await?;
    begin(&c, &m, &id, (tty, stdin)).await
}

/// The service as the flags change it.
fn changed(
    c: &Compose,
    m: &Matches,
    project: &Project,
    name: &str,
    tty: bool,
) -> Result<Value, Failure> {
    let mut s = project.services[name].clone();
    s["tty"] = json!(tty);
    s["stdin_open"] = json!(m.on("interactive"));
    if !m.on("service-ports") {
        let mut ports = Vec::new();
        for spec in m.list("publish") {
            ports.extend(crate::compose::load::ports(spec)?);
        }
        s["ports"] = json!(ports);
    }
    for spec in m.list("volume") {
        let mut mount = crate::compose::load::mount(spec)?;
        if mount.get("type") == Some(&json!("bind")) {
            let base = crate::docker::opts::mount::absolute(
                mount.get("source").and_then(Value::as_str).unwrap_or_default(),
                &c.cli.p.cwd(),
            );
            mount.insert("source".to_string(), json!(base));
        }
        match s.get_mut("volumes").and_then(Value::as_array_mut) {
            Some(all) => all.push(Value::Object(mount)),
            None => s["volumes"] = json!([mount]),
        }
    }
    if m.args.len() > 1 {
        s["command"] = json!(m.args[1..]);
    }
    if m.given("entrypoint") {
        let words = crate::compose::project::words::split(m.text("entrypoint"))?;
        s["entrypoint"] = json!(words);
        if m.args.len() < 2 {
            s["command"] = json!([]);
        }
    }
    for (flag, field) in [("user", "user"), ("workdir", "working_dir"), ("name", "container_name")]
    {
        let value = m.text(flag);
        if flag == "name" || !value.is_empty() {
            s[field] = json!(value);
        }
    }
    for (flag, field, other) in
        [("cap-add", "cap_add", "cap_drop"), ("cap-drop", "cap_drop", "cap_add")]
    {
        for capability in m.list(flag) {
            if let Some(list) = s.get_mut(other).and_then(Value::as_array_mut) {
                list.retain(|v| v != capability);
            }
            match s.get_mut(field).and_then(Value::as_array_mut) {
                Some(list) => list.push(json!(capability)),
                None => s[field] = json!([capability]),
            }
        }
    }
    let env = environment(c, m, project)?;
    if !env.is_empty() {
        let mut all = s.get("environment").and_then(Value::as_object).cloned().unwrap_or_default();
        all.extend(env.into_iter().map(|(k, v)| (k, json!(v))));
        s["environment"] = Value::Object(all);
    }
    s["scale"] = json!(1);
    for gone in ["restart"] {
        if let Some(map) = s.as_object_mut() {
            map.shift_remove(gone);
        }
    }
    if let Some(deploy) = s.get_mut("deploy").and_then(Value::as_object_mut) {
        deploy.shift_remove("restart_policy");
    }
    Ok(s)
}

fn environment(
    c: &Compose,
    m: &Matches,
    project: &Project,
) -> Result<BTreeMap<String, String>, Failure> {
    let mut env = BTreeMap::new();
    for variable in m.list("env") {
        match variable.split_once('=') {
            Some((name, value)) => {
                env.insert(name.to_string(), value.to_string());
            }
            None => {
                if let Some(value) = project.env.get(variable) {
                    env.insert(variable.clone(), value.clone());
                }
            }
        }
    }
    for path in m.list("env-from-file") {
        let bytes = c.cli.p.read_file(path).map_err(|e| format!("open {path}: {}", lower(e)))?;
        let mut more = BTreeMap::new();
        let text = crate::vfs::text::decode(&bytes);
        let look = |name: &str| env.get(name).cloned();
        dotenv::parse(&text, &mut more, &look, &mut Vec::new())?;
        for (name, value) in more {
            env.entry(name).or_insert(value);
        }
    }
    Ok(env)
}

/// What the service depends on started, its image there, its container made: its id.
async fn prepare(
    c: &Compose,
    m: &Matches,
    project: &mut Project,
    (name, blind): (&str, bool),
    own: BTreeMap<String, String>,
) -> Result<(String, bool), Failure> {
    let plan = Plan {
        never: false,
        only: Vec::new(),
        quiet_pull: m.on("quiet-pull"),
        quiet_build: m.on("quiet-build") || m.on("quiet"),
    };
    let mut others = project.clone();
    if let Some(service) = others.services.remove(name) {
        others.disabled.insert(name.to_string(), service);
    }
    let options = ensure::Options {
        inherit: true,
        remove_orphans: m.on("remove-orphans"),
        ignore_orphans: truth(&c.cli, "COMPOSE_IGNORE_ORPHANS"),
        images: plan.clone(),
        ..ensure::Options::default()
    };
    shown(c, "Running", |progress| {
        let c = c.clone();
        async move {
            let empty = others.services.is_empty();
            ensure::create(&c, &others, &options, &progress).await?;
            if empty {
                return Ok(());
            }
            start::project(&c, &others, start::Wait::default(), &progress).await
        }
    })
    .await?;
    if blind {
        return Err("the input device is not a TTY".into());
    }
    let stdin = m.on("interactive");
    let progress = Progress::new(c, "Running");
    let mut one = project.clone();
    one.services.retain(|n, _| n == name);
    let here = images::ensure(c, &one, &plan, &progress).await?;
    let service = crate::compose::project::service::Service::of(&project.services[name])?;
    if !m.on("no-deps") {
        let all = containers::list(&c.engine()?, &project.name, OneOff::Include, true, &[])?;
        // Nobody is told of this wait.
        let silent = Compose { style: Style::Quiet, ..c.clone() };
        let silent = Progress::new(&silent, "Running");
        start::dependencies(c, project, name, &service.depends_on, &all, &silent).await?;
    }
    let mut bytes = [0u8; 32];
    c.cli.p.random(&mut bytes);
    let slug = HEXLOWER.encode(&bytes);
    let container = match service.container_name.as_str() {
        "" => [project.name.as_str(), name, "run", &slug[..12]].join(c.separator),
        own => own.to_string(),
    };
    let value = project.services[name].clone();
    let image = image_of(&value, name, &project.name);
    let mut model = ensure::model(c, project, (name, &value), here.get(&image).cloned())?;
    model.service.container_name.clone_from(&container);
    model.service.links = create::links(c, &model, 1)?;
    model.service.labels.extend(own);
    model.labels.insert(labels::SLUG.to_string(), slug);
    model.labels.insert(labels::ONEOFF.to_string(), "True".to_string());
    let purpose = Purpose {
        number: -1,
        auto_remove: m.on("rm"),
        stdin,
        aliases: m.on("use-aliases"),
        ..Purpose::default()
    };
    let id = create::raw(c, &model, &container, purpose, &progress).await?;
    inject::files(c, project, (name, &service), &id)?;
    Ok((id, stdin))
}

/// Starts the container, and ends as it ends.
async fn begin(c: &Compose, m: &Matches, id: &str, (tty, stdin): (bool, bool)) -> Outcome {
    let engine = c.engine()?;
    if m.on("detach") {
        engine.container_start(id)?;
        c.cli.line(id).await;
        return Ok(());
    }
    if c.dry.is_some() {
        return Err("interactive run is not supported in dry-run mode".into());
    }
    let engine = engine.look();
    let target = Target::Container(id.to_string());
    let signals = Signals::new(&c.cli, true, &target);
    let options = AttachOptions {
        stdin,
        stdout: true,
        stderr: true,
        logs: false,
        detach_keys: streams::detach_keys(&c.cli, ""),
    };
    let attachment = engine.container_attach(id, &options)?;
    let condition = if m.on("rm") { WaitCondition::Removed } else { WaitCondition::NextExit };
    let waiter = engine.container_wait(id, condition)?;
    if let Err(e) = engine.container_start(id) {
        if m.on("rm") {
            // The status of what never ran does not matter; only that it is gone.
            let _ = waiter.wait(&c.cli.p).await;
        }
        return Err(e.into());
    }
    let session = Session { target, tty, stdin, output: true };
    if let Ended::Detached = streams::pump(&c.cli, engine, attachment, &session, &signals).await? {
        return Ok(());
    }
    match signals.wait(&c.cli, engine, &waiter).await? {
        0 => Ok(()),
        status => Err(c.ended_by(status).await),
    }
}
