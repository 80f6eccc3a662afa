//! A service turned into the engine's request for a container.

use super::containers::labels;
use super::mounts::{self, Mounts};
use super::{hash, limits};
use crate::compose::command::{Compose, LABEL_VERSION};
use crate::compose::project::service::{Health, Service, ServiceNetwork};
use crate::compose::project::{Project, text};
use crate::docker::command::Failure;
use crate::engine::api::Empty;
use crate::engine::api::List;
use crate::engine::api::config::{Config, HealthConfig};
use crate::engine::api::container::{ContainerCreate, ContainerSummary};
use crate::engine::api::host_config::{HostConfig, LogConfig, PortBinding, RestartPolicy};
use crate::engine::api::network::{EndpointIpam, EndpointSettings};
use crate::golang::quote::quote;
use serde_json::Value;
use std::collections::BTreeMap;

/// What a container is made for.
#[derive(Clone, Copy, Default)]
pub struct Purpose<'a> {
    /// Its number; -1 for one that is run by hand.
    pub number: i64,
    /// The container whose anonymous volumes it takes over.
    pub inherit: Option<&'a ContainerSummary>,
    /// Remove it when it ends.
    pub auto_remove: bool,
    /// Its input comes from here.
    pub stdin: bool,
    /// It answers to the service's name.
    pub aliases: bool,
}

/// A service of which a container is to be made.
pub struct Model<'a> {
    /// Its project.
    pub project: &'a Project,
    /// Its name.
    pub name: &'a str,
    /// As the tables have it.
    pub value: &'a Value,
    /// As a type, with other containers' ids put in.
    pub service: Service,
    /// The id of its image.
    pub image_id: Option<String>,
    /// Labels besides the service's own.
    pub labels: BTreeMap<String, String>,
}

fn some<T: Clone>(list: &[T]) -> Option<Vec<T>> {
    if list.is_empty() { None } else { Some(list.to_vec()) }
}

/// The name of a service's container.
pub fn container_name(c: &Compose, m: &Model<'_>, number: i64) -> String {
    match m.service.container_name.as_str() {
        "" => [m.project.name.as_str(), m.name, &number.to_string()].join(c.separator),
        own => own.to_string(),
    }
}

/// All labels of a container.
fn all_labels(c: &Compose, m: &Model<'_>, number: i64) -> BTreeMap<String, String> {
    let mut all = m.service.labels.clone();
    let mut put = |name: &str, value: String| all.insert(name.to_string(), value);
    put(labels::PROJECT, m.project.name.clone());
    put(labels::SERVICE, m.name.to_string());
    put(labels::VERSION, LABEL_VERSION.to_string());
    put(labels::DIR, m.project.dir.clone());
    put(labels::FILES, m.project.files.join(","));
    put(labels::ONEOFF, "False".to_string());
    if !c.choice.env_files.is_empty() {
        put(labels::ENV_FILES, c.choice.env_files.join(","));
    }
    if let Some(id) = &m.image_id {
        put(labels::IMAGE, id.clone());
    }
    put(labels::HASH, hash::service(m.value));
    if number > 0 {
        put(labels::NUMBER, number.to_string());
    }
    let depends = m.service.depends_on.iter();
    let depends: Vec<String> =
        depends.map(|(n, d)| format!("{n}:{}:{}", d.condition, d.restart)).collect();
    put(labels::DEPENDS, depends.join(","));
    all.extend(m.labels.clone());
    all
}

/// The request.
pub fn build(
    c: &Compose,
    m: &Model<'_>,
    name: &str,
    purpose: Purpose<'_>,
) -> Result<(ContainerCreate, Vec<String>), Failure> {
    let s = &m.service;
    let Mounts { binds, mounts, warnings } =
        mounts::build(&c.engine()?, m.project, (m.name, s), purpose.inherit, &|path| {
            c.cli.p.exists(path)
        })?;
    let (network_mode, networks) = networks(c, m, purpose);
    let (security_opt, unconfined) = security(c, m)?;
    let container = Config {
        hostname: s.hostname.clone(),
        domainname: s.domainname.clone(),
        user: s.user.clone(),
        exposed_ports: exposed(s),
        tty: s.tty,
        open_stdin: s.stdin_open,
        stdin_once: purpose.stdin && s.stdin_open,
        attach_stdin: purpose.stdin,
        attach_stdout: true,
        attach_stderr: true,
        cmd: s.command.clone(),
        image: crate::compose::project::image_of(m.value, m.name, &m.project.name),
        working_dir: s.working_dir.clone(),
        entrypoint: s.entrypoint.clone(),
        network_disabled: s.network_mode == "disabled",
        labels: all_labels(c, m, purpose.number),
        stop_signal: s.stop_signal.clone(),
        env: some(&environment(s)),
        healthcheck: s.healthcheck.as_ref().map(health).transpose()?,
        stop_timeout: s.stop_grace_period.map(|ns| ns / 1_000_000_000),
        ..Config::default()
    };
    let host_config = HostConfig {
        auto_remove: purpose.auto_remove,
        annotations: s.annotations.clone(),
        binds: some(&binds),
        mounts,
        cap_add: some(&s.cap_add),
        cap_drop: some(&s.cap_drop),
        network_mode,
        init: s.init,
        ipc_mode: s.ipc.clone(),
        cgroupns_mode: s.cgroup.clone(),
        readonly_rootfs: s.read_only,
        restart_policy: restart(s),
        shm_size: s.shm_size,
        sysctls: s.sysctls.clone(),
        port_bindings: bindings(s),
        resources: limits::resources(s),
        volume_driver: s.volume_driver.clone(),
        volumes_from: some(&s.volumes_from),
        dns: List::filled(s.dns.clone()),
        dns_search: List::filled(s.dns_search.clone()),
        dns_options: List::filled(s.dns_opt.clone()),
        extra_hosts: Some(s.extra_hosts.iter().map(|h| h.replacen('=', ":", 1)).collect()),
        security_opt: some(&security_opt),
        storage_opt: s.storage_opt.clone(),
        userns_mode: s.userns_mode.clone(),
        uts_mode: s.uts.clone(),
        privileged: s.privileged,
        pid_mode: s.pid.clone(),
        tmpfs: s
            .tmpfs
            .iter()
            .map(|t| t.split_once(':').unwrap_or((t, "")))
            .map(|(path, options)| (path.to_string(), options.to_string()))
            .collect(),
        isolation: s.isolation.clone(),
        runtime: s.runtime.clone(),
        log_config: s.logging.as_ref().map_or_else(LogConfig::default, |l| LogConfig {
            kind: l.driver.clone(),
            config: l.options.clone(),
        }),
        group_add: some(&s.group_add),
        links: some(&s.links),
        oom_score_adj: s.oom_score_adj,
        masked_paths: unconfined.then(Vec::new),
        readonly_paths: unconfined.then(Vec::new),
        ..HostConfig::default()
    };
    let request = ContainerCreate {
        name: name.to_string(),
        platform: match s.platform.as_str() {
            "" => m.project.env.get("DOCKER_DEFAULT_PLATFORM").cloned().unwrap_or_default(),
            own => own.to_string(),
        },
        config: container,
        host_config,
        networks,
    };
    Ok((request, warnings))
}

fn environment(s: &Service) -> Vec<String> {
    s.environment
        .iter()
        .map(|(name, value)| match value {
            Some(value) => format!("{name}={value}"),
            None => name.clone(),
        })
        .collect()
}

fn exposed(s: &Service) -> BTreeMap<String, Empty> {
    let own = s.expose.iter().map(|e| match e.contains('/') {
        true => e.clone(),
        false => format!("{e}/tcp"),
    });
    let ports = s.ports.iter().map(|p| format!("{}/{}", p.target, p.protocol));
    own.chain(ports).map(|p| (p, Empty {})).collect()
}

fn bindings(s: &Service) -> BTreeMap<String, Vec<PortBinding>> {
    let mut all: BTreeMap<String, Vec<PortBinding>> = BTreeMap::new();
    for port in &s.ports {
        let key = format!("{}/{}", port.target, port.protocol);
        all.entry(key)
            .or_default()
            .push(PortBinding { host_ip: port.host_ip.clone(), host_port: port.published.clone() });
    }
    all
}

fn health(h: &Health) -> Result<HealthConfig, Failure> {
    let mut test = some(&h.test);
    if h.disable {
        test = Some(vec!["NONE".to_string()]);
    }
    Ok(HealthConfig {
        test,
        interval: h.interval.unwrap_or(0),
        timeout: h.timeout.unwrap_or(0),
        start_period: h.start_period.unwrap_or(0),
        start_interval: h.start_interval.unwrap_or(0),
        retries: h.retries.unwrap_or(0),
    })
}

fn restart(s: &Service) -> RestartPolicy {
    let name = |word: &str| {
        match word {
            "none" => "no",
            "any" => "always",
            other => other,
        }
        .to_string()
    };
    if let Some(policy) = s.deploy.as_ref().and_then(|d| d.restart_policy.as_ref()) {
        return RestartPolicy {
            name: name(&policy.condition),
            maximum_retry_count: policy.max_attempts.unwrap_or(0),
        };
    }
    let (word, count) = s.restart.split_once(':').unwrap_or((&s.restart, ""));
    RestartPolicy { name: name(word), maximum_retry_count: count.parse().unwrap_or(0) }
}

fn security(c: &Compose, m: &Model<'_>) -> Result<(Vec<String>, bool), Failure> {
    let (mut all, mut unconfined) = (Vec::new(), false);
    for option in &m.service.security_opt {
        if option == "systempaths=unconfined" {
            unconfined = true;
            continue;
        }
        let pair = option.split_once('=').or_else(|| option.split_once(':'));
        match pair {
            None if option != "no-new-privileges" => {
                return Err(format!("invalid security-opt: {}", quote(option)).into());
            }
            Some(("seccomp", file)) if file != "unconfined" && file != "builtin" => {
                let path = match file.starts_with('/') {
                    true => file.to_string(),
                    false => format!("{}/{file}", m.project.dir),
                };
                let failed = |e: String| {
                    Failure::from(format!("opening seccomp profile ({file}) failed: {e}"))
                };
                let bytes = c.cli.p.read_file(&path).map_err(|e| {
                    failed(format!("open {path}: {}", crate::docker::context::store::lower(e)))
                })?;
                let json: Value = crate::golang::json::whole(&bytes).map_err(|e| {
                    Failure::from(format!(
                        "compacting json for seccomp profile ({file}) failed: {e}"
                    ))
                })?;
                all.push(format!("seccomp={json}"));
            }
            _ => all.push(option.clone()),
        }
    }
    Ok((all, unconfined))
}

/// The network mode, and the ends of all networks.
fn networks(
    c: &Compose,
    m: &Model<'_>,
    purpose: Purpose<'_>,
) -> (String, BTreeMap<String, EndpointSettings>) {
    if !m.service.network_mode.is_empty() {
        return (m.service.network_mode.clone(), BTreeMap::new());
    }
    if m.project.networks.is_empty() {
        return ("none".to_string(), BTreeMap::new());
    }
    let mut keys = m.service.networks_in_order();
    if keys.is_empty() {
        keys.push("default".to_string());
    }
    let real = |key: &String| {
        m.project.networks.get(key).map_or(key.clone(), |n| text(n, "name").to_string())
    };
    let mut all = BTreeMap::new();
    for (i, key) in keys.iter().enumerate() {
        let settings = m.service.networks.get(key).cloned().flatten();
        let mut end = endpoint(c, m, purpose, settings.as_ref());
        if i == 0 && end.mac_address.is_empty() {
            end.mac_address.clone_from(&m.service.mac_address);
        }
        all.insert(real(key), end);
    }
    (real(&keys[0]), all)
}

fn endpoint(
    c: &Compose,
    m: &Model<'_>,
    purpose: Purpose<'_>,
    own: Option<&ServiceNetwork>,
) -> EndpointSettings {
    let mut aliases = vec![container_name(c, m, purpose.number)];
    if purpose.aliases {
        aliases.push(m.name.to_string());
        aliases.extend(own.map(|n| n.aliases.clone()).unwrap_or_default());
    }
    let mut end = EndpointSettings {
        aliases: Some(aliases),
        links: some(&m.service.links),
        ..EndpointSettings::default()
    };
    if let Some(own) = own {
        end.ipam_config = Some(EndpointIpam {
            ipv4_address: own.ipv4_address.clone(),
            ipv6_address: own.ipv6_address.clone(),
            ..EndpointIpam::default()
        });
        end.mac_address.clone_from(&own.mac_address);
        let mut options = own.driver_opts.clone();
        if !own.interface_name.is_empty() {
            options.insert(
                "com.docker.network.endpoint.ifname".to_string(),
                own.interface_name.clone(),
            );
        }
        end.driver_opts = Some(options).filter(|o| !o.is_empty());
        end.gw_priority = own.gw_priority;
    }
    end
}
