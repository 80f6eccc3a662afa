//! The daemon as a service of the machine: what `systemctl` shows of it and orders it to do, and what of
//! its settings (`/etc/docker/daemon.json`) it looks at when it starts.

use std::cell::RefCell;
use std::rc::Rc;

use crate::kernel::{LocalFuture, Proc, Service, ServiceState};

use super::Engine;

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
        Box::pin(async move { engine.read_settings() })
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

    /// Reads the daemon's settings. An error is why it does not start.
    pub(super) fn read_settings(&self) -> Result<(), String> {
        let Ok(bytes) = self.disk(|d| d.read(SETTINGS)) else { return Ok(()) };
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Ok(());
        }
        let refuse = |why: String| {
            self.note(format!("unable to configure the Docker daemon with file {SETTINGS}: {why}"));
            "the control process exited with error code.".to_string()
        };
        let parsed: serde_json::Value =
            serde_json::from_slice(&bytes).map_err(|e| refuse(e.to_string()))?;
        let Some(settings) = parsed.as_object() else {
            return Err(refuse("json: cannot unmarshal into a set of options".to_string()));
        };
        let unknown: Vec<&str> =
            settings.keys().map(String::as_str).filter(|k| !KNOWN.contains(k)).collect();
        if !unknown.is_empty() {
            return Err(refuse(format!(
                "the following directives don't match any configuration option: {}",
                unknown.join(", ")
            )));
        }
        let text = |k: &str| settings.get(k).and_then(|v| v.as_str()).unwrap_or_default();
        let mut st = self.state();
        st.settings.log_driver = text("log-driver").to_string();
        st.settings.log_options = settings
            .get("log-opts")
            .and_then(|v| v.as_object())
            .into_iter()
            .flatten()
            .filter_map(|(k, v)| Some((k.clone(), v.as_str()?.to_string())))
            .collect();
        st.settings.live_restore =
            settings.get("live-restore").and_then(serde_json::Value::as_bool) == Some(true);
        Ok(())
    }
}

/// What dockerd knows of settings; those that change nothing one can see here are taken as they are.
const KNOWN: &[&str] = &[
    "allow-nondistributable-artifacts",
    "bip",
    "bridge",
    "builder",
    "cgroup-parent",
    "containerd",
    "data-root",
    "debug",
    "default-address-pools",
    "default-cgroupns-mode",
    "default-ipc-mode",
    "default-runtime",
    "default-shm-size",
    "default-ulimits",
    "dns",
    "dns-opts",
    "dns-search",
    "exec-opts",
    "experimental",
    "features",
    "fixed-cidr",
    "hosts",
    "icc",
    "init",
    "insecure-registries",
    "ip",
    "ip-forward",
    "iptables",
    "ipv6",
    "labels",
    "live-restore",
    "log-driver",
    "log-level",
    "log-opts",
    "max-concurrent-downloads",
    "max-concurrent-uploads",
    "metrics-addr",
    "mtu",
    "no-new-privileges",
    "oom-score-adjust",
    "pidfile",
    "raw-logs",
    "registry-mirrors",
    "runtimes",
    "seccomp-profile",
    "selinux-enabled",
    "shutdown-timeout",
    "storage-driver",
    "storage-opts",
    "userland-proxy",
    "userns-remap",
];
