//! RUN as a step of a stage: the words of its command, what it depends on, and its container's output told.
//! The container itself is `run.rs`'s.

use crate::engine::api::build::BuildEvent;
use crate::engine::images::tree::digest;
use crate::engine::{EngineError, Result};

use super::dockerfile::{Heredoc, Instruction, json_form};
use super::exec::Work;
use super::lexer::{Lookup, shown};
use super::metadata::{command, shell_of};
use super::mount::{Mount, MountKind};
use super::mounts::Extra;
use super::parser::heredoc;
use super::run::Command;
use super::solve::Solver;
use super::step::Step;

/// Variables that RUN gets from `--build-arg` without an ARG, in both cases, whichever was given.
const PROXIES: &[(&str, &str)] = &[
    ("HTTP_PROXY", "http_proxy"),
    ("HTTPS_PROXY", "https_proxy"),
    ("FTP_PROXY", "ftp_proxy"),
    ("NO_PROXY", "no_proxy"),
];

/// Where a here-document is that is a program of its own.
const PIPES: &str = "/dev/pipes";

/// What a RUN runs.
struct Script<'a> {
    words: Vec<String>,
    /// A here-document that is a program of its own.
    program: Option<&'a Heredoc>,
    /// What is shown behind the instruction.
    summary: String,
}

impl Script<'_> {
    fn of<'a>(i: &'a Instruction, shell: Vec<String>, plain: Vec<String>) -> Script<'a> {
        let Some(first) = i.heredocs.first().filter(|_| json_form(&i.rest).is_none()) else {
            return Script { words: plain, program: None, summary: String::new() };
        };
        let mut words = shell;
        // Alone, a document is what is run; else the shell reads it.
        let alone = !i.rest.contains(char::is_whitespace) && heredoc(&i.rest).is_some();
        let program = Some(first).filter(|h| alone && h.body.starts_with("#!"));
        words.push(match (program, alone) {
            (Some(h), _) => format!("{PIPES}/{}", h.name),
            (None, true) => first.body.clone(),
            (None, false) => {
                let documents = i.heredocs.iter().map(|h| format!("\n{}{}", h.body, h.name));
                i.rest.clone() + &documents.collect::<String>()
            }
        });
        let summary = if alone { format!(" ({})", first_line(&first.body)) } else { String::new() };
        Script { words, program, summary }
    }
}

impl Solver {
    /// RUN.
    pub(super) async fn run(&mut self, w: &mut Work, i: &Instruction) -> Result<()> {
        let draft = w.b.draft.clone();
        let get: Lookup<'_> = &|name| draft.scope.get(name);
        let plain = command(&draft.config, &i.rest);
        let Script { words, program, summary } = Script::of(i, shell_of(&draft.config), plain);
        if program.is_some() {
            self.prepare_document();
        }
        let secrets = self.secrets_of(i, get);
        let masked = |name: &str| match secrets.iter().any(|s| s == name) {
            true => Some("****".to_string()),
            false => get(name),
        };
        let text = format!("{}{summary}", i.text);
        let name = w.step(i, &shown(&text, self.escape, &masked));
        let mut env = draft.scope.environment();
        let given = |name: &str| self.o.build_args.get(name).cloned().flatten();
        for (upper, lower) in PROXIES {
            if let Some(value) = given(lower).or_else(|| given(upper)) {
                env.extend([format!("{upper}={value}"), format!("{lower}={value}")]);
            }
        }
        let network = i.flag("network").unwrap_or(&self.o.network_mode).to_string();
        let (cwd, user) = (draft.config.working_dir.clone(), draft.config.user.clone());
        let mut extra = match self.extra_mounts(w.n, i, &cwd, get) {
            Ok(x) => x,
            Err(e) => {
                self.build_on_base();
                let step = self.begin(&name);
                let failed = self.fail(step, e);
                // What a mount shows goes into the key; whether a secret is there does not.
                let message = match failed.message.starts_with("failed to calculate checksum") {
                    true => format!("failed to compute cache key: {}", failed.message),
                    false => failed.message.clone(),
                };
                return Err(EngineError { message, ..failed });
            }
        };
        if let Some(h) = program {
            self.program(PIPES, h, &mut extra)?;
        }
        let Extra { mounts, tmpfs, env: secrets, caches, key: mount_key, remove } = extra;
        let key = digest(
            format!(
                "{} run {words:?} {env:?} {cwd} {user} {network} {mount_key} {} {:?} {:?} {}",
                w.b.key, self.o.shm_size, self.o.extra_hosts, self.o.ulimits, self.o.cgroup_parent
            )
            .as_bytes(),
        );
        env.extend(secrets);
        let mut said = draft.scope.arguments();
        if !said.is_empty() {
            said.insert(0, format!("|{}", said.len()));
        }
        said.extend(words.iter().cloned());
        let step = Step { name, key, created_by: format!("RUN {} # buildkit", said.join(" ")) };
        if let Some(e) = self.hit(w.n, &step.key) {
            self.take(&mut w.b, &step, e);
            return Ok(());
        }
        self.give_up(Some(&step.name))?;
        self.build_on_base();
        let began = self.begin(&step.name);
        if let Err(e) = self.room(&w.b) {
            return Err(self.fail(began, e));
        }
        let tell = self.tell.clone();
        let (options, network) = (&self.o, network.as_str());
        let exec = words.join(" ");
        let c = Command { words, env, cwd: &cwd, user: &user, mounts, tmpfs, network, options };
        let done = self
            .engine
            .run_layer(&self.p, w.b.chain.as_deref(), c, |f| {
                tell.send(BuildEvent::Log { step: began.0, stream: f.stream, bytes: f.bytes });
            })
            .await;
        drop(remove);
        self.note_caches(&caches, &exec);
        let step = Step { name: format!("mount / from exec {exec}"), ..step };
        match done {
            Ok(tree) => self.keep(&mut w.b, step, &tree)?,
            Err(e) => return Err(self.fail(began, e)),
        }
        self.end(began);
        Ok(())
    }

    /// The variables that secrets are put in, which are not shown.
    fn secrets_of(&self, i: &Instruction, get: Lookup<'_>) -> Vec<String> {
        let mounts = i.flags.iter().filter(|(flag, _)| flag == "mount");
        let read = mounts.filter_map(|(_, text)| Mount::parse(text, self.escape, get).ok());
        let secret = read.filter(|m| m.kind == MountKind::Secret && !m.env.is_empty());
        secret.map(|m| m.env).collect()
    }
}

/// The first line of a here-document, and dots for the others.
fn first_line(body: &str) -> String {
    let body = body.trim();
    match body.split_once('\n') {
        Some((first, _)) => format!("{}...", first.trim_end_matches('\r')),
        None => body.to_string(),
    }
}
