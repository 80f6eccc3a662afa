//! What the page is told of the machine as it goes: output, terminals, texts to edit.

use super::pump::{Port, Pump};
use crate::protocol::FromWorker;

impl<P: Port> Pump<P> {
    /// Tells which terminals are open, when that has changed.
    pub(super) fn tell_terminals(&mut self) {
        let Some(world) = &self.world else { return };
        let open = world.terminals();
        if open != self.terminals {
            self.terminals.clone_from(&open);
            self.port.send(FromWorker::Terminals { open });
        }
    }

    /// Tells which texts are to be edited, when that has changed.
    pub(super) fn tell_edits(&mut self) {
        let Some(world) = &self.world else { return };
        let open = world.kernel().edit_ids();
        if open != self.edits {
            self.edits = open;
            self.port.send(FromWorker::Edits { open: world.kernel().edits() });
        }
    }

    /// Sends what the terminals have to show.
    pub(super) fn carry_output(&mut self) {
        let Some(world) = &mut self.world else { return };
        for (tty, data) in world.take_output() {
            if !data.is_empty() {
                self.undrawn += data.len();
                self.port.send(FromWorker::Output { tty, data });
            }
        }
    }
}
