//! `extends`: a service taken from another one, in this file or in a different one.

use super::merge::merge;
use super::path::Path;
use super::paths::Base;
use super::reset::Resets;
use super::{Loader, Scope, Source};
use crate::engine::disk::clean;
use crate::golang::quote::quote;
use serde_json::{Map, Value};

/// Services on the way from one to what it extends.
type Way = Vec<(String, String)>;

/// A path's directory.
pub(super) fn parent(path: &str) -> String {
    match path.rsplit_once('/') {
        Some(("", _)) => "/".to_string(),
        Some((dir, _)) => clean(dir),
        None => ".".to_string(),
    }
}

/// A path from a directory on.
pub(super) fn join(dir: &str, path: &str) -> String {
    if path.starts_with('/') { path.to_string() } else { clean(&format!("{dir}/{path}")) }
}

/// The way from one absolute directory to another; where there is none, the other.
pub(super) fn relative(from: &str, to: &str) -> String {
    if !from.starts_with('/') || !to.starts_with('/') {
        return to.to_string();
    }
    let names = |p: &str| -> Vec<String> {
        clean(p).split('/').filter(|n| !n.is_empty()).map(str::to_string).collect()
    };
    let (from, to) = (names(from), names(to));
    let same = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..".to_string(), from.len() - same);
    let way: Vec<String> = up.chain(to[same..].iter().cloned()).collect();
    if way.is_empty() { ".".to_string() } else { way.join("/") }
}

/// The services that one is looked up in.
struct Place<'a> {
    /// The file's name in error texts.
    file: String,
    services: &'a Map<String, Value>,
    /// What the file takes away from what its services are taken from.
    resets: Resets,
    scope: Scope,
}

impl Loader {
    /// Works off `extends` in all services of a file.
    pub(super) fn extends(
        &mut self,
        file: &mut Map<String, Value>,
        source: &Source,
        scope: &Scope,
        resets: &Resets,
    ) -> Result<(), String> {
        let services = match file.get("services") {
            None => return Ok(()),
            Some(Value::Object(services)) => services.clone(),
            Some(_) => return Err("services must be a mapping".to_string()),
        };
        let mut done = services.clone();
        for name in services.keys() {
            let place = Place {
                file: source.path.clone(),
                services: &services,
                resets: resets.clone(),
                scope: scope.clone(),
            };
            let merged = self.extended(name, &place, &Vec::new())?;
            done.insert(name.clone(), merged);
        }
        file.insert("services".to_string(), Value::Object(done));
        Ok(())
    }

    fn extended(&mut self, name: &str, place: &Place<'_>, way: &Way) -> Result<Value, String> {
        let service = match place.services.get(name) {
            None | Some(Value::Null) => return Ok(Value::Null),
            Some(Value::Object(service)) => service,
            Some(_) => return Err(format!("services.{name} must be a mapping")),
        };
        let (base, file) = match service.get("extends") {
            None => return Ok(Value::Object(service.clone())),
            Some(Value::String(base)) => (base.clone(), None),
            Some(Value::Object(extends)) => {
                let Some(Value::String(base)) = extends.get("service") else {
                    return Err(format!("extends.{name}.service is required"));
                };
                let file = extends.get("file").and_then(Value::as_str).map(str::to_string);
                (base.clone(), file)
            }
            Some(_) => (String::new(), None),
        };
        let shown = file.clone().unwrap_or_else(|| place.file.clone());
        let mut way = way.clone();
        let step = (name.to_string(), shown.clone());
        let other = match &file {
            None => {
                if !place.services.contains_key(&base) {
                    return Err(format!(
                        "cannot extend service {} in {}: service {} not found",
                        quote(name),
                        place.file,
                        quote(&base)
                    ));
                }
                None
            }
            Some(file) => Some(self.other_file(name, &base, file, place)?),
        };
        if way.contains(&step) {
            let mut text = "Circular reference:".to_string();
            for (i, (service, file)) in way.iter().chain([&step]).enumerate() {
                let word = if i == 0 { "" } else { "extends " };
                text.push_str(&format!("\n  {word}{service} in {file}"));
            }
            return Err(text);
        }
        way.push(step);
        let taken = match &other {
            None => {
                let here = Place {
                    file: shown,
                    services: place.services,
                    resets: Resets::default(),
                    scope: place.scope.clone(),
                };
                self.extended(&base, &here, &way)?
            }
            Some((services, resets, scope)) => {
                let there =
                    Place { file: shown, services, resets: resets.clone(), scope: scope.clone() };
                self.extended(&base, &there, &way)?
            }
        };
        if taken.is_null() {
            return Ok(Value::Object(service.clone()));
        }
        let mut around = serde_json::json!({ "services": {} });
        around["services"][name] = taken;
        place.resets.apply(&mut around);
        let taken = around["services"][name].take();
        let mut merged = merge(taken, Value::Object(service.clone()), &Path::of("services.x"))?;
        if let Value::Object(merged) = &mut merged {
            merged.remove("extends");
        }
        Ok(merged)
    }

    fn other_file(
        &mut self,
        name: &str,
        base: &str,
        file: &str,
        place: &Place<'_>,
    ) -> Result<(Map<String, Value>, Resets, Scope), String> {
        let path = join(&place.scope.base, file);
        let dir = parent(&path);
        let relative = relative(&place.scope.base, &dir);
        let scope = Scope {
            dir: relative.clone(),
            base: dir,
            env: place.scope.env.clone(),
            included: Vec::new(),
            part: true,
            depth: place.scope.depth + 1,
        };
        let source = Source { path: path.clone(), text: None };
        let (mut file_value, resets) = self.file(&source, &scope, Value::Object(Map::new()))?;
        let lead = format!("cannot extend service {} in", quote(name));
        match file_value.get("services") {
            None => return Err(format!("{lead} {path}: no services section")),
            Some(Value::Object(services)) if services.contains_key(base) => {}
            Some(Value::Object(_)) => {
                return Err(format!(
                    "{lead} {}: service {} not found in {file}",
                    place.file,
                    quote(base)
                ));
            }
            Some(_) => return Err(format!("{lead} {path}: services must be a mapping")),
        }
        let home = self.home();
        Base { dir: &relative, home: &home }.resolve(&mut file_value, &Path::top())?;
        // Further files are named from the first one's directory on: their paths were just made so.
        let further = Scope { depth: scope.depth, ..place.scope.clone() };
        match file_value["services"].take() {
            Value::Object(services) => Ok((services, resets, further)),
            _ => Ok((Map::new(), resets, further)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{join, parent, relative};

    #[test]
    fn ways() {
        assert_eq!(parent("/a/b/c.yml"), "/a/b");
        assert_eq!(join("/a", "../b/c"), "/b/c");
        assert_eq!(relative("/a/b", "/a/c/d"), "../c/d");
        assert_eq!(relative("/a", "/a"), ".");
    }
}
