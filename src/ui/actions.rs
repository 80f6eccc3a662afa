//! What the page does when something happens: the half of `app` that changes its state.

use std::rc::Rc;

use yew::prelude::Context;

use super::app::{App, Open};
use super::header::{Ask, Status};
use super::layout::{self, Pane};
use super::lesson::Act;
use super::notices::Action;
use super::session::News;
use super::store;
use crate::protocol::{FromWorker, MAIN_TTY, ToWorker};

impl App {
    /// The session has news; whether the page looks different now.
    pub(super) fn news(&mut self, news: News) -> bool {
        match news {
            News::Said(message) => return self.said(message),
            News::Starting => {
                self.status = Status::Starting;
                self.running.clear();
                self.asked = None;
            }
            News::Restarted { message, forgot_last } => {
                let what = if forgot_last {
                    "It was started again, and is where it was before the last command."
                } else {
                    "It was started again."
                };
                self.notify(true, format!("The simulated machine failed: {message}. {what}"), None);
            }
            News::GaveUp { message } => {
                self.status = Status::Failed;
                self.running.clear();
                let text = format!("The simulated machine does not run: {message}.");
                self.notify(true, text, Some(Action::Retry));
                self.notify(true, "A fresh machine may help.".to_owned(), Some(Action::Reset));
            }
            News::NotKept => {
                let text = "This browser does not keep the session: a reload will begin anew.";
                self.notify(true, text.to_owned(), None);
            }
        }
        true
    }

    fn said(&mut self, message: FromWorker) -> bool {
        match message {
            FromWorker::Begin { .. } => {
                self.edits.clear();
                self.status = Status::Starting;
                self.running.clear();
            }
            FromWorker::Progress { done, total } => self.status = Status::Replaying(done, total),
            FromWorker::Ready => self.status = Status::Ready,
            FromWorker::Terminals { open } => {
                let newest = open.iter().find(|tty| !self.terminals.contains(tty)).copied();
                if let Some(tty) = newest.filter(|_| std::mem::take(&mut self.expecting)) {
                    self.shown = tty;
                    self.focus += 1;
                }
                self.terminals = open;
                if !self.terminals.contains(&self.shown) {
                    self.shown = self.terminals.first().copied().unwrap_or(MAIN_TTY);
                    self.focus += 1;
                }
            }
            FromWorker::Edits { open } => {
                if open.is_empty() && !self.edits.is_empty() {
                    self.focus += 1;
                }
                self.edits = open;
            }
            FromWorker::Running { tty, left } => {
                self.running.insert(tty, left);
            }
            FromWorker::View { view } => {
                let view: Rc<_> = view.into();
                self.view = Some(view);
            }
            FromWorker::Checks { lesson, done } => return self.checked(lesson, &done),
            FromWorker::Predicted { id, came_true } => {
                if let Some((asked, at)) = self.asked.take_if(|(asked, _)| *asked == id) {
                    if let Some(done) = self.done() {
                        done.predictions.insert(asked, (at, came_true));
                    }
                    self.keep_progress();
                }
            }
            FromWorker::Notice { message } => self.notify(false, message, None),
            // The session deals with these.
            FromWorker::Loaded
            | FromWorker::Output { .. }
            | FromWorker::Size { .. }
            | FromWorker::Logged { .. }
            | FromWorker::Died { .. }
            | FromWorker::Pong { .. } => return false,
        }
        true
    }

    fn checked(&mut self, number: u32, held: &[bool]) -> bool {
        let (current, ids) = &self.watched;
        if *current != number {
            return false;
        }
        let ids: Vec<String> =
            ids.iter().zip(held).filter(|(_, held)| **held).map(|(id, _)| id.clone()).collect();
        if ids.is_empty() {
            return false;
        }
        if let Some(done) = self.done() {
            done.checks.extend(ids);
        }
        self.keep_progress();
        self.watch();
        true
    }

    fn done(&mut self) -> Option<&mut super::lesson::progress::Done> {
        let lesson = self.lessons.get(self.current)?;
        Some(self.progress.lessons.entry(lesson.id.clone()).or_default())
    }

    /// Tells the machine which checks are open now.
    pub(super) fn watch(&mut self) {
        let Some(lesson) = self.lessons.get(self.current).cloned() else { return };
        let done = self.progress.lessons.get(&lesson.id).cloned().unwrap_or_default();
        let open = done.open_checks(&lesson);
        self.watched = (self.watched.0 + 1, open.iter().map(|check| check.id.clone()).collect());
        self.session.send(ToWorker::Watch {
            lesson: self.watched.0,
            checks: open.iter().map(|check| check.script.clone()).collect(),
        });
    }

    fn keep_progress(&mut self) {
        if !store::save("progress", &self.progress) {
            let text = "This browser does not keep your progress: a reload will forget it.";
            self.notify(true, text.to_owned(), None);
        }
    }

    /// Opens the lesson at this place.
    pub(super) fn go(&mut self, at: usize) {
        let Some(lesson) = self.lessons.get(at) else { return };
        self.current = at;
        self.asked = None;
        self.progress.current = Some(lesson.id.clone());
        self.keep_progress();
        self.watch();
    }

    /// The bar was used.
    pub(super) fn ask(&mut self, ask: Ask) {
        match ask {
            Ask::Lessons => self.open = Open::Lessons,
            Ask::Help => self.open = Open::Help,
            Ask::Reset => self.open = Open::Reset,
            Ask::Undo => {
                self.session.send(ToWorker::Undo);
                self.focus += 1;
            }
            Ask::Theme => {
                self.theme = self.theme.other();
                self.theme.apply();
                self.theme.keep();
            }
        }
    }

    /// Begins with a fresh machine.
    pub(super) fn reset(&mut self) {
        self.open = Open::Nothing;
        self.view = None;
        self.session.reset();
        self.focus += 1;
    }

    /// The lesson was used.
    pub(super) fn act(&mut self, act: Act) {
        match act {
            Act::Run(lines) => {
                let tty = self.shown;
                self.running.insert(tty, lines.len());
                self.session.send(ToWorker::Run { tty, lines });
                self.tab = Pane::Terminal;
                self.focus += 1;
            }
            Act::Answer(id, at) => {
                if let Some(done) = self.done() {
                    done.quizzes.insert(id, at);
                }
                self.keep_progress();
            }
            Act::Predict(predict, at) => {
                self.asked = Some((predict.id.clone(), at));
                self.session.send(ToWorker::Predict {
                    id: predict.id,
                    script: predict.script,
                    outcomes: predict.outcomes.into_iter().map(|outcome| outcome.script).collect(),
                });
            }
            Act::Again => {
                if let Some(done) = self.done() {
                    *done = super::lesson::progress::Done::default();
                }
                self.keep_progress();
                self.watch();
            }
            Act::Previous => self.go(self.current.saturating_sub(1)),
            Act::Next => self.go(self.current + 1),
        }
    }

    /// Gives the focus to the next part of the page, or the one before.
    pub(super) fn cycle(&mut self, _: &Context<Self>, back: bool) {
        // The panes, then the bar at the top.
        let from = layout::focused();
        let to = if back { (from + 3) % 4 } else { (from + 1) % 4 };
        let Some(&pane) = Pane::ALL.get(to) else {
            layout::focus_first(".bar button");
            return;
        };
        if self.narrow {
            self.tab = pane;
        }
        match pane {
            Pane::Terminal => self.focus += 1,
            Pane::Lesson => layout::focus_soon(".lesson-scroll"),
            Pane::World => layout::focus_soon(".world-scroll"),
        }
    }
}
