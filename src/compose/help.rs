//! Help screens of Compose, laid out as docker's plugins lay them out.

use super::command::Verb;
use super::main::{DRY_RUN, FLAGS};
use super::verbs;
use crate::docker::flags::usage::options;

/// The usage line of a verb.
pub fn usage(verb: &Verb) -> String {
    format!("docker compose {} {}", verb.name, verb.usage.replace('\n', "\n\tdocker compose "))
        .trim_end()
        .to_string()
}

/// A verb's screen.
pub fn verb(verb: &Verb, columns: usize) -> String {
    let flags = options(verb.flags.iter().chain([&DRY_RUN]), columns);
    format!("Usage:  {}\n\n{}\n\nOptions:\n{flags}", usage(verb), verb.about)
}

/// The screen of Compose itself.
pub fn root(columns: usize) -> String {
    let flags = options(FLAGS.iter(), columns);
    let mut out = format!(
        "Usage:  docker compose [OPTIONS] COMMAND\n\nSeveral containers as one project, described in a file\n\nOptions:\n{flags}"
    );
    let mut section = |title: &str, only: bool| {
        out.push_str(&format!("\n{title}:\n"));
        for verb in verbs::ALL.iter().filter(|v| (v.name == "bridge") == only && v.name != "alpha")
        {
            out.push_str(&format!("  {:<11} {}\n", verb.name, verb.about));
        }
    };
    section("Management Commands", true);
    section("Commands", false);
    out.push_str("\nRun 'docker compose COMMAND --help' for more information on a command.\n");
    out
}
