//! Bringing a machine to where a log of inputs leaves it, a slice at a time; and cutting a log before its
//! last command.

use super::machine::Machine;
use crate::world::{Entry, Input, Progress};

/// A log that is being played.
pub struct Replay {
    entries: Vec<Entry>,
    next: usize,
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
    /// The log from its beginning.
    pub fn new(entries: Vec<Entry>) -> Replay {
        Replay { entries, next: 0 }
    }

    /// Inputs done, and inputs in all.
    pub fn progress(&self) -> (usize, usize) {
        (self.next, self.entries.len())
    }

    /// Goes on a little: a turn of the machine, a jump of its clock, or an input.
    pub fn step<M: Machine>(&mut self, machine: &mut M) -> Step {
        let Some(entry) = self.entries.get(self.next) else { return Step::Done };
        if machine.now() < entry.at {
            // A turn takes time, so the clock says exactly between which two turns the input came.
            if let Progress::Idle { next } = machine.run(1)
                && machine.now() < entry.at
            {
                machine.advance_to(next.map_or(entry.at, |next| next.min(entry.at)));
            }
            return Step::Working;
        }
        self.next += 1;
        machine.input(entry.input.clone());
        Step::Did(entry.input.clone())
    }
}

/// The log without its last command and all after it: a command is what was typed between two presses of
/// Enter, if it was anything at all.
pub fn before_last_command(entries: &[Entry]) -> &[Entry] {
    let ends: Vec<usize> = (0..entries.len()).filter(|&at| enters(&entries[at])).collect();
    let mut keep = 0;
    for (number, &end) in ends.iter().enumerate().rev() {
        let start = if number == 0 { 0 } else { ends[number - 1] + 1 };
        keep = start;
        let typed = entries[start..=end].iter().any(|entry| match &entry.input {
            Input::Keys { data, .. } => data.iter().any(|&b| b > b' '),
            _ => false,
        });
        if typed {
            break;
        }
    }
    // What only set the stage (the first sizes, say) is no command.
    let first = entries.iter().position(|entry| matches!(entry.input, Input::Keys { .. }));
    &entries[..keep.max(first.unwrap_or(0)).min(entries.len())]
}

fn enters(entry: &Entry) -> bool {
    matches!(&entry.input, Input::Keys { data, .. } if data.contains(&b'\r') || data.contains(&b'\n'))
}
