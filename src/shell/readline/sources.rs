//! Where a shell's completions come from: names of commands, variables, users and files, and the programs
//! that complete their own arguments. The shell says what it has; the rest is read from its machine.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::kernel::{Proc, users};
use crate::vfs::FileType;

use super::complete::{Candidate, Completion, End, Programmable, Quote};
use super::words::{Place, place};

/// What a shell has that can be completed.
#[derive(Clone, Default)]
pub struct Sources {
    /// Names of builtins, keywords, aliases and functions.
    pub commands: Vec<String>,
    /// Names and values of variables.
    pub variables: BTreeMap<String, String>,
    /// Programs that complete their own arguments.
    pub programs: Rc<BTreeMap<String, Rc<dyn Programmable>>>,
}

/// Commands whose arguments are directories.
const DIRECTORIES: &[&str] = &["cd", "pushd", "rmdir"];
/// Commands whose arguments are a command.
const WRAPPERS: &[&str] = &[
    "sudo", "env", "nohup", "time", "exec", "command", "builtin", "which", "type", "man", "xargs",
    "watch", "nice", "timeout", "busybox", "chroot", "setsid", "help",
];
/// Commands whose arguments are variables.
const VARIABLES: &[&str] =
    &["unset", "export", "readonly", "declare", "typeset", "local", "printenv"];

/// Completes the word that ends at byte `at` of `line`.
pub async fn complete(p: Proc, sources: Sources, line: String, at: usize) -> Completion {
    let Some(line) = line.get(..at) else { return Completion::default() };
    let mut place = place(line);
    if let Some(start) = place.variable {
        return variables(&sources, line, start, &p);
    }
    unwrap(&mut place);
    if place.command && !place.word.contains('/') && !place.raw.starts_with('~') {
        let mut found = commands(&p, &sources, &place);
        if found.candidates.is_empty() {
            found = files(&p, &place, Want::Programs);
        }
        return found;
    }
    if place.redirect || place.command {
        let want = if place.command { Want::Programs } else { Want::Any };
        return files(&p, &place, want);
    }
    let name = place.before.first().map(|n| n.rsplit('/').next().unwrap_or_default().to_string());
    let name = name.unwrap_or_default();
    if let Some(program) = sources.programs.get(&name) {
        return programmed(&p, &**program, &place).await;
    }
    if DIRECTORIES.contains(&name.as_str()) {
        return files(&p, &place, Want::Directories);
    }
    if VARIABLES.contains(&name.as_str())
        && !place.word.starts_with('-')
        && !place.word.contains('=')
    {
        let names = sources.variables.keys().filter(|n| n.starts_with(&place.word));
        let candidates = names.map(Candidate::new).collect();
        return Completion { start: place.start, candidates, ..Completion::default() };
    }
    files(&p, &place, Want::Any)
}

/// Takes `sudo -u x` and the like off, so that the command behind them is completed.
fn unwrap(place: &mut Place) {
    while let Some(first) = place.before.first() {
        if place.redirect || !WRAPPERS.contains(&first.as_str()) || place.word.starts_with('-') {
            return;
        }
        let valued =
            |o: &String| first == "sudo" && matches!(o.as_str(), "-u" | "-g" | "-h" | "-p");
        let mut skip = 1;
        while let Some(word) = place.before.get(skip) {
            if word.starts_with('-') || (word.contains('=') && first != "man") {
                skip += 1 + usize::from(valued(word));
            } else if first == "timeout" && word.starts_with(|c: char| c.is_ascii_digit()) {
                skip += 1;
            } else {
                break;
            }
        }
        if skip > place.before.len() {
            return;
        }
        place.before.drain(..skip);
        place.command = place.before.is_empty();
    }
}

fn variables(sources: &Sources, line: &str, start: usize, p: &Proc) -> Completion {
    let typed = &line[start..];
    let brace = line[..start].ends_with('{');
    let end = |value: &str| match brace {
        true => End::Brace,
        false if p.stat(value).is_ok_and(|s| s.is_dir()) => End::Slash,
        false => End::Space,
    };
    let found = sources.variables.iter().filter(|(n, _)| n.starts_with(typed));
    let candidates = found.map(|(n, v)| Candidate {
        word: n.clone(),
        show: format!("{}{n}", if brace { "${" } else { "$" }),
        end: end(v),
    });
    Completion {
        start,
        quote: Quote::Nothing,
        candidates: candidates.map(plain).collect(),
        ..Completion::default()
    }
}

/// Variables are listed without a slash.
fn plain(mut c: Candidate) -> Candidate {
    if c.end == End::Brace {
        c.show.push('}');
    }
    c
}

/// The quoting in force, and the text that is put before the word for it.
fn quoting(place: &Place, otherwise: Quote) -> (Quote, String) {
    match place.quote {
        Some('\'') => (Quote::Single, "'".to_string()),
        Some(_) => (Quote::Double, "\"".to_string()),
        None => (otherwise, String::new()),
    }
}

fn commands(p: &Proc, sources: &Sources, place: &Place) -> Completion {
    let mut names: BTreeSet<String> =
        sources.commands.iter().filter(|n| n.starts_with(&place.word)).cloned().collect();
    let path = sources.variables.get("PATH").cloned().or_else(|| p.env("PATH")).unwrap_or_default();
    for dir in path.split(':') {
        for entry in p.readdir(if dir.is_empty() { "." } else { dir }).unwrap_or_default() {
            let file = format!("{dir}/{}", entry.name);
            if entry.name.starts_with(&place.word)
                && !names.contains(&entry.name)
                && p.access(&file, 1).is_ok()
                && p.stat(&file).is_ok_and(|s| s.is_file())
            {
                names.insert(entry.name);
            }
        }
    }
    let (quote, prefix) = quoting(place, Quote::Words);
    let candidates = names.into_iter().map(Candidate::new).collect();
    Completion { start: place.start, prefix, quote, candidates }
}

/// What kind of file is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Want {
    Any,
    Directories,
    Programs,
}

fn files(p: &Proc, place: &Place, want: Want) -> Completion {
    let (quote, mut prefix) = quoting(place, Quote::Files);
    let mut word = place.word.clone();
    let mut start = place.start;
    // A name begins anew after `=` and `:` (COMP_WORDBREAKS), as in PATH=/bin:/us
    if place.quote.is_none()
        && let Some(i) = place.raw.rfind(['=', ':'])
        && !place.raw[..i].ends_with('\\')
    {
        start += i + 1;
        word = word.rfind(['=', ':']).map_or(word.clone(), |i| word[i + 1..].to_string());
    }
    let mut real = String::new();
    if place.quote.is_none() && word.starts_with('~') {
        let Some((user, rest)) = word.split_once('/') else {
            return tildes(p, &word, start);
        };
        if let Some(home) = home(p, &user[1..]) {
            (prefix, real) = (format!("{user}/"), format!("{}/", home.trim_end_matches('/')));
            word = rest.to_string();
        }
    }
    let (dir, typed) = match word.rfind('/') {
        Some(i) => (word[..=i].to_string(), word[i + 1..].to_string()),
        None => (String::new(), word.clone()),
    };
    real.push_str(&dir);
    let mut candidates = Vec::new();
    for entry in p.readdir(if real.is_empty() { "." } else { &real }).unwrap_or_default() {
        if !entry.name.starts_with(&typed) {
            continue;
        }
        let path = format!("{real}{}", entry.name);
        let is_dir = match entry.kind {
            FileType::Directory => true,
            FileType::Symlink => p.stat(&path).is_ok_and(|s| s.is_dir()),
            _ => false,
        };
        let fits = match want {
            Want::Any => true,
            Want::Directories => is_dir,
            Want::Programs => is_dir || p.access(&path, 1).is_ok(),
        };
        // A link to a directory gets its slash only when it is complete already.
        let slash = is_dir && (entry.kind == FileType::Directory || entry.name == typed);
        let end = match slash {
            true => End::Slash,
            false if is_dir => End::Nothing,
            false => End::Space,
        };
        if fits {
            candidates.push(Candidate {
                word: format!("{dir}{}", entry.name),
                show: entry.name,
                end,
            });
        }
    }
    candidates.sort_by(|a, b| a.word.cmp(&b.word));
    Completion { start, prefix, quote, candidates }
}

pub(super) fn home(p: &Proc, user: &str) -> Option<String> {
    if user.is_empty() {
        return p.env("HOME");
    }
    users::passwd(p).into_iter().find(|u| u.name == user).map(|u| u.home)
}

fn tildes(p: &Proc, word: &str, start: usize) -> Completion {
    let names = users::passwd(p).into_iter().map(|u| format!("~{}", u.name));
    let found = names.filter(|n| n.starts_with(word));
    let candidates =
        found.map(|word| Candidate { word, end: End::Slash, ..Candidate::default() }).collect();
    Completion { start, quote: Quote::Nothing, candidates, ..Completion::default() }
}

async fn programmed(p: &Proc, program: &dyn Programmable, place: &Place) -> Completion {
    let mut words = place.before.clone();
    words.push(place.word.clone());
    let index = words.len() - 1;
    let answer = program.complete(p, words, index).await;
    let (quote, prefix) = quoting(place, Quote::Words);
    let mut candidates = answer.candidates;
    candidates.retain(|c| c.word.starts_with(&place.word));
    candidates.sort_by(|a, b| a.word.cmp(&b.word));
    candidates.dedup_by(|a, b| a.word == b.word);
    if answer.files {
        let found = files(p, place, Want::Any);
        if candidates.is_empty() {
            return found;
        }
        if found.start == place.start && found.prefix == prefix {
            candidates.extend(found.candidates);
        }
    }
    Completion { start: place.start, prefix, quote, candidates }
}
