//! Checks and predictions, a slice at a time: each script works on a copy of the machine, between the
//! messages, so that one that takes long (or never ends) holds up nothing.

use std::collections::VecDeque;

use crate::protocol::FromWorker;
use crate::world::{Trial, World};

/// Turns of the copy in one step.
const TURNS: u64 = 40;

/// Scripts that are to be judged, one after another.
struct Round {
    left: VecDeque<String>,
    now: Option<Trial>,
    held: Vec<bool>,
}

impl Round {
    fn new(scripts: Vec<String>) -> Round {
        Round { left: scripts.into(), now: None, held: Vec::new() }
    }

    /// Goes on a little; the answers, once all are there.
    fn step(&mut self, start: impl Fn(&str) -> Trial) -> Option<Vec<bool>> {
        let Some(trial) = &mut self.now else {
            let Some(script) = self.left.pop_front() else {
                return Some(std::mem::take(&mut self.held));
            };
            self.now = Some(start(&script));
            return None;
        };
        if let Some(verdict) = trial.step(TURNS) {
            self.held.push(verdict.holds());
            self.now = None;
        }
        None
    }
}

enum Prediction {
    /// The command itself is at work.
    First(Trial),
    /// Its outcomes are judged, on copies of what it left.
    Outcomes(Trial, Round),
}

/// What is being tried out.
#[derive(Default)]
pub struct Trials {
    checks: Option<(u32, Round)>,
    prediction: Option<(String, Vec<String>, Prediction)>,
}

impl Trials {
    /// Whether anything is.
    pub fn busy(&self) -> bool {
        self.checks.is_some() || self.prediction.is_some()
    }

    /// Whether checks are being judged.
    pub fn checking(&self) -> bool {
        self.checks.is_some()
    }

    /// Judges checks, in place of any before.
    pub fn check(&mut self, lesson: u32, scripts: Vec<String>) {
        self.checks = Some((lesson, Round::new(scripts)));
    }

    /// Tries out a prediction, in place of any before.
    pub fn predict(&mut self, world: &World, id: String, script: &str, outcomes: Vec<String>) {
        self.prediction = Some((id, outcomes, Prediction::First(world.trial(script))));
    }

    /// Goes on a little; an answer, once there is one.
    pub fn step(&mut self, world: &World) -> Option<FromWorker> {
        if let Some((id, outcomes, state)) = &mut self.prediction {
            match state {
                Prediction::First(trial) => {
                    if trial.step(TURNS).is_some()
                        && let Some((id, outcomes, Prediction::First(trial))) =
                            self.prediction.take()
                    {
                        let round = Round::new(outcomes);
                        let state = Prediction::Outcomes(trial, round);
                        self.prediction = Some((id, Vec::new(), state));
                    }
                }
                Prediction::Outcomes(first, round) => {
                    debug_assert!(outcomes.is_empty(), "the outcomes are in the round");
                    if let Some(came_true) = round.step(|script| first.then(script)) {
                        let id = std::mem::take(id);
                        self.prediction = None;
                        return Some(FromWorker::Predicted { id, came_true });
                    }
                }
            }
            return None;
        }
        let (lesson, round) = self.checks.as_mut()?;
        let done = round.step(|script| world.trial(script))?;
        let lesson = *lesson;
        self.checks = None;
        Some(FromWorker::Checks { lesson, done })
    }
}
