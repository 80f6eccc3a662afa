//! A parsed template run over a value.

mod range;

use super::ast::{Arg, ArgKind, Command, Node, Number, Pipe, Tree, template_text};
use super::print::print;
use super::value::Val;
use super::{Mode, builtins, docker, moment};
use crate::golang::quote::quote;
use std::borrow::Cow;
use std::rc::Rc;

/// Templates that call each other deeper than this are stopped.
const DEEPEST: usize = 60;
/// A template that prints more than this is stopped.
const LONGEST: usize = 64 << 20;

/// Why running a body stopped before its end.
enum Stop {
    Break,
    Continue,
    Error(String),
}

/// The variable that holds what a template was given.
const DATA: Cow<'static, str> = Cow::Borrowed("$");

type Step<T> = Result<T, Stop>;

struct Run<'a> {
    tree: &'a Tree,
    mode: Mode,
    vars: Vec<(Cow<'static, str>, Val)>,
    out: &'a mut String,
    /// The length of `out` past which it stops.
    longest: usize,
    depth: usize,
    name: String,
    /// Whether Go sees what `range` is at through an `interface{}` only.
    boxed: bool,
}

/// Runs the tree's body; what it prints is added to `out`, up to the error if there is one.
pub fn run(tree: &Tree, data: &Val, mode: Mode, out: &mut String) -> Result<(), String> {
    let longest = out.len().saturating_add(LONGEST);
    let vars = vec![(DATA, data.clone())];
    let mut run =
        Run { tree, mode, vars, out, longest, depth: 0, name: String::new(), boxed: false };
    match run.body(&tree.body, data) {
        Ok(()) | Err(Stop::Break | Stop::Continue) => Ok(()),
        Err(Stop::Error(text)) => Err(text),
    }
}

impl Run<'_> {
    fn fail<T>(&self, pos: usize, context: &str, text: impl std::fmt::Display) -> Step<T> {
        let before = &self.tree.text[..pos.min(self.tree.text.len())];
        let line = 1 + before.matches('\n').count();
        let column = pos - before.rfind('\n').map_or(0, |at| at + 1);
        Err(Stop::Error(format!(
            "template: :{line}:{column}: executing {} at <{context}>: {text}",
            quote(&self.name)
        )))
    }

    fn body(&mut self, nodes: &Rc<[Node]>, dot: &Val) -> Step<()> {
        nodes.iter().try_for_each(|node| self.node(node, dot))
    }

    fn scoped(&mut self, nodes: &Rc<[Node]>, dot: &Val) -> Step<()> {
        let mark = self.vars.len();
        let result = self.body(nodes, dot);
        self.vars.truncate(mark);
        result
    }

    fn node(&mut self, node: &Node, dot: &Val) -> Step<()> {
        match node {
            Node::Text(text) => self.out.push_str(text),
            Node::Action(pipe) => {
                let value = self.pipe(pipe, dot)?;
                if pipe.vars.is_empty() {
                    if let Val::Method(_) = value {
                        return self.fail(pipe.pos, &pipe.to_string(), "can't print method");
                    }
                    print(self.out, &value);
                }
            }
            Node::If(pipe, yes, no) => {
                let mark = self.vars.len();
                let value = self.pipe(pipe, dot)?;
                let result = self.scoped(if value.truth() { yes } else { no }, dot);
                self.vars.truncate(mark);
                result?;
            }
            Node::With(pipe, yes, no) => {
                let mark = self.vars.len();
                let value = self.pipe(pipe, dot)?;
                let result = match value.truth() {
                    true => self.seen(false, |run| run.scoped(yes, &value)),
                    false => self.scoped(no, dot),
                };
                self.vars.truncate(mark);
                result?;
            }
            Node::Range(pipe, body, other) => {
                let mark = self.vars.len();
                let result = self.range(pipe, body, other, dot);
                self.vars.truncate(mark);
                result?;
            }
            Node::Template(pos, name, pipe) => self.template(*pos, name, pipe.as_ref(), dot)?,
            Node::Break => return Err(Stop::Break),
            Node::Continue => return Err(Stop::Continue),
        }
        if self.out.len() > self.longest {
            return Err(Stop::Error("template: the output is too long".to_string()));
        }
        Ok(())
    }

    fn template(&mut self, pos: usize, name: &str, pipe: Option<&Pipe>, dot: &Val) -> Step<()> {
        let Some(body) = self.tree.defined.get(name).cloned() else {
            let text = format!("template {} not defined", quote(name));
            return self.fail(pos, &template_text(name, pipe), text);
        };
        if self.depth >= DEEPEST {
            let text = "exceeded maximum template depth (100000)";
            return self.fail(pos, &template_text(name, pipe), text);
        }
        let value = match pipe {
            Some(pipe) => self.pipe(pipe, dot)?,
            None => Val::Missing,
        };
        let outer = std::mem::replace(&mut self.vars, vec![(DATA, value.clone())]);
        let caller = std::mem::replace(&mut self.name, name.to_string());
        self.depth += 1;
        let result = self.seen(false, |run| run.body(&body, &value));
        self.depth -= 1;
        self.vars = outer;
        self.name = caller;
        result
    }

    fn assign(&mut self, name: &str, value: Val) {
        if let Some((_, slot)) = self.vars.iter_mut().rev().find(|(n, _)| n == name) {
            *slot = value;
        }
    }

    fn pipe(&mut self, pipe: &Pipe, dot: &Val) -> Step<Val> {
        let value = self.pipe_value(pipe, dot)?;
        for name in &pipe.vars {
            if pipe.assign {
                if !self.vars.iter().any(|(n, _)| n == name) {
                    let (pos, shown) = range::at(pipe);
                    return self.fail(pos, &shown, format!("undefined variable: {name}"));
                }
                self.assign(name, value.clone());
            } else {
                self.vars.push((Cow::Owned(name.clone()), value.clone()));
            }
        }
        Ok(value)
    }

    fn pipe_value(&mut self, pipe: &Pipe, dot: &Val) -> Step<Val> {
        let mut last: Option<Val> = None;
        for command in &pipe.commands {
            last = Some(self.command(command, dot, last)?);
        }
        Ok(last.unwrap_or(Val::Missing))
    }

    fn command(&mut self, command: &Command, dot: &Val, last: Option<Val>) -> Step<Val> {
        let first = &command.args[0];
        let given = command.args.len() > 1 || last.is_some();
        match &first.kind {
            ArgKind::Function(name) => return self.function(name, command, dot, last),
            ArgKind::Field(names) => {
                return self.fields(dot.clone(), names, first, command, dot, last);
            }
            ArgKind::Variable(name, names) => {
                let value = self.variable(name);
                if names.is_empty() {
                    if given {
                        return self.not_a_function(first);
                    }
                    return Ok(value);
                }
                return self.fields(value, names, first, command, dot, last);
            }
            ArgKind::Chain(inner, names) => {
                let value = self.arg(inner, dot)?;
                return self.fields(value, names, last_seen(inner), command, dot, last);
            }
            _ => {}
        }
        if given {
            return self.not_a_function(first);
        }
        match &first.kind {
            ArgKind::Nil => self.fail(first.pos, "nil", "nil is not a command"),
            _ => self.arg(first, dot),
        }
    }

    fn not_a_function(&self, arg: &Arg) -> Step<Val> {
        self.fail(arg.pos, &arg.to_string(), format!("can't give argument to non-function {arg}"))
    }

    fn variable(&self, name: &str) -> Val {
        let found = self.vars.iter().rev().find(|(n, _)| n == name);
        found.map_or(Val::Missing, |(_, v)| v.clone())
    }

    /// An argument's value.
    fn arg(&mut self, arg: &Arg, dot: &Val) -> Step<Val> {
        let alone = Command { pos: arg.pos, args: vec![arg.clone()] };
        match &arg.kind {
            ArgKind::Dot => Ok(dot.clone()),
            ArgKind::Nil => Ok(Val::Nil(Rc::from("interface {}"))),
            ArgKind::Bool(b) => Ok(Val::Bool(*b)),
            ArgKind::Number(_, Number::Int(n)) => Ok(Val::Int(*n)),
            ArgKind::Number(_, Number::Float(n)) => Ok(Val::Float(*n)),
            ArgKind::Text(_, value) => Ok(Val::Text(value.clone())),
            ArgKind::Pipe(pipe) => self.pipe_value(pipe, dot),
            ArgKind::Function(name) => self.function(name, &alone, dot, None),
            _ => self.command(&alone, dot, None),
        }
    }

    fn args(&mut self, command: &Command, dot: &Val, last: Option<Val>) -> Step<Vec<Val>> {
        let mut values = Vec::with_capacity(command.args.len());
        for arg in &command.args[1..] {
            values.push(self.arg(arg, dot)?);
        }
        values.extend(last);
        Ok(values)
    }

    fn function(
        &mut self,
        name: &str,
        command: &Command,
        dot: &Val,
        last: Option<Val>,
    ) -> Step<Val> {
        let first = &command.args[0];
        // `and` and `or` look at no more arguments than they need.
        if matches!(name, "and" | "or") && command.args.len() > 1 {
            let mut value = Val::Missing;
            for arg in &command.args[1..] {
                value = self.arg(arg, dot)?;
                if value.truth() == (name == "or") {
                    return Ok(value);
                }
            }
            return Ok(last.unwrap_or(value));
        }
        // Arguments are counted before any is looked at.
        let given = command.args.len() - 1 + usize::from(last.is_some());
        if let Some(want) = docker::arity(name).filter(|want| *want != given) {
            let text = format!("wrong number of args for {name}: want {want} got {given}");
            return self.fail(first.pos, name, text);
        }
        let args = self.args(command, dot, last)?;
        match builtins::call(name, &args, self.mode.headings) {
            Ok(value) => Ok(value),
            Err(builtins::Wrong::Count(text)) => self.fail(first.pos, name, text),
            Err(builtins::Wrong::Type(i, want, text)) => match command.args.get(i + 1) {
                Some(arg) => {
                    let literal = matches!(
                        arg.kind,
                        ArgKind::Number(..) | ArgKind::Text(..) | ArgKind::Bool(_)
                    );
                    // Go looks at literals before it calls anything.
                    let text = match want {
                        _ if !literal => text,
                        "string" => format!("expected string; found {arg}"),
                        "int" => format!("expected integer; found {arg}"),
                        other => format!("can't handle {arg} for arg of type {other}"),
                    };
                    self.fail(arg.pos, &arg.to_string(), text)
                }
                None => self.fail(first.pos, &command.to_string(), text),
            },
            Err(builtins::Wrong::Call(text)) => {
                let called = command.args.get(1).map(ToString::to_string).unwrap_or_default();
                let text = text.replace(builtins::CALLED, &called);
                self.fail(first.pos, &command.to_string(), format!("error calling {name}: {text}"))
            }
        }
    }

    fn fields(
        &mut self,
        start: Val,
        names: &[String],
        node: &Arg,
        command: &Command,
        dot: &Val,
        last: Option<Val>,
    ) -> Step<Val> {
        let mut value = start;
        let mut boxed = self.boxed && matches!(node.kind, ArgKind::Field(_));
        for (i, name) in names.iter().enumerate() {
            let final_one = i + 1 == names.len();
            let given = final_one && (command.args.len() > 1 || last.is_some());
            // The headings of a table are a map that has methods.
            let method =
                matches!(&value, Val::Map(m, _) if matches!(m.get(name), Some(Val::Method(_))));
            if given && matches!(value, Val::Map(..)) && !method {
                let text = format!("{name} is not a method but has arguments");
                return self.fail(node.pos, &node.to_string(), text);
            }
            let rows = matches!(&value, Val::Struct(s) if s.fields.is_empty());
            let found = self.field(&value, name, node, boxed)?;
            boxed = range::holds_any(&value);
            value = match found {
                Val::Method(method) => {
                    let args =
                        if final_one { self.args(command, dot, last.clone())? } else { Vec::new() };
                    // All methods that take something take one string.
                    if let (Some(arg), [Val::Int(_) | Val::Float(_) | Val::Bool(_)]) =
                        (command.args.get(1), args.as_slice())
                    {
                        let text = format!("expected string; found {arg}");
                        return self.fail(arg.pos, &arg.to_string(), text);
                    }
                    match method(&args) {
                        Ok(v) => v,
                        Err(text) => return self.fail(node.pos, &node.to_string(), text),
                    }
                }
                _ if given => {
                    let text = match value {
                        // What a list's rows have are methods, to Go.
                        _ if rows => format!(
                            "wrong number of args for {name}: want 0 got {}",
                            command.args.len() - 1 + usize::from(last.is_some())
                        ),
                        _ => format!("{name} has arguments but cannot be invoked as function"),
                    };
                    return self.fail(node.pos, &node.to_string(), text);
                }
                other => other,
            };
        }
        Ok(value)
    }

    /// A field of a value; `boxed` when Go sees the value through an `interface{}` only.
    fn field(&self, value: &Val, name: &str, node: &Arg, boxed: bool) -> Step<Val> {
        let fail = |text: String| self.fail(node.pos, &node.to_string(), text);
        match value {
            Val::Missing if self.mode.strict => {
                fail(format!("nil data; no entry for key {}", quote(name)))
            }
            Val::Missing => Ok(Val::Missing),
            Val::Map(map, _) => match map.get(name) {
                Some(v) => Ok(v.clone()),
                None if self.mode.strict => {
                    fail(format!("map has no entry for key {}", quote(name)))
                }
                None => Ok(Val::Missing),
            },
            Val::Struct(s) => match s.get(name) {
                Some(v) => Ok(v.clone()),
                None => fail(format!("can't evaluate field {name} in type {}", value.type_name())),
            },
            Val::Time(ns) => match moment::method(*ns, name) {
                Some(v) => Ok(v),
                None => fail(format!("can't evaluate field {name} in type time.Time")),
            },
            Val::Nil(t) if t.starts_with("map[") && self.mode.strict => {
                fail(format!("map has no entry for key {}", quote(name)))
            }
            Val::Nil(t) if t.starts_with("map[") => Ok(Val::Missing),
            Val::Nil(t) if t.starts_with('*') || &**t == "interface {}" => {
                fail(format!("nil pointer evaluating {t}.{name}"))
            }
            other => {
                let t = if boxed { "interface {}".to_string() } else { other.type_name() };
                fail(format!("can't evaluate field {name} in type {t}"))
            }
        }
    }
}

/// What Go looked at last when it had the value of this: errors about its fields are told of that.
fn last_seen(arg: &Arg) -> &Arg {
    match &arg.kind {
        ArgKind::Pipe(pipe) => {
            pipe.commands.last().and_then(|c| c.args.last()).map_or(arg, last_seen)
        }
        _ => arg,
    }
}
