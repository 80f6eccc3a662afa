//! column: lines in columns, or words in a table (`-t`).

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
        ("separator", Arg::Required, 's'),
        ("input-separator", Arg::Required, 's'),
        ("output-separator", Arg::Required, 'o'),
        ("table", Arg::No, 't'),
        ("table-columns", Arg::Required, 'N'),
        ("table-right", Arg::Required, 'R'),
        ("keep-empty-lines", Arg::No, 'L'),
    ];
    let parsed = match cx.getopt("c:xs:o:tN:R:Ln", &longs).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    let width = match parsed.value('c').map(str::parse::<usize>) {
        Some(Ok(n)) if n > 0 => n,
        Some(_) => {
            cx.err("invalid columns argument").await;
            return 1;
        }
        None => cx.p.env("COLUMNS").and_then(|c| c.parse().ok()).unwrap_or(80),
    };
    let mut lines = Vec::new();
    let mut status = 0;
    for name in or_stdin(parsed.operands.clone()) {
        match cx.slurp(&name).await {
            Some(b) => lines.extend(text::decode(&b).lines().map(str::to_string)),
            None => status = 1,
        }
    }
    if !parsed.has('L') {
        lines.retain(|l| !l.trim().is_empty());
    }
    let utf8 = utf8_locale(&cx.p);
    let long = |s: &str| if utf8 { s.chars().count() } else { text::encode(s).len() };
    if parsed.has('t') || parsed.has('N') {
        let out = table(&lines, &parsed, &long);
        cx.puts(&out);
        return status;
    }
    // Columns are as wide as the longest line, ended by tabs.
    let cell = (lines.iter().map(|l| long(l)).max().unwrap_or(0) + 8) & !7;
    let columns = (width / cell.max(1)).max(1);
    let rows = lines.len().div_ceil(columns);
    for r in 0..rows {
        let mut out = String::new();
        let mut at = 0;
        for c in 0..columns {
            let i = if parsed.has('x') { r * columns + c } else { c * rows + r };
            let Some(l) = lines.get(i) else { break };
            while at < c * cell {
                out.push('\t');
                at = (at + 8) & !7;
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

fn table(lines: &[String], parsed: &super::Parsed, long: &dyn Fn(&str) -> usize) -> String {
    let mut rows: Vec<Vec<&str>> = lines
        .iter()
        .map(|l| match parsed.value('s') {
            Some(seps) => l.split(|c| seps.contains(c)).collect(),
            None => l.split_whitespace().collect(),
        })
        .collect();
    if let Some(names) = parsed.value('N') {
        rows.insert(0, names.split(',').collect());
    }
    let gap = parsed.value('o').unwrap_or("  ");
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count)
        .map(|i| rows.iter().filter_map(|r| r.get(i)).map(|c| long(c)).max().unwrap_or(0))
        .collect();
    let right: Vec<usize> = parsed
        .value('R')
        .unwrap_or_default()
        .split(',')
        .filter_map(|n| n.parse::<usize>().ok())
        .collect();
    let mut out = String::new();
    for r in rows {
        for i in 0..count {
            let c = r.get(i).copied().unwrap_or_default();
            let fill = " ".repeat(widths[i] - long(c));
            let last = i + 1 == count;
            if right.contains(&(i + 1)) {
                out += &format!("{fill}{c}");
            } else if last {
                out += c;
            } else {
                out += &format!("{c}{fill}");
            }
            if !last {
                out += gap;
            }
        }
        out.push('\n');
    }
    out
}
