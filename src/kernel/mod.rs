//! The machine's kernel: processes as futures on one thread, descriptors, pipes, terminals, signals,
//! namespaces, users, a virtual clock and seeded randomness. It has never heard of shells or Docker.
//!
//! [`Kernel`] owns the state and runs processes; [`Proc`] is what a program holds: its system calls.

mod binary;
mod cgroup;
mod confine;
mod exec;
mod join;
pub mod limits;
mod load;
mod locks;
mod memory;
mod names;
mod net;
mod outside;
mod pipe;
mod process;
mod procfs;
mod proctext;
mod remote;
pub mod rlimit;
mod sched;
mod signal;
mod signals;
mod sys_fd;
mod sys_file;
mod sys_fork;
mod sys_fstat;
mod sys_io;
mod sys_mount;
mod sys_poll;
mod sys_proc;
mod sys_signal;
mod sys_time;
mod sys_tty;
mod sys_wait;
pub mod sysctl;
mod sysfs;
mod traffic;
mod tty;
pub mod users;

use std::cell::{Cell, RefCell, RefMut};
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use crate::vfs::{Loc, Vfs};

pub use binary::{elf_content, elf_head, script_interpreter};
pub use cgroup::{Cgroup, PROCESSORS};
pub use confine::Confinement;
pub use exec::Spawn;
pub use join::join_all;
pub use net::{Forward, Interface, Net, NetNs};
pub use outside::{Edit, Power, Service, ServiceState};
pub use pipe::Pipe;
pub use process::{FdEntry, FileKind, Life, OpenFile, Process, State, WaitStatus};
pub use procfs::{MEMORY, ProcFs, RELEASE, VERSION};
pub use remote::FileServer;
pub use rlimit::{Limits, Resource, UNLIMITED};
pub use sched::Progress;
pub use signal::{Action, Disposition, Signal};
pub use sys_mount::MountWhat;
pub use sys_poll::Heap;
pub use sys_proc::ProcInfo;
pub use sys_signal::KillTarget;
pub use sys_wait::{WaitFlags, WaitFor};
pub use sysfs::{SysFs, host_sys};
pub use traffic::Traffic;
pub use tty::{Termios, Tty};

/// A process number.
pub type Pid = u32;
/// A descriptor number.
pub type Fd = i32;
/// A future that stays on this thread.
pub type LocalFuture<T> = Pin<Box<dyn Future<Output = T>>>;
/// A program: given its process, it runs to an exit status.
pub type Main = Rc<dyn Fn(Proc) -> LocalFuture<i32>>;

/// Nanoseconds of virtual time for one unit of fuel, and for one turn of a process. A turn costs
/// something, so that no two turns happen at the same time and a log of inputs can be replayed.
pub const FUEL_NS: i64 = 1_000;
/// See [`FUEL_NS`].
pub const TURN_NS: i64 = 1_000;
/// Fuel after which a process gives way to others.
pub const SLICE: u64 = 2_000;

/// A registered program.
#[derive(Clone)]
pub struct Program {
    /// Its code.
    pub main: Main,
    /// Whether, called with these arguments, it can be started again after a fork of the world,
    /// because all its state is outside its future (services, `sleep`).
    pub restartable: fn(&[String]) -> bool,
}

/// The kernel of one machine. Always held in an `Rc`, which every process shares.
pub struct Kernel {
    vfs: RefCell<Vfs>,
    pub(crate) st: RefCell<State>,
    clock: Cell<i64>,
    tasks: RefCell<BTreeMap<Pid, LocalFuture<i32>>>,
    /// Futures that exec has put in the place of a running one.
    images: RefCell<BTreeMap<Pid, LocalFuture<i32>>>,
    programs: RefCell<BTreeMap<String, Program>>,
    services: RefCell<BTreeMap<String, Rc<dyn Service>>>,
}

/// A process's handle to the kernel: its system calls.
#[derive(Clone)]
pub struct Proc {
    k: Rc<Kernel>,
    pid: Pid,
}

/// Where a first process of its namespaces lives.
#[derive(Clone, Copy, Debug)]
pub struct Namespaces {
    /// Mount namespace and its root.
    pub mnt: u32,
    /// The root directory.
    pub root: Loc,
    /// PID namespace.
    pub pidns: u32,
    /// Host name namespace.
    pub uts: u32,
}

impl Kernel {
    /// A kernel over these files, at a time (nanoseconds since the epoch), with a seed for all that
    /// is random.
    pub fn new(vfs: Vfs, now: i64, seed: u64) -> Rc<Kernel> {
        Rc::new(Kernel {
            vfs: RefCell::new(vfs),
            st: RefCell::new(State { seed, ..State::default() }),
            clock: Cell::new(now),
            tasks: RefCell::default(),
            images: RefCell::default(),
            programs: RefCell::default(),
            services: RefCell::default(),
        })
    }

    /// Registers the code that program files with this name run.
    pub fn register(&self, name: &str, program: Program) {
        self.programs.borrow_mut().insert(name.to_string(), program);
    }

    /// The code registered under a name.
    pub fn program(&self, name: &str) -> Option<Program> {
        self.programs.borrow().get(name).cloned()
    }

    /// The time, in nanoseconds since the epoch.
    pub fn now(&self) -> i64 {
        self.clock.get()
    }

    /// The files. Not to be held over an `await` or a call of a process.
    pub fn vfs(&self) -> RefMut<'_, Vfs> {
        let mut vfs = self.vfs.borrow_mut();
        vfs.now = self.clock.get();
        vfs
    }

    /// The handle of a process, by its number outside of namespaces.
    pub fn proc(self: &Rc<Kernel>, pid: Pid) -> Proc {
        Proc { k: Rc::clone(self), pid }
    }

    /// A new PID namespace.
    pub fn new_pidns(&self) -> u32 {
        let mut st = self.st.borrow_mut();
        let id = st.fresh() as u32;
        st.pidns.insert(id, process::PidNs { next: 1, ..process::PidNs::default() });
        id
    }

    /// A new host name namespace.
    pub fn new_uts(&self, hostname: &str) -> u32 {
        let mut st = self.st.borrow_mut();
        let id = st.fresh() as u32;
        st.hostnames.insert(id, hostname.to_string());
        id
    }

    /// Ends a PID namespace that has no process left.
    pub fn drop_pidns(&self, pidns: u32) {
        self.st.borrow_mut().pidns.remove(&pidns);
    }

    /// Ends a host name namespace.
    pub fn drop_uts(&self, uts: u32) {
        self.st.borrow_mut().hostnames.remove(&uts);
    }

    /// A new condition.
    pub fn new_cond(&self) -> u64 {
        let mut st = self.st.borrow_mut();
        let id = st.fresh();
        st.conds.insert(id, process::Cond::default());
        id
    }

    /// Moves a condition on and wakes who waits for it.
    pub fn signal_cond(&self, cond: u64) {
        let mut st = self.st.borrow_mut();
        if let Some(c) = st.conds.get_mut(&cond) {
            c.version += 1;
            let waiting = std::mem::take(&mut c.waiting);
            st.wake_all(waiting);
        }
    }

    /// A condition's version, to be given to [`Proc::wait_cond`].
    pub fn cond_version(&self, cond: u64) -> u64 {
        self.st.borrow().conds.get(&cond).map_or(0, |c| c.version)
    }

    /// Forgets a condition; who waits for it is woken.
    pub fn drop_cond(&self, cond: u64) {
        let mut st = self.st.borrow_mut();
        if let Some(c) = st.conds.remove(&cond) {
            st.wake_all(c.waiting);
        }
    }

    /// Random bytes from the world's seed.
    pub fn random(&self, out: &mut [u8]) {
        let mut st = self.st.borrow_mut();
        for chunk in out.chunks_mut(8) {
            let bytes = st.random().to_le_bytes();
            chunk.copy_from_slice(&bytes[..chunk.len()]);
        }
    }

    /// Output that left the world since the last call: stream (1 or 2) and bytes.
    pub fn take_host_output(&self) -> Vec<(u8, Vec<u8>)> {
        std::mem::take(&mut self.st.borrow_mut().host_out)
    }

    /// Output that another kernel of the machine had not handed out.
    pub fn put_host_output(&self, output: Vec<(u8, Vec<u8>)>) {
        self.st.borrow_mut().host_out.extend(output);
    }

    /// A copy of the machine in which processes stand still: they are there, hold their files and
    /// obey signals, but only programs registered as restartable run on, once they are registered
    /// and [`Kernel::restart_programs`] is called. The caller replaces made-up file systems
    /// ([`Vfs::replace_synthetic`]).
    pub fn fork(&self) -> Rc<Kernel> {
        let k = Kernel {
            vfs: RefCell::new(self.vfs.borrow().clone()),
            st: RefCell::new(self.st.borrow().clone()),
            clock: Cell::new(self.clock.get()),
            tasks: RefCell::default(),
            images: RefCell::default(),
            programs: RefCell::default(),
            services: RefCell::default(),
        };
        k.part_heaps();
        Rc::new(k)
    }

    /// Starts restartable programs again after [`Kernel::fork`].
    pub fn restart_programs(self: &Rc<Kernel>) {
        let running: Vec<(Pid, Rc<str>)> = {
            let st = self.st.borrow();
            let alive = st.procs.values().filter(|p| p.life == Life::Running);
            alive.filter_map(|p| Some((p.pid, p.program.clone()?))).collect()
        };
        for (pid, name) in running {
            let program = self.programs.borrow().get(&*name).cloned();
            let argv = self.proc(pid).argv();
            if let Some(program) = program
                && (program.restartable)(&argv)
                && !self.tasks.borrow().contains_key(&pid)
            {
                let future = (program.main)(self.proc(pid));
                self.tasks.borrow_mut().insert(pid, future);
                self.st.borrow_mut().wake(pid);
            }
        }
    }

    /// Ends everything: drops all programs and processes, so that the machine can be freed.
    pub fn shut_down(&self) {
        let services = std::mem::take(&mut *self.services.borrow_mut());
        let programs = std::mem::take(&mut *self.programs.borrow_mut());
        let images = std::mem::take(&mut *self.images.borrow_mut());
        let tasks = std::mem::take(&mut *self.tasks.borrow_mut());
        drop((services, programs, images, tasks));
    }
}
