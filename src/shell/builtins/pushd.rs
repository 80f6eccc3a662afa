//! `pushd`, `popd`, `dirs`: the directory stack. Its top is the working directory.

use crate::shell::exec::Args;
use crate::shell::state::{Res, Shell};

impl Shell {
    /// The whole stack, the working directory first.
    fn dir_stack(&self) -> Vec<String> {
        let cwd = self.var("PWD").unwrap_or_else(|| self.p.cwd());
        std::iter::once(cwd).chain(self.dirs.iter().cloned()).collect()
    }

    /// What `~+2` or `~-1` stands for.
    pub(crate) fn dir_stack_entry(&self, spec: &str) -> Option<String> {
        let all = self.dir_stack();
        let i = index(spec, all.len())?;
        all.get(i).cloned()
    }

    fn with_home(&self, path: &str) -> String {
        match self.var("HOME") {
            Some(h) if !h.is_empty() && h != "/" && path == h => "~".to_string(),
            Some(h) if h.len() > 1 && path.starts_with(&format!("{h}/")) => {
                format!("~{}", &path[h.len()..])
            }
            _ => path.to_string(),
        }
    }

    fn show_dirs(&mut self) {
        let all: Vec<String> = self.dir_stack().iter().map(|d| self.with_home(d)).collect();
        self.say(&format!("{}\n", all.join(" ")));
    }
}

/// `+N` counts from the left, `-N` from the right.
fn index(spec: &str, len: usize) -> Option<usize> {
    if let Some(n) = spec.strip_prefix('-') {
        return len.checked_sub(n.parse::<usize>().ok()? + 1);
    }
    spec.strip_prefix('+').unwrap_or(spec).parse().ok()
}

fn is_index(w: &str) -> bool {
    w.len() > 1 && w.starts_with(['+', '-']) && w[1..].bytes().all(|b| b.is_ascii_digit())
}

pub(super) fn dirs(sh: &mut Shell, args: &Args) -> Res<i32> {
    let (mut long, mut lines, mut numbered) = (false, false, false);
    let mut which = None;
    for w in args.rest() {
        if is_index(w) {
            which = Some(w.clone());
        } else if let Some(l) = w.strip_prefix('-').filter(|l| !l.is_empty()) {
            for c in l.chars() {
                match c {
                    'c' => {
                        sh.dirs.clear();
                        return Ok(0);
                    }
                    'l' => long = true,
                    'p' => lines = true,
                    'v' => {
                        lines = true;
                        numbered = true;
                    }
                    _ => {
                        sh.builtin_error("dirs", &format!("{w}: invalid number"));
                        return Ok(sh.usage("dirs"));
                    }
                }
            }
        } else {
            sh.builtin_error("dirs", &format!("{w}: invalid option"));
            return Ok(sh.usage("dirs"));
        }
    }
    let all: Vec<String> =
        sh.dir_stack().iter().map(|d| if long { d.clone() } else { sh.with_home(d) }).collect();
    if let Some(spec) = which {
        let Some(d) = index(&spec, all.len()).and_then(|i| all.get(i)) else {
            let m = if sh.dirs.is_empty() {
                "directory stack empty".to_string()
            } else {
                format!("{}: directory stack index out of range", spec.trim_start_matches('+'))
            };
            sh.builtin_error("dirs", &m);
            return Ok(1);
        };
        sh.say(&format!("{d}\n"));
        return Ok(0);
    }
    if lines {
        for (i, d) in all.iter().enumerate() {
            let line = if numbered { format!("{i:2}  {d}\n") } else { format!("{d}\n") };
            sh.say(&line);
        }
    } else {
        sh.say(&format!("{}\n", all.join(" ")));
    }
    Ok(0)
}

pub(super) fn pushd(sh: &mut Shell, args: &Args) -> Res<i32> {
    let mut words = args.rest();
    let mut stay = false;
    while let Some(w) = words.first() {
        match w.as_str() {
            "-n" => stay = true,
            "--" => {
                words = &words[1..];
                break;
            }
            w if is_index(w) || w == "-" || !w.starts_with(['-', '+']) => break,
            w => {
                sh.builtin_error("pushd", &format!("{w}: invalid number"));
                return Ok(sh.usage("pushd"));
            }
        }
        words = &words[1..];
    }
    if words.len() > 1 {
        sh.builtin_error("pushd", "too many arguments");
        return Ok(1);
    }
    let cwd = sh.var("PWD").unwrap_or_else(|| sh.p.cwd());
    match words.first() {
        None => {
            if sh.dirs.is_empty() {
                sh.builtin_error("pushd", "no other directory");
                return Ok(1);
            }
            let top = sh.dirs[0].clone();
            if !stay && !go(sh, "pushd", &top) {
                return Ok(1);
            }
            sh.dirs[0] = cwd;
        }
        Some(w) if is_index(w) => {
            let all = sh.dir_stack();
            let Some(i) = index(w, all.len()).filter(|i| *i < all.len()) else {
                let m = if sh.dirs.is_empty() {
                    "directory stack empty".to_string()
                } else {
                    format!("{w}: directory stack index out of range")
                };
                sh.builtin_error("pushd", &m);
                return Ok(1);
            };
            let mut turned = all;
            turned.rotate_left(i);
            if !stay && !go(sh, "pushd", &turned[0]) {
                return Ok(1);
            }
            sh.dirs = turned[1..].to_vec();
        }
        Some(d) => {
            let d = if d == "-" { sh.var("OLDPWD").unwrap_or_default() } else { d.clone() };
            if stay {
                sh.dirs.insert(0, d);
            } else {
                if !go(sh, "pushd", &d) {
                    return Ok(1);
                }
                sh.dirs.insert(0, cwd);
            }
        }
    }
    sh.show_dirs();
    Ok(0)
}

pub(super) fn popd(sh: &mut Shell, args: &Args) -> Res<i32> {
    let mut stay = false;
    let mut which = None;
    for w in args.rest() {
        match w.as_str() {
            "-n" => stay = true,
            "--" => {}
            w if is_index(w) => which = Some(w.to_string()),
            w => {
                let m = if w.starts_with('-') { "invalid number" } else { "invalid argument" };
                sh.builtin_error("popd", &format!("{w}: {m}"));
                return Ok(sh.usage("popd"));
            }
        }
    }
    if sh.dirs.is_empty() {
        sh.builtin_error("popd", "directory stack empty");
        return Ok(1);
    }
    let len = sh.dirs.len() + 1;
    let i = match &which {
        Some(spec) => match index(spec, len).filter(|i| *i < len) {
            Some(i) => i,
            None => {
                sh.builtin_error("popd", &format!("{spec}: directory stack index out of range"));
                return Ok(1);
            }
        },
        None => 0,
    };
    if i > 0 {
        sh.dirs.remove(i - 1);
    } else {
        let top = sh.dirs[0].clone();
        if !stay && !go(sh, "popd", &top) {
            return Ok(1);
        }
        sh.dirs.remove(0);
    }
    sh.show_dirs();
    Ok(0)
}

fn go(sh: &mut Shell, name: &str, dir: &str) -> bool {
    match sh.change_dir(dir, false) {
        Ok(()) => true,
        Err(e) => {
            sh.builtin_error(name, &format!("{dir}: {e}"));
            false
        }
    }
}
