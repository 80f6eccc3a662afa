//! csplit: a file cut at lines and patterns.

use super::Cx;
use super::getopt::{Arg, parse};
use super::lines::quoted;
use super::regex::literal::find_byte;
use super::regex::{Flavor, Options, Regex};
use crate::vfs::text;

struct Csplit {
    lines: Vec<Vec<u8>>,
    at: usize,
    made: Vec<String>,
    prefix: String,
    digits: usize,
    format: Option<String>,
    quiet: bool,
    elide: bool,
    suppress: bool,
}

/// `csplit`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("suffix-format", Arg::Required, 'b'),
        ("prefix", Arg::Required, 'f'),
        ("keep-files", Arg::No, 'k'),
        ("suppress-matched", Arg::No, 'S'),
        ("digits", Arg::Required, 'n'),
        ("quiet", Arg::No, 's'),
        ("silent", Arg::No, 's'),
        ("elide-empty-files", Arg::No, 'z'),
    ];
    let parsed = match parse(&cx.args(), "b:f:kn:sqz", &longs) {
        Ok(p) => p,
        Err(c) => return cx.complain(c).await,
    };
    let [file, patterns @ ..] = parsed.operands.as_slice() else {
        return cx.usage_error("missing operand").await;
    };
    if patterns.is_empty() {
        let q = quoted(&cx.p, file);
        return cx.usage_error(format!("missing operand after {q}")).await;
    }
    let read = match cx.open_input(file) {
        Ok(fd) => cx.read_all(fd).await.map_err(|e| format!("read error: {e}")),
        Err(e) => Err(format!("cannot open '{file}' for reading: {e}")),
    };
    let data = match read {
        Ok(d) => d,
        Err(what) => {
            cx.err(what).await;
            return 1;
        }
    };
    let mut lines = Vec::new();
    let mut at = 0;
    while at < data.len() {
        let end = find_byte(&data, b'\n', at).map_or(data.len(), |i| i + 1);
        lines.push(data[at..end].to_vec());
        at = end;
    }
    if let Some(what) = wrong_pattern(cx, patterns) {
        cx.err(what).await;
        return 1;
    }
    let mut c = Csplit {
        lines,
        at: 0,
        made: Vec::new(),
        prefix: parsed.value('f').unwrap_or("xx").to_string(),
        digits: parsed.value('n').and_then(|n| n.parse().ok()).unwrap_or(2).min(100),
        format: parsed.value('b').map(str::to_string),
        quiet: parsed.has('s') || parsed.has('q'),
        elide: parsed.has('z'),
        suppress: parsed.has('S'),
    };
    match c.run(cx, patterns).await {
        Ok(()) => 0,
        Err(what) => {
            cx.flush().await;
            cx.err(what).await;
            if !parsed.has('k') {
                for f in &c.made {
                    let _ = cx.p.unlink(f);
                }
            }
            1
        }
    }
}

/// What is wrong with the patterns, which are looked at before anything is cut.
fn wrong_pattern(cx: &Cx, patterns: &[String]) -> Option<String> {
    let mut last = 0usize;
    let mut repeatable = false;
    for p in patterns {
        if p.starts_with('{') && p.ends_with('}') && repeatable {
            repeatable = false;
            continue;
        }
        repeatable = true;
        if let Ok(n) = p.parse::<usize>() {
            if n == 0 {
                return Some(format!("{p}: line number must be greater than zero"));
            }
            if n < last {
                let q = quoted(&cx.p, p);
                return Some(format!(
                    "line number {q} is smaller than preceding line number, {last}"
                ));
            }
            last = n;
            continue;
        }
        let Some(delim) = p.chars().next().filter(|c| matches!(c, '/' | '%')) else {
            return Some(format!("{}: invalid pattern", quoted(&cx.p, p)));
        };
        let Some(end) = p[1..].rfind(delim).map(|i| i + 1) else {
            return Some(format!("{p}: closing delimiter '{delim}' missing"));
        };
        let re = Regex::new(&text::encode(&p[1..end]), &Options::new(Flavor::SedBasic, false));
        if let Err(e) = re {
            return Some(format!("{p}: invalid regular expression: {e}"));
        }
    }
    None
}

impl Csplit {
    async fn run(&mut self, cx: &mut Cx, patterns: &[String]) -> Result<(), String> {
        let mut i = 0;
        while i < patterns.len() {
            let p = &patterns[i];
            let mut repeat = Some(0u64);
            if let Some(r) =
                patterns.get(i + 1).and_then(|r| r.strip_prefix('{')?.strip_suffix('}'))
            {
                repeat = if r == "*" {
                    None
                } else {
                    Some(r.parse().map_err(|_| {
                        format!("{}: integer required between '{{' and '}}'", patterns[i + 1])
                    })?)
                };
                i += 1;
            }
            i += 1;
            let mut round = 0;
            while repeat.is_none_or(|r| round <= r) {
                match self.once(cx, p, round).await {
                    Ok(()) => {}
                    Err(_) if repeat.is_none() && round > 0 => break,
                    Err(e) => {
                        let rest = self.lines.len();
                        self.write(cx, self.at, rest)?;
                        return Err(if round > 0 {
                            format!("{e} on repetition {round}")
                        } else {
                            e
                        });
                    }
                }
                round += 1;
            }
        }
        let end = self.lines.len();
        self.write(cx, self.at, end)
    }

    async fn once(&mut self, cx: &mut Cx, p: &str, round: u64) -> Result<(), String> {
        let q = quoted(&cx.p, p);
        if let Ok(n) = p.parse::<usize>() {
            if n == 0 {
                return Err(format!("{p}: line number must be greater than zero"));
            }
            let to = n.saturating_mul(round as usize + 1) - 1;
            if to > self.lines.len() {
                return Err(format!("{q}: line number out of range"));
            }
            let from = self.at;
            self.write(cx, from, to.max(from))?;
            self.at = to.max(from);
            return Ok(());
        }
        let delim = p
            .chars()
            .next()
            .filter(|c| matches!(c, '/' | '%'))
            .ok_or(format!("{p}: invalid pattern"))?;
        let end =
            p[1..].rfind(delim).ok_or(format!("{p}: closing delimiter '{delim}' missing"))? + 1;
        let offset: i64 = if p[end + 1..].is_empty() {
            0
        } else {
            p[end + 1..].parse().map_err(|_| format!("{p}: integer expected after delimiter"))?
        };
        let re = Regex::new(&text::encode(&p[1..end]), &Options::new(Flavor::SedBasic, false))
            .map_err(|e| format!("{p}: invalid regular expression: {e}"))?;
        // The line a file begins with is not looked at again.
        let from = if round > 0 || self.at > 0 { self.at + 1 } else { self.at };
        let hit = (from..self.lines.len()).find(|i| {
            let l = &self.lines[*i];
            re.is_match(l.strip_suffix(b"\n").unwrap_or(l)).unwrap_or(false)
        });
        let Some(hit) = hit else { return Err(format!("{q}: match not found")) };
        let to = hit as i64 + offset;
        if to < self.at as i64 || to > self.lines.len() as i64 {
            return Err(format!("{q}: line number out of range"));
        }
        let to = to as usize;
        let from = self.at;
        if delim == '/' {
            self.write(cx, from, to)?;
        }
        self.at = to + usize::from(self.suppress);
        Ok(())
    }

    fn write(&mut self, cx: &mut Cx, from: usize, to: usize) -> Result<(), String> {
        let bytes: Vec<u8> = self.lines[from.min(to)..to].concat();
        if bytes.is_empty() && self.elide {
            return Ok(());
        }
        let n = self.made.len();
        let suffix = match &self.format {
            Some(f) => {
                let mut out = Vec::new();
                super::awk::format_number(&text::encode(f), n as f64, &mut out);
                text::decode(&out).into_owned()
            }
            None => format!("{n:0w$}", w = self.digits),
        };
        let name = format!("{}{suffix}", self.prefix);
        cx.p.write_file(&name, &bytes, 0o666).map_err(|e| format!("{name}: {e}"))?;
        if !self.quiet {
            cx.puts(&format!("{}\n", bytes.len()));
        }
        self.made.push(name);
        Ok(())
    }
}
