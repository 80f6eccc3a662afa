//! sed's `s` for names: what tar's `--transform` is given.

use super::parse::{How, parse};
use super::script::{Cmd, Pattern, Subst};
use super::subst::substitute;
use crate::vfs::text;

/// Replacements, one after the other.
#[derive(Debug)]
pub(crate) struct Renaming {
    steps: Vec<Subst>,
    utf8: bool,
}

impl Renaming {
    /// Reads expressions such as `s,^,dir/,`; what is wrong otherwise, in words.
    pub(crate) fn new(expression: &str, utf8: bool) -> Result<Renaming, String> {
        let invalid = || "Invalid transform expression".to_string();
        let delimiter = expression.strip_prefix('s').and_then(|r| r.chars().next());
        let delimiter = delimiter.ok_or_else(invalid)?;
        let (body, flags) = expression.rsplit_once(delimiter).ok_or_else(invalid)?;
        // Among the flags of the last are tar's own.
        if let Some(c) = flags.chars().find(|c| "rRsShH".contains(*c)) {
            return Err(format!("the flag `{c}' of a transform is not built into this simulation"));
        }
        let how = How { extended: flags.contains('x'), utf8, busybox: false, posix: false };
        let plain = format!("{body}{delimiter}{}", flags.replace('x', ""));
        let script = parse(&text::encode(&plain), how).map_err(|_| invalid())?;
        let steps = script.steps.into_iter().map(|step| match step.cmd {
            Cmd::Subst(s) if step.from.is_none() && !s.execute && s.write.is_none() => Ok(*s),
            _ => Err(invalid()),
        });
        Ok(Renaming { steps: steps.collect::<Result<_, _>>()?, utf8 })
    }

    /// The name that a name becomes.
    pub(crate) fn apply(&self, name: &str) -> String {
        let mut now = text::encode(name).into_owned();
        let mut next = Vec::new();
        for step in &self.steps {
            if let Pattern::Re(re) = &step.pattern
                && substitute(step, re, &now, self.utf8, &mut next) == Ok(true)
            {
                std::mem::swap(&mut now, &mut next);
            }
        }
        text::decode_owned(now)
    }
}
