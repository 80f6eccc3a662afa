//! What a screen reader hears of a terminal: finished lines, put into a live region once the output
//! pauses. Owns the region's content; the screen's looks are the canvas's.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

use super::emulator::Emulator;

/// How many lines the region keeps, and how many it says at once.
const KEEP: u32 = 400;
const AT_ONCE: u64 = 100;

/// Fills the live region of one terminal.
pub struct Announcer {
    document: Document,
    region: HtmlElement,
    /// The number of the first line not yet said.
    next: u64,
    /// The element with the line that the cursor is on, once it was said.
    open: Option<HtmlElement>,
    /// Whether the learner is typing on that line.
    typing: bool,
}

impl Announcer {
    /// For `region`, an element with the role `log`.
    pub fn new(region: HtmlElement) -> Announcer {
        let document = region.owner_document().expect("the element is in a document");
        Announcer { document, region, next: 0, open: None, typing: false }
    }

    /// Forgets what was said: the machine is another one now.
    pub fn clear(&mut self) {
        self.region.set_text_content(None);
        self.next = 0;
        self.open = None;
    }

    /// The learner has typed: what changes on the line now is their own.
    pub fn typed(&mut self) {
        self.typing = true;
    }

    /// The lines have been wrapped anew and so are numbered anew. All that had come was said before: what
    /// follows begins on the line that the cursor is on.
    pub fn rewrapped(&mut self, emulator: &Emulator) {
        let (first, here) = (emulator.first(), emulator.cursor_line());
        let above = usize::try_from(here.saturating_sub(first)).unwrap_or(usize::MAX);
        self.next = first;
        for (number, line) in (first..).zip(emulator.lines(first).take(above)) {
            if !line.is_wrapped() {
                self.next = number + 1;
            }
        }
    }

    /// Says what came since the last time.
    pub fn say(&mut self, emulator: &Emulator) {
        if emulator.alternate() {
            return;
        }
        let here = emulator.cursor_line();
        if here < self.next {
            // The screen was cleared, or a program moved up: go on from here.
            self.next = here;
            self.open = None;
        }
        if self.next + AT_ONCE < here {
            let skipped = here - AT_ONCE - self.next;
            self.add(&format!("({skipped} lines left out)"));
            self.next = here - AT_ONCE;
        }
        let mut text = String::new();
        let count = usize::try_from(here - self.next).unwrap_or(0);
        let lines: Vec<(String, bool)> = emulator
            .lines(self.next)
            .take(count + 1)
            .map(|line| (line.text(), line.is_wrapped()))
            .collect();
        // The line that the cursor is on may have begun rows before: it is said from there the next time.
        let mut begin = 0;
        for (at, (part, wrapped)) in lines.iter().enumerate() {
            text.push_str(part);
            if at < count && *wrapped {
                continue;
            }
            self.line(text.trim_end(), at == count);
            text.clear();
            if at < count {
                begin = at + 1;
            }
        }
        self.next += begin as u64;
    }

    /// Says one line; the last is the one that the cursor is on, and may go on.
    fn line(&mut self, line: &str, last: bool) {
        match self.open.take() {
            Some(element) => {
                // While a line is being typed it is not repeated at every key.
                if (!last || !self.typing) && element.text_content().as_deref() != Some(line) {
                    element.set_text_content(Some(line));
                }
                if last {
                    self.open = Some(element);
                } else {
                    self.typing = false;
                }
            }
            None if last && line.is_empty() => {}
            None => {
                let element = self.add(line);
                if last {
                    self.open = Some(element);
                }
            }
        }
    }

    fn add(&self, line: &str) -> HtmlElement {
        let element = self
            .document
            .create_element("div")
            .expect("the tag's name is valid")
            .unchecked_into::<HtmlElement>();
        element.set_text_content(Some(line));
        let _ = self.region.append_child(&element);
        while self.region.child_element_count() > KEEP {
            if let Some(first) = self.region.first_element_child() {
                first.remove();
            }
        }
        element
    }
}
