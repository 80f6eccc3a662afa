//! xargs: builds command lines from its input and runs them.

mod read;

use crate::coreutils::Cx;
use crate::coreutils::getopt::{Arg, parse};
use crate::coreutils::lines::Reader;
use crate::kernel::{Pid, Spawn, WaitFlags, WaitFor, WaitStatus};
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
        ("verbose", Arg::No, 't'),
    ];
    let parsed = match parse(&cx.args(), "+0a:d:E:e::I:i::L:l::n:P:prs:tx", &longs) {
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
    };
    let mut file = "-".to_string();
    for (letter, value) in &parsed.options {
        let v = value.as_deref().unwrap_or_default();
        let number = v.parse::<usize>();
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
            'I' => {
                x.replace = Some(v.to_string());
                (x.max_lines, x.max_args) = (None, None);
            }
            'i' => x.replace = Some(value.clone().unwrap_or("{}".into())),
            'L' | 'l' | 'n' | 's' => {
                let n = match number {
                    Ok(n) if n > 0 => n,
                    _ if *letter == 'l' && v.is_empty() => 1,
                    Ok(n) => {
                        let _ = n;
                        cx.err(format!("value {v} for -{letter} option should be >= 1")).await;
                        return cx.try_help(1).await;
                    }
                    Err(_) if cx.busybox() => {
                        cx.err(format!("invalid number '{v}'")).await;
                        return 1;
                    }
                    Err(_) => {
                        cx.err(format!("invalid number \"{v}\" for -{letter} option")).await;
                        return cx.try_help(1).await;
                    }
                };
                match letter {
                    'n' => {
                        x.max_args = Some(n);
                        x.max_lines = None;
                        if n > 1 || x.replace.is_some() {
                            x.replace = None;
                        }
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
                Err(_) => {
                    cx.err(format!("invalid number \"{v}\" for -P option")).await;
                    return 1;
                }
            },
            'p' => {
                cx.err("the simulator's xargs has no -p").await;
                return 1;
            }
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
            cx.err(format!("Cannot open input file '{file}': {e}")).await;
            return 1;
        }
    };
    let mut r = Reader::new(fd);
    if let Err(status) = x.run(cx, &mut r).await {
        x.drain(cx).await;
        return status;
    }
    x.drain(cx).await;
    x.status
}

impl Xargs {
    pub(super) async fn run(&mut self, cx: &mut Cx, r: &mut Reader) -> Result<(), i32> {
        let fixed: usize = self.command.iter().map(|a| a.len() + 1).sum();
        let (mut args, mut size, mut lines, mut ran): (Vec<String>, usize, usize, bool) =
            (Vec::new(), fixed, 0, false);
        loop {
            let item = match self.next(cx, r).await {
                Ok(i) => i,
                Err(e) => {
                    cx.err(format!("read error: {e}")).await;
                    return Err(1);
                }
            };
            match item {
                Item::End => break,
                Item::Quote(q) => {
                    let kind = if q == '"' { "double" } else { "single" };
                    if !args.is_empty() && self.replace.is_none() {
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
                        let command =
                            self.command.iter().map(|c| c.replace(&mark, &line)).collect();
                        self.launch(cx, command).await?;
                        ran = true;
                        continue;
                    }
                    if size + a.len() + 1 > self.max_chars {
                        if args.is_empty() || (self.exit_if_large && self.max_lines.is_some()) {
                            cx.err("argument line too long").await;
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

    pub(super) async fn launch(&mut self, cx: &mut Cx, argv: Vec<String>) -> Result<(), i32> {
        if self.trace {
            cx.say(&format!("{}\n", argv.join(" "))).await;
        }
        while self.running.len() >= self.jobs {
            self.reap(cx).await;
            if self.stop {
                return Err(self.status);
            }
        }
        // The children's input is empty: the list is xargs' own.
        let null = cx.p.open("/dev/null", crate::vfs::OpenFlags::READ, 0).unwrap_or(0);
        let fds = vec![(0, null), (1, 1), (2, 2)];
        let pid = spawn(cx, &argv, fds);
        if null > 2 {
            let _ = cx.p.close(null);
        }
        match pid {
            Ok(pid) => {
                self.running.push(pid);
                if self.jobs == 1 {
                    self.reap(cx).await;
                }
            }
            Err(e) => {
                let status = if e == Errno::ENOENT { 127 } else { 126 };
                if cx.busybox() {
                    cx.err(format!("{}: {e}", argv[0])).await;
                } else {
                    let name = cx.ql(&argv[0]);
                    cx.err(format!("failed to run command {name}: {e}")).await;
                }
                return Err(status);
            }
        }
        if self.stop { Err(self.status) } else { Ok(()) }
    }

    /// Waits for one child and takes up its status.
    pub(super) async fn reap(&mut self, cx: &mut Cx) {
        let which = match self.running.as_slice() {
            [one] => WaitFor::Pid(*one),
            _ => WaitFor::Any,
        };
        match cx.p.wait(which, WaitFlags::default()).await {
            Ok(Some((pid, status))) => {
                self.running.retain(|p| *p != pid);
                match status {
                    WaitStatus::Exited(0) => {}
                    WaitStatus::Exited(255) => {
                        let name = self.command[0].clone();
                        cx.err(format!("{name}: exited with status 255; aborting")).await;
                        self.status = 124;
                        self.stop = true;
                    }
                    WaitStatus::Exited(_) => self.status = 123,
                    WaitStatus::Signaled(s) => {
                        let name = self.command[0].clone();
                        cx.err(format!("{name}: terminated by signal {}", s.number())).await;
                        self.status = 125;
                        self.stop = true;
                    }
                    _ => {}
                }
            }
            Err(Errno::EINTR) | Ok(None) => {}
            Err(_) => self.running.clear(),
        }
    }

    pub(super) async fn drain(&mut self, cx: &mut Cx) {
        while !self.running.is_empty() {
            self.reap(cx).await;
        }
    }
}

/// Starts a program found along PATH.
pub(super) fn spawn(cx: &Cx, argv: &[String], fds: Vec<(i32, i32)>) -> Result<Pid, Errno> {
    let name = &argv[0];
    if name.contains('/') {
        return cx.p.spawn(Spawn { fds: Some(fds), ..Spawn::new(name, argv.to_vec()) });
    }
    let path = cx.p.env("PATH").unwrap_or("/usr/local/bin:/usr/bin:/bin".into());
    let mut last = Errno::ENOENT;
    for dir in path.split(':') {
        let full = format!("{}/{name}", if dir.is_empty() { "." } else { dir });
        match cx.p.spawn(Spawn { fds: Some(fds.clone()), ..Spawn::new(&full, argv.to_vec()) }) {
            Err(Errno::ENOENT | Errno::ENOTDIR) => {}
            Err(Errno::EACCES) => last = Errno::EACCES,
            other => return other,
        }
    }
    Err(last)
}
