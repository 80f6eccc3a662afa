//! bzip2, bunzip2, bzcat, xz, unxz and xzcat: options, and the way from one file to another. The formats
//! are [`super::fs::pack`]'s, the wordings [`words`]'s.

mod words;

use crate::kernel::Fd;
use crate::vfs::{Errno, OpenFlags, Stat};

use super::fs::gz::Bad;
use super::fs::pack::{Format, Packer, Unpacker};
use super::getopt::{self, Parsed};
use super::{Arg, Cx};

const BZIP2_LONGS: &[(&str, Arg, char)] = &[
    ("best", Arg::No, '9'),
    ("compress", Arg::No, 'z'),
    ("decompress", Arg::No, 'd'),
    ("fast", Arg::No, '1'),
    ("force", Arg::No, 'f'),
    ("help", Arg::No, 'h'),
    ("keep", Arg::No, 'k'),
    ("quiet", Arg::No, 'q'),
    ("small", Arg::No, 's'),
    ("stdout", Arg::No, 'c'),
    ("test", Arg::No, 't'),
    ("verbose", Arg::No, 'v'),
    ("version", Arg::No, 'V'),
];

const XZ_LONGS: &[(&str, Arg, char)] = &[
    ("best", Arg::No, '9'),
    ("check", Arg::Required, 'C'),
    ("compress", Arg::No, 'z'),
    ("decompress", Arg::No, 'd'),
    ("extreme", Arg::No, 'e'),
    ("fast", Arg::No, '0'),
    ("force", Arg::No, 'f'),
    ("format", Arg::Required, 'F'),
    ("help", Arg::No, 'h'),
    ("keep", Arg::No, 'k'),
    ("list", Arg::No, 'l'),
    ("memlimit", Arg::Required, 'M'),
    ("no-warn", Arg::No, 'Q'),
    ("quiet", Arg::No, 'q'),
    ("stdout", Arg::No, 'c'),
    ("suffix", Arg::Required, 'S'),
    ("test", Arg::No, 't'),
    ("threads", Arg::Required, 'T'),
    ("to-stdout", Arg::No, 'c'),
    ("uncompress", Arg::No, 'd'),
    ("verbose", Arg::No, 'v'),
    ("version", Arg::No, 'V'),
];

/// What one of the programs is about.
struct Squeeze {
    format: Format,
    suffix: String,
    decompress: bool,
    stdout: bool,
    force: bool,
    keep: bool,
    test: bool,
    quiet: bool,
    verbose: bool,
    level: u32,
    /// Characters of the longest name, for `-v`.
    longest: usize,
    status: i32,
}

/// `bzip2`.
pub async fn bzip2(cx: &mut Cx) -> i32 {
    run(cx, Format::Bzip2, false, false).await
}

/// `bunzip2`.
pub async fn bunzip2(cx: &mut Cx) -> i32 {
    run(cx, Format::Bzip2, true, false).await
}

/// `bzcat`.
pub async fn bzcat(cx: &mut Cx) -> i32 {
    run(cx, Format::Bzip2, true, true).await
}

/// `xz`.
pub async fn xz(cx: &mut Cx) -> i32 {
    run(cx, Format::Xz, false, false).await
}

/// `unxz`.
pub async fn unxz(cx: &mut Cx) -> i32 {
    run(cx, Format::Xz, true, false).await
}

/// `xzcat`.
pub async fn xzcat(cx: &mut Cx) -> i32 {
    run(cx, Format::Xz, true, true).await
}

async fn run(cx: &mut Cx, format: Format, decompress: bool, stdout: bool) -> i32 {
    let (spec, longs) = match (cx.busybox(), format) {
        (true, Format::Bzip2) => ("cfkdtvzqs123456789", &BZIP2_LONGS[..0]),
        (true, Format::Xz) => ("cfkdtvq", &XZ_LONGS[..0]),
        (false, Format::Bzip2) => ("cdfhkLqstvVz123456789", BZIP2_LONGS),
        (false, Format::Xz) => ("cC:defF:hHklM:qQS:tT:vVz0123456789", XZ_LONGS),
    };
    let args = cx.args();
    let opts = match getopt::parse(&args, spec, longs) {
        Ok(opts) => opts,
        Err(complaint) => return words::usage(cx, format, complaint, &args).await,
    };
    if opts.has('h') {
        cx.help();
        return 0;
    }
    if opts.has('V') || opts.has('L') {
        cx.version();
        return 0;
    }
    for (letter, what) in [('l', "--list"), ('F', "--format")] {
        if opts.has(letter) && !matches!(opts.value(letter), Some("auto" | "xz")) {
            cx.err(format!("{what} is not built into this simulation")).await;
            return 1;
        }
    }
    let mut s = settings(&opts, format, decompress, stdout);
    if cx.busybox() && format == Format::Xz && !s.decompress {
        // The applet only unpacks.
        return cx.busybox_usage().await;
    }
    let mut files = opts.operands;
    if files.is_empty() {
        files.push("-".to_string());
    }
    for file in &files {
        if file == "-" {
            s.standard(cx).await;
        } else {
            s.file(cx, file).await;
        }
        cx.pace().await;
    }
    s.status
}

fn settings(opts: &Parsed, format: Format, decompress: bool, stdout: bool) -> Squeeze {
    let last = opts.options.iter().rev().find(|o| matches!(o.0, 'z' | 'd' | 't')).map(|o| o.0);
    let level = opts.options.iter().rev().find_map(|o| o.0.to_digit(10));
    let suffix = if format == Format::Bzip2 { ".bz2" } else { ".xz" };
    Squeeze {
        format,
        suffix: opts.value('S').unwrap_or(suffix).to_string(),
        decompress: last.map_or(decompress, |l| l != 'z'),
        stdout: stdout || opts.has('c'),
        force: opts.has('f'),
        keep: opts.has('k'),
        test: last == Some('t'),
        quiet: opts.has('q'),
        verbose: opts.has('v'),
        level: level.unwrap_or(if format == Format::Bzip2 { 9 } else { 6 }),
        longest: opts.operands.iter().map(|f| f.chars().count()).max().unwrap_or(0).max(7),
        status: 0,
    }
}

impl Squeeze {
    /// From standard input to standard output.
    async fn standard(&mut self, cx: &mut Cx) {
        let terminal = if self.decompress { cx.p.isatty(0) } else { cx.p.isatty(1) };
        if terminal && !self.force && !self.test {
            self.terminal(cx).await;
            return;
        }
        let out = (!self.test).then_some(1);
        cx.flush().await;
        if let Some(sizes) = self.pass(cx, "(stdin)", "(stdout)", 0, out).await {
            self.tell(cx, "(stdin)", sizes).await;
        }
    }

    /// The name that the result gets.
    async fn target(&mut self, cx: &mut Cx, file: &str) -> Option<String> {
        let suffix = self.suffix.clone();
        if !self.decompress {
            let known: &[&str] = match self.format {
                Format::Bzip2 => &[".bz2", ".bz", ".tbz2", ".tbz"],
                Format::Xz => &[".xz", ".txz"],
            };
            let has = known.iter().find(|end| file.ends_with(**end) && !cx.busybox());
            if let Some(end) = has {
                self.has_suffix(cx, file, end).await;
                return None;
            }
            return Some(format!("{file}{suffix}"));
        }
        let ends: &[(&str, &str)] = match self.format {
            Format::Bzip2 => &[(".bz2", ""), (".bz", ""), (".tbz2", ".tar"), (".tbz", ".tar")],
            Format::Xz => &[(".xz", ""), (".txz", ".tar"), (".lzma", ""), (".tlz", ".tar")],
        };
        let own = [(suffix.as_str(), "")];
        let stem = own.iter().chain(ends).find_map(|(end, new)| {
            let stem = file.strip_suffix(end).filter(|s| !s.is_empty() && !s.ends_with('/'))?;
            Some(format!("{stem}{new}"))
        });
        match stem {
            Some(stem) => Some(stem),
            None => self.no_suffix(cx, file).await,
        }
    }

    async fn file(&mut self, cx: &mut Cx, file: &str) {
        let to_file = !self.stdout && !self.test;
        let stat = match cx.p.stat(file) {
            Ok(stat) => stat,
            Err(e) => return self.missing(cx, file, e).await,
        };
        let link = cx.p.lstat(file).is_ok_and(|s| s.is_symlink());
        if self.unfit(cx, file, &stat, link && to_file).await {
            return;
        }
        let mut target = None;
        if to_file {
            target = self.target(cx, file).await;
            if target.is_none() {
                return;
            }
        }
        let input = match cx.p.open(file, OpenFlags::READ, 0) {
            Ok(fd) => fd,
            Err(e) => return self.missing(cx, file, e).await,
        };
        let output = match &target {
            None => (!self.test).then_some(1),
            Some(to) => match self.create(cx, to, &stat).await {
                Some(fd) => Some(fd),
                None => {
                    let _ = cx.p.close(input);
                    return;
                }
            },
        };
        cx.flush().await;
        let to = target.as_deref().unwrap_or("(stdout)").to_string();
        let done = self.pass(cx, file, &to, input, output).await;
        let _ = cx.p.close(input);
        if let (Some(fd), Some(to)) = (output, &target) {
            let _ = cx.p.close(fd);
            if done.is_none() {
                let _ = cx.p.unlink(to);
                return;
            }
            let _ = cx.p.chown(to, Some(stat.uid), Some(stat.gid), true);
            let _ = cx.p.chmod(to, stat.perm() & 0o777);
            let _ = cx.p.utimes(to, Some(stat.atime), Some(stat.mtime), true);
            if !self.keep
                && let Err(e) = cx.p.unlink(file)
            {
                self.error(cx, 1, format!("{file}: {e}")).await;
            }
        }
        if let Some(sizes) = done {
            self.tell(cx, file, sizes).await;
        }
    }

    async fn create(&mut self, cx: &mut Cx, to: &str, stat: &Stat) -> Option<Fd> {
        if cx.p.lstat(to).is_ok() {
            if !self.force {
                self.exists(cx, to).await;
                return None;
            }
            let _ = cx.p.unlink(to);
        }
        let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::EXCL;
        match cx.p.open(to, flags, 0o600 | stat.perm() & 0o777) {
            Ok(fd) => Some(fd),
            Err(e) => {
                self.uncreated(cx, to, e).await;
                None
            }
        }
    }

    /// Bytes from one descriptor to another; how many went in and came out.
    async fn pass(
        &mut self,
        cx: &mut Cx,
        name: &str,
        to: &str,
        input: Fd,
        output: Option<Fd>,
    ) -> Option<(u64, u64)> {
        let mut packer = (!self.decompress).then(|| Packer::new(self.format, self.level));
        let mut unpacker = Unpacker::new(self.format);
        let (mut taken, mut given, mut out) = (0, 0, Vec::new());
        let mut ended = false;
        while !ended {
            let piece = match cx.p.read(input, 1 << 16).await {
                Ok(piece) => piece,
                Err(e) => {
                    self.unread(cx, name, e).await;
                    return None;
                }
            };
            let raw = self.decompress && self.force && self.stdout && taken == 0;
            if raw && Format::of(&piece) != Some(self.format) {
                return self.through(cx, input, output, piece).await;
            }
            taken += piece.len() as u64;
            ended = piece.is_empty();
            let mut more = ended;
            let mut state = Ok(());
            match &mut packer {
                Some(packer) if ended => packer.finish(&mut out),
                Some(packer) => packer.feed(&piece, &mut out),
                None if ended => {}
                None => state = unpacker.feed(&piece, &mut out),
            }
            loop {
                if more && packer.is_none() && state.is_ok() {
                    match unpacker.end(&mut out) {
                        Ok(again) => more = again,
                        Err(bad) => state = Err(bad),
                    }
                }
                cx.p.tick(((out.len() + piece.len()) / 64) as u32).await;
                given += out.len() as u64;
                if !self.write(cx, output, &mut out).await {
                    return None;
                }
                if let Err(bad) = state {
                    return self.bad(cx, name, to, bad).await;
                }
                if !more || packer.is_some() {
                    break;
                }
            }
        }
        if unpacker.garbage() {
            self.trailing(cx, name).await;
        }
        Some((taken, given))
    }

    /// `bzcat -f` passes on what is not compressed.
    async fn through(
        &mut self,
        cx: &mut Cx,
        input: Fd,
        output: Option<Fd>,
        mut piece: Vec<u8>,
    ) -> Option<(u64, u64)> {
        while !piece.is_empty() {
            if !self.write(cx, output, &mut piece).await {
                return None;
            }
            piece = cx.p.read(input, 1 << 16).await.ok()?;
        }
        Some((0, 0))
    }

    async fn write(&mut self, cx: &mut Cx, fd: Option<Fd>, bytes: &mut Vec<u8>) -> bool {
        let done = match fd {
            Some(fd) => cx.p.write_all(fd, bytes).await,
            None => Ok(()),
        };
        bytes.clear();
        match done {
            Ok(()) => true,
            Err(Errno::EPIPE) => false,
            Err(e) => {
                self.unwritten(cx, e).await;
                false
            }
        }
    }

    /// What a broken file means for the status; gives nothing.
    async fn bad(&mut self, cx: &mut Cx, name: &str, to: &str, bad: Bad) -> Option<(u64, u64)> {
        self.broken(cx, name, to, bad).await;
        None
    }
}
