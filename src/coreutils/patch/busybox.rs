//! BusyBox's patch: a hunk is looked for by its lines alone, from where the one before ended; nothing is
//! fuzzy, and a file of which a hunk does not fit stays as it was.

use super::read::{FilePatch, Hunk, Line, flipped, split};
use crate::coreutils::Cx;

/// What the command line asks for.
pub(super) struct Applet {
    /// `-p`: leading parts of names to leave out; all but the last without it.
    pub strip: Option<usize>,
    /// `-R`
    pub reverse: bool,
    /// `-N`: what is applied already is passed over.
    pub forward: bool,
    /// `-E`: files that become empty are removed.
    pub remove: bool,
    /// `--dry-run`
    pub dry: bool,
    /// The file named on the command line, whatever the patch says.
    pub target: Option<String>,
}

/// Where a hunk was found.
enum Found {
    At(usize, usize),
    /// Nowhere; whether lines that it would add are there.
    Nowhere(bool),
}

fn is_null(name: Option<&String>) -> bool {
    name.is_some_and(|n| n == "/dev/null")
}

/// Whether the hunk has to end where the file does: it has less context behind than before.
fn reaches_end(h: &Hunk) -> bool {
    let context = |l: &&Line| l.mark == b' ';
    let before = h.lines.iter().take_while(context).count();
    let behind = h.lines.iter().rev().take_while(context).count();
    behind == 0 || behind < before
}

fn find(lines: &[Line], from: usize, h: &Hunk) -> Found {
    let to_end = reaches_end(h);
    let (mut first, mut next, mut want) = (from, from, 0);
    let mut reversed = false;
    if h.lines.iter().all(|l| l.mark == b'-') {
        // All of it goes: there is nothing to look for the end of.
        return Found::At(from, from + h.lines.len().min(lines.len().saturating_sub(from)));
    }
    loop {
        let data = lines.get(next);
        while let Some(l) = h.lines.get(want).filter(|l| l.mark == b'+') {
            reversed |= data.is_some_and(|d| d.text == l.text);
            want += 1;
        }
        if data.is_none() {
            let all = want == h.lines.len() && to_end;
            return if all { Found::At(first, next) } else { Found::Nowhere(reversed) };
        }
        let mut check = next;
        next += 1;
        loop {
            while let Some(l) = h.lines.get(want).filter(|l| l.mark == b'+') {
                reversed |= lines[check].text == l.text;
                want += 1;
            }
            if h.lines.get(want).is_some_and(|l| l.text == lines[check].text) {
                want += 1;
                check += 1;
                if want == h.lines.len() && !to_end {
                    return Found::At(first, check);
                }
                if check == next {
                    break;
                }
            } else {
                first += 1;
                want = 0;
                if first == next {
                    break;
                }
                check = first;
            }
        }
    }
}

impl Applet {
    fn stripped(&self, name: &str) -> String {
        super::strip(name, self.strip)
    }

    /// Applies the patches; gives the status to end with.
    pub async fn run(&self, cx: &mut Cx, files: Vec<FilePatch>) -> i32 {
        let mut status = 0;
        for f in &files {
            match self.file(cx, f).await {
                Ok(good) => status |= i32::from(!good),
                Err(what) => {
                    cx.err(what).await;
                    return 1;
                }
            }
        }
        status
    }

    async fn file(&self, cx: &mut Cx, f: &FilePatch) -> Result<bool, String> {
        let (old, new) = if self.reverse { (&f.new, &f.old) } else { (&f.old, &f.new) };
        let hunks: Vec<Hunk> =
            f.hunks.iter().map(|h| if self.reverse { flipped(h) } else { h.clone() }).collect();
        let Some(first) = hunks.first() else { return Ok(true) };
        let count = |m: u8| first.lines.iter().filter(|l| l.mark != m).count();
        let empty = is_null(new.as_ref()) || first.to + count(b'-') == 0;
        // The second name is taken in either direction, unless there is nothing under it.
        let named = match (empty, is_null(f.new.as_ref())) {
            (true, _) if !self.reverse => &f.old,
            (_, true) => &f.old,
            _ => &f.new,
        };
        let named = named.clone().unwrap_or("MISSING_FILENAME".into());
        let name = self.target.clone().unwrap_or_else(|| self.stripped(&named));
        if empty {
            let verb = if self.remove { "removing" } else { "patching file" };
            cx.puts(&format!("{verb} {name}\n"));
            cx.flush().await;
            let done = match (self.dry, self.remove) {
                (true, _) => Ok(()),
                (_, true) => cx.p.unlink(&name),
                _ => cx.p.write_file(&name, b"", 0o666),
            };
            return done.map(|()| true).map_err(|e| format!("can't open '{name}': {e}"));
        }
        let creates = is_null(old.as_ref()) || first.from + count(b'+') == 0;
        let verb = if creates { "creating" } else { "patching file" };
        cx.puts(&format!("{verb} {name}\n"));
        cx.flush().await;
        let data = if creates {
            if cx.p.stat(&name).is_ok() {
                return Err(format!("can't open '{name}': File exists"));
            }
            Vec::new()
        } else {
            cx.p.read_file(&name).map_err(|e| format!("can't open '{name}': {e}"))?
        };
        let lines = split(&data);
        let Some(bytes) = self.hunks(cx, &lines, &hunks).await else { return Ok(false) };
        if !self.dry {
            if creates && let Some((dir, _)) = name.rsplit_once('/') {
                let mut path = String::new();
                for part in dir.split('/') {
                    path += part;
                    let _ = cx.p.mkdir(&path, 0o777);
                    path.push('/');
                }
            }
            let written = cx.p.write_file(&name, &bytes, 0o666);
            written.map_err(|e| format!("can't open '{name}': {e}"))?;
        }
        Ok(true)
    }

    /// The file after the hunks; nothing if one does not fit.
    async fn hunks(&self, cx: &mut Cx, lines: &[Line], hunks: &[Hunk]) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let mut at = 0;
        let copy = |out: &mut Vec<u8>, l: &Line| {
            out.extend_from_slice(&l.text);
            if !l.bare {
                out.push(b'\n');
            }
        };
        for (k, h) in hunks.iter().enumerate() {
            cx.p.tick((lines.len() / 16) as u32).await;
            match find(lines, at, h) {
                Found::At(from, to) => {
                    lines[at..from].iter().for_each(|l| copy(&mut out, l));
                    for l in h.lines.iter().filter(|l| l.mark != b'-') {
                        out.extend_from_slice(&l.text);
                        out.push(b'\n');
                    }
                    at = to;
                }
                Found::Nowhere(reversed) => {
                    if self.forward
                        && let Found::At(from, to) = find(lines, at, &flipped(h))
                    {
                        lines[at..to].iter().for_each(|l| copy(&mut out, l));
                        let _ = from;
                        at = to;
                        continue;
                    }
                    if reversed {
                        let end = lines.len() + 1;
                        cx.say(&format!("Possibly reversed hunk {} at {end}\n", k + 1)).await;
                    }
                    let mut text =
                        format!("Hunk {} FAILED {}/{}.\n", k + 1, h.from, h.to).into_bytes();
                    for l in &h.lines {
                        text.push(l.mark);
                        text.extend_from_slice(&l.text);
                        text.push(b'\n');
                    }
                    let _ = cx.p.write_all(2, &text).await;
                    return None;
                }
            }
        }
        lines[at..].iter().for_each(|l| copy(&mut out, l));
        Some(out)
    }
}
