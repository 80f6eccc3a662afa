//! Options as getopt_long(3) reads them, with the complaints of GNU's and of BusyBox's tools.

use super::Cx;
use super::lines::quoted;

/// Whether a long option takes an argument.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Arg {
    No,
    Required,
    Optional,
}

/// Options in order, each by its letter, and operands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// Letter and argument.
    pub options: Vec<(char, Option<String>)>,
    /// All that is not an option.
    pub operands: Vec<String>,
}

impl Parsed {
    /// Whether an option was given.
    pub fn has(&self, letter: char) -> bool {
        self.options.iter().any(|o| o.0 == letter)
    }

    /// The argument of the last such option.
    pub fn value(&self, letter: char) -> Option<&str> {
        self.options.iter().rev().find(|o| o.0 == letter).and_then(|o| o.1.as_deref())
    }
}

/// What is wrong with the arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Complaint {
    InvalidShort(char),
    NeedsArgShort(char),
    Unrecognized(String),
    Ambiguous(String, Vec<String>),
    NeedsArgLong(String),
    TakesNoArg(String),
    Help,
    Version,
}

/// How an option letter of a spec such as `ab:c::` takes its argument; `None` for no such letter.
fn short_arg(spec: &str, letter: char) -> Option<Arg> {
    if matches!(letter, ':' | '+' | '-') {
        return None;
    }
    let rest = &spec[spec.find(letter)? + letter.len_utf8()..];
    Some(match rest {
        r if r.starts_with("::") => Arg::Optional,
        r if r.starts_with(':') => Arg::Required,
        _ => Arg::No,
    })
}

/// Reads `args` by a short spec as getopt(3) has it (a leading `+` ends options at the first operand)
/// and a table of long names with the letter each stands for.
pub fn parse(
    args: &[String],
    spec: &str,
    longs: &[(&str, Arg, char)],
) -> Result<Parsed, Complaint> {
    let mut out = Parsed::default();
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        if arg == "--" {
            out.operands.extend(rest.cloned());
            break;
        }
        if let Some(long) = arg.strip_prefix("--") {
            let (name, value) = match long.split_once('=') {
                Some((n, v)) => (n, Some(v.to_string())),
                None => (long, None),
            };
            let (full, takes, letter) = match find_long(longs, name) {
                // It is named as it was written, its value too.
                Err(Complaint::Unrecognized(_)) => {
                    return Err(Complaint::Unrecognized(long.into()));
                }
                found => found?,
            };
            let value = match (takes, value) {
                (Arg::No, Some(_)) => return Err(Complaint::TakesNoArg(full.to_string())),
                (Arg::Required, None) => match rest.next() {
                    Some(v) => Some(v.clone()),
                    None => return Err(Complaint::NeedsArgLong(full.to_string())),
                },
                (_, value) => value,
            };
            out.options.push((letter, value));
            continue;
        }
        if !arg.starts_with('-') || arg.len() == 1 {
            out.operands.push(arg.clone());
            if spec.starts_with('+') {
                out.operands.extend(rest.cloned());
                break;
            }
            continue;
        }
        let cluster = arg[1..].char_indices();
        for (i, letter) in cluster {
            let after = &arg[1 + i + letter.len_utf8()..];
            match short_arg(spec, letter).ok_or(Complaint::InvalidShort(letter))? {
                Arg::No => {
                    out.options.push((letter, None));
                    continue;
                }
                Arg::Optional => {
                    let value = (!after.is_empty()).then(|| after.to_string());
                    out.options.push((letter, value));
                }
                Arg::Required if !after.is_empty() => {
                    out.options.push((letter, Some(after.to_string())));
                }
                Arg::Required => match rest.next() {
                    Some(v) => out.options.push((letter, Some(v.clone()))),
                    None => return Err(Complaint::NeedsArgShort(letter)),
                },
            }
            break;
        }
    }
    Ok(out)
}

fn find_long<'a>(
    longs: &[(&'a str, Arg, char)],
    name: &str,
) -> Result<(&'a str, Arg, char), Complaint> {
    if let Some(exact) = longs.iter().find(|l| l.0 == name) {
        return Ok(*exact);
    }
    let found: Vec<_> = longs.iter().filter(|l| l.0.starts_with(name)).collect();
    match (found.as_slice(), name) {
        ([], "help") => Err(Complaint::Help),
        ([], "version") => Err(Complaint::Version),
        ([], _) => Err(Complaint::Unrecognized(name.to_string())),
        ([one], _) => Ok(**one),
        (many, _) if many.iter().all(|l| l.2 == many[0].2) => Ok(*many[0]),
        (many, _) => Err(Complaint::Ambiguous(
            name.to_string(),
            many.iter().map(|l| l.0.to_string()).collect(),
        )),
    }
}

impl std::fmt::Display for Complaint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Complaint::Help => f.write_str("unrecognized option '--help'"),
            Complaint::Version => f.write_str("unrecognized option '--version'"),
            Complaint::InvalidShort(c) => write!(f, "invalid option -- '{c}'"),
            Complaint::NeedsArgShort(c) => write!(f, "option requires an argument -- '{c}'"),
            Complaint::Unrecognized(n) => write!(f, "unrecognized option '--{n}'"),
            Complaint::NeedsArgLong(n) => write!(f, "option '--{n}' requires an argument"),
            Complaint::TakesNoArg(n) => write!(f, "option '--{n}' doesn't allow an argument"),
            Complaint::Ambiguous(n, all) => {
                let all: String = all.iter().map(|a| format!(" '--{a}'")).collect();
                write!(f, "option '--{n}' is ambiguous; possibilities:{all}")
            }
        }
    }
}

impl Cx {
    /// Reads the program's arguments ([`parse`]); on a complaint, says it as the dialect does and
    /// gives the status to end with. `--help` and `--version` are answered too.
    pub async fn getopt(&mut self, spec: &str, longs: &[(&str, Arg, char)]) -> Result<Parsed, i32> {
        let args = self.args();
        match parse(&args, spec, longs) {
            Ok(parsed) => Ok(parsed),
            Err(complaint) => Err(self.complain(complaint).await),
        }
    }

    /// Which word of a long option was meant; a beginning will do. Names of one line mean the same. On
    /// a complaint, gives the status to end with.
    pub async fn choose(
        &mut self,
        option: &str,
        v: &str,
        words: &[&[&'static str]],
    ) -> Result<&'static str, i32> {
        if let Some(exact) = words.iter().find(|w| w.contains(&v)) {
            return Ok(exact[0]);
        }
        let mut near = words.iter().filter(|w| w.iter().any(|n| n.starts_with(v)));
        let kind = match (near.next(), near.next()) {
            (Some(one), None) => return Ok(one[0]),
            (Some(_), Some(_)) => "ambiguous",
            _ => "invalid",
        };
        let quote = |s: &str| quoted(&self.p, s);
        let mut text = format!("{kind} argument {} for {}", quote(v), quote(option));
        text.push_str("\nValid arguments are:");
        for line in words {
            let names: Vec<String> = line.iter().map(|n| quote(n)).collect();
            text.push_str(&format!("\n  - {}", names.join(", ")));
        }
        self.err(text).await;
        Err(self.try_help(1).await)
    }

    /// Says what is wrong with the arguments; gives the status to end with.
    pub async fn complain(&mut self, complaint: Complaint) -> i32 {
        let text = match complaint {
            Complaint::Help if self.busybox() => return self.busybox_usage().await.min(0),
            Complaint::Help => {
                self.help();
                return 0;
            }
            Complaint::Version if !self.busybox() => {
                self.version();
                return 0;
            }
            complaint => complaint.to_string(),
        };
        self.err(text).await;
        self.try_help(self.usage_status).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(s: &str) -> Vec<String> {
        s.split_whitespace().map(str::to_string).collect()
    }

    #[test]
    fn clusters_values_and_operands() {
        let longs =
            [("all", Arg::No, 'a'), ("width", Arg::Required, 'w'), ("color", Arg::Optional, 'C')];
        let p = parse(&args("-ab x -w5 --wid=6 --color -- -z"), "abw:", &longs).unwrap();
        assert_eq!(p.operands, ["x", "-z"]);
        assert_eq!(p.value('w'), Some("6"));
        assert!(p.has('a') && p.has('b') && p.has('C'));
        assert_eq!(parse(&args("-q"), "ab", &longs), Err(Complaint::InvalidShort('q')));
        assert_eq!(parse(&args("--nope"), "", &longs), Err(Complaint::Unrecognized("nope".into())));
        assert_eq!(parse(&args("-w"), "w:", &longs), Err(Complaint::NeedsArgShort('w')));
        assert_eq!(parse(&args("x -a"), "+a", &longs).unwrap().operands, ["x", "-a"]);
    }
}
