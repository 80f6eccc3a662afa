//! `docker build`: the context gathered, the engine's builder set to work, its progress shown.

pub mod call;
pub mod context;
pub mod display;
pub mod excerpt;
mod figures;
pub mod metadata;
pub mod output;
pub mod prune;
mod step;
pub mod wishes;

use crate::docker::buildx::builder;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::context::store::lower;
use crate::docker::flags::{Flag, Kind, Matches, Takes, check, flag, list, switch, text};
use crate::docker::opts::platform;
use crate::engine::api::build::{BuildEvent, BuildOptions, BuildResult as Built};
use crate::engine::disk::join;
use crate::engine::images::reference::Reference;
use crate::vfs::text as bytes;
use display::{Display, Style};
use std::collections::BTreeMap;

static FLAGS: &[Flag] = &[
    flag("add-host", Kind::Strings, "Another name with its address (host:ip)"),
    list("allow", "Rights that the build needs"),
    list("annotation", "Annotation of the image"),
    list("attest", "Papers to make: type=sbom"),
    list("build-arg", "Value of an ARG: NAME=VALUE"),
    list("build-context", "Another directory or image, by name: NAME=PATH"),
    text("builder", "Builder to use"),
    list("cache-from", "Caches from elsewhere"),
    list("cache-to", "Where the cache is written"),
    text("call", "What to do (\"build\", \"check\", \"outline\",\n\"targets\")").default("build"),
    text("cgroup-parent", "Control group for RUN"),
    switch("check", "Only look for mistakes"),
    switch("compress", "Compress the context").hidden(),
    flag("cpu-period", Kind::Int64, "Period of the CPU limit").hidden(),
    flag("cpu-quota", Kind::Int64, "CPU time in a period").hidden(),
    flag("cpu-shares", Kind::Int64, "Share of the CPUs").short('c').hidden(),
    text("cpuset-cpus", "Which CPUs it may use").hidden(),
    text("cpuset-mems", "Which memory nodes it may use").hidden(),
    switch("debug", "Say more about what is done").short('D'),
    switch("disable-content-trust", "Do not check signatures").default("true").hidden(),
    text("file", "The Dockerfile (PATH/Dockerfile when not given)").short('f').takes(Takes::Files),
    switch("force-rm", "Remove containers in between in any case").hidden(),
    text("iidfile", "File to write the image's id to").takes(Takes::Files),
    text("isolation", "How containers are kept apart").hidden(),
    list("label", "Label of the image: KEY=VALUE"),
    switch("load", "The same as --output=type=docker"),
    text("memory", "Limit of memory").short('m').hidden(),
    text("memory-swap", "Limit of memory and swap").hidden(),
    text("metadata-file", "File to write details to").takes(Takes::Files),
    text("network", "Network for RUN")
        .default("default")
        .takes(Takes::Words(&["default", "host", "none"])),
    switch("no-cache", "Do every step again"),
    list("no-cache-filter", "Do every step of this stage again"),
    list("output", "Where to put the result").short('o'),
    list("platform", "Platform to build for: os/arch"),
    text("progress", "How to show progress (\"auto\", \"none\", \"plain\",\n\"quiet\", \"tty\")")
        .default("auto")
        .takes(Takes::Words(&["auto", "none", "plain", "quiet", "tty"])),
    text("provenance", "Papers about where it comes from"),
    switch("pull", "Ask for newer images to build on"),
    switch("push", "Send the image to a registry"),
    switch("quiet", "Print nothing but the image's id").short('q'),
    switch("rm", "Remove containers in between").default("true").hidden(),
    text("sbom", "Papers about what is in it"),
    list("secret", "Secret for RUN: id=NAME[,src=FILE]"),
    list("security-opt", "Options of security modules").hidden(),
    flag("shm-size", Kind::Bytes, "Size of /dev/shm"),
    switch("squash", "Make one layer of all").hidden(),
    list("ssh", "Agent or keys for RUN"),
    list("tag", "Name of the image: NAME[:TAG]").short('t'),
    text("target", "Stage to stop at"),
    flag("ulimit", Kind::Ulimit, "Limit of a resource"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] PATH | URL | -",
    about: "Build an image from a Dockerfile",
    also: "docker build, docker builder build, docker image build, docker buildx b",
    args: Args::Exact(1),
    flags: &[FLAGS],
    takes: Takes::Files,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

/// Whatever goes wrong before or in the build is told behind these words.
fn failed(text: impl std::fmt::Display) -> Failure {
    Failure::new(1, format!("ERROR: failed to build: {text}"))
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let set = cli.p.env("BUILDKIT_PROGRESS").filter(|set| !set.is_empty());
    let progress = match m.text("progress") {
        "auto" if !m.on("quiet") => set.unwrap_or_else(|| "auto".to_string()),
        given => given.to_string(),
    };
    if m.on("quiet") && !matches!(progress.as_str(), "auto" | "none" | "quiet") {
        return Err(Failure::from(format!(
            "ERROR: progress={progress} and quiet cannot be used together"
        )));
    }
    let style = match progress.as_str() {
        _ if m.on("quiet") => Style::Quiet,
        "" | "auto" if cli.p.isatty(2) => Style::Terminal,
        "tty" if cli.p.isatty(2) => Style::Terminal,
        "tty" => {
            let why = "ERROR: failed to get console: provided file is not a console";
            return Err(why.into());
        }
        "" | "auto" | "plain" => Style::Plain,
        "none" | "quiet" => Style::Quiet,
        "rawjson" => {
            return Err(crate::docker::gaps::refuse(
                &m.path,
                "progress=rawjson",
                "progress is shown to people",
            ));
        }
        other => return Err(Failure::from(format!("ERROR: invalid progress mode {other}"))),
    };
    wishes::builder_of_old(&cli)?;
    let call = call::Call::read(&m)?;
    wishes::check(&cli, &m).await?;
    builder::chosen(&cli, &m)?;
    without_id(&cli, m.text("iidfile"))?;
    let engine = cli.ping().map_err(|f| Failure::from(format!("ERROR: {}", f.text)))?;
    let places = output::Places::read(&cli, &m)?;
    let options = match options(&cli, &m, &places).await {
        Ok(options) => BuildOptions { call: call.wanted.clone(), ..options },
        Err(failure) => {
            let given = m.text("file").rsplit('/').next().unwrap_or_default();
            let name = if given.is_empty() { "Dockerfile" } else { given };
            let mut display = Display::new(&cli, style);
            let out = unread(&mut display, &failure, name, m.args[0] == "-", cli.p.now());
            let begun = if out.is_empty() { String::new() } else { display.begin() };
            cli.write(2, &bytes::encode(&(begun + &out))).await;
            return Err(failure);
        }
    };
    let details = metadata::Details::of(&options, m.text("metadata-file"));
    let mut display = Display::new(&cli, style).of(&options);
    cli.write(2, display.begin().as_bytes()).await;
    let mut work = engine.image_build(&cli.p, options);
    while let Some(event) = work.next().await {
        let out = display.event(&event, cli.p.now());
        cli.write(2, &bytes::encode(&out)).await;
    }
    let result = work.result().await;
    let out = display.end(result.is_ok(), cli.p.now());
    cli.write(2, &bytes::encode(&out)).await;
    context::without_git(&cli, &m.args[0]).await;
    cli.write(2, &bytes::encode(&display.findings())).await;
    match result {
        Ok(Built { answer: Some(answer), .. }) => call.show(&cli, &answer, display.file()).await,
        Ok(built) => {
            places.put(&cli, &built.files).await?;
            details.write(&cli, &built)?;
            if !m.text("iidfile").is_empty() {
                let path = m.text("iidfile");
                let written = cli.p.write_file(path, built.image_id.as_bytes(), 0o644);
                written.map_err(|e| {
                    format!("ERROR: writing image ID file: open {path}: {}", lower(e))
                })?;
            }
            if m.on("quiet") || m.text("progress") == "quiet" {
                cli.line(&built.image_id).await;
            }
            Ok(())
        }
        Err(e) if e.kind == crate::engine::ErrorKind::Interrupted => Err(Failure::silent(130)),
        Err(e) if e.kind == crate::engine::ErrorKind::NotImplemented => Err(e.message.into()),
        Err(e) => {
            let shown = display.excerpts();
            Err(Failure::new(
                1,
                format!("{shown}ERROR: failed to build: failed to solve: {}", e.message),
            ))
        }
    }
}

/// Takes the file away that an image's id is to be written to.
fn without_id(cli: &Cli, path: &str) -> Outcome {
    let removed = match cli.p.lstat(path) {
        _ if path.is_empty() => Ok(()),
        Ok(s) if s.is_dir() => cli.p.rmdir(path),
        Ok(_) => cli.p.unlink(path),
        // What is not there, or can not be, is told when it is written.
        Err(_) => Ok(()),
    };
    removed.map_err(|e| {
        Failure::from(format!("ERROR: removing image ID file: remove {path}: {}", lower(e)))
    })
}

/// The builder has a shorter word for capitals in what is a name otherwise.
fn why_not(tag: &str, said: &str) -> String {
    match Reference::parse(&tag.to_lowercase()) {
        Ok(_) if said.contains("lowercase") => "repository name must be lowercase".to_string(),
        _ => said.split(": repository name (").next().unwrap_or_default().to_string(),
    }
}

/// What is shown of a build whose Dockerfile can not be read: that it was tried. With `nothing`, there was
/// no context to read it from.
pub fn unread(
    display: &mut Display,
    failure: &Failure,
    name: &str,
    nothing: bool,
    now: i64,
) -> String {
    if !failure.text.contains("failed to solve: failed to read dockerfile: ") {
        return String::new();
    }
    let mut out = String::new();
    let name = format!("[internal] load build definition from {name}");
    let mut events = vec![BuildEvent::Started { step: 0, name: name.clone() }];
    events.push(BuildEvent::Status {
        step: 0,
        text: "transferring dockerfile:".to_string(),
        current: if nothing { 0 } else { 2 },
        total: 0,
        done: !nothing,
    });
    if !nothing {
        events.push(BuildEvent::Done { step: 0, took: 0 });
    }
    for event in events {
        out.push_str(&display.event(&event, now));
    }
    if nothing && display.is_plain() {
        out.push_str(&format!("#1 transferring dockerfile:\n------\n > {name}:\n------\n"));
    }
    out
}

async fn options(cli: &Cli, m: &Matches, places: &output::Places) -> Result<BuildOptions, Failure> {
    if let Some(bad) = m.list("build-arg").iter().find(|l| l.is_empty() || l.starts_with('=')) {
        return Err(format!("ERROR: invalid key-value pair {bad:?}: empty key").into());
    }
    for tag in m.list("tag") {
        if let Err(e) = Reference::parse(tag) {
            let why = match tag.as_str() {
                "" => "repository name must have at least one component".to_string(),
                _ => why_not(tag, &e.0),
            };
            return Err(failed(format!("invalid tag {tag:?}: {why}")));
        }
    }
    if let Some(bad) = m.list("label").iter().find(|l| l.is_empty() || l.starts_with('=')) {
        return Err(format!("ERROR: invalid key-value pair {bad:?}: empty key").into());
    }
    let secrets = secrets(cli, m)?;
    let mut extra_hosts = Vec::new();
    for host in m.list("add-host") {
        extra_hosts
            .push(check::extra_host(host).map_err(|_| failed(format!("invalid host {host}")))?);
    }
    let target = m.list("platform").last().cloned().unwrap_or_default();
    let target = if m.given("platform") { target } else { platform::asked(cli, "") };
    if !target.is_empty() || m.given("platform") {
        platform::parse(&target).map_err(failed)?;
    }
    let network = m.text("network");
    if !matches!(network, "" | "default" | "none" | "host") {
        return Err(failed(format!(
            "network mode {network:?} not supported by buildkit - you can define a custom network for your builder using the network driver-opt in buildx create"
        )));
    }
    let gathered = context::gather(cli, &m.args[0], m.text("file")).await?;
    let mut build_args = BTreeMap::new();
    for arg in m.list("build-arg") {
        let (name, value) = match arg.split_once('=') {
            Some((name, value)) => (name, Some(value.to_string())),
            None => (arg.as_str(), cli.p.env(arg)),
        };
        build_args.insert(name.to_string(), value);
    }
    for (name, value) in cli.settings.proxies() {
        if !build_args.keys().any(|k: &String| k.eq_ignore_ascii_case(&name)) {
            build_args.insert(name, Some(value));
        }
    }
    Ok(BuildOptions {
        context: gathered.context,
        dockerfile: gathered.dockerfile,
        dockerfile_name: gathered.name,
        origin: match m.args[0].as_str() {
            here if here.starts_with(['-', '/']) => here.to_string(),
            below => join(&cli.p.cwd(), below),
        },
        call: Default::default(),
        contexts: context::named(cli, m.list("build-context")).await?,
        ignore: gathered.ignored,
        exports: places.exports(),
        tags: m.list("tag").iter().chain(&places.names).cloned().collect(),
        build_args,
        labels: m.map("label"),
        target: m.text("target").to_string(),
        no_cache: m.on("no-cache"),
        no_cache_filter: m.list("no-cache-filter").to_vec(),
        cache_from: wishes::cache_sources(m),
        pull: m.on("pull"),
        network_mode: m.text("network").to_string(),
        host_network: m.list("allow").iter().any(|right| right == "network.host"),
        platform: target,
        shm_size: m.number("shm-size"),
        extra_hosts,
        ulimits: crate::docker::container::host::ulimits(m)?,
        cgroup_parent: m.text("cgroup-parent").to_string(),
        secrets,
    })
}

/// `--secret id=NAME[,src=FILE | ,env=VARIABLE]`.
fn secrets(cli: &Cli, m: &Matches) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let mut all = BTreeMap::new();
    for spec in m.list("secret").iter().filter(|s| !s.is_empty()) {
        let wrong = |e: String| Failure::from(format!("ERROR: {e}"));
        let fields = crate::golang::csv::record(spec).map_err(wrong)?;
        let mut values = BTreeMap::new();
        for field in fields {
            match field.split_once('=') {
                Some((key, value)) => values.insert(key.to_lowercase(), value.to_string()),
                None => {
                    return Err(wrong(format!("invalid field '{field}' must be a key=value pair")));
                }
            };
            let known = ["type", "id", "src", "source", "env"];
            let key = field.split('=').next().unwrap_or_default().to_lowercase();
            if !known.contains(&key.as_str()) {
                return Err(wrong(format!("unexpected key '{key}' in '{field}'")));
            }
        }
        let kind = values.get("type").map_or("", String::as_str);
        if !matches!(kind, "" | "file" | "env") {
            return Err(wrong(format!("unsupported secret type {kind:?}")));
        }
        let id = values.get("id").cloned().unwrap_or_default();
        if id.is_empty() {
            return Err(failed("secret missing ID"));
        }
        let file = values.get("src").or(values.get("source"));
        let value = match (file, values.get("env")) {
            // What a directory would give is asked only where it is used.
            (Some(path), _) if cli.p.stat(path).is_ok_and(|s| s.is_dir()) => Vec::new(),
            (Some(path), _) => cli
                .p
                .read_file(path)
                .map_err(|e| failed(format!("failed to stat {path}: stat {path}: {}", lower(e))))?,
            (None, Some(name)) => bytes::encode(&cli.p.env(name).unwrap_or_default()).into_owned(),
            (None, None) => match cli.p.env(&id) {
                Some(value) => bytes::encode(&value).into_owned(),
                None => cli
                    .p
                    .read_file(&id)
                    .map_err(|e| failed(format!("failed to stat {id}: stat {id}: {}", lower(e))))?,
            },
        };
        all.insert(id, value);
    }
    Ok(all)
}
