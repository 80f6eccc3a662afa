//! Tables of results, as psql draws them.

use crate::shell::readline::width::width as columns;

/// How results are drawn.
#[derive(Clone, Debug)]
pub struct Style {
    pub aligned: bool,
    pub csv: bool,
    pub tuples: bool,
    pub expanded: bool,
    pub separator: String,
    pub null: String,
    pub footer: bool,
}

impl Default for Style {
    fn default() -> Style {
        Style {
            aligned: true,
            csv: false,
            tuples: false,
            expanded: false,
            separator: "|".into(),
            null: String::new(),
            footer: true,
        }
    }
}

impl Style {
    /// Sets an option of `\pset`, or turns it over where there is no value; gives what is said of it.
    pub fn set(&mut self, name: &str, value: Option<&str>) -> Result<String, String> {
        let word = |on: bool| if on { "on" } else { "off" };
        let on_off = |now: bool| match value {
            None => Ok(!now),
            Some("on" | "true" | "yes" | "1") => Ok(true),
            Some("off" | "false" | "no" | "0") => Ok(false),
            Some(v) => Err(format!("unrecognized value \"{v}\" for \"{name}\": Boolean expected")),
        };
        let gap = |what: &str| Err(format!("{what} is not simulated"));
        Ok(match name {
            "x" | "expanded" | "vertical" => {
                self.expanded = match value {
                    Some("auto") => return gap("expanded auto"),
                    _ => on_off(self.expanded)?,
                };
                format!("Expanded display is {}.\n", word(self.expanded))
            }
            "t" | "tuples_only" => {
                self.tuples = on_off(self.tuples)?;
                format!("Tuples only is {}.\n", word(self.tuples))
            }
            "footer" => {
                self.footer = on_off(self.footer)?;
                String::new()
            }
            "format" => {
                let formats = "aligned, asciidoc, csv, html, latex, latex-longtable, troff-ms, unaligned, wrapped";
                let v = value.unwrap_or("aligned");
                match v {
                    "aligned" | "unaligned" | "csv" => {
                        (self.csv, self.aligned) = (v == "csv", v == "aligned");
                    }
                    v if formats.split(", ").any(|f| f == v) => return gap(&format!("format {v}")),
                    _ => return Err(format!("allowed formats are {formats}")),
                }
                format!("Output format is {v}.\n")
            }
            "null" => {
                self.null = value.unwrap_or_default().to_string();
                format!("Null display is \"{}\".\n", self.null)
            }
            "fieldsep" => {
                self.separator = value.unwrap_or("|").to_string();
                format!("Field separator is \"{}\".\n", self.separator)
            }
            "pager" if value != Some("always") => "Pager usage is off.\n".to_string(),
            "border" if value.is_none_or(|v| v == "1") => "Border style is 1.\n".to_string(),
            "border"
            | "columns"
            | "csv_fieldsep"
            | "fieldsep_zero"
            | "linestyle"
            | "numericlocale"
            | "pager"
            | "pager_min_lines"
            | "recordsep"
            | "recordsep_zero"
            | "tableattr"
            | "title"
            | "unicode_border_linestyle"
            | "unicode_column_linestyle"
            | "unicode_header_linestyle"
            | "xheader_width" => return gap(name),
            _ => return Err(format!("unknown option: {name}")),
        })
    }
}

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub title: Option<String>,
    pub heads: Vec<String>,
    /// Which columns stand to the right.
    pub right: Vec<bool>,
    pub rows: Vec<Vec<Option<String>>>,
    /// Lines under it in the place of the number of rows.
    pub footer: Option<Vec<String>>,
}

fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

fn pad(n: usize) -> String {
    " ".repeat(n)
}

fn centred(text: &str, w: usize) -> String {
    let free = w.saturating_sub(width(text));
    format!("{}{text}{}", pad(free / 2), pad(free - free / 2))
}

fn csv(s: &str) -> String {
    if s.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", s.replace('"', "\"\""))
    } else {
        s.to_string()
    }
}

/// Draws a table.
pub fn draw(t: &Table, s: &Style) -> String {
    let cell = |c: &Option<String>| c.clone().unwrap_or_else(|| s.null.clone());
    let mut out = String::new();
    if s.csv {
        if !s.tuples {
            out.push_str(&t.heads.iter().map(|h| csv(h)).collect::<Vec<_>>().join(","));
            out.push('\n');
        }
        for r in &t.rows {
            out.push_str(&r.iter().map(|c| csv(&cell(c))).collect::<Vec<_>>().join(","));
            out.push('\n');
        }
        return out;
    }
    if s.expanded {
        return expanded(t, s);
    }
    let count = format!("({} row{})", t.rows.len(), if t.rows.len() == 1 { "" } else { "s" });
    let footer = match &t.footer {
        Some(lines) => lines.clone(),
        None if s.footer => vec![count],
        None => Vec::new(),
    };
    if !s.aligned {
        if let Some(title) = t.title.as_ref().filter(|_| !s.tuples) {
            out.push_str(&format!("{title}\n"));
        }
        if !s.tuples {
            out.push_str(&t.heads.join(&s.separator));
            out.push('\n');
        }
        for r in &t.rows {
            out.push_str(&r.iter().map(cell).collect::<Vec<_>>().join(&s.separator));
            out.push('\n');
        }
        if !s.tuples {
            footer.iter().for_each(|l| out.push_str(&format!("{l}\n")));
        }
        return out;
    }
    let rows: Vec<Vec<Vec<String>>> = t
        .rows
        .iter()
        .map(|r| r.iter().map(|c| cell(c).split('\n').map(str::to_string).collect()).collect())
        .collect();
    // Headings count where they are not shown, too.
    let mut widths: Vec<usize> = t.heads.iter().map(|h| width(h)).collect();
    for r in &rows {
        for (w, lines) in widths.iter_mut().zip(r) {
            *w = lines.iter().map(|l| width(l)).chain(std::iter::once(*w)).max().unwrap_or(0);
        }
    }
    if !s.tuples {
        let total =
            widths.iter().sum::<usize>() + widths.len() * 3 - usize::from(!widths.is_empty());
        if let Some(title) = &t.title {
            let free = total.saturating_sub(width(title));
            out.push_str(&format!("{}{title}\n", pad(free / 2)));
        }
        let heads: Vec<String> =
            t.heads.iter().zip(&widths).map(|(h, w)| format!(" {} ", centred(h, *w))).collect();
        out.push_str(&format!("{}\n", heads.join("|")));
        let lines: Vec<String> = widths.iter().map(|w| "-".repeat(w + 2)).collect();
        out.push_str(&format!("{}\n", lines.join("+")));
    }
    for r in &rows {
        let high = r.iter().map(Vec::len).max().unwrap_or(1);
        for n in 0..high {
            let mut line = String::new();
            for (i, lines) in r.iter().enumerate() {
                let text = lines.get(n).map_or("", String::as_str);
                let free = pad(widths[i].saturating_sub(width(text)));
                let right = t.right.get(i) == Some(&true);
                let last = i + 1 == r.len();
                let more = lines.len() > n + 1;
                let mark = if more { "+" } else { " " };
                line.push_str(if i == 0 { " " } else { "| " });
                match (right, last && !more) {
                    (true, true) => line.push_str(&format!("{free}{text}")),
                    (true, false) => line.push_str(&format!("{free}{text}{mark}")),
                    (false, true) => line.push_str(text),
                    (false, false) => line.push_str(&format!("{text}{free}{mark}")),
                }
            }
            out.push_str(&line);
            out.push('\n');
        }
    }
    if !s.tuples {
        footer.iter().for_each(|l| out.push_str(&format!("{l}\n")));
    }
    out.push('\n');
    if t.heads.is_empty() && !s.tuples {
        return format!("--\n{}\n\n", footer.join("\n"));
    }
    out
}

fn expanded(t: &Table, s: &Style) -> String {
    let mut out = String::new();
    if let Some(title) = &t.title {
        out.push_str(&format!("{title}\n"));
    }
    if t.rows.is_empty() {
        return if s.tuples { out } else { out + "(0 rows)\n\n" };
    }
    let head = t.heads.iter().map(|h| width(h)).max().unwrap_or(0);
    let data = t.rows.iter().flatten().flat_map(|c| {
        let text = c.clone().unwrap_or_else(|| s.null.clone());
        text.split('\n').map(width).collect::<Vec<_>>()
    });
    let data = data.max().unwrap_or(0);
    for (n, r) in t.rows.iter().enumerate() {
        if !s.aligned {
            for (h, c) in t.heads.iter().zip(r) {
                let text = c.clone().unwrap_or_else(|| s.null.clone());
                out.push_str(&format!("{h}{}{text}\n", s.separator));
            }
            out.push_str(if n + 1 < t.rows.len() { "\n" } else { "" });
            continue;
        }
        if !s.tuples {
            let title = format!("-[ RECORD {} ]", n + 1);
            let line: String =
                (0..head + data + 3).map(|i| if i == head + 1 { '+' } else { '-' }).collect();
            let rest = line.get(title.len()..).unwrap_or_default();
            out.push_str(&format!("{title}{rest}\n"));
        } else if n > 0 {
            out.push_str(&format!("{}+{}\n", "-".repeat(head + 1), "-".repeat(data + 1)));
        }
        for (h, c) in t.heads.iter().zip(r) {
            let text = c.clone().unwrap_or_else(|| s.null.clone());
            for (i, l) in text.split('\n').enumerate() {
                let name = if i == 0 { h.as_str() } else { "" };
                out.push_str(&format!("{name}{} | {l}\n", pad(head.saturating_sub(width(name)))));
            }
        }
    }
    out + "\n"
}

/// Types that stand to the right.
pub fn stands_right(oid: u32) -> bool {
    matches!(oid, 20 | 21 | 23 | 26 | 700 | 701 | 1700)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables() {
        let t = Table {
            heads: vec!["id".into(), "name".into()],
            right: vec![true, false],
            rows: vec![vec![Some("1".into()), Some("ann".into())], vec![Some("12".into()), None]],
            ..Table::default()
        };
        assert_eq!(
            draw(&t, &Style::default()),
            " id | name \n----+------\n  1 | ann\n 12 | \n(2 rows)\n\n"
        );
        let x = Style { expanded: true, ..Style::default() };
        assert_eq!(
            draw(&t, &x),
            "-[ RECORD 1 ]\nid   | 1\nname | ann\n-[ RECORD 2 ]\nid   | 12\nname | \n\n"
        );
    }
}
