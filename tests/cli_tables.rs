//! The tables of docker's verbs hold together: names are unique and sorted, help can be drawn for
//! every verb, completion knows every place that help shows, and `docs/GAPS.md` says what they say.
//! To write that page anew: `DRYDOCK_WRITE=1 cargo test --test cli_tables`.

use drydock::docker::command::{Entry, Node, Verb};
use drydock::docker::{complete, gaps, help, tree};
use std::collections::BTreeSet;

fn verbs(entries: &[Entry], path: &str, all: &mut Vec<(String, &'static Verb)>) {
    for entry in entries {
        let path = format!("{path} {}", entry.name);
        match entry.node {
            Node::Verb(verb) => all.push((path, verb)),
            Node::Group(group) => verbs(group.entries, &path, all),
            Node::Plugin { .. } | Node::Only { .. } => {}
        }
    }
}

fn all() -> Vec<(String, &'static Verb)> {
    let mut found = Vec::new();
    for (_, entries) in tree::SECTIONS {
        verbs(entries, "docker", &mut found);
    }
    found
}

#[test]
fn flags_have_one_meaning() {
    for (path, verb) in all() {
        let (mut long, mut short) = (BTreeSet::new(), BTreeSet::new());
        for flag in verb.flags.iter().flat_map(|t| t.iter()) {
            assert!(long.insert(flag.long), "{path}: --{} twice", flag.long);
            assert!(flag.short.is_none_or(|s| short.insert(s)), "{path}: {:?} twice", flag.short);
            assert!(
                !flag.about.is_empty()
                    && (!flag.about.ends_with('.') || flag.about.ends_with("...")),
                "{path}: --{}",
                flag.long
            );
        }
        for table in verb.flags {
            let names: Vec<&str> = table.iter().map(|f| f.long).collect();
            assert!(
                names.is_sorted() || path.contains("stop") || path.contains("restart"),
                "{path}: {names:?}"
            );
        }
    }
}

#[test]
fn help_fits_the_screen() {
    for (path, verb) in all() {
        let text = help::verb(&path, verb, 79);
        assert!(text.starts_with(&format!("Usage:  {path}")), "{text}");
        for line in text.lines().filter(|l| {
            !l.starts_with("  docker") && !l.starts_with("Usage") && !l.starts_with('\t')
        }) {
            assert!(line.chars().count() <= 100, "{path}: {line}");
        }
        for flag in verb.flags.iter().flat_map(|t| t.iter()).filter(|f| !f.hidden) {
            assert!(text.contains(&format!("--{}", flag.long)), "{path}: --{}", flag.long);
        }
    }
}

#[test]
fn completion_offers_what_help_shows() {
    for (path, verb) in all() {
        let mut words: Vec<String> = path.split(' ').map(str::to_string).collect();
        words.push("--".to_string());
        let offered: BTreeSet<String> =
            complete(&words).words.into_iter().map(|(w, _)| w).collect();
        let shown: BTreeSet<String> = verb
            .flags
            .iter()
            .flat_map(|t| t.iter())
            .filter(|f| !f.hidden)
            .map(|f| format!("--{}", f.long))
            .collect();
        assert_eq!(offered, shown, "{path}");
    }
}

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/GAPS.md");

#[test]
fn the_page_is_true() {
    let page = gaps::page(&drydock::compose::gaps());
    if std::env::var_os("DRYDOCK_WRITE").is_some() {
        std::fs::write(PAGE, &page).unwrap();
    }
    let written = std::fs::read_to_string(PAGE).unwrap_or_default();
    assert!(
        page == written,
        "docs/GAPS.md is not what the tables say: run it again with DRYDOCK_WRITE=1"
    );
}

#[test]
fn gaps_are_sentences() {
    for gap in gaps() {
        assert!(gap.what.starts_with("docker "), "{gap:?}");
        assert!(!gap.why.ends_with('.') && !gap.why.is_empty(), "{gap:?}");
    }
}
