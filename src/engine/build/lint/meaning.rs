//! Checks of what instructions mean, made when their variables are known: names that nothing sets, secrets in
//! the open, instructions that undo others.

use crate::engine::build::dockerfile::{Instruction, json_form, nearest};
use crate::engine::build::draft::Draft;
use crate::engine::build::lexer::{Lookup, expand};
use crate::engine::build::ports;
use crate::engine::build::words::split;

use super::{Linter, rules};

/// Words that a secret's name has, at its ends or between underscores.
const SECRETS: [&str; 10] = [
    "apikey",
    "auth",
    "credential",
    "credentials",
    "key",
    "passwd",
    "password",
    "pword",
    "secret",
    "token",
];

/// Variables that an instruction asked for and that are not set.
pub fn unset(lint: &mut Linter, i: &Instruction, missed: &[String], draft: &Draft) {
    // EXPOSE replaces its variables where nobody looks.
    if i.name == "EXPOSE" {
        return;
    }
    let known: Vec<&str> = draft.scope.names().collect();
    for name in missed.iter().filter(|name| !draft.scope.declares(name)) {
        let mut detail = format!("Usage of undefined variable '${name}'");
        if let Some(near) = nearest(name, &known) {
            detail.push_str(&format!(" (did you mean ${near}?)"));
        }
        lint.note(&rules::UNDEFINED_VAR, i.lines(), detail);
    }
}

/// An instruction, before it is followed: `draft` is what those before it have made.
pub fn instruction(
    lint: &mut Linter,
    i: &Instruction,
    draft: &Draft,
    escape: char,
    get: Lookup<'_>,
) {
    let mut note = |rule, lines, detail| lint.note(rule, lines, detail);
    let lines = i.lines();
    match i.name.as_str() {
        "ARG" | "ENV" | "LABEL" => {
            let words = split(&i.rest, escape);
            let old = i.name != "ARG" && words.first().is_some_and(|word| !word.contains('='));
            if old {
                let name = &i.name;
                let detail = format!(
                    "\"{name} key=value\" should be used instead of legacy \"{name} key value\" format"
                );
                note(&rules::LEGACY_PAIRS, lines, detail);
            }
            let named = if old { &words[..1] } else { &words[..] };
            let keys = named.iter().map(|word| word.split('=').next().unwrap_or_default());
            for key in keys.filter(|key| i.name != "LABEL" && is_secret(key)) {
                let detail = format!(
                    "Do not use ARG or ENV instructions for sensitive data ({} {key:?})",
                    i.name
                );
                note(&rules::SECRETS, lines, detail);
            }
        }
        "CMD" | "ENTRYPOINT" | "HEALTHCHECK" => {
            if let Some(before) = draft.before(&i.name) {
                let detail = format!(
                    "Multiple {} instructions should not be used in the same stage because only the last one will be used",
                    i.name
                );
                note(&rules::MULTIPLE, before, detail);
            }
            let plain = i.name != "HEALTHCHECK" && json_form(&i.rest).is_none();
            if plain && draft.config.shell.is_none() {
                let detail = format!(
                    "JSON arguments recommended for {} to prevent unintended behavior related to OS signals",
                    i.name
                );
                note(&rules::JSON_ARGS, lines, detail);
            }
        }
        "EXPOSE" => {
            for port in ports::words(&i.rest, escape, get).unwrap_or_default() {
                let Ok(spec) = ports::Spec::read(&port) else { return };
                if spec.kind != spec.kind.to_lowercase() {
                    let detail = format!(
                        "Defined protocol '{port}' in EXPOSE instruction should be lowercase"
                    );
                    note(&rules::EXPOSE_CASING, lines, detail);
                }
                if !spec.address.is_empty() || !spec.outside.is_empty() {
                    let detail = format!(
                        "EXPOSE instruction should not define an IP address or host-port mapping, found '{port}'"
                    );
                    note(&rules::EXPOSE_FORMAT, lines, detail);
                }
            }
        }
        "WORKDIR" => {
            let path = expand(&i.rest, escape, get).unwrap_or_default();
            if !draft.moved && !path.starts_with('/') {
                let detail = format!(
                    "Relative workdir {path:?} can have unexpected results if the base image changes"
                );
                note(&rules::RELATIVE_WORKDIR, lines, detail);
            }
        }
        _ => {}
    }
}

/// Files that a COPY or ADD names and that `.dockerignore` leaves out.
pub fn ignored(
    lint: &mut Linter,
    i: &Instruction,
    sources: &[String],
    left_out: impl Fn(&str) -> bool,
) {
    let verb = if i.name == "ADD" { "Add" } else { "Copy" };
    for source in sources.iter().filter(|source| left_out(source)) {
        let detail =
            format!("Attempting to {verb} file {source:?} that is excluded by .dockerignore");
        lint.note(&rules::COPY_IGNORED, i.lines(), detail);
    }
}

/// Whether a name is that of a secret.
fn is_secret(name: &str) -> bool {
    // The words at the ends and between underscores, any number of which may make up one.
    let has = |wanted: &[&str]| {
        name.split('_').any(|part| wanted.iter().any(|word| part.eq_ignore_ascii_case(word)))
    };
    has(&SECRETS) && !has(&["public"])
}

#[cfg(test)]
mod tests {
    use super::is_secret;

    #[test]
    fn names_of_secrets() {
        for name in ["PASSWORD", "api_key", "GITHUB_TOKEN", "secret_MESSAGE", "auth", "APIKEY"] {
            assert!(is_secret(name), "{name}");
        }
        for name in ["PUBLIC_KEY", "MONKEY", "TOKENS", "PASSWORDS_FILE", "AUTHOR"] {
            assert!(!is_secret(name), "{name}");
        }
    }
}
