//! The list of lessons, in a dialog.

use std::rc::Rc;

use yew::prelude::{Callback, Html, Properties, classes, component, html};

use super::progress::Progress;
use crate::lesson::Lesson;
use crate::ui::dialog::Dialog;
use crate::ui::icon::{Icon, Name};

/// What the list needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The lessons.
    pub lessons: Rc<Vec<Rc<Lesson>>>,
    /// The one that is open.
    pub current: usize,
    /// What is done.
    pub progress: Progress,
    /// One was chosen.
    pub on_pick: Callback<usize>,
    /// The list was closed.
    pub on_close: Callback<()>,
}

/// The list.
#[component]
pub fn Picker(props: &Props) -> Html {
    html! {
        <Dialog title="Lessons" class="picker" on_close={props.on_close.clone()}>
            <ol>
                { for props.lessons.iter().enumerate().map(|(at, lesson)| {
                    let (done, total) = props
                        .progress
                        .lessons
                        .get(&lesson.id)
                        .map_or((0, lesson.checks().count()), |done| done.count(lesson));
                    let all = total > 0 && done == total;
                    let current = at == props.current;
                    html! {
                        <li key={lesson.id.clone()}>
                            <button
                                type="button"
                                class={classes!("picker-lesson", current.then_some("current"), all.then_some("done"))}
                                aria-current={current.then_some("true")}
                                onclick={props.on_pick.reform(move |_| at)}
                            >
                                <span class="picker-number">
                                    if all {
                                        <Icon name={Name::Check} />
                                    } else {
                                        { at + 1 }
                                    }
                                </span>
                                <span class="picker-text">
                                    <strong>{ &lesson.title }</strong>
                                    <span>{ &lesson.summary }</span>
                                </span>
                                <span class="picker-count">
                                    { format!("{done}/{total}") }
                                    <span class="unseen">{ " checks done" }</span>
                                </span>
                            </button>
                        </li>
                    }
                }) }
            </ol>
        </Dialog>
    }
}
