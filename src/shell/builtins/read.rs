//! `read`, and reading lines byte by byte for `select` and `mapfile`.

use super::options;
use crate::kernel::Fd;
use crate::shell::Dialect;
use crate::shell::exec::Args;
use crate::shell::expand::Ifs;
use crate::shell::state::{Res, Shell, Stop};
use crate::shell::vars::{AssignMode, split_place};
use crate::vfs::{Errno, text};
use std::io::SeekFrom;

/// How reading ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// At the delimiter, or with enough characters.
    Complete,
    /// At the end of the input.
    Eof,
    Timeout,
    Interrupted,
    Failed(Errno),
}

/// A reader that takes no more than it uses: in a seekable file it reads ahead and goes back. One that
/// reads by blocks keeps what it has read.
pub(crate) struct Input {
    fd: Fd,
    buffer: Vec<u8>,
    at: usize,
    seekable: bool,
    /// Bytes that are read at once.
    block: usize,
}

impl Input {
    pub(crate) fn new(sh: &Shell, fd: Fd) -> Input {
        let seekable = sh.p.fstat(fd).is_ok_and(|s| s.is_file())
            && sh.p.lseek(fd, SeekFrom::Current(0)).is_ok();
        Input { fd, buffer: Vec::new(), at: 0, seekable, block: if seekable { 4096 } else { 1 } }
    }

    /// One that reads up to `block` bytes at once, and does not go back.
    pub(crate) fn blocks(fd: Fd, block: usize) -> Input {
        Input { fd, buffer: Vec::new(), at: 0, seekable: false, block }
    }

    /// The next byte; `None` at the end.
    pub(crate) async fn byte(
        &mut self,
        sh: &Shell,
        deadline: Option<i64>,
    ) -> Result<Option<u8>, End> {
        if self.at == self.buffer.len() {
            if let Some(limit) = deadline {
                match sh.p.wait_readable(self.fd, Some(limit)).await {
                    Ok(true) => {}
                    Ok(false) => return Err(End::Timeout),
                    Err(Errno::EINTR) => return Err(End::Interrupted),
                    Err(e) => return Err(End::Failed(e)),
                }
            }
            match sh.p.read(self.fd, self.block).await {
                Ok(b) if b.is_empty() => return Ok(None),
                Ok(b) => {
                    self.buffer = b;
                    self.at = 0;
                }
                Err(Errno::EINTR) => return Err(End::Interrupted),
                Err(e) => return Err(End::Failed(e)),
            }
        }
        let b = self.buffer[self.at];
        self.at += 1;
        Ok(Some(b))
    }

    /// Goes back over what was read but not used.
    pub(crate) fn finish(self, sh: &Shell) {
        let extra = self.buffer.len() - self.at;
        if extra > 0 && self.seekable {
            // The descriptor was seekable when reading began.
            let _ = sh.p.lseek(self.fd, SeekFrom::Current(-(extra as i64)));
        }
    }
}

/// What the options ask for.
struct Wanted {
    raw: bool,
    array: Option<String>,
    delimiter: u8,
    count: Option<usize>,
    exact: bool,
    prompt: Option<String>,
    timeout: Option<i64>,
    fd: Fd,
    silent: bool,
}

/// Refuses an option's argument.
fn refused(sh: &mut Shell, ash: &str, bash: &str) -> Res<i32> {
    sh.builtin_error("read", if sh.dialect == Dialect::Ash { ash } else { bash });
    Ok(sh.builtin_failed())
}

fn wanted(sh: &mut Shell, words: &[String]) -> Result<(Wanted, usize), Res<i32>> {
    let spec = match sh.dialect {
        Dialect::Bash => "Eersa:d:i:n:N:p:t:u:",
        Dialect::Ash => "rsd:n:p:t:u:",
        Dialect::Dash => "rp:",
    };
    let (found, at) = match options(words, spec) {
        Ok(f) => f,
        Err((c, true)) => {
            sh.builtin_error("read", &format!("-{c}: option requires an argument"));
            return Err(Ok(sh.usage("read")));
        }
        Err((c, false)) => return Err(sh.bad_option("read", c)),
    };
    let mut w = Wanted {
        raw: false,
        array: None,
        delimiter: b'\n',
        count: None,
        exact: false,
        prompt: None,
        timeout: None,
        fd: 0,
        silent: false,
    };
    for (c, a) in found {
        let a = a.unwrap_or_default();
        match c {
            'r' => w.raw = true,
            's' => w.silent = true,
            'a' => w.array = Some(a),
            'd' => w.delimiter = text::encode(&a).first().copied().unwrap_or(0),
            'p' => w.prompt = Some(a),
            'n' | 'N' => match a.parse::<usize>() {
                Ok(n) => {
                    w.count = Some(n);
                    w.exact = c == 'N';
                }
                Err(_) => {
                    return Err(refused(sh, "invalid count", &format!("{a}: invalid number")));
                }
            },
            't' => match a.parse::<f64>() {
                Ok(s) if s >= 0.0 => w.timeout = Some((s * 1e9) as i64),
                _ => {
                    let m = format!("{a}: invalid timeout specification");
                    return Err(refused(sh, "invalid timeout", &m));
                }
            },
            'u' => match a.parse::<Fd>() {
                Ok(fd) if sh.p.fds().contains(&fd) => w.fd = fd,
                // There is nothing to read.
                Ok(_) if sh.dialect == Dialect::Ash => return Err(Ok(1)),
                Ok(_) => {
                    sh.builtin_error(
                        "read",
                        &format!("{a}: invalid file descriptor: Bad file descriptor"),
                    );
                    return Err(Ok(1));
                }
                Err(_) => {
                    let m = format!("{a}: invalid file descriptor specification");
                    return Err(refused(sh, "invalid file descriptor", &m));
                }
            },
            _ => {}
        }
    }
    Ok((w, at))
}

pub(super) async fn read(sh: &mut Shell, args: &Args) -> Res<i32> {
    let (w, at) = match wanted(sh, args.rest()) {
        Ok(x) => x,
        Err(r) => return r,
    };
    let names = &args.rest()[at..];
    for n in names.iter().chain(&w.array) {
        if split_place(n).is_none() {
            if sh.bash() {
                sh.builtin_error("read", &format!("`{n}': not a valid identifier"));
                return Ok(1);
            }
            if sh.dialect == Dialect::Ash {
                sh.applet_error(&format!("read: '{n}': bad variable name"));
                return Ok(1);
            }
            sh.builtin_error("read", &format!("{n}: bad variable name"));
            return Err(sh.fatal_error());
        }
    }
    if names.is_empty() && sh.dialect == Dialect::Dash {
        sh.builtin_error("read", "arg count");
        return Ok(2);
    }
    if w.timeout == Some(0) {
        // Only whether there is something to read.
        return Ok(i32::from(!sh.p.readable(w.fd).unwrap_or(false)));
    }
    let tty = sh.p.isatty(w.fd);
    if let Some(p) = w.prompt.clone().filter(|_| tty) {
        sh.complain(&p);
    }
    sh.flush().await;
    let before = if tty { sh.p.tcgetattr(w.fd).ok() } else { None };
    if let Some(t) = before
        && (w.silent || w.count.is_some() || w.delimiter != b'\n')
    {
        let mut raw = t;
        raw.echo = t.echo && !w.silent;
        raw.icanon = t.icanon && w.count.is_none() && w.delimiter == b'\n';
        let _ = sh.p.tcsetattr(w.fd, raw);
    }
    // TMOUT is for what may make wait: a terminal or a pipe.
    let deadline = match w.timeout {
        Some(t) => Some(sh.p.now().saturating_add(t)),
        None if sh.p.lseek(w.fd, SeekFrom::Current(0)).is_err() => sh.prompt_deadline(),
        None => None,
    };
    let (chars, end) = gather(sh, &w, deadline).await?;
    if let Some(t) = before {
        let _ = sh.p.tcsetattr(w.fd, t);
    }
    let status = match end {
        End::Complete => 0,
        End::Eof => 1,
        End::Timeout => 142,
        End::Interrupted => {
            sh.run_pending_traps().await?;
            if sh.interactive && sh.subshell == 0 {
                sh.complain("\n");
            }
            return Ok(130);
        }
        End::Failed(e) => {
            let m = if sh.bash() { format!("read error: {}: {e}", w.fd) } else { format!("{e}") };
            sh.builtin_error("read", &m);
            return Ok(1);
        }
    };
    match store(sh, &w, names, chars) {
        Ok(()) => Ok(status),
        Err(Stop::Discard(_)) => Ok(1),
        Err(stop) => Err(stop),
    }
}

/// A character that was read, and whether a backslash quoted it.
type Quoted = (char, bool);

async fn gather(sh: &mut Shell, w: &Wanted, deadline: Option<i64>) -> Res<(Vec<Quoted>, End)> {
    let mut input = Input::new(sh, w.fd);
    let mut chars: Vec<Quoted> = Vec::new();
    let mut partial: Vec<u8> = Vec::new();
    let mut escaped = false;
    let mut fuel = 0u32;
    let end = loop {
        if w.count.is_some_and(|n| chars.len() >= n) {
            break End::Complete;
        }
        fuel += 1;
        if fuel.is_multiple_of(256) {
            sh.p.tick(4).await;
            sh.read_room(chars.len())?;
        }
        let b = match input.byte(sh, deadline).await {
            Ok(Some(b)) => b,
            Ok(None) => break End::Eof,
            Err(e) => break e,
        };
        if !escaped && b == w.delimiter && !w.exact && partial.is_empty() {
            break End::Complete;
        }
        if b == 0 {
            continue;
        }
        if !w.raw && !escaped && b == b'\\' && partial.is_empty() {
            escaped = true;
            continue;
        }
        if escaped && b == b'\n' {
            // The line goes on.
            escaped = false;
            continue;
        }
        partial.push(b);
        if !whole_char(&partial) {
            continue;
        }
        for c in text::decode(&partial).chars() {
            chars.push((c, escaped));
        }
        partial.clear();
        escaped = false;
    };
    for c in text::decode(&partial).chars() {
        chars.push((c, false));
    }
    input.finish(sh);
    Ok((chars, end))
}

/// Whether bytes are a whole character, or can not become one.
fn whole_char(b: &[u8]) -> bool {
    let need = match b.first() {
        Some(0xc2..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(0xf0..=0xf4) => 4,
        _ => 1,
    };
    b.len() >= need || b[1..].iter().any(|c| !(0x80..=0xbf).contains(c))
}

fn store(sh: &mut Shell, w: &Wanted, names: &[String], chars: Vec<Quoted>) -> Res<()> {
    let ifs = sh.ifs();
    if let Some(a) = &w.array {
        let items = split(&chars, &ifs, usize::MAX).into_iter().map(|v| (None, v, false)).collect();
        if sh.vars.get(a).is_some_and(|v| matches!(v.value, crate::shell::vars::Value::Assoc(_))) {
            sh.builtin_error("read", &format!("{a}: cannot convert associative to indexed array"));
            return Err(Stop::Discard(1));
        }
        return sh.assign_array(AssignMode::Normal, a, items, false);
    }
    let assign = |sh: &mut Shell, name: &str, value: &str| -> Res<()> {
        match sh.place_named(name)? {
            Some(p) => sh.assign(&p.name, p.subscript.as_deref(), value, false),
            None => Ok(()),
        }
    };
    let all: String = chars.iter().map(|(c, _)| *c).collect();
    if names.is_empty() {
        // Without names, the line is kept as it is.
        return sh.assign("REPLY", None, &all, false);
    }
    if w.exact {
        assign(sh, &names[0], &all)?;
        for n in &names[1..] {
            assign(sh, n, "")?;
        }
        return Ok(());
    }
    let fields = split(&chars, &ifs, names.len());
    for (i, n) in names.iter().enumerate() {
        assign(sh, n, fields.get(i).map_or("", String::as_str))?;
    }
    Ok(())
}

/// Splits at IFS into at most `most` fields; the last one takes the rest.
fn split(chars: &[Quoted], ifs: &Ifs, most: usize) -> Vec<String> {
    let sep = |i: usize| !chars[i].1 && ifs.has(chars[i].0);
    let white = |i: usize| !chars[i].1 && ifs.is_white(chars[i].0);
    let n = chars.len();
    let mut out = Vec::new();
    let mut i = 0;
    while i < n && white(i) {
        i += 1;
    }
    while i < n {
        if out.len() + 1 == most {
            let mut end = n;
            while end > i && white(end - 1) {
                end -= 1;
            }
            // One separator that is no white space at the very end closes the field, if the rest
            // holds no other (POSIX, read).
            let others = (i..end).filter(|&k| sep(k) && !white(k)).count();
            if others == 1 && sep(end - 1) && !white(end - 1) {
                end -= 1;
                while end > i && white(end - 1) {
                    end -= 1;
                }
            }
            out.push(chars[i..end].iter().map(|(c, _)| *c).collect());
            return out;
        }
        let start = i;
        while i < n && !sep(i) {
            i += 1;
        }
        out.push(chars[start..i].iter().map(|(c, _)| *c).collect());
        // White space, at most one other separator, white space.
        while i < n && white(i) {
            i += 1;
        }
        if i < n && sep(i) {
            i += 1;
            while i < n && white(i) {
                i += 1;
            }
        }
    }
    out
}
