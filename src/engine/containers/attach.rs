//! Attaching to a container's or exec's streams: output in pieces as it comes, input, and the keys
//! that detach.

use crate::engine::api::container::{AttachOptions, Frame, LogsOptions};
use crate::engine::state::{Attached, Phase, TaskId};
use crate::engine::{Engine, EngineError, Result};
use crate::kernel::Proc;

/// Input that may wait in the daemon before the sender has to.
const INPUT: usize = 64 * 1024;

/// A client's end of an attached stream. Dropping it detaches.
pub struct Attachment {
    pub(crate) engine: Engine,
    pub(crate) number: u64,
    pub(crate) task: TaskId,
    /// The keys that detach, and how many of them were typed already.
    pub(crate) keys: Vec<u8>,
    pub(crate) typed: std::cell::Cell<usize>,
    pub(crate) detached: std::cell::Cell<bool>,
}

impl Attachment {
    /// The next piece of output; `None` when there will be no more.
    pub async fn read(&self, p: &Proc) -> Result<Option<Frame>> {
        self.engine
            .until(p, |e| {
                let mut st = e.state();
                let Some(a) = st.attached.get_mut(&self.number) else { return Some(None) };
                if self.detached.get() {
                    return Some(None);
                }
                let Some(frame) = a.queue.pop_front() else { return a.ended.then_some(None) };
                a.queued -= frame.bytes.len();
                let cond = st.cond;
                drop(st);
                e.kernel().signal_cond(cond);
                Some(Some(frame))
            })
            .await
    }

    /// Sends input; waits while too much of it lies unread. Input behind the detach keys is dropped.
    pub async fn write(&self, p: &Proc, bytes: &[u8]) -> Result<()> {
        let bytes = self.filter(bytes);
        self.engine
            .until(p, |e| {
                let st = e.state();
                let full = st.task(&self.task).is_some_and(|t| !t.done && t.input.len() >= INPUT);
                (!full).then_some(())
            })
            .await?;
        {
            let mut st = self.engine.state();
            let task = st.task_mut(&self.task);
            if let Some(t) = task
                && !t.input_ends
            {
                t.input.extend(bytes);
            }
        }
        self.engine.changed();
        Ok(())
    }

    /// Takes the detach keys out of what is typed, as Docker's escape proxy does: keys that turn out
    /// not to be the whole sequence are passed on.
    fn filter(&self, bytes: &[u8]) -> Vec<u8> {
        if self.keys.is_empty() {
            return bytes.to_vec();
        }
        let mut out = Vec::with_capacity(bytes.len());
        for &b in bytes {
            let n = self.typed.get();
            if self.detached.get() {
                break;
            }
            if b == self.keys[n] {
                self.typed.set(n + 1);
                if n + 1 == self.keys.len() {
                    self.detached.set(true);
                }
                continue;
            }
            out.extend_from_slice(&self.keys[..n]);
            self.typed.set(0);
            out.push(b);
        }
        out
    }

    /// No more input will come from this client. An input that is there for one client ends with it; one
    /// that others may feed stays open, and the client gets no more output (moby `stream.CopyStreams`).
    pub fn close_stdin(&self) {
        {
            let mut st = self.engine.state();
            let Some(t) = st.task_mut(&self.task) else { return };
            if t.stdin_once && t.tty.is_none() {
                t.input_ends = true;
            } else if t.tty.is_none()
                && let Some(a) = st.attached.get_mut(&self.number)
            {
                a.ended = true;
            }
        }
        self.engine.changed();
    }

    /// Whether the detach keys were typed.
    pub fn detached(&self) -> bool {
        self.detached.get()
    }
}

impl Drop for Attachment {
    fn drop(&mut self) {
        // A world that is being taken down may be in the middle of something.
        let Ok(mut st) = self.engine.inner.state.try_borrow_mut() else { return };
        let fed = st.attached.remove(&self.number).is_some_and(|a| a.feeds);
        if let Some(t) = st.task_mut(&self.task) {
            t.attached.retain(|n| *n != self.number);
            // A terminal stays open for whoever attaches next, and so does what was detached from.
            if fed && t.stdin_once && t.tty.is_none() && !t.done && !self.detached.get() {
                t.input_ends = true;
            }
        }
        drop(st);
        self.engine.changed();
    }
}

/// The bytes of a key sequence such as `ctrl-p,ctrl-q`.
pub fn parse_keys(keys: &str) -> Result<Vec<u8>> {
    let bad = |key: &str| {
        EngineError::invalid(format!(
            "Invalid escape keys ({keys}) provided: Unknown character: '{key}'"
        ))
    };
    let mut out = Vec::new();
    for key in keys.split(',') {
        let byte = match key.strip_prefix("ctrl-") {
            Some(k) => match k.as_bytes() {
                [c @ b'a'..=b'z'] => c - b'a' + 1,
                [b'@'] => 0,
                [b'['] => 27,
                [b'\\'] => 28,
                [b']'] => 29,
                [b'^'] => 30,
                [b'_'] => 31,
                _ => return Err(bad(key)),
            },
            None => match key.as_bytes() {
                [c] => *c,
                _ => return Err(bad(key)),
            },
        };
        out.push(byte);
    }
    Ok(out)
}

/// Docker's own detach keys.
pub const DETACH_KEYS: &str = "ctrl-p,ctrl-q";

impl Engine {
    /// Attaches to a container's streams; works before the start as well.
    pub fn container_attach(&self, id: &str, o: &AttachOptions) -> Result<Attachment> {
        let keys = if o.detach_keys.is_empty() { DETACH_KEYS } else { &o.detach_keys };
        let keys = parse_keys(keys)?;
        let full = self.find_container(id)?;
        let (tty, before) = {
            let st = self.state();
            let Some(c) = st.containers.get(&full) else {
                return Err(EngineError::not_found(format!("No such container: {id}")));
            };
            if c.phase == Phase::Paused {
                return Err(EngineError::conflict(format!(
                    "container {id} is paused, unpause the container before attach"
                )));
            }
            if c.phase == Phase::Restarting {
                return Err(EngineError::conflict(format!(
                    "container {id} is restarting, wait until the container is running"
                )));
            }
            (c.config.tty, o.logs.then(|| self.clone()))
        };
        let mut queue = std::collections::VecDeque::new();
        if before.is_some() {
            let logs = LogsOptions { stdout: o.stdout, stderr: o.stderr, ..Default::default() };
            queue = self.log_frames(&full, &logs)?;
        }
        let queued = queue.iter().map(|f| f.bytes.len()).sum();
        let number = {
            let mut st = self.state();
            let number = st.fresh();
            let wants = [o.stdout || (tty && o.stderr), o.stderr && !tty];
            if let Some(c) = st.containers.get_mut(&full) {
                let over = c.run.is_none() && c.ends > 0 && c.phase == Phase::Exited;
                c.task.attached.push(number);
                let a = Attached { queue, queued, wants, feeds: o.stdin, ended: over && o.logs };
                st.attached.insert(number, a);
            }
            number
        };
        self.emit_container(&full, "attach", &[]);
        Ok(Attachment {
            engine: self.clone(),
            number,
            task: TaskId::Container(full),
            keys: if tty && o.stdin { keys } else { Vec::new() },
            typed: std::cell::Cell::new(0),
            detached: std::cell::Cell::new(false),
        })
    }

    /// Sets the size of a container's terminal.
    pub fn container_resize(&self, id: &str, rows: u16, columns: u16) -> Result<()> {
        let full = self.find_container(id)?;
        let tty = {
            let mut st = self.state();
            let Some(c) = st.containers.get_mut(&full) else { return Ok(()) };
            if c.run.is_none() {
                return Err(EngineError::conflict(format!("container {full} is not running")));
            }
            c.host.console_size = [rows, columns];
            c.task.tty
        };
        if let Some(n) = tty {
            self.inner.kernel.resize_tty(n, columns, rows);
        }
        Ok(())
    }
}
