//! Line editing on a terminal, as GNU readline's emacs mode does it. The shell supplies the prompt, the
//! history and a [`Completer`]; expanding prompts, `!!` and what a line means are its own.

mod buffer;
pub mod complete;
mod edit;
mod keys;
mod menu;
mod prompt;
mod screen;
mod search;
pub mod sources;
#[cfg(test)]
mod tests;
pub mod width;
pub mod words;

use std::collections::BTreeMap;

use crate::kernel::{Disposition, Fd, Proc, Signal, Termios};
use crate::vfs::Errno;

use buffer::{Buffer, Kills};
use keys::Input;
use prompt::{Piece, pieces};
use screen::Screen;

pub use complete::{Candidate, Completer, Completion, End, NoCompletion, Programmable, Quote};

/// What reading a line came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A line, without the newline that ended it; pasted text may hold newlines.
    Text(String),
    /// Ctrl-D on an empty line, or the terminal is gone.
    Eof,
    /// Ctrl-C, or SIGINT where the process handles it.
    Interrupted,
    /// Nothing was typed until [`Readline::deadline`].
    TimedOut,
}

/// Whose manners a line editor has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Style {
    /// GNU readline, as bash uses it: bracketed paste, output to standard error.
    Gnu,
    /// BusyBox ash: no bracketed paste, output to standard output.
    Busybox,
}

/// A line editor: what it remembers from one line to the next.
#[derive(Clone, Debug)]
pub struct Readline {
    style: Style,
    kills: Kills,
    last_search: String,
    pending: Option<u8>,
    /// Handled signals that came while a line was read, other than SIGWINCH and SIGINT: for the
    /// shell to run its traps by.
    pub signals: Vec<Signal>,
    /// Ctrl-C runs a trap: the cursor is left in the line.
    pub trapped: bool,
    /// What the next line begins with.
    pub preset: Option<String>,
    /// When the next line ends without having been typed.
    pub deadline: Option<i64>,
    /// Lines of the history, by place, that were changed and left so.
    pub edited: Vec<(usize, String)>,
}

/// Puts a terminal's settings and SIGWINCH back, also when the process is killed within a line.
struct Restore {
    p: Proc,
    fd: Fd,
    termios: Termios,
    winch: Disposition,
}

impl Drop for Restore {
    fn drop(&mut self) {
        let _ = self.p.tcsetattr(self.fd, self.termios);
        let _ = self.p.signal(Signal::WINCH, self.winch);
    }
}

/// What the key before this one did, for keys that carry on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Last {
    #[default]
    Other,
    Insert,
    Kill,
    Yank {
        from: usize,
    },
    /// Alt-. took a word from this line of the history, to this place of the line.
    Argument {
        index: usize,
        from: usize,
    },
    /// A Tab that could not decide.
    Tab,
}

/// The reading of one line.
struct Session<'a> {
    rl: &'a mut Readline,
    p: &'a Proc,
    prompt: Vec<Piece>,
    history: &'a [String],
    completer: &'a dyn Completer,
    /// The terminal shows nothing that is typed (`stty -echo`).
    quiet: bool,
    buf: Buffer,
    screen: Screen,
    /// The line of the history that is shown; past its end, the one being typed.
    index: usize,
    /// Lines of the history as they were changed on the way.
    edits: BTreeMap<usize, Buffer>,
    undo: Vec<Buffer>,
    last: Last,
}

const INPUT: Fd = 0;

impl Readline {
    /// A line editor with nothing to remember.
    pub fn new(style: Style) -> Readline {
        Readline {
            style,
            kills: Kills::default(),
            last_search: String::new(),
            pending: None,
            signals: Vec::new(),
            trapped: false,
            preset: None,
            deadline: None,
            edited: Vec::new(),
        }
    }

    /// Reads a line from the terminal that is standard input. `history` is the lines so far, oldest
    /// first; adding the new one to it is left to the caller.
    pub async fn read_line(
        &mut self,
        p: &Proc,
        prompt: &str,
        history: &[String],
        completer: &dyn Completer,
    ) -> Result<Line, Errno> {
        let termios = p.tcgetattr(INPUT)?;
        let raw = Termios { icanon: false, echo: false, isig: false, icrnl: false, opost: true };
        let (cols, rows) = p.winsize(INPUT)?;
        let winch = p.signal(Signal::WINCH, Disposition::Handle)?;
        let restore = Restore { p: p.clone(), fd: INPUT, termios, winch };
        p.tcsetattr(INPUT, raw)?;
        let preset = self.preset.take().unwrap_or_default();
        let quiet = !termios.echo;
        let mut session = Session {
            rl: self,
            quiet,
            p,
            prompt: pieces(prompt),
            history,
            completer,
            buf: Buffer::new(&preset),
            screen: Screen::new(cols, rows),
            index: history.len(),
            edits: BTreeMap::new(),
            undo: Vec::new(),
            last: Last::Other,
        };
        let line = session.run().await;
        let (edits, accepted) = (std::mem::take(&mut session.edits), session.index);
        self.edited = edits
            .into_iter()
            .filter(|(i, _)| *i != accepted && *i < history.len())
            .map(|(i, buffer)| (i, buffer.text()))
            .collect();
        drop(restore);
        line
    }

    fn output(&self) -> Fd {
        match self.style {
            Style::Gnu => 2,
            Style::Busybox => 1,
        }
    }

    /// The reading side, with the byte that was read too far.
    fn input<'a>(&'a mut self, p: &'a Proc) -> Input<'a> {
        Input { p, fd: INPUT, pending: &mut self.pending }
    }
}
