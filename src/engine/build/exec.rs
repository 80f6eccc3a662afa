//! One stage of a build: its instructions in order, each from the cache where it can be.

use std::collections::BTreeMap;

use crate::engine::api::build::BuildEvent;
use crate::engine::api::config::ImageConfig;
use crate::engine::images::reference::Reference;
use crate::engine::images::store::{History, chains};
use crate::engine::images::tree::digest;
use crate::engine::run::spec::PATH;
use crate::engine::{Engine, EngineError, Result};
use crate::golang::time;

use super::copy::copy_key;
use super::dockerfile::{Instruction, instruction, json_form};
use super::history::{copied, original, said};
use super::metadata::{apply, command, set_env, shell_of};
use super::mounts::Extra;
use super::run::Command;
use super::solve::{Built, COMMENT, Solver};
use super::stage::{Base, Source, arg_words, platform_args};
use super::step::Step;

/// Variables that RUN gets from `--build-arg` without an ARG.
const PROXIES: &[&str] = &[
    "HTTP_PROXY",
    "http_proxy",
    "HTTPS_PROXY",
    "https_proxy",
    "FTP_PROXY",
    "ftp_proxy",
    "NO_PROXY",
    "no_proxy",
    "ALL_PROXY",
    "all_proxy",
];

impl Solver {
    /// Builds a stage.
    pub(super) async fn stage(&mut self, n: usize) -> Result<Built> {
        let stage = self.stages[n].clone();
        let mut b = self.base(n)?;
        let todo = self.todo(n, &mut b.config)?;
        let from_image = matches!(stage.base, Base::Image(_));
        let total = todo.iter().filter(|i| makes_files(i)).count() + usize::from(from_image);
        let mut at = 0;
        let label = |at: usize| place(&stage.shown, at, total);
        if let Base::Image(name) = &stage.base {
            at += 1;
            let full = Reference::parse(name).map(|r| r.tagged().to_string());
            let full = full.unwrap_or_else(|_| name.clone());
            if self.fetched.insert(full.clone()) {
                let label = self.fetcher(n, label(at));
                let step = self.begin(&format!("{label} FROM {full}"));
                self.end(step);
                self.base = b.chain.clone().map(|chain| (step.0, chain));
            }
        }
        self.load_context(&todo)?;
        if b.config.env.as_ref().is_none_or(|e| !e.iter().any(|v| v.starts_with("PATH="))) {
            set_env(&mut b.config.env, "PATH", PATH);
        }
        let mut args: BTreeMap<String, String> = BTreeMap::new();
        let mut cmd_set = false;
        for i in &todo {
            let get = known(b.config.env.as_deref(), &args);
            let bad = EngineError::invalid;
            self.lines = Some(i.lines());
            let text = original(i);
            let shown = match i.heredocs.first().filter(|_| i.name == "RUN") {
                Some(h) => format!("{text} ({})", first_line(&h.body)),
                None => super::words::shown(&text, self.escape, &get),
            };
            match i.name.as_str() {
                "ARG" => {
                    self.declare(i, &mut args, &get).map_err(bad)?;
                    note(&mut b, &text);
                }
                "RUN" => {
                    at += 1;
                    self.run(n, i, &mut b, &args, &format!("{} {shown}", label(at))).await?;
                }
                "COPY" | "ADD" => {
                    at += 1;
                    let name = format!("{} {shown}", label(at));
                    let from = i.flags.iter().find(|(f, v)| f == "from" && !v.is_empty());
                    let from = from.map(|(_, v)| v.clone());
                    let cwd = b.config.working_dir.clone();
                    let tree = match &from {
                        Some(word) => {
                            let word =
                                super::words::expand(word, self.escape, &get).map_err(bad)?;
                            let chain = self.from_chain(&Source { word, numbers: true })?;
                            self.engine.chain_tree(chain.as_deref())?
                        }
                        None => self.context.clone(),
                    };
                    let copy = match self.engine.prepare_copy(i, &tree, &cwd, self.escape, &get) {
                        Ok(c) => c,
                        Err(why) => {
                            let step = self.begin(&name);
                            return Err(self.fail(step, bad(why)));
                        }
                    };
                    let key = digest(format!("{} copy {}", b.key, copy_key(&copy)).as_bytes());
                    let created_by =
                        format!("{} # buildkit", copied(i, self.escape, &get).map_err(bad)?);
                    let step = Step { name, key, created_by };
                    let chain = b.chain.clone();
                    let engine = self.engine.clone();
                    self.cached(n, &mut b, step, move |_, _| {
                        engine.copy_layer(chain.as_deref(), &copy)
                    })?;
                }
                "WORKDIR" => {
                    at += 1;
                    apply(&mut b.config, i, self.escape, &get, &mut cmd_set).map_err(bad)?;
                    let path = b.config.working_dir.clone();
                    let key = digest(format!("{} workdir {path}", b.key).as_bytes());
                    let name = format!("{} {shown}", label(at));
                    let step = Step { name, key, created_by: format!("WORKDIR {path}") };
                    let chain = b.chain.clone();
                    let engine = self.engine.clone();
                    self.cached(n, &mut b, step, move |_, _| {
                        engine.workdir_layer(chain.as_deref(), &path)
                    })?;
                }
                _ => {
                    apply(&mut b.config, i, self.escape, &get, &mut cmd_set).map_err(bad)?;
                    match i.name.as_str() {
                        "MAINTAINER" => b.author.clone_from(&i.rest),
                        // BuildKit marks every image that has a CMD of its own so.
                        "CMD" => b.config.args_escaped = true,
                        _ => {}
                    }
                    let shown = said(i, &b.config, self.escape, &get).map_err(bad)?;
                    note(&mut b, &shown);
                }
            }
        }
        self.lines = None;
        Ok(b)
    }

    /// What there is to do in a stage: what its image has kept for those built on it, and its own.
    pub(super) fn todo(&self, n: usize, config: &mut ImageConfig) -> Result<Vec<Instruction>> {
        let stage = &self.stages[n];
        let triggers = config.on_build.take().unwrap_or_default();
        let triggers = triggers.iter().map(|t| instruction(stage.lines, t));
        let own = stage.instructions.iter().cloned().map(Ok);
        triggers.chain(own).collect::<std::result::Result<_, _>>().map_err(EngineError::invalid)
    }

    /// The label of the step that fetches a stage's image: several stages that begin with the same one
    /// share it.
    fn fetcher(&self, n: usize, own: String) -> String {
        let same = |m: &&usize| self.stages[**m].base == self.stages[n].base;
        match self.met.iter().rev().find(same) {
            Some(m) if *m != n => {
                let s = &self.stages[*m];
                place(&s.shown, 1, 1 + s.instructions.iter().filter(|i| makes_files(i)).count())
            }
            _ => own,
        }
    }

    /// What a stage begins with.
    pub(super) fn base(&self, n: usize) -> Result<Built> {
        match &self.stages[n].base {
            Base::Scratch => Ok(Built {
                key: "scratch".to_string(),
                created: self.engine.now(),
                ..Built::default()
            }),
            Base::Stage(s) => Ok(self.built.get(s).cloned().unwrap_or_default()),
            Base::Image(name) => {
                let image = self.engine.image_record(name)?;
                Ok(Built {
                    config: image.config.clone(),
                    chain: chains(&image.diff_ids).pop(),
                    diff_ids: image.diff_ids.clone(),
                    history: image.history.clone(),
                    author: image.author.clone(),
                    key: digest(image.diff_ids.join(" ").as_bytes()),
                    created: Engine::created_ns(&image),
                })
            }
        }
    }

    pub(super) fn declare(
        &self,
        i: &Instruction,
        args: &mut BTreeMap<String, String>,
        get: &dyn Fn(&str) -> Option<String>,
    ) -> std::result::Result<(), String> {
        let fixed = platform_args();
        for (name, default) in arg_words(i, self.escape, get)? {
            let given = self.o.build_args.get(&name).cloned().flatten();
            let global = self.global.get(&name).or_else(|| fixed.get(&name)).cloned();
            if let Some(value) = given.or(default).or(global) {
                args.insert(name, value);
            }
        }
        Ok(())
    }

    async fn run(
        &mut self,
        n: usize,
        i: &Instruction,
        b: &mut Built,
        args: &BTreeMap<String, String>,
        name: &str,
    ) -> Result<()> {
        let words = match (i.heredocs.first(), json_form(&i.rest)) {
            (Some(h), _) if i.rest.trim_start().starts_with("<<") => {
                let mut words = shell_of(&b.config);
                words.push(h.body.clone());
                words
            }
            (Some(h), _) => {
                // The shell reads the document itself.
                let mut words = shell_of(&b.config);
                words.push(format!("{}\n{}{}", i.rest, h.body, h.name));
                words
            }
            (None, _) => command(&b.config, &i.rest),
        };
        let mut env = b.config.env.clone().unwrap_or_default();
        for (k, v) in args {
            let start = format!("{k}=");
            if !env.iter().any(|e| e.starts_with(&start)) {
                env.push(format!("{k}={v}"));
            }
        }
        for proxy in PROXIES {
            if let Some(Some(v)) = self.o.build_args.get(*proxy) {
                env.push(format!("{proxy}={v}"));
            }
        }
        let network = i.flags.iter().find(|(f, _)| f == "network").map(|(_, v)| v.clone());
        let network = network.unwrap_or_else(|| self.o.network_mode.clone());
        let get = known(b.config.env.as_deref(), args);
        let extra = match self.extra_mounts(n, i, &b.config.working_dir, &get) {
            Ok(x) => x,
            Err(e) => {
                let step = self.begin(name);
                return Err(self.fail(step, e));
            }
        };
        let Extra { mounts, tmpfs, env: secrets, key: mount_key, remove } = extra;
        let (cwd, user) = (b.config.working_dir.clone(), b.config.user.clone());
        let key = digest(
            format!(
                "{} run {words:?} {env:?} {cwd} {user} {network} {mount_key} {} {:?} {:?} {}",
                b.key, self.o.shm_size, self.o.extra_hosts, self.o.ulimits, self.o.cgroup_parent
            )
            .as_bytes(),
        );
        env.extend(secrets);
        let shown: Vec<String> = args.iter().map(|(k, v)| format!("{k}={v}")).collect();
        let said = words.join(" ");
        let created_by = if shown.is_empty() {
            format!("RUN {said} # buildkit")
        } else {
            format!("RUN |{} {} {said} # buildkit", shown.len(), shown.join(" "))
        };
        let step = Step { name: name.to_string(), key, created_by };
        if let Some(e) = self.hit(n, &step.key) {
            self.take(b, &step, e);
            return Ok(());
        }
        self.build_on_base();
        let began = self.begin(&step.name);
        let tell = self.tell.clone();
        let (options, network) = (&self.o, network.as_str());
        let c = Command { words, env, cwd: &cwd, user: &user, mounts, tmpfs, network, options };
        let done = self
            .engine
            .run_layer(&self.p, b.chain.as_deref(), c, |f| {
                tell.send(BuildEvent::Log { step: began.0, stream: f.stream, bytes: f.bytes });
            })
            .await;
        drop(remove);
        match done {
            Ok(tree) => self.keep(b, step, &tree)?,
            Err(e) => return Err(self.fail(began, e)),
        }
        self.end(began);
        Ok(())
    }
}

/// Looks variables up as an instruction does: in the environment, then among the arguments.
pub(super) fn known(
    env: Option<&[String]>,
    args: &BTreeMap<String, String>,
) -> impl Fn(&str) -> Option<String> + use<> {
    let (env, args) = (env.unwrap_or_default().to_vec(), args.clone());
    move |name: &str| {
        let start = format!("{name}=");
        let from_env = env.iter().find_map(|e| e.strip_prefix(&start)).map(str::to_string);
        from_env.or_else(|| args.get(name).cloned())
    }
}

/// Where a step stands: its stage, its number, and how many there are.
fn place(stage: &str, at: usize, total: usize) -> String {
    let width = total.to_string().len();
    let stage = if stage.is_empty() { String::new() } else { format!("{stage} ") };
    format!("[{stage}{at:width$}/{total}]")
}

fn makes_files(i: &Instruction) -> bool {
    matches!(i.name.as_str(), "RUN" | "COPY" | "ADD" | "WORKDIR")
}

/// The first line of a here-document, and dots for the others.
fn first_line(body: &str) -> String {
    let body = body.trim();
    match body.split_once('\n') {
        Some((first, _)) => format!("{}...", first.trim_end_matches('\r')),
        None => body.to_string(),
    }
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
