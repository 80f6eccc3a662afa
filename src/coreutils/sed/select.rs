//! Which lines a sed command is for.

use super::Sed;
use super::exec::Stop;
use super::script::{Addr, End, Pattern, Step};
use crate::coreutils::regex::Regex;
use std::rc::Rc;

impl Sed<'_> {
    pub(super) fn resolve(&mut self, p: &Pattern) -> Result<Rc<Regex>, Stop> {
        match p {
            Pattern::Re(r) => {
                self.last_regex = Some(r.clone());
                Ok(r.clone())
            }
            Pattern::Last => {
                self.last_regex.clone().ok_or_else(|| Stop("no previous regular expression".into()))
            }
        }
    }

    pub(super) fn hits(&mut self, p: &Pattern) -> Result<bool, Stop> {
        let r = self.resolve(p)?;
        r.is_match(&self.space).map_err(|e| Stop(e.to_string()))
    }

    pub(super) async fn selected(&mut self, i: usize) -> Result<bool, Stop> {
        let script = self.script.clone();
        let step = &script.steps[i];
        let Some(from) = &step.from else { return Ok(true) };
        let line = self.input.line;
        let Some(to) = &step.to else { return self.at(from).await };
        if self.cx.busybox() {
            return self.selected_by_busybox(i, from, to).await;
        }
        // A range from a line number begins there or, if commands before it kept that line away, later.
        let numbered = matches!(from, Addr::Line(_));
        let over = if numbered { Range::Closed } else { Range::Off };
        if matches!(self.active[i], Range::Off | Range::Closed) {
            let begins = match from {
                Addr::Line(n) => line == *n || (line > *n && self.active[i] == Range::Off),
                from => self.at(from).await?,
            };
            if !begins {
                return Ok(false);
            }
            self.active[i] = over;
            self.active[i] = match to {
                End::Line(n) if *n < line && numbered => {
                    return Ok(matches!(from, Addr::Line(f) if *f == line));
                }
                End::Line(n) if *n <= line => return Ok(true),
                End::Line(n) => Range::Until(*n),
                End::Plus(0) => return Ok(true),
                End::Plus(n) => Range::Until(line + n),
                End::Multiple(n) if *n == 0 || line.is_multiple_of(*n) => return Ok(true),
                End::Multiple(n) => Range::Until(line.div_ceil(*n) * n),
                End::Last | End::Match(_) => Range::On,
            };
            return Ok(true);
        }
        match (self.active[i], to) {
            (Range::Until(n), _) => {
                if line >= n {
                    self.active[i] = over;
                }
                // Past its end because lines were read meanwhile: the range is over, but a line that
                // begins it again does.
                if line > n { self.at(from).await } else { Ok(true) }
            }
            (_, End::Last) => {
                if self.is_last().await {
                    self.active[i] = over;
                }
                Ok(true)
            }
            (_, End::Match(p)) => {
                if self.hits(p)? {
                    self.active[i] = over;
                }
                Ok(true)
            }
            _ => Ok(true),
        }
    }

    /// BusyBox's ranges: one from a line number that was passed by begins late, whatever its end is.
    async fn selected_by_busybox(&mut self, i: usize, from: &Addr, to: &End) -> Result<bool, Stop> {
        let line = self.input.line;
        let was = self.active[i];
        let goes_on = matches!(was, Range::On | Range::Until(_));
        let numbered = matches!(from, Addr::Line(_));
        let begins = match from {
            _ if goes_on => true,
            Addr::Line(n) => was != Range::Closed && *n <= line,
            from => self.at(from).await?,
        };
        if !begins {
            return Ok(false);
        }
        let until = match (was, to) {
            (Range::Until(n), _) => Some(n),
            (_, End::Line(n)) => Some(*n),
            (_, End::Plus(n)) => Some(line.saturating_add(*n)),
            (_, End::Multiple(n)) => Some(line.div_ceil((*n).max(1)).saturating_mul(*n)),
            (_, End::Last | End::Match(_)) => None,
        };
        let ends = match to {
            End::Last => self.is_last().await,
            End::Match(p) => goes_on && self.hits(p)?,
            _ => until.is_none_or(|n| n <= line),
        };
        self.active[i] = match until {
            _ if ends && numbered => Range::Closed,
            _ if ends => Range::Off,
            Some(n) => Range::Until(n),
            None => Range::On,
        };
        Ok(true)
    }

    pub(super) async fn at(&mut self, a: &Addr) -> Result<bool, Stop> {
        let line = self.input.line;
        Ok(match a {
            Addr::Zero => false,
            Addr::Line(n) => line == *n,
            Addr::Step(first, 0) => line == *first,
            Addr::Step(first, step) => line >= *first && (line - first).is_multiple_of(*step),
            Addr::Last => self.is_last().await,
            Addr::Match(p) => self.hits(p)?,
        })
    }
}

/// Where a range stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Range {
    /// Not begun.
    Off,
    /// Begun, up to what the second address says.
    On,
    /// Begun, up to this line.
    Until(u64),
    /// Begun at a line number and over: it does not begin again.
    Closed,
}

/// A range from line 0 has begun before the first line.
pub fn initial(s: &Step) -> Range {
    if matches!(s.from, Some(Addr::Zero)) { Range::On } else { Range::Off }
}
