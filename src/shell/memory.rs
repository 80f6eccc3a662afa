//! What the shell does when it runs out of memory, and what it tells the kernel of its own. The
//! bounds are in `limits` and `kernel::limits`.

use crate::shell::Dialect;
use crate::shell::limits::{CENSUS, TEXT};
use crate::shell::state::{Res, Shell, Stop};
use crate::shell::vars::Value;

/// Bytes that an element of an array takes beside its text.
const ELEMENT: usize = 48;

impl Shell {
    /// An allocation of `bytes` that can not be made ends the shell, as bash's xmalloc does.
    pub(crate) fn out_of_memory(&mut self, bytes: usize) -> Stop {
        let name: String = match self.source() {
            Some(s) if !s.is_empty() && self.bash() => s.to_string(),
            _ => self.arg0.to_string(),
        };
        match self.dialect {
            Dialect::Bash => {
                self.complain(&format!("{name}: xrealloc: cannot allocate {bytes} bytes\n"));
                Stop::Exit(2)
            }
            Dialect::Ash => {
                self.complain(&format!("{name}: out of memory\n"));
                Stop::Exit(1)
            }
            Dialect::Dash => {
                self.error("Out of space");
                Stop::Exit(2)
            }
        }
    }

    /// Whether what is being read, `bytes` so far, still finds room. The kernel is told now and then.
    pub(crate) fn read_room(&mut self, bytes: usize) -> Res<()> {
        if bytes > TEXT {
            return Err(self.out_of_memory(bytes));
        }
        if bytes < self.reading {
            self.reading = 0;
        }
        if bytes - self.reading < CENSUS {
            return Ok(());
        }
        self.reading = bytes;
        self.tell_held(bytes)
    }

    /// Counts bytes that are assigned. When they are many, the kernel is told what all variables take;
    /// an error when it has killed the shell for that.
    pub(crate) fn charge(&mut self, bytes: usize) -> Res<()> {
        self.charged = self.charged.saturating_add(bytes);
        if self.charged < CENSUS {
            return Ok(());
        }
        self.charged = 0;
        self.tell_held(0)
    }

    /// Tells the kernel how much all variables hold, and `more`.
    fn tell_held(&mut self, more: usize) -> Res<()> {
        let held = self.vars.size().saturating_add(more);
        if self.p.hold(held as u64) {
            return Ok(());
        }
        self.exiting = true;
        Err(Stop::Exit(137))
    }
}

/// About how many bytes a value takes.
pub(crate) fn size(v: &Value) -> usize {
    match v {
        Value::Unset => 0,
        Value::Scalar(s) => s.len(),
        Value::Array(a) => a.iter().map(|(_, s)| s.len() + ELEMENT).sum(),
        Value::Assoc(a) => a.texts().map(|(k, s)| k.len() + s.len() + 2 * ELEMENT).sum(),
    }
}
