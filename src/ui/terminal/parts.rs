//! What changes while a terminal is shown: its screen state, its drawing, its announcing, and what is due. When
//! each is due is the screen's to say.

use gloo::render::AnimationFrame;
use gloo::timers::callback::Timeout;

use super::announce::Announcer;
use super::canvas::Canvas;
use super::emulator::Emulator;

/// One terminal's changing parts.
pub struct Parts {
    /// What the screen says.
    pub emulator: Emulator,
    /// How it is drawn.
    pub canvas: Canvas,
    /// How it is said aloud.
    pub announcer: Announcer,
    /// The next drawing.
    pub frame: Option<AnimationFrame>,
    /// The next saying.
    pub saying: Option<Timeout>,
    /// The next part of the history to be drawn.
    pub filling: Option<Timeout>,
    /// Bytes taken in since the last drawing.
    pub undrawn: usize,
    /// The size that the place on the page has room for.
    pub room: Option<(u16, u16)>,
    /// The size that the machine was told last.
    pub told: Option<(u16, u16)>,
    /// Whether the machine is ready; until then its old output decides the size.
    pub ready: bool,
}

impl Parts {
    /// Of a terminal that has the usual size until it is measured.
    pub fn new(canvas: Canvas, announcer: Announcer) -> Parts {
        Parts {
            emulator: Emulator::new(80, 24),
            canvas,
            announcer,
            frame: None,
            saying: None,
            filling: None,
            undrawn: 0,
            room: None,
            told: None,
            ready: false,
        }
    }

    /// Changes the size. What has come is said while its lines still have their numbers.
    pub fn resize(&mut self, cols: u16, rows: u16) {
        if self.emulator.size() == (cols.into(), rows.into()) {
            return;
        }
        self.announcer.say(&self.emulator);
        self.emulator.resize(cols.into(), rows.into());
        self.announcer.rewrapped(&self.emulator);
    }
}
