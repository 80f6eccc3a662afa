//! `unset`

use std::rc::Rc;

use super::options;
use crate::shell::exec::Args;
use crate::shell::state::{Res, Shell};
use crate::shell::vars::{Attrs, Place, Unset, split_place};

pub(super) fn unset(sh: &mut Shell, args: &Args) -> Res<i32> {
    let spec = if sh.bash() { "fnv" } else { "fv" };
    let (found, at) = match options(args.rest(), spec) {
        Ok(f) => f,
        Err((c, _)) => return sh.bad_option("unset", c),
    };
    let has = |c: char| found.iter().any(|(o, _)| *o == c);
    let (functions, variables, reference) = (has('f'), has('v'), has('n'));
    if functions && variables {
        sh.builtin_error("unset", "cannot simultaneously unset a function and a variable");
        return Ok(1);
    }
    let mut status = 0;
    for w in &args.rest()[at..] {
        if functions {
            if sh.functions.get(w.as_str()).is_some_and(|f| f.readonly) {
                sh.builtin_error("unset", &format!("{w}: cannot unset: readonly function"));
                status = 1;
                continue;
            }
            Rc::make_mut(&mut sh.functions).remove(w.as_str());
            continue;
        }
        let Some(place) = split_place(w) else {
            if !variables && sh.functions.contains_key(w.as_str()) {
                Rc::make_mut(&mut sh.functions).remove(w.as_str());
                continue;
            }
            // Without -v it might be a function's name, and there is none.
            if sh.bash() && !variables {
                continue;
            }
            if sh.bash() {
                sh.builtin_error("unset", &format!("`{w}': not a valid identifier"));
                status = 1;
                continue;
            }
            sh.builtin_error("unset", &format!("{w}: bad variable name"));
            return Err(sh.fatal_error());
        };
        let is_reference = sh.vars.get(&place.name).is_some_and(|v| v.attrs.has(Attrs::NAMEREF));
        let place = if reference && is_reference {
            place
        } else {
            match sh.resolve(&place.name) {
                Ok(base) => match place.subscript {
                    Some(sub) => {
                        let subscript = Some(sh.expand_subscript(&base.name, &sub)?);
                        Place { name: base.name, subscript }
                    }
                    None => base,
                },
                Err(()) => place,
            }
        };
        if !variables
            && place.subscript.is_none()
            && sh.vars.get(&place.name).is_none()
            && sh.functions.contains_key(place.name.as_str())
        {
            if sh.functions.get(place.name.as_str()).is_some_and(|f| f.readonly) {
                sh.builtin_error("unset", &format!("{w}: cannot unset: readonly function"));
                status = 1;
                continue;
            }
            Rc::make_mut(&mut sh.functions).remove(place.name.as_str());
            continue;
        }
        match sh.unset_place(&place) {
            Ok(Unset::Done) => {}
            Ok(Unset::Refused) => status = 1,
            Ok(Unset::Readonly) => {
                let name = &place.name;
                if sh.bash() {
                    sh.builtin_error("unset", &format!("{name}: cannot unset: readonly variable"));
                    status = 1;
                } else {
                    sh.builtin_error("unset", &format!("{name}: is read only"));
                    return Err(sh.fatal_error());
                }
            }
            Err(stop) => return Err(stop),
        }
    }
    Ok(status)
}
