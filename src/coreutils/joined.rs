//! Files read as one stream of bytes, block by block, for programs that dump them: od, hexdump.

use super::Cx;
use super::lines::Reader;

/// Files one after the other.
pub struct Joined {
    names: std::vec::IntoIter<String>,
    now: Option<(String, Reader)>,
    /// Bytes still to be given out.
    limit: u64,
    /// Files that could be opened.
    pub opened: u32,
    /// 1 once a file could not be read.
    pub status: i32,
}

impl Joined {
    /// The files of these names (`-` is standard input), of which no more than `limit` bytes are wanted
    /// after what is skipped.
    pub fn new(names: Vec<String>, limit: u64) -> Joined {
        Joined { names: names.into_iter(), now: None, limit, opened: 0, status: 0 }
    }

    /// Goes to the next file with bytes in it; false after the last.
    async fn fill(&mut self, cx: &mut Cx) -> bool {
        loop {
            if let Some((name, reader)) = &mut self.now {
                if !reader.buffered().is_empty() {
                    return true;
                }
                match reader.fill(&cx.p).await {
                    Ok(true) => return true,
                    Ok(false) => {}
                    Err(e) => {
                        let name = name.clone();
                        self.status |= cx.err_read(&name, e).await;
                    }
                }
                if let Some((_, done)) = self.now.take() {
                    cx.close_input(done.fd);
                }
            }
            let Some(name) = self.names.next() else { return false };
            match cx.reader(&name).await {
                Some(reader) => {
                    self.opened += 1;
                    self.now = Some((name, reader));
                }
                None => self.status = 1,
            }
        }
    }

    /// Leaves bytes out; gives how many there were not.
    pub async fn skip(&mut self, cx: &mut Cx, mut n: u64) -> u64 {
        while n > 0 && self.fill(cx).await {
            let Some((_, reader)) = &mut self.now else { break };
            let some = (reader.buffered().len() as u64).min(n);
            reader.consume(some as usize);
            n -= some;
        }
        n
    }

    /// The next `n` bytes, fewer at the end.
    pub async fn take(&mut self, cx: &mut Cx, n: usize) -> Vec<u8> {
        let want = self.limit.min(n as u64) as usize;
        let mut out = Vec::new();
        while out.len() < want && self.fill(cx).await {
            let Some((_, reader)) = &mut self.now else { break };
            let some = &reader.buffered()[..reader.buffered().len().min(want - out.len())];
            out.extend_from_slice(some);
            let some = some.len();
            reader.consume(some);
        }
        self.limit -= out.len() as u64;
        out
    }
}
