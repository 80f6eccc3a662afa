//! Where in a shell's line the cursor is: the words of the command around it, how far quotes reach, and
//! whether a command's name, a file or a variable is wanted. Only as much of the grammar as completion
//! needs; the shell's own is in `syntax`.

/// The place of the word before the cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Where the word begins in the line, in bytes.
    pub start: usize,
    /// The word without its quotes.
    pub word: String,
    /// The word as it was typed.
    pub raw: String,
    /// The quote that is open at the cursor.
    pub quote: Option<char>,
    /// The command's words before it, without quotes.
    pub before: Vec<String>,
    /// Whether the word is a command's name.
    pub command: bool,
    /// Whether it names a file to redirect to or from.
    pub redirect: bool,
    /// Where a variable's name begins in the line, after `$` or `${`.
    pub variable: Option<usize>,
}

/// Words after which another command's name may follow.
const LEADERS: &[&str] =
    &["if", "then", "elif", "else", "while", "until", "do", "!", "{", "time", "&&", "||"];

/// One command being read.
#[derive(Default)]
struct Frame {
    words: Vec<String>,
    redirect: bool,
    /// Quote that was open around a `$(`.
    quote: Option<char>,
}

/// Reads `line`, which ends at the cursor.
pub fn place(line: &str) -> Place {
    let mut frames = vec![Frame::default()];
    let mut quote: Option<char> = None;
    let mut start: Option<usize> = None;
    let mut word = String::new();
    let mut variable = None;
    let mut chars = line.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let name = c == '_' || c.is_ascii_alphanumeric();
        if !(name || (c == '{' && variable == Some(i))) {
            variable = None;
        } else if c == '{' && variable == Some(i) {
            variable = Some(i + 1);
        }
        if c == '\\' && quote != Some('\'') {
            start.get_or_insert(i);
            if let Some((_, next)) = chars.next()
                && next != '\n'
            {
                word.push(next);
            }
            continue;
        }
        if let Some(q) = quote.filter(|q| *q == '\'' || c == *q) {
            if c == q {
                quote = None;
            } else {
                word.push(c);
            }
            continue;
        }
        if c == '$' {
            if chars.next_if(|(_, n)| *n == '(').is_some() {
                frames.push(Frame { quote: quote.take(), ..Frame::default() });
                (start, word) = (None, String::new());
                continue;
            }
            variable = Some(i + 1);
            start.get_or_insert(i);
            word.push(c);
            continue;
        }
        if quote.is_some() {
            word.push(c);
            continue;
        }
        let frame = frames.last_mut().map(|f| &mut f.words);
        match c {
            '\'' | '"' => {
                start.get_or_insert(i);
                quote = Some(c);
            }
            ' ' | '\t' => {
                if start.take().is_some()
                    && let Some(f) = frames.last_mut()
                {
                    let done = std::mem::take(&mut word);
                    if f.redirect {
                        f.redirect = false;
                    } else if !(f.words.is_empty() && leads(&done)) {
                        f.words.push(done);
                    }
                }
            }
            '\n' | ';' | '|' | '&' | '(' | '`' => {
                if let Some(words) = frame {
                    words.clear();
                }
                (start, word) = (None, String::new());
            }
            ')' => {
                if frames.len() > 1 {
                    quote = frames.pop().and_then(|f| f.quote);
                }
                (start, word) = (Some(i), String::new());
            }
            '<' | '>' => {
                (start, word) = (None, String::new());
                if let Some(f) = frames.last_mut() {
                    f.redirect = true;
                }
                if chars.peek().is_some_and(|(_, n)| *n == '(') {
                    chars.next();
                    frames.push(Frame::default());
                }
            }
            c => {
                start.get_or_insert(i);
                word.push(c);
            }
        }
    }
    let frame = frames.pop().unwrap_or_default();
    let start = start.unwrap_or(line.len());
    Place {
        start,
        word,
        raw: line[start..].to_string(),
        quote,
        command: frame.words.is_empty() && !frame.redirect,
        redirect: frame.redirect,
        before: frame.words,
        variable,
    }
}

/// Whether a first word is followed by another command's name: an assignment or a reserved word.
fn leads(word: &str) -> bool {
    let assigns = word.split_once('=').is_some_and(|(name, _)| {
        !name.is_empty()
            && !name.starts_with(|c: char| c.is_ascii_digit())
            && name.chars().all(|c| c == '_' || c.is_ascii_alphanumeric())
    });
    assigns || LEADERS.contains(&word)
}

/// The words of a line as they were typed, operators among them (history(3)'s tokens).
pub fn split(line: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut quote: Option<char> = None;
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match (c, quote) {
            ('\\', None | Some('"')) => {
                word.push(c);
                word.extend(chars.next());
            }
            (c, Some(q)) => {
                word.push(c);
                if c == q {
                    quote = None;
                }
            }
            ('\'' | '"', None) => {
                word.push(c);
                quote = Some(c);
            }
            (' ' | '\t' | '\n', None) => {
                if !word.is_empty() {
                    out.push(std::mem::take(&mut word));
                }
            }
            (';' | '|' | '&' | '<' | '>' | '(' | ')', None) => {
                if !word.is_empty() {
                    out.push(std::mem::take(&mut word));
                }
                out.push(c.to_string());
            }
            (c, None) => word.push(c),
        }
    }
    if !word.is_empty() {
        out.push(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{place, split};

    #[test]
    fn places() {
        let p = place("A=1 sudo docker run -v 'my vol");
        assert_eq!(p.before, ["sudo", "docker", "run", "-v"]);
        assert_eq!((p.word.as_str(), p.quote, p.command), ("my vol", Some('\''), false));
        assert_eq!(p.raw, "'my vol");
        let p = place("echo a | gr");
        assert!(p.command && p.word == "gr" && p.start == 9);
        let p = place("echo \"$(ls a\\ b");
        assert_eq!((p.before, p.word.as_str()), (vec!["ls".to_string()], "a b"));
        assert!(place("cat <fi").redirect);
        assert_eq!(place("echo x$HO").variable, Some(7));
        assert_eq!(place("echo \"${HO").variable, Some(8));
        assert_eq!(place("echo $HO/").variable, None);
        assert_eq!(place("echo '$HO").variable, None);
        assert!(place("if t").command && place("x; ").command && !place("x ").command);
        assert!(place("echo $(da").command);
        assert_eq!(place("echo $(date) y").word, "y");
    }

    #[test]
    fn tokens() {
        assert_eq!(split("a 'b c'|d>e\\ f").join("_"), "a_'b c'_|_d_>_e\\ f");
    }
}
