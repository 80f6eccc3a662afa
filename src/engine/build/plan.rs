//! What a build has to do, found out before anything is built: the Dockerfile is read and checked, its images
//! are found, its instructions gone through.

use std::collections::{BTreeMap, BTreeSet};

use crate::engine::api::build::{BuildEvent, Call, Context, Named};
use crate::engine::images::platform::{parse, runs};
use crate::engine::images::reference::Reference;
use crate::engine::images::tree::{Entry, Kind, Tree};
use crate::engine::{EngineError, Result};
use crate::vfs::{Content, text as bytes};

use super::dockerfile::read;
use super::draft::Draft;
use super::lint::{Linter, form};
use super::order::{find, met, named, needed, sources};
use super::parser::take_apart;
use super::solve::Solver;
use super::stage::{Base, SCRATCH, stages};
use super::transfer;

/// What a build has to do.
pub(super) struct Plan {
    /// The stages to build, each after those that it needs.
    pub order: Vec<usize>,
    /// The one that is wanted.
    pub target: usize,
    /// What their instructions make of them.
    pub drafts: BTreeMap<usize, Draft>,
}

impl Solver {
    /// Takes the Dockerfile in.
    pub(super) fn definition(&mut self) -> Result<String> {
        let name = match self.o.dockerfile_name.as_str() {
            "" => "Dockerfile".to_string(),
            given => given.to_string(),
        };
        if let Context::Archive(archive) = self.o.context.clone() {
            return self.unpack_context(&archive, &name);
        }
        let step = self.begin(&format!("[internal] load build definition from {name}"));
        let size = self.file_size(&name, &bytes::encode(&self.o.dockerfile.clone()));
        self.status(step.0, "transferring dockerfile".to_string(), size);
        self.end(step);
        self.note_source("dockerfile", "", self.o.dockerfile.len() as u64);
        let ignored = self.o.ignore.text.as_ref().map_or(0, Content::len);
        self.note_source("context", ".dockerignore", ignored);
        Ok(self.o.dockerfile.clone())
    }

    /// Reads a Dockerfile and goes through it, so that what is wrong is found before anything is built.
    pub(super) async fn plan(&mut self, text: &str) -> Result<Plan> {
        let planned = self.read(text).await;
        self.warn();
        planned
    }

    async fn read(&mut self, text: &str) -> Result<Plan> {
        let nodes = take_apart(text).map_err(|w| self.wrong(w))?;
        self.load_frontend(nodes.syntax.clone()).await?;
        let mut lint = Linter::new(&nodes.checks).map_err(EngineError::invalid)?;
        form::gaps(&mut lint, &nodes.all);
        let found = read(&nodes, &mut lint).and_then(|file| {
            self.escape = file.escape;
            stages(&file, &self.o, &mut lint)
        });
        self.lint = lint;
        self.warn();
        (self.stages, self.global) = found.map_err(|w| self.wrong(w))?;
        let all = &self.stages;
        let target = match self.o.target.as_str() {
            "" => all.iter().rposition(|s| !s.given).unwrap_or_default(),
            t => named(all, t).ok_or_else(|| {
                let names: Vec<&str> =
                    all.iter().map(|s| s.name.as_str()).filter(|n| !n.is_empty()).collect();
                let hint = match super::dockerfile::nearest(&t.to_ascii_lowercase(), &names) {
                    Some(n) => format!(" (did you mean {n}?)"),
                    None => String::new(),
                };
                EngineError::invalid(format!("target stage {t:?} could not be found{hint}"))
            })?,
        };
        // A check without a target looks at everything.
        let whole = self.o.call == Call::Check && self.o.target.is_empty();
        let order = needed(all, (!whole).then_some(target)).map_err(|t| {
            self.locate(t.lines);
            EngineError::invalid(t.why)
        })?;
        self.met = met(&self.stages, target);
        self.load_metadata(&order).await?;
        self.load_ignored()?;
        if self.o.call == Call::Build {
            self.import_caches();
        }
        let drafts = self.rehearse(&order)?;
        self.lint.verdict().map_err(EngineError::invalid)?;
        Ok(Plan { order, target, drafts })
    }

    /// Looks for the image that is to read the Dockerfile, unless that is BuildKit's own reader.
    async fn load_frontend(&mut self, named: Option<(String, usize)>) -> Result<()> {
        let Some((name, line)) = named else { return Ok(()) };
        let bare = name.strip_prefix("docker.io/").unwrap_or(&name);
        if bare.starts_with("docker/dockerfile:") || bare == "docker/dockerfile" {
            return Ok(());
        }
        self.lines = Some((line, line));
        let full = Reference::parse(&name).map(Reference::tagged).map_err(|e| {
            self.blame();
            EngineError::invalid(e.to_string())
        })?;
        let step = self.begin(&format!("resolve image config for docker-image://{full}"));
        if let Err(why) = self.fetch(&name, &full.to_string()).await {
            let e = self.fail(step, EngineError::not_found(&why));
            let message = format!("failed to resolve source metadata for {full}: {why}");
            return Err(EngineError { message, ..e });
        }
        self.end(step);
        Err(EngineError::gap(
            &format!("'# syntax={name}'"),
            "Dockerfiles are read by the builder itself",
        ))
    }

    /// Tells of what the checks have found since it was asked last.
    fn warn(&mut self) {
        let told = std::mem::replace(&mut self.told, self.lint.found.len());
        // What a check finds is its answer.
        if self.o.call == Call::Check {
            return;
        }
        for warning in &self.lint.found[told..] {
            let told = BuildEvent::Warning { step: 1, warning: warning.clone() };
            let over = |m: &BuildEvent| {
                matches!(m, BuildEvent::Done { step: 1, .. } | BuildEvent::Cached { step: 1 })
            };
            self.tell.send_before(over, told);
        }
    }

    /// Takes in what is to be left out of the context.
    fn load_ignored(&mut self) -> Result<()> {
        if matches!(self.o.context, Context::Files(_)) && !self.o.ignore.own {
            let step = self.begin("[internal] load .dockerignore");
            let size = match &self.o.ignore.text {
                Some(text) => self.file_size(".dockerignore", &text.to_vec()),
                None => transfer::END,
            };
            self.status(step.0, "transferring context".to_string(), size);
            self.end(step);
        }
        match self.o.ignore.wrong.as_str() {
            "" => Ok(()),
            why => Err(EngineError::invalid(why)),
        }
    }

    /// What one file takes on its way here.
    fn file_size(&self, name: &str, text: &[u8]) -> u64 {
        let kind = Kind::File(Content::from(text.to_vec()));
        let mut file = Tree::default();
        file.put(name, Entry { kind, mode: 0o644, uid: 0, gid: 0, mtime: self.engine.now() });
        transfer::received(&file)
    }

    /// Makes sure that the images which stages are based on are here.
    async fn load_metadata(&mut self, order: &[usize]) -> Result<()> {
        let mut names: Vec<(String, String, (usize, usize))> = Vec::new();
        let mut given: Vec<String> = Vec::new();
        for n in order {
            let stage = &self.stages[*n];
            let asked = match stage.platform.as_str() {
                "" => &self.o.platform,
                own => own,
            };
            match &stage.base {
                Base::Image(name) => names.push((name.clone(), asked.to_string(), stage.lines)),
                Base::Named(name) => given.push(name.clone()),
                Base::Scratch | Base::Stage(_) => {}
            }
            for i in &stage.instructions {
                for f in sources(i) {
                    if find(&self.stages, &f).is_none() && f.word != SCRATCH {
                        names.push((f.word, self.o.platform.clone(), i.lines()));
                    }
                }
            }
        }
        let mut seen = BTreeSet::new();
        for (name, platform, lines) in names {
            if !seen.insert((name.clone(), platform.clone())) {
                continue;
            }
            self.lines = Some(lines);
            let parsed = Reference::parse(&name).map(Reference::tagged).map_err(|e| {
                self.blame();
                EngineError::invalid(format!("failed to parse stage name {name:?}: {e}"))
            })?;
            let step = self.begin(&format!("[internal] load metadata for {parsed}"));
            let found = match foreign(&platform) {
                true => Err("no match for platform in manifest: not found".to_string()),
                false => self.fetch(&name, &parsed.to_string()).await,
            };
            if let Err(why) = found {
                let e = self.fail(step, EngineError::not_found(&why));
                let message =
                    format!("{name}: failed to resolve source metadata for {parsed}: {why}");
                return Err(EngineError { message, ..e });
            }
            self.end(step);
            let id = self.engine.named_image(&name)?;
            let digest = {
                let st = self.engine.state();
                let own = st.images.digests.iter().find(|(full, image)| {
                    **image == id && full.split('@').next() == Some(parsed.name().as_str())
                });
                own.and_then(|(full, _)| full.split_once('@')).map(|(_, d)| d.to_string())
            };
            self.materials.insert(parsed.to_string(), digest.unwrap_or(id));
        }
        self.lines = None;
        for name in given {
            self.load_given(&name).await?;
        }
        Ok(())
    }

    /// Looks at a context by name.
    async fn load_given(&mut self, name: &str) -> Result<()> {
        match self.o.contexts.get(name).cloned() {
            Some(Named::Files(_)) => {
                let step = self.begin(&format!("[context {name}] load .dockerignore"));
                self.status(step.0, "transferring context".to_string(), transfer::END);
                self.end(step);
            }
            Some(Named::Image(image)) => {
                let step = self.begin(&format!("[context {name}] load metadata for {image}"));
                let full = Reference::parse(&image).map(Reference::tagged);
                let full = full.map(|r| r.to_string()).unwrap_or_else(|_| image.clone());
                if let Err(why) = self.fetch(&image, &full).await {
                    let e = self.fail(step, EngineError::not_found(&why));
                    let message = format!("failed to resolve source metadata for {full}: {why}");
                    return Err(EngineError { message, ..e });
                }
                self.end(step);
            }
            None => {}
        }
        Ok(())
    }

    /// Makes sure that an image is here, or says why it can not be.
    async fn fetch(&self, name: &str, full: &str) -> std::result::Result<(), String> {
        if !self.o.pull && self.engine.named_image(name).is_ok() {
            return Ok(());
        }
        let pull = self.engine.image_pull(&self.p, name, false);
        let Err(e) = pull.result().await else { return Ok(()) };
        if self.engine.named_image(name).is_ok() {
            return Ok(());
        }
        Err(match e.message.split_once(", repository does not exist") {
            Some(_) => {
                "pull access denied, repository does not exist or may require authorization: \
                        server message: insufficient_scope: authorization failed"
                    .to_string()
            }
            None if e.message.starts_with("manifest for") => format!("{full}: not found"),
            None => e.message,
        })
    }
}

/// Whether a platform that is asked for is not the host's.
fn foreign(platform: &str) -> bool {
    !platform.is_empty() && parse(platform).is_ok_and(|(os, arch, _)| !runs(&os, &arch))
}
