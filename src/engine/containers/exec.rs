//! `docker exec`: one more process in a running container.

use std::cell::Cell;

use crate::engine::api::container::{ExecCreate, ExecInspect, ExecProcess, Frame, Stream};
use crate::engine::run::spec::Request;
use crate::engine::state::{Attached, Exec, Phase, Task, TaskId};
use crate::engine::{Attachment, Engine, EngineError, Result, ids};

use super::attach::{DETACH_KEYS, parse_keys};
use super::policy::{hinted, restarting};

impl Engine {
    /// Prepares a command in a running container; gives the exec's id.
    pub fn exec_create(&self, container: &str, request: ExecCreate) -> Result<String> {
        let id = self.find_container(container)?;
        {
            let st = self.state();
            let Some(c) = st.containers.get(&id) else {
                return Err(EngineError::not_found(format!("No such container: {container}")));
            };
            match c.phase {
                Phase::Running => {}
                Phase::Paused => {
                    return Err(EngineError::conflict(format!(
                        "Container {container} is paused, unpause the container before exec"
                    )));
                }
                Phase::Restarting => return Err(restarting(&id)),
                _ => {
                    return Err(EngineError::conflict(format!("container {id} is not running")));
                }
            }
        }
        if request.cmd.is_empty() {
            return Err(EngineError::invalid("No exec command specified"));
        }
        parse_keys_or_default(&request.detach_keys)?;
        let exec = ids::hex(&self.inner.kernel, 64);
        let words = said(&request.cmd);
        let record = Exec {
            id: exec.clone(),
            container: id.clone(),
            request,
            started: false,
            task: Task::default(),
            output: None,
        };
        {
            let mut st = self.state();
            st.execs.insert(exec.clone(), record);
            if let Some(c) = st.containers.get_mut(&id) {
                c.execs.insert(exec.clone());
            }
        }
        let (action, more) = (format!("exec_create: {words}"), [("execID", exec.as_str())]);
        self.emit_container(&id, &action, &more);
        Ok(exec)
    }

    /// Starts it. Attached to the streams it was created with unless `detach`.
    pub fn exec_start(&self, id: &str, detach: bool) -> Result<Option<Attachment>> {
        let (x, c) = {
            let st = self.state();
            let found = st.execs.get(id).cloned();
            let Some(x) = found else {
                return Err(EngineError::not_found(format!("No such exec instance: {id}")));
            };
            let c = st.containers.get(&x.container).cloned();
            (x, c)
        };
        if x.task.done {
            return Err(EngineError::conflict(format!("exec command {id} has already run")));
        }
        if x.started {
            return Err(EngineError::conflict(format!("exec command {id} is already running")));
        }
        let Some(c) = c else {
            return Err(EngineError::not_found(format!("No such container: {}", x.container)));
        };
        let Some(run) = c.run.clone().filter(|_| c.phase == Phase::Running) else {
            return Err(EngineError::conflict(format!("container {} is not running", c.id)));
        };
        let r = &x.request;
        let user = if r.user.is_empty() { c.config.user.as_str() } else { r.user.as_str() };
        let cwd = if r.working_dir.is_empty() { &c.config.working_dir } else { &r.working_dir };
        let size = r.console_size.filter(|s| s.0 > 0 && s.1 > 0);
        let request = Request {
            words: &r.cmd,
            env: &r.env,
            user,
            cwd,
            privileged: r.privileged,
            tty: r.tty.then(|| size.map_or((80, 24), |(rows, cols)| (cols, rows))),
            stdin: r.attach_stdin && !detach,
        };
        let (action, more) = (format!("exec_start: {}", said(&r.cmd)), [("execID", id)]);
        self.emit_container(&c.id, &action, &more);
        let failed = |why: &str| {
            EngineError::invalid(format!("OCI runtime exec failed: exec failed: {why}"))
        };
        let unable = |why: &str| failed(&format!("unable to start container process: {why}"));
        let keys = parse_keys_or_default(&r.detach_keys)?;
        let started = self.process_spec(&c, run.root, &request).and_then(|spec| {
            if !cwd.is_empty() && !cwd.starts_with('/') {
                return Err(failed("Cwd must be an absolute path"));
            }
            let spec = spec.map_err(|why| unable(&why));
            self.check_cwd(&run, &request, &spec).map_err(|why| unable(&why))?;
            let spec = spec?;
            self.spawn_in(&c, &run, &spec)?.map_err(|why| unable(&why))
        });
        let task = match started {
            Ok(t) => t,
            Err(e) => {
                let e = hinted(e);
                let why = &e.message;
                let code = match why {
                    w if w.contains("permission denied") => 126,
                    w if w.contains("executable file not found")
                        || w.contains("no such file")
                        || w.contains("not a directory") =>
                    {
                        127
                    }
                    _ => 128,
                };
                self.exec_failed(id, code);
                if detach || !why.starts_with("OCI runtime") {
                    return Err(e);
                }
                // The client is attached by then: the daemon's words come as output.
                let a = self.attachment(id, keys);
                let frame =
                    Frame { stream: Stream::Stdout, bytes: format!("{why}\r\n").into_bytes() };
                let queued = frame.bytes.len();
                let queue = [frame].into();
                let told = Attached { queue, queued, ended: true, ..Attached::default() };
                self.state().attached.insert(a.number, told);
                return Ok(Some(a));
            }
        };
        let a = self.attachment(id, if r.tty { keys } else { Vec::new() });
        {
            let mut st = self.state();
            let Some(e) = st.execs.get_mut(id) else { return Ok(None) };
            e.started = true;
            e.task = Task { stdin_once: true, ..task };
            if !detach {
                e.task.attached.push(a.number);
                let wants = [r.attach_stdout || r.tty, r.attach_stderr && !r.tty];
                let feeds = r.attach_stdin;
                st.attached.insert(a.number, Attached { wants, feeds, ..Attached::default() });
            }
        }
        self.changed();
        Ok((!detach).then_some(a))
    }

    /// A client's end of an exec's streams.
    fn attachment(&self, exec: &str, keys: Vec<u8>) -> Attachment {
        Attachment {
            engine: self.clone(),
            number: self.state().fresh(),
            task: TaskId::Exec(exec.to_string()),
            keys,
            typed: Cell::new(0),
            detached: Cell::new(false),
        }
    }

    /// An exec needs its working directory to be there; unlike at a container's start it is not made.
    fn check_cwd(
        &self,
        run: &crate::engine::state::Run,
        request: &Request<'_>,
        spec: &Result<crate::engine::state::ProcessSpec>,
    ) -> std::result::Result<(), String> {
        let cred = match spec {
            Ok(s) => s.cred.clone(),
            Err(_) => crate::vfs::Cred::root(),
        };
        let path = if request.cwd.is_empty() { "/" } else { request.cwd };
        let mut vfs = self.inner.kernel.vfs();
        let view =
            crate::vfs::View { root: run.root, cwd: run.root, cred: &cred, pid: 0, far: false };
        let found = vfs.resolve(&view, path, true).and_then(|at| {
            if vfs.is_dir(at.node)? {
                vfs.check(&view, at, 1).map(drop)
            } else {
                Err(crate::vfs::Errno::ENOTDIR)
            }
        });
        found.map_err(|e| {
            let why = crate::engine::volumes::go_errno(e);
            format!("chdir to cwd ({path:?}) set in config.json failed: {why}")
        })
    }

    fn exec_failed(&self, id: &str, code: i64) {
        {
            let mut st = self.state();
            let Some(e) = st.execs.get_mut(id) else { return };
            e.started = true;
            e.task.exit = Some(code);
            e.task.done = true;
            let container = e.container.clone();
            if let Some(c) = st.containers.get_mut(&container) {
                c.execs.remove(id);
            }
        }
        self.changed();
    }

    /// An exec's process has ended.
    pub(crate) fn exec_ended(&self, id: &str, code: i64) {
        let container = {
            let mut st = self.state();
            let Some(e) = st.execs.get(id) else { return };
            let container = e.container.clone();
            if let Some(c) = st.containers.get_mut(&container) {
                c.execs.remove(id);
            }
            container
        };
        let code = code.to_string();
        self.emit_container(&container, "exec_die", &[("execID", id), ("exitCode", &code)]);
    }

    /// Its state; the exit status once it has ended.
    pub fn exec_inspect(&self, id: &str) -> Result<ExecInspect> {
        let st = self.state();
        let Some(x) = st.execs.get(id) else {
            // Gone with its container, perhaps.
            return match st.ended.iter().rev().find(|(ended, _)| ended == id) {
                Some((_, code)) => Ok(ExecInspect {
                    id: id.to_string(),
                    exit_code: Some(*code),
                    can_remove: true,
                    ..ExecInspect::default()
                }),
                None => Err(EngineError::not_found(format!("No such exec instance: {id}"))),
            };
        };
        let mut words = x.request.cmd.iter().cloned();
        Ok(ExecInspect {
            id: x.id.clone(),
            running: x.started && !x.task.done,
            exit_code: x.task.exit,
            process_config: ExecProcess {
                tty: x.request.tty,
                entrypoint: words.next().unwrap_or_default(),
                arguments: words.collect(),
                privileged: x.request.privileged,
                user: x.request.user.clone(),
            },
            open_stdin: x.request.attach_stdin,
            open_stderr: x.request.attach_stderr,
            open_stdout: x.request.attach_stdout,
            can_remove: x.task.done,
            container_id: x.container.clone(),
            detach_keys: x.request.detach_keys.clone(),
            pid: x.task.pid.unwrap_or(0),
        })
    }

    /// Sets the size of its terminal.
    pub fn exec_resize(&self, id: &str, rows: u16, columns: u16) -> Result<()> {
        let tty = self.state().execs.get(id).and_then(|x| x.task.tty);
        if let Some(n) = tty {
            self.inner.kernel.resize_tty(n, columns, rows);
        }
        Ok(())
    }
}

/// A command line as events tell of it: the program, a space, and the arguments.
fn said(words: &[String]) -> String {
    let (first, rest) = words.split_first().map_or(("", &[][..]), |(f, r)| (f.as_str(), r));
    format!("{first} {}", rest.join(" "))
}

/// Key sequences that are given, or Docker's own.
pub fn parse_keys_or_default(keys: &str) -> Result<Vec<u8>> {
    // Here the answer does not name the key that is none.
    parse_keys(if keys.is_empty() { DETACH_KEYS } else { keys })
        .map_err(|_| EngineError::invalid(format!("Invalid escape keys ({keys}) provided")))
}
