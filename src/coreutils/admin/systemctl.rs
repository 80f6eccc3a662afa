//! systemctl and service: the services that the machine has registered with its kernel.

use std::rc::Rc;

use crate::coreutils::time::{SECOND, Zone, strftime};
use crate::coreutils::{Arg, Cx};
use crate::kernel::{Service, ServiceState};

const NO_INIT: &str = "System has not been booted with systemd as init system (PID 1). Can't operate.\n\
                       Failed to connect to system scope bus via local transport: Host is down\n";

/// The name without `.service`, and the service.
fn unit(cx: &Cx, name: &str) -> (String, Option<Rc<dyn Service>>) {
    let name = name.strip_suffix(".service").unwrap_or(name).to_string();
    let found = cx.p.kernel().service(&name);
    (name, found)
}

fn state_word(state: ServiceState) -> &'static str {
    match state {
        ServiceState::Active { .. } => "active",
        ServiceState::Inactive => "inactive",
        ServiceState::Failed => "failed",
    }
}

/// How long ago, in systemd's words.
fn ago(ns: i64) -> String {
    let s = (ns / SECOND).max(0);
    let (d, h, m) = (s / 86_400, s / 3_600 % 24, s / 60 % 60);
    match (d, h, m) {
        (0, 0, 0) => format!("{s}s ago"),
        (0, 0, m) if s % 60 > 0 && m < 10 => format!("{m}min {}s ago", s % 60),
        (0, 0, m) => format!("{m}min ago"),
        (0, h, m) => format!("{h}h {m}min ago"),
        (1, ..) => format!("1 day {h}h ago"),
        (d, ..) => format!("{d} days ago"),
    }
}

fn status_text(cx: &Cx, name: &str, service: &dyn Service) -> String {
    let now = cx.p.now();
    let zone = Zone::of(&cx.p);
    let state = service.state();
    let dot = match state {
        ServiceState::Active { .. } => "●",
        ServiceState::Inactive => "○",
        ServiceState::Failed => "×",
    };
    let enabled = if service.enabled() { "enabled" } else { "disabled" };
    let mut out = format!(
        "{dot} {name}.service - {}\n     Loaded: loaded (/usr/lib/systemd/system/{name}.service; {enabled}; preset: enabled)\n",
        service.description()
    );
    match state {
        ServiceState::Active { since, pid } => {
            let when = strftime("%a %Y-%m-%d %H:%M:%S %Z", since, &zone, true);
            out += &format!("     Active: active (running) since {when}; {}\n", ago(now - since));
            let command = service.command();
            let program = command.split(' ').next().unwrap_or_default();
            let base = program.rsplit('/').next().unwrap_or_default();
            out += &format!("   Main PID: {pid} ({base})\n      Tasks: 1\n");
            out += &format!(
                "     CGroup: /system.slice/{name}.service\n             └─{pid} {command}\n"
            );
        }
        ServiceState::Inactive => out += "     Active: inactive (dead)\n",
        ServiceState::Failed => out += "     Active: failed (Result: exit-code)\n",
    }
    let log = service.log();
    if !log.is_empty() {
        out.push('\n');
    }
    for (at, line) in &log[log.len().saturating_sub(10)..] {
        out += &super::journalctl::line(cx, name, *at, line);
    }
    out
}

async fn unknown(cx: &mut Cx, verb: &str, name: &str) -> i32 {
    if verb == "status" || verb == "cat" {
        cx.say(&format!("Unit {name}.service could not be found.\n")).await;
        return 4;
    }
    cx.say(&format!("Failed to {verb} {name}.service: Unit {name}.service not found.\n")).await;
    5
}

/// An order to a service; the status to end with.
async fn order(cx: &mut Cx, verb: &str, name: &str, service: &Rc<dyn Service>) -> i32 {
    if cx.p.cred().euid != 0 {
        cx.say(&format!("Failed to {verb} {name}.service: Interactive authentication required.\n"))
            .await;
        let text = format!("See system logs and 'systemctl status {name}.service' for details.\n");
        cx.say(&text).await;
        return 1;
    }
    let runs = matches!(service.state(), ServiceState::Active { .. });
    let result = match verb {
        "start" if runs => Ok(()),
        "start" => service.start(cx.p.clone()).await,
        "stop" if !runs => Ok(()),
        "stop" => service.stop(cx.p.clone()).await,
        "reload" => service.reload(cx.p.clone()).await,
        "try-restart" if !runs => Ok(()),
        _ => match if runs { service.stop(cx.p.clone()).await } else { Ok(()) } {
            Ok(()) => service.start(cx.p.clone()).await,
            error => error,
        },
    };
    match result {
        Ok(()) => 0,
        Err(text) => {
            cx.say(&format!("Job for {name}.service failed because {text}\n")).await;
            let text = format!(
                "See \"systemctl status {name}.service\" and \"journalctl -xeu {name}.service\" for details.\n"
            );
            cx.say(&text).await;
            1
        }
    }
}

fn list(cx: &mut Cx, all: bool) {
    let mut rows = Vec::new();
    for name in cx.p.kernel().service_names() {
        let Some(service) = cx.p.kernel().service(&name) else { continue };
        let (active, sub) = match service.state() {
            ServiceState::Active { .. } => ("active", "running"),
            ServiceState::Inactive => ("inactive", "dead"),
            ServiceState::Failed => ("failed", "failed"),
        };
        if all || active != "inactive" {
            rows.push((format!("{name}.service"), active, sub, service.description()));
        }
    }
    let width = rows.iter().map(|r| r.0.len()).max().unwrap_or(4).max(4);
    cx.puts(&format!("  {:<width$} LOAD   ACTIVE   SUB     DESCRIPTION\n", "UNIT"));
    for (name, active, sub, about) in &rows {
        cx.puts(&format!("  {name:<width$} loaded {active:<8} {sub:<7} {about}\n"));
    }
    cx.puts(&format!("\n{} loaded units listed.\n", rows.len()));
}

/// `systemctl`.
pub async fn systemctl(cx: &mut Cx) -> i32 {
    let longs = [
        ("no-pager", Arg::No, 'P'),
        ("quiet", Arg::No, 'q'),
        ("all", Arg::No, 'a'),
        ("type", Arg::Required, 't'),
        ("state", Arg::Required, 'S'),
        ("full", Arg::No, 'l'),
        ("lines", Arg::Required, 'n'),
        ("now", Arg::No, 'N'),
        ("system", Arg::No, 'y'),
        ("user", Arg::No, 'u'),
        ("no-legend", Arg::No, 'L'),
    ];
    let parsed = match cx.getopt("qat:ln:", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if cx.p.host_pid() != cx.p.pid() {
        cx.say(NO_INIT).await;
        return 1;
    }
    let mut words = parsed.operands.iter().map(String::as_str);
    let verb = words.next().unwrap_or("list-units");
    let names: Vec<&str> = words.collect();
    match verb {
        "list-units" | "list-unit-files" => {
            list(cx, parsed.has('a') || verb == "list-unit-files");
            return 0;
        }
        "daemon-reload" | "daemon-reexec" | "reset-failed" => return 0,
        "reboot" => return super::power::reboot(cx).await,
        "poweroff" | "halt" => return super::power::poweroff(cx).await,
        "is-system-running" => {
            cx.puts("running\n");
            return 0;
        }
        _ => {}
    }
    const VERBS: &[&str] = &[
        "cat",
        "disable",
        "enable",
        "is-active",
        "is-enabled",
        "is-failed",
        "mask",
        "reload",
        "restart",
        "show",
        "start",
        "status",
        "stop",
        "try-restart",
        "unmask",
    ];
    if !VERBS.contains(&verb) {
        cx.say(&format!("Unknown command verb '{verb}'.\n")).await;
        return 1;
    }
    if names.is_empty() {
        if verb == "status" {
            let host = cx.p.hostname();
            cx.puts(&format!("● {host}\n    State: running\n"));
            return 0;
        }
        cx.say("Too few arguments.\n").await;
        return 1;
    }
    let mut status = 0;
    for name in names {
        let (name, found) = unit(cx, name);
        let code = match (verb, found) {
            ("is-active" | "is-failed", found) => {
                let state = found.map_or("inactive", |s| state_word(s.state()));
                if !parsed.has('q') {
                    cx.puts(&format!("{state}\n"));
                }
                let wanted = if verb == "is-active" { "active" } else { "failed" };
                if state == wanted {
                    0
                } else if verb == "is-failed" {
                    1
                } else {
                    3
                }
            }
            ("is-enabled", None) => {
                cx.puts("not-found\n");
                4
            }
            (verb, None) => unknown(cx, verb, &name).await,
            ("is-enabled", Some(s)) => {
                cx.puts(if s.enabled() { "enabled\n" } else { "disabled\n" });
                i32::from(!s.enabled())
            }
            ("status", Some(s)) => {
                let text = status_text(cx, &name, &*s);
                cx.puts(&text);
                if matches!(s.state(), ServiceState::Active { .. }) { 0 } else { 3 }
            }
            ("enable" | "disable", Some(s)) => {
                if cx.p.cred().euid != 0 {
                    let text =
                        format!("Failed to {verb} unit: Interactive authentication required.\n");
                    cx.say(&text).await;
                    1
                } else {
                    s.enable(verb == "enable");
                    match (parsed.has('N'), verb) {
                        (true, "enable") => order(cx, "start", &name, &s).await,
                        (true, _) => order(cx, "stop", &name, &s).await,
                        _ => 0,
                    }
                }
            }
            ("show", Some(s)) => {
                let pid = match s.state() {
                    ServiceState::Active { pid, .. } => pid,
                    _ => 0,
                };
                cx.puts(&format!(
                    "Id={name}.service\nDescription={}\nLoadState=loaded\nActiveState={}\nMainPID={pid}\n",
                    s.description(),
                    state_word(s.state())
                ));
                0
            }
            ("mask" | "unmask" | "cat", Some(_)) => {
                cx.say(&format!("Drydock does not simulate systemctl {verb}.\n")).await;
                1
            }
            (verb, Some(s)) => order(cx, verb, &name, &s).await,
        };
        if code != 0 {
            status = code;
        }
    }
    status
}

/// `service`.
pub async fn service(cx: &mut Cx) -> i32 {
    let args = cx.args();
    if args.first().is_some_and(|a| a == "--status-all") {
        for name in cx.p.kernel().service_names() {
            let runs =
                cx.p.kernel()
                    .service(&name)
                    .is_some_and(|s| matches!(s.state(), ServiceState::Active { .. }));
            cx.puts(&format!(" [ {} ]  {name}\n", if runs { '+' } else { '-' }));
        }
        return 0;
    }
    let [name, verb, ..] = args.as_slice() else {
        cx.say("Usage: service < option > | --status-all | [ service_name [ command | --full-restart ] ]\n").await;
        return 1;
    };
    let (name, found) = unit(cx, name);
    match (verb.as_str(), found.filter(|_| cx.p.host_pid() == cx.p.pid())) {
        (_, None) => {
            cx.say(&format!("{name}: unrecognized service\n")).await;
            1
        }
        ("status", Some(s)) => {
            let text = status_text(cx, &name, &*s);
            cx.puts(&text);
            if matches!(s.state(), ServiceState::Active { .. }) { 0 } else { 3 }
        }
        (verb @ ("start" | "stop" | "restart" | "reload" | "force-reload"), Some(s)) => {
            order(cx, verb, &name, &s).await
        }
        (verb, Some(_)) => {
            cx.say(&format!(
                "Usage: service {name} {{start|stop|restart|reload|status}}, not {verb}\n"
            ))
            .await;
            1
        }
    }
}
