//! Files that COPY and ADD want and the build context lacks. BuildKit looks for all of them before anything is run, so
//! that a build that can not succeed ends at once.

use crate::engine::api::build::BuildEvent;
use crate::engine::{EngineError, Result};

use super::copy::{Wanted, takes_files};
use super::dockerfile::Instruction;
use super::exec::{Work, makes_files};
use super::lexer::{Lookup, expand};
use super::solve::Solver;

/// A step that can not be done.
pub(super) struct Missing {
    /// What it is called.
    name: String,
    /// What is missing.
    why: String,
    /// The lines of its instruction.
    lines: (usize, usize),
}

impl Solver {
    /// Finds the steps of a stage that lack their files.
    pub(super) fn look_for_files(&mut self, w: &Work, todo: &[Instruction]) {
        self.missing.clear();
        let mut w = w.clone();
        for i in todo {
            if takes_files(i) {
                self.missing.extend(self.lacks(&mut w, i));
            } else if i.name == "WORKDIR" {
                let path = w.b.draft.config.working_dir.clone();
                let scope = w.b.draft.scope.clone();
                let get: Lookup<'_> = &|name| scope.get(name);
                if w.b.draft.follow(i, self.escape, get).is_err() {
                    return;
                }
                // The root is there.
                if w.b.draft.config.working_dir != "/" || path.is_empty() {
                    w.step(i, "");
                }
            } else if makes_files(i) {
                w.step(i, "");
            } else if self.configure(&mut w, i).is_err() {
                return;
            }
        }
    }

    fn lacks(&self, w: &mut Work, i: &Instruction) -> Option<Missing> {
        let scope = w.b.draft.scope.clone();
        let get: Lookup<'_> = &|name| scope.get(name);
        let name = w.step(i, &expand(&i.text, self.escape, get).unwrap_or(i.text.clone()));
        let wanted = Wanted::read(i, self.escape, get).ok()?;
        let why = self.engine.lacking_source(&self.context, &wanted)?;
        Some(Missing { name, why, lines: i.lines() })
    }

    /// Ends a build that lacks files; a command that has begun meanwhile is given up.
    pub(super) fn give_up(&mut self, command: Option<&str>) -> Result<()> {
        let missing = std::mem::take(&mut self.missing);
        let Some(first) = missing.first().map(|m| (m.why.clone(), m.lines)) else { return Ok(()) };
        self.build_on_base();
        for m in missing {
            self.lines = Some(m.lines);
            let step = self.begin(&m.name);
            self.fail(step, EngineError::invalid(m.why));
        }
        if let Some(name) = command {
            let step = self.begin(name);
            self.tell.send(BuildEvent::Canceled { step: step.0 });
        }
        let (why, lines) = first;
        self.lines = Some(lines);
        self.blame();
        Err(EngineError::invalid(format!("failed to compute cache key: {why}")))
    }
}
