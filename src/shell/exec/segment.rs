//! Deep recursion without deep stacks. A future that runs a command within a command within a
//! command is polled through all of them, each taking native stack. Every few levels the rest is put
//! into a future of its own, and only the innermost one is polled: what is below waits for it.

use std::cell::RefCell;
use std::future::poll_fn;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use crate::shell::state::Shell;

type Segment = Pin<Box<dyn Future<Output = ()>>>;

/// Where a new segment is left for the driver to find.
#[derive(Clone, Default)]
pub(crate) struct Segments(Rc<RefCell<Option<Segment>>>);

struct Driver {
    stack: Vec<Segment>,
    new: Segments,
}

impl Future for Driver {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        loop {
            let Some(top) = self.stack.last_mut() else { return Poll::Ready(()) };
            match top.as_mut().poll(cx) {
                Poll::Ready(()) => {
                    self.stack.pop();
                }
                Poll::Pending => {
                    let new = self.new.0.borrow_mut().take();
                    match new {
                        Some(segment) => self.stack.push(segment),
                        None => return Poll::Pending,
                    }
                }
            }
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The innermost first: each holds only its own share of nested futures.
        while self.stack.pop().is_some() {}
    }
}

/// Runs a shell's main future and the segments that it makes.
pub(crate) async fn drive<F>(new: Segments, main: F) -> i32
where
    F: Future<Output = i32> + 'static,
{
    let slot = Rc::new(RefCell::new(None));
    let result = slot.clone();
    let first: Segment = Box::pin(async move {
        let status = main.await;
        *result.borrow_mut() = Some(status);
    });
    Driver { stack: vec![first], new }.await;
    slot.borrow_mut().take().unwrap_or(1)
}

impl Shell {
    /// Runs something with this shell in a segment of its own.
    pub(super) async fn in_segment<R, F, B>(&mut self, body: B) -> R
    where
        R: 'static,
        F: Future<Output = (Shell, R)> + 'static,
        B: FnOnce(Shell) -> F,
    {
        let stand_in = Shell::bare(self.p.clone(), self.dialect);
        let me = std::mem::replace(self, stand_in);
        let segments = me.segments.clone();
        let slot = Rc::new(RefCell::new(None));
        let result = slot.clone();
        let future = body(me);
        let segment: Segment = Box::pin(async move {
            let done = future.await;
            *result.borrow_mut() = Some(done);
        });
        *segments.0.borrow_mut() = Some(segment);
        let (shell, value) = poll_fn(|_| match slot.borrow_mut().take() {
            Some(done) => Poll::Ready(done),
            None => Poll::Pending,
        })
        .await;
        *self = shell;
        value
    }
}
