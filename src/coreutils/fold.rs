//! fold: breaks lines that are too long.

use super::Cx;
use super::getopt::{Arg, parse};
use super::lines::{old_numbers, or_stdin, quoted, utf8_locale};
use super::regex::char_len;

/// `fold`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("bytes", Arg::No, 'b'),
        ("characters", Arg::No, 'c'),
        ("spaces", Arg::No, 's'),
        ("width", Arg::Required, 'w'),
    ];
    let args = old_numbers(cx.args(), 'w', "w");
    let parsed = match parse(&args, "bcsw:", &longs) {
        Ok(p) => p,
        Err(c) => return cx.complain(c).await,
    };
    let mut width = 80usize;
    if let Some(v) = parsed.value('w') {
        match v.parse::<usize>() {
            Ok(n) if n > 0 => width = n,
            _ => {
                let q = quoted(&cx.p, v);
                let of = if cx.busybox() { "" } else { " of columns:" };
                let known = !cx.busybox() && !super::lines::fault(v).is_empty();
                let out_of_range = known && !v.starts_with('-');
                let more = if out_of_range { ": Numerical result out of range" } else { "" };
                cx.err(format!("invalid number{of} {q}{more}")).await;
                return 1;
            }
        }
    }
    let (bytes, spaces) = (parsed.has('b'), parsed.has('s'));
    let utf8 = utf8_locale(&cx.p);
    let mut status = 0;
    for name in or_stdin(parsed.operands) {
        let Some(mut r) = cx.reader(&name).await else {
            status = 1;
            continue;
        };
        loop {
            let line = match r.line(&cx.p, b'\n').await {
                Ok(Some(l)) => l,
                Ok(None) => break,
                Err(e) => {
                    status |= cx.err_read(&name, e).await;
                    break;
                }
            };
            let newline = line.ends_with(b"\n");
            let line = line.strip_suffix(b"\n").unwrap_or(line);
            let advance = |column: usize, c: u8| match c {
                _ if bytes => column + 1,
                b'\t' => column + 8 - column % 8,
                8 => column.saturating_sub(1),
                b'\r' => 0,
                _ => column + 1,
            };
            let (mut begin, mut i, mut column) = (0, 0, 0);
            while i < line.len() {
                let n = if utf8 && !bytes { char_len(line, i) } else { 1 };
                let next = advance(column, line[i]);
                if next > width && i > begin {
                    let mut cut = i;
                    if spaces
                        && let Some(b) =
                            line[begin..i].iter().rposition(|b| matches!(b, b' ' | b'\t'))
                    {
                        cut = begin + b + 1;
                    }
                    cx.out.extend_from_slice(&line[begin..cut]);
                    cx.out.push(b'\n');
                    begin = cut;
                    column = line[cut..i].iter().fold(0, |c, b| advance(c, *b));
                    continue;
                }
                column = next;
                i += n;
            }
            cx.out.extend_from_slice(&line[begin..]);
            if newline {
                cx.out.push(b'\n');
            }
            if !cx.pace().await {
                return status;
            }
        }
        cx.close_input(r.fd);
    }
    status
}
