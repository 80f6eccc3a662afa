//! A terminal on the page: keys go to the machine, its bytes come to the screen. The map of the parts:
//! `stream` and `emulator` hold what the screen says, `canvas` and `ink` draw it, `announce` says it
//! aloud, `field`, `keys` and `touch` take what is typed, `parts` holds what changes,
//! `screen` ties them together.

pub mod keys;
pub mod stream;

#[cfg(target_arch = "wasm32")]
mod announce;
#[cfg(target_arch = "wasm32")]
mod canvas;
#[cfg(target_arch = "wasm32")]
mod component;
#[cfg(target_arch = "wasm32")]
mod emulator;
#[cfg(target_arch = "wasm32")]
mod field;
#[cfg(target_arch = "wasm32")]
mod ink;
#[cfg(target_arch = "wasm32")]
mod parts;
#[cfg(target_arch = "wasm32")]
mod screen;
#[cfg(target_arch = "wasm32")]
mod touch;

#[cfg(target_arch = "wasm32")]
pub use component::Terminal;
