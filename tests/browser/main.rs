//! The built site in a real browser, from the first prompt to the session that is found again: what a learner
//! does and sees. Runs where there is a browser, so by `cargo xtask test`.

mod figures;
mod site;
mod terminal;
mod webdriver;

use serde_json::json;
use std::time::Instant;
use terminal::Terminal;
use webdriver::{Browser, ENTER, control, wait};

#[test]
#[ignore = "needs a browser and the built site: cargo xtask test"]
fn a_learner_at_work() {
    let site = site::serve();
    let browser = Browser::start();
    step(&browser, "the first prompt", &|| {
        browser.open(&site.url);
        Terminal::ready(&browser);
    });
    let terminal = Terminal::ready(&browser);
    step(&browser, "data in a volume outlives its container", &|| volume(&terminal));
    step(&browser, "data without a volume does not", &|| no_volume(&terminal));
    step(&browser, "a shell in a container", &|| interactive(&terminal));
    step(&browser, "the editor", &|| editor(&browser, &terminal));
    step(&browser, "Ctrl-C", &|| interrupts(&browser, &terminal));
    step(&browser, "the session is there after a reload", &|| reload(&browser, &terminal));
    step(&browser, "a fresh machine by Reset", &|| reset(&browser));
    step(&browser, "a narrow window", &|| narrow(&browser));
    step(&browser, "without a network", &|| offline(&browser, &site));
}

#[test]
#[ignore = "needs a browser and the built site: cargo xtask test"]
fn a_lesson_by_its_buttons() {
    let site = site::serve();
    let browser = Browser::start();
    step(&browser, "a lesson by its buttons", &|| {
        browser.open(&site.url);
        lesson(&browser);
    });
}

/// Does it, and fails when the console has an error then.
fn step(browser: &Browser, name: &str, work: &dyn Fn()) {
    let start = Instant::now();
    work();
    let errors = browser.errors();
    assert!(errors.is_empty(), "{name}: the console says\n{}", errors.join("\n"));
    println!("browser: {:>6} ms  {name}", start.elapsed().as_millis());
}

/// One command and what it prints; ids are shown as `<ID>`.
fn expect(terminal: &Terminal<'_>, command: &str, expected: &str) {
    let output = terminal.run(command);
    let shown: Vec<String> = output.lines().map(without_id).collect();
    assert_eq!(shown.join("\n"), expected, "$ {command}");
}

fn without_id(line: &str) -> String {
    let id = line.len() == 64 && line.bytes().all(|b| b.is_ascii_hexdigit());
    if id { "<ID>".to_owned() } else { line.to_owned() }
}

fn volume(terminal: &Terminal<'_>) {
    expect(terminal, "docker volume create test-data", "test-data");
    let write = "echo 'Important data' > /data/file.txt && sleep 3600";
    let first = terminal
        .run(&format!("docker run -d --name test -v test-data:/data alpine sh -c \"{write}\""));
    // The image may be pulled first, which is told line by line; the id comes last.
    assert_eq!(without_id(first.lines().last().unwrap_or("")), "<ID>", "{first}");
    expect(terminal, "docker exec test cat /data/file.txt", "Important data");
    expect(terminal, "docker stop test && docker rm test", "test\ntest");
    expect(
        terminal,
        "docker run -d --name test2 -v test-data:/data alpine cat /data/file.txt",
        "<ID>",
    );
    expect(terminal, "docker logs test2", "Important data");
    let tar = "docker run --rm -v test-data:/data -v $(pwd):/backup alpine";
    let output = terminal.run(&format!("{tar} tar czf /backup/backup.tar.gz /data"));
    assert!(!output.contains("rror"), "{output}");
    expect(terminal, "docker volume create test-data2", "test-data2");
    let tar = "docker run --rm -v test-data2:/data -v $(pwd):/backup alpine";
    expect(terminal, &format!("{tar} tar xzf /backup/backup.tar.gz -C /"), "");
    let read = "docker run --rm -v test-data2:/data alpine cat /data/file.txt";
    expect(terminal, read, "Important data");
    expect(terminal, "docker rm test2", "test2");
}

fn no_volume(terminal: &Terminal<'_>) {
    let write = "mkdir /data && echo 'Important data' > /data/file.txt && sleep 3600";
    expect(terminal, &format!("docker run -d --name test alpine sh -c \"{write}\""), "<ID>");
    expect(terminal, "docker exec test cat /data/file.txt", "Important data");
    expect(terminal, "docker stop test && docker rm test", "test\ntest");
    let gone = "cat: can't open '/data/file.txt': No such file or directory";
    expect(terminal, "docker run --name test2 alpine cat /data/file.txt", gone);
    expect(terminal, "docker rm test2", "test2");
}

fn interactive(terminal: &Terminal<'_>) {
    for (number, leave) in ["exit\u{e007}".to_owned(), control('d')].into_iter().enumerate() {
        let start = "docker run -it --rm -v test-data:/data alpine sh";
        terminal.keys(&format!("{start}{ENTER}"));
        terminal.expect(start, "/ #");
        terminal.keys(&format!("echo $((6 * 7)){number} && cat /data/file.txt{ENTER}"));
        terminal.expect(&format!("42{number}"), "Important data");
        terminal.expect("Important data", "/ #");
        terminal.keys(&leave);
        terminal.expect("/ #", "~$");
    }
    expect(terminal, "docker ps -aq", "");
}

/// Edits a file on the host, and one in a container.
fn editor(browser: &Browser, terminal: &Terminal<'_>) {
    terminal.keys(&format!("nano note.txt{ENTER}"));
    let field =
        || wait("the editor", 10, || browser.find("dialog.editor textarea").into_iter().next());
    field().keys("one\u{e007}two");
    press(browser, "dialog.editor button", "Save");
    expect(terminal, "cat note.txt && rm note.txt", "one\ntwo");
    terminal.run("docker run -dt --name ed alpine sh");
    terminal.keys(&format!("docker exec -it ed vi /etc/motd{ENTER}"));
    field().keys(&format!("Hello. {}", control('s')));
    expect(terminal, "docker exec ed head -c 6 /etc/motd; docker rm -f ed", "Hello.ed");
    terminal.keys(&format!("vim other{ENTER}"));
    field().keys("never kept");
    press(browser, "dialog.editor button", "Close");
    press(browser, "dialog.editor button", "Discard");
    expect(terminal, "cat other", "cat: other: No such file or directory");
}

fn interrupts(browser: &Browser, terminal: &Terminal<'_>) {
    let logs = "docker run -d --name ticks alpine sh -c 'while sleep 1; do echo tick; done'";
    terminal.run(logs);
    let endless = [
        "sleep 100",
        "tail -f backup.tar.gz",
        "docker logs -f ticks",
        "while true; do :; done",
        "yes",
        "yes | cat",
    ];
    for (number, command) in endless.into_iter().enumerate() {
        terminal.keys(&format!("{command}{ENTER}"));
        // It has to run for a while: a page that gets stuck does so after some time.
        let start = Instant::now();
        while start.elapsed().as_millis() < 700 {
            let asked = Instant::now();
            browser.script("return new Promise(go => requestAnimationFrame(() => go(1)))", &[]);
            let took = asked.elapsed().as_millis();
            assert!(took < 1_500, "the page did not answer for {took} ms during `{command}`");
        }
        let asked = Instant::now();
        terminal.interrupt(100 * (u32::try_from(number).expect("a few") + 1));
        println!("browser: {:>6} ms  Ctrl-C on `{command}`", asked.elapsed().as_millis());
    }
    terminal.run("docker rm -f ticks");
}

fn reload(browser: &Browser, terminal: &Terminal<'_>) {
    terminal.run("echo kept > kept.txt");
    browser.reload();
    let terminal = Terminal::ready(browser);
    expect(&terminal, "cat kept.txt", "kept");
    expect(&terminal, "docker volume ls -q", "test-data\ntest-data2");
    expect(
        &terminal,
        "docker run --rm -v test-data:/data alpine cat /data/file.txt",
        "Important data",
    );
}

fn reset(browser: &Browser) {
    press(browser, "header button", "Reset");
    press(browser, "dialog button.danger", "Reset");
    let terminal = wait("an empty terminal", 30, || {
        let terminal = Terminal::ready(browser);
        (terminal.log().trim().lines().count() == 1).then_some(terminal)
    });
    expect(&terminal, "docker volume ls -q", "");
    expect(&terminal, "ls", "");
}

/// Goes through the second lesson by its buttons.
fn lesson(browser: &Browser) {
    Terminal::ready(browser);
    wait("the lesson", 10, || browser.find(".lesson h1").into_iter().next());
    press(browser, ".lesson-foot button", "Next");
    wait("the lesson on volumes", 10, || {
        let title = browser.find(".lesson h1").into_iter().next()?.text();
        title.contains("volume").then_some(())
    });
    let total = wait("the checks", 10, || {
        let checks = browser.find("[aria-label='Task'] li").len();
        (checks > 0).then_some(checks)
    });
    assert_eq!(done(browser), 0, "checks are satisfied before anything was done");
    // Solutions are folded away until they are asked for.
    browser.script("document.querySelectorAll('.lesson details').forEach(d => d.open = true)", &[]);
    let count = buttons(browser).as_array().map_or(0, Vec::len);
    assert!(count >= 4, "the lesson has {count} blocks to run");
    for number in 0..count {
        wait("a Run button that can be pressed", 30, || {
            let all = buttons(browser);
            let (button, enabled) = (&all[number]["button"], all[number]["enabled"].as_bool()?);
            let button = browser.element(button).filter(|_| enabled)?;
            button.click();
            Some(())
        });
        wait("the block to end", 30, || {
            buttons(browser)[number]["enabled"].as_bool().filter(|enabled| *enabled)
        });
    }
    wait("all checks to hold", 20, || (done(browser) == total).then_some(()));
}

/// The buttons that run a whole block, in reading order, and whether they can be pressed.
fn buttons(browser: &Browser) -> serde_json::Value {
    let script = "return [...document.querySelectorAll(\"[aria-label='Commands'] button\")]\
                  .filter(button => button.textContent.trim() === 'Run')\
                  .map(button => ({ button, enabled: !button.disabled }))";
    browser.script(script, &[])
}

fn done(browser: &Browser) -> usize {
    let items = browser.find("[aria-label='Task'] li");
    items.iter().filter(|item| item.text().ends_with("(done)")).count()
}

/// Presses the button whose text begins so.
fn press(browser: &Browser, selector: &str, text: &str) {
    let button = wait(&format!("the button {text}"), 10, || {
        browser.find(selector).into_iter().find(|button| button.text().starts_with(text))
    });
    button.click();
}

/// On a telephone nothing may stick out at the side.
fn narrow(browser: &Browser) {
    browser.resize(400, 800);
    let script = "return document.documentElement.scrollWidth - window.innerWidth";
    let over = wait("the layout", 10, || browser.script(script, &[]).as_i64());
    assert!(over <= 0, "the page is {over} pixels wider than the window");
    assert_ne!(json!(null), browser.script("return document.querySelector('[role=log]')", &[]));
}

/// What has been loaded once opens again when there is no server any more.
fn offline(browser: &Browser, site: &site::Site) {
    let ready = "return navigator.serviceWorker.ready.then(() => true)";
    assert_eq!(browser.script(ready, &[]), json!(true));
    browser.reload();
    Terminal::ready(browser).run("echo kept > kept.txt");
    site.go_down();
    browser.reload();
    expect(&Terminal::ready(browser), "cat kept.txt", "kept");
    // That the server did not answer is told in the console, and is the point here.
    let other: Vec<String> =
        browser.errors().into_iter().filter(|line| !line.contains("net::ERR_")).collect();
    assert!(other.is_empty(), "{}", other.join("\n"));
}
