//! How progress is shown: a picture that is drawn anew on a terminal, a line each where there is none,
//! lines of JSON, or nothing.

use super::command::{Compose, truth};
use crate::docker::cli::Cli;
use crate::docker::command::Failure;
use crate::golang::quote::quote;
use futures_util::future::{Either, select};
use serde_json::json;
use std::cell::RefCell;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;

/// The ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Drawn anew all the time.
    Terminal,
    /// A line each.
    Plain,
    /// Nothing.
    Quiet,
    /// A line of JSON each.
    Json,
}

/// How far something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Under way.
    Working,
    /// Done.
    Done,
    /// Done, with something to say.
    Warning,
    /// Gone wrong.
    Error,
}

/// Refuses a value of `--progress` that there is not.
pub fn check(asked: &str) -> Result<(), String> {
    match asked {
        "" | "auto" | "tty" | "plain" | "json" | "quiet" | "none" => Ok(()),
        other => Err(format!("unsupported --progress value {}", quote(other))),
    }
}

struct Line {
    id: String,
    parent: String,
    text: String,
    status: String,
    state: State,
    began: i64,
    ended: Option<i64>,
    spin: usize,
}

#[derive(Default)]
struct Picture {
    lines: Vec<Line>,
    height: usize,
    drawn: bool,
    tail: Vec<String>,
}

/// Progress of one piece of work.
#[derive(Clone)]
pub struct Progress {
    cli: Cli,
    /// Where it is told: standard error, or what COMPOSE_STATUS_STDOUT says.
    fd: i32,
    style: Style,
    color: bool,
    prefix: &'static str,
    title: &'static str,
    picture: Rc<RefCell<Picture>>,
}

/// What stands before all that a dry run tells.
pub const DRY_RUN: &str = " DRY-RUN MODE - ";
const SPINNER: &[&str] = &["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
/// Between two pictures, in nanoseconds.
const TICK: u64 = 100_000_000;

/// Does work while its progress is shown under a title.
pub async fn shown<T, F>(
    c: &Compose,
    title: &'static str,
    work: impl FnOnce(Progress) -> F,
) -> Result<T, Failure>
where
    F: Future<Output = Result<T, Failure>>,
{
    let progress = Progress::new(c, title);
    let result = {
        let mut work = pin!(work(progress.clone()));
        loop {
            if c.style != Style::Terminal {
                break work.await;
            }
            let tick = pin!(c.cli.p.sleep(TICK));
            match select(work, tick).await {
                Either::Left((result, _)) => break result,
                Either::Right((_, rest)) => work = rest,
            }
            progress.draw().await;
        }
    };
    progress.end().await;
    result
}

impl Progress {
    /// Nothing done yet.
    pub fn new(c: &Compose, title: &'static str) -> Progress {
        let plain = c.cli.p.env("NO_COLOR").is_some_and(|v| !v.is_empty());
        Progress {
            cli: c.cli.clone(),
            fd: if truth(&c.cli, "COMPOSE_STATUS_STDOUT") { 1 } else { 2 },
            style: c.style,
            color: !plain,
            prefix: c.prefix(),
            title,
            picture: Rc::default(),
        }
    }

    /// Tells of a thing: where it is in its state.
    pub async fn event(&self, id: &str, state: State, status: &str) {
        self.full(id, "", state, "", status).await;
    }

    /// Tells of a thing with a text of its own.
    pub async fn text(&self, id: &str, state: State, text: &str, status: &str) {
        self.full(id, "", state, text, status).await;
    }

    /// Tells of a part of a thing.
    pub async fn full(&self, id: &str, parent: &str, state: State, text: &str, status: &str) {
        match self.style {
            Style::Quiet => {}
            Style::Plain => {
                self.tell(&format!("{} {id} {text} {status}", self.prefix)).await;
            }
            Style::Json => {
                let mut line = match self.prefix {
                    "" => json!({ "id": id }),
                    _ => json!({ "dry-run": true, "id": id }),
                };
                for (name, value) in [("parent_id", parent), ("text", text), ("status", status)] {
                    if !value.is_empty() {
                        line[name] = json!(value);
                    }
                }
                self.tell(&line.to_string()).await;
            }
            Style::Terminal => self.keep(id, parent, state, text, status),
        }
    }

    /// A line below all others, when all is done.
    pub async fn tail(&self, text: &str) {
        match self.style {
            Style::Terminal => self.picture.borrow_mut().tail.push(text.to_string()),
            Style::Plain => self.tell(text).await,
            _ => {}
        }
    }

    async fn tell(&self, line: &str) {
        self.cli.write(self.fd, &crate::vfs::text::encode(&format!("{line}\n"))).await;
    }

    fn keep(&self, id: &str, parent: &str, state: State, text: &str, status: &str) {
        let now = self.cli.p.now();
        let mut picture = self.picture.borrow_mut();
        let ended = (state != State::Working).then_some(now);
        match picture.lines.iter_mut().find(|l| l.id == id) {
            Some(line) => {
                line.ended = if line.state == state { line.ended } else { ended };
                line.state = state;
                line.text = text.to_string();
                line.status = status.to_string();
            }
            None => picture.lines.push(Line {
                id: id.to_string(),
                parent: parent.to_string(),
                text: text.to_string(),
                status: status.to_string(),
                state,
                began: now,
                ended,
                spin: 0,
            }),
        }
    }

    async fn end(&self) {
        self.draw().await;
        let tail = std::mem::take(&mut self.picture.borrow_mut().tail);
        for line in tail {
            self.cli.err(&line).await;
        }
    }

    fn paint(&self, code: &str, text: &str) -> String {
        if self.color { format!("{code}{text}\x1b[0m") } else { text.to_string() }
    }

    async fn draw(&self) {
        if self.style != Style::Terminal || self.picture.borrow().lines.is_empty() {
            return;
        }
        let text = self.render();
        self.cli.write(2, &crate::vfs::text::encode(&text)).await;
    }

    fn render(&self) -> String {
        let now = self.cli.p.now();
        let width = self.cli.size(2).map_or(0, |(columns, _)| usize::from(columns));
        let mut picture = self.picture.borrow_mut();
        let mut out = "\x1b[1A".repeat(picture.height + 1);
        if !picture.drawn {
            out.push_str("\x1b[1B");
            picture.drawn = true;
        }
        out.push_str("\x1b[0G\x1b[?25l");
        let done = picture.lines.iter().filter(|l| l.state != State::Working).count();
        let head = format!("[+] {} {done}/{}", self.title, picture.lines.len());
        let finished = picture.height != 0 && done == picture.height;
        out.push_str(&if finished { self.paint("\x1b[34m", &head) } else { head });
        out.push('\n');
        let named = |l: &Line| format!("{} {}", l.id, l.text);
        let widest =
            picture.lines.iter().map(|l| named(l).chars().count()).max().unwrap_or_default();
        let order: Vec<usize> = picture
            .lines
            .iter()
            .enumerate()
            .filter(|(_, l)| l.parent.is_empty())
            .flat_map(|(i, l)| {
                let below = picture.lines.iter().enumerate().filter(|(_, c)| c.parent == l.id);
                std::iter::once(i).chain(below.map(|(i, _)| i)).collect::<Vec<_>>()
            })
            .collect();
        let height = order.len();
        for i in order {
            let line = &mut picture.lines[i];
            let (code, mark) = match line.state {
                State::Done => ("\x1b[32m", "✔"),
                State::Warning => ("\x1b[33m\x1b[1m", "!"),
                State::Error => ("\x1b[31m\x1b[1m", "✘"),
                State::Working => {
                    if now - line.began > TICK as i64 {
                        line.spin = (line.spin + 1) % SPINNER.len();
                    }
                    ("", SPINNER[line.spin])
                }
            };
            let mark = match line.state {
                State::Working => self.paint("\x1b[33m", mark),
                _ => self.paint(code, mark),
            };
            let status = match code {
                "" => line.status.clone(),
                code => self.paint(code, &line.status),
            };
            let name = named(line);
            let used = name.chars().count();
            let pad = " ".repeat(widest.saturating_sub(used));
            let indent = if line.parent.is_empty() { "" } else { "  " };
            let prefix = match self.prefix {
                "" => String::new(),
                prefix => self.paint("\x1b[36m", prefix),
            };
            let text = format!("{indent} {mark}{prefix} {name}{pad} {status}");
            let elapsed = (line.ended.unwrap_or(now) - line.began) as f64 / 1e9;
            let timer = format!("{elapsed:.1}s ");
            let left = indent.len()
                + 3
                + self.prefix.len()
                + used
                + pad.len()
                + 1
                + line.status.chars().count();
            let gap = " ".repeat(width.saturating_sub(left + timer.len()));
            out.push_str(&format!("{text}{gap}{}\n", self.paint("\x1b[34m", &timer)));
        }
        for _ in height..picture.height {
            out.push_str(&format!("{}\n", " ".repeat(width)));
        }
        picture.height = height.max(picture.height);
        out.push_str("\x1b[?25h");
        out
    }
}
