//! What is wrong with a program, in the words of mawk, which is Debian's awk.

use super::lex::{Lexer, Tok};
use crate::coreutils::getopt::Complaint;
use crate::vfs::text;

/// What stands before a message about a program that was read from a file.
pub fn origin(source: &str) -> String {
    if source == "cmd. line" { String::new() } else { format!("{source}: ") }
}

/// A complaint about the command line.
pub fn option(c: &Complaint) -> String {
    match c {
        Complaint::InvalidShort(c) => format!("not an option: -{c}"),
        Complaint::Unrecognized(name) => format!("not an option: --{name}"),
        Complaint::NeedsArgShort(c) => format!("option -{c} lacks argument"),
        Complaint::NeedsArgLong(name) => format!("option --{name} lacks argument"),
        other => other.to_string(),
    }
}

/// What the compiler finds wrong; regular expressions stand on a line of their own.
pub fn complaint(what: &str) -> String {
    let what =
        what.strip_prefix("error: ").or_else(|| what.strip_prefix("fatal: ")).unwrap_or(what);
    let Some((why, regex)) = what.split_once(": /") else { return what.to_string() };
    let why = match why {
        w if w.starts_with("Unmatched ( ") => "missing ')'",
        w if w.starts_with("Unmatched [") => "bad class -- [], [^] or [",
        w if w.contains("preceding") => "missing operand",
        w => w,
    };
    format!(
        "regular expression compile failed ({why})\n{}",
        regex.strip_suffix('/').unwrap_or(regex)
    )
}

/// What the parser finds wrong at an offset, which is on `line`; each is a message.
pub fn syntax(program: &[u8], at: usize, line: usize, what: &str) -> Vec<String> {
    let rest = || text::decode(&program[at..]).lines().next().unwrap_or_default().to_string();
    match what {
        "unterminated string" => {
            return vec![format!("line {line}: runaway string constant {} ...", rest())];
        }
        "unterminated regexp" => {
            return vec![format!("line {line}: runaway regular expression {} ...", rest())];
        }
        "`return' used outside function context" => {
            return vec![format!("line {line}: return outside function body")];
        }
        "syntax error" | "unexpected newline or end of string" => {}
        what => {
            let invalid = what.strip_prefix("error: invalid char ");
            let invalid = invalid.and_then(|w| w.strip_suffix(" in expression"));
            return vec![match invalid {
                Some(c) => format!("{line}: unexpected character {c}"),
                None if what.contains("is not allowed outside") => {
                    let word = what.split(['`', '\'']).nth(1).unwrap_or_default();
                    format!("line {line}: {word} statement outside of loop")
                }
                None => format!("line {line}: {}", complaint(what)),
            }];
        }
    }
    // Words up to the place, to see what is still open there.
    let mut lexer = Lexer::new(program, true);
    let (mut open, mut extra) = (0i32, false);
    while let Ok(tok) = lexer.next() {
        if tok == Tok::Eof || lexer.start > at || (lexer.start == at && tok != Tok::Op("}")) {
            break;
        }
        match tok {
            Tok::Op("{") => open += 1,
            Tok::Op("}") => open -= 1,
            _ => {}
        }
        if open < 0 {
            extra = true;
            break;
        }
    }
    if program[at..].iter().all(u8::is_ascii_whitespace) {
        return match open {
            1.. => {
                let last = program.iter().filter(|b| **b == b'\n').count() + 2;
                vec![format!("line {last}: missing }} near end of file")]
            }
            _ => vec![format!("line {line}: syntax error at or near end of line")],
        };
    }
    if extra {
        return vec![
            format!("line {line}: extra '}}'"),
            format!("line {line}: syntax error at or near end of line"),
        ];
    }
    let mut word = Lexer::new(&program[at..], true);
    let shown = match word.next() {
        Ok(Tok::Newline | Tok::Eof) | Err(_) => "end of line".to_string(),
        Ok(_) => {
            // The word itself, without what the next one would begin with.
            let rest = text::decode(&program[at..]).into_owned();
            let name = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
            match name.unwrap_or(rest.len()) {
                0 if rest.starts_with('"') => {
                    rest[..rest[1..].find('"').map_or(rest.len(), |i| i + 2)].to_string()
                }
                0 => {
                    let pairs = ["&&", "||", "++", "--", "==", "<=", ">=", "!=", "!~", ">>"];
                    let pair = pairs.iter().find(|p| rest.starts_with(**p));
                    pair.map_or_else(|| rest.chars().take(1).collect(), |p| (*p).to_string())
                }
                n => rest[..n].to_string(),
            }
        }
    };
    vec![format!("line {line}: syntax error at or near {shown}")]
}
