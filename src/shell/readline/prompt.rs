//! A prompt as what is seen of it and what is not: `\[` and `\]` reach here as the bytes 1 and 2, and
//! what lies between them takes no columns. Escape sequences outside of them are taken for invisible
//! too. Which prompt there is belongs to the shell.

/// A piece of a prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Char(char),
    /// Goes to the terminal as it is and moves nothing.
    Hidden(String),
    Newline,
}

/// The pieces of a prompt.
pub(super) fn pieces(prompt: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut chars = prompt.chars().peekable();
    let mut hidden: Option<String> = None;
    while let Some(c) = chars.next() {
        match (c, &mut hidden) {
            ('\x01', _) => hidden = Some(String::new()),
            ('\x02', _) => out.extend(hidden.take().map(Piece::Hidden)),
            (c, Some(text)) => text.push(c),
            ('\n', None) => out.push(Piece::Newline),
            ('\x1b', None) => out.push(Piece::Hidden(sequence(&mut chars))),
            ('\r' | '\x07', None) => out.push(Piece::Hidden(c.to_string())),
            (c, None) => out.push(Piece::Char(c)),
        }
    }
    out.extend(hidden.map(Piece::Hidden));
    out
}

/// The rest of an escape sequence.
fn sequence(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> String {
    let mut out = String::from('\x1b');
    match chars.peek() {
        Some('[') => {
            for c in chars.by_ref() {
                out.push(c);
                if c != '[' && ('@'..='~').contains(&c) {
                    break;
                }
            }
        }
        Some(']') => {
            for c in chars.by_ref() {
                out.push(c);
                if c == '\x07' || out.ends_with("\x1b\\") {
                    break;
                }
            }
        }
        Some(_) => out.extend(chars.next()),
        None => {}
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces};

    #[test]
    fn what_is_seen() {
        let seen = |s: &str| {
            let seen = pieces(s).into_iter().filter_map(|p| match p {
                Piece::Char(c) => Some(c),
                _ => None,
            });
            seen.collect::<String>()
        };
        assert_eq!(seen("\x01\x1b[1m\x02me\x01\x1b[0m\x02$ "), "me$ ");
        assert_eq!(seen("\x1b]0;title\x07\x1b[32mok\x1b[m> "), "ok> ");
        assert_eq!(seen("\x01never closed"), "");
    }
}
