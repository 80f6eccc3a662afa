//! The job table: what runs in the background or is stopped. Starting and waiting belong to `exec`
//! and `builtins`.

use std::collections::BTreeMap;

use crate::kernel::{Pid, Proc, WaitFlags, WaitFor, WaitStatus};
use crate::shell::Dialect;

/// What has become of a process of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Running,
    Stopped(WaitStatus),
    Done(WaitStatus),
}

/// A job.
#[derive(Debug, Clone)]
pub(crate) struct Job {
    pub id: usize,
    pub pids: Vec<(Pid, State)>,
    pub group: Pid,
    pub text: String,
    /// The commands of a pipeline, as `jobs -l` shows them.
    pub parts: Vec<String>,
    /// The user has been told of its end.
    pub told: bool,
    /// `wait` has given its status: it goes when the table is next looked through.
    pub waited: bool,
    /// `disown -h`: no SIGHUP when the shell ends.
    pub keep: bool,
}

impl Job {
    /// What has become of the whole.
    pub(crate) fn state(&self) -> State {
        let mut state = State::Running;
        for (_, s) in &self.pids {
            match s {
                State::Running => return State::Running,
                s => state = *s,
            }
        }
        state
    }

    /// The number that `$!` was.
    pub(crate) fn last_pid(&self) -> Pid {
        self.pids.last().map_or(0, |(p, _)| *p)
    }
}

/// All jobs.
#[derive(Debug, Clone, Default)]
pub(crate) struct Jobs {
    list: Vec<Job>,
    /// Children that are no jobs, to be reaped.
    loose: Vec<Pid>,
    /// How children have ended, for a later `wait`.
    ended: BTreeMap<Pid, WaitStatus>,
    /// Jobs in the order in which they were last made current.
    order: Vec<usize>,
    /// The number of the job that `fg` has brought to the foreground.
    pub(crate) returning: Option<usize>,
}

impl Jobs {
    /// What a subshell sees: nothing to wait for.
    pub(crate) fn inherited(&self) -> Jobs {
        Jobs::default()
    }

    /// What `jobs` in a substitution or a pipeline lists: the parent's jobs, which are no children
    /// to wait for.
    pub(crate) fn listed(&self) -> Jobs {
        Jobs { list: self.list.clone(), order: self.order.clone(), ..Jobs::default() }
    }

    /// Notes a child that is no job.
    pub(crate) fn note_loose(&mut self, pid: Pid) {
        self.loose.push(pid);
    }

    /// Children that are no jobs.
    pub(crate) fn loose(&self) -> Vec<Pid> {
        self.loose.clone()
    }

    /// Adds a job and gives its number.
    pub(crate) fn add(&mut self, pids: Vec<Pid>, group: Pid, text: &str, stopped: bool) -> usize {
        self.clear_waited();
        let next = self.list.iter().map(|j| j.id).max().unwrap_or(0) + 1;
        // A job that was in the foreground and stops again is the one it was.
        let id = self.returning.take().filter(|_| stopped).unwrap_or(next);
        let pids = pids.into_iter().map(|p| (p, State::Running)).collect();
        let at = self.list.partition_point(|j| j.id < id);
        let text = text.to_string();
        let parts = Vec::new();
        let job = Job { id, pids, group, text, parts, told: false, waited: false, keep: false };
        self.list.insert(at, job);
        self.order.push(id);
        id
    }

    /// Takes jobs off the table whose end `wait` has told.
    pub(crate) fn clear_waited(&mut self) {
        let gone: Vec<usize> = self.list.iter().filter(|j| j.waited).map(|j| j.id).collect();
        for id in gone {
            self.remove(id);
        }
    }

    /// Says what the processes of a job run.
    pub(crate) fn set_parts(&mut self, id: usize, parts: Vec<String>) {
        if let Some(j) = self.get_mut(id) {
            j.parts = parts;
        }
    }

    /// Marks a job as stopped.
    pub(crate) fn set_stopped(&mut self, id: usize, s: WaitStatus) {
        if let Some(j) = self.list.iter_mut().find(|j| j.id == id) {
            for (_, state) in &mut j.pids {
                if *state == State::Running {
                    *state = State::Stopped(s);
                }
            }
        }
        self.make_current(id);
    }

    /// Makes a job the one that `%%` means.
    pub(crate) fn make_current(&mut self, id: usize) {
        self.order.retain(|o| *o != id);
        self.order.push(id);
    }

    /// Notes what wait(2) said of a child.
    pub(crate) fn note(&mut self, pid: Pid, s: WaitStatus) {
        if s.is_end() {
            self.loose.retain(|p| *p != pid);
            self.ended.insert(pid, s);
        }
        for j in &mut self.list {
            for (p, state) in &mut j.pids {
                if *p == pid {
                    *state = match s {
                        WaitStatus::Continued => State::Running,
                        WaitStatus::Stopped(_) => State::Stopped(s),
                        _ => State::Done(s),
                    };
                }
            }
        }
    }

    /// Looks for children that have ended or stopped.
    pub(crate) fn poll(&mut self, p: &Proc) {
        let flags = WaitFlags { nohang: true, untraced: true, continued: true };
        while let Ok(Some((pid, s))) = p.wait_now(WaitFor::Any, flags) {
            self.note(pid, s);
        }
    }

    /// How a child has ended.
    pub(crate) fn ended(&self, pid: Pid) -> Option<WaitStatus> {
        self.ended.get(&pid).copied()
    }

    /// Whether a number is a child's that a job or anything else knows.
    pub(crate) fn knows(&self, pid: Pid) -> bool {
        self.ended.contains_key(&pid)
            || self.loose.contains(&pid)
            || self.list.iter().any(|j| j.pids.iter().any(|(p, _)| *p == pid))
    }

    pub(crate) fn list(&self) -> &[Job] {
        &self.list
    }

    pub(crate) fn get(&self, id: usize) -> Option<&Job> {
        self.list.iter().find(|j| j.id == id)
    }

    pub(crate) fn get_mut(&mut self, id: usize) -> Option<&mut Job> {
        self.list.iter_mut().find(|j| j.id == id)
    }

    /// Takes a job off the table.
    pub(crate) fn remove(&mut self, id: usize) {
        self.list.retain(|j| j.id != id);
        self.order.retain(|o| *o != id);
    }

    /// The current job (`%+`) and the one before (`%-`): stopped ones come first.
    pub(crate) fn current(&self) -> (Option<usize>, Option<usize>) {
        let stopped =
            |id: &&usize| self.get(**id).is_some_and(|j| matches!(j.state(), State::Stopped(_)));
        let mut ranked: Vec<usize> = self.order.iter().rev().filter(stopped).copied().collect();
        // Of those that run, the one with the highest number is the newest.
        let running = self.list.iter().rev().map(|j| j.id).filter(|id| !stopped(&id));
        ranked.extend(running);
        (ranked.first().copied(), ranked.get(1).copied())
    }

    /// The job that `%..` means; `Err(true)` when several do.
    pub(crate) fn find(&self, spec: &str) -> Result<usize, bool> {
        let s = spec.strip_prefix('%').unwrap_or(spec);
        let (current, previous) = self.current();
        match s {
            "" | "%" | "+" => return current.ok_or(false),
            "-" => return previous.or(current).ok_or(false),
            _ => {}
        }
        if let Ok(n) = s.parse::<usize>() {
            return self.get(n).map(|j| j.id).ok_or(false);
        }
        let hits: Vec<usize> = match s.strip_prefix('?') {
            Some(part) => {
                self.list.iter().filter(|j| j.text.contains(part)).map(|j| j.id).collect()
            }
            None => self.list.iter().filter(|j| j.text.starts_with(s)).map(|j| j.id).collect(),
        };
        match hits.as_slice() {
            [one] => Ok(*one),
            [] => Err(false),
            _ => Err(true),
        }
    }

    /// The job that a process belongs to.
    pub(crate) fn of_pid(&self, pid: Pid) -> Option<usize> {
        self.list.iter().find(|j| j.pids.iter().any(|(p, _)| *p == pid)).map(|j| j.id)
    }

    /// A line of `jobs`; with process numbers when `long`.
    pub(crate) fn line(&self, id: usize, long: bool, dialect: Dialect) -> String {
        let Some(j) = self.get(id) else { return String::new() };
        let (current, previous) = self.current();
        let mark = match Some(id) {
            x if x == current => '+',
            x if x == previous => '-',
            _ => ' ',
        };
        let (state, tail) = match j.state() {
            State::Running => ("Running".to_string(), if j.text.is_empty() { "" } else { " &" }),
            State::Stopped(_) => ("Stopped".to_string(), ""),
            State::Done(WaitStatus::Exited(0)) => ("Done".to_string(), ""),
            State::Done(WaitStatus::Exited(n)) => match dialect {
                Dialect::Bash => (format!("Exit {n}"), ""),
                _ => (format!("Done({n})"), ""),
            },
            State::Done(WaitStatus::Signaled(s)) => (s.text().to_string(), ""),
            State::Done(_) => ("Done".to_string(), ""),
        };
        if !long {
            return format!("[{id}]{mark}  {state:<27}{}{tail}", j.text);
        }
        let mut pids = j.pids.iter().map(|(pid, _)| *pid);
        if j.parts.len() < 2 || j.parts.len() != j.pids.len() {
            return format!("[{id}]{mark} {:>5} {state:<27}{}{tail}", j.last_pid(), j.text);
        }
        let first = pids.next().unwrap_or_default();
        let mut out = format!("[{id}]{mark} {first:>5} {state:<27}{}", j.parts[0]);
        for (pid, part) in pids.zip(&j.parts[1..]) {
            out.push_str(&format!("\n     {pid:>5}{:<26}| {part}", ""));
        }
        out + tail
    }
}
