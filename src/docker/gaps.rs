//! What real Docker has and the simulator lacks, gathered from the tables; `docs/GAPS.md` is written
//! from it, and a test keeps the two the same.

use super::command::{Entry, Failure, Node};
use super::tree;

/// One gap.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gap {
    /// `docker run --gpus`, `docker swarm`.
    pub what: String,
    /// Why.
    pub why: &'static str,
}

/// The refusal of a flag.
pub fn refuse(path: &str, flag: &str, why: &str) -> Failure {
    Failure::gap(&format!("'{path} --{flag}'"), why)
}

/// All gaps of the command line, in order. Verbs that have several names appear under their first.
pub fn gaps() -> Vec<Gap> {
    let mut all = Vec::new();
    let mut seen = Vec::new();
    for (_, entries) in tree::SECTIONS {
        for entry in *entries {
            visit(entry, "docker", &mut all, &mut seen);
        }
    }
    all.sort();
    all.dedup();
    all
}

fn visit(
    entry: &Entry,
    parent: &str,
    all: &mut Vec<Gap>,
    seen: &mut Vec<*const super::command::Verb>,
) {
    // One program goes by two names.
    let path = format!("{parent} {}", entry.name).replace("docker builder", "docker buildx");
    if let Some(why) = entry.gap {
        all.push(Gap { what: path, why });
        return;
    }
    match entry.node {
        Node::Group(group) => {
            for e in group.entries {
                visit(e, &path, all, seen);
            }
        }
        Node::Verb(verb) => {
            let address: *const super::command::Verb = verb;
            if seen.contains(&address) {
                return;
            }
            seen.push(address);
            for flag in verb.flags.iter().flat_map(|t| t.iter()) {
                if let Some(why) = flag.gap {
                    all.push(Gap { what: format!("{path} --{}", flag.long), why });
                }
            }
        }
        Node::Plugin { .. } | Node::Only { .. } => {}
    }
}

/// The page `docs/GAPS.md`, with the gaps of other programs added to docker's own.
pub fn page(others: &[Gap]) -> String {
    let mut out = "# What real Docker has and Drydock lacks\n\nUsing any of these ends in one plain sentence and a status that is not 0.\nThis page is written from the tables of flags; a test keeps it true.\n\n| | why |\n|---|---|\n".to_string();
    let mut all = gaps();
    all.extend_from_slice(others);
    all.sort();
    for gap in all {
        out.push_str(&format!("| `{}` | {} |\n", gap.what, gap.why));
    }
    out
}
