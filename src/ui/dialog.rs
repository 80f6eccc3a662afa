//! A dialog: the browser's own, which keeps the focus inside and closes on Escape.

use gloo::events::EventListener;
use web_sys::{HtmlDialogElement, MouseEvent};
use yew::prelude::{
    AttrValue, Callback, Children, Html, NodeRef, Properties, component, html, use_effect_with,
    use_node_ref,
};

use super::icon::{Icon, Name};

/// What a dialog needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Its heading.
    pub title: AttrValue,
    /// A class for its looks.
    pub class: AttrValue,
    /// It was closed.
    pub on_close: Callback<()>,
    /// What is in it.
    pub children: Children,
}

/// A dialog that is open for as long as it is there.
#[component]
pub fn Dialog(props: &Props) -> Html {
    let node: NodeRef = use_node_ref();
    use_effect_with((node.clone(), props.on_close.clone()), |(node, on_close)| {
        let dialog = node.cast::<HtmlDialogElement>();
        let closed = dialog.as_ref().map(|dialog| {
            if !dialog.open() {
                let _ = dialog.show_modal();
            }
            let on_close = on_close.clone();
            EventListener::new(dialog, "close", move |_| on_close.emit(()))
        });
        move || drop(closed)
    });
    let close = {
        let node = node.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    // A press on the dialog itself, and not on what is in it, is one on the backdrop.
    let outside = {
        let node = node.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>()
                && event.target().as_ref() == Some(dialog.as_ref())
            {
                dialog.close();
            }
        })
    };
    html! {
        <dialog
            ref={node}
            class={props.class.clone()}
            aria-label={props.title.clone()}
            onclick={outside}
        >
            <div class="dialog-inner">
                <header>
                    <h2>{ props.title.clone() }</h2>
                    <button type="button" class="icon-button" aria-label="Close" onclick={close}>
                        <Icon name={Name::Cross} />
                    </button>
                </header>
                { props.children.clone() }
            </div>
        </dialog>
    }
}
