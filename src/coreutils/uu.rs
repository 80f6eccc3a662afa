//! uuencode and uudecode: files as lines of printable characters, in the old alphabet or in base64.

use crate::kernel::Fd;
use crate::vfs::{Errno, OpenFlags};

use super::Cx;
use super::getopt::Arg;
use super::lines::or_stdin;

const B64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// `uuencode`.
pub async fn uuencode(cx: &mut Cx) -> i32 {
    let spec = if cx.busybox() { "m" } else { "em" };
    let longs = [("base64", Arg::No, 'm'), ("encode-file-name", Arg::No, 'e')];
    let opts = match cx.getopt(spec, &longs).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    let (file, name) = match opts.operands.as_slice() {
        [name] => (None, name.clone()),
        [file, name] => (Some(file.clone()), name.clone()),
        _ => {
            if cx.busybox() {
                return cx.busybox_usage().await;
            }
            cx.help();
            return 64;
        }
    };
    let (mut fd, mut mode) = (0, 0o666 & !cx.p.umask());
    if let Some(file) = file.filter(|f| f != "-") {
        match cx.p.open(&file, OpenFlags::READ, 0) {
            Ok(opened) => fd = opened,
            Err(e) if cx.busybox() => {
                cx.err_file(&file, e).await;
                return 1;
            }
            Err(e) => {
                let line = format!(
                    "uuencode fatal error:\nfserr {} ({e}) performing 'freopen of stdin' on {file}\n",
                    e as u32
                );
                cx.say(&line).await;
                return 1;
            }
        }
        mode = cx.p.fstat(fd).map_or(mode, |s| s.perm() & 0o777);
    }
    let base64 = opts.has('m');
    let kind = if base64 { "-base64" } else { "" };
    cx.puts(&format!("begin{kind} {mode:o} {name}"));
    let status = encode(cx, fd, base64).await;
    cx.close_input(fd);
    status
}

async fn encode(cx: &mut Cx, fd: Fd, base64: bool) -> i32 {
    let mut data: Vec<u8> = Vec::new();
    let mut ended = false;
    let mut first = true;
    while !ended {
        match cx.p.read(fd, 1 << 16).await {
            Ok(piece) => {
                ended = piece.is_empty();
                data.extend(piece);
            }
            Err(e) => {
                cx.err(format!("read error: {e}")).await;
                return 1;
            }
        }
        if std::mem::take(&mut first) {
            cx.put(b"\n");
        }
        let whole = if ended { data.len() } else { data.len() / 45 * 45 };
        for line in data[..whole].chunks(45) {
            if !base64 {
                cx.put(&[letter(line.len() as u8)]);
            }
            for group in line.chunks(3) {
                let at = |i: usize| u32::from(group.get(i).copied().unwrap_or(0));
                let bits = at(0) << 16 | at(1) << 8 | at(2);
                for i in 0..4 {
                    let six = (bits >> (18 - 6 * i) & 63) as u8;
                    cx.put(&[match base64 {
                        true if i > group.len() => b'=',
                        true => B64[usize::from(six)],
                        false => letter(six),
                    }]);
                }
            }
            cx.put(b"\n");
            if !cx.pace().await {
                return 1;
            }
        }
        data.drain(..whole);
    }
    cx.put(if base64 { b"====\n".as_slice() } else { b"`\nend\n" });
    0
}

/// Six bits as a printable character; a grave accent for zero, as blanks at the end of lines get lost.
fn letter(six: u8) -> u8 {
    if six == 0 { b'`' } else { six + b' ' }
}

/// `uudecode`.
pub async fn uudecode(cx: &mut Cx) -> i32 {
    let spec = if cx.busybox() { "o:" } else { "co:" };
    let longs = [("ignore-chmod", Arg::No, 'c'), ("output-file", Arg::Required, 'o')];
    let opts = match cx.getopt(spec, &longs).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    if cx.busybox() && opts.operands.len() > 1 {
        return cx.busybox_usage().await;
    }
    let mut status = 0;
    for name in or_stdin(opts.operands.clone()) {
        let fd = match cx.open_input(&name) {
            Ok(fd) => fd,
            Err(e) => {
                cx.err(format!("{name}: {e}")).await;
                status = if cx.busybox() { 1 } else { 4 };
                continue;
            }
        };
        let data = cx.read_all(fd).await;
        cx.close_input(fd);
        let shown = if name == "-" { "standard input" } else { &name };
        let done = match data {
            Ok(data) => one(cx, &data, shown, opts.value('o')).await,
            Err(e) => {
                cx.err(format!("{name}: {e}")).await;
                1
            }
        };
        status = status.max(done);
    }
    status
}

async fn fatal(cx: &mut Cx, plain: &str, long: String, status: i32) -> i32 {
    if cx.busybox() {
        cx.err(plain).await;
        return 1;
    }
    cx.say(&format!("uudecode fatal error:\n{long}\n")).await;
    status
}

/// Finds what was encoded in a file, and writes it.
async fn one(cx: &mut Cx, data: &[u8], shown: &str, output: Option<&str>) -> i32 {
    let mut lines = data.split(|b| *b == b'\n');
    let head = lines.by_ref().find_map(|line| {
        let line = crate::vfs::text::decode_owned(line.to_vec());
        let (base64, rest) = match line.strip_prefix("begin-base64 ") {
            Some(rest) => (true, rest),
            None => (false, line.strip_prefix("begin ")?),
        };
        let (mode, name) = rest.split_once(' ')?;
        let mode = u32::from_str_radix(mode, 8).ok()?;
        Some((base64, mode & 0o7777, name.trim_end_matches('\r').trim().to_string()))
    });
    let Some((base64, mode, name)) = head else {
        let long = format!("{shown}: Invalid or missing 'begin' line");
        return fatal(cx, "no 'begin' line", long, 2).await;
    };
    let Some(bytes) = (if base64 { from_base64(lines) } else { from_old(lines) }) else {
        return fatal(cx, "short file", format!("{shown}: Short file"), 2).await;
    };
    let to = output.unwrap_or(&name);
    if matches!(to, "-" | "/dev/stdout") {
        cx.put(&bytes);
        return 0;
    }
    let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC;
    let written = match cx.p.open(to, flags, 0o666) {
        Ok(fd) => {
            let done = cx.p.write_all(fd, &bytes).await;
            let _ = cx.p.close(fd);
            done
        }
        Err(e) => {
            let long = format!("fserr {} ({e}) performing 'freopen' on {to}", e as u32);
            return fatal(cx, &format!("can't open '{to}': {e}"), long, 1).await;
        }
    };
    match written.and_then(|()| cx.p.chmod(to, mode)) {
        Ok(()) | Err(Errno::EPERM) => 0,
        Err(e) => {
            cx.err(format!("{to}: {e}")).await;
            1
        }
    }
}

/// The old alphabet; nothing where the end is missing.
fn from_old<'a>(lines: impl Iterator<Item = &'a [u8]>) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut zero = false;
    for line in lines {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if zero || line == b"end" {
            return (line == b"end").then_some(out);
        }
        let Some((first, rest)) = line.split_first() else { continue };
        let n = usize::from(first.wrapping_sub(b' ') & 63);
        if n == 0 {
            zero = true;
            continue;
        }
        let six = |i: usize| u32::from(rest.get(i).map_or(0, |b| b.wrapping_sub(b' ') & 63));
        let bytes = (0..n.div_ceil(3)).flat_map(|g| {
            let bits = (0..4).fold(0, |bits, i| bits << 6 | six(4 * g + i));
            [(bits >> 16) as u8, (bits >> 8) as u8, bits as u8]
        });
        out.extend(bytes.take(n));
    }
    None
}

/// base64; nothing where the end is missing.
fn from_base64<'a>(lines: impl Iterator<Item = &'a [u8]>) -> Option<Vec<u8>> {
    let (mut out, mut bits, mut have) = (Vec::new(), 0u32, 0);
    for line in lines {
        if line.starts_with(b"====") {
            return Some(out);
        }
        for b in line {
            let Some(six) = B64.iter().position(|l| l == b) else { continue };
            bits = bits << 6 | six as u32;
            have += 6;
            if have >= 8 {
                have -= 8;
                out.push((bits >> have) as u8);
            }
        }
        if line.ends_with(b"=") {
            (bits, have) = (0, 0);
        }
    }
    None
}
