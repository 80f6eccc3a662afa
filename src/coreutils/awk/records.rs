//! Reading awk's records, as RS tells them apart.

use super::driver::{Driver, Flow};
use super::op::{self};
use super::value::Val;
use crate::coreutils::lines::Reader;
use crate::coreutils::regex::literal::find_byte;
use crate::coreutils::regex::{Flavor, Options, Regex};
use crate::vfs::{Errno, text};
use std::rc::Rc;

impl<'a> Driver<'a> {
    /// Takes up a changed RS.
    pub(super) async fn settle_rs(&mut self) -> Result<(), Flow> {
        let rs = self.vm.special_text(op::RS);
        if Rc::ptr_eq(&rs, &self.rs_text) || rs == self.rs_text {
            return Ok(());
        }
        self.rs = match rs.as_slice() {
            [] => Rs::Paragraph,
            [b] => Rs::Byte(*b),
            s => match Regex::new(s, &Options::new(Flavor::Awk, self.vm.utf8)) {
                Ok(re) => Rs::Regex(Rc::new(re)),
                Err(e) => {
                    return Err(self
                        .fatal(&format!("invalid regexp: {e}: /{}/", String::from_utf8_lossy(s)))
                        .await);
                }
            },
        };
        self.rs_text = rs;
        Ok(())
    }

    /// Reads the next record of the program's input, as `$0` or into the machine's line.
    pub(super) async fn next_record(&mut self, into_record: bool) -> Result<bool, Flow> {
        loop {
            if self.input.is_none() && !self.open_next().await? {
                return Ok(false);
            }
            self.settle_rs().await?;
            let mut fast = false;
            if let (Some(r), Rs::Byte(d)) = (&mut self.input, &self.rs)
                && into_record
                && let Some(line) = r.line_now(*d)
            {
                let line = line.strip_suffix(&[*d]).unwrap_or(line);
                self.vm.rec.set_bytes(line);
                if self.wants_rt {
                    self.vm.specials[op::RT as usize] = Val::str(&[*d]);
                }
                fast = true;
            }
            if fast {
                self.count(op::NR);
                self.count(op::FNR);
                return Ok(true);
            }
            self.pass_on().await;
            let Some(reader) = &mut self.input else { continue };
            let mut line = std::mem::take(&mut self.vm.line);
            let mut rt = Vec::new();
            let want = self.wants_rt.then_some(&mut rt);
            match read(reader, &self.cx.p, &self.rs, &mut line, want).await {
                Ok(true) => {
                    if self.wants_rt {
                        self.vm.specials[op::RT as usize] = Val::Str(Rc::new(rt));
                    }
                    if into_record {
                        self.vm.rec.set_bytes(&line);
                    }
                    self.vm.line = line;
                    self.count(op::NR);
                    self.count(op::FNR);
                    return Ok(true);
                }
                Ok(false) => self.drop_input(),
                Err(e) => {
                    let name = text::decode(&self.vm.special_text(op::FILENAME)).into_owned();
                    self.drop_input();
                    self.unreadable(&name, e).await;
                }
            }
        }
    }
}

/// How records are told apart.
pub(super) enum Rs {
    Byte(u8),
    Paragraph,
    Regex(Rc<Regex>),
}

/// Reads one record into `out`, its separator into `rt`.
pub(super) async fn read(
    r: &mut Reader,
    p: &crate::kernel::Proc,
    rs: &Rs,
    out: &mut Vec<u8>,
    rt: Option<&mut Vec<u8>>,
) -> Result<bool, Errno> {
    out.clear();
    let (len, sep) = match rs {
        Rs::Byte(d) => {
            let Some(line) = r.line(p, *d).await? else { return Ok(false) };
            let body = line.strip_suffix(&[*d]).unwrap_or(line);
            out.extend_from_slice(body);
            if let Some(rt) = rt {
                rt.extend_from_slice(&line[body.len()..]);
            }
            return Ok(true);
        }
        Rs::Paragraph => {
            loop {
                let n = r.buffered().iter().take_while(|b| **b == b'\n').count();
                r.consume(n);
                if !r.buffered().is_empty() {
                    break;
                }
                if !r.fill(p).await? {
                    return Ok(false);
                }
            }
            let mut from = 0;
            loop {
                let b = r.buffered();
                match find_byte(b, b'\n', from) {
                    Some(i) if b.get(i + 1) == Some(&b'\n') => {
                        // All the newlines that follow belong to the separator.
                        let run = b[i..].iter().take_while(|c| **c == b'\n').count();
                        if i + run < b.len() || r.at_eof() {
                            break (i, run);
                        }
                        from = i;
                    }
                    Some(i) if i + 1 < b.len() => {
                        from = i + 1;
                        continue;
                    }
                    Some(i) if r.at_eof() => break (i, 1),
                    None if r.at_eof() => break (b.len(), 0),
                    Some(i) => from = i,
                    None => from = b.len(),
                }
                r.fill(p).await?;
            }
        }
        Rs::Regex(re) => loop {
            let b = r.buffered();
            let found = re.find_at(b, 0).unwrap_or(None);
            match found {
                // A match that reaches the end of what was read may go on.
                Some((a, e)) if e > a && (e < b.len() || r.at_eof()) => break (a, e - a),
                _ if r.at_eof() => {
                    if b.is_empty() {
                        return Ok(false);
                    }
                    break (b.len(), 0);
                }
                _ => {
                    r.fill(p).await?;
                }
            }
        },
    };
    let b = r.buffered();
    out.extend_from_slice(&b[..len]);
    if let Some(rt) = rt {
        rt.extend_from_slice(&b[len..len + sep]);
    }
    r.consume(len + sep);
    Ok(true)
}
