//! strings: runs of printable characters in files.

use super::Cx;
use super::getopt::{Arg, parse};
use super::lines::or_stdin;

/// `strings`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("all", Arg::No, 'a'),
        ("print-file-name", Arg::No, 'f'),
        ("bytes", Arg::Required, 'n'),
        ("radix", Arg::Required, 't'),
    ];
    let args: Vec<String> = cx
        .args()
        .into_iter()
        .map(|a| match a.strip_prefix('-') {
            Some(d) if !d.is_empty() && d.bytes().all(|b| b.is_ascii_digit()) => format!("-n{d}"),
            _ => a,
        })
        .collect();
    let parsed = match parse(&args, "afn:ot:", &longs) {
        Ok(p) => p,
        Err(c) => return cx.complain(c).await,
    };
    let least = match parsed.value('n').map_or(Ok(4), str::parse::<usize>) {
        Ok(n) if n > 0 => n,
        _ => {
            let v = parsed.value('n').unwrap_or_default().to_string();
            cx.err(format!("invalid integer argument {v}")).await;
            return 1;
        }
    };
    let radix = if parsed.has('o') { Some("o") } else { parsed.value('t') };
    let mut status = 0;
    for name in or_stdin(parsed.operands.clone()) {
        let Some(data) = cx.slurp(&name).await else {
            status = 1;
            continue;
        };
        let mut at = 0;
        while at < data.len() {
            let n = data[at..].iter().take_while(|b| matches!(b, b' '..=b'~' | b'\t')).count();
            if n >= least {
                if parsed.has('f') {
                    let shown = if name == "-" { "{standard input}" } else { &name };
                    cx.puts(&format!("{shown}: "));
                }
                match radix {
                    Some("d") => cx.puts(&format!("{at:7} ")),
                    Some("x") => cx.puts(&format!("{at:7x} ")),
                    Some(_) => cx.puts(&format!("{at:7o} ")),
                    None => {}
                }
                cx.put(&data[at..at + n]);
                cx.put(b"\n");
                if !cx.pace().await {
                    return status;
                }
            }
            at += n + 1;
        }
    }
    status
}
