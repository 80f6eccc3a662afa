//! The words of a line out of the history, which of them a designator picks, and what modifiers make
//! of them. Finding the line belongs to the parent.

use super::Cursor;

const META: &str = ";&()|<>";

/// The words of a line as the history splits them: operators are words, quotes keep blanks together.
pub(super) fn split(line: &str) -> Vec<String> {
    let chars: Vec<char> = line.chars().collect();
    let mut words = Vec::new();
    let mut i = 0;
    while i < chars.len() {
        if chars[i].is_whitespace() {
            i += 1;
            continue;
        }
        let from = i;
        if META.contains(chars[i]) {
            i += 1;
            let next = chars.get(i).copied();
            if next == Some(chars[from]) && !"()".contains(chars[from]) {
                i += 1;
                if chars[from] == '<' && matches!(chars.get(i), Some('<' | '-')) {
                    i += 1;
                }
            } else if matches!((chars[from], next), ('<' | '>', Some('&')) | ('&', Some('>'))) {
                i += 1;
            }
        } else {
            i = word_end(&chars, i);
        }
        words.push(chars[from..i].iter().collect());
    }
    words
}

fn word_end(chars: &[char], mut i: usize) -> usize {
    let mut quote = None;
    while let Some(&c) = chars.get(i) {
        match quote {
            Some(q) => {
                if c == '\\' && q != '\'' {
                    i += 1;
                } else if c == q {
                    quote = None;
                }
            }
            None if c == '\\' => i += 1,
            None if "'\"`".contains(c) => quote = Some(c),
            None if c.is_whitespace() || META.contains(c) => break,
            None => {}
        }
        i += 1;
    }
    i.min(chars.len())
}

/// The words a designator at the cursor picks; nothing where there is none.
pub(super) fn pick(
    c: &mut Cursor,
    words: &[String],
    searched: Option<&str>,
) -> Result<Option<String>, String> {
    let begin = c.pos;
    let colon = c.peek() == Some(':');
    let first = if colon { c.at(c.pos + 1) } else { c.peek() };
    let last = words.len().saturating_sub(1);
    let designates = match first {
        Some('^' | '$' | '*' | '%' | '-') => true,
        Some(d) => colon && d.is_ascii_digit(),
        None => false,
    };
    if !designates {
        return Ok(None);
    }
    c.eat(':');
    if c.eat('%') {
        let word = searched.and_then(|s| words.iter().find(|w| w.contains(s)));
        return Ok(Some(word.cloned().unwrap_or_default()));
    }
    if c.eat('*') {
        return Ok(Some(words.get(1..).unwrap_or_default().join(" ")));
    }
    let from = if c.eat('^') {
        1
    } else if c.eat('$') {
        last
    } else if c.peek() == Some('-') {
        0
    } else {
        c.number().unwrap_or(0)
    };
    let to = if c.eat('*') {
        last.max(from.saturating_sub(1))
    } else if c.eat('-') {
        if c.eat('^') {
            1
        } else if c.eat('$') {
            last
        } else {
            // Without an end, all but the last word.
            c.number().unwrap_or(last.saturating_sub(1).max(from))
        }
    } else {
        from
    };
    let end = to.saturating_add(1);
    match words.get(from..end) {
        Some(chosen) if from <= to || chosen.is_empty() && from == words.len() => {
            Ok(Some(chosen.join(" ")))
        }
        _ => Err(format!("{}: bad word specifier", c.text(begin, c.pos))),
    }
}

/// What the modifiers at the cursor make of a text, and whether `:p` was among them.
pub(super) fn modify(c: &mut Cursor, mut text: String) -> Result<(String, bool), String> {
    let mut show = false;
    while c.peek() == Some(':') {
        let begin = c.pos;
        c.pos += 1;
        let (mut all, mut each) = (false, false);
        while let Some(m @ ('g' | 'a' | 'G')) = c.peek() {
            all |= m != 'G';
            each |= m == 'G';
            c.pos += 1;
        }
        let Some(m) = c.peek() else {
            return Err(": unrecognized history modifier".to_string());
        };
        c.pos += 1;
        match m {
            'p' => show = true,
            'h' => text = text.rfind('/').map(|i| text[..i].to_string()).unwrap_or(text),
            't' => text = text.rfind('/').map(|i| text[i + 1..].to_string()).unwrap_or(text),
            'r' => text = text.rfind('.').map(|i| text[..i].to_string()).unwrap_or(text),
            'e' => text = text.rfind('.').map(|i| text[i..].to_string()).unwrap_or(text),
            'q' => text = quoted(&text),
            'x' => {
                let words: Vec<String> = text.split_whitespace().map(quoted).collect();
                text = words.join(" ");
            }
            's' => text = substitute(c, begin, &text, (all, each))?,
            m => return Err(format!("{m}: unrecognized history modifier")),
        }
    }
    Ok((text, show))
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

/// `s/old/new/` with the cursor behind the `s`, for all of the text (`g`) or once in each word (`G`).
fn substitute(
    c: &mut Cursor,
    begin: usize,
    text: &str,
    (all, each): (bool, bool),
) -> Result<String, String> {
    let Some(mark) = c.peek() else {
        return Err(format!("{}: substitution failed", c.text(begin, c.pos)));
    };
    c.pos += 1;
    let mut part = || {
        let mut part = String::new();
        while let Some(ch) = c.peek() {
            c.pos += 1;
            if ch == mark {
                break;
            }
            if ch == '\\' && c.peek() == Some(mark) {
                part.push(mark);
                c.pos += 1;
            } else {
                part.push(ch);
            }
        }
        part
    };
    let old = part();
    let new = with_old(&part(), &old);
    if old.is_empty() || !text.contains(&old) {
        return Err(format!("{}: substitution failed", c.text(begin, c.pos)));
    }
    Ok(if each {
        let words: Vec<String> = split(text).iter().map(|w| w.replacen(&old, &new, 1)).collect();
        words.join(" ")
    } else if all {
        text.replace(&old, &new)
    } else {
        text.replacen(&old, &new, 1)
    })
}

/// The new text with each `&` as the old one.
fn with_old(new: &str, old: &str) -> String {
    let mut out = String::new();
    let mut chars = new.chars().peekable();
    while let Some(ch) = chars.next() {
        match ch {
            '\\' if chars.peek() == Some(&'&') => out.extend(chars.next()),
            '&' => out.push_str(old),
            c => out.push(c),
        }
    }
    out
}
