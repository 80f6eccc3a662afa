//! The messages between page and worker. A message is a small JSON text; terminal bytes travel beside it
//! as they are. Owns the shape of the messages; sending them is `ui`'s and `worker`'s.

use serde::{Deserialize, Serialize};

use crate::kernel::Edit;
use crate::world::view::View;

/// The first terminal: it is there from the start.
pub const MAIN_TTY: u32 = 0;

/// How many bytes of output the page lets the worker have on the way before the machine has to wait.
pub const WINDOW: usize = 128 * 1024;

/// From the page to the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ToWorker {
    /// Make a machine, in place of any there is, and bring it to where `entries` leaves it.
    Start {
        /// Decides everything that is random.
        seed: u64,
        /// The machine's clock at its start, in nanoseconds since 1970.
        epoch: i64,
        /// The columns of the first terminal, where it is opened anew.
        cols: u16,
        /// Its rows.
        rows: u16,
        /// The inputs of the session so far, as the worker reported them.
        entries: Vec<String>,
        /// Leave out the last command and all after it.
        forget_last: bool,
    },
    /// Bytes typed at a terminal.
    Keys {
        /// The terminal.
        tty: u32,
        /// The bytes; they travel beside the text.
        #[serde(skip)]
        data: Vec<u8>,
    },
    /// Type these lines at a terminal, each when the one before is done.
    Run {
        /// The terminal.
        tty: u32,
        /// The lines, without line ends.
        lines: Vec<String>,
    },
    /// A terminal has another size now.
    Resize {
        /// The terminal.
        tty: u32,
        /// Its columns.
        cols: u16,
        /// Its rows.
        rows: u16,
    },
    /// Open another terminal.
    OpenTerminal {
        /// Its columns.
        cols: u16,
        /// Its rows.
        rows: u16,
    },
    /// Close a terminal; its processes hear the hang-up.
    CloseTerminal {
        /// The terminal.
        tty: u32,
    },
    /// A text has been edited.
    Edited {
        /// From [`FromWorker::Edits`].
        id: u64,
        /// The new text; none where nothing is to be changed.
        text: Option<String>,
    },
    /// Watch these checks from now on, in place of any before.
    Watch {
        /// Comes back with the answers, so that late ones can be told apart.
        lesson: u32,
        /// One script a check.
        checks: Vec<String>,
    },
    /// Run a script on a copy of the machine, and say which outcomes came true.
    Predict {
        /// Comes back with the answer.
        id: String,
        /// What to run.
        script: String,
        /// One script an outcome.
        outcomes: Vec<String>,
    },
    /// Go back to before the last command.
    Undo,
    /// The page has drawn this much output.
    Drawn {
        /// In bytes.
        bytes: usize,
    },
    /// Are you there?
    Ping {
        /// Comes back.
        n: u32,
    },
}

/// From the worker to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FromWorker {
    /// The program is loaded and waits for [`ToWorker::Start`].
    Loaded,
    /// A machine begins: whatever the terminals show is from another one.
    Begin {
        /// The inputs that are left of the session.
        entries: Vec<String>,
    },
    /// How far the session has been played again.
    Progress {
        /// Inputs done.
        done: usize,
        /// Inputs in all.
        total: usize,
    },
    /// The machine is where the session left it, and listens.
    Ready,
    /// Bytes for a terminal.
    Output {
        /// The terminal.
        tty: u32,
        /// The bytes; they travel beside the text.
        #[serde(skip)]
        data: Vec<u8>,
    },
    /// While a session is played again: the terminal had this size from here on.
    Size {
        /// The terminal.
        tty: u32,
        /// Its columns.
        cols: u16,
        /// Its rows.
        rows: u16,
    },
    /// The terminals that are open now.
    Terminals {
        /// Their numbers.
        open: Vec<u32>,
    },
    /// The texts that programs want edited, in place of any before.
    Edits {
        /// The first is to be edited now.
        open: Vec<Edit>,
    },
    /// Inputs that the machine has taken in, to be kept by the page.
    Logged {
        /// Opaque to the page.
        entries: Vec<String>,
    },
    /// How many lines of a run are still to be typed.
    Running {
        /// The terminal.
        tty: u32,
        /// None left: the last line is done and the prompt is back.
        left: usize,
    },
    /// The picture of the world.
    View {
        /// The picture.
        view: Box<View>,
    },
    /// Which checks hold.
    Checks {
        /// From [`ToWorker::Watch`].
        lesson: u32,
        /// In the order of the checks.
        done: Vec<bool>,
    },
    /// What a prediction came to.
    Predicted {
        /// From [`ToWorker::Predict`].
        id: String,
        /// In the order of the outcomes.
        came_true: Vec<bool>,
    },
    /// Something the learner ought to know.
    Notice {
        /// One sentence.
        message: String,
    },
    /// The machine has failed and will not answer any more.
    Died {
        /// What happened.
        message: String,
    },
    /// Yes.
    Pong {
        /// From [`ToWorker::Ping`].
        n: u32,
    },
}

impl ToWorker {
    fn data(&mut self) -> Option<&mut Vec<u8>> {
        match self {
            ToWorker::Keys { data, .. } => Some(data),
            _ => None,
        }
    }
}

impl FromWorker {
    fn data(&mut self) -> Option<&mut Vec<u8>> {
        match self {
            FromWorker::Output { data, .. } => Some(data),
            _ => None,
        }
    }
}

/// A message taken apart for the way: its text, and the bytes beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packet {
    /// JSON.
    pub text: String,
    /// Terminal bytes; empty where the message has none.
    pub data: Vec<u8>,
}

macro_rules! packets {
    ($message:ty) => {
        impl $message {
            /// Takes the message apart.
            pub fn pack(mut self) -> Packet {
                let data = self.data().map(std::mem::take).unwrap_or_default();
                let text = serde_json::to_string(&self).expect("a message has only text keys");
                Packet { text, data }
            }

            /// Puts it together again.
            pub fn unpack(packet: Packet) -> Result<Self, serde_json::Error> {
                let mut message: Self = serde_json::from_str(&packet.text)?;
                if let Some(data) = message.data() {
                    *data = packet.data;
                }
                Ok(message)
            }
        }
    };
}

packets!(ToWorker);
packets!(FromWorker);

/// Packets as the browser carries them: an array of the text and, where there are any, the bytes.
#[cfg(target_arch = "wasm32")]
pub mod wire {
    use js_sys::{Array, Uint8Array};
    use wasm_bindgen::{JsCast, JsValue};

    use super::Packet;

    /// For `postMessage`. The bytes' buffer is in the second value, to be transferred.
    pub fn to_js(packet: &Packet) -> (JsValue, Array) {
        let message = Array::of1(&JsValue::from_str(&packet.text));
        let transfer = Array::new();
        if !packet.data.is_empty() {
            let bytes = Uint8Array::from(packet.data.as_slice());
            transfer.push(&bytes.buffer());
            message.push(&bytes);
        }
        (message.into(), transfer)
    }

    /// From a message event's data; nothing when it is no packet.
    pub fn from_js(value: &JsValue) -> Option<Packet> {
        let message = value.dyn_ref::<Array>()?;
        let text = message.get(0).as_string()?;
        let data = message.get(1).dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
        Some(Packet { text, data: data.unwrap_or_default() })
    }
}

#[cfg(test)]
mod tests {
    use super::{FromWorker, ToWorker};

    #[test]
    fn bytes_travel_beside_the_text() {
        let message = ToWorker::Keys { tty: 3, data: vec![0, 255, 10] };
        let packet = message.clone().pack();
        assert_eq!(packet.text, r#"{"keys":{"tty":3}}"#);
        assert_eq!(ToWorker::unpack(packet).unwrap(), message);
        let message = FromWorker::Output { tty: 0, data: b"hi".to_vec() };
        assert_eq!(FromWorker::unpack(message.clone().pack()).unwrap(), message);
    }
}
