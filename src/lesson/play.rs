//! Plays a lesson as a learner would who follows it to the letter, and tells whether its checks and predictions
//! are worth having: false before the work is done, true after it, and one outcome for each prediction.
//! Printing the findings and the exit status are the caller's.

use super::model::{Block, Check, Lesson, Predict, Section};
use crate::vfs::text;
use crate::world::{World, script};
use std::fmt;

/// What was found about one part of a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The line of the lesson.
    pub line: usize,
    /// What was looked at.
    pub subject: String,
    /// What is wrong; nothing when all is as it should be.
    pub fault: Option<String>,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.fault {
            None => write!(f, "line {}: ok: {}", self.line, self.subject),
            Some(fault) => write!(f, "line {}: FAILED: {}: {fault}", self.line, self.subject),
        }
    }
}

/// Plays the whole lesson in a world as it is when a learner begins.
pub fn play(lesson: &Lesson, world: &mut World) -> Vec<Finding> {
    lesson.sections.iter().flat_map(|section| play_section(section, world)).collect()
}

fn play_section(section: &Section, world: &mut World) -> Vec<Finding> {
    let checks: Vec<&Check> = section.checks().collect();
    let mut findings: Vec<Finding> = Vec::new();
    let early: Vec<bool> = checks.iter().map(|check| holds(check, world).0).collect();
    let mut solved = false;
    for block in &section.blocks {
        match block {
            Block::Shell(shell) => {
                script::capture(world, &shell.script);
            }
            Block::Predict(predict) => findings.push(predicted(predict, world)),
            Block::Solution(solution) => {
                if !solved && checks.iter().all(|check| holds(check, world).0) {
                    findings.push(Finding {
                        line: solution.line,
                        subject: "the solution".to_owned(),
                        fault: Some("all checks of its task hold before it has run".to_owned()),
                    });
                }
                solved = true;
                script::capture(world, &solution.script);
            }
            Block::Prose { .. } | Block::Check(_) | Block::Hint(_) | Block::Quiz(_) => {}
        }
    }
    for (check, early) in checks.into_iter().zip(early) {
        let (holds, output) = holds(check, world);
        let fault = match (early, holds) {
            (true, _) => Some("it holds before anything has been done for it".to_owned()),
            (false, false) => Some(format!("it does not hold at the end of its task\n{output}")),
            (false, true) => None,
        };
        findings.push(Finding { line: check.line, subject: plain(&check.title), fault });
    }
    findings.sort_by_key(|finding| finding.line);
    findings
}

fn holds(check: &Check, world: &World) -> (bool, String) {
    let verdict = world.check(&check.script);
    (verdict.holds(), text::decode(&verdict.output).into_owned())
}

fn predicted(predict: &Predict, world: &World) -> Finding {
    let scripts: Vec<String> =
        predict.outcomes.iter().map(|outcome| outcome.script.clone()).collect();
    let verdicts = world.predict(&predict.script, &scripts);
    let came: Vec<String> = predict
        .outcomes
        .iter()
        .zip(&verdicts)
        .filter(|(_, verdict)| verdict.holds())
        .map(|(outcome, _)| plain(&outcome.text))
        .collect();
    let fault = match came.as_slice() {
        [_] => None,
        [] => Some("no outcome came true".to_owned()),
        several => Some(format!("more than one outcome came true: {}", several.join("; "))),
    };
    Finding { line: predict.line, subject: plain(&predict.question), fault }
}

/// HTML without its tags, for a terminal.
fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut tag = false;
    for c in html.chars() {
        match c {
            '<' => tag = true,
            '>' if tag => tag = false,
            c if !tag => text.push(c),
            _ => {}
        }
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
