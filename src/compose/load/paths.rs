//! Paths in a file made absolute: they are meant from the project's directory on.

use super::path::Path;
use crate::engine::disk::clean;
use serde_json::Value;

/// Where paths start from.
pub struct Base<'a> {
    /// The project's directory.
    pub dir: &'a str,
    /// The user's home, for `~`.
    pub home: &'a str,
}

impl Base<'_> {
    /// A path from the base on.
    pub fn absolute(&self, path: &str) -> String {
        let path = match path.strip_prefix('~') {
            Some(rest) => clean(&format!("{}/{rest}", self.home)),
            None => path.to_string(),
        };
        match path.starts_with('/') || path.is_empty() || windows(&path) {
            true => path,
            false => clean(&format!("{}/{path}", self.dir)),
        }
    }

    /// Makes all paths below a place absolute.
    pub fn resolve(&self, value: &mut Value, path: &Path) -> Result<(), String> {
        if path.fits("services.*.build.context")
            || path.fits("services.*.build.additional_contexts.*")
        {
            if let Value::String(text) = value
                && !remote(text)
            {
                *text = self.absolute(text);
            }
            return Ok(());
        }
        const PLAIN: &[&str] = &[
            "configs.*.file",
            "include.env_file",
            "include.path",
            "include.project_directory",
            "secrets.*.file",
            "services.*.build.ssh.*",
            "services.*.develop.watch.*.path",
            "services.*.env_file.*.path",
            "services.*.extends.file",
            "services.*.label_file.*",
        ];
        if PLAIN.iter().any(|pattern| path.fits(pattern)) {
            if let Value::String(text) = value {
                *text = self.absolute(text);
            }
            return Ok(());
        }
        if path.fits("services.*.volumes.*") {
            return self.mount(value);
        }
        if path.fits("volumes.*") {
            self.volume(value);
            return Ok(());
        }
        match value {
            Value::Object(map) => {
                map.iter_mut().try_for_each(|(name, v)| self.resolve(v, &path.below(name)))
            }
            Value::Array(items) => {
                items.iter_mut().try_for_each(|v| self.resolve(v, &path.below("[]")))
            }
            _ => Ok(()),
        }
    }

    fn mount(&self, value: &mut Value) -> Result<(), String> {
        let Value::Object(mount) = value else { return Ok(()) };
        if mount.get("type").and_then(Value::as_str) != Some("bind") {
            return Ok(());
        }
        match mount.get_mut("source") {
            Some(Value::String(source)) => {
                *source = match source.is_empty() {
                    true => self.dir.to_string(),
                    false => self.absolute(source),
                };
                Ok(())
            }
            Some(_) => Ok(()),
            None => Err("invalid mount config for type \"bind\": field Source must not be empty"
                .to_string()),
        }
    }

    /// A volume that is a bind mount in truth.
    fn volume(&self, value: &mut Value) {
        if value.get("driver").and_then(Value::as_str) != Some("local") {
            return;
        }
        let Some(Value::Object(options)) = value.get_mut("driver_opts") else { return };
        if options.get("o").and_then(Value::as_str) == Some("bind")
            && let Some(Value::String(device)) = options.get_mut("device")
        {
            *device = self.absolute(device);
        }
    }
}

fn windows(path: &str) -> bool {
    let b = path.as_bytes();
    path.starts_with("\\\\")
        || b.len() > 2 && b[0].is_ascii_alphabetic() && b[1] == b':' && matches!(b[2], b'\\' | b'/')
}

/// Build contexts that are no directories here.
fn remote(context: &str) -> bool {
    const STARTS: &[&str] =
        &["https://", "http://", "git://", "ssh://", "github.com/", "git@", "service:"];
    context.contains("://") || STARTS.iter().any(|s| context.starts_with(s))
}
