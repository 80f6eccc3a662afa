//! What programs say, and end with, when their standard output takes nothing or their standard input
//! gives nothing: one table for GNU's, one for BusyBox's. When a write fails is [`Cx`]'s business.
//!
//! GNU's programs close their output at exit (gnulib's close_stdout): they know the error only if that was the write
//! that failed. util-linux and procps do so too, in their own ways. BusyBox says `standard output: ...`
//! where an applet ends in fflush_stdout_and_exit, and most say nothing.

use super::Cx;
use crate::vfs::Errno;

/// How a program takes an output that takes nothing. `{e}` stands for the error; no words, no message.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// When the last write fails.
    words: &'static str,
    /// When one failed while there was more to write.
    stream: &'static str,
    /// When what was written out before a complaint failed.
    complaint: &'static str,
    /// When there is no standard output.
    closed: &'static str,
    /// The status to end with at least.
    status: i32,
}

/// Which write it is that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Write {
    Last,
    Stream,
    BeforeComplaint,
}

/// The same words in every case.
const fn says(words: &'static str, status: i32) -> Manner {
    Manner { words, stream: words, complaint: words, closed: words, status }
}

const SILENT: Manner = says("", 0);
/// BusyBox's applets that end in fflush_stdout_and_exit.
pub(super) const STDIO: Manner = says("standard output: {e}", 1);

impl Manner {
    /// That of a program.
    pub(super) fn of(name: &str, package: &str, busybox: bool) -> Manner {
        if busybox { applet(name) } else { gnu(name, package) }
    }

    /// Words and status for an error of this write.
    pub(super) fn answer(&self, e: Errno, write: Write) -> (String, i32) {
        let words = match write {
            _ if e == Errno::EBADF => self.closed,
            Write::Last => self.words,
            Write::Stream => self.stream,
            Write::BeforeComplaint => self.complaint,
        };
        let silent_close = e == Errno::EBADF && words.is_empty();
        (words.replace("{e}", &e.to_string()), if silent_close { 0 } else { self.status })
    }
}

fn gnu(name: &str, package: &str) -> Manner {
    let usual = Manner { complaint: "write error", ..says("write error: {e}", 1) };
    match name {
        "awk" => says("close failed on file \"/dev/stdout\" ({e})", 2),
        "cat" => Manner { closed: "standard output: {e}", ..says("write error: {e}", 1) },
        "yes" => says("standard output: {e}", 1),
        "tee" => says("'standard output': {e}", 1),
        "cksum" | "du" | "md5sum" | "sha1sum" | "sha224sum" | "sha256sum" | "sha384sum"
        | "sha512sum" | "sum" | "wc" => {
            Manner { words: "write error", stream: "write error", ..usual }
        }
        "comm" => Manner { stream: "write error", ..usual },
        "dir" | "ls" | "vdir" => Manner { status: 2, ..usual },
        "egrep" | "fgrep" | "grep" => Manner { status: 2, ..usual },
        "expr" | "tty" => Manner { status: 3, ..usual },
        "tr" => says("write error: {e}", 1),
        "sort" => Manner {
            words: "fflush failed: 'standard output': {e}\nsort: write error",
            stream: "write failed: 'standard output': {e}\nsort: write error",
            complaint: "write error",
            closed: "fflush failed: 'standard output': {e}\nsort: write error: {e}",
            status: 2,
        },
        "sed" => {
            Manner { closed: "couldn't close stdout: {e}", ..says("couldn't flush stdout: {e}", 4) }
        }
        "bc" => says("could not write output file: {e}", 1),
        "cmp" => Manner { closed: "", ..says("standard output: {e}", 2) },
        "diff" => says("standard output: {e}", 2),
        "file" => says("", 1),
        "find" => Manner {
            closed: "‘standard output’: {e}\nfind: write error: {e}",
            ..says("‘standard output’: {e}\nfind: write error", 1)
        },
        "free" => says("write error", 1),
        "jq" => says("error: writing output failed: {e}", 2),
        "xxd" => says("{e}", 3),
        "cal" | "getconf" | "getent" | "hostname" | "less" | "more" | "tree" | "unzip" => SILENT,
        _ => match package {
            "bsdextrautils" | "bsdutils" | "util-linux" => {
                Manner { closed: "", stream: "write error", ..says("write error: {e}", 1) }
            }
            "coreutils" => usual,
            _ => says("write error: {e}", 1),
        },
    }
}

fn applet(name: &str) -> Manner {
    match name {
        "arch" | "base32" | "base64" | "cal" | "cut" | "du" | "env" | "expand" | "fold"
        | "groups" | "head" | "id" | "nl" | "paste" | "realpath" | "rev" | "shuf" | "uname"
        | "unexpand" | "uniq" | "wc" => STDIO,
        "cmp" | "expr" | "sort" | "tty" => Manner { status: 2, ..STDIO },
        "bc" => says("output error: {e}", 1),
        "dirname" | "pwd" | "seq" | "whoami" => says("", 255),
        "basename" | "printf" | "readlink" => says("", 1),
        "yes" => says(": {e}", 1),
        "bunzip2" | "bzcat" | "bzip2" | "cat" | "cpio" | "dd" | "echo" | "gunzip" | "gzip"
        | "less" | "more" | "strings" | "tail" | "tr" | "unxz" | "unzip" | "xz" | "xzcat"
        | "zcat" => says("write error: {e}", 1),
        "od" | "sed" => Manner { stream: "write error", complaint: "write error", ..SILENT },
        _ => SILENT,
    }
}

impl Cx {
    /// Says that reading failed, in the words of the program; gives the status that it ends with.
    pub async fn err_read(&mut self, name: &str, e: Errno) -> i32 {
        self.flush().await;
        let said =
            if self.busybox() { self.applet_misread(name, e) } else { self.gnu_misread(name, e) };
        let Some(words) = said else { return 0 };
        self.err(words).await;
        // To these it is the end of the file only.
        i32::from(!matches!(self.name.as_str(), "hd" | "hexdump"))
    }

    fn gnu_misread(&self, name: &str, e: Errno) -> Option<String> {
        let shown = || match name {
            "-" => "'standard input'".to_string(),
            name => self.file_word(name),
        };
        Some(match self.name.as_str() {
            "base32" | "base64" | "join" | "shuf" => format!("read error: {e}"),
            "fmt" => "read error".to_string(),
            "od" | "pr" => format!("{}: {e}", shown()),
            "tac" => format!("{}: read error: {e}", shown()),
            "tsort" => format!("{}: read error: {e}", self.file_word(name)),
            _ => format!("{}: {e}", self.file_word(name)),
        })
    }

    /// BusyBox's applets that read by stdio take an error for the end; some look at what it was.
    fn applet_misread(&self, name: &str, e: Errno) -> Option<String> {
        let shown = if name == "-" { "standard input" } else { name };
        match self.name.as_str() {
            "cat" if self.stdio => None,
            "cut" | "nl" | "paste" | "rev" | "shuf" => None,
            "expand" | "unexpand" | "head" => Some(format!("{shown}: {}", Errno::EIO)),
            "fold" => Some(format!("{name}: {}", Errno::EIO)),
            "od" => Some(format!("{shown}: read error")),
            "hd" | "hexdump" => Some(format!("{name}: {e}")),
            "uniq" => Some(format!("{}: I/O error", if name == "-" { "(null)" } else { name })),
            _ => Some(format!("read error: {e}")),
        }
    }

    /// What a program says of a standard input that is not there when it comes to close it.
    pub(super) fn closing_input(&self) -> Option<&'static str> {
        if !self.reads_input.get() || self.p.fstat(0) != Err(Errno::EBADF) {
            return None;
        }
        match (self.name.as_str(), self.busybox()) {
            ("cat" | "fmt", false) => Some("closing standard input"),
            (
                "cut" | "expand" | "fold" | "head" | "nl" | "paste" | "tac" | "tail" | "unexpand"
                | "wc",
                false,
            ) => Some("-"),
            (
                "cksum" | "md5sum" | "sha1sum" | "sha224sum" | "sha256sum" | "sha384sum"
                | "sha512sum" | "sum",
                false,
            )
            | ("od", _)
            | ("tee", false)
            | ("expand" | "unexpand", true) => Some("standard input"),
            _ => None,
        }
    }
}
