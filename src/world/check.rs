//! Checks and predictions: scripts run by the host's bash on a copy of the world, which is thrown
//! away. The learner's world never notices.

use std::cell::Cell;
use std::rc::Rc;

use crate::kernel::Progress;

use super::World;
use super::config::{CHECK_NS, CHECK_TURNS};
use super::login::{as_learner, run_detached};

/// What a script on a copy came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The exit status; none where the script did not end within the limits of `config`.
    pub status: Option<i32>,
    /// What it wrote, standard output and error together.
    pub output: Vec<u8>,
}

impl Verdict {
    /// Whether it ended with status 0.
    pub fn holds(&self) -> bool {
        self.status == Some(0)
    }
}

/// A script at work on a copy of a world. Whoever holds it gives it turns, so that a long one need not
/// hold up anything else.
pub struct Trial {
    world: World,
    done: Rc<Cell<Option<i32>>>,
    end: i64,
    turns: u64,
}

impl Trial {
    fn start(mut world: World, script: &str) -> Trial {
        let done = Rc::new(Cell::new(None));
        let spawn = as_learner("/bin/bash", &["bash", "-c", script], None);
        run_detached(&world.kernel, world.host, spawn, Rc::clone(&done));
        // What the script wrote is told apart from what the copy had on its way out.
        world.kernel.take_host_output();
        world.take_output();
        let end = world.now().saturating_add(CHECK_NS);
        Trial { world, done, end, turns: 0 }
    }

    /// Goes on for about so many turns; the verdict, once there is one.
    pub fn step(&mut self, turns: u64) -> Option<Verdict> {
        let kernel = &self.world.kernel;
        let stop = self.turns.saturating_add(turns).min(CHECK_TURNS);
        while self.done.get().is_none() && self.turns < stop && kernel.now() < self.end {
            let some = (stop - self.turns).min(200);
            self.turns += some;
            match kernel.run(some) {
                Progress::Busy => {}
                Progress::Idle { next: Some(at) } if self.done.get().is_none() => {
                    kernel.advance_to(at.min(self.end));
                }
                Progress::Idle { .. } => return Some(self.verdict()),
            }
        }
        let over = self.turns >= CHECK_TURNS || kernel.now() >= self.end;
        (over || self.done.get().is_some()).then(|| self.verdict())
    }

    /// Another script, on a copy of the copy as the first script has left it.
    pub fn then(&self, script: &str) -> Trial {
        Trial::start(self.world.fork(), script)
    }

    fn verdict(&self) -> Verdict {
        let output = self.world.kernel.take_host_output().into_iter().flat_map(|(_, b)| b);
        Verdict { status: self.done.get(), output: output.collect() }
    }

    fn finish(mut self) -> Verdict {
        loop {
            if let Some(verdict) = self.step(CHECK_TURNS) {
                return verdict;
            }
        }
    }
}

impl World {
    /// Sets a script to work on a copy of this world.
    pub fn trial(&self, script: &str) -> Trial {
        Trial::start(self.fork(), script)
    }

    /// Runs a script on a copy of this world.
    pub fn check(&self, script: &str) -> Verdict {
        self.trial(script).finish()
    }

    /// Runs a script on a copy, and then each of `outcomes` on a copy of that.
    pub fn predict(&self, script: &str, outcomes: &[String]) -> Vec<Verdict> {
        let mut first = self.trial(script);
        while first.step(CHECK_TURNS).is_none() {}
        outcomes.iter().map(|outcome| first.then(outcome).finish()).collect()
    }
}
