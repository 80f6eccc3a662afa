//! Line editing on a terminal, as GNU readline's emacs mode does it. The shell supplies the prompt, the
//! history and a [`Completer`]; expanding prompts, `!!` and what a line means are its own.

mod acts;
pub(crate) mod bindings;
mod buffer;
pub mod complete;
mod edit;
mod functions;
mod keys;
mod menu;
mod prompt;
mod screen;
mod search;
pub mod sources;
#[cfg(test)]
mod tests;
mod typed;
mod vi;
mod vi_motion;
mod vi_search;
pub mod width;
pub mod words;

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use crate::kernel::{Disposition, Fd, Proc, Signal, Termios};
use crate::vfs::Errno;

use bindings::Bindings;
use buffer::{Buffer, Kills};
use keys::Input;
use prompt::{Piece, pieces};
use screen::Screen;
use vi::Vi;

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
    /// A key runs a command of the shell; [`Readline::preset`] is the line so far.
    Run(String),
    /// The line is to be edited by a program and run then.
    Edit(String),
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
    /// Bytes to be taken before the terminal's.
    pending: VecDeque<u8>,
    /// What vi mode remembers.
    vi: Vi,
    /// The bytes of the last key.
    raw: Vec<u8>,
    /// The keyboard macro, and the one being recorded.
    keys: Vec<u8>,
    recording: Option<Vec<u8>>,
    /// The line of the history that the next line begins with.
    next_index: Option<usize>,
    /// What keys are bound to.
    pub bindings: Rc<Bindings>,
    /// Where the cursor is in [`Readline::preset`], in characters; at its end where there is nothing.
    pub preset_at: Option<usize>,
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
    /// history-search by what is before this place.
    Search {
        at: usize,
    },
    /// menu-complete put one of the candidates from this place on.
    Menu {
        turn: usize,
    },
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
    /// The numeric argument of the next key.
    arg: Option<i64>,
    mark: usize,
    /// Typed text takes the place of what is there.
    overwrite: bool,
    vi: Option<Vi>,
    /// The line as it was before menu-complete.
    menu_line: Option<Buffer>,
}

const INPUT: Fd = 0;

impl Readline {
    /// A line editor with nothing to remember.
    pub fn new(style: Style) -> Readline {
        Readline {
            style,
            kills: Kills::default(),
            last_search: String::new(),
            pending: VecDeque::new(),
            vi: Vi::default(),
            raw: Vec::new(),
            keys: Vec::new(),
            recording: None,
            next_index: None,
            bindings: Rc::default(),
            preset_at: None,
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
        let (preset_at, next_index) = (self.preset_at.take(), self.next_index.take());
        let vi = (self.bindings.setting("editing-mode") == "vi").then(|| self.vi.again());
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
            arg: None,
            mark: 0,
            overwrite: false,
            vi,
            menu_line: None,
        };
        if let Some(at) = preset_at {
            session.buf.at = at.min(session.buf.chars.len());
        }
        if let Some(index) = next_index {
            session.visit(Some(index));
        }
        let line = session.run().await;
        let vi = session.vi.take();
        let (edits, accepted) = (std::mem::take(&mut session.edits), session.index);
        self.edited = edits
            .into_iter()
            .filter(|(i, _)| *i != accepted && *i < history.len())
            .map(|(i, buffer)| (i, buffer.text()))
            .collect();
        if let Some(vi) = vi {
            self.vi = vi;
        }
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
        Input { p, fd: INPUT, pending: &mut self.pending, raw: &mut self.raw }
    }
}
