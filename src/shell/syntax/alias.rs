//! Aliases: their text takes the place of their name before it is read.

use super::error::SyntaxError;
use super::lexer::{Parser, Token, TokenKind};

impl Parser {
    /// Puts an alias's text in place of its name, when one comes next.
    pub(super) fn expand_alias(&mut self) -> Result<(), SyntaxError> {
        while self.alias_ok && !self.opts.aliases.is_empty() {
            let Token { kind: TokenKind::Word(w), start, .. } = self.peek()? else { break };
            let start = *start;
            if w.literal().is_none() {
                break;
            }
            let name = w.raw.to_string();
            self.aliased.retain(|(_, end)| *end > start);
            if self.aliased.iter().any(|(n, _)| *n == name) {
                break;
            }
            let Some(text) = self.opts.aliases.get(&name).cloned() else { break };
            let end = start + name.len();
            self.peeked = None;
            self.wrong.clear();
            self.src.replace_range(start..end, &text);
            let grown = text.len() as isize - name.len() as isize;
            for (_, e) in &mut self.aliased {
                *e = e.saturating_add_signed(grown);
            }
            self.aliased.push((name, start + text.len()));
            self.pos = start;
            // A value that ends in a blank makes the next word an alias too (3.1.? "Aliases").
            if text.ends_with([' ', '\t']) {
                self.alias_next(start + text.len())?;
            }
            if matches!(self.peek()?.kind, TokenKind::Newline) {
                self.skip_newlines()?;
            }
        }
        Ok(())
    }

    /// Expands the word after an alias whose value ends in a blank.
    fn alias_next(&mut self, from: usize) -> Result<(), SyntaxError> {
        let mut at = from;
        loop {
            let b = self.src.as_bytes();
            while matches!(b.get(at), Some(b' ' | b'\t')) {
                at += 1;
            }
            let len = b[at..]
                .iter()
                .take_while(|c| {
                    !matches!(
                        c,
                        b' ' | b'\t' | b'\n' | b';' | b'&' | b'|' | b'<' | b'>' | b'(' | b')'
                    )
                })
                .count();
            let name = self.src[at..at + len].to_string();
            let Some(text) = self.opts.aliases.get(&name).cloned() else { return Ok(()) };
            self.src.replace_range(at..at + len, &text);
            let grown = text.len() as isize - len as isize;
            for (_, e) in &mut self.aliased {
                if *e >= at {
                    *e = e.saturating_add_signed(grown);
                }
            }
            if !text.ends_with([' ', '\t']) || self.src.len() > (1 << 24) {
                return Ok(());
            }
            at += text.len();
        }
    }
}
