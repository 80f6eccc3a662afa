//! Who may connect: the rules of pg_hba.conf, and the words with a client that has to prove who it is.

use std::net::Ipv4Addr;

use super::super::error::{PgError, Res};
use super::scram::Challenge;
use super::wire::{Reader, put, texts, zeros};
use crate::kernel::{Fd, Proc};

/// A rule that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// `trust`, `scram-sha-256` ...
    pub method: String,
    /// Its line's number and text.
    pub line: (usize, String),
}

/// The first rule of pg_hba.conf that fits; `peer` is `None` on the socket file.
pub fn rule(hba: &str, db: &str, user: &str, peer: Option<Ipv4Addr>) -> Option<Rule> {
    for (n, line) in hba.lines().enumerate() {
        let words: Vec<&str> =
            line.split('#').next().unwrap_or_default().split_whitespace().collect();
        let fits = |list: &str, name: &str| {
            list.split(',').any(|w| w == "all" || w == name || (w == "sameuser" && db == user))
        };
        let rule = |method: &str| Rule {
            method: method.to_string(),
            line: (n + 1, line.trim().to_string()),
        };
        match (words.as_slice(), peer) {
            (["local", dbs, users, method, ..], None) if fits(dbs, db) && fits(users, user) => {
                return Some(rule(method));
            }
            (["host" | "hostnossl", dbs, users, from, method, ..], Some(peer))
                if fits(dbs, db) && fits(users, user) && within(from, peer) =>
            {
                return Some(rule(method));
            }
            _ => {}
        }
    }
    None
}

fn within(from: &str, peer: Ipv4Addr) -> bool {
    if matches!(from, "all" | "0.0.0.0/0" | "samenet") {
        return true;
    }
    let (addr, bits) = from.split_once('/').unwrap_or((from, "32"));
    let (Ok(addr), Ok(bits)) = (addr.parse::<Ipv4Addr>(), bits.parse::<u32>()) else {
        return false;
    };
    let mask = u32::MAX.checked_shl(32u32.saturating_sub(bits)).unwrap_or(0);
    u32::from(addr) & mask == u32::from(peer) & mask
}

/// A connection that is being let in.
pub struct Asking<'a> {
    /// The process that asks.
    pub p: &'a Proc,
    /// The connection.
    pub fd: Fd,
    /// What came over it.
    pub reader: &'a mut Reader,
}

impl Asking<'_> {
    async fn send(&self, code: u32, body: &[u8]) {
        let mut out = Vec::new();
        put(&mut out, b'R', &[&code.to_be_bytes(), body].concat());
        let _ = self.p.write_all(self.fd, &out).await;
    }

    async fn answer(&mut self) -> Option<Vec<u8>> {
        match self.reader.message(self.p, self.fd).await {
            Some((b'p', body)) => Some(body),
            _ => None,
        }
    }

    /// Whether the client knows the password of which `kept` is the verifier; nothing where it went away.
    pub async fn scram(&mut self, kept: Option<&str>) -> Option<bool> {
        self.send(10, &zeros(&["SCRAM-SHA-256", ""])).await;
        let body = self.answer().await?;
        // The method's name, a length of four bytes, the first message.
        let end = body.iter().position(|b| *b == 0)?;
        let first = String::from_utf8_lossy(body.get(end + 5..)?).into_owned();
        let mut random = [0; 32];
        self.p.random(&mut random);
        let Some(challenge) = Challenge::new(kept, &first, &random) else { return Some(false) };
        self.send(11, challenge.message().as_bytes()).await;
        let proof = self.answer().await?;
        let verified = challenge.verify(&String::from_utf8_lossy(&proof));
        if let Some(own) = &verified {
            self.send(12, own.as_bytes()).await;
        }
        Some(verified.is_some())
    }

    /// The same, the password itself being sent, as the method `password` has it.
    pub async fn plain(&mut self, kept: Option<&str>) -> Option<bool> {
        self.send(3, &[]).await;
        let given = texts(&self.answer().await?).into_iter().next()?;
        let salt = |k: &str| super::scram::verify_plain(k, &given);
        Some(kept.is_some_and(salt))
    }
}

/// That a method which is written in pg_hba.conf is not there.
pub fn no_method(method: &str) -> Res<()> {
    Err(PgError::fatal("28000", format!("the authentication method {method} is not simulated")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_rule_that_fits_decides() {
        let hba = "local all all trust\nhost all all 127.0.0.1/32 trust\nhost all all all scram-sha-256\n";
        let of = |peer| rule(hba, "a", "b", peer).unwrap();
        assert_eq!(of(None).method, "trust");
        assert_eq!(of(Some(Ipv4Addr::LOCALHOST)).line.0, 2);
        let other = of(Some(Ipv4Addr::new(172, 17, 0, 2)));
        assert_eq!(other.method, "scram-sha-256");
        assert_eq!(other.line, (3, "host all all all scram-sha-256".to_string()));
    }
}
