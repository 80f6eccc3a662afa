//! History expansion: `!!`, `!n`, `!text`, word designators, modifiers and `^old^new^`, as bash and
//! readline have them. Which lines there are belongs to `history`; echoing the result and running it
//! to `interactive`.

mod words;

use words::{modify, pick, split};

/// What became of a line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Expanded {
    /// There was nothing in it to expand.
    Same,
    /// The line to run instead.
    Run(String),
    /// `:p`: the line to show and to remember, not to run.
    Show(String),
}

/// What is quoted at the place where a line begins or ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Quote {
    #[default]
    None,
    Single,
    Double,
}

/// What an expansion looks back on.
pub(crate) struct Past<'a> {
    /// The lines, oldest first.
    pub(crate) lines: &'a [String],
    /// The number of the first of them.
    pub(crate) first: usize,
}

/// The line being read, by characters.
pub(super) struct Cursor {
    chars: Vec<char>,
    pos: usize,
}

impl Cursor {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.pos).copied()
    }

    fn at(&self, i: usize) -> Option<char> {
        self.chars.get(i).copied()
    }

    fn eat(&mut self, c: char) -> bool {
        let is = self.peek() == Some(c);
        self.pos += usize::from(is);
        is
    }

    fn text(&self, from: usize, to: usize) -> String {
        self.chars[from.min(to)..to].iter().collect()
    }

    fn number(&mut self) -> Option<usize> {
        let from = self.pos;
        while self.peek().is_some_and(|c| c.is_ascii_digit()) {
            self.pos += 1;
        }
        (self.pos > from).then(|| self.text(from, self.pos).parse().unwrap_or(usize::MAX))
    }
}

/// Expands one typed line, which begins inside `quote`. An error is the message to show.
pub(crate) fn expand(line: &str, past: &Past, quote: &mut Quote) -> Result<Expanded, String> {
    let mut text = line.to_string();
    if *quote == Quote::None && line.starts_with('^') {
        text = format!("!!:s{line}");
    }
    let mut c = Cursor { chars: text.chars().collect(), pos: 0 };
    let (mut out, mut changed, mut show) = (String::new(), false, false);
    let mut searched = None;
    while let Some(ch) = c.peek() {
        match (ch, *quote) {
            ('\\', Quote::None | Quote::Double) => {
                out.push(ch);
                c.pos += 1;
                out.extend(c.peek());
            }
            ('\'', Quote::None) | ('\'', Quote::Single) => {
                *quote = if *quote == Quote::None { Quote::Single } else { Quote::None };
                out.push(ch);
            }
            ('"', Quote::None | Quote::Double) => {
                *quote = if *quote == Quote::None { Quote::Double } else { Quote::None };
                out.push(ch);
            }
            ('#', Quote::None) if begins_word(&c) => {
                out.push_str(&c.text(c.pos, c.chars.len()));
                break;
            }
            ('!', Quote::None | Quote::Double) if is_event(&c, *quote) => {
                let begin = c.pos;
                let event = event(&mut c, past, *quote, &out, &mut searched)
                    .ok_or_else(|| format!("{}: event not found", c.text(begin, c.pos)))?;
                let words = split(&event);
                let picked = pick(&mut c, &words, searched.as_deref())?.unwrap_or(event);
                let (value, shown) = modify(&mut c, picked)?;
                out.push_str(&value);
                show |= shown;
                changed = true;
                continue;
            }
            _ => out.push(ch),
        }
        c.pos += 1;
    }
    Ok(match (changed, show) {
        (false, _) => Expanded::Same,
        (true, false) => Expanded::Run(out),
        (true, true) => Expanded::Show(out),
    })
}

/// What is quoted after `text` that began unquoted.
pub(crate) fn quote_after(text: &str) -> Quote {
    let mut quote = Quote::None;
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        quote = match (c, quote) {
            ('\\', Quote::None | Quote::Double) => {
                chars.next();
                quote
            }
            ('\'', Quote::None) => Quote::Single,
            ('"', Quote::None) => Quote::Double,
            ('\'', Quote::Single) | ('"', Quote::Double) => Quote::None,
            _ => quote,
        };
    }
    quote
}

fn begins_word(c: &Cursor) -> bool {
    c.pos == 0 || c.at(c.pos - 1).is_some_and(|b| " \t\n;&()|<>".contains(b))
}

/// Whether the `!` here begins an event: not before a blank, `=`, the closing quote or the end, and
/// not in `[!a]`, `${!a}` and `$!`.
fn is_event(c: &Cursor, quote: Quote) -> bool {
    let before = |n: usize| c.pos.checked_sub(n).and_then(|i| c.at(i));
    let rest = &c.chars[c.pos + 1..];
    let Some(&next) = rest.first() else { return false };
    !(" \t\n\r=".contains(next)
        || next == '"' && quote == Quote::Double
        || before(1) == Some('[') && rest.contains(&']')
        || before(1) == Some('{') && before(2) == Some('$') && rest.contains(&'}')
        || before(1) == Some('$'))
}

/// The line that the `!` here stands for; the cursor is left behind its name.
fn event(
    c: &mut Cursor,
    past: &Past,
    quote: Quote,
    so_far: &str,
    searched: &mut Option<String>,
) -> Option<String> {
    c.pos += 1;
    let back = |n: usize| past.lines.len().checked_sub(n).and_then(|i| past.lines.get(i)).cloned();
    match c.peek() {
        Some('!') => {
            c.pos += 1;
            return back(1);
        }
        Some('#') => {
            c.pos += 1;
            return Some(so_far.to_string());
        }
        Some(':' | '^' | '$' | '*' | '%') => return back(1),
        Some('-') if c.at(c.pos + 1).is_some_and(|d| d.is_ascii_digit()) => {
            c.pos += 1;
            let n = c.number()?;
            return if n == 0 { None } else { back(n) };
        }
        Some('-') => return back(1),
        Some(d) if d.is_ascii_digit() => {
            let n = c.number()?;
            return n.checked_sub(past.first).and_then(|i| past.lines.get(i)).cloned();
        }
        _ => {}
    }
    let within = c.eat('?');
    let from = c.pos;
    while let Some(ch) = c.peek() {
        let ends = if within {
            ch == '?' || ch == '\n'
        } else {
            " \t\n:^$*%;&()|<>".contains(ch)
                || ch == '-' && c.pos > from
                || ch == '"' && quote == Quote::Double
        };
        if ends {
            break;
        }
        c.pos += 1;
    }
    let name = c.text(from, c.pos);
    if within {
        c.eat('?');
        *searched = Some(name.clone());
    }
    if name.is_empty() {
        return None;
    }
    let found = |l: &&String| if within { l.contains(&name) } else { l.starts_with(&name) };
    past.lines.iter().rev().find(found).cloned()
}

#[cfg(test)]
mod tests {
    use super::{Expanded, Past, Quote, expand};

    fn of(line: &str) -> String {
        let lines: Vec<String> =
            ["echo one two", "ls /a/b/c.txt", "cat 'x y' >out"].map(String::from).to_vec();
        let past = Past { lines: &lines, first: 5 };
        match expand(line, &past, &mut Quote::None) {
            Ok(Expanded::Same) => "same".to_string(),
            Ok(Expanded::Run(l)) => l,
            Ok(Expanded::Show(l)) => format!("show {l}"),
            Err(e) => format!("error {e}"),
        }
    }

    #[test]
    fn events_words_and_modifiers() {
        for (line, wanted) in [
            ("!!", "cat 'x y' >out"),
            ("sudo !!; x", "sudo cat 'x y' >out; x"),
            ("!5", "echo one two"),
            ("!-2 z", "ls /a/b/c.txt z"),
            ("!ec x", "echo one two x"),
            ("!?b/c?", "ls /a/b/c.txt"),
            ("!?one?:%", "one"),
            ("echo !$ !^ !:2 !*", "echo out 'x y' > 'x y' > out"),
            ("!ec:1", "one"),
            ("!ec:1-", "one"),
            ("!ec:0-1", "echo one"),
            ("!ec:2*", "two"),
            ("x !ls:$:h !ls:$:t !ls:$:r !ls:$:e", "x /a/b c.txt /a/b/c .txt"),
            ("!ec:s/one/X&/", "echo Xone two"),
            ("!ec:gs/o/0/:p", "show ech0 0ne tw0"),
            ("!ec:q", "'echo one two'"),
            ("^out^in", "cat 'x y' >in"),
            ("^nope^x", "error :s^nope^x: substitution failed"),
            ("!nosuch x", "error !nosuch: event not found"),
            ("!99", "error !99: event not found"),
            ("!0", "error !0: event not found"),
            ("!99999999999999999999999", "error !99999999999999999999999: event not found"),
            ("!?nope?", "error !?nope?: event not found"),
            ("!ec:9", "error :9: bad word specifier"),
            ("!ec:2-1", "error :2-1: bad word specifier"),
            ("!ec:z", "error z: unrecognized history modifier"),
            ("\"!nosuch\"", "error !nosuch: event not found"),
            ("'!!' \\!! a! b! \"c!\"", "same"),
            ("! true; [ a != b ]; echo [!a] ${!x} $! # !!", "same"),
            ("a !#", "a a "),
        ] {
            assert_eq!(of(line), wanted, "{line}");
        }
    }

    #[test]
    fn nothing_typed_is_too_odd() {
        for a in
            ["!", "!:", "!!:", "!!:s", "!!:s/", "!!:s/a", "!!:g", "!?", "^", "^^", "!-", "!é:s/é"]
        {
            for b in ["", " ", "é", "\"", "'", "-", ":", "9-"] {
                let _ = of(&format!("{a}{b}"));
            }
        }
    }
}
