//! Tables of words: which columns there are, in which order, and how they are written.

use super::tree::{self, Node};
use crate::coreutils::Parsed;

/// The lines as a table, or as JSON; or what is wrong, such as a column that there is not.
pub fn table(
    lines: &[String],
    parsed: &Parsed,
    long: &dyn Fn(&str) -> usize,
) -> Result<String, String> {
    let limit = parsed.value('l').and_then(|n| n.parse::<usize>().ok()).filter(|n| *n > 0);
    let mut rows: Vec<Vec<String>> =
        lines.iter().map(|l| cells(l, parsed.value('s'), limit)).collect();
    let names = names(parsed);
    let named = !names.is_empty();
    let count = rows.iter().map(Vec::len).chain([names.len()]).max().unwrap_or(0);
    // Columns by numbers from 1, or by names; 0 stands for all.
    let pick = |letter: char| -> Result<Vec<usize>, String> {
        let list = parsed.value(letter).unwrap_or_default();
        let mut out = Vec::new();
        for word in list.split(',').filter(|w| !w.is_empty()) {
            match (names.iter().position(|n| n == word), word.parse::<usize>()) {
                (Some(i), _) => out.push(i),
                (None, Ok(0)) => out.extend(0..count),
                (None, Ok(n)) if n <= count => out.push(n - 1),
                _ => return Err(format!("undefined column name '{word}'")),
            }
        }
        Ok(out)
    };
    let (right, hidden, mut order) = (pick('R')?, pick('H')?, pick('O')?);
    order.retain(|i| *i < count);
    let rest: Vec<usize> = (0..count).filter(|i| !order.contains(i)).collect();
    order.extend(rest);
    order.retain(|i| !hidden.contains(i));
    let place = |row| Node { row, level: 0, lines: String::new() };
    let mut nodes: Vec<Node> = (0..rows.len()).map(place).collect();
    if let ([drawn, ..], [id, ..], [parent, ..]) =
        (&pick('r')?[..], &pick('i')?[..], &pick('p')?[..])
    {
        let Some(tree) = tree::arrange(&rows, *id, *parent) else {
            return Err(format!("the simulator's column draws trees of {} levels", tree::DEPTH));
        };
        nodes = tree;
        if !parsed.has('J') {
            for n in &nodes {
                if let Some(cell) = rows[n.row].get_mut(*drawn) {
                    cell.insert_str(0, &n.lines);
                }
            }
        }
    }
    if parsed.has('J') {
        return Ok(json(&rows, &nodes, &names, &order, parsed.value('n').unwrap_or("table")));
    }
    let mut rows: Vec<Vec<String>> =
        nodes.iter().map(|n| std::mem::take(&mut rows[n.row])).collect();
    if named && !parsed.has('d') {
        rows.insert(0, names.clone());
    }
    let gap = parsed.value('o').unwrap_or("  ");
    let widths: Vec<usize> = (0..count)
        .map(|i| rows.iter().filter_map(|r| r.get(i)).map(|c| long(c)).max().unwrap_or(0))
        .collect();
    let mut out = String::new();
    for r in rows {
        for (k, &i) in order.iter().enumerate() {
            let c = r.get(i).map_or("", String::as_str);
            let fill = " ".repeat(widths[i] - long(c));
            let last = k + 1 == order.len();
            if right.contains(&i) {
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
    Ok(out)
}

/// The names of columns, from `-N` or one by one from `-C`.
fn names(parsed: &Parsed) -> Vec<String> {
    let mut out = Vec::new();
    for (letter, value) in &parsed.options {
        let v = value.as_deref().unwrap_or_default();
        match letter {
            'N' => out = v.split(',').map(str::to_string).collect(),
            'C' => {
                let name = v.split(',').find_map(|p| p.strip_prefix("name="));
                out.push(name.unwrap_or_default().to_string());
            }
            _ => {}
        }
    }
    out
}

/// A line's cells; with a limit the last one is all that is left.
fn cells(line: &str, seps: Option<&str>, limit: Option<usize>) -> Vec<String> {
    if let Some(seps) = seps {
        let most = limit.unwrap_or(usize::MAX);
        return line.splitn(most, |c| seps.contains(c)).map(str::to_string).collect();
    }
    let mut out = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() {
        if limit == Some(out.len() + 1) {
            out.push(rest.trim_end().to_string());
            break;
        }
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        out.push(rest[..end].to_string());
        rest = rest[end..].trim_start();
    }
    out
}

/// The rows as JSON, those under others as their `children`.
fn json(
    rows: &[Vec<String>],
    nodes: &[Node],
    names: &[String],
    order: &[usize],
    name: &str,
) -> String {
    let mut out = format!("{{\n   {}: [\n", quoted(&name.to_lowercase()));
    for (k, node) in nodes.iter().enumerate() {
        let pad = " ".repeat(6 + 6 * node.level);
        let first = k == 0 || nodes[k - 1].level < node.level;
        out += &if first { format!("{pad}{{\n") } else { ",{\n".to_string() };
        let row = &rows[node.row];
        let named = order.iter().filter_map(|i| Some((names.get(*i)?, row.get(*i))));
        let cells: Vec<String> = named
            .map(|(name, cell)| {
                let value = cell.map_or("null".to_string(), |c| quoted(c));
                format!("{pad}   {}: {value}", quoted(&name.to_lowercase()))
            })
            .collect();
        out += &cells.join(",\n");
        let next = nodes.get(k + 1).map_or(0, |n| n.level);
        if next > node.level {
            out += &format!(",\n{pad}   \"children\": [\n");
            continue;
        }
        out += &format!("\n{pad}}}");
        for level in (next..node.level).rev() {
            let pad = " ".repeat(6 + 6 * level);
            out += &format!("\n{pad}   ]\n{pad}}}");
        }
    }
    out + "\n   ]\n}\n"
}

/// Text as JSON writes it.
fn quoted(s: &str) -> String {
    let mut out = String::from("\"");
    for c in s.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out + "\""
}
