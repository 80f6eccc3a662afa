//! xargs: builds command lines from its input. Running them is [`launch`]'s, reading [`read`]'s.

mod launch;
mod read;

use crate::coreutils::Cx;
use crate::coreutils::getopt::{Arg, parse};
use crate::coreutils::lines::Reader;
use crate::kernel::Pid;
use crate::vfs::Errno;
use read::{Item, delimiter};

/// Bytes of a command line, as GNU's xargs chooses it.
pub(super) const MAX_CHARS: usize = 128 * 1024 - 2048;

pub(super) struct Xargs {
    pub(super) command: Vec<String>,
    pub(super) replace: Option<String>,
    pub(super) max_args: Option<usize>,
    pub(super) max_lines: Option<usize>,
    pub(super) max_chars: usize,
    pub(super) exit_if_large: bool,
    pub(super) null: bool,
    pub(super) delim: Option<u8>,
    pub(super) eof: Option<String>,
    pub(super) trace: bool,
    pub(super) no_run_if_empty: bool,
    pub(super) jobs: usize,
    pub(super) running: Vec<Pid>,
    pub(super) status: i32,
    pub(super) stop: bool,
    /// Each command is asked about.
    pub(super) ask: bool,
    /// The commands read from the terminal.
    pub(super) tty: bool,
    /// The variable that tells which of the jobs a command is.
    pub(super) slot: Option<String>,
    /// Why its input could not be read.
    pub(super) misread: Option<Errno>,
}

/// `xargs`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("arg-file", Arg::Required, 'a'),
        ("delimiter", Arg::Required, 'd'),
        ("eof", Arg::Optional, 'e'),
        ("exit", Arg::No, 'x'),
        ("interactive", Arg::No, 'p'),
        ("max-args", Arg::Required, 'n'),
        ("max-chars", Arg::Required, 's'),
        ("max-lines", Arg::Optional, 'l'),
        ("max-procs", Arg::Required, 'P'),
        ("no-run-if-empty", Arg::No, 'r'),
        ("null", Arg::No, '0'),
        ("replace", Arg::Optional, 'i'),
        ("open-tty", Arg::No, 'o'),
        ("process-slot-var", Arg::Required, 'σ'),
        ("verbose", Arg::No, 't'),
    ];
    let parsed = match parse(&cx.args(), "+0a:d:E:e::I:i::L:l::n:oP:prs:tx", &longs) {
        Ok(p) => p,
        Err(c) => return cx.complain(c).await,
    };
    let mut x = Xargs {
        command: parsed.operands.clone(),
        replace: None,
        max_args: None,
        max_lines: None,
        max_chars: MAX_CHARS,
        exit_if_large: false,
        null: false,
        delim: None,
        eof: None,
        trace: false,
        no_run_if_empty: false,
        jobs: 1,
        running: Vec::new(),
        status: 0,
        stop: false,
        ask: false,
        tty: false,
        slot: None,
        misread: None,
    };
    let mut file = "-".to_string();
    for (letter, value) in &parsed.options {
        let v = value.as_deref().unwrap_or_default();
        let number = v.parse::<usize>();
        if !cx.busybox()
            && let Some((old, new)) = x.overrides(*letter, number == Ok(1))
        {
            let what = format!("warning: options {old} and {new} are mutually exclusive");
            cx.err(format!("{what}, ignoring previous {old} value")).await;
        }
        match letter {
            '0' => x.null = true,
            'a' => file = v.to_string(),
            'd' => {
                let Some(b) = delimiter(v) else {
                    cx.err(format!("Invalid input delimiter specification {v}: the delimiter must be either a single character or an escape sequence starting with \\.")).await;
                    return 1;
                };
                x.delim = Some(b);
            }
            'E' => x.eof = Some(v.to_string()),
            'e' => x.eof = value.clone(),
            'I' | 'i' => {
                x.replace = Some(value.clone().unwrap_or("{}".into()));
                (x.max_lines, x.max_args) = (None, None);
            }
            'L' | 'l' | 'n' | 's' => {
                let n = match number {
                    Ok(n) if n > 0 => n,
                    _ if *letter == 'l' && v.is_empty() => 1,
                    _ if !cx.busybox() && v.parse::<i64>().is_ok() => {
                        cx.err(format!("value {v} for -{letter} option should be >= 1")).await;
                        return cx.try_help(1).await;
                    }
                    _ if cx.busybox() => {
                        cx.err(format!("invalid number '{v}'")).await;
                        return 1;
                    }
                    _ => {
                        cx.err(format!("invalid number \"{v}\" for -{letter} option")).await;
                        return cx.try_help(1).await;
                    }
                };
                match letter {
                    // With -I, each line is one argument in any case.
                    'n' if n == 1 && x.replace.is_some() => {}
                    'n' => {
                        x.max_args = Some(n);
                        (x.max_lines, x.replace) = (None, None);
                    }
                    's' => x.max_chars = n.min(MAX_CHARS),
                    _ => {
                        x.max_lines = Some(n);
                        x.exit_if_large = *letter == 'L';
                        (x.max_args, x.replace) = (None, None);
                    }
                }
            }
            'P' => match number {
                Ok(0) => x.jobs = 64,
                Ok(n) => x.jobs = n.min(64),
                Err(_) if cx.busybox() => {
                    cx.err(format!("invalid number '{v}'")).await;
                    return 1;
                }
                Err(_) => {
                    cx.err(match v.parse::<i64>() {
                        Ok(_) => format!("value {v} for -P option should be >= 0"),
                        Err(_) => format!("invalid number \"{v}\" for -P option"),
                    })
                    .await;
                    return cx.try_help(1).await;
                }
            },
            'p' => (x.ask, x.trace) = (true, true),
            'o' => x.tty = true,
            'σ' => x.slot = Some(v.to_string()),
            'r' => x.no_run_if_empty = true,
            't' => x.trace = true,
            'x' => x.exit_if_large = true,
            _ => {}
        }
    }
    if x.command.is_empty() {
        x.command.push("echo".into());
    }
    let fd = match cx.open_input(&file) {
        Ok(fd) => fd,
        Err(e) => {
            let shown = if cx.busybox() { format!("'{file}'") } else { cx.ql(&file) };
            cx.err(format!("Cannot open input file {shown}: {e}")).await;
            return 1;
        }
    };
    let mut r = Reader::new(fd);
    if let Err(status) = x.run(cx, &mut r).await {
        x.drain(cx).await;
        return status;
    }
    x.drain(cx).await;
    match x.misread {
        Some(Errno::EBADF) => cx.err(format!("error closing file: {}", Errno::EBADF)).await,
        Some(_) => cx.err("error closing file").await,
        None => return x.status,
    }
    x.status.max(1)
}

impl Xargs {
    /// Which earlier option an option makes void, and the names of both.
    fn overrides(&self, letter: char, one: bool) -> Option<(&'static str, &'static str)> {
        let new = match letter {
            'I' | 'i' => "--replace/-I/-i",
            'L' => "-L",
            'l' => "--max-lines/-l",
            'n' => "--max-args/-n",
            _ => return None,
        };
        if self.max_args.is_some() && letter != 'n' {
            return Some(("--max-args", new));
        }
        if self.max_lines.is_some() && !matches!(letter, 'L' | 'l') {
            return Some(("--max-lines", new));
        }
        let replaced = !matches!(letter, 'I' | 'i') && !(letter == 'n' && one);
        (self.replace.is_some() && replaced).then_some(("--replace", new))
    }

    /// Asks on standard error whether to run what was shown; the answer comes from the terminal.
    async fn agreed(&self, cx: &mut Cx) -> Result<bool, i32> {
        let fd = match cx.p.open("/dev/tty", crate::vfs::OpenFlags::READ, 0) {
            Ok(fd) => fd,
            Err(e) => {
                cx.err(format!("failed to open /dev/tty for reading: {e}")).await;
                return Err(1);
            }
        };
        let mut answer = Reader::new(fd);
        let line = answer.line(&cx.p, b'\n').await.ok().flatten().map(<[u8]>::to_vec);
        cx.close_input(fd);
        Ok(line.is_some_and(|l| matches!(l.first(), Some(b'y' | b'Y'))))
    }

    pub(super) async fn run(&mut self, cx: &mut Cx, r: &mut Reader) -> Result<(), i32> {
        let fixed: usize = self.command.iter().map(|a| a.len() + 1).sum();
        let (mut args, mut size, mut lines, mut ran): (Vec<String>, usize, usize, bool) =
            (Vec::new(), fixed, 0, false);
        loop {
            let item = match self.next(cx, r).await {
                Ok(i) => i,
                // What can not be read counts as the end; it is told when the input is closed.
                Err(e) => {
                    self.misread = (!cx.busybox()).then_some(e);
                    Item::End
                }
            };
            match item {
                Item::End => break,
                Item::Quote(q) => {
                    let kind = if q == '"' { "double" } else { "single" };
                    if !args.is_empty() && self.replace.is_none() && !cx.busybox() {
                        self.execute(cx, std::mem::take(&mut args)).await?;
                    }
                    if cx.busybox() {
                        cx.err(format!("unmatched {kind} quote")).await;
                        return Err(1);
                    }
                    cx.err(format!("unmatched {kind} quote; by default quotes are special to xargs unless you use the -0 option")).await;
                    return Err(1);
                }
                Item::Arg(a, ends_line) => {
                    if let Some(mark) = self.replace.clone() {
                        let line = a.trim_start().to_string();
                        if line.is_empty() {
                            continue;
                        }
                        let fill = |c: &String| match mark.is_empty() {
                            true => c.clone(),
                            false => c.replace(&mark, &line),
                        };
                        let command = self.command.iter().map(fill).collect();
                        self.launch(cx, command).await?;
                        ran = true;
                        continue;
                    }
                    if size + a.len() + 1 > self.max_chars {
                        if args.is_empty() || (self.exit_if_large && self.max_lines.is_some()) {
                            cx.err("argument line too long").await;
                            return Err(1);
                        }
                        if self.exit_if_large && self.max_args.is_some() {
                            cx.err("argument list too long").await;
                            return Err(1);
                        }
                        self.execute(cx, std::mem::take(&mut args)).await?;
                        ran = true;
                        (size, lines) = (fixed, 0);
                        if fixed + a.len() + 1 > self.max_chars {
                            cx.err("argument line too long").await;
                            return Err(1);
                        }
                    }
                    size += a.len() + 1;
                    args.push(a);
                    lines += usize::from(ends_line);
                    if self.max_args.is_some_and(|n| args.len() >= n)
                        || self.max_lines.is_some_and(|n| lines >= n)
                    {
                        self.execute(cx, std::mem::take(&mut args)).await?;
                        ran = true;
                        (size, lines) = (fixed, 0);
                    }
                }
            }
            if self.stop {
                return Err(self.status);
            }
        }
        let empty = args.is_empty();
        if !empty
            || (!ran
                && !self.no_run_if_empty
                && self.replace.is_none()
                && self.max_lines.is_none_or(|_| !cx.busybox()))
        {
            self.execute(cx, args).await?;
        }
        Ok(())
    }

    pub(super) async fn execute(&mut self, cx: &mut Cx, args: Vec<String>) -> Result<(), i32> {
        let command = self.command.iter().cloned().chain(args).collect();
        self.launch(cx, command).await
    }
}
