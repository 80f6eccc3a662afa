//! unshare and nsenter: namespaces here are made by the engine alone, and these say so.

use crate::coreutils::Cx;

/// `unshare`.
pub async fn unshare(cx: &mut Cx) -> i32 {
    cx.err("Drydock does not simulate new namespaces by hand: docker run makes them").await;
    1
}

/// `nsenter`.
pub async fn nsenter(cx: &mut Cx) -> i32 {
    cx.err("Drydock does not simulate entering namespaces by hand: docker exec does it").await;
    1
}
