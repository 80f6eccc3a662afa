//! Runs the cases under `tests/spec/shell`: each is a script with what bash answers. A case is
//!
//! ```text
//! #### name
//! script
//! ## STDOUT:
//! lines
//! ## END
//! ## status: 1
//! ```
//!
//! `## stderr: text` asks for a line of standard error, `## sh: ash` (or `dash`) runs the script by
//! that shell, `## fails: why` marks a case that is known to fail, which must then fail.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use drydock::world::script::{self, Script};
use drydock::world::{Config, World};

#[derive(Default)]
struct Case {
    name: String,
    line: usize,
    script: String,
    stdout: String,
    stderr: Vec<String>,
    status: i32,
    shell: Option<String>,
    fails: Option<String>,
}

fn parse(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut in_stdout = false;
    for (i, line) in text.lines().enumerate() {
        if let Some(name) = line.strip_prefix("#### ") {
            cases.push(Case { name: name.to_string(), line: i + 1, ..Case::default() });
            in_stdout = false;
            continue;
        }
        let Some(case) = cases.last_mut() else { continue };
        match line {
            "## STDOUT:" => in_stdout = true,
            "## END" => in_stdout = false,
            _ if in_stdout => {
                case.stdout.push_str(line);
                case.stdout.push('\n');
            }
            _ => match line.strip_prefix("## ").and_then(|l| l.split_once(": ")) {
                Some(("status", n)) => case.status = n.parse().expect("a status"),
                Some(("stderr", l)) => case.stderr.push(l.to_string()),
                Some(("sh", s)) => case.shell = Some(s.to_string()),
                Some(("fails", why)) => case.fails = Some(why.to_string()),
                _ => {
                    case.script.push_str(line);
                    case.script.push('\n');
                }
            },
        }
    }
    cases
}

/// The bytes of a program file that runs the shell of this name.
fn program(name: &str) -> String {
    let mut printf = format!("mkdir ~/{name}; printf '\\177ELF\\2\\1\\1");
    printf.push_str(&"\\0".repeat(57));
    let _ = write!(printf, "\\0drydock\\0{name}\\0' > ~/{name}/sh; chmod +x ~/{name}/sh");
    printf
}

fn run(machine: &World, case: &Case) -> (String, String, i32) {
    let mut world = machine.fork();
    let text = match &case.shell {
        None => case.script.clone(),
        Some(sh) => {
            let quoted = case.script.replace('\'', "'\\''");
            format!("{}\nprintf %s '{quoted}' > case.sh\nexec ~/{sh}/sh case.sh\n", program(sh))
        }
    };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = script::run(&mut world, Script::new("case.sh", &text), &mut |stream, bytes| {
        if stream == 1 { out.extend_from_slice(bytes) } else { err.extend_from_slice(bytes) }
    });
    let text = |b: Vec<u8>| String::from_utf8_lossy(&b).into_owned();
    (text(out), text(err), status)
}

fn check(machine: &World, path: &Path, problems: &mut Vec<String>) -> usize {
    let text = std::fs::read_to_string(path).expect("a readable file");
    let cases = parse(&text);
    for case in &cases {
        let (out, err, status) = run(machine, case);
        let good = out == case.stdout
            && status == case.status
            && case.stderr.iter().all(|l| err.lines().any(|e| e == l));
        let at = format!("{}:{} {}", path.display(), case.line, case.name);
        match (&case.fails, good) {
            (None, true) | (Some(_), false) => {}
            (Some(_), true) => problems.push(format!("{at}: passes now; take its mark away")),
            (None, false) => problems.push(format!(
                "{at}\n--- want ({})\n{}--- got ({status})\n{out}--- stderr\n{err}",
                case.status, case.stdout
            )),
        }
    }
    cases.len()
}

#[test]
fn shell_cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec/shell");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder")
        .map(|e| e.expect("an entry").path())
        .collect();
    files.sort();
    let machine = World::new(Config::default());
    let mut problems = Vec::new();
    let count: usize = files.iter().map(|f| check(&machine, f, &mut problems)).sum();
    assert!(count > 0, "no cases");
    assert!(problems.is_empty(), "{} of {count} cases:\n{}", problems.len(), problems.join("\n"));
}

/// Nesting far beyond what anyone writes is refused quickly, by every route.
#[test]
fn deep_nesting_ends_in_an_error() {
    // Builds without optimisation take more stack than the browser's.
    let large = std::thread::Builder::new().stack_size(64 << 20);
    large.spawn(deep_nesting).expect("a thread").join().expect("no panic");
}

fn deep_nesting() {
    let machine = World::new(Config::default());
    for unit in
        ["(", "$(", "${a:-", "if ", "$((", "a[$(", "a=($(", "a=([$(", "coproc $(", "((", "{ "]
    {
        let case = Case { script: unit.repeat(3000), ..Case::default() };
        let (_, err, status) = run(&machine, &case);
        assert!(status != 0 && !err.is_empty(), "{unit}: {status}");
    }
}
