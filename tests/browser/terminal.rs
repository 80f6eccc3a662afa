//! The page's terminal as its user meets it: by its accessible name to type into, by its log to read.

use crate::webdriver::{Browser, ENTER, Element};
use std::time::{Duration, Instant};

/// How the shell's prompt ends, as far as the log shows it.
const PROMPT: &str = "~$";

/// The first terminal of the page.
pub struct Terminal<'b> {
    browser: &'b Browser,
}

impl<'b> Terminal<'b> {
    /// Waits until the shell is there.
    pub fn ready(browser: &'b Browser) -> Terminal<'b> {
        let terminal = Terminal { browser };
        terminal
            .until("the first prompt", 30, |log| log.trim_end().ends_with(PROMPT).then_some(()));
        terminal
    }

    fn field(&self) -> Element<'b> {
        let mut found = self.browser.find("textarea[aria-label='Terminal']");
        assert!(!found.is_empty(), "there is no terminal on the page");
        found.remove(0)
    }

    /// All that the log holds, one line a line.
    pub fn log(&self) -> String {
        let script = "const log = document.querySelector('[role=log]'); \
                      return log ? [...log.children].map(line => line.textContent).join('\\n') : ''";
        self.browser.script(script, &[]).as_str().unwrap_or_default().replace('\u{a0}', " ")
    }

    /// Waits, and shows the end of the log when it was in vain.
    fn until<T>(&self, what: &str, seconds: u64, mut ask: impl FnMut(&str) -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            let log = self.log();
            if let Some(answer) = ask(&log) {
                return answer;
            }
            if start.elapsed().as_secs() >= seconds {
                self.browser.errors();
            }
            let lines: Vec<&str> = log.lines().collect();
            let end = lines[lines.len().saturating_sub(20)..].join("\n");
            assert!(
                start.elapsed().as_secs() < seconds,
                "waited {seconds} s for {what}; the log ends\n{end}"
            );
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    /// Types, and waits for nothing.
    pub fn keys(&self, keys: &str) {
        self.field().keys(keys);
    }

    /// Types a line, waits until the prompt is back, and gives what was printed between.
    pub fn run(&self, command: &str) -> String {
        let echo = format!("{PROMPT} {command}");
        let before = self.log().matches(&echo).count();
        self.keys(&format!("{command}{ENTER}"));
        self.until(&format!("`{command}` to end"), 25, |log| {
            if log.matches(&echo).count() <= before || !log.trim_end().ends_with(PROMPT) {
                return None;
            }
            let from = log.rfind(&echo)? + echo.len();
            let output = log[from..].trim_end();
            // The last line is the next prompt.
            let output = output.rsplit_once('\n').map(|(output, _)| output)?;
            Some(output.trim_matches('\n').to_owned())
        })
    }

    /// Waits until a command that was just typed has ended.
    pub fn settled(&self, command: &str) {
        let echo = format!("{PROMPT} {command}");
        self.until(&format!("`{command}` to end"), 120, |log| {
            let from = log.rfind(&echo)? + echo.len();
            log[from..].trim_end().ends_with(PROMPT).then_some(())
        });
    }

    /// Waits until the log shows this after its last `mark`.
    pub fn expect(&self, mark: &str, text: &str) {
        self.until(&format!("`{text}` after `{mark}`"), 20, |log| {
            let from = log.rfind(mark)? + mark.len();
            log[from..].contains(text).then_some(())
        });
    }

    /// Interrupts what runs and proves by a new command that the shell is back.
    pub fn interrupt(&self, token: u32) {
        self.keys(&crate::webdriver::control('c'));
        self.keys(&format!("echo back-$(({token} + 1)){ENTER}"));
        let answer = format!("back-{}", token + 1);
        self.until(&format!("the shell after Ctrl-C ({answer})"), 10, |log| {
            let from = log.rfind(&answer)? + answer.len();
            log[from..].trim_end().ends_with(PROMPT).then_some(())
        });
    }
}
