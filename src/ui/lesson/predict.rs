//! A question that the world answers: the learner says what will come of a command, and the command is run
//! on a copy of the machine.

use yew::prelude::{Callback, Html, Properties, classes, component, html};

use super::quiz::inline;
use crate::lesson::Predict as Question;
use crate::ui::icon::{Icon, Name};

/// How far a prediction is.
#[derive(Clone, PartialEq, Eq)]
pub enum Answer {
    /// Nothing was foreseen yet.
    None,
    /// The copy is being asked.
    Asked(usize),
    /// What was foreseen, and which outcomes came true.
    Told(usize, Vec<bool>),
}

/// What a prediction needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The question.
    pub predict: Question,
    /// How far it is.
    pub answer: Answer,
    /// An outcome was foreseen.
    pub on_answer: Callback<usize>,
}

/// The prediction.
#[component]
pub fn Predict(props: &Props) -> Html {
    let predict = &props.predict;
    let name = format!("predict-{}", predict.id);
    let (given, told) = match &props.answer {
        Answer::None => (None, None),
        Answer::Asked(at) => (Some(*at), None),
        Answer::Told(at, came) => (Some(*at), Some(came)),
    };
    let came = |at: usize| told.is_some_and(|came| came.get(at) == Some(&true));
    // Where no outcome came true the machine was not where the question has it: nobody was wrong.
    let told = told.filter(|came| came.contains(&true));
    html! {
        <fieldset class="question predict">
            <legend><span class="question-kind">{ "Predict" }</span><span>{ inline(&predict.question) }</span></legend>
            <pre class="predict-script"><code>{ predict.script.trim_end() }</code></pre>
            { for predict.outcomes.iter().enumerate().map(|(at, outcome)| {
                let chosen = given == Some(at);
                let verdict = match (told.is_some(), chosen, came(at)) {
                    (true, _, true) => Some("right"),
                    (true, true, false) => Some("wrong"),
                    _ => None,
                };
                html! {
                    <label class={classes!("choice", verdict)}>
                        <input
                            type="radio"
                            name={name.clone()}
                            checked={chosen}
                            disabled={matches!(props.answer, Answer::Asked(_))}
                            onchange={props.on_answer.reform(move |_| at)}
                        />
                        <span class="choice-text">{ inline(&outcome.text) }</span>
                        if told.is_some() && came(at) {
                            <span class="choice-verdict">
                                <Icon name={Name::Check} />{ "This is what happens" }
                            </span>
                        } else if told.is_some() && chosen {
                            <span class="choice-verdict">
                                <Icon name={Name::Cross} />{ "This does not happen" }
                            </span>
                        }
                    </label>
                }
            }) }
            <div class="question-why" role="status">
                { match &props.answer {
                    Answer::None => html! {},
                    Answer::Asked(_) => html! { <p>{ "Trying it on a copy of your machine…" }</p> },
                    Answer::Told(at, came) if !came.contains(&true) => {
                        let at = *at;
                        html! {
                            <p>
                                { "Nothing of this happened on a copy of your machine as it is now. Is the \
                                   step before done? " }
                                <button
                                    type="button"
                                    class="button small"
                                    onclick={props.on_answer.reform(move |_| at)}
                                >
                                    { "Try again" }
                                </button>
                            </p>
                        }
                    }
                    Answer::Told(..) => html! {
                        <p>{ "Tried on a copy of your machine; yours is as it was." }</p>
                    },
                } }
            </div>
        </fieldset>
    }
}
