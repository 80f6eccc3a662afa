//! What bzip2, xz and BusyBox's applets say.

use crate::coreutils::Cx;
use crate::coreutils::fs::gz::Bad;
use crate::coreutils::fs::pack::Format;
use crate::coreutils::getopt::Complaint;
use crate::vfs::{Errno, Stat};

use super::Squeeze;

/// A complaint about the options.
pub(super) async fn usage(cx: &mut Cx, format: Format, c: Complaint, args: &[String]) -> i32 {
    if cx.busybox() || matches!(c, Complaint::Help | Complaint::Version) {
        return cx.complain(c).await;
    }
    if format == Format::Xz {
        let name = cx.name.clone();
        cx.err(c).await;
        cx.say(&format!("{name}: Try '{name} --help' for more information.\n")).await;
        return 1;
    }
    let word = match &c {
        Complaint::InvalidShort(letter) => {
            let has = |a: &&String| a.starts_with('-') && a.contains(*letter);
            args.iter().find(has).cloned().unwrap_or_default()
        }
        Complaint::Unrecognized(name) => format!("--{name}"),
        _ => args.first().cloned().unwrap_or_default(),
    };
    cx.err(format!("Bad flag `{word}'")).await;
    cx.say("usage: bzip2 [flags and input files in any order]\n").await;
    1
}

impl Squeeze {
    pub(super) async fn error(&mut self, cx: &mut Cx, status: i32, text: String) {
        self.status = self.status.max(status);
        cx.err(text).await;
    }

    /// xz's warnings give 2, unless an error gives 1.
    async fn warn(&mut self, cx: &mut Cx, text: String) {
        if self.status == 0 {
            self.status = 2;
        }
        if !self.quiet {
            cx.err(text).await;
        }
    }

    async fn fail(&mut self, cx: &mut Cx, text: String) {
        self.status = 1;
        cx.err(text).await;
    }

    pub(super) async fn terminal(&mut self, cx: &mut Cx) {
        if cx.busybox() {
            let what = if self.decompress { "read from" } else { "written to" };
            self.error(cx, 1, format!("compressed data not {what} terminal, use -f to force it"))
                .await;
            return;
        }
        let what = if self.decompress { "read" } else { "write" };
        if self.format == Format::Xz {
            let way = if self.decompress { "read from" } else { "written to" };
            return self.fail(cx, format!("Compressed data cannot be {way} a terminal")).await;
        }
        let way = if self.decompress { "from" } else { "to" };
        self.error(cx, 1, format!("I won't {what} compressed data {way} a terminal.")).await;
        let name = cx.name.clone();
        cx.say(&format!("{name}: For help, type: `{name} --help'.\n")).await;
    }

    pub(super) async fn missing(&mut self, cx: &mut Cx, file: &str, e: Errno) {
        let text = match (cx.busybox(), self.format) {
            (false, Format::Bzip2) => format!("Can't open input file {file}: {e}."),
            (true, _) if e != Errno::ENOENT => format!("can't open '{file}': {e}"),
            _ => format!("{file}: {e}"),
        };
        self.fail(cx, text).await;
    }

    pub(super) async fn has_suffix(&mut self, cx: &mut Cx, file: &str, end: &str) {
        match self.format {
            Format::Bzip2 => {
                self.error(cx, 1, format!("Input file {file} already has {end} suffix.")).await;
            }
            Format::Xz => {
                self.warn(cx, format!("{file}: File already has '{end}' suffix, skipping")).await;
            }
        }
    }

    /// bzip2 goes on with a name of its own.
    pub(super) async fn no_suffix(&mut self, cx: &mut Cx, file: &str) -> Option<String> {
        match (cx.busybox(), self.format) {
            (true, _) => self.fail(cx, format!("{file}: unknown suffix - ignored")).await,
            (false, Format::Xz) => {
                // What is in the file is looked at first.
                let mut head = Vec::new();
                if let Ok(fd) = cx.open_input(file) {
                    head = cx.p.read(fd, 16).await.unwrap_or_default();
                    cx.close_input(fd);
                }
                if Format::of(&head) == Some(Format::Xz) {
                    let text = format!("{file}: Filename has an unknown suffix, skipping");
                    self.warn(cx, text).await;
                } else {
                    self.fail(cx, format!("{file}: File format not recognized")).await;
                }
            }
            (false, Format::Bzip2) => {
                let to = format!("{file}.out");
                if !self.quiet {
                    cx.err(format!("Can't guess original name for {file} -- using {to}")).await;
                }
                return Some(to);
            }
        }
        None
    }

    /// Whether the file is of a kind that is passed over.
    pub(super) async fn unfit(&mut self, cx: &mut Cx, file: &str, stat: &Stat, link: bool) -> bool {
        let to_file = !self.stdout && !self.test;
        let others = stat.nlink.saturating_sub(1);
        let linked = to_file && others > 0 && !stat.is_dir() && !self.force && !self.keep;
        match (cx.busybox(), self.format) {
            (true, _) => return false,
            (_, Format::Bzip2) if stat.is_dir() => {
                self.error(cx, 1, format!("Input file {file} is a directory.")).await;
            }
            (_, Format::Bzip2) if link && !self.force => {
                self.error(cx, 1, format!("Input file {file} is not a normal file.")).await;
            }
            (_, Format::Bzip2) if linked => {
                let s = if others == 1 { "" } else { "s" };
                self.error(cx, 1, format!("Input file {file} has {others} other link{s}.")).await;
            }
            (_, Format::Xz) if stat.is_dir() => {
                self.warn(cx, format!("{file}: Is a directory, skipping")).await;
            }
            (_, Format::Xz) if link && !self.force => {
                self.warn(cx, format!("{file}: Is a symbolic link, skipping")).await;
            }
            (_, Format::Xz) if linked => {
                let text = format!("{file}: Input file has more than one hard link, skipping");
                self.warn(cx, text).await;
            }
            _ => return false,
        }
        true
    }

    pub(super) async fn exists(&mut self, cx: &mut Cx, to: &str) {
        let text = match (cx.busybox(), self.format) {
            (true, _) => format!("can't open '{to}': {}", Errno::EEXIST),
            (_, Format::Bzip2) => format!("Output file {to} already exists."),
            (_, Format::Xz) => format!("{to}: {}", Errno::EEXIST),
        };
        self.fail(cx, text).await;
    }

    pub(super) async fn uncreated(&mut self, cx: &mut Cx, to: &str, e: Errno) {
        let text = match (cx.busybox(), self.format) {
            (true, _) => format!("can't open '{to}': {e}"),
            (_, Format::Bzip2) => format!("Can't create output file {to}: {e}."),
            (_, Format::Xz) => format!("{to}: {e}"),
        };
        self.fail(cx, text).await;
    }

    pub(super) async fn unread(&mut self, cx: &mut Cx, name: &str, e: Errno) {
        let text = match (cx.busybox(), self.format) {
            (true, _) => format!("read error: {e}"),
            (_, Format::Bzip2) => format!("I/O or other error, bailing out: {name}: {e}"),
            (_, Format::Xz) => format!("{name}: Read error: {e}"),
        };
        self.fail(cx, text).await;
    }

    pub(super) async fn unwritten(&mut self, cx: &mut Cx, e: Errno) {
        let text = match (cx.busybox(), self.format) {
            (false, Format::Xz) => format!("(stdout): Write error: {e}"),
            (false, Format::Bzip2) => format!("I/O or other error, bailing out: {e}"),
            (true, _) => format!("write error: {e}"),
        };
        self.fail(cx, text).await;
    }

    pub(super) async fn trailing(&mut self, cx: &mut Cx, name: &str) {
        if !cx.busybox() && !self.quiet {
            cx.say("\n").await;
            cx.err(format!("{name}: trailing garbage after EOF ignored")).await;
        }
    }

    /// Data that can not be unpacked.
    pub(super) async fn broken(&mut self, cx: &mut Cx, name: &str, to: &str, bad: Bad) {
        let (format, bb) = (self.format, cx.busybox());
        if bb {
            return match (format, bad) {
                (Format::Bzip2, Bad::Magic | Bad::End)
                    if bad == Bad::Magic || name == "(stdin)" =>
                {
                    self.fail(cx, "invalid magic".to_string()).await;
                }
                (Format::Bzip2, _) => self.fail(cx, "bunzip error -3".to_string()).await,
                // The applet takes what is not xz for an empty file.
                (Format::Xz, Bad::Magic) => {}
                (Format::Xz, _) => self.fail(cx, "corrupted data".to_string()).await,
            };
        }
        if format == Format::Xz {
            let text = match bad {
                Bad::Magic => "File format not recognized",
                Bad::End => "Unexpected end of input",
                _ => "Compressed data is corrupt",
            };
            return self.fail(cx, format!("{name}: {text}")).await;
        }
        let prog = cx.name.clone();
        let recover = "You can use the `bzip2recover' program to attempt to recover\n\
                       data from undamaged sections of corrupted files.\n\n";
        self.status = 2;
        match bad {
            Bad::Magic if self.test => {
                cx.err(format!("{name}: bad magic number (file not created by bzip2)")).await;
                cx.say(&format!("\n{recover}")).await;
            }
            Bad::Magic => cx.err(format!("{name} is not a bzip2 file.")).await,
            Bad::End if self.test => {
                cx.err(format!("{name}: file ends unexpectedly")).await;
                cx.say(&format!("\n{recover}")).await;
            }
            bad => {
                let (what, reason) = match bad {
                    Bad::End => ("Compressed file ends unexpectedly", "perhaps it is corrupted?"),
                    _ => ("Data integrity error when decompressing.", ""),
                };
                let text = match bad {
                    Bad::End => format!(
                        "\n{prog}: {what};\n\t{reason}  *Possible* reason follows.\n{prog}: Success\n"
                    ),
                    _ => format!("\n{prog}: {what}\n"),
                };
                cx.say(&text).await;
                cx.say(&format!("\tInput file = {name}, output file = {to}\n\n")).await;
                cx.say(
                    "It is possible that the compressed file(s) have become corrupted.\n\
                     You can use the -tvv option to test integrity of such files.\n\n",
                )
                .await;
                cx.say(recover).await;
                if to != "(stdout)" {
                    cx.err(format!("Deleting output file {to}, if it exists.")).await;
                }
            }
        }
    }

    /// `-v`.
    pub(super) async fn tell(&mut self, cx: &mut Cx, file: &str, sizes: (u64, u64)) {
        if !self.verbose || cx.busybox() {
            return;
        }
        let (packed, plain) = if self.decompress { sizes } else { (sizes.1, sizes.0) };
        let pad = " ".repeat(self.longest.saturating_sub(file.chars().count()));
        let ratio = |a: u64, b: u64| a as f64 / b.max(1) as f64;
        let line = match (self.format, self.decompress) {
            (Format::Xz, _) => {
                format!("{file}: {packed} B / {plain} B = {:.3}\n", ratio(packed, plain))
            }
            (Format::Bzip2, true) => {
                let word = if self.test { "ok" } else { "done" };
                format!("  {file}: {pad}{word}\n")
            }
            (Format::Bzip2, false) if plain == 0 => {
                format!("  {file}: {pad} no data compressed.\n")
            }
            (Format::Bzip2, false) => format!(
                "  {file}: {pad}{:6.3}:1, {:6.3} bits/byte, {:5.2}% saved, {plain} in, {packed} out.\n",
                ratio(plain, packed),
                8.0 * ratio(packed, plain),
                100.0 * (1.0 - ratio(packed, plain)),
            ),
        };
        cx.say(&line).await;
    }
}
