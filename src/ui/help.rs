//! The help dialog: what the page is, and its keys.

use yew::prelude::{Callback, Html, Properties, component, html};

use super::dialog::Dialog;

/// What the dialog needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// It was closed.
    pub on_close: Callback<()>,
}

const KEYS: &[(&str, &str)] = &[
    ("F6, Shift F6", "to the next or previous part of the page; also the way out of the terminal"),
    ("F1", "this help"),
    ("Tab", "in the terminal: completes names, as bash does"),
    ("Ctrl C", "in the terminal: interrupts, always; it never copies"),
    ("Ctrl Shift C, Ctrl Insert", "copies the selected text"),
    ("Ctrl V, Ctrl Shift V", "pastes"),
    ("Ctrl S", "in the editor that vi and nano open: saves the file"),
    ("Ctrl R", "searches the history of commands"),
    ("Alt Backspace", "deletes a word (Ctrl W closes the tab in most browsers)"),
    ("Shift Page Up, Shift Page Down", "scrolls the terminal"),
    ("Arrow keys, Home, End", "on the bar between two panes: resize them"),
];

/// The help.
#[component]
pub fn Help(props: &Props) -> Html {
    html! {
        <Dialog title="Help" class="help" on_close={props.on_close.clone()}>
            <p>
                { "Drydock is a simulated Docker host. It runs in this tab alone: nothing is installed, \
                   nothing is sent anywhere, and nothing you type can break anything but the simulation. \
                   Your session is kept in this browser; " }
                <strong>{ "Undo" }</strong>
                { " takes back the last command, " }
                <strong>{ "Reset" }</strong>
                { " begins with a fresh machine." }
            </p>
            <h3>{ "Keys" }</h3>
            <dl class="keys">
                { for KEYS.iter().map(|(keys, what)| html! {
                    <div>
                        <dt>
                            { for keys.split(", ").map(|key| html! { <kbd>{ key }</kbd> }) }
                        </dt>
                        <dd>{ *what }</dd>
                    </div>
                }) }
            </dl>
            <h3>{ "Where files live" }</h3>
            <p>
                { "The right-hand pane shows every file of the machine that Docker keeps, by its home. The \
                   colours are the same everywhere:" }
            </p>
            { super::world::legend() }
        </Dialog>
    }
}
