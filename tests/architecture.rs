//! The rules of the source that the compiler does not hold: which module may know which, what a file begins
//! with, and how long it may be. Style within a file is the formatter's and the linter's.

use std::path::{Path, PathBuf};

/// Who may import whom: a module may name those of its own row and of the rows below.
const ORDER: &[&[&str]] = &[
    &["ui", "worker"],
    &["protocol"],
    &["lesson"],
    &["world"],
    &["compose"],
    &["docker"],
    &["images"],
    &["engine"],
    &["coreutils", "shell"],
    &["kernel"],
    &["golang", "vfs"],
];

const LINES: usize = 400;

struct Source {
    /// From the root of the repository.
    path: String,
    text: String,
}

impl Source {
    /// The module below the crate's root that the file belongs to, for the library's files.
    fn module(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        let name = inside.split(['/', '.']).next()?;
        (name != "lib" && name != "bin").then_some(name)
    }

    /// The lines with their numbers, without comments that fill a line.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["src", "tests", "benches", "xtask"] {
        collect(&root.join(folder), &mut files);
    }
    files.sort();
    let sources: Vec<Source> = files
        .into_iter()
        .map(|file| Source {
            path: file.strip_prefix(root).expect("a file of the repository").display().to_string(),
            text: std::fs::read_to_string(&file).expect("a source file is text"),
        })
        .collect();
    assert!(sources.len() > 20, "the sources are not where this test looks for them");
    sources
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|row| row.contains(&module))
}

/// The modules that stand behind `crate::` here, with the line: one, or the names of a `{...}` list.
fn imports(source: &Source) -> Vec<(usize, String)> {
    let code: Vec<(usize, &str)> = source.code().collect();
    let mut found = Vec::new();
    for (at, (number, line)) in code.iter().enumerate() {
        for (start, _) in line.match_indices("crate::") {
            let rest = &line[start + "crate::".len()..];
            if !rest.starts_with('{') {
                found.push((*number, first_name(rest)));
                continue;
            }
            let rest: Vec<&str> =
                std::iter::once(rest).chain(code[at + 1..].iter().map(|(_, line)| *line)).collect();
            found.extend(listed(&rest.join(" ")).into_iter().map(|name| (*number, name)));
        }
    }
    found
}

fn first_name(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The first names of the members of a list that begins with `{`.
fn listed(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut depth = 0;
    let mut fresh = false;
    for (at, c) in text.char_indices() {
        match c {
            '{' => {
                depth += 1;
                fresh = depth == 1;
            }
            '}' => {
                depth -= 1;
                if depth == 0 {
                    break;
                }
            }
            ',' if depth == 1 => fresh = true,
            c if fresh && (c.is_alphabetic() || c == '_') => {
                names.push(first_name(&text[at..]));
                fresh = false;
            }
            _ => {}
        }
    }
    names
}

fn assert_none(broken: Vec<String>) {
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn imports_run_downwards() {
    let mut broken = Vec::new();
    for source in sources() {
        let Some(own) = source.module().and_then(rank) else { continue };
        for (line, name) in imports(&source) {
            if rank(&name).is_some_and(|other| other < own) {
                broken.push(format!("{}:{line}: imports {name}, which lies above it", source.path));
            }
        }
    }
    assert_none(broken);
}

#[test]
fn the_order_names_every_module() {
    let unknown = sources()
        .iter()
        .filter(|source| source.module().is_some_and(|module| rank(module).is_none()))
        .map(|source| format!("{}: its module has no place in the order", source.path))
        .collect();
    assert_none(unknown);
}

#[test]
fn the_library_file_is_only_a_map() {
    let sources = sources();
    let lib = sources.iter().find(|source| source.path == "src/lib.rs").expect("src/lib.rs");
    let other = |line: &str| {
        let line = line.trim();
        let module = line.starts_with("pub mod ") && line.ends_with(';');
        !(line.is_empty() || module || line.starts_with("#[cfg("))
    };
    let broken = lib.code().filter(|(_, line)| other(line));
    assert_none(broken.map(|(number, line)| format!("src/lib.rs:{number}: {line}")).collect());
}

#[test]
fn each_file_says_first_what_it_owns() {
    let silent = |source: &&Source| !source.text.starts_with("//! ");
    let broken = sources().iter().filter(silent).map(|source| source.path.clone()).collect();
    assert_none(broken);
}

#[test]
fn no_file_is_longer_than_a_sitting() {
    let mut broken = Vec::new();
    for source in sources() {
        let lines = source.text.lines().count();
        if lines > LINES {
            broken.push(format!("{}: {lines} lines, more than {LINES}", source.path));
        }
    }
    assert_none(broken);
}

#[test]
fn no_import_takes_everything() {
    let mut broken = Vec::new();
    for source in sources() {
        let mut inside = false;
        for (number, line) in source.code() {
            let line = line.trim();
            inside |= line.starts_with("use ") || line.starts_with("pub use ");
            let all =
                ["::*", "{*", " *,", ", *}"].iter().any(|glob| line.contains(glob)) || line == "*,";
            // A module of tests inside a file may take what that file has.
            if inside && all && line != "use super::*;" {
                broken.push(format!("{}:{number}: {line}", source.path));
            }
            inside &= !line.ends_with(';');
        }
    }
    assert_none(broken);
}

#[test]
fn nothing_below_the_worker_looks_outside() {
    // The same inputs give the same world only where nothing else comes in.
    let outside = [
        "std::time",
        "std::fs",
        "std::env",
        "TcpStream",
        "TcpListener",
        "UdpSocket",
        "std::thread",
        "std::process",
        "SystemTime::",
        "Instant::now",
        "println!(",
        "print!(",
        "eprintln!(",
        "eprint!(",
        "dbg!(",
    ];
    let mut broken = Vec::new();
    for source in sources() {
        if source.module().is_none_or(|module| module == "ui" || module == "worker") {
            continue;
        }
        for (number, line) in source.code() {
            for word in outside.iter().filter(|word| line.contains(*word)) {
                broken.push(format!("{}:{number}: {word}", source.path));
            }
        }
    }
    assert_none(broken);
}

#[test]
fn lists_of_imports_are_understood() {
    assert_eq!(listed("{kernel::{Proc, Fd}, vfs::text, shell};"), ["kernel", "vfs", "shell"]);
}
