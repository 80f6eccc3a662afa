//! What an image's history says of an instruction: with its variables replaced, in the form in which BuildKit
//! holds it.

use crate::engine::api::config::ImageConfig;

use super::copy::Wanted;
use super::dockerfile::Instruction;
use super::lexer::Lookup;
use super::metadata::health_words;
use super::ports::exposed;
use super::words::{expanded, pairs};

/// COPY and ADD: where from is not told.
pub fn copied(name: &str, wanted: &Wanted) -> String {
    let mut out = name.to_string();
    for (flag, value) in [("chown", &wanted.owner), ("chmod", &wanted.mode)] {
        if !value.is_empty() {
            out.push_str(&format!(" --{flag}={value}"));
        }
    }
    let documents = wanted.documents.iter().map(|(name, _)| format!("<<{name}"));
    let sources = wanted.sources.iter().cloned().chain(documents);
    for word in sources.chain([wanted.to.clone()]) {
        out.push_str(&format!(" {word}"));
    }
    format!("{out} # buildkit")
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
        "EXPOSE" => format!("[{}]", exposed(&i.rest, escape, get)?.join(" ")),
        "HEALTHCHECK" => health_words(&config.healthcheck.clone().unwrap_or_default()),
        "SHELL" => format!("[{}]", config.shell.clone().unwrap_or_default().join(" ")),
        "STOPSIGNAL" => config.stop_signal.clone(),
        "USER" => config.user.clone(),
        "VOLUME" => format!("[{}]", expanded(&i.rest, escape, get)?.join(" ")),
        _ => i.rest.clone(),
    };
    Ok(format!("{} {text}", i.name))
}

fn quoted(words: Option<&[String]>) -> String {
    let all: Vec<String> = words.unwrap_or_default().iter().map(|w| format!("{w:?}")).collect();
    format!("[{}]", all.join(" "))
}
