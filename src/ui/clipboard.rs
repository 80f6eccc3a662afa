//! Putting text on the clipboard.

use gloo::utils::{document, window};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlTextAreaElement;
use yew::Callback;

/// Puts `text` on the clipboard, and says whether that worked. Browsers offer the clipboard only to pages that
/// came over a safe connection or from this machine; elsewhere the old way may still work.
pub fn copy(text: &str, done: Callback<bool>) {
    let navigator = window().navigator();
    let known = Reflect::get(&navigator, &"clipboard".into());
    if known.is_ok_and(|clipboard| clipboard.is_object()) {
        let written = navigator.clipboard().write_text(text);
        spawn_local(async move { done.emit(JsFuture::from(written).await.is_ok()) });
    } else {
        done.emit(copy_by_selection(text).unwrap_or(false));
    }
}

/// Selects the text in a field made for that, and asks the document to copy what is selected.
fn copy_by_selection(text: &str) -> Result<bool, JsValue> {
    let document = document();
    let had_focus = document.active_element();
    let field: HtmlTextAreaElement = document.create_element("textarea")?.unchecked_into();
    field.set_value(text);
    field.set_class_name("unseen");
    if let Some(body) = document.body() {
        body.append_child(&field)?;
    }
    field.select();
    let command = Reflect::get(&document, &"execCommand".into())?;
    let copied = command
        .dyn_ref::<Function>()
        .map(|command| command.call1(&document, &"copy".into()))
        .transpose()?
        .is_some_and(|copied| copied.is_truthy());
    field.remove();
    if let Some(element) = had_focus.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        element.focus()?;
    }
    Ok(copied)
}
