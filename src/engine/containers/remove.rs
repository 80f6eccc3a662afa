//! Removing containers: what stands in the way, and what goes along.

use std::collections::BTreeMap;

use crate::engine::api::container::{ContainersPruned, RemoveOptions};
use crate::engine::api::filters::Filters;
use crate::engine::losses::Home;
use crate::engine::state::{Phase, Source, Then};
use crate::engine::{Engine, EngineError, Result};
use crate::golang::time;
use crate::kernel::{Proc, Signal};
use crate::vfs::FileType;

/// Removed containers that somebody waited for, whose exit statuses are kept until that is read.
const ENDED: usize = 1_024;

impl Engine {
    /// `docker rm`. The process's command line is kept as the cause of what is lost.
    pub async fn container_remove(&self, p: &Proc, id: &str, o: RemoveOptions) -> Result<()> {
        if o.link && id.contains('/') {
            return self.remove_link(id);
        }
        let c = self.container(id)?;
        if o.link {
            // A container's own name stands in the table of links too.
            return Err(EngineError::conflict(
                "Conflict, cannot remove the default link name of the container",
            ));
        }
        if c.phase == Phase::Removing {
            return Err(EngineError::conflict(format!(
                "removal of container {id} is already in progress"
            )));
        }
        let cause = p.argv().join(" ");
        if c.run.is_some() || c.phase == Phase::Restarting {
            if !o.force {
                if c.phase == Phase::Paused {
                    return Err(EngineError::conflict(format!(
                        "cannot remove container {id:?}: container is paused and must be unpaused first"
                    )));
                }
                let (state, advice) = match c.phase {
                    Phase::Restarting => ("restarting", "stop the container"),
                    _ => ("running", "stop the container"),
                };
                return Err(EngineError::conflict(format!(
                    "cannot remove container {id:?}: container is {state}: {advice} before removing \
                     or force remove"
                )));
            }
            {
                let mut st = self.state();
                if let Some(x) = st.containers.get_mut(&c.id) {
                    x.stopped_by_hand = true;
                    x.cause.clone_from(&cause);
                    x.restart_at = None;
                    x.phase = Phase::Removing;
                    x.then = Then::Remove { volumes: o.volumes };
                }
            }
            if let Some(run) = &c.run {
                self.inner.kernel.freeze(run.cgroup, false);
            }
            if let Some(pid) = c.task.pid {
                self.inner.kernel.post(pid, Signal::KILL);
                self.emit_container(&c.id, "kill", &[("signal", "9")]);
            }
            self.changed();
            if c.run.is_some() {
                // Its shim removes it once it has ended, whatever becomes of who asked.
                let gone = |e: &Engine| (!e.state().containers.contains_key(&c.id)).then_some(());
                return self.until(p, gone).await;
            }
        }
        self.remove_now(&c.id, o.volumes, &cause);
        Ok(())
    }

    /// Removes a container that does not run.
    pub(crate) fn remove_now(&self, id: &str, volumes: bool, cause: &str) {
        let Some(c) = self.state().containers.get(id).cloned() else { return };
        let mut held = self.drop_container_dirs(&c);
        // The empty directories that mounts were put on hold nothing of their own.
        let before = held.shown.len();
        held.shown.retain(|f| f.kind != FileType::Directory || !c.mounts.contains_key(&f.path));
        held.total -= (before - held.shown.len()) as u64;
        if !c.hidden {
            self.lose(cause, &c.name, "", Home::Writable, held);
        }
        {
            let st = &mut *self.state();
            st.containers.remove(id);
            st.names.retain(|_, owner| owner != id);
            if c.waited {
                st.ended.push_back((id.to_string(), c.exit_code));
            }
            st.execs.retain(|exec, e| {
                let stays = e.container != id;
                if let (false, Some(code)) = (stays, e.task.exit) {
                    st.ended.push_back((exec.clone(), code));
                }
                stays
            });
            let over = st.ended.len().saturating_sub(ENDED);
            st.ended.drain(..over);
            for n in &c.task.attached {
                if let Some(a) = st.attached.get_mut(n) {
                    a.ended = true;
                }
            }
        }
        if volumes {
            for m in c.mounts.values() {
                let Source::Volume { name, named: false, .. } = &m.source else { continue };
                // One that another container mounts too (--volumes-from) stays.
                if self.volume_users(name).is_empty() {
                    // One that can not be removed stays, and so is still listed.
                    self.drop_volume(name, cause).ok();
                }
            }
        }
        let mut attributes = c.config.labels.clone();
        attributes.insert("image".to_string(), c.config.image.clone());
        attributes.insert("name".to_string(), c.name.clone());
        if !c.hidden {
            self.emit_with("container", "destroy", id, attributes);
        }
        self.drop_layers(c.chain.clone());
        self.changed();
    }

    /// `docker container prune`.
    pub fn containers_prune(&self, p: &Proc, filters: &Filters) -> Result<ContainersPruned> {
        filters.check(&["label", "label!", "until"])?;
        let until = self.until_filter(filters)?;
        let cause = p.argv().join(" ");
        // Newest first, as the daemon lists them.
        let mut all: Vec<(i64, String)> = {
            let st = self.state();
            st.containers.values().map(|c| (-c.created, c.id.clone())).collect()
        };
        all.sort();
        let mut pruned = ContainersPruned::default();
        for (_, id) in all {
            let Some(c) = self.state().containers.get(&id).cloned() else { continue };
            let stopped = matches!(c.phase, Phase::Created | Phase::Exited | Phase::Dead);
            let labels = filters.labels("label", &c.config.labels)
                && !(filters.has("label!") && filters.labels("label!", &c.config.labels));
            if c.hidden || !stopped || !labels || until.is_some_and(|u| c.created > u) {
                continue;
            }
            pruned.space_reclaimed += self.writable_size(&c);
            self.remove_now(&id, false, &cause);
            pruned.containers_deleted.push(id);
        }
        let reclaimed = pruned.space_reclaimed.to_string();
        let attributes = BTreeMap::from([("reclaimed".to_string(), reclaimed)]);
        self.emit_with("container", "prune", "", attributes);
        Ok(pruned)
    }

    /// The time that an `until` filter names: a date, seconds since the epoch, or a length of time
    /// before now.
    pub(crate) fn until_filter(&self, filters: &Filters) -> Result<Option<i64>> {
        let mut all = filters.get("until");
        let Some(text) = all.next() else { return Ok(None) };
        if all.next().is_some() {
            return Err(EngineError::invalid("more than one until filter specified"));
        }
        time::since(text, self.now()).map(Some).map_err(EngineError::invalid)
    }
}
