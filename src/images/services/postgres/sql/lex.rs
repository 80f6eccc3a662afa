//! Words of SQL, with their places in characters.

use super::super::error::{PgError, Res};

/// A word.
#[derive(Clone, Debug, PartialEq)]
pub enum Tok {
    /// A name or key word, folded to lower case.
    Word(String),
    /// A quoted name.
    Quoted(String),
    /// A string.
    Str(String),
    /// A number, as it stands.
    Num(String),
    /// `$1`.
    Param(usize),
    /// An operator or a sign.
    Op(String),
    /// The end.
    End,
}

/// A word and its place.
#[derive(Clone, Debug)]
pub struct Token {
    /// The word.
    pub tok: Tok,
    /// Its first character's number, from 0.
    pub pos: usize,
    /// The number of the character after it.
    pub end: usize,
}

const OPERATORS: &str = "+-*/<>=~!@#%^&|`?";

/// Takes a text apart.
pub fn lex(chars: &[char]) -> Res<Vec<Token>> {
    let mut out = Vec::new();
    let mut i = 0;
    while let Some(start) = skip_space(chars, i)? {
        let (tok, end) = word(chars, start)?;
        out.push(Token { tok, pos: start, end });
        i = end;
    }
    out.push(Token { tok: Tok::End, pos: chars.len(), end: chars.len() });
    Ok(out)
}

fn skip_space(chars: &[char], mut i: usize) -> Res<Option<usize>> {
    loop {
        match (chars.get(i), chars.get(i + 1)) {
            (None, _) => return Ok(None),
            (Some(c), _) if c.is_whitespace() => i += 1,
            (Some('-'), Some('-')) => {
                while chars.get(i).is_some_and(|c| *c != '\n') {
                    i += 1;
                }
            }
            (Some('/'), Some('*')) => {
                let start = i;
                let mut depth = 0;
                loop {
                    match (chars.get(i), chars.get(i + 1)) {
                        (Some('/'), Some('*')) => {
                            depth += 1;
                            i += 2;
                        }
                        (Some('*'), Some('/')) => {
                            depth -= 1;
                            i += 2;
                            if depth == 0 {
                                break;
                            }
                        }
                        (Some(_), _) => i += 1,
                        (None, _) => {
                            return Err(unterminated("unterminated /* comment", chars, start));
                        }
                    }
                }
            }
            _ => return Ok(Some(i)),
        }
    }
}

fn unterminated(what: &str, chars: &[char], start: usize) -> PgError {
    let rest: String = chars[start..].iter().collect();
    PgError::new("42601", format!("{what} at or near \"{rest}\"")).at(start)
}

/// Reads up to a closing quote, which is doubled where it is meant.
fn quoted(chars: &[char], start: usize, open: usize, quote: char) -> Option<(String, usize)> {
    let mut text = String::new();
    let mut i = open + 1;
    let _ = start;
    loop {
        match chars.get(i)? {
            c if *c == quote => {
                if chars.get(i + 1) == Some(&quote) {
                    text.push(quote);
                    i += 2;
                } else {
                    return Some((text, i + 1));
                }
            }
            c => {
                text.push(*c);
                i += 1;
            }
        }
    }
}

fn escaped(chars: &[char], open: usize) -> Option<(String, usize)> {
    let mut text = String::new();
    let mut i = open + 1;
    loop {
        match chars.get(i)? {
            '\'' if chars.get(i + 1) == Some(&'\'') => {
                text.push('\'');
                i += 2;
            }
            '\'' => return Some((text, i + 1)),
            '\\' => {
                let c = *chars.get(i + 1)?;
                i += 2;
                match c {
                    'n' => text.push('\n'),
                    't' => text.push('\t'),
                    'r' => text.push('\r'),
                    'b' => text.push('\u{8}'),
                    'f' => text.push('\u{c}'),
                    'x' | 'u' => {
                        let most = if c == 'x' { 2 } else { 4 };
                        let hex: String = chars[i..]
                            .iter()
                            .take(most)
                            .take_while(|c| c.is_ascii_hexdigit())
                            .collect();
                        i += hex.len();
                        text.extend(u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32));
                    }
                    c => text.push(c),
                }
            }
            c => {
                text.push(*c);
                i += 1;
            }
        }
    }
}

fn word(chars: &[char], i: usize) -> Res<(Tok, usize)> {
    let c = chars[i];
    let next = chars.get(i + 1).copied().unwrap_or(' ');
    match c {
        '\'' => {
            let (text, end) = quoted(chars, i, i, '\'')
                .ok_or_else(|| unterminated("unterminated quoted string", chars, i))?;
            Ok((Tok::Str(text), end))
        }
        'e' | 'E' if next == '\'' => {
            let (text, end) = escaped(chars, i + 1)
                .ok_or_else(|| unterminated("unterminated quoted string", chars, i))?;
            Ok((Tok::Str(text), end))
        }
        '"' => {
            let (text, end) = quoted(chars, i, i, '"')
                .ok_or_else(|| unterminated("unterminated quoted identifier", chars, i))?;
            if text.is_empty() {
                return Err(unterminated("zero-length delimited identifier", chars, i));
            }
            Ok((Tok::Quoted(text), end))
        }
        '$' if next.is_ascii_digit() => {
            let digits: String = chars[i + 1..].iter().take_while(|c| c.is_ascii_digit()).collect();
            Ok((Tok::Param(digits.parse().unwrap_or(0)), i + 1 + digits.len()))
        }
        '$' => dollar(chars, i),
        c if c.is_ascii_digit() || (c == '.' && next.is_ascii_digit()) => Ok(number(chars, i)),
        c if c.is_alphabetic() || c == '_' => {
            let end = (i..chars.len())
                .find(|&j| !(chars[j].is_alphanumeric() || matches!(chars[j], '_' | '$')))
                .unwrap_or(chars.len());
            let name: String = chars[i..end].iter().flat_map(|c| c.to_lowercase()).collect();
            Ok((Tok::Word(name), end))
        }
        ':' if next == ':' => Ok((Tok::Op("::".into()), i + 2)),
        ':' if next == '=' => Ok((Tok::Op(":=".into()), i + 2)),
        c if OPERATORS.contains(c) => Ok(operator(chars, i)),
        c => Ok((Tok::Op(c.to_string()), i + 1)),
    }
}

/// `$tag$ ... $tag$`.
fn dollar(chars: &[char], i: usize) -> Res<(Tok, usize)> {
    let close = (i + 1..chars.len()).find(|&j| !(chars[j].is_alphanumeric() || chars[j] == '_'));
    let Some(close) = close.filter(|&j| chars[j] == '$') else {
        return Ok((Tok::Op("$".into()), i + 1));
    };
    let tag = &chars[i..=close];
    let body = close + 1;
    let end = (body..chars.len()).find(|&j| chars[j..].starts_with(tag));
    let end = end.ok_or_else(|| unterminated("unterminated dollar-quoted string", chars, i))?;
    Ok((Tok::Str(chars[body..end].iter().collect()), end + tag.len()))
}

fn number(chars: &[char], i: usize) -> (Tok, usize) {
    let digits = |mut j: usize| {
        while chars.get(j).is_some_and(|c| c.is_ascii_digit() || *c == '_') {
            j += 1;
        }
        j
    };
    let mut end = digits(i);
    if chars.get(end) == Some(&'.') && chars.get(end + 1) != Some(&'.') {
        end = digits(end + 1);
    }
    if matches!(chars.get(end), Some('e' | 'E')) {
        let sign = usize::from(matches!(chars.get(end + 1), Some('+' | '-')));
        let exponent = digits(end + 1 + sign);
        if exponent > end + 1 + sign {
            end = exponent;
        }
    }
    (Tok::Num(chars[i..end].iter().filter(|c| **c != '_').collect()), end)
}

fn operator(chars: &[char], i: usize) -> (Tok, usize) {
    let mut end = i;
    while chars.get(end).is_some_and(|c| OPERATORS.contains(*c)) {
        let pair = (chars[end], chars.get(end + 1).copied().unwrap_or(' '));
        if end > i && matches!(pair, ('-', '-') | ('/', '*')) {
            break;
        }
        end += 1;
    }
    // An operator ends in + or - only where it has a character that arithmetic lacks.
    while end > i + 1
        && matches!(chars[end - 1], '+' | '-')
        && !chars[i..end].iter().any(|c| "~!@#%^&|`?".contains(*c))
    {
        end -= 1;
    }
    let text: String = chars[i..end].iter().collect();
    let text = if text == "!=" { "<>".to_string() } else { text };
    (Tok::Op(text), end)
}

#[cfg(test)]
mod tests {
    use super::{Tok, lex};

    fn toks(s: &str) -> Vec<Tok> {
        let chars: Vec<char> = s.chars().collect();
        lex(&chars).unwrap().into_iter().map(|t| t.tok).collect()
    }

    #[test]
    fn words_of_sql() {
        let t = toks("SELECT 'a''b', \"X\", 1.5e3, a>=-1 -- end\n, $$x$$");
        assert_eq!(t[0], Tok::Word("select".into()));
        assert_eq!(t[1], Tok::Str("a'b".into()));
        assert_eq!(t[3], Tok::Quoted("X".into()));
        assert_eq!(t[5], Tok::Num("1.5e3".into()));
        assert_eq!((&t[8], &t[9]), (&Tok::Op(">=".into()), &Tok::Op("-".into())));
        assert_eq!(t[12], Tok::Str("x".into()));
        let chars: Vec<char> = "select 'abc".chars().collect();
        assert_eq!(lex(&chars).unwrap_err().position, Some(8));
    }
}
