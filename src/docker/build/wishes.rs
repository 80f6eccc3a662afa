//! What `docker build` refuses before it begins, and what it takes without doing anything about it: the
//! flags that only other builders can follow.

use super::failed;
use crate::docker::cli::Cli;
use crate::docker::command::{Failure, Outcome};
use crate::docker::context::store::lower;
use crate::docker::flags::Matches;
use crate::engine::api::build::CacheSource;
use crate::engine::images::platform;
use crate::golang::{csv, strconv};

fn wrong(text: impl std::fmt::Display) -> Failure {
    Failure::new(1, format!("ERROR: {text}"))
}

/// Something that the builder inside the engine can not do.
pub(super) fn unsupported(what: &str, page: &str) -> Failure {
    failed(format!(
        "{what} is not supported for the docker driver.\nSwitch to a different driver, or turn on the containerd image store, and try again.\nLearn more at https://docs.docker.com/go/{page}/"
    ))
}

/// Looks at the flags in the order in which the builder's client does.
pub async fn check(cli: &Cli, m: &Matches) -> Outcome {
    if m.given("isolation") {
        cli.err("WARNING: isolation flag is deprecated with BuildKit.").await;
    }
    if m.given("security-opt") {
        cli.err("WARNING: security-opt flag is deprecated. \"RUN --security=insecure\" should be used with BuildKit.").await;
    }
    if m.on("squash") {
        cli.err("WARNING: experimental flag squash is removed with BuildKit. You should squash inside build using a multi-stage Dockerfile for efficiency.").await;
    }
    papers(m)?;
    if m.on("no-cache") && !m.list("no-cache-filter").is_empty() {
        return Err(failed("--no-cache and --no-cache-filter cannot currently be used together"));
    }
    for allowed in m.list("allow").iter().filter(|a| !a.is_empty()) {
        let name = allowed.split('=').next().unwrap_or_default();
        if !["network.host", "security.insecure", "device"].contains(&name) {
            return Err(failed(format!("unknown entitlement {allowed}")));
        }
        if name == "security.insecure" {
            return Err(failed(format!(
                "failed to solve: granting entitlement {name} is not allowed by build daemon configuration"
            )));
        }
    }
    for annotation in m.list("annotation").iter().filter(|a| !a.is_empty()) {
        if !annotation.contains('=') {
            return Err(failed(format!(
                "parse annotations: invalid annotation {annotation:?}, expected key=value"
            )));
        }
        annotated(annotation)?;
    }
    if let Some(spec) = m.list("ssh").iter().find(|spec| !spec.is_empty()) {
        return Err(agent(cli, spec));
    }
    for asked in m.list("platform").iter().flat_map(|p| p.split(',')) {
        platform::parse(asked).map_err(failed)?;
    }
    if m.list("platform").iter().flat_map(|p| p.split(',')).count() > 1 {
        return Err(unsupported("Multi-platform build", "build-multi-platform"));
    }
    caches(cli, m).await?;
    if m.on("push") {
        return Err(push(m, &[]));
    }
    Ok(())
}

/// Looks at what an annotation says that it is of: `TYPE,...:KEY=VALUE`.
fn annotated(annotation: &str) -> Outcome {
    let key = annotation.split('=').next().unwrap_or_default();
    let Some((kinds, _)) = key.split_once(':') else { return Ok(()) };
    for kind in kinds.split(',').map(|kind| kind.split('[').next().unwrap_or_default()) {
        match kind {
            "manifest" | "manifest-descriptor" => {}
            "index" | "index-descriptor" => {
                let why = format!("{kind} annotations not supported for single platform export");
                return Err(failed(why));
            }
            other if other.chars().all(|c| c.is_ascii_lowercase() || c == '-') => {
                return Err(failed(format!(
                    "parse annotations: unknown annotation type {other:?}"
                )));
            }
            // It is a part of the key.
            _ => {}
        }
    }
    Ok(())
}

/// Why what is built can not be sent to a registry at once.
pub(super) fn push(m: &Matches, names: &[String]) -> Failure {
    if m.list("tag").is_empty() && names.is_empty() {
        return failed("tag is needed when pushing to registry");
    }
    let why = "no registry outside of the simulation can be reached";
    crate::docker::gaps::refuse(&m.path, "push", why)
}

/// Attestations, which this builder does not make.
fn papers(m: &Matches) -> Outcome {
    for attest in m.list("attest") {
        csv::record(attest).map_err(wrong)?;
        if !attest.contains('=') {
            return Err(wrong(format!("invalid value {attest}")));
        }
    }
    for flag in ["provenance", "sbom"] {
        let value = m.text(flag);
        let plain = strconv::parse_bool(value);
        if !value.is_empty() && plain.is_err() && !value.contains('=') {
            return Err(wrong(format!("invalid value {value}")));
        }
    }
    let asked = |flag: &str| {
        let value = m.text(flag);
        !value.is_empty() && strconv::parse_bool(value) != Ok(false)
    };
    // A plain wish for provenance is one for the least of it, which is left out silently.
    let detailed = asked("provenance") && m.text("provenance").contains('=');
    if !m.list("attest").is_empty() || asked("sbom") || detailed {
        return Err(unsupported("Attestation", "attestations"));
    }
    Ok(())
}

/// Refuses the builder that DOCKER_BUILDKIT=0 brings back.
pub fn builder_of_old(cli: &Cli) -> Outcome {
    let off = cli.p.env("DOCKER_BUILDKIT").map(|v| strconv::parse_bool(&v)) == Some(Ok(false));
    let asked = cli.p.argv().iter().any(|word| word == "buildx");
    match off && !asked {
        true => Err(Failure::gap(
            "'docker build' with DOCKER_BUILDKIT=0",
            "BuildKit is the only builder",
        )),
        false => Ok(()),
    }
}

/// The caches that are asked for: those that the builder does not pass over.
pub fn cache_sources(m: &Matches) -> Vec<CacheSource> {
    let read = |spec: &String| {
        let fields = csv::record(spec).ok()?;
        let part = |key: &str| {
            fields.iter().find_map(|f| f.strip_prefix(key)?.strip_prefix('=').map(str::to_string))
        };
        let source = match part("type") {
            None => CacheSource { kind: "registry".to_string(), place: spec.clone() },
            Some(kind) => CacheSource { kind, place: part("ref").unwrap_or_default() },
        };
        // A directory is told of by the client; without its forge, GitHub's is none.
        (!matches!(&source.kind[..], "local" | "gha")).then_some(source)
    };
    m.list("cache-from").iter().filter_map(read).collect()
}

async fn caches(cli: &Cli, m: &Matches) -> Outcome {
    let part = |spec: &str, key: &str| {
        let fields = csv::record(spec).unwrap_or_default();
        fields.iter().find_map(|f| f.strip_prefix(&format!("{key}=")).map(str::to_string))
    };
    for spec in m.list("cache-from") {
        if spec.contains('=') && part(spec, "type").is_none() {
            return Err(wrong(format!("type required form> {spec:?}")));
        }
        let kind = part(spec, "type");
        if kind.as_deref() == Some("registry") && part(spec, "ref").is_none() {
            return Err(failed("registry cache importer requires ref"));
        }
        if kind.as_deref() != Some("local") {
            continue;
        }
        let Some(source) = part(spec, "src") else {
            return Err(failed("local cache importer requires src"));
        };
        if !cli.p.exists(&format!("{source}/index.json")) {
            cli.err(&format!(
                "WARNING: local cache import at {source} not found due to err: could not lock {source}/index.json.lock: open {source}/index.json.lock: no such file or directory"
            ))
            .await;
        }
    }
    // Without the forge that runs it, a cache of GitHub's is silently none.
    let kept = |spec: &String| matches!(part(spec, "type").as_deref(), Some("inline" | "gha"));
    match m.list("cache-to").iter().all(|spec| spec.is_empty() || kept(spec)) {
        true => Ok(()),
        false => Err(unsupported("Cache export", "build-cache-backends")),
    }
}

/// Why an agent or a key of SSH can not be used.
fn agent(cli: &Cli, spec: &str) -> Failure {
    let (id, paths) = spec.split_once('=').unwrap_or((spec, ""));
    if paths.is_empty() {
        return failed(format!(
            "failed to convert agent config {{{id} [] false}}: invalid empty ssh agent socket: make sure SSH_AUTH_SOCK is set"
        ));
    }
    let path = paths.split(',').next().unwrap_or_default();
    match cli.p.stat(path) {
        Err(e) => failed(format!(
            "failed to convert agent config {{{id} [{}] false}}: failed to convert agent config for ID: {id:?}: stat {path}: {}",
            paths.replace(',', " "),
            lower(e)
        )),
        Ok(_) => {
            crate::docker::gaps::refuse("docker buildx build", "ssh", "there is no ssh on the host")
        }
    }
}
