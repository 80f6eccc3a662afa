//! The machine put together: kernel, host, shell, programs and Docker. Inputs go in, a view comes out;
//! the same inputs give the same world. It can be forked, so that checks and predictions run on a
//! copy. Whoever holds it moves its time; what it looks like is the page's.

mod check;
mod completion;
pub mod config;
mod host;
mod input;
#[cfg(test)]
mod interruptions;
mod login;
mod picture;
mod power;
pub mod script;
mod tree;
pub mod view;

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::compose;
use crate::coreutils;
use crate::docker;
use crate::engine::Engine;
use crate::images::{self, Catalogue};
use crate::kernel::{Kernel, Namespaces, Pid, ProcFs, Program};
use crate::shell;

pub use crate::kernel::Progress;
pub use check::{Trial, Verdict};
pub use config::Config;
pub use host::HOME;
pub use input::{Entry, Input, Log};

/// A machine.
pub struct World {
    kernel: Rc<Kernel>,
    engine: Engine,
    host: Namespaces,
    /// The filesystem that /proc is.
    proc_sb: u32,
    log: Log,
    /// The terminals that are open, and who watches over each one's login shell.
    terminals: BTreeMap<u32, Pid>,
    /// What closed terminals had still to show.
    last_words: Vec<(u32, Vec<u8>)>,
    /// How often the machine was switched on again.
    boots: u64,
}

impl World {
    /// A machine that has been switched on: Docker runs, nobody has logged in.
    pub fn new(config: Config) -> World {
        let (vfs, mnt, root) = host::new_disk(config.epoch);
        let kernel = Kernel::new(vfs, config.epoch, config.seed);
        let (pidns, uts) = (kernel.new_pidns(), kernel.new_uts(host::HOSTNAME));
        let ns = Namespaces { mnt, root, pidns, uts };
        let net = kernel.new_netns();
        kernel.with_net(|n| n.spaces.entry(net).or_default().interfaces.push(host::uplink()));
        let proc_sb = host::install(&kernel, ns).expect("an empty disk has room for the host");
        host::file_server(&kernel, ns, None).expect("an empty server has room");
        let log = Log { config, entries: Vec::new() };
        let engine = Engine::new(Rc::clone(&kernel), ns, Rc::new(Catalogue));
        let world = World {
            kernel,
            engine,
            host: ns,
            proc_sb,
            log,
            terminals: BTreeMap::new(),
            last_words: Vec::new(),
            boots: 0,
        };
        world.register();
        world.start_init();
        world.engine.boot(config::IMAGES).expect("an empty disk has room for the images");
        world.kernel.run(100);
        let journal = world.kernel.vfs().keep_journal(root.node.sb);
        journal.expect("the disk is a filesystem in memory");
        world
    }

    /// Starts what runs on a machine of itself.
    fn switch_on(&self) {
        let journal = self.kernel.vfs().keep_journal(self.host.root.node.sb);
        journal.expect("the disk is a filesystem in memory");
        self.register();
        self.start_init();
        let docker = self.kernel.service("docker");
        if docker.is_some_and(|d| d.enabled()) {
            // What keeps the daemon from starting is in its journal.
            self.engine.daemon_start().ok();
        }
    }

    fn start_init(&self) {
        let pid = self.kernel.spawn_root(&["/sbin/init"], self.host, Rc::new(init_main));
        self.kernel.set_program(pid, "init");
    }

    /// Makes all code known to the kernel.
    fn register(&self) {
        coreutils::register(&self.kernel);
        let words: Rc<dyn shell::readline::Programmable> =
            Rc::new(completion::DockerWords(self.engine.clone()));
        let programs = BTreeMap::from([("docker".to_string(), words)]);
        shell::register_with(&self.kernel, Rc::new(programs));
        images::services::register(&self.kernel);
        let compose = Program { main: compose::main(self.engine.clone()), restartable: |_| false };
        self.kernel.register("docker-compose", compose);
        let docker = Program { main: docker::main(self.engine.clone()), restartable: |_| false };
        self.kernel.register("docker", docker);
        let init = Program { main: Rc::new(init_main), restartable: |_| true };
        self.kernel.register("init", init);
    }

    /// A copy that goes its own way. Only services and sleepers run on in it; other processes stand
    /// still, but are there and obey signals.
    pub fn fork(&self) -> World {
        let kernel = self.kernel.fork();
        kernel.vfs().replace_synthetic(self.proc_sb, ProcFs::new(&kernel, self.host.pidns));
        let engine = self.engine.fork(Rc::clone(&kernel));
        let world = World {
            kernel,
            engine,
            host: self.host,
            proc_sb: self.proc_sb,
            log: Log { config: self.log.config, entries: Vec::new() },
            terminals: self.terminals.clone(),
            last_words: Vec::new(),
            boots: 0,
        };
        world.register();
        world.kernel.restart_programs();
        world
    }

    /// The kernel, for tests and for what runs beside the terminals.
    pub fn kernel(&self) -> &Rc<Kernel> {
        &self.kernel
    }

    /// Docker's engine, for those who look at what no command shows.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// The time, in nanoseconds since the epoch.
    pub fn now(&self) -> i64 {
        self.kernel.now()
    }

    /// Takes something in, now, and remembers it. Gives the log's new entry.
    pub fn input(&mut self, input: Input) -> &Entry {
        let at = self.now() - self.log.config.epoch;
        self.apply(&input);
        self.log.entries.push(Entry { at, input });
        self.log.entries.last().expect("an entry was just added")
    }

    fn apply(&mut self, input: &Input) {
        match input {
            Input::Keys { tty, data } => self.kernel.feed_tty(*tty, data),
            Input::Resize { tty, cols, rows } => self.kernel.resize_tty(*tty, *cols, *rows),
            Input::OpenTerminal { cols, rows } => self.open_terminal(*cols, *rows),
            Input::CloseTerminal { tty } => self.close_terminal(*tty),
            Input::Edited { id, text } => self.kernel.finish_edit(*id, text.clone()),
            Input::PowerCut => {
                self.kernel.cut_power();
                self.obey();
            }
        }
    }

    /// Runs up to `turns` turns of processes, without letting time pass beyond what they use.
    pub fn run(&mut self, turns: u64) -> Progress {
        let progress = self.kernel.run(turns);
        if self.obey() { Progress::Busy } else { progress }
    }

    /// Lets `ns` nanoseconds pass, but only to the next timer, and only while everybody waits: a
    /// machine that is busy has its own time.
    pub fn advance(&mut self, ns: i64) {
        if let Progress::Idle { next } = self.run(0) {
            let to = self.now().saturating_add(ns);
            self.kernel.advance_to(next.map_or(to, |n| n.min(to)));
        }
    }

    /// Runs until the clock is at `to`, timers included, at most `turns` turns; whether it got there.
    pub fn run_to(&mut self, to: i64, turns: u64) -> bool {
        loop {
            let there = self.kernel.run_to(to, turns);
            if !self.obey() {
                return there;
            }
        }
    }

    /// What the terminals have shown since the last call.
    pub fn take_output(&mut self) -> Vec<(u32, Vec<u8>)> {
        let open = self.terminals.keys().map(|n| (*n, self.kernel.take_tty_output(*n)));
        let outputs = std::mem::take(&mut self.last_words).into_iter().chain(open);
        outputs.filter(|(_, bytes)| !bytes.is_empty()).collect()
    }

    /// The terminals that are open.
    pub fn terminals(&self) -> Vec<u32> {
        self.terminals.keys().copied().collect()
    }

    /// Whether a terminal's shell, or a full-screen program, waits for the next key.
    pub fn awaits_key(&self, tty: u32) -> bool {
        self.kernel.tty_awaits_key(tty)
    }

    /// All inputs so far.
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// The world that a log leads to, terminals' output included.
    pub fn replay(log: &Log) -> World {
        let mut world = World::new(log.config);
        for entry in &log.entries {
            world.replay_entry(entry);
        }
        world
    }

    /// One step of a replay: lets time pass to the entry's, and takes it in.
    pub fn replay_entry(&mut self, entry: &Entry) {
        let at = self.log.config.epoch.saturating_add(entry.at);
        self.run_to(at, u64::MAX);
        self.apply(&entry.input);
        self.log.entries.push(entry.clone());
    }
}

impl Drop for World {
    fn drop(&mut self) {
        // Processes hold the kernel, and the kernel holds them.
        self.kernel.shut_down();
    }
}

fn init_main(p: crate::kernel::Proc) -> crate::kernel::LocalFuture<i32> {
    Box::pin(async move { p.reap_for_ever().await })
}
