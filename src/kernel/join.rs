//! Waiting for many futures at once.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;

use futures_util::future::{MaybeDone, maybe_done};

/// Waits for all of them; what they give is in their order. A process is woken as a whole, never one
/// of the futures it waits for, so each that is not done yet is asked again every time. (The same of
/// `futures_util` asks, above 30 of them, only those whose own waker was called: no one ever does.)
pub async fn join_all<F: Future>(all: impl IntoIterator<Item = F>) -> Vec<F::Output> {
    let mut all: Vec<MaybeDone<Pin<Box<F>>>> =
        all.into_iter().map(|f| maybe_done(Box::pin(f))).collect();
    poll_fn(|cx| {
        let mut waits = false;
        for one in &mut all {
            waits |= Pin::new(one).poll(cx).is_pending();
        }
        if waits { Poll::Pending } else { Poll::Ready(()) }
    })
    .await;
    all.iter_mut().filter_map(|one| Pin::new(one).take_output()).collect()
}
