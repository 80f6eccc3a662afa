//! One stage of a build: its instructions in order, each from the cache where it can be.

use crate::engine::api::build::Named;
use crate::engine::api::config::ImageConfig;
use crate::engine::images::reference::Reference;
use crate::engine::images::store::{History, Image, chains};
use crate::engine::images::tree::digest;
use crate::engine::{Engine, EngineError, Result};
use crate::golang::time;

use super::context::tree_of;
use super::copy::{Wanted, copy_key};
use super::dockerfile::{Instruction, instruction};
use super::draft::Draft;
use super::history::{copied, said};
use super::lexer::{Lookup, expand};
use super::order::{Source, find, sources};
use super::solve::{Built, COMMENT, Solver};
use super::stage::{Base, SCRATCH, argument};
use super::step::Step;
use super::transfer;
use super::words::split;

/// A stage at work.
#[derive(Clone)]
pub(super) struct Work {
    /// Its number.
    pub n: usize,
    /// What was built of it so far.
    pub b: Built,
    /// What its steps call it; nothing where it is the only one.
    shown: String,
    /// How many of its steps have begun, and how many there are.
    at: usize,
    total: usize,
}

impl Work {
    /// What the step that begins is called.
    pub(super) fn step(&mut self, i: &Instruction, words: &str) -> String {
        self.at += 1;
        let kept = if i.kept { "ONBUILD " } else { "" };
        format!("{} {kept}{words}", place(&self.shown, self.at, self.total))
    }
}

impl Solver {
    /// Builds a stage.
    pub(super) async fn stage(&mut self, n: usize) -> Result<Built> {
        let mut b = self.base(n)?;
        let todo = self.todo(n, &mut b.draft.config)?;
        let stage = &self.stages[n];
        let kept = todo.len() - stage.instructions.len();
        let mut w = Work { n, b, shown: stage.shown.clone(), at: 0, total: self.steps_of(n) };
        match stage.base.clone() {
            Base::Image(_) => {
                self.fetch_sources(&todo);
                self.fetch_base(&mut w);
            }
            Base::Named(name) => self.fetch_given(&name),
            Base::Scratch | Base::Stage(_) => self.fetch_sources(&todo),
        }
        w.total += kept;
        for i in todo.iter().filter(|i| i.name != "RUN") {
            i.heredocs.iter().for_each(|_| self.prepare_document());
        }
        self.load_context(&todo)?;
        self.look_for_files(&w, &todo);
        for i in &todo {
            self.lines = Some(i.lines());
            match i.name.as_str() {
                "RUN" => self.run(&mut w, i).await?,
                "COPY" | "ADD" => self.copy(&mut w, i)?,
                "WORKDIR" => self.workdir(&mut w, i)?,
                _ => self.configure(&mut w, i).map_err(EngineError::invalid)?,
            }
        }
        self.lines = None;
        Ok(w.b)
    }

    /// How many steps a stage's own instructions make.
    fn steps_of(&self, n: usize) -> usize {
        let s = &self.stages[n];
        let files = s.instructions.iter().filter(|i| makes_files(i)).count();
        files + usize::from(matches!(s.base, Base::Image(_) | Base::Named(_)))
    }

    /// Shows that a document of the Dockerfile is made a file.
    pub(super) fn prepare_document(&mut self) {
        let step = self.begin("[internal] preparing inline document");
        self.end(step);
    }

    /// Shows that the images which a stage copies from are fetched.
    fn fetch_sources(&mut self, todo: &[Instruction]) {
        for source in todo.iter().flat_map(sources) {
            if find(&self.stages, &source).is_none() && source.word != SCRATCH {
                let full = full_name(&source.word);
                if self.fetched.insert(full.clone()) {
                    let step = self.begin(&format!("FROM {full}"));
                    self.end(step);
                }
            }
        }
    }

    /// Shows that a stage's image is fetched, the first time that it is.
    fn fetch_base(&mut self, w: &mut Work) {
        w.at += 1;
        let Base::Image(name) = &self.stages[w.n].base else { return };
        let full = full_name(name);
        if self.fetched.insert(full.clone()) {
            let label = self.fetcher(w.n, place(&w.shown, w.at, w.total));
            let step = self.begin(&format!("{label} FROM {full}"));
            self.end(step);
            self.base = w.b.chain.clone().map(|chain| (step.0, chain));
        }
    }

    /// Shows that a context by name is taken in.
    fn fetch_given(&mut self, name: &str) {
        let Some(given) = self.o.contexts.get(name).cloned() else { return };
        let step = match &given {
            Named::Files(entries) => {
                let step = self.begin(&format!("[context {name}] load from client"));
                let size = transfer::received(&tree_of(entries));
                self.status(step.0, format!("transferring {name}"), size);
                step
            }
            Named::Image(image) => self.begin(&format!("[context {name}] {image}")),
        };
        self.end(step);
    }

    /// The image that a context by name is; none where it is a directory.
    pub(super) fn given_image(&self, name: &str) -> Result<Option<Image>> {
        match self.o.contexts.get(name) {
            Some(Named::Image(image)) => {
                self.engine.image_record(&self.engine.named_image(image)?).map(Some)
            }
            _ => Ok(None),
        }
    }

    /// COPY and ADD.
    fn copy(&mut self, w: &mut Work, i: &Instruction) -> Result<()> {
        let scope = w.b.draft.scope.clone();
        let get: Lookup<'_> = &|name| scope.get(name);
        let bad = EngineError::invalid;
        let text = i.text.clone();
        let name = w.step(i, &expand(&text, self.escape, get).unwrap_or(text));
        let wanted = Wanted::read(i, self.escape, get).map_err(bad)?;
        let mut same = false;
        let tree = match i.flag("from").filter(|from| !from.is_empty()) {
            Some(word) => {
                let source = Source { word: word.to_string(), numbers: true };
                let chain = self.from_chain(&source)?;
                // What is copied onto itself, or from nothing, is not looked at before.
                same = chain.is_none() || chain == w.b.chain;
                self.engine.chain_tree(chain.as_deref())?
            }
            None => self.context.clone(),
        };
        let cwd = w.b.draft.config.working_dir.clone();
        let copy = match self.engine.prepare_copy(i, &wanted, &tree, (&cwd, same)) {
            Ok(c) => c,
            Err(why) => {
                self.give_up(None)?;
                self.build_on_base();
                let step = self.begin(&name);
                let failed = self.fail(step, bad(why));
                let message = format!("failed to compute cache key: {}", failed.message);
                return Err(EngineError { message, ..failed });
            }
        };
        let key = digest(format!("{} copy {}", w.b.key, copy_key(&copy)).as_bytes());
        let step = Step { name, key, created_by: copied(&i.name, &wanted) };
        let (chain, engine) = (w.b.chain.clone(), self.engine.clone());
        self.cached(w.n, &mut w.b, step, move |_, _| engine.copy_layer(chain.as_deref(), &copy))
    }

    /// WORKDIR: a directory, made if it is not the root.
    fn workdir(&mut self, w: &mut Work, i: &Instruction) -> Result<()> {
        let scope = w.b.draft.scope.clone();
        let get: Lookup<'_> = &|name| scope.get(name);
        w.b.draft.follow(i, self.escape, get).map_err(EngineError::invalid)?;
        let path = w.b.draft.config.working_dir.clone();
        let created_by = format!("WORKDIR {path}");
        if path == "/" {
            note(&mut w.b, &created_by);
            return Ok(());
        }
        let user = w.b.draft.config.user.clone();
        let key = digest(format!("{} workdir {path} {user}", w.b.key).as_bytes());
        let text = i.text.clone();
        let name = w.step(i, &expand(&text, self.escape, get).unwrap_or(text));
        let step = Step { name, key, created_by };
        let (chain, engine) = (w.b.chain.clone(), self.engine.clone());
        self.cached(w.n, &mut w.b, step, move |_, _| {
            engine.workdir_layer(chain.as_deref(), &path, &user)
        })
    }

    /// Instructions that make no files.
    pub(super) fn configure(
        &self,
        w: &mut Work,
        i: &Instruction,
    ) -> std::result::Result<(), String> {
        let scope = w.b.draft.scope.clone();
        let get: Lookup<'_> = &|name| scope.get(name);
        if i.name == "ARG" {
            self.declare(i, &mut w.b.draft, get)?;
            let named = split(&i.rest, self.escape);
            let now = &w.b.draft.scope;
            let words = named.iter().map(|word| {
                let name = argument(word).0;
                match now.declared_value(name) {
                    Some(value) => format!("{name}={value}"),
                    None => name.to_string(),
                }
            });
            let words: Vec<String> = words.collect();
            note(&mut w.b, &format!("ARG {}", words.join(" ")));
            return Ok(());
        }
        w.b.draft.follow(i, self.escape, get)?;
        match i.name.as_str() {
            "MAINTAINER" => w.b.author.clone_from(&i.rest),
            // BuildKit marks every image that has a CMD of its own so.
            "CMD" => w.b.draft.config.args_escaped = true,
            // It keeps no record of what is left for others.
            "ONBUILD" => return Ok(()),
            _ => {}
        }
        let shown = said(i, &w.b.draft.config, self.escape, get)?;
        note(&mut w.b, &shown);
        Ok(())
    }

    /// What there is to do in a stage: what its image has kept for those built on it, and its own.
    pub(super) fn todo(&self, n: usize, config: &mut ImageConfig) -> Result<Vec<Instruction>> {
        let stage = &self.stages[n];
        let triggers = config.on_build.take().unwrap_or_default();
        let triggers = triggers.iter().map(|t| {
            let i = instruction(stage.lines, t)?;
            Ok(Instruction { kept: true, ..i })
        });
        let own = stage.instructions.iter().cloned().map(Ok);
        let all: std::result::Result<_, String> = triggers.chain(own).collect();
        all.map_err(EngineError::invalid)
    }

    /// The label of the step that fetches a stage's image: several stages that begin with the same one
    /// share it.
    fn fetcher(&self, n: usize, own: String) -> String {
        let same = |m: &&usize| self.stages[**m].base == self.stages[n].base;
        match self.met.iter().rev().find(same) {
            Some(m) if *m != n => place(&self.stages[*m].shown, 1, self.steps_of(*m)),
            _ => own,
        }
    }

    /// What a stage begins with.
    pub(super) fn base(&self, n: usize) -> Result<Built> {
        match &self.stages[n].base {
            Base::Scratch => Ok(Built {
                draft: Draft::of(ImageConfig { working_dir: "/".into(), ..ImageConfig::default() }),
                key: "scratch".to_string(),
                created: self.engine.now(),
                ..Built::default()
            }),
            Base::Stage(s) => {
                let built = self.built.get(s).cloned().unwrap_or_default();
                Ok(Built { draft: Draft::after(&built.draft), ..built })
            }
            Base::Image(name) => {
                let image = self.engine.image_record(&self.engine.named_image(name)?)?;
                Ok(begun(image))
            }
            Base::Named(name) => match (self.given_image(name)?, self.o.contexts.get(name)) {
                (Some(image), _) => Ok(begun(image)),
                (None, Some(Named::Files(entries))) => {
                    let tree = tree_of(entries);
                    let (diff_id, chain) = self.engine.add_step(None, &tree)?;
                    Ok(Built {
                        draft: Draft::of(Default::default()),
                        chain: Some(chain),
                        diff_ids: vec![diff_id],
                        key: format!("context {}", tree.key()),
                        created: self.engine.now(),
                        ..Built::default()
                    })
                }
                _ => Ok(Built::default()),
            },
        }
    }

    /// ARG: values are given with the build, by default, or before the first stage.
    pub(super) fn declare(
        &self,
        i: &Instruction,
        draft: &mut Draft,
        get: Lookup<'_>,
    ) -> std::result::Result<(), String> {
        for word in split(&i.rest, self.escape) {
            let (name, default) = argument(&word);
            let given = self.o.build_args.get(name).cloned().flatten();
            let value = match (given, default) {
                (None, Some(text)) => {
                    let own = |n: &str| draft.scope.get(n).or_else(|| get(n));
                    Some(expand(text, self.escape, &own)?)
                }
                (None, None) => self.global.set.get(name).cloned(),
                (given, _) => given,
            };
            draft.scope.declare(name, value);
        }
        Ok(())
    }
}

/// What is built on an image.
fn begun(image: Image) -> Built {
    Built {
        chain: chains(&image.diff_ids).pop(),
        key: digest(image.diff_ids.join(" ").as_bytes()),
        created: Engine::created_ns(&image),
        draft: Draft::of(image.config),
        diff_ids: image.diff_ids,
        history: image.history,
        author: image.author,
    }
}

/// An image's name with all that goes without saying.
fn full_name(name: &str) -> String {
    Reference::parse(name).map_or_else(|_| name.to_string(), |r| r.tagged().to_string())
}

/// Where a step stands: its stage, its number, and how many there are.
fn place(stage: &str, at: usize, total: usize) -> String {
    let width = total.to_string().len();
    let stage = if stage.is_empty() { String::new() } else { format!("{stage} ") };
    format!("[{stage}{at:width$}/{total}]")
}

/// Whether an instruction makes files.
pub(super) fn makes_files(i: &Instruction) -> bool {
    matches!(i.name.as_str(), "RUN" | "COPY" | "ADD" | "WORKDIR")
}

/// A step that made no files.
fn note(b: &mut Built, text: &str) {
    b.history.push(History {
        created: time::rfc3339_nano(b.created),
        created_by: text.to_string(),
        comment: COMMENT.to_string(),
        empty_layer: true,
        ..History::default()
    });
}
