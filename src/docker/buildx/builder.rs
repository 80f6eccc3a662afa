//! The builders that there are: the engine's own, one for each context.

use super::ONE;
use crate::docker::cli::Cli;
use crate::docker::command::Failure;
use crate::docker::context::store;
use crate::docker::flags::Matches;
use crate::docker::format::units;
use crate::docker::opts::filter;
use crate::engine::api::filters::Filters;
use crate::golang::quote::quote;
use crate::vfs::Errno;

/// Version of the builder inside the engine.
pub const BUILDKIT: &str = "v0.25.1";
/// What it can build for.
pub const PLATFORMS: &[&str] =
    &["linux/amd64", "linux/amd64/v2", "linux/amd64/v3", "linux/amd64/v4", "linux/386"];

/// A complaint of this program.
pub fn wrong(text: impl std::fmt::Display) -> Failure {
    Failure::new(1, format!("ERROR: {text}"))
}

/// The filters of `--filter`, of which each takes one value only.
pub fn filters(m: &Matches) -> Result<Filters, Failure> {
    let filters = filter::gather(m.list("filter"));
    let mut pairs = filters.pairs().map(|(key, _)| key).peekable();
    while let Some(key) = pairs.next() {
        if pairs.peek() == Some(&key) {
            return Err(wrong("filters expect only one value"));
        }
    }
    drop(pairs);
    Ok(filters)
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

/// The name of the builder that is asked for: as a word, by `--builder`, by BUILDX_BUILDER, or the context's.
pub fn asked(cli: &Cli, m: &Matches, word: Option<&String>) -> Result<String, Failure> {
    open(cli)?;
    let by_flag = Some(m.text("builder")).filter(|n| !n.is_empty()).map(str::to_string);
    let by_variable = || cli.p.env("BUILDX_BUILDER").filter(|n| !n.is_empty());
    let name = word.filter(|n| !n.is_empty()).cloned().or(by_flag).or_else(by_variable);
    let name = name.unwrap_or_else(|| cli.settings.context().to_string());
    find(cli, &name).map_err(wrong).map(|()| name)
}

/// The builder for what has to do with builds: nothing but the builder of the context in use builds.
pub fn chosen(cli: &Cli, m: &Matches) -> Result<String, Failure> {
    let name = asked(cli, m, None)?;
    match name == cli.settings.context() {
        true => Ok(name),
        false => Err(wrong(format!(
            "use `docker --context={name} buildx` to switch to context {}",
            quote(&name)
        ))),
    }
}

/// Whether there is such a builder, and an address that it could have.
pub fn find(cli: &Cli, name: &str) -> Result<(), String> {
    let there = cli.in_context(name);
    if !there.settings.has_context() {
        return Err(format!("no builder {} found", quote(name)));
    }
    match there.settings.host() {
        Ok(_) => Ok(()),
        Err(_) => Err(format!("docker endpoint for {} not found", quote(name))),
    }
}

/// Looks where the settings of builders are kept, and makes the place.
pub fn open(cli: &Cli) -> Result<(), Failure> {
    let Some(dir) = cli.p.env("BUILDX_CONFIG").filter(|d| !d.is_empty()) else { return Ok(()) };
    let path = format!("{dir}/instances");
    match cli.p.stat(&path) {
        Ok(_) => Ok(()),
        Err(Errno::ENOENT) => {
            let failed = |(at, e)| wrong(format!("mkdir {at}: {}", store::lower(e)));
            cli.p.mkdir_all(&path, 0o700).map_err(failed)
        }
        Err(e) => Err(wrong(format!("stat {path}: {}", store::lower(e)))),
    }
}

/// What `docker buildx create` and its like come to.
pub fn only_one(path: &str) -> Failure {
    Failure::gap(&format!("'{path}'"), ONE)
}

/// The builders' names, each with what is wrong with it: the context's that is always there, and all others.
pub fn all(cli: &Cli) -> Vec<(String, Option<Failure>)> {
    let mut names: Vec<String> = store::all(cli).into_iter().map(|c| c.name).collect();
    names.push("default".to_string());
    names.sort();
    let state = |name: String| {
        let fault = cli.in_context(&name).ping().err();
        (name, fault)
    };
    let mut all: Vec<_> = names.into_iter().map(state).collect();
    // Those that answer stand first.
    all.sort_by_key(|(_, fault)| fault.is_some());
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
