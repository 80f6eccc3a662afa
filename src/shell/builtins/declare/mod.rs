//! `declare`, `typeset` and `local`

mod nameref;
mod show;
mod simple;
mod text;

use std::rc::Rc;

use crate::shell::exec::Args;
use crate::shell::options::{Opt, Shopt};
use crate::shell::state::{Res, Shell, Stop};
use crate::shell::syntax::is_name;
use crate::shell::vars::{AssignMode, Attrs, Declared, Value, Var, split_place};
use nameref::nameref;
use show::{functions, list, show_one};
pub(super) use show::{set_line, sorted_functions};
pub(in crate::shell::builtins) use simple::simple_options;
use text::compound_text;

/// What the options ask for.
#[derive(Default)]
struct Wanted {
    add: Vec<char>,
    remove: Vec<char>,
    print: bool,
    global: bool,
    functions: bool,
    names_only: bool,
    inherit: bool,
}

impl Wanted {
    fn adds(&self, c: char) -> bool {
        self.add.contains(&c)
    }
}

fn attr(c: char) -> Option<Attrs> {
    Some(match c {
        'x' => Attrs::EXPORT,
        'r' => Attrs::READONLY,
        'i' => Attrs::INTEGER,
        'l' => Attrs::LOWER,
        'u' => Attrs::UPPER,
        'c' => Attrs::CAPITAL,
        't' => Attrs::TRACE,
        'n' => Attrs::NAMEREF,
        _ => return None,
    })
}

/// Reads options, `+x` among them; gives where the operands begin.
fn wanted(sh: &mut Shell, name: &str, words: &[String]) -> Result<(Wanted, usize), Res<i32>> {
    let mut w = Wanted::default();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let plus = match word.chars().next() {
            Some('-') if word.len() > 1 => false,
            Some('+') if word.len() > 1 => true,
            _ => break,
        };
        at += 1;
        if word == "--" {
            break;
        }
        for c in word.chars().skip(1) {
            match c {
                'p' if !plus => w.print = true,
                'g' => w.global = true,
                'I' => w.inherit = true,
                'f' => w.functions = true,
                'F' => {
                    w.functions = true;
                    w.names_only = true;
                }
                'a' | 'A' | 'x' | 'r' | 'i' | 'l' | 'u' | 'c' | 't' | 'n' => {
                    if plus {
                        w.remove.push(c);
                    } else {
                        w.add.push(c);
                    }
                }
                c => {
                    let sign = if plus { '+' } else { '-' };
                    sh.builtin_error(name, &format!("{sign}{c}: invalid option"));
                    return Err(Ok(sh.usage(name)));
                }
            }
        }
    }
    Ok((w, at))
}

pub(in crate::shell::builtins) fn declare(sh: &mut Shell, args: &Args) -> Res<i32> {
    let name = args.words[0].clone();
    let (w, at) = match wanted(sh, &name, args.rest()) {
        Ok(x) => x,
        Err(r) => return r,
    };
    run(sh, args, &name, w, at + 1, false)
}

pub(in crate::shell::builtins) fn local(sh: &mut Shell, args: &Args) -> Res<i32> {
    if sh.vars.level() == 0 {
        if sh.bash() {
            sh.builtin_error("local", "can only be used in a function");
            return Ok(1);
        }
        sh.builtin_error("local", "not in a function");
        return Err(sh.fatal_error());
    }
    if !sh.bash() {
        return local_plain(sh, args);
    }
    let (w, at) = match wanted(sh, "local", args.rest()) {
        Ok(x) => x,
        Err(r) => return r,
    };
    if args.words.get(at + 1).is_some_and(|w| w == "-") {
        sh.vars.make_local("-");
        sh.vars.entry("-").value = Value::Scalar("saved".to_string());
    }
    run(sh, args, "local", w, at + 1, true)
}

/// `local` of ash and dash: the value stays what it was until it is set.
fn local_plain(sh: &mut Shell, args: &Args) -> Res<i32> {
    for w in args.rest() {
        let (name, value) = match w.split_once('=') {
            Some((n, v)) => (n, Some(v)),
            None => (w.as_str(), None),
        };
        if name == "-" {
            sh.vars.make_local("-");
            sh.vars.entry("-").value = Value::Scalar("saved".to_string());
            continue;
        }
        if !is_name(name) {
            sh.builtin_error("local", &format!("{name}: bad variable name"));
            return Err(sh.fatal_error());
        }
        let old = sh.vars.get(name).cloned();
        if sh.vars.make_local(name) {
            let level = sh.vars.level();
            if let Some(old) = old
                && let Some(v) = sh.vars.get_mut(name)
            {
                *v = Var { level, ..old };
            }
        }
        if let Some(v) = value {
            sh.assign(name, None, v, false)?;
        }
    }
    Ok(0)
}

fn run(sh: &mut Shell, args: &Args, name: &str, w: Wanted, at: usize, local: bool) -> Res<i32> {
    let operands = args.words.get(at..).unwrap_or(&[]);
    if w.functions {
        return functions(sh, name, &w, operands);
    }
    if operands.is_empty() {
        list(sh, &w, local);
        return Ok(0);
    }
    let mut status = 0;
    for (i, operand) in operands.iter().enumerate() {
        if local && operand == "-" {
            continue;
        }
        if w.print {
            if !show_one(sh, operand) {
                sh.builtin_error(name, &format!("{operand}: not found"));
                status = 1;
            }
            continue;
        }
        match one(sh, args, name, &w, at + i, operand, local) {
            Ok(true) => {}
            Ok(false) => status = 1,
            // What can not be calculated is an error of the command line, all else of the command.
            Err(Stop::Discard(n)) => {
                let calculated = |v: &Var| v.attrs.has(Attrs::INTEGER);
                let readonly = |v: &Var| v.attrs.has(Attrs::READONLY);
                let (target, ..) = split_operand(operand);
                if sh.vars.get(target).is_some_and(|v| calculated(v) && !readonly(v)) {
                    return Err(Stop::Discard(n));
                }
                status = 1;
            }
            Err(stop) => return Err(stop),
        }
    }
    Ok(status)
}

/// One `name`, `name=value`, `name=(..)`; false when it fails.
fn one(
    sh: &mut Shell,
    args: &Args,
    builtin: &str,
    w: &Wanted,
    index: usize,
    operand: &str,
    local: bool,
) -> Res<bool> {
    let elements = args.arrays.iter().find(|(i, _)| *i == index).map(|(_, e)| e.clone());
    let (target, append, value) = split_operand(operand);
    let Some(place) = split_place(target) else {
        sh.builtin_error(builtin, &format!("`{operand}': not a valid identifier"));
        return Ok(false);
    };
    let mut name = place.name.clone();
    let mut subscript = place.subscript;
    // With `-a` or `-A` there is an array, and no reference.
    let reference = w.adds('n') && !w.adds('a') && !w.adds('A');
    if reference {
        return nameref(sh, builtin, w, &name, subscript.is_some(), value, append, local);
    }
    // Of a reference, the attributes and value go to what it refers to; removing the reference
    // itself, and local variables, are about the name.
    let local_here = local || (sh.vars.level() > 0 && !w.global);
    if !w.remove.contains(&'n')
        && !(local_here && sh.vars.get(&name).is_some_and(|v| v.level != sh.vars.level()))
        && let Ok(p) = sh.resolve(&name)
    {
        if p.subscript.is_some() && subscript.is_none() {
            subscript = p.subscript;
        }
        name = p.name;
    }
    let now = sh.vars.get(&name);
    if (w.remove.contains(&'a') && now.is_some_and(Var::is_array))
        || (w.remove.contains(&'A') && now.is_some_and(Var::is_assoc))
    {
        let m = format!("{name}: cannot destroy array variables in this way");
        sh.builtin_error(builtin, &m);
        return Ok(false);
    }
    if w.adds('a')
        && sh.vars.get(&name).is_some_and(|v| matches!(v.value, Value::Assoc(_)))
        && !local_here
    {
        sh.builtin_error(builtin, &format!("{name}: cannot convert associative to indexed array"));
        return Ok(false);
    }
    if w.adds('A')
        && sh.vars.get(&name).is_some_and(|v| {
            matches!(v.value, Value::Array(_)) && (v.level == sh.vars.level() || !local_here)
        })
    {
        sh.builtin_error(builtin, &format!("{name}: cannot convert indexed to associative array"));
        return Ok(false);
    }
    if local_here {
        if sh.vars.get(&name).is_some_and(|v| {
            v.attrs.has(Attrs::READONLY) && v.level == 0 && v.level != sh.vars.level()
        }) && local
        {
            sh.builtin_error(builtin, &format!("{name}: readonly variable"));
            return Ok(false);
        }
        let fresh = sh.vars.make_local(&name);
        if fresh && (w.inherit || sh.shopt(Shopt::LocalVarInherit)) {
            let level = sh.vars.level();
            if let Some(old) = sh.vars.hidden(&name).cloned()
                && let Some(v) = sh.vars.get_mut(&name)
            {
                *v = Var { level, ..old };
                v.attrs.remove(Attrs::NAMEREF);
            }
        }
    }
    let mode = if w.global { AssignMode::Global } else { AssignMode::Normal };
    let readonly = match mode {
        AssignMode::Global => sh.vars.global_mut(&name).attrs,
        AssignMode::Normal => sh.vars.get(&name).map_or(Attrs::default(), |v| v.attrs),
    }
    .has(Attrs::READONLY);
    if readonly
        && (value.is_some() || w.remove.contains(&'r') || w.adds('a') || w.adds('A') || w.adds('i'))
    {
        sh.builtin_error(builtin, &format!("{name}: readonly variable"));
        return Ok(false);
    }
    let slot = match mode {
        AssignMode::Global => sh.vars.global_mut(&name),
        AssignMode::Normal => sh.vars.entry(&name),
    };
    for c in &w.add {
        match c {
            'A' => slot.declared = Declared::Assoc,
            'a' => slot.declared = Declared::Array,
            // `readonly` is put on after the value.
            'r' => {}
            c => {
                if let Some(a) = attr(*c).filter(|_| *c != 'n') {
                    if matches!(c, 'l' | 'u' | 'c') {
                        slot.attrs.remove(Attrs::LOWER);
                        slot.attrs.remove(Attrs::UPPER);
                        slot.attrs.remove(Attrs::CAPITAL);
                    }
                    slot.attrs.add(a);
                }
            }
        }
    }
    for c in &w.remove {
        if let Some(a) = attr(*c).filter(|_| *c != 'r') {
            slot.attrs.remove(a);
        }
    }
    // A plain value becomes element 0 of the array that the name is now.
    if let Value::Scalar(s) = &slot.value
        && (w.adds('a') || w.adds('A'))
    {
        let s = s.clone();
        slot.value = if w.adds('a') {
            Value::Array(Rc::new(crate::shell::vars::Array::from_values([s])))
        } else {
            let mut a = crate::shell::vars::Assoc::default();
            a.set("0", s);
            Value::Assoc(Rc::new(a))
        };
    }
    if let Some(items) = elements {
        if subscript.is_some() {
            sh.builtin_error(builtin, &format!("{target}: cannot assign list to array member"));
            return Ok(false);
        }
        sh.assign_array(mode, &name, items, append)?;
    } else if let Some(v) = value {
        // A quoted list counts for what is an array already.
        let var = match mode {
            AssignMode::Global => Some(&*sh.vars.global_mut(&name)),
            AssignMode::Normal => sh.vars.get(&name),
        };
        let is_array = var.is_some_and(|v| v.is_array() || v.is_assoc());
        let array = w.adds('a') || w.adds('A') || (is_array && !args.assigned.contains(&index));
        let compound = array && v.len() > 1 && v.starts_with('(') && v.ends_with(')');
        if compound {
            let items = compound_text(sh, &name, v)?;
            sh.assign_array(mode, &name, items, append)?;
        } else {
            let sub = match &subscript {
                Some(s) => Some(sh.expand_subscript(&name, s)?),
                None => None,
            };
            sh.assign_in(mode, &name, sub.as_deref(), v, append)?;
        }
    } else if subscript.is_some()
        && let Some(v) = sh.vars.get_mut(&name)
        && v.value == Value::Unset
        && v.declared == Declared::Scalar
    {
        v.declared = Declared::Array;
    }
    if w.adds('r') {
        match mode {
            AssignMode::Global => sh.vars.global_mut(&name).attrs.add(Attrs::READONLY),
            AssignMode::Normal => sh.vars.entry(&name).attrs.add(Attrs::READONLY),
        }
    }
    if sh.on(Opt::AllExport) && value.is_some() {
        sh.vars.entry(&name).attrs.add(Attrs::EXPORT);
    }
    sh.variable_changed(&name);
    Ok(true)
}

/// `name+=value` in its parts; a `=` inside a subscript does not count.
pub(in crate::shell::builtins) fn split_operand(operand: &str) -> (&str, bool, Option<&str>) {
    let n = crate::shell::syntax::name_length(operand);
    let mut end = n;
    if operand[n..].starts_with('[') {
        let mut depth = 0;
        for (i, c) in operand[n..].char_indices() {
            match c {
                '[' => depth += 1,
                ']' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                end = n + i + 1;
                break;
            }
        }
    }
    let rest = &operand[end..];
    if let Some(v) = rest.strip_prefix("+=") {
        (&operand[..end], true, Some(v))
    } else if let Some(v) = rest.strip_prefix('=') {
        (&operand[..end], false, Some(v))
    } else {
        (operand, false, None)
    }
}
