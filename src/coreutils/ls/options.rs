//! What ls was asked for.

use crate::coreutils::Cx;
use crate::coreutils::fs::glob;
use crate::coreutils::fs::human::{self, BlockSize};

use super::longs::{BUSYBOX, LONGS};
use super::words::{
    format_word, indicator_word, locale_style, quoting, sort_word, style, time_word, valid, when,
};

/// How entries are laid out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    Long,
    Single,
    /// Down, then across.
    Columns,
    Across,
    Commas,
}

/// Which names are left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shown {
    /// Those that begin with a dot.
    Plain,
    /// `.` and `..`.
    Almost,
    /// None.
    All,
}

/// What entries are sorted by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sort {
    Name,
    Time,
    Size,
    Extension,
    Version,
    Width,
    None,
}

/// Which time is shown and sorted by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Time {
    Modified,
    Changed,
    Accessed,
    Born,
}

/// What is put behind names to tell their kind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Debug)]
pub enum Indicator {
    None,
    Slash,
    FileType,
    Classify,
}

/// How odd names are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Quoting {
    Literal,
    Shell,
    ShellAlways,
    ShellEscape,
    ShellEscapeAlways,
    C,
    Escape,
    Locale,
}

/// All of it.
pub struct Options {
    pub format: Format,
    pub format_given: bool,
    pub shown: Shown,
    pub sort: Sort,
    pub reverse: bool,
    pub dirs_first: bool,
    pub time: Time,
    /// Formats of times: of recent ones, and of others.
    pub time_style: (String, String),
    pub full_time: bool,
    pub directory: bool,
    pub recursive: bool,
    pub inode: bool,
    pub blocks: bool,
    pub numeric: bool,
    pub owner: bool,
    pub group: bool,
    pub author: bool,
    pub context: bool,
    pub human: bool,
    pub size: BlockSize,
    pub block_size: BlockSize,
    pub indicator: Indicator,
    pub quoting: Quoting,
    pub quoting_given: bool,
    /// Characters that can not be shown become `?`.
    pub question: bool,
    pub deref: bool,
    pub deref_args: bool,
    pub color: bool,
    pub width: usize,
    pub tab: usize,
    pub zero: bool,
    hide: Vec<String>,
    ignore: Vec<String>,
}

impl Options {
    fn new(cx: &Cx) -> Options {
        let tty = cx.p.isatty(1);
        let columns = cx.p.env("COLUMNS").and_then(|c| c.parse().ok());
        let window = cx.p.winsize(1).ok().map(|(cols, _)| usize::from(cols)).filter(|c| *c > 0);
        Options {
            format: if tty { Format::Columns } else { Format::Single },
            format_given: false,
            shown: Shown::Plain,
            sort: Sort::Name,
            reverse: false,
            dirs_first: false,
            time: Time::Modified,
            time_style: locale_style(),
            full_time: false,
            directory: false,
            recursive: false,
            inode: false,
            blocks: false,
            numeric: false,
            owner: true,
            group: true,
            author: false,
            context: false,
            human: false,
            size: BlockSize::Unit(1, String::new()),
            block_size: BlockSize::kilo(),
            indicator: Indicator::None,
            quoting: if tty { Quoting::ShellEscape } else { Quoting::Literal },
            quoting_given: false,
            question: tty,
            deref: false,
            deref_args: false,
            color: false,
            width: columns.or(window).unwrap_or(80),
            tab: cx.p.env("TABSIZE").and_then(|t| t.parse().ok()).unwrap_or(8),
            zero: false,
            hide: Vec::new(),
            ignore: Vec::new(),
        }
    }

    /// Whether a name is left out by a pattern.
    pub fn ignored(&self, name: &str) -> bool {
        let flags = glob::Flags { period: true, ..glob::Flags::default() };
        let any = |list: &[String]| list.iter().any(|p| glob::matches(p, name, flags));
        any(&self.ignore) || (self.shown == Shown::Plain && any(&self.hide))
    }

    /// Whether links are shown as what they are because of `-F`.
    pub fn classify_links(&self) -> bool {
        self.indicator == Indicator::Classify
    }

    /// Whether a listing can not do without attributes.
    pub fn needs_stat(&self) -> bool {
        self.format == Format::Long
            || self.blocks
            || self.inode
            || self.color
            || matches!(self.sort, Sort::Time | Sort::Size)
            || self.indicator != Indicator::None
            || self.recursive
    }
}

/// Reads the options; gives them with the operands.
pub async fn main_options(cx: &mut Cx) -> Result<(Options, Vec<String>), i32> {
    let parsed = if cx.busybox() {
        cx.getopt("1AaCxdLHRFplinshrSXvctuw:T:gqQNk", BUSYBOX).await?
    } else {
        cx.getopt("abcdfghiklmnopqrstuvw:xABCDFGHI:LNQRST:UXZ1", LONGS).await?
    };
    let mut o = Options::new(cx);
    if !cx.busybox() {
        if let Some(word) = cx.p.env("QUOTING_STYLE").as_deref().and_then(quoting) {
            (o.quoting, o.quoting_given) = (word, true);
        }
        if let Some(found) = cx.p.env("TIME_STYLE").as_deref().and_then(style) {
            o.time_style = found;
        }
        for (name, what) in [("COLUMNS", "width"), ("TABSIZE", "tab size")] {
            if let Some(value) =
                cx.p.env(name).filter(|v| !v.is_empty() && v.parse::<u64>().is_err())
            {
                let q = cx.ql(&value);
                let what = format!("ignoring invalid {what} in environment variable {name}: {q}");
                cx.err(what).await;
            }
        }
        if let Some(unit) = BlockSize::of_environment(cx, "LS_BLOCK_SIZE") {
            o.block_size = unit;
            if cx.p.env("LS_BLOCK_SIZE").or_else(|| cx.p.env("BLOCK_SIZE")).is_some() {
                o.size = o.block_size.clone();
            }
        }
    }
    let tty = cx.p.isatty(1);
    let mut explicit_sort = false;
    for (letter, value) in &parsed.options {
        let value = value.as_deref();
        let known = match letter {
            '\u{2}' => human::block_size(value.unwrap_or_default()).map(|b| {
                o.size = b.clone();
                o.block_size = b;
            }),
            '\u{3}' => when(value, tty).map(|on| {
                if on {
                    o.indicator = Indicator::Classify;
                }
            }),
            '\u{4}' => when(value, tty).map(|on| o.color = on),
            '\u{7}' => format_word(value.unwrap_or_default()).map(|f| {
                o.format = f;
                o.format_given = true;
            }),
            '\u{11}' => indicator_word(value.unwrap_or_default()).map(|i| o.indicator = i),
            '\u{12}' => quoting(value.unwrap_or_default()).map(|q| {
                (o.quoting, o.quoting_given) = (q, true);
            }),
            '\u{15}' => sort_word(value.unwrap_or_default()).map(|s| {
                o.sort = s;
                explicit_sort = true;
            }),
            '\u{16}' => time_word(value.unwrap_or_default()).map(|t| o.time = t),
            '\u{17}' => style(value.unwrap_or_default()).map(|s| o.time_style = s),
            'w' => value.and_then(|v| v.parse().ok()).map(|n: usize| o.width = n),
            'T' => value.and_then(|v| v.parse().ok()).map(|n: usize| o.tab = n),
            _ => {
                plain(&mut o, *letter, value, &mut explicit_sort);
                Some(())
            }
        };
        if known.is_none() {
            return Err(bad_value(cx, *letter, value.unwrap_or_default()).await);
        }
    }
    let links = parsed.value('\u{10}').map_or(Some(true), |word| when(Some(word), tty));
    let links = parsed.has('\u{10}') && links != Some(false);
    if parsed.has('D') || links {
        cx.err("--dired and --hyperlink are not built into this simulation").await;
        return Err(2);
    }
    // -c and -u alone sort by their time; with -l they only choose what is shown.
    let by_time = o.time != Time::Modified && !explicit_sort && o.format != Format::Long;
    if by_time && (parsed.has('c') || parsed.has('u') || parsed.has('\u{16}')) && !cx.busybox() {
        o.sort = Sort::Time;
    }
    if o.human && !parsed.has('\u{2}') {
        o.size = BlockSize::Human(1024);
        o.block_size = BlockSize::Human(1024);
    }
    if parsed.has('\u{14}') {
        o.size = BlockSize::Human(1000);
        o.block_size = BlockSize::Human(1000);
    }
    if parsed.has('\u{13}') || (o.quoting_given && !parsed.has('q')) {
        o.question = false;
    }
    o.question |= parsed.has('q');
    Ok((o, parsed.operands))
}

fn plain(o: &mut Options, letter: char, value: Option<&str>, explicit: &mut bool) {
    let mut sort = |o: &mut Options, by: Sort| {
        o.sort = by;
        *explicit = true;
    };
    let format = |o: &mut Options, f: Format| (o.format, o.format_given) = (f, true);
    match letter {
        'a' => o.shown = Shown::All,
        'A' => o.shown = Shown::Almost,
        '\u{1}' => o.author = true,
        'b' => (o.quoting, o.quoting_given) = (Quoting::Escape, true),
        'N' => (o.quoting, o.quoting_given) = (Quoting::Literal, true),
        'Q' => (o.quoting, o.quoting_given) = (Quoting::C, true),
        'c' => o.time = Time::Changed,
        'u' => o.time = Time::Accessed,
        'C' => format(o, Format::Columns),
        'x' => format(o, Format::Across),
        'm' => format(o, Format::Commas),
        'l' => format(o, Format::Long),
        '1' if o.format == Format::Long => {}
        '1' => format(o, Format::Single),
        'g' => {
            format(o, Format::Long);
            o.owner = false;
        }
        'o' => {
            format(o, Format::Long);
            o.group = false;
        }
        'n' => {
            format(o, Format::Long);
            o.numeric = true;
        }
        'G' => o.group = false,
        'd' => o.directory = true,
        'f' => {
            o.shown = Shown::All;
            sort(o, Sort::None);
        }
        'F' => o.indicator = Indicator::Classify,
        '\u{6}' => o.indicator = Indicator::FileType,
        'p' => o.indicator = Indicator::Slash,
        '\u{8}' => {
            format(o, Format::Long);
            o.full_time = true;
            if let Some(full) = style("full-iso") {
                o.time_style = full;
            }
        }
        '\u{e}' => o.dirs_first = true,
        'h' => o.human = true,
        'H' => o.deref_args = true,
        'L' => o.deref = true,
        'I' => o.ignore.push(value.unwrap_or_default().to_string()),
        '\u{f}' => o.hide.push(value.unwrap_or_default().to_string()),
        'B' => o.ignore.extend(["*~".to_string(), ".*~".to_string()]),
        'i' => o.inode = true,
        'r' => o.reverse = true,
        'R' => o.recursive = true,
        's' => o.blocks = true,
        'S' => sort(o, Sort::Size),
        't' => sort(o, Sort::Time),
        'U' => sort(o, Sort::None),
        'v' => sort(o, Sort::Version),
        'X' => sort(o, Sort::Extension),
        'Z' => o.context = true,
        '\u{18}' => {
            o.zero = true;
            o.color = false;
            (o.quoting, o.quoting_given) = (Quoting::Literal, true);
            if o.format != Format::Long {
                format(o, Format::Single);
            }
        }
        _ => {}
    }
}

async fn bad_value(cx: &mut Cx, letter: char, value: &str) -> i32 {
    let quoted = cx.ql(value);
    match letter {
        'w' => cx.err(format!("invalid line width: {quoted}")).await,
        'T' => cx.err(format!("invalid tab size: {quoted}")).await,
        '\u{2}' => cx.err(format!("invalid --block-size argument {}", cx.q(value))).await,
        '\u{17}' => {
            let (given, kind) = (cx.ql(value), cx.ql("time style"));
            let what = format!(
                "invalid argument {given} for {kind}\nValid arguments are:\n  - [posix-]full-iso\n  \
                 - [posix-]long-iso\n  - [posix-]iso\n  - [posix-]locale\n  - +FORMAT (e.g., +%H:%M) \
                 for a 'date'-style format"
            );
            return cx.usage_error(what).await;
        }
        _ => {
            let name = LONGS.iter().find(|l| l.2 == letter).map_or("", |l| l.0);
            return cx.bad_word(value, &format!("--{name}"), valid(letter)).await;
        }
    }
    2
}
