//! Work that follows the machine's changes, but not each of them: pictures and checks.

/// A chore rests so many times as long as it took: it never takes more than a part of the time.
const SHARE: f64 = 8.0;

/// Something to be done when the machine has changed, but not too often.
#[derive(Default)]
pub struct Chore {
    /// Whether it is to be done.
    pub wanted: bool,
    /// Not before this time.
    pub not_before: f64,
}

impl Chore {
    /// Whether its time has come.
    pub fn due(&self, now: f64) -> bool {
        self.wanted && now >= self.not_before
    }

    /// It was done, in this time; and is not to be done again for a while.
    pub fn done(&mut self, began: f64, ended: f64, pause: f64) {
        self.wanted = false;
        self.not_before = ended + pause.max((ended - began) * SHARE);
    }
}
