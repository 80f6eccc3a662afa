//! The command `e` and the flag `e` of `s`: commands of the shell, and what they print.

use super::Sed;
use super::exec::Stop;
use crate::coreutils::launch;
use crate::vfs::text;

impl Sed<'_> {
    /// Runs the pattern space as a command; its output takes its place.
    pub(super) async fn execute(&mut self) -> Result<(), Stop> {
        let command = std::mem::take(&mut self.space);
        self.space = self.output_of(&command).await?;
        if self.space.last() == Some(&self.delim) {
            self.space.pop();
        }
        Ok(())
    }

    /// What a command of the shell prints.
    pub(super) async fn output_of(&mut self, command: &[u8]) -> Result<Vec<u8>, Stop> {
        self.flush().await;
        let argv = ["sh", "-c", &text::decode(command)].map(str::to_string);
        let run = launch::output(self.cx, false, &argv).await;
        run.map(|(out, _)| out).map_err(|e| Stop(format!("error running subprocess: {e}")))
    }
}
