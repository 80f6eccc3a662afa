//! Running the tree: lists, pipelines, commands. What a command is belongs to the files below; words
//! belong to `expand`, builtins to `builtins`.

mod assign;
mod background;
mod call;
mod compound;
mod cond;
mod coproc;
mod fork;
mod list;
mod program;
mod redirect;
mod replace;
mod segment;
mod select;
mod simple;
mod source;
mod trace;
mod wording;

pub(crate) use program::Found;
pub(crate) use segment::{Segments, drive};
pub(crate) use simple::Args;
pub(crate) use source::{Origin, is_binary};
