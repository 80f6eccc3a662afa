//! docker on a terminal: raw mode while a program in a container has the terminal, line mode again
//! after it, Ctrl-C for the program in it, detach keys, questions before something is removed.

mod common;

use common::Typist;

struct Session(Typist);

impl Session {
    fn open() -> Session {
        let mut session = Session(Typist::new(100, 30));
        session.0.wait(2_000);
        session
    }

    /// What is written in the two seconds after these keys.
    fn types(&mut self, keys: &str) -> String {
        self.0.types(keys.as_bytes(), 2_000)
    }
}

#[test]
fn a_shell_in_a_container() {
    let mut s = Session::open();
    let out = s.types("docker run -it --rm --name box busybox sh\r");
    assert!(out.contains('#'), "no prompt: {out:?}");
    let out = s.types("echo in-$((40+2)); tty; stty size\r");
    assert!(out.contains("in-42"), "{out:?}");
    let out = s.types("exit 3\r");
    assert!(out.contains("docker-host"), "no host prompt: {out:?}");
    let out = s.types("echo status-$?; docker ps -aq | wc -l\r");
    assert!(out.contains("status-3") && out.contains("\n0\r"), "{out:?}");
    // The terminal shows what is typed again: it is out of raw mode.
    let out = s.types("cat\r");
    let typed = s.types("abc\r");
    assert!(out.contains("cat") && typed.contains("abc\r\nabc\r\n"), "{typed:?}");
}

#[test]
fn an_interrupt_goes_to_the_container() {
    let mut s = Session::open();
    s.types("docker run --rm --name long busybox sh -c 'trap \"echo caught; exit 4\" INT; while true; do sleep 1; done'\r");
    let out = s.types("\u{3}");
    assert!(out.contains("caught"), "{out:?}");
    let out = s.types("echo status-$?\r");
    assert!(out.contains("status-4"), "{out:?}");
}

#[test]
fn detach_keys_leave_it_running() {
    let mut s = Session::open();
    s.types("docker run -it --name box busybox sh\r");
    let out = s.types("\u{10}\u{11}");
    assert!(out.contains("docker-host"), "{out:?}");
    let out = s.types("docker ps --format '{{.Names}} {{.State}}'\r");
    assert!(out.contains("box running"), "{out:?}");
    s.types("docker attach box\r");
    let out = s.types("echo again-$((1+1))\r");
    assert!(out.contains("again-2"), "{out:?}");
}

#[test]
fn questions_are_asked() {
    let mut s = Session::open();
    s.types("docker volume create kept\r");
    let out = s.types("docker volume prune -a\r");
    assert!(out.contains("Are you sure you want to continue? [y/N] "), "{out:?}");
    let out = s.types("n\r");
    assert!(!out.contains("Total"), "{out:?}");
    s.types("docker volume prune -a\r");
    let out = s.types("y\r");
    assert!(out.contains("kept") && out.contains("Total reclaimed space: 0B"), "{out:?}");
}

#[test]
fn compose_draws_its_progress() {
    let mut s = Session::open();
    s.types("mkdir shop && cd shop && printf 'services:\\n  a:\\n    image: busybox\\n    command: sh -c \"echo hello; sleep 600\"\\n    stop_grace_period: 0s\\n' > compose.yaml\r");
    let out = s.types("docker compose up -d\r");
    assert!(out.contains("[+] Running 2/2"), "{out:?}");
    assert!(
        out.contains("\u{1b}[32m✔\u{1b}[0m Container shop-a-1    \u{1b}[32mStarted"),
        "{out:?}"
    );
    let out = s.types("docker compose logs\r");
    assert!(out.contains("\u{1b}[36ma-1  | \u{1b}[0mhello"), "{out:?}");
    let out = s.types("docker compose do\t");
    assert!(out.contains("docker compose down "), "{out:?}");
    s.types("-v\r");
    let out = s.types("docker compose up\r");
    assert!(out.contains("Attaching to a-1") && out.contains("hello"), "{out:?}");
    let out = s.types("\u{3}");
    assert!(out.contains("Gracefully Stopping... press Ctrl+C again to force"), "{out:?}");
    let out = s.types("echo status-$?; docker ps -q | wc -l\r");
    assert!(out.contains("status-130") && out.contains("\n0\r"), "{out:?}");
}
