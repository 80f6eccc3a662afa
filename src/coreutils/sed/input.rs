//! sed's input: the files one after the other, with a look ahead for `$`; and in-place editing.

use super::Sed;
use crate::coreutils::Cx;
use crate::coreutils::lines::Reader;
use crate::vfs::{Errno, OpenFlags};

/// The files and where we are in them.
pub struct Input {
    files: Vec<String>,
    next: usize,
    reader: Option<Reader>,
    /// The file being read, `-` for standard input.
    pub name: String,
    /// The number of the last line read.
    pub line: u64,
    /// The line read last had its newline.
    pub newline: bool,
    /// Each file by itself (`-s`, `-i`).
    pub separate: bool,
    delim: u8,
}

impl Input {
    /// Input from these files.
    pub fn new(files: Vec<String>, delim: u8, separate: bool) -> Input {
        Input {
            files,
            next: 0,
            reader: None,
            name: "-".into(),
            line: 0,
            newline: true,
            separate,
            delim,
        }
    }
}

impl Sed<'_> {
    /// Opens the next file that can be read; false if there is none.
    async fn open_next(&mut self) -> bool {
        while let Some(name) = self.input.files.get(self.input.next).cloned() {
            self.input.next += 1;
            let opened = match self.cx.open_input(&name) {
                Ok(fd) => match self.cx.p.fstat(fd) {
                    Ok(s) if s.is_dir() => {
                        self.cx.close_input(fd);
                        Err(Errno::EISDIR)
                    }
                    Err(e) => Err(e),
                    Ok(_) => Ok(fd),
                },
                other => other,
            };
            match opened {
                Ok(fd) => {
                    if self.in_place.is_some() && name != "-" {
                        self.edited = Some(Vec::new());
                    }
                    self.input.name = name;
                    self.input.reader = Some(Reader::new(fd));
                    if self.input.separate {
                        self.input.line = 0;
                        self.active.iter_mut().zip(&self.script.steps).for_each(|(a, s)| {
                            *a = super::exec::initial(s);
                        });
                    }
                    return true;
                }
                Err(e) => {
                    let unread = matches!(e, Errno::EISDIR | Errno::EBADF);
                    if unread && self.cx.busybox() && self.in_place.is_none() {
                        // It takes what it can not read for empty.
                        continue;
                    }
                    self.status = if unread { 4 } else { 2 };
                    self.flush().await;
                    complain(self.cx, &name, e, self.in_place.is_some()).await;
                    if self.cx.busybox() {
                        self.status = 1;
                    }
                }
            }
        }
        false
    }

    async fn close_current(&mut self) {
        if let Some(r) = self.input.reader.take() {
            self.cx.close_input(r.fd);
        }
        if let Some(bytes) = self.edited.take() {
            self.replace_file(&bytes).await;
            self.missing_newline = false;
        }
    }

    /// Puts the edited text in the place of the file.
    async fn replace_file(&mut self, bytes: &[u8]) {
        let name = self.input.name.clone();
        let suffix = self.in_place.clone().unwrap_or_default();
        let (dir, base) = match name.rsplit_once('/') {
            Some((d, b)) => (format!("{d}/"), b.to_string()),
            None => (String::new(), name.clone()),
        };
        let old = self.cx.p.stat(&name);
        let mode = old.as_ref().map_or(0o644, |s| s.mode & 0o7777);
        let temp = format!("{dir}sed{:06x}", self.cx.p.pid() & 0xFF_FFFF);
        let done = self.cx.p.write_file(&temp, bytes, mode).and_then(|()| {
            // The owner first: to change it clears set-ID bits. Who may not, does without.
            if let Ok(old) = &old {
                let _ = self.cx.p.chown(&temp, Some(old.uid), Some(old.gid), false);
            }
            self.cx.p.chmod(&temp, mode)?;
            if !suffix.is_empty() {
                let backup = if suffix.contains('*') {
                    suffix.replace('*', &base)
                } else {
                    format!("{base}{suffix}")
                };
                let backup = if backup.contains('/') { backup } else { format!("{dir}{backup}") };
                self.cx.p.rename(&name, &backup)?;
            }
            self.cx.p.rename(&temp, &name)
        });
        if let Err(e) = done {
            let _ = self.cx.p.unlink(&temp);
            self.status = 4;
            let what = if self.cx.busybox() {
                format!("can't move '{name}{:06}' to '{name}': {e}", self.cx.p.pid() % 1_000_000)
            } else {
                format!("couldn't open temporary file {temp}: {e}")
            };
            self.cx.err(what).await;
        }
    }

    /// Reads the next line into `into` (appending); false at the end of all input.
    pub(super) async fn read_line(&mut self, into: &mut Vec<u8>) -> bool {
        loop {
            if self.input.reader.is_none() && !self.open_next().await {
                return false;
            }
            let delim = self.input.delim;
            if let Some(r) = &mut self.input.reader
                && !r.has_line(delim)
            {
                // It may have to wait: let others see what there is.
                if self.unbuffered {
                    self.cx.flush().await;
                } else {
                    self.cx.pace().await;
                }
            }
            let Some(r) = &mut self.input.reader else { return false };
            match r.line(&self.cx.p, delim).await {
                Ok(Some(line)) => {
                    let body = line.strip_suffix(&[delim]);
                    self.input.newline = body.is_some();
                    into.extend_from_slice(body.unwrap_or(line));
                    self.input.line += 1;
                    self.replaced = false;
                    return true;
                }
                Ok(None) => self.close_current().await,
                Err(e) => {
                    let name = self.input.name.clone();
                    self.status = 2;
                    complain(self.cx, &name, e, false).await;
                    self.close_current().await;
                }
            }
        }
    }

    /// True if the line read last is the last one.
    pub(super) async fn is_last(&mut self) -> bool {
        loop {
            let delim = self.input.delim;
            if let Some(r) = &mut self.input.reader {
                let more = loop {
                    if !r.buffered().is_empty() {
                        break true;
                    }
                    match r.fill(&self.cx.p).await {
                        Ok(true) => {}
                        _ => break false,
                    }
                };
                let _ = delim;
                if more {
                    return false;
                }
            }
            if self.input.separate {
                return true;
            }
            // Look at the files that follow, until one has something in it.
            let Some(name) = self.input.files.get(self.input.next).cloned() else { return true };
            let Ok(fd) = self.cx.open_input(&name) else {
                // What is wrong with it is said when its turn comes.
                if self.input.next + 1 >= self.input.files.len() {
                    return true;
                }
                let at = self.input.next;
                let rest = self.input.files[at + 1..].iter();
                let any =
                    rest.clone().any(|f| f == "-" || self.cx.p.stat(f).is_ok_and(|s| s.size > 0));
                return !any;
            };
            let mut r = Reader::new(fd);
            if matches!(r.fill(&self.cx.p).await, Ok(true)) {
                self.input.next += 1;
                if let Some(old) = self.input.reader.replace(r) {
                    self.cx.close_input(old.fd);
                }
                // The name changes one line early, for F only.
                self.input.name = name;
                return false;
            }
            self.cx.close_input(fd);
            if self.input.next + 1 >= self.input.files.len() {
                return true;
            }
            self.input.next += 1;
        }
    }

    /// Ends the editing of a file after `q`: the rest of it is kept.
    pub(super) async fn dump_rest(&mut self) {
        if self.edited.is_some()
            && let Some(r) = &mut self.input.reader
            && let Ok(rest) = r.rest(&self.cx.p).await
            && let Some(out) = &mut self.edited
        {
            if self.missing_newline && !rest.is_empty() {
                out.push(b'\n');
            }
            out.extend_from_slice(&rest);
        }
        self.close_current().await;
    }

    /// The next line of a file of `R`.
    pub(super) async fn source_line(&mut self, i: usize) -> Option<Vec<u8>> {
        if self.sources[i].is_none() {
            let name = self.script.sources[i].clone();
            let name = if name == "/dev/stdin" { "-".to_string() } else { name };
            let fd = if name == "-" { Ok(0) } else { self.cx.p.open(&name, OpenFlags::READ, 0) };
            self.sources[i] = Some(Reader::new(fd.ok()?));
        }
        let delim = self.input.delim;
        let r = self.sources[i].as_mut()?;
        let line = r.line(&self.cx.p, delim).await.ok()??;
        Some(line.strip_suffix(&[delim]).unwrap_or(line).to_vec())
    }
}

async fn complain(cx: &mut Cx, name: &str, e: Errno, in_place: bool) {
    let what = match e {
        _ if cx.busybox() => format!("{name}: {e}"),
        Errno::EISDIR if in_place => format!("couldn't edit {name}: not a regular file"),
        Errno::EISDIR | Errno::EBADF if name == "-" => format!("read error on stdin: {e}"),
        Errno::EISDIR => format!("read error on {name}: {e}"),
        e => format!("can't read {name}: {e}"),
    };
    cx.err(what).await;
}
