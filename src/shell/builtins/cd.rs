//! `cd` and `pwd`

use super::options;
use crate::shell::Dialect;
use crate::shell::exec::Args;
use crate::shell::options::{Opt, Shopt};
use crate::shell::state::{Res, Shell};
use crate::shell::vars::{Attrs, Value};
use crate::vfs::Errno;

/// A path without `.`, `..` and double slashes, as text alone.
fn logical(base: &str, path: &str) -> String {
    let joined = if path.starts_with('/') { path.to_string() } else { format!("{base}/{path}") };
    let mut parts: Vec<&str> = Vec::new();
    for part in joined.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            p => parts.push(p),
        }
    }
    // Two slashes at the start stay two (POSIX leaves their meaning open); one more does not.
    let start = if path.starts_with('/') { path } else { base };
    let double = start.starts_with("//") && !start.starts_with("///");
    format!("{}/{}", if double { "/" } else { "" }, parts.join("/"))
}

impl Shell {
    /// Sets a variable that `cd` keeps, exported if it was.
    fn set_dir_variable(&mut self, name: &str, value: &str) {
        let export = self.is_exported(name);
        let var = self.vars.entry(name);
        var.value = Value::Scalar(value.to_string());
        if export {
            var.attrs.add(Attrs::EXPORT);
        }
    }

    /// Goes to a directory; PWD and OLDPWD follow.
    pub(crate) fn change_dir(&mut self, to: &str, physical: bool) -> Result<(), Errno> {
        let old = self.var("PWD").unwrap_or_else(|| self.p.cwd());
        if to.is_empty() {
            return Ok(());
        }
        let new = if physical {
            self.p.chdir(to)?;
            self.p.getcwd().unwrap_or_else(|_| to.to_string())
        } else {
            // Where the directory is gone, its name still leads on.
            let base = match self.p.getcwd() {
                Ok(now) if !self.same_dir(&old) => now,
                _ => old.clone(),
            };
            let path = logical(&base, to);
            match self.p.chdir(&path) {
                Ok(()) => path,
                Err(e) => {
                    // The name as it is may still lead somewhere.
                    if self.p.chdir(to).is_err() {
                        return Err(e);
                    }
                    self.p.getcwd().unwrap_or(path)
                }
            }
        };
        self.set_dir_variable("OLDPWD", &old);
        self.set_dir_variable("PWD", &new);
        Ok(())
    }

    fn same_dir(&self, path: &str) -> bool {
        match (self.p.stat(path), self.p.stat(".")) {
            (Ok(a), Ok(b)) => path.starts_with('/') && a.dev == b.dev && a.ino == b.ino,
            _ => false,
        }
    }
}

pub(super) fn cd(sh: &mut Shell, args: &Args) -> Res<i32> {
    let mut physical = sh.on(Opt::Physical);
    let rest = args.rest();
    let at = match options(rest, "LPe") {
        Ok((found, at)) => {
            for (c, _) in found {
                match c {
                    'P' => physical = true,
                    'L' => physical = false,
                    _ => {}
                }
            }
            at
        }
        Err((c, _)) => return sh.bad_option("cd", c),
    };
    let words = &rest[at..];
    if words.len() > 1 && sh.bash() {
        sh.builtin_error("cd", "too many arguments");
        return Ok(2);
    }
    let mut show = false;
    let target = match words.first().map(String::as_str) {
        None => match sh.var("HOME") {
            Some(h) => h,
            None if sh.bash() => {
                sh.builtin_error("cd", "HOME not set");
                return Ok(1);
            }
            None => return Ok(0),
        },
        Some("-") => match sh.var("OLDPWD") {
            Some(o) => {
                show = true;
                o
            }
            None if sh.bash() => {
                sh.builtin_error("cd", "OLDPWD not set");
                return Ok(1);
            }
            // It stays where it is, and says so.
            None => {
                show = sh.dialect == Dialect::Ash;
                sh.var("PWD").unwrap_or_default()
            }
        },
        Some("") if sh.bash() => ".".to_string(),
        Some(d) => d.to_string(),
    };
    let mut dir = target.clone();
    if !target.starts_with('/')
        && !matches!(target.split('/').next(), Some("." | ".."))
        && let Some(path) = sh.var("CDPATH")
    {
        for base in path.split(':') {
            let candidate = if base.is_empty() {
                format!("./{target}")
            } else {
                format!("{}/{target}", base.trim_end_matches('/'))
            };
            if sh.p.stat(&candidate).is_ok_and(|s| s.is_dir()) {
                show = show || !(base.is_empty() || base == ".");
                dir = if base.is_empty() || base == "." { target.clone() } else { candidate };
                break;
            }
        }
    }
    let mut result = sh.change_dir(&dir, physical);
    if result.is_err()
        && sh.bash()
        && sh.shopt(Shopt::CdableVars)
        && let Some(v) = sh.var(&target)
    {
        result = sh.change_dir(&v, physical);
        if result.is_ok() {
            sh.say(&format!("{v}\n"));
            return Ok(0);
        }
    }
    match result {
        Ok(()) => {
            if show {
                let pwd = sh.var("PWD").unwrap_or_default();
                sh.say(&format!("{pwd}\n"));
            }
            Ok(0)
        }
        Err(e) => {
            let m = match sh.dialect {
                Dialect::Bash => format!("{target}: {e}"),
                Dialect::Ash => format!("can't cd to {target}: {e}"),
                Dialect::Dash => format!("can't cd to {target}"),
            };
            sh.builtin_error("cd", &m);
            Ok(if sh.dialect == Dialect::Bash { 1 } else { 2 })
        }
    }
}

pub(super) fn pwd(sh: &mut Shell, args: &Args) -> Res<i32> {
    let mut physical = sh.on(Opt::Physical);
    match options(args.rest(), "LP") {
        Ok((found, _)) => {
            for (c, _) in found {
                physical = c == 'P';
            }
        }
        Err((c, _)) => return sh.bad_option("pwd", c),
    }
    let logical = sh.var("PWD").filter(|d| !physical && d.starts_with('/'));
    let dir = match logical {
        Some(d) => Ok(d),
        None => sh.p.getcwd(),
    };
    match dir {
        Ok(d) => {
            sh.say(&format!("{d}\n"));
            Ok(0)
        }
        Err(e) => {
            let m = format!(
                "error retrieving current directory: getcwd: cannot access parent directories: {e}"
            );
            sh.builtin_error("pwd", &m);
            Ok(1)
        }
    }
}
