//! nl: numbers the lines of logical pages.

use super::Cx;
use super::getopt::Arg;
use super::lines::{or_stdin, quoted};
use super::regex::{Flavor, Options, Regex};
use crate::vfs::text;

enum Style {
    All,
    Text,
    None,
    Match(Regex),
}

fn style(s: &str) -> Option<Style> {
    Some(match s.chars().next()? {
        'a' if s.len() == 1 => Style::All,
        't' if s.len() == 1 => Style::Text,
        'n' if s.len() == 1 => Style::None,
        'p' => Style::Match(
            Regex::new(&text::encode(&s[1..]), &Options::new(Flavor::SedBasic, false)).ok()?,
        ),
        _ => return None,
    })
}

/// `nl`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("body-numbering", Arg::Required, 'b'),
        ("section-delimiter", Arg::Required, 'd'),
        ("footer-numbering", Arg::Required, 'f'),
        ("header-numbering", Arg::Required, 'h'),
        ("line-increment", Arg::Required, 'i'),
        ("join-blank-lines", Arg::Required, 'l'),
        ("number-format", Arg::Required, 'n'),
        ("no-renumber", Arg::No, 'p'),
        ("number-separator", Arg::Required, 's'),
        ("starting-line-number", Arg::Required, 'v'),
        ("number-width", Arg::Required, 'w'),
    ];
    let parsed = match cx.getopt("b:d:f:h:i:l:n:ps:v:w:", &longs).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    // Header, body, footer.
    let mut styles = [Style::None, Style::Text, Style::None];
    let (mut step, mut join, mut start, mut width) = (1i64, 1u64, 1i64, 6usize);
    let (mut sep, mut format, mut section) = (b"\t".to_vec(), "rn".to_string(), b"\\:".to_vec());
    for (letter, value) in &parsed.options {
        let v = value.as_deref().unwrap_or_default();
        let bad = match letter {
            'b' | 'f' | 'h' => {
                let (i, part) = match letter {
                    'h' => (0, "header"),
                    'b' => (1, "body"),
                    _ => (2, "footer"),
                };
                match style(v) {
                    // BusyBox numbers by none but `a` and `t`.
                    _ if cx.busybox() && !matches!(v, "a" | "t") => {
                        styles[i] = Style::None;
                        None
                    }
                    Some(s) => {
                        styles[i] = s;
                        None
                    }
                    None if v.starts_with('p') => {
                        cx.err("Invalid regular expression").await;
                        return 1;
                    }
                    None => Some(format!("invalid {part} numbering style")),
                }
            }
            'd' => {
                section = text::encode(v).into_owned();
                if section.len() == 1 {
                    section.push(b':');
                }
                None
            }
            'i' => {
                v.parse().map(|n| step = n).err().map(|_| "invalid line number increment".into())
            }
            'l' => match v.parse() {
                Ok(n) => {
                    join = n;
                    None
                }
                _ => Some("invalid line number of blank lines".into()),
            },
            'v' => {
                v.parse().map(|n| start = n).err().map(|_| "invalid starting line number".into())
            }
            'w' => match v.parse::<usize>() {
                Ok(n) if n > 0 && n <= i32::MAX as usize => {
                    // No formatting is wider.
                    width = n.min((1 << 16) - 1);
                    None
                }
                _ => Some("invalid line number field width".to_string()),
            },
            'n' => {
                format = v.to_string();
                (!matches!(v, "ln" | "rn" | "rz"))
                    .then(|| "invalid line numbering format".to_string())
            }
            's' => {
                sep = text::encode(v).into_owned();
                None
            }
            _ => None,
        };
        if let Some(what) = bad {
            let q = quoted(&cx.p, v);
            let counted = matches!(letter, 'i' | 'l' | 'v' | 'w') && !cx.busybox();
            let more = if counted { super::lines::fault(v) } else { "" };
            cx.err(format!("{what}: {q}{more}")).await;
            return if matches!(letter, 'b' | 'f' | 'h' | 'n') { cx.try_help(1).await } else { 1 };
        }
    }
    let (mut number, mut part, mut blanks, mut status) = (Some(start), 1, 0u64, 0);
    for name in or_stdin(parsed.operands.clone()) {
        let Some(mut r) = cx.reader(&name).await else {
            status = 1;
            continue;
        };
        loop {
            let line = match r.line(&cx.p, b'\n').await {
                Ok(Some(l)) => l.strip_suffix(b"\n").unwrap_or(l).to_vec(),
                Ok(None) => break,
                Err(e) => {
                    status |= cx.err_read(&name, e).await;
                    break;
                }
            };
            let repeats = (1..=3).find(|n| !section.is_empty() && line == section.repeat(*n));
            if let Some(n) = repeats {
                part = 3 - n;
                // Each section begins anew.
                if !parsed.has('p') {
                    number = Some(start);
                }
                cx.put(b"\n");
                continue;
            }
            let counts = match &styles[part] {
                Style::All => {
                    if line.is_empty() {
                        blanks += 1;
                        let due = blanks >= join;
                        if due {
                            blanks = 0;
                        }
                        due
                    } else {
                        blanks = 0;
                        true
                    }
                }
                Style::Text => !line.is_empty(),
                Style::None => false,
                Style::Match(re) => re.is_match(&line).unwrap_or(false),
            };
            if counts {
                let Some(now) = number else {
                    cx.err("line number overflow").await;
                    return 1;
                };
                let n = match format.as_str() {
                    "ln" => format!("{now:<width$}"),
                    "rz" => format!("{now:0width$}"),
                    _ => format!("{now:width$}"),
                };
                cx.puts(&n);
                cx.put(&sep);
                number = now.checked_add(step);
            } else {
                let pad = vec![b' '; width + sep.len()];
                cx.put(&pad);
            }
            cx.put(&line);
            cx.put(b"\n");
            if !cx.pace().await {
                return status;
            }
        }
        cx.close_input(r.fd);
    }
    status
}
