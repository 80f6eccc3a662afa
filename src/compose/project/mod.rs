//! A project: what its files come to once values, profiles, dependencies and variables are settled. How the
//! files are read is `load`'s, what is done with the project the verbs'.

pub mod bind;
pub mod consistency;
mod extensions;
mod fields;
pub mod forms;
pub mod select;
pub mod service;
pub mod types;
pub mod variables;
pub mod words;

use super::load::Options;
use super::load::files::{Choice, Found, Loaded, Refusal};
use super::load::path::Path;
use super::text::sprint;
use crate::kernel::Proc;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Things by name.
pub type Named = BTreeMap<String, Value>;

/// A project.
#[derive(Clone, Debug, Default)]
pub struct Project {
    /// Its name.
    pub name: String,
    /// Its directory.
    pub dir: String,
    /// Its files.
    pub files: Vec<String>,
    /// Variables.
    pub env: BTreeMap<String, String>,
    /// Profiles asked for.
    pub profiles: Vec<String>,
    /// Services, as the tables of `types` have them.
    pub services: Named,
    /// Services that take no part.
    pub disabled: Named,
    /// Networks.
    pub networks: Named,
    /// Volumes.
    pub volumes: Named,
    /// Secrets.
    pub secrets: Named,
    /// Configs.
    pub configs: Named,
    /// Models.
    pub models: Named,
    /// `x-...` at the top.
    pub extensions: Map<String, Value>,
}

/// A text in a thing; empty where there is none.
pub fn text<'a>(thing: &'a Value, name: &str) -> &'a str {
    thing.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// Whether a switch in a thing is on.
pub fn on(thing: &Value, name: &str) -> bool {
    thing.get(name).and_then(Value::as_bool).unwrap_or(false)
}

/// A list of texts in a thing.
pub fn texts(thing: &Value, name: &str) -> Vec<String> {
    thing.get(name).and_then(Value::as_array).into_iter().flatten().map(sprint).collect()
}

/// The names in a map in a thing.
pub fn names(thing: &Value, name: &str) -> Vec<String> {
    thing
        .get(name)
        .and_then(Value::as_object)
        .map(|m| m.keys().cloned().collect())
        .unwrap_or_default()
}

/// How many containers a service has.
pub fn scale(service: &Value) -> i64 {
    let replicas = service.get("deploy").and_then(|d| d.get("replicas"));
    service.get("scale").or(replicas).and_then(Value::as_i64).unwrap_or(1)
}

/// The image of a service: as told, or named after project and service.
pub fn image_of(service: &Value, name: &str, project: &str) -> String {
    match text(service, "image") {
        "" => format!("{project}-{name}"),
        image => image.to_string(),
    }
}

/// Reads a project. Warnings are given beside it.
pub fn load(p: &Proc, choice: &Choice, options: Options) -> (Result<Project, String>, Vec<String>) {
    let refused = |r: Refusal| (Err(r.text), r.warnings);
    let found = match Found::new(p, choice, options.clone()) {
        Ok(found) => found,
        Err(refusal) => return refused(refusal),
    };
    match found.load(choice) {
        Ok(mut loaded) => {
            let mut warnings = std::mem::take(&mut loaded.warnings);
            (settle(p, loaded, &options, &mut warnings), warnings)
        }
        Err(refusal) => refused(refusal),
    }
}

fn settle(
    p: &Proc,
    loaded: Loaded,
    options: &Options,
    warnings: &mut Vec<String>,
) -> Result<Project, String> {
    let Loaded { file, name, dir, files, env, profiles, .. } = loaded;
    let bound = bind::bind(
        &types::PROJECT_KIND,
        &extensions::gather(Value::Object(file), &Path::top()),
        warnings,
    )?;
    let Value::Object(mut bound) = bound else { return Err("empty compose file".to_string()) };
    let mut part = |name: &str| -> Named {
        match bound.shift_remove(name) {
            Some(Value::Object(map)) => map.into_iter().collect(),
            _ => Named::new(),
        }
    };
    let mut project = Project {
        name,
        dir,
        files,
        env,
        profiles,
        services: part("services"),
        disabled: Named::new(),
        networks: part("networks"),
        volumes: part("volumes"),
        secrets: part("secrets"),
        configs: part("configs"),
        models: part("models"),
        extensions: Map::new(),
    };
    bound.shift_remove("name");
    project.extensions = bound;
    let profiles = project.profiles.clone();
    project.with_profiles(&profiles);
    if options.consistency {
        consistency::check(&mut project)?;
    }
    if options.environment {
        variables::environment(p, &mut project, options.discard_env_files, warnings)?;
    }
    variables::labels(p, &mut project, options.discard_env_files, warnings)?;
    Ok(project)
}

impl Project {
    /// The project as one value, bound.
    pub fn whole(&self) -> Value {
        let map = |named: &Named| -> Value {
            Value::Object(named.iter().map(|(k, v)| (k.clone(), v.clone())).collect())
        };
        let mut all = Map::new();
        all.insert("name".to_string(), json!(self.name));
        all.insert("services".to_string(), map(&self.services));
        for (name, named) in [
            ("networks", &self.networks),
            ("volumes", &self.volumes),
            ("secrets", &self.secrets),
            ("configs", &self.configs),
            ("models", &self.models),
        ] {
            if !named.is_empty() {
                all.insert(name.to_string(), map(named));
            }
        }
        all.extend(self.extensions.clone());
        Value::Object(all)
    }
}
