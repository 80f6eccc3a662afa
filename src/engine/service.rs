//! The daemon as a service of the machine: what `systemctl` shows of it and orders it to do, and what of
//! its settings (`/etc/docker/daemon.json`) it looks at when it starts.

use std::cell::RefCell;
use std::rc::Rc;

use crate::kernel::{LocalFuture, Proc, Service, ServiceState};

use super::api::host_config::{HostConfig, LogConfig};
use super::containers::config::check_log;
use super::{Engine, settings};

/// The file with the daemon's settings.
const SETTINGS: &str = "/etc/docker/daemon.json";

/// The service that `systemctl` calls `docker`.
pub(super) struct DockerService(pub(super) Engine);

impl DockerService {
    /// Does something in a process of the service manager's own, so that it is done whatever becomes
    /// of who asked, and waits for it.
    fn in_background(&self, p: Proc, stop: bool) -> LocalFuture<Result<(), String>> {
        let engine = self.0.clone();
        Box::pin(async move {
            let kernel = Rc::clone(engine.kernel());
            let done: Rc<RefCell<Option<Result<(), String>>>> = Rc::default();
            let cond = kernel.new_cond();
            let seen = kernel.cond_version(cond);
            let (inner, slot) = (engine.clone(), Rc::clone(&done));
            let main = Rc::new(move |p: Proc| -> LocalFuture<i32> {
                let (engine, slot) = (inner.clone(), Rc::clone(&slot));
                Box::pin(async move {
                    let result = match stop {
                        true => engine.daemon_stop(&p).await.map_err(|e| e.message),
                        false => engine.daemon_start(),
                    };
                    *slot.borrow_mut() = Some(result);
                    engine.kernel().signal_cond(cond);
                    engine.kernel().drop_cond(cond);
                    0
                })
            });
            kernel.spawn_root(&["/usr/lib/systemd/systemd-executor"], engine.inner.host, main);
            p.wait_cond(cond, seen).await.map_err(|e| e.to_string())?;
            let result = done.borrow_mut().take();
            result.unwrap_or(Ok(()))
        })
    }
}

impl Service for DockerService {
    fn description(&self) -> String {
        "Docker Application Container Engine".to_string()
    }

    fn command(&self) -> String {
        super::daemon::COMMAND.join(" ")
    }

    fn state(&self) -> ServiceState {
        let st = self.0.state();
        match st.daemon {
            Some(pid) if st.up && self.0.kernel().is_alive(pid) => {
                ServiceState::Active { since: st.up_since, pid }
            }
            Some(_) if st.up => ServiceState::Failed,
            _ if st.failed => ServiceState::Failed,
            _ => ServiceState::Inactive,
        }
    }

    fn enabled(&self) -> bool {
        !self.0.state().disabled
    }

    fn enable(&self, on: bool) {
        self.0.state().disabled = !on;
    }

    fn start(&self, p: Proc) -> LocalFuture<Result<(), String>> {
        self.in_background(p, false)
    }

    fn stop(&self, p: Proc) -> LocalFuture<Result<(), String>> {
        self.in_background(p, true)
    }

    fn reload(&self, _p: Proc) -> LocalFuture<Result<(), String>> {
        let engine = self.0.clone();
        Box::pin(async move {
            // It is told by a signal, so that nobody learns here that it could not read them.
            engine.reload_settings();
            Ok(())
        })
    }

    fn log(&self) -> Vec<(i64, String)> {
        self.0.state().journal.iter().cloned().collect()
    }
}

impl Engine {
    /// A line for the system's journal.
    pub(super) fn note(&self, line: String) {
        let now = self.now();
        let mut st = self.state();
        st.journal.push_back((now, line));
        if st.journal.len() > 100 {
            st.journal.pop_front();
        }
    }

    /// Reads the daemon's settings anew while it runs; what new containers get stays as it was when it
    /// started, but for their runtime (moby `daemon.Reload`).
    pub(super) fn reload_settings(&self) {
        let old = self.state().settings.clone();
        if self.read_settings().is_err() {
            return;
        }
        let st = &mut *self.state();
        let new = std::mem::replace(&mut st.settings, old);
        st.settings.debug = new.debug;
        st.settings.labels = new.labels;
        st.settings.live_restore = new.live_restore;
        st.settings.mirrors = new.mirrors;
        st.settings.insecure = new.insecure;
        st.settings.runtime = new.runtime;
        st.settings.runtimes = new.runtimes;
    }

    /// Reads the daemon's settings. An error is why it does not start.
    pub(super) fn read_settings(&self) -> Result<(), String> {
        let bytes = self.disk(|d| d.read(SETTINGS)).unwrap_or_default();
        let read = settings::parse(SETTINGS, &bytes).and_then(|read| {
            let log = LogConfig { kind: read.log_driver.clone(), config: read.log_options.clone() };
            let host = HostConfig { log_config: log, ..HostConfig::default() };
            // Without options the driver is not looked at before a container asks for it.
            match read.log_options.is_empty() {
                true => Ok(read),
                false => check_log(&host).map(|()| read).map_err(|e| {
                    format!("failed to start daemon: failed to set log opts: {}", e.message)
                }),
            }
        });
        match read {
            Ok(read) => {
                self.state().settings = read;
                Ok(())
            }
            Err(why) => {
                self.note(why);
                Err("the control process exited with error code.".to_string())
            }
        }
    }
}
