//! Here-documents: their bodies are read at the newline that ends the line with `<<`.

use std::cell::OnceCell;
use std::rc::Rc;

use super::ast::{Part, Word};
use super::error::{SyntaxError, Wrong};
use super::lexer::Parser;
use super::word::HEREDOC;

/// A here-document whose body has still to be read.
pub(crate) struct Pending {
    pub delimiter: String,
    pub strip_tabs: bool,
    pub quoted: bool,
    pub body: Rc<OnceCell<Word>>,
    pub line: u32,
}

impl Parser {
    /// Reads the bodies of all pending here-documents from the current position.
    pub(super) fn read_heredocs(&mut self) -> Result<(), SyntaxError> {
        for doc in std::mem::take(&mut self.pending) {
            let first_line = self.line;
            let mut text = String::new();
            let mut ended = false;
            while !self.eof() {
                let rest = self.rest();
                let n = rest.find('\n').unwrap_or(rest.len());
                let mut line = &rest[..n];
                let whole = n < rest.len();
                if doc.strip_tabs {
                    line = line.trim_start_matches('\t');
                }
                // A line that goes on after a backslash is one line when the delimiter is unquoted.
                let joined = !doc.quoted
                    && whole
                    && line.bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 1;
                if line == doc.delimiter {
                    self.pos += n + usize::from(whole);
                    self.line += u32::from(whole);
                    ended = true;
                    break;
                }
                // Inside $(..), the delimiter may be followed by the parenthesis that closes it.
                if self.depth > 0
                    && !doc.delimiter.is_empty()
                    && line.strip_prefix(doc.delimiter.as_str()).is_some_and(|r| r.starts_with(')'))
                {
                    self.pos += rest[..n].len() - line.len() + doc.delimiter.len();
                    ended = true;
                    break;
                }
                if joined && line.len() == 1 {
                    // Nothing stands before what the next line has.
                    self.pos += n + 1;
                    self.line += 1;
                    continue;
                }
                if joined {
                    text.push_str(&line[..line.len() - 1]);
                    // The next line is not looked at as a delimiter.
                    let next = &rest[n + 1..];
                    let m = next.find('\n').map_or(next.len(), |i| i + 1);
                    text.push_str(&next[..m]);
                    self.pos += n + 1 + m;
                    self.line += 2;
                    continue;
                }
                text.push_str(line);
                text.push('\n');
                self.pos += n + usize::from(whole);
                self.line += u32::from(whole);
            }
            if !ended && self.opts.more {
                return Err(SyntaxError {
                    line: doc.line,
                    what: Wrong::Eof { opened: None },
                    text: None,
                });
            }
            if !ended && self.bash() {
                let line = self.line - u32::from(self.src.ends_with('\n'));
                self.warnings.push((
                    line,
                    format!(
                        "warning: here-document at line {} delimited by end-of-file (wanted `{}')",
                        doc.line, doc.delimiter
                    ),
                ));
            }
            let word = if doc.quoted {
                Word::new(vec![Part::Quoted(text.clone().into())], &text)
            } else {
                let mut inner = self.inner(&text, first_line);
                let parts = inner.parts(&HEREDOC)?;
                Word::new(vec![Part::Double(parts)], &text)
            };
            // A parser that went back over a `<<` may fill the same body twice; the first stays.
            let _ = doc.body.set(word);
        }
        Ok(())
    }
}
