//! column: lines in columns, or words in a table (`-t`). Tables are [`table`]'s.

mod table;
mod tree;

use super::Cx;
use super::getopt::Arg;
use super::lines::{or_stdin, utf8_locale};
use crate::vfs::text;

/// `column`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("columns", Arg::Required, 'c'),
        ("output-width", Arg::Required, 'c'),
        ("fillrows", Arg::No, 'x'),
        ("json", Arg::No, 'J'),
        ("separator", Arg::Required, 's'),
        ("input-separator", Arg::Required, 's'),
        ("output-separator", Arg::Required, 'o'),
        ("table", Arg::No, 't'),
        ("table-column", Arg::Required, 'C'),
        ("table-columns", Arg::Required, 'N'),
        ("table-columns-limit", Arg::Required, 'l'),
        ("table-header-repeat", Arg::No, 'e'),
        ("table-hide", Arg::Required, 'H'),
        ("table-name", Arg::Required, 'n'),
        ("table-noextreme", Arg::Required, 'E'),
        ("table-noheadings", Arg::No, 'd'),
        ("table-order", Arg::Required, 'O'),
        ("table-right", Arg::Required, 'R'),
        ("table-truncate", Arg::Required, 'T'),
        ("table-wrap", Arg::Required, 'W'),
        ("keep-empty-lines", Arg::No, 'L'),
        ("tree", Arg::Required, 'r'),
        ("tree-id", Arg::Required, 'i'),
        ("tree-parent", Arg::Required, 'p'),
        ("use-spaces", Arg::Required, 'S'),
    ];
    let spec = "c:C:dE:eH:Ji:l:Ln:N:o:O:p:r:R:s:S:tT:W:x";
    let parsed = match cx.getopt(spec, &longs).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    let width = match parsed.value('c').map(|v| (v, v.parse::<usize>())) {
        Some((_, Ok(n))) if n > 0 => n,
        Some((v, _)) => {
            cx.err(format!("invalid columns argument: '{v}'")).await;
            return 1;
        }
        None => cx.p.env("COLUMNS").and_then(|c| c.parse().ok()).unwrap_or(80),
    };
    if parsed.has('r') && !(parsed.has('i') && parsed.has('p')) {
        cx.err("options --tree-id and --tree-parent are required for tree formatting").await;
        return 1;
    }
    let tabular = ['t', 'J', 'r'].iter().any(|l| parsed.has(*l));
    if !tabular && "CEHnNORTW".chars().any(|l| parsed.has(l)) {
        cx.err("option --table required for all --table-*").await;
        return 1;
    }
    if parsed.has('J') && !parsed.has('N') && !parsed.has('C') {
        cx.err("option --table-columns or --table-column required for --json").await;
        return 1;
    }
    let mut lines = Vec::new();
    let mut status = 0;
    for name in or_stdin(parsed.operands.clone()) {
        let Some(mut r) = cx.reader(&name).await else {
            status = 1;
            continue;
        };
        match r.rest(&cx.p).await {
            Ok(b) => lines.extend(text::decode(&b).lines().map(str::to_string)),
            Err(e) => {
                cx.err(format!("read failed: {e}")).await;
                return 1;
            }
        }
        cx.close_input(r.fd);
    }
    if !parsed.has('L') {
        lines.retain(|l| !l.trim().is_empty());
    }
    let utf8 = utf8_locale(&cx.p);
    let long = |s: &str| if utf8 { s.chars().count() } else { text::encode(s).len() };
    if tabular {
        match table::table(&lines, &parsed, &long) {
            Ok(out) => cx.puts(&out),
            Err(what) => {
                cx.err(what).await;
                return 1;
            }
        }
        return status;
    }
    let longest = lines.iter().map(|l| long(l)).max().unwrap_or(0);
    // Columns are as wide as the longest line, ended by tabs, or by so many blanks.
    let spaces = parsed.value('S').and_then(|n| n.parse::<usize>().ok());
    let cell = spaces.map_or((longest + 8) & !7, |n| longest + n);
    let columns = ((width + spaces.unwrap_or(0)) / cell.max(1)).max(1);
    let rows = lines.len().div_ceil(columns);
    for r in 0..rows {
        let mut out = String::new();
        let mut at = 0;
        for c in 0..columns {
            let i = if parsed.has('x') { r * columns + c } else { c * rows + r };
            let Some(l) = lines.get(i) else { break };
            while at < c * cell {
                out.push(if spaces.is_some() { ' ' } else { '\t' });
                at = if spaces.is_some() { at + 1 } else { (at + 8) & !7 };
            }
            out.push_str(l);
            at += long(l);
        }
        cx.puts(&(out + "\n"));
        if !cx.pace().await {
            return 1;
        }
    }
    status
}
