//! A build from end to end: read, find bases, run the stages that are needed, export the image.

use std::collections::{BTreeMap, BTreeSet};

use crate::engine::api::build::{BuildEvent, BuildOptions, BuildResult, Call, Context, Export};
use crate::engine::archive::tar::Writer;
use crate::engine::images::reference::Reference;
use crate::engine::images::store::{History, Image, chains};
use crate::engine::images::tree::{Entry, Kind, Tree};
use crate::engine::stream::Sender;
use crate::engine::{Engine, EngineError, Progress, Result, ids};
use crate::golang::time;
use crate::kernel::Proc;
use crate::vfs::Content;

use super::context::tree_of;
use super::copy::{files, is_remote};
use super::dockerfile::{Instruction, Wrong};
use super::draft::Draft;
use super::lint::Linter;
use super::missing::Missing;
use super::mount::{Mount, MountKind};
use super::order::{Source, find};
use super::stage::{Global, PLATFORM, SCRATCH, Stage};
use super::transfer;

/// The comment that BuildKit leaves in every step's history.
pub(super) const COMMENT: &str = "buildkit.dockerfile.v0";

/// A stage that was built.
#[derive(Clone, Debug, Default)]
pub(super) struct Built {
    pub draft: Draft,
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
    pub global: Global,
    pub lint: Linter,
    /// How much of what the checks found was told.
    pub told: usize,
    /// The steps of the stage at hand that lack their files.
    pub missing: Vec<Missing>,
    /// The lines that were blamed last.
    pub blamed: Vec<(usize, usize)>,
    pub escape: char,
    pub steps: usize,
    /// The stages in the order in which they are met.
    pub met: Vec<usize>,
    /// The images whose step was shown.
    pub fetched: BTreeSet<String>,
    /// The images that were found: names in full and digests.
    pub materials: BTreeMap<String, String>,
    /// The lines of the instruction at hand.
    pub lines: Option<(usize, usize)>,
    /// The step that named a stage's image, and the image's chain, until something is built on it.
    pub base: Option<(usize, String)>,
    /// The key of the last result of the cache, until something is built on it.
    pub found: Option<String>,
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

    pub fn fail(&mut self, (step, _): (usize, i64), e: EngineError) -> EngineError {
        self.tell.send(BuildEvent::Failed { step, error: e.message.clone() });
        self.blame();
        e
    }

    /// Tells which instruction is at hand, for the failure that follows.
    pub fn blame(&mut self) {
        self.locate(self.lines.into_iter().collect());
    }

    /// Tells which lines are to blame.
    pub(super) fn locate(&mut self, lines: Vec<(usize, usize)>) {
        self.blamed.clone_from(&lines);
        if !lines.is_empty() {
            self.tell.send(BuildEvent::Located { lines });
        }
    }

    /// What is wrong with the Dockerfile itself.
    pub(super) fn wrong(&mut self, w: Wrong) -> EngineError {
        self.locate(w.lines);
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
        "COPY" | "ADD" => {
            let remote = |source: &String| i.name == "ADD" && is_remote(source);
            !i.flags.iter().any(from_elsewhere) && !files(i).iter().all(remote)
        }
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
                let r = Reference::parse(t)
                    .map_err(|e| EngineError::invalid(format!("invalid tag {t:?}: {e}")))?;
                tags.push(r);
            }
            let mut s = Solver {
                engine,
                p,
                context: Tree::default(),
                loaded: false,
                stages: Vec::new(),
                built: BTreeMap::new(),
                global: Global::default(),
                lint: Linter::default(),
                told: 0,
                missing: Vec::new(),
                blamed: Vec::new(),
                escape: '\\',
                steps: 0,
                met: Vec::new(),
                fetched: BTreeSet::new(),
                materials: BTreeMap::new(),
                lines: None,
                base: None,
                found: None,
                tell,
                o,
            };
            s.solve(&tags).await
        })
    }
}

impl Solver {
    async fn solve(&mut self, tags: &[Reference]) -> Result<BuildResult> {
        let text = self.definition()?;
        let answer = match self.o.call.clone() {
            Call::Build => return self.build(&text, tags).await,
            Call::Check => self.check(&text).await,
            Call::Outline => self.outline(&text).await?,
            Call::Targets => self.targets(&text)?,
            Call::Other(name) => {
                let why = format!("unsupported request frontend.{name}");
                return Err(EngineError::invalid(format!("{why}: {why}")));
            }
        };
        Ok(BuildResult { answer: Some(answer), ..BuildResult::default() })
    }

    async fn build(&mut self, text: &str, tags: &[Reference]) -> Result<BuildResult> {
        let plan = self.plan(text).await?;
        for n in plan.order {
            let built = self.stage(n).await?;
            self.built.insert(n, built);
        }
        let built = self.built.remove(&plan.target).unwrap_or_default();
        let reference = ids::base32(self.engine.kernel(), 25, ids::BUILD);
        let materials = std::mem::take(&mut self.materials);
        let mut result = BuildResult { materials, reference, ..BuildResult::default() };
        let mut exports = self.o.exports.clone();
        if exports.is_empty() {
            exports.push(Export::Image);
        }
        self.build_on_base();
        for export in exports {
            match export {
                Export::Nothing => {}
                Export::Image => result.image_id = self.export(built.clone(), tags)?,
                files => result.files.push(self.export_files(&built, files)?),
            }
        }
        Ok(result)
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
        if let Some(why) = self.unsought(todo) {
            self.lines = None;
            return Err(self.fail(step, EngineError::invalid(why)));
        }
        let mut shut = None;
        if let Context::Files(entries) = &self.o.context {
            self.context = tree_of(entries);
            shut = self.shut(entries, todo);
        }
        let size = transfer::received(&self.asked(todo));
        self.status(step.0, "transferring context".to_string(), size);
        self.note_context(todo);
        if let Some(why) = shut {
            self.lines = None;
            return Err(self.fail(step, EngineError::invalid(why)));
        }
        self.end(step);
        Ok(())
    }

    /// The stage or image that a `from` names, as its chain of layers.
    pub(super) fn from_chain(&self, source: &Source) -> Result<Option<String>> {
        if let Some(n) = find(&self.stages, source)
            && let Some(b) = self.built.get(&n)
        {
            return Ok(b.chain.clone());
        }
        if source.word == SCRATCH {
            return Ok(None);
        }
        let image = self.engine.image_record(&self.engine.named_image(&source.word)?)?;
        Ok(chains(&image.diff_ids).pop())
    }

    fn export(&mut self, mut built: Built, tags: &[Reference]) -> Result<String> {
        let step = self.begin("exporting to image");
        for (k, v) in &self.o.labels {
            built.draft.config.labels.get_or_insert_default().insert(k.clone(), v.clone());
        }
        if !built.diff_ids.is_empty() {
            self.status(step.0, "exporting layers".to_string(), 0);
        }
        let image = Image {
            config: built.draft.config,
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
            if t.name().ends_with("/library/sha256") {
                let why = "refusing to create an ambiguous tag using digest algorithm as name";
                return Err(self.fail(step, EngineError::invalid(why)));
            }
            self.engine.set_tag(&t.clone().tagged().to_string(), &id);
            let name = t.familiar();
            self.engine.emit_image("tag", &id, name.strip_suffix(":latest").unwrap_or(&name));
            self.status(step.0, format!("naming to {t}"), 0);
        }
        self.end(step);
        self.engine.emit_image("create", &id, &id);
        Ok(id)
    }
}
