//! Running a sed script: the cycle, the commands, the output.

pub use super::select::{Range, initial};
use std::rc::Rc;

use super::script::{Addr, Cmd};
use super::{Sed, subst};
use crate::coreutils::cx::NOTED;
use crate::vfs::OpenFlags;

/// What is written at the end of a cycle.
pub enum Queued {
    /// `a`
    Text(Rc<Vec<u8>>),
    /// `r`
    File(String),
    /// `R`
    Line(Vec<u8>),
}

/// How a cycle ended.
pub(super) enum Cycle {
    /// Print and go on.
    End,
    /// Go on without printing.
    Silent,
    /// Run the script again on what is left.
    Again,
    /// Print and leave.
    Quit,
    /// Leave.
    QuitSilently,
}

/// A message that ends the run.
pub struct Stop(pub String);

impl Sed<'_> {
    pub(super) fn out(&mut self) -> &mut Vec<u8> {
        match &mut self.edited {
            Some(v) => v,
            None => &mut self.cx.out,
        }
    }

    /// Supplies the newline that the last line of a file did not have, now that more comes.
    pub(super) fn settle_newline(&mut self) {
        if std::mem::take(&mut self.missing_newline) {
            let d = self.delim;
            self.out().push(d);
        }
    }

    pub(super) fn emit(&mut self, text: &[u8], newline: bool) {
        self.settle_newline();
        let d = self.delim;
        let out = self.out();
        out.extend_from_slice(text);
        if newline {
            out.push(d);
        } else {
            self.missing_newline = true;
        }
    }

    pub(super) fn print_space(&mut self) {
        let space = std::mem::take(&mut self.space);
        let newline = self.input.newline;
        self.emit(&space, newline);
        self.space = space;
    }

    pub(super) fn emit_raw(&mut self, text: &[u8]) {
        self.settle_newline();
        self.out().extend_from_slice(text);
    }

    /// Passes output on.
    pub(super) async fn flush(&mut self) {
        self.cx.flush().await;
    }

    pub(super) async fn write_to(&mut self, file: usize, text: &[u8], newline: bool) {
        match self.script.files[file].as_str() {
            "/dev/stdout" => self.emit(text, newline),
            "/dev/stderr" => {
                self.flush().await;
                let mut line = text.to_vec();
                line.push(self.delim);
                let _ = self.cx.p.write_all(2, &line).await;
            }
            _ => {
                let d = self.delim;
                let w = &mut self.writers[file];
                if std::mem::take(&mut w.missing) {
                    w.buf.push(d);
                }
                w.buf.extend_from_slice(text);
                if newline {
                    w.buf.push(d);
                } else {
                    w.missing = true;
                }
                // Whoever reads the file meanwhile (r, another process) sees every line at once.
                let (fd, buf) = (w.fd, std::mem::take(&mut w.buf));
                let _ = self.cx.p.write_all(fd, &buf).await;
            }
        }
    }

    /// Creates the files of `w`, as sed does before it reads anything.
    pub(super) async fn open_writers(&mut self) -> Result<(), Stop> {
        for name in self.script.files.clone() {
            let mut fd = 1;
            if !matches!(name.as_str(), "/dev/stdout" | "/dev/stderr") {
                let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC;
                fd = match self.cx.p.open(&name, flags, 0o666) {
                    Ok(fd) => fd,
                    Err(e) => return Err(Stop(format!("couldn't open file {name}: {e}"))),
                };
            }
            self.writers.push(super::Writer { fd, buf: Vec::new(), missing: false });
        }
        Ok(())
    }

    pub(super) async fn end_of_cycle(&mut self) {
        self.note_memory().await;
        for q in std::mem::take(&mut self.queue) {
            match q {
                Queued::Text(t) => self.emit_raw(&t),
                Queued::Line(l) => self.emit(&l, true),
                Queued::File(name) => {
                    let bytes = if name == "/dev/stdin" || name == "-" {
                        self.cx.read_all(0).await
                    } else {
                        self.cx.p.read_file(&name)
                    };
                    if let Ok(b) = bytes
                        && !b.is_empty()
                    {
                        self.emit_raw(&b);
                    }
                }
            }
        }
    }

    /// Runs the script over all input; gives the exit status.
    pub(super) async fn run(&mut self) -> Result<i32, Stop> {
        let mut again = false;
        loop {
            if !again {
                let mut space = std::mem::take(&mut self.space);
                space.clear();
                let more = self.read_line(&mut space).await;
                self.space = space;
                if !more {
                    return Ok(self.status);
                }
            }
            again = false;
            let how = self.cycle().await?;
            match how {
                Cycle::End | Cycle::Quit if !self.quiet => self.print_space(),
                _ => {}
            }
            match how {
                Cycle::Again => again = true,
                Cycle::End | Cycle::Silent => {}
                Cycle::Quit => {
                    self.end_of_cycle().await;
                    self.dump_rest().await;
                    return Ok(self.exit);
                }
                Cycle::QuitSilently => {
                    self.dump_rest().await;
                    return Ok(self.exit);
                }
            }
            if !self.queue.is_empty() {
                self.end_of_cycle().await;
            }
            self.turns += 1;
            if self.unbuffered {
                self.cx.flush().await;
            }
            if self.turns.is_multiple_of(64) || self.cx.out.len() > 1 << 15 {
                if !self.cx.pace().await {
                    return Ok(4);
                }
                self.cx.p.tick(64).await;
            }
        }
    }

    pub(super) async fn cycle(&mut self) -> Result<Cycle, Stop> {
        let script = self.script.clone();
        let mut pc = 0;
        let mut fuel = 0u32;
        while let Some(step) = script.steps.get(pc) {
            pc += 1;
            let selected = match (&step.from, &step.to) {
                (None, _) => true,
                (Some(Addr::Match(p)), None) => self.hits(p)?,
                (Some(Addr::Line(n)), None) => self.input.line == *n,
                _ => self.selected(pc - 1).await?,
            };
            if selected == step.negated {
                if let Cmd::Block(end) = step.cmd {
                    pc = end;
                }
                continue;
            }
            match &step.cmd {
                Cmd::Block(_) | Cmd::Nothing => {}
                Cmd::Number => {
                    let n = format!("{}\n", self.input.line);
                    self.emit_raw(n.as_bytes());
                }
                Cmd::Append(t) => self.queue.push(Queued::Text(t.clone())),
                Cmd::Insert(t) => self.emit_raw(t),
                Cmd::Change(t) => {
                    // In a range the text stands once, at its end.
                    if matches!(self.active[pc - 1], Range::Off | Range::Closed) {
                        self.emit_raw(t);
                    }
                    return Ok(Cycle::Silent);
                }
                Cmd::Branch(to) => {
                    if *to < pc {
                        self.burn(&mut fuel).await?;
                    }
                    pc = *to;
                }
                Cmd::IfDone(to) => {
                    if std::mem::take(&mut self.replaced) {
                        if *to < pc {
                            self.burn(&mut fuel).await?;
                        }
                        pc = *to;
                    }
                }
                Cmd::IfNotDone(to) => {
                    if !std::mem::take(&mut self.replaced) {
                        if *to < pc {
                            self.burn(&mut fuel).await?;
                        }
                        pc = *to;
                    }
                }
                Cmd::Delete => return Ok(Cycle::Silent),
                Cmd::DeleteLine => match self.space.iter().position(|b| *b == self.delim_nl()) {
                    Some(i) => {
                        self.space.drain(..=i);
                        return Ok(Cycle::Again);
                    }
                    None => return Ok(Cycle::Silent),
                },
                Cmd::Execute(None) => self.execute().await?,
                Cmd::Execute(Some(command)) => {
                    let out = self.output_of(command).await?;
                    self.emit_raw(&out);
                }
                Cmd::FileName => {
                    let mut name = crate::vfs::text::encode(&self.input.name).into_owned();
                    name.push(b'\n');
                    self.emit_raw(&name);
                }
                Cmd::Get => self.space.clone_from(&self.hold),
                Cmd::GetMore => {
                    self.space.push(self.delim_nl());
                    self.space.extend_from_slice(&self.hold);
                }
                Cmd::Hold => self.hold.clone_from(&self.space),
                Cmd::HoldMore => {
                    self.hold.push(self.delim_nl());
                    self.hold.extend_from_slice(&self.space);
                }
                Cmd::Exchange => std::mem::swap(&mut self.space, &mut self.hold),
                Cmd::List(n) => {
                    let text = super::list::list(&self.space, n.unwrap_or(self.width));
                    self.emit_raw(&text);
                }
                Cmd::Next | Cmd::NextMore => {
                    let more = matches!(step.cmd, Cmd::NextMore);
                    if self.is_last().await {
                        // GNU prints the pattern space when there is no next line; POSIX's N does not.
                        return Ok(if more && self.posix { Cycle::Silent } else { Cycle::End });
                    }
                    if !more && !self.quiet {
                        self.print_space();
                    }
                    self.end_of_cycle().await;
                    let mut space = std::mem::take(&mut self.space);
                    if more {
                        space.push(self.delim_nl());
                    } else {
                        space.clear();
                    }
                    self.read_line(&mut space).await;
                    self.space = space;
                    self.burn(&mut fuel).await?;
                }
                Cmd::Print => self.print_space(),
                Cmd::PrintLine => {
                    let nl = self.delim_nl();
                    let end = self.space.iter().position(|b| *b == nl).unwrap_or(self.space.len());
                    let line = self.space[..end].to_vec();
                    self.emit(&line, true);
                }
                Cmd::Quit(n) => {
                    self.exit = if *n == 0 { self.status } else { *n };
                    return Ok(Cycle::Quit);
                }
                Cmd::QuitSilently(n) => {
                    self.exit = if *n == 0 { self.status } else { *n };
                    return Ok(Cycle::QuitSilently);
                }
                Cmd::Read(name) => self.queue.push(Queued::File(name.clone())),
                Cmd::ReadLine(i) => {
                    if let Some(l) = self.source_line(*i).await {
                        self.queue.push(Queued::Line(l));
                    }
                }
                Cmd::Subst(s) => {
                    let re = self.resolve(&s.pattern)?;
                    let mut out = std::mem::take(&mut self.scratch);
                    let done = subst::substitute(s, &re, &self.space, self.utf8, &mut out)
                        .map_err(|e| Stop(e.to_string()))?;
                    if done {
                        std::mem::swap(&mut self.space, &mut out);
                        self.replaced = true;
                    }
                    self.scratch = out;
                    if done {
                        if s.execute {
                            self.execute().await?;
                        }
                        if s.print > 0 {
                            self.print_space();
                        }
                        if let Some(f) = s.write {
                            let text = self.space.clone();
                            let newline = self.input.newline;
                            self.write_to(f, &text, newline).await;
                        }
                    }
                }
                Cmd::Write(f) => {
                    let text = self.space.clone();
                    let newline = self.input.newline;
                    self.write_to(*f, &text, newline).await;
                }
                Cmd::WriteLine(f) => {
                    let nl = self.delim_nl();
                    let end = self.space.iter().position(|b| *b == nl).unwrap_or(self.space.len());
                    let line = self.space[..end].to_vec();
                    self.write_to(*f, &line, true).await;
                }
                Cmd::Translate(t) => subst::translate(t, &mut self.space, self.utf8),
                Cmd::Zap => self.space.clear(),
            }
        }
        Ok(Cycle::End)
    }

    /// What separates lines in the pattern space: with -z still the newline's place is taken by NUL.
    pub(super) fn delim_nl(&self) -> u8 {
        self.delim
    }

    /// Tells the kernel what the two spaces take.
    pub(super) async fn note_memory(&self) {
        let held = self.space.len() + self.hold.len();
        if held >= NOTED {
            self.cx.p.room(held).await;
        }
    }

    /// Loops in a script let signals in, and do not let the pattern space grow without end.
    pub(super) async fn burn(&mut self, fuel: &mut u32) -> Result<(), Stop> {
        *fuel += 1;
        self.note_memory().await;
        if fuel.is_multiple_of(256) {
            self.cx.pace().await;
            self.cx.p.tick(256).await;
        }
        Ok(())
    }
}
