//! What tests share that type at a terminal of a world.

use drydock::world::{Config, Input, World};

/// One terminal of a new world.
pub struct Typist {
    /// The world.
    pub world: World,
    /// The terminal's number.
    pub tty: u32,
}

impl Typist {
    /// A world with a terminal of this size, where the host's shell is about to start.
    pub fn new(cols: u16, rows: u16) -> Typist {
        let mut world = World::new(Config::default());
        world.input(Input::OpenTerminal { cols, rows });
        let tty = world.terminals()[0];
        Typist { world, tty }
    }

    /// Lets time pass and gives what was written meanwhile.
    pub fn wait(&mut self, ms: i64) -> String {
        let until = self.world.now() + ms * 1_000_000;
        while !self.world.run_to(until, 10_000) {}
        let all: Vec<u8> = self.world.take_output().into_iter().flat_map(|(_, b)| b).collect();
        String::from_utf8_lossy(&all).into_owned()
    }

    /// Presses keys, and gives what is written in the time after them.
    pub fn types(&mut self, keys: &[u8], ms: i64) -> String {
        self.world.input(Input::Keys { tty: self.tty, data: keys.to_vec() });
        self.wait(ms)
    }
}
