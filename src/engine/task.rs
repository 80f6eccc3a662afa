//! Processes that the daemon looks after, with their streams and who is attached to them: the part of
//! its state that the shims work on.

use std::collections::VecDeque;

use crate::kernel::{Fd, Pid};
use crate::vfs::Cred;

use super::api::container::Frame;
use super::state::State;

/// A process with streams that the daemon looks after: a container's first, or an exec's.
#[derive(Clone, Debug, Default)]
pub struct Task {
    /// Its number on the host, while it lives.
    pub pid: Option<Pid>,
    /// Exit status, once it has ended.
    pub exit: Option<i64>,
    /// The shim's descriptor to its standard input, until closed.
    pub stdin: Option<Fd>,
    /// The shim's descriptors from its standard output (or terminal) and error, until closed.
    pub out: [Option<Fd>; 2],
    /// Its terminal.
    pub tty: Option<u32>,
    /// Input that the shim has not passed on yet.
    pub input: VecDeque<u8>,
    /// No more input will come: the descriptor closes when `input` is empty.
    pub input_ends: bool,
    /// Close the input when the attached client goes away.
    pub stdin_once: bool,
    /// Output since the last newline, by stream, for the log.
    pub partial: [Vec<u8>; 2],
    /// Who is attached.
    pub attached: Vec<u64>,
    /// The task has ended and all its output was passed on.
    pub done: bool,
}

/// Someone attached to a task.
#[derive(Clone, Debug, Default)]
pub struct Attached {
    /// Output not yet taken.
    pub queue: VecDeque<Frame>,
    /// Bytes in it.
    pub queued: usize,
    /// Which streams it wants.
    pub wants: [bool; 2],
    /// Whether it feeds the input.
    pub feeds: bool,
    /// Nothing more will come.
    pub ended: bool,
}

/// What to run, found out before it is run.
#[derive(Clone, Debug)]
pub struct ProcessSpec {
    /// Path of the program file in the container.
    pub path: String,
    /// Arguments.
    pub argv: Vec<String>,
    /// Environment.
    pub env: Vec<(String, String)>,
    /// Working directory.
    pub cwd: String,
    /// Who.
    pub cred: Cred,
    /// Capabilities that nobody in there can have more of.
    pub bounding: crate::vfs::CapSet,
    /// With a terminal of this size (columns, rows).
    pub tty: Option<(u16, u16)>,
    /// With an input.
    pub stdin: bool,
}

/// Which task.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum TaskId {
    /// A container's first process.
    Container(String),
    /// An exec's.
    Exec(String),
}

impl State {
    /// A task.
    pub fn task(&self, id: &TaskId) -> Option<&Task> {
        match id {
            TaskId::Container(c) => self.containers.get(c).map(|c| &c.task),
            TaskId::Exec(e) => self.execs.get(e).map(|e| &e.task),
        }
    }

    /// A task, to change it.
    pub fn task_mut(&mut self, id: &TaskId) -> Option<&mut Task> {
        match id {
            TaskId::Container(c) => self.containers.get_mut(c).map(|c| &mut c.task),
            TaskId::Exec(e) => self.execs.get_mut(e).map(|e| &mut e.task),
        }
    }
}
