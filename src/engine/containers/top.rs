//! `docker top`: the host's `ps` with a person's options, of which the container's processes are kept.
//! The columns are procps's, as far as the kernel has something to put into them.

use crate::engine::api::container::Top;
use crate::engine::{Engine, EngineError, Result};
use crate::golang::time;
use crate::kernel::ProcInfo;
use crate::kernel::users::parse_passwd;

const SECOND: i64 = 1_000_000_000;

/// Names of a column, its heading, and its value at a time.
type Column = (&'static [&'static str], &'static str, fn(&ProcInfo, i64) -> String);

fn user(p: &ProcInfo) -> String {
    if p.uid == 0 { "root".to_string() } else { p.uid.to_string() }
}

fn tty(p: &ProcInfo) -> String {
    p.tty.map_or("?".to_string(), |n| format!("pts/{n}"))
}

fn clock(p: &ProcInfo) -> String {
    let s = p.cpu / SECOND;
    format!("{:02}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60)
}

fn elapsed(p: &ProcInfo, now: i64) -> String {
    let s = (now - p.started).max(0) / SECOND;
    match (s / 86_400, s / 3600 % 24) {
        (0, 0) => format!("{:02}:{:02}", s / 60, s % 60),
        (0, h) => format!("{h:02}:{:02}:{:02}", s / 60 % 60, s % 60),
        (d, h) => format!("{d}-{h:02}:{:02}:{:02}", s / 60 % 60, s % 60),
    }
}

fn share(p: &ProcInfo, now: i64) -> String {
    let life = (now - p.started).max(SECOND);
    format!("{:.1}", p.cpu as f64 * 100.0 / life as f64)
}

fn short_time(p: &ProcInfo) -> String {
    let s = p.cpu / SECOND;
    format!("{}:{:02}", s / 60, s % 60)
}

fn state(p: &ProcInfo) -> String {
    let lead = if p.sid == p.host_pid || p.sid == p.pid { "s" } else { "" };
    format!("{}{lead}", p.state)
}

fn memory(p: &ProcInfo) -> String {
    (p.memory >> 10).to_string()
}

/// Sorted by the first name.
const COLUMNS: &[Column] = &[
    (&["args", "cmd", "command"], "COMMAND", |p, _| p.argv.join(" ")),
    (&["c"], "C", |_, _| "0".into()),
    (&["comm", "ucmd", "ucomm"], "COMMAND", |p, _| p.comm.clone()),
    (&["etime"], "ELAPSED", elapsed),
    (&["gid", "egid", "rgid"], "GID", |p, _| p.gid.to_string()),
    (&["ni", "nice"], "NI", |p, _| p.nice.to_string()),
    (&["nlwp", "thcount"], "NLWP", |p, _| p.threads.to_string()),
    (&["pcpu", "%cpu"], "%CPU", share),
    (&["pgid", "pgrp"], "PGID", |p, _| p.pgid.to_string()),
    (&["pid", "tgid"], "PID", |p, _| p.host_pid.to_string()),
    (&["pmem", "%mem"], "%MEM", |_, _| "0.0".into()),
    (&["ppid"], "PPID", |p, _| p.ppid.to_string()),
    (&["rss", "rssize", "rsz"], "RSS", |p, _| memory(p)),
    (&["s", "state"], "S", |p, _| p.state.to_string()),
    (&["sid", "sess", "session"], "SID", |p, _| p.sid.to_string()),
    (&["start", "lstart"], "STARTED", |p, _| time::clock(p.started)),
    (&["stat"], "STAT", |p, _| state(p)),
    (&["stime", "bsdstart"], "STIME", |p, _| time::clock(p.started)),
    (&["time", "cputime"], "TIME", |p, _| clock(p)),
    (&["tty", "tt", "tname"], "TT", |p, _| tty(p)),
    (&["uid", "euid", "ruid"], "UID", |p, _| p.uid.to_string()),
    (&["user", "euser", "ruser", "uname"], "USER", |p, _| user(p)),
    (&["vsz", "vsize"], "VSZ", |p, _| memory(p)),
];

/// A heading and what stands under it.
type Shown = (String, fn(&ProcInfo, i64) -> String);

/// The headings that a whole layout of `ps` has, by its letter.
fn layout(kind: char) -> Vec<Shown> {
    let named = |names: &[(&str, &str)]| {
        let columns = names.iter().filter_map(|(name, title)| {
            let (_, _, value) = COLUMNS.iter().find(|(n, ..)| n.contains(name))?;
            Some(((*title).to_string(), *value))
        });
        columns.collect::<Vec<Shown>>()
    };
    match kind {
        'f' => {
            let mut all: Vec<Shown> = vec![("UID".to_string(), |p, _| user(p))];
            all.extend(named(&[
                ("pid", "PID"),
                ("ppid", "PPID"),
                ("c", "C"),
                ("stime", "STIME"),
                ("tty", "TTY"),
                ("time", "TIME"),
                ("args", "CMD"),
            ]));
            all
        }
        'u' => {
            let mut all = named(&[
                ("user", "USER"),
                ("pid", "PID"),
                ("pcpu", "%CPU"),
                ("pmem", "%MEM"),
                ("vsz", "VSZ"),
                ("rss", "RSS"),
                ("tty", "TTY"),
                ("stat", "STAT"),
                ("stime", "START"),
            ]);
            all.push(("TIME".to_string(), |p, _| short_time(p)));
            all.extend(named(&[("args", "COMMAND")]));
            all
        }
        'x' => {
            let mut all = named(&[("pid", "PID"), ("tty", "TTY"), ("stat", "STAT")]);
            all.push(("TIME".to_string(), |p, _| short_time(p)));
            all.extend(named(&[("args", "COMMAND")]));
            all
        }
        'j' => named(&[
            ("pid", "PID"),
            ("pgid", "PGID"),
            ("sid", "SID"),
            ("tty", "TTY"),
            ("time", "TIME"),
            ("comm", "CMD"),
        ]),
        _ => named(&[("pid", "PID"), ("tty", "TTY"), ("time", "TIME"), ("comm", "CMD")]),
    }
}

fn failed(why: &str) -> EngineError {
    EngineError::system(format!("ps: {why}"))
}

/// The columns of `-o`: names, each perhaps with a heading of its own.
fn listed(text: &str, all: &mut Vec<Shown>) -> Result<()> {
    for item in text.split([',', ' ']).filter(|i| !i.is_empty()) {
        let (name, title) = match item.split_once('=') {
            Some((name, title)) => (name, Some(title)),
            None => (item, None),
        };
        let Some((_, heading, value)) = COLUMNS.iter().find(|(names, ..)| names.contains(&name))
        else {
            return Err(failed(&format!("error: unknown user-defined format specifier {name:?}")));
        };
        let own = if name == "cmd" { "CMD" } else { heading };
        all.push((title.unwrap_or(own).to_string(), *value));
    }
    Ok(())
}

/// What `ps` with these words shows.
fn columns(words: &[String]) -> Result<Vec<Shown>> {
    if words.is_empty() {
        return Ok(layout('f'));
    }
    let mut kind = ' ';
    let mut own = Vec::new();
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        let (dash, letters) = match word.strip_prefix('-') {
            Some(long) if long.starts_with('-') => {
                match long[1..].split_once('=') {
                    Some(("format", list)) => listed(list, &mut own)?,
                    _ => return Err(failed("error: unknown gnu long option")),
                }
                continue;
            }
            Some(letters) => (true, letters),
            None => (false, word.as_str()),
        };
        for (at, letter) in letters.char_indices() {
            match letter {
                'o' | 'O' => {
                    let after = &letters[at + 1..];
                    let list = match after {
                        "" => rest
                            .next()
                            .map(String::as_str)
                            .ok_or_else(|| failed("error: format specification must follow -o"))?,
                        list => list,
                    };
                    listed(list, &mut own)?;
                    break;
                }
                'f' | 'F' if dash => kind = 'f',
                'u' => kind = 'u',
                'j' if dash => kind = 'j',
                'x' if kind != 'u' => kind = 'x',
                'A' | 'a' | 'd' | 'e' | 'x' | 'w' | 'H' | 'f' | 'r' | 'S' | 'T' | 'L' | 'N'
                | 'y' => {}
                'C' | 'G' | 'U' | 'g' | 'p' | 'q' | 's' | 't' => {
                    return Err(EngineError::gap(
                        &format!("docker top with ps -{letter}"),
                        "its processes are all shown",
                    ));
                }
                'l' | 'M' | 'Z' | 'c' | 'm' | 'n' | 'v' | 'k' | 'X' => {
                    return Err(EngineError::gap(
                        &format!("docker top with ps -{letter}"),
                        "the kernel lacks what it shows",
                    ));
                }
                _ if dash => return Err(failed("error: unsupported SysV option")),
                _ => return Err(failed("error: unsupported option (BSD syntax)")),
            }
        }
    }
    Ok(if own.is_empty() { layout(kind) } else { own })
}

impl Engine {
    /// `docker top`.
    pub fn container_top(&self, id: &str, args: &[String]) -> Result<Top> {
        let c = self.container(id)?;
        let Some(run) = &c.run else {
            return Err(EngineError::conflict(format!("container {} is not running", c.id)));
        };
        let columns = columns(args)?;
        let titles: Vec<String> = columns.iter().map(|(title, _)| title.clone()).collect();
        if !titles.iter().any(|t| t == "PID") {
            return Err(EngineError::system("Couldn't find PID field in ps output"));
        }
        let members = self.inner.kernel.confined(run.cgroup);
        let host = self.inner.kernel.proc(run.shim);
        let now = self.now();
        // It is the host's ps, so that numbers get the host's names.
        let passwd = self.disk(|d| d.read("/etc/passwd")).unwrap_or_default();
        let users: Vec<_> = parse_passwd(&String::from_utf8_lossy(&passwd)).collect();
        let inside = host.processes().into_iter().filter(|p| members.contains(&p.host_pid));
        let name = |title: &str, p: &ProcInfo, text: String| match title {
            "USER" | "UID" if text == p.uid.to_string() => {
                users.iter().find(|u| u.uid == p.uid).map_or(text, |u| u.name.clone())
            }
            _ => text,
        };
        let processes = inside
            .map(|p| columns.iter().map(|(title, value)| name(title, &p, value(&p, now))).collect())
            .collect();
        self.emit_container(&c.id, "top", &[]);
        Ok(Top { titles, processes })
    }
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, columns};

    fn titles(line: &str) -> Result<String, String> {
        let words: Vec<String> = line.split_whitespace().map(str::to_string).collect();
        let shown = columns(&words).map_err(|e| e.message)?;
        Ok(shown.into_iter().map(|(t, _)| t).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn layouts() {
        let ef = "UID PID PPID C STIME TTY TIME CMD";
        let aux = "USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND";
        for (line, want) in [
            ("", ef),
            ("-ef", ef),
            ("aux", aux),
            ("axu", aux),
            ("ax", "PID TTY STAT TIME COMMAND"),
            ("-e", "PID TTY TIME CMD"),
            ("-o pid,cmd", "PID CMD"),
            ("-eo user,pid,args", "USER PID COMMAND"),
            ("-o pid=,args=What", " What"),
        ] {
            assert_eq!(titles(line).as_deref(), Ok(want), "{line}");
        }
    }

    #[test]
    fn refusals() {
        let unknown =
            |s: &str| Err(format!("ps: error: unknown user-defined format specifier \"{s}\""));
        assert_eq!(titles("foo"), unknown("o"));
        assert_eq!(titles("-o foo"), unknown("foo"));
        assert_eq!(titles("--nope"), Err("ps: error: unknown gnu long option".to_string()));
    }

    #[test]
    fn the_columns_are_sorted() {
        assert!(COLUMNS.is_sorted_by_key(|(names, ..)| names[0]));
    }
}
