//! `${x@Q}` and its relatives.

use super::ops::each;
use super::param::{Held, Subject};
use crate::shell::state::{Res, Shell};
use crate::shell::syntax::ast::{Param, Subscript};
use crate::shell::vars::{Value, Var, show_key, show_letters};
use crate::shell::{ansi, quote};

impl Shell {
    pub(super) fn transform(&mut self, p: &Param, kind: u8, subject: Subject) -> Res<Held> {
        let name = subject.place.as_ref().map(|p| p.name.clone());
        let var = name.as_deref().and_then(|n| self.vars.get(n)).cloned();
        Ok(match kind {
            b'Q' => each(subject.held, |s| quote::single(&s)),
            b'E' => each(subject.held, |s| ansi::dollar_quote(&s)),
            b'U' => each(subject.held, |s| s.to_uppercase()),
            b'L' => each(subject.held, |s| s.to_lowercase()),
            b'u' => each(subject.held, |s| {
                let mut c = s.chars();
                c.next().map_or(String::new(), |f| f.to_uppercase().chain(c).collect())
            }),
            b'P' => {
                let mut stopped = None;
                let shown = each(subject.held, |s| {
                    self.prompt_expanded(&s).unwrap_or_else(|stop| {
                        stopped = Some(stop);
                        String::new()
                    })
                });
                match stopped {
                    Some(stop) => return Err(stop),
                    None => shown,
                }
            }
            b'a' => {
                let letters =
                    var.as_ref().map(show_letters).filter(|l| l != "-").unwrap_or_default();
                match subject.held {
                    Held::Many(v, star) => {
                        Held::Many(v.iter().map(|_| letters.clone()).collect(), star)
                    }
                    _ => Held::One(letters),
                }
            }
            b'A' => self.transform_assign(p, subject, var),
            b'K' | b'k' => {
                let whole = matches!(p.subscript, Some(Subscript::At | Subscript::Star));
                let Some(var) = var.filter(|_| whole) else {
                    return Ok(each(subject.held, |s| quote::single(&s)));
                };
                let star = matches!(p.subscript, Some(Subscript::Star));
                let pairs: Vec<(String, String)> = match &var.value {
                    Value::Assoc(a) => {
                        a.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect()
                    }
                    Value::Array(a) => {
                        a.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect()
                    }
                    Value::Scalar(s) => vec![("0".to_string(), s.clone())],
                    Value::Unset => Vec::new(),
                };
                if kind == b'k' {
                    Held::Many(pairs.into_iter().flat_map(|(k, v)| [k, v]).collect(), star)
                } else {
                    let text: Vec<String> = pairs
                        .iter()
                        .map(|(k, v)| format!("{} {}", show_key(k), quote::double(v)))
                        .collect();
                    // bash ends the text of an associative array with a blank.
                    let end = if matches!(var.value, Value::Assoc(_)) { " " } else { "" };
                    Held::One(format!("{}{end}", text.join(" ")))
                }
            }
            _ => subject.held,
        })
    }

    fn transform_assign(&mut self, p: &Param, subject: Subject, var: Option<Var>) -> Held {
        let (Some(place), Some(var)) = (&subject.place, var) else {
            return match subject.held {
                // `${@@A}` sets the positional parameters again.
                Held::Many(v, _) => {
                    let words: Vec<String> = v.iter().map(|s| quote::single(s)).collect();
                    Held::One(format!("set -- {}", words.join(" ")))
                }
                Held::Unset => Held::Unset,
                Held::One(_) => Held::Unset,
            };
        };
        let letters = show_letters(&var);
        let whole = matches!(p.subscript, Some(Subscript::At | Subscript::Star));
        if whole && (var.is_array() || var.is_assoc()) {
            // The attributes and the assignment are words of their own.
            let star = matches!(p.subscript, Some(Subscript::Star));
            let whole = crate::shell::vars::declaration(&place.name, &var);
            let words = whole.splitn(3, ' ').map(str::to_string).collect();
            return Held::Many(words, star);
        }
        match subject.held {
            Held::One(s) if letters == "-" => {
                Held::One(format!("{}={}", place.name, quote::single(&s)))
            }
            Held::One(s) => {
                Held::One(format!("declare -{letters} {}={}", place.name, quote::single(&s)))
            }
            Held::Many(v, _) if v.len() == 1 => {
                Held::One(format!("{}={}", place.name, quote::single(&v[0])))
            }
            _ if letters == "-" => Held::Unset,
            _ => Held::One(format!("declare -{letters} {}", place.name)),
        }
    }
}
