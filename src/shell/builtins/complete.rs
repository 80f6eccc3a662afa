//! `compgen`, `complete`, `compopt`: the shell's side of completion. The line editor asks
//! [`candidates`] for the same lists.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::BUILTINS;
use super::types::KEYWORDS;
use crate::shell::exec::Args;
use crate::shell::options::{SET, SHOPT};
use crate::shell::pattern::Pattern;
use crate::shell::state::{Res, Shell};

/// The letters of actions, and their long names.
const ACTIONS: &[(char, &str)] = &[
    ('a', "alias"),
    ('b', "builtin"),
    ('c', "command"),
    ('d', "directory"),
    ('e', "export"),
    ('f', "file"),
    ('g', "group"),
    ('j', "job"),
    ('k', "keyword"),
    ('s', "service"),
    ('u', "user"),
    ('v', "variable"),
];

impl Shell {
    /// What a word may become under an action, sorted.
    pub(crate) fn candidates(&self, action: &str, word: &str) -> Vec<String> {
        let mut out = BTreeSet::new();
        let mut add = |s: &str| {
            if s.starts_with(word) {
                out.insert(s.to_string());
            }
        };
        match action {
            "alias" => self.aliases.keys().for_each(|a| add(a)),
            "builtin" | "enabled" | "helptopic" => {
                BUILTINS.iter().filter(|b| b.in_shell(self.dialect)).for_each(|b| add(b.name));
            }
            "function" => self.functions.keys().for_each(|f| add(f)),
            "keyword" => KEYWORDS.iter().for_each(|k| add(k)),
            "variable" => self.vars.names().iter().for_each(|n| add(n)),
            "export" => self.vars.environment().iter().for_each(|(n, _)| add(n)),
            "arrayvar" => {
                let names = self.vars.names();
                names
                    .iter()
                    .filter(|n| self.vars.get(n).is_some_and(|v| v.is_array()))
                    .for_each(|n| add(n));
            }
            "setopt" => SET.iter().for_each(|(n, ..)| add(n)),
            "shopt" => SHOPT.iter().for_each(|(n, ..)| add(n)),
            "signal" => crate::kernel::Signal::ALL.iter().for_each(|s| add(&s.to_string())),
            "user" | "group" => {
                let path = if action == "user" { "/etc/passwd" } else { "/etc/group" };
                let bytes = self.p.read_file(path).unwrap_or_default();
                let text = crate::vfs::text::decode_owned(bytes);
                text.lines().filter_map(|l| l.split(':').next()).for_each(&mut add);
            }
            "job" => self.jobs.list().iter().for_each(|j| add(&j.text)),
            "hostname" => add(&self.p.hostname()),
            "command" => {
                self.aliases.keys().for_each(|a| add(a));
                self.functions.keys().for_each(|f| add(f));
                BUILTINS.iter().filter(|b| b.in_shell(self.dialect)).for_each(|b| add(b.name));
                KEYWORDS.iter().for_each(|k| add(k));
                for dir in self.var("PATH").unwrap_or_default().split(':') {
                    for e in
                        self.p.readdir(if dir.is_empty() { "." } else { dir }).unwrap_or_default()
                    {
                        if e.name.starts_with(word)
                            && self.p.access(&format!("{dir}/{}", e.name), 1).is_ok()
                        {
                            add(&e.name);
                        }
                    }
                }
            }
            "file" | "directory" => {
                let (dir, base) = match word.rfind('/') {
                    Some(i) => word.split_at(i + 1),
                    None => ("", word),
                };
                for e in self.p.readdir(if dir.is_empty() { "." } else { dir }).unwrap_or_default()
                {
                    let path = format!("{dir}{}", e.name);
                    if e.name.starts_with(base)
                        && (action == "file" || self.p.stat(&path).is_ok_and(|s| s.is_dir()))
                        && (base.starts_with('.') || !e.name.starts_with('.'))
                    {
                        out.insert(path);
                    }
                }
            }
            _ => {}
        }
        out.into_iter().collect()
    }
}

/// What was asked of `compgen` or `complete`.
#[derive(Default)]
struct Wanted {
    actions: Vec<String>,
    words: Option<String>,
    glob: Option<String>,
    prefix: String,
    suffix: String,
    filter: Option<String>,
    function: Option<String>,
    print: bool,
    remove: bool,
    rest: Vec<String>,
}

fn wanted(sh: &mut Shell, args: &Args) -> Result<Wanted, i32> {
    let name = args.words[0].clone();
    let mut w = Wanted::default();
    let mut it = args.rest().iter();
    while let Some(word) = it.next() {
        let Some(letters) = word.strip_prefix('-').filter(|l| !l.is_empty()) else {
            w.rest.push(word.clone());
            w.rest.extend(it.cloned());
            break;
        };
        if letters == "-" {
            w.rest.extend(it.cloned());
            break;
        }
        for (i, c) in letters.char_indices() {
            if let Some((_, action)) = ACTIONS.iter().find(|(l, _)| *l == c) {
                w.actions.push(action.to_string());
                continue;
            }
            match c {
                'p' => w.print = true,
                'r' => w.remove = true,
                'D' | 'E' | 'I' => w.rest.push(format!("-{c}")),
                'o' | 'A' | 'G' | 'W' | 'F' | 'C' | 'X' | 'P' | 'S' | 'V' => {
                    let tail = &letters[i + 1..];
                    let value =
                        if tail.is_empty() { it.next().cloned() } else { Some(tail.to_string()) };
                    let Some(v) = value else {
                        sh.builtin_error(&name, &format!("-{c}: option requires an argument"));
                        return Err(sh.usage(&name));
                    };
                    match c {
                        'A' => {
                            let known = ACTIONS.iter().any(|(_, a)| *a == v)
                                || [
                                    "arrayvar",
                                    "enabled",
                                    "function",
                                    "helptopic",
                                    "hostname",
                                    "setopt",
                                    "shopt",
                                    "signal",
                                    "running",
                                    "stopped",
                                    "binding",
                                    "disabled",
                                ]
                                .contains(&v.as_str());
                            if !known {
                                sh.builtin_error(&name, &format!("{v}: invalid action name"));
                                return Err(2);
                            }
                            w.actions.push(v);
                        }
                        'G' => w.glob = Some(v),
                        'W' => w.words = Some(v),
                        'F' => w.function = Some(v),
                        'X' => w.filter = Some(v),
                        'P' => w.prefix = v,
                        'S' => w.suffix = v,
                        _ => {}
                    }
                    break;
                }
                c => {
                    sh.builtin_error(&name, &format!("-{c}: invalid option"));
                    return Err(sh.usage(&name));
                }
            }
        }
    }
    Ok(w)
}

pub(super) async fn compgen(sh: &mut Shell, args: &Args) -> Res<i32> {
    let w = match wanted(sh, args) {
        Ok(w) => w,
        Err(n) => return Ok(n),
    };
    let word = w.rest.first().cloned().unwrap_or_default();
    let mut found: Vec<String> = Vec::new();
    for a in &w.actions {
        found.extend(sh.candidates(a, &word));
    }
    if let Some(g) = &w.glob {
        found.extend(sh.glob(g));
    }
    if let Some(list) = &w.words {
        let ifs = sh.ifs();
        let expanded = sh.prompt_words(list);
        found.extend(
            expanded
                .split(|c| ifs.has(c))
                .filter(|s| !s.is_empty() && s.starts_with(&word))
                .map(str::to_string),
        );
    }
    if let Some(name) = &w.function
        && let Some(f) = sh.functions.get(name.as_str()).cloned()
    {
        sh.vars.unset("COMPREPLY");
        let words = vec![name.clone(), String::new(), word.clone(), String::new()];
        Box::pin(sh.run_function(&f, Args::new(words), Vec::new())).await?;
        found.extend(sh.values("COMPREPLY"));
    }
    if let Some(x) = &w.filter {
        let (negated, x) = match x.strip_prefix('!') {
            Some(x) => (true, x),
            None => (false, x.as_str()),
        };
        let p = Pattern::new(x, true, false);
        found.retain(|f| p.matches(f) == negated);
    }
    for f in &found {
        let line = format!("{}{f}{}\n", w.prefix, w.suffix);
        sh.say(&line);
    }
    Ok(i32::from(found.is_empty()))
}

pub(super) fn complete(sh: &mut Shell, args: &Args) -> Res<i32> {
    let w = match wanted(sh, args) {
        Ok(w) => w,
        Err(n) => return Ok(n),
    };
    if w.print || (args.rest().is_empty()) {
        let all = sh.completions.clone();
        let mut status = 0;
        for (name, words) in all.iter() {
            if w.rest.is_empty() || w.rest.contains(name) {
                sh.say(&format!("complete {} {name}\n", words.join(" ")));
            }
        }
        for n in w.rest.iter().filter(|n| !all.contains_key(*n)) {
            sh.builtin_error("complete", &format!("{n}: no completion specification"));
            status = 1;
        }
        return Ok(status);
    }
    let map = Rc::make_mut(&mut sh.completions);
    if w.remove {
        if w.rest.is_empty() {
            map.clear();
        }
        for n in &w.rest {
            map.remove(n);
        }
        return Ok(0);
    }
    let names = w.rest.len();
    let given: Vec<String> =
        args.rest()[..args.rest().len() - names.min(args.rest().len())].to_vec();
    for n in &w.rest {
        map.insert(n.clone(), given.clone());
    }
    Ok(0)
}

pub(super) fn compopt(sh: &mut Shell, _: &Args) -> Res<i32> {
    sh.builtin_error("compopt", "not currently executing completion function");
    Ok(1)
}
