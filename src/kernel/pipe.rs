//! Pipes and FIFOs: pipe(7). A buffer of bounded size; readers and writers that would block are
//! remembered and woken.

use super::Pid;
use super::traffic::Way;

/// Bytes a pipe holds, as Linux has it.
pub const CAPACITY: usize = 65_536;

/// A pipe's buffer and who waits at it.
#[derive(Clone, Debug, Default)]
pub struct Pipe {
    data: Vec<u8>,
    /// Bytes at the front of `data` that were read already.
    taken: usize,
    /// Open descriptions for reading.
    pub readers: u32,
    /// Open descriptions for writing.
    pub writers: u32,
    /// A FIFO is not at its end before a writer has come.
    pub had_writer: bool,
    /// Likewise a writer waits for the first reader.
    pub had_reader: bool,
    /// The way that it stands for, where it is half of a connection.
    pub way: Option<Way>,
    /// Processes to wake when something changes.
    pub waiting: Vec<Pid>,
}

impl Pipe {
    /// A pipe made by pipe(2): both its ends have been open.
    pub fn opened() -> Pipe {
        Pipe { had_reader: true, had_writer: true, ..Pipe::default() }
    }

    /// Half of a connection.
    pub(super) fn half(way: Option<Way>) -> Pipe {
        Pipe { way, ..Pipe::opened() }
    }

    /// Bytes that can be read.
    pub fn len(&self) -> usize {
        self.data.len() - self.taken
    }

    /// Whether nothing can be read.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes that can be written.
    pub fn room(&self) -> usize {
        CAPACITY.saturating_sub(self.len())
    }

    /// Takes up to `max` bytes.
    pub fn take(&mut self, max: usize) -> Vec<u8> {
        if self.taken == 0 && self.data.len() <= max {
            return std::mem::take(&mut self.data);
        }
        let end = self.data.len().min(self.taken.saturating_add(max));
        let out = self.data[self.taken..end].to_vec();
        self.taken = end;
        if self.taken == self.data.len() {
            self.data.clear();
            self.taken = 0;
        }
        out
    }

    /// Puts bytes behind the others; the caller has looked at [`Pipe::room`].
    pub fn put(&mut self, bytes: &[u8]) {
        if self.taken > 0 {
            self.data.drain(..self.taken);
            self.taken = 0;
        }
        self.data.extend_from_slice(bytes);
    }
}
