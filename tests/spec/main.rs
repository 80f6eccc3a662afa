//! Sessions of programs and of the shell, recorded from the real tools, replayed in a new world each.
//! Their form is that of `tests/transcripts`: to add one, write the commands into `tests/spec/FOLDER/NAME.t`
//! and record it. Steps that are known to disagree are listed in `KNOWN_GAPS`; one that agrees now fails
//! the run until it is taken off the list.

#[path = "../transcripts/normalise.rs"]
mod normalise;
#[path = "../transcripts/transcript.rs"]
#[allow(dead_code)]
mod transcript;

use std::path::{Path, PathBuf};

use drydock::world::{self, Config, World};
use transcript::{Gap, Outcome, Step};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/spec");
const GAPS: &str = include_str!("KNOWN_GAPS");

/// Every `.t` file below the folder, as `FOLDER/NAME.t`, in order.
fn sessions() -> Vec<String> {
    let list = |dir: &Path| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(dir).expect("a folder of sessions");
        entries.map(|entry| entry.expect("an entry").path()).collect()
    };
    let mut out: Vec<String> = list(Path::new(FOLDER))
        .into_iter()
        .filter(|path| path.is_dir())
        .flat_map(|dir| list(&dir))
        .filter(|path| path.extension().is_some_and(|end| end == "t"))
        .map(|path| path.strip_prefix(FOLDER).expect("a path below").display().to_string())
        .collect();
    out.sort();
    out
}

#[test]
fn recorded_sessions_agree() {
    let files = sessions();
    assert!(!files.is_empty(), "no session below {FOLDER}");
    let gaps = transcript::gaps(GAPS);
    for gap in &gaps {
        assert!(files.contains(&gap.file), "KNOWN_GAPS names {}, which is not there", gap.file);
    }
    let halves = files.chunks(files.len().div_ceil(2));
    let report: String = std::thread::scope(|scope| {
        let replay_all =
            |half: &[String]| half.iter().map(|f| replay(f, &gaps)).collect::<String>();
        let running: Vec<_> = halves.map(|half| scope.spawn(move || replay_all(half))).collect();
        running.into_iter().map(|r| r.join().expect("a replay that ends")).collect()
    });
    assert!(report.is_empty(), "\n{report}");
}

/// Replays a session; gives what is to be said of it, nothing if all is as it should be.
fn replay(file: &str, gaps: &[Gap]) -> String {
    let text = std::fs::read_to_string(Path::new(FOLDER).join(file)).expect("a session");
    let steps = transcript::steps(&text);
    let raw = run(&transcript::script(&steps));
    let outcomes = normalise::all(transcript::split(&raw, steps.len()));
    let gaps: Vec<&Gap> = gaps.iter().filter(|gap| gap.file == file).collect();
    let mut report = String::new();
    for (index, (step, outcome)) in steps.iter().zip(&outcomes).enumerate() {
        let number = index + 1;
        let gap = gaps.iter().find(|gap| gap.step == number);
        match (agrees(step, outcome), gap) {
            (true, None) => {}
            (false, Some(gap)) if gap.command == step.first_line() => {}
            (false, Some(gap)) => {
                report += &format!("{file} step {number}: KNOWN_GAPS has {}\n", gap.command);
            }
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
fn run(script: &str) -> String {
    let mut world = World::new(Config::default());
    let mut output = Vec::new();
    world::script::run(&mut world, "/tmp/session.sh", script, &[], &mut |_, bytes| {
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
