//! Every test there is, in an order that tells of a mistake early. What each of them tests is said where it
//! lies; this file only runs them and says how long they took.

use crate::run::{Run, cargo, program, root, target};
use crate::site;
use crate::tools::{self, Browser};
use std::time::{Duration, Instant};

/// Runs every test; ends at the first that fails.
pub fn all() -> Result<(), String> {
    // Fetching and unpacking leave the processor idle, so the tools are installed beside the native tests.
    let tools = std::thread::spawn(|| -> Result<Browser, String> {
        let browser = tools::browser()?;
        tools::site()?;
        Ok(browser)
    });
    let mut times = Times::default();
    times.step("format", || {
        tools::component("rustfmt", &["fmt", "--version"])?;
        cargo(&["fmt", "--all", "--check"]).go()
    })?;
    times.step("lints", || {
        tools::component("clippy", &["clippy", "--version"])?;
        cargo(&["clippy", "--locked", "--all-targets", "--", "-D", "warnings"]).go()
    })?;
    times.step("native tests", native)?;
    times.step("lessons", lessons)?;
    let browser = times.step("tools", || tools.join().map_err(|_| "xtask itself failed")?)?;
    times.step("lints for the browser", || {
        cargo(&["clippy", "--locked", "--target", "wasm32-unknown-unknown", "--lib", "--bins"])
            .args(["--", "-D", "warnings"])
            .go()
    })?;
    times.step("site", site::build)?;
    times.step("browser", || in_browser(&browser))?;
    times.report();
    Ok(())
}

fn native() -> Result<(), String> {
    cargo(&["build", "--locked", "--bin", "drydock"]).go()?;
    if cargo(&["nextest", "--version"]).output().is_some() {
        return cargo(&["nextest", "run", "--locked", "--no-fail-fast"]).go();
    }
    cargo(&["test", "--locked", "--no-fail-fast", "--lib", "--bins", "--tests"]).go()
}

/// Plays every lesson: its checks fail before its solutions and hold after them.
fn lessons() -> Result<(), String> {
    let mut run = program(target().join("debug/drydock")).args(["lesson", "check"]);
    let files = std::fs::read_dir(root().join("lessons"))
        .map_err(|error| format!("lessons can not be read: {error}"))?;
    let mut files: Vec<_> = files.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ext| ext == "md")) {
        run = run.args([file]);
    }
    run.go()
}

/// Builds the site and says how fast it is in the browser.
pub fn figures() -> Result<(), String> {
    let browser = tools::browser()?;
    site::build()?;
    tests_in(&browser, &["figures", "--ignored", "--nocapture"]).env("DRYDOCK_FIGURES", "1").go()
}

fn in_browser(browser: &Browser) -> Result<(), String> {
    tests_in(browser, &["--include-ignored", "--nocapture"]).go()
}

fn tests_in(browser: &Browser, arguments: &[&str]) -> Run {
    cargo(&["test", "--locked", "--test", "browser", "--"])
        .args(arguments)
        .env("DRYDOCK_DIST", root().join("dist"))
        .env("DRYDOCK_CHROMIUM", &browser.chromium)
        .env("DRYDOCK_CHROMEDRIVER", &browser.driver)
}

/// How long each step took.
#[derive(Default)]
struct Times(Vec<(&'static str, Duration)>);

impl Times {
    fn step<T>(
        &mut self,
        name: &'static str,
        work: impl FnOnce() -> Result<T, String>,
    ) -> Result<T, String> {
        eprintln!("xtask: {name}");
        let start = Instant::now();
        let result = work();
        self.0.push((name, start.elapsed()));
        result.map_err(|message| {
            self.report();
            format!("{message}\nxtask: {name} failed")
        })
    }

    fn report(&self) {
        for (name, time) in &self.0 {
            eprintln!("xtask: {:>5} s  {name}", time.as_secs());
        }
        let total: Duration = self.0.iter().map(|(_, time)| *time).sum();
        eprintln!("xtask: {:>5} s  in all", total.as_secs());
    }
}
