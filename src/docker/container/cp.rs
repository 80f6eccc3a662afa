//! `docker cp`: what goes where follows cp(1), as docker's client does it; the files go over as tar.

use super::{localpath, localtree};
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::context::store::lower;
use crate::docker::flags::{Flag, Matches, Takes, switch};
use crate::docker::format::units;
use crate::engine::Engine;
use crate::engine::api::container::ArchivePut;
use crate::engine::disk::clean;
use crate::golang::url::query_escape;
use crate::vfs::{Errno, text};

static FLAGS: &[Flag] = &[
    switch("archive", "Keep owners, as numbers").short('a'),
    switch("follow-link", "Copy what a link in SRC_PATH leads to").short('L'),
    switch("quiet", "Do not tell of progress; nothing is told without a\nterminal anyway")
        .short('q'),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-\ndocker cp [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH",
    about: "Copy files between a container and the host",
    long: "Copy files between a container and the host\n\nA source of '-' is a tar file on standard input, unpacked into a directory\nof the container. A destination of '-' is standard output, to which a tar\nfile is written.",
    also: "docker container cp, docker cp",
    args: Args::Exact(2),
    flags: &[FLAGS],
    takes: Takes::ContainersAndFiles,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

pub(super) const S_IFMT: u32 = 0o170_000;
const S_IFDIR: u32 = 0o040_000;
const S_IFLNK: u32 = 0o120_000;
pub(super) const S_IFCHR: u32 = 0o020_000;
const S_IFBLK: u32 = 0o060_000;

/// Container and path of an argument; a path with a colon is told apart by a leading `/` or `.`.
fn split(arg: &str) -> (Option<&str>, &str) {
    match arg.split_once(':') {
        Some((container, path)) if !arg.starts_with('/') && !container.starts_with('.') => {
            (Some(container), path)
        }
        _ => (None, arg),
    }
}

/// One end of a copy.
struct End {
    path: String,
    exists: bool,
    dir: bool,
}

/// Directory and last part of a path; `dir/.` ends in `.`.
fn parent(path: &str) -> (String, String) {
    let mut cleaned = clean(path);
    if path == "." || path.ends_with("/.") {
        cleaned.push_str("/.");
    }
    match cleaned.rsplit_once('/') {
        Some(("", base)) if base.is_empty() => ("/".to_string(), "/".to_string()),
        Some(("", base)) => ("/".to_string(), base.to_string()),
        Some((dir, base)) => (dir.to_string(), base.to_string()),
        None => (".".to_string(), cleaned),
    }
}

/// What the names in an archive of a path begin with, before a slash.
fn in_archive(path: &str) -> String {
    parent(path).1.trim_end_matches('/').to_string()
}

/// Where the files are to be unpacked, and what name they get there instead of their own.
fn place(from: &End, to: &End) -> Result<(String, Option<(String, String)>), &'static str> {
    let (dir, base) = parent(&to.path);
    let source = in_archive(&from.path);
    match (to.exists, to.dir, from.dir) {
        (true, true, _) => Ok((to.path.clone(), None)),
        (true, false, true) => Err("cannot copy directory"),
        (false, _, false)
            if to.path.is_empty() || to.path.ends_with('/') || to.path.ends_with("/.") =>
        {
            Err("no such directory")
        }
        _ => Ok((dir, Some((source, base)))),
    }
}

fn absolute(cli: &Cli, path: &str) -> String {
    let full =
        if path.starts_with('/') { path.to_string() } else { format!("{}/{path}", cli.p.cwd()) };
    let mut out = clean(&full);
    if path == "." || path.ends_with("/.") {
        out.push_str("/.");
    } else if path.ends_with('/') && out != "/" {
        out.push('/');
    }
    out
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    if m.args[0].is_empty() {
        return Err("source can not be empty".into());
    }
    if m.args[1].is_empty() {
        return Err("destination can not be empty".into());
    }
    let own = |arg| match split(arg) {
        // A container without a name is none.
        (Some(""), path) => (None, path),
        other => other,
    };
    let (source, dest) = (own(m.args[0].as_str()), own(m.args[1].as_str()));
    match (source, dest) {
        ((Some(container), from), (None, to)) => {
            from_container(&cli, &m, container, from, to).await
        }
        ((None, from), (Some(container), to)) => to_container(&cli, &m, container, from, to).await,
        ((Some(_), _), (Some(_), _)) => Err("copying between containers is not supported".into()),
        _ => Err("must specify at least one container source".into()),
    }
}

fn quiet(cli: &Cli, m: &Matches) -> bool {
    if m.given("quiet") { m.on("quiet") } else { !cli.p.isatty(2) }
}

async fn told(cli: &Cli, m: &Matches, bytes: usize, to: &str) {
    if !quiet(cli, m) {
        let size = units::human(i64::try_from(bytes).unwrap_or(i64::MAX), 3);
        cli.err(&format!("Successfully copied {size} to {to}")).await;
    }
}

/// A link in the container that is to be followed: where it leads.
fn followed(engine: &Engine, container: &str, path: &str) -> Option<String> {
    let stat = engine.container_path_stat(container, path).ok()?;
    if stat.mode & S_IFMT != S_IFLNK {
        return None;
    }
    match stat.link_target.starts_with('/') {
        true => Some(stat.link_target),
        false => Some(clean(&format!("{}/{}", parent(path).0, stat.link_target))),
    }
}

async fn from_container(cli: &Cli, m: &Matches, container: &str, from: &str, to: &str) -> Outcome {
    let dest = if to == "-" { to.to_string() } else { absolute(cli, to) };
    if to != "-" {
        let dir = parent(&clean(&dest)).0;
        if cli.p.stat(&dir) == Err(Errno::ENOENT) {
            return Err(format!("invalid output path: directory {dir:?} does not exist").into());
        }
        let kind = match cli.p.stat(&dest) {
            // A file is none for what asks for a directory.
            Ok(s) if dest.ends_with('/') && !s.is_dir() => Err(Errno::ENOTDIR),
            other => other.map(|s| s.mode & S_IFMT),
        };
        if let Err(e) = kind
            && e != Errno::ENOENT
        {
            return Err(format!("stat {dest}: {}", lower(e)).into());
        }
        if matches!(kind, Ok(S_IFCHR | S_IFBLK)) {
            return Err(format!(
                "invalid output path: {dest:?} must be a directory or a regular file: got a device"
            )
            .into());
        }
    }
    let engine = cli.engine(
        "Get",
        &format!("containers/{container}/archive?path={}", query_escape(&text::encode(from))),
    )?;
    if from.is_empty() {
        return Err("Error response from daemon: bad parameter: pathcannot be empty".into());
    }
    let mut source = from.to_string();
    let mut own_name = None;
    if m.on("follow-link")
        && let Some(target) = followed(&engine, container, from)
    {
        own_name = Some(parent(from).1);
        source = target;
    }
    let (content, stat) = engine.container_archive_get(container, &source)?;
    if to == "-" {
        let written = cli.write_content(1, &content).await;
        written.map_err(|e| format!("write /dev/stdout: {}", lower(e)))?;
        return Ok(());
    }
    let (path, local) = localpath::landing(cli, &dest)?;
    let end = End { path, exists: local.is_some(), dir: local.is_some_and(|s| s.is_dir()) };
    let dir = stat.mode & S_IFMT == S_IFDIR;
    let (place, rename) = place(&End { path: source.clone(), exists: true, dir }, &end)?;
    // A followed link keeps its own name where the destination gives none.
    let base = in_archive(&source);
    let rename = match (rename, own_name) {
        (None, Some(name)) => Some((base, name)),
        (rename, _) => rename,
    };
    let names = rename.as_ref().map(|(a, b)| (a.as_str(), b.as_str()));
    localtree::unpack(cli, &content, &place, names).await?;
    told(cli, m, usize::try_from(content.len()).unwrap_or(usize::MAX), &dest).await;
    Ok(())
}

async fn to_container(cli: &Cli, m: &Matches, container: &str, from: &str, to: &str) -> Outcome {
    let engine = cli.engine(
        "Head",
        &format!("containers/{container}/archive?path={}", query_escape(&text::encode(to))),
    );
    // No path at all is a place that is not there.
    let stat = engine.as_ref().ok().filter(|_| !to.is_empty());
    let stat = stat.and_then(|e| e.container_path_stat(container, to).ok());
    let mut end = End { path: to.to_string(), exists: false, dir: false };
    let mut stat = stat;
    if let (Some(s), Ok(engine)) = (&stat, &engine)
        && s.mode & S_IFMT == S_IFLNK
        && let Some(target) = followed(engine, container, to)
    {
        stat = engine.container_path_stat(container, &target).ok();
        end.path = target;
    }
    if let Some(s) = &stat {
        if matches!(s.mode & S_IFMT, S_IFCHR | S_IFBLK) {
            return Err(format!("destination \"{container}:{to}\" must be a directory or a regular file: got a device").into());
        }
        end.exists = true;
        end.dir = s.mode & S_IFMT == S_IFDIR;
    }
    let options = ArchivePut { no_overwrite_dir_non_dir: true, copy_uid_gid: m.on("archive") };
    if from == "-" {
        if !end.dir {
            return Err(format!("destination \"{container}:{to}\" must be a directory").into());
        }
        let bytes =
            cli.read_content(0).await.map_err(|e| Failure::from(format!("read: {}", lower(e))))?;
        engine?.container_archive_put(container, &end.path, &bytes, options)?;
        return Ok(());
    }
    let path = absolute(cli, from);
    // A link at the end is followed only when asked for; links on the way there always are.
    let real = if m.on("follow-link") {
        localpath::evaluate(cli, &path)?
    } else {
        let (dir, base) = path.rsplit_once('/').unwrap_or(("", &path));
        format!("{}/{base}", localpath::evaluate(cli, &format!("{dir}/"))?)
    };
    let stat =
        cli.p.lstat(&real).map_err(|e| Failure::from(format!("lstat {real}: {}", lower(e))))?;
    let real = match clean(&real) {
        dir if dir.is_empty() => "/".to_string(),
        dir => dir,
    };
    let source = End { path: path.clone(), exists: true, dir: stat.is_dir() };
    let (place, rename) = place(&source, &end)?;
    let name = rename.map_or_else(|| parent(&path).1, |(_, to)| to);
    let localtree::Packed { archive, log } =
        localtree::pack(cli, &real, &name, &parent(&real).0).await;
    for line in log {
        cli.log("error", &line).await;
    }
    let size = usize::try_from(archive.len()).unwrap_or(usize::MAX);
    engine?.container_archive_put(container, &place, &archive, options)?;
    told(cli, m, size, &format!("{container}:{}", end.path)).await;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{End, parent, place, split};

    #[test]
    fn arguments() {
        assert_eq!(split("c:/a"), (Some("c"), "/a"));
        assert_eq!(split("./c:/a"), (None, "./c:/a"));
        assert_eq!(split("/c:/a"), (None, "/c:/a"));
        assert_eq!(split("f"), (None, "f"));
        assert_eq!(parent("/a/b/"), ("/a".to_string(), "b".to_string()));
        assert_eq!(parent("/a/b/."), ("/a/b".to_string(), ".".to_string()));
    }

    #[test]
    fn places() {
        let end = |path: &str, exists, dir| End { path: path.to_string(), exists, dir };
        let rename = |a: &str, b: &str| Some((a.to_string(), b.to_string()));
        assert_eq!(
            place(&end("/s/f", true, false), &end("/d", true, true)),
            Ok(("/d".to_string(), None))
        );
        assert_eq!(
            place(&end("/s/f", true, false), &end("/d/g", false, false)),
            Ok(("/d".to_string(), rename("f", "g")))
        );
        assert_eq!(
            place(&end("/s/f", true, false), &end("/d/", false, false)),
            Err("no such directory")
        );
        assert_eq!(
            place(&end("/s", true, true), &end("/d/f", true, false)),
            Err("cannot copy directory")
        );
        assert_eq!(
            place(&end("/s", true, true), &end("/d/new", false, false)),
            Ok(("/d".to_string(), rename("s", "new")))
        );
    }
}
