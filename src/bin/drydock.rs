//! The native program: scripts and lesson checks without a browser. Everything but arguments and
//! files is the library's.

use std::io::Write;
use std::process::ExitCode;

use drydock::lesson;
use drydock::vfs::text;
use drydock::world::script::{self, Script};
use drydock::world::{Config, World};

/// Many small things are made and dropped: a fifth of a command's time goes by in the system's allocator.
#[cfg(not(target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const USAGE: &str =
    "usage: drydock run [--put FILE=PATH]... [--get PATH=FILE]... SCRIPT [ARGUMENT...]
                                        run a script by the simulated host's bash; files of
                                        this machine are put there before, and got from there after
       drydock lesson check PATH...     play lessons' solutions and look at their checks
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["run", rest @ ..] => match Errand::parse(rest) {
            Some(errand) => errand.run(),
            None => usage(),
        },
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
        _ => usage(),
    }
}

fn usage() -> ExitCode {
    eprint!("{USAGE}");
    ExitCode::from(2)
}

/// A script to run, and the files that go in before and come out after.
#[derive(Default)]
struct Errand<'a> {
    /// File of this machine and path over there.
    put: Vec<(&'a str, &'a str)>,
    /// Path over there and file of this machine.
    get: Vec<(&'a str, &'a str)>,
    file: &'a str,
    args: &'a [&'a str],
}

impl<'a> Errand<'a> {
    fn parse(mut words: &'a [&'a str]) -> Option<Errand<'a>> {
        let mut errand = Errand::default();
        while let [option @ ("--put" | "--get"), pair, rest @ ..] = words {
            let pair = pair.split_once('=')?;
            match *option {
                "--put" => errand.put.push(pair),
                _ => errand.get.push(pair),
            }
            words = rest;
        }
        (errand.file, errand.args) = match words {
            [file, args @ ..] if !file.starts_with('-') => (*file, args),
            _ => return None,
        };
        Some(errand)
    }

    fn run(&self) -> ExitCode {
        let mut world = World::new(Config::default());
        for (file, path) in &self.put {
            let done = std::fs::read(file)
                .map_err(|e| e.to_string())
                .and_then(|bytes| world.put_file(path, bytes).map_err(|e| e.to_string()));
            if let Err(e) = done {
                eprintln!("drydock: {file}: {e}");
                return ExitCode::from(127);
            }
        }
        let status = run(&mut world, self.file, self.args);
        for (path, file) in &self.get {
            let done = world
                .get_file(path)
                .map_err(|e| e.to_string())
                .and_then(|bytes| std::fs::write(file, bytes).map_err(|e| e.to_string()));
            if let Err(e) = done {
                eprintln!("drydock: {path}: {e}");
                return ExitCode::from(127);
            }
        }
        ExitCode::from(status)
    }
}

/// The caller's locale, which goes along as with ssh(1) where it has `SendEnv LANG LC_*`, Debian's way.
fn locale() -> Vec<(String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .filter(|(name, _)| name == "LANG" || name.starts_with("LC_"))
        .collect()
}

fn run(world: &mut World, file: &str, args: &[&str]) -> u8 {
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(e) => {
            eprintln!("drydock: {file}: {e}");
            return 127;
        }
    };
    let mut sink = |stream: u8, bytes: &[u8]| {
        // A reader who has gone is no reason to stop: the script may have other things to do.
        let _ = match stream {
            1 => std::io::stdout().lock().write_all(bytes),
            _ => std::io::stderr().lock().write_all(bytes),
        };
    };
    let locale = locale();
    let locale: Vec<(&str, &str)> = locale.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let text = text::decode_owned(bytes);
    let script = Script { name: file, text: &text, args, locale: &locale };
    let status = script::run(world, script, &mut sink);
    let _ = std::io::stdout().flush();
    status as u8
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
