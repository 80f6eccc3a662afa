//! Completion of docker command lines for the terminal: verbs and flags from the tables, names from
//! the engine.

use super::command::{Entry, Node};
use super::flags::Takes;
use super::flags::complete::{Proposal, propose};
use super::{globals, tree};

/// What could stand in the place of the last of `words`; the first is `docker` itself. Names of
/// containers and the like are said by sort, and looked up by whoever has the engine.
pub fn complete(words: &[String]) -> Proposal {
    let Some((_, mut words)) = words.split_first() else { return Proposal::default() };
    // Flags before the verb, with their values.
    while let [first, rest @ ..] = words {
        if rest.is_empty() || !first.starts_with('-') {
            break;
        }
        let takes_value = !first.contains('=')
            && globals::FLAGS.iter().any(|f| {
                let short = f.short.is_some_and(|s| *first == format!("-{s}"));
                (short || *first == format!("--{}", f.long)) && !f.kind.value_name().is_empty()
            });
        if takes_value && rest.len() == 1 {
            return propose(&[globals::FLAGS], false, Takes::Nothing, words);
        }
        words = if takes_value { &rest[1..] } else { rest };
    }
    let [first, ..] = words else { return Proposal::default() };
    if words.len() == 1 && first.starts_with('-') {
        return propose(&[globals::FLAGS], false, Takes::Nothing, words);
    }
    let mut entries: Vec<&'static Entry> =
        tree::SECTIONS.iter().flat_map(|(_, entries)| entries.iter()).collect();
    loop {
        let Some((first, rest)) = words.split_first() else { return Proposal::default() };
        if rest.is_empty() {
            let words = entries
                .iter()
                .filter(|e| !e.hidden && e.name.starts_with(first.as_str()))
                .map(|e| (e.name.to_string(), e.node.about().to_string()))
                .collect();
            return Proposal { words, names: None };
        }
        match entries.iter().find(|e| e.is(first)).map(|e| e.node) {
            Some(Node::Group(group)) => {
                entries = group.entries.iter().collect();
                words = rest;
            }
            Some(Node::Verb(verb)) => {
                return propose(verb.flags, verb.interspersed, verb.takes, rest);
            }
            _ => return Proposal::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::complete;
    use crate::docker::flags::Takes;

    fn at(line: &str) -> (Vec<String>, Option<Takes>) {
        let words: Vec<String> = line.split(' ').map(str::to_string).collect();
        let p = complete(&words);
        (p.words.into_iter().map(|(w, _)| w).collect(), p.names)
    }

    #[test]
    fn places() {
        assert_eq!(at("docker vol").0, ["volume"]);
        assert_eq!(at("docker volume r").0, ["rm"]);
        assert_eq!(at("docker volume rm ").1, Some(Takes::Volumes));
        assert_eq!(at("docker run --vol").0, ["--volume", "--volume-driver", "--volumes-from"]);
        assert_eq!(at("docker -H x ps --filter ").1, Some(Takes::Nothing));
        assert_eq!(at("docker exec -it ").1, Some(Takes::Running));
    }
}
