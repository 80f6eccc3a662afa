//! SQL as text: words, and the tree that a statement is read into. What a statement means is the
//! engine's.

pub mod ast;
mod ast_statement;
mod ddl;
mod ddl_alter;
mod dml;
mod expr;
mod expr_words;
mod grant;
pub mod lex;
mod parse;
mod parse_kinds;
mod select;
mod show;
mod transaction;

pub use parse::Parser;
pub use show::{expr_text, ident, literal};
