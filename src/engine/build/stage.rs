//! Stages of a Dockerfile: which there are, and on what each is based. Which of them a target needs is for
//! `order.rs` to find.

use std::collections::BTreeMap;

use crate::engine::api::build::{BuildOptions, Named};
use crate::engine::images::platform::parse;

use super::dockerfile::{Dockerfile, Instruction, Wrong};
use super::lexer::expand;
use super::lint::{Linter, form, from};
use super::order::{Source, called, find, sources};
use super::words::{split, traced};

/// A stage.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Its name after AS, in lower case.
    pub name: String,
    /// How steps call it: its name or `stage-N`, and nothing where it is the only one.
    pub shown: String,
    /// What it is based on.
    pub base: Base,
    /// The platform that its FROM asks for, if it does.
    pub platform: String,
    /// Whether it is not in the Dockerfile: a context by name that something is copied from.
    pub given: bool,
    /// Its FROM.
    pub from: Instruction,
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
    /// A context that the build was given by name.
    Named(String),
}

/// The image without files, which nobody has to fetch.
pub const SCRATCH: &str = "scratch";

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

/// The ARGs before the first stage: what is set, and all names that are declared.
#[derive(Clone, Debug, Default)]
pub struct Global {
    /// Values by name, those of the platform among them.
    pub set: BTreeMap<String, String>,
    /// Names, with or without a value, and where they are declared.
    pub declared: Vec<(String, Instruction)>,
}

impl Global {
    fn new(
        before: &[Instruction],
        escape: char,
        build_args: &BTreeMap<String, Option<String>>,
    ) -> Result<Global, Wrong> {
        let mut out = Global { set: platform_args(), declared: Vec::new() };
        for i in before {
            for word in split(&i.rest, escape) {
                let (name, default) = argument(&word);
                let given = build_args.get(name).cloned().flatten();
                let value = match (given, default) {
                    (None, Some(text)) => {
                        let value = expand(text, escape, &|n| out.set.get(n).cloned());
                        Some(value.map_err(|why| Wrong { lines: vec![i.lines()], why })?)
                    }
                    (given, _) => given,
                };
                out.set.extend(value.map(|value| (name.to_string(), value)));
                out.declared.push((name.to_string(), i.clone()));
            }
        }
        Ok(out)
    }
}

/// A word of ARG: a name, and perhaps a default.
pub fn argument(word: &str) -> (&str, Option<&str>) {
    match word.split_once('=') {
        Some((name, default)) => (name, Some(default)),
        None => (word, None),
    }
}

/// The words of FROM: an image, and perhaps a name.
fn from_words(i: &Instruction) -> Result<(&str, String), Wrong> {
    let parsed = |why: &str| Err(Wrong::parsed(i.lines(), why));
    match i.rest.split_whitespace().collect::<Vec<_>>()[..] {
        [from] => Ok((from, String::new())),
        [from, word, name] if word.eq_ignore_ascii_case("as") => {
            let lower = name.to_lowercase();
            let rest = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
            let good =
                lower.starts_with(|c: char| c.is_ascii_lowercase()) && lower.chars().all(rest);
            match good {
                true => Ok((from, lower)),
                false => parsed(&format!(
                    "invalid name for build stage: {name:?}, name can't start with a number or contain symbols"
                )),
            }
        }
        _ => parsed("FROM requires either one or three arguments"),
    }
}

/// The stages as they are written, and what comes before them; what they are based on is not known yet.
pub fn written(file: &Dockerfile) -> Result<(Vec<Stage>, &[Instruction]), Wrong> {
    let begin = file.instructions.iter().position(|i| i.name == "FROM");
    let (before, rest) = file.instructions.split_at(begin.unwrap_or(file.instructions.len()));
    if let Some(i) = before.iter().find(|i| i.name != "ARG") {
        let why = "no build stage in current context".to_string();
        return Err(Wrong { lines: vec![i.lines()], why });
    }
    let mut out: Vec<Stage> = Vec::new();
    for i in rest {
        match out.last_mut().filter(|_| i.name != "FROM") {
            Some(stage) => stage.instructions.push(i.clone()),
            None => {
                let (image, name) = from_words(i)?;
                out.push(Stage {
                    name,
                    shown: String::new(),
                    base: Base::Image(image.to_string()),
                    platform: String::new(),
                    given: false,
                    from: i.clone(),
                    instructions: Vec::new(),
                    lines: i.lines(),
                });
            }
        }
    }
    match out.is_empty() {
        true => Err(Wrong {
            lines: Vec::new(),
            why: "dockerfile contains no stages to build".to_string(),
        }),
        false => Ok((out, before)),
    }
}

/// The stages, and the ARGs before the first of them.
pub fn stages(
    file: &Dockerfile,
    o: &BuildOptions,
    lint: &mut Linter,
) -> Result<(Vec<Stage>, Global), Wrong> {
    let (mut out, before) = written(file)?;
    form::names(lint, &out);
    form::casing(lint, file);
    if let Ok(plain) = Global::new(before, file.escape, &BTreeMap::new()) {
        for stage in &out {
            let Base::Image(image) = &stage.base else { continue };
            if let Ok(name) = expand(image, file.escape, &|n| plain.set.get(n).cloned()) {
                from::default_name(lint, &stage.from, image, &name);
            }
        }
    }
    let global = Global::new(before, file.escape, &o.build_args)?;
    for n in 0..out.len() {
        let (earlier, rest) = out.split_at_mut(n);
        rest[0].resolve(earlier, &global, file.escape, lint)?;
        rest[0].replace(&o.contexts);
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
    // What is copied from a context by name is a stage of its own.
    let copies: Vec<(Source, Instruction)> = out
        .iter()
        .flat_map(|s| &s.instructions)
        .flat_map(|i| sources(i).into_iter().map(|source| (source, i.clone())))
        .collect();
    for (source, i) in copies {
        if o.contexts.contains_key(&source.word) && find(&out, &source).is_none() {
            out.push(Stage {
                name: source.word.clone(),
                shown: String::new(),
                base: Base::Named(source.word),
                platform: String::new(),
                given: true,
                lines: i.lines(),
                from: i,
                instructions: Vec::new(),
            });
        }
    }
    Ok((out, global))
}

impl Stage {
    /// Puts a context by name in its place, if there is one of its own name or of its image's.
    fn replace(&mut self, contexts: &BTreeMap<String, Named>) {
        if contexts.contains_key(&self.name) {
            self.base = Base::Named(self.name.clone());
            self.instructions.clear();
        } else if let Base::Image(image) = &self.base
            && contexts.contains_key(image)
        {
            self.base = Base::Named(image.clone());
        }
    }

    /// Finds out what it is based on, and for which platform.
    fn resolve(
        &mut self,
        earlier: &[Stage],
        global: &Global,
        escape: char,
        lint: &mut Linter,
    ) -> Result<(), Wrong> {
        let Base::Image(image) = self.base.clone() else { return Ok(()) };
        let get = |name: &str| global.set.get(name).cloned();
        let wrong = |why: String| Wrong { lines: vec![self.lines], why };
        let set = global.set.keys().map(String::as_str);
        let known: Vec<&str> =
            set.chain(global.declared.iter().map(|(name, _)| name.as_str())).collect();
        let (word, read) = traced(&image, escape, &get);
        from::declared(lint, &self.from, &word, &known);
        read.map_err(wrong)?;
        if word.text.is_empty() {
            return Err(wrong(format!("base name ({image}) should not be blank")));
        }
        if let Some(asked) = self.from.flag("platform").filter(|asked| !asked.is_empty()) {
            let (platform, read) = traced(asked, escape, &get);
            from::declared(lint, &self.from, &platform, &known);
            from::platform(lint, &self.from, &self.name, asked, &platform);
            let failed = |why| format!("failed to process arguments for platform : {why}");
            read.map_err(|why| wrong(failed(why)))?;
            if platform.text.is_empty() {
                return Err(wrong(format!("empty platform value from expression {asked}")));
            }
            parse(&platform.text).map_err(|why| {
                // BuildKit says twice where it is.
                let why = format!("failed to parse platform {asked}: {why}");
                Wrong { lines: vec![self.lines; 2], why }
            })?;
            self.platform = platform.text;
        }
        let same = |s: &Stage| !s.name.is_empty() && s.name == word.text;
        self.base = match earlier.iter().rposition(same) {
            Some(n) => Base::Stage(n),
            None if word.text == SCRATCH => Base::Scratch,
            None => Base::Image(word.text),
        };
        Ok(())
    }
}
