//! What the page's panes and dialogs show of its state: the half of `app` that draws.

use yew::prelude::{Context, Html, classes, html};

use super::app::{App, Msg, Open, TERMINALS};
use super::dialog::Dialog;
use super::editor::Editor;
use super::header::Status;
use super::help::Help;
use super::icon::{Icon, Name};
use super::layout::Pane;
use super::lesson::{LessonPane, Picker};
use super::notices::Action;
use super::terminal::Terminal;
use crate::protocol::MAIN_TTY;

impl App {
    /// A pane with its place in the layout.
    pub(super) fn pane(&self, pane: Pane, content: Html) -> Html {
        let tab = format!("tab-{}", pane.id());
        let on = pane == self.tab;
        html! {
            <section
                id={pane.id()}
                class={classes!("pane", pane.id(), on.then_some("on"))}
                role={if self.narrow { "tabpanel" } else { "region" }}
                aria-label={(!self.narrow).then(|| format!("{} pane", pane.name()))}
                aria-labelledby={self.narrow.then_some(tab)}
            >
                { content }
            </section>
        }
    }

    /// The lesson's pane.
    pub(super) fn lesson_pane(&self, ctx: &Context<Self>) -> Html {
        let Some(lesson) = self.lessons.get(self.current) else {
            return html! { <p class="world-wait">{ "There are no lessons in this build." }</p> };
        };
        html! {
            <LessonPane
                lesson={lesson.clone()}
                done={self.progress.lessons.get(&lesson.id).cloned().unwrap_or_default()}
                place={(self.current, self.lessons.len())}
                asked={self.asked.clone()}
                busy={self.status() != Status::Ready}
                next={self.lessons.get(self.current + 1).map(|lesson| lesson.title.clone())}
                on_act={ctx.link().callback(Msg::Act)}
            />
        }
    }

    /// Who works where, for the only terminal's tab.
    fn host(&self) -> String {
        let name = self.view.as_ref().map(|view| view.host.name.as_str());
        format!("learner@{}", name.filter(|name| !name.is_empty()).unwrap_or("host"))
    }

    /// The terminals' pane.
    pub(super) fn terminal_pane(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let several = self.terminals.len() > 1;
        html! {
            <>
                <div class="term-tabs">
                    <div role="tablist" aria-label="Terminals">
                        { for self.terminals.iter().enumerate().map(|(at, &tty)| {
                            let on = tty == self.shown;
                            html! {
                                <span key={tty} class={classes!("term-tab", on.then_some("on"))} role="presentation">
                                    <button
                                        type="button"
                                        role="tab"
                                        aria-selected={on.to_string()}
                                        onclick={link.callback(move |_| Msg::ShowTerminal(tty))}
                                    >
                                        { if several { format!("Terminal {}", at + 1) } else { self.host() } }
                                    </button>
                                    if tty != MAIN_TTY {
                                        <button
                                            type="button"
                                            class="icon-button"
                                            aria-label={format!("Close terminal {}", at + 1)}
                                            onclick={link.callback(move |_| Msg::CloseTerminal(tty))}
                                        >
                                            <Icon name={Name::Cross} />
                                        </button>
                                    }
                                </span>
                            }
                        }) }
                    </div>
                    <button
                        type="button"
                        class="icon-button"
                        title="Another terminal"
                        aria-label="Another terminal"
                        disabled={self.terminals.len() >= TERMINALS || self.status() != Status::Ready}
                        onclick={link.callback(|_| Msg::AddTerminal)}
                    >
                        <Icon name={Name::Plus} />
                    </button>
                </div>
                // A list of its own: only then do keys keep a terminal what it is when others come and go.
                <div class="term-stack">
                    { for self.terminals.iter().map(|&tty| html! {
                        <Terminal
                            key={tty}
                            session={self.session.clone()}
                            {tty}
                            shown={tty == self.shown}
                            focus={self.focus}
                        />
                    }) }
                </div>
            </>
        }
    }

    /// The dialog that is open, if any is.
    pub(super) fn dialog(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        if let Some(edit) = self.edits.first() {
            let id = edit.id;
            let on_done = link.callback(move |text| Msg::Edited(id, text));
            return html! { <Editor key={id} edit={edit.clone()} {on_done} /> };
        }
        let on_close = link.callback(|()| Msg::CloseDialog);
        match self.open {
            Open::Nothing => html! {},
            Open::Help => html! { <Help {on_close} /> },
            Open::Lessons => html! {
                <Picker
                    lessons={self.lessons.clone()}
                    current={self.current}
                    progress={self.progress.clone()}
                    on_pick={link.callback(Msg::Pick)}
                    {on_close}
                />
            },
            Open::Reset => html! {
                <Dialog title="Reset the machine?" class="ask" {on_close}>
                    <p>{ "Everything on the simulated host goes: containers, images, volumes, files and the \
                          terminal's text. What you have done in the lessons stays." }</p>
                    <div class="dialog-actions">
                        <button type="button" class="button" onclick={link.callback(|_| Msg::CloseDialog)}>
                            { "Keep it" }
                        </button>
                        <button type="button" class="button danger" onclick={link.callback(|_| Msg::Notice(0, Action::Reset))}>
                            { "Reset" }
                        </button>
                    </div>
                </Dialog>
            },
        }
    }
}
