//! Running text: script files, `-c` strings, `eval`, `.`; one complete command after the other, so
//! that an alias or option set in one line counts for the next.

use std::rc::Rc;

use super::segment::drive;
use super::wording::{ash_words, bash_words, dash_words};
use crate::shell::Dialect;
use crate::shell::limits::{CALL_DEPTH, SEGMENT_DEPTH, TEXT};
use crate::shell::options::Opt;
use crate::shell::state::{Call, Res, Shell, Stop};
use crate::shell::syntax::{Parser, SyntaxError, Wrong};
use crate::vfs::{Errno, OpenFlags, text};

/// Whose text is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A script file, or `-c`.
    Main,
    Eval,
    /// `.` or `source`.
    File,
    Trap,
}

impl Shell {
    /// Runs a text in this shell.
    pub(crate) async fn run_text(&mut self, text: &str, line: u32, origin: Origin) -> Res<()> {
        self.depth += 1;
        if self.depth > CALL_DEPTH * 4 {
            self.depth -= 1;
            self.error("maximum eval nesting level exceeded");
            return Err(if self.interactive { Stop::Discard(1) } else { Stop::Exit(1) });
        }
        let text = text.to_string();
        // Messages from within are not about `eval`, `.` or whatever runs this.
        let outer = self.command_name.take();
        let r = if self.depth.is_multiple_of(SEGMENT_DEPTH / 2) {
            self.in_segment(async move |mut sh: Shell| {
                let r = sh.run_units(text, line, origin).await;
                (sh, r)
            })
            .await
        } else {
            Box::pin(self.run_units(text, line, origin)).await
        };
        self.command_name = outer;
        self.depth -= 1;
        r
    }

    async fn run_units(&mut self, text: String, line: u32, origin: Origin) -> Res<()> {
        let mut parser = Parser::new(text, line, self.parse_options());
        let mut any = false;
        let tail = std::mem::replace(&mut self.last_command, false);
        loop {
            let before = parser.place().0;
            let unit = parser.next_unit();
            for (line, warning) in std::mem::take(&mut parser.warnings) {
                let outer = std::mem::replace(&mut self.line, line);
                self.error(&warning);
                self.line = outer;
            }
            match unit {
                Ok(None) => break,
                Ok(Some(list)) => {
                    any = true;
                    if origin == Origin::Main {
                        self.jobs.clear_waited();
                    }
                    if self.on(Opt::Verbose) && origin == Origin::Main {
                        let text = parser.text_between(before, parser.place().0).to_string();
                        self.complain(&text);
                        self.flush().await;
                    }
                    if self.on(Opt::NoExec) && !self.interactive {
                        continue;
                    }
                    self.last_command = tail && parser.at_end();
                    match self.run_list(&list).await {
                        Ok(()) => {}
                        // The rest of the line is given up, the text goes on (bash does not look at
                        // `set -e` here); in a subshell, that ends.
                        Err(Stop::Discard(s)) if self.bash() && self.goes_on(origin) => {
                            self.status = s;
                            self.flush().await;
                        }
                        Err(Stop::Discard(s)) if origin == Origin::Main && !self.interactive => {
                            self.status = s;
                            self.flush().await;
                            if self.on(Opt::ErrExit) {
                                return Err(Stop::Exit(s));
                            }
                        }
                        Err(stop) => {
                            self.flush().await;
                            return Err(stop);
                        }
                    }
                    parser.set_options(self.parse_options());
                }
                Err(e) => {
                    self.status = 2;
                    self.syntax_error(&e, origin);
                    self.flush().await;
                    return match (self.dialect, origin) {
                        (Dialect::Bash, Origin::Main) if self.interactive => Ok(()),
                        (Dialect::Bash, Origin::Main) => Err(Stop::Exit(2)),
                        (Dialect::Bash, _) if self.on(Opt::Posix) => Err(Stop::Exit(2)),
                        (Dialect::Bash, _) => {
                            self.status = if origin == Origin::Eval { 1 } else { 2 };
                            if matches!(
                                e.what,
                                Wrong::Unclosed(_)
                                    | Wrong::Eof { .. }
                                    | Wrong::Unexpected(_)
                                    | Wrong::Cond(..)
                            ) {
                                self.status = 2;
                            }
                            Ok(())
                        }
                        _ => Err(self.fatal_error()),
                    };
                }
            }
        }
        if !any && origin != Origin::Trap {
            self.status = 0;
        }
        Ok(())
    }

    /// Whether a text is read on after an error that gives up a line of it.
    fn goes_on(&self, origin: Origin) -> bool {
        match origin {
            Origin::Main => !self.interactive,
            Origin::Eval | Origin::File => self.subshell == 0,
            Origin::Trap => false,
        }
    }

    /// Reports a syntax error in the words of the dialect.
    pub(crate) fn syntax_error(&mut self, e: &SyntaxError, origin: Origin) {
        let outer = std::mem::replace(&mut self.line, e.line);
        let where_ = match origin {
            Origin::Eval if self.bash() => "eval: ",
            _ => "",
        };
        let prefix = match (self.dialect, self.interactive) {
            (Dialect::Bash, true) => self.prefix(),
            (Dialect::Bash, false) => {
                let name = self.prefix();
                let name = name.split(": line ").next().unwrap_or("bash").to_string();
                let c = if self.command_string.is_some() && origin == Origin::Main {
                    "-c: "
                } else {
                    ""
                };
                format!("{name}: {where_}{c}line {}: ", e.line)
            }
            (Dialect::Dash, _) if origin == Origin::Eval => format!("{}eval: ", self.prefix()),
            _ => self.prefix(),
        };
        let message = match self.dialect {
            Dialect::Bash => bash_words(e),
            Dialect::Ash => ash_words(e),
            Dialect::Dash => dash_words(e),
        };
        if self.bash() {
            match &e.what {
                Wrong::Cond(Some(first), _) => self.complain(&format!("{prefix}{first}\n")),
                Wrong::ForParts(first, _) => {
                    self.complain(&format!("{prefix}syntax error: {first}\n"));
                }
                Wrong::Eof { opened: Some((word, line)) } if word == "[[" => {
                    let first =
                        prefix.replace(&format!("line {}:", e.line), &format!("line {line}:"));
                    self.complain(&format!("{first}unexpected EOF while looking for `]]'\n"));
                }
                _ => {}
            }
        }
        self.complain(&format!("{prefix}{message}\n"));
        if self.bash()
            && !self.interactive
            && let (Wrong::Unexpected(_) | Wrong::Cond(..), Some(text)) = (&e.what, &e.text)
        {
            self.complain(&format!("{prefix}`{text}'\n"));
        }
        self.line = outer;
    }

    /// All that a file, pipe or terminal gives; of what is no text, only the beginning. ENOMEM for more
    /// than a shell holds.
    pub(crate) async fn read_whole(&self, path: &str) -> Result<Vec<u8>, Errno> {
        let fd = self.p.open(path, OpenFlags::READ, 0)?;
        let mut bytes = Vec::new();
        let r = loop {
            match self.p.read_on(fd, 1 << 16).await {
                Ok(b) if b.is_empty() => break Ok(bytes),
                Ok(b) => bytes.extend_from_slice(&b),
                Err(e) => break Err(e),
            }
            if is_binary(&bytes) {
                break Ok(bytes);
            }
            if bytes.len() > TEXT {
                break Err(Errno::ENOMEM);
            }
        };
        let _ = self.p.close(fd);
        r
    }

    /// Runs a file in this shell (`.`), with its own arguments where there are any.
    pub(crate) async fn run_file(&mut self, path: &str, args: Option<Vec<String>>) -> Res<()> {
        let bytes = match self.read_whole(path).await {
            Ok(b) => b,
            Err(e) => {
                let m = match self.dialect {
                    Dialect::Bash => format!("{path}: {e}"),
                    Dialect::Ash if e == Errno::ENOENT => {
                        format!("can't open {path}: no such file")
                    }
                    Dialect::Ash => format!("can't open {path}: {e}"),
                    Dialect::Dash => format!("cannot open {path}: No such file"),
                };
                match self.dialect {
                    Dialect::Bash if e != Errno::ENOENT => self.error(&format!(".: {m}")),
                    Dialect::Bash => self.error(&m),
                    Dialect::Ash => {
                        let name = self.command_name.clone().unwrap_or_else(|| ".".into());
                        self.builtin_error(&name, &m);
                    }
                    Dialect::Dash => self.builtin_error(".", &m),
                }
                self.status = 1;
                return if self.bash() && !self.on(Opt::Posix) {
                    Ok(())
                } else {
                    Err(self.fatal_error())
                };
            }
        };
        if is_binary(&bytes) {
            self.error(&format!(".: {path}: cannot execute binary file"));
            self.status = 126;
            return Ok(());
        }
        let outer = args.map(|a| std::mem::replace(&mut self.args, Rc::new(a)));
        let mine = self.args.clone();
        let line = self.line;
        self.calls.push(Call { name: "source".into(), source: path.into(), line, function: false });
        self.last_command = false;
        let traps = self.traps.enter_source(self.on(Opt::FuncTrace));
        let r = self.run_text(&text::decode_owned(bytes), 1, Origin::File).await;
        let r = match r {
            Err(Stop::Return(s)) => {
                self.status = s;
                Ok(())
            }
            r => r,
        };
        let r = match r {
            Ok(()) => self.run_return_trap().await,
            r => r,
        };
        self.traps.leave_function(traps);
        self.calls.pop();
        self.line = line;
        // `set --` in the file reaches the caller when the file had no arguments of its own.
        if let Some(outer) = outer
            && Rc::ptr_eq(&mine, &self.args)
        {
            self.args = outer;
        }
        r
    }

    /// Runs a script that has no `#!` as a child's whole life.
    pub(crate) async fn run_script_child(mut self, path: String, words: Vec<String>) -> i32 {
        let segments = self.segments.clone();
        drive(segments, async move {
            let r = self.run_script_here(&path, words).await;
            self.finish(r).await
        })
        .await
    }

    /// Runs a script that has no `#!` in this process, as a new shell would.
    pub(crate) async fn run_script_here(&mut self, path: &str, words: Vec<String>) -> Res<()> {
        let bytes = match self.p.read_file(path) {
            Ok(b) => b,
            Err(e) => {
                self.error(&format!("{path}: {e}"));
                self.status = 126;
                return Ok(());
            }
        };
        if is_binary(&bytes) {
            self.error(&format!("{path}: cannot execute binary file: Exec format error"));
            self.status = 126;
            return Ok(());
        }
        let env = self.vars.environment();
        let mut sh = Shell::bare(self.p.clone(), self.dialect);
        sh.import(&env);
        sh.arg0 = path.into();
        sh.args = Rc::new(words.into_iter().skip(1).collect());
        sh.segments = self.segments.clone();
        sh.pid = self.p.pid();
        sh.calls.push(Call { name: "main".into(), source: path.into(), line: 0, function: false });
        let r = sh.run_text(&text::decode_owned(bytes), 1, Origin::Main).await;
        self.status = Box::pin(sh.finish(r)).await;
        self.traps.forget();
        Ok(())
    }
}

/// Whether bash takes this for no text: a NUL in the first line, as far as it looks.
pub(crate) fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(80)];
    head.iter().take_while(|b| **b != b'\n').any(|b| *b == 0)
}
