//! The lesson pane: text, commands to run, tasks that check themselves, questions. The map of its parts:
//! `pane` is the whole, `block` one piece of it, `shell`, `quiz` and `predict` the pieces that do something,
//! `steps` takes scripts apart, `progress` is what is kept, `picker` lists the lessons.

pub mod progress;
pub mod steps;

#[cfg(target_arch = "wasm32")]
mod block;
#[cfg(target_arch = "wasm32")]
mod pane;
#[cfg(target_arch = "wasm32")]
mod picker;
#[cfg(target_arch = "wasm32")]
mod predict;
#[cfg(target_arch = "wasm32")]
mod quiz;
#[cfg(target_arch = "wasm32")]
mod shell;

#[cfg(target_arch = "wasm32")]
pub use pane::{Act, LessonPane};
#[cfg(target_arch = "wasm32")]
pub use picker::Picker;
