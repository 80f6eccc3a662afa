//! A build's progress: numbered lines, or a block that is drawn over and over on a terminal.

use super::excerpt;
use super::figures::{seconds, size};
use super::step::{State, Step};
use crate::docker::cli::Cli;
use crate::docker::format::human::ellipsis;
use crate::engine::api::build::{BuildEvent, BuildOptions, Warning};
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
    /// Of what `bake` builds together, the one at hand, and where its steps begin.
    target: (String, usize),
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
            target: Default::default(),
        }
    }

    /// Goes on with the next of several that are built together.
    pub fn aim(&mut self, target: &str) {
        self.target = (target.to_string(), self.steps.keys().last().map_or(0, |last| last + 1));
        self.warnings.clear();
        self.blamed.clear();
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
    pub fn provenance(&mut self, now: i64) -> String {
        if self.style != Style::Plain {
            return String::new();
        }
        let step = self.steps.keys().last().map_or(0, |last| last + 1) - self.target.1;
        let name = "resolving provenance for metadata file".to_string();
        let began = self.take(&BuildEvent::Started { step, name }, now);
        began + &self.take(&BuildEvent::Done { step, took: 0 }, now)
    }

    /// What a step is called where several are built together.
    fn titled(&self, name: &str) -> String {
        match (self.target.0.as_str(), name.strip_prefix('[')) {
            ("", _) => name.to_string(),
            (target, Some(rest)) => format!("[{target} {rest}"),
            (target, None) => format!("[{target}] {name}"),
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
                let (number, name) = (self.next(), self.titled(name));
                self.steps.insert(self.target.1 + step, Step::new(number, &name, now));
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
                let Some(s) = self.steps.get_mut(&(self.target.1 + step)) else { return out };
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
            target: Default::default(),
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
