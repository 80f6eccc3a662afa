//! A question with authored answers.

use yew::prelude::{Callback, Html, Properties, classes, component, html};

use crate::lesson::Quiz as Question;
use crate::ui::icon::{Icon, Name};

/// What a quiz needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The question.
    pub quiz: Question,
    /// The answer given, by its place.
    pub given: Option<usize>,
    /// An answer was chosen.
    pub on_answer: Callback<usize>,
}

/// HTML that the lesson's reader has made safe.
pub fn inline(text: &str) -> Html {
    Html::from_html_unchecked(text.to_owned().into())
}

/// The quiz.
#[component]
pub fn Quiz(props: &Props) -> Html {
    let quiz = &props.quiz;
    let name = format!("quiz-{}", quiz.id);
    html! {
        <fieldset class="question">
            <legend><span class="question-kind">{ "Quiz" }</span><span>{ inline(&quiz.question) }</span></legend>
            { for quiz.choices.iter().enumerate().map(|(at, choice)| {
                let chosen = props.given == Some(at);
                let verdict = chosen.then_some(if choice.correct { "right" } else { "wrong" });
                html! {
                    <label class={classes!("choice", verdict)}>
                        <input
                            type="radio"
                            name={name.clone()}
                            checked={chosen}
                            onchange={props.on_answer.reform(move |_| at)}
                        />
                        <span class="choice-text">{ inline(&choice.text) }</span>
                        if chosen {
                            <span class="choice-verdict">
                                <Icon name={if choice.correct { Name::Check } else { Name::Cross }} />
                                { if choice.correct { "Right" } else { "Not so" } }
                            </span>
                        }
                    </label>
                }
            }) }
            <div class="question-why" role="status">
                if let Some(choice) = props.given.and_then(|at| quiz.choices.get(at)) {
                    if !choice.why.is_empty() {
                        <p>{ inline(&choice.why) }</p>
                    }
                }
            </div>
        </fieldset>
    }
}
