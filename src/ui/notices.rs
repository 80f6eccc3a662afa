//! What the page has to say that belongs to no pane: in a corner, until it is put away.

use gloo::timers::callback::Timeout;
use yew::prelude::{Callback, Html, Properties, classes, component, html, use_effect_with};

use super::icon::{Icon, Name};

/// How long a notice stays that is only for information, in milliseconds.
const SHOWN: u32 = 7_000;

/// One thing to say.
#[derive(Clone, PartialEq)]
pub struct Notice {
    /// Unlike any other's.
    pub id: u32,
    /// Whether something went wrong.
    pub wrong: bool,
    /// The text.
    pub text: String,
    /// What can be done about it.
    pub action: Option<Action>,
}

/// Something that a notice offers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Begin anew with an empty machine.
    Reset,
    /// Start the machine again.
    Retry,
}

/// What the list needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The notices, the oldest first.
    pub notices: Vec<Notice>,
    /// One was put away.
    pub on_close: Callback<u32>,
    /// One's offer was taken.
    pub on_action: Callback<(u32, Action)>,
}

#[derive(PartialEq, Properties)]
struct ItemProps {
    notice: Notice,
    on_close: Callback<u32>,
    on_action: Callback<(u32, Action)>,
}

/// One notice. What is only for information goes away by itself.
#[component]
fn Item(props: &ItemProps) -> Html {
    let Notice { id, wrong, text, action } = &props.notice;
    let (id, wrong) = (*id, *wrong);
    use_effect_with((id, props.on_close.clone()), move |(id, on_close)| {
        let (id, on_close) = (*id, on_close.clone());
        let timer = (!wrong).then(|| Timeout::new(SHOWN, move || on_close.emit(id)));
        move || drop(timer)
    });
    html! {
        <div class={classes!("notice", wrong.then_some("wrong"))}>
            <p>{ text }</p>
            if let Some(action) = *action {
                <button
                    type="button"
                    class="button"
                    onclick={props.on_action.reform(move |_| (id, action))}
                >
                    { match action {
                        Action::Reset => "Reset the machine",
                        Action::Retry => "Try again",
                    } }
                </button>
            }
            <button
                type="button"
                class="icon-button"
                aria-label="Close this message"
                onclick={props.on_close.reform(move |_| id)}
            >
                <Icon name={Name::Cross} />
            </button>
        </div>
    }
}

/// The notices.
#[component]
pub fn Notices(props: &Props) -> Html {
    html! {
        <div class="notices" role="status" aria-live="polite">
            { for props.notices.iter().map(|notice| html! {
                <Item
                    key={notice.id}
                    notice={notice.clone()}
                    on_close={props.on_close.clone()}
                    on_action={props.on_action.clone()}
                />
            }) }
        </div>
    }
}
