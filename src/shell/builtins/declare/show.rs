//! What `declare` shows: variables and functions.

use std::rc::Rc;

use super::Wanted;
use crate::shell::options::Shopt;
use crate::shell::quote;
use crate::shell::state::{Res, Shell};
use crate::shell::syntax::print;
use crate::shell::vars::{Value, Var, declaration, is_shown, show_letters, show_value};

/// `declare -p name`
pub(super) fn show_one(sh: &mut Shell, name: &str) -> bool {
    let Some(var) = sh.vars.get(name).cloned() else { return false };
    let var = shown_var(sh, var);
    let line = declaration(name, &var);
    sh.say(&format!("{line}\n"));
    true
}

/// A variable with the value that it would give now.
fn shown_var(sh: &Shell, mut var: Var) -> Var {
    if let Some(d) = var.dynamic.filter(|_| var.value == Value::Unset) {
        use crate::shell::vars::Dynamic as D;
        var.value = match d {
            D::FuncName
            | D::BashSource
            | D::BashLineno
            | D::PipeStatus
            | D::DirStack
            | D::Groups => {
                let a = sh.dynamic_array(d);
                if a.len() == 0 && d == D::FuncName {
                    Value::Unset
                } else {
                    Value::Array(Rc::new(a))
                }
            }
            D::BashAliases | D::BashCmds => {
                Value::Assoc(Rc::new(sh.dynamic_assoc(d).unwrap_or_default()))
            }
            d => sh.dynamic_text(d).map_or(Value::Unset, Value::Scalar),
        };
    }
    var
}

/// All variables, or those with certain attributes.
pub(super) fn list(sh: &mut Shell, w: &Wanted, local: bool) {
    let level = sh.vars.level();
    for name in sh.vars.names() {
        let Some(var) = sh.vars.get(&name).cloned() else { continue };
        if local && var.level != level {
            continue;
        }
        let var = shown_var(sh, var);
        let letters = show_letters(&var);
        if !w.add.iter().all(|c| letters.contains(*c)) {
            continue;
        }
        if w.add.is_empty() && !w.print && !local {
            if is_shown(&var)
                && let Some(line) = set_line(&name, &var)
            {
                sh.say(&line);
            }
            continue;
        }
        sh.say(&format!("{}\n", declaration(&name, &var)));
    }
    if !local && w.add.is_empty() && !w.print {
        for (_, f) in sorted_functions(sh) {
            sh.say(&format!("{}\n", print::function(&f)));
        }
    }
}

/// A variable as `set` shows it.
pub(in crate::shell::builtins) fn set_line(name: &str, var: &Var) -> Option<String> {
    Some(match &var.value {
        Value::Scalar(s) => format!("{name}={}\n", quote::set_value(s)),
        Value::Unset => return None,
        _ => format!("{name}={}\n", show_value(var)?),
    })
}

/// Functions by name.
pub(in crate::shell::builtins) fn sorted_functions(
    sh: &Shell,
) -> Vec<(Rc<str>, Rc<crate::shell::syntax::ast::Function>)> {
    let mut all: Vec<_> =
        sh.functions.iter().map(|(n, f)| (n.clone(), f.function.clone())).collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

fn function_letters(f: &crate::shell::state::FunctionEntry) -> String {
    let mut s = String::from("f");
    if f.readonly {
        s.push('r');
    }
    if f.trace {
        s.push('t');
    }
    if f.exported {
        s.push('x');
    }
    s
}

/// `declare -f` and `declare -F`
pub(super) fn functions(sh: &mut Shell, name: &str, w: &Wanted, operands: &[String]) -> Res<i32> {
    if operands.is_empty() {
        for (n, f) in sorted_functions(sh) {
            let Some(entry) = sh.functions.get(&n).cloned() else { continue };
            if (w.adds('x') && !entry.exported) || (w.adds('r') && !entry.readonly) {
                continue;
            }
            let letters = function_letters(&entry);
            if w.names_only {
                sh.say(&format!("declare -{letters} {n}\n"));
            } else {
                sh.say(&format!("{}\n", print::function(&f)));
                if letters != "f" {
                    sh.say(&format!("declare -{letters} {n}\n"));
                }
            }
        }
        return Ok(0);
    }
    let mut status = 0;
    for n in operands {
        let Some(entry) = sh.functions.get(n.as_str()).cloned() else {
            if !w.add.is_empty() || n.contains('=') {
                sh.builtin_error(name, &format!("{n}: not found"));
            }
            status = 1;
            continue;
        };
        if w.print && w.names_only {
            let letters = function_letters(&entry);
            sh.say(&format!("declare -{letters} {n}\n"));
            continue;
        }
        if !w.add.is_empty() || !w.remove.is_empty() {
            if let Some(e) = Rc::make_mut(&mut sh.functions).get_mut(n.as_str()) {
                e.exported = (e.exported || w.adds('x')) && !w.remove.contains(&'x');
                e.trace = (e.trace || w.adds('t')) && !w.remove.contains(&'t');
                e.readonly |= w.adds('r');
            }
        } else if w.names_only {
            let line = if sh.shopt(Shopt::ExtDebug) {
                format!("{n} {} {}\n", entry.line, entry.source)
            } else {
                format!("{n}\n")
            };
            sh.say(&line);
        } else {
            sh.say(&format!("{}\n", print::function(&entry.function)));
        }
    }
    Ok(status)
}
