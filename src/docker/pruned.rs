//! What the verbs that prune tell of what they took. Asking before it is `cli`'s, the pruning the engine's.

use super::cli::Cli;
use super::format::units;

/// What a prune of one kind of thing took.
#[derive(Default)]
pub struct Pruned {
    /// Bytes won.
    pub space: u64,
    report: String,
}

impl Pruned {
    /// A line for each under a heading, and nothing where nothing went.
    pub fn new(heading: &str, lines: &[String], space: u64) -> Pruned {
        if lines.is_empty() {
            return Pruned::default();
        }
        let lines: String = lines.iter().map(|line| format!("{line}\n")).collect();
        Pruned { space, report: format!("{heading}:\n{lines}") }
    }

    /// Prints what went.
    pub async fn tell(&self, cli: &Cli) {
        if !self.report.is_empty() {
            cli.line(&self.report).await;
        }
    }
}

/// Prints how many bytes were won in all.
pub async fn tell_total(cli: &Cli, space: u64) {
    let space = i64::try_from(space).unwrap_or(i64::MAX);
    cli.line(&format!("Total reclaimed space: {}", units::human_size(space))).await;
}
