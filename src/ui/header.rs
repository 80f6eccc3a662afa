//! The bar at the top: which lesson, how the machine is, and what concerns the whole page.

use yew::prelude::{AttrValue, Callback, Html, Properties, classes, component, html};

use super::icon::{Icon, Name};
use super::theme::Theme;

/// How the machine is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// It is being started.
    Starting,
    /// The session is being played again: inputs done and in all.
    Replaying(usize, usize),
    /// It listens.
    Ready,
    /// It types the lines of a block: how many are left.
    Running(usize),
    /// It has failed for good.
    Failed,
}

/// What the bar asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// The list of lessons.
    Lessons,
    /// Take back the last command.
    Undo,
    /// Begin anew.
    Reset,
    /// The other theme.
    Theme,
    /// The help.
    Help,
}

/// What the bar needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The lesson's title.
    pub lesson: AttrValue,
    /// How the machine is.
    pub status: Status,
    /// The theme in use.
    pub theme: Theme,
    /// Something is asked for.
    pub on_ask: Callback<Ask>,
}

/// The bar.
#[component]
pub fn Header(props: &Props) -> Html {
    let ask = |what: Ask| props.on_ask.reform(move |_: yew::MouseEvent| what);
    let (class, status) = match &props.status {
        Status::Starting => ("wait", "Starting".to_owned()),
        Status::Replaying(done, total) => ("wait", format!("Replaying {done} of {total}")),
        Status::Ready => ("ready", "Ready".to_owned()),
        Status::Running(1) => ("wait", "Running".to_owned()),
        Status::Running(left) => ("wait", format!("Running, {left} lines left")),
        Status::Failed => ("failed", "Stopped".to_owned()),
    };
    let other = props.theme.other().name();
    let theme = if props.theme == Theme::Dark { Name::Sun } else { Name::Moon };
    let steady = matches!(props.status, Status::Ready | Status::Running(_));
    html! {
        <header class="bar">
            <h1 class="brand">
                <Icon name={Name::Mark} />
                <span>{ "Drydock" }</span>
            </h1>
            <button type="button" class="lesson-button" aria-haspopup="dialog" onclick={ask(Ask::Lessons)}>
                <Icon name={Name::List} />
                <span class="unseen">{ "Lessons. Open: " }</span>
                <span class="lesson-button-title">{ &props.lesson }</span>
                <Icon name={Name::Down} />
            </button>
            <p class={classes!("status", class)} role="status">
                <span class="status-dot" aria-hidden="true" />
                <span class="unseen">{ "Machine: " }</span>
                <span class="status-text">{ status }</span>
            </p>
            <div class="bar-actions">
                <button type="button" class="button bar-button" title="Take back the last command" disabled={!steady} onclick={ask(Ask::Undo)}>
                    <Icon name={Name::Undo} /><span>{ "Undo" }</span>
                </button>
                <button type="button" class="button bar-button" title="Begin with a fresh machine" onclick={ask(Ask::Reset)}>
                    <Icon name={Name::Reset} /><span>{ "Reset" }</span>
                </button>
                <button
                    type="button"
                    class="icon-button"
                    title={format!("Switch to the {other} theme")}
                    aria-label={format!("Switch to the {other} theme")}
                    onclick={ask(Ask::Theme)}
                >
                    <Icon name={theme} />
                </button>
                <button type="button" class="icon-button" title="Help and keys (F1)" aria-label="Help" onclick={ask(Ask::Help)}>
                    <Icon name={Name::Help} />
                </button>
            </div>
        </header>
    }
}
