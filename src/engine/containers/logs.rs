//! Reading a container's log from its file, and following it.

use std::collections::VecDeque;

use crate::engine::api::container::{Frame, LogsOptions, Stream};
use crate::engine::run::rotate::{older, unpack};
use crate::engine::run::{LogLine, parse_line};
use crate::engine::state::Container;
use crate::engine::{Engine, EngineError, Result};
use crate::golang::time;
use crate::kernel::Proc;

use super::config::log_unreached;

/// Files of one log that are looked for.
const MOST_FILES: u32 = 1_000;

/// A log being read.
pub struct LogStream {
    engine: Engine,
    id: String,
    options: LogsOptions,
    queue: VecDeque<Frame>,
    /// The file that is followed, and how much of it was read.
    path: String,
    offset: usize,
    /// Whether a line was met that is later than what is wanted: a log that is followed ends there.
    past: bool,
}

impl Engine {
    /// `docker logs`.
    pub fn container_logs(&self, id: &str, o: &LogsOptions) -> Result<LogStream> {
        let full = self.find_container(id)?;
        if !o.stdout && !o.stderr {
            return Err(EngineError::invalid(
                "Bad parameters: you must choose at least one stream",
            ));
        }
        let Some(c) = self.state().containers.get(&full).cloned() else {
            return Err(EngineError::not_found(format!("No such container: {id}")));
        };
        if let Some(why) = log_unreached(&c.host.log_config) {
            return Err(EngineError::system(why));
        }
        let Some(path) = Engine::log_path(&c) else {
            return Err(EngineError::invalid("configured logging driver does not support reading"));
        };
        let (lines, offset, past) = self.read_logs(&c, &path, o);
        let queue = lines.into_iter().map(|l| frame(o, l)).collect();
        Ok(LogStream {
            engine: self.clone(),
            id: full,
            options: o.clone(),
            queue,
            path,
            offset,
            past,
        })
    }

    /// What was logged so far, as frames.
    pub(crate) fn log_frames(&self, id: &str, o: &LogsOptions) -> Result<VecDeque<Frame>> {
        Ok(self.container_logs(id, o)?.queue)
    }

    /// The lines that are wanted, the length of the current file, and whether any is too late.
    fn read_logs(&self, c: &Container, path: &str, o: &LogsOptions) -> (Vec<LogLine>, usize, bool) {
        let json = c.host.log_config.kind == "json-file";
        let mut lines: VecDeque<LogLine> = VecDeque::new();
        let (mut offset, mut past) = (0, false);
        let mut files: Vec<(String, &str)> = self.disk(|d| {
            let all = 1..MOST_FILES;
            all.map_while(|n| older(d, path, n)).collect()
        });
        files.reverse();
        files.push((path.to_string(), ""));
        for (file, end) in files {
            let bytes = self.disk(|d| d.read(&file)).unwrap_or_default();
            let bytes = if end.is_empty() { bytes } else { unpack(&bytes) };
            let mut at = 0;
            while let Some((line, n)) = parse_line(json, &bytes[at..]) {
                at += n;
                past |= line.as_ref().is_some_and(|l| late(o, l));
                if let Some(line) = line.filter(|l| wanted(o, l)) {
                    lines.push_back(line);
                    if o.tail.is_some_and(|t| lines.len() > t) {
                        lines.pop_front();
                    }
                }
            }
            offset = at;
        }
        (lines.into(), offset, past)
    }
}

fn late(o: &LogsOptions, l: &LogLine) -> bool {
    o.until.is_some_and(|until| l.time > until)
}

fn wanted(o: &LogsOptions, l: &LogLine) -> bool {
    let stream = if l.stream == Stream::Stdout { o.stdout } else { o.stderr };
    stream && o.since.is_none_or(|s| l.time >= s) && !late(o, l)
}

fn frame(o: &LogsOptions, l: LogLine) -> Frame {
    let mut bytes = Vec::new();
    if o.timestamps {
        bytes.extend_from_slice(time::rfc3339_nine(l.time).as_bytes());
        bytes.push(b' ');
    }
    if o.details {
        bytes.extend_from_slice(l.details.as_bytes());
        bytes.push(b' ');
    }
    bytes.extend_from_slice(&l.bytes);
    Frame { stream: l.stream, bytes }
}

impl LogStream {
    /// The next line (or part of one); `None` at the end, which a followed log has when its
    /// container has ended.
    pub async fn next(&mut self, p: &Proc) -> Result<Option<Frame>> {
        if let Some(f) = self.queue.pop_front() {
            return Ok(Some(f));
        }
        if !self.options.follow || self.past {
            return Ok(None);
        }
        let engine = self.engine.clone();
        let look = |e: &Engine| {
            let runs = {
                let st = e.state();
                st.containers.get(&self.id).map(|c| {
                    let runs = c.run.is_some() || c.phase == crate::engine::Phase::Restarting;
                    (runs, c.host.log_config.kind == "json-file")
                })
            };
            let Some((runs, json)) = runs else { return Some(None) };
            self.more(e, json);
            match self.queue.pop_front() {
                Some(f) => Some(Some(f)),
                None if !runs || self.past => Some(None),
                None => None,
            }
        };
        engine.until(p, look).await
    }

    /// Reads what was added to the file; one that has become shorter was rotated.
    fn more(&mut self, e: &Engine, json: bool) {
        let (path, from) = (self.path.clone(), self.offset as u64);
        let (size, bytes) = e.disk(|d| {
            let Ok(node) = d.node(&path) else { return (0, Vec::new()) };
            let size = d.vfs.stat_node(&d.view, node).map_or(0, |s| s.size);
            let from = if size < from { 0 } else { from };
            (size, d.vfs.read_node(&d.view, node, from, usize::MAX).unwrap_or_default())
        });
        if size < from {
            self.offset = 0;
        }
        let mut at = 0;
        while let Some((line, n)) = parse_line(json, &bytes[at..]) {
            at += n;
            self.past |= line.as_ref().is_some_and(|l| late(&self.options, l));
            if let Some(line) = line.filter(|l| wanted(&self.options, l)) {
                self.queue.push_back(frame(&self.options, line));
            }
        }
        self.offset += at;
    }
}
