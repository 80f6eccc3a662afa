//! The row of keys that a phone's keyboard lacks.

use yew::prelude::{Callback, Html, Properties, classes, component, html};

/// What the bar needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Whether Control is held for the next key.
    pub ctrl: bool,
    /// Control was pressed or released.
    pub on_ctrl: Callback<()>,
    /// A key was pressed, by its `KeyboardEvent.key`; true with Control.
    pub on_key: Callback<(&'static str, bool)>,
}

/// Name for the ear, label, key, with Control.
const KEYS: &[(&str, &str, &str, bool)] = &[
    ("Tab", "Tab", "Tab", false),
    ("Esc (Escape)", "Esc", "Escape", false),
    ("^C (Control C)", "^C", "c", true),
    ("Arrow up", "↑", "ArrowUp", false),
    ("Arrow down", "↓", "ArrowDown", false),
    ("Arrow left", "←", "ArrowLeft", false),
    ("Arrow right", "→", "ArrowRight", false),
    ("Slash", "/", "/", false),
    ("Minus", "-", "-", false),
    ("Pipe", "|", "|", false),
];

/// The bar. Its buttons keep the focus where it is, so that the phone's keyboard stays up.
#[component]
pub fn TouchBar(props: &Props) -> Html {
    let hold = Callback::from(|event: yew::PointerEvent| event.prevent_default());
    let on_ctrl = props.on_ctrl.reform(|_: yew::MouseEvent| ());
    html! {
        <div class="touch-bar" role="toolbar" aria-label="Terminal keys">
            <button
                type="button"
                class={classes!(props.ctrl.then_some("held"))}
                aria-label="Ctrl (Control)"
                aria-pressed={props.ctrl.to_string()}
                onpointerdown={hold.clone()}
                onclick={on_ctrl}
            >
                { "Ctrl" }
            </button>
            { for KEYS.iter().map(|&(name, label, key, ctrl)| {
                let onclick = props.on_key.reform(move |_: yew::MouseEvent| (key, ctrl));
                html! {
                    <button
                        type="button"
                        aria-label={name}
                        onpointerdown={hold.clone()}
                        {onclick}
                    >
                        { label }
                    </button>
                }
            }) }
        </div>
    }
}
