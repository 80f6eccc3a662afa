//! Finding plain text fast, and the plain text that can be read off an expression.

use super::ast::Ast;
use super::nfa::{Inst, Nfa};
use super::utf8::RAW;

/// A set of bytes.
#[derive(Clone, Debug)]
pub struct ByteSet {
    has: [bool; 256],
    /// The bytes, when there are at most three.
    few: Vec<u8>,
}

impl ByteSet {
    fn new(has: [bool; 256]) -> ByteSet {
        let few: Vec<u8> = (0..=255u8).filter(|&b| has[usize::from(b)]).collect();
        ByteSet { has, few: if few.len() <= 3 { few } else { Vec::new() } }
    }

    /// The first place at or after `from` that holds a byte of the set.
    pub fn find(&self, hay: &[u8], from: usize) -> Option<usize> {
        match *self.few.as_slice() {
            [a] => find_byte(hay, a, from),
            _ => hay[from..].iter().position(|&b| self.has[usize::from(b)]).map(|i| i + from),
        }
    }
}

const LOW: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The first `b` in `hay` at or after `from`, eight bytes at a time.
pub fn find_byte(hay: &[u8], b: u8, from: usize) -> Option<usize> {
    let rest = hay.get(from..)?;
    let pattern = LOW * u64::from(b);
    let mut chunks = rest.chunks_exact(8);
    let mut at = from;
    for c in &mut chunks {
        let x = u64::from_le_bytes([c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]]) ^ pattern;
        let hit = x.wrapping_sub(LOW) & !x & HIGH;
        if hit != 0 {
            return Some(at + (hit.trailing_zeros() / 8) as usize);
        }
        at += 8;
    }
    chunks.remainder().iter().position(|&c| c == b).map(|i| i + at)
}

/// The last `b` in `hay`.
pub fn rfind_byte(hay: &[u8], b: u8) -> Option<usize> {
    hay.iter().rposition(|&c| c == b)
}

/// How many times `b` is in `hay`.
pub fn count_byte(hay: &[u8], b: u8) -> usize {
    hay.chunks(192).map(|c| c.iter().map(|&x| u8::from(x == b)).sum::<u8>() as usize).sum()
}

/// The first `needle` in `hay` at or after `from`.
pub fn find(hay: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    if from > hay.len() {
        return None;
    }
    let (Some(&first), n) = (needle.first(), needle.len()) else { return Some(from) };
    let last = hay.len().checked_sub(n)?;
    let mut at = from;
    // A run of false starts would cost length times length: count them and change to a table.
    let mut wasted = 0usize;
    while at <= last {
        at = find_byte(&hay[..=last], first, at)?;
        if &hay[at..at + n] == needle {
            return Some(at);
        }
        at += 1;
        wasted += 1;
        if wasted > 64 && wasted * 4 > at - from {
            return kmp(hay, needle, at);
        }
    }
    None
}

fn kmp(hay: &[u8], needle: &[u8], mut at: usize) -> Option<usize> {
    let n = needle.len();
    // Knuth-Morris-Pratt: linear whatever the text.
    let mut fail = vec![0usize; n];
    let mut k = 0;
    for i in 1..n {
        while k > 0 && needle[i] != needle[k] {
            k = fail[k - 1];
        }
        k += usize::from(needle[i] == needle[k]);
        fail[i] = k;
    }
    k = 0;
    while at < hay.len() {
        while k > 0 && hay[at] != needle[k] {
            k = fail[k - 1];
        }
        k += usize::from(hay[at] == needle[k]);
        at += 1;
        if k == n {
            return Some(at - n);
        }
    }
    None
}

/// The bytes of a set of one character.
fn single(a: &Ast, utf8: bool, out: &mut Vec<u8>) -> bool {
    let Ast::Set(s) = a else { return false };
    let &[(lo, hi)] = s.ranges() else { return false };
    if lo != hi {
        return false;
    }
    if !utf8 {
        out.push(lo as u8);
    } else if lo >= RAW {
        out.push((lo - RAW) as u8);
    } else if let Some(c) = char::from_u32(lo) {
        out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    } else {
        return false;
    }
    true
}

/// The text an expression stands for, if it is nothing but text without groups.
pub fn whole(ast: &Ast, utf8: bool) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let ok = match ast {
        Ast::Empty => true,
        Ast::Cat(v) => v.iter().all(|a| single(a, utf8, &mut out)),
        a => single(a, utf8, &mut out),
    };
    ok.then_some(out)
}

/// The longest text that every match contains.
pub fn must(ast: &Ast, utf8: bool) -> Option<Vec<u8>> {
    let mut best: Vec<u8> = Vec::new();
    let mut run: Vec<u8> = Vec::new();
    let seq = match ast {
        Ast::Cat(v) => v.as_slice(),
        a => std::slice::from_ref(a),
    };
    for a in seq {
        if single(a, utf8, &mut run) || matches!(a, Ast::Assert(_) | Ast::Empty) {
            continue;
        }
        if run.len() > best.len() {
            best = std::mem::take(&mut run);
        }
        run.clear();
        let inner = match a {
            Ast::Group(_, g) => must(g, utf8),
            Ast::Repeat { node, min, .. } if *min > 0 => must(node, utf8),
            Ast::Cat(_) => must(a, utf8),
            _ => None,
        };
        if let Some(i) = inner
            && i.len() > best.len()
        {
            best = i;
        }
    }
    if run.len() > best.len() {
        best = run;
    }
    (!best.is_empty()).then_some(best)
}

/// The bytes a match can begin with; `None` if it may be empty or there are too many to be of use.
pub fn first_bytes(nfa: &Nfa) -> Option<ByteSet> {
    let mut seen = vec![false; nfa.insts.len()];
    let mut has = [false; 256];
    let mut stack = vec![nfa.start];
    while let Some(pc) = stack.pop() {
        if std::mem::replace(&mut seen[pc as usize], true) {
            continue;
        }
        match &nfa.insts[pc as usize] {
            Inst::Match => return None,
            Inst::Split(a, b) => stack.extend([*a, *b]),
            Inst::Assert(_, n) => stack.push(*n),
            Inst::Range(lo, hi, _) => {
                (*lo..=*hi).for_each(|b| has[usize::from(b)] = true);
            }
            Inst::Bytes(set, _) => {
                for (b, h) in has.iter_mut().enumerate() {
                    *h |= nfa.sets[*set as usize][b];
                }
            }
            Inst::Fail => {}
        }
    }
    let n = has.iter().filter(|h| **h).count();
    (n <= 64).then(|| ByteSet::new(has))
}
