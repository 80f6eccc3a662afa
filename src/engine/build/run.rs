//! RUN: a command in a container that nobody sees, whose writable layer becomes the image's next one.

use crate::engine::api::build::BuildOptions;
use crate::engine::api::config::Config;
use crate::engine::api::container::{AttachOptions, Frame, Stream, WaitCondition};
use crate::engine::api::host_config::{HostConfig, LogConfig, MountRequest, Resources};
use crate::engine::disk::{clean, split};
use crate::engine::images::tree::{Kind, Tree};
use crate::engine::state::{Below, Container, Hold, Mount, Source};
use crate::engine::volumes::go_errno;
use crate::engine::{Engine, EngineError, ROOT, Result, ids};
use crate::kernel::{Proc, Signal};
use crate::vfs::Errno;

/// A command to run.
pub struct Command<'a> {
    /// Its words.
    pub words: Vec<String>,
    /// What it reads, for a here-document that is a script of its own.
    pub env: Vec<String>,
    /// Working directory.
    pub cwd: &'a str,
    /// User.
    pub user: &'a str,
    /// What is mounted besides: destination, path on the host, writable.
    pub mounts: Vec<(String, String, bool)>,
    /// Memory file systems, with their options.
    pub tmpfs: Vec<(String, String)>,
    /// `none`, `host` or empty.
    pub network: &'a str,
    /// What was asked of the build: room, names and limits for its containers.
    pub options: &'a BuildOptions,
}

/// Takes the container away if the build is given up.
struct Guard {
    engine: Engine,
    id: String,
}

impl Drop for Guard {
    fn drop(&mut self) {
        let Ok(mut st) = self.engine.inner.state.try_borrow_mut() else { return };
        let Some(c) = st.containers.get_mut(&self.id) else { return };
        c.host.auto_remove = true;
        let (pid, over) = (c.task.pid, c.run.is_none());
        drop(st);
        if over {
            self.engine.remove_now(&self.id, false, "");
        } else if let Some(pid) = pid {
            self.engine.kernel().post(pid, Signal::KILL);
        }
    }
}

impl Engine {
    /// Runs a command on top of a chain; `log` takes its output. Gives the new layer.
    pub(super) async fn run_layer(
        &self,
        p: &Proc,
        chain: Option<&str>,
        command: Command<'_>,
        mut log: impl FnMut(Frame),
    ) -> Result<Tree> {
        let id = ids::id(&self.inner.kernel);
        let mut words = command.words.iter().cloned();
        let o = command.options;
        let config = Config {
            hostname: "buildkitsandbox".to_string(),
            env: Some(command.env.clone()),
            cmd: Some(command.words.clone()),
            user: command.user.to_string(),
            working_dir: command.cwd.to_string(),
            ..Config::default()
        };
        let host = HostConfig {
            log_config: LogConfig { kind: "none".to_string(), ..LogConfig::default() },
            network_mode: if command.network == "none" { "none" } else { "host" }.to_string(),
            tmpfs: command.tmpfs.iter().cloned().collect(),
            shm_size: if o.shm_size > 0 { o.shm_size } else { 64 << 20 },
            extra_hosts: Some(o.extra_hosts.clone()),
            resources: Resources {
                ulimits: o.ulimits.clone().into(),
                cgroup_parent: o.cgroup_parent.clone(),
                ..Resources::default()
            },
            ..HostConfig::default()
        };
        let layer = ids::base32(&self.inner.kernel, 25, ids::BUILD);
        let mut c = Container::new(&id, self.now(), config, host, layer);
        c.hidden = true;
        c.path = words.next().unwrap_or_default();
        c.args = words.collect();
        c.chain = chain.map(str::to_string);
        for (to, from, rw) in &command.mounts {
            let source = Source::Bind {
                path: from.clone(),
                propagation: String::new(),
                create: false,
                below: Below::Alike,
            };
            let (mode, asked) = (String::new(), MountRequest::default());
            let (destination, hold) = (to.clone(), Hold::default());
            let mount = Mount { destination, rw: *rw, mode, source, asked, hold };
            c.mounts.insert(to.clone(), mount);
        }
        let failed = |e| EngineError::system(format!("failed to mount: {}", go_errno(e)));
        self.make_layer(&c).map_err(failed)?;
        self.disk(|d| d.mkdir_all(&format!("{ROOT}/containers/{id}"), 0o710)).map_err(failed)?;
        let places = self.lacking(&c, &command).map_err(failed)?;
        self.state().containers.insert(id.clone(), c.clone());
        let guard = Guard { engine: self.clone(), id: id.clone() };
        let all = AttachOptions { stdout: true, stderr: true, ..AttachOptions::default() };
        let attached = self.container_attach(&id, &all)?;
        let wait = self.container_wait(&id, WaitCondition::NextExit)?;
        let said = command.words.join(" ");
        if let Err(e) = self.start_container(&id) {
            // BuildKit's own runc speaks without Docker's layers in between.
            let why = e.message.rsplit("container init: ").next().unwrap_or(&e.message);
            // It looks the user up itself.
            if why.starts_with("unable to find ") || why.starts_with("uids and gids ") {
                return Err(failure(&said, why));
            }
            let why = format!(
                "runc run failed: unable to start container process: error during container init: {why}\n"
            );
            log(Frame { stream: Stream::Stderr, bytes: why.into_bytes() });
            return Err(failure(&said, "exit code: 1"));
        }
        while let Some(frame) = attached.read(p).await? {
            log(frame);
        }
        let status = wait.wait(p).await?.status;
        let upper = self.upper_node(&c).map_err(failed)?;
        let tree = self.disk(|d| Tree::read(d, upper)).map_err(failed)?;
        drop(guard);
        if status != 0 {
            return Err(failure(&said, &format!("exit code: {status}")));
        }
        Ok(without(tree, &places))
    }
}

impl Engine {
    /// The places of a command's mounts that its image lacks, each with the directories above it that are
    /// missing too (buildkit `executor.MountStubsCleaner`).
    fn lacking(
        &self,
        c: &Container,
        command: &Command<'_>,
    ) -> std::result::Result<Vec<String>, Errno> {
        let own = ["/etc/resolv.conf", "/etc/hosts"].into_iter();
        let asked = command.mounts.iter().map(|m| m.0.as_str());
        let targets = own.chain(asked).chain(command.tmpfs.iter().map(|t| t.0.as_str()));
        self.with_layer(c, |d| {
            let mut out = Vec::new();
            for target in targets {
                let mut path = clean(target);
                while path != "/" && !d.exists(&path) {
                    out.push(path[1..].to_string());
                    path = split(&path).0.to_string();
                }
            }
            out
        })
    }
}

fn failure(said: &str, why: &str) -> EngineError {
    EngineError::system(format!("process {said:?} did not complete successfully: {why}"))
}

/// Leaves out what was made only to mount something there, and holds nothing: `paths`, those below before
/// those above.
fn without(mut tree: Tree, paths: &[String]) -> Tree {
    for path in paths {
        let below = format!("{path}/");
        let full = tree.0.range(below.clone()..).next().is_some_and(|(p, _)| p.starts_with(&below));
        let bare = match tree.0.get(path).map(|e| &e.kind) {
            Some(Kind::Dir) => !full,
            Some(Kind::File(c)) => c.is_empty(),
            _ => false,
        };
        if bare {
            tree.0.remove(path);
        }
    }
    tree
}
