//! What the session does with the worker's words. Sending is `session`'s own.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;

use super::{Inner, News, now};
use crate::protocol::FromWorker;

/// Deals with what the worker said: output goes to the terminals, inputs into the log, the rest to the page.
pub(super) fn hear(inner: &Rc<RefCell<Inner>>, message: FromWorker) {
    inner.borrow_mut().heard_at = now();
    // Sinks call back into the session: no borrow may be held while they run.
    match message {
        FromWorker::Loaded => {
            if !inner.borrow().loaded {
                inner.borrow_mut().loaded();
            }
        }
        FromWorker::Output { tty, data } => {
            let sink = inner.borrow().sinks.get(&tty).cloned();
            match sink {
                Some(sink) => sink.output(&data),
                None => inner.borrow_mut().early.entry(tty).or_default().extend(data),
            }
        }
        FromWorker::Size { tty, cols, rows } => {
            let sink = inner.borrow().sinks.get(&tty).cloned();
            if let Some(sink) = sink {
                sink.size(cols, rows);
            }
        }
        FromWorker::Logged { entries } => inner.borrow_mut().logged(entries),
        FromWorker::Pong { .. } => {
            if !inner.borrow().loaded {
                inner.borrow_mut().loaded();
            }
        }
        FromWorker::Died { message } => {
            // Later: the listener that runs now goes away with the worker.
            let inner = inner.clone();
            let number = inner.borrow().worker;
            Timeout::new(0, move || {
                let mut inner = inner.borrow_mut();
                if inner.worker == number {
                    inner.died(message);
                }
            })
            .forget();
        }
        FromWorker::Begin { entries } => {
            let sinks: Vec<_> = {
                let mut inner = inner.borrow_mut();
                inner.entries = entries.clone();
                inner.ready = false;
                inner.early.clear();
                inner.save();
                inner.sinks.values().cloned().collect()
            };
            for sink in sinks {
                sink.clear();
            }
            let news = inner.borrow().news.clone();
            news.emit(News::Said(FromWorker::Begin { entries }));
        }
        FromWorker::Ready => {
            let sinks: Vec<_> = {
                let mut inner = inner.borrow_mut();
                inner.ready = true;
                inner.sinks.values().cloned().collect()
            };
            for sink in sinks {
                sink.ready();
            }
            let news = inner.borrow().news.clone();
            news.emit(News::Said(FromWorker::Ready));
        }
        other => {
            let news = inner.borrow().news.clone();
            news.emit(News::Said(other));
        }
    }
}
