//! How fast it all is in a browser: `cargo xtask bench browser`. Nothing here passes or fails by time.

use crate::site;
use crate::terminal::Terminal;
use crate::webdriver::{Browser, ENTER};
use std::time::Instant;

/// What is measured in the terminal: a name, what is run before, what is run, and how many times it does it.
const COMMANDS: &[(&str, &str, &str, u32)] = &[
    (
        "docker run --rm busybox true",
        "docker pull -q busybox",
        "for i in $(seq 200); do docker run --rm busybox true; done",
        200,
    ),
    (
        "docker volume create",
        "true",
        "for i in $(seq 1000); do docker volume create v$i; done > /dev/null",
        1000,
    ),
    ("docker volume ls of 1,000", "true", "docker volume ls | wc -l", 1),
    (
        "docker create",
        "true",
        "for i in $(seq 1000); do docker create busybox; done > /dev/null",
        1000,
    ),
    ("docker ps -a of 1,000", "true", "docker ps -a | wc -l", 1),
    (
        "a loop of 10,000 with arithmetic and strings",
        "docker rm -f $(docker ps -aq) > /dev/null; docker volume prune -af > /dev/null",
        "s=0; for ((i = 0; i < 10000; i++)); do s=$(((s + i * i) % 1000003)); w=\"item-$i-$s\"; w=${w#*-}; done",
        1,
    ),
    (
        "seq 200000 | awk | sort | uniq",
        "true",
        "seq 200000 | awk '{ print $1 % 1000 }' | sort | uniq -c | wc -l",
        1,
    ),
    (
        "5,000 files made, found and counted",
        "true",
        "mkdir m; for i in {1..5000}; do echo $i > m/f$i; done; find m -name 'f*7' | wc -l; rm -r m",
        1,
    ),
    ("tar czf of 10 MB", "seq 1500000 > big", "tar czf big.tgz big", 1),
];

#[test]
#[ignore = "measures: cargo xtask bench browser"]
fn figures() {
    if std::env::var_os("DRYDOCK_FIGURES").is_none() {
        return;
    }
    let site = site::serve();
    let browser = Browser::start();
    let start = Instant::now();
    browser.open(&site.url);
    let terminal = Terminal::ready(&browser);
    say("first prompt, nothing in the browser's cache", ms(start), 1);
    let start = Instant::now();
    browser.reload();
    Terminal::ready(&browser);
    say("first prompt after a reload", ms(start), 1);
    say("a key, from the press to the painted character", key(&browser), 1);
    for (name, before, command, times) in COMMANDS {
        terminal.run(before);
        // What it takes to type, print and be heard is not the machine's.
        let idle = timed(&terminal, "true");
        let took = (timed(&terminal, command) - idle).max(0.0);
        say(name, took, *times);
    }
}

fn ms(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}

fn timed(terminal: &Terminal<'_>, command: &str) -> f64 {
    let start = Instant::now();
    terminal.keys(&format!("{command}{ENTER}"));
    terminal.settled(command);
    ms(start)
}

/// The median over some keys, as the page itself measures it.
fn key(browser: &Browser) -> f64 {
    let script = "const field = document.querySelector(\"textarea[aria-label='Terminal']\");
        const shown = () => document.querySelector('[class*=term-scroll]').textContent;
        const one = async () => {
            const before = shown();
            const start = performance.now();
            field.value = 'x';
            field.dispatchEvent(new InputEvent('input', { data: 'x', inputType: 'insertText', bubbles: true }));
            while (shown() === before && performance.now() - start < 2000) {
                await new Promise(go => requestAnimationFrame(go));
            }
            return performance.now() - start;
        };
        return (async () => {
            const times = [];
            for (let i = 0; i < 15; i++) times.push(await one());
            const back = { key: 'u', ctrlKey: true, bubbles: true, cancelable: true };
            field.dispatchEvent(new KeyboardEvent('keydown', back));
            return times.sort((a, b) => a - b)[7];
        })()";
    browser.script(script, &[]).as_f64().expect("a time")
}

fn say(what: &str, ms: f64, times: u32) {
    let each = ms / f64::from(times);
    println!("browser: {each:>9.2} ms  {what}");
}
