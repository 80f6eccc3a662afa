//! hexdump and hd: bytes by formats. This file owns options and the walk over the blocks; what a
//! format is, and how it prints, is format.rs'.

mod format;

use super::Cx;
use super::getopt::{Arg, parse};
use super::joined::Joined;
use super::lines::{or_stdin, size};
use crate::vfs::text;
use format::Format;

/// `hd`
pub async fn canonical(cx: &mut Cx) -> i32 {
    run(cx, "C").await
}

/// `hexdump`
pub async fn main(cx: &mut Cx) -> i32 {
    run(cx, "").await
}

/// What the letters stand for (hexdump(1)).
fn named(letter: char) -> Vec<&'static str> {
    match letter {
        'b' => vec!["\"%07.7_Ax\\n\"", "\"%07.7_ax \" 16/1 \"%03o \" \"\\n\""],
        'c' => vec!["\"%07.7_Ax\\n\"", "\"%07.7_ax \" 16/1 \"%3_c \" \"\\n\""],
        'C' => vec![
            "\"%08.8_Ax\\n\"",
            "\"%08.8_ax  \" 8/1 \"%02x \" \"  \" 8/1 \"%02x \" ",
            "\"  |\" 16/1 \"%_p\" \"|\\n\"",
        ],
        'd' => vec!["\"%07.7_Ax\\n\"", "\"%07.7_ax \" 8/2 \"  %05u \" \"\\n\""],
        'o' => vec!["\"%07.7_Ax\\n\"", "\"%07.7_ax \" 8/2 \" %06o \" \"\\n\""],
        'x' => vec!["\"%07.7_Ax\\n\"", "\"%07.7_ax \" 8/2 \"   %04x \" \"\\n\""],
        'X' => vec!["\"%07.7_Ax\\n\"", "\"%07.7_ax \" 16/1 \" %02x \" \"\\n\""],
        _ => vec!["\"%07.7_Ax\\n\"", "\"%07.7_ax \" 8/2 \"%04x \" \"\\n\""],
    }
}

async fn run(cx: &mut Cx, default: &str) -> i32 {
    let longs = [
        ("one-byte-octal", Arg::No, 'b'),
        ("one-byte-hex", Arg::No, 'X'),
        ("one-byte-char", Arg::No, 'c'),
        ("canonical", Arg::No, 'C'),
        ("two-bytes-decimal", Arg::No, 'd'),
        ("two-bytes-octal", Arg::No, 'o'),
        ("two-bytes-hex", Arg::No, 'x'),
        ("color", Arg::Optional, 'L'),
        ("format", Arg::Required, 'e'),
        ("format-file", Arg::Required, 'f'),
        ("length", Arg::Required, 'n'),
        ("skip", Arg::Required, 's'),
        ("no-squeezing", Arg::No, 'v'),
    ];
    let longs = if cx.busybox() { &[][..] } else { &longs };
    let spec = if cx.busybox() { "bcCde:f:n:os:vxX" } else { "bcCde:f:L::n:os:vxX" };
    let parsed = match parse(&cx.args(), spec, longs) {
        Ok(p) => p,
        Err(c) => return cx.complain(c).await,
    };
    let (mut limit, mut skip, mut all) = (u64::MAX, 0, false);
    let mut wanted: Vec<String> = default.chars().flat_map(named).map(str::to_string).collect();
    for (letter, value) in &parsed.options {
        let v = value.as_deref().unwrap_or_default();
        let number = || match v.strip_prefix("0x") {
            Some(h) => u64::from_str_radix(h, 16).ok(),
            None => size(v),
        };
        match letter {
            'n' | 's' if number().is_none() && !cx.busybox() => {
                let what = if *letter == 'n' { "length" } else { "offset" };
                cx.err(format!("failed to parse {what}: '{v}': Invalid argument")).await;
                return 1;
            }
            'n' => limit = number().unwrap_or(0),
            's' => skip = number().unwrap_or(0),
            'v' => all = true,
            'L' => {}
            'e' => wanted.push(v.to_string()),
            'f' => {
                let file = match cx.p.read_file(v) {
                    Ok(file) => text::decode(&file).into_owned(),
                    Err(e) => {
                        cx.err(format!("can't read {v}: {e}")).await;
                        return 1;
                    }
                };
                let lines = file.lines().map(str::trim);
                wanted.extend(
                    lines.filter(|l| !l.is_empty() && !l.starts_with('#')).map(String::from),
                );
            }
            l => wanted.extend(named(*l).into_iter().map(str::to_string)),
        }
    }
    if wanted.is_empty() {
        wanted.extend(named(' ').into_iter().map(str::to_string));
    }
    let mut formats = Vec::new();
    for w in &wanted {
        match format::parse(w) {
            Ok(f) => formats.push(f),
            Err(what) => {
                cx.err(what).await;
                return 1;
            }
        }
    }
    let block = formats.iter().map(Format::size).max().unwrap_or(0);
    formats.iter_mut().for_each(|f| f.fill(block));
    let mut input = Joined::new(or_stdin(parsed.operands.clone()), limit);
    let missing = input.skip(cx, skip).await;
    let mut at = skip - missing;
    let mut last: Option<Vec<u8>> = None;
    let mut starred = false;
    loop {
        // Formats that take no bytes print nothing but what stands at the end.
        let row = if block == 0 { Vec::new() } else { input.take(cx, block).await };
        if row.is_empty() {
            break;
        }
        let len = row.len();
        if !all && len == block && last.as_ref() == Some(&row) {
            if !std::mem::replace(&mut starred, true) {
                cx.put(b"*\n");
            }
        } else {
            starred = false;
            for f in &formats {
                f.row(&row, at, &mut cx.out);
            }
        }
        at += len as u64;
        last = Some(row);
        if !cx.pace().await {
            return 1;
        }
    }
    if last.is_some() {
        // Only the last of the formats that ask for it ends the listing.
        if let Some(f) = formats.iter().rev().find(|f| f.ends()) {
            f.end(at, &mut cx.out);
        }
    }
    if input.opened == 0 && input.status != 0 && !cx.busybox() {
        cx.err("all input file arguments failed").await;
    }
    input.status
}
