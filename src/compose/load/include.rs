//! `include`: other projects' files, read by themselves and added to this one.

use super::extends::{join, parent, relative};
use super::{Loader, Scope, Source, dotenv};
use crate::compose::text::{as_string, sprint, type_name};
use crate::docker::context::store::lower;
use serde_json::{Map, Value};

fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(items)) => items.iter().map(sprint).collect(),
        _ => Vec::new(),
    }
}

impl Loader {
    /// Adds what a file includes to it.
    pub(super) fn include(
        &mut self,
        file: &mut Map<String, Value>,
        source: &Source,
        scope: &Scope,
    ) -> Result<(), String> {
        let all = match file.remove("include") {
            None | Some(Value::Null) => return Ok(()),
            Some(Value::Array(all)) => all,
            Some(other) => {
                return Err(format!("`include` must be a list, got {}", as_string(&other)));
            }
        };
        let mut included = scope.included.clone();
        included.push(source.path.clone());
        let kind = |other: &Value| match other {
            Value::Array(_) => "slice",
            other => type_name(other),
        };
        for (i, one) in all.iter().enumerate() {
            if !matches!(one, Value::String(_) | Value::Object(_) | Value::Null) {
                return Err(format!(
                    "decoding failed due to the following error(s):\n\n'[{i}]' expected a map or struct, got \"{}\"",
                    kind(one)
                ));
            }
        }
        for one in &all {
            let (paths, dir, env_files) = match one {
                Value::String(path) => (vec![path.clone()], String::new(), Vec::new()),
                Value::Object(map) => (
                    texts(map.get("path")),
                    map.get("project_directory").map(sprint).unwrap_or_default(),
                    texts(map.get("env_file")),
                ),
                _ => continue,
            };
            let paths: Vec<String> = paths.iter().map(|p| join(&scope.base, p)).collect();
            let Some(first) = paths.first() else { continue };
            if included.contains(first) {
                return Err(format!(
                    "include cycle detected:\n{}\n include {}",
                    included[0],
                    included[1..]
                        .iter()
                        .chain([first])
                        .cloned()
                        .collect::<Vec<_>>()
                        .join("\n include ")
                ));
            }
            let (base, shown) = match dir.as_str() {
                "" => (parent(first), relative(&scope.base, &parent(first))),
                dir if dir.starts_with('/') => (dir.to_string(), dir.to_string()),
                dir => {
                    let base = join(&scope.base, dir);
                    // Paths are meant from a directory that is there.
                    let there = self.p.stat(&base).is_ok_and(|s| s.is_dir());
                    let shown = if there { base.clone() } else { parent(&base) };
                    (base, relative(&scope.base, &shown))
                }
            };
            let env = self.included_env(scope, &base, &env_files)?;
            let inner = Scope {
                dir: shown,
                base,
                env,
                included: included.clone(),
                part: false,
                depth: scope.depth + 1,
            };
            let sources: Vec<Source> =
                paths.into_iter().map(|path| Source { path, text: None }).collect();
            let imported = self.model(&sources, &inner, true)?;
            import(imported, file)?;
        }
        Ok(())
    }

    fn included_env(
        &mut self,
        scope: &Scope,
        dir: &str,
        files: &[String],
    ) -> Result<super::Env, String> {
        let mut names = Vec::new();
        if files.is_empty() {
            let default = format!("{dir}/.env");
            if self.p.stat(&default).is_ok_and(|s| !s.is_dir()) {
                names.push(default);
            }
        }
        for name in files {
            let path = join(&scope.base, name);
            let stat = self.p.stat(&path).map_err(|e| format!("stat {path}: {}", lower(e)))?;
            if stat.is_dir() {
                return Err(format!("{path} is not a file"));
            }
            names.push(path);
        }
        let found = env_from_files(self, &scope.env, &names)?;
        let mut env = scope.env.clone();
        for (name, value) in found {
            env.entry(name).or_insert(value);
        }
        Ok(env)
    }
}

/// The variables of files; in them, those of `current` count more.
pub(super) fn env_from_files(
    loader: &mut Loader,
    current: &super::Env,
    files: &[String],
) -> Result<super::Env, String> {
    let mut found = super::Env::new();
    for path in files {
        let text = match loader.p.stat(path) {
            Err(crate::vfs::Errno::ENOENT) => {
                return Err(format!("couldn't find env file: {path}"));
            }
            Err(e) => return Err(format!("stat {path}: {}", lower(e))),
            Ok(stat) if stat.is_dir() => return Err(format!("{path} is a directory")),
            Ok(_) => loader.p.read_file(path).map_err(|e| format!("open {path}: {}", lower(e)))?,
        };
        let text = crate::vfs::text::decode(&text).into_owned();
        let before = found.clone();
        let look = |name: &str| current.get(name).or_else(|| before.get(name)).cloned();
        dotenv::parse(&text, &mut found, &look, &mut loader.warnings)
            .map_err(|e| format!("failed to read {path}: {e}"))?;
    }
    Ok(found)
}

fn import(imported: Value, file: &mut Map<String, Value>) -> Result<(), String> {
    let Value::Object(mut imported) = imported else { return Ok(()) };
    for kind in ["services", "volumes", "networks", "secrets", "configs", "models"] {
        let Some(Value::Object(more)) = imported.remove(kind) else { continue };
        let slot = file.entry(kind).or_insert_with(|| Value::Object(Map::new()));
        let Value::Object(slot) = slot else { continue };
        for (name, value) in more {
            match slot.get(&name) {
                Some(there) if *there != value => {
                    return Err(format!("{kind}.{name} conflicts with imported resource"));
                }
                Some(_) => {}
                None => {
                    slot.insert(name, value);
                }
            }
        }
    }
    Ok(())
}
