//! Redirections: opening, duplicating, and putting back what was there.

use crate::kernel::Fd;
use crate::shell::Dialect;
use crate::shell::expand::Mode;
use crate::shell::options::Opt;
use crate::shell::state::{Res, Shell, Stop};
use crate::shell::syntax::ast::{Redirect, RedirectFd, RedirectOp};
use crate::vfs::{Errno, OpenFlags, text};

/// Bytes that a pipe takes without a reader (pipe(7)).
const PIPE_SIZE: usize = 65_536;

/// Descriptors as they were: number, and where its copy is kept (`None`: it was closed).
pub(crate) type Saved = Vec<(Fd, Option<Fd>)>;

/// Why a redirection failed.
enum Fault {
    /// Path, what it was opened for, and what the kernel said.
    Open(String, OpenFlags, Errno),
    Say(String),
    Stop(Stop),
}

impl From<Stop> for Fault {
    fn from(s: Stop) -> Fault {
        Fault::Stop(s)
    }
}

impl Shell {
    /// Makes the redirections of a command; `None` after a message when one fails.
    pub(crate) async fn redirect_all(&mut self, all: &[Redirect]) -> Res<Option<Saved>> {
        let mut saved = Saved::new();
        for r in all {
            match self.redirect(r, Some(&mut saved)).await {
                Ok(()) => {}
                Err(fault) => {
                    self.flush().await;
                    self.restore(saved);
                    self.redirect_fault(fault)?;
                    self.flush().await;
                    return Ok(None);
                }
            }
        }
        Ok(Some(saved))
    }

    /// Makes redirections that stay (`exec`); false after a message when one fails.
    pub(crate) async fn redirect_for_good(&mut self, all: &[Redirect]) -> Res<bool> {
        for r in all {
            if let Err(fault) = self.redirect(r, None).await {
                self.redirect_fault(fault)?;
                self.flush().await;
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn redirect_fault(&mut self, fault: Fault) -> Res<()> {
        match fault {
            Fault::Say(m) => self.error(&m),
            Fault::Stop(s) => return Err(s),
            Fault::Open(path, flags, e) => {
                let m = match self.dialect {
                    Dialect::Bash => format!("{path}: {e}"),
                    _ => {
                        let verb = if flags.has(OpenFlags::CREAT) { "create" } else { "open" };
                        let why = match (e, self.dialect, verb) {
                            (Errno::ENOENT, Dialect::Ash, "create") => {
                                "nonexistent directory".to_string()
                            }
                            (Errno::ENOENT, Dialect::Ash, _) => "no such file".to_string(),
                            (Errno::ENOENT, _, "create") => "Directory nonexistent".to_string(),
                            (Errno::ENOENT, _, _) => "No such file".to_string(),
                            (e, ..) => e.to_string(),
                        };
                        let not = if self.dialect == Dialect::Ash { "can't" } else { "cannot" };
                        format!("{not} {verb} {path}: {why}")
                    }
                };
                self.error(&m);
            }
        }
        Ok(())
    }

    /// Puts back what was there before.
    pub(crate) fn restore(&mut self, saved: Saved) {
        for (fd, copy) in saved.into_iter().rev() {
            match copy {
                Some(c) => {
                    let _ = self.p.dup2(c, fd);
                    let _ = self.p.close(c);
                    self.saved_fds.retain(|x| *x != c);
                }
                None => {
                    let _ = self.p.close(fd);
                }
            }
        }
    }

    /// Keeps a copy of a descriptor that is about to be replaced.
    fn keep(&mut self, fd: Fd, saved: Option<&mut Saved>) -> Result<(), Fault> {
        let Some(saved) = saved else { return Ok(()) };
        match self.p.dup_from(fd, 10) {
            Ok(copy) => {
                let _ = self.p.set_cloexec(copy, true);
                self.saved_fds.push(copy);
                saved.push((fd, Some(copy)));
            }
            Err(_) => saved.push((fd, None)),
        }
        Ok(())
    }

    async fn redirect(&mut self, r: &Redirect, mut saved: Option<&mut Saved>) -> Result<(), Fault> {
        let default = match r.op {
            RedirectOp::In | RedirectOp::InOut | RedirectOp::DupIn => 0,
            RedirectOp::Here | RedirectOp::HereTabs | RedirectOp::HereString => 0,
            _ => 1,
        };
        let mut target = match &r.fd {
            RedirectFd::Default => default,
            RedirectFd::Number(n) => *n,
            RedirectFd::Var(_) => -1,
        };
        // `{name}>&-` closes the descriptor that the variable holds.
        if let RedirectFd::Var(name) = &r.fd
            && matches!(r.op, RedirectOp::DupIn | RedirectOp::DupOut)
            && &*r.target.raw == "-"
        {
            let place = self.place_named(name)?;
            let value = place.and_then(|p| self.place_text(&p).map(|v| v.into_owned()));
            return match value.and_then(|v| v.parse::<Fd>().ok()) {
                Some(fd) => {
                    let _ = self.p.close(fd);
                    Ok(())
                }
                None => Err(Fault::Say(format!("{name}: ambiguous redirect"))),
            };
        }
        let mut both = matches!(r.op, RedirectOp::Both | RedirectOp::BothAppend);
        let mut owned = true;
        let source: Option<Fd> = match r.op {
            RedirectOp::Here | RedirectOp::HereTabs => {
                let body = match r.body.get() {
                    Some(w) => self.text_wait(w, Mode::Text, false).await?,
                    None => String::new(),
                };
                Some(self.here(&body).await?)
            }
            RedirectOp::HereString => {
                let body = self.text_wait(&r.target, Mode::Text, false).await?;
                Some(self.here(&format!("{body}\n")).await?)
            }
            RedirectOp::DupIn | RedirectOp::DupOut => {
                let word = self.one_word(r).await?;
                let (digits, moves) = match word.strip_suffix('-') {
                    Some(d) if !d.is_empty() => (d, true),
                    _ => (word.as_str(), false),
                };
                if word == "-" {
                    if !self.p.fds().contains(&target) {
                        return Ok(());
                    }
                    self.keep(target, saved)?;
                    let _ = self.p.close(target);
                    return Ok(());
                }
                match digits.parse::<Fd>() {
                    Ok(fd) => {
                        if !self.p.fds().contains(&fd) {
                            return Err(Fault::Say(match self.dialect {
                                Dialect::Ash => format!("dup2({fd},{target}): {}", Errno::EBADF),
                                Dialect::Bash => format!("{}: {}", r.target.raw, Errno::EBADF),
                                Dialect::Dash => format!("{fd}: {}", Errno::EBADF),
                            }));
                        }
                        if moves {
                            self.keep(target, saved.as_deref_mut())?;
                            self.keep(fd, saved.as_deref_mut())?;
                            let _ = self.p.dup2(fd, target);
                            if fd != target {
                                let _ = self.p.close(fd);
                            }
                            return Ok(());
                        }
                        owned = false;
                        Some(fd)
                    }
                    Err(_)
                        if r.op == RedirectOp::DupOut
                            && matches!(r.fd, RedirectFd::Default | RedirectFd::Number(1))
                            && self.dialect != Dialect::Dash =>
                    {
                        // `>& file` is `&> file`.
                        both = true;
                        Some(self.open_for(&word, RedirectOp::Out)?)
                    }
                    Err(_) if self.dialect == Dialect::Ash => {
                        self.error("redir error");
                        return Err(Fault::Stop(self.fatal_error()));
                    }
                    Err(_) => {
                        return Err(Fault::Say(match self.dialect {
                            Dialect::Bash => format!("{word}: ambiguous redirect"),
                            _ => "bad fd number".to_string(),
                        }));
                    }
                }
            }
            op => {
                let word = self.one_word(r).await?;
                Some(self.open_for(&word, op)?)
            }
        };
        let Some(source) = source else { return Ok(()) };
        if let RedirectFd::Var(name) = &r.fd {
            // A free descriptor from 10 on, its number in the variable; it outlives the command.
            let fd = self
                .p
                .dup_from(source, 10)
                .map_err(|e| Fault::Say(format!("{}: {e}", r.target.raw)));
            let fd = match fd {
                Ok(fd) => fd,
                Err(fault) => {
                    if owned {
                        let _ = self.p.close(source);
                    }
                    return Err(fault);
                }
            };
            if owned {
                let _ = self.p.close(source);
            }
            let place = self.place_named(name)?;
            if let Some(p) = place {
                self.assign(&p.name, p.subscript.as_deref(), &fd.to_string(), false)?;
            }
            return Ok(());
        }
        if source == target {
            // It may have been opened at the very place where it belongs.
            if owned && let Some(saved) = saved.as_deref_mut() {
                saved.push((target, None));
            }
        } else {
            self.keep(target, saved.as_deref_mut())?;
            let done = self.p.dup2(source, target);
            if owned {
                let _ = self.p.close(source);
            }
            let named = if owned { target.to_string() } else { source.to_string() };
            done.map_err(|e| Fault::Say(format!("{named}: {e}")))?;
        }
        if both {
            target = 2;
            self.keep(2, saved)?;
            self.p.dup2(1, target).map_err(|e| Fault::Say(e.to_string()))?;
        }
        Ok(())
    }

    /// The target as exactly one word.
    async fn one_word(&mut self, r: &Redirect) -> Result<String, Fault> {
        if !self.bash() || self.on(Opt::Posix) {
            return Ok(self.text_wait(&r.target, Mode::Text, false).await?);
        }
        let mut words = Vec::new();
        self.expand_wait(&r.target, &mut words).await?;
        match words.as_slice() {
            [one] => Ok(one.clone()),
            _ => Err(Fault::Say(format!("{}: ambiguous redirect", r.target.raw))),
        }
    }

    fn open_for(&mut self, path: &str, op: RedirectOp) -> Result<Fd, Fault> {
        let flags = match op {
            RedirectOp::In => OpenFlags::READ,
            RedirectOp::InOut => OpenFlags::READ | OpenFlags::WRITE | OpenFlags::CREAT,
            RedirectOp::Append | RedirectOp::BothAppend => {
                OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::APPEND
            }
            _ => OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC,
        };
        if matches!(op, RedirectOp::Out | RedirectOp::Both)
            && self.on(Opt::NoClobber)
            && self.p.stat(path).is_ok_and(|s| s.is_file())
        {
            return Err(match self.dialect {
                Dialect::Bash => Fault::Say(format!("{path}: cannot overwrite existing file")),
                _ => Fault::Open(path.to_string(), flags, Errno::EEXIST),
            });
        }
        let fail = |e| Fault::Open(path.to_string(), flags, e);
        self.p.open(path, flags, 0o666).map_err(fail)
    }

    /// A descriptor to read a here-document from: a pipe holds it; bash puts a long one into a
    /// file, the others let a child write it.
    async fn here(&mut self, body: &str) -> Result<Fd, Fault> {
        let bytes = text::encode(body).into_owned();
        let fail = |e: Errno| Fault::Say(format!("cannot create temp file for here-document: {e}"));
        if bytes.len() <= PIPE_SIZE || !self.bash() {
            let (r, w) = self.p.pipe().map_err(fail)?;
            if bytes.len() <= PIPE_SIZE {
                self.p.write_all(w, &bytes).await.map_err(fail)?;
            } else {
                let writer = self.p.fork(move |p| async move {
                    let _ = p.close(r);
                    i32::from(p.write_all(w, &bytes).await.is_err())
                });
                self.jobs.note_loose(writer.map_err(fail)?);
            }
            let _ = self.p.close(w);
            return Ok(r);
        }
        let mut name = [0; 8];
        self.p.random(&mut name);
        let path = format!("/tmp/sh-thd.{:016x}", u64::from_le_bytes(name));
        let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::EXCL;
        let w = self.p.open(&path, flags, 0o600).map_err(fail)?;
        let r = self.p.open(&path, OpenFlags::READ, 0);
        let _ = self.p.unlink(&path);
        let written = self.p.write_all(w, &bytes).await;
        let _ = self.p.close(w);
        written.map_err(fail)?;
        r.map_err(fail)
    }
}
