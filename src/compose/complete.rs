//! Completion of Compose command lines for the terminal: verbs and flags from the tables, services from the
//! file.

use super::load::Options;
use super::load::files::Choice;
use super::main::FLAGS;
use super::project;
use super::verbs;
use crate::docker::flags::complete::{Proposal, propose};
use crate::docker::flags::parse::Grammar;
use crate::docker::flags::{Kind, Takes};
use crate::kernel::Proc;
use std::collections::BTreeMap;

/// What could stand in the place of the last of `words`; the first stands behind `docker compose`.
pub fn complete(p: &Proc, words: &[String]) -> Proposal {
    let Some((typing, before)) = words.split_last() else { return Proposal::default() };
    let mut at = 0;
    while at < before.len() && before[at].starts_with('-') {
        let word = &before[at];
        let takes_value = !word.contains('=')
            && FLAGS.iter().any(|f| {
                let short = f.short.is_some_and(|s| *word == format!("-{s}"));
                (short || *word == format!("--{}", f.long)) && !matches!(f.kind, Kind::Bool)
            });
        at += if takes_value { 2 } else { 1 };
    }
    if at >= before.len() {
        if at > before.len() || typing.starts_with('-') {
            return propose(&[FLAGS], false, Takes::Nothing, words);
        }
        let shown =
            verbs::ALL.iter().filter(|v| v.name != "alpha" && v.name.starts_with(typing.as_str()));
        let words = shown.map(|v| (v.name.to_string(), v.about.to_string())).collect();
        return Proposal { words, names: None };
    }
    let Some(verb) = verbs::ALL.iter().find(|v| v.name == before[at]) else {
        return Proposal::default();
    };
    // Of Takes, `Objects` stands for services here: nothing else of it can be typed.
    let proposal = propose(&[verb.flags], verb.interspersed, Takes::Objects, &words[at + 1..]);
    if proposal.names != Some(Takes::Objects) {
        return proposal;
    }
    let behind = before[at + 1..].iter().filter(|w| !w.starts_with('-')).count();
    if behind > 0 && !verb.interspersed {
        return Proposal { words: Vec::new(), names: Some(Takes::Files) };
    }
    let suffix = if verb.name == "cp" { ":" } else { "" };
    let names = services(p, &before[..at]);
    let files = (verb.name == "cp").then_some(Takes::Files);
    let words = names.into_iter().map(|n| (format!("{n}{suffix}"), String::new())).collect();
    Proposal { words, names: files }
}

/// The services of the project that the flags choose.
fn services(p: &Proc, flags: &[String]) -> Vec<String> {
    let grammar = Grammar { tables: &[FLAGS], interspersed: false };
    let Ok(m) = grammar.parse(flags) else { return Vec::new() };
    let choice = Choice {
        name: m.text("project-name").to_string(),
        profiles: vec!["*".to_string()],
        files: m.list("file").to_vec(),
        dir: m.text("project-directory").to_string(),
        env_files: m.list("env-file").to_vec(),
        streams: BTreeMap::new(),
    };
    let options = Options { environment: false, consistency: false, ..Options::default() };
    match project::load(p, &choice, options).0 {
        Ok(project) => project.services.keys().cloned().collect(),
        Err(_) => Vec::new(),
    }
}
