//! What to run, as whom, with which environment: what runc finds out in the container's files before
//! it starts a process (opencontainers/runc `libcontainer/user`, `init_linux.go`).

use crate::engine::disk::{Disk, as_root, clean, join};
use crate::engine::state::{Container, ProcessSpec};
use crate::engine::volumes::go_errno;
use crate::engine::{Engine, EngineError, Result};
use crate::kernel::users::{gids_of_member, parse_group, parse_passwd};
use crate::vfs::{Cred, Errno, Loc, View};

/// `PATH` where the configuration has none.
pub const PATH: &str = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/// What is asked to run.
pub struct Request<'a> {
    /// Words of the command line.
    pub words: &'a [String],
    /// `NAME=value`, on top of the container's own.
    pub env: &'a [String],
    /// User, empty for root.
    pub user: &'a str,
    /// Working directory, empty for `/`.
    pub cwd: &'a str,
    /// Every capability.
    pub privileged: bool,
    /// Terminal of this size (columns, rows).
    pub tty: Option<(u16, u16)>,
    /// With an input.
    pub stdin: bool,
}

fn id_in_range(text: &str) -> Result<Option<u32>> {
    let out = || EngineError::invalid("uids and gids must be in range 0-2147483647");
    match text.parse::<i64>() {
        Ok(n) if (0..=i64::from(i32::MAX)).contains(&n) => Ok(u32::try_from(n).ok()),
        Ok(_) => Err(out()),
        Err(_) if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) => Err(out()),
        Err(_) => Ok(None),
    }
}

/// A file of `/etc` in the container's own files, whatever is mounted over it: the daemon looks names up
/// before anything is mounted (recorded in `users-mounted.t`).
fn own_etc(d: &mut Disk<'_>, name: &str) -> std::result::Result<Vec<u8>, Errno> {
    let etc = d.vfs.lookup(&d.view, d.view.root.node, "etc")?;
    let file = d.vfs.lookup(&d.view, etc, name)?;
    d.vfs.read_node(&d.view, file, 0, usize::MAX)
}

/// The home that the container's `/etc/passwd` gives a user, as runc asks for it when all is mounted.
fn home_of(d: &mut Disk<'_>, uid: u32) -> String {
    let users = d.read("/etc/passwd").unwrap_or_default();
    let found = parse_passwd(&String::from_utf8_lossy(&users)).find(|u| u.uid == uid);
    match found {
        Some(user) => user.home,
        None if uid == 0 => "/root".to_string(),
        None => "/".to_string(),
    }
}

/// Who `USER[:GROUP]` is, with `more` groups, by the files of the root that `d` looks at.
pub(crate) fn who(d: &mut Disk<'_>, spec: &str, more: &[String]) -> Result<Cred> {
    let mut text = |name: &str| {
        // A link may lead anywhere.
        let bytes = own_etc(d, name).or_else(|_| d.read(&format!("/etc/{name}")));
        String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned()
    };
    let (users, groups) = (text("passwd"), text("group"));
    let mut users = parse_passwd(&users);
    let (user, group) = match spec.split_once(':') {
        Some((u, g)) => (u, Some(g).filter(|g| !g.is_empty())),
        None => (spec, None),
    };
    let number = id_in_range(user)?;
    let user = if user.is_empty() { "root" } else { user };
    let entry = users.find(|u| u.name == user || (number.is_some() && Some(u.uid) == number));
    let (uid, mut gid, name) = match (entry, number) {
        (Some(e), _) => (e.uid, e.gid, Some(e.name)),
        (None, Some(n)) => (n, 0, None),
        (None, None) if user == "root" => (0, 0, None),
        (None, None) => {
            return Err(EngineError::invalid(format!(
                "unable to find user {user}: no matching entries in passwd file"
            )));
        }
    };
    let mut extra: Vec<u32> = Vec::new();
    let find = |g: &str| -> Result<u32> {
        match (parse_group(&groups).find(|e| e.name == g), id_in_range(g)?) {
            (Some(e), _) => Ok(e.gid),
            (None, Some(n)) => Ok(n),
            (None, None) => Err(EngineError::invalid(format!(
                "unable to find group {g}: no matching entries in group file"
            ))),
        }
    };
    match group {
        Some(g) => gid = find(g)?,
        None => {
            if let Some(name) = &name {
                extra.extend(gids_of_member(&groups, name));
            }
        }
    }
    for g in more {
        extra.push(find(g)?);
    }
    extra.push(gid);
    extra.sort_unstable();
    extra.dedup();
    Ok(Cred::user(uid, gid, extra))
}

/// Merges variables: one takes the place of what was there before, and of several new ones of a name the last
/// stays (opencontainers/runc `prepareEnv`). A bare name takes away what was there, not what comes with it (moby
/// `ReplaceOrAppendEnvVars`).
fn merge_env(base: &mut Vec<(String, String)>, more: &[String]) {
    base.retain(|(name, _)| !more.contains(name));
    let old = base.len();
    for (name, value) in more.iter().filter_map(|e| e.split_once('=')) {
        match base[..old].iter_mut().find(|(n, _)| n == name) {
            Some(slot) => slot.1 = value.to_string(),
            None => {
                if let Some(earlier) = base[old..].iter().position(|(n, _)| n == name) {
                    base.remove(old + earlier);
                }
                base.push((name.to_string(), value.to_string()));
            }
        }
    }
}

impl Engine {
    /// Finds out what to run in a container whose root is at `root`. The error in the second place is
    /// runc's: why the program can not be started.
    pub(crate) fn process_spec(
        &self,
        c: &Container,
        root: Loc,
        r: &Request<'_>,
    ) -> Result<std::result::Result<ProcessSpec, String>> {
        let more = c.host.group_add.as_deref().unwrap_or_default();
        let mut cred = as_root(&mut self.inner.kernel.vfs(), root, |d| who(d, r.user, more))?;
        // As setgroups(2) keeps them.
        cred.groups.sort_unstable();
        let bounding = super::caps::caps(c, r.privileged)?;
        // runc starts the program with all of them, whoever it is for; execve(2) takes them from all but root.
        cred.caps = bounding;
        let mut env = vec![("PATH".to_string(), PATH.to_string())];
        if !c.hidden {
            env.push(("HOSTNAME".to_string(), c.config.hostname.clone()));
        }
        if r.tty.is_some() {
            env.push(("TERM".to_string(), "xterm".to_string()));
        }
        merge_env(&mut env, &self.link_env(c));
        merge_env(&mut env, c.config.env.as_deref().unwrap_or_default());
        merge_env(&mut env, r.env);
        if !env.iter().any(|(n, _)| n == "HOME") {
            let home = as_root(&mut self.inner.kernel.vfs(), root, |d| home_of(d, cred.uid));
            env.push(("HOME".to_string(), home));
        }
        if let Some((name, _)) = env.iter().find(|(n, v)| n.contains('\0') || v.contains('\0')) {
            return Ok(Err(format!(
                "invalid environment variable {name:?}: contains nul byte (\\x00)"
            )));
        }
        let cwd = if r.cwd.is_empty() { "/".to_string() } else { clean(r.cwd) };
        let path = env.iter().find(|(n, _)| n == "PATH").map(|(_, v)| v.clone());
        let name = r.words.first().cloned().unwrap_or_default();
        let found = {
            let mut vfs = self.inner.kernel.vfs();
            let at =
                vfs.resolve(&View { root, cwd: root, cred: &cred, pid: 0, far: false }, &cwd, true);
            let at = at.unwrap_or(root);
            let view = View { root, cwd: at, cred: &cred, pid: 0, far: false };
            find_program(&mut vfs, &view, &name, &path.unwrap_or_default())
        };
        Ok(match found {
            Ok(path) => Ok(ProcessSpec {
                path,
                argv: r.words.to_vec(),
                env,
                cwd,
                cred,
                bounding,
                tty: r.tty,
                stdin: r.stdin,
            }),
            Err(why) => Err(why),
        })
    }
}

/// Whether a file is there (else the outer error), and is a program that may be run.
fn runnable(
    vfs: &mut crate::vfs::Vfs,
    view: &View<'_>,
    file: &str,
) -> std::result::Result<std::result::Result<(), Errno>, Errno> {
    let at = vfs.resolve(view, file, true)?;
    if vfs.stat_node(view, at.node)?.is_dir() {
        return Ok(Err(Errno::EISDIR));
    }
    Ok(vfs.check(view, at, 1).map(drop))
}

/// Go's `exec.LookPath` in the container; runc's words for why there is no such program.
fn find_program(
    vfs: &mut crate::vfs::Vfs,
    view: &View<'_>,
    name: &str,
    path: &str,
) -> std::result::Result<String, String> {
    if name.contains('/') {
        return match runnable(vfs, view, name) {
            Ok(Ok(())) => Ok(name.to_string()),
            Ok(Err(e)) => Err(format!("exec: {name:?}: {}", go_errno(e))),
            Err(e) => Err(format!("exec: {name:?}: stat {name}: {}", go_errno(e))),
        };
    }
    let dirs = path.split(':').filter(|_| !name.is_empty());
    let mut files = dirs.map(|dir| if dir.is_empty() { name.to_string() } else { join(dir, name) });
    let found = files.find(|file| runnable(vfs, view, file) == Ok(Ok(())));
    found.ok_or_else(|| format!("exec: {name:?}: executable file not found in $PATH"))
}
