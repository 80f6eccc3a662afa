//! One terminal's working parts, tied together outside of Yew: output must not pass through the page's
//! virtual tree. Owns when things are drawn, said and measured.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, HtmlTextAreaElement, ResizeObserver};

use super::announce::Announcer;
use super::canvas::Canvas;
use super::emulator::Emulator;
use super::field::{self, Sticky, Typed};
use super::keys;
use super::parts::Parts;
use crate::protocol::ToWorker;
use crate::ui::session::{Session, Sink};

/// Output is said aloud when it has paused for this long (in milliseconds).
const PAUSE: u32 = 220;

/// One terminal's working parts.
pub struct Screen {
    me: Weak<Screen>,
    tty: u32,
    session: Session,
    parts: RefCell<Parts>,
    pane: HtmlElement,
    scroller: HtmlElement,
    probe: HtmlElement,
    field: HtmlTextAreaElement,
    /// Whether Control is held on the touch bar.
    pub sticky: Sticky,
    listeners: RefCell<Vec<EventListener>>,
    observer: RefCell<Option<Observer>>,
    told_off: Cell<bool>,
    on_key: Box<dyn Fn()>,
}

/// Watches the place's size; the callback lives as long.
type Observer = (ResizeObserver, Closure<dyn FnMut()>);

/// The elements that the component has made.
pub struct Elements {
    /// Around everything.
    pub pane: HtmlElement,
    /// The part that scrolls.
    pub scroller: HtmlElement,
    /// Some characters to measure.
    pub probe: HtmlElement,
    /// The text field.
    pub field: HtmlTextAreaElement,
    /// The live region.
    pub log: HtmlElement,
}

/// How many characters the probe holds.
pub const PROBE: usize = 40;

impl Screen {
    /// Starts a terminal in these elements. `on_key` is called after each key, to show the touch bar's
    /// state.
    pub fn start(
        tty: u32,
        session: Session,
        elements: Elements,
        on_key: impl Fn() + 'static,
    ) -> Rc<Screen> {
        let Elements { pane, scroller, probe, field, log } = elements;
        let canvas = Canvas::new(scroller.clone());
        // The field sits at the cursor, so that an input method shows its words there.
        let _ = canvas.live().append_child(&field);
        let parts = Parts::new(canvas, Announcer::new(log));
        let screen = Rc::new_cyclic(|me: &Weak<Screen>| Screen {
            me: me.clone(),
            tty,
            session,
            parts: RefCell::new(parts),
            pane,
            scroller,
            probe,
            field,
            sticky: Rc::new(Cell::new(false)),
            listeners: RefCell::default(),
            observer: RefCell::default(),
            told_off: Cell::new(false),
            on_key: Box::new(on_key),
        });
        screen.listen();
        screen.measure();
        screen.session.attach(tty, screen.clone());
        screen.schedule();
        screen
    }

    /// Ends it.
    pub fn stop(&self) {
        self.session.detach(self.tty);
        self.listeners.borrow_mut().clear();
        if let Some((observer, _)) = self.observer.borrow_mut().take() {
            observer.disconnect();
        }
        let mut parts = self.parts.borrow_mut();
        parts.frame = None;
        parts.saying = None;
        parts.filling = None;
    }

    fn listen(&self) {
        let me = self.me.clone();
        let app_cursor = {
            let me = me.clone();
            move || me.upgrade().is_some_and(|me| me.parts.borrow().emulator.app_cursor())
        };
        let typed = {
            let me = me.clone();
            move |typed| {
                if let Some(me) = me.upgrade() {
                    me.typed(typed);
                }
            }
        };
        let mut listeners =
            field::listen(&self.field, &self.scroller, &self.sticky, app_cursor, typed);
        listeners.push(EventListener::new(&self.scroller, "scroll", {
            let me = me.clone();
            move |_| {
                if let Some(me) = me.upgrade() {
                    let mut parts = me.parts.borrow_mut();
                    parts.canvas.scrolled();
                    let Parts { canvas, emulator, .. } = &mut *parts;
                    canvas.fill(emulator, false);
                }
            }
        }));
        listeners.push(EventListener::new(&self.scroller, "mouseup", {
            let me = me.clone();
            move |_| {
                if let Some(me) = me.upgrade().filter(|_| !selecting()) {
                    me.focus();
                }
            }
        }));
        listeners.push(EventListener::new(&document(), "visibilitychange", {
            let me = me.clone();
            move |_| {
                if let Some(me) = me.upgrade() {
                    me.schedule();
                }
            }
        }));
        *self.listeners.borrow_mut() = listeners;
        let callback = Closure::<dyn FnMut()>::new(move || {
            if let Some(me) = me.upgrade() {
                me.measure();
            }
        });
        if let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) {
            observer.observe(&self.scroller);
            *self.observer.borrow_mut() = Some((observer, callback));
        }
    }

    /// Puts the keyboard's focus into the terminal.
    pub fn focus(&self) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = self.field.focus_with_options(&options);
    }

    /// A key of the touch bar.
    pub fn touch(&self, key: &str, ctrl: bool) {
        let mods = keys::Mods { ctrl: ctrl || self.sticky.replace(false), ..Default::default() };
        let app_cursor = self.parts.borrow().emulator.app_cursor();
        match keys::press(key, mods, app_cursor) {
            keys::Press::Send(bytes) => self.typed(Typed::Bytes(bytes)),
            _ => self.typed(Typed::Bytes(key.as_bytes().to_vec())),
        }
        self.focus();
    }

    fn typed(&self, typed: Typed) {
        match typed {
            Typed::Bytes(data) => self.send(data),
            Typed::Paste(text) => {
                let bracketed = self.parts.borrow().emulator.bracketed;
                self.send(keys::pasted(&text, bracketed));
            }
            Typed::Copy => copy_selection(),
            Typed::Scroll(pages) => self.parts.borrow_mut().canvas.page(pages),
        }
        (self.on_key)();
    }

    fn send(&self, data: Vec<u8>) {
        {
            let mut parts = self.parts.borrow_mut();
            parts.canvas.follow();
            parts.announcer.typed();
        }
        self.session.send(ToWorker::Keys { tty: self.tty, data });
    }

    /// Finds out how many columns and rows there is room for, and says so to the machine.
    fn measure(&self) {
        let probe = self.probe.get_bounding_client_rect();
        let (width, height) = (probe.width() / PROBE as f64, probe.height());
        let (across, down) = (self.scroller.client_width(), self.scroller.client_height());
        // A hidden terminal has no size; it keeps the one it had.
        if width <= 0.0 || height <= 0.0 || across <= 0 || down <= 0 {
            return;
        }
        // The body's padding, the same on all sides.
        let inset = 2.0 * f64::from(self.probe.offset_left());
        let cols = ((f64::from(across) - inset) / width).floor().clamp(10.0, 500.0) as u16;
        let rows = ((f64::from(down) - inset) / height).floor().clamp(3.0, 300.0) as u16;
        self.parts.borrow_mut().room = Some((cols, rows));
        self.session.measured(self.tty, cols, rows);
        self.fit();
    }

    fn fit(&self) {
        let mut parts = self.parts.borrow_mut();
        let Some((cols, rows)) = parts.room.filter(|_| parts.ready) else { return };
        parts.resize(cols, rows);
        if parts.told != Some((cols, rows)) {
            parts.told = Some((cols, rows));
            self.session.send(ToWorker::Resize { tty: self.tty, cols, rows });
        }
        drop(parts);
        self.schedule();
    }

    fn schedule(&self) {
        let mut parts = self.parts.borrow_mut();
        if document().hidden() {
            // No frames there: what was taken in counts as drawn, or the machine would stand still.
            parts.frame = None;
            let bytes = std::mem::take(&mut parts.undrawn);
            drop(parts);
            self.acknowledge(bytes);
            return;
        }
        if parts.frame.is_none() {
            let me = self.me.clone();
            parts.frame = Some(request_animation_frame(move |_| {
                if let Some(me) = me.upgrade() {
                    me.draw();
                }
            }));
        }
    }

    fn draw(&self) {
        let bytes = {
            let mut parts = self.parts.borrow_mut();
            parts.frame = None;
            let Parts { canvas, emulator, .. } = &mut *parts;
            canvas.draw(emulator);
            if canvas.fill(emulator, false) {
                self.fill_later(&mut parts);
            }
            std::mem::take(&mut parts.undrawn)
        };
        self.acknowledge(bytes);
    }

    fn acknowledge(&self, bytes: usize) {
        if bytes > 0 {
            self.session.drawn(bytes);
        }
    }

    fn fill_later(&self, parts: &mut Parts) {
        let me = self.me.clone();
        parts.filling = Some(Timeout::new(120, move || {
            let Some(me) = me.upgrade() else { return };
            let mut parts = me.parts.borrow_mut();
            let Parts { canvas, emulator, .. } = &mut *parts;
            if canvas.fill(emulator, true) {
                me.fill_later(&mut parts);
            }
        }));
    }

    fn say_later(&self, parts: &mut Parts) {
        let me = self.me.clone();
        parts.saying = Some(Timeout::new(PAUSE, move || {
            let Some(me) = me.upgrade() else { return };
            let mut parts = me.parts.borrow_mut();
            let Parts { announcer, emulator, .. } = &mut *parts;
            announcer.say(emulator);
        }));
    }

    fn ring(&self) {
        if !self.told_off.replace(true) {
            let _ = self.pane.class_list().add_1("rings");
            let me = self.me.clone();
            Timeout::new(180, move || {
                if let Some(me) = me.upgrade() {
                    me.told_off.set(false);
                    let _ = me.pane.class_list().remove_1("rings");
                }
            })
            .forget();
        }
    }
}

impl Sink for Screen {
    fn output(&self, bytes: &[u8]) {
        let effects = {
            let mut parts = self.parts.borrow_mut();
            parts.undrawn += bytes.len();
            let effects = parts.emulator.feed(bytes);
            self.say_later(&mut parts);
            effects
        };
        if self.parts.borrow().ready {
            if !effects.reply.is_empty() {
                self.session.send(ToWorker::Keys { tty: self.tty, data: effects.reply });
            }
            if effects.bell {
                self.ring();
            }
        }
        self.schedule();
    }

    fn clear(&self) {
        let mut parts = self.parts.borrow_mut();
        let (cols, rows) = parts.emulator.size();
        let generation = parts.emulator.generation + 1;
        parts.emulator = Emulator::new(cols, rows);
        parts.emulator.generation = generation;
        parts.announcer.clear();
        parts.ready = false;
        parts.told = None;
        parts.undrawn = 0;
        drop(parts);
        self.schedule();
    }

    fn size(&self, cols: u16, rows: u16) {
        self.parts.borrow_mut().resize(cols, rows);
    }

    fn ready(&self) {
        self.parts.borrow_mut().ready = true;
        self.fit();
    }
}

fn selecting() -> bool {
    window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed())
}

fn copy_selection() {
    let Ok(Some(selection)) = window().get_selection() else { return };
    let text = String::from(selection.to_string());
    if !text.is_empty() {
        crate::ui::clipboard::copy(&text, yew::Callback::noop());
    }
}
