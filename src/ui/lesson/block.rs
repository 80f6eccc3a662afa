//! One piece of a lesson.

use yew::prelude::{Html, classes, html};

use super::pane::{Act, LessonProps};
use super::predict::{Answer, Predict};
use super::quiz::{Quiz, inline};
use super::shell::Shell;
use crate::lesson::{Block, Check};
use crate::ui::icon::{Icon, Name};

/// The piece, by its place in the section as key.
pub fn view(props: &LessonProps, key: String, block: &Block) -> Html {
    let run = props.on_act.reform(Act::Run);
    match block {
        Block::Prose { html } => html! { <div {key} class="prose">{ inline(html) }</div> },
        Block::Shell(shell) => html! {
            <Shell
                {key}
                shown={shell.shown.clone()}
                script={shell.script.clone()}
                busy={props.busy}
                on_run={run}
            />
        },
        // A section's checks stand together, where the first of them is.
        Block::Check(_) => html! {},
        Block::Hint(hint) => html! {
            <details {key} class="more">
                <summary>
                    <Icon name={Name::Bulb} />
                    <span>
                        { "Hint" }
                        if !hint.title.is_empty() {
                            { ": " }{ inline(&hint.title) }
                        }
                    </span>
                </summary>
                <div class="prose">{ inline(&hint.html) }</div>
            </details>
        },
        Block::Solution(solution) => html! {
            <details {key} class="more">
                <summary><Icon name={Name::Check} /><span>{ "Solution" }</span></summary>
                <Shell
                    shown={solution.script.clone()}
                    script={solution.script.clone()}
                    busy={props.busy}
                    on_run={run}
                />
            </details>
        },
        Block::Quiz(quiz) => {
            let id = quiz.id.clone();
            html! {
                <Quiz
                    {key}
                    quiz={quiz.clone()}
                    given={props.done.quizzes.get(&quiz.id).copied()}
                    on_answer={props.on_act.reform(move |at| Act::Answer(id.clone(), at))}
                />
            }
        }
        Block::Predict(predict) => {
            let answer = match (&props.asked, props.done.predictions.get(&predict.id)) {
                (Some((id, at)), _) if *id == predict.id => Answer::Asked(*at),
                (_, Some((at, came))) => Answer::Told(*at, came.clone()),
                _ => Answer::None,
            };
            let question = predict.clone();
            html! {
                <Predict
                    {key}
                    predict={predict.clone()}
                    {answer}
                    on_answer={props.on_act.reform(move |at| Act::Predict(question.clone(), at))}
                />
            }
        }
    }
}

/// A section's checks, as its task.
pub fn task(props: &LessonProps, key: String, checks: &[&Check], open: bool) -> Html {
    let done = checks.iter().filter(|check| props.done.checks.contains(&check.id)).count();
    let all = done == checks.len();
    html! {
        <div {key} class={classes!("task", all.then_some("done"), open.then_some("open"))} role="group" aria-label="Task">
            <header>
                <span class="task-name">{ if all { "Task done" } else { "Task" } }</span>
                <span class="task-count">{ format!("{done} of {}", checks.len()) }</span>
            </header>
            <ul>
                { for checks.iter().map(|check| {
                    let held = props.done.checks.contains(&check.id);
                    html! {
                        <li key={check.id.clone()} class={classes!(held.then_some("done"))}>
                            <Icon name={if held { Name::Check } else { Name::Circle }} />
                            <span>{ inline(&check.title) }</span>
                            <span class="unseen">{ if held { " (done)" } else { " (not done yet)" } }</span>
                        </li>
                    }
                }) }
            </ul>
        </div>
    }
}
