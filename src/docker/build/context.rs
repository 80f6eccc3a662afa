//! The build context: the files of a directory, or of a tar file on standard input.

use super::failed;
use crate::docker::cli::Cli;
use crate::docker::command::Failure;
use crate::docker::context::store::lower;
use crate::engine::api::build::{ContextBody, ContextEntry};
use crate::vfs::{Content, text};
use std::io::Read;

/// What a build is given.
pub struct Gathered {
    /// Files, sorted by path.
    pub entries: Vec<ContextEntry>,
    /// The Dockerfile's text.
    pub dockerfile: String,
    /// The name to call it by.
    pub name: String,
}

const DEEPEST: usize = 200;

/// Gathers what `docker build SOURCE` is given.
pub async fn gather(cli: &Cli, source: &str, file: &str) -> Result<Gathered, Failure> {
    if source.is_empty() {
        return Err(failed("please specify build context (e.g. \".\" for the current directory)"));
    }
    if source == "-" && file == "-" {
        return Err(failed(
            "invalid argument: can't use stdin for both build context and dockerfile",
        ));
    }
    if source == "-" {
        return from_stdin(cli, file).await;
    }
    if ["http://", "https://", "git@", "git://", "github.com/"]
        .iter()
        .any(|p| source.starts_with(p))
    {
        return Err(Failure::gap(
            &format!("'docker build {source}'"),
            "there is no network beyond the host",
        ));
    }
    if !cli.p.stat(source).is_ok_and(|s| s.is_dir()) {
        return Err(failed(format!("unable to prepare context: path {source:?} not found")));
    }
    let name = if file.is_empty() { "Dockerfile".to_string() } else { file.to_string() };
    let path = match file {
        "" => format!("{source}/Dockerfile"),
        given => given.to_string(),
    };
    let shown = name.rsplit('/').next().unwrap_or_default().to_string();
    let dockerfile = match file {
        "-" => cli.read_all(0).await.map_err(|e| failed(format!("read: {}", lower(e))))?,
        _ => cli.p.read_file(&path).map_err(|e| {
            failed(format!(
                "failed to solve: failed to read dockerfile: open {shown}: {}",
                lower(e)
            ))
        })?,
    };
    let own = format!("{path}.dockerignore");
    let ignored =
        cli.p.read_file(&own).or_else(|_| cli.p.read_file(&format!("{source}/.dockerignore")));
    let ignore = super::ignore::Ignore::parse(&text::decode(&ignored.unwrap_or_default()));
    let mut entries = Vec::new();
    walk(cli, source, "", 0, &mut entries).await?;
    entries.retain(|e| !ignore.leaves_out(&e.path));
    let shown = if file == "-" { "Dockerfile".to_string() } else { shown };
    Ok(Gathered { entries, dockerfile: text::decode(&dockerfile).into_owned(), name: shown })
}

/// The same with the Dockerfile's text given apart from the directory.
pub async fn gather_with(cli: &Cli, source: &str, dockerfile: &str) -> Result<Gathered, Failure> {
    if !cli.p.stat(source).is_ok_and(|s| s.is_dir()) {
        return Err(failed(format!("unable to prepare context: path {source:?} not found")));
    }
    let ignored = cli.p.read_file(&format!("{source}/.dockerignore"));
    let ignore = super::ignore::Ignore::parse(&text::decode(&ignored.unwrap_or_default()));
    let mut entries = Vec::new();
    walk(cli, source, "", 0, &mut entries).await?;
    entries.retain(|e| !ignore.leaves_out(&e.path));
    Ok(Gathered { entries, dockerfile: dockerfile.to_string(), name: "Dockerfile".to_string() })
}

async fn walk(
    cli: &Cli,
    root: &str,
    below: &str,
    depth: usize,
    out: &mut Vec<ContextEntry>,
) -> Result<(), Failure> {
    let dir = if below.is_empty() { root.to_string() } else { format!("{root}/{below}") };
    let failed = |path: &str, e| {
        failed(format!("failed to solve: error from sender: open {path}: {}", lower(e)))
    };
    let children = cli.p.readdir(&dir).map_err(|e| failed(below, e))?;
    for child in children {
        cli.p.tick(5).await;
        let path = if below.is_empty() { child.name } else { format!("{below}/{}", child.name) };
        let full = format!("{root}/{path}");
        let stat = cli.p.lstat(&full).map_err(|e| failed(&path, e))?;
        let body = if stat.is_dir() {
            ContextBody::Directory
        } else if stat.is_symlink() {
            ContextBody::Symlink(cli.p.readlink(&full).map_err(|e| failed(&path, e))?)
        } else if stat.is_file() {
            ContextBody::File(Content::from(cli.p.read_file(&full).map_err(|e| failed(&path, e))?))
        } else {
            continue;
        };
        out.push(ContextEntry { path: path.clone(), mode: stat.perm(), mtime: stat.mtime, body });
        if stat.is_dir() && depth < DEEPEST {
            Box::pin(walk(cli, root, &path, depth + 1, out)).await?;
        }
    }
    Ok(())
}

/// Standard input is a Dockerfile, or a tar file with one in it.
async fn from_stdin(cli: &Cli, file: &str) -> Result<Gathered, Failure> {
    let input = cli.read_all(0).await.map_err(|e| failed(format!("read: {}", lower(e))))?;
    if input.is_empty() {
        return Err(failed("failed to solve: failed to read dockerfile: no local sources enabled"));
    }
    let tar_mark = input.get(257..262) == Some(b"ustar".as_slice());
    if !tar_mark {
        if !file.is_empty() {
            return Err(failed(
                "ambiguous Dockerfile source: both stdin and flag correspond to Dockerfiles",
            ));
        }
        let dockerfile = text::decode(&input).into_owned();
        return Ok(Gathered { entries: Vec::new(), dockerfile, name: "Dockerfile".to_string() });
    }
    let name = if file.is_empty() { "Dockerfile" } else { file };
    let mut entries = Vec::new();
    let mut archive = tar::Archive::new(&input[..]);
    for entry in archive.entries().map_err(failed)? {
        let mut entry = entry.map_err(failed)?;
        let path = text::decode(&entry.path_bytes())
            .trim_start_matches("./")
            .trim_matches('/')
            .to_string();
        if path.is_empty() || path.split('/').any(|p| p == "..") {
            continue;
        }
        let header = entry.header();
        let mode = header.mode().unwrap_or(0o644) & 0o7777;
        let seconds = i64::try_from(header.mtime().unwrap_or(0)).unwrap_or(0);
        let body = match header.entry_type() {
            tar::EntryType::Directory => ContextBody::Directory,
            tar::EntryType::Symlink => {
                let target = entry.link_name_bytes().map(|b| text::decode(&b).into_owned());
                ContextBody::Symlink(target.unwrap_or_default())
            }
            tar::EntryType::Regular => {
                let mut bytes = Vec::new();
                entry.read_to_end(&mut bytes).map_err(failed)?;
                ContextBody::File(Content::from(bytes))
            }
            _ => continue,
        };
        entries.push(ContextEntry {
            path,
            mode,
            mtime: seconds.saturating_mul(1_000_000_000),
            body,
        });
    }
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    let found = entries.iter().find(|e| e.path == name).and_then(|e| match &e.body {
        ContextBody::File(content) => Some(text::decode_owned(content.to_vec())),
        _ => None,
    });
    match found {
        Some(dockerfile) => Ok(Gathered { entries, dockerfile, name: name.to_string() }),
        None => Err(failed(format!(
            "failed to solve: failed to read dockerfile: open {name}: no such file or directory"
        ))),
    }
}
