//! Which files a project is made of: flags, variables, the names that are looked for; its name and variables.

use super::include::env_from_files;
use super::interpolate::interpolate;
use super::path::Path;
use super::{Env, Loader, Options, Source};
use crate::compose::yaml::{self, Document, Kind};
use crate::docker::context::store::lower;
use crate::engine::disk::clean;
use crate::golang::quote::quote;
use crate::golang::strconv::parse_bool;
use crate::kernel::Proc;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Names that are looked for, here and above.
const NAMES: &[&str] =
    &["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];
/// Names of files that are laid over them.
const OVERRIDES: &[&str] = &[
    "compose.override.yml",
    "compose.override.yaml",
    "docker-compose.override.yml",
    "docker-compose.override.yaml",
];

/// What the command line says of the project.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// `-p`.
    pub name: String,
    /// `--profile`.
    pub profiles: Vec<String>,
    /// `-f`.
    pub files: Vec<String>,
    /// `--project-directory`.
    pub dir: String,
    /// `--env-file`.
    pub env_files: Vec<String>,
    /// What came out of the files that are streams: of `-`, standard input, and of pipes.
    pub streams: BTreeMap<String, Vec<u8>>,
}

/// A project's files, read and made one.
pub struct Loaded {
    /// The canonical file.
    pub file: Map<String, Value>,
    /// The project's name.
    pub name: String,
    /// Its directory.
    pub dir: String,
    /// Its files.
    pub files: Vec<String>,
    /// Variables.
    pub env: Env,
    /// Profiles asked for.
    pub profiles: Vec<String>,
    /// What was warned of.
    pub warnings: Vec<String>,
}

/// A project name made of any text.
pub fn normal_name(text: &str) -> String {
    let lower = text.to_lowercase();
    let kept: String = lower
        .chars()
        .filter(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-'))
        .collect();
    kept.trim_start_matches(['_', '-']).to_string()
}

fn check_name(name: &str) -> Result<(), String> {
    if normal_name(name) == name {
        return Ok(());
    }
    Err(format!(
        "invalid project name {}: must consist only of lowercase alphanumeric characters, hyphens, and underscores as well as start with a letter or number",
        quote(name)
    ))
}

/// Files and their surroundings found, but not yet read.
pub struct Found {
    loader: Loader,
    dir: String,
    files: Vec<String>,
    env: Env,
    profiles: Vec<String>,
}

/// Why a project could not be read, and what was warned of before.
pub struct Refusal {
    /// Why.
    pub text: String,
    /// Warnings.
    pub warnings: Vec<String>,
}

fn cwd(p: &Proc) -> String {
    p.getcwd().unwrap_or_else(|_| "/".to_string())
}

fn absolute(p: &Proc, path: &str) -> String {
    if path.starts_with('/') { clean(path) } else { clean(&format!("{}/{path}", cwd(p))) }
}

impl Found {
    /// Looks for the files of a project.
    pub fn new(p: &Proc, choice: &Choice, options: Options) -> Result<Found, Refusal> {
        let loader = Loader { p: p.clone(), options, warnings: Vec::new() };
        let env = p.environ().iter().cloned().collect();
        let mut found = Found {
            loader,
            dir: String::new(),
            files: choice.files.clone(),
            env,
            profiles: Vec::new(),
        };
        match found.look(p, choice) {
            Ok(()) => Ok(found),
            Err(text) => Err(Refusal { text, warnings: found.loader.warnings }),
        }
    }

    fn look(&mut self, p: &Proc, choice: &Choice) -> Result<(), String> {
        if !choice.dir.is_empty() {
            self.dir = absolute(p, &choice.dir);
        }
        self.env.entry("PWD".to_string()).or_insert_with(|| cwd(p));
        self.dot_env(p, choice)?;
        if self.files.is_empty() {
            self.files_from_env(p)?;
        }
        if self.files.is_empty() {
            self.default_files(p);
        }
        self.dot_env(p, choice)?;
        self.profiles = choice.profiles.clone();
        if self.profiles.is_empty() {
            let all = self.env.get("COMPOSE_PROFILES").cloned().unwrap_or_default();
            self.profiles = all.split(',').map(|s| s.trim().to_string()).collect();
        }
        check_name(&choice.name)
    }

    /// The project's directory: as asked for, that of its first file, or this one.
    fn working_dir(&self, p: &Proc) -> String {
        if !self.dir.is_empty() {
            return self.dir.clone();
        }
        match self.files.iter().find(|f| *f != "-") {
            Some(file) => super::extends::parent(&absolute(p, file)),
            None => cwd(p),
        }
    }

    fn dot_env(&mut self, p: &Proc, choice: &Choice) -> Result<(), String> {
        let mut files: Vec<String> = choice.env_files.iter().map(|f| absolute(p, f)).collect();
        if files.is_empty() {
            if let Some(off) = p.env("COMPOSE_DISABLE_ENV_FILE")
                && parse_bool(&off)?
            {
                return Ok(());
            }
            let default = format!("{}/.env", self.working_dir(p));
            match p.stat(&default) {
                Err(crate::vfs::Errno::ENOENT) => return Ok(()),
                Err(e) => return Err(format!("stat {default}: {}", lower(e))),
                Ok(stat) if stat.is_dir() => return Ok(()),
                Ok(_) => files.push(default),
            }
        }
        let more = env_from_files(&mut self.loader, &self.env, &files)?;
        for (name, value) in more {
            self.env.entry(name).or_insert(value);
        }
        Ok(())
    }

    fn files_from_env(&mut self, p: &Proc) -> Result<(), String> {
        let Some(files) = self.env.get("COMPOSE_FILE").cloned() else { return Ok(()) };
        let separator = self.env.get("COMPOSE_PATH_SEPARATOR").filter(|s| !s.is_empty());
        let separator = separator.cloned().unwrap_or_else(|| ":".to_string());
        for file in files.split(&separator) {
            let path = if file == "-" { file.to_string() } else { absolute(p, file) };
            if path != "-" {
                p.stat(&path).map_err(|e| format!("stat {path}: {}", lower(e)))?;
            }
            self.files.push(path);
        }
        Ok(())
    }

    fn default_files(&mut self, p: &Proc) {
        let mut dir = self.working_dir(p);
        loop {
            let there = |names: &[&str]| -> Vec<String> {
                let all = names.iter().map(|n| clean(&format!("{dir}/{n}")));
                all.filter(|path| p.stat(path).is_ok()).collect()
            };
            let (files, overrides) = (there(NAMES), there(OVERRIDES));
            if let Some(first) = files.first() {
                let warnings = &mut self.loader.warnings;
                let mut several = |kind: &str, files: &[String]| {
                    if let [first, _, ..] = files {
                        warnings.push(format!(
                            "Found multiple {kind} files with supported names: {}",
                            files.join(", ")
                        ));
                        warnings.push(format!("Using {first}"));
                    }
                };
                several("config", &files);
                several("override", &overrides);
                self.files.push(first.clone());
                self.files.extend(overrides.first().cloned());
                return;
            }
            let above = super::extends::parent(&dir);
            if above == dir {
                return;
            }
            dir = above;
        }
    }

    /// Reads the files.
    pub fn load(self, choice: &Choice) -> Result<Loaded, Refusal> {
        let mut found = self;
        match found.read(choice) {
            Ok((file, name, dir)) => Ok(Loaded {
                file,
                name,
                dir,
                files: found.files,
                env: found.env,
                profiles: found.profiles,
                warnings: found.loader.warnings,
            }),
            Err(text) => Err(Refusal { text, warnings: found.loader.warnings }),
        }
    }

    fn read(&mut self, choice: &Choice) -> Result<(Map<String, Value>, String, String), String> {
        let p = self.loader.p.clone();
        let dir = self.working_dir(&p);
        if self.files.is_empty() {
            return Err("no configuration file provided: not found".to_string());
        }
        let mut sources = Vec::new();
        for file in &mut self.files {
            let stream = choice.streams.get(file).cloned();
            if file != "-" {
                *file = absolute(&p, file);
            }
            let text = match stream {
                Some(text) => text,
                None => p.read_file(file).map_err(|e| {
                    let call = if e == crate::vfs::Errno::EISDIR { "read" } else { "open" };
                    format!("{call} {file}: {}", lower(e))
                })?,
            };
            sources.push(Source { path: file.clone(), text: Some(text) });
        }
        let name = self.name(choice, &dir, &sources)?;
        self.env.insert("COMPOSE_PROJECT_NAME".to_string(), name.clone());
        let file = self.loader.load(&sources, &dir, &self.env, &name)?;
        Ok((file, name, dir))
    }

    /// The project's name: asked for, from a variable, from a file, or the directory's.
    fn name(&mut self, choice: &Choice, dir: &str, sources: &[Source]) -> Result<String, String> {
        if !choice.name.is_empty() {
            return Ok(choice.name.clone());
        }
        let mut told = String::new();
        for source in sources {
            let text = source.text.as_deref().unwrap_or_default();
            // What is wrong behind the first document is told when all of the file is read.
            let first = yaml::first(text)?;
            let documents = yaml::parse(text).unwrap_or_else(|_| first.into_iter().collect());
            for (i, document) in documents.iter().enumerate() {
                match name_in(document) {
                    Ok(name) if !name.is_empty() => told = name,
                    Ok(_) => {}
                    // Only the first document is asked for its name before all else.
                    Err(e) if i == 0 => return Err(e),
                    Err(_) => {}
                }
            }
        }
        if let Some(name) = self.env.get("COMPOSE_PROJECT_NAME").filter(|n| !n.is_empty()) {
            check_name(name)?;
            return Ok(name.clone());
        }
        let given = !told.is_empty();
        if self.loader.options.interpolate {
            let mut value = json!(told);
            let look = |name: &str| self.env.get(name).cloned();
            let path = Path::of("name");
            interpolate(&mut value, &path, &look, &mut self.loader.warnings)?;
            told = value.as_str().unwrap_or_default().to_string();
        }
        let name = if self.loader.options.normalize { normal_name(&told) } else { told };
        // One that comes to nothing only when its variables are put in is refused later on.
        if !name.is_empty() || given {
            return Ok(name);
        }
        Ok(normal_name(dir.rsplit('/').next().unwrap_or_default()))
    }
}

/// The `name` of a document, in go-yaml's words where there can be none.
fn name_in(document: &Document) -> Result<String, String> {
    let root = &document.nodes[document.target(document.root)];
    let wrong = |line: usize, what: &str, into: &str| {
        format!("yaml: unmarshal errors:\n  line {line}: cannot unmarshal {what} into {into}")
    };
    let entries = match &root.kind {
        Kind::Map(entries) => entries,
        Kind::List(_) => return Err(wrong(root.line, "!!seq", "cli.named")),
        Kind::Scalar { text, plain } => {
            let value = match plain {
                true => yaml::scalar::resolve(text),
                false => Value::String(text.clone()),
            };
            let tag = match root.tag.strip_prefix("tag:yaml.org,2002:") {
                Some(own) => format!("!!{own}"),
                None => root.tag.clone(),
            };
            let kind = match &value {
                _ if tag.len() > 1 => tag,
                Value::Null => return Ok(String::new()),
                Value::Bool(_) => "!!bool".to_string(),
                Value::Number(n) if n.is_f64() => "!!float".to_string(),
                Value::Number(_) => "!!int".to_string(),
                _ => "!!str".to_string(),
            };
            let short: String = match text.chars().count() {
                0..=10 => text.clone(),
                _ => text.chars().take(7).chain("...".chars()).collect(),
            };
            return Err(wrong(root.line, &format!("{kind} `{short}`"), "cli.named"));
        }
        Kind::Alias(_) => return Ok(String::new()),
    };
    for (key, _) in entries {
        let node = &document.nodes[document.target(*key)];
        match &node.kind {
            Kind::List(_) => return Err(wrong(node.line, "!!seq", "string")),
            Kind::Map(_) => return Err(wrong(node.line, "!!map", "string")),
            Kind::Scalar { .. } | Kind::Alias(_) => {}
        }
    }
    let named = entries.iter().find(|(key, _)| document.text(*key) == Some("name"));
    let Some((_, value)) = named else { return Ok(String::new()) };
    let node = &document.nodes[document.target(*value)];
    match &node.kind {
        Kind::Scalar { text, plain } => {
            match *plain && matches!(text.as_str(), "~" | "null" | "") {
                true => Ok(String::new()),
                false => Ok(text.clone()),
            }
        }
        Kind::List(_) => Err(wrong(node.line, "!!seq", "string")),
        _ => Err(wrong(node.line, "!!map", "string")),
    }
}
