//! `docker info`.

use super::facts;
use crate::docker::PLUGINS;
use crate::docker::cli::{API, Cli, VERSION};
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, text};
use crate::docker::format::units;
use crate::docker::template::types::typed;
use crate::docker::template::{Mode, Template};
use crate::engine::api::system::Info;
use serde_json::{Value, json};

static FLAGS: &[Flag] = &[text("format", crate::docker::system::inspect::FORMAT_HELP).short('f')];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS]",
    about: "Show what engine and host are like",
    also: "docker system info, docker info",
    args: Args::None,
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

/// Plugins that are there: name, words about it, version.
fn plugins(cli: &Cli) -> Vec<(&'static str, &'static str, &'static str)> {
    // Buildx is a part of this program.
    let there = |name: &str| {
        name == "buildx" || cli.p.access(&format!("{PLUGINS}/docker-{name}"), 1).is_ok()
    };
    [("buildx", "Docker Buildx", "0.29.1+ds1"), ("compose", "Docker Compose", "2.40.3-3")]
        .into_iter()
        .filter(|(name, ..)| there(name))
        .collect()
}

fn client(cli: &Cli) -> String {
    let mut out = format!(
        "Client:\n Version:    {VERSION}\n Context:    {}\n Debug Mode: {}\n",
        cli.settings.context(),
        cli.settings.debug
    );
    let plugins = plugins(cli);
    if !plugins.is_empty() {
        out.push_str(" Plugins:\n");
    }
    for (name, about, version) in plugins {
        out.push_str(&format!(
            "  {name}: {about} (Docker Inc.)\n    Version:  {version}\n    Path:     {PLUGINS}/docker-{name}\n"
        ));
    }
    out
}

/// The programs below the engine: name, version, commit.
type Parts = Vec<(String, String, String)>;
/// What the engine told.
type Found = (Info, Parts);

fn server(i: &Info, parts: &Parts) -> String {
    let mut out = format!(
        " Containers: {}\n  Running: {}\n  Paused: {}\n  Stopped: {}\n Images: {}\n Server Version: {}\n Storage Driver: {}\n",
        i.containers,
        i.containers_running,
        i.containers_paused,
        i.containers_stopped,
        i.images,
        i.server_version,
        i.driver
    );
    let mut line = |text: String| {
        out.push_str(&text);
        out.push('\n');
    };
    for (name, value) in &i.driver_status {
        line(format!("  {name}: {value}"));
    }
    line(format!(" Logging Driver: {}", i.logging_driver));
    line(format!(" Cgroup Driver: {}", i.cgroup_driver));
    line(format!(" Cgroup Version: {}", i.cgroup_version));
    line(" Plugins:".to_string());
    for kind in ["Volume", "Network", "Log"] {
        let names = i.plugins.get(kind).map(|n| n.join(" ")).unwrap_or_default();
        line(format!("  {kind}: {names}"));
    }
    line(" CDI spec directories:\n  /etc/cdi\n  /var/run/cdi".to_string());
    line(" Swarm: inactive".to_string());
    line(format!(" Runtimes: {}", i.runtimes.join(" ")));
    line(format!(" Default Runtime: {}", i.default_runtime));
    line(" Init Binary: docker-init".to_string());
    for (name, _, commit) in parts {
        let name = if name == "docker-init" { "init" } else { name };
        line(format!(" {name} version: {commit}"));
    }
    if !i.security_options.is_empty() {
        line(" Security Options:".to_string());
    }
    for option in &i.security_options {
        for pair in option.split(',') {
            match pair.split_once('=') {
                Some(("name", name)) => line(format!("  {name}")),
                Some(("profile", profile)) => line(format!("   Profile: {profile}")),
                _ => {}
            }
        }
    }
    line(format!(" Kernel Version: {}", i.kernel_version));
    line(format!(" Operating System: {}", i.operating_system));
    line(format!(" OSType: {}", i.os_type));
    line(format!(" Architecture: {}", i.architecture));
    line(format!(" CPUs: {}", i.ncpu));
    line(format!(" Total Memory: {}", units::bytes(i.mem_total as f64)));
    line(format!(" Name: {}", i.name));
    line(format!(" ID: {}", i.id));
    line(format!(" Docker Root Dir: {}", i.docker_root_dir));
    line(format!(" Debug Mode: {}", i.debug));
    if i.debug {
        line(format!("  File Descriptors: {}\n  Goroutines: {}", facts::FILES, facts::ROUTINES));
        line(format!("  System Time: {}\n  EventsListeners: 0", i.system_time));
    }
    if !i.labels.is_empty() {
        line(" Labels:".to_string());
    }
    for label in &i.labels {
        line(format!("  {label}"));
    }
    line(" Experimental: false".to_string());
    line(" Insecure Registries:".to_string());
    for registry in facts::insecure_names(i).into_iter().chain(facts::insecure_networks(i)) {
        line(format!("  {registry}"));
    }
    if !i.mirrors.is_empty() {
        line(" Registry Mirrors:".to_string());
    }
    for mirror in &i.mirrors {
        line(format!("  {mirror}"));
    }
    line(format!(" Live Restore Enabled: {}", i.live_restore_enabled));
    if !i.default_address_pools.is_empty() {
        line(" Default Address Pools:".to_string());
    }
    for (base, size) in &i.default_address_pools {
        line(format!("   Base: {base}, Size: {size}"));
    }
    out
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let found =
        cli.engine("Get", "info").map(|engine| (engine.info(), engine.version().components));
    let format = m.text("format");
    if !format.is_empty() {
        return formatted(&cli, format, found).await;
    }
    cli.out(&format!("{}\nServer:\n", client(&cli))).await;
    match found {
        Ok((info, parts)) => {
            cli.line(&server(&info, &parts)).await;
            for warning in &info.warnings {
                cli.err(warning).await;
            }
            Ok(())
        }
        Err(failure) => Err(failure),
    }
}

async fn formatted(cli: &Cli, format: &str, found: Result<Found, Failure>) -> Outcome {
    let text = if format == "json" { "{{json .}}" } else { format };
    let template = Template::parse(text)
        .map_err(|e| Failure::new(64, format!("template parsing error: {e}")))?;
    let mut facts = match &found {
        Ok((info, parts)) => {
            let commit = |i: usize| parts.get(i).map_or("", |(_, _, commit)| commit.as_str());
            facts::engine(info, [commit(0), commit(1), commit(2)])
        }
        Err(failure) => {
            let errors = json!([failure.text]);
            serde_json::Map::from_iter([("ServerErrors".to_string(), errors)])
        }
    };
    let plugins: Vec<Value> = plugins(cli)
        .into_iter()
        .map(|(name, about, version)| {
            json!({
                "SchemaVersion": "0.1.0", "Vendor": "Docker Inc.", "Version": version,
                "ShortDescription": about, "Name": name, "Path": format!("{PLUGINS}/docker-{name}")
            })
        })
        .collect();
    let client = json!({
        "Debug": cli.settings.debug, "Version": VERSION, "DefaultAPIVersion": API, "GitCommit": "e6534b4",
        "GoVersion": "go1.24.3", "Os": "linux", "Arch": "amd64",
        "BuildTime": "Fri May 30 12:07:14 2025", "Context": cli.settings.context(),
        "Plugins": plugins, "Warnings": null
    });
    facts.insert("ClientInfo".to_string(), client);
    let facts = Value::Object(facts);
    let mut out = String::new();
    let end = template.run_onto(&mut out, &typed(&facts::TYPE, Some(&facts)), Mode::default());
    cli.line(&out).await;
    end.map_err(Failure::from)?;
    found.map(drop)
}
