//! The native program: scripts and lesson checks without a browser. Everything but arguments and
//! files is the library's.

use std::io::Write;
use std::process::ExitCode;

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
