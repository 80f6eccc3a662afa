//! One worker and the wire to it. Owns starting and ending it; what is said over the wire is `session`'s.

use gloo::events::EventListener;
use gloo::utils::window;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::protocol::{FromWorker, ToWorker, wire};

/// Where the build puts the worker's program; `index.html` names the same file.
const PROGRAM: &str = "worker_loader.js";

/// A running worker; dropping it ends it.
pub struct Link {
    worker: Worker,
    _listeners: [EventListener; 3],
}

impl Link {
    /// Starts a worker. `hear` gets what it says, and [`FromWorker::Died`] when it fails.
    pub fn start(hear: impl Fn(FromWorker) + Clone + 'static) -> Result<Link, String> {
        let worker = match early() {
            Some(worker) => worker,
            None => {
                let options = WorkerOptions::new();
                options.set_type(WorkerType::Module);
                options.set_name("drydock");
                Worker::new_with_options(PROGRAM, &options).map_err(|e| describe(&e))?
            }
        };
        let died = {
            let hear = hear.clone();
            move |message: String| hear(FromWorker::Died { message })
        };
        let on_message = EventListener::new(&worker, "message", {
            let died = died.clone();
            move |event| {
                let data = event.unchecked_ref::<MessageEvent>().data();
                match wire::from_js(&data).map(FromWorker::unpack) {
                    Some(Ok(message)) => hear(message),
                    Some(Err(error)) => died(format!("it said what can not be read ({error})")),
                    None => died("it said what can not be read".to_owned()),
                }
            }
        });
        let on_error = EventListener::new(&worker, "error", {
            let died = died.clone();
            move |event| {
                let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
                let message = message.filter(|text| !text.is_empty());
                died(message.unwrap_or_else(|| "its program could not be loaded".to_owned()));
            }
        });
        let on_unreadable = EventListener::new(&worker, "messageerror", move |_| {
            died("it said what can not be read".to_owned());
        });
        let link = Link { worker, _listeners: [on_message, on_error, on_unreadable] };
        // One that was loaded before anybody listened has said so in vain: it answers to this.
        link.send(ToWorker::Ping { n: 0 })?;
        Ok(link)
    }

    /// Says something to it.
    pub fn send(&self, message: ToWorker) -> Result<(), String> {
        let (data, transfer) = wire::to_js(&message.pack());
        self.worker.post_message_with_transfer(&data, &transfer).map_err(|e| describe(&e))
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// The worker that `index.html` has started, for the first who asks.
fn early() -> Option<Worker> {
    let name = JsValue::from_str("drydockWorker");
    let worker = Reflect::get(&window(), &name).ok()?.dyn_into::<Worker>().ok()?;
    let _ = Reflect::delete_property(&window(), &name);
    Some(worker)
}

fn describe(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map_or_else(|| format!("{error:?}"), |error| String::from(error.message()))
}
