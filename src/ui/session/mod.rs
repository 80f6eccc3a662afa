//! The page's side of a session: the worker, the log of inputs, and what to do when the worker fails.
//! Owns everything that must outlive a worker; drawing is the panels', the machine is the worker's.

mod hear;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use gloo::timers::callback::{Interval, Timeout};
use gloo::utils::{document, window};
use serde::{Deserialize, Serialize};
use yew::Callback;

use super::link::Link;
use super::store;
use crate::protocol::{FromWorker, MAIN_TTY, ToWorker};

/// A worker that answers nothing for this long is given up (in milliseconds).
const PATIENCE: f64 = 12_000.0;
/// A worker that fails again this soon after a restart fails because of the last command.
const SOON: f64 = 30_000.0;
/// After this many failures in a row the learner has to decide.
const TRIES: u32 = 4;

/// What the session tells the page.
pub enum News {
    /// The worker said this; output and the log are dealt with already.
    Said(FromWorker),
    /// The machine is being started; how often it has failed just before.
    Starting,
    /// The machine failed and is being started again from the log.
    Restarted {
        /// What happened.
        message: String,
        /// Whether the last command had to be left out.
        forgot_last: bool,
    },
    /// The machine keeps failing; nothing is tried any more.
    GaveUp {
        /// What happened.
        message: String,
    },
    /// The browser would not keep the session.
    NotKept,
}

/// Where a terminal's output goes.
pub trait Sink {
    /// Bytes from the machine. The sink says [`Session::drawn`] once they are on the screen.
    fn output(&self, bytes: &[u8]);
    /// The machine is another one now: forget what is on the screen.
    fn clear(&self);
    /// An old output that follows was made for this size.
    fn size(&self, cols: u16, rows: u16);
    /// The machine is ready: go back to the size on the page.
    fn ready(&self);
}

#[derive(Clone, Serialize, Deserialize)]
struct Beginning {
    seed: u64,
    epoch: i64,
}

impl Beginning {
    fn new() -> Beginning {
        let random = js_sys::Math::random() * (1u64 << 53) as f64;
        Beginning { seed: random as u64, epoch: (js_sys::Date::now() as i64) * 1_000_000 }
    }
}

struct Inner {
    me: Weak<RefCell<Inner>>,
    link: Option<Link>,
    /// Tells the words of a worker that was ended from those of the one that runs.
    worker: u32,
    loaded: bool,
    ready: bool,
    beginning: Beginning,
    entries: Vec<String>,
    /// Words for the worker from before it was loaded.
    waiting: Vec<ToWorker>,
    sinks: BTreeMap<u32, Rc<dyn Sink>>,
    /// Output for terminals whose sink is not there yet.
    early: BTreeMap<u32, Vec<u8>>,
    news: Callback<News>,
    heard_at: f64,
    restarted_at: f64,
    failures: u32,
    ping: u32,
    saving: Option<Timeout>,
    not_kept: bool,
    /// What the worker has to know again after a restart.
    watch: Option<ToWorker>,
    forget_last: bool,
    /// The size of the first terminal, once it was measured.
    size: (u16, u16),
}

/// A handle to the session; clones are the same session.
#[derive(Clone)]
pub struct Session {
    inner: Rc<RefCell<Inner>>,
    _ticks: Rc<(Interval, EventListener)>,
}

impl PartialEq for Session {
    fn eq(&self, other: &Session) -> bool {
        Rc::ptr_eq(&self.inner, &other.inner)
    }
}

fn now() -> f64 {
    window().performance().map_or_else(js_sys::Date::now, |performance| performance.now())
}

impl Session {
    /// Takes up the session that was kept, or begins one, and starts a worker for it.
    pub fn start(news: Callback<News>) -> Session {
        let kept = store::load_text("session").and_then(|text| {
            let mut lines = text.lines();
            let beginning: Beginning = serde_json::from_str(lines.next()?).ok()?;
            Some((beginning, lines.map(str::to_owned).collect()))
        });
        let (beginning, entries) = kept.unwrap_or_else(|| (Beginning::new(), Vec::new()));
        let inner = Rc::new_cyclic(|me| {
            RefCell::new(Inner {
                me: me.clone(),
                link: None,
                worker: 0,
                loaded: false,
                ready: false,
                beginning,
                entries,
                waiting: Vec::new(),
                sinks: BTreeMap::new(),
                early: BTreeMap::new(),
                news,
                heard_at: now(),
                restarted_at: f64::NEG_INFINITY,
                failures: 0,
                ping: 0,
                saving: None,
                not_kept: false,
                watch: None,
                forget_last: false,
                size: (80, 24),
            })
        });
        inner.borrow_mut().launch();
        let beat = Interval::new(1_000, {
            let inner = inner.clone();
            move || inner.borrow_mut().beat()
        });
        let leaving = EventListener::new(&document(), "visibilitychange", {
            let inner = inner.clone();
            move |_| {
                let mut inner = inner.borrow_mut();
                inner.heard_at = now();
                inner.save();
            }
        });
        Session { inner, _ticks: Rc::new((beat, leaving)) }
    }

    /// Says something to the worker.
    pub fn send(&self, message: ToWorker) {
        self.inner.borrow_mut().send(message);
    }

    /// Lets a terminal's output go to `sink` from now on.
    pub fn attach(&self, tty: u32, sink: Rc<dyn Sink>) {
        let (early, ready) = {
            let mut inner = self.inner.borrow_mut();
            inner.sinks.insert(tty, sink.clone());
            (inner.early.remove(&tty), inner.ready)
        };
        if let Some(bytes) = early {
            sink.output(&bytes);
        }
        if ready {
            sink.ready();
        }
    }

    /// Lets a terminal's output go nowhere.
    pub fn detach(&self, tty: u32) {
        self.inner.borrow_mut().sinks.remove(&tty);
    }

    /// The size that a terminal has room for, in case a machine is still to be started.
    pub fn measured(&self, tty: u32, cols: u16, rows: u16) {
        if tty == MAIN_TTY {
            self.inner.borrow_mut().size = (cols, rows);
        }
    }

    /// Output of this many bytes is on the screen.
    pub fn drawn(&self, bytes: usize) {
        self.inner.borrow_mut().send(ToWorker::Drawn { bytes });
    }

    /// Begins anew: another machine, an empty log.
    pub fn reset(&self) {
        let mut inner = self.inner.borrow_mut();
        inner.beginning = Beginning::new();
        inner.entries.clear();
        inner.failures = 0;
        inner.forget_last = false;
        store::forget("session");
        inner.launch();
    }

    /// Starts the worker again after it was given up.
    pub fn retry(&self) {
        let mut inner = self.inner.borrow_mut();
        inner.failures = 0;
        inner.launch();
    }
}

impl Inner {
    fn launch(&mut self) {
        self.link = None;
        self.worker += 1;
        self.loaded = false;
        self.ready = false;
        self.waiting.clear();
        self.heard_at = now();
        self.news.emit(News::Starting);
        let (me, number) = (self.me.clone(), self.worker);
        let listen = move |message: FromWorker| {
            let Some(inner) = me.upgrade() else { return };
            if inner.borrow().worker == number {
                hear::hear(&inner, message);
            }
        };
        match Link::start(listen) {
            Ok(link) => self.link = Some(link),
            Err(message) => self.news.emit(News::GaveUp { message }),
        }
    }

    fn send(&mut self, message: ToWorker) {
        if let ToWorker::Watch { .. } = &message {
            self.watch = Some(message.clone());
        }
        if !self.loaded {
            // What is drawn belongs to a worker that is gone; the watch is repeated anyway.
            if !matches!(message, ToWorker::Drawn { .. } | ToWorker::Watch { .. }) {
                self.waiting.push(message);
            }
            return;
        }
        let sent = self.link.as_ref().map_or(Ok(()), |link| link.send(message));
        if let Err(message) = sent {
            self.died(message);
        }
    }

    fn loaded(&mut self) {
        self.loaded = true;
        let Beginning { seed, epoch } = self.beginning;
        let entries = self.entries.clone();
        let forget_last = std::mem::take(&mut self.forget_last);
        let (cols, rows) = self.size;
        self.send(ToWorker::Start { seed, epoch, cols, rows, entries, forget_last });
        if let Some(watch) = self.watch.clone() {
            self.send(watch);
        }
        for message in std::mem::take(&mut self.waiting) {
            self.send(message);
        }
    }

    /// Once a second: is the worker still there? A page in the background is not answered in time.
    fn beat(&mut self) {
        if document().hidden() || !self.loaded {
            self.heard_at = now();
            return;
        }
        if now() - self.heard_at > PATIENCE {
            self.died("it did not answer any more".to_owned());
            return;
        }
        self.ping = self.ping.wrapping_add(1);
        let n = self.ping;
        self.send(ToWorker::Ping { n });
    }

    fn died(&mut self, message: String) {
        let soon = now() - self.restarted_at < SOON;
        self.failures = if soon { self.failures + 1 } else { 1 };
        self.restarted_at = now();
        if self.failures >= TRIES || (!self.loaded && self.failures > 1) {
            self.link = None;
            self.worker += 1;
            self.loaded = false;
            self.news.emit(News::GaveUp { message });
            return;
        }
        // The log leads to where it failed: leave out the command that did it.
        let forgot_last = self.loaded && !self.entries.is_empty();
        self.forget_last = forgot_last;
        self.launch();
        self.news.emit(News::Restarted { message, forgot_last });
    }

    fn logged(&mut self, entries: Vec<String>) {
        self.entries.extend(entries);
        if self.saving.is_none() {
            let me = self.me.clone();
            self.saving = Some(Timeout::new(400, move || {
                if let Some(inner) = me.upgrade() {
                    inner.borrow_mut().save();
                }
            }));
        }
    }

    fn save(&mut self) {
        self.saving = None;
        let mut text = serde_json::to_string(&self.beginning).unwrap_or_default();
        for entry in &self.entries {
            text.push('\n');
            text.push_str(entry);
        }
        let kept = store::save_text("session", &text);
        if !kept && !self.not_kept {
            self.news.emit(News::NotKept);
        }
        self.not_kept = !kept;
    }
}
