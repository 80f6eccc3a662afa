//! uniq: neighbouring lines that are the same, once.

use super::Cx;
use super::getopt::{Arg, parse};
use super::lines::{Reader, old_numbers, quoted};
use super::regex::char_len;
use crate::vfs::{OpenFlags, text};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Groups {
    None,
    /// `-D`: repeated ones all, with blank lines so.
    Repeated(char),
    /// `--group`
    All(char),
}

struct Uniq {
    count: bool,
    repeated: bool,
    single: bool,
    icase: bool,
    fields: usize,
    skip: usize,
    width: Option<usize>,
    delim: u8,
    groups: Groups,
    utf8: bool,
    busybox: bool,
}

/// `uniq`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("count", Arg::No, 'c'),
        ("repeated", Arg::No, 'd'),
        ("all-repeated", Arg::Optional, 'D'),
        ("skip-fields", Arg::Required, 'f'),
        ("group", Arg::Optional, 'g'),
        ("ignore-case", Arg::No, 'i'),
        ("skip-chars", Arg::Required, 's'),
        ("unique", Arg::No, 'u'),
        ("zero-terminated", Arg::No, 'z'),
        ("check-chars", Arg::Required, 'w'),
    ];
    // `-3` and `+3` are old names of -f 3 and -s 3.
    let mut args = old_numbers(cx.args(), 'f', "fsw");
    if let Some(first) = args.first_mut().filter(|_| !cx.busybox())
        && let Some(n) = first.strip_prefix('+')
        && !n.is_empty()
        && n.bytes().all(|b| b.is_ascii_digit())
    {
        *first = format!("-s{n}");
    }
    let parsed = match parse(&args, "cdDf:is:uw:z", &longs) {
        Ok(p) => p,
        Err(c) => return cx.complain(c).await,
    };
    let mut u = Uniq {
        count: false,
        repeated: false,
        single: false,
        icase: false,
        fields: 0,
        skip: 0,
        width: None,
        delim: b'\n',
        groups: Groups::None,
        utf8: false,
        busybox: cx.busybox(),
    };
    for (letter, value) in &parsed.options {
        let v = value.as_deref().unwrap_or_default();
        match letter {
            'c' => u.count = true,
            'd' => u.repeated = true,
            'D' | 'g' if value.is_some() => {
                let name = if *letter == 'g' { "--group" } else { "--all-repeated" };
                let all: [&[&str]; 4] = [&["prepend"], &["append"], &["separate"], &["both"]];
                let few: [&[&str]; 3] = [&["none"], &["prepend"], &["separate"]];
                let words = if *letter == 'g' { all.as_slice() } else { few.as_slice() };
                let c = match cx.choose(name, v, words).await {
                    Ok(word) => word.chars().next().unwrap_or('n'),
                    Err(status) => return status,
                };
                u.groups = if *letter == 'g' { Groups::All(c) } else { Groups::Repeated(c) };
            }
            'D' => u.groups = Groups::Repeated(v.chars().next().unwrap_or('n')),
            'g' => u.groups = Groups::All(v.chars().next().unwrap_or('s')),
            'i' => u.icase = true,
            'u' => u.single = true,
            'z' => u.delim = 0,
            _ => {
                let Ok(n) = v.parse::<u64>() else {
                    if cx.busybox() {
                        cx.err(format!("invalid number '{v}'")).await;
                    } else {
                        let what = match letter {
                            'f' => "fields to skip",
                            's' => "bytes to skip",
                            _ => "bytes to compare",
                        };
                        cx.err(format!("{v}: invalid number of {what}")).await;
                    }
                    return 1;
                };
                let n = n.min(1 << 40) as usize;
                match letter {
                    'f' => u.fields = n,
                    's' => u.skip = n,
                    _ => u.width = Some(n),
                }
            }
        }
    }
    if let [_, _, extra, ..] = parsed.operands.as_slice() {
        let q = quoted(&cx.p, extra);
        return cx.usage_error(format!("extra operand {q}")).await;
    }
    if matches!(u.groups, Groups::All(_)) && (u.count || u.repeated || u.single) {
        return cx.usage_error("--group is mutually exclusive with -c/-d/-D/-u").await;
    }
    if matches!(u.groups, Groups::Repeated(_)) && u.count && !cx.busybox() {
        let what = "printing all duplicated lines and repeat counts is meaningless";
        return cx.usage_error(what).await;
    }
    let input = parsed.operands.first().map_or("-", String::as_str).to_string();
    let Some(mut r) = cx.reader(&input).await else { return 1 };
    if let Some(out) = parsed.operands.get(1).filter(|o| *o != "-") {
        let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC;
        match cx.p.open(out, flags, 0o666).and_then(|fd| cx.p.dup2(fd, 1)) {
            Ok(_) => {}
            Err(e) => {
                cx.err_file(out, e).await;
                return 1;
            }
        }
    }
    if let Err(e) = u.run(cx, &mut r).await {
        if cx.busybox() {
            cx.err_read(&input, e).await;
        } else {
            cx.flush().await;
            cx.err(format!("error reading '{}': {e}", text::decode(input.as_bytes()))).await;
        }
        return 1;
    }
    0
}

impl Uniq {
    /// The part of a line that is compared.
    fn key<'a>(&self, line: &'a [u8]) -> &'a [u8] {
        let mut at = 0;
        for _ in 0..self.fields {
            while at < line.len() && matches!(line[at], b' ' | b'\t') {
                at += 1;
            }
            while at < line.len() && !matches!(line[at], b' ' | b'\t') {
                at += 1;
            }
        }
        at = self.forward(line, at, self.skip);
        let end = self.width.map_or(line.len(), |w| self.forward(line, at, w));
        &line[at..end]
    }

    fn forward(&self, line: &[u8], at: usize, n: usize) -> usize {
        if !self.utf8 {
            return at.saturating_add(n).min(line.len());
        }
        let mut at = at;
        for _ in 0..n {
            if at >= line.len() {
                break;
            }
            at += char_len(line, at);
        }
        at.min(line.len())
    }

    fn same(&self, a: &[u8], b: &[u8]) -> bool {
        let (a, b) = (self.key(a), self.key(b));
        if self.icase { a.eq_ignore_ascii_case(b) } else { a == b }
    }

    async fn run(&mut self, cx: &mut Cx, r: &mut Reader) -> Result<(), crate::vfs::Errno> {
        let mut held: Vec<u8> = Vec::new();
        let mut count = 0u64;
        let mut groups = 0u64;
        loop {
            let line = match r.line_now(self.delim) {
                Some(l) => Some(l),
                None => {
                    if !cx.pace().await {
                        return Ok(());
                    }
                    r.line(&cx.p, self.delim).await?
                }
            };
            let line = line.map(|l| l.strip_suffix(&[self.delim]).unwrap_or(l));
            let same = line.is_some_and(|l| count > 0 && self.same(&held, l));
            if count > 0 {
                match self.groups {
                    Groups::None if !same => self.show(cx, &held, count),
                    Groups::None => {}
                    // Lines come out one by one; a group is known at its second line.
                    Groups::Repeated(how) => {
                        if same && count == 1 {
                            groups += 1;
                            if how == 'p' || (how == 's' && groups > 1) {
                                cx.put(&[self.delim]);
                            }
                        }
                        if same || count > 1 {
                            self.put(cx, &held);
                        }
                    }
                    Groups::All(how) => {
                        if count == 1 {
                            groups += 1;
                            if (matches!(how, 'p' | 'b') || (how == 's' && groups > 1))
                                && (how != 'b' || groups == 1)
                            {
                                cx.put(&[self.delim]);
                            }
                        }
                        self.put(cx, &held);
                        if !same && matches!(how, 'a' | 'b') {
                            cx.put(&[self.delim]);
                        }
                    }
                }
            }
            let Some(line) = line else { return Ok(()) };
            if same {
                count += 1;
                if self.groups != Groups::None {
                    held.clear();
                    held.extend_from_slice(line);
                }
            } else {
                count = 1;
                held.clear();
                held.extend_from_slice(line);
            }
            if cx.out.len() > 1 << 15 && !cx.pace().await {
                return Ok(());
            }
        }
    }

    fn put(&self, cx: &mut Cx, line: &[u8]) {
        cx.out.extend_from_slice(line);
        cx.out.push(self.delim);
    }

    fn show(&self, cx: &mut Cx, line: &[u8], count: u64) {
        if (self.repeated && count == 1) || (self.single && count > 1) {
            return;
        }
        if self.count {
            let n = format!("{count:7} ");
            debug_assert!(self.busybox || n.len() >= 8);
            cx.put(n.as_bytes());
        }
        self.put(cx, line);
    }
}
