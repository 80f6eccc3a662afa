//! A step of a build on its way: what its events make of it, and the lines that tell of them.

use super::figures::{seconds, size};
use crate::engine::api::build::BuildEvent;
use crate::vfs::text;

/// How it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Running,
    Done,
    Cached,
    Canceled,
    Failed,
}

/// A step.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) number: usize,
    pub(super) name: String,
    pub(super) began: i64,
    pub(super) took: i64,
    pub(super) state: State,
    pub(super) error: String,
    pub(super) statuses: Vec<(String, bool)>,
    pub(super) log: Vec<String>,
    pub(super) partial: Vec<u8>,
}

impl Step {
    /// One that begins now.
    pub(super) fn new(number: usize, name: &str, now: i64) -> Step {
        Step {
            number,
            name: name.to_string(),
            began: now,
            took: 0,
            state: State::Running,
            error: String::new(),
            statuses: Vec::new(),
            log: Vec::new(),
            partial: Vec::new(),
        }
    }

    /// Notes an event; the lines that tell of it.
    pub(super) fn take(&mut self, event: &BuildEvent, now: i64) -> String {
        let n = self.number;
        let mut out = String::new();
        match event {
            BuildEvent::Status { text, done, current, .. } => {
                let text = match current {
                    0 => text.clone(),
                    n => format!("{text} {}", size(*n)),
                };
                match self.statuses.iter_mut().find(|(t, _)| *t == text) {
                    Some(known) => known.1 |= done,
                    None => self.statuses.push((text.clone(), *done)),
                }
                if *done {
                    out.push_str(&format!("#{n} {text} done\n"));
                }
            }
            BuildEvent::Log { bytes, .. } => {
                self.partial.extend_from_slice(bytes);
                while let Some(end) = self.partial.iter().position(|b| *b == b'\n') {
                    let line: Vec<u8> = self.partial.drain(..=end).collect();
                    out.push_str(&self.line(&line[..end], now));
                }
            }
            BuildEvent::Cached { .. } => {
                self.state = State::Cached;
                out.push_str(&format!("#{n} CACHED\n"));
            }
            BuildEvent::Done { took, .. } => {
                out.push_str(&self.rest(now));
                self.took = *took;
                if self.state == State::Running {
                    self.state = State::Done;
                    out.push_str(&format!("#{n} DONE {}\n", seconds(*took)));
                }
            }
            BuildEvent::Canceled { .. } => {
                (self.took, self.state) = (now - self.began, State::Canceled);
                out.push_str(&format!("#{n} CANCELED\n"));
            }
            BuildEvent::Failed { error, .. } => {
                out.push_str(&self.rest(now));
                self.took = now - self.began;
                self.state = State::Failed;
                self.error.clone_from(error);
                out.push_str(&format!("#{n} ERROR: {error}\n"));
            }
            BuildEvent::Warning { warning, .. } => {
                out.push_str(&format!("#{n} WARN: {}\n", warning.short()));
                if self.state == State::Done {
                    out.push_str(&format!("#{n} DONE {}\n", seconds(self.took)));
                }
            }
            BuildEvent::Started { .. }
            | BuildEvent::Dockerfile { .. }
            | BuildEvent::Located { .. } => {}
        }
        out
    }

    fn rest(&mut self, now: i64) -> String {
        if self.partial.is_empty() {
            return String::new();
        }
        let line = std::mem::take(&mut self.partial);
        self.line(&line, now)
    }

    fn line(&mut self, line: &[u8], now: i64) -> String {
        let at = (now - self.began).max(0) as f64 / 1e9;
        let line = format!("{at:.3} {}", text::decode(line.strip_suffix(b"\r").unwrap_or(line)));
        let out = format!("#{} {line}\n", self.number);
        self.log.push(line);
        out
    }
}
