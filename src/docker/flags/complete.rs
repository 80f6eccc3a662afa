//! What completes a word of a docker command line, worked out from the tables alone. Which
//! containers or volumes there are is asked of the engine by `docker::complete`.

use super::{Flag, Kind};

/// What sort of thing a word names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Nothing that could be completed.
    Nothing,
    /// Files of the host.
    Files,
    /// Containers, any state.
    Containers,
    /// Containers that run.
    Running,
    /// Containers that do not run.
    Stopped,
    /// A running container, then anything.
    RunningThenCommand,
    /// A container, then nothing more.
    OneContainer,
    /// Containers and files, as in `docker cp`.
    ContainersAndFiles,
    /// Images.
    Images,
    /// An image, then anything.
    ImageThenCommand,
    /// Volumes.
    Volumes,
    /// Networks.
    Networks,
    /// A network, then a container.
    NetworkThenContainer,
    /// Anything that can be inspected.
    Objects,
    /// Contexts.
    Contexts,
    /// One of these words.
    Words(&'static [&'static str]),
}

/// What could stand in a place of the command line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// Words with what they mean: verbs or flags.
    pub words: Vec<(String, String)>,
    /// Names of this sort as well.
    pub names: Option<Takes>,
}

/// What may follow `words` (after the verb's name), of which the last is being typed.
pub fn propose(
    tables: &[&'static [Flag]],
    interspersed: bool,
    takes: Takes,
    words: &[String],
) -> Proposal {
    let flags = || tables.iter().flat_map(|t| t.iter());
    let Some((typing, before)) = words.split_last() else { return Proposal::default() };
    let mut args = 0;
    let mut expecting: Option<&Flag> = None;
    let mut only_args = false;
    for word in before {
        if expecting.take().is_some() {
            continue;
        }
        if only_args || !word.starts_with('-') || word == "-" {
            args += 1;
            only_args |= !interspersed;
        } else if word == "--" {
            only_args = true;
        } else {
            expecting = awaits(&flags, word);
        }
    }
    if let Some(flag) = expecting {
        return Proposal { words: Vec::new(), names: Some(flag.takes) };
    }
    if !only_args && typing.starts_with('-') {
        if let Some((name, _)) = typing.strip_prefix("--").and_then(|t| t.split_once('=')) {
            let names = flags().find(|f| f.long == name).map(|f| f.takes);
            return Proposal { words: Vec::new(), names };
        }
        let words = flags()
            .filter(|f| !f.hidden && format!("--{}", f.long).starts_with(typing.as_str()))
            .map(|f| (format!("--{}", f.long), f.about.replace('`', "")))
            .collect();
        return Proposal { words, names: None };
    }
    let names = match (takes, args) {
        (Takes::RunningThenCommand, 0) => Takes::Running,
        (Takes::ImageThenCommand, 0) => Takes::Images,
        (Takes::OneContainer, 0) => Takes::Containers,
        (Takes::NetworkThenContainer, 0) => Takes::Networks,
        (Takes::NetworkThenContainer, 1) => Takes::Containers,
        (Takes::RunningThenCommand | Takes::ImageThenCommand, _) => Takes::Files,
        (Takes::OneContainer | Takes::NetworkThenContainer, _) => Takes::Nothing,
        (other, _) => other,
    };
    Proposal { words: Vec::new(), names: Some(names) }
}

/// The flag that takes the next word as its value.
fn awaits<'a, I: Iterator<Item = &'a Flag>>(
    flags: &impl Fn() -> I,
    word: &str,
) -> Option<&'a Flag> {
    let found = match word.strip_prefix("--") {
        Some(long) if !long.contains('=') => flags().find(|f| f.long == long),
        Some(_) => None,
        None => {
            let letters = &word[1..];
            let mut last = None;
            for (at, letter) in letters.char_indices() {
                let flag = flags().find(|f| f.short == Some(letter))?;
                if !matches!(flag.kind, Kind::Bool) {
                    last = (at + letter.len_utf8() == letters.len()).then_some(flag);
                    break;
                }
            }
            last
        }
    };
    found.filter(|f| !matches!(f.kind, Kind::Bool))
}

#[cfg(test)]
mod tests {
    use super::{Takes, propose};
    use crate::docker::flags::{Flag, list, switch};

    static TABLE: &[Flag] =
        &[switch("all", "").short('a'), list("volume", "").short('v').takes(Takes::Volumes)];

    fn names(line: &str) -> Option<Takes> {
        let words: Vec<String> = line.split(' ').map(str::to_string).collect();
        propose(&[TABLE], false, Takes::ImageThenCommand, &words).names
    }

    #[test]
    fn places() {
        assert_eq!(names("-a "), Some(Takes::Images));
        assert_eq!(names("-v "), Some(Takes::Volumes));
        assert_eq!(names("-av "), Some(Takes::Volumes));
        assert_eq!(names("--volume "), Some(Takes::Volumes));
        assert_eq!(names("--volume="), Some(Takes::Volumes));
        assert_eq!(names("-v x alpine -"), Some(Takes::Files));
    }
}
