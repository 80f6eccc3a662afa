//! Reading a command line. This is the plain way: the terminal's own line editing. What a richer
//! editor needs (history, candidates for completion) is offered through [`Line`].

use std::rc::Rc;

use crate::kernel::Proc;
use crate::vfs::{Errno, text};

/// What the editor may ask of the shell.
pub(crate) trait Line {
    /// Lines entered before, oldest first.
    fn history(&self) -> Rc<Vec<String>>;
    /// What a word may become: `command` for the first word, `file`, `variable`..
    fn candidates(&self, action: &str, word: &str) -> Vec<String>;
}

/// How reading a line ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Read {
    Line(String),
    /// Ctrl-D on an empty line, or the terminal is gone.
    Eof,
    /// Ctrl-C.
    Interrupted,
}

/// Shows a prompt and reads a line from the terminal on standard input.
pub(crate) async fn read_line(p: &Proc, prompt: &str, line: &dyn Line) -> Read {
    let _ = line;
    let shown = prompt.replace(['\x01', '\x02'], "");
    if p.write_all(2, &text::encode(&shown)).await.is_err() {
        return Read::Eof;
    }
    let mut bytes = Vec::new();
    loop {
        match p.read(0, 4096).await {
            Ok(b) if b.is_empty() => {
                return if bytes.is_empty() { Read::Eof } else { Read::Line(text::decode_owned(bytes)) };
            }
            Ok(b) => {
                bytes.extend_from_slice(&b);
                if bytes.last() == Some(&b'\n') {
                    return Read::Line(text::decode_owned(bytes));
                }
            }
            Err(Errno::EINTR) => {
                if p.has_signal() {
                    return Read::Interrupted;
                }
            }
            Err(_) => return Read::Eof,
        }
    }
}
