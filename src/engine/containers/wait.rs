//! Waiting for a container's end.

use crate::engine::api::container::{WaitCondition, WaitResult};
use crate::engine::state::Phase;
use crate::engine::{Engine, EngineError, Result};
use crate::kernel::Proc;

/// A wait that was registered.
pub struct Waiter {
    pub(crate) engine: Engine,
    pub(crate) id: String,
    pub(crate) done: Done,
}

/// When a wait is over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Done {
    /// At once: it does not run.
    Now(i64),
    /// When it has ended more often than this.
    Ends(u64),
    /// When it is gone.
    Removed,
}

impl Waiter {
    /// Waits, and gives the exit status.
    pub async fn wait(&self, p: &Proc) -> Result<WaitResult> {
        let over = |e: &Engine| {
            let st = e.state();
            match (st.containers.get(&self.id), self.done) {
                (Some(c), Done::Ends(seen)) => (c.ends != seen).then_some(Some(c.last_code)),
                (Some(_), _) => None,
                (None, _) => {
                    let gone = st.ended.iter().rev().find(|(id, _)| *id == self.id);
                    Some(gone.map(|(_, status)| *status))
                }
            }
        };
        let status = match self.done {
            Done::Now(status) => Some(status),
            _ => self.engine.until(p, over).await?,
        };
        let unknown = || EngineError::not_found(format!("No such container: {}", self.id));
        Ok(WaitResult { status: status.ok_or_else(unknown)?, error: None })
    }
}

impl Engine {
    /// Registers a wait; to be done before the start where the end may come soon. The waiting itself
    /// is [`Waiter::wait`].
    pub fn container_wait(&self, id: &str, condition: WaitCondition) -> Result<Waiter> {
        let full = self.find_container(id)?;
        let mut st = self.state();
        let Some(c) = st.containers.get_mut(&full) else {
            return Err(EngineError::not_found(format!("No such container: {id}")));
        };
        let runs = c.run.is_some() || c.phase == Phase::Restarting;
        let done = match condition {
            WaitCondition::NotRunning if !runs => Done::Now(c.exit_code),
            WaitCondition::NotRunning | WaitCondition::NextExit => Done::Ends(c.ends),
            WaitCondition::Removed => Done::Removed,
        };
        c.waited = true;
        drop(st);
        Ok(Waiter { engine: self.clone(), id: full, done })
    }
}
