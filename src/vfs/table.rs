//! The table of a filesystem's inodes: by number, in pieces that copies share until one of them changes.
//! Copying a filesystem costs next to nothing however many files it holds.

use std::rc::Rc;

use super::inode::Inode;

/// Inodes in one piece.
const PIECE: usize = 64;

type Piece = [Option<Rc<Inode>>; PIECE];

/// Inodes by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    pieces: Vec<Rc<Piece>>,
    len: usize,
}

impl Table {
    /// The number that the next inode gets.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Adds a slot.
    pub fn push(&mut self, inode: Option<Rc<Inode>>) {
        if self.len.is_multiple_of(PIECE) {
            self.pieces.push(Rc::new([const { None }; PIECE]));
        }
        let at = self.len;
        self.len += 1;
        if let Some(slot) = self.slot(at as u64) {
            *slot = inode;
        }
    }

    /// The inode with a number.
    pub fn get(&self, ino: u64) -> Option<&Rc<Inode>> {
        let at = usize::try_from(ino).ok()?;
        self.pieces.get(at / PIECE)?[at % PIECE].as_ref()
    }

    /// The slot of a number, to be changed; copies share it no longer.
    pub fn slot(&mut self, ino: u64) -> Option<&mut Option<Rc<Inode>>> {
        let at = usize::try_from(ino).ok().filter(|at| *at < self.len)?;
        Some(&mut Rc::make_mut(self.pieces.get_mut(at / PIECE)?)[at % PIECE])
    }
}
