//! Compose files read, laid over each other and made canonical, in the order in which compose-go does it.
//! Which files these are is `files`' business, what the result means the project's.

pub mod canonical;
pub mod check;
pub mod dotenv;
mod extends;
pub mod files;
mod include;
pub mod interpolate;
mod merge;
mod normalize;
pub mod path;
mod paths;
mod ports;
mod reset;
pub mod template;
mod unique;
mod volume;

use crate::compose::schema;
use crate::compose::yaml;
use crate::docker::context::store::lower;
use crate::kernel::Proc;
use path::Path;
use paths::Base;
use reset::Resets;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Variables.
pub type Env = BTreeMap<String, String>;

/// Files may include and extend each other so deep.
const DEPTH: usize = 40;

/// The long form of a mount in short.
pub fn mount(spec: &str) -> Result<Map<String, Value>, String> {
    volume::parse(spec)
}

/// The long forms of a port in short.
pub fn ports(spec: &str) -> Result<Vec<Value>, String> {
    ports::parse(spec)
}

/// What to do with a file besides reading it.
#[derive(Clone, Debug)]
pub struct Options {
    /// Put in variables.
    pub interpolate: bool,
    /// Put in what is meant where nothing is said.
    pub normalize: bool,
    /// Make paths absolute.
    pub paths: bool,
    /// Check that what is referred to is there.
    pub consistency: bool,
    /// Forget files of variables once they are read.
    pub discard_env_files: bool,
    /// Read files of variables.
    pub environment: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            interpolate: true,
            normalize: true,
            paths: true,
            consistency: true,
            discard_env_files: false,
            environment: true,
        }
    }
}

/// A file to read; its text, where it has been read already.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its path.
    pub path: String,
    /// Its text.
    pub text: Option<Vec<u8>>,
}

/// A reader of Compose files.
pub struct Loader {
    /// The process that reads.
    pub p: Proc,
    /// What to do.
    pub options: Options,
    /// What was warned of.
    pub warnings: Vec<String>,
}

/// What holds for the files that are read at a time.
#[derive(Clone)]
struct Scope {
    /// Directory that paths are meant from, as they are put into the result.
    dir: String,
    /// Directory that other files are looked for in.
    base: String,
    env: Env,
    /// Files whose inclusion is under way.
    included: Vec<String>,
    /// Whether this is a file that a service is only taken from.
    part: bool,
    depth: usize,
}

impl Loader {
    /// The files as one, with all that they include: canonical, checked, normal.
    pub fn load(
        &mut self,
        sources: &[Source],
        dir: &str,
        env: &Env,
        project: &str,
    ) -> Result<Map<String, Value>, String> {
        let scope = Scope {
            dir: dir.to_string(),
            base: dir.to_string(),
            env: env.clone(),
            included: Vec::new(),
            part: false,
            depth: 0,
        };
        let paths = self.options.paths;
        let Value::Object(mut file) = self.model(sources, &scope, paths)? else {
            return Err("top-level object must be a mapping".to_string());
        };
        if file.is_empty() {
            return Err("empty compose file".to_string());
        }
        if project.is_empty() {
            return Err("project name must not be empty".to_string());
        }
        if self.options.normalize {
            file.insert("name".to_string(), Value::String(project.to_string()));
            normalize::normalize(&mut file, env);
        }
        Ok(file)
    }

    fn home(&self) -> String {
        self.p.env("HOME").unwrap_or_default()
    }

    /// Several files laid over each other.
    fn model(&mut self, sources: &[Source], scope: &Scope, paths: bool) -> Result<Value, String> {
        let mut file = Value::Object(Map::new());
        for source in sources {
            file = self.file(source, scope, file)?.0;
        }
        check::defaults(&mut file, &Path::top());
        check::validate(&file, &Path::top())?;
        if paths {
            let home = self.home();
            Base { dir: &scope.dir, home: &home }.resolve(&mut file, &Path::top())?;
        }
        environment(&mut file, &scope.env);
        Ok(file)
    }

    /// A file's text.
    fn text(&self, source: &Source) -> Result<Vec<u8>, String> {
        match &source.text {
            Some(text) => Ok(text.clone()),
            None => self
                .p
                .read_file(&source.path)
                .map_err(|e| format!("open {}: {}", source.path, lower(e))),
        }
    }

    /// A file laid over what there is, and what it takes away.
    fn file(
        &mut self,
        source: &Source,
        scope: &Scope,
        base: Value,
    ) -> Result<(Value, Resets), String> {
        if scope.depth > DEPTH {
            return Err(format!("{}: files include or extend each other too deep", source.path));
        }
        let text = self.text(source)?;
        let failed = |e: String| match e.starts_with("yaml: unmarshal errors") {
            true => e,
            false => format!("failed to parse {}: {e}", source.path),
        };
        let (mut merged, mut resets) = (base, Resets::default());
        for mut document in yaml::parse(&text).map_err(failed)? {
            resets = Resets::gather(&mut document).map_err(failed)?;
            let raw = yaml::decode(&document, document.root)
                .map_err(|e| if e.starts_with("yaml: ") { failed(e) } else { e })?;
            merged = self.lay(raw, source, scope, merged, &resets)?;
        }
        Ok((merged, resets))
    }

    fn lay(
        &mut self,
        raw: Value,
        source: &Source,
        scope: &Scope,
        base: Value,
        resets: &Resets,
    ) -> Result<Value, String> {
        let mut raw = raw;
        if !raw.is_object() {
            return Err("top-level object must be a mapping".to_string());
        }
        if self.options.interpolate {
            let look = |name: &str| scope.env.get(name).cloned();
            interpolate::interpolate(&mut raw, &Path::top(), &look, &mut self.warnings)?;
        }
        let mut base = base;
        let Value::Object(mut file) = raw else { return Ok(base) };
        if !scope.part {
            self.extends(&mut file, source, scope, resets)?;
        }
        resets.apply(&mut base);
        if !scope.part {
            self.include(&mut file, source, scope)?;
        }
        let mut merged = merge::merge(base, Value::Object(file), &Path::top())?;
        unique::enforce(&mut merged, &Path::top())?;
        if !scope.part {
            schema::check(&merged).map_err(|e| format!("validating {}: {e}", source.path))?;
            if merged.as_object_mut().is_some_and(|m| m.remove("version").is_some()) {
                let warning = format!(
                    "{}: the attribute `version` is obsolete, it will be ignored, please remove it to avoid potential confusion",
                    source.path
                );
                if !self.warnings.contains(&warning) {
                    self.warnings.push(warning);
                }
            }
        }
        let mut canon =
            canonical::Canon { lenient: !self.options.interpolate, warnings: Vec::new() };
        let canonical = canonical::canonical(merged, &Path::top(), &mut canon);
        self.warnings.append(&mut canon.warnings);
        let mut merged = canonical?;
        without_empty_dns(&mut merged);
        unique::enforce(&mut merged, &Path::top())?;
        Ok(merged)
    }
}

/// Name servers without a name are left out (compose-go's `OmitEmpty`).
fn without_empty_dns(file: &mut Value) {
    let Some(Value::Object(services)) = file.get_mut("services") else { return };
    for service in services.values_mut() {
        if let Some(Value::Array(servers)) = service.get_mut("dns") {
            servers.retain(|s| !s.is_null() && s.as_str() != Some(""));
        }
    }
}

/// Values of variables that are only named.
fn environment(file: &mut Value, env: &Env) {
    let Value::Object(file) = file else { return };
    if let Some(Value::Object(services)) = file.get_mut("services") {
        for service in services.values_mut() {
            let Some(Value::Array(all)) = service.get_mut("environment") else { continue };
            all.retain(Value::is_string);
            for item in all {
                if let Some(value) = item.as_str().and_then(|name| env.get(name)) {
                    *item = Value::String(format!("{}={value}", item.as_str().unwrap_or_default()));
                }
            }
        }
    }
}
