//! Logging in: a login shell of `learner` on every terminal, a new one when it ends.

use std::rc::Rc;

use crate::kernel::{Kernel, Proc, Spawn, WaitFlags, WaitFor};
use crate::vfs::{Cred, Errno};

use super::World;
use super::host::{DOCKER_GROUP, HOME, LEARNER, PATH};

/// The learner's credentials.
pub fn learner() -> Cred {
    Cred::user(LEARNER, LEARNER, vec![LEARNER, DOCKER_GROUP])
}

/// The locale of the host, as its `/etc/default/locale` has it for every login.
pub const LOCALE: &[(&str, &str)] = &[("LANG", "C.UTF-8")];

/// The environment that a login gives; `locale` stands for what sets `LANG` and `LC_*`.
pub fn environment(term: Option<&str>, locale: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = [
        ("SHELL", "/bin/bash"),
        ("PWD", HOME),
        ("LOGNAME", "learner"),
        ("HOME", HOME),
        ("USER", "learner"),
        ("MAIL", "/var/mail/learner"),
        ("PATH", PATH),
    ];
    let mut env: Vec<(String, String)> =
        own.iter().chain(locale).map(|(n, v)| (n.to_string(), v.to_string())).collect();
    if let Some(term) = term {
        env.push(("TERM".to_string(), term.to_string()));
    }
    env
}

/// A program as the learner, in the home directory, with a login's environment.
pub fn as_learner(path: &str, argv: &[&str], term: Option<&str>) -> Spawn {
    let mut spawn = Spawn::new(path, argv.iter().map(|a| (*a).to_string()).collect());
    spawn.env = Some(Rc::new(environment(term, LOCALE)));
    spawn.cwd = Some(HOME.to_string());
    spawn.cred = Some(learner());
    // Debian's login sets 0002 where a user has a group of the same name.
    spawn.umask = Some(0o002);
    spawn
}

impl World {
    /// Another terminal, with a login shell on it.
    pub(super) fn open_terminal(&mut self, cols: u16, rows: u16) {
        let tty = self.kernel.new_tty(cols, rows, true);
        // Where there is a terminal there is a page around it, and its editor.
        self.kernel.set_editor(true);
        self.watch_terminal(tty);
    }

    /// Keeps a login shell on a terminal.
    pub(super) fn watch_terminal(&mut self, tty: u32) {
        let body = Rc::new(move |p: Proc| -> crate::kernel::LocalFuture<i32> {
            Box::pin(async move {
                match getty(&p, tty).await {
                    Ok(()) => 0,
                    Err(_) => 1,
                }
            })
        });
        let pid = self.kernel.spawn_root(&["/sbin/agetty"], self.host, body);
        self.terminals.insert(tty, pid);
    }

    /// The terminal's window is gone: its processes hear the hang-up.
    pub(super) fn close_terminal(&mut self, tty: u32) {
        if let Some(pid) = self.terminals.remove(&tty) {
            self.last_words.push((tty, self.kernel.take_tty_output(tty)));
            self.kernel.hang_up(tty);
            self.kernel.post(pid, crate::kernel::Signal::KILL);
        }
    }
}

impl World {
    /// Writes a file of the host as its owner root would, readable for all: the way in for a native
    /// program. The directory must be there.
    pub fn put_file(&mut self, path: &str, bytes: Vec<u8>) -> Result<(), Errno> {
        let cred = Cred::root();
        let mut vfs = self.kernel.vfs();
        let view = crate::vfs::View {
            root: self.host.root,
            cwd: self.host.root,
            cred: &cred,
            pid: 0,
            far: false,
        };
        use crate::vfs::OpenFlags;
        let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC;
        let at = vfs.open(&view, path, flags, 0o644)?;
        vfs.set_content(at.node, crate::vfs::Content::from(bytes))
    }

    /// What a file of the host holds: the way out for a native program.
    pub fn get_file(&self, path: &str) -> Result<Vec<u8>, Errno> {
        let cred = Cred::root();
        let mut vfs = self.kernel.vfs();
        let view = crate::vfs::View {
            root: self.host.root,
            cwd: self.host.root,
            cred: &cred,
            pid: 0,
            far: false,
        };
        let at = vfs.resolve(&view, path, true)?;
        vfs.read_node(&view, at.node, 0, usize::MAX)
    }
}

/// Keeps a login shell on a terminal.
async fn getty(p: &Proc, tty: u32) -> Result<(), Errno> {
    p.add_pts(&format!("/dev/pts/{tty}"), tty, LEARNER)?;
    let fd = p.open_tty(tty)?;
    loop {
        let mut shell = as_learner("/bin/bash", &["-bash"], Some("xterm-256color"));
        shell.fds = Some(vec![(0, fd), (1, fd), (2, fd)]);
        shell.session = Some(Some(tty));
        let started = p.now();
        let pid = p.spawn(shell)?;
        p.wait(WaitFor::Pid(pid), WaitFlags::default()).await?;
        p.tcsetattr(fd, crate::kernel::Termios::default())?;
        // A shell that can not even start must not be started without end.
        if p.now() - started < 1_000_000 {
            p.sleep(1_000_000_000).await?;
        }
    }
}

/// Runs a program to its end on a kernel, with output leaving the world; gives its status through
/// `done`.
pub fn run_detached(
    kernel: &Rc<Kernel>,
    host: crate::kernel::Namespaces,
    spawn: Spawn,
    done: Rc<std::cell::Cell<Option<i32>>>,
) {
    let body = Rc::new(move |p: Proc| -> crate::kernel::LocalFuture<i32> {
        let (spawn, done) = (spawn.clone(), Rc::clone(&done));
        Box::pin(async move {
            let status = supervise(&p, spawn).await.unwrap_or(126);
            done.set(Some(status));
            0
        })
    });
    kernel.spawn_root(&["/usr/bin/login"], host, body);
}

async fn supervise(p: &Proc, mut spawn: Spawn) -> Result<i32, Errno> {
    let input = p.open("/dev/null", crate::vfs::OpenFlags::READ, 0)?;
    let (out, err) = (p.open_host(1)?, p.open_host(2)?);
    spawn.fds = Some(vec![(0, input), (1, out), (2, err)]);
    spawn.session = Some(None);
    let pid = p.spawn(spawn)?;
    loop {
        if let Some((_, status)) = p.wait(WaitFor::Pid(pid), WaitFlags::default()).await? {
            return Ok(status.code());
        }
    }
}
