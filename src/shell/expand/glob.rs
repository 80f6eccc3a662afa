//! File names by pattern: the directories are read through the kernel, one path component at a time.

use crate::shell::limits::GLOB_DEPTH;
use crate::shell::options::Shopt;
use crate::shell::pattern::{Pattern, has_magic, unescape};
use crate::shell::state::Shell;
use crate::vfs::FileType;

/// The patterns of GLOBIGNORE or the like, separated by `:` outside of brackets.
pub(crate) fn ignored_names(value: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut bracket = false;
    let mut chars = value.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                if let Some(last) = out.last_mut() {
                    last.push(c);
                    last.extend(chars.next());
                }
                continue;
            }
            '[' => bracket = true,
            ']' => bracket = false,
            ':' if !bracket => {
                out.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = out.last_mut() {
            last.push(c);
        }
    }
    out.retain(|p| !p.is_empty());
    out
}

struct Search<'a> {
    sh: &'a Shell,
    extglob: bool,
    nocase: bool,
    dotglob: bool,
    globstar: bool,
    skip_dots: bool,
    found: Vec<String>,
}

impl Shell {
    /// The paths that a pattern matches, sorted.
    pub(crate) fn glob(&self, pattern: &str) -> Vec<String> {
        let bash = self.bash();
        let ignore = if bash { self.var("GLOBIGNORE").filter(|v| !v.is_empty()) } else { None };
        let mut s = Search {
            sh: self,
            extglob: bash && self.shopt(Shopt::ExtGlob),
            nocase: bash && self.shopt(Shopt::NoCaseGlob),
            dotglob: bash && (self.shopt(Shopt::DotGlob) || ignore.is_some()),
            globstar: bash && self.shopt(Shopt::GlobStar),
            skip_dots: !bash || self.shopt(Shopt::GlobSkipDots),
            found: Vec::new(),
        };
        let components = split_path(pattern, s.extglob);
        let (start, rest) = match components.first().map(String::as_str) {
            Some("") => ("/".to_string(), &components[1..]),
            _ => (String::new(), &components[..]),
        };
        s.walk(&start, rest, 0);
        let mut found = s.found;
        found.sort();
        found.dedup();
        if let Some(ignore) = ignore {
            let patterns: Vec<Pattern> =
                ignored_names(&ignore).iter().map(|p| Pattern::new(p, true, false)).collect();
            found.retain(|f| {
                let base = f.rsplit('/').next().unwrap_or(f);
                !matches!(base, "." | "..") && !patterns.iter().any(|p| p.matches(f))
            });
        }
        found
    }
}

/// The components of a pattern between slashes that are not inside brackets or groups.
fn split_path(pattern: &str, extglob: bool) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut depth = 0;
    let mut previous = ' ';
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        match c {
            '/' if depth == 0 => {
                out.push(String::new());
                previous = c;
                continue;
            }
            '(' if extglob && matches!(previous, '?' | '*' | '+' | '@' | '!') => depth += 1,
            ')' if depth > 0 => depth -= 1,
            _ => {}
        }
        if let Some(last) = out.last_mut() {
            last.push(c);
            if c == '\\' {
                last.extend(chars.next());
            }
        }
        previous = c;
    }
    out
}

impl Search<'_> {
    /// Matches the rest of the components below a directory prefix (`""`, `/`, `a/b/`).
    fn walk(&mut self, prefix: &str, rest: &[String], depth: usize) {
        let Some((first, rest)) = rest.split_first() else {
            return;
        };
        if first.is_empty() {
            // A slash at the end (directories only), or two in a row.
            if rest.is_empty() {
                let dir = prefix.trim_end_matches('/');
                let dir = if dir.is_empty() { prefix } else { dir };
                if self.sh.p.stat(dir).is_ok_and(|s| s.is_dir()) {
                    self.found.push(prefix.to_string());
                }
            } else {
                self.walk(&format!("{prefix}/"), rest, depth);
            }
            return;
        }
        if self.globstar && first == "**" {
            return self.star_star(prefix, rest, depth);
        }
        if !has_magic(first, self.extglob) {
            let path = format!("{prefix}{}", unescape(first));
            if rest.is_empty() {
                if self.sh.p.lstat(&path).is_ok() {
                    self.found.push(path);
                }
            } else {
                self.walk(&format!("{path}/"), rest, depth);
            }
            return;
        }
        let pattern = Pattern::new(first, self.extglob, self.nocase);
        for (name, kind) in self.entries(prefix, &pattern) {
            if !pattern.matches(&name) {
                continue;
            }
            let path = format!("{prefix}{name}");
            if rest.is_empty() {
                self.found.push(path);
            } else if self.leads_on(&path, kind) {
                self.walk(&format!("{path}/"), rest, depth);
            }
        }
    }

    /// The names of a directory that a pattern may match: hidden ones only when it asks for them.
    fn entries(&self, prefix: &str, pattern: &Pattern) -> Vec<(String, FileType)> {
        let dir = if prefix.is_empty() { "." } else { prefix };
        let Ok(list) = self.sh.p.readdir(dir) else { return Vec::new() };
        let dot = pattern.starts_with_dot();
        let mut out: Vec<(String, FileType)> = Vec::with_capacity(list.len());
        if dot && !self.skip_dots {
            out.push((".".to_string(), FileType::Directory));
            out.push(("..".to_string(), FileType::Directory));
        }
        out.extend(
            list.into_iter()
                .filter(|e| !e.name.starts_with('.') || dot || self.dotglob)
                .map(|e| (e.name, e.kind)),
        );
        out
    }

    fn leads_on(&self, path: &str, kind: FileType) -> bool {
        match kind {
            FileType::Directory => true,
            FileType::Symlink => self.sh.p.stat(path).is_ok_and(|s| s.is_dir()),
            _ => false,
        }
    }

    /// `**`: this directory and all below it; links to directories are not entered.
    fn star_star(&mut self, prefix: &str, rest: &[String], depth: usize) {
        // Several in a row are as good as one.
        let rest = match rest.iter().position(|r| r != "**") {
            Some(n) => &rest[n..],
            None => &[],
        };
        if rest.is_empty() {
            if !prefix.is_empty() && prefix != "/" {
                self.found.push(prefix.to_string());
            }
        } else {
            self.walk(prefix, rest, depth);
        }
        self.descend(prefix, rest, depth);
    }

    fn descend(&mut self, prefix: &str, rest: &[String], depth: usize) {
        if depth >= GLOB_DEPTH {
            return;
        }
        let dir = if prefix.is_empty() { "." } else { prefix };
        let Ok(list) = self.sh.p.readdir(dir) else { return };
        for e in list {
            if e.name.starts_with('.') && !self.dotglob {
                continue;
            }
            let path = format!("{prefix}{}", e.name);
            if rest.is_empty() {
                self.found.push(path.clone());
            }
            if e.kind == FileType::Directory {
                let below = format!("{path}/");
                if !rest.is_empty() {
                    self.walk(&below, rest, depth + 1);
                }
                self.descend(&below, rest, depth + 1);
            }
        }
    }
}
