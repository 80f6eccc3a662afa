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

/// A chunk; a missing or short one reads as zeros.
type Chunk = Option<Rc<Vec<u8>>>;

/// A file's content.
#[derive(Clone, Default, Debug)]
pub struct Content {
    len: u64,
    chunks: Chunks,
}

/// The chunks in order; each but the last stands for [`CHUNK`] bytes. Most files have one at most, and pay for
/// no list.
#[derive(Clone, Debug)]
enum Chunks {
    One(Chunk),
    Many(Box<Many>),
}

#[derive(Clone, Default, Debug)]
struct Many {
    list: Vec<Chunk>,
    /// How many of them are the shared one of zeros.
    zeros: u64,
}

impl Default for Chunks {
    fn default() -> Chunks {
        Chunks::One(None)
    }
}

impl Chunks {
    fn from_list(list: Vec<Chunk>) -> Chunks {
        let zeros = count_zeros(&list);
        Chunks::Many(Box::new(Many { list, zeros }))
    }

    fn all(&self) -> &[Chunk] {
        match self {
            Chunks::One(chunk) => std::slice::from_ref(chunk),
            Chunks::Many(many) => &many.list,
        }
    }

    fn get(&self, index: usize) -> Option<&Rc<Vec<u8>>> {
        self.all().get(index)?.as_ref()
    }

    /// The chunk's place, which is made if there is none.
    fn slot(&mut self, index: usize) -> &mut Chunk {
        if let Chunks::One(chunk) = self
            && index > 0
        {
            *self = Chunks::from_list(vec![chunk.take()]);
        }
        match self {
            Chunks::One(chunk) => chunk,
            Chunks::Many(many) => {
                if many.list.len() <= index {
                    many.list.resize(index + 1, None);
                }
                &mut many.list[index]
            }
        }
    }

    /// One more, or one less, is the shared one of zeros.
    fn zeros_changed(&mut self, by: i64) {
        if let Chunks::Many(many) = self {
            many.zeros = many.zeros.saturating_add_signed(by);
        }
    }

    fn zeros(&self) -> u64 {
        match self {
            Chunks::One(_) => count_zeros(self.all()),
            Chunks::Many(many) => many.zeros,
        }
    }

    /// Keeps so many chunks.
    fn truncate(&mut self, keep: usize) {
        match self {
            Chunks::One(chunk) if keep == 0 => *chunk = None,
            Chunks::One(_) => {}
            Chunks::Many(many) if keep <= 1 && keep <= many.list.len() => {
                let first = many.list[..keep].first_mut().and_then(Option::take);
                *self = Chunks::One(first);
            }
            Chunks::Many(many) => {
                many.list.truncate(keep);
                many.zeros = count_zeros(&many.list);
            }
        }
    }
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Content {
        if bytes.len() < CHUNK {
            let len = bytes.len() as u64;
            let chunk = (!bytes.is_empty()).then(|| Rc::new(bytes));
            return Content { len, chunks: Chunks::One(chunk) };
        }
        let mut content = Content::default();
        content.write(0, &bytes, u64::MAX);
        content
    }
}

fn is_zeros(chunk: &Rc<Vec<u8>>) -> bool {
    ZEROS.with(|z| Rc::ptr_eq(z, chunk))
}

fn count_zeros(chunks: &[Chunk]) -> u64 {
    chunks.iter().flatten().filter(|c| is_zeros(c)).count() as u64
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
        let last = self.chunks.all().iter().rposition(Option::is_some);
        let end = last.map_or(0, |i| i * CHUNK + self.chunks.get(i).map_or(0, |c| c.len()));
        (end as u64).min(self.len)
    }

    /// A file of these bytes in which chunks of nothing but zeros are holes.
    pub fn sparse(bytes: &[u8]) -> Content {
        let chunk = |c: &[u8]| {
            let end = c.iter().rposition(|b| *b != 0).map_or(0, |i| i + 1);
            (end > 0).then(|| Rc::new(c[..end].to_vec()))
        };
        let chunks = Chunks::from_list(bytes.chunks(CHUNK).map(chunk).collect());
        Content { len: bytes.len() as u64, chunks }
    }

    /// Blocks of [`BLOCK`] bytes that hold data.
    pub fn blocks(&self) -> u64 {
        self.chunks.all().iter().flatten().map(|c| blocks_of(c.len())).sum()
    }

    /// Blocks that are allocated but cost no memory, since they hold only zeros.
    pub fn zero_blocks(&self) -> u64 {
        self.chunks.zeros() * (CHUNK as u64 / BLOCK)
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
            if let Some(chunk) = self.chunks.get(index)
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
        let have = self.chunks.get(index).map_or(0, |c| c.len());
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
                let have = have.map_or(0, |c| blocks_of(c.len()));
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
        let end = from + data.len();
        let slot = self.chunks.slot(index);
        let was_zeros = slot.as_ref().is_some_and(is_zeros);
        let chunk = Rc::make_mut(slot.get_or_insert_with(Default::default));
        if from == chunk.len() {
            chunk.extend_from_slice(data);
        } else {
            if chunk.len() < end {
                chunk.resize(end, 0);
            }
            chunk[from..end].copy_from_slice(data);
        }
        let now_zeros = end == CHUNK && chunk.iter().all(|b| *b == 0);
        if now_zeros {
            *slot = Some(ZEROS.with(Rc::clone));
        }
        self.chunks.zeros_changed(i64::from(now_zeros) - i64::from(was_zeros));
        self.len = self.len.max(offset + data.len() as u64);
    }

    /// Cuts or extends (by a hole) to `len`. Gives the blocks freed.
    pub fn truncate(&mut self, len: u64) -> u64 {
        let before = self.blocks();
        if len < self.len {
            let keep = len.div_ceil(CHUNK as u64) as usize;
            self.chunks.truncate(keep);
            let tail = (len % CHUNK as u64) as usize;
            if tail > 0 && self.chunks.get(keep - 1).is_some_and(|last| last.len() > tail) {
                let last = self.chunks.slot(keep - 1);
                let was_zeros = last.as_ref().is_some_and(is_zeros);
                if let Some(last) = last {
                    Rc::make_mut(last).truncate(tail);
                }
                self.chunks.zeros_changed(-i64::from(was_zeros));
            }
        }
        self.len = len;
        before - self.blocks()
    }

    /// Whether both share every chunk, which says that they are equal without a look at the bytes.
    pub fn shares_all(&self, other: &Content) -> bool {
        let (ours, theirs) = (self.chunks.all(), other.chunks.all());
        self.len == other.len
            && ours.len() == theirs.len()
            && ours.iter().zip(theirs).all(|(a, b)| match (a, b) {
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
        assert!(Rc::ptr_eq(a.chunks.get(0).unwrap(), b.chunks.get(0).unwrap()));
        assert!(!Rc::ptr_eq(a.chunks.get(3).unwrap(), b.chunks.get(3).unwrap()));
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
