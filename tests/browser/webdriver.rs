//! A browser, driven over the WebDriver protocol: starting it, loading a page, running scripts in it, typing
//! and clicking. What the page is expected to do is `main`'s.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// WebDriver's name for an element in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Keys that are no characters.
pub const ENTER: &str = "\u{e007}";

/// Control and a letter.
pub fn control(letter: char) -> String {
    format!("\u{e009}{letter}\u{e000}")
}

/// A running browser with one window. Both processes end with it.
pub struct Browser {
    driver: Child,
    port: u16,
    session: String,
    profile: PathBuf,
}

impl Browser {
    /// Starts the browser that the environment names.
    pub fn start() -> Browser {
        let program =
            |key: &str, usual: &str| std::env::var(key).unwrap_or_else(|_| usual.to_owned());
        let mut driver = Command::new(program("DRYDOCK_CHROMEDRIVER", "chromedriver"))
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts; `cargo xtask test` installs it");
        let port = port(&mut driver);
        static STARTED: AtomicU32 = AtomicU32::new(0);
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let profile = format!("drydock-browser-{}-{number}", std::process::id());
        let profile = std::env::temp_dir().join(profile);
        let mut arguments: Vec<String> = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,800",
        ]
        .map(str::to_owned)
        .to_vec();
        arguments.push(format!("--user-data-dir={}", profile.display()));
        let capabilities = json!({ "capabilities": { "alwaysMatch": {
            "goog:chromeOptions": {
                "binary": program("DRYDOCK_CHROMIUM", "/usr/bin/chromium"),
                "args": arguments,
            },
            "goog:loggingPrefs": { "browser": "ALL" },
        } } });
        let mut browser = Browser { driver, port, session: String::new(), profile };
        let answer = browser.post("/session", &capabilities);
        browser.session = answer["sessionId"].as_str().expect("a session's id").to_owned();
        browser
    }

    /// Loads a page.
    pub fn open(&self, url: &str) {
        self.command("/url", &json!({ "url": url }));
    }

    /// Loads the page again.
    pub fn reload(&self) {
        self.command("/refresh", &json!({}));
    }

    /// Makes the window as large as this.
    pub fn resize(&self, width: u32, height: u32) {
        self.command("/window/rect", &json!({ "width": width, "height": height }));
    }

    /// The value of a script's `return`; `arguments` are the script's.
    pub fn script(&self, script: &str, arguments: &[Value]) -> Value {
        self.command("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// The elements that a CSS selector finds.
    pub fn find(&self, selector: &str) -> Vec<Element<'_>> {
        let answer =
            self.command("/elements", &json!({ "using": "css selector", "value": selector }));
        let list = answer.as_array().cloned().unwrap_or_default();
        list.iter().filter_map(|found| self.element(found)).collect()
    }

    /// The element that a script returned.
    pub fn element(&self, value: &Value) -> Option<Element<'_>> {
        Some(Element { browser: self, id: value.get(ELEMENT)?.as_str()?.to_owned() })
    }

    /// What the console has been told since the last time, the lines of one level and worse.
    pub fn errors(&self) -> Vec<String> {
        let answer = self.command("/se/log", &json!({ "type": "browser" }));
        let list = answer.as_array().cloned().unwrap_or_default();
        let severe = list.iter().filter(|line| line["level"] == "SEVERE");
        severe.map(|line| line["message"].to_string()).collect()
    }

    fn command(&self, path: &str, body: &Value) -> Value {
        self.post(&format!("/session/{}{path}", self.session), body)
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        let answer = self.request("POST", path, &body.to_string()).expect("chromedriver answers");
        let value = answer.get("value").cloned().unwrap_or_default();
        if let Some(error) = value.get("error").filter(|error| error.is_string()) {
            panic!("{path} {body}: {error} {}", value["message"]);
        }
        value
    }

    fn request(&self, method: &str, path: &str, body: &str) -> std::io::Result<Value> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(120)))?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )?;
        let mut reader = BufReader::new(stream);
        let mut length = None;
        loop {
            let mut line = String::new();
            reader.read_line(&mut line)?;
            let Some((name, value)) = line.split_once(':') else {
                if line.trim().is_empty() {
                    break;
                }
                continue;
            };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse::<usize>().ok();
            }
        }
        let mut body = vec![0; length.unwrap_or(0)];
        reader.read_exact(&mut body)?;
        Ok(serde_json::from_slice(&body).unwrap_or_default())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The test may be failing already: what can not be ended in order is ended by force.
        let _ = self.request("DELETE", &format!("/session/{}", self.session), "");
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

/// An element of the page.
pub struct Element<'b> {
    browser: &'b Browser,
    id: String,
}

impl Element<'_> {
    /// As an argument for a script.
    pub fn value(&self) -> Value {
        json!({ ELEMENT: self.id })
    }

    /// Clicks it, once it has been scrolled into view.
    pub fn click(&self) {
        self.browser.command(&format!("/element/{}/click", self.id), &json!({}));
    }

    /// Types into it.
    pub fn keys(&self, text: &str) {
        self.browser.command(&format!("/element/{}/value", self.id), &json!({ "text": text }));
    }

    /// What is to be read in it.
    pub fn text(&self) -> String {
        let text = self.browser.script("return arguments[0].textContent", &[self.value()]);
        text.as_str().unwrap_or_default().trim().to_owned()
    }
}

/// The port that the driver says it listens on.
fn port(driver: &mut Child) -> u16 {
    let output = driver.stdout.take().expect("its output is piped");
    let mut lines = BufReader::new(output).lines();
    let said = lines.find_map(|line| {
        let line = line.ok()?;
        line.strip_suffix('.')?.rsplit_once("successfully on port ")?.1.parse::<u16>().ok()
    });
    // It goes on talking, and must not be stopped by a pipe that nobody reads.
    std::thread::spawn(move || lines.for_each(drop));
    said.expect("chromedriver says its port")
}

/// Asks again until there is an answer; panics with `what` when there is none in time.
pub fn wait<T>(what: &str, seconds: u64, mut ask: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(start.elapsed() < Duration::from_secs(seconds), "waited {seconds} s for {what}");
        std::thread::sleep(Duration::from_millis(40));
    }
}
