//! `--output`: where what was built is put. Packing it is the engine's.

use super::{failed, wishes};
use crate::docker::cli::Cli;
use crate::docker::command::{Failure, Outcome};
use crate::docker::container::localtree;
use crate::docker::context::store::lower;
use crate::docker::flags::Matches;
use crate::engine::api::build::Export;
use crate::engine::images::reference::Reference;
use crate::golang::{csv, strconv};
use crate::vfs::{Content, Errno};
use std::collections::BTreeMap;

/// Where something goes.
enum Place {
    Store,
    /// A directory, and whether there is one in it for each platform.
    Directory(String, bool),
    File(String),
    Output,
    /// The cache only.
    Nowhere,
}

/// Everything that was asked for.
pub struct Places {
    all: Vec<Place>,
    /// Names that were given with an image.
    pub names: Vec<String>,
}

impl Places {
    /// Reads the flags, and makes what is to be written to.
    pub fn read(cli: &Cli, m: &Matches) -> Result<Places, Failure> {
        let mut out = Places { all: Vec::new(), names: Vec::new() };
        let given = m.list("output");
        if !given.is_empty() && m.on("load") {
            out.all.push(Place::Store);
        }
        for spec in given {
            let place = out.one(cli, m, spec)?;
            out.all.push(place);
        }
        // Images come first.
        out.all.sort_by_key(|p| !matches!(p, Place::Store));
        let files = !matches!(out.all.last(), None | Some(Place::Store));
        if files && !m.text("iidfile").is_empty() {
            let why = "ERROR: local and tar exporters are incompatible with image ID file";
            return Err(why.into());
        }
        Ok(out)
    }

    fn one(&mut self, cli: &Cli, m: &Matches, spec: &str) -> Result<Place, Failure> {
        if spec.is_empty() {
            return Ok(Place::Store);
        }
        let fields = csv::record(spec).map_err(|e| Failure::from(format!("ERROR: {e}")))?;
        if fields.len() == 1 && !spec.starts_with("type=") {
            return match spec {
                "-" => Ok(Place::Output),
                dir => directory(cli, dir, false),
            };
        }
        let mut values = BTreeMap::new();
        for field in &fields {
            let Some((key, value)) = field.split_once('=') else {
                return Err(Failure::from(format!("ERROR: invalid value {field}")));
            };
            values.insert(key.trim().to_lowercase(), value.to_string());
        }
        let value = |key: &str| values.get(key).map(String::as_str).unwrap_or_default();
        let on = |key: &str| strconv::parse_bool(value(key)) == Ok(true);
        match (value("type"), value("dest")) {
            ("", _) => Err(Failure::from("ERROR: type is required for output")),
            ("local", "") => Err(failed("dest is required for local exporter")),
            ("local", "-") => Err(failed("dest cannot be stdout for local exporter")),
            ("local", dir) => directory(cli, dir, on("platform-split")),
            ("tar", "" | "-") if cli.p.isatty(1) => {
                Err(failed("dest file is required for tar exporter. refusing to write to console"))
            }
            ("tar", "" | "-") => Ok(Place::Output),
            ("tar", path) => file(cli, path),
            ("cacheonly", _) => Ok(Place::Nowhere),
            ("image" | "registry", _) | ("docker", "") => {
                let names = value("name").split(',').filter(|n| !n.is_empty());
                let mut read = names.clone().map(Reference::parse);
                if let Some(why) = read.find_map(Result::err) {
                    return Err(failed(format!("failed to solve: {why}")));
                }
                self.names.extend(names.map(str::to_string));
                if value("type") == "registry" || on("push") {
                    return Err(wishes::push(m, &self.names));
                }
                Ok(Place::Store)
            }
            ("docker" | "oci", path) if !matches!(path, "" | "-") => {
                file(cli, path)?;
                let what = if value("type") == "oci" { "OCI" } else { "Docker" };
                Err(wishes::unsupported(&format!("{what} exporter"), "build-exporters"))
            }
            ("docker", _) => Err(wishes::unsupported("Docker exporter", "build-exporters")),
            ("oci", _) => Err(wishes::unsupported("OCI exporter", "build-exporters")),
            (other, _) => {
                Err(failed(format!("failed to solve: exporter {other:?} could not be found")))
            }
        }
    }

    /// What the engine has to make for it.
    pub fn exports(&self) -> Vec<Export> {
        let each = self.all.iter().map(|place| match place {
            Place::Store => Export::Image,
            Place::Directory(_, false) => Export::Directory,
            Place::Directory(_, true) => Export::Platforms,
            Place::File(_) | Place::Output => Export::Tarball,
            Place::Nowhere => Export::Nothing,
        });
        each.collect()
    }

    /// Puts the files where they go.
    pub async fn put(&self, cli: &Cli, files: &[Content]) -> Outcome {
        let wanted = self.all.iter().filter(|p| !matches!(p, Place::Store | Place::Nowhere));
        for (place, files) in wanted.zip(files) {
            match place {
                Place::Directory(dir, _) => {
                    let made = cli.p.mkdir_all(dir, 0o777);
                    made.map_err(|(part, e)| {
                        failed(format!(
                            "failed to solve: rpc error: code = Unknown desc = failed to create synctarget dest dir {dir}: mkdir {part}: {}",
                            lower(e)
                        ))
                    })?;
                    let put = localtree::unpack(cli, files, dir, None).await;
                    put.map_err(|why| {
                        failed(format!("failed to solve: error from receiver: {}", seen(cli, &why)))
                    })?;
                }
                Place::File(path) => {
                    let written = cli.p.write_content(path, files, 0o666);
                    written.map_err(|e| failed(format!("open {path}: {}", lower(e))))?;
                }
                // Builds do not look whether it can be written.
                Place::Output => drop(cli.write_content(1, files).await),
                Place::Store | Place::Nowhere => {}
            }
        }
        Ok(())
    }
}

/// What could not be written, in the words of who looks at it before: where there is no way to it, that
/// fails first.
fn seen(cli: &Cli, why: &str) -> String {
    let parts = why.strip_prefix("open ").and_then(|rest| rest.rsplit_once(": "));
    match parts.map(|(path, _)| (path, cli.p.lstat(path))) {
        Some((path, Err(e))) if e != Errno::ENOENT => format!("lstat {path}: {}", lower(e)),
        _ => why.to_string(),
    }
}

/// A file of the host, made at once.
fn file(cli: &Cli, path: &str) -> Result<Place, Failure> {
    match cli.p.stat(path) {
        Ok(s) if s.is_dir() => {
            return Err(failed(format!("destination file {path} is a directory")));
        }
        Err(e) if e != Errno::ENOENT => {
            let why = format!("invalid destination file: {path}: stat {path}: {}", lower(e));
            return Err(failed(why));
        }
        _ => {}
    }
    let made = cli.p.write_file(path, b"", 0o666);
    made.map_err(|e| failed(format!("failed to open open {path}: {}", lower(e))))?;
    Ok(Place::File(path.to_string()))
}

/// A directory of the host, which need not be there yet.
fn directory(cli: &Cli, dir: &str, split: bool) -> Result<Place, Failure> {
    match cli.p.stat(dir) {
        Ok(s) if !s.is_dir() => Err(failed(format!("destination directory {dir} is a file"))),
        _ => Ok(Place::Directory(dir.to_string(), split)),
    }
}
