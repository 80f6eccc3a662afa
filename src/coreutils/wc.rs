//! wc: lines, words, characters and bytes.

use super::Cx;
use super::files0;
use super::getopt::Arg;
use super::lines::{CHUNK, utf8_locale};
use super::regex::char_len;
use super::regex::literal::count_byte;
use crate::kernel::Fd;
use crate::vfs::{Errno, FileType, Stat};

/// What was counted.
#[derive(Clone, Copy, Default)]
struct Counts {
    lines: u64,
    words: u64,
    chars: u64,
    bytes: u64,
    longest: u64,
}

#[derive(Clone, Copy, Default)]
struct Wanted {
    lines: bool,
    words: bool,
    chars: bool,
    bytes: bool,
    longest: bool,
}

/// `wc`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("bytes", Arg::No, 'c'),
        ("chars", Arg::No, 'm'),
        ("lines", Arg::No, 'l'),
        ("max-line-length", Arg::No, 'L'),
        ("words", Arg::No, 'w'),
        ("files0-from", Arg::Required, '0'),
        ("total", Arg::Required, 't'),
    ];
    let parsed = match cx.getopt("clLmw", &longs).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    let mut want = Wanted::default();
    let (mut listed, mut total) = (None, "auto".to_string());
    let mut files: Vec<Result<String, String>> = parsed.operands.iter().cloned().map(Ok).collect();
    for (letter, value) in &parsed.options {
        match letter {
            'c' => want.bytes = true,
            'm' => want.chars = true,
            'l' => want.lines = true,
            'L' => want.longest = true,
            'w' => want.words = true,
            't' => {
                let v = value.as_deref().unwrap_or_default();
                let words: [&[&str]; 4] = [&["auto"], &["always"], &["only"], &["never"]];
                match cx.choose("--total", v, &words).await {
                    Ok(word) => total = word.to_string(),
                    Err(status) => return status,
                }
            }
            '0' => {
                let name = value.clone().unwrap_or_default();
                if let Some(extra) = parsed.operands.first() {
                    let what = "file operands cannot be combined with --files0-from";
                    return cx.usage_error(format!("extra operand '{extra}'\n{what}")).await;
                }
                files = match files0::checked(cx, &name).await {
                    Ok(entries) => entries,
                    Err(status) => return status,
                };
                listed = Some(name);
            }
            _ => {}
        }
    }
    if parsed.options.iter().all(|o| matches!(o.0, 't' | '0')) {
        want = Wanted { lines: true, words: true, bytes: true, ..want };
    }
    let named = !files.is_empty() || listed.is_some();
    if !named {
        files.push(Ok("-".into()));
    }
    let columns = [want.lines, want.words, want.chars, want.bytes, want.longest];
    let single = columns.iter().filter(|w| **w).count() == 1;
    let width = if cx.busybox() {
        if single && files.len() == 1 { 1 } else { 9 }
    } else if listed.is_some_and(|list| !regular(cx, &list)) {
        // The names come one by one, so that nothing is known of their sizes.
        1
    } else {
        width(cx, &files, single)
    };
    let utf8 = utf8_locale(&cx.p);
    let (mut status, mut sum) = (0, Counts::default());
    for name in &files {
        let name = match name {
            Ok(name) => name,
            Err(complaint) => {
                cx.flush().await;
                cx.err(complaint).await;
                status = 1;
                continue;
            }
        };
        let counted = match cx.open_input(name) {
            Ok(fd) => {
                let r = count(cx, fd, want, utf8).await;
                cx.close_input(fd);
                r
            }
            Err(e) => {
                cx.flush().await;
                if cx.busybox() {
                    cx.err(format!("{name}: {e}")).await;
                } else {
                    cx.err_file(name, e).await;
                }
                status = 1;
                continue;
            }
        };
        let (c, failed) = match counted {
            Ok(c) => (c, None),
            Err((c, e)) => (c, Some(e)),
        };
        sum.lines += c.lines;
        sum.words += c.words;
        sum.chars += c.chars;
        sum.bytes += c.bytes;
        sum.longest = sum.longest.max(c.longest);
        if total != "only" {
            print(cx, want, &c, width, if named { Some(name) } else { None });
        }
        if let Some(e) = failed {
            let input = if name == "-" { "standard input" } else { name };
            let shown = if cx.busybox() { input.to_string() } else { cx.qf(input) };
            cx.flush().await;
            cx.err(format!("{shown}: {e}")).await;
            status = 1;
        }
    }
    match total.as_str() {
        "always" => print(cx, want, &sum, width, Some("total")),
        "only" => print(cx, want, &sum, 1, None),
        "never" => {}
        _ if files.len() > 1 => print(cx, want, &sum, width, Some("total")),
        _ => {}
    }
    status
}

fn status_of(cx: &Cx, file: &str) -> Result<Stat, Errno> {
    if file == "-" { cx.p.fstat(0) } else { cx.p.stat(file) }
}

fn regular(cx: &Cx, file: &str) -> bool {
    status_of(cx, file).is_ok_and(|s| s.file_type() == FileType::Regular)
}

/// GNU's width: digits of the sum of the sizes; 7 where a size is not known; 1 for one number alone.
fn width(cx: &Cx, files: &[Result<String, String>], single: bool) -> usize {
    if files.len() == 1 && single {
        return 1;
    }
    let (mut sum, mut least) = (0, 1);
    for f in files.iter().flatten() {
        match status_of(cx, f) {
            Ok(s) if s.file_type() == FileType::Regular => sum += s.size,
            Ok(_) => least = 7,
            Err(_) => {}
        }
    }
    sum.to_string().len().max(least)
}

fn print(cx: &mut Cx, want: Wanted, c: &Counts, width: usize, name: Option<&str>) {
    let mut gap = "";
    for (on, n) in [
        (want.lines, c.lines),
        (want.words, c.words),
        (want.chars, c.chars),
        (want.bytes, c.bytes),
        (want.longest, c.longest),
    ] {
        if on {
            cx.puts(&format!("{gap}{n:width$}"));
            gap = " ";
        }
    }
    if let Some(n) = name {
        cx.puts(&format!(" {n}"));
    }
    cx.put(b"\n");
}

async fn count(cx: &mut Cx, fd: Fd, want: Wanted, utf8: bool) -> Result<Counts, (Counts, Errno)> {
    let mut c = Counts::default();
    let full = want.words || want.longest || (want.chars && utf8);
    let (mut in_word, mut column) = (false, 0u64);
    let mut carry: Vec<u8> = Vec::new();
    loop {
        let mut b = match cx.p.read(fd, CHUNK).await {
            Ok(b) => b,
            Err(e) => return Err((c, e)),
        };
        let end = b.is_empty();
        c.bytes += b.len() as u64;
        if !full {
            if want.lines {
                c.lines += count_byte(&b, b'\n') as u64;
            }
            c.chars = c.bytes;
            if end {
                return Ok(c);
            }
            cx.p.tick((b.len() / 1024) as u32).await;
            continue;
        }
        if !carry.is_empty() {
            carry.append(&mut b);
            b = std::mem::take(&mut carry);
        }
        let mut i = 0;
        while i < b.len() {
            let x = b[i];
            let n = if utf8 && x >= 0x80 {
                if !end && i + 4 > b.len() {
                    carry = b[i..].to_vec();
                    break;
                }
                char_len(&b, i)
            } else {
                1
            };
            i += n;
            c.chars += u64::from(!utf8 || n > 1 || x < 0x80);
            match x {
                b'\n' | b'\r' | 12 => {
                    c.lines += u64::from(x == b'\n');
                    c.longest = c.longest.max(column);
                    column = 0;
                    in_word = false;
                }
                b'\t' => {
                    column += 8 - column % 8;
                    in_word = false;
                }
                b' ' => {
                    column += 1;
                    in_word = false;
                }
                11 => in_word = false,
                _ => {
                    // A word holds at least one printable character.
                    let graphic = (x > b' ' && x < 127) || n > 1;
                    column += u64::from(graphic);
                    if graphic && !in_word {
                        c.words += 1;
                        in_word = true;
                    }
                }
            }
        }
        if end {
            c.longest = c.longest.max(column);
            return Ok(c);
        }
        cx.p.tick((b.len() / 256) as u32).await;
    }
}
