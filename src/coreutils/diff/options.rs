//! diff's options: reading them, and what they must not be together.

use super::{Diff, Formats, Style, usage};
use crate::coreutils::Cx;
use crate::coreutils::fs::quote;
use crate::coreutils::getopt::{Arg, Complaint, Parsed, parse};
use crate::coreutils::regex::{Flavor, Options, Regex};
use crate::vfs::text;

const SPEC: &str = "abBcC:dD:eEfhiI:lL:nNpPqrsS:tTuU:vwW:x:X:yF:Z0123456789";

const LONGS: &[(&str, Arg, char)] = &[
    ("brief", Arg::No, 'q'),
    ("report-identical-files", Arg::No, 's'),
    ("context", Arg::Optional, 'C'),
    ("unified", Arg::Optional, 'U'),
    ("normal", Arg::No, 'ν'),
    ("ed", Arg::No, 'e'),
    ("forward-ed", Arg::No, 'f'),
    ("rcs", Arg::No, 'n'),
    ("ifdef", Arg::Required, 'D'),
    ("side-by-side", Arg::No, 'y'),
    ("width", Arg::Required, 'W'),
    ("left-column", Arg::No, 'λ'),
    ("suppress-common-lines", Arg::No, 'σ'),
    ("recursive", Arg::No, 'r'),
    ("new-file", Arg::No, 'N'),
    ("unidirectional-new-file", Arg::No, 'P'),
    ("starting-file", Arg::Required, 'S'),
    ("from-file", Arg::Required, 'φ'),
    ("to-file", Arg::Required, 'τ'),
    ("ignore-case", Arg::No, 'i'),
    ("ignore-file-name-case", Arg::No, 'ζ'),
    ("ignore-space-change", Arg::No, 'b'),
    ("ignore-tab-expansion", Arg::No, 'E'),
    ("ignore-all-space", Arg::No, 'w'),
    ("ignore-trailing-space", Arg::No, 'Z'),
    ("ignore-blank-lines", Arg::No, 'B'),
    ("ignore-matching-lines", Arg::Required, 'I'),
    ("strip-trailing-cr", Arg::No, 'ρ'),
    ("text", Arg::No, 'a'),
    ("initial-tab", Arg::No, 'T'),
    ("paginate", Arg::No, 'l'),
    ("label", Arg::Required, 'L'),
    ("exclude", Arg::Required, 'x'),
    ("exclude-from", Arg::Required, 'X'),
    ("show-c-function", Arg::No, 'p'),
    ("show-function-line", Arg::Required, 'F'),
    ("minimal", Arg::No, 'd'),
    ("speed-large-files", Arg::No, 'ζ'),
    ("horizon-lines", Arg::Required, 'ζ'),
    ("no-dereference", Arg::No, 'ζ'),
    ("expand-tabs", Arg::No, 't'),
    ("color", Arg::Optional, 'κ'),
    ("tabsize", Arg::Required, 'θ'),
    ("line-format", Arg::Required, 'α'),
    ("old-line-format", Arg::Required, 'β'),
    ("new-line-format", Arg::Required, 'γ'),
    ("unchanged-line-format", Arg::Required, 'δ'),
    ("old-group-format", Arg::Required, 'ε'),
    ("new-group-format", Arg::Required, 'η'),
    ("unchanged-group-format", Arg::Required, 'ι'),
    ("changed-group-format", Arg::Required, 'ξ'),
];

/// What was asked for, and of which files.
pub(super) async fn read(cx: &mut Cx) -> Result<(Diff, Parsed), i32> {
    let parsed = match parse(&cx.args(), SPEC, LONGS) {
        Ok(p) => p,
        Err(c @ (Complaint::Help | Complaint::Version)) => return Err(cx.complain(c).await),
        Err(c) => return Err(usage(cx, &c.to_string()).await),
    };
    let mut d = Diff {
        style: if cx.busybox() { Style::Unified(3) } else { Style::Normal },
        brief: false,
        report_same: false,
        recursive: false,
        new_files: false,
        new_second: false,
        paginate: false,
        tab: 8,
        icase: false,
        blanks: false,
        all_blanks: false,
        trailing: false,
        blank_lines: false,
        strip_cr: false,
        as_text: false,
        initial_tab: false,
        expand_tabs: false,
        tab_blanks: false,
        width: 130,
        suppress_common: false,
        left_column: false,
        color: false,
        start: None,
        ignore: None,
        function: None,
        labels: Vec::new(),
        exclude: Vec::new(),
        shown: shown(cx),
        status: 0,
    };
    let mut styles: Vec<Style> = Vec::new();
    let mut formats: Option<Formats> = None;
    // Digits by themselves are lines of context, in the old way.
    let (mut digits, mut explicit): (Option<usize>, Option<usize>) = (None, None);
    for (letter, value) in &parsed.options {
        let v = value.as_deref().unwrap_or_default();
        match letter {
            'c' | 'C' | 'u' | 'U' => {
                if value.is_some() {
                    let Ok(n) = v.parse::<usize>() else {
                        let what = format!("invalid context length '{v}'");
                        return Err(usage(cx, &what).await);
                    };
                    explicit = Some(n.min(1 << 30).max(explicit.unwrap_or(0)));
                }
                let context = matches!(letter, 'c' | 'C');
                styles.push(if context { Style::Context(0) } else { Style::Unified(0) });
            }
            'ν' => styles.push(Style::Normal),
            'e' => styles.push(Style::Ed),
            'f' => styles.push(Style::ForwardEd),
            'n' => styles.push(Style::Rcs),
            'y' => styles.push(Style::SideBySide),
            'D' => styles.push(Style::Ifdef(v.to_string())),
            'W' => match v.parse::<usize>() {
                Ok(n) if n > 0 => d.width = n.min(1 << 20),
                _ => {
                    let what = format!("invalid width '{v}'");
                    return Err(usage(cx, &what).await);
                }
            },
            'κ' => match v {
                "" | "always" => d.color = true,
                "auto" => d.color = cx.p.isatty(1),
                "never" => d.color = false,
                other => {
                    let what = format!("invalid color '{other}'");
                    return Err(usage(cx, &what).await);
                }
            },
            'I' | 'F' => match Regex::new(&text::encode(v), &Options::new(Flavor::SedBasic, false))
            {
                Ok(r) if *letter == 'I' => d.ignore = Some(r),
                Ok(r) => d.function = Some(r),
                Err(_) if !cx.busybox() => {
                    let shown = cx.qf(v);
                    cx.err(format!("{shown}: Invalid regular expression")).await;
                    return Err(2);
                }
                Err(e) => {
                    cx.err(format!("{v}: {e}")).await;
                    return Err(2);
                }
            },
            'X' => {
                let Some(list) = cx.slurp(v).await else { return Err(2) };
                d.exclude.extend(text::decode(&list).lines().map(str::to_string));
            }
            'θ' => match v.parse::<usize>() {
                Ok(n) if n > 0 => d.tab = n.min(1 << 20),
                _ => return Err(usage(cx, &format!("invalid tabsize '{v}'")).await),
            },
            'L' if d.labels.len() == 2 => return Err(too_many_labels(cx).await),
            letter @ ('α' | 'β' | 'γ' | 'δ' | 'ε' | 'η' | 'ι' | 'ξ') => {
                formats.get_or_insert_default().set(*letter, v);
            }
            c @ '0'..='9' => {
                let digit = *c as usize - '0' as usize;
                digits = Some(digits.unwrap_or(0).saturating_mul(10).saturating_add(digit));
            }
            letter => d.flag(*letter, v),
        }
    }
    if let Some(f) = formats {
        styles.push(Style::Formats(Box::new(f)));
    }
    let kind = std::mem::discriminant::<Style>;
    if styles.iter().any(|s| kind(s) != kind(&styles[0])) && !cx.busybox() {
        return Err(usage(cx, "conflicting output style options").await);
    }
    // What names functions needs a style that has room for them.
    if styles.is_empty() && d.function.is_some() {
        styles.push(Style::Context(0));
    }
    // Of several -c and -u, BusyBox takes none at its word.
    if let Some(style) = styles.pop().filter(|_| !cx.busybox()) {
        d.style = style;
    }
    let lines = match (explicit, digits) {
        (Some(e), Some(o)) => e.max(o),
        (e, o) => e.or(o).unwrap_or(3),
    };
    if let Style::Context(n) | Style::Unified(n) = &mut d.style {
        *n = lines;
    }
    Ok((d, parsed))
}

async fn too_many_labels(cx: &mut Cx) -> i32 {
    cx.err("too many file label options").await;
    2
}

impl Diff {
    fn flag(&mut self, letter: char, v: &str) {
        match letter {
            'a' => self.as_text = true,
            'b' => self.blanks = true,
            'B' => self.blank_lines = true,
            'E' => self.tab_blanks = true,
            'i' => self.icase = true,
            'p' => {
                let options = Options::new(Flavor::SedBasic, false);
                self.function = Regex::new(b"^[A-Za-z$_]", &options).ok();
            }
            'L' => self.labels.push(v.to_string()),
            'l' => self.paginate = true,
            'N' => self.new_files = true,
            'P' => self.new_second = true,
            'q' => self.brief = true,
            'r' => self.recursive = true,
            's' => self.report_same = true,
            'S' => self.start = Some(v.to_string()),
            't' => self.expand_tabs = true,
            'T' => self.initial_tab = true,
            'w' => self.all_blanks = true,
            'x' => self.exclude.push(v.to_string()),
            'Z' => self.trailing = true,
            'λ' => self.left_column = true,
            'ρ' => self.strip_cr = true,
            'σ' => self.suppress_common = true,
            _ => {}
        }
    }
}

/// The options as they were given, for the lines that name files in directories.
fn shown(cx: &Cx) -> String {
    let mut out = String::new();
    let mut rest = cx.args().into_iter();
    while let Some(arg) = rest.next() {
        if arg == "--" {
            break;
        }
        if !arg.starts_with('-') || arg.len() == 1 {
            continue;
        }
        let valued = match arg.strip_prefix("--") {
            Some(long) => LONGS.iter().any(|l| l.1 == Arg::Required && l.0 == long),
            None => {
                let takes = |c: char| SPEC.contains(&format!("{c}:"));
                arg[1..].find(takes).is_some_and(|i| i + 2 == arg.len())
            }
        };
        let value = if valued { rest.next() } else { None };
        for word in std::iter::once(arg).chain(value) {
            out.push(' ');
            out += &quote::shell(&word, cx.utf8(), false, false);
        }
    }
    out
}
