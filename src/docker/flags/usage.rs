//! The options part of a help screen, laid out and wrapped as pflag does it.

use super::Flag;

/// The lines for these flags, sorted by name, in a terminal of that many columns.
pub fn options<'a>(flags: impl Iterator<Item = &'a Flag>, columns: usize) -> String {
    let mut flags: Vec<&Flag> = flags.filter(|f| !f.hidden).collect();
    flags.sort_by_key(|f| f.long);
    let lines: Vec<(String, String)> = flags
        .iter()
        .map(|f| {
            let (name, about) = named(f);
            let mut head = match f.short {
                Some(s) => format!("  -{s}, --{}", f.long),
                None => format!("      --{}", f.long),
            };
            if !name.is_empty() {
                head.push(' ');
                head.push_str(&name);
            }
            (head, about + &f.kind.shown_default(f.default))
        })
        .collect();
    let widest = lines.iter().map(|(head, _)| head.len()).max().unwrap_or(0);
    let indent = widest + 3;
    let mut out = String::new();
    for (head, about) in lines {
        let gap = " ".repeat(indent - head.len());
        out.push_str(&format!("{head}{gap}{}\n", wrap(indent, columns, &about)));
    }
    out
}

/// A word in backquotes in the help line names the value.
fn named(flag: &Flag) -> (String, String) {
    let mut parts = flag.about.splitn(3, '`');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(before), Some(name), Some(after)) => {
            (name.to_string(), format!("{before}{name}{after}"))
        }
        _ => (flag.kind.value_name().to_string(), flag.about.to_string()),
    }
}

fn wrap(indent: usize, columns: usize, text: &str) -> String {
    const SLOP: usize = 5;
    let pad = |indent: usize| format!("\n{}", " ".repeat(indent));
    let (mut indent, mut room, mut out) = (indent, columns.saturating_sub(indent), String::new());
    if room < 24 {
        indent = 16;
        room = columns.saturating_sub(indent);
        out.push_str(&pad(indent));
    }
    if room < 24 {
        return out + &text.replace('\n', &pad(indent));
    }
    let room = room - SLOP;
    let mut rest = text;
    let mut first = true;
    while first || !rest.is_empty() {
        let (line, more) = split(room, SLOP, rest);
        if !first {
            out.push_str(&pad(indent));
        }
        out.push_str(&line.replace('\n', &pad(indent)));
        rest = more;
        first = false;
    }
    out
}

fn split(room: usize, slop: usize, text: &str) -> (&str, &str) {
    if room + slop > text.len() {
        return (text, "");
    }
    let mut end = room;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    match text[..end].rfind([' ', '\t', '\n']) {
        None | Some(0) => (text, ""),
        Some(at) => {
            let at = match text[..end].rfind('\n') {
                Some(newline) if newline > 0 && newline < at => newline,
                _ => at,
            };
            (&text[..at], &text[at + 1..])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::options;
    use crate::docker::flags::{Flag, Kind, flag, switch, text};

    #[test]
    fn layout() {
        static FLAGS: &[Flag] = &[
            text("pull", "When to fetch the image").default("missing"),
            switch(
                "all",
                "Every one of them, whether it runs or not, in the order in which they were made",
            )
            .short('a'),
            flag("last", Kind::Int, "This many").short('n').default("-1"),
        ];
        let want = "  -a, --all           Every one of them, whether it runs or not, in the\n                      order in which they were made\n  -n, --last int      This many (default -1)\n      --pull string   When to fetch the image (default \"missing\")\n";
        assert_eq!(options(FLAGS.iter(), 79), want);
    }
}
