//! What is gone, by which command, and why.

use yew::prelude::{Html, classes, html};

use super::words;
use crate::ui::icon::{Icon, Name};
use crate::world::view::Loss;

/// The list, newest first, in a part of the pane that stays in sight.
pub fn list(losses: &[Loss], fresh: Option<u64>) -> Html {
    let files: u64 = losses.iter().map(|loss| loss.files.total).sum();
    html! {
        <section class={classes!("losses", losses.is_empty().then_some("none"))} aria-labelledby="losses-title">
            <h2 id="losses-title">
                <Icon name={Name::Cross} />
                { "Lost" }
                <span class="section-count">
                    { if losses.is_empty() { "nothing so far".to_owned() } else { words::count(files, "file") } }
                </span>
            </h2>
            <ol aria-live="polite">
                { for losses.iter().map(|loss| row(loss, fresh == Some(loss.id))) }
            </ol>
        </section>
    }
}

fn row(loss: &Loss, fresh: bool) -> Html {
    let hidden = loss.files.total.saturating_sub(loss.files.shown.len().min(4) as u64);
    html! {
        <li key={loss.id.to_string()} class={classes!("loss", words::class(loss.home), fresh.then_some("fresh"))}>
            <p class="loss-cause">
                <code>{ &loss.cause }</code>
                <time>{ words::clock(loss.at) }</time>
            </p>
            <p class="loss-files">
                { for loss.files.shown.iter().take(4).map(|file| html! {
                    <span class="loss-file" title={file.path.clone()}>{ &file.path }</span>
                }) }
                if hidden > 0 {
                    <span class="loss-more">{ format!("and {hidden} more") }</span>
                }
            </p>
            <p class="loss-why">
                <span class="loss-home">{ words::home(loss.home) }</span>
                { " · " }{ &loss.object }{ ". " }{ &loss.note }
            </p>
        </li>
    }
}
