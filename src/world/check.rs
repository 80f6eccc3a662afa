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

impl World {
    /// Runs a script here and now, within limits.
    fn run_bounded(&mut self, script: &str) -> Verdict {
        let done = Rc::new(Cell::new(None));
        let spawn = as_learner("/bin/bash", &["bash", "-c", script], None);
        run_detached(&self.kernel, self.host, spawn, Rc::clone(&done));
        let end = self.now().saturating_add(CHECK_NS);
        let mut turns = 0;
        while done.get().is_none() && turns < CHECK_TURNS && self.now() < end {
            let progress = self.kernel.run(200);
            turns += 200;
            match progress {
                Progress::Busy => {}
                Progress::Idle { next: Some(at) } if done.get().is_none() => {
                    self.kernel.advance_to(at.min(end));
                }
                Progress::Idle { .. } => break,
            }
        }
        let output = self.kernel.take_host_output().into_iter().flat_map(|(_, b)| b).collect();
        Verdict { status: done.get(), output }
    }

    /// Runs a script on a copy of this world.
    pub fn check(&self, script: &str) -> Verdict {
        self.fork().run_bounded(script)
    }

    /// Runs a script on a copy, and then each of `outcomes` on a copy of that.
    pub fn predict(&self, script: &str, outcomes: &[String]) -> Vec<Verdict> {
        let mut after = self.fork();
        after.run_bounded(script);
        outcomes.iter().map(|o| after.check(o)).collect()
    }
}
