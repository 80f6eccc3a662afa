//! Health checks: an exec every so often, and what its exit status makes of a container's health
//! (moby `daemon/health.go`).

use crate::engine::Engine;
use crate::engine::api::container::{ExecCreate, HealthResult};
use crate::engine::state::{Container, Phase};
use crate::golang::duration;
use crate::golang::time;

const SECOND: i64 = 1_000_000_000;
/// Runs that are remembered.
const KEPT: usize = 5;

fn or(value: i64, default: i64) -> i64 {
    if value > 0 { value } else { default }
}

/// The command of a check.
fn command(c: &Container) -> Option<Vec<String>> {
    let test = c.config.healthcheck.as_ref()?.test.as_ref()?;
    match test.first()?.as_str() {
        "CMD" => Some(test[1..].to_vec()),
        "CMD-SHELL" => {
            let shell = c.config.shell.clone();
            let mut words = shell.unwrap_or_else(|| vec!["/bin/sh".into(), "-c".into()]);
            words.extend(test.get(1).cloned());
            Some(words)
        }
        _ => None,
    }
}

impl Engine {
    /// A check begins, or one that runs has taken too long.
    pub(crate) fn health_due(&self, id: &str) {
        let Some(c) = self.state().containers.get(id).cloned() else { return };
        let (Some(h), Some(config)) = (c.health.clone(), c.config.healthcheck.clone()) else {
            return;
        };
        let now = self.now();
        let timeout = or(config.timeout, 30 * SECOND);
        if let Some((exec, begun, _)) = h.probe {
            let pid = self.state().execs.get(&exec).and_then(|e| e.task.pid);
            if let Some(pid) = pid {
                self.inner.kernel.post(pid, crate::kernel::Signal::KILL);
            }
            let said = format!("Health check exceeded timeout ({})", duration::text(timeout));
            self.health_result(id, begun, -1, said);
            return;
        }
        let Some(words) = command(&c) else { return };
        let request = ExecCreate {
            attach_stdout: true,
            attach_stderr: true,
            cmd: words,
            ..ExecCreate::default()
        };
        let started = self.exec_create(id, request).and_then(|exec| {
            if let Some(x) = self.state().execs.get_mut(&exec) {
                x.output = Some(Vec::new());
            }
            self.exec_start(&exec, true).map(|_| exec)
        });
        match started {
            Ok(exec) => {
                if let Some(x) = self.state().containers.get_mut(id)
                    && let Some(h) = &mut x.health
                {
                    h.probe = Some((exec, now, now + timeout));
                }
            }
            Err(e) => self.health_result(id, now, -1, e.message),
        }
    }

    /// Looks whether the check that runs has ended.
    pub(crate) fn check_health(&self, id: &str) {
        let ended = {
            let st = self.state();
            let Some(c) = st.containers.get(id) else { return };
            if c.phase != Phase::Running {
                return;
            }
            let Some((exec, begun, _)) = c.health.as_ref().and_then(|h| h.probe.as_ref()) else {
                return;
            };
            let Some(x) = st.execs.get(exec) else { return };
            if !x.task.done {
                return;
            }
            let output = x.output.clone().unwrap_or_default();
            (*begun, x.task.exit.unwrap_or(-1), String::from_utf8_lossy(&output).into_owned())
        };
        self.health_result(id, ended.0, ended.1, ended.2);
    }

    fn health_result(&self, id: &str, begun: i64, code: i64, output: String) {
        let now = self.now();
        let news = {
            let mut st = self.state();
            let Some(c) = st.containers.get_mut(id) else { return };
            let config = c.config.healthcheck.clone().unwrap_or_default();
            let started = c.started.unwrap_or(now);
            let Some(h) = &mut c.health else { return };
            h.probe = None;
            h.log.push_back(HealthResult {
                start: time::rfc3339_nano(begun),
                end: time::rfc3339_nano(now),
                exit_code: code,
                output,
            });
            if h.log.len() > KEPT {
                h.log.pop_front();
            }
            let before = h.status.clone();
            let retries = or(config.retries, 3);
            if code == 0 {
                h.streak = 0;
                h.status = "healthy".to_string();
            } else if !(before == "starting" && now - started < config.start_period) {
                h.streak += 1;
                if h.streak >= retries {
                    h.status = "unhealthy".to_string();
                }
            }
            let interval = or(config.interval, 30 * SECOND);
            let starting = h.status == "starting" && now - started < config.start_period;
            let wait = if starting { or(config.start_interval, 5 * SECOND) } else { interval };
            h.next = now + wait;
            (before != h.status).then(|| h.status.clone())
        };
        if let Some(status) = news {
            self.emit_container(id, &format!("health_status: {status}"), &[]);
        }
        self.changed();
    }
}
