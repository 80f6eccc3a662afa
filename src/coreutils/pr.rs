//! pr: files in pages, with headings, and in columns.

use super::Cx;
use super::getopt::{Arg, Parsed, parse};
use super::lines::{or_stdin, quoted};
use crate::vfs::text;

/// Lines of a page, of its heading and of its end.
const PAGE: usize = 66;
const HEADING: usize = 5;
const ENDING: usize = 5;

/// Columns of a tab.
const TAB: usize = 8;

struct Pr {
    columns: usize,
    across: bool,
    merge: bool,
    double: bool,
    first: usize,
    last: usize,
    /// Lines of a page.
    length: usize,
    width: usize,
    /// Lines are cut to the width even in one column.
    cuts: bool,
    joined: bool,
    margin: usize,
    headings: bool,
    feeds: bool,
    title: Option<String>,
    date: String,
    /// What stands behind a line's number, and its digits.
    numbers: Option<(char, usize)>,
    start: i64,
    separator: Option<String>,
    /// Separated by a character, columns are not filled up.
    tight: bool,
    expand: bool,
    caret: bool,
    octal: bool,
}

/// `pr`
pub async fn main(cx: &mut Cx) -> i32 {
    let mut args = Vec::new();
    let (mut columns, mut pages) = (None, None);
    // `-3` and `+2:5` are not such as getopt(3) reads.
    for arg in cx.args() {
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        match (arg.strip_prefix('-'), arg.strip_prefix('+')) {
            (Some(n), _) if digits(n) => columns = Some(n.to_string()),
            (_, Some(n)) if n.split(':').all(digits) => pages = Some(n.to_string()),
            _ => args.push(arg),
        }
    }
    let longs = [
        ("pages", Arg::Required, 'π'),
        ("columns", Arg::Required, 'κ'),
        ("across", Arg::No, 'a'),
        ("show-control-chars", Arg::No, 'c'),
        ("double-space", Arg::No, 'd'),
        ("date-format", Arg::Required, 'D'),
        ("expand-tabs", Arg::Optional, 'e'),
        ("form-feed", Arg::No, 'f'),
        ("header", Arg::Required, 'h'),
        ("output-tabs", Arg::Optional, 'i'),
        ("join-lines", Arg::No, 'J'),
        ("length", Arg::Required, 'l'),
        ("merge", Arg::No, 'm'),
        ("number-lines", Arg::Optional, 'n'),
        ("first-line-number", Arg::Required, 'N'),
        ("indent", Arg::Required, 'o'),
        ("no-file-warnings", Arg::No, 'r'),
        ("separator", Arg::Optional, 's'),
        ("sep-string", Arg::Optional, 'S'),
        ("omit-header", Arg::No, 't'),
        ("omit-pagination", Arg::No, 'T'),
        ("show-nonprinting", Arg::No, 'v'),
        ("width", Arg::Required, 'w'),
        ("page-width", Arg::Required, 'W'),
    ];
    let parsed = match parse(&args, "acdD:e::fFh:i::Jl:mn::N:o:rs::S::tTvw:W:", &longs) {
        Ok(parsed) => parsed,
        Err(c) => return cx.complain(c).await,
    };
    let columns = parsed.value('κ').map(str::to_string).or(columns);
    let pages = parsed.value('π').map(str::to_string).or(pages);
    let pr = match Pr::read(cx, &parsed, columns.as_deref(), pages.as_deref()).await {
        Ok(pr) => pr,
        Err(status) => return status,
    };
    let mut status = 0;
    let mut files = Vec::new();
    for name in or_stdin(parsed.operands.clone()) {
        match cx.read_input(&name).await {
            Ok(data) => files.push((name, pr.lines(&data))),
            Err(e) => {
                status = 1;
                if !parsed.has('r') {
                    cx.err_file(&name, e).await;
                }
            }
        }
    }
    if pr.merge && !files.is_empty() {
        let lines = files.drain(..).map(|f| f.1).collect();
        pr.print(cx, "-", lines).await;
    }
    for (name, lines) in files {
        pr.print(cx, &name, vec![lines]).await;
    }
    status
}

/// Text in pages with a heading, as `diff -l` hands it to pr.
pub async fn pages(cx: &mut Cx, title: &str, data: &[u8]) {
    let Ok(parsed) = parse(&["-h".to_string(), title.to_string()], "h:", &[]) else { return };
    if let Ok(pr) = Pr::read(cx, &parsed, None, None).await {
        pr.print(cx, "-", vec![pr.lines(data)]).await;
    }
}

impl Pr {
    async fn read(
        cx: &mut Cx,
        parsed: &Parsed,
        columns: Option<&str>,
        pages: Option<&str>,
    ) -> Result<Pr, i32> {
        let mut pr = Pr {
            columns: columns.and_then(|n| n.parse().ok()).unwrap_or(1).clamp(1, 1000),
            across: parsed.has('a'),
            merge: parsed.has('m'),
            double: parsed.has('d'),
            first: 1,
            last: usize::MAX,
            length: PAGE,
            width: 72,
            cuts: false,
            joined: parsed.has('J'),
            margin: 0,
            headings: !['t', 'T'].iter().any(|l| parsed.has(*l)),
            feeds: ['f', 'F'].iter().any(|l| parsed.has(*l)),
            title: parsed.value('h').map(str::to_string),
            date: parsed.value('D').unwrap_or("%Y-%m-%d %H:%M").trim_start_matches('+').to_string(),
            numbers: None,
            start: 1,
            separator: None,
            tight: false,
            expand: parsed.has('e'),
            caret: parsed.has('c'),
            octal: parsed.has('v'),
        };
        if pr.merge && columns.is_some() {
            cx.err("cannot specify number of columns when printing in parallel").await;
            return Err(1);
        }
        if pr.merge && pr.across {
            cx.err("cannot specify both printing across and printing in parallel").await;
            return Err(1);
        }
        if let Some(pages) = pages {
            let (first, last) = pages.split_once(':').unwrap_or((pages, ""));
            pr.first = first.parse().unwrap_or(1);
            pr.last = last.parse().unwrap_or(usize::MAX);
        }
        for (letter, value) in &parsed.options {
            let v = value.as_deref().unwrap_or_default();
            match letter {
                'l' | 'w' | 'W' | 'o' | 'N' => {
                    let least = i64::from(matches!(letter, 'l' | 'w' | 'W'));
                    let any = *letter == 'N';
                    let Some(n) = v.parse::<i64>().ok().filter(|n| any || *n >= least) else {
                        let (name, what) = match letter {
                            'l' => ("-l PAGE_LENGTH", "number of lines"),
                            'w' => ("-w PAGE_WIDTH", "number of characters"),
                            'W' => ("-W PAGE_WIDTH", "number of characters"),
                            'o' => ("-o MARGIN", "line offset"),
                            _ => ("-N NUMBER", "starting line number"),
                        };
                        let q = quoted(&cx.p, v);
                        cx.err(format!("'{name}' invalid {what}: {q}")).await;
                        return Err(1);
                    };
                    let size = n.clamp(0, 100_000) as usize;
                    match letter {
                        'l' => pr.length = size,
                        'o' => pr.margin = size,
                        'N' => pr.start = n,
                        _ => {
                            pr.width = size;
                            pr.cuts |= *letter == 'W';
                        }
                    }
                }
                'n' => {
                    let letter = v.chars().next().filter(|c| !c.is_ascii_digit());
                    let digits = &v[letter.map_or(0, char::len_utf8)..];
                    let digits = digits.parse().unwrap_or(5).clamp(1, 100);
                    pr.numbers = Some((letter.unwrap_or('\t'), digits));
                }
                's' => {
                    pr.tight = true;
                    pr.separator = Some(if v.is_empty() { "\t".into() } else { v.to_string() });
                }
                'S' => pr.separator = Some(v.to_string()),
                _ => {}
            }
        }
        if pr.joined && pr.separator.is_none() {
            (pr.tight, pr.separator) = (true, Some("\t".into()));
        }
        Ok(pr)
    }

    /// The lines of a file, with what can not be printed made visible if that was asked for.
    fn lines(&self, data: &[u8]) -> Vec<String> {
        let data = text::decode(data).into_owned();
        let show = |line: &str| {
            let mut out = String::new();
            for c in line.chars() {
                let byte = c as u32;
                match c {
                    '\t' if self.expand => {
                        let n = TAB - out.chars().count() % TAB;
                        out.extend(std::iter::repeat_n(' ', n));
                    }
                    c if self.octal && (c.is_control() || byte > 126) => {
                        let mut buf = [0; 4];
                        for b in text::encode(c.encode_utf8(&mut buf)).iter() {
                            out.push_str(&format!("\\{b:03o}"));
                        }
                    }
                    c if self.caret && byte < 32 && !matches!(c, '\t' | '\u{8}') => {
                        out.push('^');
                        out.push(char::from((byte as u8) + 64));
                    }
                    c => out.push(c),
                }
            }
            out
        };
        data.lines().map(show).collect()
    }

    async fn print(&self, cx: &mut Cx, name: &str, files: Vec<Vec<String>>) {
        let ending = if self.feeds { 0 } else { ENDING };
        let heading = if self.feeds { HEADING - 2 } else { HEADING };
        let headings = self.headings && self.length > heading + ending;
        let body = if headings { self.length - heading - ending } else { self.length };
        let body = if self.double { body.div_ceil(2) } else { body }.max(1);
        let rows = self.rows(&files, body);
        let stat = if name == "-" { None } else { cx.p.stat(name).ok() };
        let date = cx.local(&self.date, stat.map_or_else(|| cx.p.now(), |s| s.mtime));
        let title =
            self.title.clone().unwrap_or(if name == "-" { String::new() } else { name.into() });
        for (at, page) in rows.chunks(body).enumerate() {
            let number = at + 1;
            if number < self.first || number > self.last {
                continue;
            }
            if headings {
                let number = format!("Page {number}");
                let used = date.chars().count() + title.chars().count() + number.len();
                let room = self.width.saturating_sub(used);
                let (left, right) = ((room / 2).max(1), (room - room / 2).max(1));
                let before = if self.feeds { "" } else { "\n\n" };
                let margin = " ".repeat(self.margin);
                cx.puts(&format!(
                    "{before}{margin}{date}{:left$}{title}{:right$}{number}\n\n\n",
                    "", ""
                ));
            }
            let mut written = 0;
            for row in page {
                if !row.is_empty() {
                    cx.puts(&" ".repeat(self.margin));
                }
                cx.puts(&format!("{row}\n"));
                written += 1;
                if self.double {
                    cx.put(b"\n");
                    written += 1;
                }
            }
            if headings && self.feeds {
                cx.put(b"\x0c");
            } else if headings {
                let left = (self.length - HEADING).saturating_sub(written);
                cx.puts(&"\n".repeat(left));
            }
            if !cx.pace().await {
                return;
            }
        }
    }

    /// The lines as they are printed, each with all its columns.
    fn rows(&self, files: &[Vec<String>], body: usize) -> Vec<String> {
        let mut next = self.start;
        if self.merge {
            let longest = files.iter().map(Vec::len).max().unwrap_or(0);
            let row = |i: usize| -> Vec<Option<&str>> {
                files.iter().map(|f| f.get(i).map(String::as_str)).collect()
            };
            return (0..longest).map(|i| self.row(&row(i), &mut next, true)).collect();
        }
        let lines = &files[0];
        if self.columns == 1 {
            return lines.iter().map(|l| self.row(&[Some(l)], &mut next, false)).collect();
        }
        if self.across {
            let cells = |c: &[String]| self.row_of(c.iter().map(String::as_str), &mut next);
            return lines.chunks(self.columns).map(cells).collect();
        }
        let mut out = Vec::new();
        for page in lines.chunks(body * self.columns) {
            // Columns go down; those of the last page are as long as each other.
            let (each, more) = (page.len() / self.columns, page.len() % self.columns);
            let height = |c: usize| each + usize::from(c < more);
            let begin = |c: usize| c * each + c.min(more);
            for r in 0..height(0) {
                let cells: Vec<(usize, &str)> = (0..self.columns)
                    .filter(|c| r < height(*c))
                    .map(|c| (begin(c) + r, page[begin(c) + r].as_str()))
                    .collect();
                let numbers = cells.iter().map(|(i, _)| next + *i as i64).collect::<Vec<_>>();
                let cells: Vec<Option<&str>> = cells.iter().map(|c| Some(c.1)).collect();
                out.push(self.cells(&cells, &numbers, false));
            }
            next += page.len() as i64;
        }
        out
    }

    fn row_of<'a>(&self, cells: impl Iterator<Item = &'a str>, next: &mut i64) -> String {
        let cells: Vec<Option<&str>> = cells.map(Some).collect();
        let numbers: Vec<i64> = (0..cells.len() as i64).map(|i| *next + i).collect();
        *next += cells.len() as i64;
        self.cells(&cells, &numbers, false)
    }

    fn row(&self, cells: &[Option<&str>], next: &mut i64, merged: bool) -> String {
        *next += 1;
        self.cells(cells, &[*next - 1], merged)
    }

    /// Cells side by side; `numbers` are those of the cells, or of the whole line.
    fn cells(&self, cells: &[Option<&str>], numbers: &[i64], merged: bool) -> String {
        let count = if merged { cells.len() } else { self.columns };
        let separator = self.separator.as_deref().unwrap_or(" ");
        let gap = separator.chars().count();
        let width = (self.width.saturating_sub(gap * (count - 1)) / count).max(1);
        let (mut out, mut at) = (String::new(), 0);
        for (i, cell) in cells.iter().enumerate() {
            let begin = i * (width + gap);
            if i > 0 && self.tight {
                out.push_str(separator);
            } else if i > 0 && self.separator.is_none() {
                fill(&mut out, &mut at, begin);
            } else if i > 0 {
                fill(&mut out, &mut at, begin - gap);
                out.push_str(separator);
                at = begin;
            }
            let mut room = width;
            if let (Some((mark, digits)), Some(n)) = (self.numbers, numbers.get(i)) {
                let n = format!("{n:>digits$}");
                let n = &n[n.len() - digits..];
                out.push_str(n);
                out.push(mark);
                let used = if mark == '\t' { TAB - digits % TAB + digits } else { digits + 1 };
                at += used;
                room = room.saturating_sub(used);
            }
            let cell = cell.unwrap_or_default();
            let cut = (count > 1 || self.cuts) && !self.joined && !(self.tight && count > 1);
            let shown: String = if cut { cell.chars().take(room).collect() } else { cell.into() };
            at += shown.chars().count();
            out.push_str(&shown);
        }
        out
    }
}

/// Blanks up to a column, as few as tabs allow.
fn fill(out: &mut String, at: &mut usize, goal: usize) {
    while goal > *at + 1 && *at + TAB - *at % TAB <= goal {
        out.push('\t');
        *at += TAB - *at % TAB;
    }
    while *at < goal {
        out.push(' ');
        *at += 1;
    }
}
