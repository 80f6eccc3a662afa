//! `docker compose up`: the project brought about and started; attached, its output shown until it ends.

use super::create::{apply, incompatible, options};
use super::kill;
use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::containers::{self, OneOff, labels, short_name};
use crate::compose::converge::start::Wait;
use crate::compose::converge::{ensure, start, stop};
use crate::compose::crew::{Crew, News};
use crate::compose::logs::Printer;
use crate::compose::progress::{Progress, Style, shown};
use crate::compose::project::Project;
use crate::compose::project::select::{Follow, no_such};
use crate::docker::command::{Failure, Outcome};
use crate::docker::flags::{Flag, Kind, Matches, flag, list, switch, text};
use crate::engine::api::container::{AttachOptions, LogsOptions};
use crate::engine::api::system::Event;
use crate::kernel::{Disposition, Signal};
use serde_json::Value;
use std::rc::Rc;

const WATCH: &str = "nothing tells of changes to the host's files";

static FLAGS: &[Flag] = &[
    switch("abort-on-container-exit", "Stop everything when one container has ended"),
    switch("abort-on-container-failure", "Stop everything when one container has failed"),
    switch("always-recreate-deps", "Also make anew what these services depend on"),
    list("attach", "Show the output of this service only"),
    switch("attach-dependencies", "Also show the output of what these services depend on"),
    switch("build", "Build images first"),
    switch("detach", "Leave the containers running and come back").short('d'),
    text(
        "exit-code-from",
        "End with the status of this service; implies\n--abort-on-container-exit",
    ),
    switch("force-recreate", "Make containers anew even if nothing has changed"),
    switch("menu", "Keys to press while attached").gap("the output is shown without a menu"),
    list("no-attach", "Do not show the output of this service"),
    switch("no-build", "Build nothing, even if an image is missing"),
    switch("no-color", "Without colours"),
    switch("no-deps", "Do not start what these services depend on"),
    switch("no-log-prefix", "Without names before the lines"),
    switch("no-recreate", "Leave containers that are there as they are"),
    switch("no-start", "Only make the containers"),
    text("pull", "Pull images first (\"always\"|\"missing\"|\"never\")").default("policy"),
    switch("quiet-build", "Build without showing output"),
    switch("quiet-pull", "Pull without showing progress"),
    switch("remove-orphans", "Remove containers of services that are not in the file"),
    switch("renew-anon-volumes", "Give new containers new volumes without a name").short('V'),
    list("scale", "So many containers of a service: SERVICE=NUM"),
    flag("timeout", Kind::Int, "Seconds that containers have to stop").short('t'),
    switch("timestamps", "With times"),
    switch("wait", "Wait until all runs or is healthy; implies --detach"),
    flag("wait-timeout", Kind::Int, "So many seconds at most"),
    switch("watch", "Rebuild when files change").short('w').gap(WATCH),
    switch("yes", "Answer all questions with yes").short('y'),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "up",
    usage: "[OPTIONS] [SERVICE...]",
    about: "Make and start containers",
    args: Args::Any,
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

/// When the end of one container is the end of all.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cascade {
    Ignore,
    Stop,
    Fail,
}

fn check(m: &Matches) -> Result<(bool, Cascade), Failure> {
    let fail = m.on("abort-on-container-failure");
    let stop = m.on("abort-on-container-exit") || !m.text("exit-code-from").is_empty() && !fail;
    if stop && fail {
        return Err(
            "--abort-on-container-failure cannot be combined with --abort-on-container-exit".into(),
        );
    }
    let attach = !m.list("attach").is_empty();
    let deps = m.on("attach-dependencies");
    let wait = m.on("wait");
    if wait && (deps || stop || attach) {
        return Err("--wait cannot be combined with --abort-on-container-exit, --attach or --attach-dependencies".into());
    }
    let detach = m.on("detach") || wait;
    if m.on("build") && m.on("no-build") {
        return Err("--build and --no-build are incompatible".into());
    }
    let watch = m.on("detach") && m.on("watch");
    if detach && (deps || stop || fail || attach || watch) {
        let flag = if wait { "--wait" } else { "--detach" };
        return Err(format!("{flag} cannot be combined with --abort-on-container-exit, --abort-on-container-failure, --attach, --attach-dependencies or --watch").into());
    }
    let old = m.on("no-recreate");
    for (flag, name) in [
        ("renew-anon-volumes", "--no-recreate and --renew-anon-volumes"),
        ("force-recreate", "--force-recreate and --no-recreate"),
        ("always-recreate-deps", "--always-recreate-deps and --no-recreate"),
    ] {
        if old && m.on(flag) {
            return Err(format!("{name} are incompatible").into());
        }
    }
    if attach && deps {
        return Err("cannot combine --attach and --attach-dependencies".into());
    }
    let cascade = match (stop, fail) {
        (true, _) => Cascade::Stop,
        (_, true) => Cascade::Fail,
        _ => Cascade::Ignore,
    };
    Ok((detach, cascade))
}

async fn run(c: Compose, m: Matches) -> Outcome {
    let (detach, cascade) = check(&m)?;
    incompatible(&m)?;
    let mut project = c.project(&m.args).await?;
    let options = options(&c, &m, &m.args);
    if options.ignore_orphans && options.remove_orphans {
        return Err("cannot combine COMPOSE_IGNORE_ORPHANS and --remove-orphans".into());
    }
    if !c.all && project.services.is_empty() {
        return Err("no service selected".into());
    }
    apply(&mut project, &m)?;
    if m.on("no-deps") {
        project.with_selected(&m.args, Follow::Nothing)?;
    }
    let from = m.text("exit-code-from").to_string();
    if !from.is_empty() && !project.services.contains_key(&from) {
        return Err(no_such(&project, &from).into());
    }
    let attach = attach_to(&project, &m)?;
    let wait = Wait { all: m.on("wait"), seconds: m.number("wait-timeout") };
    let project = Rc::new(project);
    let start_now = detach && !m.on("no-start");
    let title = if m.on("no-start") { "Creating" } else { "Running" };
    shown(&c, title, |progress| {
        let (c, project) = (c.clone(), Rc::clone(&project));
        async move {
            ensure::create(&c, &project, &options, &progress).await?;
            match start_now {
                true => start::project(&c, &project, wait, &progress).await,
                false => Ok(()),
            }
        }
    })
    .await?;
    if detach || m.on("no-start") {
        return Ok(());
    }
    if c.dry.is_some() {
        let why = "interactive run is not supported in dry-run mode";
        c.cli.line(&format!("end of 'compose up' output, {why}")).await;
        return Ok(());
    }
    attached(&c, &m, &project, (attach, cascade, from)).await
}

/// The services whose output is shown.
fn attach_to(project: &Project, m: &Matches) -> Result<Vec<String>, Failure> {
    let given = m.list("attach");
    let mut all: Vec<String> = if given.is_empty() {
        let follow = match m.on("attach-dependencies") {
            true => Follow::Dependencies,
            false => Follow::Nothing,
        };
        let services = project.closure(&m.args, follow)?;
        let shown = |n: &String| project.services[n].get("attach") != Some(&Value::Bool(false));
        services.into_iter().filter(shown).collect()
    } else {
        let odd: Vec<&str> = given
            .iter()
            .filter(|n| !project.services.contains_key(*n))
            .map(String::as_str)
            .collect();
        if !odd.is_empty() {
            return Err(format!(
                "cannot attach to services not included in up: {}",
                odd.join(", ")
            )
            .into());
        }
        given.to_vec()
    };
    all.retain(|n| !m.list("no-attach").contains(n));
    // Where none is left, it is all that are brought up.
    if all.is_empty() && m.given("no-attach") {
        all = project.services.keys().cloned().collect();
    }
    Ok(all)
}

/// Progress among output: lines.
fn quiet_progress(c: &Compose) -> Progress {
    let style = if c.style == Style::Terminal { Style::Plain } else { c.style };
    Progress::new(&Compose { style, ..c.clone() }, "Running")
}

async fn attached(
    c: &Compose,
    m: &Matches,
    project: &Rc<Project>,
    (attach, cascade, from): (Vec<String>, Cascade, String),
) -> Outcome {
    for signal in [Signal::INT, Signal::TERM] {
        // Both can be caught.
        let _ = c.cli.p.signal(signal, Disposition::Handle);
    }
    let engine = c.engine()?;
    let printer = Printer::new(c, !m.on("no-color"), !m.on("no-log-prefix"), m.on("timestamps"));
    let watched = if m.args.is_empty() { attach.clone() } else { m.args.clone() };
    let mut crew = Crew::default();
    crew.listen(c, &project.name)?;
    let all = containers::list(&engine, &project.name, OneOff::Exclude, true, &attach)?;
    let mut known: Vec<String> = Vec::new();
    if !all.is_empty() && !attach.is_empty() {
        let mut all = all;
        all.sort_by_key(containers::name);
        let names: Vec<String> = all.iter().map(|x| short_name(x, c.separator)).collect();
        c.cli.line(&format!("Attaching to {}", names.join(", "))).await;
        for (x, name) in all.iter().zip(&names) {
            let options = AttachOptions { stdout: true, stderr: true, ..AttachOptions::default() };
            crew.attached(c, name, engine.look().container_attach(&x.id, &options)?, &printer);
            known.push(x.id.clone());
        }
    }
    let mut living: Vec<String> =
        containers::list(&engine, &project.name, OneOff::Exclude, true, &watched)?
            .into_iter()
            .map(|x| x.id)
            .collect();
    {
        let (c, project, board) = (c.clone(), Rc::clone(project), crew.board.clone());
        crew.add(async move {
            let quiet = Progress::new(&Compose { style: Style::Quiet, ..c.clone() }, "Running");
            if let Err(failure) = start::project(&c, &project, Wait::default(), &quiet).await {
                board.fail(failure);
            }
        });
    }
    let (mut stopping, mut interrupted, mut status) = (false, false, None);
    while !living.is_empty() {
        if crew.board.failure.borrow().is_some() && !stopping {
            break;
        }
        match crew.news().await {
            News::Done => break,
            News::Interrupt if !stopping => {
                (stopping, interrupted) = (true, true);
                c.cli.line("Gracefully Stopping... press Ctrl+C again to force").await;
                stop_all(c, m, project, &mut crew);
            }
            News::Interrupt => {
                let quiet = Progress::new(&Compose { style: Style::Quiet, ..c.clone() }, "");
                // What has ended meanwhile needs no killing.
                let _ = kill::kill(c, project, &m.args, ("SIGKILL", false, true), &quiet).await;
            }
            News::Event(event) => {
                let of = |n: &str| event.actor.attributes.get(n).cloned().unwrap_or_default();
                if !watched.is_empty() && !watched.contains(&of(labels::SERVICE)) {
                    continue;
                }
                match event.action.as_str() {
                    "create" => living.push(event.actor.id.clone()),
                    "start" => {
                        let again = known.contains(&event.actor.id);
                        let restarted = engine
                            .look()
                            .container_inspect(&event.actor.id, false)
                            .is_ok_and(|i| i.restart_count > 0);
                        if !living.contains(&event.actor.id) {
                            living.push(event.actor.id.clone());
                        }
                        if (!again || restarted) && attach.contains(&of(labels::SERVICE)) {
                            follow(c, project, &event, &mut crew, &printer)?;
                        }
                    }
                    "die" => {
                        let code: i32 = of("exitCode").parse().unwrap_or(0);
                        let inspect = engine.look().container_inspect(&event.actor.id, false);
                        let again = inspect.is_ok_and(|i| i.state.restarting || i.state.running);
                        let name = named(c, project, &event);
                        let tail = if again { " (restarting)" } else { "" };
                        // After Ctrl-C nobody listens for this any more.
                        if !interrupted {
                            let text = format!("exited with code {code}{tail}");
                            printer.status(&name, &text).await;
                        }
                        if !again {
                            living.retain(|id| *id != event.actor.id);
                        }
                        let chosen = !from.is_empty() && of(labels::SERVICE) == from;
                        if chosen && status.is_none() {
                            status = Some(code);
                        }
                        let ends = match cascade {
                            Cascade::Ignore => false,
                            Cascade::Stop => true,
                            Cascade::Fail => code != 0,
                        };
                        if ends && !stopping {
                            stopping = true;
                            if from.is_empty() {
                                status = Some(code);
                            }
                            let text = "Aborting on container exit...";
                            c.cli.err(&format!("\x1b[31m\x1b[1m{text}\x1b[0m")).await;
                            stop_all(c, m, project, &mut crew);
                        }
                    }
                    _ => {}
                }
            }
        }
    }
    // What was written last is still to be shown; only the listener goes on for ever.
    crew.finish(1).await;
    if let Some(failure) = crew.board.failure.borrow_mut().take() {
        return Err(failure);
    }
    match status {
        _ if interrupted => Err(c.ended_by(130).await),
        None | Some(0) => Ok(()),
        Some(code) => Err(c.ended_by(code).await),
    }
}

fn named(c: &Compose, project: &Project, event: &Event) -> String {
    let of = |n: &str| event.actor.attributes.get(n).cloned().unwrap_or_default();
    let name = of("name");
    let default = [project.name.clone(), of(labels::SERVICE), of(labels::NUMBER)].join(c.separator);
    match name == default {
        true => name[project.name.len() + c.separator.len()..].to_string(),
        false => name,
    }
}

/// Shows the output of a container that has just started.
fn follow(
    c: &Compose,
    project: &Project,
    event: &Event,
    crew: &mut Crew,
    printer: &Printer,
) -> Outcome {
    let options = LogsOptions {
        stdout: true,
        stderr: true,
        follow: true,
        since: Some(event.time_nano),
        ..LogsOptions::default()
    };
    crew.log(c, (&named(c, project, event), &event.actor.id), &options, printer)
}

fn stop_all(c: &Compose, m: &Matches, project: &Rc<Project>, crew: &mut Crew) {
    let (c, project, services) = (c.clone(), Rc::clone(project), m.args.clone());
    let timeout = m.given("timeout").then(|| m.number("timeout"));
    let board = crew.board.clone();
    crew.add(async move {
        let progress = quiet_progress(&c);
        if let Err(failure) = stop::services(&c, &project, &services, timeout, &progress).await {
            board.fail(failure);
        }
    });
}
