//! bash on the host, ash and dash in containers: one interpreter, three dialects. Programs that are
//! files belong to `coreutils`; processes, descriptors and signals to `kernel`.
//!
//! Text becomes a tree in `syntax`; `exec` walks it, `expand` makes words into values, `builtins` are
//! the commands that the shell has itself. [`Shell`](state::Shell) is all that a subshell inherits.

mod ansi;
mod arith;
mod brace;
mod builtins;
mod exec;
mod expand;
mod history;
mod interactive;
mod jobs;
mod limits;
mod options;
mod pattern;
mod prompt;
mod quote;
pub mod readline;
mod regex;
mod startup;
mod state;
mod syntax;
mod test_expr;
mod traps;
mod vars;

use std::rc::Rc;

use crate::kernel::{Kernel, LocalFuture, Proc, Program};

/// Which shell's rules and wordings are in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// bash 5.
    Bash,
    /// busybox ash, the `sh` of alpine and busybox.
    Ash,
    /// dash, the `sh` of debian and ubuntu.
    Dash,
}

/// A shell as a program's code.
pub fn main(dialect: Dialect) -> crate::kernel::Main {
    Rc::new(move |p: Proc| -> LocalFuture<i32> { Box::pin(startup::run(p, dialect)) })
}

/// Makes the shells known to the kernel: `bash`, `ash` and `dash`.
pub fn register(kernel: &Kernel) {
    for (name, dialect) in [("ash", Dialect::Ash), ("bash", Dialect::Bash), ("dash", Dialect::Dash)] {
        kernel.register(name, Program { main: main(dialect), restartable: |_| false });
    }
}
