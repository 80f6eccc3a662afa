//! `declare -n`

use super::{Wanted, attr};
use crate::shell::state::{Res, Shell};
use crate::shell::vars::{Attrs, Value, is_reference_target};

/// `declare -n name=target`
#[expect(clippy::too_many_arguments, reason = "the parts of one operand")]
pub(super) fn nameref(
    sh: &mut Shell,
    builtin: &str,
    w: &Wanted,
    name: &str,
    element: bool,
    value: Option<&str>,
    append: bool,
    local: bool,
) -> Res<bool> {
    if element {
        sh.builtin_error(builtin, &format!("{name}: reference variable cannot be an array"));
        return Ok(false);
    }
    if sh.vars.get(name).is_some_and(|v| (v.is_array() || v.is_assoc()) && !local) {
        sh.builtin_error(builtin, &format!("{name}: reference variable cannot be an array"));
        return Ok(false);
    }
    // The value of `-i` is worked out as a number, and a number is no name.
    if w.adds('i') && value.is_some_and(|v| !v.is_empty()) {
        return Ok(false);
    }
    let old = sh.vars.get(name).and_then(|v| v.text()).unwrap_or("").to_string();
    let target = value.map(|v| if append { format!("{old}{v}") } else { v.to_string() });
    if let Some(t) = &target {
        if t.is_empty() || !is_reference_target(t) {
            let m = if t.is_empty() {
                "`': not a valid identifier".to_string()
            } else {
                format!("`{t}': invalid variable name for name reference")
            };
            sh.builtin_error(builtin, &m);
            return Ok(false);
        }
        if t == name {
            if sh.vars.level() == 0 || w.global {
                sh.builtin_error(
                    builtin,
                    &format!("{name}: nameref variable self references not allowed"),
                );
                return Ok(false);
            }
            sh.error(&format!("warning: {name}: circular name reference"));
        }
    }
    let here = local || (sh.vars.level() > 0 && !w.global);
    if here {
        sh.vars.make_local(name);
    }
    if sh.vars.get(name).is_some_and(|v| v.attrs.has(Attrs::READONLY)) && target.is_some() {
        sh.builtin_error(builtin, &format!("{name}: readonly variable"));
        return Ok(false);
    }
    let var = if w.global { sh.vars.global_mut(name) } else { sh.vars.entry(name) };
    if target.is_none()
        && let Value::Scalar(s) = &var.value
        && !s.is_empty()
        && !is_reference_target(s)
    {
        let s = s.clone();
        sh.builtin_error(builtin, &format!("`{s}': invalid variable name for name reference"));
        return Ok(false);
    }
    var.attrs.add(Attrs::NAMEREF);
    for c in w.add.iter().filter(|c| **c != 'n') {
        if let Some(a) = attr(*c) {
            var.attrs.add(a);
        }
    }
    if let Some(t) = target {
        var.value = Value::Scalar(t);
    }
    Ok(true)
}
