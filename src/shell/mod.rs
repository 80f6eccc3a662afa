//! bash on the host, ash and dash in containers: one interpreter, three dialects. Programs that are
//! files belong to `coreutils`; processes, descriptors and signals to `kernel`.
//!
//! Text becomes a tree in `syntax`; `exec` walks it, `expand` makes words into values, `builtins` are
//! the commands that the shell has itself. [`Shell`](state::Shell) is all that a subshell inherits.

mod ansi;
mod arith;
mod bang;
mod brace;
mod builtins;
mod candidates;
mod exec;
mod expand;
mod history;
mod interactive;
mod jobs;
mod limits;
mod memory;
mod options;
mod pattern;
mod prompt;
mod quote;
pub mod readline;
mod regex;
mod remember;
mod startup;
mod state;
mod stdin;
mod syntax;
mod test_expr;
mod traps;
mod vars;

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::kernel::{Kernel, LocalFuture, Main, Proc, Program};
use readline::Programmable;

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

/// Programs that complete their own arguments on an interactive shell's command line.
pub type Programs = Rc<BTreeMap<String, Rc<dyn Programmable>>>;

/// A shell as a program's code.
pub fn main(dialect: Dialect, programs: Programs) -> Main {
    Rc::new(move |p: Proc| -> LocalFuture<i32> {
        Box::pin(startup::run(p, dialect, programs.clone()))
    })
}

/// Makes the shells known to the kernel: `bash`, `ash` and `dash`.
pub fn register(kernel: &Kernel) {
    register_with(kernel, Programs::default());
}

/// The same, with programs that complete their own arguments.
pub fn register_with(kernel: &Kernel, programs: Programs) {
    for (name, dialect) in [("ash", Dialect::Ash), ("bash", Dialect::Bash), ("dash", Dialect::Dash)]
    {
        let main = main(dialect, programs.clone());
        kernel.register(name, Program { main, restartable: |_| false });
    }
}
