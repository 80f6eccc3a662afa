//! Typing the lines of a block into a terminal, each when the one before is done.

use std::collections::{BTreeMap, VecDeque};

use crate::world::World;

/// End of line, then delete to its beginning: what bash's line editor does on Control E and Control U.
const CLEAR_LINE: &[u8] = b"\x05\x15";

#[derive(Default)]
struct Line {
    /// Lines still to be typed.
    left: VecDeque<String>,
    /// A run is under way: lines are left, or the last one is not done.
    running: bool,
    /// Something was typed since the last Enter.
    dirty: bool,
}

/// The runs of all terminals.
#[derive(Default)]
pub struct Runs {
    ttys: BTreeMap<u32, Line>,
}

/// Something to do for a run.
pub enum Due {
    /// Type these bytes; then this many lines are left or not done.
    Type(u32, Vec<u8>, usize),
    /// The run has ended.
    Ended(u32),
}

impl Runs {
    /// Lines to be typed after any that still wait.
    pub fn add(&mut self, tty: u32, lines: Vec<String>) {
        let line = self.ttys.entry(tty).or_default();
        line.left.extend(lines);
        line.running = true;
    }

    /// The learner typed this. An interrupt ends the run; true when there was one.
    pub fn typed(&mut self, tty: u32, data: &[u8]) -> bool {
        let line = self.ttys.entry(tty).or_default();
        if let Some(&last) = data.last() {
            line.dirty = !matches!(last, b'\r' | b'\n' | 3 | 4);
        }
        let interrupted = line.running && data.contains(&3);
        if interrupted {
            line.left.clear();
            line.running = false;
        }
        interrupted
    }

    /// Whether any run is under way.
    pub fn running(&self) -> bool {
        self.ttys.values().any(|line| line.running)
    }

    /// What is due now.
    pub fn due(&mut self, world: &World) -> Option<Due> {
        for (&tty, line) in &mut self.ttys {
            if !line.running || !world.awaits_key(tty) {
                continue;
            }
            let Some(text) = line.left.pop_front() else {
                line.running = false;
                return Some(Due::Ended(tty));
            };
            let mut bytes = if line.dirty { CLEAR_LINE.to_vec() } else { Vec::new() };
            line.dirty = false;
            bytes.extend_from_slice(text.as_bytes());
            bytes.push(b'\r');
            return Some(Due::Type(tty, bytes, line.left.len() + 1));
        }
        None
    }
}
