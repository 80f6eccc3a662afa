//! bash on the host, ash and dash in containers: one interpreter, three dialects. Programs that are
//! files belong to `coreutils`; processes, descriptors and signals to `kernel`.

mod ansi;
mod arith;
mod limits;
mod pattern;
mod quote;
mod syntax;

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
