//! The worker's loop: messages in, time for the machine, output and pictures out. Owns how the machine's clock
//! follows the one on the wall, and how much output may be on the way; it knows no browser.

use super::chore::Chore;
use super::replay::{Replay, Step};
use super::run::{Due, Runs};
use super::trials::Trials;
use crate::protocol::{FromWorker, ToWorker, WINDOW};
use crate::world::view::View;
use crate::world::{Config, Entry, Input, Log, Progress, World};

/// The surroundings: the only clock and the only voice.
pub trait Port {
    /// Says something to the page.
    fn send(&mut self, message: FromWorker);
    /// Milliseconds since some moment.
    fn now(&self) -> f64;
}

/// How long one slice may take, in milliseconds: short enough that a key never waits.
const SLICE: f64 = 8.0;
/// Turns of the machine between two looks at the clock.
const TURNS: u64 = 4;
/// Pictures and checks come at most this often, in milliseconds.
const VIEW_PAUSE: f64 = 90.0;
const CHECK_PAUSE: f64 = 260.0;
/// A machine that never rests is checked all the same, after so many milliseconds.
const CHECK_ANYWAY: f64 = 1_500.0;
/// The longest time between two looks at the clock, in milliseconds.
const NAP: f64 = 1_500.0;

/// When the loop wants to go on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Next {
    /// At once, when messages had their turn.
    Now,
    /// In so many milliseconds.
    In(f64),
    /// When a message comes.
    Message,
}

/// The loop.
pub struct Pump<P: Port> {
    pub(super) world: Option<World>,
    pub(super) port: P,
    replay: Option<Replay>,
    runs: Runs,
    trials: Trials,
    /// What was typed while a session was played again; its turn comes when that is done.
    held: Vec<Input>,
    /// The size of the first terminal.
    size: (u16, u16),
    pub(super) terminals: Vec<u32>,
    /// The texts that the page was told to have edited.
    pub(super) edits: Vec<u64>,
    /// Bytes sent and not yet drawn.
    pub(super) undrawn: usize,
    /// A moment at which both clocks were read: the machine's and the wall's.
    anchor: (i64, f64),
    watch: (u32, Vec<String>),
    view: Chore,
    checks: Chore,
    /// The picture that the page has.
    shown: View,
    told: f64,
}

impl<P: Port> Pump<P> {
    /// A loop without a world.
    pub fn new(mut port: P) -> Pump<P> {
        port.send(FromWorker::Loaded);
        Pump {
            world: None,
            port,
            replay: None,
            runs: Runs::default(),
            trials: Trials::default(),
            held: Vec::new(),
            size: (80, 24),
            terminals: Vec::new(),
            edits: Vec::new(),
            undrawn: 0,
            anchor: (0, 0.0),
            watch: (0, Vec::new()),
            view: Chore::default(),
            checks: Chore::default(),
            shown: View::default(),
            told: 0.0,
        }
    }

    /// A message from the page.
    pub fn handle(&mut self, message: ToWorker) {
        match message {
            ToWorker::Start { seed, epoch, cols, rows, entries, forget_last } => {
                self.size = (cols, rows);
                self.start(Config { seed, epoch }, &entries, forget_last);
            }
            ToWorker::Undo => {
                let Some(world) = &self.world else { return };
                let mut log = world.log().clone();
                if log.undo() {
                    self.begin(log);
                } else {
                    self.notice("There is no command to take back.");
                }
            }
            ToWorker::Keys { tty, data } => {
                if self.runs.typed(tty, &data) {
                    self.port.send(FromWorker::Running { tty, left: 0 });
                }
                self.input(Input::Keys { tty, data });
            }
            ToWorker::Run { tty, lines } => self.runs.add(tty, lines),
            ToWorker::Resize { tty, cols, rows } => self.input(Input::Resize { tty, cols, rows }),
            ToWorker::OpenTerminal { cols, rows } => self.input(Input::OpenTerminal { cols, rows }),
            ToWorker::CloseTerminal { tty } => self.input(Input::CloseTerminal { tty }),
            ToWorker::Edited { id, text } => self.input(Input::Edited { id, text }),
            ToWorker::Watch { lesson, checks } => {
                self.watch = (lesson, checks);
                self.checks = Chore { wanted: true, not_before: 0.0 };
            }
            ToWorker::Predict { id, script, outcomes } => {
                if let Some(world) = &self.world {
                    self.trials.predict(world, id, &script, outcomes);
                }
            }
            ToWorker::Drawn { bytes } => self.undrawn = self.undrawn.saturating_sub(bytes),
            ToWorker::Ping { n } => self.port.send(FromWorker::Pong { n }),
        }
    }

    fn start(&mut self, config: Config, lines: &[String], forget_last: bool) {
        let entries: Result<Vec<Entry>, String> =
            lines.iter().map(|line| Entry::from_line(line)).collect();
        let readable = entries.is_ok();
        let mut log = Log { config, entries: entries.unwrap_or_default() };
        if forget_last {
            log.undo();
        }
        self.begin(log);
        if !readable {
            self.notice("The kept session can not be read. This is a fresh machine.");
        }
    }

    fn notice(&mut self, message: &str) {
        self.port.send(FromWorker::Notice { message: message.to_owned() });
    }

    fn begin(&mut self, log: Log) {
        self.world = Some(World::new(log.config));
        self.port.send(FromWorker::Begin { entries: lines(&log.entries) });
        let fresh = log.entries.is_empty();
        self.replay = Some(Replay::new(log.entries));
        self.runs = Runs::default();
        self.trials = Trials::default();
        self.held.clear();
        self.terminals.clear();
        self.edits.clear();
        self.undrawn = 0;
        self.view.wanted = true;
        self.checks.wanted = true;
        self.shown = View::default();
        if fresh {
            // The page says its size as soon as it hears that the machine is ready.
            self.replay = None;
            let (cols, rows) = self.size;
            self.input(Input::OpenTerminal { cols, rows });
            self.settle();
        }
    }

    fn input(&mut self, input: Input) {
        if self.replay.is_some() {
            // Now it would end up between old inputs.
            self.held.push(input);
            return;
        }
        self.follow_wall();
        let Some(world) = &mut self.world else { return };
        let entry = world.input(input).to_line();
        self.port.send(FromWorker::Logged { entries: vec![entry] });
        self.stir();
    }

    /// The machine is about to change: the panels will want to know, once it is quiet.
    fn stir(&mut self) {
        let now = self.port.now();
        self.view.wanted = true;
        if !self.checks.wanted {
            self.checks.not_before = self.checks.not_before.max(now + CHECK_PAUSE);
        }
        self.checks.wanted = true;
    }

    /// Sets the machine's clock to where the wall's has got since the anchor, but not past a timer: a tab
    /// that slept for a night does not wake to a night of events.
    fn follow_wall(&mut self) {
        let now = self.port.now();
        let Some(world) = &mut self.world else { return };
        let passed = (now - self.anchor.1).max(0.0);
        let target = self.anchor.0 + (passed * 1e6) as i64;
        world.advance(target.saturating_sub(world.now()).max(0));
        self.anchor = (world.now(), now);
    }

    /// One slice.
    pub fn slice(&mut self) -> Next {
        if self.world.is_none() {
            return Next::Message;
        }
        if self.undrawn > WINDOW {
            // The page is behind: it says so when it has caught up.
            return Next::Message;
        }
        let next = if self.replay.is_some() { self.slice_replay() } else { self.slice_live() };
        self.carry_output();
        if self.undrawn > WINDOW { Next::Message } else { next }
    }

    fn slice_replay(&mut self) -> Next {
        let began = self.port.now();
        loop {
            let (Some(world), Some(replay)) = (&mut self.world, &mut self.replay) else {
                return Next::Now;
            };
            match replay.step(world) {
                Step::Working => {}
                Step::Did(Input::Resize { tty, cols, rows }) => {
                    self.carry_output();
                    self.port.send(FromWorker::Size { tty, cols, rows });
                }
                Step::Did(Input::OpenTerminal { .. } | Input::CloseTerminal { .. }) => {
                    self.tell_terminals();
                }
                Step::Did(Input::Keys { .. } | Input::Edited { .. } | Input::PowerCut) => {}
                Step::Done => {
                    self.replay = None;
                    self.settle();
                    return Next::Now;
                }
            }
            let now = self.port.now();
            if now - began >= SLICE {
                if let Some(replay) = &self.replay
                    && now - self.told > 100.0
                {
                    let (done, total) = replay.progress();
                    self.told = now;
                    self.port.send(FromWorker::Progress { done, total });
                }
                return Next::Now;
            }
        }
    }

    /// The log is played: from here on the clock on the wall counts.
    fn settle(&mut self) {
        let now = self.port.now();
        if let Some(world) = &self.world {
            self.anchor = (world.now(), now);
        }
        self.tell_terminals();
        self.carry_output();
        self.port.send(FromWorker::Ready);
        self.stir();
        for input in std::mem::take(&mut self.held) {
            self.input(input);
        }
    }

    fn slice_live(&mut self) -> Next {
        let began = self.port.now();
        self.follow_wall();
        let progress = loop {
            let Some(world) = &mut self.world else { return Next::Message };
            let before = world.now();
            let progress = world.run(TURNS);
            if world.now() != before {
                // A turn takes time on the machine's clock.
                self.stir();
            }
            if self.runs.running() && self.type_due() {
                continue;
            }
            if !matches!(progress, Progress::Busy) || self.port.now() - began >= SLICE {
                break progress;
            }
        };
        self.tell_terminals();
        self.tell_edits();
        let now = self.port.now();
        let Some(world) = &mut self.world else { return Next::Message };
        self.anchor = (world.now(), now);
        let waits = match progress {
            Progress::Busy => Next::Now,
            Progress::Idle { next: None } => Next::Message,
            Progress::Idle { next: Some(next) } => {
                Next::In(((next - world.now()) as f64 / 1e6).clamp(0.0, NAP))
            }
        };
        self.chores(waits)
    }

    /// Types what is due of the runs; true when something was typed.
    fn type_due(&mut self) -> bool {
        let Some(world) = &mut self.world else { return false };
        match self.runs.due(world) {
            None => false,
            Some(Due::Ended(tty)) => {
                self.carry_output();
                self.port.send(FromWorker::Running { tty, left: 0 });
                false
            }
            Some(Due::Type(tty, data, left)) => {
                let entry = world.input(Input::Keys { tty, data }).to_line();
                self.port.send(FromWorker::Logged { entries: vec![entry] });
                self.port.send(FromWorker::Running { tty, left });
                true
            }
        }
    }

    /// Pictures and checks, when they are due; and when to come back for those that are not.
    fn chores(&mut self, waits: Next) -> Next {
        let now = self.port.now();
        let Some(world) = &self.world else { return waits };
        if self.view.due(now) {
            let mut view = world.view();
            // The time alone is no news.
            let time = std::mem::replace(&mut view.time, self.shown.time);
            if view != self.shown {
                view.time = time;
                self.shown = view.clone();
                self.port.send(FromWorker::View { view: Box::new(view) });
            }
            self.view.done(now, self.port.now(), VIEW_PAUSE);
            return Next::Now;
        }
        // Checks wait until the machine rests, and are judged between its slices.
        let rests = waits != Next::Now || now > self.checks.not_before + CHECK_ANYWAY;
        if self.checks.due(now) && rests && !self.trials.checking() {
            let (lesson, scripts) = &self.watch;
            if !scripts.is_empty() {
                self.trials.check(*lesson, scripts.clone());
            }
            self.checks.wanted = false;
        }
        if self.trials.busy() {
            while self.port.now() - now < SLICE {
                if let Some(answer) = self.trials.step(world) {
                    self.checks.not_before = self.port.now() + CHECK_PAUSE;
                    self.port.send(answer);
                    break;
                }
            }
            return Next::Now;
        }
        let mut waits = waits;
        for chore in [&self.view, &self.checks] {
            if chore.wanted {
                let left = (chore.not_before - now).max(0.0);
                waits = match waits {
                    Next::Now => Next::Now,
                    Next::In(other) => Next::In(other.min(left)),
                    Next::Message => Next::In(left),
                };
            }
        }
        waits
    }
}

fn lines(entries: &[Entry]) -> Vec<String> {
    entries.iter().map(Entry::to_line).collect()
}
