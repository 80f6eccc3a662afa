//! gzip, gunzip, zcat: compress and decompress files. The format is [`super::fs::gz`]'s, the bytes'
//! way through it [`stream`]'s.

mod files;
mod stream;

use crate::vfs::{Errno, OpenFlags, Stat};

use super::fs::path;
use super::fs::walk::{Follow, Visit, Walk};
use super::getopt::{self, Complaint};
use super::{Arg, Cx};
use files::list_line;

const LONGS: &[(&str, Arg, char)] = &[
    ("ascii", Arg::No, 'a'),
    ("best", Arg::No, '9'),
    ("decompress", Arg::No, 'd'),
    ("fast", Arg::No, '1'),
    ("force", Arg::No, 'f'),
    ("help", Arg::No, 'h'),
    ("keep", Arg::No, 'k'),
    ("list", Arg::No, 'l'),
    ("name", Arg::No, 'N'),
    ("no-name", Arg::No, 'n'),
    ("quiet", Arg::No, 'q'),
    ("recursive", Arg::No, 'r'),
    ("rsyncable", Arg::No, 'R'),
    ("stdout", Arg::No, 'c'),
    ("suffix", Arg::Required, 'S'),
    ("synchronous", Arg::No, 'y'),
    ("test", Arg::No, 't'),
    ("to-stdout", Arg::No, 'c'),
    ("uncompress", Arg::No, 'd'),
    ("verbose", Arg::No, 'v'),
];

struct Options {
    decompress: bool,
    stdout: bool,
    force: bool,
    keep: bool,
    list: bool,
    test: bool,
    recursive: bool,
    quiet: bool,
    verbose: bool,
    /// Keep name and time in the header, or restore them from it.
    name: bool,
    level: u32,
    suffix: String,
}

/// How much went in and out.
#[derive(Default)]
struct Sizes {
    input: u64,
    output: u64,
    /// Bytes of the compressed side that are header and trailer.
    frame: u64,
}

/// `gzip`.
pub async fn main(cx: &mut Cx) -> i32 {
    run(cx, false, false).await
}

/// `gunzip`.
pub async fn gunzip(cx: &mut Cx) -> i32 {
    run(cx, true, false).await
}

/// `zcat`.
pub async fn zcat(cx: &mut Cx) -> i32 {
    run(cx, true, true).await
}

async fn run(cx: &mut Cx, decompress: bool, stdout: bool) -> i32 {
    let spec = match (cx.busybox(), decompress) {
        (true, false) => "cfkdtvnq123456789",
        (true, true) => "cfktvnq",
        _ => "ab:cdfhklnNqrS:tvVZ123456789",
    };
    let opts = match getopt::parse(&cx.args(), spec, LONGS) {
        Ok(opts) => opts,
        Err(complaint) if cx.busybox() => return cx.complain(complaint).await,
        Err(Complaint::Unrecognized(n)) => {
            cx.err(format!("unrecognized option '--{n}'")).await;
            cx.say("Try `gzip --help' for more information.\n").await;
            return 1;
        }
        Err(Complaint::InvalidShort(c)) => {
            cx.err(format!("invalid option -- '{c}'")).await;
            cx.say("Try `gzip --help' for more information.\n").await;
            return 1;
        }
        Err(complaint) => return cx.complain(complaint).await,
    };
    if opts.has('h') {
        cx.help();
        return 0;
    }
    if opts.has('V') {
        cx.version();
        return 0;
    }
    if !cx.busybox() {
        // gunzip and zcat are gzip by other names, and it is gzip that speaks.
        cx.name = "gzip".to_string();
    }
    let level = opts.options.iter().rev().find_map(|o| o.0.to_digit(10)).unwrap_or(6);
    let o = Options {
        decompress: decompress || opts.has('d') || opts.has('t') || opts.has('l'),
        stdout: stdout || opts.has('c'),
        force: opts.has('f'),
        keep: opts.has('k'),
        list: opts.has('l'),
        test: opts.has('t'),
        recursive: opts.has('r'),
        quiet: opts.has('q'),
        verbose: opts.has('v'),
        name: if decompress || opts.has('d') || opts.has('l') {
            opts.has('N')
        } else {
            !opts.has('n')
        },
        level: level.clamp(1, 9),
        suffix: opts.value('S').unwrap_or(".gz").to_string(),
    };
    let mut gz = Gz { o, status: 0, listed: (0, 0, 0) };
    let mut files = opts.operands;
    if files.is_empty() {
        files.push("-".to_string());
    }
    for file in &files {
        if file == "-" {
            gz.standard(cx).await;
        } else {
            gz.named(cx, file).await;
        }
        cx.pace().await;
    }
    let (n, a, b) = gz.listed;
    if gz.o.list && n > 1 && !gz.o.quiet {
        cx.puts(&list_line(a, b, 0, "(totals)"));
    }
    gz.status
}

struct Gz {
    o: Options,
    status: i32,
    listed: (u64, u64, u64),
}

impl Gz {
    async fn error(&mut self, cx: &mut Cx, text: String) {
        self.status = 1;
        cx.err(text).await;
    }

    /// The heading of `-l`, once.
    fn list_header(&self, cx: &mut Cx) {
        if self.listed.0 == 0 && !self.o.quiet {
            cx.puts("         compressed        uncompressed  ratio uncompressed_name\n");
        }
    }

    async fn warn(&mut self, cx: &mut Cx, text: String) {
        if self.status == 0 {
            self.status = if cx.busybox() { 1 } else { 2 };
        }
        if !self.o.quiet {
            cx.err(text).await;
        }
    }

    /// From standard input to standard output.
    async fn standard(&mut self, cx: &mut Cx) {
        let terminal = if self.o.decompress { cx.p.isatty(0) } else { cx.p.isatty(1) };
        if terminal && !self.o.force && !self.o.test {
            if cx.busybox() {
                let what = if self.o.decompress { "read from" } else { "written to" };
                self.error(cx, format!("compressed data not {what} terminal, use -f to force it"))
                    .await;
                return;
            }
            let (what, goal) = if self.o.decompress {
                ("read from", "decompression")
            } else {
                ("written to", "compression")
            };
            self.error(
                cx,
                format!("compressed data not {what} a terminal. Use -f to force {goal}."),
            )
            .await;
            cx.say("For help, type: gzip -h\n").await;
            return;
        }
        let out = if self.o.test || self.o.list { None } else { Some(1) };
        cx.flush().await;
        let done = if self.o.decompress {
            self.unpack(cx, "stdin", 0, out).await
        } else {
            self.pack(cx, "stdin", 0, out, None).await
        };
        if let Some((sizes, _)) = done
            && self.o.list
        {
            self.list_header(cx);
            cx.puts(&list_line(sizes.input, sizes.output, sizes.frame, "stdout"));
        }
    }

    async fn named(&mut self, cx: &mut Cx, file: &str) {
        let mut file = file.to_string();
        let mut stat = cx.p.stat(&file);
        // gunzip x finds x.gz.
        if stat == Err(Errno::ENOENT)
            && self.o.decompress
            && !file.ends_with(&self.o.suffix)
            && !cx.busybox()
        {
            let longer = format!("{file}{}", self.o.suffix);
            if let Ok(s) = cx.p.stat(&longer) {
                (file, stat) = (longer, Ok(s));
            } else {
                self.error(cx, format!("{longer}: {}", Errno::ENOENT)).await;
                return;
            }
        }
        let stat = match stat {
            Ok(stat) => stat,
            Err(e) => {
                self.error(cx, format!("{file}: {e}")).await;
                return;
            }
        };
        // A link would be replaced by a file: it is not followed without -f or -c.
        let replaces = !self.o.stdout && !self.o.test && !self.o.list && !self.o.force;
        let link = cx.p.lstat(&file).is_ok_and(|s| s.is_symlink());
        if replaces && link && !stat.is_dir() && !cx.busybox() {
            self.error(cx, format!("{file}: {}", Errno::ELOOP)).await;
            return;
        }
        if stat.is_dir() {
            if self.o.recursive {
                self.tree(cx, &file).await;
            } else if cx.busybox() {
                self.error(cx, format!("{file}: {}", Errno::EISDIR)).await;
            } else {
                self.warn(cx, format!("{file} is a directory -- ignored")).await;
            }
            return;
        }
        self.file(cx, &file, &stat).await;
    }

    async fn tree(&mut self, cx: &mut Cx, dir: &str) {
        let mut walk = Walk::new(&cx.p, dir, Follow::Never);
        let mut files = Vec::new();
        while let Some(step) = walk.step() {
            if step.visit == Visit::File && step.stat.is_file() {
                files.push((step.path, step.stat));
            }
        }
        for (file, stat) in files {
            self.file(cx, &file, &stat).await;
        }
    }

    /// The name that the result gets, or nothing where the file is passed over.
    async fn target(&mut self, cx: &mut Cx, file: &str) -> Option<String> {
        let suffix = self.o.suffix.clone();
        let dash = if cx.busybox() { "-" } else { "--" };
        if !self.o.decompress {
            if file.ends_with(&suffix) && !self.o.force && !suffix.is_empty() {
                if !self.o.quiet {
                    cx.err(format!("{file} already has {suffix} suffix {dash} unchanged")).await;
                }
                return None;
            }
            return Some(format!("{file}{suffix}"));
        }
        for (end, new) in
            [(suffix.as_str(), ""), (".tgz", ".tar"), (".taz", ".tar"), (".z", ""), ("-gz", "")]
        {
            if let Some(stem) = file.strip_suffix(end)
                && !path::base(stem).is_empty()
                && !end.is_empty()
            {
                return Some(format!("{stem}{new}"));
            }
        }
        self.warn(cx, format!("{file}: unknown suffix {dash} ignored")).await;
        None
    }

    async fn file(&mut self, cx: &mut Cx, file: &str, stat: &Stat) {
        let to_file = !self.o.stdout && !self.o.test && !self.o.list;
        if to_file && !stat.is_file() && !self.o.force {
            self.warn(cx, format!("{file} is not a directory or a regular file - ignored")).await;
            return;
        }
        let mut target = None;
        if to_file {
            target = self.target(cx, file).await;
            if target.is_none() {
                return;
            }
            if stat.nlink > 1 && !self.o.force && !self.o.keep && !cx.busybox() {
                let n = stat.nlink - 1;
                let s = if n == 1 { "" } else { "s" };
                self.warn(cx, format!("{file} has {n} other link{s} -- file ignored")).await;
                return;
            }
        }
        let input = match cx.p.open(file, OpenFlags::READ, 0) {
            Ok(fd) => fd,
            Err(e) => {
                let name =
                    if cx.busybox() { format!("can't open '{file}'") } else { file.to_string() };
                self.error(cx, format!("{name}: {e}")).await;
                return;
            }
        };
        let output = match &target {
            None if self.o.test || self.o.list => None,
            None => Some(1),
            Some(to) => match self.create(cx, to, stat).await {
                Some(fd) => Some(fd),
                None => {
                    let _ = cx.p.close(input);
                    return;
                }
            },
        };
        cx.flush().await;
        let done = if self.o.decompress {
            self.unpack(cx, file, input, output).await
        } else {
            let seconds = u32::try_from(stat.mtime / 1_000_000_000).unwrap_or(0);
            let header = (path::base(file).to_string(), seconds);
            self.pack(cx, file, input, output, Some(header)).await
        };
        let _ = cx.p.close(input);
        if let (Some(fd), Some(to)) = (output, &target) {
            let _ = cx.p.close(fd);
            self.settle(cx, file, to, stat, done.is_some()).await;
        }
        if let Some((sizes, _)) = done {
            self.tell(cx, file, target.as_deref(), &sizes).await;
        }
    }
}
