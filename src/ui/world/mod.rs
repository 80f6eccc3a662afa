//! The world pane: where every file lives, and what will become of it. The map of its parts: `panel` is the
//! whole, `container`, `volume`, `host`, `image` and `losses` its sections, `files` the lists in them, `fate`
//! the rules of what is lost when.

pub mod fate;
pub mod words;

#[cfg(target_arch = "wasm32")]
mod container;
#[cfg(target_arch = "wasm32")]
mod files;
#[cfg(target_arch = "wasm32")]
mod host;
#[cfg(target_arch = "wasm32")]
mod image;
#[cfg(target_arch = "wasm32")]
mod losses;
#[cfg(target_arch = "wasm32")]
mod panel;
#[cfg(target_arch = "wasm32")]
mod volume;

#[cfg(target_arch = "wasm32")]
pub use panel::{WorldPanel, legend};
