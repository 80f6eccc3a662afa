//! What a program is given: its process, its name and dialect, buffered output, and the ways in which
//! tools say what is wrong.

use std::cell::Cell;
use std::fmt::Display;

use crate::kernel::{Fd, Proc};
use crate::vfs::{Errno, text};

use super::streams::{Manner, Write};
use super::time::{Zone, strftime};
use super::{Dialect, Program};

/// Bytes of output that are collected before they are written.
const BUFFER: usize = 32 * 1024;

/// Bytes of data after which the kernel is told of them.
pub const NOTED: usize = 1 << 20;

/// The most that a program holds of its input at once, in bytes.
pub(super) const MEMORY: usize = 256 << 20;

/// Applets that name a file which they can not open without more words (fopen_or_warn_stdin).
const PLAIN: &[&str] = &[
    "base32", "base64", "cut", "expand", "fold", "hd", "hexdump", "nl", "od", "paste", "rev",
    "shuf", "strings", "tac", "unexpand",
];

/// A running program.
pub struct Cx {
    /// Its process.
    pub p: Proc,
    /// Whose behaviour it has.
    pub dialect: Dialect,
    /// The name it goes by in messages.
    pub name: String,
    /// Output not written yet; see [`Cx::flush`].
    pub out: Vec<u8>,
    /// Status for errors in options: 1, but 2 for some (ls, grep, sort, diff).
    pub usage_status: i32,
    /// What is said when standard output takes nothing.
    pub(super) manner: Manner,
    /// Whether an applet of BusyBox's reads and writes by stdio where it otherwise does not.
    pub(super) stdio: bool,
    /// Whether standard input was asked for.
    pub(super) reads_input: Cell<bool>,
    program: &'static Program,
    /// The first error in writing to standard output, and of which write.
    failed: Option<(Errno, Write)>,
    tty: bool,
}

impl Cx {
    /// A program about to run.
    pub fn new(p: Proc, program: &'static Program, dialect: Dialect) -> Cx {
        let tty = p.isatty(1);
        Cx {
            p,
            dialect,
            name: program.name.to_string(),
            out: Vec::new(),
            usage_status: 1,
            manner: Manner::of(program.name, program.package, dialect == Dialect::Busybox),
            stdio: false,
            reads_input: Cell::new(false),
            program,
            failed: None,
            tty,
        }
    }

    /// Whether this is BusyBox.
    pub fn busybox(&self) -> bool {
        self.dialect == Dialect::Busybox
    }

    /// The arguments after the name.
    pub fn args(&self) -> Vec<String> {
        self.p.argv().iter().skip(1).cloned().collect()
    }

    /// A moment by a format of strftime(3), in the zone of the process.
    pub fn local(&self, format: &str, ns: i64) -> String {
        strftime(format, ns, &Zone::of(&self.p), true)
    }

    /// Adds to the output. Call [`Cx::pace`] now and then.
    pub fn put(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
    }

    /// Adds text to the output.
    pub fn puts(&mut self, s: &str) {
        self.out.extend_from_slice(&text::encode(s));
    }

    /// To be called in every loop that writes: passes output on when there is enough of it (on a
    /// terminal: at once), and lets signals in. False once standard output does not take any more.
    pub async fn pace(&mut self) -> bool {
        if self.out.len() >= BUFFER || (self.tty && !self.out.is_empty()) {
            self.write_out(Write::Stream).await;
        }
        if self.p.spend(1) {
            self.p.tick(0).await;
        }
        self.failed.is_none()
    }

    /// Writes what was put out so far.
    pub async fn flush(&mut self) {
        self.write_out(Write::BeforeComplaint).await;
    }

    async fn write_out(&mut self, which: Write) {
        if self.out.is_empty() {
            return;
        }
        let out = std::mem::take(&mut self.out);
        if self.failed.is_none()
            && let Err(e) = self.p.write_all(1, &out).await
        {
            self.failed = Some((e, which));
        }
    }

    /// Says `NAME: message` on standard error.
    pub async fn err(&mut self, message: impl Display) {
        let line = format!("{}: {message}\n", self.name);
        // error(3) and BusyBox's bb_error_msg write out what waits on standard output first.
        self.flush().await;
        self.say(&line).await;
    }

    /// Writes to standard error as it stands.
    pub async fn say(&mut self, s: &str) {
        if self.tty {
            self.flush().await;
        }
        let _ = self.p.write_all(2, &text::encode(s)).await;
    }

    /// The usual complaint about a file: `NAME: FILE: No such file or directory`; BusyBox says for
    /// files that it can not open `can't open 'FILE': ...`.
    pub async fn err_file(&mut self, file: &str, e: Errno) {
        if self.busybox() && !PLAIN.contains(&self.name.as_str()) {
            self.err(format!("can't open '{file}': {e}")).await;
        } else {
            let shown = self.file_word(file);
            self.err(format!("{shown}: {e}")).await;
        }
    }

    /// A file's name before a colon: coreutils quote it where the shell would have to.
    pub(super) fn file_word(&self, file: &str) -> String {
        if self.program.package == "coreutils" { self.qf(file) } else { file.to_string() }
    }

    /// A complaint about the arguments, then the way to help; gives the status to end with.
    pub async fn usage_error(&mut self, message: impl Display) -> i32 {
        if self.busybox() {
            return self.busybox_usage().await;
        }
        self.err(message).await;
        self.try_help(self.usage_status).await
    }

    /// GNU's pointer to `--help`, or BusyBox's usage; gives `status`.
    pub async fn try_help(&mut self, status: i32) -> i32 {
        if self.busybox() {
            return self.busybox_usage().await;
        }
        let line = format!("Try '{} --help' for more information.\n", self.name);
        self.say(&line).await;
        status
    }

    /// BusyBox's usage text on standard error; gives 1.
    pub async fn busybox_usage(&mut self) -> i32 {
        let (synopsis, about) = self.usage();
        let text = format!(
            "BusyBox v1.37.0 (simulated) multi-call binary.\n\nUsage: {}{synopsis}\n\n{about}\n",
            self.name
        );
        self.say(&text).await;
        1
    }

    /// Synopsis (with a leading space, if any) and explanation.
    fn usage(&self) -> (String, &'static str) {
        let (synopsis, about) =
            self.program.usage.split_once('\n').unwrap_or((self.program.usage, ""));
        let space = if synopsis.is_empty() { "" } else { " " };
        (format!("{space}{synopsis}"), about)
    }

    /// What `--help` prints, on standard output.
    pub fn help(&mut self) {
        let (synopsis, about) = self.usage();
        let text = format!("Usage: {}{synopsis}\n{about}\n", self.name);
        self.puts(&text);
    }

    /// What `--version` prints.
    pub fn version(&mut self) {
        let text = format!("{} (Drydock {})\n", self.name, self.program.package);
        self.puts(&text);
    }

    /// Answers `--help` and `--version` where they are the only argument, as GNU programs do that
    /// take no other options. Whether one was.
    pub fn only_option(&mut self, args: &[String]) -> bool {
        match args {
            _ if self.busybox() => return false,
            [one] if one == "--help" => self.help(),
            [one] if one == "--version" => self.version(),
            _ => return false,
        }
        true
    }

    /// Flushes and gives the status that the program ends with.
    pub async fn finish(&mut self, status: i32) -> i32 {
        self.write_out(Write::Last).await;
        let mut status = status;
        let quiet = |e: &Errno| matches!(e, Errno::EPIPE | Errno::EINTR);
        if let Some((e, write)) = self.failed.filter(|(e, _)| !quiet(e)) {
            let (words, least) = self.manner.answer(e, write);
            if !words.is_empty() {
                self.err(words).await;
            }
            status = status.max(least);
        }
        if let Some(words) = self.closing_input() {
            self.err(format!("{words}: {}", Errno::EBADF)).await;
            status = status.max(1);
        }
        status
    }

    /// Opens a file for reading; `-` is standard input.
    pub fn open_input(&self, file: &str) -> Result<Fd, Errno> {
        if file == "-" {
            self.reads_input.set(true);
            return Ok(0);
        }
        self.p.open(file, crate::vfs::OpenFlags::READ, 0)
    }

    /// Closes what [`Cx::open_input`] opened.
    pub fn close_input(&self, fd: Fd) {
        if fd > 2 {
            let _ = self.p.close(fd);
        }
    }

    /// All that is in a file; `-` is standard input. Errors of opening and of reading alike.
    pub async fn read_input(&self, file: &str) -> Result<Vec<u8>, Errno> {
        let fd = self.open_input(file)?;
        let read = self.read_all(fd).await;
        self.close_input(fd);
        read
    }

    /// All that can be read from a descriptor. ENOMEM for what does not end, such as `/dev/zero`.
    pub async fn read_all(&self, fd: Fd) -> Result<Vec<u8>, Errno> {
        let (mut out, mut noted) = (Vec::new(), 0);
        loop {
            let piece = self.p.read(fd, 1 << 16).await?;
            if piece.is_empty() {
                return Ok(out);
            }
            if out.len() + piece.len() > MEMORY {
                return Err(Errno::ENOMEM);
            }
            out.extend_from_slice(&piece);
            noted += piece.len();
            if noted >= NOTED {
                self.p.more(std::mem::take(&mut noted)).await;
            }
            self.p.tick((piece.len() / 256) as u32).await;
        }
    }
}
