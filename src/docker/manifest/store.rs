//! Lists of manifests on the client's disk: a directory a list, a file a manifest, named by their names.

use crate::docker::cli::Cli;
use crate::docker::context::store::lower;
use crate::engine::images::reference::Reference;
use serde_json::Value;

fn safe(name: &Reference) -> String {
    name.to_string().replace(':', "-").replace('/', "_")
}

fn dir(cli: &Cli, list: &Reference) -> String {
    format!("{}/manifests/{}", cli.settings.dir, safe(list))
}

/// The manifests of a list, by name; `None` when there is no such list.
pub fn read(cli: &Cli, list: &Reference) -> Option<Vec<Value>> {
    let dir = dir(cli, list);
    let entries = cli.p.readdir(&dir).ok()?;
    let mut names: Vec<String> = entries.into_iter().map(|e| e.name).collect();
    names.sort();
    let file = |name: &String| cli.p.read_file(&format!("{dir}/{name}")).ok();
    Some(names.iter().filter_map(file).filter_map(|b| serde_json::from_slice(&b).ok()).collect())
}

/// One manifest of a list.
pub fn find(cli: &Cli, list: &Reference, name: &Reference) -> Option<Value> {
    let bytes = cli.p.read_file(&format!("{}/{}", dir(cli, list), safe(name))).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// Writes one manifest of a list.
pub fn write(cli: &Cli, list: &Reference, name: &Reference, value: &Value) -> Result<(), String> {
    let mut at = String::new();
    for part in dir(cli, list).split('/').filter(|p| !p.is_empty()) {
        at = format!("{at}/{part}");
        if !cli.p.exists(&at) {
            cli.p.mkdir(&at, 0o755).map_err(|e| format!("mkdir {at}: {}", lower(e)))?;
        }
    }
    let path = format!("{at}/{}", safe(name));
    let written = cli.p.write_file(&path, value.to_string().as_bytes(), 0o644);
    written.map_err(|e| format!("open {path}: {}", lower(e)))
}

/// Removes a list; whether there was one.
pub fn remove(cli: &Cli, list: &Reference) -> bool {
    let dir = dir(cli, list);
    let Ok(entries) = cli.p.readdir(&dir) else { return false };
    for entry in entries {
        // What can not be removed is left, and the directory with it.
        let _ = cli.p.unlink(&format!("{dir}/{}", entry.name));
    }
    cli.p.rmdir(&dir).is_ok()
}

/// What is said of a list that is not there.
pub fn none(list: &Reference) -> String {
    format!("No such manifest: {list}")
}
