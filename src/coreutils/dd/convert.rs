//! dd's conversions of what it copies.

use super::operands::Operands;

/// Conversions with what they remember from block to block.
pub struct Converter<'a> {
    o: &'a Operands,
    /// `conv=swab`: an odd byte that waits for its partner.
    odd: Option<u8>,
    /// `conv=block`: bytes of the line so far.
    column: usize,
    /// `conv=unblock`: the record so far.
    record: Vec<u8>,
    /// Lines that `conv=block` cut.
    pub truncated: u64,
}

impl<'a> Converter<'a> {
    /// At the start of the input.
    pub fn new(o: &'a Operands) -> Converter<'a> {
        Converter { o, odd: None, column: 0, record: Vec::new(), truncated: 0 }
    }

    /// Whether output blocks differ in length from input blocks.
    pub fn changes_length(&self) -> bool {
        self.o.block || self.o.unblock || self.o.swab
    }

    /// Converts a block.
    pub fn feed(&mut self, block: &[u8]) -> Vec<u8> {
        let mut data: Vec<u8> = Vec::with_capacity(block.len());
        if self.o.swab {
            for &b in block {
                match self.odd.take() {
                    Some(a) => data.extend([b, a]),
                    None => self.odd = Some(b),
                }
            }
        } else {
            data.extend_from_slice(block);
        }
        if self.o.lcase {
            data.make_ascii_lowercase();
        }
        if self.o.ucase {
            data.make_ascii_uppercase();
        }
        if self.o.cbs == 0 {
            return data;
        }
        if self.o.block {
            self.block(&data)
        } else if self.o.unblock {
            self.unblock(&data)
        } else {
            data
        }
    }

    /// Lines become records of fixed length.
    fn block(&mut self, data: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(data.len());
        for &b in data {
            if b == b'\n' {
                out.extend(std::iter::repeat_n(b' ', self.o.cbs.saturating_sub(self.column)));
                self.column = 0;
                continue;
            }
            if self.column == self.o.cbs {
                self.truncated += 1;
            }
            if self.column < self.o.cbs {
                out.push(b);
            }
            self.column += 1;
        }
        out
    }

    /// Records of fixed length become lines.
    fn unblock(&mut self, data: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(data.len());
        for &b in data {
            self.record.push(b);
            if self.record.len() == self.o.cbs {
                self.line(&mut out);
            }
        }
        out
    }

    fn line(&mut self, out: &mut Vec<u8>) {
        let text = self.record.iter().rposition(|b| *b != b' ').map_or(0, |i| i + 1);
        out.extend_from_slice(&self.record[..text]);
        out.push(b'\n');
        self.record.clear();
    }

    /// What is left at the end of the input.
    pub fn end(&mut self) -> Vec<u8> {
        let mut out: Vec<u8> = self.odd.take().into_iter().collect();
        if self.o.block && self.column > 0 {
            out.extend(std::iter::repeat_n(b' ', self.o.cbs.saturating_sub(self.column)));
        }
        if !self.record.is_empty() {
            self.line(&mut out);
        }
        out
    }
}
