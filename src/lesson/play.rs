//! Plays a lesson as a learner would who follows it to the letter, and tells whether its checks and predictions
//! are worth having: false before the work is done, true after it, and one outcome for each prediction.
//! Printing the findings and the exit status are the caller's.

use super::model::{Block, Check, Lesson, Predict, Section};
use std::fmt;

/// Something that runs a script, as a learner would run it, and can be copied to try things out.
pub trait Machine {
    /// Runs a script and tells its exit status and what it printed.
    fn run(&mut self, script: &str) -> (i32, String);

    /// Runs a script on a copy: whatever it does is forgotten.
    fn try_out(&self, scripts: &[&str]) -> Vec<(i32, String)>;
}

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

/// Plays the whole lesson on a machine as it is when a learner begins.
pub fn play(lesson: &Lesson, machine: &mut impl Machine) -> Vec<Finding> {
    lesson.sections.iter().flat_map(|section| play_section(section, machine)).collect()
}

fn play_section(section: &Section, machine: &mut impl Machine) -> Vec<Finding> {
    let checks: Vec<&Check> = section.checks().collect();
    let mut findings: Vec<Finding> = Vec::new();
    let early: Vec<bool> = checks.iter().map(|check| holds(check, machine).0).collect();
    let mut solved = false;
    for block in &section.blocks {
        match block {
            Block::Shell(shell) => {
                machine.run(&shell.script);
            }
            Block::Predict(predict) => findings.push(predicted(predict, machine)),
            Block::Solution(solution) => {
                if !solved && checks.iter().all(|check| holds(check, machine).0) {
                    findings.push(Finding {
                        line: solution.line,
                        subject: "the solution".to_owned(),
                        fault: Some("all checks of its task hold before it has run".to_owned()),
                    });
                }
                solved = true;
                machine.run(&solution.script);
            }
            Block::Prose { .. } | Block::Check(_) | Block::Hint(_) | Block::Quiz(_) => {}
        }
    }
    for (check, early) in checks.into_iter().zip(early) {
        let (holds, output) = holds(check, machine);
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

fn holds(check: &Check, machine: &impl Machine) -> (bool, String) {
    let (status, output) = machine.try_out(&[&check.script]).pop().unwrap_or_default();
    (status == 0, output)
}

fn predicted(predict: &Predict, machine: &impl Machine) -> Finding {
    let mut came = Vec::new();
    for outcome in &predict.outcomes {
        let results = machine.try_out(&[&predict.script, &outcome.script]);
        if results.last().is_some_and(|(status, _)| *status == 0) {
            came.push(plain(&outcome.text));
        }
    }
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
