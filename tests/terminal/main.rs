//! Whole sessions at a terminal: keys, and what is on the screen after them. The files beside this one say how
//! real shells and programs answered; what is typed stands before `---`, the screen after it.
//!
//! A line is typed with Enter after it, unless it ends in `\c`; `\xNN` is a byte. `@wait MS` lets time pass,
//! `@resize COLUMNS ROWS` changes the window. Process numbers are shown as `PID`.

#[path = "../common/mod.rs"]
mod common;

use std::path::Path;

use avt::Terminal;
use common::Typist;
use drydock::world::Input;

/// A session as a file has it.
struct Case {
    name: String,
    program: String,
    cols: u16,
    rows: u16,
    steps: Vec<String>,
    screen: Vec<String>,
}

/// The sessions of a file.
fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut typing = true;
    for line in text.lines() {
        if let Some(head) = line.strip_prefix("=== ") {
            let (name, options) = head.split_once(' ').unwrap_or((head, ""));
            let mut case = Case {
                name: name.to_string(),
                program: "bash --norc --noprofile -i".to_string(),
                cols: 100,
                rows: 30,
                steps: Vec::new(),
                screen: Vec::new(),
            };
            let (numbers, program) = options.split_once("run=").unwrap_or((options, ""));
            if !program.is_empty() {
                case.program = program.to_string();
            }
            for option in numbers.split_whitespace() {
                match option.split_once('=') {
                    Some(("cols", n)) => case.cols = n.parse().expect("a number"),
                    Some(("rows", n)) => case.rows = n.parse().expect("a number"),
                    _ => panic!("{line}"),
                }
            }
            cases.push(case);
            typing = true;
        } else if line == "---" {
            typing = false;
        } else if let Some(case) = cases.last_mut() {
            if typing { &mut case.steps } else { &mut case.screen }.push(line.to_string());
        }
    }
    cases
}

/// The bytes of a step.
fn keys(step: &str) -> Vec<u8> {
    let (text, enter) = match step.strip_suffix("\\c") {
        Some(text) => (text, false),
        None => (step, true),
    };
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let byte = rest.strip_prefix("\\x").and_then(|r| u8::from_str_radix(r.get(..2)?, 16).ok());
        let escaped = ["\\r", "\\n", "\\t", "\\\\"].iter().find(|e| rest.starts_with(**e));
        if let Some(byte) = byte {
            out.push(byte);
            rest = &rest[4..];
        } else if let Some(escaped) = escaped {
            out.push(match &escaped[1..] {
                "r" => b'\r',
                "n" => b'\n',
                "t" => b'\t',
                _ => b'\\',
            });
            rest = &rest[2..];
        } else {
            out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            rest = &rest[c.len_utf8()..];
        }
    }
    if enter {
        out.push(b'\r');
    }
    out
}

struct Session {
    typist: Typist,
    terminal: Terminal,
}

impl Session {
    fn open(case: &Case) -> Session {
        let typist = Typist::new(case.cols, case.rows);
        let terminal = Terminal::with_scrollback(case.cols.into(), case.rows.into(), None);
        let mut session = Session { typist, terminal: terminal.expect("a size") };
        session.wait(500);
        let begin = format!(
            " mkdir -p /tmp/w; cd /tmp/w; clear; exec env -i TERM=xterm HOME=/tmp/w USER=learner \
             LOGNAME=learner LANG=C.UTF-8 PATH=/usr/local/bin:/usr/bin:/bin \"PS1=\\$ \" {}\r",
            case.program
        );
        session.types(begin.into_bytes());
        session.wait(300);
        // What was there before is no part of it.
        let terminal = Terminal::with_scrollback(case.cols.into(), case.rows.into(), None);
        session.terminal = terminal.expect("a size");
        session.types(vec![12]);
        session
    }

    fn wait(&mut self, ms: i64) {
        let text = self.typist.wait(ms);
        self.terminal.feed(&*text);
    }

    fn types(&mut self, data: Vec<u8>) {
        let text = self.typist.types(&data, 400);
        self.terminal.feed(&*text);
    }

    fn step(&mut self, step: &str) {
        let words: Vec<&str> = step.split(' ').collect();
        match words.as_slice() {
            ["@wait", ms] => self.wait(ms.parse().expect("milliseconds")),
            ["@resize", cols, rows] => {
                let (cols, rows) = (cols.parse().expect("columns"), rows.parse().expect("rows"));
                self.terminal.resize(usize::from(cols), usize::from(rows));
                self.typist.world.input(Input::Resize { tty: self.typist.tty, cols, rows });
                self.wait(400);
            }
            _ => self.types(keys(step)),
        }
    }

    /// The screen and what has scrolled off it.
    fn screen(&self) -> Vec<String> {
        let lines = self.terminal.screen().all_lines();
        let mut lines: Vec<String> = lines.map(avt::Line::text).collect();
        lines.iter_mut().for_each(|l| *l = named(l.trim_end()));
        while lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        lines
    }
}

/// A line with `PID` for the number of a job's process.
fn named(line: &str) -> String {
    match line.split_once("] ") {
        Some((id, n))
            if id.len() > 1
                && id.starts_with('[')
                && id[1..].bytes().all(|b| b.is_ascii_digit())
                && !n.is_empty()
                && n.bytes().all(|b| b.is_ascii_digit()) =>
        {
            format!("{id}] PID")
        }
        _ => line.to_string(),
    }
}

#[track_caller]
fn run(file: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/terminal").join(file);
    let text = std::fs::read_to_string(&path).expect("the file is there");
    let mut wrong = Vec::new();
    for case in cases(&text) {
        let mut session = Session::open(&case);
        case.steps.iter().for_each(|step| session.step(step));
        let screen = session.screen();
        if screen != case.screen {
            wrong.push(format!(
                "{}:\n{}\n  instead of\n{}",
                case.name,
                screen.join("\n"),
                case.screen.join("\n")
            ));
        }
    }
    assert!(wrong.is_empty(), "{file}\n{}", wrong.join("\n\n"));
}

#[test]
fn emacs_mode() {
    run("emacs.s");
}

#[test]
fn vi_mode() {
    run("vi.s");
}

#[test]
fn history() {
    run("history.s");
}

#[test]
fn jobs() {
    run("jobs.s");
}
