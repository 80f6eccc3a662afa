//! Sessions of programs and of the shell, recorded from the real tools, replayed in a new world each.
//! Their form is that of `tests/transcripts`: to add one, write the commands into `tests/spec/FOLDER/NAME.t`
//! and record it. Steps that are known to disagree are listed in `KNOWN_GAPS`; one that agrees now fails
//! the run until it is taken off the list.

#[path = "../transcripts/normalise.rs"]
mod normalise;
#[path = "../transcripts/replay.rs"]
mod replay;
#[path = "../transcripts/transcript.rs"]
mod transcript;

use std::path::{Path, PathBuf};

use replay::replay;

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
    let text =
        |file: &str| std::fs::read_to_string(Path::new(FOLDER).join(file)).expect("a session");
    let halves = files.chunks(files.len().div_ceil(2));
    let report: String = std::thread::scope(|scope| {
        let replay_all = |half: &[String]| {
            half.iter()
                .map(|f| replay(f, &text(f), &gaps, &[("LANG", "C.UTF-8")]))
                .collect::<String>()
        };
        let running: Vec<_> = halves.map(|half| scope.spawn(move || replay_all(half))).collect();
        running.into_iter().map(|r| r.join().expect("a replay that ends")).collect()
    });
    assert!(report.is_empty(), "\n{report}");
}
