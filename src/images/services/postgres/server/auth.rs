//! Who may connect: the rules of pg_hba.conf, and passwords, kept as SCRAM verifiers. The password itself
//! travels plainly: nobody listens on these wires.

use std::net::Ipv4Addr;

use sha2::{Digest, Sha256};

use crate::coreutils::net::http::base64;

fn hmac(key: &[u8], text: &[u8]) -> [u8; 32] {
    let mut block = [0u8; 64];
    block[..key.len().min(64)].copy_from_slice(&key[..key.len().min(64)]);
    let pad = |x: u8| block.map(|b| b ^ x);
    let inner = Sha256::new().chain_update(pad(0x36)).chain_update(text).finalize();
    Sha256::new().chain_update(pad(0x5c)).chain_update(inner).finalize().into()
}

/// What is kept of a password (RFC 5803).
pub fn verifier(password: &str, salt: &[u8]) -> String {
    let rounds = 4096;
    let mut u = hmac(password.as_bytes(), &[salt, &[0, 0, 0, 1]].concat());
    let mut salted = u;
    for _ in 1..rounds {
        u = hmac(password.as_bytes(), &u);
        salted.iter_mut().zip(u).for_each(|(a, b)| *a ^= b);
    }
    let stored: [u8; 32] = Sha256::digest(hmac(&salted, b"Client Key")).into();
    let server = hmac(&salted, b"Server Key");
    format!("SCRAM-SHA-256${rounds}:{}${}:{}", base64(salt), base64(&stored), base64(&server))
}

/// Whether a password is the one that a verifier was made of.
pub fn matches(verifier_text: &str, password: &str) -> bool {
    let salt = verifier_text.split(['$', ':']).nth(2).unwrap_or_default();
    let salt = unbase64(salt);
    verifier(password, &salt) == verifier_text
}

fn unbase64(s: &str) -> Vec<u8> {
    const ABC: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bits, mut n, mut out) = (0u32, 0, Vec::new());
    for b in s.bytes() {
        let Some(v) = ABC.iter().position(|a| *a == b) else { break };
        bits = (bits << 6) | v as u32;
        n += 6;
        if n >= 8 {
            n -= 8;
            out.push((bits >> n) as u8);
        }
    }
    out
}

/// The method of the first rule of pg_hba.conf that fits; `peer` is `None` on the socket file.
pub fn method(hba: &str, db: &str, user: &str, peer: Option<Ipv4Addr>) -> Option<String> {
    for line in hba.lines() {
        let words: Vec<&str> =
            line.split('#').next().unwrap_or_default().split_whitespace().collect();
        let fits = |list: &str, name: &str| {
            list.split(',').any(|w| w == "all" || w == name || (w == "sameuser" && db == user))
        };
        match (words.as_slice(), peer) {
            (["local", dbs, users, method, ..], None) if fits(dbs, db) && fits(users, user) => {
                return Some((*method).to_string());
            }
            (["host" | "hostnossl", dbs, users, from, method, ..], Some(peer))
                if fits(dbs, db) && fits(users, user) && within(from, peer) =>
            {
                return Some((*method).to_string());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_and_rules() {
        let v = verifier("pencil", b"0123456789abcdef");
        assert!(v.starts_with("SCRAM-SHA-256$4096:MDEyMzQ1Njc4OWFiY2RlZg==$"));
        assert!(matches(&v, "pencil") && !matches(&v, "pen"));
        let hba = "local all all trust\nhost all all 127.0.0.1/32 trust\nhost all all all scram-sha-256\n";
        assert_eq!(method(hba, "a", "b", None).as_deref(), Some("trust"));
        assert_eq!(method(hba, "a", "b", Some(Ipv4Addr::LOCALHOST)).as_deref(), Some("trust"));
        assert_eq!(
            method(hba, "a", "b", Some(Ipv4Addr::new(172, 17, 0, 2))).as_deref(),
            Some("scram-sha-256")
        );
    }
}
