//! A session played on a new machine and compared, step by step, with what was recorded.

use drydock::world::script::{self, Script};
use drydock::world::{Config, World};

use crate::normalise;
use crate::transcript::{self, Gap, Outcome, Step};

/// `LANG` and `LC_*` of the host that a session was recorded on.
pub type Locale<'a> = &'a [(&'a str, &'a str)];

/// Replays a session; gives what is to be said of it, nothing if all is as it should be.
pub fn replay(file: &str, text: &str, gaps: &[Gap], locale: Locale<'_>) -> String {
    let steps = transcript::steps(text);
    assert!(!steps.is_empty(), "{file} holds no step");
    let raw = played(&transcript::script(&steps), locale);
    let outcomes = normalise::all(transcript::split(&raw, steps.len()));
    let gaps: Vec<&Gap> = gaps.iter().filter(|gap| gap.file == file).collect();
    let mut report = String::new();
    for (index, (step, outcome)) in steps.iter().zip(&outcomes).enumerate() {
        let number = index + 1;
        let gap = gaps.iter().find(|gap| gap.step == number);
        if let Some(gap) = gap.filter(|gap| gap.command != step.first_line()) {
            report += &format!("{file} step {number}: KNOWN_GAPS has {}\n", gap.command);
        }
        match (agrees(step, outcome), gap) {
            (true, None) | (false, Some(_)) => {}
            (true, Some(_)) => {
                report += &format!("{file} step {number} agrees now: take it off KNOWN_GAPS\n");
            }
            (false, None) => report += &difference(file, number, step, outcome),
        }
    }
    for gap in gaps.iter().filter(|gap| gap.step > steps.len()) {
        report += &format!("{file} has no step {}, which KNOWN_GAPS names\n", gap.step);
    }
    report
}

/// Runs a script in a new world, as the learner, and gives what it printed.
fn played(script: &str, locale: Locale<'_>) -> String {
    let mut world = World::new(Config::default());
    let mut output = Vec::new();
    let script = Script { locale, ..Script::new("/tmp/session.sh", script) };
    script::run(&mut world, script, &mut |_, bytes| {
        output.extend_from_slice(bytes);
    });
    String::from_utf8_lossy(&output).into_owned()
}

fn agrees(step: &Step, outcome: &Outcome) -> bool {
    let Some(lines) = &outcome.lines else { return false };
    let same = |(a, b): (&String, &String)| a.trim_end() == b.trim_end();
    lines.len() == step.output.len()
        && lines.iter().zip(&step.output).all(same)
        && outcome.status.unwrap_or(0) == step.status
}

fn difference(file: &str, number: usize, step: &Step, outcome: &Outcome) -> String {
    let mut text = format!("{file} step {number}\n  $ {}\n", step.command.replace('\n', "\n  > "));
    for line in &step.output {
        text += &format!("    - {line}\n");
    }
    text += &format!("    - [{}]\n", step.status);
    match &outcome.lines {
        Some(lines) => lines.iter().for_each(|line| text += &format!("    + {line}\n")),
        None => text += "    + (not reached)\n",
    }
    text + &format!("    + [{}]\n", outcome.status.unwrap_or(0))
}
