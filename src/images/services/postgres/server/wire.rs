//! Messages of PostgreSQL's protocol: a letter, a length of four bytes (greatest first) that counts itself,
//! and a body.

use crate::kernel::{Fd, Proc};

use super::super::error::PgError;

/// The longest message that is taken.
const MOST: usize = 256 << 20;

/// What a connection has sent and is not read yet.
#[derive(Debug, Default)]
pub struct Reader {
    bytes: Vec<u8>,
    at: usize,
}

impl Reader {
    async fn exactly(&mut self, p: &Proc, fd: Fd, n: usize) -> Option<Vec<u8>> {
        while self.bytes.len() - self.at < n {
            if self.at > 0 {
                self.bytes.drain(..self.at);
                self.at = 0;
            }
            match p.read_on(fd, 1 << 16).await {
                Ok(piece) if !piece.is_empty() => self.bytes.extend(piece),
                _ => return None,
            }
        }
        let out = self.bytes[self.at..self.at + n].to_vec();
        self.at += n;
        Some(out)
    }

    async fn length(&mut self, p: &Proc, fd: Fd) -> Option<usize> {
        let n = self.exactly(p, fd, 4).await?;
        let n = u32::from_be_bytes(n.try_into().ok()?) as usize;
        (4..MOST).contains(&n).then(|| n - 4)
    }

    /// A client's first message, which has no letter.
    pub async fn start(&mut self, p: &Proc, fd: Fd) -> Option<Vec<u8>> {
        let n = self.length(p, fd).await?;
        self.exactly(p, fd, n).await
    }

    /// A message; `None` at the end.
    pub async fn message(&mut self, p: &Proc, fd: Fd) -> Option<(u8, Vec<u8>)> {
        let kind = self.exactly(p, fd, 1).await?[0];
        let n = self.length(p, fd).await?;
        Some((kind, self.exactly(p, fd, n).await?))
    }
}

/// Puts a message behind others.
pub fn put(out: &mut Vec<u8>, kind: u8, body: &[u8]) {
    out.push(kind);
    out.extend((body.len() as u32 + 4).to_be_bytes());
    out.extend(body);
}

/// Texts, each with a zero behind it.
pub fn zeros(texts: &[&str]) -> Vec<u8> {
    let mut out = Vec::new();
    for t in texts {
        out.extend(crate::vfs::text::encode(t).iter());
        out.push(0);
    }
    out
}

/// The texts that end in zeros.
pub fn texts(body: &[u8]) -> Vec<String> {
    let mut all: Vec<String> =
        body.split(|b| *b == 0).map(|t| crate::vfs::text::decode(t).into_owned()).collect();
    all.pop();
    all
}

/// An error or a notice.
pub fn put_error(out: &mut Vec<u8>, e: &PgError) {
    let mut body = Vec::new();
    let position = e.position.map(|p| p.to_string());
    for (field, text) in [
        (b'S', Some(e.severity)),
        (b'V', Some(e.severity)),
        (b'C', Some(e.code)),
        (b'M', Some(&*e.message)),
        (b'D', e.detail.as_deref()),
        (b'H', e.hint.as_deref()),
        (b'P', position.as_deref()),
        (b'W', e.context.as_deref()),
    ] {
        if let Some(text) = text {
            body.push(field);
            body.extend(zeros(&[text]));
        }
    }
    body.push(0);
    let kind = if matches!(e.severity, "NOTICE" | "WARNING") { b'N' } else { b'E' };
    put(out, kind, &body);
}
