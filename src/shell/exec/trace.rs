//! What `set -x` shows, and the report of `time`.

use super::redirect::Saved;
use super::simple::Args;
use crate::shell::Dialect;
use crate::shell::options::Opt;
use crate::shell::quote;
use crate::shell::state::Shell;

impl Shell {
    /// Shows a command line under `set -x`, after PS4.
    pub(crate) fn trace_line(&mut self, text: &str) {
        let mark = self.var("PS4").unwrap_or_default();
        let mark = self.prompt_escapes(&mark);
        // The first character shows how deep the command is in subshells and evals.
        let first: String = mark.chars().take(1).collect();
        let deep = first.repeat(self.trace_depth() as usize);
        let fd = self
            .var("BASH_XTRACEFD")
            .and_then(|v| v.parse().ok())
            .filter(|fd| self.bash() && self.p.fds().contains(fd))
            .or(self.trace_to)
            .unwrap_or(2);
        let line = format!("{deep}{mark}{text}\n");
        let bytes = crate::vfs::text::encode(&line).into_owned();
        self.put(fd, &bytes);
    }

    /// What is traced from now on goes where standard error led before these redirections.
    pub(super) fn trace_past(&mut self, saved: &Saved) {
        let copy = saved.iter().find(|(fd, _)| *fd == 2).and_then(|(_, copy)| *copy);
        self.trace_to = copy.filter(|_| self.on(Opt::XTrace));
    }

    fn trace_depth(&self) -> u32 {
        if self.bash() { self.traced.min(64) } else { 0 }
    }

    /// Shows the words of a command.
    pub(crate) fn trace_words(&mut self, args: &Args) {
        // What `declare` is given in parentheses is shown first, by itself.
        for (at, items) in &args.arrays {
            let Some(name) = args.words.get(*at) else { continue };
            let items: Vec<String> = items
                .iter()
                .map(|(k, v, _)| match k {
                    Some(k) => {
                        format!("[{}]={}", quote::plain_single(k), quote::plain_single(v))
                    }
                    None => quote::plain_single(v),
                })
                .collect();
            self.trace_line(&format!("{name}({})", items.join(" ")));
        }
        let mut words: Vec<String> = Vec::new();
        for (i, w) in args.words.iter().enumerate() {
            if args.arrays.iter().any(|(at, _)| *at == i) {
                words.push(w.trim_end_matches(['=', '+']).to_string());
                continue;
            }
            words.push(match self.dialect {
                Dialect::Bash => quote::trace(w),
                Dialect::Ash => quote::ash(w),
                Dialect::Dash => w.clone(),
            });
        }
        self.trace_line(&words.join(" "));
        // These two make their assignments as if they stood alone, after the redirections.
        self.trace_to = None;
        if self.bash()
            && matches!(args.words.first().map(String::as_str), Some("export" | "readonly"))
        {
            for i in &args.assigned {
                let Some((name, value)) = args.words.get(*i).and_then(|w| w.split_once('=')) else {
                    continue;
                };
                if args.arrays.iter().any(|(at, _)| at == i) {
                    continue;
                }
                let value = if value.is_empty() { String::new() } else { quote::trace(value) };
                self.trace_line(&format!("{name}={value}"));
            }
        }
    }

    /// The report of `time`: TIMEFORMAT, or `-p`'s.
    pub(crate) fn time_report(&self, posix: bool, real: i64, user: i64, system: i64) -> String {
        if posix {
            let s = |n: i64| format!("{}.{:02}", n / 1_000_000_000, n % 1_000_000_000 / 10_000_000);
            return format!("real {}\nuser {}\nsys {}\n", s(real), s(user), s(system));
        }
        let format = match self.var("TIMEFORMAT") {
            Some(f) if f.is_empty() => return String::new(),
            Some(f) => f,
            None => "\nreal\t%3lR\nuser\t%3lU\nsys\t%3lS".to_string(),
        };
        let mut out = String::new();
        let mut chars = format.chars().peekable();
        while let Some(c) = chars.next() {
            if c != '%' {
                out.push(c);
                continue;
            }
            let digits =
                chars.next_if(char::is_ascii_digit).and_then(|d| d.to_digit(10)).unwrap_or(3);
            let long = chars.next_if_eq(&'l').is_some();
            let n = match chars.next() {
                Some('R') => real,
                Some('U') => user,
                Some('S') => system,
                Some('P') => {
                    let share = if real > 0 { (user + system) * 10_000 / real } else { 0 };
                    out.push_str(&format!("{}.{:02}", share / 100, share % 100));
                    continue;
                }
                Some('%') => {
                    out.push('%');
                    continue;
                }
                _ => continue,
            };
            out.push_str(&duration(n, digits.min(3), long));
        }
        out.push('\n');
        out
    }
}

fn duration(ns: i64, digits: u32, long: bool) -> String {
    let seconds = ns / 1_000_000_000;
    let milli = format!("{:03}", ns % 1_000_000_000 / 1_000_000);
    let fraction =
        if digits == 0 { String::new() } else { format!(".{}", &milli[..digits as usize]) };
    if long {
        format!("{}m{}{fraction}s", seconds / 60, seconds % 60)
    } else {
        format!("{seconds}{fraction}")
    }
}
