//! What the kernel remembers of processes, open files and namespaces: plain data, so that a world
//! can be forked by cloning it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

use crate::vfs::{Cred, Loc, NodeId, OpenFlags};

use super::{Disposition, Fd, Pid, Pipe, Signal, Tty};

/// How a process ended, or what else wait(2) reports.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WaitStatus {
    /// It returned or called exit with this status.
    Exited(u8),
    /// A signal ended it.
    Signaled(Signal),
    /// A signal stopped it.
    Stopped(Signal),
    /// It was continued.
    Continued,
}

impl WaitStatus {
    /// The status as a shell shows it: 128 and more for signals.
    pub fn code(self) -> i32 {
        match self {
            WaitStatus::Exited(n) => i32::from(n),
            WaitStatus::Signaled(s) | WaitStatus::Stopped(s) => 128 + s.number(),
            WaitStatus::Continued => 0,
        }
    }
}

/// An entry of a process's descriptor table.
#[derive(Clone, Copy, Debug)]
pub struct FdEntry {
    /// The open file description.
    pub file: u64,
    /// Closed by exec.
    pub cloexec: bool,
}

/// What an open file description refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A regular file, directory or made-up file.
    Node(Loc),
    /// The reading end of a pipe.
    PipeRead(u64),
    /// The writing end of a pipe.
    PipeWrite(u64),
    /// Both ends, as a FIFO opened for reading and writing has it.
    PipeBoth(u64),
    /// A terminal's slave side.
    Tty(u32),
    /// A terminal's master side.
    Master(u32),
    /// /dev/null.
    Null,
    /// /dev/zero.
    Zero,
    /// /dev/full.
    Full,
    /// /dev/urandom.
    Random,
    /// A port that is listened at.
    Listener(u64),
    /// A connection: the pipe to read from and the one to write to.
    Stream {
        /// Read from.
        rx: u64,
        /// Written to.
        tx: u64,
    },
    /// Goes out of the world: 1 standard output, 2 standard error of a native run.
    Host(u8),
}

/// An open file description (open(2)).
#[derive(Clone, Debug)]
pub struct OpenFile {
    /// What it refers to.
    pub kind: FileKind,
    /// How it was opened.
    pub flags: OpenFlags,
    /// Where the next read or write happens.
    pub offset: u64,
    /// Descriptors that refer to it.
    pub refs: u32,
    /// The path it was opened by, for `/proc/PID/fd`.
    pub path: Rc<str>,
}

/// Life of a process.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Life {
    /// Running or waiting for something.
    Running,
    /// Ended, not yet waited for.
    Zombie(WaitStatus),
}

/// A process.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Process {
    pub pid: Pid,
    /// Number in its own PID namespace.
    pub vpid: Pid,
    pub ppid: Pid,
    pub pgid: Pid,
    pub sid: Pid,
    pub tty: Option<u32>,
    pub cred: Rc<Cred>,
    pub umask: u32,
    /// Paths may be longer than PATH_MAX: see [`crate::vfs::View::far`].
    pub far: bool,
    pub root: Loc,
    pub cwd: Loc,
    /// Mount namespace.
    pub mnt: u32,
    pub pidns: u32,
    /// Network namespace.
    pub net: u32,
    pub uts: u32,
    pub argv: Rc<[String]>,
    pub env: Rc<Vec<(String, String)>>,
    /// Path of the program.
    pub exe: Rc<str>,
    /// Name of the program's code, where it can be started again after a fork of the world.
    pub program: Option<Rc<str>>,
    /// What the program keeps in memory for copies of the world.
    pub heap: Option<Rc<dyn super::Heap>>,
    pub fds: BTreeMap<Fd, FdEntry>,
    pub dispositions: BTreeMap<Signal, Disposition>,
    /// Handled signals that have come and not been taken.
    pub caught: VecDeque<Signal>,
    /// A handled signal has come, and no blocking call has ended for it yet.
    pub interrupt: bool,
    pub life: Life,
    /// Set when the process is to end at its next turn.
    pub dying: Option<WaitStatus>,
    pub stopped: Option<Signal>,
    /// A stop or continue that the parent has not been told of.
    pub report: Option<WaitStatus>,
    /// Held by the freezer (docker pause).
    pub frozen: bool,
    pub children: BTreeSet<Pid>,
    /// Nanoseconds since the epoch.
    pub started: i64,
    /// Processor time in nanoseconds, and that of children waited for.
    pub cpu: i64,
    pub child_cpu: i64,
    /// Fuel used in the present turn.
    pub fuel: u64,
    pub queued: bool,
    /// It has woken a reader, who is to run before it does more.
    pub courteous: bool,
    /// What it may use.
    pub limits: super::Limits,
    /// No program that it runs gets more rights than it has (prctl(2)).
    pub no_new_privs: bool,
    /// System calls are filtered (seccomp(2)).
    pub seccomp: bool,
    /// How readily it is killed for want of memory (proc_pid_oom_score_adj(5)).
    pub oom_adj: i32,
    /// IPC namespace.
    pub ipc: u32,
    /// Bytes of memory in use, for `ps`, and how many of them are data that the program has noted
    /// with [`super::Proc::hold`].
    pub memory: u64,
    pub data: u64,
    /// Capabilities that no program it runs can have more of.
    pub bounding: crate::vfs::CapSet,
    /// The control group; 0 for the machine's own.
    pub cgroup: u32,
    /// Priority (nice(2)).
    pub nice: i32,
}

/// A PID namespace.
#[derive(Clone, Debug, Default)]
pub struct PidNs {
    /// Its first process.
    pub init: Option<Pid>,
    /// Number within to number outside.
    pub pids: BTreeMap<Pid, Pid>,
    /// The next number.
    pub next: Pid,
}

/// A condition that processes can wait for; each signal moves its version on.
#[derive(Clone, Debug, Default)]
pub struct Cond {
    /// Counts the signals.
    pub version: u64,
    /// Who waits.
    pub waiting: Vec<Pid>,
}

/// All that the kernel remembers apart from files.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct State {
    pub procs: BTreeMap<Pid, Process>,
    pub files: BTreeMap<u64, OpenFile>,
    pub pipes: BTreeMap<u64, Pipe>,
    pub ttys: BTreeMap<u32, Tty>,
    /// Wake-up times.
    pub timers: BTreeSet<(i64, Pid)>,
    pub run_queue: VecDeque<Pid>,
    /// Bounds on processes that were reached, and when a fork was last refused for them.
    pub crowds: BTreeMap<super::sys_fork::Crowd, i64>,
    pub pidns: BTreeMap<u32, PidNs>,
    pub hostnames: BTreeMap<u32, String>,
    pub conds: BTreeMap<u64, Cond>,
    pub fifos: BTreeMap<NodeId, u64>,
    pub net: super::Net,
    /// Settings of the kernel that were written.
    pub sysctls: super::sysctl::Written,
    /// Control groups.
    pub cgroups: BTreeMap<u32, super::Cgroup>,
    /// How busy the processors are.
    pub load: super::load::Load,
    /// Machines that keep files for this one.
    pub servers: Vec<super::FileServer>,
    /// Output that left the world: stream (1 or 2) and bytes.
    pub host_out: Vec<(u8, Vec<u8>)>,
    /// What the machine was asked to become.
    pub power: Option<super::Power>,
    /// Whether texts are edited outside, and those that are.
    pub editor: bool,
    pub(super) edits: BTreeMap<u64, super::outside::EditStage>,
    /// Locks on files.
    pub locks: super::locks::Locks,
    pub seed: u64,
    pub next: u64,
}

impl State {
    /// A number never given before, for pipes, files and the like.
    pub fn fresh(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    /// Puts a process into the run queue unless it is there.
    pub fn wake(&mut self, pid: Pid) {
        if let Some(p) = self.procs.get_mut(&pid)
            && !p.queued
            && p.life == Life::Running
        {
            p.queued = true;
            self.run_queue.push_back(pid);
        }
    }

    /// Wakes everyone in a list of waiters and empties it.
    pub fn wake_all(&mut self, waiting: Vec<Pid>) {
        for pid in waiting {
            self.wake(pid);
        }
    }

    /// The next 64 random bits (SplitMix64).
    pub fn random(&mut self) -> u64 {
        self.seed = self.seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.seed;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}
