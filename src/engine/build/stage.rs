//! Stages of a Dockerfile: which there are, on what each is based, and which a target needs.

use std::collections::BTreeMap;

use super::dockerfile::{Dockerfile, Instruction, Wrong};
use super::words::{expand, pairs, split};

/// A stage.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Its name after AS, in lower case.
    pub name: String,
    /// How steps call it: its name, `stage-N`, or nothing where it is the only one.
    pub shown: String,
    /// What it is based on.
    pub base: Base,
    /// Its instructions, FROM left out.
    pub instructions: Vec<Instruction>,
    /// The line of its FROM.
    pub line: usize,
}

/// What a stage is based on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Base {
    /// Nothing.
    Scratch,
    /// An earlier stage.
    Stage(usize),
    /// An image.
    Image(String),
}

/// Variables that are there without being asked for, in FROM lines.
pub fn platform_args() -> BTreeMap<String, String> {
    let pairs = [
        ("BUILDPLATFORM", "linux/amd64"),
        ("BUILDOS", "linux"),
        ("BUILDARCH", "amd64"),
        ("BUILDVARIANT", ""),
        ("TARGETPLATFORM", "linux/amd64"),
        ("TARGETOS", "linux"),
        ("TARGETARCH", "amd64"),
        ("TARGETVARIANT", ""),
    ];
    pairs.iter().map(|(k, v)| ((*k).to_string(), (*v).to_string())).collect()
}

/// Arguments of one ARG: names with their defaults.
pub fn arg_words(
    i: &Instruction,
    escape: char,
    get: &dyn Fn(&str) -> Option<String>,
) -> Result<Vec<(String, Option<String>)>, String> {
    let mut out = Vec::new();
    for word in split(&i.rest, escape) {
        if word.contains('=') {
            out.extend(pairs("ARG", &word, escape, get)?.into_iter().map(|(n, v)| (n, Some(v))));
        } else {
            out.push((expand(&word, escape, get)?, None));
        }
    }
    Ok(out)
}

/// The stages, and the ARGs before the first of them.
pub fn stages(
    file: &Dockerfile,
    build_args: &BTreeMap<String, Option<String>>,
) -> Result<(Vec<Stage>, BTreeMap<String, String>), Wrong> {
    let mut global = BTreeMap::new();
    let mut out: Vec<Stage> = Vec::new();
    let fixed = platform_args();
    for i in &file.instructions {
        let wrong = |why: String| Wrong { line: i.line, why };
        if i.name == "FROM" {
            let get = |n: &str| global.get(n).or_else(|| fixed.get(n)).cloned();
            let words: Vec<&str> = i.rest.split_whitespace().collect();
            let (from, name) = match words[..] {
                [from] => (from, String::new()),
                [from, word, name] if word.eq_ignore_ascii_case("as") => {
                    (from, name.to_ascii_lowercase())
                }
                _ => return Err(wrong("FROM requires either one or three arguments".to_string())),
            };
            let base = expand(from, file.escape, &get).map_err(wrong)?;
            if base.is_empty() {
                return Err(wrong(format!("base name ({from}) should not be blank")));
            }
            if !name.is_empty() && !name.starts_with(|c: char| c.is_ascii_lowercase()) {
                return Err(wrong(format!(
                    "invalid name for build stage: {name:?}, name can't start with a number or contain symbols"
                )));
            }
            let stage =
                out.iter().position(|s| s.name == base.to_ascii_lowercase() && !s.name.is_empty());
            let kind = match stage {
                _ if base == "scratch" => Base::Scratch,
                Some(n) => Base::Stage(n),
                None => Base::Image(base.clone()),
            };
            out.push(Stage {
                name,
                shown: String::new(),
                base: kind,
                instructions: Vec::new(),
                line: i.line,
            });
        } else if let Some(stage) = out.last_mut() {
            stage.instructions.push(i.clone());
        } else if i.name == "ARG" {
            let seen = global.clone();
            let get = |n: &str| seen.get(n).or_else(|| fixed.get(n)).cloned();
            for (name, default) in arg_words(i, file.escape, &get).map_err(wrong)? {
                let given = build_args.get(&name).cloned().flatten();
                if let Some(value) = given.or(default) {
                    global.insert(name, value);
                }
            }
        } else {
            return Err(wrong("no build stage in current context".to_string()));
        }
    }
    let many = out.len() > 1;
    for (n, s) in out.iter_mut().enumerate() {
        s.shown = match (s.name.is_empty(), many) {
            (false, _) => s.name.clone(),
            (true, true) => format!("stage-{n}"),
            (true, false) => String::new(),
        };
    }
    if out.is_empty() {
        return Err(Wrong { line: 0, why: "no build stage in current context".to_string() });
    }
    Ok((out, global))
}

/// The number of a stage by its name or number.
pub fn find(stages: &[Stage], word: &str) -> Option<usize> {
    let lower = word.to_ascii_lowercase();
    let named = stages.iter().rposition(|s| s.name == lower && !s.name.is_empty());
    named.or_else(|| word.parse().ok().filter(|n| *n < stages.len()))
}

/// The value of a `--mount`'s or instruction's `from`.
pub fn sources(i: &Instruction) -> Vec<String> {
    let mut out = Vec::new();
    for (name, value) in &i.flags {
        match name.as_str() {
            "from" => out.push(value.clone()),
            "mount" => {
                for part in value.split(',') {
                    if let Some(f) = part.strip_prefix("from=") {
                        out.push(f.to_string());
                    }
                }
            }
            _ => {}
        }
    }
    out
}

/// The stages that a target needs, itself last.
pub fn needed(stages: &[Stage], target: usize) -> Vec<usize> {
    let mut wanted = vec![false; stages.len()];
    let mut todo = vec![target];
    while let Some(n) = todo.pop() {
        if std::mem::replace(&mut wanted[n], true) {
            continue;
        }
        if let Base::Stage(b) = stages[n].base {
            todo.push(b);
        }
        for i in &stages[n].instructions {
            todo.extend(sources(i).iter().filter_map(|f| find(&stages[..n], f)));
        }
    }
    (0..stages.len()).filter(|n| wanted[*n]).collect()
}
