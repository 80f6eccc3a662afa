//! fmt: fills paragraphs to a width.

use super::Cx;
use super::getopt::{Arg, parse};
use super::lines::{old_numbers, or_stdin, quoted};
use crate::vfs::text;

struct Fmt {
    width: usize,
    goal: usize,
    split_only: bool,
    uniform: bool,
    crown: bool,
    tagged: bool,
    prefix: String,
}

/// `fmt`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("crown-margin", Arg::No, 'c'),
        ("prefix", Arg::Required, 'p'),
        ("split-only", Arg::No, 's'),
        ("tagged-paragraph", Arg::No, 't'),
        ("uniform-spacing", Arg::No, 'u'),
        ("width", Arg::Required, 'w'),
        ("goal", Arg::Required, 'g'),
    ];
    let args = old_numbers(cx.args(), 'w', "wgp");
    let parsed = match parse(&args, "cp:stuw:g:", &longs) {
        Ok(p) => p,
        Err(c) => return cx.complain(c).await,
    };
    let mut numbers = [None, None];
    for (i, l) in ['w', 'g'].into_iter().enumerate() {
        if let Some(v) = parsed.value(l) {
            match v.parse::<usize>() {
                Ok(n) if n <= 2500 => numbers[i] = Some(n),
                n => {
                    let q = quoted(&cx.p, v);
                    let more = if n.is_ok() { ": Numerical result out of range" } else { "" };
                    cx.err(format!("invalid width: {q}{more}")).await;
                    return 1;
                }
            }
        }
    }
    if let Some(goal) = numbers[1].filter(|g| *g > numbers[0].unwrap_or(75)) {
        let q = quoted(&cx.p, &goal.to_string());
        cx.err(format!("invalid width: {q}: Value too large for defined data type")).await;
        return 1;
    }
    let width = numbers[0].or(numbers[1].map(|g| g + 10)).unwrap_or(75);
    let f = Fmt {
        width,
        goal: numbers[1].unwrap_or(width * 187 / 200),
        split_only: parsed.has('s'),
        uniform: parsed.has('u'),
        crown: parsed.has('c'),
        tagged: parsed.has('t'),
        prefix: parsed.value('p').unwrap_or_default().to_string(),
    };
    let mut status = 0;
    for name in or_stdin(parsed.operands.clone()) {
        let fd = match cx.open_input(&name) {
            Ok(fd) => fd,
            Err(e) => {
                let q = cx.q(&name);
                cx.err(format!("cannot open {q} for reading: {e}")).await;
                status = 1;
                continue;
            }
        };
        let read = cx.read_all(fd).await;
        cx.close_input(fd);
        let data = match read {
            Ok(data) => data,
            Err(e) => {
                status |= cx.err_read(&name, e).await;
                continue;
            }
        };
        let text = text::decode(&data).into_owned();
        let out = f.run(&text);
        cx.puts(&out);
        if !cx.pace().await {
            return status;
        }
    }
    status
}

/// A word, and the blanks after it where the text stands as it was.
struct Word<'a> {
    text: &'a str,
    space: usize,
    sentence: bool,
}

fn indent(l: &str) -> usize {
    l.chars()
        .take_while(|c| c.is_whitespace())
        .fold(0, |n, c| if c == '\t' { n + 8 - n % 8 } else { n + 1 })
}

impl Fmt {
    fn run(&self, text: &str) -> String {
        let mut out = String::new();
        let lines: Vec<&str> = text.lines().collect();
        let mut i = 0;
        while i < lines.len() {
            let l = lines[i];
            let body = self.body(l);
            let Some(body) = body.filter(|b| !b.trim().is_empty()) else {
                out += l.trim_end();
                out.push('\n');
                i += 1;
                continue;
            };
            let first = indent(body);
            let mut j = i + 1;
            let mut other = first;
            while j < lines.len() && !self.split_only {
                let Some(b) = self.body(lines[j]).filter(|b| !b.trim().is_empty()) else { break };
                let k = indent(b);
                if j == i + 1 && (self.crown || self.tagged) {
                    if self.tagged && k == first {
                        break;
                    }
                    other = k;
                } else if k != other {
                    break;
                }
                j += 1;
            }
            let mut words = Vec::new();
            for l in &lines[i..j] {
                let b = self.body(l).unwrap_or(l).trim_start();
                self.words(b, &mut words);
            }
            self.fill(&words, first, other, &mut out);
            i = j;
        }
        out
    }

    fn body<'a>(&self, l: &'a str) -> Option<&'a str> {
        if self.prefix.is_empty() {
            Some(l)
        } else {
            l.trim_start().strip_prefix(self.prefix.trim())
        }
    }

    fn words<'a>(&self, mut l: &'a str, out: &mut Vec<Word<'a>>) {
        while !l.is_empty() {
            let n = l.find(char::is_whitespace).unwrap_or(l.len());
            let (w, rest) = l.split_at(n);
            let after = rest.trim_start();
            let blanks = rest.len() - after.len();
            let ends = w.trim_end_matches([')', ']', '\'', '"']).ends_with(['.', '?', '!']);
            // A sentence ends at the end of a line, or where two blanks follow.
            let sentence = ends && (after.is_empty() || blanks > 1);
            let space = if self.uniform || after.is_empty() {
                if sentence { 2 } else { 1 }
            } else {
                blanks
            };
            out.push(Word { text: w, space, sentence });
            l = after;
        }
    }

    /// Breaks where the lines cost least as a whole: each costs something, and so do lines that miss
    /// the goal or differ in length from the next, and breaks that tear sentences apart.
    fn fill(&self, words: &[Word<'_>], first: usize, other: usize, out: &mut String) {
        let n = words.len();
        let len = |w: &Word<'_>| w.text.chars().count();
        let head = self.prefix.chars().count();
        let square = |x: i64| x.saturating_mul(x);
        let mut best = vec![i64::MAX; n + 1];
        let (mut next, mut length) = (vec![n; n + 1], vec![0; n + 1]);
        best[n] = 0;
        for i in (0..n).rev() {
            let mut width = head + if i == 0 { first } else { other } + len(&words[i]);
            let mut j = i + 1;
            loop {
                let mut cost = best[j];
                if j < n {
                    let short = self.goal as i64 - width as i64;
                    cost = cost.saturating_add(square(short * 10));
                    if next[j] != n {
                        let ragged = width as i64 - length[j] as i64;
                        cost = cost.saturating_add(square(ragged * 10) / 2);
                    }
                }
                if cost < best[i] {
                    (best[i], next[i], length[i]) = (cost, j, width);
                }
                if j == n {
                    break;
                }
                width += words[j - 1].space + len(&words[j]);
                j += 1;
                if width >= self.width {
                    break;
                }
            }
            best[i] = best[i].saturating_add(opening(words, i));
        }
        let mut i = 0;
        while i < n {
            let j = next[i].max(i + 1);
            out.push_str(&self.prefix);
            out.push_str(&" ".repeat(if i == 0 { first } else { other }));
            for k in i..j {
                out.push_str(words[k].text);
                if k + 1 < j {
                    out.push_str(&" ".repeat(words[k].space));
                }
            }
            out.push('\n');
            i = j;
        }
    }
}

/// What it costs that a line begins with word `i`.
fn opening(words: &[Word<'_>], i: usize) -> i64 {
    let len = |w: &Word<'_>| w.text.chars().count() as i64;
    let mut cost = 70 * 70;
    if let Some(before) = i.checked_sub(1).map(|k| &words[k]) {
        let closed = before.text.trim_end_matches([')', ']', '\'', '"']);
        if closed.ends_with(['.', '?', '!']) {
            cost += if before.sentence { -50 * 50 } else { 600 * 600 };
        } else if before.text.ends_with(|c: char| c.is_ascii_punctuation()) {
            cost -= 40 * 40;
        } else if i > 1 && words[i - 2].sentence {
            cost += 200 * 200 / (len(before) + 2);
        }
    }
    if words[i].text.starts_with(['(', '[', '\'', '`', '"']) {
        cost -= 40 * 40;
    } else if words[i].sentence {
        cost += 150 * 150 / (len(&words[i]) + 2);
    }
    cost
}
