//! What is done when a process of a container has ended: its last output carried, its task closed, and
//! with a container's first process all others brought to their end.

use futures_util::FutureExt;

use super::shim::CHUNK;
use crate::engine::Engine;
use crate::engine::api::container::Stream;
use crate::engine::state::TaskId;
use crate::kernel::{Pid, Proc, Signal, WaitStatus};

impl Engine {
    /// Ends a task whose process has ended and whose output was all carried. A container's ends after
    /// those of its execs, which do not outlive it.
    pub(super) fn settle(&self, id: &str, task: &TaskId) {
        if matches!(task, TaskId::Container(_)) && self.ends_execs(id) {
            return;
        }
        let done = {
            let mut guard = self.state();
            let st = &mut *guard;
            let Some(t) = st.task_mut(task) else { return };
            if t.done || t.exit.is_none() || t.out.iter().any(Option::is_some) {
                return;
            }
            t.done = true;
            t.input.clear();
            let (exit, tty, numbers) = (t.exit.unwrap_or(0), t.tty.take(), t.attached.clone());
            for n in numbers {
                if let Some(a) = st.attached.get_mut(&n) {
                    a.ended = true;
                }
            }
            (exit, tty)
        };
        if let Some(n) = done.1 {
            self.inner.kernel.drop_tty(n);
        }
        match task {
            TaskId::Container(_) => {
                for stream in [Stream::Stdout, Stream::Stderr] {
                    self.log_output(id, stream, b"", true);
                }
                self.container_ended(id, done.0);
            }
            TaskId::Exec(e) => self.exec_ended(e, done.0),
        }
        self.changed();
    }

    /// Kills what execs of a container run once its first process has ended; false where there is
    /// nothing to wait for.
    fn ends_execs(&self, id: &str) -> bool {
        let group = {
            let st = self.state();
            let Some(c) = st.containers.get(id).filter(|c| c.task.exit.is_some()) else {
                return false;
            };
            let waits = |e: &String| st.execs.get(e).is_some_and(|x| x.started && !x.task.done);
            match &c.run {
                Some(run) if c.execs.iter().any(waits) => run.cgroup,
                _ => return false,
            }
        };
        for pid in self.inner.kernel.confined(group) {
            self.inner.kernel.post(pid, Signal::KILL);
        }
        true
    }

    /// Tells of processes of a container that were killed for want of memory since this was last asked.
    pub(crate) fn note_ooms(&self, id: &str) {
        let seen = self
            .state()
            .containers
            .get(id)
            .and_then(|c| c.run.as_ref().map(|r| (r.cgroup, r.ooms)));
        let Some((group, told)) = seen else { return };
        let ooms = self.inner.kernel.with_cgroup(group, |g| g.oom_kills).unwrap_or(0);
        if ooms == told {
            return;
        }
        if let Some(c) = self.state().containers.get_mut(id) {
            c.oom_killed = true;
            if let Some(run) = &mut c.run {
                run.ooms = ooms;
            }
        }
        for _ in told..ooms {
            self.emit_container(id, "oom", &[]);
        }
    }

    /// Notes the end of a process.
    pub(super) fn ended(&self, p: &Proc, id: &str, pid: Pid, status: WaitStatus) {
        let code = i64::from(status.code());
        for task in self.live_tasks(id) {
            let mut st = self.state();
            if let Some(t) = st.task_mut(&task)
                && t.pid == Some(pid)
            {
                t.exit = Some(code);
                t.pid = None;
                // Processes that it has left behind in the background keep its pipes open; Docker
                // does not wait for them.
                let first = matches!(task, TaskId::Container(_));
                drop(st);
                if !first {
                    self.drain(p, &task);
                }
                return;
            }
        }
    }

    /// Takes what lies in a task's pipes and closes them.
    fn drain(&self, p: &Proc, task: &TaskId) {
        let fds = self.state().task(task).map(|t| (t.out, t.tty)).unwrap_or_default();
        if fds.1.is_some() {
            return;
        }
        for (i, fd) in fds.0.iter().enumerate() {
            let Some(fd) = *fd else { continue };
            while p.readable(fd).unwrap_or(false) {
                let mut read = Box::pin(p.read(fd, CHUNK));
                // The read may give way once before it reads.
                let got = (0..3).find_map(|_| (&mut read).now_or_never());
                match got {
                    Some(Ok(bytes)) if !bytes.is_empty() => self.deliver(task, i, bytes),
                    _ => break,
                }
            }
            p.close(fd).ok();
            if let Some(t) = self.state().task_mut(task) {
                t.out[i] = None;
            }
        }
    }
}
