//! A block of commands: run it whole, run one command of it, or copy it.

use yew::prelude::{
    AttrValue, Callback, Html, Properties, classes, component, html, use_memo, use_state,
};

use super::steps::{Step, steps};
use crate::ui::clipboard;
use crate::ui::icon::{Icon, Name};

/// What a block needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The block as written.
    pub shown: AttrValue,
    /// What is to be typed.
    pub script: AttrValue,
    /// Whether the terminal is busy with lines of a block.
    pub busy: bool,
    /// Lines to type into the terminal.
    pub on_run: Callback<Vec<String>>,
}

fn lines(text: &str) -> Vec<String> {
    text.trim_end().lines().map(str::to_owned).collect()
}

/// The block.
#[component]
pub fn Shell(props: &Props) -> Html {
    // Whether copying worked, while that is shown.
    let copied = use_state(|| None::<bool>);
    let parts = use_memo((props.shown.clone(), props.script.clone()), |(shown, script)| {
        steps(shown, script)
    });
    let commands = parts.iter().filter(|step| matches!(step, Step::Command(_))).count();
    let script = props.script.clone();
    let run_all = props.on_run.reform(move |_: yew::MouseEvent| lines(&script));
    let script = props.script.clone();
    let copy = {
        let copied = copied.clone();
        Callback::from(move |_: yew::MouseEvent| {
            let copied = copied.clone();
            let told = Callback::from(move |worked: bool| {
                copied.set(Some(worked));
                let copied = copied.clone();
                gloo::timers::callback::Timeout::new(1_600, move || copied.set(None)).forget();
            });
            clipboard::copy(script.trim_end(), told);
        })
    };
    html! {
        <div class="shell" role="group" aria-label="Commands">
            <div class="shell-lines">
                { for parts.iter().map(|step| match step {
                    Step::Other(text) => html! { <pre class="shell-other">{ text }</pre> },
                    Step::Command(text) => {
                        let name = format!("Run: {text}");
                        let line = text.clone();
                        html! {
                            <div class="shell-step">
                                <button
                                    type="button"
                                    class={classes!("shell-run", (commands == 1).then_some("only"))}
                                    title="Run this command"
                                    aria-label={name}
                                    disabled={props.busy}
                                    onclick={props.on_run.reform(move |_| lines(&line))}
                                >
                                    <Icon name={Name::Run} />
                                </button>
                                <pre><code>{ text }</code></pre>
                            </div>
                        }
                    }
                }) }
            </div>
            <div class="shell-actions">
                <button type="button" class="button small" onclick={copy}>
                    <Icon name={if *copied == Some(true) { Name::Check } else { Name::Copy }} />
                    { match *copied {
                        None => "Copy",
                        Some(true) => "Copied",
                        Some(false) => "Not allowed here",
                    } }
                </button>
                <button
                    type="button"
                    class="button small primary"
                    disabled={props.busy}
                    onclick={run_all}
                >
                    <Icon name={Name::Run} />
                    { "Run" }
                </button>
            </div>
        </div>
    }
}
