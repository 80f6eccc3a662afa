//! The shell at its prompt as bash has it: history expansion, `fc -l`, stopped jobs and the end of
//! input, PS0.

mod common;

use common::Typist;

struct Session(Typist);

impl Session {
    fn open() -> Session {
        let mut session = Session(Typist::new(100, 30));
        session.types("exec env HISTFILE= PS1='$ ' bash --norc -i\r");
        session
    }

    /// What the terminal shows in the half second after these keys.
    fn types(&mut self, keys: &str) -> String {
        let text = self.0.types(keys.as_bytes(), 500);
        // The editor turns bracketed paste on and off around a line.
        text.replace("\u{1b}[?2004l\r", "").replace("\u{1b}[?2004h", "")
    }

    #[track_caller]
    fn shows(&mut self, keys: &str, wanted: &str) {
        let out = self.types(keys);
        assert!(out.contains(wanted), "{keys:?}: {out:?} lacks {wanted:?}");
    }
}

#[test]
fn the_history_is_expanded_shown_and_remembered() {
    let mut s = Session::open();
    s.types("echo one two\r");
    s.shows("!!\r", "\necho one two\r\none two\r\n");
    s.shows("echo !$\r", "\necho two\r\ntwo\r\n");
    s.shows("^two^three^\r", "\necho three\r\nthree\r\n");
    s.shows("^nope^x\r", "bash: :s^nope^x: substitution failed\r\n");
    s.shows("!nosuch\r", "bash: !nosuch: event not found\r\n");
    s.shows("echo $?\r", "\n0\r\n");
    assert!(!s.types("!1:p\r").contains("\none two"));
    s.shows("echo '!!' a! \\!b\r", "\n!! a! !b\r\n");
    s.shows("echo \"a\r", "> ");
    s.shows("!1:$\"\r", "\na\r\ntwo\r\n");
    s.shows("history 4\r", "    6  echo one two\r\n    7  echo '!!' a! \\!b\r\n");
    s.shows("set +H\r!!\r", "bash: !!: command not found");
}

#[test]
fn fc_lists_the_lines_before_it() {
    let mut s = Session::open();
    s.types("echo one\r");
    s.shows("fc -l\r", "1\t echo one\r\n$ ");
    s.shows("fc -l nosuch\r", "bash: fc: no command found\r\n");
    s.shows("history 1 2\r", "bash: history: too many arguments\r\n");
}

#[test]
fn stopped_jobs_hold_the_shell_once() {
    let mut s = Session::open();
    s.types("sleep 50 &\r");
    s.types("sleep 60 &\r");
    s.types("fg %1\r");
    s.shows("\u{1a}", "[1]+  Stopped                    sleep 50\r\n");
    s.shows("\u{4}", "There are stopped jobs.\r\n");
    s.shows("echo $((40+2))\r", "\n42\r\n");
    s.shows("\u{4}", "There are stopped jobs.\r\n");
    let out = s.types("\u{4}");
    assert!(!out.contains("stopped jobs"), "{out:?}");
}

#[test]
fn the_end_of_input_is_ignored_as_often_as_asked() {
    let mut s = Session::open();
    s.types("IGNOREEOF=2\r");
    s.shows("\u{4}", "Use \"exit\" to leave the shell.\r\n");
    s.shows("\u{4}", "Use \"exit\" to leave the shell.\r\n");
    let out = s.types("\u{4}");
    assert!(out.contains("exit") && !out.contains("leave"), "{out:?}");
}

#[test]
fn ps0_comes_before_the_output() {
    let mut s = Session::open();
    s.types("PS0='<\\#>\\n'\r");
    s.shows("echo a\r", "\n<2>\r\na\r\n");
}
