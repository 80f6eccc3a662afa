//! SQL as text: words, and the tree that a statement is read into. What a statement means is the
//! engine's.

pub mod ast;
mod ddl;
mod dml;
mod expr;
pub mod lex;
mod parse;
mod select;
mod show;

pub use parse::Parser;
pub use show::{expr_text, ident, literal};
