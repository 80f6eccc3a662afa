//! How much data a filesystem may still take: its own size bounds it, and what the whole machine can
//! hold (`limits::DENSE`). Whoever changes a filesystem asks for an allowance first (`Vfs::mem_mut`).

use super::content::BLOCK;
use super::limits::DENSE;
use super::memfs::MemFs;

/// Blocks written after which a filesystem asks anew how many the machine has left.
const ASK: u64 = 256;

/// Blocks with data that the machine has room for, and how many there may be before it is asked again.
#[derive(Clone, Copy, Debug)]
pub(super) struct Allowance {
    blocks: u64,
    ask_at: u64,
}

impl Default for Allowance {
    fn default() -> Allowance {
        Allowance { blocks: DENSE / BLOCK, ask_at: ASK }
    }
}

impl MemFs {
    /// Whether [`MemFs::allow`] should be called before more is written.
    pub(super) fn wants_allowance(&self) -> bool {
        let dense = self.dense_blocks();
        dense >= self.allowance.ask_at || dense + ASK > self.allowance.blocks
    }

    /// The machine has room for so many more blocks with data.
    pub(super) fn allow(&mut self, free: u64) {
        let dense = self.dense_blocks();
        self.allowance = Allowance { blocks: dense + free, ask_at: dense + ASK };
    }

    /// Blocks that can still be written.
    pub fn room(&self) -> u64 {
        let dense = self.allowance.blocks.saturating_sub(self.dense_blocks());
        self.limit.saturating_sub(self.used_blocks()).min(dense)
    }
}
