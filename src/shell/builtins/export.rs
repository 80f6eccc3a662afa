//! `export` and `readonly`

use std::rc::Rc;

use super::declare::{simple_options, split_operand};
use crate::shell::Dialect;
use crate::shell::exec::Args;
use crate::shell::quote;
use crate::shell::state::{Res, Shell, Stop};
use crate::shell::vars::{AssignMode, Attrs, Declared, Place, declaration, split_place};

pub(super) fn export(sh: &mut Shell, args: &Args) -> Res<i32> {
    mark(sh, args, "export", Attrs::EXPORT)
}

pub(super) fn readonly(sh: &mut Shell, args: &Args) -> Res<i32> {
    mark(sh, args, "readonly", Attrs::READONLY)
}

fn mark(sh: &mut Shell, args: &Args, builtin: &str, attr: Attrs) -> Res<i32> {
    let spec = match (sh.bash(), builtin) {
        (true, "export") => "fnp",
        (true, _) => "aAfp",
        _ => "p",
    };
    let (options, at) = match simple_options(sh, builtin, args.rest(), spec) {
        Ok(x) => x,
        Err(r) => return r,
    };
    let has = |c: char| options.contains(&c);
    let operands = &args.rest()[at..];
    if operands.is_empty() || has('p') && !has('f') && !sh.bash() {
        list(sh, builtin, attr);
        return Ok(0);
    }
    if has('f') {
        return functions(sh, builtin, operands, !has('n'));
    }
    let mut status = 0;
    for (i, operand) in operands.iter().enumerate() {
        let (target, append, value) = split_operand(operand);
        let Some(place) =
            split_place(target).filter(|p| p.subscript.is_none() || builtin == "readonly")
        else {
            if sh.bash() {
                let shown = if split_place(target).is_some() { target } else { operand.as_str() };
                sh.builtin_error(builtin, &format!("`{shown}': not a valid identifier"));
                status = 1;
                continue;
            }
            let name = target.split('=').next().unwrap_or(target);
            sh.builtin_error(builtin, &format!("{name}: bad variable name"));
            return Err(sh.fatal_error());
        };
        let name = match sh.resolve(&place.name) {
            Ok(Place { name, subscript: Some(s) }) if place.subscript.is_none() => {
                let m = format!("`{name}[{s}]': not a valid identifier");
                sh.builtin_error(builtin, &m);
                continue;
            }
            Ok(p) => p.name,
            Err(()) => place.name.clone(),
        };
        let elements =
            args.arrays.iter().find(|(at_, _)| *at_ == at + i + 1).map(|(_, e)| e.clone());
        if has('A') {
            sh.vars.entry(&name).declared = Declared::Assoc;
        } else if has('a') {
            sh.vars.entry(&name).declared = Declared::Array;
        }
        let r = match (elements, value) {
            (Some(items), _) => sh.assign_array(AssignMode::Normal, &name, items, append),
            (None, Some(v)) => sh.assign(&name, place.subscript.as_deref(), v, append),
            (None, None) => Ok(()),
        };
        match r {
            Ok(()) => {}
            Err(Stop::Discard(_)) => {
                status = 1;
                continue;
            }
            Err(stop) => return Err(stop),
        }
        let var = sh.vars.entry(&name);
        if has('n') {
            var.attrs.remove(attr);
        } else {
            var.attrs.add(attr);
        }
    }
    Ok(status)
}

fn functions(sh: &mut Shell, builtin: &str, operands: &[String], on: bool) -> Res<i32> {
    let mut status = 0;
    for n in operands {
        match Rc::make_mut(&mut sh.functions).get_mut(n.as_str()) {
            Some(f) if builtin == "export" => f.exported = on,
            Some(f) => f.readonly = true,
            None => {
                sh.builtin_error(builtin, &format!("{n}: not a function"));
                status = 1;
            }
        }
    }
    Ok(status)
}

fn list(sh: &mut Shell, builtin: &str, attr: Attrs) {
    for name in sh.vars.names() {
        let Some(var) = sh.vars.get(&name).filter(|v| v.attrs.has(attr)).cloned() else { continue };
        let line = match sh.dialect {
            Dialect::Bash => {
                let mut var = var;
                if let Some(d) = var.dynamic
                    && let Some(t) = sh.dynamic_text(d)
                {
                    var.value = crate::shell::vars::Value::Scalar(t);
                }
                declaration(&name, &var)
            }
            _ => match var.text() {
                Some(t) => format!("{builtin} {name}={}", quote::plain_single(t)),
                None => format!("{builtin} {name}"),
            },
        };
        sh.say(&format!("{line}\n"));
    }
}
