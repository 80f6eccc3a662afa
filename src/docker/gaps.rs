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

/// What is refused with a sentence where it is asked for, besides verbs and flags.
const REFUSED: &[(&str, &str)] = &[
    ("Networks of the drivers macvlan and ipvlan", "the machine has no network card to share"),
    (
        "Log drivers with a service elsewhere: syslog, gelf, fluentd, awslogs, splunk with their addresses",
        "its logs leave the machine",
    ),
    ("Log tags that are more than names of fields", "their templates are not run"),
    ("Real-time signals (`docker kill -s RTMIN+1`)", "its kernel has the 31 others"),
    ("Users mapped by `--userns`", "users are not mapped"),
    ("`docker buildx imagetools create` with images", "no registry takes images from here"),
    (
        "`docker buildx history inspect` and `logs` without a build's reference",
        "the builder keeps no records of builds",
    ),
    ("`# syntax=` of another frontend", "Dockerfiles are read by the builder itself"),
    ("`DOCKER_BUILDKIT=0`", "BuildKit is the only builder"),
    ("Build contexts and imports from URLs", "there is no network beyond the host"),
    ("Archives of images without a manifest.json", "no Docker Engine since 1.10 writes them"),
    ("`docker plugin create` and `push`", "plugins are not made here, only installed"),
    ("`docker plugin upgrade`", "no plugin of the registry has two versions"),
    ("Contexts with TLS", "the one engine there is does not talk TLS"),
    ("Providers of Compose services", "providers are programs that do not run here"),
    (
        "Directives of nginx that rewrite, secure, limit, cache or need TLS",
        "its sites serve files, pass requests on and answer them",
    ),
];

/// What is taken and changes nothing.
const WITHOUT_EFFECT: &[(&str, &str)] = &[
    (
        "Settings in daemon.json of storage, users, TLS, swarm, metrics and proxies",
        "they are checked, and nothing else",
    ),
    ("IPv6 addresses of containers", "they are given out and shown, and nothing connects to them"),
    ("`bind-propagation` other than private", "mounts made later stay where they were made"),
    ("`--cpus`, `--cpu-shares` and the like", "every process gets the time it asks for"),
    ("BLOCK I/O of `docker stats`", "it is not counted, and shown as 0B"),
    (
        "Goroutines and file descriptors in `docker info` of a daemon with debug on",
        "there are none to count",
    ),
];

/// The page `docs/GAPS.md`, with the gaps of other programs added to docker's own.
pub fn page(others: &[Gap]) -> String {
    let mut out = "# What real Docker has and Drydock lacks\n\nUsing any of these ends in one plain sentence and a status that is not 0.\nThis table is written from the tables of verbs and flags; a test keeps it true.\n\n| | why |\n|---|---|\n".to_string();
    let mut all = gaps();
    all.extend_from_slice(others);
    all.sort();
    for gap in all {
        out.push_str(&format!("| `{}` | {} |\n", gap.what, gap.why));
    }
    for (words, list) in [
        ("So are these, where they are asked for:", REFUSED),
        ("These are taken, and have no effect:", WITHOUT_EFFECT),
    ] {
        out.push_str(&format!("\n{words}\n\n| | why |\n|---|---|\n"));
        for (what, why) in list {
            out.push_str(&format!("| {what} | {why} |\n"));
        }
    }
    out
}
