//! What Tab proposes on a docker command line: verbs and flags by the command line's own tables,
//! names by what the engine has at this moment.

use crate::compose;
use crate::docker::complete;
use crate::docker::flags::complete::Takes;
use crate::engine::Engine;
use crate::engine::state::Phase;
use crate::kernel::{LocalFuture, Proc};
use crate::shell::readline::complete::{Answer, Candidate, End, Programmable};

/// Completes `docker ...`.
pub struct DockerWords(pub Engine);

impl Programmable for DockerWords {
    fn complete(&self, p: &Proc, words: Vec<String>, index: usize) -> LocalFuture<Answer> {
        let answer = self.answer(p, &words[..=index.min(words.len() - 1)]);
        Box::pin(async move { answer })
    }
}

impl DockerWords {
    fn answer(&self, p: &Proc, words: &[String]) -> Answer {
        let proposal = match words {
            [_, first, rest @ ..] if first == "compose" && !rest.is_empty() => {
                compose::complete(p, rest)
            }
            _ => complete(words),
        };
        let typed = words.last().map(String::as_str).unwrap_or_default();
        let mut found: Vec<String> = proposal.words.into_iter().map(|(word, _)| word).collect();
        if let Some(takes) = proposal.names {
            found.extend(self.names(takes));
        }
        found.retain(|word| word.starts_with(typed));
        found.sort();
        found.dedup();
        let files = matches!(proposal.names, Some(Takes::Files | Takes::ContainersAndFiles));
        Answer { candidates: found.into_iter().map(candidate).collect(), files }
    }

    /// The names that a place takes.
    fn names(&self, takes: Takes) -> Vec<String> {
        let containers = |wanted: fn(Phase) -> bool| {
            self.0.look(|st| {
                let fits = st.containers.values().filter(|c| wanted(c.phase));
                fits.map(|c| c.name.clone()).collect::<Vec<String>>()
            })
        };
        let images = || {
            self.0.look(|st| {
                let mut all: Vec<String> =
                    st.images.images.keys().flat_map(|id| st.images.names(id)).collect();
                // A name without its tag means the latest.
                let plain: Vec<String> = all
                    .iter()
                    .filter_map(|n| n.strip_suffix(":latest").map(str::to_string))
                    .collect();
                all.extend(plain);
                all
            })
        };
        let volumes = || self.0.look(|st| st.volumes.keys().cloned().collect::<Vec<String>>());
        let networks = || {
            self.0.look(|st| st.networks.values().map(|n| n.name.clone()).collect::<Vec<String>>())
        };
        match takes {
            Takes::Nothing | Takes::Files => Vec::new(),
            Takes::Containers | Takes::OneContainer => containers(|_| true),
            Takes::Running | Takes::RunningThenCommand => {
                containers(|p| matches!(p, Phase::Running | Phase::Paused))
            }
            Takes::Stopped => containers(|p| !matches!(p, Phase::Running | Phase::Paused)),
            Takes::ContainersAndFiles => {
                containers(|_| true).into_iter().map(|n| format!("{n}:")).collect()
            }
            Takes::Images | Takes::ImageThenCommand => images(),
            Takes::Volumes => volumes(),
            Takes::Networks | Takes::NetworkThenContainer => networks(),
            Takes::Objects => [containers(|_| true), images(), volumes(), networks()].concat(),
            Takes::Contexts => vec!["default".to_string()],
            Takes::Words(words) => words.iter().map(|w| (*w).to_string()).collect(),
        }
    }
}

/// A word; a container's name before a path, and a flag before its value, are not its end.
fn candidate(word: String) -> Candidate {
    let open = word.ends_with(':') || word.ends_with('=');
    let end = if open { End::Nothing } else { End::Space };
    Candidate { end, ..Candidate::new(word) }
}
