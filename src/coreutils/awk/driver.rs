//! Runs an awk program: reads records, lets the machine work on them, does what it asks for.

use super::records::{Rs, read};

use super::op::{self, From};
use super::streams::{self, Streams};
use super::value::{Text, Val};
use super::vm::{Effect, Vm};
use crate::coreutils::Cx;
use crate::coreutils::cx::NOTED;
use crate::coreutils::lines::Reader;
use crate::vfs::{Errno, text};

/// Where the run goes on.
pub(super) enum Flow {
    /// This part is through.
    On,
    NextFile,
    /// END comes next.
    Exit,
    /// Nothing comes next.
    Dead,
}

/// A program with its input.
pub struct Driver<'a> {
    pub(super) cx: &'a mut Cx,
    /// The machine.
    pub vm: Vm,
    pub(super) streams: Streams,
    pub(super) input: Option<Reader>,
    /// The next element of ARGV to look at.
    pub(super) next_arg: usize,
    pub(super) used_file: bool,
    pub(super) rs: Rs,
    pub(super) rs_text: Text,
    pub(super) wants_rt: bool,
    pub(super) status: i32,
    /// Where messages say the program is: `cmd. line` or the name of its file.
    pub source: String,
}

impl<'a> Driver<'a> {
    /// A driver for a machine whose variables are set.
    pub fn new(cx: &'a mut Cx, vm: Vm, source: String) -> Driver<'a> {
        let wants_rt =
            vm.code.ops.iter().any(|o| matches!(o, op::Op::Get(op::Place::Special(op::RT))));
        Driver {
            cx,
            vm,
            streams: Streams::default(),
            input: None,
            next_arg: 1,
            used_file: false,
            rs: Rs::Byte(b'\n'),
            rs_text: Text::new(b"\n".to_vec()),
            wants_rt,
            status: 0,
            source,
        }
    }

    /// Runs the program to its end; gives the exit status.
    pub async fn run(&mut self) -> i32 {
        let begin = self.vm.code.begin;
        self.vm.restart(begin);
        let mut flow = self.drive().await;
        if matches!(flow, Flow::On | Flow::NextFile)
            && (self.vm.code.has_rules || self.vm.code.has_end)
        {
            flow = self.records().await;
        }
        if !matches!(flow, Flow::Dead) && self.vm.code.has_end {
            let end = self.vm.code.end;
            self.vm.restart(end);
            flow = self.drive().await;
        }
        self.pass_on().await;
        self.cx.flush().await;
        self.streams.close_all(&self.cx.p).await;
        if matches!(flow, Flow::Dead) {
            return if self.cx.busybox() { 1 } else { 2 };
        }
        if self.vm.status != 0 { self.vm.status } else { self.status }
    }

    pub(super) async fn records(&mut self) -> Flow {
        let main = self.vm.code.main;
        let rules = self.vm.code.has_rules;
        loop {
            match self.next_record(true).await {
                Ok(true) => {}
                Ok(false) => return Flow::On,
                Err(f) => return f,
            }
            if !rules {
                continue;
            }
            self.vm.restart(main);
            match self.drive().await {
                Flow::On => {}
                Flow::NextFile => self.drop_input(),
                f => return f,
            }
        }
    }

    pub(super) async fn pass_on(&mut self) -> bool {
        if !self.vm.out.is_empty() {
            if self.cx.out.is_empty() {
                std::mem::swap(&mut self.cx.out, &mut self.vm.out);
            } else {
                self.cx.out.append(&mut self.vm.out);
            }
        }

        let held = self.vm.held();
        if held >= NOTED {
            self.cx.p.room(held).await;
        }
        self.cx.pace().await
    }

    /// Lets the machine run until this part of the program ends.
    pub(super) async fn drive(&mut self) -> Flow {
        loop {
            match self.vm.run() {
                Effect::Done | Effect::Next => return Flow::On,
                Effect::NextFile => return Flow::NextFile,
                Effect::Exit => return Flow::Exit,
                Effect::Pause => {
                    if !self.pass_on().await {
                        return Flow::Dead;
                    }
                    self.cx.p.tick(2_000).await;
                }
                Effect::Write(to, name) => {
                    self.pass_on().await;
                    let bytes = std::mem::take(&mut self.vm.written);
                    if let Err(e) = self.streams.write(self.cx, to, &name, &bytes).await {
                        let name = text::decode(&name).into_owned();
                        if self.cx.busybox() {
                            return self.fatal(&format!("can't open '{name}': {e}")).await;
                        }
                        self.cx.err(format!("cannot open \"{name}\" for output ({e})")).await;
                        return Flow::Dead;
                    }
                }
                Effect::Getline(from, name) => match self.getline(from, &name).await {
                    Ok(n) => self.vm.answer(Val::Num(n)),
                    Err(f) => return f,
                },
                Effect::System(command) => {
                    self.pass_on().await;
                    self.cx.flush().await;
                    self.streams.flush_all(&self.cx.p).await;
                    let status = streams::system(&self.cx.p, &command).await;
                    self.vm.answer(Val::Num(f64::from(status)));
                }
                Effect::Close(name) => {
                    self.pass_on().await;
                    self.cx.flush().await;
                    let status = self.streams.close(&self.cx.p, &name).await;
                    self.vm.answer(Val::Num(f64::from(status)));
                }
                Effect::Flush(name) => {
                    self.pass_on().await;
                    self.cx.flush().await;
                    let ok = match name {
                        None => {
                            self.streams.flush_all(&self.cx.p).await;
                            true
                        }
                        Some(n) => self.streams.flush(&self.cx.p, &n).await,
                    };
                    self.vm.answer(Val::Num(if ok { 0.0 } else { -1.0 }));
                }
                Effect::Now => {
                    let now = self.cx.p.now() / 1_000_000_000;
                    self.vm.timed(now);
                }
                Effect::Fatal(what) => return self.fatal(&what).await,
            }
        }
    }

    pub(super) async fn fatal(&mut self, what: &str) -> Flow {
        self.pass_on().await;
        self.cx.flush().await;
        let line = self.vm.line_number();
        let source = self.source.clone();
        if self.cx.busybox() {
            let what = match what {
                w if w.starts_with("division by zero") => "Division by zero",
                w => w,
            };
            self.cx.err(format!("{source}:{line}: {what}")).await;
            return Flow::Dead;
        }
        let fnr = self.vm.specials[op::FNR as usize].num();
        let nr = self.vm.specials[op::NR as usize].num();
        let file = text::decode(&self.vm.special_text(op::FILENAME)).into_owned();
        let place = format!("\tFILENAME=\"{file}\" FNR={fnr} NR={nr}");
        self.cx.err(format!("run time error: {what}\n{place}")).await;
        Flow::Dead
    }

    pub(super) fn drop_input(&mut self) {
        if let Some(r) = self.input.take() {
            self.cx.close_input(r.fd);
        }
    }

    pub(super) async fn getline(&mut self, from: From, name: &Text) -> Result<f64, Flow> {
        if from == From::Main {
            return Ok(match self.next_record(false).await {
                Ok(true) => 1.0,
                Ok(false) => 0.0,
                Err(f) => return Err(f),
            });
        }
        self.pass_on().await;
        self.settle_rs().await?;
        let Ok(stream) = self.streams.input(self.cx, from == From::Command, name).await else {
            return Ok(-1.0);
        };
        let mut out = std::mem::take(&mut self.vm.line);
        let r = read(&mut stream.reader, &self.cx.p, &self.rs, &mut out, None).await;
        self.vm.line = out;
        match r {
            Ok(true) => Ok(1.0),
            Ok(false) => Ok(0.0),
            Err(_) => Ok(-1.0),
        }
    }

    pub(super) fn count(&mut self, which: u32) {
        let v = &mut self.vm.specials[which as usize];
        *v = Val::Num(v.num() + 1.0);
    }

    pub(super) async fn unreadable(&mut self, name: &str, e: Errno) {
        self.status = if self.cx.busybox() { 1 } else { 2 };
        if self.cx.busybox() {
            // A directory is an open file that can not be read.
            let line = if matches!(e, Errno::EISDIR | Errno::EBADF) { "cmd. line:1" } else { name };
            self.cx.err(format!("{line}: {e}")).await;
        } else if name.is_empty() {
            self.cx.err(format!("read error ({e})")).await;
        } else {
            self.cx.err(format!("cannot open \"{name}\" ({e})")).await;
        }
    }

    /// Opens the next file that ARGV names; standard input if it names none.
    pub(super) async fn open_next(&mut self) -> Result<bool, Flow> {
        loop {
            let argc = self.vm.globals[0].num() as usize;
            if self.next_arg >= argc {
                if self.used_file {
                    return Ok(false);
                }
                self.used_file = true;
                self.start_file(0, b"");
                return Ok(true);
            }
            let key = self.next_arg.to_string();
            self.next_arg += 1;
            let arg = self.vm.arrays[1].borrow().get(key.as_bytes()).cloned();
            let Some(arg) = arg.map(|a| a.text(b"%.6g")).filter(|a| !a.is_empty()) else {
                continue;
            };
            if let Some((name, value)) = super::assignment(&arg) {
                if let Err(what) = super::assign(&mut self.vm, name, value) {
                    return Err(self.fatal(&what).await);
                }
                continue;
            }
            self.used_file = true;
            let name = text::decode(&arg).into_owned();
            match self.cx.open_input(&name) {
                Ok(fd) if self.cx.p.fstat(fd).is_ok_and(|s| s.is_dir()) => {
                    self.cx.close_input(fd);
                    self.pass_on().await;
                    self.unreadable(&name, Errno::EISDIR).await;
                    return Err(Flow::Dead);
                }
                Ok(fd) => {
                    self.start_file(fd, &arg);
                    return Ok(true);
                }
                Err(e) => {
                    self.pass_on().await;
                    self.unreadable(&name, e).await;
                    return Err(Flow::Dead);
                }
            }
        }
    }

    pub(super) fn start_file(&mut self, fd: crate::kernel::Fd, name: &[u8]) {
        self.input = Some(Reader::new(fd));
        self.vm.specials[op::FNR as usize] = Val::Num(0.0);
        self.vm.specials[op::FILENAME as usize] = Val::str(name);
    }
}
