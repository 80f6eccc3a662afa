//! Ending and holding: stop, restart, kill, pause.

use std::rc::Rc;

use crate::engine::api::config::Config;
use crate::engine::api::container::StopOptions;
use crate::engine::disk::sent;
use crate::engine::state::{Container, Phase, Then};
use crate::engine::{Engine, EngineError, ErrorKind, Result};
use crate::kernel::{Proc, Signal};

use super::config::{is_real_time, parse_signal};
use super::policy::restarting;

const SECOND: i64 = 1_000_000_000;

/// The signal that a container's configuration asks for on stop.
fn stop_signal(config: &Config) -> Signal {
    Signal::parse(&config.stop_signal).unwrap_or(Signal::TERM)
}

impl Engine {
    pub(crate) fn container(&self, word: &str) -> Result<Rc<Container>> {
        let id = self.find_container(word)?;
        let found = self.state().containers.get(&id).cloned();
        found.ok_or_else(|| EngineError::not_found(format!("No such container: {word}")))
    }

    fn signal_container(&self, c: &Container, signal: Signal) {
        if let Some(pid) = c.task.pid {
            self.inner.kernel.post(pid, signal);
        }
    }

    /// Whether a container has ended since it looked like this.
    fn ended_since(&self, c: &Container) -> Option<()> {
        let st = self.state();
        st.containers.get(&c.id).is_none_or(|x| x.ends != c.ends).then_some(())
    }

    fn not_running(&self, id: &str) -> Option<()> {
        let st = self.state();
        st.containers.get(id).is_none_or(|c| c.run.is_none()).then_some(())
    }

    /// `docker stop`: the stop signal, and after the time-out SIGKILL. Not running is `NotModified`.
    pub async fn container_stop(&self, p: &Proc, id: &str, o: &StopOptions) -> Result<()> {
        let c = self.container(id)?;
        if c.run.is_none() && c.phase != Phase::Restarting {
            return Err(EngineError::not_modified(""));
        }
        self.stop_now(p, &c, o, &p.argv().join(" ")).await.map_err(|e| EngineError {
            message: format!("cannot stop container: {id}: {}", e.message),
            ..e
        })
    }

    /// Stops a container, and waits until it has ended.
    pub(crate) async fn stop_now(
        &self,
        p: &Proc,
        c: &Container,
        o: &StopOptions,
        cause: &str,
    ) -> Result<()> {
        let signal = match &o.signal {
            // A number that is no signal can not be sent, so it is killed at once.
            Some(s) if s.parse::<i64>().is_ok_and(|n| n != 0) => {
                Signal::parse(s).unwrap_or(Signal::KILL)
            }
            Some(s) if !s.is_empty() => parse_signal(s)?,
            _ => stop_signal(&c.config),
        };
        let timeout = o.timeout.or(c.config.stop_timeout).unwrap_or(10);
        let deadline = self.now().saturating_add(timeout.saturating_mul(SECOND));
        {
            let mut st = self.state();
            if let Some(x) = st.containers.get_mut(&c.id) {
                x.stopped_by_hand = true;
                x.stopping = x.run.is_some();
                x.kill_at = (x.stopping && timeout >= 0).then_some(deadline);
                x.cause = cause.to_string();
            }
        }
        self.give_up(&c.id);
        if c.phase == Phase::Paused {
            self.set_frozen(&c.id, false);
        }
        self.signal_container(c, signal);
        let number = signal.number().to_string();
        self.emit_container(&c.id, "kill", &[("signal", &number)]);
        // From here on it is the shim's to see that it ends, whatever becomes of who asked.
        if c.run.is_some() {
            self.until(p, |e| e.ended_since(c)).await?;
        } else {
            self.emit_container(&c.id, "stop", &[]);
        }
        Ok(())
    }

    /// A container that waits to be started again is not.
    fn give_up(&self, id: &str) {
        if let Some(c) =
            self.state().containers.get_mut(id).filter(|c| c.phase == Phase::Restarting)
        {
            c.stopped_by_hand = true;
            c.phase = Phase::Exited;
            c.restart_at = None;
        }
        self.changed();
    }

    /// The time in which a container was to end is over.
    pub(crate) fn stop_by_force(&self, id: &str) {
        let Some(c) = self.state().containers.get_mut(id).map(|c| {
            c.kill_at = None;
            c.clone()
        }) else {
            return;
        };
        self.signal_container(&c, Signal::KILL);
        self.emit_container(id, "kill", &[("signal", "9")]);
    }

    /// `docker restart`.
    pub async fn container_restart(&self, p: &Proc, id: &str, o: &StopOptions) -> Result<()> {
        let c = self.container(id)?;
        let refuse = |e: EngineError| EngineError {
            message: format!("Cannot restart container {id}: {}", e.message),
            ..e
        };
        if c.run.is_some() || c.phase == Phase::Restarting {
            if let Some(x) = self.state().containers.get_mut(&c.id).filter(|x| x.run.is_some()) {
                x.then = Then::Start;
            }
            let stopped = self.stop_now(p, &c, o, &p.argv().join(" ")).await;
            stopped.map_err(refuse)?;
            let tried = self.state().containers.get_mut(&c.id).map(|x| std::mem::take(&mut x.then));
            if let Some(Then::Started(done)) = tried {
                return done.map_err(refuse);
            }
        }
        match self.container_start(&c.id) {
            Err(e) if e.kind == ErrorKind::NotModified => {}
            other => other.map_err(refuse)?,
        }
        self.emit_container(&c.id, "restart", &[]);
        Ok(())
    }

    /// `docker kill`. `signal` empty for SIGKILL, after which it waits until the container has ended.
    pub async fn container_kill(&self, p: &Proc, id: &str, signal: &str) -> Result<()> {
        let id = &*sent(id);
        let refuse = |e: EngineError| EngineError {
            message: format!("cannot kill container: {id}: {}", e.message),
            ..e
        };
        let number = match signal {
            "" => Some(Signal::KILL),
            s if is_real_time(s) => None,
            s if s.parse::<i64>().is_ok_and(|n| n != 0) => {
                let known = Signal::parse(s).ok_or_else(|| {
                    EngineError::invalid(format!("the linux daemon does not support signal {s}"))
                });
                Some(known.map_err(refuse)?)
            }
            s => Some(parse_signal(s).map_err(refuse)?),
        };
        let c = self.container(id).map_err(|e| EngineError {
            message: format!("cannot kill container: {id}: {}", e.message),
            ..e
        })?;
        if c.phase == Phase::Restarting {
            // There is nobody to get the signal: it only ends the restarts.
            self.give_up(&c.id);
            return Ok(());
        }
        if c.run.is_none() {
            return Err(refuse(EngineError::conflict(format!(
                "container {} is not running",
                c.id
            ))));
        }
        let Some(number) = number else {
            return Err(EngineError::gap("real-time signals", "its kernel has the 31 others"));
        };
        // Whatever the signal, unless the configuration names another one for stopping (moby `killWithSignal`).
        let ends = number == Signal::KILL
            || c.config.stop_signal.is_empty()
            || number == stop_signal(&c.config);
        if ends && let Some(x) = self.state().containers.get_mut(&c.id) {
            x.stopped_by_hand = true;
            x.cause = p.argv().join(" ");
        }
        self.signal_container(&c, number);
        let text = number.number().to_string();
        self.emit_container(&c.id, "kill", &[("signal", &text)]);
        // A paused container must run to get the signal.
        if ends && c.phase == Phase::Paused {
            self.set_frozen(&c.id, false);
            self.emit_container(&c.id, "unpause", &[]);
        }
        if number == Signal::KILL {
            self.until(p, |e| e.not_running(&c.id)).await?;
        }
        Ok(())
    }

    fn set_frozen(&self, id: &str, frozen: bool) {
        let group = {
            let mut st = self.state();
            let Some(c) = st.containers.get_mut(id) else { return };
            c.phase = if frozen { Phase::Paused } else { Phase::Running };
            c.run.as_ref().map(|r| r.cgroup)
        };
        if let Some(group) = group {
            self.inner.kernel.freeze(group, frozen);
        }
        self.save_container(id);
    }

    /// `docker pause`.
    pub fn container_pause(&self, id: &str) -> Result<()> {
        let c = self.container(id)?;
        match c.phase {
            Phase::Running => {}
            Phase::Paused => {
                return Err(EngineError::conflict(format!("Container {} is already paused", c.id)));
            }
            Phase::Restarting => return Err(restarting(&c.id)),
            _ => {
                return Err(EngineError::conflict(format!("container {} is not running", c.id)));
            }
        }
        self.set_frozen(&c.id, true);
        self.emit_container(&c.id, "pause", &[]);
        Ok(())
    }

    /// `docker unpause`.
    pub fn container_unpause(&self, id: &str) -> Result<()> {
        let c = self.container(id)?;
        if c.phase != Phase::Paused {
            return Err(EngineError::conflict(format!("Container {} is not paused", c.id)));
        }
        self.set_frozen(&c.id, false);
        self.emit_container(&c.id, "unpause", &[]);
        Ok(())
    }
}
