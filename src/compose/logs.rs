//! Output of several containers, each line behind its container's name, in colours where there are any.

use super::command::Compose;
use crate::golang::time::rfc3339_nine;
use std::cell::RefCell;
use std::rc::Rc;

const COLORS: &[&str] = &["36", "33", "32", "35", "34", "36;1", "33;1", "32;1", "35;1", "34;1"];

/// Where the lines go, and how they look.
#[derive(Clone)]
pub struct Printer {
    c: Compose,
    color: bool,
    prefix: bool,
    times: bool,
    /// Names in the order in which they first had something to say.
    names: Rc<RefCell<Vec<String>>>,
}

impl Printer {
    /// Nothing printed yet.
    pub fn new(c: &Compose, color: bool, prefix: bool, times: bool) -> Printer {
        Printer { c: c.clone(), color: color && c.colors, prefix, times, names: Rc::default() }
    }

    /// The number of a name, and how wide the widest name is.
    fn register(&self, name: &str) -> (usize, usize) {
        let mut names = self.names.borrow_mut();
        let at = match names.iter().position(|n| n == name) {
            Some(at) => at,
            None => {
                names.push(name.to_string());
                names.len() - 1
            }
        };
        (at, names.iter().map(|n| n.chars().count()).max().unwrap_or(0))
    }

    fn paint(&self, at: usize, text: &str) -> String {
        match self.color {
            true => format!("\x1b[{}m{text}\x1b[0m", COLORS[at % COLORS.len()]),
            false => text.to_string(),
        }
    }

    /// A line of a container's output.
    pub async fn line(&self, fd: i32, name: &str, line: &[u8]) {
        let (at, width) = self.register(name);
        let mut out = Vec::new();
        if self.prefix {
            let pad = " ".repeat(width + 1 - name.chars().count());
            out.extend(self.paint(at, &format!("{name}{pad} | ")).into_bytes());
        }
        if self.times {
            out.extend(format!("{} ", rfc3339_nine(self.c.cli.p.now())).into_bytes());
        }
        out.extend_from_slice(line);
        out.push(b'\n');
        self.c.cli.write(fd, &out).await;
    }

    /// A word about a container.
    pub async fn status(&self, name: &str, text: &str) {
        let (at, _) = self.register(name);
        let line = self.paint(at, &format!("\r\x1b[K{name} {text}\n"));
        self.c.cli.write(1, line.as_bytes()).await;
    }
}

/// Bytes gathered into lines.
#[derive(Default)]
pub struct Lines(Vec<u8>);

impl Lines {
    /// The lines that are whole now.
    pub fn add(&mut self, bytes: &[u8]) -> Vec<Vec<u8>> {
        self.0.extend_from_slice(bytes);
        let mut lines = Vec::new();
        while let Some(at) = self.0.iter().position(|b| *b == b'\n') {
            let rest = self.0.split_off(at + 1);
            let mut line = std::mem::replace(&mut self.0, rest);
            line.pop();
            lines.push(line);
        }
        lines
    }

    /// What is left without an end.
    pub fn end(&mut self) -> Option<Vec<u8>> {
        let rest = std::mem::take(&mut self.0);
        if rest.is_empty() { None } else { Some(rest) }
    }
}
