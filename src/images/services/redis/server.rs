//! The server's memory: databases, clients, settings, counters, and what is to be written where. It is
//! plain data, so that a copy of the world has a server that goes on where this one was.

use data_encoding::HEXLOWER;
use std::any::Any;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use chrono::DateTime;

use super::aof::Aof;
use super::config::Config;
use super::resp::{self, Reply};
use super::value::{Bytes, Db};
use crate::kernel::{Fd, Heap, Pid, Proc};

/// The version that is simulated.
pub const VERSION: &str = "8.0.6";

/// How grave a line of the log is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// `.`
    Debug,
    /// `-`
    Verbose,
    /// `*`
    Notice,
    /// `#`
    Warning,
}

/// What a client waits for.
#[derive(Clone, Debug)]
pub struct Blocked {
    /// The lists, by name.
    pub keys: Vec<Bytes>,
    /// Which end is taken.
    pub left: bool,
    /// Until when, in milliseconds since the epoch.
    pub until: Option<i64>,
    /// Where the element goes, and to which end, instead of to the client alone.
    pub target: Option<(Bytes, bool)>,
    /// Since when: who waits longest is served first.
    pub turn: u64,
}

/// A connection.
#[derive(Clone, Debug, Default)]
pub struct Client {
    pub id: u64,
    pub fd: Fd,
    pub addr: String,
    pub local: String,
    pub name: Bytes,
    pub library: (Bytes, Bytes),
    pub db: usize,
    pub resp3: bool,
    pub allowed: bool,
    /// What has come and was not read yet, and what is to be sent.
    pub input: Vec<u8>,
    pub output: Vec<u8>,
    /// Commands of a transaction, and whether it can not be run any more.
    pub queue: Option<Vec<Vec<Bytes>>>,
    pub spoilt: bool,
    /// A transaction runs, and what it has changed so far, by database.
    pub running: bool,
    pub gathered: Vec<(usize, Vec<Bytes>)>,
    /// Watched keys with the versions that they had.
    pub watched: Vec<(usize, Bytes, u64)>,
    pub channels: BTreeSet<Bytes>,
    pub patterns: BTreeSet<Bytes>,
    pub monitor: bool,
    pub blocked: Option<Blocked>,
    /// Ends when all is sent.
    pub closing: bool,
    pub since: i64,
    pub active: i64,
    pub last: String,
    /// Replies are left out (CLIENT REPLY OFF).
    pub mute: bool,
}

/// A child that saves.
#[derive(Clone, Copy, Debug)]
pub struct Child {
    pub pid: Pid,
    /// For the log of changes, not the snapshot.
    pub rewrite: bool,
    pub since: i64,
    /// Changes when it began.
    pub dirty: u64,
}

/// Figures for INFO.
#[derive(Clone, Debug, Default)]
pub struct Stats {
    pub connections: u64,
    pub commands: u64,
    pub input: u64,
    pub output: u64,
    pub hits: u64,
    pub misses: u64,
    pub expired: u64,
    pub evicted: u64,
    pub forks: u64,
    pub saves: u64,
    pub rewrites: u64,
    pub errors: BTreeMap<String, u64>,
    pub loaded: (usize, usize),
}

/// The server.
#[derive(Clone, Debug)]
pub struct Server {
    pub config: Config,
    pub config_file: String,
    pub dbs: Vec<Db>,
    pub clients: BTreeMap<u64, Client>,
    pub next_client: u64,
    pub next_turn: u64,
    pub listener: Fd,
    pub run_id: String,
    /// Nanoseconds since the epoch.
    pub started: i64,
    /// The last snapshot: seconds since the epoch, whether the last try went well, when the last try
    /// began, and how long it took in seconds.
    pub saved: i64,
    pub save_ok: bool,
    pub save_tried: i64,
    pub save_took: i64,
    /// Changes since the last snapshot, and all ever passed on.
    pub dirty: u64,
    pub offset: u64,
    pub child: Option<Child>,
    pub rewrite_wanted: bool,
    pub rewrite_ok: bool,
    pub aof: Option<Aof>,
    /// Lines for the log.
    pub log: Vec<u8>,
    pub stats: Stats,
    /// Not before this time (milliseconds) does a key's time end.
    pub next_expiry: Option<i64>,
    /// Commands wait until then (milliseconds).
    pub asleep: Option<i64>,
    /// The server ends with this status.
    pub exit: Option<i32>,
}

/// The memory of a process that is a server.
#[derive(Debug)]
pub struct Memory(pub RefCell<Server>);

impl Heap for Memory {
    fn duplicate(&self) -> Rc<dyn Heap> {
        Rc::new(Memory(RefCell::new(self.0.borrow().clone())))
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// A line of the log; `role` is `M`, or `C` before the server is one and in children.
pub fn line(p: &Proc, role: char, level: Level, text: &str) -> String {
    let sign = match level {
        Level::Debug => '.',
        Level::Verbose => '-',
        Level::Notice => '*',
        Level::Warning => '#',
    };
    let stamp = DateTime::from_timestamp_nanos(p.now()).format("%d %b %Y %H:%M:%S%.3f");
    format!("{}:{role} {stamp} {sign} {text}\n", p.pid())
}

/// Milliseconds since the epoch.
pub fn millis(p: &Proc) -> i64 {
    p.now() / 1_000_000
}

impl Server {
    /// A server with nothing in it.
    pub fn new(p: &Proc, config: Config, config_file: String) -> Server {
        let mut random = [0; 20];
        p.random(&mut random);
        let databases = config.number("databases").clamp(1, 1 << 16) as usize;
        Server {
            config,
            config_file,
            dbs: vec![Db::default(); databases],
            clients: BTreeMap::new(),
            next_client: 1,
            next_turn: 0,
            listener: -1,
            run_id: HEXLOWER.encode(&random),
            started: p.now(),
            saved: p.now() / 1_000_000_000,
            save_ok: true,
            save_tried: 0,
            save_took: -1,
            dirty: 0,
            offset: 0,
            child: None,
            rewrite_wanted: false,
            rewrite_ok: true,
            aof: None,
            log: Vec::new(),
            stats: Stats::default(),
            next_expiry: None,
            asleep: None,
            exit: None,
        }
    }

    /// Whether lines of a level are logged.
    pub fn logs(&self, level: Level) -> bool {
        let least = match self.config.get("loglevel").as_str() {
            "debug" => Level::Debug,
            "verbose" => Level::Verbose,
            "notice" => Level::Notice,
            "warning" => Level::Warning,
            _ => return false,
        };
        level >= least
    }

    /// Puts a line into the log.
    pub fn say(&mut self, p: &Proc, level: Level, text: &str) {
        if self.logs(level) {
            self.log.extend(line(p, 'M', level, text).into_bytes());
        }
    }

    /// [`Server::say`] at the usual level.
    pub fn notice(&mut self, p: &Proc, text: &str) {
        self.say(p, Level::Notice, text);
    }

    /// [`Server::say`] for what is wrong.
    pub fn warn(&mut self, p: &Proc, text: &str) {
        self.say(p, Level::Warning, text);
    }

    /// Bytes of memory in use, as far as they depend on the keys.
    pub fn memory(&self) -> u64 {
        let keys = self.dbs.iter().flat_map(|db| &db.keys);
        let data: usize = keys.map(|(k, e)| k.len() + e.value.size() + 64).sum();
        let buffers: usize = self.clients.values().map(|c| c.input.len() + c.output.len()).sum();
        662_384 + 22_000 * self.clients.len() as u64 + data as u64 + buffers as u64
    }

    /// Gives a client an answer.
    pub fn answer(&mut self, id: u64, reply: &Reply) {
        if let Some(c) = self.clients.get_mut(&id)
            && !c.mute
        {
            reply.write(c.resp3, &mut c.output);
        }
    }

    /// Notes a command that has changed something, for the log of changes.
    pub fn propagate(&mut self, db: usize, commands: &[Vec<Bytes>]) {
        self.offset += commands.len() as u64;
        let Some(aof) = &mut self.aof else { return };
        if commands.len() > 1 {
            aof.buffer.extend(resp::command(&[b"MULTI".to_vec()]));
        }
        if aof.db != Some(db) {
            aof.db = Some(db);
            let select = [b"SELECT".to_vec(), db.to_string().into_bytes()];
            aof.buffer.extend(resp::command(&select));
        }
        for command in commands {
            aof.buffer.extend(resp::command(command));
        }
        if commands.len() > 1 {
            aof.buffer.extend(resp::command(&[b"EXEC".to_vec()]));
        }
    }

    /// A key has changed: transactions that watch it fail.
    pub fn touch(&mut self, db: usize, key: &[u8]) {
        if let Some(v) = self.dbs[db].versions.get_mut(key) {
            *v += 1;
        }
    }

    /// Takes a key out whose time has ended; whether it was.
    pub fn expire(&mut self, db: usize, key: &[u8], now: i64) -> bool {
        let over = self.dbs[db].keys.get(key).and_then(|e| e.expires).is_some_and(|at| at <= now);
        if over {
            self.dbs[db].keys.remove(key);
            self.touch(db, key);
            self.stats.expired += 1;
            self.propagate(db, &[vec![b"DEL".to_vec(), key.to_vec()]]);
        }
        over
    }

    /// Takes out all keys whose time has ended, and finds out when the next one's does.
    pub fn expire_all(&mut self, now: i64) {
        if self.next_expiry.is_none_or(|at| at > now) {
            return;
        }
        self.next_expiry = None;
        for db in 0..self.dbs.len() {
            let mut over = Vec::new();
            for (key, entry) in &self.dbs[db].keys {
                match entry.expires {
                    Some(at) if at <= now => over.push(key.clone()),
                    Some(at) => {
                        self.next_expiry = Some(self.next_expiry.map_or(at, |next| next.min(at)));
                    }
                    None => {}
                }
            }
            for key in over {
                self.expire(db, &key, now);
            }
        }
    }

    /// When something is to be done though nobody asks, in milliseconds since the epoch.
    pub fn deadline(&self, now: i64) -> Option<i64> {
        let mut times: Vec<i64> = self.next_expiry.into_iter().chain(self.asleep).collect();
        times.extend(self.clients.values().filter_map(|c| c.blocked.as_ref()?.until));
        if self.child.is_none() {
            times.extend(self.save_due(now));
        }
        times.extend(self.aof.as_ref().and_then(Aof::sync_due));
        times.into_iter().min()
    }

    /// When the next snapshot is to be made (milliseconds), by the save points.
    pub fn save_due(&self, now: i64) -> Option<i64> {
        let points = self.config.save_points();
        let reached = points.iter().filter(|(_, changes)| self.dirty >= *changes && self.dirty > 0);
        let due = reached.map(|(seconds, _)| (self.saved + seconds + 1) * 1000).min()?;
        // After a failure the next try waits five seconds.
        if self.save_ok { Some(due) } else { Some(due.max(self.save_tried + 5_000).max(now)) }
    }
}
