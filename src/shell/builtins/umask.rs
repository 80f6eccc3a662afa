//! `umask`

use super::options;
use crate::shell::Dialect;
use crate::shell::exec::Args;
use crate::shell::state::{Res, Shell};

pub(super) fn umask(sh: &mut Shell, args: &Args) -> Res<i32> {
    let spec = if sh.bash() { "pS" } else { "S" };
    let words = args.rest();
    let (found, at) = match options(words, spec) {
        Ok(f) => f,
        Err((c, _)) => return sh.bad_option("umask", c),
    };
    let has = |c: char| found.iter().any(|(o, _)| *o == c);
    let mask = sh.p.umask();
    let Some(w) = words.get(at) else {
        let text = if has('S') { symbolic(mask) } else { format!("{mask:04o}") };
        let head = match (has('p'), has('S')) {
            (true, true) => "umask -S ",
            (true, false) => "umask ",
            _ => "",
        };
        sh.say(&format!("{head}{text}\n"));
        return Ok(0);
    };
    if w.starts_with(|c: char| c.is_ascii_digit()) {
        match u32::from_str_radix(w, 8) {
            Ok(n) if n <= 0o7777 => {
                sh.p.set_umask(n & 0o777);
                if has('S') && sh.bash() {
                    let text = symbolic(n & 0o777);
                    sh.say(&format!("{text}\n"));
                }
                return Ok(0);
            }
            _ => {
                let m = match sh.dialect {
                    Dialect::Bash => format!("{w}: octal number out of range"),
                    Dialect::Ash => format!("illegal mode: {w}"),
                    _ => format!("Illegal number: {w}"),
                };
                sh.builtin_error("umask", &m);
                return Ok(sh.builtin_failed());
            }
        }
    }
    match apply(w, mask, sh.bash()) {
        Ok(m) => {
            sh.p.set_umask(m);
            if has('S') {
                let text = symbolic(m);
                sh.say(&format!("{text}\n"));
            }
            Ok(0)
        }
        Err(m) => {
            let m = match sh.dialect {
                Dialect::Bash => m,
                Dialect::Ash => format!("illegal mode: {w}"),
                Dialect::Dash => format!("Illegal mode: {w}"),
            };
            sh.builtin_error("umask", &m);
            Ok(sh.builtin_failed())
        }
    }
}

fn symbolic(mask: u32) -> String {
    let part = |who: char, shift: u32| {
        let bits = !(mask >> shift) & 7;
        let mut s = format!("{who}=");
        for (bit, c) in [(4, 'r'), (2, 'w'), (1, 'x')] {
            if bits & bit != 0 {
                s.push(c);
            }
        }
        s
    };
    format!("{},{},{}", part('u', 6), part('g', 3), part('o', 0))
}

/// What stands where `+`, `-` or `=` should; at the end, C's NUL.
fn bad_operator(c: char) -> String {
    format!("`{c}': invalid symbolic mode operator")
}

/// A symbolic mode says what is to be allowed, so the mask is the opposite.
fn apply(text: &str, mask: u32, bash: bool) -> Result<u32, String> {
    let mut allowed = !mask & 0o777;
    let mut clauses = text.split(',').peekable();
    while let Some(clause) = clauses.next() {
        let mut chars = clause.chars().peekable();
        let mut who = 0u32;
        while let Some(c) = chars.peek() {
            who |= match c {
                'u' => 0o700,
                'g' => 0o070,
                'o' => 0o007,
                'a' => 0o777,
                _ => break,
            };
            chars.next();
        }
        if who == 0 {
            who = 0o777;
        }
        let mut any = false;
        while let Some(op) = chars.next() {
            if !matches!(op, '+' | '-' | '=') {
                return Err(bad_operator(op));
            }
            any = true;
            let mut bits = 0u32;
            while let Some(&c) = chars.peek() {
                bits |= match c {
                    'r' => 0o444,
                    'w' => 0o222,
                    'x' | 'X' => 0o111,
                    's' | 't' if !bash => 0,
                    'u' if !bash => (allowed >> 6 & 7) * 0o111,
                    'g' if !bash => (allowed >> 3 & 7) * 0o111,
                    'o' if !bash => (allowed & 7) * 0o111,
                    '+' | '-' | '=' => break,
                    c => return Err(format!("`{c}': invalid symbolic mode character")),
                };
                chars.next();
            }
            match op {
                '+' => allowed |= bits & who,
                '-' => allowed &= !(bits & who),
                _ => allowed = (allowed & !who) | (bits & who),
            }
        }
        if !any {
            return Err(bad_operator(if clauses.peek().is_some() { ',' } else { '\0' }));
        }
    }
    Ok(!allowed & 0o777)
}
