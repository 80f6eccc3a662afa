//! The daemon's own life: first start, stop, start.

use std::rc::Rc;

use crate::kernel::{LocalFuture, Main, Proc, Signal};

use super::api::container::StopOptions;
use super::state::{Container, Phase};
use super::{Engine, ROOT, Result, ids};

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
        self.disk(|d| {
            for (dir, mode) in [
                ("", 0o710),
                ("/buildkit", 0o711),
                ("/containers", 0o710),
                ("/image", 0o700),
                ("/image/overlay2", 0o700),
                ("/network", 0o750),
                ("/network/files", 0o750),
                ("/overlay2", 0o710),
                ("/overlay2/l", 0o700),
                ("/plugins", 0o700),
                ("/runtimes", 0o700),
                ("/swarm", 0o700),
                ("/tmp", 0o700),
                ("/volumes", 0o701),
            ] {
                d.mkdir_all(&format!("{ROOT}{dir}"), mode)?;
            }
            d.mkdir_all("/usr/bin", 0o755)?;
            d.write(super::run::init::PATH, b"", 0o755)?;
            let init = d.node(super::run::init::PATH)?;
            d.vfs.set_content(init, super::run::init::file())?;
            d.write(&format!("{ROOT}/engine-id"), engine_id.as_bytes(), 0o600)
        })
        .map_err(|e| super::EngineError::system(format!("mkdir {ROOT}: {e}")))?;
        self.state().engine_id = engine_id;
        self.make_default_networks();
        for name in images {
            self.preload(name)?;
        }
        self.spawn_daemon();
        self.state().up = true;
        Ok(())
    }

    /// The daemon's process: it is there to be seen and to be ended; the work is done where it is asked
    /// for.
    pub(crate) fn daemon_main(&self) -> Main {
        let never = self.state().never;
        Rc::new(move |p: Proc| -> LocalFuture<i32> {
            Box::pin(async move {
                loop {
                    if p.wait_cond(never, 0).await.is_err() {
                        p.take_signal();
                    }
                }
            })
        })
    }

    fn spawn_daemon(&self) {
        let main = self.daemon_main();
        let argv =
            ["/usr/bin/dockerd", "-H", "fd://", "--containerd=/run/containerd/containerd.sock"];
        let pid = self.inner.kernel.spawn_root(&argv, self.inner.host, main);
        self.inner.kernel.set_program(pid, "dockerd");
        self.state().daemon = Some(pid);
    }

    /// Whether the daemon runs; the client says that it can not connect where it does not.
    pub fn is_up(&self) -> bool {
        let st = self.state();
        st.up && st.daemon.is_none_or(|pid| self.inner.kernel.is_alive(pid))
    }

    /// Stops the daemon, and with it all containers, as `systemctl stop docker` does.
    pub async fn daemon_stop(&self, p: &Proc) -> Result<()> {
        if !self.state().up {
            return Ok(());
        }
        self.state().up = false;
        let running: Vec<Container> = {
            let st = self.state();
            st.containers.values().filter(|c| c.run.is_some()).cloned().collect()
        };
        for c in &running {
            let by_hand = c.stopped_by_hand;
            self.stop_now(p, c, &StopOptions::default(), "the Docker daemon was stopped").await?;
            if let Some(x) = self.state().containers.get_mut(&c.id) {
                x.stopped_by_hand = by_hand;
            }
        }
        let daemon = self.state().daemon.take();
        if let Some(pid) = daemon {
            self.inner.kernel.post(pid, Signal::KILL);
        }
        self.changed();
        Ok(())
    }

    /// Starts the daemon; containers whose restart policy says so start again.
    pub fn daemon_start(&self) {
        if self.is_up() {
            return;
        }
        self.spawn_daemon();
        self.state().up = true;
        let again: Vec<String> = {
            let st = self.state();
            let wanted = |c: &&Container| {
                let started = c.started.is_some();
                let policy = c.host.restart_policy.name.as_str();
                c.run.is_none()
                    && c.phase != Phase::Created
                    && match policy {
                        "always" => started,
                        "unless-stopped" => started && !c.stopped_by_hand,
                        "on-failure" => started && c.exit_code != 0 && !c.stopped_by_hand,
                        _ => false,
                    }
            };
            st.containers.values().filter(wanted).map(|c| c.id.clone()).collect()
        };
        for id in again {
            self.start_container(&id).ok();
        }
        self.changed();
    }
}
