//! The programs for processes, users, the machine and its networks against sessions recorded from the
//! real ones: transcripts as in `transcripts/`, in `spec/system/`.

#[path = "transcripts/normalise.rs"]
mod normalise;
#[path = "transcripts/transcript.rs"]
#[allow(dead_code)]
mod transcript;

use drydock::world::{self, Config, World};

/// Runs a transcript's steps in a new world; panics with what differs.
fn replay(file: &str, text: &str) {
    let steps = transcript::steps(text);
    assert!(!steps.is_empty(), "{file} holds no step");
    let mut world = World::new(Config::default());
    let mut output = Vec::new();
    let script = transcript::script(&steps);
    world::script::run(&mut world, "/tmp/session.sh", &script, &[], &mut |_, bytes| {
        output.extend_from_slice(bytes);
    });
    let raw = String::from_utf8_lossy(&output).into_owned();
    let outcomes = normalise::all(transcript::split(&raw, steps.len()));
    let mut report = String::new();
    for (step, outcome) in steps.iter().zip(&outcomes) {
        let lines = outcome.lines.clone().unwrap_or_else(|| vec!["(not reached)".to_string()]);
        let status = outcome.status.unwrap_or(0);
        let same = lines.iter().map(|l| l.trim_end()).eq(step.output.iter().map(|l| l.trim_end()));
        if same && status == step.status {
            continue;
        }
        report += &format!("{file}\n  $ {}\n", step.command);
        for line in &step.output {
            report += &format!("    - {line}\n");
        }
        for line in &lines {
            report += &format!("    + {line}\n");
        }
        if status != step.status {
            report += &format!("    - [{}]\n    + [{status}]\n", step.status);
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

macro_rules! specs {
    ($($name:ident)*) => {
        const FILES: &[&str] = &[$(concat!(stringify!($name), ".t")),*];
        $(#[test]
        fn $name() {
            replay(stringify!($name), include_str!(concat!("spec/system/", stringify!($name), ".t")));
        })*
    };
}

specs! { busybox dates environment identity machine processes users }

#[test]
fn the_list_holds_every_file() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/spec/system");
    let entries = std::fs::read_dir(folder).expect("the folder of specs");
    let mut files: Vec<String> =
        entries.map(|e| e.expect("an entry").file_name().display().to_string()).collect();
    files.sort();
    assert_eq!(FILES, files);
}
