//! awk's sub and gsub.

use super::op::Place;
use super::value::Val;
use super::vm::{Step, Vm, fatal};
use crate::coreutils::regex::{Regex, char_len};
use std::rc::Rc;

impl Vm {
    pub(super) fn substitute(&mut self, p: Place, global: bool) -> Step<()> {
        // What the place needs lies on top; the place keeps it until the result is stored.
        let old = self.get(p, true)?;
        let need = if matches!(p, Place::Field | Place::Elem(_)) { Some(self.pop()) } else { None };
        let t = self.to_text(&old);
        let repl = self.pop();
        let repl = self.to_text(&repl);
        let re = self.pop();
        let re = self.regex_of(&re)?;
        let which = usize::from(!global);
        let (out, count) = self.replace(&re, &repl, &t, which)?;
        if count > 0 {
            if let Some(n) = need {
                self.push(n);
            }
            self.set(p, Val::Str(Rc::new(out)))?;
        }
        self.push(Val::Num(count as f64));
        Ok(())
    }

    pub(super) fn substitute_value(&mut self, global: bool) -> Step<()> {
        let v = self.pop();
        let t = self.to_text(&v);
        let repl = self.pop();
        let repl = self.to_text(&repl);
        let re = self.pop();
        let re = self.regex_of(&re)?;
        let (_, count) = self.replace(&re, &repl, &t, usize::from(!global))?;
        self.push(Val::Num(count as f64));
        Ok(())
    }

    /// Replaces match number `which` (0: all).
    pub(super) fn replace(
        &mut self,
        re: &Regex,
        repl: &[u8],
        t: &[u8],
        which: usize,
    ) -> Step<(Vec<u8>, usize)> {
        let plain = !repl.iter().any(|b| matches!(b, b'\\' | b'&'));
        let mut out = Vec::with_capacity(t.len() + 16);
        let (mut at, mut copied, mut number, mut done) = (0, 0, 0, 0);
        let mut last_end = None;
        while at <= t.len() {
            let found = re.find_at(t, at);
            let Some((a, b)) = found.or_else(|e| fatal(e.to_string()))? else { break };
            let step = if self.utf8 { char_len(t, a) } else { 1 };
            if a == b && last_end == Some(a) {
                // An empty match right after a match does not count.
                at = a + step;
                continue;
            }
            number += 1;
            out.extend_from_slice(&t[copied..a]);
            if which == 0 || number == which {
                done += 1;
                if plain {
                    out.extend_from_slice(repl);
                } else {
                    expand(repl, t, (a, b), &mut out);
                }
            } else {
                out.extend_from_slice(&t[a..b]);
            }
            copied = b;
            if which != 0 && number >= which {
                break;
            }
            last_end = Some(b);
            at = if a == b { a + step } else { b };
        }
        out.extend_from_slice(&t[copied..]);
        Ok((out, done))
    }
}

/// Appends a replacement: `&` is the match, `\&` an ampersand, `\\&` a backslash and the match.
fn expand(repl: &[u8], t: &[u8], (a, b): (usize, usize), out: &mut Vec<u8>) {
    let mut i = 0;
    while i < repl.len() {
        match (repl[i], repl.get(i + 1)) {
            (b'&', _) => out.extend_from_slice(&t[a..b]),
            (b'\\', Some(b'&')) => {
                out.push(b'&');
                i += 1;
            }
            (b'\\', Some(b'\\')) if repl.get(i + 2) == Some(&b'&') => {
                out.push(b'\\');
                i += 1;
            }
            (c, _) => out.push(c),
        }
        i += 1;
    }
}
