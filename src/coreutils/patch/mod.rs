//! patch: applies what diff printed. Looks for a hunk near its place, and with less context if need be.

mod busybox;
mod read;

use super::Cx;
use super::getopt::{Arg, Complaint, parse};
use read::{FilePatch, Hunk, Line, flipped, rejects, split};

struct Patch {
    strip: Option<usize>,
    reverse: bool,
    dry: bool,
    silent: bool,
    forward: bool,
    backup: bool,
    force: bool,
    batch: bool,
    fuzz: usize,
    output: Option<String>,
    /// What is added to the name of what was there before.
    suffix: String,
    /// Where hunks go that can not be applied; `-` for nowhere.
    rejects: Option<String>,
    status: i32,
}

const LONGS: &[(&str, Arg, char)] = &[
    ("backup", Arg::No, 'b'),
    ("backup-if-mismatch", Arg::No, 'ζ'),
    ("remove-empty-files", Arg::No, 'E'),
    ("batch", Arg::No, 't'),
    ("binary", Arg::No, 'ζ'),
    ("directory", Arg::Required, 'd'),
    ("dry-run", Arg::No, 'Δ'),
    ("force", Arg::No, 'f'),
    ("forward", Arg::No, 'N'),
    ("fuzz", Arg::Required, 'F'),
    ("input", Arg::Required, 'i'),
    ("no-backup-if-mismatch", Arg::No, 'ζ'),
    ("output", Arg::Required, 'o'),
    ("quiet", Arg::No, 's'),
    ("reject-file", Arg::Required, 'r'),
    ("reverse", Arg::No, 'R'),
    ("suffix", Arg::Required, 'z'),
    ("silent", Arg::No, 's'),
    ("strip", Arg::Required, 'p'),
    ("unified", Arg::No, 'ζ'),
    ("normal", Arg::No, 'ζ'),
    ("verbose", Arg::No, 'ζ'),
];

/// `patch`
pub async fn main(cx: &mut Cx) -> i32 {
    cx.usage_status = 2;
    let parsed = match parse(&cx.args(), "bd:EfF:g:i:nNo:p:r:Rstuz:", LONGS) {
        Ok(p) => p,
        Err(c @ (Complaint::Help | Complaint::Version)) => return cx.complain(c).await,
        Err(c) if cx.busybox() => return cx.complain(c).await,
        Err(c) => {
            cx.err(c.to_string()).await;
            cx.err("Try 'patch --help' for more information.").await;
            return 2;
        }
    };
    let mut p = Patch {
        strip: None,
        reverse: parsed.has('R'),
        dry: parsed.has('Δ'),
        silent: parsed.has('s'),
        forward: parsed.has('N'),
        backup: parsed.has('b'),
        force: parsed.has('f'),
        batch: parsed.has('t'),
        fuzz: 2,
        output: parsed.value('o').map(str::to_string),
        suffix: parsed.value('z').unwrap_or(".orig").to_string(),
        rejects: parsed.value('r').map(str::to_string),
        status: 0,
    };
    for (l, what) in [('p', "strip count"), ('F', "fuzz factor")] {
        let Some(v) = parsed.value(l) else { continue };
        let Ok(n) = v.parse::<usize>() else {
            cx.err(format!("**** {what} {v} is not a number")).await;
            return 2;
        };
        if l == 'p' { p.strip = Some(n) } else { p.fuzz = n }
    }
    if let Some(d) = parsed.value('d')
        && let Err(e) = cx.p.chdir(d)
    {
        cx.err(format!("**** Can't change to directory {d} : {e}")).await;
        return 2;
    }
    let input =
        parsed.value('i').or(parsed.operands.get(1).map(String::as_str)).unwrap_or("-").to_string();
    let data = match cx.read_input(&input).await {
        Ok(d) => d,
        Err(e) if cx.busybox() => {
            cx.err_file(&input, e).await;
            return 1;
        }
        Err(e) => {
            cx.err(format!("**** Can't open patch file {input} : {e}")).await;
            return 2;
        }
    };
    let files = match read::parse(&data) {
        Ok(f) => f,
        Err(what) => {
            cx.err(format!("**** {what}")).await;
            return 2;
        }
    };
    if cx.busybox() {
        let applet = busybox::Applet {
            strip: p.strip,
            reverse: p.reverse,
            forward: p.forward,
            remove: parsed.has('E'),
            dry: p.dry,
            target: parsed.operands.first().cloned(),
        };
        return applet.run(cx, files).await;
    }
    if files.iter().all(|f| f.hunks.is_empty()) {
        if !data.is_empty() {
            cx.err("**** Only garbage was found in the patch input.").await;
            return 2;
        }
        return 0;
    }
    for f in files {
        let target = parsed.operands.first().cloned().or_else(|| p.name(cx, &f));
        let Some(target) = target else {
            cx.puts("can't find file to patch at input line 1\nPerhaps you should have used the -p or --strip option?\nSkip this patch? [y] \nSkipping patch.\n");
            let n = f.hunks.len();
            let s = if n == 1 { "" } else { "s" };
            cx.puts(&format!("{n} out of {n} hunk{s} ignored\n"));
            p.status = 1;
            continue;
        };
        if let Err(status) = p.apply(cx, &target, &f).await {
            return status;
        }
    }
    p.status
}

fn strip(name: &str, n: Option<usize>) -> String {
    match n {
        None => name.rsplit('/').next().unwrap_or(name).to_string(),
        Some(n) => {
            let mut rest = name;
            for _ in 0..n {
                match rest.find('/') {
                    Some(i) => rest = rest[i..].trim_start_matches('/'),
                    None => break,
                }
            }
            rest.to_string()
        }
    }
}

impl Patch {
    /// The file that a patch means: the best of the names in it that exists, or the new name of a file
    /// to be made.
    fn name(&self, cx: &Cx, f: &FilePatch) -> Option<String> {
        let real = |n: &Option<String>| {
            n.as_ref().filter(|n| *n != "/dev/null").map(|n| strip(n, self.strip))
        };
        let candidates = [real(&f.old), real(&f.new), real(&f.index)];
        let mut found: Vec<&String> =
            candidates.iter().flatten().filter(|n| cx.p.stat(n).is_ok()).collect();
        // Fewest parts, then the shortest last part, then the shortest of all.
        found.sort_by_key(|n| {
            (n.matches('/').count(), n.rsplit('/').next().map_or(0, str::len), n.len())
        });
        if let Some(n) = found.first() {
            return Some((*n).clone());
        }
        let (old, new) = if self.reverse { (&f.new, &f.old) } else { (&f.old, &f.new) };
        let makes = old.as_deref() == Some("/dev/null")
            || f.hunks.iter().all(|h| h.lines.iter().all(|l| l.mark == b'+'));
        if makes { real(new) } else { None }
    }

    async fn say(&self, cx: &mut Cx, s: &str) {
        if !self.silent {
            cx.puts(s);
            cx.pace().await;
        }
    }

    async fn apply(&mut self, cx: &mut Cx, target: &str, f: &FilePatch) -> Result<(), i32> {
        let verb = if self.dry { "checking" } else { "patching" };
        let out_name = self.output.clone().unwrap_or(target.to_string());
        let shown = match &self.output {
            Some(o) => format!("{o} (read from {target})"),
            None => target.to_string(),
        };
        self.say(cx, &format!("{verb} file {shown}\n")).await;
        let old = cx.p.read_file(target);
        let existed = old.is_ok();
        let data = old.unwrap_or_default();
        let mode = cx.p.stat(target).map_or(0o666, |s| s.mode & 0o7777);
        let mut lines: Vec<Line> = split(&data);
        let reject_name = self.rejects.clone().unwrap_or(format!("{out_name}.rej"));
        let saving = match reject_name.as_str() {
            "-" => String::new(),
            name => format!(" -- saving rejects to file {name}"),
        };
        let mut hunks: Vec<Hunk> =
            f.hunks.iter().map(|h| if self.reverse { flipped(h) } else { h.clone() }).collect();
        let mut rejected = Vec::new();
        let (mut shift, mut moved) = (0i64, 0i64);
        let mut asked = false;
        let mut k = 0;
        while let Some(h) = hunks.get(k) {
            match self.place(&lines, h, shift) {
                Some((at, fuzz, trimmed)) => {
                    let expected = h.from as i64 - i64::from(h.old().count() > 0) + moved;
                    let offset = at as i64 - trimmed as i64 - expected;
                    if (offset != 0 || fuzz > 0) && !self.silent {
                        let fuzzy =
                            if fuzz > 0 { format!(" with fuzz {fuzz}") } else { String::new() };
                        let s = if offset == 1 { "" } else { "s" };
                        let off = if offset != 0 {
                            format!(" (offset {offset} line{s})")
                        } else {
                            String::new()
                        };
                        let place = at as i64 - trimmed as i64 + 1;
                        self.say(
                            cx,
                            &format!("Hunk #{} succeeded at {place}{fuzzy}{off}.\n", k + 1),
                        )
                        .await;
                    }
                    let (head, tail) = h.trim(fuzz);
                    let body = &h.lines[head..h.lines.len() - tail];
                    let n = body.iter().filter(|l| l.mark != b'+').count();
                    // Context stays as the file has it.
                    let mut new = Vec::new();
                    let mut i = at;
                    for l in body {
                        match l.mark {
                            b' ' => {
                                new.push(lines[i].clone());
                                i += 1;
                            }
                            b'-' => i += 1,
                            _ => new.push(Line { mark: b' ', ..l.clone() }),
                        }
                    }
                    let grown = new.len() as i64 - n as i64;
                    lines.splice(at..at + n, new);
                    moved += grown;
                    shift = offset + moved;
                }
                None => {
                    let back = self.place(&lines, &flipped(h), 0).is_some();
                    if back && k == 0 && !self.force {
                        let what = if self.reverse {
                            "Unreversed patch detected!"
                        } else {
                            "Reversed (or previously applied) patch detected!"
                        };
                        if self.batch {
                            let how = if self.reverse { "Ignoring" } else { "Assuming" };
                            self.say(cx, &format!("{what}  {how} -R.\n")).await;
                            hunks = hunks.iter().map(flipped).collect();
                            continue;
                        }
                        let how = match (self.forward, self.reverse) {
                            (true, _) => "Skipping patch.\n",
                            (_, false) => "Assume -R? [n] \nApply anyway? [n] \nSkipping patch.\n",
                            (_, true) => "Ignore -R? [n] \nApply anyway? [n] \nSkipping patch.\n",
                        };
                        self.say(cx, &format!("{what}  {how}")).await;
                        asked = true;
                        rejected = hunks.to_vec();
                        let n = hunks.len();
                        let s = if n == 1 { "" } else { "s" };
                        self.say(cx, &format!("{n} out of {n} hunk{s} ignored{saving}\n")).await;
                        break;
                    }
                    let at = (h.from as i64 + moved).max(1);
                    self.say(cx, &format!("Hunk #{} FAILED at {at}.\n", k + 1)).await;
                    rejected.push(h.clone());
                }
            }
            k += 1;
        }
        if !rejected.is_empty() {
            self.status = 1;
            if !asked {
                let (n, all) = (rejected.len(), hunks.len());
                let s = if all == 1 { "" } else { "s" };
                self.say(cx, &format!("{n} out of {all} hunk{s} FAILED{saving}\n")).await;
            }
            if !self.dry && reject_name != "-" {
                let text = rejects(target, &rejected.iter().collect::<Vec<_>>());
                let _ = cx.p.write_file(&reject_name, &text, 0o666);
            }
        }
        if self.dry {
            return Ok(());
        }
        let saves = self.backup || (!rejected.is_empty() && !asked);
        if existed && saves && self.output.is_none() {
            let _ = cx.p.write_file(&format!("{target}{}", self.suffix), &data, mode);
        }
        if rejected.len() == hunks.len() {
            return Ok(());
        }
        let mut bytes = Vec::new();
        for l in &lines {
            bytes.extend_from_slice(&l.text);
            if !l.bare {
                bytes.push(b'\n');
            }
        }
        let gone = if self.reverse { &f.old } else { &f.new };
        if bytes.is_empty() && gone.as_deref() == Some("/dev/null") {
            let _ = cx.p.unlink(target);
            return Ok(());
        }
        if let Some((dir, _)) = out_name.rsplit_once('/')
            && !existed
        {
            let mut path = String::new();
            for part in dir.split('/') {
                path += part;
                let _ = cx.p.mkdir(&path, 0o777);
                path.push('/');
            }
        }
        if let Err(e) = cx.p.write_file(&out_name, &bytes, mode) {
            cx.err(format!("**** Can't create file {out_name} : {e}")).await;
            return Err(2);
        }
        Ok(())
    }

    /// Where a hunk fits: the first line of what is replaced, the fuzz it took, and the lines of context
    /// left out before.
    fn place(&self, lines: &[Line], h: &Hunk, shift: i64) -> Option<(usize, usize, usize)> {
        for fuzz in 0..=self.fuzz {
            let (head, tail) = h.trim(fuzz);
            if fuzz > 0 && (head, tail) == h.trim(fuzz - 1) {
                continue;
            }
            let want: Vec<&Line> =
                h.lines[head..h.lines.len() - tail].iter().filter(|l| l.mark != b'+').collect();
            let guess = h.from as i64 - i64::from(h.old().count() > 0) + shift + head as i64;
            let last = lines.len() as i64 - want.len() as i64;
            let fits = |at: i64| {
                at >= 0
                    && at <= last
                    && want.iter().enumerate().all(|(i, w)| {
                        let l = &lines[at as usize + i];
                        l.text == w.text && l.bare == w.bare
                    })
            };
            if want.is_empty() {
                return Some((guess.clamp(0, lines.len() as i64) as usize, fuzz, head));
            }
            for d in 0..=lines.len() as i64 + guess.abs() {
                if fits(guess + d) {
                    return Some(((guess + d) as usize, fuzz, head));
                }
                if fits(guess - d) {
                    return Some(((guess - d) as usize, fuzz, head));
                }
            }
        }
        None
    }
}

impl Hunk {
    fn old(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|l| l.mark != b'+')
    }

    /// How many lines of context are left out at both ends with this fuzz.
    fn trim(&self, fuzz: usize) -> (usize, usize) {
        let head = self.lines.iter().take_while(|l| l.mark == b' ').count();
        let tail = self.lines.iter().rev().take_while(|l| l.mark == b' ').count();
        let most = head.max(tail);
        let cut = |n: usize| (fuzz + n).saturating_sub(most).min(n);
        (cut(head), cut(tail))
    }
}
