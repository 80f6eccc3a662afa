//! The portable part of a container's configuration, from the flags of `run` and `create`.

use crate::docker::cli::Cli;
use crate::docker::context::store::lower;
use crate::docker::flags::Matches;
use crate::docker::flags::matches::to_map;
use crate::docker::opts::volume::{self, VolumeArg};
use crate::docker::opts::{envfile, ports};
use crate::engine::api::Empty;
use crate::engine::api::config::{Config, HealthConfig};
use crate::vfs::{Errno, text};
use std::cell::LazyCell;
use std::collections::BTreeMap;

/// The configuration, and the binds that come out of `-v`.
pub struct Portable {
    /// The configuration.
    pub config: Config,
    /// `-v` with a source.
    pub binds: Vec<String>,
    /// Ports with their places on the host.
    pub published: ports::Bindings,
}

/// Reads files of `KEY=value` lines, then the values given themselves.
pub async fn key_values(
    cli: &Cli,
    files: &[String],
    values: &[String],
    lookup: impl Fn(&str) -> Option<String>,
) -> Result<Vec<String>, String> {
    let mut all = Vec::new();
    for file in files {
        let bytes = cli.read_path(file).await.map_err(|e| match e {
            // A directory can be opened; what fails is the reading.
            Errno::EISDIR => format!("invalid env file ({file}): read {file}: {}", lower(e)),
            e => format!("open {file}: {}", lower(e)),
        })?;
        let lines = envfile::parse(&bytes, &lookup);
        all.extend(lines.map_err(|e| format!("invalid env file ({file}): {e}"))?);
    }
    all.extend(envfile::from_environment(values, &lookup));
    Ok(all)
}

/// Of the variables of one name the last, in the place of the first: the client collects them in a map.
fn by_name(values: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for value in values {
        let name = |v: &str| v.split('=').next().unwrap_or_default().to_string();
        match out.iter_mut().find(|v| name(v) == name(value)) {
            Some(earlier) => earlier.clone_from(value),
            None => out.push(value.clone()),
        }
    }
    out
}

/// From the flags and the words: image, then command.
pub async fn build(cli: &Cli, m: &Matches) -> Result<Portable, String> {
    let attach = m.list("attach");
    let wants = |stream: &str| attach.iter().any(|a| a == stream);
    if let mac @ [_, ..] = m.text("mac-address").as_bytes()
        && !valid_mac(&text::decode(mac))
    {
        return Err(format!("{} is not a valid mac address", m.text("mac-address")));
    }
    let swappiness = m.number("memory-swappiness");
    if swappiness != -1 && !(0..=100).contains(&swappiness) {
        return Err(format!("invalid value: {swappiness}. Valid memory swappiness range is 0-100"));
    }
    let (mut volumes, mut binds) = (BTreeMap::new(), Vec::new());
    let cwd = LazyCell::new(|| cli.p.cwd());
    for spec in m.list("volume") {
        match volume::parse(spec, &cwd)? {
            VolumeArg::Anonymous(path) => {
                volumes.insert(path, Empty {});
            }
            VolumeArg::Bind(bind) if binds.contains(&bind) => {}
            VolumeArg::Bind(bind) => binds.push(bind),
        }
    }
    let published = ports::parse_all(m.list("publish"))?;
    let mut exposed_ports: BTreeMap<String, Empty> =
        published.keys().map(|p| (p.clone(), Empty {})).collect();
    for value in m.list("expose") {
        exposed_ports.extend(ports::expose(value)?.into_iter().map(|p| (p, Empty {})));
    }
    let given = by_name(m.list("env"));
    let mut env = key_values(cli, m.list("env-file"), &given, |name| cli.p.env(name)).await?;
    // What is asked for goes first, by itself or by the name alone.
    let said: Vec<&str> = m.list("env").iter().filter_map(|e| e.split('=').next()).collect();
    let proxies = cli.settings.proxies().into_iter().filter(|(n, _)| !said.contains(&n.as_str()));
    env.extend(proxies.map(|(name, value)| format!("{name}={value}")));
    let labels = key_values(cli, m.list("label-file"), m.list("label"), |_| None).await?;
    let entrypoint = match m.text("entrypoint") {
        "" if m.given("entrypoint") => Some(vec![String::new()]),
        "" => None,
        given => Some(vec![given.to_string()]),
    };
    let (stdin, tty) = (m.on("interactive"), m.on("tty"));
    let attach_stdin = stdin || wants("stdin");
    let config = Config {
        hostname: m.text("hostname").to_string(),
        domainname: m.text("domainname").to_string(),
        user: m.text("user").to_string(),
        attach_stdin,
        attach_stdout: attach.is_empty() || wants("stdout"),
        attach_stderr: attach.is_empty() || wants("stderr"),
        exposed_ports,
        tty,
        open_stdin: stdin,
        // Without a client at the other end, nobody could write to it any more.
        stdin_once: stdin && attach_stdin,
        env: Some(env).filter(|e| !e.is_empty()),
        cmd: Some(m.args[1..].to_vec()).filter(|c| !c.is_empty()),
        healthcheck: health(m)?,
        image: m.args[0].clone(),
        volumes: Some(volumes).filter(|v| !v.is_empty()),
        working_dir: m.text("workdir").to_string(),
        mac_address: m.text("mac-address").to_string(),
        entrypoint,
        labels: to_map(&labels),
        stop_signal: m.text("stop-signal").to_string(),
        stop_timeout: Some(m.number("stop-timeout")).filter(|_| m.given("stop-timeout")),
        ..Config::default()
    };
    Ok(Portable { config, binds, published })
}

/// Whether it is a hardware address.
pub fn valid_mac(mac: &str) -> bool {
    let mac = mac.trim();
    // Groups of four with dots between them, or no groups at all, are read as well.
    let dotted: Vec<&str> = mac.split('.').collect();
    if dotted.iter().all(|p| p.chars().all(|c| c.is_ascii_hexdigit()))
        && (dotted.len() == 1 && mac.len() == 12
            || dotted.len() == 3 && dotted.iter().all(|p| p.len() == 4))
    {
        return true;
    }
    let parts: Vec<&str> = mac.split([':', '-']).collect();
    matches!(parts.len(), 6 | 8 | 20)
        && parts.iter().all(|p| p.len() == 2 && p.chars().all(|c| c.is_ascii_hexdigit()))
}

fn health(m: &Matches) -> Result<Option<HealthConfig>, String> {
    const TIMES: [&str; 5] = [
        "health-interval",
        "health-timeout",
        "health-retries",
        "health-start-period",
        "health-start-interval",
    ];
    let command = m.text("health-cmd");
    let any = !command.is_empty() || TIMES.iter().any(|t| m.number(t) != 0);
    if m.on("no-healthcheck") {
        if any {
            return Err("--no-healthcheck conflicts with --health-* options".to_string());
        }
        let test = Some(vec!["NONE".to_string()]);
        return Ok(Some(HealthConfig { test, ..HealthConfig::default() }));
    }
    if !any {
        return Ok(None);
    }
    if let Some(negative) = TIMES.iter().find(|t| m.number(t) < 0) {
        return Err(format!("--{negative} cannot be negative"));
    }
    Ok(Some(HealthConfig {
        test: match command {
            "" => None,
            line => Some(vec!["CMD-SHELL".to_string(), line.to_string()]),
        },
        interval: m.number("health-interval"),
        timeout: m.number("health-timeout"),
        start_period: m.number("health-start-period"),
        start_interval: m.number("health-start-interval"),
        retries: m.number("health-retries"),
    }))
}
