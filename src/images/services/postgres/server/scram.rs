//! SCRAM-SHA-256 (RFC 5802, RFC 7677): what is kept of a password, and how both ends prove that they know it
//! without its going over the wire.

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

/// How often a password is hashed.
const ROUNDS: u32 = 4096;

type Hash = [u8; 32];

fn hmac(key: &[u8], text: &[u8]) -> Hash {
    let mut block = [0u8; 64];
    if key.len() > block.len() {
        block[..32].copy_from_slice(&Sha256::digest(key));
    } else {
        block[..key.len()].copy_from_slice(key);
    }
    let pad = |x: u8| block.map(|b| b ^ x);
    let inner = Sha256::new().chain_update(pad(0x36)).chain_update(text).finalize();
    Sha256::new().chain_update(pad(0x5c)).chain_update(inner).finalize().into()
}

fn salted(password: &str, salt: &[u8], rounds: u32) -> Hash {
    let mut u = hmac(password.as_bytes(), &[salt, &[0, 0, 0, 1]].concat());
    let mut out = u;
    for _ in 1..rounds {
        u = hmac(password.as_bytes(), &u);
        out.iter_mut().zip(u).for_each(|(a, b)| *a ^= b);
    }
    out
}

fn xor(a: &Hash, b: &Hash) -> Hash {
    let mut out = *a;
    out.iter_mut().zip(b).for_each(|(a, b)| *a ^= b);
    out
}

fn unbase64(s: &str) -> Option<Vec<u8>> {
    BASE64.decode(s.as_bytes()).ok()
}

fn base64(bytes: &[u8]) -> String {
    BASE64.encode(bytes)
}

/// The value of an attribute, `r=...`.
fn attribute(message: &str, name: char) -> Option<&str> {
    message.split(',').find_map(|a| a.strip_prefix(name)?.strip_prefix('='))
}

/// What is kept of a password (RFC 5803).
pub fn verifier(password: &str, salt: &[u8]) -> String {
    let salted = salted(password, salt, ROUNDS);
    let stored: Hash = Sha256::digest(hmac(&salted, b"Client Key")).into();
    let server = hmac(&salted, b"Server Key");
    format!("SCRAM-SHA-256${ROUNDS}:{}${}:{}", base64(salt), base64(&stored), base64(&server))
}

/// Whether a password is the one that a verifier was made of.
pub fn verify_plain(kept: &str, password: &str) -> bool {
    let salt = Kept::parse(kept).and_then(|k| unbase64(&k.salt));
    salt.is_some_and(|salt| verifier(password, &salt) == kept)
}

/// Whether a text is a verifier already: passwords may be given so.
pub fn is_verifier(text: &str) -> bool {
    Kept::parse(text).is_some()
}

/// A verifier's parts.
#[derive(Clone, Debug)]
struct Kept {
    rounds: u32,
    salt: String,
    stored: Hash,
    server: Hash,
}

impl Kept {
    fn parse(text: &str) -> Option<Kept> {
        let rest = text.strip_prefix("SCRAM-SHA-256$")?;
        let (front, keys) = rest.split_once('$')?;
        let (rounds, salt) = front.split_once(':')?;
        let (stored, server) = keys.split_once(':')?;
        Some(Kept {
            rounds: rounds.parse().ok()?,
            salt: salt.to_string(),
            stored: unbase64(stored)?.try_into().ok()?,
            server: unbase64(server)?.try_into().ok()?,
        })
    }
}

/// The server's side of a proof.
#[derive(Clone, Debug)]
pub struct Challenge {
    kept: Option<Kept>,
    first: String,
    message: String,
    nonce: String,
}

impl Challenge {
    /// Answers a client's first message. Whoever has no password gets a challenge too, which nobody can
    /// meet. `None` where the message is none.
    pub fn new(kept: Option<&str>, client_first: &str, random: &[u8; 32]) -> Option<Challenge> {
        let bare = client_first.strip_prefix("n,,").or_else(|| client_first.strip_prefix("y,,"))?;
        let kept = kept.and_then(Kept::parse);
        let nonce = format!("{}{}", attribute(bare, 'r')?, base64(&random[..18]));
        let salt = kept.as_ref().map_or_else(|| base64(&random[16..]), |k| k.salt.clone());
        let rounds = kept.as_ref().map_or(ROUNDS, |k| k.rounds);
        let message = format!("r={nonce},s={salt},i={rounds}");
        Some(Challenge { kept, first: bare.to_string(), message, nonce })
    }

    /// What goes to the client.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Looks at a client's proof; gives the server's own where it is right.
    pub fn verify(&self, client_final: &str) -> Option<String> {
        let (without, proof) = client_final.rsplit_once(",p=")?;
        if attribute(without, 'r')? != self.nonce {
            return None;
        }
        let kept = self.kept.as_ref()?;
        let all = format!("{},{},{without}", self.first, self.message);
        let proof: Hash = unbase64(proof)?.try_into().ok()?;
        let key = xor(&proof, &hmac(&kept.stored, all.as_bytes()));
        let stored: Hash = Sha256::digest(key).into();
        (stored == kept.stored)
            .then(|| format!("v={}", base64(&hmac(&kept.server, all.as_bytes()))))
    }
}

/// A client's side: its first message without what stands before, and its answer to a challenge.
#[derive(Clone, Debug)]
pub struct Proof {
    first: String,
    server: String,
}

impl Proof {
    /// Begins; the random bytes make the nonce.
    pub fn new(random: &[u8; 18]) -> Proof {
        Proof { first: format!("n=,r={}", base64(random)), server: String::new() }
    }

    /// The first message.
    pub fn first(&self) -> String {
        format!("n,,{}", self.first)
    }

    /// The answer to a challenge; `None` where it is none.
    pub fn answer(&mut self, password: &str, challenge: &str) -> Option<String> {
        let nonce = attribute(challenge, 'r')?;
        if !nonce.starts_with(attribute(&self.first, 'r')?) {
            return None;
        }
        let salt = unbase64(attribute(challenge, 's')?)?;
        let rounds =
            attribute(challenge, 'i')?.parse().ok().filter(|n| (1..=100_000).contains(n))?;
        let salted = salted(password, &salt, rounds);
        let without = format!("c=biws,r={nonce}");
        let all = format!("{},{challenge},{without}", self.first);
        let key = hmac(&salted, b"Client Key");
        let stored: Hash = Sha256::digest(key).into();
        let proof = xor(&key, &hmac(&stored, all.as_bytes()));
        self.server = base64(&hmac(&hmac(&salted, b"Server Key"), all.as_bytes()));
        Some(format!("{without},p={}", base64(&proof)))
    }

    /// Whether the server proved that it knows the password too.
    pub fn is_met(&self, server_final: &str) -> bool {
        attribute(server_final, 'v') == Some(&self.server)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_agree_on_the_password_alone() {
        let kept = verifier("pencil", b"0123456789abcdef");
        assert!(kept.starts_with("SCRAM-SHA-256$4096:MDEyMzQ1Njc4OWFiY2RlZg==$"));
        assert!(is_verifier(&kept) && !is_verifier("pencil"));
        let mut proof = Proof::new(&[7; 18]);
        let challenge = Challenge::new(Some(&kept), &proof.first(), &[9; 32]).unwrap();
        let good = proof.answer("pencil", challenge.message()).unwrap();
        assert!(proof.is_met(&challenge.verify(&good).unwrap()));
        let bad = proof.answer("pen", challenge.message()).unwrap();
        assert_eq!(challenge.verify(&bad), None);
        let nobody = Challenge::new(None, &proof.first(), &[9; 32]).unwrap();
        let any = proof.answer("pencil", nobody.message()).unwrap();
        assert_eq!(nobody.verify(&any), None);
    }
}
