//! `echo`

use crate::shell::Dialect;
use crate::shell::ansi::{self, Style};
use crate::shell::exec::Args;
use crate::shell::options::{Opt, Shopt};
use crate::shell::state::{Res, Shell};
use crate::vfs::text;

pub(super) fn echo(sh: &mut Shell, args: &Args) -> Res<i32> {
    let mut words = args.rest();
    let mut newline = true;
    let mut escapes = match sh.dialect {
        Dialect::Bash => sh.shopt(Shopt::XpgEcho),
        Dialect::Ash => false,
        Dialect::Dash => true,
    };
    let options = match sh.dialect {
        Dialect::Bash if sh.on(Opt::Posix) && escapes => "",
        Dialect::Bash | Dialect::Ash => "neE",
        Dialect::Dash => "n",
    };
    while let Some(w) = words.first() {
        let letters = match w.strip_prefix('-') {
            Some(l) if !l.is_empty() && l.chars().all(|c| options.contains(c)) => l,
            _ => break,
        };
        if sh.dialect == Dialect::Dash && letters.len() > 1 {
            break;
        }
        for c in letters.chars() {
            match c {
                'n' => newline = false,
                'e' => escapes = true,
                _ => escapes = false,
            }
        }
        words = &words[1..];
    }
    // BusyBox takes octal digits without a leading zero too.
    let style = if sh.dialect == Dialect::Ash { Style::PercentB } else { Style::Echo };
    let mut out = Vec::new();
    for (i, w) in words.iter().enumerate() {
        if i > 0 {
            out.push(b' ');
        }
        if escapes {
            if ansi::decode(w, style, &mut out) {
                newline = false;
                break;
            }
        } else {
            out.extend_from_slice(&text::encode(w));
        }
    }
    if newline {
        out.push(b'\n');
    }
    sh.put(1, &out);
    Ok(0)
}
