//! find: walks trees and tries an expression on every file. Reading the expression is [`parse`]'s,
//! tests are [`test`]'s, `-printf` is [`printf`]'s, `-exec` and `-delete` are [`act`]'s.

mod act;
mod parse;
mod printf;
mod test;

use std::collections::BTreeMap;

use crate::kernel::Fd;
use crate::vfs::{Errno, Stat};

use super::Cx;
use super::files0;
use super::fs::owner::Names;
use super::fs::walk::{Follow, Visit, Walk};
use parse::{Op, Program};

/// A walk with its expression.
struct Find<'a> {
    cx: &'a mut Cx,
    prog: &'a Program,
    follow: Follow,
    /// The time that ages count back from.
    now: i64,
    names: Names,
    status: i32,
    quit: bool,
    pruned: bool,
    /// Arguments collected for each `-exec ... +`, by its place in the program.
    batches: BTreeMap<usize, Vec<(String, String)>>,
    /// Files that `-fprint` and its kind write to.
    outputs: BTreeMap<String, Fd>,
}

/// The file that is looked at.
struct File<'a> {
    path: &'a str,
    /// The starting point it was found from.
    top: &'a str,
    depth: usize,
    stat: Stat,
}

/// `find`.
pub async fn main(cx: &mut Cx) -> i32 {
    let mut args = cx.args();
    let mut follow = Follow::Never;
    let mut used = 0;
    let mut debug = false;
    for arg in &args {
        if std::mem::take(&mut debug) {
            used += 1;
            continue;
        }
        match arg.as_str() {
            "-D" if !cx.busybox() => debug = true,
            o if !cx.busybox()
                && o.strip_prefix("-O")
                    .is_some_and(|n| n.is_empty() || !n.bytes().all(|b| b.is_ascii_digit())) =>
            {
                cx.err("Please specify a decimal number immediately after -O").await;
                return 1;
            }
            "-H" => follow = Follow::Top,
            "-L" => follow = Follow::Always,
            "-P" if !cx.busybox() => follow = Follow::Never,
            "--" => {
                used += 1;
                break;
            }
            "--help" if !cx.busybox() => {
                cx.help();
                return 0;
            }
            "--version" | "-version" if !cx.busybox() => {
                cx.version();
                return 0;
            }
            "--help" => {
                cx.busybox_usage().await;
                return 0;
            }
            o if o.starts_with("-O") && !cx.busybox() => {}
            _ => break,
        }
        used += 1;
    }
    if debug {
        return cx.usage_error("Missing argument after the -D option.").await;
    }
    args.drain(..used);
    let begins =
        |a: &String| (a.starts_with('-') && a.len() > 1) || matches!(a.as_str(), "(" | "!");
    let split = args.iter().position(begins).unwrap_or(args.len());
    let words = args.split_off(split);
    let (named, list) = (args.first().cloned(), !cx.busybox());
    if args.is_empty() {
        args.push(".".to_string());
    }
    let mut tops: Vec<Result<String, String>> = args.into_iter().map(Ok).collect();
    let parsed = parse::parse(cx, &words);
    if let Ok(Program { from: Some(file), .. }) = &parsed
        && list
    {
        tops = match listed(cx, file, named).await {
            Ok(tops) => tops,
            Err(status) => return status,
        };
    }
    let prog = match parsed {
        Ok(prog) => prog,
        Err(problem) => {
            let usage = problem.usage && cx.busybox();
            cx.err(problem.text).await;
            if usage {
                cx.busybox_usage().await;
            }
            return 1;
        }
    };
    if prog.follow {
        follow = Follow::Always;
    }
    let mut now = cx.p.now();
    if prog.day_start {
        now = (now / 86_400_000_000_000 + 1) * 86_400_000_000_000;
    }
    let names = Names::load(&cx.p);
    let mut find = Find {
        cx,
        prog: &prog,
        follow,
        now,
        names,
        status: 0,
        quit: false,
        pruned: false,
        batches: BTreeMap::new(),
        outputs: BTreeMap::new(),
    };
    if find.open_outputs().await {
        for top in tops {
            match top {
                Ok(top) => find.tree(&top).await,
                Err(complaint) => find.wrong(complaint).await,
            }
            if find.quit {
                break;
            }
        }
        find.run_batches().await;
    }
    find.status
}

/// The starting points in the file of `-files0-from`, and complaints about those that are none.
async fn listed(
    cx: &mut Cx,
    file: &str,
    named: Option<String>,
) -> Result<Vec<Result<String, String>>, i32> {
    if let Some(extra) = named {
        let q = cx.ql(&extra);
        cx.err(format!("extra operand {q}")).await;
        let what = "file operands cannot be combined with -files0-from";
        cx.err(what).await;
        return Err(1);
    }
    let quoted = cx.ql(file);
    let names = match files0::entries(cx, file).await {
        Ok(names) => names,
        Err(refused) => {
            cx.err(refused.complaint(&quoted, &quoted)).await;
            return Err(1);
        }
    };
    let shown = if file == "-" { cx.ql("(standard input)") } else { quoted };
    let check = |(at, name): (usize, String)| match files0::nameless(&name, at, &shown) {
        Some(complaint) => Err(complaint),
        None => Ok(name),
    };
    Ok(names.into_iter().enumerate().map(check).collect())
}

impl Find<'_> {
    async fn wrong(&mut self, what: String) {
        self.cx.err(what).await;
        self.status = 1;
    }

    async fn tree(&mut self, top: &str) {
        let (min, max, depth_first) = (self.prog.min_depth, self.prog.max_depth, self.prog.depth);
        let mut walk = Walk::new(&self.cx.p, top, self.follow).one_fs(self.prog.one_fs);
        while let Some(step) = walk.step() {
            let deep_enough = step.depth >= min && step.depth <= max;
            let file = File { path: &step.path, top, depth: step.depth, stat: step.stat };
            self.pruned = false;
            match step.visit {
                Visit::Enter => {
                    if !depth_first && deep_enough {
                        self.try_on(&file).await;
                    }
                    if self.pruned || step.depth >= max {
                        walk.skip();
                    }
                }
                Visit::Leave => {
                    if depth_first && deep_enough {
                        self.try_on(&file).await;
                    }
                }
                Visit::File => {
                    if deep_enough {
                        self.try_on(&file).await;
                    }
                }
                Visit::Loop => {
                    let name = self.cx.ql(&step.path);
                    let text = format!(
                        "File system loop detected; the following directory is part of the cycle: {name}"
                    );
                    self.cx.err(text).await;
                    self.status = 1;
                }
                Visit::Unreadable(e) | Visit::Error(e) => self.complain(&step.path, e).await,
            }
            if self.quit || !self.cx.pace().await {
                self.quit = true;
                return;
            }
        }
    }

    /// Says what is wrong with a file.
    async fn complain(&mut self, path: &str, e: Errno) {
        let name = if self.cx.busybox() { path.to_string() } else { self.cx.ql(path) };
        self.wrong(format!("{name}: {e}")).await;
    }

    /// Runs the expression on a file.
    async fn try_on(&mut self, file: &File<'_>) {
        let prog = self.prog;
        let (mut at, mut truth) = (0, true);
        while let Some(op) = prog.ops.get(at) {
            at += 1;
            match op {
                Op::Test(t) => truth = self.test(t, file),
                Op::Act(a) => truth = self.act(at - 1, a, file).await,
                Op::Not => truth = !truth,
                Op::SkipIfFalse(to) => {
                    if !truth {
                        at = *to;
                    }
                }
                Op::SkipIfTrue(to) => {
                    if truth {
                        at = *to;
                    }
                }
                Op::Nothing => {}
            }
            if self.quit {
                return;
            }
        }
    }
}
