//! The page's text editor, opened by `vi`, `vim` and `nano` in a terminal. Reading and writing the file is the
//! program's, on the simulated machine.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::{
    Callback, Html, NodeRef, Properties, component, html, use_effect_with, use_node_ref,
    use_state_eq,
};

use crate::kernel::Edit;

/// What the editor needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What is to be edited.
    pub edit: Edit,
    /// The new text, or none where nothing is to be changed.
    pub on_done: Callback<Option<String>>,
}

/// A dialog with the text; it can only be left by saving or by giving up the changes.
#[component]
pub fn Editor(props: &Props) -> Html {
    let dialog: NodeRef = use_node_ref();
    let field: NodeRef = use_node_ref();
    let asking = use_state_eq(|| false);
    let save = {
        let (field, edit, on_done) = (field.clone(), props.edit.clone(), props.on_done.clone());
        Callback::from(move |()| on_done.emit(text_of(&field, &edit.text)))
    };
    let leave = {
        let (field, edit, on_done) = (field.clone(), props.edit.clone(), props.on_done.clone());
        let asking = asking.clone();
        Callback::from(move |()| {
            let changed = text_of(&field, &edit.text).is_some_and(|text| text != edit.text);
            if changed && !*asking {
                asking.set(true);
            } else {
                on_done.emit(None);
            }
        })
    };
    // Once for each text: what was typed must outlive a change of the page's state.
    use_effect_with(props.edit.id, {
        let (dialog, field, text) = (dialog.clone(), field.clone(), props.edit.text.clone());
        move |_| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>()
                && !dialog.open()
            {
                let _ = dialog.show_modal();
            }
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                field.set_value(&text);
                let _ = field.set_selection_range(0, 0);
                let _ = field.focus();
            }
        }
    });
    use_effect_with((dialog.clone(), save.clone(), leave.clone()), |(dialog, save, leave)| {
        let options = EventListenerOptions { phase: EventListenerPhase::Bubble, passive: false };
        let listeners = dialog.cast::<HtmlDialogElement>().map(|dialog| {
            let (save, leave) = (save.clone(), leave.clone());
            let cancel =
                EventListener::new_with_options(&dialog, "cancel", options, move |event| {
                    event.prevent_default();
                    leave.emit(());
                });
            let keys = EventListener::new_with_options(&dialog, "keydown", options, move |event| {
                let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
                if (key.ctrl_key() || key.meta_key()) && key.key().eq_ignore_ascii_case("s") {
                    event.prevent_default();
                    save.emit(());
                }
            });
            (cancel, keys)
        });
        move || drop(listeners)
    });
    let on = |callback: &Callback<()>| callback.reform(|_| ());
    html! {
        <dialog ref={dialog} class="editor" aria-label={format!("Edit {}", props.edit.path)}>
            <div class="dialog-inner">
                <header><h2>{ &props.edit.path }</h2></header>
                <textarea
                    ref={field}
                    aria-label={format!("Text of {}", props.edit.path)}
                    autocapitalize="off"
                    autocomplete="off"
                    spellcheck="false"
                    wrap="off"
                />
                <div class="dialog-actions">
                    <p role="status">
                        if *asking {
                            { "The changes are not saved." }
                        } else {
                            <kbd>{ "Ctrl S" }</kbd>{ " saves and goes back to the terminal." }
                        }
                    </p>
                    <button type="button" class="button" onclick={on(&leave)}>
                        { if *asking { "Discard them" } else { "Close" } }
                    </button>
                    <button type="button" class="button primary" onclick={on(&save)}>{ "Save" }</button>
                </div>
            </div>
        </dialog>
    }
}

/// The field's text; line ends are as they were, which a field would change.
fn text_of(field: &NodeRef, old: &str) -> Option<String> {
    let text = field.cast::<HtmlTextAreaElement>()?.value();
    Some(if old.contains("\r\n") { text.replace('\n', "\r\n") } else { text })
}
