//! true and false: a status and nothing else.

use super::Cx;

/// `true`.
pub async fn yes(_cx: &mut Cx) -> i32 {
    0
}

/// `false`.
pub async fn no(_cx: &mut Cx) -> i32 {
    1
}
