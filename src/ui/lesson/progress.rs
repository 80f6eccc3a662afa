//! What the learner has done: kept in the browser, by the ids that lessons give to their parts. Owns which
//! checks are watched; whether they hold is the world's answer.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::lesson::{Check, Lesson};

/// Progress through all lessons.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// The lesson that is open.
    pub current: Option<String>,
    /// By lesson id.
    pub lessons: BTreeMap<String, Done>,
}

/// Progress through one lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Done {
    /// Ids of checks that held once.
    pub checks: BTreeSet<String>,
    /// Quizzes: the answer last given, by id.
    pub quizzes: BTreeMap<String, usize>,
    /// Predictions: the outcome foreseen and those that came true, by id.
    pub predictions: BTreeMap<String, (usize, Vec<bool>)>,
}

impl Done {
    /// The checks to watch: those of the first section that is not done. What is true before anything was
    /// done (that a container is gone, say) must not count before its turn.
    pub fn open_checks<'a>(&self, lesson: &'a Lesson) -> Vec<&'a Check> {
        lesson
            .sections
            .iter()
            .map(|section| {
                section.checks().filter(|check| !self.checks.contains(&check.id)).collect()
            })
            .find(|open: &Vec<&Check>| !open.is_empty())
            .unwrap_or_default()
    }

    /// How many of the lesson's checks are done, and how many there are.
    pub fn count(&self, lesson: &Lesson) -> (usize, usize) {
        let done = lesson.checks().filter(|check| self.checks.contains(&check.id)).count();
        (done, lesson.checks().count())
    }
}

#[cfg(test)]
mod tests {
    use super::Done;
    use crate::lesson::parse;

    const LESSON: &str = "# L\n\n## One\n\n```check \"a\"\ntrue\n```\n\n```check \"b\"\ntrue\n```\n\n\
                          ## Two\n\n```check \"c\"\ntrue\n```\n";

    #[test]
    fn sections_open_one_after_another() {
        let lesson = parse(LESSON).unwrap();
        let ids: Vec<_> = lesson.checks().map(|check| check.id.clone()).collect();
        let mut done = Done::default();
        let open = |done: &Done| -> Vec<String> {
            done.open_checks(&lesson).iter().map(|check| check.id.clone()).collect()
        };
        assert_eq!(open(&done), ids[..2]);
        done.checks.insert(ids[1].clone());
        assert_eq!(open(&done), ids[..1]);
        done.checks.insert(ids[0].clone());
        assert_eq!(open(&done), ids[2..]);
        done.checks.insert(ids[2].clone());
        assert!(open(&done).is_empty());
        assert_eq!(done.count(&lesson), (3, 3));
    }
}
