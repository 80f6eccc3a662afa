//! Lines in order: sorted, merged, or only looked at.

use std::cmp::Ordering;

use super::compare;
use super::key::Kind;
use super::{Entry, Sort, read};
use crate::coreutils::Cx;
use crate::coreutils::regex::literal::find_byte;
use crate::vfs::text;

impl Sort {
    fn line<'a>(&self, buf: &'a [u8], e: &Entry) -> &'a [u8] {
        &buf[e.start as usize..(e.start + e.len) as usize]
    }

    /// The lines in order; those of files that end at `merge` are taken to be in order already.
    pub(super) async fn sorted(
        &mut self,
        cx: &Cx,
        buf: &[u8],
        merge: Option<Vec<u32>>,
    ) -> Vec<Entry> {
        let mut entries = Vec::with_capacity(buf.len() / 8);
        let mut at = 0;
        let first = self.keys.first().cloned();
        let numeric = first.as_ref().is_some_and(|k| k.order.kind == Kind::Numeric);
        self.exact_heads = numeric;
        while let Some(end) = find_byte(buf, self.delim, at) {
            let line = &buf[at..end];
            let (a, b) = first.as_ref().map_or((0, line.len()), |k| k.span(line, self.tab));
            let k = &line[a..b];
            let head = match &first {
                Some(_) if numeric => match compare::exact(k) {
                    Some(n) => order_bits(n),
                    None => {
                        self.exact_heads = false;
                        0
                    }
                },
                Some(key)
                    if key.order.kind != Kind::Text
                        || key.order.fold
                        || key.order.dictionary
                        || key.order.printable =>
                {
                    0
                }
                _ => prefix(k),
            };
            entries.push(Entry {
                head,
                start: at as u32,
                len: (end - at) as u32,
                key: (a as u32, b as u32),
            });
            at = end + 1;
        }
        if numeric && !self.exact_heads {
            entries.iter_mut().for_each(|e| e.head = 0);
        }
        cx.p.tick((buf.len() / 128) as u32).await;
        match merge {
            Some(ends) => entries = self.merged(buf, &entries, &ends),
            None => entries.sort_by(|x, y| self.compare(buf, x, y)),
        }
        if self.unique {
            entries.dedup_by(|b, a| self.by_keys(buf, a, b) == Ordering::Equal);
        }
        entries
    }

    /// The least of the files' next lines each time, the first file's where they are equal.
    fn merged(&self, buf: &[u8], entries: &[Entry], ends: &[u32]) -> Vec<Entry> {
        let mut rest = entries;
        let mut runs: Vec<&[Entry]> = Vec::new();
        for end in ends {
            let n = rest.partition_point(|e| e.start < *end);
            let (run, after) = rest.split_at(n);
            runs.push(run);
            rest = after;
        }
        let mut out = Vec::with_capacity(entries.len());
        while let Some(least) = (0..runs.len()).filter(|i| !runs[*i].is_empty()).reduce(|a, b| {
            if self.compare(buf, &runs[b][0], &runs[a][0]) == Ordering::Less { b } else { a }
        }) {
            out.push(runs[least][0]);
            runs[least] = &runs[least][1..];
        }
        out
    }

    /// By keys only.
    fn by_keys(&self, buf: &[u8], x: &Entry, y: &Entry) -> Ordering {
        let (a, b) = (self.line(buf, x), self.line(buf, y));
        let Some(first) = self.keys.first() else {
            let o = x.head.cmp(&y.head).then_with(|| a.cmp(b));
            return if self.global.reverse { o.reverse() } else { o };
        };
        let o = x.head.cmp(&y.head).then_with(|| {
            if self.exact_heads {
                return Ordering::Equal;
            }
            let key = |l: &'_ [u8], e: &Entry| {
                (e.key.0 as usize, e.key.1 as usize).min((l.len(), l.len()))
            };
            let ((p, q), (r, t)) = (key(a, x), key(b, y));
            compare::keys(&a[p..q], &b[r..t], &first.order, self.salt)
        });
        let o = if first.order.reverse { o.reverse() } else { o };
        if o != Ordering::Equal {
            return o;
        }
        for k in &self.keys[1..] {
            let ((p, q), (r, t)) = (k.span(a, self.tab), k.span(b, self.tab));
            let o = compare::keys(&a[p..q], &b[r..t], &k.order, self.salt);
            if o != Ordering::Equal {
                return if k.order.reverse { o.reverse() } else { o };
            }
        }
        Ordering::Equal
    }

    fn compare(&self, buf: &[u8], x: &Entry, y: &Entry) -> Ordering {
        let o = self.by_keys(buf, x, y);
        if o != Ordering::Equal
            || self.stable
            || (self.unique && !self.breaks_ties)
            || self.keys.is_empty()
        {
            return o;
        }
        // The last resort: the whole lines.
        let o = self.line(buf, x).cmp(self.line(buf, y));
        if self.global.reverse { o.reverse() } else { o }
    }

    pub(super) async fn check(&mut self, cx: &mut Cx, name: &str, loud: bool) -> i32 {
        let buf = match read(cx, name).await {
            Ok(mut b) => {
                if !b.is_empty() && b.last() != Some(&self.delim) {
                    b.push(self.delim);
                }
                b
            }
            Err(status) => return status,
        };
        let mut at = 0;
        let mut last: Option<Entry> = None;
        let mut number = 0;
        while let Some(end) = find_byte(&buf, self.delim, at) {
            number += 1;
            let line = &buf[at..end];
            let (a, b) = self.keys.first().map_or((0, line.len()), |k| k.span(line, self.tab));
            let e = Entry {
                head: 0,
                start: at as u32,
                len: (end - at) as u32,
                key: (a as u32, b as u32),
            };
            if let Some(p) = last {
                let o = self.compare(&buf, &p, &e);
                let tie = self.unique && self.by_keys(&buf, &p, &e) == Ordering::Equal;
                if tie || o == Ordering::Greater {
                    if loud && cx.busybox() {
                        cx.say(&format!("Check line {}\n", number - 1)).await;
                    } else if loud {
                        let shown = text::decode(line).into_owned();
                        cx.err(format!("{name}:{number}: disorder: {shown}")).await;
                    }
                    return 1;
                }
            }
            last = Some(e);
            at = end + 1;
        }
        0
    }
}

/// The first eight bytes, so that their order is that of the number.
fn prefix(k: &[u8]) -> u64 {
    let mut b = [0; 8];
    let n = k.len().min(8);
    b[..n].copy_from_slice(&k[..n]);
    u64::from_be_bytes(b)
}

/// A double's bits, so that their order is that of the doubles.
fn order_bits(n: f64) -> u64 {
    let b = (n + 0.0).to_bits();
    if b >> 63 == 1 { !b } else { b | 1 << 63 }
}
