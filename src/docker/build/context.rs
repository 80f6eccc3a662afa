//! The build context: the files of a directory, or of a tar file on standard input.

use super::failed;
use crate::docker::cli::Cli;
use crate::docker::command::Failure;
use crate::docker::context::store::lower;
use crate::engine::api::build::{Context, ContextBody, ContextEntry};
use crate::engine::is_archive;
use crate::vfs::{Content, text};

/// What a build is given.
pub struct Gathered {
    /// Where COPY finds files.
    pub context: Context,
    /// The Dockerfile's text, where the context does not hold it.
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
    let dockerfile = text::decode(&dockerfile).into_owned();
    Ok(Gathered { context: entries.into(), dockerfile, name: shown })
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
    let name = "Dockerfile".to_string();
    Ok(Gathered { context: entries.into(), dockerfile: dockerfile.to_string(), name })
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
    let input = cli.read_content(0).await.map_err(|e| failed(format!("read: {}", lower(e))))?;
    if input.is_empty() {
        return Err(failed("failed to solve: failed to read dockerfile: no local sources enabled"));
    }
    let name = if file.is_empty() { "Dockerfile" } else { file }.to_string();
    if is_archive(&input) {
        return Ok(Gathered { context: Context::Archive(input), dockerfile: String::new(), name });
    }
    if !file.is_empty() {
        return Err(failed(
            "ambiguous Dockerfile source: both stdin and flag correspond to Dockerfiles",
        ));
    }
    let dockerfile = text::decode_owned(input.to_vec());
    Ok(Gathered { context: Context::default(), dockerfile, name })
}
