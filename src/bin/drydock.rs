//! The native program: scripts and lesson checks without a browser. Everything but arguments and
//! files is the library's.

use std::io::Write;
use std::process::ExitCode;

use drydock::lesson;
use drydock::vfs::text;
use drydock::world::{Config, World, script};

const USAGE: &str =
    "usage: drydock run FILE [ARGUMENT...]   run a script by the simulated host's bash
       drydock lesson check PATH...     play lessons' solutions and look at their checks
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["run", file, rest @ ..] => run(file, rest),
        ["lesson", "check", first, rest @ ..] => {
            let mut all_well = true;
            for path in std::iter::once(first).chain(rest) {
                all_well &= check_lesson(path);
            }
            ExitCode::from(u8::from(!all_well))
        }
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            ExitCode::SUCCESS
        }
        _ => {
            eprint!("{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn run(file: &str, args: &[&str]) -> ExitCode {
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(e) => {
            eprintln!("drydock: {file}: {e}");
            return ExitCode::from(127);
        }
    };
    let mut world = World::new(Config::default());
    let mut sink = |stream: u8, bytes: &[u8]| {
        // A reader who has gone is no reason to stop: the script may have other things to do.
        let _ = match stream {
            1 => std::io::stdout().lock().write_all(bytes),
            _ => std::io::stderr().lock().write_all(bytes),
        };
    };
    let status = script::run(&mut world, file, &text::decode_owned(bytes), args, &mut sink);
    let _ = std::io::stdout().flush();
    ExitCode::from(status as u8)
}

/// Plays a lesson in a new world and prints a line for each of its checks and predictions.
fn check_lesson(path: &str) -> bool {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(e) => {
            eprintln!("drydock: {path}: {e}");
            return false;
        }
    };
    let lesson = match lesson::parse(&text) {
        Ok(lesson) => lesson,
        Err(problems) => {
            problems.iter().for_each(|problem| eprintln!("{path}: {problem}"));
            return false;
        }
    };
    let findings = lesson::play(&lesson, &mut World::new(Config::default()));
    findings.iter().for_each(|finding| println!("{path}: {finding}"));
    findings.iter().all(|finding| finding.fault.is_none())
}
