//! tar: puts files into archives and takes them out. Options are [`options`]'s, the bytes of an
//! archive [`input`]'s and [`output`]'s, headers [`header`]'s; creating, listing and extracting have
//! a file each.

mod append;
mod args;
mod command;
mod compare;
mod create;
mod delete;
mod extract;
mod header;
mod incremental;
mod input;
mod lead;
mod list;
mod options;
mod output;
mod packing;
mod purge;
mod rare;
mod select;
mod snapshot;

use std::cell::Cell;

use super::Cx;
use crate::vfs::Errno;
use options::{Mode, Options};

/// A run of tar.
struct Tar<'a> {
    cx: &'a mut Cx,
    o: &'a Options,
    /// Something went wrong that did not end the run.
    failed: bool,
    /// Files were found to differ from members.
    differs: bool,
    /// What was said to be taken off names, so that it is said once each.
    stripped: Vec<String>,
    /// How wide the field of owners and sizes is in listings.
    field: Cell<usize>,
}

/// Why a run ends at once; it has been said.
struct Fatal;

/// `tar`.
pub async fn main(cx: &mut Cx) -> i32 {
    cx.usage_status = if cx.busybox() { 1 } else { 2 };
    let o = match options::read(cx).await {
        Ok(o) => o,
        Err(status) => return status,
    };
    let mut tar = Tar {
        cx,
        o: &o,
        failed: o.misplaced,
        differs: false,
        stripped: Vec::new(),
        field: Cell::new(19),
    };
    let ended = match o.mode {
        Mode::Create => tar.create().await,
        Mode::Append | Mode::Update | Mode::Concatenate => tar.append().await,
        Mode::Compare => tar.compare().await,
        Mode::Delete => tar.delete().await,
        Mode::List => tar.list().await,
        Mode::Extract => tar.extract().await,
    };
    let busybox = tar.cx.busybox();
    match ended {
        Err(Fatal) => {
            if busybox {
                1
            } else {
                2
            }
        }
        Ok(()) if tar.failed => {
            tar.cx.flush().await;
            if busybox {
                1
            } else {
                tar.cx.err("Exiting with failure status due to previous errors").await;
                2
            }
        }
        Ok(()) => i32::from(tar.differs),
    }
}

impl Tar<'_> {
    /// Says an error that ends the run.
    async fn fatal(&mut self, text: String) -> Fatal {
        self.cx.flush().await;
        self.cx.err(text).await;
        if !self.cx.busybox() {
            self.cx.err("Error is not recoverable: exiting now").await;
        }
        Fatal
    }

    /// Says that the archive can not be opened. GNU's opens a packed one in a process of its own, which says so.
    async fn cannot_open(&mut self, e: Errno) -> Fatal {
        let name = self.o.archive.clone();
        if self.cx.busybox() {
            return self.fatal(format!("can't open '{name}': {e}")).await;
        }
        if !self.o.packing_given {
            return self.fatal(format!("{name}: Cannot open: {e}")).await;
        }
        self.cx.flush().await;
        for line in [&format!("{name}: Cannot open: {e}"), "Error is not recoverable: exiting now"]
        {
            self.cx.say(&format!("{} (child): {line}\n", self.cx.name)).await;
        }
        self.fatal("Child returned status 2".to_string()).await
    }

    /// Says an error after which the run goes on.
    async fn problem(&mut self, text: String) {
        self.failed = true;
        self.cx.err(text).await;
    }

    /// Takes a leading `/`, and all up to the last `..`, off a name, and says so once.
    async fn safe_name(&mut self, name: &str, what: &str) -> String {
        if self.o.absolute {
            return name.to_string();
        }
        let mut cut = 0;
        let mut at = 0;
        for part in name.split_inclusive('/') {
            at += part.len();
            if part.trim_end_matches('/') == ".." {
                cut = at;
            }
        }
        while name[cut..].starts_with('/') {
            cut += 1;
        }
        if cut == 0 {
            return name.to_string();
        }
        let prefix = &name[..cut];
        let prefix = if prefix.trim_matches('/').is_empty() { "/" } else { prefix };
        let key = format!("{what}{prefix}");
        if !self.stripped.contains(&key) {
            self.stripped.push(key);
            self.cx.flush().await;
            if !self.cx.busybox() {
                self.cx.err(format!("Removing leading `{prefix}' from {what}")).await;
            } else if what == "member names" {
                self.cx.err(format!("removing leading '{prefix}' from member names")).await;
            }
        }
        let rest = &name[cut..];
        if rest.is_empty() { "./".to_string() } else { rest.to_string() }
    }

    /// Shows a name where `-v` wants it: on standard output, unless the archive goes there.
    async fn show(&mut self, line: &str, to_stderr: bool) {
        if to_stderr {
            self.cx.say(&format!("{line}\n")).await;
        } else {
            self.cx.puts(line);
            self.cx.puts("\n");
            self.cx.pace().await;
        }
    }
}
