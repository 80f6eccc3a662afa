//! Events: what the daemon tells whoever listens. The last 256 are kept, as Docker keeps them.

use std::collections::BTreeMap;

use crate::kernel::Proc;

use super::api::system::{Actor, Event, EventsOptions};
use super::state::{Container, Source};
use super::{Engine, Result};

const KEPT: usize = 256;

/// Someone who listens.
pub struct EventStream {
    engine: Engine,
    options: EventsOptions,
    /// The number of the next event to give.
    next: u64,
}

impl Engine {
    /// Listens to events, those kept since `since` first.
    pub fn events(&self, options: EventsOptions) -> Result<EventStream> {
        let next = {
            let st = self.state();
            let old = st.event_count - st.events.len() as u64;
            if options.since.is_some() || options.until.is_some_and(|u| u <= self.now()) {
                old
            } else {
                st.event_count
            }
        };
        Ok(EventStream { engine: self.clone(), options, next })
    }

    pub(crate) fn emit(&self, kind: &str, action: &str, id: &str, attributes: &[(&str, &str)]) {
        let attributes: BTreeMap<String, String> =
            attributes.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect();
        self.emit_with(kind, action, id, attributes);
    }

    pub(crate) fn emit_with(
        &self,
        kind: &str,
        action: &str,
        id: &str,
        attributes: BTreeMap<String, String>,
    ) {
        let now = self.now();
        let old_style = matches!(kind, "container" | "image");
        let event = Event {
            status: if old_style { action.to_string() } else { String::new() },
            id: if old_style { id.to_string() } else { String::new() },
            from: if kind == "container" {
                attributes.get("image").cloned().unwrap_or_default()
            } else {
                String::new()
            },
            kind: kind.to_string(),
            action: action.to_string(),
            actor: Actor { id: id.to_string(), attributes },
            scope: "local".to_string(),
            time: now.div_euclid(1_000_000_000),
            time_nano: now,
        };
        {
            let mut st = self.state();
            st.events.push_back(event);
            st.event_count += 1;
            if st.events.len() > KEPT {
                st.events.pop_front();
            }
        }
        self.changed();
    }

    /// An event of a container, with the attributes that all of them have.
    pub(crate) fn emit_container(&self, id: &str, action: &str, more: &[(&str, &str)]) {
        let mut attributes = BTreeMap::new();
        if let Some(c) = self.state().containers.get(id) {
            if c.hidden {
                return;
            }
            attributes.clone_from(&c.config.labels);
            attributes.insert("image".to_string(), c.config.image.clone());
            attributes.insert("name".to_string(), c.name.clone());
        }
        for (k, v) in more {
            attributes.insert((*k).to_string(), (*v).to_string());
        }
        self.emit_with("container", action, id, attributes);
    }

    /// Tells that a container's volumes were mounted, or that they no longer are.
    pub(crate) fn tell_volumes(&self, c: &Container, mounted: bool) {
        for m in c.mounts.values() {
            let Source::Volume { name, driver, .. } = &m.source else { continue };
            if mounted {
                let rw = m.rw.to_string();
                let more = [
                    ("container", c.id.as_str()),
                    ("destination", &m.destination),
                    ("driver", driver),
                    ("propagation", ""),
                    ("read/write", &rw),
                ];
                self.emit("volume", "mount", name, &more);
            } else {
                let more = [("container", c.id.as_str()), ("driver", driver)];
                self.emit("volume", "unmount", name, &more);
            }
        }
    }
}

impl EventStream {
    /// The next event that passes the filters; `None` once `until` has come.
    pub async fn next(&mut self, p: &Proc) -> Result<Option<Event>> {
        let engine = self.engine.clone();
        let until = self.options.until;
        let mut take = || loop {
            let event = {
                let st = engine.state();
                let first = st.event_count - st.events.len() as u64;
                self.next = self.next.max(first);
                let at = (self.next - first) as usize;
                st.events.get(at)?.clone()
            };
            self.next += 1;
            if until.is_some_and(|u| event.time_nano > u) {
                return None;
            }
            let since = self.options.since.unwrap_or(i64::MIN);
            if event.time_nano >= since && wanted(&self.options, &event) {
                return Some(event);
            }
        };
        match until {
            Some(until) => engine.until_deadline(p, until, |_| take()).await,
            None => engine.until(p, |_| take()).await.map(Some),
        }
    }
}

fn wanted(options: &EventsOptions, e: &Event) -> bool {
    let f = &options.filters;
    // The beginning of an id or of a name will do, whatever kind of thing it is (moby `fuzzyMatchName`).
    let name = e.actor.attributes.get("name").map_or("", String::as_str);
    let named = |key: &str| {
        !f.has(key) || f.get(key).any(|v| e.actor.id.starts_with(v) || name.starts_with(v))
    };
    let action = e.action.split(':').next().unwrap_or_default();
    let image = !f.has("image")
        || f.get("image").any(|v| {
            let name = e.actor.attributes.get(if e.kind == "image" { "name" } else { "image" });
            e.actor.id == v || name.is_some_and(|n| n == v || n.split(':').next() == Some(v))
        });
    (f.exact("event", &e.action) || f.exact("event", action))
        && f.exact("type", &e.kind)
        && f.exact("scope", &e.scope)
        && f.labels("label", &e.actor.attributes)
        && named("container")
        && named("volume")
        && named("network")
        && named("daemon")
        && image
}
