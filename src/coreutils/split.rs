//! split: a file in pieces.

use std::rc::Rc;

use super::Cx;
use super::getopt::{Arg, parse};
use super::launch;
use super::lines::{clamped_size, old_numbers, quoted};
use super::regex::literal::find_byte;
use crate::kernel::{Disposition, Signal, WaitStatus};
use crate::vfs::text;

enum By {
    Lines(u64),
    Bytes(u64),
    LineBytes(u64),
    /// So many pieces; of whole lines with the flag.
    Pieces(u64, bool),
    /// So many pieces, line by line in turn.
    Turns(u64),
}

/// The suffix number `n` of a width, in letters, digits or hexadecimal.
fn suffix(mut n: u64, width: usize, radix: u64) -> Option<String> {
    let mut out = vec![0u8; width];
    for slot in out.iter_mut().rev() {
        let d = (n % radix) as u8;
        *slot = match radix {
            26 => b'a' + d,
            _ if d < 10 => b'0' + d,
            _ => b'a' + d - 10,
        };
        n /= radix;
    }
    (n == 0).then(|| String::from_utf8_lossy(&out).into_owned())
}

/// `split`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("suffix-length", Arg::Required, 'a'),
        ("additional-suffix", Arg::Required, 'A'),
        ("bytes", Arg::Required, 'b'),
        ("line-bytes", Arg::Required, 'C'),
        ("numeric-suffixes", Arg::Optional, 'd'),
        ("hex-suffixes", Arg::Optional, 'x'),
        ("elide-empty-files", Arg::No, 'e'),
        ("filter", Arg::Required, 'F'),
        ("lines", Arg::Required, 'l'),
        ("number", Arg::Required, 'n'),
        ("separator", Arg::Required, 't'),
        ("unbuffered", Arg::No, 'u'),
        ("verbose", Arg::No, 'v'),
    ];
    let args = old_numbers(cx.args(), 'l', "abClnt");
    let spec = if cx.busybox() { "a:b:l:" } else { "a:b:C:del:n:t:ux" };
    let parsed = match parse(&args, spec, if cx.busybox() { &[] } else { &longs }) {
        Ok(p) => p,
        Err(c) => return cx.complain(c).await,
    };
    let (mut by, mut width, mut radix, mut first) = (By::Lines(1000), None, 26u64, 0u64);
    let mut chunk = None;
    let mut end = b'\n';
    let ways = parsed.options.iter().filter(|o| matches!(o.0, 'b' | 'C' | 'l' | 'n')).count();
    for (letter, value) in &parsed.options {
        let v = value.as_deref().unwrap_or_default();
        match letter {
            'a' => match v.parse::<usize>() {
                Ok(0) => width = None,
                Ok(n) => width = Some(n.min(200)),
                _ => {
                    let q = quoted(&cx.p, v);
                    cx.err(format!("invalid suffix length: {q}")).await;
                    return 1;
                }
            },
            'b' | 'C' | 'l' => {
                let Some(n) = clamped_size(v).filter(|n| *n > 0) else {
                    let what = if *letter == 'b' { "bytes" } else { "lines" };
                    let q = quoted(&cx.p, v);
                    cx.err(format!("invalid number of {what}: {q}")).await;
                    return 1;
                };
                by = match letter {
                    'b' => By::Bytes(n),
                    'C' => By::LineBytes(n),
                    _ => By::Lines(n),
                };
            }
            'n' => {
                let (kind, n) = match (v.strip_prefix("l/"), v.strip_prefix("r/")) {
                    (Some(n), _) => ('l', n),
                    (_, Some(n)) => ('r', n),
                    _ => ('b', v),
                };
                let (k, n) = n.split_once('/').map_or((None, n), |(k, n)| (Some(k), n));
                let Some(n) = n.parse::<u64>().ok().filter(|n| *n > 0) else {
                    let q = quoted(&cx.p, n);
                    cx.err(format!("invalid number of chunks: {q}")).await;
                    return 1;
                };
                chunk = None;
                if let Some(k) = k {
                    chunk = k.parse::<u64>().ok().filter(|k| (1..=n).contains(k));
                    if chunk.is_none() {
                        let q = quoted(&cx.p, k);
                        cx.err(format!("invalid chunk number: {q}")).await;
                        return 1;
                    }
                }
                by = if kind == 'r' { By::Turns(n) } else { By::Pieces(n, kind == 'l') };
            }
            'd' | 'x' => {
                radix = if *letter == 'd' { 10 } else { 16 };
                match u64::from_str_radix(v, radix as u32) {
                    _ if v.is_empty() => first = 0,
                    Ok(n) => first = n,
                    Err(_) => {
                        let kind = if *letter == 'd' { "numerical" } else { "hexadecimal" };
                        let q = quoted(&cx.p, v);
                        let what = format!("{q}: invalid start value for {kind} suffix");
                        return cx.usage_error(what).await;
                    }
                }
            }
            't' => match text::encode(v).as_ref() {
                b"" => {
                    cx.err("empty record separator").await;
                    return 1;
                }
                b"\\0" => end = 0,
                [one] => end = *one,
                _ => {
                    let q = quoted(&cx.p, v);
                    cx.err(format!("multi-character separator {q}")).await;
                    return 1;
                }
            },
            'A' if v.contains('/') => {
                let q = quoted(&cx.p, v);
                let what = format!("invalid suffix {q}, contains directory separator");
                return cx.usage_error(what).await;
            }
            _ => {}
        }
    }
    if ways > 1 && !cx.busybox() {
        return cx.usage_error("cannot split in more than one way").await;
    }
    let filter = parsed.value('F').map(str::to_string);
    if filter.is_some() && chunk.is_some() {
        let what = "--filter does not process a chunk extracted to standard output";
        return cx.usage_error(what).await;
    }
    if let Some(extra) = parsed.operands.get(2) {
        let q = quoted(&cx.p, extra);
        return cx.usage_error(format!("extra operand {q}")).await;
    }
    let name = parsed.operands.first().cloned().unwrap_or("-".into());
    let prefix = parsed.operands.get(1).cloned().unwrap_or("x".into());
    let tail = parsed.value('A').unwrap_or_default().to_string();
    let (read, opened) = match cx.open_input(&name) {
        Ok(fd) => (cx.read_all(fd).await, true),
        Err(e) => (Err(e), false),
    };
    let mut data = match read {
        Ok(d) => d,
        Err(e) => {
            if cx.busybox() {
                cx.err_file(&name, e).await;
            } else if opened {
                let pieces = matches!(by, By::Pieces(..));
                let what = if pieces { "cannot determine file size: " } else { "" };
                cx.err(format!("{name}: {what}{e}")).await;
            } else {
                cx.err(format!("cannot open '{name}' for reading: {e}")).await;
            }
            return 1;
        }
    };
    if let By::Pieces(n, _) | By::Turns(n) = by
        && n > 1_000_000
    {
        cx.err("the simulator's split makes no more than a million pieces").await;
        return 1;
    }
    let cuts = match by {
        By::Turns(n) => {
            let (dealt, cuts) = deal(&data, n as usize, end);
            data = dealt;
            cuts
        }
        _ => cut(&data, &by, end),
    };
    if let Some(k) = chunk {
        let at = |k: u64| k.checked_sub(1).and_then(|i| cuts.get(i as usize)).copied().unwrap_or(0);
        cx.put(&data[at(k - 1)..at(k)]);
        return 0;
    }
    let fixed = width.is_some();
    let mut width = width.unwrap_or(2);
    let mut n = first;
    let mut begin = 0;
    // Without -a the suffixes grow: after the last but one letter's come longer ones.
    let mut base = 0u64;
    let mut grown = String::new();
    let source = cx.p.stat(&name).ok().filter(|_| name != "-").map(|s| (s.dev, s.ino));
    for end in cuts {
        if begin == end && parsed.has('e') {
            continue;
        }
        let limit = radix.saturating_pow(width as u32);
        let last_block = limit - limit / radix;
        if !fixed && !cx.busybox() && n - base >= last_block && first == 0 {
            base = n;
            grown.push(match radix {
                26 => 'z',
                10 => '9',
                _ => 'f',
            });
            width += 1;
        }
        let Some(s) = suffix(n - base, width, radix) else {
            cx.err("output file suffixes exhausted").await;
            return 1;
        };
        let file = format!("{prefix}{grown}{s}{tail}");
        if parsed.has('v') {
            let what = if filter.is_some() { "executing with FILE=" } else { "creating file " };
            cx.puts(&format!("{what}'{file}'\n"));
        }
        if let Some(command) = &filter {
            if let Err(status) = feed(cx, command, &file, &data[begin..end]).await {
                return status;
            }
            begin = end;
            n += 1;
            continue;
        }
        if source.is_some() && source == cx.p.stat(&file).ok().map(|s| (s.dev, s.ino)) {
            let q = cx.q(&file);
            cx.err(format!("{q} would overwrite input; aborting")).await;
            return 1;
        }
        if let Err(e) = cx.p.write_file(&file, &data[begin..end], 0o666) {
            cx.err(format!("{}: {e}", text::decode(file.as_bytes()))).await;
            return 1;
        }
        begin = end;
        n += 1;
        cx.p.tick(16).await;
    }
    0
}

/// Gives a piece to the command of `--filter`; its status when it fails.
async fn feed(cx: &mut Cx, command: &str, file: &str, piece: &[u8]) -> Result<(), i32> {
    cx.flush().await;
    let argv = ["sh".to_string(), "-c".to_string(), command.to_string()];
    let mut env: Vec<(String, String)> =
        cx.p.environ().iter().filter(|v| v.0 != "FILE").cloned().collect();
    env.push(("FILE".to_string(), file.to_string()));
    let started = cx.p.pipe().and_then(|(read, write)| {
        let pid = launch::spawn(&cx.p, &argv, |spawn| {
            spawn.env = Some(Rc::new(env));
            spawn.fds = Some(vec![(0, read), (1, 1), (2, 2)]);
        });
        let _ = cx.p.close(read);
        pid.map(|pid| (pid, write))
    });
    let (pid, write) = match started {
        Ok(started) => started,
        Err(e) => {
            let shown = cx.q(command);
            cx.err(format!("failed to run command: {shown}: {e}")).await;
            return Err(1);
        }
    };
    // A command that does not read to the end is no error.
    let old = cx.p.signal(Signal::PIPE, Disposition::Ignore);
    let _ = cx.p.write_all(write, piece).await;
    let _ = cx.p.close(write);
    if let Ok(old) = old {
        let _ = cx.p.signal(Signal::PIPE, old);
    }
    match launch::wait(&cx.p, pid).await {
        Ok(WaitStatus::Exited(0)) | Err(_) => Ok(()),
        Ok(WaitStatus::Signaled(signal)) => {
            let name = signal.name();
            cx.err(format!("with FILE={file}, signal {name} from command: {command}")).await;
            Err(signal.number() + 128)
        }
        Ok(status) => {
            let code = status.code();
            cx.err(format!("with FILE={file}, exit {code} from command: {command}")).await;
            Err(code)
        }
    }
}

/// The lines dealt out in turn to `n` pieces; and where the pieces end.
fn deal(data: &[u8], n: usize, eol: u8) -> (Vec<u8>, Vec<usize>) {
    let mut hands = vec![Vec::new(); n];
    for (i, line) in data.split_inclusive(|b| *b == eol).enumerate() {
        hands[i % n].extend_from_slice(line);
    }
    let mut end = 0;
    let ends = hands.iter().map(|h| {
        end += h.len();
        end
    });
    let ends = ends.collect();
    (hands.concat(), ends)
}

/// Where the pieces end.
fn cut(data: &[u8], by: &By, eol: u8) -> Vec<usize> {
    let mut out = Vec::new();
    let len = data.len();
    let line_end = |at: usize| find_byte(data, eol, at).map_or(len, |i| i + 1);
    match *by {
        By::Bytes(n) => {
            let mut at = 0u64;
            while at < len as u64 {
                at = at.saturating_add(n).min(len as u64);
                out.push(at as usize);
            }
        }
        By::Lines(n) => {
            let (mut at, mut k) = (0, 0);
            while at < len {
                at = line_end(at);
                k += 1;
                if k == n || at == len {
                    out.push(at);
                    k = 0;
                }
            }
        }
        By::LineBytes(n) => {
            let n = n as usize;
            let mut at = 0;
            while at < len {
                let mut end = at;
                while end < len && line_end(end) - at <= n {
                    end = line_end(end);
                }
                if end == at {
                    end = (at + n).min(len);
                }
                out.push(end);
                at = end;
            }
        }
        // Dealt out elsewhere.
        By::Turns(_) => {}
        By::Pieces(n, lines) => {
            let piece = len as u64 / n;
            let mut at = 0;
            for k in 1..=n {
                let mut end = if k == n { len } else { (piece * k) as usize };
                if lines && k < n && end > 0 && end < len {
                    end = if data[end - 1] == eol { end } else { line_end(end) };
                }
                end = end.max(at);
                out.push(end);
                at = end;
            }
        }
    }
    out
}
