//! Checks of FROM: the variables in its image's name and in its platform.

use crate::engine::build::dockerfile::{Instruction, nearest};
use crate::engine::build::words::Word;
use crate::engine::images::reference::Reference;

use super::{Linter, rules};

/// An image's name as it is without `--build-arg`, which must be one.
pub fn default_name(lint: &mut Linter, i: &Instruction, written: &str, name: &str) {
    if Reference::parse(name).is_err() {
        let detail =
            format!("Default value for ARG {written} results in empty or invalid base image name");
        lint.note(&rules::INVALID_DEFAULT, i.lines(), detail);
    }
}

/// Variables that no ARG before the first stage declares.
pub fn declared(lint: &mut Linter, i: &Instruction, word: &Word, known: &[&str]) {
    for name in word.missed.iter().filter(|name| !known.contains(&name.as_str())) {
        let mut detail = format!("FROM argument '{name}' is not declared");
        if let Some(near) = nearest(name, known) {
            detail.push_str(&format!(" (did you mean {near}?)"));
        }
        lint.note(&rules::UNDEFINED_IN_FROM, i.lines(), detail);
    }
}

/// What `--platform` asks for, and what of it goes without saying.
pub fn platform(lint: &mut Linter, i: &Instruction, stage: &str, written: &str, word: &Word) {
    let mut note = |rule, detail| lint.note(rule, i.lines(), detail);
    if word.met == ["TARGETPLATFORM"] && word.missed.is_empty() {
        let detail = format!(
            "Setting platform to predefined {written} in FROM is redundant as this is the default behavior"
        );
        if word.text == crate::engine::build::stage::PLATFORM {
            note(&rules::REDUNDANT_PLATFORM, detail);
        }
    }
    let constant = word.met.is_empty() && word.missed.is_empty();
    let Ok((os, arch, _)) = crate::engine::images::platform::parse(&word.text) else { return };
    if constant && !stage.contains(&os) && !stage.contains(&arch) {
        let detail = format!("FROM --platform flag should not use constant value {:?}", word.text);
        note(&rules::CONST_PLATFORM, detail);
    }
}
