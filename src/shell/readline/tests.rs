//! Keys go in as bytes; the line that comes out and what the terminal shows are compared. The terminal
//! here knows only what the editor writes.

use std::cell::RefCell;
use std::rc::Rc;

use crate::kernel::{Kernel, LocalFuture, Namespaces, Proc, Progress};
use crate::vfs::{MemFs, MountFlags, MountSpec, Super, Vfs};

use super::sources::{Sources, complete};
use super::{Completer, Completion, Line, Readline, Style};

/// A small terminal.
struct Term {
    cols: usize,
    height: usize,
    rows: Vec<Vec<char>>,
    row: usize,
    col: usize,
    wrap: bool,
}

impl Term {
    fn new(cols: usize, height: usize) -> Term {
        Term { cols, height, rows: vec![vec![' '; cols]; height], row: 0, col: 0, wrap: false }
    }

    fn down(&mut self) {
        if self.row + 1 == self.height {
            self.rows.remove(0);
            self.rows.push(vec![' '; self.cols]);
        } else {
            self.row += 1;
        }
    }

    fn feed(&mut self, bytes: &[u8]) {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            match c {
                '\r' => (self.col, self.wrap) = (0, false),
                '\n' => self.down(),
                '\x08' => (self.col, self.wrap) = (self.col.saturating_sub(1), false),
                '\x07' => {}
                '\x1b' => self.escape(&mut chars),
                c => self.print(c),
            }
        }
    }

    fn print(&mut self, c: char) {
        let w = super::width::width(c);
        if self.wrap || self.col + w > self.cols {
            (self.col, self.wrap) = (0, false);
            self.down();
        }
        self.rows[self.row][self.col] = c;
        if w == 2 {
            self.rows[self.row][self.col + 1] = '\0';
        }
        self.col += w;
        if self.col == self.cols {
            (self.col, self.wrap) = (self.cols - 1, true);
        }
    }

    fn escape(&mut self, chars: &mut std::str::Chars<'_>) {
        assert_eq!(chars.next(), Some('['));
        let mut params = String::new();
        let last = loop {
            let c = chars.next().unwrap();
            if c.is_ascii_alphabetic() {
                break c;
            }
            params.push(c);
        };
        let n = params.parse().unwrap_or(1);
        self.wrap = false;
        match last {
            'A' => self.row = self.row.saturating_sub(n),
            'C' => self.col = (self.col + n).min(self.cols - 1),
            'D' => self.col = self.col.saturating_sub(n),
            'H' => (self.row, self.col) = (0, 0),
            'K' => self.rows[self.row][self.col..].fill(' '),
            'J' => {
                let from = if params == "2" { (0, 0) } else { (self.row, self.col) };
                self.rows[from.0][from.1..].fill(' ');
                self.rows[from.0 + 1..].iter_mut().for_each(|r| r.fill(' '));
            }
            'h' | 'l' | 'm' => {}
            c => panic!("unknown sequence {params}{c}"),
        }
    }

    fn text(&self) -> String {
        let rows = self.rows.iter().map(|r| r.iter().filter(|c| **c != '\0').collect::<String>());
        let rows: Vec<String> = rows.map(|r| r.trim_end().to_string()).collect();
        rows.join("\n").trim_end().to_string()
    }
}

struct Shell;

impl Completer for Shell {
    fn complete(&self, p: &Proc, line: &str, at: usize) -> LocalFuture<Completion> {
        let commands = ["alias", "echo", "exec", "exit"].map(String::from).to_vec();
        let variables = [("HOME", "/home"), ("HOST", "x"), ("PATH", "/bin")];
        let variables = variables.map(|(n, v)| (n.to_string(), v.to_string())).into();
        let sources = Sources { commands, variables, ..Sources::default() };
        Box::pin(complete(p.clone(), sources, line.to_string(), at))
    }
}

/// What came of it: lines, the terminal at the end, and its last bytes.
struct Outcome {
    lines: Vec<Line>,
    term: Term,
    bytes: Vec<u8>,
}

/// Feeds pieces of input one after the other, each when the editor waits.
fn run(cols: u16, rows: u16, history: &[&str], input: &[&str]) -> Outcome {
    let mut vfs = Vfs::new();
    let root = vfs.add_super(Super::Mem(MemFs::new(1 << 30, true, 0o755, 0)));
    let spec = MountSpec {
        root,
        flags: MountFlags::NONE,
        fstype: "ext4".into(),
        source: "/dev/sda1".into(),
        options: String::new(),
    };
    let (mnt, root) = vfs.new_namespace(spec);
    let k = Kernel::new(vfs, 1_000_000_000, 7);
    let ns = Namespaces { mnt, root, pidns: k.new_pidns(), uts: k.new_uts("test") };
    let tty = k.new_tty(cols, rows, true);
    let lines = Rc::new(RefCell::new(Vec::new()));
    let (out, history) = (Rc::clone(&lines), history.iter().map(|s| s.to_string()).collect());
    let history: Rc<Vec<String>> = Rc::new(history);
    k.spawn_root(
        &["sh"],
        ns,
        Rc::new(move |p| {
            let (out, history) = (Rc::clone(&out), Rc::clone(&history));
            Box::pin(async move {
                for dir in ["/bin", "/home", "/home/sub dir"] {
                    p.mkdir(dir, 0o755).unwrap();
                }
                for file in ["/bin/ls", "/bin/lsof", "/home/notes:1.txt", "/home/nothing"] {
                    p.write_file(file, b"", 0o755).unwrap();
                }
                p.chdir("/home").unwrap();
                p.set_environ(vec![("HOME".into(), "/home".into())]);
                for _ in 0..3 {
                    p.open_tty(tty).unwrap();
                }
                p.set_controlling_tty(tty);
                let mut rl = Readline::new(Style::Gnu);
                loop {
                    let prompt = "\x01\x1b[32m\x02me\x01\x1b[0m\x02$ ";
                    let line = rl.read_line(&p, prompt, &history, &Shell).await.unwrap();
                    assert!(p.tcgetattr(0).unwrap().icanon, "the terminal is as it was");
                    let end = line == Line::Eof;
                    out.borrow_mut().push(line);
                    if end {
                        return 0;
                    }
                }
            })
        }),
    );
    let mut term = Term::new(usize::from(cols), usize::from(rows));
    let mut bytes = Vec::new();
    for piece in std::iter::once(&"").chain(input) {
        if let Some(size) = piece.strip_prefix("resize ") {
            let n: Vec<u16> = size.split(' ').map(|n| n.parse().unwrap()).collect();
            k.resize_tty(tty, n[0], n[1]);
            // A terminal wraps its lines anew.
            let shown = term.text().replace('\n', "");
            term = Term::new(usize::from(n[0]), usize::from(n[1]));
            term.feed(shown.as_bytes());
        } else {
            k.feed_tty(tty, piece.as_bytes());
        }
        while k.run(1000) == Progress::Busy {}
        bytes = k.take_tty_output(tty);
        term.feed(&bytes);
    }
    let lines = lines.borrow().clone();
    Outcome { lines, term, bytes }
}

fn line(input: &[&str]) -> String {
    let mut input = input.to_vec();
    input.push("\r");
    match run(80, 24, &[], &input).lines.as_slice() {
        [Line::Text(s)] => s.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn keys_edit_the_line() {
    for (keys, want) in [
        ("abc\x1b[D\x1b[DX", "aXbc"),
        ("bc\x01a\x05d", "abcd"),
        ("abc\x02\x02\x04", "ac"),
        ("one two\x17three", "one three"),
        ("one/two\x1b\x7fx", "one/x"),
        ("one two\x15x\x19", "xone two"),
        ("a b c\x17\x17\x19", "a b c"),
        ("one two\x1bb\x0b\x01\x19 ", "two one "),
        ("ab\x14", "ba"),
        ("one two\x1bt", "two one"),
        ("one two\x1b[1;5D\x1bu", "one TWO"),
        ("one two\x01\x1bd\x1b[C\x1bd", " "),
        ("é漢😀\x7f\x7fx", "éx"),
        ("cafe\u{301}\x7fx", "cafx"),
        ("abc\x1b[H\x1b[3~\x1b[F!", "bc!"),
        ("a b\x1f", ""),
        ("one\x17two\x17\x19\x1by", "one"),
        ("tab\x16\ty", "tab\ty"),
    ] {
        assert_eq!(line(&[keys]), want, "{keys:?}");
    }
}

#[test]
fn typing_writes_only_what_is_new() {
    let o = run(80, 24, &[], &["l", "s"]);
    assert_eq!(o.bytes, b"s");
    let o = run(80, 24, &[], &["ls", "\x02"]);
    assert_eq!(o.bytes, b"\x08");
    let o = run(80, 24, &[], &["ls", "\r"]);
    let prompt = "\x1b[?2004h\x1b[32mme\x1b[0m$ ";
    assert_eq!(o.bytes, format!("\r\n\x1b[?2004l\r{prompt}").into_bytes());
    let o = run(80, 24, &[], &["ls", "\x03"]);
    assert_eq!(o.bytes, format!("^C\r\n\x1b[?2004l\r{prompt}").into_bytes());
    assert_eq!(o.lines, [Line::Interrupted]);
    let o = run(80, 24, &[], &["\x04"]);
    assert_eq!((o.bytes, o.lines), (b"\x1b[?2004l\r\r\n".to_vec(), vec![Line::Eof]));
}

#[test]
fn long_lines_wrap() {
    let o = run(10, 5, &[], &["abcdefg"]);
    assert_eq!((o.term.text().as_str(), o.term.row, o.term.col), ("me$ abcdef\ng", 1, 1));
    let o = run(10, 5, &[], &["abcdef"]);
    assert_eq!((o.term.text().as_str(), o.term.row, o.term.col), ("me$ abcdef", 1, 0));
    let o = run(10, 5, &[], &["abcdefgh", "\x01", "1", "\x05", "2"]);
    assert_eq!((o.term.text().as_str(), o.term.row, o.term.col), ("me$ 1abcde\nfgh2", 1, 4));
    let o = run(10, 5, &[], &["abcdefgh", "\x7f\x7f\x7f"]);
    assert_eq!((o.term.text().as_str(), o.term.row, o.term.col), ("me$ abcde", 0, 9));
    // A wide character does not stand across the edge.
    let o = run(10, 5, &[], &["abcde漢f"]);
    assert_eq!(o.term.text(), "me$ abcde\n漢f");
    // More than the terminal holds: it scrolls, and goes back up.
    let long: String = ('a'..='z').collect();
    let o = run(10, 3, &[], &[&long, &long]);
    assert_eq!(
        o.term.text(),
        "qrstuvwxyz\nabcdefghij\nklmnopqrst\nuvwxyz".split_once('\n').unwrap().1
    );
    let o = run(10, 3, &[], &[&long, &long, "\x01", "!"]);
    assert_eq!(o.term.text(), "me$ !abcde\nfghijklmno\npqrstuvwxy");
    let o = run(10, 3, &[], &[&long, &long, "\x01", "!", "\r"]);
    assert_eq!(o.lines, [Line::Text(format!("!{long}{long}"))]);
}

#[test]
fn a_new_size_draws_the_line_anew() {
    let o = run(20, 6, &[], &["abcdefghijklmnopq", "resize 10 6", "!"]);
    assert_eq!(o.term.text(), "me$ abcdef\nghijklmnop\nq!");
    let o = run(20, 6, &[], &["abc", "resize 30 6", "d\r"]);
    assert_eq!(o.lines, [Line::Text("abcd".into())]);
}

#[test]
fn history_is_walked() {
    let h = ["first", "second one", "third 'x y'"];
    let last = |keys: &[&str]| {
        let o = run(80, 24, &h, keys);
        match o.lines.first() {
            Some(Line::Text(s)) => s.clone(),
            other => panic!("{other:?} {}", o.term.text()),
        }
    };
    assert_eq!(last(&["\x1b[A\x10\r"]), "second one");
    assert_eq!(last(&["typed\x1b[A\x1b[A\x1b[B\x1b[B!\r"]), "typed!");
    assert_eq!(last(&["\x1b[AX\x1b[A\x1b[B\r"]), "third 'x y'X");
    assert_eq!(last(&["\x1b<\r"]), "first");
    assert_eq!(last(&["ls \x1b.\r"]), "ls 'x y'");
    assert_eq!(last(&["ls \x1b.\x1b.\r"]), "ls one");
    assert_eq!(last(&["\x12sec\r"]), "second one");
    assert_eq!(last(&["\x12ir\x12\r"]), "first");
    assert_eq!(last(&["\x12sec\x1b[CX\r"]), "sXecond one");
    assert_eq!(last(&["mine\x12sec\x07\r"]), "mine");
    assert_eq!(last(&["\x12sex\x7f\x05!\r"]), "second one!");
    let o = run(80, 24, &h, &["\x12", "sec"]);
    assert_eq!(o.term.text(), "(reverse-i-search)`sec': second one");
    assert_eq!(o.term.col, 25);
    let o = run(80, 24, &h, &["\x12", "q"]);
    assert_eq!(o.term.text(), "(failed reverse-i-search)`q':");
    let o = run(80, 24, &h, &["\x12", "sec", "\x05"]);
    assert_eq!(o.term.text(), "me$ second one");
    let o = run(80, 24, &h, &["\x12", "ir\x12", "\x13"]);
    assert_eq!(o.term.text(), "(i-search)`ir': third 'x y'");
}

#[test]
fn pasted_and_typed_ahead_lines() {
    let o = run(80, 24, &[], &["\x1b[200~a\rb\tc\x1b[201~", "\r"]);
    assert_eq!(o.lines, [Line::Text("a\nb\tc".into())]);
    let o = run(80, 24, &[], &["one\rtwo\rthr", "ee\r"]);
    let want = ["one", "two", "three"].map(|s| Line::Text(s.into()));
    assert_eq!(o.lines, want);
    assert_eq!(o.term.text(), "me$ one\nme$ two\nme$ three\nme$");
    let o = run(80, 24, &[], &["\x1b[200~a\rb\x1b[201~"]);
    assert_eq!(o.term.text(), "me$ a\nb");
    let big = "x".repeat(100_000);
    let o = run(80, 24, &[], &[&format!("\x1b[200~{big}\x1b[201~\r")]);
    assert_eq!(o.lines, [Line::Text(big)]);
}

#[test]
fn tab_completes() {
    assert_eq!(line(&["ec\thi"]), "echo hi");
    assert_eq!(line(&["ls not\t"]), "ls not");
    assert_eq!(line(&["ls note\t"]), "ls notes\\:1.txt ");
    assert_eq!(line(&["ls s\tx"]), "ls sub\\ dir/x");
    assert_eq!(line(&["ls 's\tx"]), "ls 'sub dir/x");
    assert_eq!(line(&["ls \"nothi\t"]), "ls \"nothing\" ");
    assert_eq!(line(&["cd \t"]), "cd sub\\ dir/");
    assert_eq!(line(&["echo $HOM\t"]), "echo $HOME/");
    assert_eq!(line(&["echo ${HOM\t"]), "echo ${HOME}");
    assert_eq!(line(&["sudo ec\t"]), "sudo echo ");
    assert_eq!(line(&["cat ~/nothi\t"]), "cat ~/nothing ");
    assert_eq!(line(&["cat x=nothi\t"]), "cat x=nothing ");
    assert_eq!(line(&["/bin/lso\t"]), "/bin/lsof ");
    let o = run(40, 24, &[], &["e\t", "\t"]);
    assert_eq!(o.term.text(), "me$ e\necho  exec  exit\nme$ e");
    let o = run(40, 24, &[], &["ls /h\t", "\t\t"]);
    let list = "notes:1.txt  nothing      sub dir/";
    assert_eq!(o.term.text(), format!("me$ ls /home/\n{list}\nme$ ls /home/"));
}

#[test]
fn many_candidates_are_asked_for() {
    let names: Vec<String> = (0..120).map(|i| format!("{i:03}")).collect();
    let rows = super::menu::columns(&names, 80);
    assert_eq!(
        rows[0],
        "000  008  016  024  032  040  048  056  064  072  080  088  096  104  112"
    );
    assert_eq!(rows.len(), 8);
}
