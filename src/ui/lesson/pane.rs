//! The lesson pane: a lesson from its title to the way to the next one.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::{
    Callback, Html, NodeRef, Properties, classes, component, html, use_effect_with, use_node_ref,
};

use super::block;
use super::progress::Done;
use super::quiz::inline;
use crate::lesson::{Block, Check, Lesson, Level, Predict};
use crate::ui::icon::{Icon, Name};

/// What the learner does in a lesson.
#[derive(Clone, PartialEq)]
pub enum Act {
    /// Type these lines into the terminal.
    Run(Vec<String>),
    /// A quiz was answered.
    Answer(String, usize),
    /// An outcome was foreseen.
    Predict(Predict, usize),
    /// Forget what was done in this lesson.
    Again,
    /// Go to the lesson before.
    Previous,
    /// Go to the next lesson.
    Next,
}

/// What the pane needs.
#[derive(PartialEq, Properties)]
pub struct LessonProps {
    /// The lesson.
    pub lesson: Rc<Lesson>,
    /// What of it is done.
    pub done: Done,
    /// Its place among the lessons, and how many there are.
    pub place: (usize, usize),
    /// The prediction that is being tried out, and the outcome foreseen.
    pub asked: Option<(String, usize)>,
    /// Whether lines are being typed into the terminal.
    pub busy: bool,
    /// The title of the next lesson.
    pub next: Option<String>,
    /// The learner does something.
    pub on_act: Callback<Act>,
}

/// The pane.
#[component]
pub fn LessonPane(props: &LessonProps) -> Html {
    let top: NodeRef = use_node_ref();
    // Another lesson begins at its top.
    use_effect_with((props.lesson.id.clone(), top.clone()), |(_, top)| {
        if let Some(top) = top.cast::<Element>() {
            top.set_scroll_top(0);
        }
    });
    let lesson = &props.lesson;
    let (done, total) = props.done.count(lesson);
    let (place, count) = props.place;
    let open = props.done.open_checks(lesson).first().map(|check| check.id.clone());
    let level = match lesson.level {
        Level::Start => "no knowledge needed",
        Level::Next => "builds on the ones before",
        Level::Deep => "in detail",
    };
    html! {
        <div class="lesson-scroll" ref={top} tabindex="0" role="group" aria-label="Lesson text">
            <article class="lesson">
                <header class="lesson-head">
                    <p class="lesson-place">
                        { format!("Lesson {} of {count} · {} min · {level}", place + 1, lesson.minutes) }
                    </p>
                    <h1>{ &lesson.title }</h1>
                    if !lesson.summary.is_empty() {
                        <p class="lesson-summary">{ &lesson.summary }</p>
                    }
                    if total > 0 {
                        <div
                            class="meter"
                            role="progressbar"
                            aria-label="Checks done"
                            aria-valuemin="0"
                            aria-valuemax={total.to_string()}
                            aria-valuenow={done.to_string()}
                            aria-valuetext={format!("{done} of {total} checks done")}
                        >
                            <span style={format!("inline-size:{}%", done * 100 / total)} />
                        </div>
                    }
                </header>
                { for lesson.sections.iter().map(|section| {
                    let checks: Vec<&Check> = section.checks().collect();
                    let now = checks.iter().any(|check| Some(&check.id) == open.as_ref());
                    let first = section.blocks.iter().position(|b| matches!(b, Block::Check(_)));
                    html! {
                        <section key={section.id.clone()} class="lesson-section">
                            if let Some(title) = &section.title {
                                <h2 id={section.id.clone()}>{ inline(title) }</h2>
                            }
                            { for section.blocks.iter().enumerate().map(|(at, block)| {
                                let key = format!("{}-{}-{at}", lesson.id, section.id);
                                if Some(at) == first {
                                    block::task(props, key, &checks, now)
                                } else {
                                    block::view(props, key, block)
                                }
                            }) }
                        </section>
                    }
                }) }
                <footer class={classes!("lesson-foot", (total > 0 && done == total).then_some("done"))}>
                    if total > 0 && done == total {
                        <p class="lesson-done" role="status">
                            <Icon name={Name::Check} />{ "All checks of this lesson are done." }
                        </p>
                    }
                    <div class="lesson-ways">
                        <button
                            type="button"
                            class="button"
                            disabled={place == 0}
                            onclick={props.on_act.reform(|_| Act::Previous)}
                        >
                            <Icon name={Name::Left} />{ "Previous" }
                        </button>
                        <button
                            type="button"
                            class="button quiet"
                            title="Forget what was done in this lesson"
                            onclick={props.on_act.reform(|_| Act::Again)}
                        >
                            { "Start over" }
                        </button>
                        if let Some(next) = &props.next {
                            <button
                                type="button"
                                class="button primary next"
                                onclick={props.on_act.reform(|_| Act::Next)}
                            >
                                <span>{ "Next: " }{ next }</span><Icon name={Name::Right} />
                            </button>
                        }
                    </div>
                </footer>
            </article>
        </div>
    }
}
