//! A build from end to end: read, find bases, run the stages that are needed, export the image.

use std::collections::{BTreeMap, BTreeSet};

use crate::engine::api::build::{BuildEvent, BuildOptions, BuildResult, Context, Export};
use crate::engine::api::config::ImageConfig;
use crate::engine::archive::tar::Writer;
use crate::engine::images::reference::Reference;
use crate::engine::images::store::{History, Image, chains};
use crate::engine::images::tree::{Entry, Kind, Tree};
use crate::engine::stream::Sender;
use crate::engine::{Engine, EngineError, Progress, Result};
use crate::golang::time;
use crate::kernel::Proc;
use crate::vfs::{Content, text as bytes};

use super::context::tree_of;
use super::dockerfile::{Instruction, Wrong, parse};
use super::mount::{Mount, MountKind};
use super::stage::{Base, PLATFORM, Source, Stage, find, met, named, needed, numbered, stages};
use super::transfer;

/// The comment that BuildKit leaves in every step's history.
pub(super) const COMMENT: &str = "buildkit.dockerfile.v0";

/// A stage that was built.
#[derive(Clone, Debug, Default)]
pub(super) struct Built {
    pub config: ImageConfig,
    pub chain: Option<String>,
    pub diff_ids: Vec<String>,
    pub history: Vec<History>,
    /// MAINTAINER, or the base's.
    pub author: String,
    /// What its files depend on.
    pub key: String,
    /// Nanoseconds since the epoch: when its last layer was made.
    pub created: i64,
}

/// A build at work.
pub(super) struct Solver {
    pub engine: Engine,
    pub p: Proc,
    pub o: BuildOptions,
    pub tell: Sender<BuildEvent>,
    pub context: Tree,
    /// Whether it was taken in.
    pub loaded: bool,
    pub stages: Vec<Stage>,
    pub built: BTreeMap<usize, Built>,
    pub global: BTreeMap<String, String>,
    pub escape: char,
    pub steps: usize,
    /// The stages in the order in which they are met.
    pub met: Vec<usize>,
    /// The images whose step was shown.
    pub fetched: BTreeSet<String>,
    /// The lines of the instruction at hand.
    pub lines: Option<(usize, usize)>,
    /// The step that named a stage's image, and the image's chain, until something is built on it.
    pub base: Option<(usize, String)>,
}

impl Solver {
    /// Tells that a step begins; gives its number and the time.
    pub fn begin(&mut self, name: &str) -> (usize, i64) {
        self.steps += 1;
        self.tell.send(BuildEvent::Started { step: self.steps, name: name.to_string() });
        (self.steps, self.engine.now())
    }

    pub fn end(&self, (step, from): (usize, i64)) {
        self.tell.send(BuildEvent::Done { step, took: self.engine.now() - from });
    }

    pub fn fail(&self, (step, _): (usize, i64), e: EngineError) -> EngineError {
        self.tell.send(BuildEvent::Failed { step, error: e.message.clone() });
        self.blame();
        e
    }

    /// Tells which instruction is at hand, for the failure that follows.
    pub fn blame(&self) {
        if let Some(lines) = self.lines {
            self.tell.send(BuildEvent::Located { lines: vec![lines] });
        }
    }

    /// What is wrong with the Dockerfile itself.
    fn wrong(&mut self, w: Wrong) -> EngineError {
        self.lines = w.lines;
        self.blame();
        EngineError::invalid(w.why)
    }

    /// A status with how many bytes it is about, where there are any.
    pub fn status(&self, step: usize, text: String, size: u64) {
        let text = if size == 0 { text } else { text + ":" };
        self.amount(step, text, size);
    }

    fn amount(&self, step: usize, text: String, size: u64) {
        self.tell.send(BuildEvent::Status { step, text, current: size, total: size, done: true });
    }
}

/// Whether an instruction needs files of the build context.
pub(super) fn takes_from_context(i: &Instruction) -> bool {
    let from_elsewhere = |(f, v): &(String, String)| f == "from" && !v.is_empty();
    match i.name.as_str() {
        "COPY" | "ADD" => !i.flags.iter().any(from_elsewhere),
        "RUN" => i
            .flags
            .iter()
            .filter(|(f, _)| f == "mount")
            .filter_map(|(_, v)| Mount::parse(v, '\\', &|_| None).ok())
            .any(|m| m.kind == MountKind::Bind && m.from.is_empty()),
        _ => false,
    }
}

/// A tree moved into a directory.
fn below(tree: &Tree, dir: &str) -> Tree {
    let mut out = Tree::default();
    out.put(dir, Entry { kind: Kind::Dir, mode: 0o755, uid: 0, gid: 0, mtime: 0 });
    for (path, e) in &tree.0 {
        let mut e = e.clone();
        if let Kind::Hardlink(to) = &mut e.kind {
            *to = format!("{dir}/{to}");
        }
        out.0.insert(format!("{dir}/{path}"), e);
    }
    out
}

impl Engine {
    /// `docker build`.
    pub fn image_build(&self, p: &Proc, o: BuildOptions) -> Progress<BuildEvent, BuildResult> {
        let (engine, p) = (self.clone(), p.clone());
        Progress::new(move |tell| async move {
            let mut tags = Vec::new();
            for t in &o.tags {
                let r = Reference::parse(t).map_err(|e| {
                    EngineError::invalid(format!("invalid tag {t:?}: {}", e.message))
                })?;
                tags.push(r);
            }
            let mut s = Solver {
                engine,
                p,
                context: Tree::default(),
                loaded: false,
                stages: Vec::new(),
                built: BTreeMap::new(),
                global: BTreeMap::new(),
                escape: '\\',
                steps: 0,
                met: Vec::new(),
                fetched: BTreeSet::new(),
                lines: None,
                base: None,
                tell,
                o,
            };
            s.solve(&tags).await
        })
    }
}

impl Solver {
    async fn solve(&mut self, tags: &[Reference]) -> Result<BuildResult> {
        let name = if self.o.dockerfile_name.is_empty() {
            "Dockerfile".to_string()
        } else {
            self.o.dockerfile_name.clone()
        };
        let text = match self.o.context.clone() {
            Context::Archive(archive) => self.unpack_context(&archive, &name)?,
            Context::Files(_) => {
                let step = self.begin(&format!("[internal] load build definition from {name}"));
                let size = self.definition_size(&name);
                self.status(step.0, "transferring dockerfile".to_string(), size);
                self.end(step);
                self.o.dockerfile.clone()
            }
        };
        let file = parse(&text).map_err(|w| self.wrong(w))?;
        self.escape = file.escape;
        let (all, global) = stages(&file, &self.o.build_args).map_err(|w| self.wrong(w))?;
        let target = match self.o.target.as_str() {
            "" => all.len() - 1,
            t => named(&all, t).or_else(|| numbered(&all, t)).ok_or_else(|| {
                let names: Vec<&str> =
                    all.iter().map(|s| s.name.as_str()).filter(|n| !n.is_empty()).collect();
                let hint = match super::dockerfile::nearest(&t.to_ascii_lowercase(), &names) {
                    Some(n) => format!(" (did you mean {n}?)"),
                    None => String::new(),
                };
                EngineError::invalid(format!("target stage {t:?} could not be found{hint}"))
            })?,
        };
        let order = needed(&all, target).map_err(|t| {
            self.tell.send(BuildEvent::Located { lines: t.lines });
            EngineError::invalid(t.why)
        })?;
        self.met = met(&all, target);
        (self.stages, self.global) = (all, global);
        self.load_metadata(&order).await?;
        if matches!(self.o.context, Context::Files(_)) {
            let step = self.begin("[internal] load .dockerignore");
            self.status(step.0, "transferring context".to_string(), transfer::END);
            self.end(step);
        }
        self.rehearse(&order)?;
        for n in order {
            let built = self.stage(n).await?;
            self.built.insert(n, built);
        }
        let built = self.built.remove(&target).unwrap_or_default();
        let mut result = BuildResult::default();
        let mut exports = self.o.exports.clone();
        if exports.is_empty() {
            exports.push(Export::Image);
        }
        for export in exports {
            match export {
                Export::Nothing => {}
                Export::Image => result.image_id = self.export(built.clone(), tags),
                files => result.files.push(self.export_files(&built, files)?),
            }
        }
        Ok(result)
    }

    /// What the Dockerfile takes on its way here.
    fn definition_size(&self, name: &str) -> u64 {
        let text = bytes::encode(&self.o.dockerfile).into_owned();
        let kind = Kind::File(text.into());
        let mut file = Tree::default();
        file.put(name, Entry { kind, mode: 0o644, uid: 0, gid: 0, mtime: self.engine.now() });
        transfer::received(&file)
    }

    /// Packs the files of what was built, for the client to put somewhere.
    fn export_files(&mut self, built: &Built, how: Export) -> Result<Content> {
        let tarball = how == Export::Tarball;
        let step = self.begin(match tarball {
            true => "exporting to client tarball",
            false => "exporting to client directory",
        });
        let mut tree = self.engine.chain_tree(built.chain.as_deref())?;
        let mut words = "copying files".to_string();
        if how == Export::Platforms {
            let platform = PLATFORM;
            words = format!("{words} {platform}");
            tree = below(&tree, &platform.replace('/', "_"));
        }
        match tarball {
            true => self.status(step.0, "sending tarball".to_string(), 0),
            false => self.amount(step.0, words, transfer::sent(&tree)),
        }
        let mut tar = Writer::new();
        for (path, e) in &tree.0 {
            tar.entry(path, e);
        }
        self.end(step);
        Ok(tar.finish())
    }

    /// Takes the context in, the first time that a stage copies from it.
    pub(super) fn load_context(&mut self, todo: &[Instruction]) -> Result<()> {
        if !todo.iter().any(takes_from_context) || self.loaded {
            return Ok(());
        }
        self.loaded = true;
        let step = self.begin("[internal] load build context");
        let mut shut = None;
        if let Context::Files(entries) = &self.o.context {
            self.context = tree_of(entries);
            shut = self.shut(entries, todo);
        }
        let size = transfer::received(&self.context);
        self.status(step.0, "transferring context".to_string(), size);
        if let Some(why) = shut {
            self.lines = None;
            return Err(self.fail(step, EngineError::invalid(why)));
        }
        self.end(step);
        Ok(())
    }

    /// Makes sure that the images which stages are based on are here.
    async fn load_metadata(&mut self, order: &[usize]) -> Result<()> {
        let mut names: Vec<(String, (usize, usize))> = Vec::new();
        for n in order {
            if let Base::Image(name) = &self.stages[*n].base {
                names.push((name.clone(), self.stages[*n].lines));
            }
            for i in &self.stages[*n].instructions {
                for f in super::stage::sources(i) {
                    if find(&self.stages, &f).is_none() {
                        names.push((f.word, i.lines()));
                    }
                }
            }
        }
        let mut seen = BTreeSet::new();
        for (name, lines) in names {
            if !seen.insert(name.clone()) {
                continue;
            }
            self.lines = Some(lines);
            let parsed = Reference::parse(&name).map(Reference::tagged).map_err(|e| {
                EngineError::invalid(format!("failed to parse stage name {name:?}: {}", e.message))
            })?;
            let step = self.begin(&format!("[internal] load metadata for {parsed}"));
            if self.o.pull || self.engine.find_image(&name).is_err() {
                let pull = self.engine.image_pull(&self.p, &name, false);
                if let Err(e) = pull.result().await {
                    let why = match e.message.split_once(", repository does not exist") {
                        Some(_) => "pull access denied, repository does not exist or may require \
                                    authorization: server message: insufficient_scope: \
                                    authorization failed"
                            .to_string(),
                        None if e.message.starts_with("manifest for") => {
                            format!("{parsed}: not found")
                        }
                        None => e.message.clone(),
                    };
                    if self.engine.find_image(&name).is_err() {
                        let text = format!(
                            "{name}: failed to resolve source metadata for {parsed}: {why}"
                        );
                        return Err(self.fail(step, EngineError::not_found(text)));
                    }
                }
            }
            self.end(step);
        }
        self.lines = None;
        Ok(())
    }

    /// The stage or image that a `from` names, as its chain of layers.
    pub(super) fn from_chain(&self, source: &Source) -> Result<Option<String>> {
        if let Some(n) = find(&self.stages, source)
            && let Some(b) = self.built.get(&n)
        {
            return Ok(b.chain.clone());
        }
        let image = self.engine.image_record(&source.word)?;
        Ok(chains(&image.diff_ids).pop())
    }

    fn export(&mut self, mut built: Built, tags: &[Reference]) -> String {
        let step = self.begin("exporting to image");
        for (k, v) in &self.o.labels {
            built.config.labels.get_or_insert_default().insert(k.clone(), v.clone());
        }
        self.status(step.0, "exporting layers".to_string(), 0);
        let image = Image {
            config: built.config,
            created: time::rfc3339_nano(built.created),
            comment: COMMENT.to_string(),
            diff_ids: built.diff_ids,
            history: built.history,
            author: built.author,
            ..Image::default()
        }
        .seal_as_built();
        let id = self.engine.add_image(image);
        self.status(step.0, format!("writing image {id}"), 0);
        for t in tags {
            self.engine.set_tag(&t.clone().tagged().to_string(), &id);
            self.status(step.0, format!("naming to {t}"), 0);
        }
        self.end(step);
        id
    }
}
