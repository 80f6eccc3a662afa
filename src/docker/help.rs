//! Help screens, laid out as docker lays them out.

use super::command::{Entry, Group, Node, Verb};
use super::flags::usage::options;
use super::tree;

/// The usage line of a verb: `docker run [OPTIONS] IMAGE`.
pub fn usage_line(path: &str, verb: &Verb) -> String {
    // `docker cp` has two forms, the second on a line of its own after a tab.
    format!("{path} {}", verb.usage.replace('\n', "\n\t")).trim_end().to_string()
}

/// The usage line of a noun in error texts.
pub fn group_usage(path: &str, group: &Group) -> String {
    format!("{path} {}", group.usage).trim_end().to_string()
}

/// A verb's own screen.
pub fn verb(path: &str, verb: &Verb, columns: usize) -> String {
    let about = if verb.long.is_empty() { verb.about } else { verb.long };
    let mut out = format!("Usage:  {}\n\n{about}\n", usage_line(path, verb));
    if !verb.also.is_empty() {
        out.push_str(&format!("\nAliases:\n  {}\n", verb.also));
    }
    let flags = options(verb.flags.iter().flat_map(|t| t.iter()), columns);
    if !flags.is_empty() {
        out.push_str(&format!("\nOptions:\n{flags}"));
    }
    out
}

/// A noun's screen.
pub fn group(path: &str, group: &Group, columns: usize) -> String {
    let flags = options(group.flags.iter(), columns);
    let taken = if flags.is_empty() { "" } else { "[OPTIONS] " };
    let mut out = format!("Usage:  {path} {taken}COMMAND\n\n{}\n", group.about);
    if !flags.is_empty() {
        out.push_str(&format!("\nOptions:\n{flags}"));
    }
    let (nouns, verbs): (Vec<&Entry>, Vec<&Entry>) =
        group.entries.iter().filter(|e| !e.hidden).partition(|e| matches!(e.node, Node::Group(_)));
    section(&mut out, "Management Commands", &nouns);
    section(&mut out, "Commands", &verbs);
    out.push_str(&format!("\nRun '{path} COMMAND --help' for more information on a command.\n"));
    out
}

/// The screen of docker itself.
pub fn root(columns: usize, home: &str) -> String {
    let mut out =
        "Usage:  docker [OPTIONS] COMMAND\n\nContainers, and all that they need\n".to_string();
    for (title, entries) in tree::SECTIONS {
        let shown: Vec<&Entry> = entries.iter().filter(|e| !e.hidden).collect();
        section(&mut out, title, &shown);
    }
    let flags = options(super::globals::FLAGS.iter(), columns).replace("$HOME", home);
    out.push_str(&format!("\nGlobal Options:\n{flags}"));
    out.push_str("\nRun 'docker COMMAND --help' for more information on a command.\n");
    out
}

fn section(out: &mut String, title: &str, entries: &[&Entry]) {
    if entries.is_empty() {
        return;
    }
    out.push_str(&format!("\n{title}:\n"));
    for entry in entries {
        let star = match entry.node {
            Node::Plugin { .. } => "*",
            Node::Group(group) if group.builder && entry.name == "buildx" => "*",
            _ => "",
        };
        let name = format!("{}{star}", entry.name);
        out.push_str(&format!("  {name:<11} {}\n", entry.node.about()));
    }
}
