//! What an image's history says of an instruction: with its variables replaced, in the form in which BuildKit
//! holds it.

use crate::engine::api::config::ImageConfig;

use super::dockerfile::Instruction;
use super::metadata::health_words;
use super::words::{Lookup, expand, expanded, pairs, split};

/// An instruction as its step is called.
pub fn original(i: &Instruction) -> String {
    let mut out = i.name.clone();
    for (n, v) in &i.flags {
        out.push_str(&if v.is_empty() { format!(" --{n}") } else { format!(" --{n}={v}") });
    }
    format!("{out} {}", i.rest)
}

/// COPY and ADD.
pub fn copied(i: &Instruction, escape: char, get: Lookup<'_>) -> Result<String, String> {
    let words = expanded(&i.rest, escape, get)?;
    Ok(original(&Instruction { rest: words.join(" "), ..i.clone() }))
}

/// What changes only an image's configuration, which has been changed.
pub fn said(
    i: &Instruction,
    config: &ImageConfig,
    escape: char,
    get: Lookup<'_>,
) -> Result<String, String> {
    let text = match i.name.as_str() {
        "CMD" => quoted(config.cmd.as_deref()),
        "ENTRYPOINT" => quoted(config.entrypoint.as_deref()),
        "ENV" | "LABEL" => {
            let all = pairs(&i.name, &i.rest, escape, get)?;
            let all: Vec<String> = all.iter().map(|(n, v)| format!("{n}={v}")).collect();
            all.join(" ")
        }
        "EXPOSE" => format!("[{}]", ports(&i.rest, escape, get)?.join(" ")),
        "HEALTHCHECK" => health_words(&config.healthcheck.clone().unwrap_or_default()),
        "SHELL" => format!("[{}]", config.shell.clone().unwrap_or_default().join(" ")),
        "STOPSIGNAL" => config.stop_signal.clone(),
        "USER" => config.user.clone(),
        "VOLUME" => format!("[{}]", expanded(&i.rest, escape, get)?.join(" ")),
        _ => i.rest.clone(),
    };
    Ok(format!("{} {text}", i.name))
}

/// The ports of EXPOSE: sorted as they were written, then ranges taken apart.
fn ports(text: &str, escape: char, get: Lookup<'_>) -> Result<Vec<String>, String> {
    let mut words = split(text, escape);
    words.sort();
    let mut out = Vec::new();
    for word in words {
        let word = expand(&word, escape, get)?;
        let (numbers, kind) = word.split_once('/').unwrap_or((&word, "tcp"));
        let (first, last) = numbers.split_once('-').unwrap_or((numbers, numbers));
        // What is no number has been refused before.
        if let (Ok(first), Ok(last)) = (first.parse::<u16>(), last.parse::<u16>()) {
            out.extend((first..=last).map(|n| format!("{n}/{}", kind.to_ascii_lowercase())));
        }
    }
    Ok(out)
}

fn quoted(words: Option<&[String]>) -> String {
    let all: Vec<String> = words.unwrap_or_default().iter().map(|w| format!("{w:?}")).collect();
    format!("[{}]", all.join(" "))
}
