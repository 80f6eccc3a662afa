//! The worker: the machine beside the page, so that nothing typed can freeze the page. The map of its parts:
//! `machine` says what it needs of a machine, `pump` gives it time and carries messages, `replay` brings a
//! machine to where a log of inputs leaves it, `run` types the lines of a block, `glue` ties it to the browser.

mod machine;
mod pump;
mod replay;
mod run;

#[cfg(target_arch = "wasm32")]
mod glue;
#[cfg(test)]
mod tests;

#[cfg(target_arch = "wasm32")]
pub use glue::start;
