//! The byte stream from the machine, before the emulator sees it: UTF-8 put together across messages, and
//! the few control sequences that are addressed to the terminal around the emulator (paste mode, reports,
//! the bell, clearing the history). What the screen shows is the emulator's.

/// Something the stream asks of the terminal, other than to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Bracketed paste on or off (`CSI ? 2004 h`).
    BracketedPaste(bool),
    /// Where is the cursor? (`CSI 6 n`)
    CursorPosition,
    /// Are you well? (`CSI 5 n`)
    Status,
    /// What are you? (`CSI c`)
    Attributes,
    /// Forget the history (`CSI 3 J`).
    ClearHistory,
    /// The bell.
    Bell,
}

/// A piece of the stream: text for the emulator, then what was asked right after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Text to draw.
    pub text: String,
    /// What to do once it is drawn.
    pub ask: Option<Ask>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Ground,
    Escape,
    Csi,
    /// An OSC, DCS, APC or PM string: its bell is an end mark and no sound.
    Text,
    TextEscape,
}

/// Splits the stream into pieces.
#[derive(Debug)]
pub struct Stream {
    /// The beginning of a character whose end has not come yet.
    partial: Vec<u8>,
    state: State,
    params: String,
}

impl Default for Stream {
    fn default() -> Self {
        Stream { partial: Vec::new(), state: State::Ground, params: String::new() }
    }
}

impl Stream {
    /// The next bytes.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Piece> {
        let text = self.decode(bytes);
        let mut pieces = Vec::new();
        let mut start = 0;
        for (at, c) in text.char_indices() {
            if let Some(ask) = self.step(c) {
                let end = at + c.len_utf8();
                pieces.push(Piece { text: text[start..end].to_owned(), ask: Some(ask) });
                start = end;
            }
        }
        if start < text.len() {
            pieces.push(Piece { text: text[start..].to_owned(), ask: None });
        }
        pieces
    }

    fn decode(&mut self, bytes: &[u8]) -> String {
        let mut all = std::mem::take(&mut self.partial);
        all.extend_from_slice(bytes);
        let mut out = String::with_capacity(all.len());
        let mut rest: &[u8] = &all;
        loop {
            match std::str::from_utf8(rest) {
                Ok(text) => {
                    out.push_str(text);
                    return out;
                }
                Err(error) => {
                    let (good, bad) = rest.split_at(error.valid_up_to());
                    out.push_str(&String::from_utf8_lossy(good));
                    let Some(skip) = error.error_len() else {
                        // The rest of this character is still on its way.
                        self.partial = bad.to_vec();
                        return out;
                    };
                    out.push(char::REPLACEMENT_CHARACTER);
                    rest = &bad[skip..];
                }
            }
        }
    }

    fn step(&mut self, c: char) -> Option<Ask> {
        match (self.state, c) {
            (State::Text, '\x07' | '\u{9c}') => self.state = State::Ground,
            (State::Text, '\x1b') => self.state = State::TextEscape,
            (State::Text, _) => {}
            (_, '\x1b') => self.state = State::Escape,
            (_, '\x18' | '\x1a') => self.state = State::Ground,
            (State::Ground, '\x07') => return Some(Ask::Bell),
            (State::Ground, _) => {}
            (State::TextEscape, _) => self.state = State::Ground,
            (State::Escape, '[') => {
                self.state = State::Csi;
                self.params.clear();
            }
            (State::Escape, ']' | 'P' | '_' | '^') => self.state = State::Text,
            (State::Escape, _) => self.state = State::Ground,
            (State::Csi, '0'..='?') => {
                if self.params.len() < 32 {
                    self.params.push(c);
                }
            }
            (State::Csi, '@'..='~') => {
                self.state = State::Ground;
                return sequence(&self.params, c);
            }
            (State::Csi, _) => {}
        }
        None
    }
}

fn sequence(params: &str, last: char) -> Option<Ask> {
    Some(match (params, last) {
        ("?2004", 'h') => Ask::BracketedPaste(true),
        ("?2004", 'l') => Ask::BracketedPaste(false),
        ("6", 'n') => Ask::CursorPosition,
        ("5", 'n') => Ask::Status,
        ("" | "0", 'c') => Ask::Attributes,
        ("3", 'J') => Ask::ClearHistory,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Ask, Piece, Stream};

    fn text(pieces: &[Piece]) -> String {
        pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn characters_survive_any_split() {
        let whole = "a│é✔🐳z".as_bytes();
        for at in 0..=whole.len() {
            let mut stream = Stream::default();
            let mut pieces = stream.feed(&whole[..at]);
            pieces.extend(stream.feed(&whole[at..]));
            assert_eq!(text(&pieces), "a│é✔🐳z", "split at {at}");
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_marked() {
        assert_eq!(text(&Stream::default().feed(b"a\xff\xfeb")), "a\u{fffd}\u{fffd}b");
    }

    #[test]
    fn asks_come_right_after_their_text() {
        let pieces = Stream::default().feed(b"$ \x1b[?2004hx\x1b[6ny");
        let asks: Vec<_> = pieces.iter().map(|piece| piece.ask.clone()).collect();
        assert_eq!(asks, [Some(Ask::BracketedPaste(true)), Some(Ask::CursorPosition), None]);
        assert_eq!(pieces[1].text, "x\x1b[6n");
    }

    #[test]
    fn the_end_of_a_title_is_no_bell() {
        assert_eq!(Stream::default().feed(b"\x1b]0;title\x07")[0].ask, None);
        assert_eq!(Stream::default().feed(b"\x07")[0].ask, Some(Ask::Bell));
    }
}
