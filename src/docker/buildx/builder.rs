//! The builders that there are: the engine's own, one for each context.

use super::ONE;
use crate::docker::cli::Cli;
use crate::docker::command::Failure;
use crate::docker::context::store;
use crate::docker::flags::Matches;
use crate::docker::format::units;

/// Version of the builder inside the engine.
pub const BUILDKIT: &str = "v0.25.1";
/// What it can build for.
pub const PLATFORMS: &[&str] =
    &["linux/amd64", "linux/amd64/v2", "linux/amd64/v3", "linux/amd64/v4", "linux/386"];

/// A complaint of this program.
pub fn wrong(text: impl std::fmt::Display) -> Failure {
    Failure::new(1, format!("ERROR: {text}"))
}

/// Whether a name can be a builder's.
pub fn valid(name: &str) -> Result<(), String> {
    let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(letters) {
        return Ok(());
    }
    Err(format!(
        "invalid name {name}, name needs to start with a letter and may not contain symbols, except ._-"
    ))
}

/// The name of the builder to use: as a word, by `--builder`, by BUILDX_BUILDER, or the context's.
pub fn chosen(cli: &Cli, m: &Matches) -> Result<String, Failure> {
    let by_flag = Some(m.text("builder")).filter(|n| !n.is_empty()).map(str::to_string);
    let by_variable = || cli.p.env("BUILDX_BUILDER").filter(|n| !n.is_empty());
    match m.args.first().filter(|n| !n.is_empty()).cloned().or(by_flag).or_else(by_variable) {
        None => Ok(cli.settings.context().to_string()),
        Some(name) => find(cli, &name).map(|()| name),
    }
}

/// Whether `docker build` may go on: nothing but the engine's own builder builds.
pub fn for_build(cli: &Cli, m: &Matches) -> Result<(), Failure> {
    let asked = match m.text("builder") {
        "" => cli.p.env("BUILDX_BUILDER").unwrap_or_default(),
        name => name.to_string(),
    };
    if asked.is_empty() { Ok(()) } else { find(cli, &asked) }
}

fn find(cli: &Cli, name: &str) -> Result<(), Failure> {
    if name == "default" || store::find(cli, name).is_some() {
        return Ok(());
    }
    Err(wrong(format!("no builder {name:?} found")))
}

/// What `docker buildx create` and its like come to.
pub fn only_one(path: &str) -> Failure {
    Failure::gap(&format!("'{path}'"), ONE)
}

/// The builders' names: the context's that is always there, and all others.
pub fn names(cli: &Cli) -> Vec<String> {
    let mut all: Vec<String> = store::all(cli).into_iter().map(|c| c.name).collect();
    all.push("default".to_string());
    all.sort();
    // The one in use stands first.
    let current = cli.settings.context().to_string();
    all.sort_by_key(|name| *name != current);
    all
}

/// The four rules by which the builder clears its cache, from the size of the disk: names and values.
pub fn rules(cli: &Cli) -> Vec<Vec<(&'static str, String)>> {
    let disk = cli.p.statfs("/var/lib/docker").map_or(0, |fs| fs.total);
    let part = |percent: u64| disk / 100 * percent / 1_000_000_000 * 1_000_000_000;
    let (reserved, most, free) = (part(10), part(80), part(20));
    let gib = |n: u64| units::bytes(n as f64);
    let bounds = || {
        vec![
            ("Reserved Space", gib(reserved)),
            ("Max Used Space", gib(most)),
            ("Min Free Space", gib(free)),
        ]
    };
    let sources = "type==source.local,type==exec.cachemount,type==source.git.checkout";
    let with = |first: Vec<(&'static str, String)>| [first, bounds()].concat();
    let all = |yes: bool| ("All", yes.to_string());
    vec![
        vec![
            all(false),
            ("Filters", sources.to_string()),
            ("Keep Duration", "48h0m0s".to_string()),
            ("Max Used Space", gib(reserved / 1000 * 138)),
        ],
        with(vec![all(false), ("Keep Duration", "1440h0m0s".to_string())]),
        with(vec![all(false)]),
        with(vec![all(true)]),
    ]
}
