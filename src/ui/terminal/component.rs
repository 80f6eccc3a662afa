//! The terminal as a Yew component: makes the elements once, and leaves them to `screen`.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::{AttrValue, Component, Context, Html, NodeRef, Properties, html};

use super::screen::{Elements, PROBE, Screen};
use super::touch::TouchBar;
use crate::ui::session::Session;

/// What a terminal needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The session that it belongs to.
    pub session: Session,
    /// Which of the machine's terminals it is.
    pub tty: u32,
    /// Whether it is the one that is shown.
    pub shown: bool,
    /// Grows when it shall take the keyboard's focus.
    pub focus: u32,
}

/// What happens to a terminal.
pub enum Msg {
    /// The touch bar's Control key was pressed.
    Ctrl,
    /// Another key of the touch bar.
    Touch(&'static str, bool),
    /// A key was typed.
    Typed,
}

/// The terminal.
pub struct Terminal {
    pane: NodeRef,
    scroller: NodeRef,
    probe: NodeRef,
    field: NodeRef,
    log: NodeRef,
    screen: Option<Rc<Screen>>,
    /// What the touch bar shows of Control.
    ctrl: Rc<Cell<bool>>,
}

impl Component for Terminal {
    type Message = Msg;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Terminal {
        Terminal {
            pane: NodeRef::default(),
            scroller: NodeRef::default(),
            probe: NodeRef::default(),
            field: NodeRef::default(),
            log: NodeRef::default(),
            screen: None,
            ctrl: Rc::default(),
        }
    }

    fn update(&mut self, _: &Context<Self>, message: Msg) -> bool {
        let Some(screen) = &self.screen else { return false };
        match message {
            Msg::Ctrl => {
                screen.sticky.set(!screen.sticky.get());
                screen.focus();
            }
            Msg::Touch(key, ctrl) => screen.touch(key, ctrl),
            Msg::Typed => {}
        }
        self.ctrl.replace(screen.sticky.get()) != screen.sticky.get()
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let props = ctx.props();
        if let Some(screen) = &self.screen
            && (props.focus != old.focus || (props.shown && !old.shown))
            && props.shown
        {
            // Once it is shown; an element that is hidden can not be focused.
            let screen = screen.clone();
            gloo::timers::callback::Timeout::new(0, move || screen.focus()).forget();
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let probe = "0".repeat(PROBE);
        let help: AttrValue = format!("terminal-help-{}", props.tty).into();
        html! {
            <div class="terminal" ref={self.pane.clone()} hidden={!props.shown}>
                <div class="term-scroll" ref={self.scroller.clone()} tabindex="-1">
                    <span class="term-probe" ref={self.probe.clone()} aria-hidden="true">
                        { probe }
                    </span>
                    <textarea
                        class="term-field"
                        ref={self.field.clone()}
                        aria-label="Terminal"
                        aria-describedby={help.clone()}
                        autocapitalize="off"
                        autocomplete="off"
                        autocorrect="off"
                        spellcheck="false"
                        rows="1"
                    />
                </div>
                <p id={help} class="unseen">
                    { "All keys go to the shell, Tab too. F6 leaves the terminal, F1 opens the list of keys." }
                </p>
                <div
                    class="unseen"
                    ref={self.log.clone()}
                    role="log"
                    aria-live="polite"
                    aria-label="Terminal output"
                />
                <TouchBar
                    ctrl={self.ctrl.get()}
                    on_ctrl={ctx.link().callback(|()| Msg::Ctrl)}
                    on_key={ctx.link().callback(|(key, ctrl)| Msg::Touch(key, ctrl))}
                />
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if !first {
            return;
        }
        let cast = |node: &NodeRef| node.cast::<HtmlElement>();
        let (Some(pane), Some(scroller), Some(probe), Some(field), Some(log)) = (
            cast(&self.pane),
            cast(&self.scroller),
            cast(&self.probe),
            self.field.cast::<HtmlTextAreaElement>(),
            cast(&self.log),
        ) else {
            return;
        };
        let props = ctx.props();
        let link = ctx.link().clone();
        let elements = Elements { pane, scroller, probe, field, log };
        let screen = Screen::start(props.tty, props.session.clone(), elements, move || {
            link.send_message(Msg::Typed);
        });
        if props.shown {
            screen.focus();
        }
        self.screen = Some(screen);
    }

    fn destroy(&mut self, _: &Context<Self>) {
        if let Some(screen) = self.screen.take() {
            screen.stop();
        }
    }
}
