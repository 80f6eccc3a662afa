//! Program text to tree, as bash reads it: recursive descent over characters, since what a character
//! means depends on where it stands. Running the tree belongs to `exec`, expanding its words to
//! `expand`.

mod alias;
mod assign;
pub(crate) mod ast;
mod ast_word;
mod command;
mod compound;
mod cond;
mod dollar;
mod error;
mod function;
mod heredoc;
mod lexer;
mod param;
pub(crate) mod print;
mod print_word;
mod redirect;
#[cfg(test)]
mod tests;
mod word;

pub(crate) use error::{SyntaxError, Wrong};
pub(crate) use lexer::{ParseOptions, Parser, is_name, name_length};
