//! Looking through one file.

use std::collections::VecDeque;

use super::output::Line;
use super::{Grep, Mode};
use crate::coreutils::Cx;
use crate::coreutils::lines::Reader;
use crate::coreutils::regex::literal::{count_byte, find, find_byte, rfind_byte};
use crate::vfs::Errno;

/// Where the search in a file stands.
struct State {
    number: u64,
    offset: u64,
    selected: u64,
    /// Lines of trailing context still to be printed.
    after: usize,
    /// The last line printed.
    last: u64,
    before: VecDeque<(u64, u64, Vec<u8>)>,
    binary: bool,
    stop: bool,
}

impl Grep {
    /// Searches a file; `-` is standard input.
    pub(super) async fn file(&mut self, cx: &mut Cx, name: &str, found: bool) {
        let fd = match cx.open_input(name) {
            Ok(fd) => fd,
            Err(e) => return self.trouble(cx, name, e).await,
        };
        let mut r = Reader::new(fd);
        let result = self.search(cx, name, &mut r).await;
        if fd == 0 && self.max.is_some() && !r.buffered().is_empty() {
            // What was read too much is given back, where it can be.
            let back = r.buffered().len() as i64;
            let _ = cx.p.lseek(0, std::io::SeekFrom::Current(-back));
        }
        cx.close_input(fd);
        if let Err(e) = result
            && !(found && e == Errno::EISDIR)
        {
            self.unread(cx, name, e).await;
        }
    }

    async fn search(&mut self, cx: &mut Cx, name: &str, r: &mut Reader) -> Result<(), Errno> {
        let mut st = State {
            number: 0,
            offset: 0,
            selected: 0,
            after: 0,
            last: 0,
            before: VecDeque::new(),
            binary: false,
            stop: self.max == Some(0),
        };
        let mut first = true;
        while !st.stop {
            // Whole lines only, until the end of the file.
            let ends = rfind_byte(r.buffered(), self.delim);
            let n = match ends {
                Some(i) => i + 1,
                None if r.at_eof() => r.buffered().len(),
                None => 0,
            };
            if n == 0 {
                if r.at_eof() {
                    break;
                }
                r.fill(&cx.p).await?;
                if std::mem::take(&mut first) && self.delim != 0 && r.buffered().contains(&0) {
                    st.binary = true;
                }
                continue;
            }
            if !st.binary && self.delim != 0 && !self.binary_text && r.buffered()[..n].contains(&0)
            {
                st.binary = true;
            }
            if st.binary && self.binary_skip {
                break;
            }
            let used = self.chunk(cx, name, &r.buffered()[..n], &mut st).await;
            r.consume(used);
            if !cx.pace().await {
                return Ok(());
            }
            cx.p.tick((n / 256) as u32).await;
        }
        self.found |= st.selected > 0;
        match self.mode {
            Mode::Count => {
                self.name_of(cx, name, b':');
                cx.puts(&format!("{}\n", st.selected));
            }
            Mode::With if st.selected > 0 => self.list(cx, name),
            Mode::Without if st.selected == 0 => self.list(cx, name),
            _ => {}
        }
        cx.pace().await;
        Ok(())
    }

    /// Searches whole lines; gives how many bytes of them were looked at.
    async fn chunk(&mut self, cx: &mut Cx, name: &str, buf: &[u8], st: &mut State) -> usize {
        let must = self.re.as_ref().and_then(|r| r.must().map(<[u8]>::to_vec));
        let skip = must.filter(|_| !self.invert && self.before == 0);
        let bytes_are_lines = self.re.as_ref().is_some_and(|r| r.as_literal().is_some());
        let mut at = 0;
        while at < buf.len() && !st.stop {
            if let Some(m) = &skip
                && st.after == 0
            {
                // Lines that lack what every match contains are passed over at once.
                let to = match find(buf, m, at) {
                    Some(i) => rfind_byte(&buf[at..i], self.delim).map_or(at, |j| at + j + 1),
                    None => buf.len(),
                };
                if self.number {
                    st.number += count_byte(&buf[at..to], self.delim) as u64;
                }
                st.offset += (to - at) as u64;
                at = to;
                if at >= buf.len() {
                    break;
                }
            }
            let end = find_byte(buf, self.delim, at).unwrap_or(buf.len());
            let line = &buf[at..end];
            st.number += 1;
            let hit = match &self.re {
                Some(_) if bytes_are_lines && skip.is_some() && st.after == 0 => true,
                Some(re) => match re.is_match(line) {
                    Ok(hit) => hit,
                    Err(e) => {
                        let what = e.of(self.shown(name));
                        cx.err(what).await;
                        self.failed = true;
                        st.stop = true;
                        false
                    }
                },
                None => false,
            };
            let l = Line { text: line, number: st.number, offset: st.offset };
            if hit != self.invert {
                self.select(cx, name, &l, st).await;
            } else if self.mode == Mode::Lines {
                self.context(cx, name, &l, st);
            }
            st.offset += (end + 1 - at) as u64;
            at = end + 1;
            if cx.out.len() > 1 << 15 && !cx.pace().await {
                st.stop = true;
            }
        }
        at.min(buf.len())
    }

    async fn select(&mut self, cx: &mut Cx, name: &str, l: &Line<'_>, st: &mut State) {
        st.selected += 1;
        if self.max.is_some_and(|m| st.selected >= m) && self.after == 0 {
            st.stop = true;
        }
        match self.mode {
            Mode::Lines => {}
            Mode::Count => return,
            _ => {
                st.stop = true;
                return;
            }
        }
        let odd = self.utf8
            && !self.binary_text
            && self.delim != 0
            && !l.text.is_ascii()
            && std::str::from_utf8(l.text).is_err();
        if (st.binary && !self.binary_text) || odd {
            // Once, on standard error (grep 3.5 and later).
            let shown = self.shown(name).to_string();
            cx.flush().await;
            cx.err(format!("{shown}: binary file matches")).await;
            st.stop = true;
            return;
        }
        if self.max.is_some_and(|m| st.selected > m) {
            st.selected -= 1;
            st.stop = true;
            return;
        }
        let begin = st.before.front().map_or(l.number, |b| b.0);
        if self.contextual && self.printed && (st.last == 0 || begin > st.last + 1) {
            self.group(cx);
        }
        for (number, offset, text) in std::mem::take(&mut st.before) {
            self.line(cx, name, &Line { text: &text, number, offset }, b'-');
        }
        self.line(cx, name, l, b':');
        self.printed = true;
        st.last = l.number;
        st.after = self.after;
    }

    fn context(&mut self, cx: &mut Cx, name: &str, l: &Line<'_>, st: &mut State) {
        if st.after > 0 {
            st.after -= 1;
            self.line(cx, name, l, b'-');
            st.last = l.number;
        } else if self.before > 0 {
            if st.before.len() == self.before {
                st.before.pop_front();
            }
            st.before.push_back((l.number, l.offset, l.text.to_vec()));
        }
        if st.after == 0 && self.max.is_some_and(|m| st.selected >= m) {
            st.stop = true;
        }
    }
}
