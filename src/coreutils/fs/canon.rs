//! Paths without links, `.` and `..`, where parts may be missing (canonicalize_filename_mode in
//! readlink(1) and realpath(1)).

use crate::kernel::Proc;
use crate::vfs::Errno;

/// What must exist.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Missing {
    /// Every part.
    None,
    /// All but the last.
    Last,
    /// Nothing.
    Any,
}

/// The canonical form of a path.
pub fn canonical(p: &Proc, path: &str, missing: Missing) -> Result<String, Errno> {
    if path.is_empty() {
        return Err(Errno::ENOENT);
    }
    let mut out = if path.starts_with('/') { String::new() } else { p.getcwd()? };
    if out == "/" {
        out.clear();
    }
    let split = |s: &str| -> Vec<String> {
        s.split('/').filter(|c| !c.is_empty()).rev().map(str::to_string).collect()
    };
    let mut rest = split(path);
    let mut slash = path.ends_with('/');
    let mut links = 0;
    while let Some(part) = rest.pop() {
        match part.as_str() {
            "." => continue,
            ".." => {
                out.truncate(out.rfind('/').unwrap_or(0));
                continue;
            }
            _ => {}
        }
        let next = format!("{out}/{part}");
        let last = rest.iter().all(|r| r == ".");
        match p.lstat(&next) {
            Ok(s) if s.is_symlink() => {
                links += 1;
                if links > 40 {
                    return if missing == Missing::Any { Ok(next) } else { Err(Errno::ELOOP) };
                }
                let target = p.readlink(&next)?;
                if target.starts_with('/') {
                    out.clear();
                }
                slash |= last && target.ends_with('/');
                rest.extend(split(&target));
                continue;
            }
            Ok(s) if !s.is_dir() && (!last || slash) && missing != Missing::Any => {
                return Err(Errno::ENOTDIR);
            }
            Ok(_) => {}
            Err(Errno::ENOENT) if missing == Missing::Last && last => {}
            Err(_) if missing == Missing::Any => {}
            Err(e) => return Err(e),
        }
        out = next;
    }
    Ok(if out.is_empty() { "/".to_string() } else { out })
}

/// The canonical form as BusyBox has it: the last part need not be there, and where it is a link that leads nowhere,
/// what the link holds is read from the current directory.
pub fn canonical_plainly(p: &Proc, path: &str) -> Result<String, Errno> {
    let missing = match canonical(p, path, Missing::None) {
        Err(Errno::ENOENT) if !path.is_empty() => Errno::ENOENT,
        found => return found,
    };
    if let Ok(target) = p.readlink(path) {
        let whole = if target.starts_with('/') {
            target
        } else {
            format!("{}/{target}", p.getcwd()?.trim_end_matches('/'))
        };
        // A link to itself is not missing, so that this comes to an end.
        return canonical_plainly(p, &whole);
    }
    match path.rfind('/') {
        None => Err(missing),
        Some(0) => Ok(path.to_string()),
        Some(at) if at + 1 == path.len() => Err(missing),
        Some(at) => {
            let dir = canonical(p, &path[..at], Missing::None)?;
            Ok(format!("{dir}/{}", &path[at + 1..]))
        }
    }
}
