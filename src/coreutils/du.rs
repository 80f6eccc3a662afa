//! du: how much space files take. A file with several names counts once.

use std::collections::BTreeSet;

use crate::vfs::Stat;

use super::files0;
use super::fs::glob;
use super::fs::human::{self, BlockSize};
use super::fs::walk::{Follow, Visit, Walk};
use super::{Arg, Cx, Parsed};

const LONGS: &[(&str, Arg, char)] = &[
    ("all", Arg::No, 'a'),
    ("apparent-size", Arg::No, 'A'),
    ("block-size", Arg::Required, 'B'),
    ("bytes", Arg::No, 'b'),
    ("count-links", Arg::No, 'l'),
    ("dereference", Arg::No, 'L'),
    ("dereference-args", Arg::No, 'D'),
    ("exclude", Arg::Required, 'E'),
    ("exclude-from", Arg::Required, 'X'),
    ("files0-from", Arg::Required, 'F'),
    ("human-readable", Arg::No, 'h'),
    ("inodes", Arg::No, 'N'),
    ("max-depth", Arg::Required, 'd'),
    ("no-dereference", Arg::No, 'P'),
    ("null", Arg::No, '0'),
    ("one-file-system", Arg::No, 'x'),
    ("separate-dirs", Arg::No, 'S'),
    ("si", Arg::No, 'I'),
    ("summarize", Arg::No, 's'),
    ("threshold", Arg::Required, 't'),
    ("time", Arg::Optional, 'T'),
    ("time-style", Arg::Required, 'Y'),
    ("total", Arg::No, 'c'),
];

struct Options {
    all: bool,
    apparent: bool,
    unit: BlockSize,
    max_depth: usize,
    count_links: bool,
    separate: bool,
    inodes: bool,
    follow: Follow,
    one_fs: bool,
    threshold: Option<(bool, u64)>,
    exclude: Vec<String>,
    end: &'static str,
    time: Option<String>,
}

/// `du`.
pub async fn main(cx: &mut Cx) -> i32 {
    let spec = if cx.busybox() { "aHkLsx0cd:lhmb" } else { "0abcd:hklmst:xB:DHLPSX:" };
    let parsed = match cx.getopt(spec, LONGS).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let o = match options(cx, &parsed).await {
        Ok(o) => o,
        Err(status) => return status,
    };
    let mut files: Vec<Result<String, String>> = parsed.operands.iter().cloned().map(Ok).collect();
    if let Some(list) = parsed.value('F') {
        if let Some(extra) = parsed.operands.first() {
            let q = cx.ql(extra);
            let what = "file operands cannot be combined with --files0-from";
            return cx.usage_error(format!("extra operand {q}\n{what}")).await;
        }
        files = match files0::checked(cx, list).await {
            Ok(entries) => entries,
            Err(status) => return status,
        };
    } else if files.is_empty() {
        files.push(Ok(".".to_string()));
    }
    let many = !cx.busybox() && files.len() > 1;
    let mut du = Du { o: &o, seen: BTreeSet::new(), status: 0, many };
    let mut total = 0;
    for file in &files {
        match file {
            Ok(file) => total += du.tree(cx, file).await,
            Err(complaint) => {
                cx.flush().await;
                cx.err(complaint).await;
                du.status = 1;
            }
        }
    }
    if parsed.options.iter().any(|x| x.0 == 'c') {
        du.line(cx, total, "total", 0);
    }
    du.status
}

async fn options(cx: &mut Cx, parsed: &Parsed) -> Result<Options, i32> {
    let mut o = Options {
        all: parsed.has('a'),
        apparent: parsed.has('A'),
        unit: BlockSize::of_environment(cx, "DU_BLOCK_SIZE").unwrap_or(BlockSize::kilo()),
        max_depth: usize::MAX,
        count_links: parsed.has('l'),
        separate: parsed.has('S'),
        inodes: parsed.has('N'),
        follow: Follow::Never,
        one_fs: parsed.has('x'),
        threshold: None,
        exclude: Vec::new(),
        end: if parsed.has('0') { "\0" } else { "\n" },
        time: parsed.has('T').then(|| "%Y-%m-%d %H:%M".to_string()),
    };
    for (letter, value) in &parsed.options {
        let value = value.as_deref().unwrap_or_default();
        match letter {
            'b' => {
                o.apparent = true;
                o.unit = BlockSize::Unit(1, String::new());
            }
            'k' => o.unit = BlockSize::kilo(),
            'm' => o.unit = BlockSize::Unit(1 << 20, String::new()),
            'h' => o.unit = BlockSize::Human(1024),
            'I' => o.unit = BlockSize::Human(1000),
            'B' => match human::block_size(value) {
                Some(unit) => o.unit = unit,
                None => {
                    let (value, name) = (cx.q(value), spelled(cx, "--b", "--block-size", "-B"));
                    cx.err(format!("invalid {name} argument {value}")).await;
                    return Err(1);
                }
            },
            's' => o.max_depth = 0,
            'd' => match value.parse() {
                Ok(n) => o.max_depth = n,
                Err(_) if cx.busybox() => {
                    cx.err(format!("invalid number '{value}'")).await;
                    return Err(1);
                }
                Err(_) => {
                    let value = cx.ql(value);
                    cx.err(format!("invalid maximum depth {value}")).await;
                    return Err(cx.try_help(1).await);
                }
            },
            'L' => o.follow = Follow::Always,
            'H' | 'D' => o.follow = Follow::Top,
            'P' => o.follow = Follow::Never,
            't' => match human::parse(value.trim_start_matches('-')) {
                Ok(n) => o.threshold = Some((value.starts_with('-'), n)),
                Err(_) => {
                    let (value, name) = (cx.q(value), spelled(cx, "--th", "--threshold", "-t"));
                    cx.err(format!("invalid {name} argument {value}")).await;
                    return Err(1);
                }
            },
            'E' => o.exclude.push(value.to_string()),
            'X' => match cx.p.read_file(value) {
                Ok(bytes) => {
                    let text = crate::vfs::text::decode_owned(bytes);
                    o.exclude.extend(text.lines().map(str::to_string));
                }
                Err(e) => {
                    let value = cx.qf(value);
                    return Err(cx.usage_error(format!("{value}: {e}")).await);
                }
            },
            'Y' => {
                let style = match value {
                    "full-iso" => "%Y-%m-%d %H:%M:%S.%N %z",
                    "long-iso" => "%Y-%m-%d %H:%M",
                    "iso" => "%Y-%m-%d",
                    other => match other.strip_prefix('+') {
                        Some(format) => format,
                        None => {
                            let (given, kind) = (cx.ql(other), cx.ql("time style"));
                            let what = format!(
                                "invalid argument {given} for {kind}\nValid arguments are:\n  - \
                                 full-iso\n  - long-iso\n  - iso\n  - +FORMAT (e.g., +%H:%M) for a \
                                 'date'-style format"
                            );
                            return Err(cx.usage_error(what).await);
                        }
                    },
                };
                o.time = o.time.map(|_| style.to_string());
            }
            'T' if !value.is_empty() => {
                let words: [&[&str]; 2] = [&["atime", "access", "use"], &["ctime", "status"]];
                cx.choose("--time", value, &words).await?;
            }
            _ => {}
        }
    }
    if let Some(depth) = parsed.value('d').filter(|_| parsed.has('s') && !cx.busybox()) {
        if o.max_depth != 0 || depth.parse() != Ok(0usize) {
            let what = format!("warning: summarizing conflicts with --max-depth={depth}");
            return Err(cx.usage_error(what).await);
        }
        cx.err("warning: summarizing is the same as using --max-depth=0").await;
    }
    if o.max_depth == 0 && o.all && parsed.has('s') && !cx.busybox() {
        cx.err("cannot both summarize and show all entries").await;
        return Err(cx.try_help(1).await);
    }
    Ok(o)
}

/// The long or the short name of an option, by how it was written.
fn spelled(cx: &Cx, begin: &str, long: &'static str, short: &'static str) -> &'static str {
    if cx.args().iter().any(|a| a.starts_with(begin)) { long } else { short }
}

struct Du<'a> {
    o: &'a Options,
    /// Files with several names that were counted.
    seen: BTreeSet<(u64, u64)>,
    status: i32,
    /// Several were named, so that any file may be come upon again.
    many: bool,
}

impl Du<'_> {
    fn size(&self, stat: &Stat) -> u128 {
        if self.o.inodes {
            1
        } else if self.o.apparent {
            // A directory's own length says nothing about what it holds.
            let counts = stat.is_file() || stat.is_symlink();
            if counts { u128::from(stat.size) } else { 0 }
        } else {
            u128::from(stat.blocks) * 512
        }
    }

    fn line(&self, cx: &mut Cx, size: u128, name: &str, mtime: i64) {
        if let Some((below, limit)) = self.o.threshold {
            let limit = u128::from(limit);
            if (below && size > limit) || (!below && size < limit) {
                return;
            }
        }
        let shown = match &self.o.unit {
            _ if self.o.inodes => size.to_string(),
            BlockSize::Human(_) if cx.busybox() => human::busybox(size),
            unit => unit.show(size),
        };
        let time = self.o.time.as_ref().map(|f| format!("\t{}", cx.local(f, mtime)));
        let text = format!("{shown}{}\t{name}{}", time.unwrap_or_default(), self.o.end);
        cx.puts(&text);
    }

    fn excluded(&self, path: &str) -> bool {
        let flags = glob::Flags::default();
        self.o.exclude.iter().any(|p| {
            let tails = path.match_indices('/').map(|(i, _)| &path[i + 1..]);
            std::iter::once(path).chain(tails).any(|t| glob::matches(p, t, flags))
        })
    }

    /// Goes through a tree and gives its size.
    async fn tree(&mut self, cx: &mut Cx, top: &str) -> u128 {
        let mut walk = Walk::new(&cx.p, top, self.o.follow).one_fs(self.o.one_fs);
        // Size of each directory that the walk is in, with and without what lies below, latest time.
        let mut sums: Vec<(u128, u128, i64)> = Vec::new();
        let mut total = 0;
        while let Some(step) = walk.step() {
            let (path, stat, depth) = (&step.path, &step.stat, step.depth);
            match step.visit {
                Visit::Enter | Visit::File => {
                    let repeated = !self.o.count_links
                        && (stat.nlink > 1 || self.many || self.o.follow == Follow::Always)
                        && (!stat.is_dir() || self.many)
                        && !self.seen.insert((stat.dev, stat.ino));
                    let other_fs = self.o.one_fs && depth > 0 && stat.is_dir() && sums.is_empty();
                    if step.visit == Visit::Enter {
                        if repeated {
                            walk.skip();
                            sums.push((0, 0, i64::MIN));
                            continue;
                        }
                        if (self.excluded(path) || other_fs) && depth > 0 {
                            walk.skip();
                            sums.push((0, 0, i64::MIN));
                            continue;
                        }
                        let own = if self.o.apparent && cx.busybox() {
                            u128::from(stat.size)
                        } else {
                            self.size(stat)
                        };
                        sums.push((own, own, stat.mtime));
                        continue;
                    }
                    if repeated || self.excluded(path) {
                        continue;
                    }
                    let size = self.size(stat);
                    match sums.last_mut() {
                        Some(sum) => *sum = (sum.0 + size, sum.1 + size, sum.2.max(stat.mtime)),
                        None => total += size,
                    }
                    if (self.o.all && depth <= self.o.max_depth) || depth == 0 {
                        self.line(cx, size, path, stat.mtime);
                    }
                }
                Visit::Leave => {
                    let (all, own, mtime) = sums.pop().unwrap_or_default();
                    if mtime == i64::MIN {
                        continue;
                    }
                    match sums.last_mut() {
                        Some(sum) => *sum = (sum.0 + all, sum.1, sum.2.max(mtime)),
                        None => total += all,
                    }
                    if depth <= self.o.max_depth {
                        self.line(cx, if self.o.separate { own } else { all }, path, mtime);
                    }
                }
                Visit::Unreadable(e) => {
                    let name = cx.q(path);
                    self.status = 1;
                    if cx.busybox() {
                        cx.err(format!("can't open {name}: {e}")).await;
                    } else {
                        cx.err(format!("cannot read directory {name}: {e}")).await;
                    }
                }
                Visit::Error(e) => {
                    let name = cx.q(path);
                    self.status = 1;
                    if cx.busybox() {
                        cx.err(format!("{path}: {e}")).await;
                    } else {
                        cx.err(format!("cannot access {name}: {e}")).await;
                    }
                }
                Visit::Loop => {}
            }
            if !cx.pace().await {
                break;
            }
        }
        total
    }
}
