//! head: the beginning of files.

use super::Cx;
use super::getopt::{Arg, Complaint};
use super::lines::{CHUNK, Reader, clamped_size, or_stdin, quoted};
use super::regex::literal::{find_byte, rfind_byte};
use crate::vfs::Errno;

/// How much of a file.
#[derive(Clone, Copy)]
enum Count {
    Lines(u64),
    Bytes(u64),
    /// All but the last so many.
    ButLines(u64),
    ButBytes(u64),
}

/// `-5`, `-5c`, `-5q` as people used to write them; the error is a letter that has no meaning there.
fn old_style(args: Vec<String>) -> Result<Vec<String>, char> {
    let mut out = Vec::new();
    let mut is_value = false;
    for (i, a) in args.into_iter().enumerate() {
        if std::mem::take(&mut is_value) {
            out.push(a);
            continue;
        }
        is_value = matches!(a.as_str(), "-n" | "-c" | "--lines" | "--bytes");
        let digits =
            a.strip_prefix('-').map(|r| r.chars().take_while(char::is_ascii_digit).count());
        match digits {
            Some(n) if n > 0 && (i == 0 || a.len() == n + 1) => {
                let (number, flags) = a[1..].split_at(n);
                let mut unit = 'n';
                let mut factor = String::new();
                for f in flags.chars() {
                    match f {
                        'c' => unit = 'c',
                        'l' => unit = 'n',
                        'b' | 'k' | 'm' => {
                            unit = 'c';
                            factor =
                                if f == 'b' { "b".into() } else { f.to_uppercase().to_string() };
                        }
                        'q' | 'v' | 'z' => out.push(format!("-{f}")),
                        f => return Err(f),
                    }
                }
                out.push(format!("-{unit}"));
                out.push(format!("{number}{factor}"));
            }
            _ => out.push(a),
        }
    }
    Ok(out)
}

/// `head`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("bytes", Arg::Required, 'c'),
        ("lines", Arg::Required, 'n'),
        ("quiet", Arg::No, 'q'),
        ("silent", Arg::No, 'q'),
        ("verbose", Arg::No, 'v'),
        ("zero-terminated", Arg::No, 'z'),
    ];
    let args = match old_style(cx.args()) {
        Ok(args) => args,
        Err(c) if cx.busybox() => return cx.complain(Complaint::InvalidShort(c)).await,
        Err(c) => return cx.usage_error(format!("invalid trailing option -- {c}")).await,
    };
    let parsed = match super::getopt::parse(&args, "c:n:qvz", &longs) {
        Ok(p) => p,
        Err(c) => return cx.complain(c).await,
    };
    let mut count = Count::Lines(10);
    let mut headers = None;
    let mut delim = b'\n';
    for (letter, value) in &parsed.options {
        match letter {
            'c' | 'n' => {
                let v = value.as_deref().unwrap_or_default();
                let (but, digits) = match v.strip_prefix('-') {
                    Some(d) => (true, d),
                    None => (false, v.strip_prefix('+').unwrap_or(v)),
                };
                let Some(n) = clamped_size(digits).filter(|_| !digits.is_empty()) else {
                    let what = if *letter == 'c' { "bytes" } else { "lines" };
                    let q = quoted(&cx.p, digits);
                    if cx.busybox() {
                        cx.err(format!("invalid number '{v}'")).await;
                    } else {
                        cx.err(format!("invalid number of {what}: {q}")).await;
                    }
                    return 1;
                };
                count = match (letter, but) {
                    ('c', false) => Count::Bytes(n),
                    ('c', true) => Count::ButBytes(n),
                    (_, false) => Count::Lines(n),
                    (_, true) => Count::ButLines(n),
                };
            }
            'q' => headers = Some(false),
            'v' => headers = Some(true),
            'z' => delim = 0,
            _ => {}
        }
    }
    let files = or_stdin(parsed.operands);
    let headers = headers.unwrap_or(files.len() > 1);
    let (mut status, mut first) = (0, true);
    for name in files {
        let fd = match cx.open_input(&name) {
            Ok(fd) => fd,
            Err(e) => {
                cx.flush().await;
                if cx.busybox() {
                    cx.err(format!("{name}: {e}")).await;
                } else {
                    let q = cx.q(&name);
                    cx.err(format!("cannot open {q} for reading: {e}")).await;
                }
                status = 1;
                continue;
            }
        };
        if headers {
            let shown = if name == "-" { "standard input" } else { &name };
            let gap = if std::mem::take(&mut first) { "" } else { "\n" };
            cx.puts(&format!("{gap}==> {shown} <==\n"));
        }
        let mut r = Reader::new(fd);
        if let Err(e) = show(cx, &mut r, count, delim).await {
            cx.flush().await;
            if cx.busybox() {
                cx.err_read(&name, e).await;
            } else {
                let q = cx.q(if name == "-" { "standard input" } else { &name });
                cx.err(format!("error reading {q}: {e}")).await;
            }
            status = 1;
        }
        if fd == 0 && !r.buffered().is_empty() {
            // What was read too much stays to be read by others, where the input can go back.
            let back = r.buffered().len() as i64;
            let _ = cx.p.lseek(0, std::io::SeekFrom::Current(-back));
        }
        cx.close_input(fd);
    }
    status
}

async fn show(cx: &mut Cx, r: &mut Reader, count: Count, delim: u8) -> Result<(), Errno> {
    match count {
        Count::Bytes(mut left) => {
            while left > 0 {
                if r.buffered().is_empty() && !r.fill(&cx.p).await? {
                    return Ok(());
                }
                let n = (r.buffered().len() as u64).min(left) as usize;
                cx.put(&r.buffered()[..n]);
                r.consume(n);
                left -= n as u64;
                if !cx.pace().await {
                    return Ok(());
                }
            }
        }
        Count::Lines(mut left) => {
            while left > 0 {
                if r.buffered().is_empty() && !r.fill(&cx.p).await? {
                    return Ok(());
                }
                let b = r.buffered();
                let mut at = 0;
                while left > 0 && at < b.len() {
                    match find_byte(b, delim, at) {
                        Some(i) => {
                            at = i + 1;
                            left -= 1;
                        }
                        None => at = b.len(),
                    }
                }
                cx.put(&b[..at]);
                r.consume(at);
                if !cx.pace().await {
                    return Ok(());
                }
            }
        }
        Count::ButBytes(n) => {
            let n = n.min(1 << 40) as usize;
            loop {
                let ready = r.buffered().len().saturating_sub(n);
                cx.put(&r.buffered()[..ready]);
                r.consume(ready);
                if !cx.pace().await || !r.fill(&cx.p).await? {
                    return Ok(());
                }
            }
        }
        Count::ButLines(n) => {
            let all = r.rest(&cx.p).await?;
            let mut end = all.len();
            if n > 0 && !all.is_empty() && all[end - 1] == delim {
                end -= 1;
            }
            let mut left = n;
            while left > 0 && end > 0 {
                match rfind_byte(&all[..end], delim) {
                    Some(i) => {
                        left -= 1;
                        end = if left == 0 { i + 1 } else { i };
                    }
                    None => end = 0,
                }
            }
            for piece in all[..end].chunks(CHUNK) {
                cx.put(piece);
                if !cx.pace().await {
                    return Ok(());
                }
            }
        }
    }
    Ok(())
}
