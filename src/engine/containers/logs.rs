//! Reading a container's log.

use crate::engine::api::container::Frame;
use crate::engine::{Engine, Result};
use crate::kernel::Proc;

/// A log being read.
pub struct LogStream {
    pub(crate) engine: Engine,
    pub(crate) queue: std::collections::VecDeque<Frame>,
}

impl LogStream {
    /// The next line (or part of one); `None` at the end.
    pub async fn next(&mut self, _p: &Proc) -> Result<Option<Frame>> {
        let _ = &self.engine;
        Ok(self.queue.pop_front())
    }
}
