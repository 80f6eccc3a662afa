//! What the worker needs of a machine and of its surroundings. The machine is `world::World`; tests have a
//! small one of their own.

use crate::protocol::FromWorker;
use crate::world::view::View;
use crate::world::{Entry, Input, Progress};

/// A machine with terminals.
pub trait Machine {
    /// A new one. Its first terminal is open.
    fn start(seed: u64, epoch: i64) -> Self;
    /// Its clock, in nanoseconds since 1970.
    fn now(&self) -> i64;
    /// Lets it work for this many turns at most.
    fn run(&mut self, turns: u64) -> Progress;
    /// Sets its clock forward.
    fn advance_to(&mut self, to: i64);
    /// Something comes in from outside, now. What the log says of it comes back.
    fn input(&mut self, input: Input) -> Entry;
    /// What its terminals have shown since the last call.
    fn output(&mut self) -> Vec<(u32, Vec<u8>)>;
    /// The terminals that are open.
    fn terminals(&self) -> Vec<u32>;
    /// Whether a line editor waits for keys at this terminal, and all that was typed is read.
    fn at_prompt(&self, tty: u32) -> bool;
    /// The picture.
    fn view(&mut self) -> View;
    /// Which of these scripts succeed, each on a copy of the machine.
    fn check(&mut self, scripts: &[String]) -> Vec<bool>;
}

/// The surroundings: the only clock and the only voice.
pub trait Port {
    /// Says something to the page.
    fn send(&mut self, message: FromWorker);
    /// Milliseconds since some moment.
    fn now(&self) -> f64;
}
