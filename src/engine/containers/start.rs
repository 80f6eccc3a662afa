//! Starting a container, and what happens when it ends: restart policies with their growing waits,
//! `--rm`, and what the end takes with it.

use crate::engine::losses::Home;
use crate::engine::run::init;
use crate::engine::run::namespace::{Built, runc_failed};
use crate::engine::run::shared::Shared;
use crate::engine::run::spec::Request;
use crate::engine::state::{Container, HealthState, Hold, Phase, Run, Task, Then};
use crate::engine::task::ProcessSpec;
use crate::engine::{Engine, EngineError, ErrorKind, Result};
use crate::kernel::Signal;

use super::config::log_unreached;
use super::policy::{failure_code, health_of, hinted, restarts_again};
use super::refuse;

const MS: i64 = 1_000_000;
const SECOND: i64 = 1_000 * MS;

impl Engine {
    /// `docker start`. Already running is `NotModified`.
    pub fn container_start(&self, id: &str) -> Result<()> {
        let id = self.find_container(id)?;
        let phase = self.state().containers.get(&id).map(|c| c.phase);
        match phase {
            Some(Phase::Paused) => {
                return Err(EngineError::conflict(
                    "cannot start a paused container, try unpause instead",
                ));
            }
            Some(Phase::Running) => return Err(EngineError::not_modified("")),
            Some(Phase::Removing | Phase::Dead) => {
                return Err(EngineError::conflict(
                    "container is marked for removal and cannot be started",
                ));
            }
            _ => {}
        }
        self.look_for_binds(&id)?;
        if let Some(c) = self.state().containers.get_mut(&id) {
            c.stopped_by_hand = false;
            c.restarts = 0;
            c.backoff = 0;
            c.restart_at = None;
        }
        self.start_container(&id)
    }

    /// Starts a container that does not run. On a failure it is as Docker leaves it: cleaned up, with
    /// the error and exit status noted, and gone if it was to go.
    pub(crate) fn start_container(&self, id: &str) -> Result<()> {
        let hidden = self.state().containers.get(id).is_some_and(|c| c.hidden);
        let failed = match self.try_start(id) {
            Ok(()) => return Ok(()),
            // BuildKit has a runtime of its own.
            Err(e) if e.is_of_task() && !hidden => hinted(e),
            Err(e) => e,
        };
        let before = self.state().containers.get(id).cloned();
        // What the runtime refuses had its volumes mounted.
        let before = before.filter(|_| failed.is_of_task());
        if let Some(c) = &before {
            self.tell_volumes(c, true);
        }
        let auto_remove = {
            let mut st = self.state();
            let Some(c) = st.containers.get_mut(id) else { return Err(failed) };
            c.error.clone_from(&failed.message);
            c.exit_code = failure_code(&failed, c.exit_code);
            if c.phase == Phase::Restarting {
                c.phase = Phase::Exited;
            }
            c.run = None;
            c.ends += 1;
            c.host.auto_remove
        };
        self.leave_networks(id);
        if let Some(c) = self.state().containers.get_mut(id).filter(|c| c.started.is_none()) {
            // It has been on none yet.
            c.networks.values_mut().for_each(|end| end.network_id.clear());
        }
        if let Some(c) = &before {
            self.tell_volumes(c, false);
        }
        self.save_container(id);
        if auto_remove {
            self.remove_now(id, true, "--rm: the container could not be started");
        }
        self.changed();
        Err(failed)
    }

    fn try_start(&self, id: &str) -> Result<()> {
        self.check_links(&*self.container(id)?)?;
        self.join_networks(id)?;
        self.apply_ulimits(id);
        if let Some(c) = self.state().containers.get(id) {
            refuse::at_start(&c.config, &c.host)?;
        }
        if let Some(c) = self.state().containers.get_mut(id) {
            let late = c.mounts.values_mut().filter(|m| m.hold == Hold::AtStart);
            late.for_each(|m| m.hold = Hold::Taken);
        }
        let Some(c) = self.state().containers.get(id).cloned() else {
            return Err(EngineError::not_found(format!("No such container: {id}")));
        };
        self.write_network_files(&c);
        let kernel = &self.inner.kernel;
        let shared = self.open_namespaces(&c)?;
        let built = match self.build_namespace(&c, &shared) {
            Ok(b) => b,
            Err(e) => {
                self.close_namespaces(&shared);
                return Err(e);
            }
        };
        let done = self.open_net(&c).and_then(|net| {
            let done = self.write_sysctls(&c, &shared, net.0);
            let done = done.and_then(|()| self.make_devices(&c, &built));
            let done = done.and_then(|()| self.check_throttled(&c));
            let done = done.and_then(|()| self.launch(&c, &built, shared, net));
            if let (Err(_), (Some(net), true)) = (&done, net) {
                kernel.drop_netns(net);
            }
            done
        });
        if done.is_err() {
            self.drop_built(&c, &built);
            self.close_namespaces(&shared);
        }
        done
    }

    /// Runs a container's first program in what was built for it.
    fn launch(
        &self,
        c: &Container,
        built: &Built,
        shared: Shared,
        (net, own_net): (Option<u32>, bool),
    ) -> Result<()> {
        let spec = self.first_spec(c, built)?;
        if let Some(why) = log_unreached(&c.host.log_config) {
            let why = format!("failed to initialize logging driver: {why}");
            return Err(EngineError::task(ErrorKind::System, &why));
        }
        let (shim, fresh) = match c.shim.filter(|s| self.inner.kernel.is_alive(*s)) {
            Some(s) => (s, false),
            None => (self.spawn_shim(&c.id), true),
        };
        let run = Run {
            shim,
            mnt: built.mnt,
            root: built.root,
            shared,
            net,
            own_net,
            supers: built.supers.clone(),
            proc_sb: built.proc_sb,
            sys_sb: built.sys_sb,
            cgroup: built.cgroup,
            ooms: 0,
            tmpfs: built.tmpfs.clone(),
            merged: built.merged,
            volumes: built.used.clone(),
        };
        let charged: Vec<u32> = {
            let vfs = self.inner.kernel.vfs();
            run.supers.iter().copied().filter(|sb| vfs.mem(*sb).is_ok()).collect()
        };
        self.inner.kernel.with_cgroup(run.cgroup, |g| g.supers = charged);
        let started =
            self.spawn_in(c, &run, &spec).and_then(|s| s.map_err(|why| runc_failed(&why)));
        let task = match started {
            Ok(t) => t,
            Err(e) => {
                if fresh {
                    self.inner.kernel.post(shim, Signal::KILL);
                }
                return Err(e);
            }
        };
        self.note_start(&c.id, run, task);
        self.refresh_names(c.networks.keys());
        self.save_container(&c.id);
        self.tell_volumes(c, true);
        self.tell_networks(c);
        self.emit_container(&c.id, "start", &[]);
        Ok(())
    }

    /// The first process of a container, with its working directory made.
    fn first_spec(&self, c: &Container, built: &Built) -> Result<ProcessSpec> {
        let mut words = vec![c.path.clone()];
        words.extend(c.args.iter().cloned());
        if self.has_init(c) {
            // The program is looked for by init, as under Docker, so that its absence is init's to tell.
            words.splice(0..0, [init::INSIDE.to_string(), "--".to_string()]);
        }
        let [rows, cols] = c.host.console_size;
        let size = if cols == 0 || rows == 0 { (80, 24) } else { (cols, rows) };
        let request = Request {
            words: &words,
            env: &[],
            user: &c.config.user,
            cwd: &c.config.working_dir,
            privileged: false,
            tty: c.config.tty.then_some(size),
            stdin: c.config.open_stdin,
        };
        let spec = self.process_spec(c, built.root, &request)?;
        let mut spec = spec.map_err(|why| runc_failed(&why))?;
        spec.cwd = self.container_cwd(built, &spec.cwd)?;
        Ok(spec)
    }

    /// Notes that a container runs.
    fn note_start(&self, id: &str, run: Run, task: Task) {
        let now = self.now();
        let mut st = self.state();
        let Some(c) = st.containers.get_mut(id) else { return };
        let old = std::mem::take(&mut c.task);
        // Clients that attached before the start, and what they sent, stay.
        c.task = Task {
            input: old.input,
            input_ends: old.input_ends && !old.attached.is_empty(),
            attached: old.attached,
            stdin_once: c.config.stdin_once,
            ..task
        };
        c.shim = Some(run.shim);
        c.run = Some(run);
        c.phase = Phase::Running;
        c.started = Some(now);
        c.finished = c.finished.filter(|_| c.ends > 0);
        c.exit_code = 0;
        c.oom_killed = false;
        c.error.clear();
        c.restart_at = None;
        let log = c.health.take().map(|h| h.log).unwrap_or_default();
        c.health = health_of(c).map(|interval| HealthState {
            status: "starting".to_string(),
            log,
            next: now + interval,
            ..HealthState::default()
        });
    }

    /// The working directory, made where the image's is gone.
    fn container_cwd(&self, built: &Built, path: &str) -> Result<String> {
        let made = crate::engine::disk::as_root(&mut self.inner.kernel.vfs(), built.root, |d| {
            d.mkdir_all(path, 0o755)
        });
        made.map(|_| path.to_string()).map_err(|e| {
            runc_failed(&format!("mkdir {path}: {}", crate::engine::volumes::go_errno(e)))
        })
    }

    /// A container's first process has ended and its output was carried: takes its run down and does
    /// what its policies say.
    pub(crate) fn container_ended(&self, id: &str, code: i64) {
        let Some(c) = self.state().containers.get(id).cloned() else { return };
        let now = self.now();
        self.note_ooms(id);
        self.take_down(&c);
        let ran = now - c.started.unwrap_or(now);
        let removing = c.phase == Phase::Removing;
        let asked = matches!(c.then, Then::Start);
        let again = !removing && !asked && self.state().up && restarts_again(&c, code);
        {
            let mut st = self.state();
            let Some(x) = st.containers.get_mut(id) else { return };
            x.exit_code = code;
            x.last_code = code;
            // Every start has a new input.
            x.task.input_ends = false;
            x.finished = Some(now);
            x.ends += 1;
            x.run = None;
            x.execs.clear();
            x.stopping = false;
            x.kill_at = None;
            x.cause.clear();
            if let Some(h) = &mut x.health {
                h.probe = None;
                // Nobody looks any more (moby `CloseMonitorChannel`).
                h.status = "unhealthy".to_string();
            }
            if again {
                x.phase = Phase::Restarting;
                x.restarts += 1;
                x.backoff = match x.backoff {
                    _ if ran >= 10 * SECOND => 100 * MS,
                    0 => 100 * MS,
                    b => (b * 2).min(60 * SECOND),
                };
                x.restart_at = Some(now + x.backoff);
            } else if !removing {
                x.phase = Phase::Exited;
            }
        }
        self.leave_networks(id);
        self.tell_volumes(&c, false);
        self.refresh_names(c.networks.keys());
        // One that goes now needs no record of its end.
        if !(c.host.auto_remove || removing) || again || asked {
            self.save_container(id);
        }
        if c.stopping {
            self.emit_container(id, "stop", &[]);
        }
        let code_text = code.to_string();
        let duration = (ran / SECOND).to_string();
        let more = [("exitCode", code_text.as_str()), ("execDuration", duration.as_str())];
        self.emit_container(id, "die", &more);
        let cause = if c.cause.is_empty() { "docker run --rm" } else { &c.cause };
        match c.then {
            Then::Remove { volumes } => self.remove_now(id, volumes, cause),
            Then::Start => self.start_as_asked(id),
            _ if c.host.auto_remove && !again => self.remove_now(id, true, cause),
            _ => {}
        }
        self.changed();
    }

    /// The second half of a restart.
    fn start_as_asked(&self, id: &str) {
        let done = self.container_start(id);
        if done.is_ok() {
            self.emit_container(id, "restart", &[]);
        }
        if let Some(c) = self.state().containers.get_mut(id) {
            c.then = Then::Started(done);
        }
    }

    /// Takes down what exists only while a container runs; notes what its tmpfs mounts held.
    pub(crate) fn take_down(&self, c: &Container) {
        let Some(run) = &c.run else { return };
        for (path, root) in &run.tmpfs {
            let files = self.disk(|d| d.list(*root));
            let cause = if c.cause.is_empty() { "the container ended" } else { &c.cause };
            self.lose(cause, &c.name, path, Home::Tmpfs, files);
        }
        let kernel = &self.inner.kernel;
        for pid in kernel.confined(run.cgroup) {
            kernel.post(pid, Signal::KILL);
        }
        let built = Built {
            cgroup: run.cgroup,
            merged: run.merged,
            used: run.volumes.clone(),
            ..Built::new(c, run.mnt, run.root, run.supers.clone())
        };
        self.drop_built(c, &built);
        self.close_namespaces(&run.shared);
        if let (Some(net), true) = (run.net, run.own_net) {
            kernel.drop_netns(net);
        }
    }

    /// When a shim has something to do by the clock.
    pub(crate) fn shim_due(&self, id: &str) -> Option<i64> {
        let st = self.state();
        let c = st.containers.get(id)?;
        if c.phase == Phase::Restarting {
            return c.restart_at;
        }
        let h = c.health.as_ref().filter(|_| c.phase == Phase::Running);
        let check = h.map(|h| h.probe.as_ref().map_or(h.next, |(_, _, deadline)| *deadline));
        c.kill_at.into_iter().chain(check).min()
    }

    /// Does it.
    pub(crate) fn shim_act(&self, id: &str) {
        let (now, look) =
            (self.now(), self.state().containers.get(id).map(|c| (c.phase, c.kill_at)));
        match look {
            // A start that fails under a policy ends the policy, as moby does it.
            Some((Phase::Restarting, _)) => drop(self.start_container(id)),
            Some((_, Some(at))) if at <= now => self.stop_by_force(id),
            _ => self.health_due(id),
        }
    }
}
