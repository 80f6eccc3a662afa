//! The bytes of a regular file: chunks that are shared until written to, holes that cost nothing.
//! Copying a file, or a whole layer, copies references; appending touches the last chunk only.

use std::rc::Rc;

/// Bytes in one chunk.
pub const CHUNK: usize = 64 * 1024;
/// Bytes in the unit of allocation, as ext4 and tmpfs have it.
pub const BLOCK: u64 = 4096;

thread_local! {
    /// The chunk that all chunks of nothing but zeros share.
    static ZEROS: Rc<Vec<u8>> = Rc::new(vec![0; CHUNK]);
}

/// A file's content.
#[derive(Clone, Default, Debug)]
pub struct Content {
    len: u64,
    /// Chunk `i` holds bytes from `i * CHUNK`. A missing or short chunk reads as zeros.
    chunks: Vec<Option<Rc<Vec<u8>>>>,
    /// How many of the chunks are the shared one of zeros.
    zeros: u64,
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Content {
        if bytes.len() < CHUNK {
            let len = bytes.len() as u64;
            let chunks = if bytes.is_empty() { Vec::new() } else { vec![Some(Rc::new(bytes))] };
            return Content { len, chunks, zeros: 0 };
        }
        let mut content = Content::default();
        content.write(0, &bytes, u64::MAX);
        content
    }
}

fn is_zeros(chunk: &Rc<Vec<u8>>) -> bool {
    ZEROS.with(|z| Rc::ptr_eq(z, chunk))
}

fn blocks_of(len: usize) -> u64 {
    (len as u64).div_ceil(BLOCK)
}

impl Content {
    /// A file of `len` bytes that begins with `head` and is a hole behind it.
    pub fn with_hole(head: Vec<u8>, len: u64) -> Content {
        let mut c = Content::from(head);
        c.len = c.len.max(len);
        c
    }

    /// Length in bytes.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether the length is 0.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Where the last data ends; what lies behind is a hole.
    pub fn data_end(&self) -> u64 {
        let last = self.chunks.iter().rposition(Option::is_some);
        let end =
            last.map_or(0, |i| (i * CHUNK + self.chunks[i].as_ref().map_or(0, |c| c.len())) as u64);
        end.min(self.len)
    }

    /// A file of these bytes in which chunks of nothing but zeros are holes.
    pub fn sparse(bytes: &[u8]) -> Content {
        let chunk = |c: &[u8]| {
            let end = c.iter().rposition(|b| *b != 0).map_or(0, |i| i + 1);
            (end > 0).then(|| Rc::new(c[..end].to_vec()))
        };
        let chunks = bytes.chunks(CHUNK).map(chunk).collect();
        Content { len: bytes.len() as u64, chunks, zeros: 0 }
    }

    /// Blocks of [`BLOCK`] bytes that hold data.
    pub fn blocks(&self) -> u64 {
        self.chunks.iter().flatten().map(|c| blocks_of(c.len())).sum()
    }

    /// Blocks that are allocated but cost no memory, since they hold only zeros.
    pub fn zero_blocks(&self) -> u64 {
        self.zeros * (CHUNK as u64 / BLOCK)
    }

    /// Up to `max` bytes from `offset`; fewer only at the end.
    pub fn read(&self, offset: u64, max: usize) -> Vec<u8> {
        if offset >= self.len {
            return Vec::new();
        }
        let n = (self.len - offset).min(max as u64) as usize;
        let mut out = Vec::with_capacity(n);
        let mut at = offset;
        while out.len() < n {
            let index = (at / CHUNK as u64) as usize;
            let from = (at % CHUNK as u64) as usize;
            let want = (CHUNK - from).min(n - out.len());
            let mut got = 0;
            if let Some(Some(chunk)) = self.chunks.get(index)
                && from < chunk.len()
            {
                let end = (from + want).min(chunk.len());
                out.extend_from_slice(&chunk[from..end]);
                got = end - from;
            }
            out.resize(out.len() + want - got, 0);
            at += want as u64;
        }
        out
    }

    /// All bytes. Meant for files known to be small; holes are filled in.
    pub fn to_vec(&self) -> Vec<u8> {
        self.read(0, usize::MAX)
    }

    /// Blocks that writing `len` bytes at `offset` would add, for the chunk at `offset` only, and
    /// how many of the bytes lie in that chunk.
    fn growth(&self, offset: u64, len: usize) -> (u64, usize) {
        let index = (offset / CHUNK as u64) as usize;
        let from = (offset % CHUNK as u64) as usize;
        let n = (CHUNK - from).min(len);
        let have = self.chunks.get(index).and_then(|c| c.as_ref()).map_or(0, |c| c.len());
        (blocks_of((from + n).max(have)) - blocks_of(have), n)
    }

    /// Writes as much of `data` at `offset` as `room` blocks allow. Gives the bytes written and the
    /// blocks added.
    pub fn write(&mut self, offset: u64, data: &[u8], room: u64) -> (usize, u64) {
        let (mut done, mut added) = (0, 0);
        while done < data.len() {
            let at = offset + done as u64;
            let (mut grow, mut n) = self.growth(at, data.len() - done);
            if grow > room - added {
                let left = room - added;
                let from = (at % CHUNK as u64) as usize;
                let have = self.chunks.get((at / CHUNK as u64) as usize);
                let have = have.and_then(|c| c.as_ref()).map_or(0, |c| blocks_of(c.len()));
                let limit = ((have + left) * BLOCK) as usize;
                n = limit.saturating_sub(from).min(n);
                if n == 0 {
                    break;
                }
                grow = self.growth(at, n).0;
            }
            self.put(at, &data[done..done + n]);
            added += grow;
            done += n;
        }
        (done, added)
    }

    /// Writes within one chunk.
    fn put(&mut self, offset: u64, data: &[u8]) {
        let index = (offset / CHUNK as u64) as usize;
        let from = (offset % CHUNK as u64) as usize;
        if self.chunks.len() <= index {
            self.chunks.resize(index + 1, None);
        }
        let end = from + data.len();
        let slot = &mut self.chunks[index];
        let was_zeros = slot.as_ref().is_some_and(is_zeros);
        if was_zeros {
            self.zeros -= 1;
        }
        let chunk = Rc::make_mut(slot.get_or_insert_with(Default::default));
        if from == chunk.len() {
            chunk.extend_from_slice(data);
        } else {
            if chunk.len() < end {
                chunk.resize(end, 0);
            }
            chunk[from..end].copy_from_slice(data);
        }
        if end == CHUNK && chunk.iter().all(|b| *b == 0) {
            *slot = Some(ZEROS.with(Rc::clone));
            self.zeros += 1;
        }
        self.len = self.len.max(offset + data.len() as u64);
    }

    /// Cuts or extends (by a hole) to `len`. Gives the blocks freed.
    pub fn truncate(&mut self, len: u64) -> u64 {
        let before = self.blocks();
        if len < self.len {
            let keep = len.div_ceil(CHUNK as u64) as usize;
            self.chunks.truncate(keep);
            let tail = (len % CHUNK as u64) as usize;
            if tail > 0
                && let Some(Some(last)) = self.chunks.get_mut(keep.wrapping_sub(1))
                && last.len() > tail
            {
                Rc::make_mut(last).truncate(tail);
            }
            self.zeros = self.chunks.iter().flatten().filter(|c| is_zeros(c)).count() as u64;
        }
        self.len = len;
        before - self.blocks()
    }

    /// Whether both share every chunk, which says that they are equal without a look at the bytes.
    pub fn shares_all(&self, other: &Content) -> bool {
        self.len == other.len
            && self.chunks.len() == other.chunks.len()
            && self.chunks.iter().zip(&other.chunks).all(|(a, b)| match (a, b) {
                (Some(a), Some(b)) => Rc::ptr_eq(a, b),
                (None, None) => true,
                _ => false,
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn appending_to_a_copy_shares_all_but_the_last_chunk() {
        let mut a = Content::from(vec![7; CHUNK * 3 + 5]);
        let b = a.clone();
        assert_eq!(a.write(a.len(), b"xyz", u64::MAX), (3, 0));
        assert_eq!(b.len() as usize, CHUNK * 3 + 5);
        assert_eq!(a.read(b.len() - 1, 10), b"\x07xyz");
        assert!(Rc::ptr_eq(a.chunks[0].as_ref().unwrap(), b.chunks[0].as_ref().unwrap()));
        assert!(!Rc::ptr_eq(a.chunks[3].as_ref().unwrap(), b.chunks[3].as_ref().unwrap()));
    }

    #[test]
    fn a_write_stops_where_the_room_ends() {
        let mut c = Content::default();
        assert_eq!(c.write(0, &[1; 10_000], 2), (8192, 2));
        assert_eq!(c.write(8192, &[1; 1], 0), (0, 0));
        assert_eq!(c.write(100, &[2; 10], 0), (10, 0));
        assert_eq!(c.truncate(4096), 1);
        assert_eq!(c.blocks(), 1);
    }

    #[test]
    fn zeros_take_room_but_no_memory() {
        let mut c = Content::default();
        for i in 0..16 {
            c.write(i * 8192, &[0; 8192], u64::MAX);
        }
        assert_eq!((c.blocks(), c.zero_blocks()), (32, 32));
        c.write(5, b"x", u64::MAX);
        assert_eq!((c.blocks(), c.zero_blocks()), (32, 16));
        assert_eq!(c.read(4, 3), [0, b'x', 0]);
        assert_eq!(c.truncate(70_000), 14);
        assert_eq!(c.zero_blocks(), 0);
    }

    #[test]
    fn holes_read_as_zeros() {
        let mut c = Content::default();
        c.write(CHUNK as u64 * 2 + 1, b"z", u64::MAX);
        assert_eq!(c.blocks(), 1);
        assert_eq!(c.read(0, 3), [0, 0, 0]);
        assert_eq!(c.read(CHUNK as u64 * 2, 9), [0, b'z']);
        c.truncate(1);
        c.truncate(4);
        assert_eq!(c.to_vec(), [0; 4]);
    }
}
