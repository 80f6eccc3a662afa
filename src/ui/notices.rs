//! What the page has to say that belongs to no pane: in a corner, until it is put away.

use yew::prelude::{Callback, Html, Properties, classes, component, html};

use super::icon::{Icon, Name};

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

/// The notices.
#[component]
pub fn Notices(props: &Props) -> Html {
    html! {
        <div class="notices" role="status" aria-live="polite">
            { for props.notices.iter().map(|notice| {
                let id = notice.id;
                html! {
                    <div key={id} class={classes!("notice", notice.wrong.then_some("wrong"))}>
                        <p>{ &notice.text }</p>
                        if let Some(action) = notice.action {
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
            }) }
        </div>
    }
}
