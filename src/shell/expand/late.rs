//! Command substitutions that only show themselves while something is worked out that does not wait:
//! in a subscript that a variable holds (`x='a[$(echo 1)]'; echo ${!x}`), or in an operand of `unset`.
//! The work stops there, the commands run, and it is done again with what they wrote.

use std::rc::Rc;

use crate::shell::state::{Res, Shell, Stop};
use crate::shell::syntax::ast::{CommandSub, List, Part};

/// A substitution that waits to be run.
#[derive(Debug, Clone)]
enum Wanted {
    Command(Rc<CommandSub>),
    Process(bool, Rc<List>),
}

/// What substitutions have given so far, and the one that is wanted next.
#[derive(Debug, Clone, Default)]
pub(crate) struct Late {
    wanted: Option<Wanted>,
    answers: Vec<String>,
    taken: usize,
}

/// Substitutions that one piece of work may ask for.
const MOST: usize = 1_000;

impl Shell {
    /// What a substitution has given; where it has not run yet, the reason to stop.
    pub(super) fn late_answer(&mut self, part: &Part) -> Res<String> {
        if let Some(answer) = self.late.answers.get(self.late.taken) {
            self.late.taken += 1;
            return Ok(answer.clone());
        }
        self.late.wanted = match part {
            Part::Command(sub) => Some(Wanted::Command(sub.clone())),
            Part::Process(input, list) => Some(Wanted::Process(*input, list.clone())),
            _ => None,
        };
        Err(Stop::Late)
    }

    /// Forgets work that was stopped, because it will be done another way.
    pub(crate) fn late_forget(&mut self) {
        self.late = Late::default();
    }

    /// Does work that does not wait, and runs the substitutions it meets.
    pub(crate) async fn late<T>(&mut self, mut work: impl FnMut(&mut Shell) -> Res<T>) -> Res<T> {
        loop {
            self.late.taken = 0;
            let r = work(self);
            if !matches!(r, Err(Stop::Late)) {
                if !self.late.answers.is_empty() {
                    self.late_forget();
                }
                return r;
            }
            let mut late = std::mem::take(&mut self.late);
            let Some(wanted) = late.wanted.take().filter(|_| late.answers.len() < MOST) else {
                self.error("command substitution: too many in one subscript");
                return Err(Stop::Discard(1));
            };
            late.answers.push(Box::pin(self.substitute(&wanted)).await?);
            self.late = late;
        }
    }

    async fn substitute(&mut self, wanted: &Wanted) -> Res<String> {
        match wanted {
            Wanted::Command(sub) => self.command_sub(sub).await,
            Wanted::Process(input, list) => {
                self.room_to_fork().await?;
                self.process_sub(*input, list)
            }
        }
    }
}
