//! Options of `export` and `readonly`, which share declare's attributes.

use crate::shell::builtins::options;
use crate::shell::state::{Res, Shell};

/// Options of `export` and `readonly`, which share the table of attributes.
pub(in crate::shell::builtins) fn simple_options(
    sh: &mut Shell,
    name: &str,
    words: &[String],
    spec: &str,
) -> Result<(Vec<char>, usize), Res<i32>> {
    match options(words, spec) {
        Ok((found, at)) => Ok((found.into_iter().map(|(c, _)| c).collect(), at)),
        Err((c, _)) => Err(sh.bad_option(name, c)),
    }
}
