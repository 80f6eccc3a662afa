//! The emulator's lines as elements of the page. History is laid out in chunks of fixed height, filled
//! when they come near the view or when there is time; the screen's rows are rewritten only where they
//! changed. Owns elements and scrolling; what the lines say is the emulator's.

use std::collections::VecDeque;

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

use super::emulator::Emulator;
use super::ink;

/// Lines in a chunk of history.
const CHUNK: u64 = 64;
/// More new lines than this in one drawing are laid out empty and filled later.
const AT_ONCE: u64 = 256;

struct Chunk {
    /// The number of the chunk's first line.
    start: u64,
    /// How many lines it stands for.
    lines: u64,
    /// How many of them are written into it.
    filled: u64,
    element: HtmlElement,
}

/// The elements of one terminal.
pub struct Canvas {
    document: Document,
    scroller: HtmlElement,
    body: HtmlElement,
    history: HtmlElement,
    live: HtmlElement,
    screen: HtmlElement,
    cursor: HtmlElement,
    rows: Vec<HtmlElement>,
    chunks: VecDeque<Chunk>,
    generation: u32,
    /// Whether the view follows the newest line.
    following: bool,
    cursor_html: String,
}

fn child(document: &Document, parent: &HtmlElement, tag: &str, class: &str) -> HtmlElement {
    let element = document
        .create_element(tag)
        .expect("the tag's name is valid")
        .unchecked_into::<HtmlElement>();
    element.set_class_name(class);
    let _ = parent.append_child(&element);
    element
}

impl Canvas {
    /// Builds the elements inside `scroller`, an element that scrolls.
    pub fn new(scroller: HtmlElement) -> Canvas {
        let document = scroller.owner_document().expect("the element is in a document");
        let body = child(&document, &scroller, "div", "term-body");
        let history = child(&document, &body, "div", "term-history");
        let live = child(&document, &body, "div", "term-live");
        let screen = child(&document, &live, "div", "term-screen");
        let cursor = child(&document, &live, "div", "term-cursor");
        // A screen reader has the live region instead; but it must find the field, which sits in here.
        for element in [&history, &screen, &cursor] {
            let _ = element.set_attribute("aria-hidden", "true");
        }
        Canvas {
            document,
            scroller,
            body,
            history,
            live,
            screen,
            cursor,
            rows: Vec::new(),
            chunks: VecDeque::new(),
            generation: 0,
            following: true,
            cursor_html: String::new(),
        }
    }

    /// Brings the elements up to date.
    pub fn draw(&mut self, emulator: &mut Emulator) {
        if self.generation != emulator.generation {
            self.generation = emulator.generation;
            for chunk in self.chunks.drain(..) {
                chunk.element.remove();
            }
        }
        self.draw_history(emulator);
        self.draw_screen(emulator);
        self.draw_cursor(emulator);
        if self.following {
            self.to_bottom();
        }
    }

    fn draw_history(&mut self, emulator: &Emulator) {
        let from = emulator.first().max(emulator.floor);
        while self.chunks.front().is_some_and(|chunk| chunk.start + chunk.lines <= from) {
            if let Some(chunk) = self.chunks.pop_front() {
                chunk.element.remove();
            }
        }
        let end = emulator.first() + emulator.history() as u64;
        let mut next = self.chunks.back().map_or(from, |chunk| chunk.start + chunk.lines);
        if next < from || next > end {
            for chunk in self.chunks.drain(..) {
                chunk.element.remove();
            }
            next = from;
        }
        let burst = end.saturating_sub(next) > AT_ONCE;
        while next < end {
            let room = self.chunks.back().map_or(0, |chunk| {
                let used = chunk.lines + (chunk.start % CHUNK);
                CHUNK.saturating_sub(used)
            });
            if room == 0 {
                let element = child(&self.document, &self.history, "div", "term-chunk");
                self.chunks.push_back(Chunk { start: next, lines: 0, filled: 0, element });
                continue;
            }
            let Some(chunk) = self.chunks.back_mut() else { break };
            let add = room.min(end - next);
            chunk.lines += add;
            next += add;
            let _ = chunk.element.style().set_property("--n", &chunk.lines.to_string());
            if !burst && chunk.filled + add == chunk.lines {
                fill(chunk, emulator);
            }
        }
    }

    fn draw_screen(&mut self, emulator: &mut Emulator) {
        let (_, height) = emulator.size();
        let dirty = emulator.take_dirty();
        while self.rows.len() > height {
            if let Some(row) = self.rows.pop() {
                row.remove();
            }
        }
        let known = self.rows.len();
        while self.rows.len() < height {
            self.rows.push(child(&self.document, &self.screen, "span", "term-row"));
        }
        let mut html = String::new();
        for (at, (line, row)) in emulator.screen().zip(&self.rows).enumerate() {
            if at >= known || dirty.get(at).copied().unwrap_or(true) {
                html.clear();
                ink::row(&mut html, line);
                row.set_inner_html(&html);
            }
        }
        let _ = self.body.set_attribute("data-alternate", &emulator.alternate().to_string());
        let _ = self.live.style().set_property("--n", &height.to_string());
    }

    fn draw_cursor(&mut self, emulator: &Emulator) {
        let cursor = emulator.cursor();
        let (cols, _) = emulator.size();
        let col = cursor.col.min(cols.saturating_sub(1));
        let style = self.cursor.style();
        let _ = style.set_property("display", if cursor.visible { "" } else { "none" });
        let _ = self.live.style().set_property("--cx", &col.to_string());
        let _ = self.live.style().set_property("--cy", &cursor.row.to_string());
        let mut html = String::new();
        if let Some(under) =
            emulator.screen().nth(cursor.row).and_then(|line| line.cells().get(col).copied())
        {
            ink::cell(&mut html, &under);
        }
        if html != self.cursor_html {
            self.cursor.set_inner_html(&html);
            self.cursor_html = html;
        }
    }

    /// Fills the chunks that are near the view; with `idle`, a few others too. Says whether any are
    /// left to fill.
    pub fn fill(&mut self, emulator: &Emulator, idle: bool) -> bool {
        let top = f64::from(self.scroller.scroll_top());
        let bottom = top + f64::from(self.scroller.client_height());
        let total = self.chunks.iter().map(|chunk| chunk.lines).sum::<u64>().max(1);
        let line = f64::from(self.history.offset_height()) / total as f64;
        let mut spare = if idle { 6 } else { 0 };
        let mut left = false;
        let mut above = 0.0;
        // The newest first: they are the likelier to be looked at.
        let heights: Vec<f64> = self.chunks.iter().map(|chunk| chunk.lines as f64 * line).collect();
        let tops: Vec<f64> = heights
            .iter()
            .map(|height| {
                let at = above;
                above += height;
                at
            })
            .collect();
        for (at, chunk) in self.chunks.iter_mut().enumerate().rev() {
            if chunk.filled == chunk.lines {
                continue;
            }
            let near = tops[at] < bottom + 600.0 && tops[at] + heights[at] > top - 600.0;
            if near || spare > 0 {
                if !near {
                    spare -= 1;
                }
                fill(chunk, emulator);
            } else {
                left = true;
            }
        }
        left
    }

    /// Takes note of where the reader has scrolled to.
    pub fn scrolled(&mut self) {
        let below = self.scroller.scroll_height()
            - self.scroller.scroll_top()
            - self.scroller.client_height();
        self.following = below <= 4;
    }

    /// Scrolls by pages.
    pub fn page(&mut self, pages: i32) {
        let step = (self.scroller.client_height() - 20).max(20);
        self.scroller.set_scroll_top(self.scroller.scroll_top() + pages * step);
        self.scrolled();
    }

    /// Goes to the newest line and stays there.
    pub fn follow(&mut self) {
        self.following = true;
        self.to_bottom();
    }

    fn to_bottom(&self) {
        self.scroller.set_scroll_top(self.scroller.scroll_height());
    }

    /// The element around the screen's rows; the text field sits in it, at the cursor.
    pub fn live(&self) -> &HtmlElement {
        &self.live
    }
}

fn fill(chunk: &mut Chunk, emulator: &Emulator) {
    let mut html = String::new();
    // Lines that were dropped before they were ever drawn leave their place empty.
    let first = emulator.first().max(chunk.start + chunk.filled);
    for _ in chunk.start + chunk.filled..first.min(chunk.start + chunk.lines) {
        html.push('\n');
    }
    let want = (chunk.start + chunk.lines).saturating_sub(first);
    for line in emulator.lines(first).take(usize::try_from(want).unwrap_or(0)) {
        ink::row(&mut html, line);
    }
    let _ = chunk.element.insert_adjacent_html("beforeend", &html);
    chunk.filled = chunk.lines;
}
