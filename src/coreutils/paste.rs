//! paste: lines of several files side by side, or of one file in a row.

use super::Cx;
use super::getopt::Arg;
use super::lines::{Reader, or_stdin, quoted};
use super::regex::char_len;
use crate::vfs::text;

/// The separators of `-d`, escapes resolved; an empty one for `\0`.
fn separators(list: &[u8]) -> Option<Vec<Vec<u8>>> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < list.len() {
        if list[i] == b'\\' {
            i += 1;
            match list.get(i)? {
                b'0' => out.push(Vec::new()),
                b'n' => out.push(b"\n".to_vec()),
                b't' => out.push(b"\t".to_vec()),
                b'b' => out.push(vec![8]),
                b'f' => out.push(vec![12]),
                b'r' => out.push(b"\r".to_vec()),
                b'v' => out.push(vec![11]),
                c => out.push(vec![*c]),
            }
            i += 1;
            continue;
        }
        let n = char_len(list, i);
        out.push(list[i..i + n].to_vec());
        i += n;
    }
    Some(out)
}

/// `paste`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("delimiters", Arg::Required, 'd'),
        ("serial", Arg::No, 's'),
        ("zero-terminated", Arg::No, 'z'),
    ];
    let parsed = match cx.getopt("d:sz", &longs).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    let list = text::encode(parsed.value('d').unwrap_or("\t")).into_owned();
    let end = if parsed.has('z') { 0 } else { b'\n' };
    let Some(mut seps) = separators(&list) else {
        let q = quoted(&cx.p, parsed.value('d').unwrap_or_default());
        cx.err(format!(
            "delimiter list ends with an unescaped backslash: {}",
            q.trim_matches(['‘', '’', '\''])
        ))
        .await;
        return 1;
    };
    if seps.is_empty() {
        seps.push(Vec::new());
    }
    let files = or_stdin(parsed.operands.clone());
    let mut status = 0;
    if parsed.has('s') {
        for name in &files {
            let Some(mut r) = cx.reader(name).await else {
                status = 1;
                continue;
            };
            let mut n = 0;
            loop {
                match r.line(&cx.p, end).await {
                    Ok(Some(l)) => {
                        if n > 0 {
                            let s = seps[(n - 1) % seps.len()].clone();
                            cx.out.extend_from_slice(&s);
                        }
                        cx.out.extend_from_slice(l.strip_suffix(&[end]).unwrap_or(l));
                        n += 1;
                    }
                    Ok(None) => break,
                    Err(e) => {
                        status |= cx.err_read(name, e).await;
                        break;
                    }
                }
                if !cx.pace().await {
                    return status;
                }
            }
            cx.close_input(r.fd);
            cx.put(&[end]);
        }
        return status;
    }
    // Standard input may be named several times: its lines are dealt out in turn.
    let mut readers: Vec<Option<Reader>> = Vec::new();
    let mut which = Vec::new();
    let mut stdin = None;
    for name in &files {
        if name == "-"
            && let Some(i) = stdin
        {
            which.push(i);
            continue;
        }
        let Some(r) = cx.reader(name).await else { return 1 };
        if name == "-" {
            stdin = Some(readers.len());
        }
        which.push(readers.len());
        readers.push(Some(r));
    }
    loop {
        let mut any = false;
        let mut row: Vec<u8> = Vec::new();
        for (i, &w) in which.iter().enumerate() {
            if i > 0 {
                row.extend_from_slice(&seps[(i - 1) % seps.len()]);
            }
            let Some(r) = &mut readers[w] else { continue };
            match r.line(&cx.p, end).await {
                Ok(Some(l)) => {
                    row.extend_from_slice(l.strip_suffix(&[end]).unwrap_or(l));
                    any = true;
                }
                Ok(None) => readers[w] = None,
                Err(e) => {
                    readers[w] = None;
                    status |= cx.err_read(&files[i], e).await;
                }
            }
        }
        if !any {
            return status;
        }
        row.push(end);
        cx.put(&row);
        if !cx.pace().await {
            return status;
        }
    }
}
