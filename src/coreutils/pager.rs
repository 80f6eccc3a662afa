//! less and more: text a screen at a time. Where output is no terminal they only pass it on.

use super::Cx;
use super::getopt::parse;
use crate::kernel::{Fd, Proc, Termios};
use crate::vfs::{OpenFlags, text};

/// Keys one by one; the terminal is as it was once this is gone.
struct Keys {
    p: Proc,
    fd: Fd,
    termios: Termios,
}

impl Keys {
    fn new(p: &Proc) -> Option<Keys> {
        let fd = if p.isatty(0) { 0 } else { p.open("/dev/tty", OpenFlags::READ, 0).ok()? };
        let termios = p.tcgetattr(fd).ok()?;
        let change = Termios { icanon: false, echo: false, ..termios };
        p.tcsetattr(fd, change).ok()?;
        Some(Keys { p: p.clone(), fd, termios })
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        let _ = self.p.tcsetattr(self.fd, self.termios);
    }
}

/// `less`
pub async fn less(cx: &mut Cx) -> i32 {
    run(cx, false).await
}

/// `more`
pub async fn more(cx: &mut Cx) -> i32 {
    run(cx, true).await
}

/// The rows of a screen that a line takes.
fn rows(line: &[u8], cols: usize) -> usize {
    let shown = String::from_utf8_lossy(line).chars().filter(|c| !c.is_control()).count();
    shown.div_ceil(cols.max(1)).max(1)
}

async fn run(cx: &mut Cx, more: bool) -> i32 {
    let args: Vec<String> = cx.args().into_iter().filter(|a| !a.starts_with('+')).collect();
    let spec = if more { "dfpcelsun:" } else { "EeFfGgIiJKLMmNnQqRrSsUuVwWXx:j:P:p:b:h:y:z:~" };
    let parsed = match parse(&args, spec, &[]) {
        Ok(p) => p,
        Err(c) => return cx.complain(c).await,
    };
    let mut files = parsed.operands.clone();
    if files.is_empty() {
        if cx.p.isatty(0) {
            if cx.busybox() {
                return cx.busybox_usage().await;
            }
            if more {
                return cx.usage_error("bad usage").await;
            }
            cx.say("Missing filename (\"less --help\" for help)\n").await;
            return 1;
        }
        files.push("-".into());
    }
    let tty = cx.p.isatty(1);
    let mut all = Vec::new();
    let mut status = 0;
    for name in &files {
        match cx.read_input(name).await {
            Ok(bytes) => {
                // util-linux's more names each file where it can not stop between them.
                if more && !cx.busybox() && !tty && name != "-" {
                    all.extend_from_slice(b"::::::::::::::\n");
                    all.extend_from_slice(&text::encode(name));
                    all.extend_from_slice(b"\n::::::::::::::\n");
                }
                all.extend(bytes);
            }
            Err(e) if cx.busybox() => {
                cx.err_file(name, e).await;
                status = 1;
            }
            Err(e) if more => {
                cx.err(format!("cannot open {name}: {e}")).await;
                status = 1;
            }
            // less says it where the text would stand.
            Err(e) => {
                let line = format!("{name}: {e}\n");
                if tty { cx.say(&line).await } else { cx.puts(&line) }
            }
        }
    }
    let keys = if tty { Keys::new(&cx.p) } else { None };
    let Some(keys) = keys else {
        for piece in all.chunks(1 << 15) {
            cx.put(piece);
            if !cx.pace().await {
                return status;
            }
        }
        return status;
    };
    let numbers = parsed.has('N') && !more;
    let lines: Vec<Vec<u8>> = all
        .split_inclusive(|b| *b == b'\n')
        .enumerate()
        .map(|(i, l)| {
            let l = l.strip_suffix(b"\n").unwrap_or(l);
            let number = if numbers { format!("{:7} ", i + 1) } else { String::new() };
            [number.as_bytes(), l].concat()
        })
        .collect();
    page(cx, &keys, &lines, more, parsed.has('F')).await;
    drop(keys);
    status
}

/// Shows the lines; a key at a time tells how far to go.
async fn page(cx: &mut Cx, keys: &Keys, lines: &[Vec<u8>], more: bool, may_leave: bool) {
    let size = |cx: &Cx| {
        let (cols, rows) = cx.p.winsize(1).unwrap_or((80, 24));
        (usize::from(cols.max(1)), usize::from(rows.max(2)) - 1)
    };
    let (mut top, mut next) = (0, 0);
    let (_, screen) = size(cx);
    let mut want = screen;
    loop {
        let (cols, screen) = size(cx);
        while next < lines.len() {
            let r = rows(&lines[next], cols);
            if r > want && want < screen {
                break;
            }
            let line = lines[next].clone();
            cx.put(&line);
            cx.put(b"\n");
            next += 1;
            want = want.saturating_sub(r);
            if want == 0 || !cx.pace().await {
                break;
            }
        }
        let end = next >= lines.len();
        if end && (more || (may_leave && top == 0 && next <= screen)) {
            cx.flush().await;
            return;
        }
        let mark = match (more, end) {
            (true, _) => format!("--More--({}%)", next * 100 / lines.len().max(1)),
            (_, true) => "(END)".to_string(),
            _ => ":".to_string(),
        };
        cx.puts(&format!("\x1b[7m{mark}\x1b[m"));
        cx.flush().await;
        let pressed = cx.p.read(keys.fd, 8).await.unwrap_or_default();
        cx.puts("\r\x1b[K");
        let back = |top: usize, by: usize| top.saturating_sub(by);
        match pressed.as_slice() {
            [] | [b'q' | b'Q' | 3 | 4, ..] => break,
            [b'\r' | b'\n' | b'j' | b'e' | 14] | b"\x1b[B" => want = 1,
            [b'd'] => want = screen / 2,
            [b'g' | b'<'] => (next, want) = (0, screen),
            [b'G' | b'>'] => (next, want) = (back(lines.len(), screen), screen),
            [b'b' | b'w' | 2] | b"\x1b[5~" => {
                (next, want) = (back(next, 2 * screen), screen);
            }
            [b'k' | b'y' | 16] | b"\x1b[A" => (next, want) = (back(next, screen + 1), screen),
            [b'u'] => (next, want) = (back(next, screen + screen / 2), screen),
            [b'h' | b'H'] => {
                cx.puts(
                    "space, f: on; b: back; return, j, k: a line; g, G: begin, end; q: leave\n",
                );
                want = 0;
            }
            [b' ' | b'f' | b'z' | 6 | 22] | b"\x1b[6~" => want = screen,
            _ => want = 0,
        }
        if want == screen && next == 0 {
            cx.puts("\x1b[H\x1b[J");
        }
        top = next;
    }
    cx.flush().await;
}
