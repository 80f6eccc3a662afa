//! Several pieces of work at the same time, with what they have to tell each other: events of containers,
//! and how often the user has pressed Ctrl-C.

use super::command::Compose;
use super::converge::containers::labels;
use super::logs::{Lines, Printer};
use crate::docker::command::Failure;
use crate::engine::api::container::{LogsOptions, Stream};
use crate::engine::api::filters::Filters;
use crate::engine::api::system::{Event, EventsOptions};
use crate::engine::{Attachment, EngineError, ErrorKind};
use crate::kernel::Signal;
use futures_util::future::LocalBoxFuture;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::rc::Rc;
use std::task::{Context, Poll};

/// Nanoseconds in which the same interruption may be heard a second time.
const ECHO: i64 = 50_000_000;

/// What the pieces of work have in common.
#[derive(Clone, Default)]
pub struct Board {
    events: Rc<RefCell<VecDeque<Event>>>,
    interrupts: Rc<Cell<u32>>,
    /// When the last one was heard.
    heard: Rc<Cell<i64>>,
    /// The first failure.
    pub failure: Rc<RefCell<Option<Failure>>>,
}

/// What has happened.
pub enum News {
    /// An event of the project's.
    Event(Box<Event>),
    /// Ctrl-C, or a request to end.
    Interrupt,
    /// All work is done.
    Done,
}

/// The work.
#[derive(Default)]
pub struct Crew {
    work: Vec<LocalBoxFuture<'static, ()>>,
    /// What it has in common.
    pub board: Board,
    seen: u32,
}

impl Board {
    /// Looks whether a call was ended by a signal, and takes note of the signals that have come.
    pub fn interrupted(&self, c: &Compose, e: &EngineError) -> bool {
        if e.kind != ErrorKind::Interrupted {
            return false;
        }
        let now = c.cli.p.now();
        while let Some(signal) = c.cli.p.take_signal() {
            // Ctrl-C is heard from the terminal, and from docker, which has heard it too.
            let again = self.interrupts.get() > 0 && now - self.heard.get() < ECHO;
            if matches!(signal, Signal::INT | Signal::TERM) && !again {
                self.interrupts.set(self.interrupts.get() + 1);
                self.heard.set(now);
            }
        }
        true
    }

    /// Keeps a failure, if it is the first.
    pub fn fail(&self, failure: Failure) {
        self.failure.borrow_mut().get_or_insert(failure);
    }
}

impl Crew {
    /// One more piece of work.
    pub fn add(&mut self, work: impl Future<Output = ()> + 'static) {
        self.work.push(Box::pin(work));
    }

    /// Works on until something happens.
    pub async fn news(&mut self) -> News {
        poll_fn(|cx| {
            self.work_on(cx);
            if self.board.interrupts.get() > self.seen {
                self.seen += 1;
                return Poll::Ready(News::Interrupt);
            }
            if let Some(event) = self.board.events.borrow_mut().pop_front() {
                return Poll::Ready(News::Event(Box::new(event)));
            }
            if self.work.is_empty() { Poll::Ready(News::Done) } else { Poll::Pending }
        })
        .await
    }

    /// Works on until no more than `left` pieces of work are left, or one has failed, whatever happens meanwhile.
    pub async fn finish(&mut self, left: usize) {
        poll_fn(|cx| {
            self.work_on(cx);
            let failed = self.board.failure.borrow().is_some();
            if self.work.len() <= left || failed { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
    }

    fn work_on(&mut self, cx: &mut Context<'_>) {
        let mut i = 0;
        while i < self.work.len() {
            match self.work[i].as_mut().poll(cx) {
                Poll::Ready(()) => drop(self.work.remove(i)),
                Poll::Pending => i += 1,
            }
        }
    }

    /// Listens to the events of a project's containers, for as long as there is a crew.
    pub fn listen(&mut self, c: &Compose, project: &str) -> Result<(), Failure> {
        let filters = Filters::new()
            .with("type", "container")
            .with("label", &format!("{}={project}", labels::PROJECT));
        let options = EventsOptions { since: None, until: None, filters };
        let mut stream = c.engine()?.look().events(options)?;
        let (c, board) = (c.clone(), self.board.clone());
        self.add(async move {
            loop {
                match stream.next(&c.cli.p).await {
                    Ok(Some(event)) => board.events.borrow_mut().push_back(event),
                    Ok(None) => return,
                    Err(e) if board.interrupted(&c, &e) => {}
                    Err(e) => return board.fail(e.into()),
                }
            }
        });
        Ok(())
    }

    /// Prints what comes out of a container that one is attached to.
    pub fn attached(&mut self, c: &Compose, name: &str, attachment: Attachment, printer: &Printer) {
        let (c, board, name, printer) =
            (c.clone(), self.board.clone(), name.to_string(), printer.clone());
        self.add(async move {
            let mut lines = [Lines::default(), Lines::default()];
            loop {
                match attachment.read(&c.cli.p).await {
                    Ok(Some(frame)) => {
                        let at = usize::from(frame.stream == Stream::Stderr);
                        for line in lines[at].add(&frame.bytes) {
                            printer.line(at as i32 + 1, &name, &line).await;
                        }
                    }
                    Err(e) if board.interrupted(&c, &e) => {}
                    _ => break,
                }
            }
            for (at, rest) in lines.iter_mut().enumerate() {
                if let Some(line) = rest.end() {
                    printer.line(at as i32 + 1, &name, &line).await;
                }
            }
        });
    }

    /// Prints a container's log.
    pub fn log(
        &mut self,
        c: &Compose,
        (name, id): (&str, &str),
        options: &LogsOptions,
        printer: &Printer,
    ) -> Result<(), Failure> {
        let mut stream = match c.engine()?.look().container_logs(id, options) {
            Ok(stream) => stream,
            Err(e) if e.message.contains("does not support reading") => return Ok(()),
            Err(e) => return Err(e.into()),
        };
        let (c, board, name, printer) =
            (c.clone(), self.board.clone(), name.to_string(), printer.clone());
        self.add(async move {
            let mut lines = Lines::default();
            loop {
                match stream.next(&c.cli.p).await {
                    Ok(Some(frame)) => {
                        for line in lines.add(&frame.bytes) {
                            printer.line(1, &name, &line).await;
                        }
                    }
                    Err(e) if board.interrupted(&c, &e) => {}
                    _ => break,
                }
            }
            if let Some(line) = lines.end() {
                printer.line(1, &name, &line).await;
            }
        });
        Ok(())
    }
}
