//! The page's state and what changes it. Owns what the panes share: the lesson, the picture of the world,
//! the terminals that are open; each pane draws its part, and `session` speaks with the machine.

use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::{Component, Context, Html, html};

use super::header::{Ask, Header, Status};
use super::layout::{self, LEAST, NORMAL, Pane, Widths};
use super::lesson::Act;
use super::lesson::progress::Progress;
use super::notices::{Action, Notice, Notices};
use super::session::{News, Session};
use super::split::Split;
use super::theme::{self, Theme};
use super::world::WorldPanel;
use super::{panic, store};
use crate::kernel::Edit;
use crate::lesson::{self, Lesson};
use crate::protocol::{MAIN_TTY, ToWorker};
use crate::world::view::View;

/// How many terminals can be open.
pub(super) const TERMINALS: usize = 4;

/// Puts the page into the document.
pub fn start() {
    panic::install();
    yew::Renderer::<App>::new().render();
}

/// What happens to the page.
pub enum Msg {
    /// The session has news.
    News(News),
    /// The bar was used.
    Ask(Ask),
    /// The lesson was used.
    Act(Act),
    /// A lesson was picked.
    Pick(usize),
    /// A dialog was closed.
    CloseDialog,
    /// A text was edited.
    Edited(u64, Option<String>),
    /// A notice was put away.
    CloseNotice(u32),
    /// A notice's offer was taken.
    Notice(u32, Action),
    /// An outer pane gets another width.
    Width(Pane, f64),
    /// A tab was chosen.
    Tab(Pane),
    /// A terminal was chosen.
    ShowTerminal(u32),
    /// Another terminal is wanted.
    AddTerminal,
    /// A terminal is not wanted any more.
    CloseTerminal(u32),
    /// F6: to the next part of the page, or the one before.
    Cycle(bool),
    /// The window or the system's wishes have changed.
    Environment,
}

/// The dialog that is open.
#[derive(PartialEq)]
pub(super) enum Open {
    Nothing,
    Lessons,
    Help,
    Reset,
}

/// The page.
pub struct App {
    pub(super) session: Session,
    pub(super) status: Status,
    pub(super) view: Option<Rc<View>>,
    pub(super) lessons: Rc<Vec<Rc<Lesson>>>,
    pub(super) current: usize,
    pub(super) progress: Progress,
    /// The checks that are watched, by id, and the number of the watch.
    pub(super) watched: (u32, Vec<String>),
    pub(super) asked: Option<(String, usize)>,
    pub(super) running: BTreeMap<u32, usize>,
    pub(super) terminals: Vec<u32>,
    pub(super) shown: u32,
    /// Show the next terminal that opens.
    pub(super) expecting: bool,
    pub(super) focus: u32,
    pub(super) notices: Vec<Notice>,
    pub(super) notice_id: u32,
    pub(super) open: Open,
    /// The texts that programs want edited.
    pub(super) edits: Vec<Edit>,
    pub(super) widths: Widths,
    pub(super) tab: Pane,
    pub(super) narrow: bool,
    pub(super) theme: Theme,
    pub(super) _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> App {
        let lessons: Vec<Rc<Lesson>> = lesson::all().into_iter().map(Rc::new).collect();
        let progress: Progress = store::load("progress").unwrap_or_default();
        let current = progress
            .current
            .as_ref()
            .and_then(|id| lessons.iter().position(|lesson| lesson.id == *id))
            .unwrap_or(0);
        let mut app = App {
            session: Session::start(ctx.link().callback(Msg::News)),
            status: Status::Starting,
            view: None,
            lessons: Rc::new(lessons),
            current,
            progress,
            watched: (0, Vec::new()),
            asked: None,
            running: BTreeMap::new(),
            terminals: vec![MAIN_TTY],
            shown: MAIN_TTY,
            expecting: false,
            focus: 0,
            notices: Vec::new(),
            notice_id: 0,
            open: Open::Nothing,
            edits: Vec::new(),
            widths: Widths::kept(),
            tab: Pane::Terminal,
            narrow: layout::narrow(),
            theme: Theme::current(),
            _listeners: listeners(ctx),
        };
        app.watch();
        app
    }

    fn update(&mut self, ctx: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::News(news) => return self.news(news),
            Msg::Ask(ask) => self.ask(ask),
            Msg::Act(act) => self.act(act),
            Msg::Pick(at) => {
                self.open = Open::Nothing;
                self.go(at);
            }
            Msg::CloseDialog => self.open = Open::Nothing,
            Msg::Edited(id, text) => {
                self.edits.retain(|edit| edit.id != id);
                self.session.send(ToWorker::Edited { id, text });
                self.focus += 1;
            }
            Msg::CloseNotice(id) => self.notices.retain(|notice| notice.id != id),
            Msg::Notice(id, action) => {
                self.notices.retain(|notice| notice.id != id);
                match action {
                    Action::Reset => self.reset(),
                    Action::Retry => self.session.retry(),
                }
            }
            Msg::Width(pane, width) => {
                match pane {
                    Pane::Lesson => self.widths.lesson = width,
                    _ => self.widths.world = width,
                }
                self.widths.keep();
            }
            Msg::Tab(pane) => {
                self.tab = pane;
                if pane == Pane::Terminal {
                    self.focus += 1;
                }
            }
            Msg::ShowTerminal(tty) => {
                self.shown = tty;
                self.focus += 1;
            }
            Msg::AddTerminal => {
                self.expecting = true;
                self.session.send(ToWorker::OpenTerminal { cols: 80, rows: 24 });
            }
            Msg::CloseTerminal(tty) => self.session.send(ToWorker::CloseTerminal { tty }),
            Msg::Cycle(back) => self.cycle(ctx, back),
            Msg::Environment => {
                self.narrow = layout::narrow();
                if let Some(theme) = theme::system() {
                    theme.apply();
                    self.theme = theme;
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let (most_lesson, most_world) = self.widths.most();
        let style = format!(
            "--lesson-width:{:.0}px;--world-width:{:.0}px",
            self.widths.lesson.clamp(LEAST, most_lesson),
            self.widths.world.clamp(LEAST, most_world),
        );
        html! {
            <>
                <button type="button" class="button skip" onclick={link.callback(|_| Msg::Tab(Pane::Terminal))}>
                    { "Skip to the terminal" }
                </button>
                <Header
                    lesson={self.lessons.get(self.current).map_or_else(String::new, |l| l.title.clone())}
                    status={self.status()}
                    theme={self.theme}
                    on_ask={link.callback(Msg::Ask)}
                />
                { layout::tabs(self.tab, &link.callback(Msg::Tab)) }
                <main class="panes" data-tab={self.tab.name()} {style}>
                    { self.pane(Pane::Lesson, self.lesson_pane(ctx)) }
                    <Split
                        label="Width of the lesson"
                        controls={Pane::Lesson.id()}
                        width={self.widths.lesson}
                        min={LEAST}
                        max={most_lesson}
                        normal={NORMAL.lesson}
                        on_width={link.callback(|width| Msg::Width(Pane::Lesson, width))}
                    />
                    { self.pane(Pane::Terminal, self.terminal_pane(ctx)) }
                    <Split
                        label="Width of the world"
                        controls={Pane::World.id()}
                        width={self.widths.world}
                        min={LEAST}
                        max={most_world}
                        normal={NORMAL.world}
                        flipped=true
                        on_width={link.callback(|width| Msg::Width(Pane::World, width))}
                    />
                    { self.pane(Pane::World, html! { <WorldPanel view={self.view.clone()} /> }) }
                </main>
                <Notices
                    notices={self.notices.clone()}
                    on_close={link.callback(Msg::CloseNotice)}
                    on_action={link.callback(|(id, action)| Msg::Notice(id, action))}
                />
                { self.dialog(ctx) }
            </>
        }
    }
}

fn listeners(ctx: &Context<App>) -> Vec<EventListener> {
    let link = ctx.link().clone();
    let keys = EventListener::new_with_options(
        &document(),
        "keydown",
        EventListenerOptions { phase: EventListenerPhase::Capture, passive: false },
        move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let message = match event.key().as_str() {
                "F6" => Msg::Cycle(event.shift_key()),
                "F1" => Msg::Ask(Ask::Help),
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            link.send_message(message);
        },
    );
    let mut listeners = vec![keys];
    for query in [layout::NARROW, "(prefers-color-scheme: dark)"] {
        if let Ok(Some(query)) = window().match_media(query) {
            let link = ctx.link().clone();
            listeners.push(EventListener::new(&query, "change", move |_| {
                link.send_message(Msg::Environment);
            }));
        }
    }
    let link = ctx.link().clone();
    listeners.push(EventListener::new(&window(), "resize", move |_| {
        link.send_message(Msg::Environment);
    }));
    listeners
}

impl App {
    /// How the machine is, runs of blocks included.
    pub(super) fn status(&self) -> Status {
        match (&self.status, self.running.values().sum::<usize>()) {
            (Status::Ready, left) if left > 0 => Status::Running(left),
            (status, _) => status.clone(),
        }
    }

    /// Says something in the corner.
    pub(super) fn notify(&mut self, wrong: bool, text: String, action: Option<Action>) {
        self.notice_id += 1;
        let id = self.notice_id;
        self.notices.retain(|notice| notice.text != text);
        self.notices.push(Notice { id, wrong, text, action });
        // A learner who never closes them shall still see the terminal.
        if self.notices.len() > 3 {
            self.notices.remove(0);
        }
    }
}
