//! Contexts on the disk: `~/.docker/contexts/meta/SUM/meta.json`, and `currentContext` in the
//! client's settings.

use crate::docker::cli::Cli;
use crate::docker::command::Failure;
use crate::docker::format::indent;
use crate::docker::settings::{default_host, sum};
use serde_json::{Value, json};

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
    let host = match cli.settings.overridden() {
        true => cli.p.env("DOCKER_HOST").unwrap_or_default(),
        false => default_host(),
    };
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
    let meta: Value = serde_json::from_slice(&cli.p.read_file(path).ok()?).ok()?;
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

fn make_dirs(cli: &Cli, path: &str) -> Result<(), Failure> {
    let mut at = String::new();
    for part in path.split('/').filter(|p| !p.is_empty()) {
        at = format!("{at}/{part}");
        if !cli.p.exists(&at) {
            cli.p
                .mkdir(&at, 0o755)
                .map_err(|e| Failure::from(format!("mkdir {at}: {}", lower(e))))?;
        }
    }
    Ok(())
}

/// An error of the system as Go words it.
pub fn lower(e: crate::vfs::Errno) -> String {
    let text = e.to_string();
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_lowercase().to_string() + chars.as_str())
}

/// Writes a context.
pub fn save(cli: &Cli, context: &Context) -> Result<(), Failure> {
    let path = format!("{}/{}", dir(cli), sum(&context.name));
    make_dirs(cli, &path)?;
    let mut metadata = serde_json::Map::new();
    if !context.description.is_empty() {
        metadata.insert("Description".to_string(), json!(context.description));
    }
    let meta = json!({
        "Name": context.name,
        "Metadata": metadata,
        "Endpoints": {"docker": {"Host": context.host, "SkipTLSVerify": false}}
    });
    let path = format!("{path}/meta.json");
    let text = indent::compact(&meta, true);
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
