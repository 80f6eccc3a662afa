//! The loop with a real machine and a clock of the test's own.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::pump::{Next, Port, Pump};
use crate::protocol::{FromWorker, MAIN_TTY, ToWorker, WINDOW};

#[derive(Clone, Default)]
struct Page {
    heard: Rc<RefCell<Vec<FromWorker>>>,
    clock: Rc<Cell<f64>>,
}

impl Port for Page {
    fn send(&mut self, message: FromWorker) {
        self.heard.borrow_mut().push(message);
    }

    fn now(&self) -> f64 {
        // Looking at the clock takes time, or a slice would never end.
        self.clock.set(self.clock.get() + 0.05);
        self.clock.get()
    }
}

struct Bench {
    pump: Pump<Page>,
    page: Page,
    shown: String,
    log: Vec<String>,
}

impl Bench {
    fn new() -> Bench {
        let page = Page::default();
        Bench { pump: Pump::new(page.clone()), page, shown: String::new(), log: Vec::new() }
    }

    fn start(&mut self, entries: Vec<String>) {
        self.pump.handle(ToWorker::Start {
            seed: 1,
            epoch: 0,
            cols: 80,
            rows: 24,
            entries,
            forget_last: false,
        });
    }

    fn keys(&mut self, text: &str) {
        self.pump.handle(ToWorker::Keys { tty: MAIN_TTY, data: text.as_bytes().to_vec() });
    }

    /// Reads what was said; draws output at once if `draws`.
    fn listen(&mut self, draws: bool) -> Vec<FromWorker> {
        let heard = std::mem::take(&mut *self.page.heard.borrow_mut());
        for message in &heard {
            match message {
                FromWorker::Output { data, .. } => {
                    self.shown.push_str(&String::from_utf8_lossy(data));
                    if draws {
                        self.pump.handle(ToWorker::Drawn { bytes: data.len() });
                    }
                }
                FromWorker::Logged { entries } => self.log.extend(entries.clone()),
                FromWorker::Begin { entries } => {
                    self.log.clone_from(entries);
                    self.shown.clear();
                }
                _ => {}
            }
        }
        heard
    }

    /// Goes on until `done`, for at most `seconds` of the test's clock.
    fn until(&mut self, seconds: f64, done: impl Fn(&Bench) -> bool) {
        let end = self.page.clock.get() + seconds * 1000.0;
        while !done(self) {
            assert!(self.page.clock.get() < end, "it did not come to it; shown: {:?}", self.shown);
            let next = self.pump.slice();
            self.listen(true);
            match next {
                Next::Now => {}
                Next::In(time) => self.page.clock.set(self.page.clock.get() + time),
                Next::Message => self.page.clock.set(self.page.clock.get() + 10.0),
            }
        }
    }

    fn prompts(&self) -> usize {
        self.shown.matches("$ ").count()
    }
}

fn booted() -> Bench {
    let mut bench = Bench::new();
    bench.start(Vec::new());
    bench.until(5.0, |bench| bench.prompts() == 1);
    bench
}

#[test]
fn a_key_is_answered_in_the_slice_that_follows() {
    let mut bench = booted();
    bench.keys("x");
    bench.pump.slice();
    bench.listen(true);
    assert!(bench.shown.ends_with('x'), "{:?}", bench.shown);
}

#[test]
fn a_page_that_is_behind_is_not_flooded() {
    let mut bench = booted();
    bench.keys("while :; do echo 0123456789012345678901234567890123456789; done\r");
    let mut undrawn = 0;
    for _ in 0..20_000 {
        let next = bench.pump.slice();
        for message in bench.listen(false) {
            if let FromWorker::Output { data, .. } = message {
                undrawn += data.len();
            }
        }
        assert!(undrawn < 2 * WINDOW, "{undrawn} bytes are on the way");
        match next {
            Next::Message if undrawn > WINDOW => break,
            Next::In(time) => bench.page.clock.set(bench.page.clock.get() + time),
            _ => {}
        }
    }
    assert!(undrawn > WINDOW, "the loop has stopped too early, at {undrawn}");
    bench.keys("\x03");
    bench.pump.handle(ToWorker::Drawn { bytes: undrawn });
    let before = bench.prompts();
    bench.until(5.0, |bench| bench.prompts() > before);
}

#[test]
fn a_busy_machine_leaves_turns_to_messages() {
    let mut bench = booted();
    bench.keys("while :; do :; done\r");
    for _ in 0..20 {
        let before = bench.page.clock.get();
        bench.pump.slice();
        assert!(bench.page.clock.get() - before < 12.0);
        bench.listen(true);
    }
    bench.keys("\x03");
    bench.until(2.0, |bench| bench.prompts() == 2);
}

#[test]
fn sleep_takes_its_time_on_the_wall() {
    let mut bench = booted();
    bench.keys("sleep 2\r");
    let before = bench.page.clock.get();
    bench.until(5.0, |bench| bench.prompts() == 2);
    let took = bench.page.clock.get() - before;
    assert!((1_900.0..2_300.0).contains(&took), "it took {took} ms");
}

#[test]
fn lines_of_a_block_wait_for_the_prompt() {
    let mut bench = booted();
    bench.keys("rubbish");
    let lines = ["sleep 1", "echo a\\", "b", "echo c"].map(str::to_owned).to_vec();
    bench.pump.handle(ToWorker::Run { tty: MAIN_TTY, lines });
    bench.until(6.0, |bench| bench.shown.contains("\rc\r\n") && bench.prompts() == 4);
    assert!(bench.shown.contains("\rab\r\n"), "{:?}", bench.shown);
    assert!(!bench.shown.contains("not found"), "{:?}", bench.shown);
}

#[test]
fn an_interrupt_ends_a_block() {
    let mut bench = booted();
    let lines = ["sleep 100", "echo never"].map(str::to_owned).to_vec();
    bench.pump.handle(ToWorker::Run { tty: MAIN_TTY, lines });
    for _ in 0..50 {
        bench.pump.slice();
    }
    bench.keys("\x03");
    bench.until(3.0, |bench| bench.prompts() == 2);
    assert!(!bench.shown.contains("never"), "{:?}", bench.shown);
}

#[test]
fn a_session_is_found_again_and_undone() {
    let mut bench = booted();
    for (count, line) in
        ["echo one > f\r", "date > g; cat f\r", "sleep 1; rm f\r"].iter().enumerate()
    {
        bench.keys(line);
        bench.until(5.0, |bench| bench.prompts() == count + 2);
    }
    let (shown, log) = (bench.shown.clone(), bench.log.clone());
    let mut again = Bench::new();
    again.start(log);
    again.until(5.0, |bench| bench.prompts() == 4);
    assert_eq!(again.shown, shown);
    again.pump.handle(ToWorker::Undo);
    again.until(5.0, |bench| bench.prompts() == 3);
    again.keys("cat f\r");
    again.until(5.0, |bench| bench.prompts() == 4);
    assert!(
        again.shown.ends_with("one\r\n\u{1b}[?2004hlearner@host:~$ ")
            || again.shown.contains("cat f\r\n"),
        "{:?}",
        again.shown
    );
}

#[test]
fn checks_turn_true_by_themselves() {
    let mut bench = booted();
    let checks = vec!["test -e there".to_owned(), "true".to_owned()];
    bench.pump.handle(ToWorker::Watch { lesson: 7, checks });
    let holds = |heard: &[FromWorker], want: &[bool]| {
        heard
            .iter()
            .any(|m| matches!(m, FromWorker::Checks { lesson: 7, done } if done.as_slice() == want))
    };
    let mut seen = (false, false);
    for step in 0..4_000 {
        if step == 1_000 {
            bench.keys("touch there\r");
        }
        let next = bench.pump.slice();
        if let Next::In(time) = next {
            bench.page.clock.set(bench.page.clock.get() + time);
        }
        bench.page.clock.set(bench.page.clock.get() + 1.0);
        let heard = bench.listen(true);
        seen.0 |= holds(&heard, &[false, true]);
        seen.1 |= step > 1_000 && holds(&heard, &[true, true]);
    }
    assert_eq!(seen, (true, true));
}

#[test]
fn the_page_sees_what_changes() {
    let mut bench = booted();
    bench.keys("echo hello > note.txt\r");
    let mut seen = false;
    for _ in 0..2_000 {
        if let Next::In(time) = bench.pump.slice() {
            bench.page.clock.set(bench.page.clock.get() + time);
        }
        bench.page.clock.set(bench.page.clock.get() + 1.0);
        seen |= bench.listen(true).iter().any(|message| match message {
            FromWorker::View { view } => {
                view.host.files.shown.iter().any(|file| file.path == "note.txt" && file.size == 6)
            }
            _ => false,
        });
    }
    assert!(seen);
}

/// Waits until the page is told of a text to edit.
fn edit(bench: &mut Bench) -> crate::kernel::Edit {
    for _ in 0..10_000 {
        bench.pump.slice();
        for message in bench.listen(true) {
            if let FromWorker::Edits { open } = message
                && let Some(edit) = open.first()
            {
                return edit.clone();
            }
        }
    }
    panic!("nothing to edit; shown: {:?}", bench.shown)
}

#[test]
fn a_text_is_edited_in_the_page() {
    let mut bench = booted();
    bench.keys("echo one > f; nano f\r");
    let asked = edit(&mut bench);
    assert_eq!((asked.path.as_str(), asked.text.as_str()), ("f", "one\n"));
    bench.pump.handle(ToWorker::Edited { id: asked.id, text: Some("one\ntwo".to_owned()) });
    bench.until(5.0, |bench| bench.prompts() == 2);
    bench.keys("cat f\r");
    bench.until(5.0, |bench| bench.prompts() == 3);
    assert!(bench.shown.contains("\rone\r\ntwo\r\n"), "{:?}", bench.shown);
    // The log brings it back.
    let entries = bench.log.clone();
    bench.start(entries);
    bench.until(5.0, |bench| bench.shown.contains("two\r\n"));
}

#[test]
fn an_editor_that_is_open_is_open_again_after_a_reload() {
    let mut bench = booted();
    bench.keys("vi f\r");
    edit(&mut bench);
    let entries = bench.log.clone();
    bench.start(entries);
    let asked = edit(&mut bench);
    bench.pump.handle(ToWorker::Edited { id: asked.id, text: None });
    bench.until(5.0, |bench| bench.prompts() == 2);
    bench.keys("ls f\r");
    bench.until(5.0, |bench| bench.shown.contains("cannot access 'f'"));
}
