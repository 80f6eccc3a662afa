//! Contexts on the disk: `~/.docker/contexts/meta/SUM/meta.json`, and `currentContext` in the
//! client's settings.

use crate::docker::cli::Cli;
use crate::docker::command::Failure;
use crate::docker::format::indent;
use crate::docker::hosts::default_host;
use crate::docker::settings::sum;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A context.
#[derive(Clone, Debug)]
pub struct Context {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// The engine's address.
    pub host: String,
    /// Why it can not be used.
    pub error: String,
}

/// The context that is always there.
pub fn default(cli: &Cli) -> Context {
    // What can not be read is told by whoever asks for the engine.
    let host = cli.settings.given_host().unwrap_or_else(default_host);
    Context {
        name: "default".to_string(),
        description: "Current DOCKER_HOST based configuration".to_string(),
        host,
        error: String::new(),
    }
}

fn dir(cli: &Cli) -> String {
    format!("{}/contexts/meta", cli.settings.dir)
}

/// All contexts that were made.
pub fn all(cli: &Cli) -> Vec<Context> {
    let entries = cli.p.readdir(&dir(cli)).unwrap_or_default();
    entries
        .iter()
        .filter_map(|e| read(cli, &format!("{}/{}/meta.json", dir(cli), e.name)))
        .collect()
}

/// One by its name.
pub fn find(cli: &Cli, name: &str) -> Option<Context> {
    if name == "default" { Some(default(cli)) } else { read(cli, &cli.settings.meta_path(name)) }
}

fn read(cli: &Cli, path: &str) -> Option<Context> {
    from_meta(&cli.p.read_file(path).ok()?)
}

fn make_dirs(cli: &Cli, path: &str) -> Result<(), Failure> {
    let made = cli.p.mkdir_all(path, 0o755);
    made.map_err(|(part, e)| Failure::from(format!("mkdir {part}: {}", lower(e))))
}

/// An error of the system as Go words it.
pub fn lower(e: crate::vfs::Errno) -> String {
    let text = e.to_string();
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_lowercase().to_string() + chars.as_str())
}

/// Refuses what is no name for a context.
pub fn check_name(name: &str) -> Result<(), Failure> {
    let word = |c: char| c.is_ascii_alphanumeric() || "_.+-".contains(c);
    if name.is_empty() {
        return Err("context name cannot be empty".into());
    }
    if name == "default" {
        return Err("\"default\" is a reserved context name".into());
    }
    if name.len() < 2
        || !name.chars().all(word)
        || !name.starts_with(|c: char| c.is_ascii_alphanumeric())
    {
        return Err(format!("context name {name:?} is invalid, names are validated against regexp \"^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$\"").into());
    }
    Ok(())
}

/// Takes over what `--docker` says of the engine.
pub fn apply(context: &mut Context, endpoint: &BTreeMap<String, String>) -> Result<(), Failure> {
    const KEYS: [&str; 6] = ["ca", "cert", "from", "host", "key", "skip-tls-verify"];
    let failed =
        |why: String| Failure::from(format!("unable to create docker endpoint config: {why}"));
    if let Some(bad) = endpoint.keys().find(|k| !KEYS.contains(&k.as_str())) {
        return Err(failed(format!("unrecognized config key: {bad}")));
    }
    for key in ["ca", "cert", "key"] {
        if endpoint.contains_key(key) {
            return Err(Failure::gap(
                &format!("'docker context' with {key}"),
                "the one engine there is does not talk TLS",
            ));
        }
    }
    if let Some(skip) = endpoint.get("skip-tls-verify")
        && crate::golang::strconv::parse_bool(skip).is_err()
    {
        return Err(failed(format!("skip-tls-verify: parsing {skip:?}: invalid syntax")));
    }
    let Some(host) = endpoint.get("host") else { return Ok(()) };
    if let Err(why) = crate::docker::hosts::ssh(host) {
        return Err(failed(format!("invalid docker endpoint options: {why}")));
    }
    if !host.is_empty() && !host.contains("://") {
        return Err(failed(format!(
            "unable to apply docker endpoint options: unable to parse docker host `{host}`"
        )));
    }
    context.host.clone_from(host);
    Ok(())
}

/// What is kept of a context, as JSON.
pub fn meta(context: &Context) -> String {
    let mut metadata = serde_json::Map::new();
    if !context.description.is_empty() {
        metadata.insert("Description".to_string(), json!(context.description));
    }
    let meta = json!({
        "Name": context.name,
        "Metadata": metadata,
        "Endpoints": {"docker": {"Host": context.host, "SkipTLSVerify": false}}
    });
    indent::compact(&meta, true)
}

/// A context out of such JSON.
pub fn from_meta(bytes: &[u8]) -> Option<Context> {
    let meta: Value = serde_json::from_slice(bytes).ok()?;
    let text = |pointer: &str| {
        meta.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_string()
    };
    Some(Context {
        name: text("/Name"),
        description: text("/Metadata/Description"),
        host: text("/Endpoints/docker/Host"),
        error: String::new(),
    })
}

/// Writes a context.
pub fn save(cli: &Cli, context: &Context) -> Result<(), Failure> {
    let path = format!("{}/{}", dir(cli), sum(&context.name));
    make_dirs(cli, &path)?;
    let path = format!("{path}/meta.json");
    let text = meta(context);
    cli.p
        .write_file(&path, text.as_bytes(), 0o644)
        .map_err(|e| Failure::from(format!("open {path}: {}", lower(e))))
}

/// Removes a context's files.
pub fn delete(cli: &Cli, name: &str) -> Result<(), Failure> {
    let path = format!("{}/{}", dir(cli), sum(name));
    // A context that is gone already is no error here.
    let _ = cli.p.unlink(&format!("{path}/meta.json"));
    let _ = cli.p.rmdir(&path);
    Ok(())
}

/// Writes a text into `config.json`, or takes it out.
pub fn set(cli: &Cli, key: &str, value: Option<Value>) -> Result<(), Failure> {
    let mut file = cli.settings.file().as_object().cloned().unwrap_or_default();
    match value {
        Some(v) => file.insert(key.to_string(), v),
        None => file.shift_remove(key),
    };
    make_dirs(cli, &cli.settings.dir)?;
    let path = format!("{}/config.json", cli.settings.dir);
    let text = indent::pretty(&Value::Object(file)).replace("    ", "\t");
    cli.p
        .write_file(&path, text.as_bytes(), 0o600)
        .map_err(|e| Failure::from(format!("open {path}: {}", lower(e))))
}
