//! `docker build --metadata-file`: where an image comes from, and what it is called.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::docker::cli::Cli;
use crate::docker::command::Outcome;
use crate::docker::context::store::lower;
use crate::engine::api::build::{BuildOptions, BuildResult};
use crate::engine::build::PLATFORM;
use crate::engine::images::reference::Reference;

/// What is known of a build before it begins.
pub struct Details {
    path: String,
    name: String,
    args: BTreeMap<String, String>,
    tags: Vec<String>,
}

impl Details {
    /// Of a build with these options, for a file at `path`.
    pub fn of(o: &BuildOptions, path: &str) -> Details {
        let args = o
            .build_args
            .iter()
            .filter_map(|(name, value)| Some((format!("build-arg:{name}"), value.clone()?)));
        let labels = o.labels.iter().map(|(name, value)| (format!("label:{name}"), value.clone()));
        let mut args: BTreeMap<String, String> = args.chain(labels).collect();
        if !o.target.is_empty() {
            args.insert("target".to_string(), o.target.clone());
        }
        if o.no_cache {
            args.insert("no-cache".to_string(), String::new());
        }
        let (path, name, tags) = (path.to_string(), o.dockerfile_name.clone(), o.tags.clone());
        Details { path, name, args, tags }
    }

    /// Writes the file, if one is wanted.
    pub fn write(&self, cli: &Cli, built: &BuildResult) -> Outcome {
        if self.path.is_empty() {
            return Ok(());
        }
        let text = serde_json::to_string_pretty(&self.json(built)).unwrap_or_default();
        if cli.p.stat(&self.path).is_ok_and(|s| s.is_dir()) {
            return Err("ERROR: cannot write to a directory".into());
        }
        let written = cli.p.write_file(&self.path, text.as_bytes(), 0o644);
        // The client looks at the directory first.
        let dir = self.path.rsplit_once('/').map_or(".", |(dir, _)| dir);
        let wrong = |e| format!("ERROR: invalid output path: stat {dir}: {}", lower(e)).into();
        written.map_err(wrong)
    }

    fn json(&self, built: &BuildResult) -> Value {
        let materials = built.materials.iter().map(|(name, digest)| {
            let short = name.strip_prefix("docker.io/library/").unwrap_or(name);
            let short = short.strip_prefix("docker.io/").unwrap_or(short).replacen(':', "@", 1);
            let platform = PLATFORM.replace('/', "%2F");
            let hex = digest.trim_start_matches("sha256:");
            json!({
                "uri": format!("pkg:docker/{short}?platform={platform}"),
                "digest": { "sha256": hex },
            })
        });
        let materials: Vec<Value> = materials.collect();
        let mut parameters = json!({ "frontend": "dockerfile.v0" });
        if !self.args.is_empty() {
            parameters["args"] = json!(self.args);
        }
        parameters["locals"] = json!([{ "name": "context" }, { "name": "dockerfile" }]);
        let provenance = json!({
            "builder": { "id": "" },
            "buildType": "https://mobyproject.org/buildkit@v1",
            "materials": materials,
            "invocation": {
                "configSource": { "entryPoint": self.name },
                "parameters": parameters,
                "environment": { "platform": PLATFORM },
            },
        });
        let mut out = json!({
            "buildx.build.provenance": provenance,
            "buildx.build.ref": format!("default/default/{}", built.reference),
        });
        if !built.image_id.is_empty() {
            out["containerimage.config.digest"] = json!(built.image_id);
            out["containerimage.digest"] = json!(built.image_id);
            let full = |tag: &String| Reference::parse(tag).map(|r| r.to_string());
            let names: Vec<String> = self.tags.iter().filter_map(|tag| full(tag).ok()).collect();
            if !names.is_empty() {
                out["image.name"] = json!(names.join(","));
            }
        }
        out
    }
}
