//! The element that receives what is typed: an invisible text field at the cursor. Owns its listeners and
//! turns events into bytes with `keys`; where the bytes go is the caller's.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, CompositionEvent, Event, EventTarget, HtmlElement, HtmlTextAreaElement,
    InputEvent, KeyboardEvent,
};

use super::keys::{self, Mods, Press};

/// What the learner did at the keyboard.
pub enum Typed {
    /// Bytes for the machine.
    Bytes(Vec<u8>),
    /// Text from the clipboard.
    Paste(String),
    /// Copy what is selected.
    Copy,
    /// Scroll by pages.
    Scroll(i32),
}

/// The modifiers that the touch bar holds down for the next key.
pub type Sticky = Rc<Cell<bool>>;

/// Listens at `field`, and at `scroller` for keys pressed while text is selected there. `app_cursor`
/// tells the emulator's cursor key mode.
pub fn listen(
    field: &HtmlTextAreaElement,
    scroller: &HtmlElement,
    sticky: &Sticky,
    app_cursor: impl Fn() -> bool + 'static,
    typed: impl Fn(Typed) + 'static,
) -> Vec<EventListener> {
    let app_cursor: Rc<dyn Fn() -> bool> = Rc::new(app_cursor);
    let typed: Rc<dyn Fn(Typed)> = Rc::new(typed);
    let composing = Rc::new(Cell::new(false));
    let mut listeners = Vec::new();
    for target in [field.unchecked_ref::<EventTarget>(), scroller.unchecked_ref::<EventTarget>()] {
        let (field, composing, sticky) = (field.clone(), composing.clone(), sticky.clone());
        let (app_cursor, typed) = (app_cursor.clone(), typed.clone());
        let from_field = target == field.unchecked_ref::<EventTarget>();
        listeners.push(on(target, "keydown", move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            if composing.get() || event.is_composing() || event.key_code() == 229 {
                return;
            }
            // The field's events bubble up to the scroller: do not hear them twice.
            if !from_field && event.target().as_ref() == Some(field.unchecked_ref()) {
                return;
            }
            keydown(event, &field, &sticky, &app_cursor, &typed, from_field);
        }));
    }
    {
        let (field, composing, sticky, typed) =
            (field.clone(), composing.clone(), sticky.clone(), typed.clone());
        let target = field.clone();
        listeners.push(on(&target, "input", move |_| {
            if !composing.get() {
                flush(&field, &sticky, &typed);
            }
        }));
    }
    {
        let typed = typed.clone();
        listeners.push(on(field, "beforeinput", move |event| {
            let Some(input) = event.dyn_ref::<InputEvent>() else { return };
            // A phone's keyboard deletes from a field that is always empty, and no other event comes.
            let bytes: &[u8] = match input.input_type().as_str() {
                "deleteContentBackward" => b"\x7f",
                "deleteWordBackward" => b"\x17",
                "insertLineBreak" | "insertParagraph" => b"\r",
                _ => return,
            };
            if !input.is_composing() {
                event.prevent_default();
                typed(Typed::Bytes(bytes.to_vec()));
            }
        }));
    }
    {
        let (field, composing) = (field.clone(), composing.clone());
        let target = field.clone();
        listeners.push(on(&target, "compositionstart", move |_| {
            composing.set(true);
            let _ = field.class_list().add_1("composing");
        }));
    }
    {
        let (field, typed) = (field.clone(), typed.clone());
        let target = field.clone();
        listeners.push(on(&target, "compositionend", move |event| {
            composing.set(false);
            let _ = field.class_list().remove_1("composing");
            let text = event
                .dyn_ref::<CompositionEvent>()
                .and_then(CompositionEvent::data)
                .unwrap_or_default();
            field.set_value("");
            if !text.is_empty() {
                typed(Typed::Bytes(keys::typed(&text)));
            }
        }));
    }
    {
        listeners.push(on(field, "paste", move |event| {
            let Some(event) = event.dyn_ref::<ClipboardEvent>() else { return };
            event.prevent_default();
            let text = event
                .clipboard_data()
                .and_then(|data| data.get_data("text/plain").ok())
                .unwrap_or_default();
            if !text.is_empty() {
                typed(Typed::Paste(text));
            }
        }));
    }
    listeners
}

fn on(
    target: &EventTarget,
    name: &'static str,
    callback: impl FnMut(&Event) + 'static,
) -> EventListener {
    EventListener::new_with_options(
        target,
        name,
        EventListenerOptions::enable_prevent_default(),
        callback,
    )
}

fn keydown(
    event: &KeyboardEvent,
    field: &HtmlTextAreaElement,
    sticky: &Sticky,
    app_cursor: &Rc<dyn Fn() -> bool>,
    typed: &Rc<dyn Fn(Typed)>,
    from_field: bool,
) {
    let mods = Mods {
        ctrl: event.ctrl_key() || sticky.get(),
        alt: event.alt_key() && !event.get_modifier_state("AltGraph"),
        shift: event.shift_key(),
        meta: event.meta_key(),
    };
    let key = event.key();
    let press = keys::press(&key, mods, app_cursor());
    let typing = key.chars().count() == 1 && !mods.ctrl && !mods.alt && !mods.meta;
    if !from_field && (typing || matches!(press, Press::Send(_))) {
        // Text was selected and then typing went on: the field takes over, the character follows.
        let _ = field.focus();
    }
    let out = match press {
        Press::Pass => return,
        Press::Send(bytes) => Typed::Bytes(bytes),
        Press::Copy => Typed::Copy,
        Press::Scroll(pages) => Typed::Scroll(pages),
    };
    event.prevent_default();
    sticky.set(false);
    typed(out);
}

fn flush(field: &HtmlTextAreaElement, sticky: &Sticky, typed: &Rc<dyn Fn(Typed)>) {
    let text = field.value();
    field.set_value("");
    if text.is_empty() {
        return;
    }
    let mut chars = text.chars();
    if let (true, Some(c), None) = (sticky.get(), chars.next(), chars.next()) {
        sticky.set(false);
        if let Some(byte) = keys::control_byte(c) {
            typed(Typed::Bytes(vec![byte]));
            return;
        }
    }
    typed(Typed::Bytes(keys::typed(&text)));
}
