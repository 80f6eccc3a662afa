//! `docker ps`: which containers, in which order, and how their state reads.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::engine::api::container::{ContainerListOptions, ContainerSummary, PortSummary, Stats};
use crate::engine::run::links::parts;
use crate::engine::state::{Container, Phase, Source};
use crate::engine::{Engine, EngineError, Result};
use crate::golang::{strconv, units};

use super::inspect::{ports_of, show_mount};

const FILTERS: &[&str] = &[
    "ancestor",
    "before",
    "exited",
    "expose",
    "health",
    "id",
    "is-task",
    "isolation",
    "label",
    "name",
    "network",
    "publish",
    "since",
    "status",
    "volume",
];
/// A word of a command as the list shows it: in quotes when there are spaces in it.
fn quoted(word: &str) -> Cow<'_, str> {
    if word.contains(' ') { format!("'{word}'").into() } else { word.into() }
}

const STATES: &[&str] =
    &["created", "dead", "exited", "paused", "removing", "restarting", "running"];

const HEALTH: &[&str] = &["none", "starting", "healthy", "unhealthy"];

/// A port, or a range of them, with or without a protocol.
fn check_port(key: &str, value: &str) -> Result<()> {
    let numbers = value.split('/').next().unwrap_or_default();
    if numbers.is_empty() {
        return Err(EngineError::invalid(format!(
            "error while looking up for {key} {value}: Empty string specified for ports."
        )));
    }
    for number in numbers.split('-').take(2) {
        let digits = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        if number.parse::<u16>().is_err() {
            let why = if digits { "value out of range" } else { "invalid syntax" };
            return Err(EngineError::invalid(format!(
                "error while looking up for {key} {value}: strconv.ParseUint: parsing {number:?}: {why}"
            )));
        }
    }
    let mut ends = numbers.split('-').map(|n| n.parse::<u16>().ok());
    if let (Some(first), Some(last)) = (ends.next(), ends.next())
        && first > last
    {
        return Err(EngineError::invalid(format!(
            "error while looking up for {key} {value}: Invalid range specified for the Port: {value}"
        )));
    }
    Ok(())
}

/// The ports of the container's side that a filter names: `80`, `80/udp`, `8000-8010`.
fn asked_ports(value: &str) -> impl Iterator<Item = String> + use<> {
    let mut parts = value.split('/');
    let (numbers, protocol) = (parts.next().unwrap_or_default(), parts.next().unwrap_or("tcp"));
    // A third number means nothing.
    let mut ends = numbers.split('-').map(|n| n.parse::<u16>().ok());
    let first = ends.next().flatten().unwrap_or(1);
    let last = ends.next().map_or(first, |n| n.unwrap_or(0));
    let protocol = protocol.to_string();
    (first..=last).map(move |n| format!("{n}/{protocol}"))
}

/// Whether one of a container's ports is open on the host under this number.
fn published(c: &Container, asked: &str) -> bool {
    let (number, kind) = asked.split_once('/').unwrap_or((asked, "tcp"));
    c.run.is_some()
        && c.ports.iter().any(|(port, bound)| {
            port.split('/').nth(1).unwrap_or("tcp") == kind
                && bound.iter().any(|(_, open)| open.to_string() == number)
        })
}

impl Engine {
    /// `docker ps`, newest first. Each is worked out when it is its turn: of ten thousand, one at
    /// a time takes memory.
    pub fn container_list(
        &self,
        o: &ContainerListOptions,
    ) -> Result<impl Iterator<Item = ContainerSummary>> {
        let f = &o.filters;
        f.check(FILTERS)?;
        if let Some(bad) = f.get("status").find(|s| !STATES.contains(s)) {
            return Err(EngineError::invalid(format!(
                "invalid filter 'status={bad}': invalid value for state ({bad}): must be one of created, running, paused, restarting, removing, exited, dead"
            )));
        }
        for code in f.get("exited") {
            if let Err(why) = strconv::parse_int(code, 10) {
                return Err(EngineError::invalid(format!(
                    "invalid filter 'exited={code}': strconv.Atoi: parsing {code:?}: {why}"
                )));
            }
        }
        if let Some(bad) = f.get("health").find(|h| !HEALTH.contains(h)) {
            return Err(EngineError::invalid(format!(
                "invalid filter 'health={bad}': invalid value for health ({bad}): must be one of none, starting, healthy, unhealthy"
            )));
        }
        // Tasks are those of a swarm.
        let none = f.truth("is-task")? == Some(true);
        for key in ["publish", "expose"] {
            for value in f.get(key) {
                check_port(key, value)?;
            }
        }
        let point = |key: &str| -> Result<Option<i64>> {
            match f.get(key).last() {
                Some("") => Err(EngineError::not_found("No such container: ")),
                Some(word) => Ok(Some(self.container(word)?.created)),
                None => Ok(None),
            }
        };
        let (before, since) = (point("before")?, point("since")?);
        let ancestors: Vec<String> =
            f.get("ancestor").filter_map(|a| self.find_image(a).ok()).collect();
        let any = o.all || o.limit.is_some() || f.has("status") || f.has("exited");
        let mut images = BTreeMap::new();
        let linked = self.linked_names();
        let mut all: Vec<Rc<Container>> =
            self.state().containers.values().filter(|c| !c.hidden).cloned().collect();
        all.sort_by(|a, b| b.created.cmp(&a.created).then(a.id.cmp(&b.id)));
        let fit = all.into_iter().filter(move |c| {
            !none
                && (any || c.run.is_some() || c.phase == Phase::Restarting)
                && before.is_none_or(|b| c.created < b)
                && since.is_none_or(|s| c.created > s)
                && (!f.has("ancestor") || ancestors.iter().any(|a| self.descends(&c.image, a)))
                && self.fits(o, c)
        });
        let shown = fit.map(move |c| {
            let name = c.config.image.clone();
            let image = images.entry(name).or_insert_with_key(|name| self.find_image(name).ok());
            self.summary_of(&c, o.size, image.as_deref(), linked.get(&c.name))
        });
        Ok(shown.take(o.limit.unwrap_or(usize::MAX)))
    }

    fn fits(&self, o: &ContainerListOptions, c: &Container) -> bool {
        let f = &o.filters;
        let health = c.health.as_ref().map_or("none", |h| h.status.as_str());
        let exited = !f.has("exited")
            || (c.phase == Phase::Exited && f.exact("exited", &c.exit_code.to_string()));
        let id = !f.has("id") || f.get("id").any(|i| !i.is_empty() && c.id.starts_with(i));
        let volume = !f.has("volume")
            || f.get("volume").any(|v| {
                c.mounts.values().any(|m| {
                    let source = match &m.source {
                        Source::Volume { name, .. } => name == v,
                        Source::Bind { path, .. } => path == v,
                        _ => false,
                    };
                    source || m.destination == v
                })
            });
        let network = !f.has("network")
            || f.get("network").any(|n| {
                c.host.network_mode == n
                    || c.networks.iter().any(|(name, e)| {
                        name == n || n.is_empty() || (n.len() > 3 && e.network_id.starts_with(n))
                    })
            });
        let publish = !f.has("publish")
            || f.get("publish").any(|p| asked_ports(p).any(|port| published(c, &port)));
        let expose = !f.has("expose")
            || f.get("expose")
                .any(|p| asked_ports(p).any(|port| c.config.exposed_ports.contains_key(&port)))
                && c.run.is_some();
        let name = !f.has("name")
            || f.found_in("name", &c.name)
            || f.found_in("name", &format!("/{}", c.name));
        name && id
            && exited
            && volume
            && network
            && publish
            && expose
            && f.labels("label", &c.config.labels)
            && f.exact("status", c.phase.word())
            && f.exact("health", health)
    }

    /// Whether an image is another, or was made on top of it.
    fn descends(&self, image: &str, ancestor: &str) -> bool {
        let st = self.state();
        let parent = |id: &&str| Some(st.images.images.get(*id)?.parent.as_str());
        std::iter::successors(Some(image), parent).any(|id| id == ancestor)
    }

    /// The names that links give to containers, by the container's own name.
    fn linked_names(&self) -> BTreeMap<String, Vec<String>> {
        let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for c in self.state().containers.values() {
            for (name, alias) in c.host.links.iter().flatten().map(|l| parts(l)) {
                names.entry(name.to_string()).or_default().push(format!("/{}/{alias}", c.name));
            }
        }
        names
    }

    /// A container as lists show it; `image` is what its image's name means now, `linked` the names that links
    /// give it.
    fn summary_of(
        &self,
        c: &Container,
        size: bool,
        image: Option<&str>,
        linked: Option<&Vec<String>>,
    ) -> ContainerSummary {
        let mut names = vec![["/", &c.name].concat()];
        names.extend(linked.into_iter().flatten().cloned());
        names.sort();
        let same = image == Some(c.image.as_str());
        let command: Vec<_> = std::iter::once(&c.path).chain(&c.args).map(|w| quoted(w)).collect();
        let rw = if size { self.writable_size(c) } else { 0 };
        let root = if size { rw + self.image_size(c) } else { 0 };
        ContainerSummary {
            id: c.id.clone(),
            names,
            image: if same { c.config.image.clone() } else { c.image.clone() },
            image_id: c.image.clone(),
            command: command.join(" "),
            created: c.created.div_euclid(1_000_000_000),
            ports: port_list(c),
            size_rw: rw as i64,
            size_root_fs: root as i64,
            labels: c.config.labels.clone(),
            state: c.phase.word().to_string(),
            status: status(c, self.now()),
            network_mode: c.host.network_mode.clone(),
            networks: c.networks.clone(),
            mounts: c.mounts.values().map(show_mount).collect(),
        }
    }

    /// One sample of `docker stats`.
    pub fn container_stats(&self, id: &str) -> Result<Stats> {
        let c = self.container(id)?;
        let limit = match u64::try_from(c.host.resources.memory) {
            Ok(n) if n > 0 => n,
            _ => crate::kernel::MEMORY,
        };
        let mut out = Stats { id: c.id.clone(), name: c.name.clone(), ..Stats::default() };
        if let Some(run) = &c.run {
            let kernel = &self.inner.kernel;
            out.pids = kernel.confined(run.cgroup).len() as u64;
            out.cpu = kernel.with_cgroup(run.cgroup, |g| g.cpu_used).unwrap_or(0);
            out.read = self.now();
            out.memory = self.inner.kernel.cgroup_memory(run.cgroup);
            out.memory_limit = limit;
            let carried = kernel.with_net(|n| n.spaces.get(&run.net?).map(|s| s.traffic.clone()));
            for (_, t) in carried.into_iter().flatten().filter(|(link, _)| *link != 0) {
                out.net_rx += t.rx_bytes;
                out.net_tx += t.tx_bytes;
            }
            out.running = true;
        }
        Ok(out)
    }
}

fn port_list(c: &Container) -> Vec<PortSummary> {
    let mut out = Vec::new();
    for (port, bound) in ports_of(c) {
        let (number, kind) = port.split_once('/').unwrap_or((&port, "tcp"));
        let base = PortSummary {
            private_port: number.parse().unwrap_or(0),
            kind: kind.to_string(),
            ..PortSummary::default()
        };
        match bound {
            None => out.push(base),
            Some(all) => out.extend(all.into_iter().map(|b| PortSummary {
                ip: b.host_ip,
                public_port: b.host_port.parse().unwrap_or(0),
                ..base.clone()
            })),
        }
    }
    out
}

/// `Up 5 seconds (healthy)` and its like.
pub fn status(c: &Container, now: i64) -> String {
    let ago = |t: Option<i64>| units::human_duration(now - t.unwrap_or(now));
    match c.phase {
        Phase::Running => {
            let health = match c.health.as_ref().map(|h| h.status.as_str()) {
                Some("starting") => " (health: starting)".to_string(),
                Some(s) => format!(" ({s})"),
                None => String::new(),
            };
            format!("Up {}{health}", ago(c.started))
        }
        Phase::Paused => format!("Up {} (Paused)", ago(c.started)),
        Phase::Restarting => format!("Restarting ({}) {} ago", c.exit_code, ago(c.finished)),
        Phase::Removing => "Removal In Progress".to_string(),
        Phase::Dead => "Dead".to_string(),
        Phase::Created => "Created".to_string(),
        Phase::Exited if c.finished.is_none() => "Created".to_string(),
        Phase::Exited => format!("Exited ({}) {} ago", c.exit_code, ago(c.finished)),
    }
}
