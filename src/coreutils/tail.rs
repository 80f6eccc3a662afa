//! tail: the end of files; what is added to them (`-f`, `-F`) is [`watch`]'s.

mod watch;

use super::Cx;
use super::getopt::Arg;
use super::lines::{CHUNK, Reader, clamped_size, or_stdin, quoted};
use super::regex::literal::{find_byte, rfind_byte};
use crate::kernel::{Fd, Pid};
use crate::vfs::Errno;
use watch::{Follow, Followed, Watch, watch};

/// How much of a file.
#[derive(Clone, Copy)]
struct Count {
    n: u64,
    bytes: bool,
    /// From the beginning (`+N`).
    from_start: bool,
}

/// `tail`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("bytes", Arg::Required, 'c'),
        ("follow", Arg::Optional, 'f'),
        ("lines", Arg::Required, 'n'),
        ("max-unchanged-stats", Arg::Required, 'm'),
        ("pid", Arg::Required, 'p'),
        ("quiet", Arg::No, 'q'),
        ("silent", Arg::No, 'q'),
        ("retry", Arg::No, 'r'),
        ("sleep-interval", Arg::Required, 's'),
        ("verbose", Arg::No, 'v'),
        ("zero-terminated", Arg::No, 'z'),
    ];
    let args = cx.args();
    // GNU's reads the old form before one file at most.
    let old = cx.busybox()
        || matches!(args.as_slice(), [_])
        || matches!(args.as_slice(), [_, file] if file == "-" || !file.starts_with('-'))
        || (args.len() <= 3 && args.get(1).is_some_and(|a| a == "--"));
    let args = if old { old_styles(args) } else { args };
    let parsed = match super::getopt::parse(&args, "c:Ffn:qs:vz", &longs) {
        Ok(p) => p,
        Err(super::getopt::Complaint::InvalidShort(c)) if c.is_ascii_digit() && !cx.busybox() => {
            cx.err(format!("option used in invalid context -- {c}")).await;
            return 1;
        }
        Err(c) => return cx.complain(c).await,
    };
    let mut count = Count { n: 10, bytes: false, from_start: false };
    let (mut headers, mut follow, mut retry, mut every) = (None, Follow::No, false, 1.0f64);
    let mut delim = b'\n';
    for (letter, value) in &parsed.options {
        let v = value.as_deref().unwrap_or_default();
        match letter {
            'c' | 'n' => {
                let digits = v.trim_start_matches(['-', '+']);
                let Some(n) = clamped_size(digits).filter(|_| !digits.is_empty()) else {
                    let what = if *letter == 'c' { "bytes" } else { "lines" };
                    if cx.busybox() {
                        cx.err(format!("invalid number '{v}'")).await;
                    } else {
                        let q = quoted(&cx.p, v);
                        let more = super::lines::fault(digits);
                        cx.err(format!("invalid number of {what}: {q}{more}")).await;
                    }
                    return 1;
                };
                count = Count { n, bytes: *letter == 'c', from_start: v.starts_with('+') };
            }
            'f' if value.is_some() && !cx.busybox() => {
                match cx.choose("--follow", v, &[&["descriptor"], &["name"]]).await {
                    Ok(word) if word == "name" => follow = Follow::Name,
                    Ok(_) => follow = Follow::Descriptor,
                    Err(status) => return status,
                }
            }
            'f' => follow = Follow::Descriptor,
            'F' => (follow, retry) = (Follow::Name, true),
            'r' => retry = true,
            'q' => headers = Some(false),
            'v' => headers = Some(true),
            's' => match v.parse::<f64>() {
                Ok(n) if n >= 0.0 => every = n.min(1e9),
                _ => return bad(cx, "number of seconds", v).await,
            },
            'p' if !v.parse::<i32>().is_ok_and(|n| n >= 0) => return bad(cx, "PID", v).await,
            'm' if v.parse::<u64>().is_err() => {
                return bad(cx, "maximum number of unchanged stats between opens", v).await;
            }
            'z' => delim = 0,
            _ => {}
        }
    }
    if follow == Follow::No && !cx.busybox() {
        if retry {
            cx.err("warning: --retry ignored; --retry is useful only when following").await;
        }
        if parsed.has('p') {
            let what = "warning: PID ignored; --pid=PID is useful only when following";
            cx.err(what).await;
        }
    }
    if retry && follow == Follow::Descriptor && !cx.busybox() {
        cx.err("warning: --retry only effective for the initial open").await;
    }
    let pids: Vec<Pid> = parsed
        .options
        .iter()
        .filter(|o| o.0 == 'p')
        .filter_map(|o| o.1.as_deref()?.parse().ok())
        .collect();
    let files = or_stdin(parsed.operands);
    let usable = |name: &&String| !cx.busybox() || *name == "-" || cx.p.access(name, 4).is_ok();
    let headers = headers.unwrap_or(files.iter().filter(usable).count() > 1);
    let (mut status, mut first) = (0, true);
    let mut followed = Vec::new();
    let (mut opened, all_follow) = (false, follow != Follow::No);
    for name in files {
        let fd = match cx.open_input(&name) {
            Ok(fd) => fd,
            Err(e) => {
                cx.flush().await;
                if cx.busybox() {
                    cx.err_file(&name, e).await;
                } else {
                    let q = cx.q(&name);
                    cx.err(format!("cannot open {q} for reading: {e}")).await;
                }
                status = 1;
                if retry && all_follow {
                    followed.push(Followed { name, fd: None, ino: (0, 0), pos: 0 });
                }
                continue;
            }
        };
        opened = true;
        if headers {
            header(cx, &name, &mut first);
        }
        if let Err(e) = show(cx, fd, count, delim).await {
            cx.flush().await;
            if cx.busybox() {
                cx.err_read(&name, e).await;
            } else {
                let q = cx.q(if name == "-" { "standard input" } else { &name });
                let what = if e == Errno::EBADF { "cannot fstat" } else { "error reading" };
                cx.err(format!("{what} {q}: {e}")).await;
                if all_follow {
                    let what = "cannot follow end of this type of file; giving up on this name";
                    let shown = cx.qf(&name);
                    cx.err(format!("{shown}: {what}")).await;
                }
            }
            status = 1;
            cx.close_input(fd);
            continue;
        }
        if follow == Follow::No {
            cx.close_input(fd);
            continue;
        }
        let st = cx.p.fstat(fd).ok();
        let ino = st.as_ref().map_or((0, 0), |s| (s.dev, s.ino));
        let pos = cx.p.lseek(fd, std::io::SeekFrom::Current(0)).unwrap_or(0);
        followed.push(Followed { name, fd: Some(fd), ino, pos });
    }
    if !opened && cx.busybox() && !(all_follow && retry) {
        cx.err("no files").await;
        return 1;
    }
    if follow == Follow::No || followed.is_empty() {
        if follow != Follow::No && !cx.busybox() {
            cx.err("no files remaining").await;
        }
        return status;
    }
    cx.flush().await;
    let how = Watch { follow, every, headers, pids };
    watch(cx, followed, how).await
}

async fn bad(cx: &mut Cx, what: &str, v: &str) -> i32 {
    let q = quoted(&cx.p, v);
    cx.err(format!("invalid {what}: {q}")).await;
    1
}

fn old_styles(args: Vec<String>) -> Vec<String> {
    let mut is_value = false;
    args.into_iter()
        .enumerate()
        .map(|(i, a)| {
            if std::mem::take(&mut is_value) {
                return a;
            }
            is_value = matches!(a.as_str(), "-n" | "-c" | "-s" | "--lines" | "--bytes");
            old_style(i, a)
        })
        .collect()
}

/// `-5`, `+5`, `-5f` as people used to write them.
fn old_style(i: usize, a: String) -> String {
    let sign = a.chars().next();
    let digits: String = a.chars().skip(1).take_while(char::is_ascii_digit).collect();
    if digits.is_empty() || !matches!(sign, Some('-' | '+')) || (sign == Some('+') && i > 0) {
        return a;
    }
    let rest = &a[1 + digits.len()..];
    let plus = if sign == Some('+') { "+" } else { "" };
    match rest {
        "" | "l" => format!("-n{plus}{digits}"),
        "c" => format!("-c{plus}{digits}"),
        "f" | "lf" => format!("-fn{plus}{digits}"),
        _ => a,
    }
}

fn header(cx: &mut Cx, name: &str, first: &mut bool) {
    let shown = if name == "-" { "standard input" } else { name };
    let gap = if std::mem::take(first) { "" } else { "\n" };
    cx.puts(&format!("{gap}==> {shown} <==\n"));
}

async fn show(cx: &mut Cx, fd: Fd, count: Count, delim: u8) -> Result<(), Errno> {
    let mut r = Reader::new(fd);
    if count.from_start {
        let mut skip = count.n.saturating_sub(1);
        while skip > 0 {
            if r.buffered().is_empty() && !r.fill(&cx.p).await? {
                return Ok(());
            }
            let b = r.buffered();
            let n = if count.bytes {
                let n = (b.len() as u64).min(skip);
                skip -= n;
                n as usize
            } else {
                match find_byte(b, delim, 0) {
                    Some(i) => {
                        skip -= 1;
                        i + 1
                    }
                    None => b.len(),
                }
            };
            r.consume(n);
        }
        loop {
            let n = r.buffered().len();
            cx.put(r.buffered());
            r.consume(n);
            if !cx.pace().await || !r.fill(&cx.p).await? {
                return Ok(());
            }
        }
    }
    // Keep no more than what may be printed.
    let mut kept: Vec<u8> = Vec::new();
    let mut trim_at = 1 << 20;
    loop {
        let n = r.buffered().len();
        kept.extend_from_slice(r.buffered());
        r.consume(n);
        if kept.len() > trim_at {
            let start = begin(&kept, count, delim);
            kept.drain(..start);
            cx.p.room(kept.len()).await;
            trim_at = kept.len().max(1 << 19) * 2;
        }
        if !r.fill(&cx.p).await? {
            break;
        }
    }
    let start = begin(&kept, count, delim);
    for piece in kept[start..].chunks(CHUNK) {
        cx.put(piece);
        if !cx.pace().await {
            break;
        }
    }
    Ok(())
}

/// Where the last lines or bytes begin.
fn begin(b: &[u8], count: Count, delim: u8) -> usize {
    if count.bytes {
        return b.len() - (b.len() as u64).min(count.n) as usize;
    }
    if count.n == 0 {
        return b.len();
    }
    let mut end = b.len() - usize::from(b.last() == Some(&delim));
    for left in (0..count.n).rev() {
        match rfind_byte(&b[..end], delim) {
            Some(i) if left == 0 => return i + 1,
            Some(i) => end = i,
            None => return 0,
        }
    }
    0
}
