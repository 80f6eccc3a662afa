//! Stages of a Dockerfile: which there are, on what each is based, and which a target needs.

use std::collections::BTreeMap;

use super::dockerfile::{Dockerfile, Instruction, Wrong};
use super::words::{expand, pairs, split};

/// A stage.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Its name after AS, in lower case.
    pub name: String,
    /// How steps call it: its name or `stage-N`, and nothing where it is the only one.
    pub shown: String,
    /// What it is based on.
    pub base: Base,
    /// Its instructions, FROM left out.
    pub instructions: Vec<Instruction>,
    /// The lines of its FROM.
    pub lines: (usize, usize),
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

/// What everything is built for.
pub const PLATFORM: &str = "linux/amd64";

/// Variables that are there without being asked for, in FROM lines.
pub fn platform_args() -> BTreeMap<String, String> {
    let pairs = [
        ("BUILDPLATFORM", PLATFORM),
        ("BUILDOS", "linux"),
        ("BUILDARCH", "amd64"),
        ("BUILDVARIANT", ""),
        ("TARGETPLATFORM", PLATFORM),
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
        let wrong = |why: String| Wrong { lines: Some(i.lines()), why };
        if i.name == "FROM" {
            let get = |n: &str| global.get(n).or_else(|| fixed.get(n)).cloned();
            let words: Vec<&str> = i.rest.split_whitespace().collect();
            let (from, name) = match words[..] {
                [from] => (from, String::new()),
                [from, word, name] if word.eq_ignore_ascii_case("as") => {
                    (from, name.to_ascii_lowercase())
                }
                _ => {
                    let why = "FROM requires either one or three arguments";
                    return Err(Wrong::parsed(i.lines(), why));
                }
            };
            let base = expand(from, file.escape, &get).map_err(wrong)?;
            if base.is_empty() {
                return Err(wrong(format!("base name ({from}) should not be blank")));
            }
            if !name.is_empty() && !name.starts_with(|c: char| c.is_ascii_lowercase()) {
                let why = format!(
                    "invalid name for build stage: {name:?}, name can't start with a number or contain symbols"
                );
                return Err(Wrong::parsed(i.lines(), &why));
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
                lines: i.lines(),
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
    // An image that is copied from counts as a stage, and so does what a mount shows.
    let elsewhere = |s: &Stage| {
        s.instructions.iter().any(|i| {
            let mounts = i.name == "RUN" && i.flags.iter().any(|(flag, _)| flag == "mount");
            mounts || sources(i).iter().any(|source| find(&out, source).is_none())
        })
    };
    let many = out.len() > 1 || out.iter().any(elsewhere);
    for n in 0..out.len() {
        out[n].shown = if many { called(&out, n) } else { String::new() };
    }
    if out.is_empty() {
        let why = "dockerfile contains no stages to build".to_string();
        return Err(Wrong { lines: None, why });
    }
    Ok((out, global))
}

/// Another place that an instruction takes files from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// A stage, or an image.
    pub word: String,
    /// Whether a number may stand for a stage there: in COPY, but not in `RUN --mount`.
    pub numbers: bool,
}

/// The stage with a name, the last one of it.
pub fn named(stages: &[Stage], word: &str) -> Option<usize> {
    let lower = word.to_ascii_lowercase();
    stages.iter().rposition(|s| s.name == lower && !s.name.is_empty())
}

/// The stage with a number.
pub fn numbered(stages: &[Stage], word: &str) -> Option<usize> {
    word.parse().ok().filter(|n| *n < stages.len())
}

/// The stage that a source means; none where it means an image.
pub fn find(stages: &[Stage], source: &Source) -> Option<usize> {
    let number = || numbered(stages, &source.word).filter(|_| source.numbers);
    named(stages, &source.word).or_else(number)
}

/// Where an instruction takes files from besides the context.
pub fn sources(i: &Instruction) -> Vec<Source> {
    let mut out = Vec::new();
    let source = |word: &str, numbers| Source { word: word.to_string(), numbers };
    for (name, value) in &i.flags {
        match name.as_str() {
            "from" if value.is_empty() => {}
            "from" => out.push(source(value, true)),
            "mount" => {
                let parts = value.split(',').filter_map(|part| part.strip_prefix("from="));
                let parts = parts.filter(|f| !f.is_empty());
                out.extend(parts.map(|f| source(f, false)));
            }
            _ => {}
        }
    }
    out
}

/// Why stages can not be built, and the lines that are to blame, the innermost first.
#[derive(Debug)]
pub struct Tangled {
    pub lines: Vec<(usize, usize)>,
    pub why: String,
}

/// The stages that a target needs, in the order in which they can be built, itself last. Those that wait for
/// each other are refused, even where nobody needs them.
pub fn needed(stages: &[Stage], target: usize) -> Result<Vec<usize>, Tangled> {
    let mut done = Vec::new();
    for n in 0..stages.len() {
        visit(stages, n, &mut Vec::new(), &mut done)?;
    }
    let mut order = Vec::new();
    visit(stages, target, &mut Vec::new(), &mut order)?;
    for n in &order {
        for i in &stages[*n].instructions {
            for source in sources(i) {
                if find(stages, &source).is_some_and(|other| other > *n) {
                    return Err(Tangled {
                        lines: vec![i.lines()],
                        why: too_early(stages, *n, i, &source),
                    });
                }
            }
        }
    }
    Ok(order)
}

fn too_early(stages: &[Stage], n: usize, i: &Instruction, source: &Source) -> String {
    let word = &source.word;
    if source.numbers {
        let here = called(stages, n);
        return format!(
            "cannot copy from stage {word:?}, it needs to be defined before current stage {here:?}"
        );
    }
    let mounts = i.flags.iter().filter(|(name, _)| name == "mount");
    let mut parts = mounts.flat_map(|(_, value)| value.split(','));
    let to = parts.find_map(|part| {
        let (key, value) = part.split_once('=')?;
        matches!(key, "target" | "dst" | "destination").then_some(value)
    });
    format!(
        "cannot mount from stage {word:?} to {:?}, stage needs to be defined before current command",
        to.unwrap_or_default()
    )
}

/// What a stage is called: by its name, or its number.
fn called(stages: &[Stage], n: usize) -> String {
    let name = &stages[n].name;
    if name.is_empty() { format!("stage-{n}") } else { name.clone() }
}

/// Puts a stage, and before it those that it needs, into an order; `way` is how we came here.
fn visit(
    stages: &[Stage],
    n: usize,
    way: &mut Vec<usize>,
    order: &mut Vec<usize>,
) -> Result<(), Tangled> {
    if way.contains(&n) {
        let why = format!("circular dependency detected on stage: {}", called(stages, n));
        return Err(Tangled { lines: Vec::new(), why });
    }
    if order.contains(&n) {
        return Ok(());
    }
    way.push(n);
    if let Base::Stage(b) = stages[n].base {
        visit(stages, b, way, order)?;
    }
    for i in &stages[n].instructions {
        for source in sources(i) {
            let number = source.word.parse::<usize>().ok().filter(|_| source.numbers);
            if number.is_some_and(|number| number >= stages.len()) {
                let why = format!("invalid stage index {}", source.word);
                return Err(Tangled { lines: Vec::new(), why });
            }
            if let Some(other) = find(stages, &source) {
                visit(stages, other, way, order).map_err(|mut t| {
                    t.lines.push(i.lines());
                    t
                })?;
            }
        }
    }
    way.pop();
    order.push(n);
    Ok(())
}

/// The stages in the order in which BuildKit comes upon them, from the target down: the last one of those
/// that begin with the same image gives the step that fetches it its name.
pub fn met(stages: &[Stage], target: usize) -> Vec<usize> {
    let mut out = Vec::new();
    let mut todo = vec![target];
    while let Some(n) = todo.pop() {
        if out.contains(&n) {
            continue;
        }
        out.push(n);
        let mut next = Vec::new();
        if let Base::Stage(b) = stages[n].base {
            next.push(b);
        }
        let all = stages[n].instructions.iter().flat_map(sources);
        next.extend(all.filter_map(|s| find(stages, &s)));
        todo.extend(next.into_iter().rev());
    }
    out
}
