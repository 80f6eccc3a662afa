//! The worker in the browser: its messages, its clock, and turns between them.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort, Performance};

use super::pump::{Next, Port, Pump};
use crate::protocol::{FromWorker, ToWorker, wire};

struct Page {
    scope: DedicatedWorkerGlobalScope,
    clock: Option<Performance>,
}

impl Port for Page {
    fn send(&mut self, message: FromWorker) {
        post(&self.scope, message);
    }

    fn now(&self) -> f64 {
        self.clock.as_ref().map_or_else(js_sys::Date::now, Performance::now)
    }
}

fn post(scope: &DedicatedWorkerGlobalScope, message: FromWorker) {
    let (data, transfer) = wire::to_js(&message.pack());
    if scope.post_message_with_transfer(&data, &transfer).is_err() {
        // The page is gone or out of memory: there is nobody to tell.
        scope.close();
    }
}

struct Worker {
    scope: DedicatedWorkerGlobalScope,
    pump: RefCell<Pump<Page>>,
    /// A message to oneself comes after those that wait already: a turn for them, without a timer's delay.
    turn: MessagePort,
    turn_asked: Cell<bool>,
    timer: Cell<Option<i32>>,
    on_timer: RefCell<Option<Closure<dyn FnMut()>>>,
}

/// Starts the worker.
pub fn start() {
    let scope = scope();
    install_panic_hook();
    let clock = Reflect::get(&scope, &"performance".into())
        .ok()
        .and_then(|clock| clock.dyn_into::<Performance>().ok());
    let channel = match MessageChannel::new() {
        Ok(channel) => channel,
        Err(error) => wasm_bindgen::throw_val(error),
    };
    let worker = Rc::new(Worker {
        scope: scope.clone(),
        pump: RefCell::new(Pump::new(Page { scope: scope.clone(), clock })),
        turn: channel.port2(),
        turn_asked: Cell::new(false),
        timer: Cell::new(None),
        on_timer: RefCell::default(),
    });
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new({
        let worker = worker.clone();
        move |event: MessageEvent| worker.hear(&event.data())
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let on_turn = Closure::<dyn FnMut(MessageEvent)>::new({
        let worker = worker.clone();
        move |_: MessageEvent| {
            worker.turn_asked.set(false);
            worker.slice();
        }
    });
    channel.port1().set_onmessage(Some(on_turn.as_ref().unchecked_ref()));
    on_turn.forget();
    let on_timer = Closure::<dyn FnMut()>::new({
        let worker = worker.clone();
        move || {
            worker.timer.set(None);
            worker.slice();
        }
    });
    *worker.on_timer.borrow_mut() = Some(on_timer);
}

impl Worker {
    fn hear(&self, data: &JsValue) {
        let message = wire::from_js(data).map(ToWorker::unpack);
        let Some(Ok(message)) = message else {
            let message = "it was told what it can not read".to_owned();
            post(&self.scope, FromWorker::Died { message });
            return;
        };
        self.pump.borrow_mut().handle(message);
        // What a key does shall be on the screen at once.
        self.slice();
    }

    fn slice(&self) {
        if let Some(timer) = self.timer.take() {
            self.scope.clear_timeout_with_handle(timer);
        }
        let next = self.pump.borrow_mut().slice();
        match next {
            Next::Message => {}
            Next::Now => {
                if !self.turn_asked.replace(true) && self.turn.post_message(&JsValue::NULL).is_err()
                {
                    self.turn_asked.set(false);
                    self.wait(0.0);
                }
            }
            Next::In(milliseconds) => self.wait(milliseconds),
        }
    }

    fn wait(&self, milliseconds: f64) {
        let closure = self.on_timer.borrow();
        let Some(closure) = closure.as_ref() else { return };
        let timer = self.scope.set_timeout_with_callback_and_timeout_and_arguments_0(
            closure.as_ref().unchecked_ref(),
            milliseconds.ceil().clamp(0.0, 60_000.0) as i32,
        );
        self.timer.set(timer.ok());
    }
}

/// A panic ends the program; the page hears why, and starts another.
fn install_panic_hook() {
    std::panic::set_hook(Box::new(|info| {
        gloo::console::error!(info.to_string());
        let place = info.location().map(|l| format!(" ({}:{})", l.file(), l.line()));
        let message = format!("a mistake in the simulator{}", place.unwrap_or_default());
        post(&scope(), FromWorker::Died { message });
    }));
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
