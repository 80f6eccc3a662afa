//! What a lesson is once it has been read. Reading is `parse`'s; whether a check holds is `judge`'s.

use serde::{Deserialize, Serialize};
use std::fmt;

/// One lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lesson {
    /// Stands for the lesson in links and in saved progress; never changes once published.
    pub id: String,
    /// Plain text.
    pub title: String,
    /// Place among the lessons, lowest first.
    pub order: u32,
    /// One sentence, plain text.
    pub summary: String,
    /// How long it takes.
    pub minutes: u32,
    /// How much it asks of the learner.
    pub level: Level,
    /// In reading order. What stands before the first heading is a section without a title.
    pub sections: Vec<Section>,
}

/// How much a lesson asks of the learner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Needs no knowledge of Docker.
    #[default]
    Start,
    /// Needs the lessons before it.
    Next,
    /// Goes into detail.
    Deep,
}

/// What stands under one heading; with checks in it, a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Unique in its lesson.
    pub id: String,
    /// The heading as HTML; none before the first heading.
    pub title: Option<String>,
    /// In reading order.
    pub blocks: Vec<Block>,
}

/// One piece of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    /// Text, and code that is not for the shell.
    Prose {
        /// Safe to put into the page as it is.
        html: String,
    },
    /// Commands for the terminal.
    Shell(Shell),
    /// Something that shall be true of the world.
    Check(Check),
    /// Help that is shown on request.
    Hint(Hint),
    /// Commands that make the section's checks true, shown on request.
    Solution(Solution),
    /// A question with authored answers.
    Quiz(Quiz),
    /// A question that the world answers.
    Predict(Predict),
}

/// Commands that can be sent to the terminal as they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shell {
    /// Unique in its lesson.
    pub id: String,
    /// What to type: no prompts, no output, a newline at the end.
    pub script: String,
    /// The block as it was written.
    pub shown: String,
    /// The line of the lesson where the block begins.
    pub line: usize,
}

/// Something that shall be true of the world: satisfied when its script, run by bash as the learner on a
/// fork of the world, ends with status 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// Unique in its lesson; made from the title, so that progress survives edits elsewhere.
    pub id: String,
    /// What shall be true, as inline HTML.
    pub title: String,
    /// The script.
    pub script: String,
    /// The line of the lesson where the fence begins.
    pub line: usize,
}

/// Help that is shown on request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// What it helps with, as inline HTML; may be empty.
    pub title: String,
    /// The help itself.
    pub html: String,
}

/// Commands that make the section's checks true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Solution {
    /// Commands, ready to run.
    pub script: String,
    /// The line of the lesson where the fence begins.
    pub line: usize,
}

/// A question with authored answers, of which at least one is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiz {
    /// Unique in its lesson.
    pub id: String,
    /// Inline HTML.
    pub question: String,
    /// In the order written.
    pub choices: Vec<Choice>,
}

/// One answer of a quiz.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Inline HTML.
    pub text: String,
    /// Whether it is right.
    pub correct: bool,
    /// Why it is or is not, as inline HTML; may be empty.
    pub why: String,
}

/// A question about what a command will do. Nobody writes the answer down: the command is run on a fork of
/// the world as it is, and then each outcome's script says whether that outcome came true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Predict {
    /// Unique in its lesson.
    pub id: String,
    /// Inline HTML.
    pub question: String,
    /// What is run on the fork.
    pub script: String,
    /// What might come of it, in the order written.
    pub outcomes: Vec<Outcome>,
    /// The line of the lesson where the fence begins.
    pub line: usize,
}

/// One thing that might come of a command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Inline HTML.
    pub text: String,
    /// Ends with status 0 when this is what happened.
    pub script: String,
}

/// Why a lesson can not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Counted from 1.
    pub line: usize,
    /// One sentence.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl Section {
    /// The section's checks, in reading order.
    pub fn checks(&self) -> impl Iterator<Item = &Check> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Check(check) => Some(check),
            _ => None,
        })
    }
}

impl Lesson {
    /// The lesson's checks, in reading order.
    pub fn checks(&self) -> impl Iterator<Item = &Check> {
        self.sections.iter().flat_map(Section::checks)
    }
}
