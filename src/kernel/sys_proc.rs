//! A process's own identity and settings, making processes, and sending signals.

use std::rc::Rc;

use crate::vfs::{CapSet, Cred, Errno, Loc};

use super::{Kernel, Life, Pid, Proc, Process, State, WaitStatus};

/// What ps(1) shows of a process, numbers as the asker sees them.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct ProcInfo {
    pub pid: Pid,
    pub ppid: Pid,
    pub pgid: Pid,
    pub sid: Pid,
    pub uid: u32,
    pub gid: u32,
    pub argv: Rc<[String]>,
    /// File name of the program, at most 15 bytes.
    pub comm: String,
    /// `R`, `S`, `T`, `Z` or `D` as ps has them.
    pub state: char,
    pub tty: Option<u32>,
    /// Nanoseconds since the epoch.
    pub started: i64,
    /// Nanoseconds of processor time.
    pub cpu: i64,
    pub threads: u32,
    /// Bytes.
    pub memory: u64,
    pub nice: i32,
    /// Number outside of all namespaces.
    pub host_pid: Pid,
}

impl Proc {
    pub(super) fn me<R>(&self, f: impl FnOnce(&mut Process) -> R) -> Option<R> {
        self.k.st.borrow_mut().procs.get_mut(&self.pid).map(f)
    }

    /// The kernel, for programs that belong to the machine itself.
    pub fn kernel(&self) -> Rc<Kernel> {
        Rc::clone(&self.k)
    }

    /// The number outside of all namespaces.
    pub fn host_pid(&self) -> Pid {
        self.pid
    }

    /// getpid(2).
    pub fn pid(&self) -> Pid {
        self.me(|p| p.vpid).unwrap_or(0)
    }

    /// getppid(2); 0 where the parent is outside of the namespace.
    pub fn ppid(&self) -> Pid {
        let st = self.k.st.borrow();
        let parent = st.procs.get(&self.pid).map_or(0, |p| p.ppid);
        self.shown(&st, parent)
    }

    /// A process's number as this one sees it, 0 if it can not.
    pub(super) fn shown(&self, st: &State, pid: Pid) -> Pid {
        match (st.procs.get(&pid), st.procs.get(&self.pid)) {
            (Some(p), Some(me)) if p.pidns == me.pidns => p.vpid,
            (Some(p), Some(me)) if is_host(st, me.pidns) => p.pid,
            _ => 0,
        }
    }

    /// A group's number as this process sees it.
    pub(super) fn group_number(&self, st: &State, pgid: Pid) -> Pid {
        self.shown(st, pgid)
    }

    /// The number outside of a process that this one calls `pid`.
    pub fn outer(&self, pid: Pid) -> Option<Pid> {
        let st = self.k.st.borrow();
        let me = st.procs.get(&self.pid)?;
        if is_host(&st, me.pidns) {
            return st.procs.contains_key(&pid).then_some(pid);
        }
        st.pidns.get(&me.pidns)?.pids.get(&pid).copied()
    }

    /// As [`Proc::outer`], for a group whose leader may have ended already.
    pub(super) fn outer_group(&self, pgid: Pid) -> Option<Pid> {
        if let Some(outer) = self.outer(pgid) {
            return Some(outer);
        }
        let st = self.k.st.borrow();
        let me = st.procs.get(&self.pid)?;
        is_host(&st, me.pidns).then_some(pgid)
    }

    /// Arguments, the program's name first.
    pub fn argv(&self) -> Rc<[String]> {
        self.me(|p| Rc::clone(&p.argv)).unwrap_or_else(|| Rc::from([]))
    }

    /// Replaces the arguments that others see, as a multi-call program does.
    pub fn set_argv(&self, argv: Vec<String>) {
        self.me(|p| p.argv = argv.into());
    }

    /// When the process was started, in nanoseconds since the epoch.
    pub fn started(&self) -> i64 {
        self.me(|p| p.started).unwrap_or_default()
    }

    /// A variable of the environment.
    pub fn env(&self, name: &str) -> Option<String> {
        let st = self.k.st.borrow();
        let env = &st.procs.get(&self.pid)?.env;
        env.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone())
    }

    /// The whole environment.
    pub fn environ(&self) -> Rc<Vec<(String, String)>> {
        self.me(|p| Rc::clone(&p.env)).unwrap_or_default()
    }

    /// Replaces the environment.
    pub fn set_environ(&self, env: Vec<(String, String)>) {
        self.me(|p| p.env = Rc::new(env));
    }

    /// Who this is.
    pub fn cred(&self) -> Rc<Cred> {
        self.me(|p| Rc::clone(&p.cred)).unwrap_or_else(|| Rc::new(Cred::user(65534, 65534, vec![])))
    }

    /// Becomes someone else; EPERM without CAP_SETUID unless it is one's own real user.
    pub fn set_cred(&self, cred: Cred) -> Result<(), Errno> {
        let old = self.cred();
        let own = cred.uid == old.uid && cred.euid == old.uid && cred.egid == old.gid;
        if !own && !old.can(CapSet::SETUID) {
            return Err(Errno::EPERM);
        }
        self.me(|p| p.cred = Rc::new(cred)).ok_or(Errno::ESRCH)
    }

    /// The mask taken off the mode of new files.
    pub fn umask(&self) -> u32 {
        self.me(|p| p.umask).unwrap_or(0o022)
    }

    /// Sets the mask and gives the old one.
    pub fn set_umask(&self, mask: u32) -> u32 {
        self.me(|p| std::mem::replace(&mut p.umask, mask & 0o777)).unwrap_or(0o022)
    }

    /// From here on the process goes through directories by descriptors (openat(2), unlinkat(2)), so that
    /// no path that it makes is too long.
    pub fn go_far(&self) {
        self.me(|p| p.far = true);
    }

    /// The working directory's path; ENOENT once it is gone.
    pub fn getcwd(&self) -> Result<String, Errno> {
        self.fs(|vfs, view| vfs.path_of(view, view.cwd))?
    }

    /// The working directory's path, `/` where there is none.
    pub fn cwd(&self) -> String {
        self.getcwd().unwrap_or_else(|_| "/".to_string())
    }

    /// chdir(2).
    pub fn chdir(&self, path: &str) -> Result<(), Errno> {
        let at = self.fs(|vfs, view| {
            let at = vfs.resolve(view, path, true)?;
            if !vfs.stat_node(view, at.node)?.is_dir() {
                return Err(Errno::ENOTDIR);
            }
            vfs.check(view, at, 1)?;
            Ok(at)
        })??;
        self.set_cwd(at);
        Ok(())
    }

    fn set_cwd(&self, at: Loc) {
        let old = self.me(|p| std::mem::replace(&mut p.cwd, at));
        let mut vfs = self.k.vfs();
        vfs.pin(at.node);
        if let Some(old) = old {
            vfs.unpin(old.node);
        }
    }

    /// chroot(2).
    pub fn chroot(&self, path: &str) -> Result<(), Errno> {
        if !self.cred().can(CapSet::SYS_CHROOT) {
            return Err(Errno::EPERM);
        }
        let at = self.fs(|vfs, view| {
            let at = vfs.resolve(view, path, true)?;
            if vfs.is_dir(at.node)? { Ok(at) } else { Err(Errno::ENOTDIR) }
        })??;
        self.me(|p| p.root = at);
        Ok(())
    }

    /// The host's name in this namespace.
    pub fn hostname(&self) -> String {
        let st = self.k.st.borrow();
        let uts = st.procs.get(&self.pid).map_or(0, |p| p.uts);
        st.hostnames.get(&uts).cloned().unwrap_or_else(|| "localhost".to_string())
    }

    /// sethostname(2).
    pub fn set_hostname(&self, name: &str) -> Result<(), Errno> {
        if !self.cred().can(CapSet::SYS_ADMIN) {
            return Err(Errno::EPERM);
        }
        let mut st = self.k.st.borrow_mut();
        let uts = st.procs.get(&self.pid).map_or(0, |p| p.uts);
        st.hostnames.insert(uts, name.to_string());
        Ok(())
    }

    /// The time in nanoseconds since the epoch.
    pub fn now(&self) -> i64 {
        self.k.now()
    }

    /// Random bytes.
    pub fn random(&self, out: &mut [u8]) {
        self.k.random(out);
    }

    /// The mount namespace, whose mounts /proc/mounts shows.
    pub fn mount_namespace(&self) -> u32 {
        self.me(|p| p.mnt).unwrap_or(0)
    }

    /// All processes this one can see, by number.
    pub fn processes(&self) -> Vec<ProcInfo> {
        let st = self.k.st.borrow();
        let Some(me) = st.procs.get(&self.pid) else { return Vec::new() };
        let host = is_host(&st, me.pidns);
        let mut out: Vec<ProcInfo> = Vec::new();
        for p in st.procs.values().filter(|p| host || p.pidns == me.pidns) {
            let state = match p.life {
                Life::Zombie(_) => 'Z',
                Life::Running if p.frozen => 'D',
                Life::Running if p.stopped.is_some() => 'T',
                Life::Running if p.pid == self.pid || p.queued => 'R',
                Life::Running => 'S',
            };
            out.push(ProcInfo {
                pid: self.shown(&st, p.pid),
                ppid: self.shown(&st, p.ppid),
                pgid: self.shown(&st, p.pgid),
                sid: self.shown(&st, p.sid),
                uid: p.cred.euid,
                gid: p.cred.egid,
                argv: Rc::clone(&p.argv),
                comm: comm(p),
                state,
                tty: p.tty,
                started: p.started,
                cpu: p.cpu,
                threads: 1,
                memory: p.memory,
                nice: p.nice,
                host_pid: p.pid,
            });
        }
        out.sort_by_key(|p| p.pid);
        out
    }
}

/// The name of a process as `comm` has it.
pub(super) fn comm(p: &Process) -> String {
    let name = p.exe.rsplit('/').next().unwrap_or_default();
    let arg0 = p.argv.first().map(|a| a.rsplit('/').next().unwrap_or_default());
    // A multi-call program goes by the name it was called.
    let name = if name == "busybox" { arg0.unwrap_or(name) } else { name };
    name.chars().take(15).collect()
}

/// Whether a PID namespace is the outermost.
pub(super) fn is_host(st: &State, pidns: u32) -> bool {
    st.pidns.first_key_value().is_some_and(|(id, _)| *id == pidns)
}

impl WaitStatus {
    /// Whether the process has ended.
    pub fn is_end(self) -> bool {
        matches!(self, WaitStatus::Exited(_) | WaitStatus::Signaled(_))
    }
}
