//! jq: filters for JSON. This file owns the command line; the program is read by parse.rs and run by
//! eval.rs with its companions.

mod assign;
mod ast;
mod builtins;
mod check;
mod dates;
mod env;
mod eval;
mod fault;
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

use std::rc::Rc;

use super::Cx;
use crate::vfs::{Errno, text};
use ast::F;
use eval::{Env, Machine, Place, Stop};
use fault::{Fault, Note};
use json::{J, Parser};
use options::{Options, options};

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
            cx.say(&fault.shown(&program)).await;
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
                cx.say(&match e {
                    Errno::EISDIR => format!("jq: error: {e}\n"),
                    e => format!("jq: error: Could not open file {f}: {e}\n"),
                })
                .await;
                status = 2;
            }
        }
    }
    let mut broken = None;
    let mut inputs = Vec::new();
    // Files are read by lines: a value's line is the one that it ends in.
    let newlines: Vec<usize> = (0..bytes.len()).filter(|i| bytes[*i] == b'\n').collect();
    let place_at = |at: usize| {
        let found = ends.iter().position(|(end, _)| at <= *end).or(ends.len().checked_sub(1));
        let begin = found.and_then(|i| i.checked_sub(1)).map_or(0, |i| ends[i].0);
        let read = |to: usize| newlines.partition_point(|n| *n < to);
        let end = found.map_or(bytes.len(), |i| ends[i].0);
        let more = read(end) > read(at) && (at == 0 || bytes[at - 1] != b'\n');
        let line = read(at) - read(begin) + usize::from(more);
        Place { file: found.map(|i| ends[i].1.clone()), line }
    };
    let whole = place_at(bytes.len());
    if o.raw_input {
        let t = text::decode(&bytes).into_owned();
        if o.slurp {
            inputs.push((J::str(&t), whole));
        } else {
            let mut at = 0;
            for line in t.split_inclusive('\n') {
                at += text::encode(line).len();
                let value = J::str(line.strip_suffix('\n').unwrap_or(line));
                inputs.push((value, place_at(at)));
            }
        }
    } else {
        let mut p = Parser::new(&bytes);
        loop {
            match p.next() {
                Ok(Some(v)) => inputs.push((v, place_at(p.pos))),
                Ok(None) => break,
                Err(what) => {
                    broken = Some(what);
                    break;
                }
            }
        }
        if o.stream {
            let events = |(v, place): &(J, Place)| {
                let place = place.clone();
                stream::events(v).into_iter().map(move |e| (e, place.clone()))
            };
            inputs = inputs.iter().flat_map(events).collect();
        }
        if o.slurp && broken.is_none() {
            inputs = vec![(J::arr(inputs.into_iter().map(|i| i.0).collect()), whole)];
        }
    }
    *machine.inputs.borrow_mut() = inputs.into();
    let mut last: Option<bool> = None;
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
            cx.say(&messages).await;
        }
        cx.p.tick((out.len() / 64 + 4) as u32).await;
        match result {
            Ok(()) => {}
            Err(Stop::Halt(n)) => return n,
            // Results wait in the buffer of standard output; complaints do not.
            Err(Stop::Break(_)) => {
                cx.say("jq: error (at <unknown>): break\n").await;
                status = 5;
            }
            Err(Stop::Error(e)) => {
                // `input` names where it looked for more.
                let at_end = matches!(&e, J::Str(s) if &**s == "break");
                let place = match o.null && !at_end {
                    true => "<unknown>".to_string(),
                    false => machine.place.borrow().shown(),
                };
                let what = match e {
                    J::Str(s) => format!("(at {place}): {s}"),
                    e => format!("(at {place}) (not a string): {}", e.text()),
                };
                cx.say(&format!("jq: error {what}\n")).await;
                status = 5;
            }
        }
        if !cx.pace().await || o.null {
            break;
        }
    }
    if let Some(what) = broken {
        cx.say(&format!("jq: parse error: {what}\n")).await;
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
    let unknown = env.check(&main);
    if unknown.is_empty() {
        return Ok((env, main));
    }
    // Each is told at the place where it next stands.
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut seen: Vec<(String, usize)> = Vec::new();
    let mut notes = Vec::new();
    for what in unknown {
        let label = what.strip_prefix("$*label-").and_then(|rest| rest.split(' ').next());
        let name = match label {
            Some(label) => format!("break ${label}"),
            None => what.split([' ', '/']).next().unwrap_or_default().to_string(),
        };
        let from = seen.iter().rev().find(|s| s.0 == name).map_or(0, |s| s.1);
        let alone = |i: &usize| {
            let (before, after) = (&program[..*i], &program[i + name.len()..]);
            *i >= from && !before.ends_with(word) && !after.starts_with(word)
        };
        let at = program.match_indices(&name).map(|m| m.0).find(alone).unwrap_or(0);
        let len = name.len();
        seen.push((name, at + len));
        notes.push(Note { what, span: Some((at, len)) });
    }
    Err(Fault { notes })
}
