//! Bringing a machine to where a log of inputs leaves it, a slice at a time, so that the page hears of it and
//! can draw what the terminals showed.

use std::collections::VecDeque;

use crate::world::{Entry, Input, World};

/// Turns of the machine in one step.
const TURNS: u64 = 16;

/// A log that is being played.
pub struct Replay {
    left: VecDeque<Entry>,
    total: usize,
}

/// What a step of it came to.
pub enum Step {
    /// The machine works towards the next input.
    Working,
    /// This input was put in.
    Did(Input),
    /// All inputs are in.
    Done,
}

impl Replay {
    /// A log from its beginning.
    pub fn new(entries: Vec<Entry>) -> Replay {
        Replay { total: entries.len(), left: entries.into() }
    }

    /// Inputs done, and inputs in all.
    pub fn progress(&self) -> (usize, usize) {
        (self.total - self.left.len(), self.total)
    }

    /// Goes on a little.
    pub fn step(&mut self, world: &mut World) -> Step {
        let Some(entry) = self.left.front() else { return Step::Done };
        let at = world.log().config.epoch.saturating_add(entry.at);
        if !world.run_to(at, TURNS) {
            return Step::Working;
        }
        let Some(entry) = self.left.pop_front() else { return Step::Done };
        world.replay_entry(&entry);
        Step::Did(entry.input)
    }
}
