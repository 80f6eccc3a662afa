//! The shim: one process on the host for each running container. It carries output to the log and to
//! who is attached, carries input the other way, waits for processes, and does what is due when they
//! end. All it knows is in the daemon's and the kernel's state, so that it can be started again at any
//! point, as after a fork of the world.

use std::rc::Rc;

use futures_util::future::{LocalBoxFuture, select_all};

use crate::engine::Engine;
use crate::engine::api::container::{Frame, Stream};
use crate::engine::state::{Phase, TaskId};
use crate::kernel::{Disposition, Fd, Pid, Proc, Program, Signal, WaitFlags, WaitFor, WaitStatus};

/// Name of the program.
pub const NAME: &str = "containerd-shim-runc-v2";
/// Output that may wait for a slow client.
const QUEUE: usize = 256 * 1024;
/// Bytes carried at once.
pub(super) const CHUNK: usize = 32 * 1024;

/// Nanoseconds for a line of output: a real daemon writes down some two hundred thousand in a second.
const LINE: u64 = 5_000;
/// From how many lines on they take their time; fewer at once are done at once.
const MANY: u64 = 256;

/// What a shim woke up for.
enum Event {
    Output(TaskId, usize, Vec<u8>),
    Passed(TaskId, usize),
    Broken(TaskId),
    Child(Pid, WaitStatus),
    Changed,
    Due,
}

/// A descriptor to be read or written.
enum Work {
    Read(TaskId, usize, Fd),
    Write(TaskId, Fd, Vec<u8>),
}

impl Engine {
    /// Makes the programs that are the daemon's own known to the kernel.
    pub(crate) fn register(&self) {
        let engine = self.clone();
        let main = Rc::new(move |p: Proc| -> crate::kernel::LocalFuture<i32> {
            Box::pin(shim_main(engine.clone(), p))
        });
        self.inner.kernel.register(NAME, Program { main, restartable: |_| true });
        let main = Rc::new(|p: Proc| -> crate::kernel::LocalFuture<i32> {
            Box::pin(super::init::main(p))
        });
        let program = Program { main, restartable: |_| false };
        self.inner.kernel.register(super::init::NAME, program);
        let main = self.daemon_main();
        self.inner.kernel.register("dockerd", Program { main, restartable: |_| true });
        let service = crate::engine::service::DockerService(self.clone());
        self.inner.kernel.register_service("docker", Rc::new(service));
    }

    /// Whether a program is the daemon, or one of those that watch over containers.
    pub fn is_own(program: &str) -> bool {
        program == "dockerd" || program == NAME
    }

    /// Starts a shim; it waits until it has something to look after.
    pub(crate) fn spawn_shim(&self, id: &str) -> Pid {
        let engine = self.clone();
        let main = Rc::new(move |p: Proc| -> crate::kernel::LocalFuture<i32> {
            Box::pin(shim_main(engine.clone(), p))
        });
        let path = format!("/usr/bin/{NAME}");
        let argv = [
            path.as_str(),
            "-namespace",
            "moby",
            "-id",
            id,
            "-address",
            "/run/containerd/containerd.sock",
        ];
        let pid = self.inner.kernel.spawn_root(&argv, self.inner.host, main);
        self.inner.kernel.set_program(pid, NAME);
        pid
    }

    /// Puts the made-up /proc of every running container in its place again, after a fork.
    pub(crate) fn renew_proc(&self) {
        let all: Vec<(u32, u32, u32, u32)> = {
            let st = self.state();
            st.containers
                .values()
                .filter_map(|c| {
                    let r = c.run.as_ref()?;
                    Some((r.proc_sb, r.shared.pidns, r.sys_sb, r.cgroup))
                })
                .collect()
        };
        for (sb, pidns, sys, cgroup) in all {
            let fs = crate::kernel::ProcFs::new(&self.inner.kernel, pidns);
            let mut vfs = self.inner.kernel.vfs();
            vfs.replace_synthetic(sb, fs);
            crate::kernel::SysFs::renew(&mut vfs, &self.inner.kernel, sys, cgroup);
        }
    }

    fn shim_of(&self, pid: Pid) -> Option<String> {
        let st = self.state();
        let own = st.containers.values().find(|c| c.run.as_ref().is_some_and(|r| r.shim == pid));
        own.or_else(|| st.containers.values().find(|c| c.shim == Some(pid))).map(|c| c.id.clone())
    }

    /// The tasks that a shim has to care for.
    pub(super) fn live_tasks(&self, id: &str) -> Vec<TaskId> {
        let st = self.state();
        let Some(c) = st.containers.get(id) else { return Vec::new() };
        let mut out = Vec::new();
        if c.run.is_some() && !c.task.done {
            out.push(TaskId::Container(id.to_string()));
        }
        for e in &c.execs {
            if st.execs.get(e).is_some_and(|x| x.started && !x.task.done) {
                out.push(TaskId::Exec(e.clone()));
            }
        }
        out
    }

    fn work_of(&self, task: &TaskId, out: &mut Vec<Work>) {
        let st = self.state();
        let Some(t) = st.task(task) else { return };
        for (i, fd) in t.out.iter().enumerate() {
            let full = t
                .attached
                .iter()
                .any(|n| st.attached.get(n).is_some_and(|a| a.queued > QUEUE && a.wants[i]));
            if let Some(fd) = fd
                && !full
            {
                out.push(Work::Read(task.clone(), i, *fd));
            }
        }
        if let Some(fd) = t.stdin
            && !t.input.is_empty()
        {
            let bytes: Vec<u8> = t.input.iter().take(4096).copied().collect();
            out.push(Work::Write(task.clone(), fd, bytes));
        }
    }

    /// Hands a piece of output to the log and to who is attached.
    pub(super) fn deliver(&self, task: &TaskId, i: usize, bytes: Vec<u8>) {
        let stream = if i == 0 { Stream::Stdout } else { Stream::Stderr };
        if let TaskId::Container(id) = task {
            self.log_output(id, stream, &bytes, false);
        }
        {
            let mut guard = self.state();
            let st = &mut *guard;
            if let TaskId::Exec(e) = task
                && let Some(x) = st.execs.get_mut(e)
                && let Some(kept) = &mut x.output
            {
                let room = 4096usize.saturating_sub(kept.len());
                kept.extend_from_slice(&bytes[..bytes.len().min(room)]);
            }
            let numbers = st.task(task).map(|t| t.attached.clone()).unwrap_or_default();
            for n in numbers {
                if let Some(a) = st.attached.get_mut(&n)
                    && a.wants[i]
                {
                    a.queued += bytes.len();
                    a.queue.push_back(Frame { stream, bytes: bytes.clone() });
                }
            }
        }
        self.changed();
    }

    /// Closes what is at its end: an output, or an input that will get no more.
    fn close_ends(&self, p: &Proc, task: &TaskId) {
        let mut close = Vec::new();
        {
            let mut st = self.state();
            let Some(t) = st.task_mut(task) else { return };
            if t.tty.is_none()
                && t.input.is_empty()
                && (t.input_ends || t.exit.is_some())
                && let Some(fd) = t.stdin.take()
            {
                close.push(fd);
            }
            // A terminal has no end of file: it is done when its process is and all was read.
            if let (Some(_), Some(_), Some(fd)) = (t.tty, t.exit, t.out[0])
                && !p.readable(fd).unwrap_or(false)
            {
                t.out[0] = None;
                t.stdin = None;
                close.push(fd);
            }
        }
        for fd in close {
            p.close(fd).ok();
        }
    }
}

async fn shim_main(engine: Engine, p: Proc) -> i32 {
    // A container that does not read its input must not end the shim.
    p.signal(Signal::PIPE, Disposition::Ignore).ok();
    p.signal(Signal::TERM, Disposition::Ignore).ok();
    let Some(id) = engine.shim_of(p.host_pid()) else { return 0 };
    let cond = engine.state().cond;
    loop {
        let seen = engine.kernel().cond_version(cond);
        for task in engine.live_tasks(&id) {
            engine.close_ends(&p, &task);
            engine.settle(&id, &task);
        }
        engine.note_ooms(&id);
        engine.check_health(&id);
        if engine.shim_is_over(&id) {
            return 0;
        }
        let due = engine.shim_due(&id);
        if due.is_some_and(|at| at <= engine.now()) {
            engine.shim_act(&id);
            continue;
        }
        let mut work = Vec::new();
        for task in engine.live_tasks(&id) {
            engine.work_of(&task, &mut work);
        }
        let event = wait_for_event(&p, cond, seen, due, work).await;
        match event {
            Event::Output(task, i, bytes) if bytes.is_empty() => {
                let fd = engine.state().task_mut(&task).and_then(|t| t.out[i].take());
                if let Some(fd) = fd {
                    p.close(fd).ok();
                }
            }
            Event::Output(task, i, bytes) => {
                let lines = bytes.iter().filter(|b| **b == b'\n').count() as u64;
                engine.deliver(&task, i, bytes);
                if lines >= MANY {
                    // Others run meanwhile. A signal that ends this is seen to when the loop goes on.
                    p.sleep(lines * LINE).await.ok();
                }
            }
            Event::Passed(task, n) => {
                if let Some(t) = engine.state().task_mut(&task) {
                    t.input.drain(..n.min(t.input.len()));
                }
                engine.changed();
            }
            Event::Broken(task) => {
                let fd = engine.state().task_mut(&task).and_then(|t| {
                    t.input.clear();
                    t.input_ends = true;
                    if t.tty.is_some() { None } else { t.stdin.take() }
                });
                if let Some(fd) = fd {
                    p.close(fd).ok();
                }
            }
            Event::Child(pid, status) => engine.ended(&p, &id, pid, status),
            Event::Changed | Event::Due => {}
        }
    }
}

async fn wait_for_event(
    p: &Proc,
    cond: u64,
    seen: u64,
    due: Option<i64>,
    work: Vec<Work>,
) -> Event {
    let mut waits: Vec<LocalBoxFuture<'_, Event>> = Vec::new();
    waits.push(Box::pin(async move {
        match p.wait(WaitFor::Any, WaitFlags::default()).await {
            Ok(Some((pid, status))) => Event::Child(pid, status),
            // No child: nothing to hear of before something else changes.
            _ => std::future::pending().await,
        }
    }));
    waits.push(Box::pin(async move {
        p.wait_cond(cond, seen).await.ok();
        Event::Changed
    }));
    if let Some(at) = due {
        waits.push(Box::pin(async move {
            p.sleep_until(at).await.ok();
            Event::Due
        }));
    }
    for w in work {
        waits.push(match w {
            Work::Read(task, i, fd) => Box::pin(async move {
                let bytes = p.read(fd, CHUNK).await.unwrap_or_default();
                Event::Output(task, i, bytes)
            }),
            Work::Write(task, fd, bytes) => Box::pin(async move {
                match p.write(fd, &bytes).await {
                    Ok(n) => Event::Passed(task, n),
                    Err(_) => Event::Broken(task),
                }
            }),
        });
    }
    select_all(waits).await.0
}

impl Engine {
    /// Whether a container's shim has nothing left to do.
    fn shim_is_over(&self, id: &str) -> bool {
        let mut st = self.state();
        let Some(c) = st.containers.get_mut(id) else { return true };
        let over = c.run.is_none() && c.phase != Phase::Restarting;
        if over {
            c.shim = None;
        }
        over
    }
}
