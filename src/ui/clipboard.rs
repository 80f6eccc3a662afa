//! Putting text on the clipboard.

use gloo::utils::window;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Puts `text` on the clipboard. Browsers offer this only to pages that came over a safe connection (or
/// from this machine); elsewhere the browser's own Copy still works on a selection.
pub fn copy(text: &str) {
    let navigator = window().navigator();
    let known = js_sys::Reflect::get(&navigator, &"clipboard".into());
    if known.is_ok_and(|clipboard| clipboard.is_object()) {
        let written = navigator.clipboard().write_text(text);
        spawn_local(async move {
            if JsFuture::from(written).await.is_err() {
                gloo::console::warn!("the browser did not let the page write to the clipboard");
            }
        });
    }
}
