//! A build's progress: numbered lines, or a block that is drawn over and over on a terminal.

use super::excerpt;
use super::figures::{seconds, size};
use crate::docker::cli::Cli;
use crate::docker::format::human::ellipsis;
use crate::engine::api::build::{BuildEvent, BuildOptions, Warning};
use crate::vfs::text;
use std::collections::BTreeMap;

/// How progress is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Not at all.
    Quiet,
    /// Line by line.
    Plain,
    /// Drawn in place.
    Terminal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Running,
    Done,
    Cached,
    Canceled,
    Failed,
}

#[derive(Debug)]
struct Step {
    number: usize,
    name: String,
    began: i64,
    took: i64,
    state: State,
    error: String,
    statuses: Vec<(String, bool)>,
    log: Vec<String>,
    partial: Vec<u8>,
}

/// The display of one build.
pub struct Display {
    style: Style,
    columns: usize,
    steps: BTreeMap<usize, Step>,
    began: i64,
    drawn: usize,
    current: usize,
    warnings: Vec<Warning>,
    /// Whether they are told in full.
    debug: bool,
    /// The Dockerfile's name and text.
    file: (String, String),
    /// Its lines that are to blame.
    blamed: Vec<(usize, usize)>,
    /// Bytes of the definition that came before, where the build was begun by `bake`.
    definition: Option<u64>,
    /// The builder's name.
    builder: String,
}

impl Display {
    /// For a build that begins now.
    pub fn new(cli: &Cli, style: Style) -> Display {
        Display {
            style,
            columns: cli.size(2).map_or(80, |(columns, _)| usize::from(columns).max(40)),
            steps: BTreeMap::new(),
            began: cli.p.now(),
            drawn: 0,
            current: 0,
            warnings: Vec::new(),
            debug: cli.settings.debug,
            file: Default::default(),
            blamed: Vec::new(),
            definition: None,
            builder: cli.settings.context().to_string(),
        }
    }

    /// The same, knowing the Dockerfile where the builder is given it.
    pub fn of(self, o: &BuildOptions) -> Display {
        Display { file: (o.dockerfile_name.clone(), o.dockerfile.clone()), ..self }
    }

    /// The Dockerfile's name and text.
    pub fn file(&self) -> (&str, &str) {
        (&self.file.0, &self.file.1)
    }

    /// The parts of the Dockerfile that an error is about.
    pub fn excerpts(&self) -> String {
        self.blamed.iter().map(|n| excerpt::show(&self.file.0, &self.file.1, *n)).collect()
    }

    /// The same, for a build that `bake` has read a definition for, so many bytes long.
    pub fn after_bake(self, definition: u64) -> Display {
        Display { definition: Some(definition), ..self }
    }

    /// What comes before all else.
    pub fn begin(&self) -> String {
        match (self.style, self.definition) {
            (Style::Plain, Some(bytes)) => format!(
                "#1 [internal] load local bake definitions\n#1 reading from stdin {} done\n#1 DONE 0.0s\n",
                size(bytes)
            ),
            (Style::Plain, None) => {
                format!("#0 building with {:?} instance using docker driver\n", self.builder)
            }
            _ => String::new(),
        }
    }

    /// Whether it writes line by line.
    pub fn is_plain(&self) -> bool {
        self.style == Style::Plain
    }

    /// The number of the next step.
    fn next(&self) -> usize {
        self.steps.len() + 1 + usize::from(self.definition.is_some())
    }

    /// The last step of `bake`, which notes where the image comes from.
    pub fn provenance(&self) -> String {
        let n = self.next();
        match self.style {
            Style::Plain => {
                format!("\n#{n} resolving provenance for metadata file\n#{n} DONE 0.0s\n")
            }
            _ => String::new(),
        }
    }

    /// What an event puts on the screen.
    pub fn event(&mut self, event: &BuildEvent, now: i64) -> String {
        let plain = self.take(event, now);
        match self.style {
            Style::Quiet => String::new(),
            Style::Plain => plain,
            Style::Terminal => self.draw(now, None),
        }
    }

    /// Notes the event; the lines it makes in the plain style.
    fn take(&mut self, event: &BuildEvent, now: i64) -> String {
        let mut out = String::new();
        match event {
            BuildEvent::Started { step, name } => {
                let number = self.next();
                self.steps.insert(
                    *step,
                    Step {
                        number,
                        name: name.clone(),
                        began: now,
                        took: 0,
                        state: State::Running,
                        error: String::new(),
                        statuses: Vec::new(),
                        log: Vec::new(),
                        partial: Vec::new(),
                    },
                );
                self.current = number;
                out.push_str(&format!("\n#{number} {name}\n"));
            }
            BuildEvent::Dockerfile { text } => self.file.1.clone_from(text),
            BuildEvent::Located { lines } => self.blamed.clone_from(lines),
            BuildEvent::Warning { step, .. }
            | BuildEvent::Status { step, .. }
            | BuildEvent::Log { step, .. }
            | BuildEvent::Cached { step }
            | BuildEvent::Done { step, .. }
            | BuildEvent::Canceled { step }
            | BuildEvent::Failed { step, .. } => {
                if let BuildEvent::Warning { warning, .. } = event
                    && !self.warnings.contains(warning)
                {
                    self.warnings.push(warning.clone());
                }
                let Some(s) = self.steps.get_mut(step) else { return out };
                if s.number != self.current {
                    self.current = s.number;
                    out.push_str(&format!("\n#{} {}\n", s.number, s.name));
                }
                out.push_str(&s.take(event, now));
            }
        }
        out
    }

    /// What the builder's checks found.
    pub fn findings(&self) -> String {
        if self.warnings.is_empty() || self.style == Style::Quiet {
            return String::new();
        }
        let n = self.warnings.len();
        let found =
            if n == 1 { "1 warning found".to_string() } else { format!("{n} warnings found") };
        let hint = if self.debug { "" } else { " (use docker --debug to expand)" };
        let mut out = format!("\n \x1b[33m{found}{hint}:\n\x1b[0m");
        for w in &self.warnings {
            out.push_str(&format!(" - {}\n", w.short()));
            if self.debug {
                let lines = excerpt::show(&self.file.0, &self.file.1, w.lines);
                out.push_str(&format!("{}\nMore info: {}\n{lines}\n", w.about, w.page));
            }
        }
        out
    }

    /// The last of it: a terminal's block as it ended, the log of a step that failed.
    pub fn end(&mut self, well: bool, now: i64) -> String {
        let mut out = match self.style {
            Style::Quiet => return String::new(),
            Style::Plain => String::new(),
            Style::Terminal => self.draw(now, Some(well)),
        };
        for s in self.steps.values().filter(|s| s.state == State::Failed) {
            let log: String = s.log.iter().map(|line| format!("{line}\n")).collect();
            out.push_str(&format!("------\n > {}:\n{log}------\n", s.name));
        }
        out
    }

    fn draw(&mut self, now: i64, end: Option<bool>) -> String {
        let done = self.steps.values().filter(|s| s.state != State::Running).count();
        let total = self.steps.len();
        let word = match end {
            Some(true) => " FINISHED",
            Some(false) => " ERROR",
            None => "",
        };
        let head = format!("[+] Building {} ({done}/{total}){word}", seconds(now - self.began));
        let mut lines = vec![self.spread(&head, "docker:default")];
        for s in self.steps.values() {
            let (mark, colour) = match s.state {
                State::Running => ("=>", ""),
                State::Done => ("=>", "\x1b[34m"),
                State::Cached => ("=> CACHED", "\x1b[34m"),
                State::Canceled => ("=> CANCELED", "\x1b[33m"),
                State::Failed => ("=> ERROR", "\x1b[31m"),
            };
            let took = if s.state == State::Running { now - s.began } else { s.took };
            let line = self.spread(&format!(" {mark} {}", s.name), &seconds(took));
            let reset = if colour.is_empty() { "" } else { "\x1b[0m" };
            lines.push(format!("{colour}{line}{reset}"));
            for (text, over) in &s.statuses {
                let colour = if *over { "\x1b[34m" } else { "" };
                let reset = if *over { "\x1b[0m" } else { "" };
                let line = self.spread(&format!(" => => {text}"), "0.0s");
                lines.push(format!("{colour}{line}{reset}"));
            }
            if s.state == State::Running {
                for line in s.log.iter().rev().take(6).rev() {
                    lines.push(ellipsis(&format!(" => => # {line}"), self.columns - 1));
                }
            }
        }
        let mut out =
            if self.drawn > 0 { format!("\x1b[{}A\x1b[J", self.drawn) } else { String::new() };
        self.drawn = lines.len();
        for line in lines {
            out.push_str(&line);
            out.push('\n');
        }
        out
    }

    /// Two texts, at the left and the right of the line.
    fn spread(&self, left: &str, right: &str) -> String {
        let room = self.columns.saturating_sub(right.len() + 2);
        let left = ellipsis(left, room);
        let gap = (self.columns - 1).saturating_sub(left.chars().count() + right.len());
        format!("{left}{}{right}", " ".repeat(gap))
    }
}

impl Step {
    fn take(&mut self, event: &BuildEvent, now: i64) -> String {
        let n = self.number;
        let mut out = String::new();
        match event {
            BuildEvent::Status { text, done, current, .. } => {
                let text = match current {
                    0 => text.clone(),
                    n => format!("{text} {}", size(*n)),
                };
                match self.statuses.iter_mut().find(|(t, _)| *t == text) {
                    Some(known) => known.1 |= done,
                    None => self.statuses.push((text.clone(), *done)),
                }
                if *done {
                    out.push_str(&format!("#{n} {text} done\n"));
                }
            }
            BuildEvent::Log { bytes, .. } => {
                self.partial.extend_from_slice(bytes);
                while let Some(end) = self.partial.iter().position(|b| *b == b'\n') {
                    let line: Vec<u8> = self.partial.drain(..=end).collect();
                    out.push_str(&self.line(&line[..end], now));
                }
            }
            BuildEvent::Cached { .. } => {
                self.state = State::Cached;
                out.push_str(&format!("#{n} CACHED\n"));
            }
            BuildEvent::Done { took, .. } => {
                out.push_str(&self.rest(now));
                self.took = *took;
                if self.state == State::Running {
                    self.state = State::Done;
                    out.push_str(&format!("#{n} DONE {}\n", seconds(*took)));
                }
            }
            BuildEvent::Canceled { .. } => {
                (self.took, self.state) = (now - self.began, State::Canceled);
                out.push_str(&format!("#{n} CANCELED\n"));
            }
            BuildEvent::Failed { error, .. } => {
                out.push_str(&self.rest(now));
                self.took = now - self.began;
                self.state = State::Failed;
                self.error.clone_from(error);
                out.push_str(&format!("#{n} ERROR: {error}\n"));
            }
            BuildEvent::Warning { warning, .. } => {
                out.push_str(&format!("#{n} WARN: {}\n", warning.short()));
                if self.state == State::Done {
                    out.push_str(&format!("#{n} DONE {}\n", seconds(self.took)));
                }
            }
            BuildEvent::Started { .. }
            | BuildEvent::Dockerfile { .. }
            | BuildEvent::Located { .. } => {}
        }
        out
    }

    fn rest(&mut self, now: i64) -> String {
        if self.partial.is_empty() {
            return String::new();
        }
        let line = std::mem::take(&mut self.partial);
        self.line(&line, now)
    }

    fn line(&mut self, line: &[u8], now: i64) -> String {
        let at = (now - self.began).max(0) as f64 / 1e9;
        let line = format!("{at:.3} {}", text::decode(line.strip_suffix(b"\r").unwrap_or(line)));
        let out = format!("#{} {line}\n", self.number);
        self.log.push(line);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::{Display, Style};
    use crate::engine::api::build::BuildEvent;
    use crate::engine::api::container::Stream;
    use std::collections::BTreeMap;

    #[test]
    fn plain_lines() {
        let mut d = Display {
            style: Style::Plain,
            columns: 80,
            steps: BTreeMap::new(),
            began: 0,
            drawn: 0,
            current: 0,
            warnings: Vec::new(),
            debug: false,
            file: Default::default(),
            blamed: Vec::new(),
            definition: None,
            builder: "default".to_string(),
        };
        let log = |bytes: &[u8]| BuildEvent::Log {
            step: 7,
            stream: Stream::Stdout,
            bytes: bytes.to_vec(),
        };
        let mut out = String::new();
        for event in [
            BuildEvent::Started { step: 7, name: "[2/2] RUN x".to_string() },
            log(b"one\ntw"),
            log(b"o\n"),
            BuildEvent::Failed { step: 7, error: "bad".to_string() },
        ] {
            out.push_str(&d.event(&event, 227_000_000));
        }
        assert_eq!(out, "\n#1 [2/2] RUN x\n#1 0.000 one\n#1 0.000 two\n#1 ERROR: bad\n");
        assert_eq!(d.end(false, 0), "------\n > [2/2] RUN x:\n0.000 one\n0.000 two\n------\n");
    }
}
