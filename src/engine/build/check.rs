//! What BuildKit's parser refuses of an instruction by itself, before any image is looked for: flags that it
//! does not have, words that are missing. What only variables or files can tell is found in `rehearse.rs`.

use crate::coreutils::fs::modes::{Mode, parse};

use super::dockerfile::{Instruction, is_mixed, json_form, nearest};
use super::metadata::health;
use super::parser::{self, heredoc};
use super::words::{listed, split};

/// What a flag of an instruction takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    /// Nothing, or true or false.
    Bool,
    /// A text, once.
    Text,
    /// A text, any number of times.
    Texts,
}

const COPY: &[(&str, Takes)] = &[
    ("chmod", Takes::Text),
    ("chown", Takes::Text),
    ("exclude", Takes::Texts),
    ("from", Takes::Text),
    ("link", Takes::Bool),
];

const ADD: &[(&str, Takes)] = &[
    ("checksum", Takes::Text),
    ("chmod", Takes::Text),
    ("chown", Takes::Text),
    ("exclude", Takes::Texts),
    ("keep-git-dir", Takes::Bool),
    ("link", Takes::Bool),
    ("unpack", Takes::Bool),
];

const HEALTHCHECK: &[(&str, Takes)] = &[
    ("interval", Takes::Text),
    ("retries", Takes::Text),
    ("start-interval", Takes::Text),
    ("start-period", Takes::Text),
    ("timeout", Takes::Text),
];

const RUN: &[(&str, Takes)] =
    &[("device", Takes::Texts), ("mount", Takes::Texts), ("network", Takes::Text)];

fn flags_of(instruction: &str) -> &'static [(&'static str, Takes)] {
    match instruction {
        "ADD" => ADD,
        "COPY" => COPY,
        "FROM" => &[("platform", Takes::Text)],
        "HEALTHCHECK" => HEALTHCHECK,
        "RUN" => RUN,
        _ => &[],
    }
}

/// Refuses a flag (`name` or `name=value`) of an instruction that has been given others before.
fn flag(instruction: &str, text: &str, before: &[(String, String)]) -> Result<(), String> {
    let (name, value) = match text.split_once('=') {
        Some((name, value)) => (name, Some(value)),
        None => (text, None),
    };
    let known = flags_of(instruction);
    let Some((_, takes)) = known.iter().find(|(k, _)| *k == name) else {
        let names: Vec<&str> = known.iter().map(|(k, _)| *k).collect();
        let hint = match nearest(name, &names) {
            Some(near) => format!(" (did you mean {near}?)"),
            None => String::new(),
        };
        return Err(format!("unknown flag: --{name}{hint}"));
    };
    if *takes != Takes::Texts && before.iter().any(|(n, _)| n == name) {
        return Err(format!("duplicate flag specified: --{name}"));
    }
    match (takes, value) {
        (Takes::Bool, Some(v)) if !v.is_empty() && !matches!(v, "true" | "false") => {
            Err(format!("expecting boolean value for flag --{name}, not: {v}"))
        }
        (Takes::Text | Takes::Texts, None) => Err(format!("missing a value on flag: --{name}")),
        _ => Ok(()),
    }
}

/// Why what follows an instruction's name can not be taken apart, which the parser says before all else: pairs
/// that are none, and lists of more than texts. What ONBUILD keeps is looked at likewise.
pub fn unread(name: &str, rest: &str, escape: char) -> Option<String> {
    let name = name.to_ascii_uppercase();
    let (_, rest) = parser::flags(rest);
    match name.as_str() {
        "ENV" | "LABEL" => unpaired(&name, rest, escape),
        "ADD" | "CMD" | "COPY" | "ENTRYPOINT" | "RUN" | "SHELL" | "VOLUME" => mixed(rest),
        "HEALTHCHECK" => mixed(parser::parts(rest).1),
        "ONBUILD" => {
            let (name, rest) = parser::parts(rest);
            unread(name, rest, escape)
        }
        _ => None,
    }
}

fn mixed(list: &str) -> Option<String> {
    is_mixed(list).then(|| {
        "when using JSON array syntax, arrays must be comprised of strings only".to_string()
    })
}

fn unpaired(name: &str, rest: &str, escape: char) -> Option<String> {
    let words = split(rest, escape);
    if !words.first()?.contains('=') {
        return (words.len() < 2).then(|| format!("{name} must have two arguments"));
    }
    let bare = words.iter().find(|w| !w.contains('='))?;
    Some(format!("Syntax error - can't find = in {bare:?}. Must be of the form: name=value"))
}

/// Refuses an instruction that has too few arguments, whatever its flags are.
pub fn counted(name: &str, rest: &str) -> Result<(), String> {
    match name {
        "CMD" | "ENTRYPOINT" | "RUN" => Ok(()),
        "FROM" if rest.is_empty() => Err("FROM requires either one or three arguments".to_string()),
        "COPY" | "ADD" if listed(rest).len() < 2 => Err(format!(
            "{name} requires at least two arguments, but only one was provided. Destination could not be \
             determined"
        )),
        "WORKDIR" | "USER" | "STOPSIGNAL" | "MAINTAINER" if rest.is_empty() => {
            Err(format!("{name} requires exactly one argument"))
        }
        _ if rest.is_empty() => Err(at_least_one(name)),
        _ => Ok(()),
    }
}

fn at_least_one(name: &str) -> String {
    format!("{name} requires at least one argument")
}

/// Reads an instruction's flags. ARG and STOPSIGNAL never look at theirs, nor does a health check that there
/// is none.
pub fn flags(name: &str, given: &[String], rest: &str) -> Result<Vec<(String, String)>, String> {
    let mut out = Vec::new();
    let none = name == "HEALTHCHECK" && rest.eq_ignore_ascii_case("none");
    if none || matches!(name, "ARG" | "STOPSIGNAL") {
        return Ok(out);
    }
    for text in given.iter().filter_map(|word| word.strip_prefix("--")) {
        flag(name, text, &out)?;
        let (n, v) = text.split_once('=').unwrap_or((text, ""));
        out.push((n.to_string(), v.to_string()));
    }
    Ok(out)
}

fn run(i: &Instruction) -> Result<(), String> {
    for (flag, value) in &i.flags {
        let from = || value.split(',').find_map(|part| part.strip_prefix("from="));
        match (flag.as_str(), value.as_str()) {
            ("network", "default" | "host" | "none") => {}
            ("network", mode) => return Err(format!("invalid network mode {mode:?}")),
            ("mount", "") => return Err("failed to parse csv mounts: EOF".to_string()),
            ("mount", _) if from().is_some_and(|from| from.contains('$')) => {
                let why = "'from' doesn't support variable expansion, define alias stage instead";
                return Err(why.to_string());
            }
            _ => {}
        }
    }
    Ok(())
}

/// Refuses arguments that an instruction can not have.
pub fn arguments(i: &Instruction) -> Result<(), String> {
    let name = i.name.as_str();
    let words = || listed(&i.rest);
    match name {
        "RUN" => run(i),
        "COPY" | "ADD" if words().last().is_some_and(|to| heredoc(to).is_some()) => {
            Err(format!("{name} cannot accept a heredoc as a destination"))
        }
        "VOLUME" if words().is_empty() => Err(at_least_one(name)),
        "VOLUME" if words().iter().any(|path| path.trim().is_empty()) => {
            Err("VOLUME specified can not be an empty string".to_string())
        }
        "ENV" | "LABEL" if i.rest.starts_with('=') => Err(format!("{name} names can not be blank")),
        "ARG" if split(&i.rest, '\\').iter().any(|w| w.starts_with('=')) => {
            Err("ARG names can not be blank".to_string())
        }
        "HEALTHCHECK" => health(i).map(drop),
        "SHELL" => match json_form(&i.rest) {
            Some(words) if words.is_empty() => Err(at_least_one(name)),
            Some(_) => Ok(()),
            None => Err("SHELL requires the arguments to be in JSON form".to_string()),
        },
        "ONBUILD" => trigger(&i.rest),
        _ => Ok(()),
    }
}

fn trigger(text: &str) -> Result<(), String> {
    let name = text.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
    match name.as_str() {
        "ONBUILD" => Err("Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed".to_string()),
        "FROM" | "MAINTAINER" => Err(format!("{name} isn't allowed as an ONBUILD trigger")),
        _ => Ok(()),
    }
}

/// The mode of `--chmod`; none where it says nothing.
pub fn chmod(text: &str) -> Result<Option<Mode>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let wrong = || match text.starts_with(|c: char| c.is_ascii_digit()) {
        true => format!(
            "invalid chmod parameter: '{text}'. it should be octal string and between 0 and 07777"
        ),
        false => "invalid syntax".to_string(),
    };
    // Letters and numbers are not mixed, as they may be for `chmod`.
    let mixed = !text.starts_with(|c: char| c.is_ascii_digit())
        && text.contains(|c: char| c.is_ascii_digit());
    parse(text).filter(|_| !mixed).map(Some).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::super::dockerfile::read;
    use super::super::lint::Linter;
    use super::super::parser::take_apart;

    #[test]
    fn what_is_refused() {
        let why = |line: &str| {
            let nodes = take_apart(&format!("FROM a\n{line}\n"));
            let read = nodes.and_then(|nodes| read(&nodes, &mut Linter::default()));
            let said = read.unwrap_err().why;
            said.strip_prefix("dockerfile parse error on line 2: ").unwrap_or(&said).to_string()
        };
        for (line, said) in [
            ("COPY --form=x a b", "unknown flag: --form (did you mean from?)"),
            ("COPY --from=x --from=y a b", "duplicate flag specified: --from"),
            ("COPY --link=x a b", "expecting boolean value for flag --link, not: x"),
            ("RUN --mount ls", "missing a value on flag: --mount"),
            ("RUN --network=x ls", "invalid network mode \"x\""),
            ("ENV a", "ENV must have two arguments"),
            ("ONBUILD ENV a", "ENV must have two arguments"),
            ("WORKDIR --x /a", "unknown flag: --x"),
            (
                "COPY --from",
                "COPY requires at least two arguments, but only one was provided. Destination could not be determined",
            ),
            ("HEALTHCHECK CMD []", "Missing command after HEALTHCHECK CMD"),
            ("CMD [1]", "when using JSON array syntax, arrays must be comprised of strings only"),
            ("RUN --mount= ls", "failed to parse csv mounts: EOF"),
            ("SHELL []", "SHELL requires at least one argument"),
            ("VOLUME []", "VOLUME requires at least one argument"),
            ("HEALTHCHECK --retries=-1 CMD a", "--retries cannot be negative (-1)"),
        ] {
            assert_eq!(why(line), said, "{line}");
        }
    }

    #[test]
    fn modes() {
        assert!(super::chmod("u=rwX,go=").is_ok() && super::chmod("").is_ok());
        assert_eq!(super::chmod("abc").unwrap_err(), "invalid syntax");
        assert_eq!(super::chmod("-1").unwrap_err(), "invalid syntax");
        assert!(super::chmod("99999").unwrap_err().starts_with("invalid chmod parameter: '99999'"));
    }
}
