//! The daemon's own life: first start, stop, start.

use std::rc::Rc;

use crate::kernel::{Disposition, LocalFuture, Main, Proc, Signal};

use super::api::container::StopOptions;
use super::layout::PID_FILE;
use super::state::{Container, Hold, Phase};
use super::{Engine, ROOT, Result, ids};

/// The daemon's command line.
pub(super) const COMMAND: &[&str] =
    &["/usr/bin/dockerd", "-H", "fd://", "--containerd=/run/containerd/containerd.sock"];

/// Why a container ended that was stopped with the daemon.
const STOPPED: &str = "the Docker daemon was stopped";

impl Engine {
    /// Lays out `/var/lib/docker`, makes the networks that are always there, and starts the daemon's
    /// process. `images` are there from the beginning.
    pub fn boot(&self, images: &[&str]) -> Result<()> {
        let engine_id = {
            let hex = ids::hex(&self.inner.kernel, 32);
            format!(
                "{}-{}-{}-{}-{}",
                &hex[..8],
                &hex[8..12],
                &hex[12..16],
                &hex[16..20],
                &hex[20..]
            )
        };
        let written = self.make_dirs().and_then(|()| {
            self.disk(|d| {
                d.mkdir_all("/usr/bin", 0o755)?;
                d.put(super::run::init::PATH, super::run::init::file(), 0o755)?;
                d.write(&format!("{ROOT}/engine-id"), engine_id.as_bytes(), 0o600)
            })
        });
        written.map_err(|e| super::EngineError::system(format!("mkdir {ROOT}: {e}")))?;
        self.state().engine_id = engine_id;
        self.make_default_networks();
        for name in images {
            self.preload(name)?;
        }
        self.spawn_daemon();
        Ok(())
    }

    /// The daemon's process: it is there to be seen and to be ended; the work is done where it is asked
    /// for.
    pub(crate) fn daemon_main(&self) -> Main {
        let never = self.state().never;
        let engine = self.clone();
        Rc::new(move |p: Proc| -> LocalFuture<i32> {
            let engine = engine.clone();
            Box::pin(async move {
                p.signal(Signal::HUP, Disposition::Handle).ok();
                loop {
                    if p.wait_cond(never, 0).await.is_err() && p.take_signal() == Some(Signal::HUP)
                    {
                        engine.reload_settings();
                    }
                }
            })
        })
    }

    fn spawn_daemon(&self) {
        let main = self.daemon_main();
        let pid = self.inner.kernel.spawn_root(COMMAND, self.inner.host, main);
        self.inner.kernel.set_program(pid, "dockerd");
        // Where the disk is full, what needs them says so.
        self.make_run_dirs(pid).ok();
        let now = self.now();
        let mut st = self.state();
        st.daemon = Some(pid);
        st.up = true;
        st.up_since = now;
        st.failed = false;
    }

    /// Whether the daemon runs; the client says that it can not connect where it does not.
    pub fn is_up(&self) -> bool {
        let st = self.state();
        st.up && st.daemon.is_none_or(|pid| self.inner.kernel.is_alive(pid))
    }

    /// Stops the daemon, and with it all containers, as `systemctl stop docker` does; unless they are
    /// to live on without it (`live-restore`).
    pub async fn daemon_stop(&self, p: &Proc) -> Result<()> {
        if !self.state().up {
            return Ok(());
        }
        self.note("Processing signal 'terminated'".to_string());
        let running: Vec<Rc<Container>> = {
            let mut st = self.state();
            st.up = false;
            let runs = |c: &&Rc<Container>| c.run.is_some() || c.phase == Phase::Restarting;
            match st.settings.live_restore {
                true => Vec::new(),
                false => st.containers.values().filter(runs).cloned().collect(),
            }
        };
        // All of them at once: each has its own time to end in.
        let stops = running.iter().map(|c| async {
            let by_hand = c.stopped_by_hand;
            let done = self.stop_now(p, c, &StopOptions::default(), STOPPED).await;
            if let Some(x) = self.state().containers.get_mut(&c.id) {
                x.stopped_by_hand = by_hand;
            }
            done
        });
        let done = crate::kernel::join_all(stops).await;
        let daemon = self.state().daemon.take();
        if let Some(pid) = daemon {
            self.inner.kernel.post(pid, Signal::KILL);
        }
        self.disk(|d| d.remove_all(PID_FILE)).ok();
        self.note("Daemon shutdown complete".to_string());
        self.changed();
        done.into_iter().collect()
    }

    /// Starts the daemon; containers whose restart policy says so start again. An error is the end of
    /// a sentence, for who asked the service manager.
    pub fn daemon_start(&self) -> std::result::Result<(), String> {
        if self.is_up() {
            return Ok(());
        }
        self.note("Starting up".to_string());
        if let Err(why) = self.read_settings() {
            let mut st = self.state();
            st.failed = true;
            st.up = false;
            return Err(why);
        }
        // Where the disk is full, what needs them says so.
        self.make_dirs().ok();
        self.forget_missing();
        self.configure_bridge();
        self.spawn_daemon();
        self.take_holds();
        let (again, gone): (Vec<String>, Vec<String>) = {
            let st = self.state();
            let idle = |c: &Container| c.run.is_none() && c.phase != Phase::Created;
            let ids = |wanted: &dyn Fn(&Container) -> bool| {
                let found = st.containers.values().filter(|c| idle(c) && wanted(c));
                found.map(|c| c.id.clone()).collect()
            };
            (ids(&|c| starts_with_daemon(c)), ids(&|c| c.host.auto_remove))
        };
        for id in gone {
            self.remove_now(&id, true, "--rm: the container had ended while the daemon was away");
        }
        for id in again {
            self.start_container(&id).ok();
        }
        self.note("Daemon has completed initialization".to_string());
        self.changed();
        Ok(())
    }

    /// A daemon that starts takes hold of all volumes that containers mount.
    fn take_holds(&self) {
        let st = &mut *self.state();
        let ids: Vec<String> = st.containers.keys().cloned().collect();
        for id in ids {
            let Some(c) = st.containers.get_mut(&id) else { continue };
            c.mounts.values_mut().for_each(|m| m.hold = Hold::Taken);
        }
    }
}

/// Whether a container that does not run starts with the daemon (moby `ShouldRestart`).
fn starts_with_daemon(c: &Container) -> bool {
    let policy = &c.host.restart_policy;
    c.started.is_some()
        && match policy.name.as_str() {
            "always" => true,
            "unless-stopped" => !c.stopped_by_hand,
            "on-failure" => {
                let max = policy.maximum_retry_count;
                c.exit_code != 0 && (max == 0 || c.restarts < max)
            }
            _ => false,
        }
}
