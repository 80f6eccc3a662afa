//! Starting programs: execve(2) and posix_spawn(3). What a file is to run, `binary` knows.

use std::collections::BTreeMap;
use std::future::pending;
use std::rc::Rc;

use crate::vfs::{CapSet, Cred, Errno, MountFlags, S_ISGID, S_ISUID};

use super::binary::{elf_program, script_interpreter};
use super::{
    Confinement, Disposition, Fd, Kernel, Life, LocalFuture, Namespaces, Pid, Proc, Process, limits,
};

/// A program to be started as a child.
#[derive(Clone, Debug)]
pub struct Spawn {
    /// Path of the file.
    pub path: String,
    /// Arguments, the name first.
    pub argv: Vec<String>,
    /// Environment; the parent's where `None`.
    pub env: Option<Rc<Vec<(String, String)>>>,
    /// Descriptors of the child and which of the parent's each is; all but close-on-exec ones, as
    /// they are, where `None`.
    pub fds: Option<Vec<(Fd, Fd)>>,
    /// Working directory.
    pub cwd: Option<String>,
    /// Who it is.
    pub cred: Option<Cred>,
    /// What it is confined to, which counts for what it is to run already.
    pub confined: Option<Confinement>,
    /// A group of its own (`Some(0)`) or an existing one.
    pub pgid: Option<Pid>,
    /// A session of its own, with this controlling terminal if any.
    pub session: Option<Option<u32>>,
    /// Other namespaces; its number there is 1 if it is the first.
    pub ns: Option<Namespaces>,
    /// The mask for new files.
    pub umask: Option<u32>,
    /// Whether signals that the parent ignores are reset too.
    pub reset_signals: bool,
}

impl Spawn {
    /// A program with arguments, all else inherited.
    pub fn new(path: &str, argv: Vec<String>) -> Spawn {
        Spawn {
            path: path.to_string(),
            argv,
            env: None,
            fds: None,
            cwd: None,
            cred: None,
            confined: None,
            pgid: None,
            session: None,
            ns: None,
            umask: None,
            reset_signals: false,
        }
    }
}

/// A program found and ready to run.
struct Loaded {
    program: String,
    argv: Vec<String>,
    path: String,
    set_uid: Option<u32>,
    set_gid: Option<u32>,
}

impl Loaded {
    /// Who the program runs as. Nobody but root keeps capabilities over execve(2) (capabilities(7)).
    fn cred(&self, old: &Rc<Cred>, bounding: CapSet) -> Rc<Cred> {
        let euid = self.set_uid.unwrap_or(old.euid);
        let caps = match self.set_uid {
            Some(0) => bounding,
            _ if euid == 0 => old.caps,
            _ => CapSet::NONE,
        };
        let egid = self.set_gid.unwrap_or(old.egid);
        if (euid, egid, caps) == (old.euid, old.egid, old.caps) {
            return Rc::clone(old);
        }
        Rc::new(Cred { euid, egid, caps, ..(**old).clone() })
    }
}

impl Proc {
    /// Finds what a file is to run: ENOENT, EACCES, ENOEXEC, ELOOP, E2BIG.
    fn load(&self, path: &str, argv: &[String]) -> Result<Loaded, Errno> {
        let env = self.environ();
        let size: usize = argv.iter().map(|a| a.len() + 9).sum::<usize>()
            + env.iter().map(|(n, v)| n.len() + v.len() + 10).sum::<usize>();
        let long = |s: &str| s.len() >= limits::ARGUMENT;
        if size > limits::ARGUMENTS
            || argv.iter().any(|a| long(a))
            || env.iter().any(|(_, v)| long(v))
        {
            return Err(Errno::E2BIG);
        }
        let (mut path, mut argv) = (path.to_string(), argv.to_vec());
        for _ in 0..5 {
            let (head, stat, flags) = self.fs(|vfs, view| {
                let at = vfs.resolve(view, &path, true)?;
                let stat = vfs.stat_node(view, at.node)?;
                if !stat.is_file() {
                    return Err(Errno::EACCES);
                }
                vfs.check(view, at, 1)?;
                Ok((vfs.read_node(view, at.node, 0, 256)?, stat, vfs.flags_at(at)))
            })??;
            if let Some(program) = elf_program(&head) {
                let held = self.me(|p| p.no_new_privs).unwrap_or(false);
                let suid = !flags.has(MountFlags::NOSUID) && !held;
                let set_uid = (suid && stat.mode & S_ISUID != 0).then_some(stat.uid);
                let set_gid = (suid && stat.mode & S_ISGID != 0).then_some(stat.gid);
                return Ok(Loaded { program, argv, path, set_uid, set_gid });
            }
            let (interpreter, arg) = script_interpreter(&head).ok_or(Errno::ENOEXEC)?;
            let mut new = vec![interpreter.clone()];
            new.extend(arg);
            new.push(path);
            new.extend(argv.into_iter().skip(1));
            (path, argv) = (interpreter, new);
        }
        Err(Errno::ELOOP)
    }

    /// Turns the process into the program: exec's effects on everything but its future.
    fn become_program(&self, loaded: Loaded) -> Result<LocalFuture<i32>, Errno> {
        let program = self.k.programs.borrow().get(&loaded.program).cloned();
        let program = program.ok_or(Errno::ENOEXEC)?;
        let closed: Vec<Fd> = {
            let mut st = self.k.st.borrow_mut();
            let p = st.procs.get_mut(&self.pid).ok_or(Errno::ESRCH)?;
            let cred = loaded.cred(&p.cred, p.bounding);
            p.argv = loaded.argv.into();
            p.far = false;
            p.heap = None;
            p.exe = loaded.path.into();
            p.program = Some(loaded.program.into());
            p.memory = limits::PROGRAM;
            p.data = 0;
            p.cred = cred;
            p.dispositions.retain(|_, d| *d == Disposition::Ignore);
            p.caught.clear();
            p.fds.iter().filter(|(_, e)| e.cloexec).map(|(fd, _)| *fd).collect()
        };
        for fd in closed {
            self.close(fd)?;
        }
        Ok((program.main)(self.clone()))
    }

    /// execve(2). On success the program takes the process over and this never returns.
    pub async fn exec(&self, path: &str, argv: &[String], env: Vec<(String, String)>) -> Errno {
        let old = self.environ();
        self.set_environ(env);
        let image = match self.load(path, argv).and_then(|l| self.become_program(l)) {
            Ok(image) => image,
            Err(e) => {
                self.set_environ(old.to_vec());
                return e;
            }
        };
        self.k.images.borrow_mut().insert(self.pid, image);
        pending().await
    }

    /// posix_spawn(3): starts a program as a child and gives its number (as this process sees it).
    /// Nothing is left behind on an error.
    pub fn spawn(&self, what: Spawn) -> Result<Pid, Errno> {
        let pid = self.new_child()?;
        let child = self.k.proc(pid);
        match child.set_up(what, self).and_then(|l| child.become_program(l)) {
            Ok(image) => {
                self.start(pid, image);
                let st = self.k.st.borrow();
                let shown = self.shown(&st, pid);
                Ok(if shown == 0 { pid } else { shown })
            }
            Err(e) => {
                child.close_all();
                let cwd = {
                    let mut st = self.k.st.borrow_mut();
                    let cwd = st.procs.get(&pid).map(|p| p.cwd);
                    super::sched::forget(&mut st, pid);
                    cwd
                };
                if let Some(cwd) = cwd {
                    self.k.vfs().unpin(cwd.node);
                }
                Err(e)
            }
        }
    }

    /// Applies a [`Spawn`] to this new process.
    fn set_up(&self, what: Spawn, parent: &Proc) -> Result<Loaded, Errno> {
        if let Some(fds) = what.fds {
            let mut table = BTreeMap::new();
            let mut st = self.k.st.borrow_mut();
            for (to, from) in fds {
                let file = parent.file_id(&st, from)?;
                if let Some(f) = st.files.get_mut(&file) {
                    f.refs += 1;
                }
                table.insert(to, super::FdEntry { file, cloexec: false });
            }
            let p = st.procs.get_mut(&self.pid).ok_or(Errno::ESRCH)?;
            let old = std::mem::replace(&mut p.fds, table);
            drop(st);
            for entry in old.into_values() {
                self.release(entry.file);
            }
        }
        let mut entered = None;
        {
            let mut st = self.k.st.borrow_mut();
            if let Some(ns) = what.ns {
                let (old_ns, old_vpid) = match st.procs.get(&self.pid) {
                    Some(p) => (p.pidns, p.vpid),
                    None => return Err(Errno::ESRCH),
                };
                if ns.pidns != old_ns {
                    if let Some(old) = st.pidns.get_mut(&old_ns) {
                        old.pids.remove(&old_vpid);
                    }
                    let vpid = st.enter_pidns(ns.pidns, self.pid);
                    if let Some(p) = st.procs.get_mut(&self.pid) {
                        p.vpid = vpid;
                    }
                }
                if let Some(p) = st.procs.get_mut(&self.pid) {
                    p.mnt = ns.mnt;
                    p.pidns = ns.pidns;
                    p.uts = ns.uts;
                    p.root = ns.root;
                    p.frozen = false;
                    entered = Some((std::mem::replace(&mut p.cwd, ns.root), ns.root));
                }
            }
            let p = st.procs.get_mut(&self.pid).ok_or(Errno::ESRCH)?;
            if let Some(env) = what.env {
                p.env = env;
            }
            if let Some(mask) = what.umask {
                p.umask = mask;
            }
            if what.reset_signals {
                p.dispositions.clear();
            }
            match what.pgid {
                Some(0) => p.pgid = p.pid,
                Some(g) => p.pgid = g,
                None => {}
            }
            if let Some(tty) = what.session {
                (p.sid, p.pgid, p.tty) = (p.pid, p.pid, tty);
                let group = p.pid;
                if let Some(t) = tty.and_then(|n| st.ttys.get_mut(&n)) {
                    (t.session, t.foreground) = (Some(group), Some(group));
                }
            }
        }
        if let Some((old, new)) = entered {
            let mut vfs = self.k.vfs();
            vfs.pin(new.node);
            vfs.unpin(old.node);
        }
        // Into a container it goes with the rights of who starts it, and only where these do not suffice
        // with its own.
        let early = entered.and(what.cwd.as_ref()).map(|cwd| self.chdir(cwd));
        if let Some(cred) = what.cred {
            self.me(|p| p.cred = Rc::new(cred));
        }
        if let Some(to) = &what.confined {
            self.me(|p| p.confine(to));
        }
        if let Some(cwd) = what.cwd.filter(|_| !matches!(early, Some(Ok(())))) {
            self.chdir(&cwd)?;
        }
        self.load(&what.path, &what.argv)
    }
}

impl Kernel {
    /// Starts a process that has no parent: the machine's first, or one of its own threads. It has no
    /// descriptors; `body` is its program.
    pub fn spawn_root(self: &Rc<Kernel>, argv: &[&str], ns: Namespaces, body: super::Main) -> Pid {
        let pid = {
            let mut st = self.st.borrow_mut();
            let pid = st.fresh_pid();
            let vpid = st.enter_pidns(ns.pidns, pid);
            let name = argv.first().copied().unwrap_or("init");
            let p = Process {
                pid,
                vpid,
                ppid: u32::from(pid != 1),
                pgid: pid,
                sid: pid,
                tty: None,
                cred: Rc::new(Cred::root()),
                umask: 0o022,
                far: false,
                heap: None,
                root: ns.root,
                cwd: ns.root,
                mnt: ns.mnt,
                pidns: ns.pidns,
                net: st.net.spaces.first_key_value().map_or(0, |(id, _)| *id),
                uts: ns.uts,
                argv: argv.iter().map(|s| (*s).to_string()).collect(),
                env: Rc::new(vec![(
                    "PATH".into(),
                    "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin".into(),
                )]),
                exe: name.into(),
                program: None,
                fds: BTreeMap::new(),
                dispositions: BTreeMap::new(),
                caught: Default::default(),
                interrupt: false,
                life: Life::Running,
                dying: None,
                stopped: None,
                report: None,
                frozen: false,
                children: Default::default(),
                started: self.now(),
                cpu: 0,
                child_cpu: 0,
                fuel: 0,
                queued: false,
                courteous: false,
                limits: super::Limits::default(),
                no_new_privs: false,
                seccomp: false,
                oom_adj: 0,
                ipc: 0,
                memory: 8 << 20,
                bounding: CapSet::ALL,
                cgroup: 0,
                data: 0,
                nice: 0,
            };
            st.procs.insert(pid, p);
            if let Some(init) = st.procs.get_mut(&1)
                && pid != 1
            {
                init.children.insert(pid);
            }
            pid
        };
        self.vfs().pin(ns.root.node);
        let future = body(self.proc(pid));
        self.tasks.borrow_mut().insert(pid, future);
        self.st.borrow_mut().wake(pid);
        pid
    }

    /// The registered code that a process runs.
    pub fn program_of(&self, pid: Pid) -> Option<Rc<str>> {
        self.st.borrow().procs.get(&pid)?.program.clone()
    }

    /// Marks a process started by [`Kernel::spawn_root`] as running registered code, so that it is
    /// started again after a fork of the world.
    pub fn set_program(&self, pid: Pid, program: &str) {
        if let Some(p) = self.st.borrow_mut().procs.get_mut(&pid) {
            p.program = Some(program.into());
        }
    }
}
