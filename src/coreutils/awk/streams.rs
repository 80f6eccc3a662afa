//! The files and commands that an awk program reads and writes, by the names it gives them.

use std::collections::BTreeMap;

use super::op::To;
use super::value::Text;
use crate::coreutils::Cx;
use crate::coreutils::lines::Reader;
use crate::kernel::{Fd, Pid, Proc, Spawn, WaitFlags, WaitFor, WaitStatus};
use crate::vfs::{Errno, OpenFlags, text};

/// Output collected for one stream before it is written.
const LIMIT: usize = 1 << 16;

struct Out {
    fd: Fd,
    buf: Vec<u8>,
    pid: Option<Pid>,
}

/// Something read.
pub struct In {
    /// Where it is read.
    pub reader: Reader,
    pid: Option<Pid>,
}

/// The open streams.
#[derive(Default)]
pub struct Streams {
    outs: BTreeMap<Text, Out>,
    ins: BTreeMap<Text, In>,
}

/// Starts `sh -c command` with these descriptors.
fn start(p: &Proc, command: &[u8], fds: Vec<(Fd, Fd)>) -> Result<Pid, Errno> {
    let argv = ["sh", "-c", &text::decode(command)].map(str::to_string).to_vec();
    p.spawn(Spawn { fds: Some(fds), ..Spawn::new("/bin/sh", argv) })
}

/// Waits for a child; gives awk's status: 256 and the number for a signal.
async fn reap(p: &Proc, pid: Pid) -> i32 {
    loop {
        match p.wait(WaitFor::Pid(pid), WaitFlags::default()).await {
            Ok(Some((_, WaitStatus::Exited(n)))) => return i32::from(n),
            Ok(Some((_, WaitStatus::Signaled(s)))) => return 256 + s.number(),
            Err(Errno::EINTR) | Ok(_) => {}
            Err(_) => return -1,
        }
    }
}

/// Runs a command to its end.
pub async fn system(p: &Proc, command: &[u8]) -> i32 {
    match start(p, command, vec![(0, 0), (1, 1), (2, 2)]) {
        Ok(pid) => reap(p, pid).await,
        Err(_) => 127,
    }
}

impl Streams {
    /// Writes to a file or command, opening it at first.
    pub async fn write(
        &mut self,
        cx: &mut Cx,
        to: To,
        name: &Text,
        bytes: &[u8],
    ) -> Result<(), Errno> {
        if to != To::Pipe {
            match name.as_slice() {
                b"/dev/stdout" | b"-" => {
                    cx.put(bytes);
                    cx.pace().await;
                    return Ok(());
                }
                b"/dev/stderr" => {
                    cx.flush().await;
                    return cx.p.write_all(2, bytes).await;
                }
                _ => {}
            }
        }
        if !self.outs.contains_key(name) {
            let out = match to {
                To::Pipe => {
                    cx.flush().await;
                    let (r, w) = cx.p.pipe()?;
                    let pid = start(&cx.p, name, vec![(0, r), (1, 1), (2, 2)]);
                    let _ = cx.p.close(r);
                    let _ = cx.p.set_cloexec(w, true);
                    Out { fd: w, buf: Vec::new(), pid: Some(pid?) }
                }
                _ => {
                    let how = if to == To::Append { OpenFlags::APPEND } else { OpenFlags::TRUNC };
                    let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::CLOEXEC | how;
                    let fd = cx.p.open(&text::decode(name), flags, 0o666)?;
                    Out { fd, buf: Vec::new(), pid: None }
                }
            };
            self.outs.insert(name.clone(), out);
        }
        if let Some(o) = self.outs.get_mut(name) {
            o.buf.extend_from_slice(bytes);
            if o.buf.len() > LIMIT {
                let buf = std::mem::take(&mut o.buf);
                return cx.p.write_all(o.fd, &buf).await;
            }
        }
        Ok(())
    }

    /// The stream a file or command is read by, opened at first.
    pub async fn input(
        &mut self,
        cx: &mut Cx,
        command: bool,
        name: &Text,
    ) -> Result<&mut In, Errno> {
        if !self.ins.contains_key(name) {
            let stream = if command {
                cx.flush().await;
                self.flush_all(&cx.p).await;
                let (r, w) = cx.p.pipe()?;
                let pid = start(&cx.p, name, vec![(0, 0), (1, w), (2, 2)]);
                let _ = cx.p.close(w);
                let _ = cx.p.set_cloexec(r, true);
                In { reader: Reader::new(r), pid: Some(pid?) }
            } else {
                let path = text::decode(name);
                let fd = match path.as_ref() {
                    "-" | "/dev/stdin" => 0,
                    path => cx.p.open(path, OpenFlags::READ | OpenFlags::CLOEXEC, 0)?,
                };
                In { reader: Reader::new(fd), pid: None }
            };
            self.ins.insert(name.clone(), stream);
        }
        self.ins.get_mut(name).ok_or(Errno::EBADF)
    }

    /// Writes what is buffered for one stream; false if there is no such stream.
    pub async fn flush(&mut self, p: &Proc, name: &Text) -> bool {
        let Some(o) = self.outs.get_mut(name) else { return self.ins.contains_key(name) };
        let buf = std::mem::take(&mut o.buf);
        p.write_all(o.fd, &buf).await.is_ok()
    }

    /// Writes what is buffered for all.
    pub async fn flush_all(&mut self, p: &Proc) {
        for o in self.outs.values_mut() {
            let buf = std::mem::take(&mut o.buf);
            let _ = p.write_all(o.fd, &buf).await;
        }
    }

    /// Closes what goes by the name; -1 if nothing does.
    pub async fn close(&mut self, p: &Proc, name: &Text) -> i32 {
        let mut status = -1;
        if let Some(o) = self.outs.remove(name) {
            let _ = p.write_all(o.fd, &o.buf).await;
            let _ = p.close(o.fd);
            status = match o.pid {
                Some(pid) => reap(p, pid).await,
                None => 0,
            };
        }
        if let Some(i) = self.ins.remove(name) {
            if i.reader.fd > 2 {
                let _ = p.close(i.reader.fd);
            }
            status = match i.pid {
                Some(pid) => reap(p, pid).await,
                None => 0,
            };
        }
        status
    }

    /// Closes everything and waits for the commands.
    pub async fn close_all(&mut self, p: &Proc) {
        let names: Vec<Text> = self.outs.keys().chain(self.ins.keys()).cloned().collect();
        for n in names {
            self.close(p, &n).await;
        }
    }
}
