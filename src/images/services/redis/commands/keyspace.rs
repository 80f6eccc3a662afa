//! All keys of a database: listed, counted, thrown away; and what evicts some when memory is short.

use super::super::resp::Reply;
use super::super::server::Server;
use super::super::value::{Bytes, Db};
use super::ctx::{Ctx, int};
use super::keys::database;
use super::{Answer, err, lower, syntax};

/// Whether a glob pattern fits: `*`, `?`, `[a-z]`, `[^a]`, `\`.
pub fn fits(pattern: &[u8], text: &[u8]) -> bool {
    // Where the last star stood, and how much of the text it has taken: enough to go back to.
    let (mut p, mut t, mut star) = (0, 0, None);
    while t < text.len() {
        if pattern.get(p) == Some(&b'*') {
            p += 1;
            star = Some((p, t));
            continue;
        }
        match one(&pattern[p.min(pattern.len())..], text[t]) {
            Some(n) => {
                p += n;
                t += 1;
            }
            None => match star {
                Some((at, taken)) => {
                    (p, t) = (at, taken + 1);
                    star = Some((at, taken + 1));
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(|b| *b == b'*')
}

/// How much of the pattern fits one byte.
fn one(pattern: &[u8], b: u8) -> Option<usize> {
    match *pattern.first()? {
        b'?' => Some(1),
        b'\\' if pattern.len() > 1 => (pattern[1] == b).then_some(2),
        b'[' => {
            let not = pattern.get(1) == Some(&b'^');
            let mut i = 1 + usize::from(not);
            let mut found = false;
            while i < pattern.len() && pattern[i] != b']' {
                if pattern[i] == b'\\' && i + 1 < pattern.len() {
                    i += 1;
                    found |= pattern[i] == b;
                } else if i + 2 < pattern.len() && pattern[i + 1] == b'-' {
                    let (a, z) = (pattern[i].min(pattern[i + 2]), pattern[i].max(pattern[i + 2]));
                    found |= (a..=z).contains(&b);
                    i += 2;
                } else {
                    found |= pattern[i] == b;
                }
                i += 1;
            }
            (found != not).then_some((i + 1).min(pattern.len()))
        }
        c => (c == b).then_some(1),
    }
}

/// `KEYS pattern`.
pub fn keys(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let now = ctx.now;
    let alive = ctx.s.dbs[ctx.db].keys.iter().filter(|(_, e)| e.expires.is_none_or(|at| at > now));
    Ok(Reply::list(
        alive.filter(|(k, _)| fits(&w[1], k)).map(|(k, _)| k.clone()).collect::<Vec<_>>(),
    ))
}

struct Scan {
    pattern: Option<Bytes>,
    count: usize,
    kind: Option<String>,
    no_values: bool,
}

fn options(words: &[Bytes]) -> Result<Scan, Reply> {
    let mut scan = Scan { pattern: None, count: 10, kind: None, no_values: false };
    let mut i = 0;
    while i < words.len() {
        let value = words.get(i + 1);
        match (lower(&words[i]).as_str(), value) {
            ("match", Some(v)) => scan.pattern = Some(v.clone()),
            ("count", Some(v)) => match int(v)? {
                n if n > 0 => scan.count = n as usize,
                _ => return syntax(),
            },
            ("type", Some(v)) => scan.kind = Some(lower(v)),
            ("novalues", _) => {
                scan.no_values = true;
                i += 1;
                continue;
            }
            _ => return syntax(),
        }
        i += 2;
    }
    Ok(scan)
}

fn cursor(word: &[u8]) -> Result<usize, Reply> {
    match std::str::from_utf8(word).ok().and_then(|w| w.parse().ok()) {
        Some(n) => Ok(n),
        None => err("invalid cursor"),
    }
}

fn page<T>(all: impl Iterator<Item = T>, from: usize, count: usize) -> (Vec<T>, usize) {
    let mut rest = all.skip(from);
    let taken: Vec<T> = rest.by_ref().take(count).collect();
    let next = if rest.next().is_some() { from + taken.len() } else { 0 };
    (taken, next)
}

fn answer(next: usize, items: Vec<Reply>) -> Reply {
    Reply::Array(vec![Reply::text(next.to_string()), Reply::Array(items)])
}

/// `SCAN cursor [MATCH pattern] [COUNT n] [TYPE kind]`.
pub fn scan(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let from = cursor(&w[1])?;
    let scan = options(&w[2..])?;
    let now = ctx.now;
    let (found, next) = page(ctx.s.dbs[ctx.db].keys.iter(), from, scan.count);
    let wanted = |(k, e): &(&Bytes, &super::super::value::Entry)| {
        e.expires.is_none_or(|at| at > now)
            && scan.pattern.as_ref().is_none_or(|p| fits(p, k))
            && scan.kind.as_ref().is_none_or(|t| t == e.value.kind())
    };
    let items = found.into_iter().filter(wanted).map(|(k, _)| Reply::Bulk(k.clone())).collect();
    Ok(answer(next, items))
}

/// The scan of one key's members, with their values.
pub fn scan_items(at: &[u8], words: &[Bytes], items: Vec<(Bytes, Option<Bytes>)>) -> Answer {
    let from = cursor(at)?;
    let scan = options(words)?;
    // Small values are given whole, as the real server does with its small encodings.
    let count = if items.len() <= 512 { items.len() } else { scan.count };
    let (found, next) = page(items.into_iter(), from, count);
    let mut out = Vec::new();
    for (k, v) in
        found.into_iter().filter(|(k, _)| scan.pattern.as_ref().is_none_or(|p| fits(p, k)))
    {
        out.push(Reply::Bulk(k));
        out.extend(v.filter(|_| !scan.no_values).map(Reply::Bulk));
    }
    Ok(answer(next, out))
}

/// `RANDOMKEY`.
pub fn randomkey(ctx: &mut Ctx, _: &[Bytes]) -> Answer {
    let n = ctx.random(ctx.s.dbs[ctx.db].keys.len());
    Ok(Reply::maybe(ctx.s.dbs[ctx.db].keys.keys().nth(n).cloned()))
}

/// `DBSIZE`.
pub fn dbsize(ctx: &mut Ctx, _: &[Bytes]) -> Answer {
    Ok(Reply::count(ctx.s.dbs[ctx.db].keys.len()))
}

fn empty(db: &mut Db) -> usize {
    db.versions.values_mut().for_each(|v| *v += 1);
    let n = db.keys.len();
    db.keys.clear();
    n
}

fn flush(ctx: &mut Ctx, w: &[Bytes], all: bool) -> Answer {
    match w.get(1).map(|o| lower(o)).as_deref() {
        None | Some("sync" | "async") if w.len() <= 2 => {}
        _ => return syntax(),
    }
    let db = ctx.db;
    let dbs = if all { &mut ctx.s.dbs[..] } else { &mut ctx.s.dbs[db..=db] };
    let gone: usize = dbs.iter_mut().map(empty).sum();
    // Passed on also where there was nothing, as FLUSHALL counts as a change.
    ctx.changes += gone.max(1) as u64;
    if all && !ctx.s.config.save_points().is_empty() && ctx.id != 0 {
        // The real server makes its snapshot anew when all is thrown away.
        let p = ctx.p;
        ctx.s.save(p);
    }
    Ok(Reply::OK)
}

/// `FLUSHDB [SYNC|ASYNC]`.
pub fn flushdb(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    flush(ctx, w, false)
}

/// `FLUSHALL [SYNC|ASYNC]`.
pub fn flushall(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    flush(ctx, w, true)
}

/// `SWAPDB a b`.
pub fn swapdb(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let (a, b) = (database(ctx, &w[1])?, database(ctx, &w[2])?);
    ctx.s.dbs.swap(a, b);
    for n in [a, b] {
        ctx.s.dbs[n].versions.values_mut().for_each(|v| *v += 1);
    }
    ctx.changes += 1;
    Ok(Reply::OK)
}

/// `SELECT db`.
pub fn select(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let n = database(ctx, &w[1])?;
    if let Some(c) = ctx.client() {
        c.db = n;
    }
    Ok(Reply::OK)
}

impl Server {
    /// Takes keys out by the policy until memory is below `most`; false where that can not be reached.
    pub fn make_room(&mut self, most: i64) -> bool {
        let policy = self.config.get("maxmemory-policy");
        // What the server itself takes can not be given back.
        while self.memory() as i64 > most {
            if policy == "noeviction" {
                return false;
            }
            let only = policy.starts_with("volatile");
            let mut victim: Option<(i64, usize, Bytes)> = None;
            for (n, db) in self.dbs.iter().enumerate() {
                for (key, e) in &db.keys {
                    let end = e.expires.unwrap_or(i64::MAX);
                    if only && e.expires.is_none() {
                        continue;
                    }
                    if victim.as_ref().is_none_or(|(old, ..)| end < *old) {
                        victim = Some((end, n, key.clone()));
                    }
                }
            }
            let Some((_, db, key)) = victim else { return false };
            self.dbs[db].keys.remove(&key);
            self.touch(db, &key);
            self.stats.evicted += 1;
            self.propagate(db, &[vec![b"DEL".to_vec(), key]]);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn patterns() {
        for (p, t) in [
            ("*", ""),
            ("a*c", "abbc"),
            ("h?llo", "hello"),
            ("h[a-e]llo", "hello"),
            ("a\\*", "a*"),
            ("**", "x"),
        ] {
            assert!(fits(p.as_bytes(), t.as_bytes()), "{p} {t}");
        }
        for (p, t) in [
            ("", "a"),
            ("a*c", "abb"),
            ("h[^e]llo", "hello"),
            ("a\\*", "ab"),
            ("[", "x"),
            ("a?", "a"),
        ] {
            assert!(!fits(p.as_bytes(), t.as_bytes()), "{p} {t}");
        }
        assert!(!fits(&b"a*".repeat(50), &b"a".repeat(49)));
    }
}
