//! The arguments of a shell.

use crate::shell::Dialect;
use crate::shell::options::settable;

/// What the arguments ask for.
#[derive(Default)]
pub(super) struct Wanted {
    pub(super) command: Option<String>,
    pub(super) interactive: bool,
    pub(super) login: bool,
    pub(super) stdin: bool,
    pub(super) norc: bool,
    pub(super) noprofile: bool,
    pub(super) rcfile: Option<String>,
    pub(super) options: Vec<(char, bool)>,
    pub(super) named: Vec<(String, bool)>,
    pub(super) shopts: Vec<(String, bool)>,
    pub(super) show_options: bool,
    pub(super) operands: Vec<String>,
}

/// Reads the arguments; the error is a message.
pub(super) fn arguments(argv: &[String], dialect: Dialect) -> Result<Wanted, String> {
    let mut w = Wanted::default();
    w.login = argv.first().is_some_and(|a| a.starts_with('-'));
    let mut i = 1;
    let mut wants_command = false;
    while let Some(a) = argv.get(i) {
        let on = match a.chars().next() {
            Some('-') => true,
            Some('+') => false,
            _ => break,
        };
        if a == "--" || a == "-" {
            i += 1;
            break;
        }
        i += 1;
        if a.starts_with("--") && dialect == Dialect::Ash {
            return Err(format!("bad option '{a}'"));
        }
        if let Some(long) = a.strip_prefix("--").filter(|_| dialect == Dialect::Bash) {
            match long {
                "norc" => w.norc = true,
                "noprofile" => w.noprofile = true,
                "login" => w.login = true,
                "posix" => w.named.push(("posix".to_string(), true)),
                "verbose" => w.options.push(('v', true)),
                "noediting" | "debugger" | "restricted" | "dump-strings" | "dump-po-strings" => {}
                "rcfile" | "init-file" => {
                    w.rcfile = argv.get(i).cloned();
                    i += 1;
                }
                "version" => return Err("version".to_string()),
                "help" => return Err("help".to_string()),
                _ => return Err(format!("{a}: invalid option")),
            }
            continue;
        }
        if a.len() == 1 {
            break;
        }
        for c in a.chars().skip(1) {
            match c {
                'c' => wants_command = true,
                'i' => w.interactive = on,
                'l' => w.login = on,
                's' => w.stdin = true,
                'o' => {
                    match argv.get(i) {
                        Some(n) => w.named.push((n.clone(), on)),
                        None => w.show_options = true,
                    }
                    i += 1;
                }
                'O' if dialect == Dialect::Bash => {
                    if let Some(n) = argv.get(i) {
                        w.shopts.push((n.clone(), on));
                    }
                    i += 1;
                }
                'r' | 'D' if dialect == Dialect::Bash => {}
                c if settable(dialect).any(|(_, l, _)| *l == Some(c)) => w.options.push((c, on)),
                c => {
                    let sign = if on { '-' } else { '+' };
                    return Err(match dialect {
                        Dialect::Ash => format!("illegal option {sign}{c}"),
                        _ => format!("{sign}{c}: invalid option"),
                    });
                }
            }
        }
    }
    w.operands = argv.get(i..).unwrap_or(&[]).to_vec();
    if wants_command {
        if w.operands.is_empty() {
            return Err(match dialect {
                Dialect::Ash => "-c requires an argument".to_string(),
                _ => "-c: option requires an argument".to_string(),
            });
        }
        w.command = Some(w.operands.remove(0));
    }
    Ok(w)
}
