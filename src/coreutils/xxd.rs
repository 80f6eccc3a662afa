//! xxd: bytes in hexadecimal, and back (`-r`).

use super::Cx;
use super::getopt::parse;
use super::lines::{Reader, size};
use crate::vfs::OpenFlags;

/// `xxd`
pub async fn main(cx: &mut Cx) -> i32 {
    // Its options are words with one minus: -ps, -len...
    let args: Vec<String> = cx
        .args()
        .into_iter()
        .map(|a| match a.as_str() {
            "-ps" | "-postscript" | "-plain" => "-p".into(),
            "-cols" => "-c".into(),
            "-len" => "-l".into(),
            "-seek" | "-skip" => "-s".into(),
            "-bits" => "-b".into(),
            "-include" => "-i".into(),
            "-revert" => "-r".into(),
            "-uppercase" => "-u".into(),
            "-groupsize" => "-g".into(),
            "-autoskip" => "-a".into(),
            "-capitalize" => "-C".into(),
            "-offset" => "-o".into(),
            "-name" => "-n".into(),
            "-version" => "-v".into(),
            _ => a,
        })
        .collect();
    let spec = if cx.busybox() { "abc:dg:il:n:o:prs:u" } else { "abc:Cdeg:il:n:o:prs:uv" };
    let parsed = match parse(&args, spec, &[]) {
        Ok(p) => p,
        Err(c) => return cx.complain(c).await,
    };
    if parsed.has('v') {
        cx.version();
        return 0;
    }
    cx.usage_status = if cx.busybox() { 1 } else { 3 };
    let number = |l: char| {
        parsed.value(l).and_then(|v| match v.strip_prefix("0x") {
            Some(h) => u64::from_str_radix(h, 16).ok(),
            None => size(v.trim_start_matches('+')),
        })
    };
    let name = parsed.operands.first().cloned().unwrap_or("-".into());
    let reverse = parsed.has('r');
    if number('c').is_some_and(|c| c > 256) && !cx.busybox() && !parsed.has('p') {
        cx.err("invalid number of columns (max. 256).").await;
        return 1;
    }
    // A negative place counts from the end of a file.
    let from_end = parsed.value('s').and_then(|v| v.strip_prefix('-')).and_then(size);
    let length = cx.p.stat(&name).ok().filter(|s| s.is_file()).map(|s| s.size);
    let place = match (from_end, length) {
        (Some(n), Some(length)) => length.saturating_sub(n),
        _ => number('s').unwrap_or(0),
    };
    let skip = if reverse { 0 } else { place };
    let limit = if reverse { None } else { number('l') };
    let mut input = match cx.open_input(&name) {
        Ok(fd) => Reader::new(fd),
        Err(e) => {
            cx.err(format!("{name}: {e}")).await;
            return 2;
        }
    };
    let wanted = limit.map_or(u64::MAX, |n| n.saturating_add(skip));
    // Only as much as is wanted: the input may have no end.
    while (input.buffered().len() as u64) < wanted {
        match input.fill(&cx.p).await {
            Ok(true) => {}
            Ok(false) => break,
            Err(e) if cx.busybox() => {
                cx.err(format!("{name}: {e}")).await;
                return 2;
            }
            Err(e) => {
                cx.err(e).await;
                return 2;
            }
        }
    }
    let mut data = input.buffered().to_vec();
    data.truncate(wanted.min(data.len() as u64) as usize);
    if let Some(out) = parsed.operands.get(1) {
        let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC;
        if let Err(e) = cx.p.open(out, flags, 0o666).and_then(|fd| cx.p.dup2(fd, 1)) {
            cx.err(format!("{out}: {e}")).await;
            return 3;
        }
    }
    let (plain, bits, upper) = (parsed.has('p'), parsed.has('b'), parsed.has('u'));
    if parsed.has('r') {
        let out = if plain { from_plain(&data) } else { from_dump(&data) };
        cx.put(&out);
        return 0;
    }
    let skip = skip.min(data.len() as u64) as usize;
    data.drain(..skip);
    let digit = |b: u8| if upper { format!("{b:02X}") } else { format!("{b:02x}") };
    if parsed.has('i') {
        let named = name != "-" || parsed.has('n');
        let shown = parsed.value('n').unwrap_or(&name);
        let letter = |c: char| match c {
            c if !c.is_ascii_alphanumeric() => '_',
            c if parsed.has('C') => c.to_ascii_uppercase(),
            c => c,
        };
        let id: String = shown.chars().map(letter).collect();
        let end = if parsed.has('C') { "LEN" } else { "len" };
        if named {
            cx.puts(&format!("unsigned char {id}[] = {{\n"));
        }
        let rows: Vec<String> = data
            .chunks(12)
            .map(|r| {
                format!(
                    "  {}",
                    r.iter().map(|b| format!("0x{}", digit(*b))).collect::<Vec<_>>().join(", ")
                )
            })
            .collect();
        cx.puts(&rows.join(",\n"));
        cx.puts(if data.is_empty() { "" } else { "\n" });
        if named {
            cx.puts(&format!("}};\nunsigned int {id}_{end} = {};\n", data.len()));
        }
        return 0;
    }
    let cols = number('c').filter(|c| *c > 0).unwrap_or(if plain {
        30
    } else if bits {
        6
    } else {
        16
    }) as usize;
    let cols = cols.min(1 << 16);
    let little = parsed.has('e');
    let group = number('g').unwrap_or(if bits {
        1
    } else if little {
        4
    } else {
        2
    }) as usize;
    let group = if group == 0 { cols } else { group };
    let moved = number('o').unwrap_or(0) as usize;
    let rows = data.len().div_ceil(cols);
    // With -a, lines of zeros that come after one are a star.
    let (mut zeros, mut starred) = (0, false);
    for (i, row) in data.chunks(cols).enumerate() {
        if parsed.has('a') && !plain && row.iter().all(|b| *b == 0) && i + 1 < rows {
            zeros += 1;
            if zeros > 1 {
                if !std::mem::replace(&mut starred, true) {
                    cx.put(b"*\n");
                }
                continue;
            }
        } else {
            (zeros, starred) = (0, false);
        }
        if plain {
            let t: String = row.iter().map(|b| digit(*b)).collect();
            cx.puts(&(t + "\n"));
        } else {
            let at = skip + i * cols + moved;
            let mut line = if parsed.has('d') { format!("{at:08}:") } else { format!("{at:08x}:") };
            let width = if bits { 8 } else { 2 };
            for k in 0..cols {
                if k % group == 0 {
                    line.push(' ');
                }
                // Numbers with their least byte first are turned round.
                let turned = k / group * group + (group - 1 - k % group);
                match row.get(if little { turned } else { k }) {
                    Some(b) if bits => line += &format!("{b:08b}"),
                    Some(b) => line += &digit(*b),
                    None => line += &" ".repeat(width),
                }
            }
            line += "  ";
            line.extend(
                row.iter().map(|b| if (b' '..=b'~').contains(b) { char::from(*b) } else { '.' }),
            );
            cx.puts(&(line + "\n"));
        }
        if !cx.pace().await {
            return 1;
        }
    }
    0
}

/// Pairs of digits. A digit without its pair is passed over, and after two characters that are none the
/// rest of the line.
fn from_plain(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut seen: [Option<u32>; 3] = [None; 3];
    let mut skipping = false;
    for b in data {
        if *b == b'\n' {
            skipping = false;
        }
        if skipping || matches!(b, b' ' | b'\t' | b'\r' | b'\n') {
            continue;
        }
        seen = [char::from(*b).to_digit(16), seen[0], seen[1]];
        match seen {
            [None, None, None] => skipping = true,
            [Some(low), Some(high), _] => {
                out.push((high << 4 | low) as u8);
                seen[0] = None;
            }
            _ => {}
        }
    }
    out
}

fn from_dump(data: &[u8]) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::new();
    for l in data.split(|b| *b == b'\n') {
        let Some(colon) = l.iter().position(|b| *b == b':') else { continue };
        let address = std::str::from_utf8(&l[..colon])
            .ok()
            .and_then(|a| usize::from_str_radix(a.trim(), 16).ok());
        let Some(at) = address.filter(|a| *a < 1 << 28) else { continue };
        let body = &l[colon + 1..];
        // Two blanks begin the text beside.
        let end = body.windows(2).skip(1).position(|w| w == b"  ").map_or(body.len(), |i| i + 1);
        let bytes = from_plain(&body[..end]);
        if out.len() < at {
            out.resize(at, 0);
        }
        out.truncate(at);
        out.extend(bytes);
    }
    out
}
