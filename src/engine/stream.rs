//! Work that tells of its progress while it goes on: a pull, a build. The messages and the result come
//! out of one handle; the work advances only while somebody asks for the next message.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

use super::Result;

/// Where work puts its messages.
pub(crate) struct Sender<M>(Rc<RefCell<VecDeque<M>>>);

impl<M> Clone for Sender<M> {
    fn clone(&self) -> Self {
        Sender(Rc::clone(&self.0))
    }
}

impl<M> Sender<M> {
    /// Tells of something.
    pub(crate) fn send(&self, message: M) {
        self.0.borrow_mut().push_back(message);
    }

    /// Tells of something before the first message that fits, or at once where that one was heard already.
    pub(crate) fn send_before(&self, fits: impl FnMut(&M) -> bool, message: M) {
        let mut queue = self.0.borrow_mut();
        let at = queue.iter().position(fits).unwrap_or(queue.len());
        queue.insert(at, message);
    }

    /// Changes what nobody has heard yet.
    pub(crate) fn amend(&self, f: impl FnMut(&mut M)) {
        self.0.borrow_mut().iter_mut().for_each(f);
    }
}

/// Work in progress. Dropping it ends the work where it is.
pub struct Progress<M, T> {
    queue: Rc<RefCell<VecDeque<M>>>,
    work: Option<Pin<Box<dyn Future<Output = Result<T>>>>>,
    result: Option<Result<T>>,
}

impl<M: 'static, T: 'static> Progress<M, T> {
    /// Work that is to be done.
    pub(crate) fn new<F>(work: impl FnOnce(Sender<M>) -> F) -> Progress<M, T>
    where
        F: Future<Output = Result<T>> + 'static,
    {
        let queue = Rc::new(RefCell::new(VecDeque::new()));
        let work = Box::pin(work(Sender(Rc::clone(&queue))));
        Progress { queue, work: Some(work), result: None }
    }

    /// The next message; `None` when the work has ended and nothing is left to tell.
    pub async fn next(&mut self) -> Option<M> {
        poll_fn(|cx| {
            if let Some(m) = self.queue.borrow_mut().pop_front() {
                return Poll::Ready(Some(m));
            }
            let Some(work) = &mut self.work else { return Poll::Ready(None) };
            match work.as_mut().poll(cx) {
                Poll::Ready(result) => {
                    self.result = Some(result);
                    self.work = None;
                    Poll::Ready(self.queue.borrow_mut().pop_front())
                }
                Poll::Pending => match self.queue.borrow_mut().pop_front() {
                    Some(m) => Poll::Ready(Some(m)),
                    None => Poll::Pending,
                },
            }
        })
        .await
    }

    /// What the work came to; waits for its end, throwing messages away.
    pub async fn result(mut self) -> Result<T> {
        while self.next().await.is_some() {}
        self.result.unwrap_or_else(|| Err(super::EngineError::interrupted()))
    }
}
