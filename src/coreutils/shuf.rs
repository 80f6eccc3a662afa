//! shuf: lines in random order.

use super::Cx;
use super::getopt::Arg;
use super::lines::quoted;
use crate::vfs::{OpenFlags, text};

/// `shuf`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("echo", Arg::No, 'e'),
        ("input-range", Arg::Required, 'i'),
        ("head-count", Arg::Required, 'n'),
        ("output", Arg::Required, 'o'),
        ("random-source", Arg::Required, 'R'),
        ("repeat", Arg::No, 'r'),
        ("zero-terminated", Arg::No, 'z'),
    ];
    let parsed = match cx.getopt("ei:n:o:rz", &longs).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    if !cx.busybox() && parsed.has('i') {
        if parsed.has('e') {
            return cx.usage_error("cannot combine -e and -i options").await;
        }
        if parsed.options.iter().filter(|o| o.0 == 'i').count() > 1 {
            cx.err("multiple -i options specified").await;
            return 1;
        }
        if let Some(extra) = parsed.operands.first() {
            let q = quoted(&cx.p, extra);
            return cx.usage_error(format!("extra operand {q}")).await;
        }
    }
    let end = if parsed.has('z') { 0 } else { b'\n' };
    let mut count = usize::MAX;
    for (_, v) in parsed.options.iter().filter(|o| o.0 == 'n') {
        let v = v.as_deref().unwrap_or_default();
        match v.parse::<usize>() {
            Ok(n) => count = count.min(n),
            Err(_) => {
                let q = quoted(&cx.p, v);
                cx.err(format!("invalid line count: {q}")).await;
                return 1;
            }
        }
    }
    let mut items: Vec<Vec<u8>> = if let Some(r) = parsed.value('i') {
        let range = r
            .split_once('-')
            .and_then(|(a, b)| Some((a.parse::<u64>().ok()?, b.parse::<u64>().ok()?)));
        let Some((a, b)) = range.filter(|(a, b)| *a <= b.saturating_add(1)) else {
            let q = quoted(&cx.p, r);
            let what = if cx.busybox() { "bad range" } else { "invalid input range:" };
            let high = r.split_once('-').map_or("", |r| r.1);
            let large = !cx.busybox() && high.parse::<u64>().is_err();
            let more = if large { super::lines::fault(high) } else { "" };
            cx.err(format!("{what} {q}{more}")).await;
            return 1;
        };
        if b.saturating_sub(a) > 5_000_000 {
            cx.err("the simulator shuffles no more than five million numbers").await;
            return 1;
        }
        (a..=b).map(|n| n.to_string().into_bytes()).collect()
    } else if parsed.has('e') {
        parsed.operands.iter().map(|o| text::encode(o).into_owned()).collect()
    } else {
        if let Some(extra) = parsed.operands.get(1) {
            let q = quoted(&cx.p, extra);
            return cx.usage_error(format!("extra operand {q}")).await;
        }
        let name = parsed.operands.first().cloned().unwrap_or("-".into());
        let Some(mut r) = cx.reader(&name).await else { return 1 };
        let data = match r.rest(&cx.p).await {
            Ok(data) => data,
            Err(e) => {
                return cx.err_read(&name, e).await;
            }
        };
        let body = data.strip_suffix(&[end]).unwrap_or(&data);
        if data.is_empty() {
            Vec::new()
        } else {
            body.split(|b| *b == end).map(<[u8]>::to_vec).collect()
        }
    };
    let outputs = parsed.options.iter().filter(|o| o.0 == 'o');
    if outputs.clone().any(|o| Some(&o.1) != outputs.clone().next().map(|f| &f.1)) {
        cx.err("multiple output files specified").await;
        return 1;
    }
    if let Some(from) = parsed.value('R').map(str::to_string) {
        let Some(source) = cx.reader(&from).await else { return 1 };
        cx.close_input(source.fd);
    }
    if let Some(out) = parsed.value('o') {
        let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC;
        let out = out.to_string();
        if let Err(e) = cx.p.open(&out, flags, 0o666).and_then(|fd| cx.p.dup2(fd, 1)) {
            cx.err_file(&out, e).await;
            return 1;
        }
    }
    let p = cx.p.clone();
    let below = move |n: usize| {
        let mut b = [0; 8];
        p.random(&mut b);
        (u64::from_le_bytes(b) % n.max(1) as u64) as usize
    };
    if parsed.has('r') {
        if items.is_empty() {
            if count > 0 {
                cx.err("no lines to repeat").await;
                return 1;
            }
            return 0;
        }
        let mut n = 0;
        while n < count {
            let i = below(items.len());
            cx.put(&items[i]);
            cx.put(&[end]);
            n += 1;
            if !cx.pace().await {
                return 1;
            }
        }
        return 0;
    }
    let take = count.min(items.len());
    for i in 0..take {
        let j = i + below(items.len() - i);
        items.swap(i, j);
        cx.put(&items[i]);
        cx.put(&[end]);
        if !cx.pace().await {
            return 1;
        }
    }
    0
}
