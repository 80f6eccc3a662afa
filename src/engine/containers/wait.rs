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
        let status = match self.done {
            Done::Now(status) => status,
            Done::Ends(seen) => {
                self.engine
                    .until(p, |e| {
                        let st = e.state();
                        match st.containers.get(&self.id) {
                            Some(c) if c.ends == seen => None,
                            Some(c) => Some(c.exit_code),
                            None => Some(st.ended.get(&self.id).copied().unwrap_or(0)),
                        }
                    })
                    .await?
            }
            Done::Removed => {
                self.engine
                    .until(p, |e| {
                        let st = e.state();
                        let gone = !st.containers.contains_key(&self.id);
                        gone.then(|| st.ended.get(&self.id).copied().unwrap_or(0))
                    })
                    .await?
            }
        };
        Ok(WaitResult { status, error: None })
    }
}

impl Engine {
    /// Registers a wait; to be done before the start where the end may come soon. The waiting itself
    /// is [`Waiter::wait`].
    pub fn container_wait(&self, id: &str, condition: WaitCondition) -> Result<Waiter> {
        let full = self.find_container(id)?;
        let st = self.state();
        let Some(c) = st.containers.get(&full) else {
            return Err(EngineError::not_found(format!("No such container: {id}")));
        };
        let runs = c.run.is_some() || c.phase == Phase::Restarting;
        let done = match condition {
            WaitCondition::NotRunning if !runs => Done::Now(c.exit_code),
            WaitCondition::NotRunning | WaitCondition::NextExit => Done::Ends(c.ends),
            WaitCondition::Removed => Done::Removed,
        };
        drop(st);
        Ok(Waiter { engine: self.clone(), id: full, done })
    }
}
