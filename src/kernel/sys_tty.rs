//! Terminals as processes and the world see them: termios(3), tcsetpgrp(3), openpty(3).

use std::rc::Rc;

use crate::vfs::{Body, Errno, Inode, OpenFlags};

use super::{Fd, FileKind, Kernel, Pid, Proc, Signal, Termios, Tty};

impl Kernel {
    /// A new terminal, and its `/dev/pts` number. `external`: its master is outside the world, who
    /// feeds it by [`Kernel::feed_tty`] and takes its output by [`Kernel::take_tty_output`].
    pub fn new_tty(&self, cols: u16, rows: u16, external: bool) -> u32 {
        let mut st = self.st.borrow_mut();
        let n = (0..).find(|n| !st.ttys.contains_key(n)).unwrap_or(0);
        st.ttys.insert(n, Tty::new(cols, rows, external));
        n
    }

    /// The same, with the number and size that a terminal of another machine has.
    pub fn copy_tty(&self, other: &Kernel, n: u32) {
        let (cols, rows) = other.st.borrow().ttys.get(&n).map_or((80, 24), |t| (t.cols, t.rows));
        self.st.borrow_mut().ttys.insert(n, Tty::new(cols, rows, true));
    }

    /// Shows something on a terminal that no process writes.
    pub fn show_on_tty(&self, n: u32, text: &[u8]) {
        if let Some(tty) = self.st.borrow_mut().ttys.get_mut(&n) {
            tty.out.extend_from_slice(text);
        }
    }

    /// Bytes typed at a terminal.
    pub fn feed_tty(self: &Rc<Kernel>, n: u32, bytes: &[u8]) {
        let now = self.now();
        let (signals, group) = {
            let mut st = self.st.borrow_mut();
            let Some(tty) = st.ttys.get_mut(&n) else { return };
            let signals = tty.feed(bytes, now);
            let (group, waiting) = (tty.foreground, std::mem::take(&mut tty.waiting));
            st.wake_all(waiting);
            (signals, group)
        };
        if let Some(group) = group {
            for signal in signals {
                self.post_group(group, signal);
            }
        }
    }

    /// What a terminal has shown since the last call.
    pub fn take_tty_output(&self, n: u32) -> Vec<u8> {
        let mut st = self.st.borrow_mut();
        let Some(tty) = st.ttys.get_mut(&n) else { return Vec::new() };
        std::mem::take(&mut tty.out)
    }

    /// Whether a line editor or a full-screen program waits for a key at a terminal.
    pub fn tty_awaits_key(&self, n: u32) -> bool {
        self.st.borrow().ttys.get(&n).is_some_and(Tty::awaits_key)
    }

    /// Changes a terminal's size; SIGWINCH goes to the foreground group.
    pub fn resize_tty(self: &Rc<Kernel>, n: u32, cols: u16, rows: u16) {
        let group = {
            let mut st = self.st.borrow_mut();
            let Some(tty) = st.ttys.get_mut(&n) else { return };
            if (tty.cols, tty.rows) == (cols, rows) {
                return;
            }
            (tty.cols, tty.rows) = (cols, rows);
            tty.foreground
        };
        if let Some(group) = group {
            self.post_group(group, Signal::WINCH);
        }
    }

    /// The terminal's master is gone: reads end, and its session is told by SIGHUP.
    pub fn hang_up(self: &Rc<Kernel>, n: u32) {
        let group = {
            let mut st = self.st.borrow_mut();
            let Some(tty) = st.ttys.get_mut(&n) else { return };
            tty.hung_up = true;
            let (group, waiting) = (tty.foreground, std::mem::take(&mut tty.waiting));
            st.wake_all(waiting);
            group
        };
        if let Some(group) = group {
            self.post_group(group, Signal::HUP);
        }
    }

    /// Whether a process of the terminal's foreground group waits to read a line from it.
    pub fn tty_foreground(&self, n: u32) -> Option<Pid> {
        self.st.borrow().ttys.get(&n).and_then(|t| t.foreground)
    }

    /// Forgets a terminal.
    pub fn drop_tty(&self, n: u32) {
        self.st.borrow_mut().ttys.remove(&n);
    }
}

impl Proc {
    fn tty_number(&self, fd: Fd) -> Result<u32, Errno> {
        match self.file_kind(fd)? {
            FileKind::Tty(n) | FileKind::Master(n) => Ok(n),
            _ => Err(Errno::ENOTTY),
        }
    }

    fn with_tty<R>(&self, fd: Fd, f: impl FnOnce(&mut Tty) -> R) -> Result<R, Errno> {
        let n = self.tty_number(fd)?;
        let mut st = self.k.st.borrow_mut();
        st.ttys.get_mut(&n).map(f).ok_or(Errno::EIO)
    }

    /// isatty(3).
    pub fn isatty(&self, fd: Fd) -> bool {
        matches!(self.file_kind(fd), Ok(FileKind::Tty(_)))
    }

    /// The path of a terminal (ttyname(3)).
    pub fn ttyname(&self, fd: Fd) -> Result<String, Errno> {
        Ok(format!("/dev/pts/{}", self.tty_number(fd)?))
    }

    /// tcgetattr(3).
    pub fn tcgetattr(&self, fd: Fd) -> Result<Termios, Errno> {
        self.with_tty(fd, |t| t.termios)
    }

    /// tcsetattr(3).
    pub fn tcsetattr(&self, fd: Fd, termios: Termios) -> Result<(), Errno> {
        let waiting = self.with_tty(fd, |t| {
            t.set_termios(termios);
            std::mem::take(&mut t.waiting)
        })?;
        self.k.st.borrow_mut().wake_all(waiting);
        Ok(())
    }

    /// tcflush(3) of unread input.
    pub fn tcflush(&self, fd: Fd) -> Result<(), Errno> {
        self.with_tty(fd, Tty::flush_input)
    }

    /// Columns and rows of a terminal.
    pub fn winsize(&self, fd: Fd) -> Result<(u16, u16), Errno> {
        self.with_tty(fd, |t| (t.cols, t.rows))
    }

    /// Sets a terminal's size, as a master does (TIOCSWINSZ).
    pub fn set_winsize(&self, fd: Fd, cols: u16, rows: u16) -> Result<(), Errno> {
        let n = self.tty_number(fd)?;
        self.k.resize_tty(n, cols, rows);
        Ok(())
    }

    /// The foreground process group of a terminal.
    pub fn tcgetpgrp(&self, fd: Fd) -> Result<Pid, Errno> {
        let group = self.with_tty(fd, |t| t.foreground)?.unwrap_or(0);
        Ok(self.group_number(&self.k.st.borrow(), group))
    }

    /// Makes a group the foreground one.
    pub fn tcsetpgrp(&self, fd: Fd, pgid: Pid) -> Result<(), Errno> {
        let outer = self.outer_group(pgid).ok_or(Errno::ESRCH)?;
        let waiting = self.with_tty(fd, |t| {
            t.foreground = Some(outer);
            std::mem::take(&mut t.waiting)
        })?;
        self.k.st.borrow_mut().wake_all(waiting);
        Ok(())
    }

    /// The controlling terminal.
    pub fn controlling_tty(&self) -> Option<u32> {
        self.k.st.borrow().procs.get(&self.pid)?.tty
    }

    /// Makes a terminal the session's controlling one and this group its foreground (TIOCSCTTY).
    pub fn set_controlling_tty(&self, n: u32) {
        let mut st = self.k.st.borrow_mut();
        let Some(p) = st.procs.get_mut(&self.pid) else { return };
        p.tty = Some(n);
        let (sid, pgid) = (p.sid, p.pgid);
        if let Some(t) = st.ttys.get_mut(&n) {
            t.session = Some(sid);
            t.foreground = Some(pgid);
        }
    }

    /// A descriptor for a terminal's slave side.
    pub fn open_tty(&self, n: u32) -> Result<Fd, Errno> {
        let flags = OpenFlags::READ | OpenFlags::WRITE;
        self.add_file(FileKind::Tty(n), flags, &format!("/dev/pts/{n}"))
    }

    /// A descriptor whose output leaves the world: stream 1 or 2.
    pub fn open_host(&self, stream: u8) -> Result<Fd, Errno> {
        self.add_file(FileKind::Host(stream), OpenFlags::WRITE, "pipe")
    }

    /// A new terminal: number, and a descriptor for its master side (posix_openpt(3)).
    pub fn open_master(&self, cols: u16, rows: u16) -> Result<(u32, Fd), Errno> {
        let n = self.k.new_tty(cols, rows, false);
        let flags = OpenFlags::READ | OpenFlags::WRITE;
        let fd = self.add_file(FileKind::Master(n), flags, "/dev/ptmx")?;
        Ok((n, fd))
    }

    /// Puts the device file of a terminal at a path, as devpts does.
    pub fn add_pts(&self, path: &str, n: u32, uid: u32) -> Result<(), Errno> {
        let now = self.now();
        self.fs(|vfs, view| {
            let place = vfs.resolve_parent(view, path)?;
            if vfs.lookup(view, place.dir.node, &place.name).is_ok() {
                vfs.remove_node(place.dir.node, &place.name)?;
            }
            let inode = Inode::new(Body::Char(136, n), 0o620, uid, 5, now);
            vfs.create_node(place.dir.node, &place.name, inode).map(drop)
        })?
    }
}
