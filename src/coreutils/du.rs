//! du: how much space files take. A file with several names counts once.

use std::collections::BTreeSet;

use crate::vfs::Stat;

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
    if parsed.has('F') {
        cx.err("--files0-from is not built into this simulation").await;
        return 1;
    }
    let o = match options(cx, &parsed).await {
        Ok(o) => o,
        Err(status) => return status,
    };
    let mut files = parsed.operands;
    if files.is_empty() {
        files.push(".".to_string());
    }
    let mut du = Du { o: &o, seen: BTreeSet::new(), status: 0 };
    let mut total = 0;
    for file in &files {
        total += du.tree(cx, file).await;
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
        unit: BlockSize::kilo(),
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
                    let value = cx.q(value);
                    cx.err(format!("invalid --block-size argument {value}")).await;
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
                    let value = cx.q(value);
                    cx.err(format!("invalid --threshold argument {value}")).await;
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
                    cx.err(format!("{value}: {e}")).await;
                    return Err(1);
                }
            },
            'Y' => {
                let style = match value {
                    "full-iso" => "%Y-%m-%d %H:%M:%S.%N %z",
                    "iso" => "%Y-%m-%d",
                    other => other.strip_prefix('+').unwrap_or("%Y-%m-%d %H:%M"),
                };
                o.time = o.time.map(|_| style.to_string());
            }
            _ => {}
        }
    }
    if o.max_depth == 0 && o.all && parsed.has('s') && !cx.busybox() {
        cx.err("cannot both summarize and show all entries").await;
        return Err(cx.try_help(1).await);
    }
    Ok(o)
}

struct Du<'a> {
    o: &'a Options,
    /// Files with several names that were counted.
    seen: BTreeSet<(u64, u64)>,
    status: i32,
}

impl Du<'_> {
    fn size(&self, stat: &Stat) -> u128 {
        if self.o.inodes {
            1
        } else if self.o.apparent {
            // A directory's own length says nothing about what it holds.
            u128::from(stat.size)
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
                        && (stat.nlink > 1 || self.o.follow == Follow::Always)
                        && !stat.is_dir()
                        && !self.seen.insert((stat.dev, stat.ino));
                    let other_fs = self.o.one_fs && depth > 0 && stat.is_dir() && sums.is_empty();
                    if step.visit == Visit::Enter {
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
