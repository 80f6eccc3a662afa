//! The build context: the files of a directory, or of a tar file on standard input.

use super::failed;
use crate::docker::cli::Cli;
use crate::docker::command::Failure;
use crate::docker::context::store::lower;
use crate::engine::api::build::{Context, ContextBody, ContextEntry, Ignored, Named};
use crate::engine::build::ignore::Ignore;
use crate::engine::images::reference::Reference;
use crate::engine::is_archive;
use crate::vfs::{Content, DirEntry, Errno, FileType, text};
use std::collections::BTreeMap;

/// What a build is given.
pub struct Gathered {
    /// Where COPY finds files.
    pub context: Context,
    /// The Dockerfile's text, where the context does not hold it.
    pub dockerfile: String,
    /// The name to call it by.
    pub name: String,
    /// What is left out, and who says so.
    pub ignored: Ignored,
}

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
        "" => ["Dockerfile", "dockerfile"].map(|name| format!("{source}/{name}")),
        given => [given.to_string(), String::new()],
    };
    // A name in small letters is good enough where nothing has the usual one.
    let [path, small] = path;
    let path = if !cli.p.exists(&path) && cli.p.exists(&small) { small } else { path };
    let shown = name.rsplit('/').next().unwrap_or_default().to_string();
    above(cli, file)?;
    if file != "-" && cli.p.stat(&path).is_ok_and(|s| s.is_dir()) {
        let mut bytes = [0; 4];
        cli.p.random(&mut bytes);
        let mount = format!("buildkit-mount{}", u32::from_le_bytes(bytes));
        let inside = if shown == "." { String::new() } else { format!("/{shown}") };
        return Err(failed(format!(
            "failed to solve: failed to read dockerfile: read /var/lib/docker/tmp/{mount}{inside}: is a directory"
        )));
    }
    let dockerfile = match file {
        "-" => cli.read_all(0).await.map_err(|e| failed(format!("read: {}", lower(e))))?,
        _ => cli.p.read_file(&path).map_err(|e| {
            failed(format!(
                "failed to solve: failed to read dockerfile: open {shown}: {}",
                lower(e)
            ))
        })?,
    };
    let (entries, ignored) = files(cli, source, &[format!("{path}.dockerignore")]).await?;
    let shown = if file == "-" { "Dockerfile".to_string() } else { shown };
    let dockerfile = text::decode(&dockerfile).into_owned();
    Ok(Gathered { context: entries.into(), dockerfile, name: shown, ignored })
}

/// Follows the directories that a Dockerfile is said to be in.
fn above(cli: &Cli, file: &str) -> Result<(), Failure> {
    let Some((dir, _)) = file.rsplit_once('/').filter(|(dir, _)| !dir.is_empty()) else {
        return Ok(());
    };
    let ends = dir.match_indices('/').map(|(at, _)| at).filter(|at| *at > 0).chain([dir.len()]);
    for part in ends.map(|end| &dir[..end]) {
        cli.p.lstat(part).map_err(|e| match e {
            Errno::ENOTDIR => failed(format!("resolve : {}", lower(e))),
            e => failed(format!("resolve : lstat {part}: {}", lower(e))),
        })?;
    }
    match cli.p.stat(dir) {
        Ok(s) if !s.is_dir() => Err(failed(format!("stat {dir}: {}", lower(Errno::ENOTDIR)))),
        _ => Ok(()),
    }
}

/// The same with the Dockerfile's text given apart from the directory.
pub async fn gather_with(cli: &Cli, source: &str, dockerfile: &str) -> Result<Gathered, Failure> {
    if !cli.p.stat(source).is_ok_and(|s| s.is_dir()) {
        return Err(failed(format!("unable to prepare context: path {source:?} not found")));
    }
    let (entries, ignored) = files(cli, source, &[]).await?;
    let (name, dockerfile) = ("Dockerfile".to_string(), dockerfile.to_string());
    Ok(Gathered { context: entries.into(), dockerfile, name, ignored })
}

/// The files of a directory that its `.dockerignore`, or one of those named before it, leaves.
async fn files(
    cli: &Cli,
    root: &str,
    own: &[String],
) -> Result<(Vec<ContextEntry>, Ignored), Failure> {
    let general = format!("{root}/.dockerignore");
    let mut found = own.iter().chain([&general]).filter_map(|path| Some((path, sent(cli, path)?)));
    let Some((path, text)) = found.next() else {
        return Ok((walk(cli, root, &Ignore::default()).await?, Ignored::default()));
    };
    let read = Ignore::parse(&text::decode(&text.to_vec()));
    let wrong = read.as_ref().err().cloned().unwrap_or_default();
    let patterns = read.unwrap_or_default();
    let entries = walk(cli, root, &patterns).await?;
    Ok((entries, Ignored { patterns, wrong, own: *path != general, text: Some(text) }))
}

/// The bytes of a file as a build gets them: one that may not be read arrives empty.
fn sent(cli: &Cli, path: &str) -> Option<Content> {
    let file = cli.p.stat(path).is_ok_and(|s| s.is_file());
    file.then(|| cli.p.read_content(path).unwrap_or_default())
}

/// All files below a directory but those that are left out. Of these nothing is asked, and
/// directories among them are read only where something below may be kept.
async fn walk(cli: &Cli, root: &str, ignore: &Ignore) -> Result<Vec<ContextEntry>, Failure> {
    let failed = |call: &str, path: &str, e| {
        failed(format!("failed to solve: error from sender: {call} {path}: {}", lower(e)))
    };
    // A directory that may not be read holds nothing if it is the context itself.
    let mut todo = cli.p.readdir(root).unwrap_or_default();
    todo.reverse();
    let mut out = Vec::new();
    // Directories that are left out, as long as nothing below them is kept.
    let mut above: Vec<ContextEntry> = Vec::new();
    while let Some(DirEntry { name: path, kind, .. }) = todo.pop() {
        cli.p.tick(5).await;
        above.retain(|dir| path.strip_prefix(&dir.path).is_some_and(|rest| rest.starts_with('/')));
        let left_out = ignore.matches(&path);
        let dir = kind == FileType::Directory;
        if left_out && !(dir && ignore.keeps_below(&path)) {
            continue;
        }
        let full = format!("{root}/{path}");
        let stat = cli.p.lstat(&full).map_err(|e| failed("lstat", &path, e))?;
        let body = match kind {
            FileType::Directory => match cli.p.readdir(&full) {
                Ok(mut below) => {
                    below.iter_mut().for_each(|c| c.name = format!("{path}/{}", c.name));
                    todo.extend(below.into_iter().rev());
                    ContextBody::Directory
                }
                Err(e) => ContextBody::Shut(lower(e)),
            },
            FileType::Symlink => ContextBody::Symlink(
                cli.p.readlink(&full).map_err(|e| failed("readlink", &path, e))?,
            ),
            FileType::Regular => ContextBody::File(sent(cli, &full).unwrap_or_default()),
            _ => continue,
        };
        let shut = matches!(body, ContextBody::Shut(_));
        let entry = ContextEntry { path, mode: stat.perm(), mtime: stat.mtime, body };
        if left_out && !shut {
            above.push(entry);
        } else {
            out.append(&mut above);
            out.push(entry);
        }
    }
    Ok(out)
}

/// The contexts that are given by name.
pub async fn named(cli: &Cli, given: &[String]) -> Result<BTreeMap<String, Named>, Failure> {
    let mut out = BTreeMap::new();
    for spec in given {
        let wrong = |why: String| Failure::from(format!("ERROR: {why}"));
        let Some((name, value)) = spec.split_once('=') else {
            return Err(wrong(format!("invalid context value: {spec}, expected key=value")));
        };
        if let Err(why) = Reference::parse(name) {
            return Err(wrong(format!("invalid context name {name}: {why}")));
        }
        let context = match value.split_once("://") {
            Some(("docker-image", image)) => Named::Image(image.to_string()),
            Some(_) => {
                let what = format!("'docker build --build-context {spec}'");
                return Err(Failure::gap(&what, "other contexts are directories and images"));
            }
            None => {
                let found = cli.p.stat(value).map_err(|e| {
                    let why = format!("stat {value}: {}", lower(e));
                    failed(format!("failed to get build context {name}: {why}"))
                })?;
                if !found.is_dir() {
                    let why = lower(Errno::ENOTDIR);
                    return Err(failed(format!(
                        "failed to get build context path {{{value} <nil>}}: {why}"
                    )));
                }
                Named::Files(files(cli, value, &[]).await?.0)
            }
        };
        out.insert(name.to_string(), context);
    }
    Ok(out)
}

/// Says of a directory with a repository in it that git, which would tell of its state, is not there.
pub async fn without_git(cli: &Cli, source: &str) {
    let path = cli.p.env("PATH").unwrap_or_default();
    let git = path.split(':').any(|dir| cli.p.exists(&format!("{dir}/git")));
    if !git && cli.p.stat(&format!("{source}/.git")).is_ok_and(|s| s.is_dir()) {
        cli.err(
            "WARNING: current commit information was not captured by the build: git was not found in the system: exec: \"git\": executable file not found in $PATH",
        )
        .await;
    }
}

/// Standard input is a Dockerfile, or a tar file with one in it.
async fn from_stdin(cli: &Cli, file: &str) -> Result<Gathered, Failure> {
    let input = cli.read_content(0).await.map_err(|e| failed(format!("read: {}", lower(e))))?;
    if input.is_empty() {
        return Err(failed("failed to solve: failed to read dockerfile: no local sources enabled"));
    }
    let name = if file.is_empty() { "Dockerfile" } else { file }.to_string();
    if is_archive(&input) {
        return Ok(Gathered {
            context: Context::Archive(input),
            dockerfile: String::new(),
            name,
            ignored: Ignored::default(),
        });
    }
    if !file.is_empty() {
        return Err(failed(
            "ambiguous Dockerfile source: both stdin and flag correspond to Dockerfiles",
        ));
    }
    let dockerfile = text::decode_owned(input.to_vec());
    Ok(Gathered { context: Context::default(), dockerfile, name, ignored: Ignored::default() })
}
