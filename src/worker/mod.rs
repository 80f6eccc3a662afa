//! The worker: the machine beside the page, so that nothing typed can freeze the page. The map of its parts:
//! `pump` gives the machine time and carries messages, `replay` brings one to where a log of inputs leaves
//! it, `tell` says what has
//! changed, `run` types the lines of a block, `trials` judges checks and predictions, `chore` says when it is time
//! for that, `glue` ties it all to the browser.

pub mod chore;
pub mod pump;
pub mod replay;
pub mod run;
mod tell;
pub mod trials;

#[cfg(target_arch = "wasm32")]
mod glue;
#[cfg(test)]
mod tests;

#[cfg(target_arch = "wasm32")]
pub use glue::start;
