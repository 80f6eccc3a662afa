//! jq: filters for JSON. This file owns the command line; the program is read by parse.rs and run by
//! eval.rs with its companions.

mod assign;
mod ast;
mod builtins;
mod check;
mod dates;
mod env;
mod eval;
mod json;
mod math;
mod number;
mod ops;
mod options;
mod parse;
mod parse_term;
mod parse_text;
mod paths;
mod read;
mod stream;
mod tools;
mod values;

use options::{Options, options};
use parse::Fault;
use std::rc::Rc;

use super::Cx;
use crate::vfs::text;
use ast::F;
use eval::{Env, Machine, Stop};
use json::{J, Parser};

/// Functions that can be said in jq itself, one a line.
pub(super) const PRELUDE: &str = include_str!("prelude.jq");

/// `jq`
pub async fn main(cx: &mut Cx) -> i32 {
    let mut o = Options::default();
    o.style.indent = Some("  ".into());
    o.style.color = false;
    let args = cx.args();
    cx.usage_status = 2;
    if let Err(status) = options(cx, &args, &mut o).await {
        return status;
    }
    // Without a filter, what comes in goes out, unless somebody sits at both ends.
    let program = match o.program.clone() {
        Some(program) => program,
        None if !cx.p.isatty(0) || !cx.p.isatty(1) => ".".to_string(),
        None => {
            cx.say(&format!("Usage:\t{0} [OPTIONS] FILTER [FILES...]\n\t{0} [OPTIONS] --args FILTER [ARGUMENTS...]\n", cx.name)).await;
            return 2;
        }
    };
    let (env, main) = match compile(cx, &program, &o) {
        Ok(c) => c,
        Err(fault) => {
            let at = fault.at.min(program.len());
            let before = &program.as_bytes()[..at];
            let line = before.iter().filter(|b| **b == b'\n').count();
            let column = at - before.iter().rposition(|b| *b == b'\n').map_or(0, |i| i + 1);
            let shown = program.lines().nth(line).unwrap_or_default();
            let (what, line, pad) = (fault.what, line + 1, " ".repeat(column));
            cx.err(format!(
                "error: {what} at <top-level>, line {line}:\n{shown}{pad}\njq: 1 compile error"
            ))
            .await;
            return 3;
        }
    };
    let machine = Machine::new(cx.p.now() as f64 / 1e9);
    let mut status = 0;
    // Everything is read before: a filter may ask for inputs at any place.
    let mut bytes = Vec::new();
    // Where in them the files end.
    let mut ends: Vec<(usize, Rc<str>)> = Vec::new();
    if o.files.is_empty() && (!o.null || program.contains("input")) {
        match cx.read_all(0).await {
            Ok(b) => bytes = b,
            Err(e) => {
                cx.err(format!("error: {e}")).await;
                return 2;
            }
        }
    }
    for f in &o.files.clone() {
        match cx.read_input(f).await {
            Ok(b) => {
                bytes.extend(b);
                ends.push((bytes.len(), f.as_str().into()));
            }
            Err(e) => {
                cx.err(format!("error: Could not open file {f}: {e}")).await;
                status = 2;
            }
        }
    }
    let mut broken = None;
    let mut inputs = Vec::new();
    let file_at = |at: usize| {
        let found = ends.iter().find(|(end, _)| at <= *end).or(ends.last());
        found.map(|(_, name)| name.clone())
    };
    let whole = file_at(usize::MAX);
    if o.raw_input {
        let t = text::decode(&bytes).into_owned();
        if o.slurp {
            inputs.push((J::str(&t), whole));
        } else {
            let mut at = 0;
            for line in t.split_inclusive('\n') {
                at += text::encode(line).len();
                let value = J::str(line.strip_suffix('\n').unwrap_or(line));
                inputs.push((value, file_at(at)));
            }
        }
    } else {
        let mut p = Parser::new(&bytes);
        loop {
            match p.next() {
                Ok(Some(v)) => inputs.push((v, file_at(p.pos))),
                Ok(None) => break,
                Err(what) => {
                    broken = Some(what);
                    break;
                }
            }
        }
        if o.stream {
            let events = |(v, file): &(J, Option<Rc<str>>)| {
                let file = file.clone();
                stream::events(v).into_iter().map(move |e| (e, file.clone()))
            };
            inputs = inputs.iter().flat_map(events).collect();
        }
        if o.slurp && broken.is_none() {
            inputs = vec![(J::arr(inputs.into_iter().map(|i| i.0).collect()), whole)];
        }
    }
    *machine.inputs.borrow_mut() = inputs.into();
    let mut last: Option<bool> = None;
    // The file read last, and the lines read by then: all of it, files being read at one go.
    let lines = bytes.iter().filter(|b| **b == b'\n').count();
    let place = format!("{}:{lines}", o.files.last().map_or("<stdin>", String::as_str));
    loop {
        let input = if o.null {
            J::Null
        } else {
            match machine.next_input() {
                Some(v) => v,
                None => break,
            }
        };
        let mut out = Vec::new();
        let result = machine.eval(&main, &env, (None, input), &mut |(_, v)| {
            last = Some(v.truth());
            print(&v, &o, &mut out);
            if out.len() > 1 << 26 {
                eval::fail("the simulator's jq prints no more than 64 MiB for one input")
            } else {
                Ok(())
            }
        });
        cx.put(&out);
        let messages = std::mem::take(&mut *machine.messages.borrow_mut());
        if !messages.is_empty() {
            cx.flush().await;
            cx.say(&messages).await;
        }
        cx.p.tick((out.len() / 64 + 4) as u32).await;
        match result {
            Ok(()) => {}
            Err(Stop::Halt(n)) => return n,
            Err(Stop::Break(_)) => {
                cx.flush().await;
                cx.err("error (at <unknown>): break").await;
                status = 5;
            }
            Err(Stop::Error(e)) => {
                cx.flush().await;
                let place = if o.null { "<unknown>" } else { &place };
                match e {
                    J::Str(s) if &*s == "break" => {
                        cx.err("error (at <stdin>:0): break").await;
                    }
                    J::Str(s) => cx.err(format!("error (at {place}): {s}")).await,
                    e => cx.err(format!("error (at {place}) (not a string): {}", e.text())).await,
                }
                status = 5;
            }
        }
        if !cx.pace().await || o.null {
            break;
        }
    }
    if let Some(what) = broken {
        cx.err(format!("parse error: {what}")).await;
        return 5;
    }
    if o.exit && status == 0 {
        return match last {
            Some(true) => 0,
            Some(false) => 1,
            None => 4,
        };
    }
    status
}

fn print(v: &J, o: &Options, out: &mut Vec<u8>) {
    if o.seq {
        out.push(0x1E);
    }
    match v {
        J::Str(s) if o.raw => out.extend_from_slice(&text::encode(s)),
        v => {
            let mut t = String::new();
            json::write(v, &o.style, 0, &mut t);
            out.extend_from_slice(&text::encode(&t));
        }
    }
    if o.nul {
        out.push(0);
    } else if !o.join {
        out.push(b'\n');
    }
}

fn compile(cx: &Cx, program: &str, o: &Options) -> Result<(Rc<Env>, F), Fault> {
    let mut env = Env::root();
    for line in PRELUDE.lines().filter(|l| !l.trim().is_empty()) {
        if let F::Def(d, _) = parse::parse(&format!("{line} ."))? {
            env = env.def(&d);
        }
    }
    let vars = J::obj(cx.p.environ().iter().map(|(k, v)| (Rc::from(k.as_str()), J::str(v))));
    env = env.var(&"ENV".into(), vars);
    let named = J::obj(o.vars.iter().map(|(k, v)| (Rc::from(k.as_str()), v.clone())));
    let all = J::obj([("positional".into(), J::arr(o.args.clone())), ("named".into(), named)]);
    env = env.var(&"ARGS".into(), all);
    for (k, v) in &o.vars {
        env = env.var(&k.as_str().into(), v.clone());
    }
    let main = parse::parse(program)?;
    env.check(&main).map_err(|what| {
        // A name that is not known is shown where it first stands.
        let name = what.split([' ', '/']).next().unwrap_or_default();
        let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let alone = |i: &usize| {
            let (before, after) = (&program[..*i], &program[i + name.len()..]);
            !before.ends_with(word) && !after.starts_with(word)
        };
        let at = program.match_indices(name).map(|m| m.0).find(alone).unwrap_or(0);
        Fault { what, at }
    })?;
    Ok((env, main))
}
