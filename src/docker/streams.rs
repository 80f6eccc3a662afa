//! The terminal's or script's ends of a container: output out, input in, signals passed on, and the
//! terminal in raw mode as long as a program in the container has it.

use super::cli::Cli;
use super::command::Failure;
use super::context::store::lower;
use crate::engine::api::container::Stream;
use crate::engine::{Attachment, Engine, EngineError, ErrorKind, Waiter};
use crate::kernel::{Disposition, Proc, Signal, Termios};
use crate::vfs::Errno;
use futures_util::future::{Either, select};
use std::cell::Cell;
use std::pin::pin;

/// What is attached to.
#[derive(Clone, Debug)]
pub enum Target {
    /// A container's first process.
    Container(String),
    /// A command started in a container.
    Exec(String),
}

/// How it is attached.
pub struct Session {
    /// To what.
    pub target: Target,
    /// Whether it has a terminal of its own.
    pub tty: bool,
    /// Whether input is passed on.
    pub stdin: bool,
    /// Whether output comes.
    pub output: bool,
}

/// Why pumping came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// There is no more output.
    Output,
    /// The detach keys were typed.
    Detached,
}

/// Signals that are passed on to a container while a verb runs.
pub struct Signals {
    target: Option<Target>,
    /// How often an end was asked for; at the third time the client goes.
    ends: Cell<u32>,
    /// Whether the client goes at the first time already, as `docker start -a` does.
    pub leaves: bool,
}

/// Lets the signals that ask for an end do so: Go's `signal.Notify` listens to them, even to one that a shell has
/// told to be ignored.
pub fn heed_signals(p: &Proc) {
    for signal in [Signal::INT, Signal::TERM] {
        // Both can be caught.
        let _ = p.signal(signal, Disposition::Default);
    }
}

/// Signals that go to the container: all that a process can catch, but those that mean the client
/// itself (its children, its pipes, its own faults, its job control for reading and writing).
const PASSED: [Signal; 14] = [
    Signal::HUP,
    Signal::INT,
    Signal::QUIT,
    Signal::USR1,
    Signal::USR2,
    Signal::ALRM,
    Signal::TERM,
    Signal::CONT,
    Signal::TSTP,
    Signal::XCPU,
    Signal::XFSZ,
    Signal::VTALRM,
    Signal::PROF,
    Signal::IO,
];

impl Signals {
    /// Catches signals from now on; without `proxy` only those that change the window's size or end
    /// the client.
    pub fn new(cli: &Cli, proxy: bool, target: &Target) -> Signals {
        let caught: &[Signal] = if proxy { &PASSED } else { &[Signal::INT, Signal::TERM] };
        for signal in caught.iter().chain([&Signal::WINCH]) {
            // Only SIGKILL and SIGSTOP can not be caught.
            let _ = cli.p.signal(*signal, Disposition::Handle);
        }
        if proxy {
            // All signals are listened to, so that this one no longer ends the client: the write fails.
            let _ = cli.p.signal(Signal::PIPE, Disposition::Ignore);
        }
        Signals { target: proxy.then(|| target.clone()), ends: Cell::new(0), leaves: false }
    }

    /// For verbs that do not end before they are asked for the third time.
    pub fn patient(cli: &Cli) -> Signals {
        for signal in [Signal::INT, Signal::TERM] {
            // Both can be caught.
            let _ = cli.p.signal(signal, Disposition::Handle);
        }
        Signals { target: None, ends: Cell::new(0), leaves: false }
    }

    /// For verbs that leave signals alone, but follow the window's size.
    pub fn window(cli: &Cli) -> Signals {
        // WINCH can be caught.
        let _ = cli.p.signal(Signal::WINCH, Disposition::Handle);
        Signals { target: None, ends: Cell::new(0), leaves: false }
    }

    /// Deals with all signals that have come.
    pub async fn deal(
        &self,
        cli: &Cli,
        engine: &Engine,
        session: Option<&Session>,
    ) -> Result<(), Failure> {
        while let Some(signal) = cli.p.take_signal() {
            if signal == Signal::WINCH {
                if let Some(session) = session {
                    resize(cli, engine, session);
                }
                continue;
            }
            if let Some(Target::Container(id)) = &self.target {
                // That the container does not run (any more) is no concern of the sender's.
                let _ = engine.container_kill(&cli.p, id, &format!("SIG{}", signal.name())).await;
            }
            if matches!(signal, Signal::INT | Signal::TERM) {
                if self.leaves {
                    return Err(Failure::silent(0));
                }
                self.ends.set(self.ends.get() + 1);
                if self.ends.get() >= 3 {
                    return Err(Failure::new(1, "\ngot 3 SIGTERM/SIGINTs, forcefully exiting"));
                }
            }
        }
        Ok(())
    }

    /// Waits for a container's end; its status.
    pub async fn wait(&self, cli: &Cli, engine: &Engine, waiter: &Waiter) -> Result<i32, Failure> {
        loop {
            match waiter.wait(&cli.p).await {
                Ok(result) => {
                    if let Some(error) = result.error {
                        return Err(Failure::new(
                            125,
                            format!("Error waiting for container: {error}"),
                        ));
                    }
                    return Ok(i32::try_from(result.status).unwrap_or(125));
                }
                Err(e) if e.kind == ErrorKind::Interrupted => self.deal(cli, engine, None).await?,
                Err(e) => return Err(e.into()),
            }
        }
    }
}

/// A terminal of the client's in raw mode; as it was again when this is dropped.
struct Raw {
    p: Proc,
    before: Termios,
}

impl Raw {
    fn set(p: &Proc) -> Option<Raw> {
        if !p.isatty(0) {
            return None;
        }
        let before = p.tcgetattr(0).ok()?;
        p.tcsetattr(0, Termios::raw()).ok()?;
        Some(Raw { p: p.clone(), before })
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        // A terminal that has gone needs no restoring.
        let _ = self.p.tcsetattr(0, self.before);
    }
}

/// A terminal in the container needs one here, if input is to come from it.
pub fn check_tty(cli: &Cli, stdin: bool, tty: bool) -> Result<(), Failure> {
    if stdin && tty && !cli.p.isatty(0) {
        return Err("the input device is not a TTY".into());
    }
    Ok(())
}

/// The keys that detach: as given, as configured, or Docker's own.
pub fn detach_keys(cli: &Cli, given: &str) -> String {
    if given.is_empty() { cli.settings.text("detachKeys") } else { given.to_string() }
}

/// Refuses detach keys that are none. The daemon's answer is lost, as it comes where the connection was
/// to be taken over.
pub fn check_keys(keys: &str) -> Result<(), Failure> {
    match crate::engine::parse_keys(keys) {
        Err(_) if !keys.is_empty() => Err("unable to upgrade to tcp, received 400".into()),
        _ => Ok(()),
    }
}

/// Tells the container's terminal how large the one here is.
pub fn resize(cli: &Cli, engine: &Engine, session: &Session) {
    let Some((columns, rows)) = cli.size(1) else { return };
    // Something that has ended has no size.
    let _ = match &session.target {
        Target::Container(id) => engine.container_resize(id, rows, columns),
        Target::Exec(id) => engine.exec_resize(id, rows, columns),
    };
}

/// Passes bytes both ways until the output ends or the detach keys are typed.
pub async fn pump(
    cli: &Cli,
    engine: &Engine,
    attachment: Attachment,
    session: &Session,
    signals: &Signals,
) -> Result<Ended, Failure> {
    let raw = if session.tty && session.stdin { Raw::set(&cli.p) } else { None };
    if session.tty {
        resize(cli, engine, session);
    }
    let result = both_ways(cli, engine, &attachment, session, signals).await;
    drop(raw);
    result
}

async fn both_ways(
    cli: &Cli,
    engine: &Engine,
    attachment: &Attachment,
    session: &Session,
    signals: &Signals,
) -> Result<Ended, Failure> {
    let output = pin!(output(cli, engine, attachment, session, signals));
    if !session.stdin {
        return output.await;
    }
    let input = pin!(input(cli, engine, attachment, session, signals));
    match select(output, input).await {
        Either::Left((ended, _)) => ended,
        Either::Right((Ok(Ended::Detached), _)) => Ok(Ended::Detached),
        Either::Right((Ok(Ended::Output), _)) if !session.output => Ok(Ended::Output),
        Either::Right((Ok(Ended::Output), output)) => output.await,
        Either::Right((Err(failure), _)) => Err(failure),
    }
}

fn interrupted(e: &EngineError) -> bool {
    e.kind == ErrorKind::Interrupted
}

async fn output(
    cli: &Cli,
    engine: &Engine,
    attachment: &Attachment,
    session: &Session,
    signals: &Signals,
) -> Result<Ended, Failure> {
    loop {
        match attachment.read(&cli.p).await {
            Ok(Some(frame)) => {
                let fd = match frame.stream {
                    Stream::Stderr if !session.tty => 2,
                    _ => 1,
                };
                write(cli, engine, session, signals, fd, &frame.bytes).await?;
            }
            Ok(None) if attachment.detached() => return Ok(Ended::Detached),
            Ok(None) => return Ok(Ended::Output),
            Err(e) if interrupted(&e) => signals.deal(cli, engine, Some(session)).await?,
            Err(e) => return Err(e.into()),
        }
    }
}

async fn write(
    cli: &Cli,
    engine: &Engine,
    session: &Session,
    signals: &Signals,
    fd: i32,
    bytes: &[u8],
) -> Result<(), Failure> {
    let mut rest = bytes;
    while !rest.is_empty() {
        match cli.p.write(fd, rest).await {
            Ok(n) => rest = &rest[n..],
            Err(Errno::EINTR) => signals.deal(cli, engine, Some(session)).await?,
            // Closed from the start: nobody wants it.
            Err(Errno::EBADF) => return Ok(()),
            // What the client complains with has nowhere to go; the container goes on.
            Err(Errno::EPIPE) if fd == 2 => {
                return Err(Failure::silent(128 + Signal::PIPE.number()));
            }
            Err(e) => {
                let name = if fd == 2 { "stderr" } else { "stdout" };
                return Err(format!("write /dev/{name}: {}", lower(e)).into());
            }
        }
    }
    Ok(())
}

async fn input(
    cli: &Cli,
    engine: &Engine,
    attachment: &Attachment,
    session: &Session,
    signals: &Signals,
) -> Result<Ended, Failure> {
    loop {
        let bytes = match cli.p.read(0, 32 << 10).await {
            Ok(bytes) => bytes,
            Err(Errno::EINTR) => {
                signals.deal(cli, engine, Some(session)).await?;
                continue;
            }
            // An input that can not be read has ended.
            Err(_) => Vec::new(),
        };
        if bytes.is_empty() {
            attachment.close_stdin();
            return Ok(Ended::Output);
        }
        // Written once at most: what is interrupted has not been taken.
        while let Err(e) = attachment.write(&cli.p, &bytes).await {
            if !interrupted(&e) {
                return Err(e.into());
            }
            signals.deal(cli, engine, Some(session)).await?;
        }
        if attachment.detached() {
            return Ok(Ended::Detached);
        }
    }
}
