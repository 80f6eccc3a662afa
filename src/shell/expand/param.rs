//! `$name` and `${..}`: values, and which operator applies. The operators belong to `ops`, `slice`
//! and `transform`.

use std::borrow::Cow;

use super::{Context, Fields, Mode};
use crate::shell::Dialect;
use crate::shell::options::ash_letters;
use crate::shell::state::{Res, Shell, Stop};
use crate::shell::syntax::ast::{Op, Param, ParamName, Subscript, Word};
use crate::shell::syntax::{ParseOptions, Parser};
use crate::shell::vars::{Attrs, Dynamic, Place, Value, Var};

/// What a parameter holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Held {
    Unset,
    One(String),
    /// All elements; whether `*` asked for them.
    Many(Vec<String>, bool),
}

/// Operands that were expanded beforehand, because they had to wait.
#[derive(Debug, Default)]
pub(crate) struct Given {
    pub subscript: Option<String>,
    pub first: Option<String>,
    pub second: Option<String>,
}

/// Whose value it is, for assignments and messages.
#[derive(Debug, Clone)]
pub(super) struct Subject {
    pub held: Held,
    /// The variable, where there is one.
    pub place: Option<Place>,
    /// As messages name it.
    pub shown: String,
}

impl Shell {
    /// Expands a parameter.
    pub(crate) fn param_into(
        &mut self,
        p: &Param,
        c: Context,
        f: &mut Fields,
        given: Given,
    ) -> Res<()> {
        // The common case: a plain variable.
        if let (ParamName::Var(name), None, false, Op::None) =
            (&p.name, &p.subscript, p.indirect, &p.op)
            && let Some(Var { value: Value::Scalar(s), attrs, dynamic: None, .. }) =
                self.vars.get(name)
            && !attrs.has(Attrs::NAMEREF)
        {
            f.push_value(s, c.quoted);
            return Ok(());
        }
        match &p.op {
            // With nothing to transform there is nothing wrong; otherwise it ends the shell.
            Op::BadTransform => {
                let subject = self.subject(&p.name, p.subscript.as_ref(), None)?;
                if matches!(subject.held, Held::Unset) {
                    return Ok(());
                }
                self.error(&format!("${{{}}}: bad substitution", p.raw));
                return Err(self.fatal_unset());
            }
            Op::Bad => {
                self.error(&match self.dialect {
                    Dialect::Bash => format!("{}: bad substitution", p.raw),
                    Dialect::Ash => "syntax error: bad substitution".to_string(),
                    Dialect::Dash => "Bad substitution".to_string(),
                });
                return Err(self.fatal_error());
            }
            Op::Names { star } => {
                let ParamName::Var(prefix) = &p.name else { return Ok(()) };
                let names = self.vars.names();
                let set = |n: &str| self.vars.get(n).is_some_and(crate::shell::vars::is_shown);
                let names: Vec<String> = names
                    .iter()
                    .filter(|n| n.starts_with(&**prefix) && set(n))
                    .map(|n| n.to_string())
                    .collect();
                f.push_list(&names, *star, c.quoted);
                return Ok(());
            }
            Op::Keys { star } => {
                let ParamName::Var(name) = &p.name else { return Ok(()) };
                let keys = self.keys(name);
                if *star && !c.quoted && self.lookup("IFS").is_some_and(|i| i.is_empty()) {
                    // Without separators, the joined keys stay one word.
                    f.push_value(&keys.join(" "), false);
                    return Ok(());
                }
                f.push_list(&keys, *star, c.quoted);
                return Ok(());
            }
            _ => {}
        }
        let mut given = given;
        let mut subject = self.subject(&p.name, p.subscript.as_ref(), given.subscript.take())?;
        if p.indirect {
            match self.indirect(p, subject)? {
                Some(s) => subject = s,
                None => return Ok(()),
            }
        }
        self.apply(p, subject, c, f, given)
    }

    /// The indices or keys of an array.
    pub(crate) fn keys(&self, name: &str) -> Vec<String> {
        let Ok(place) = self.resolve(name) else { return Vec::new() };
        if let Some(a) = self.assoc_of(&place.name) {
            return a.iter().map(|(k, _)| k.to_string()).collect();
        }
        match self.vars.get(&place.name) {
            Some(Var { value: Value::Scalar(_), .. }) => vec!["0".to_string()],
            _ => match self.array_of(&place.name) {
                Some(a) => a.iter().map(|(i, _)| i.to_string()).collect(),
                None => Vec::new(),
            },
        }
    }

    /// All values of an array, or the one of a plain variable.
    pub(crate) fn values(&self, name: &str) -> Vec<String> {
        if let Some(a) = self.assoc_of(name) {
            return a.iter().map(|(_, v)| v.to_string()).collect();
        }
        match self.vars.get(name) {
            Some(Var { value: Value::Scalar(s), dynamic: None, .. }) => vec![s.clone()],
            _ => match self.array_of(name) {
                Some(a) => a.iter().map(|(_, v)| v.to_string()).collect(),
                None => Vec::new(),
            },
        }
    }

    pub(super) fn subject(
        &mut self,
        name: &ParamName,
        subscript: Option<&Subscript>,
        given: Option<String>,
    ) -> Res<Subject> {
        let one = |v: Option<Cow<'_, str>>| v.map_or(Held::Unset, |v| Held::One(v.into_owned()));
        Ok(match name {
            ParamName::Position(n) => Subject {
                held: self.position(*n).map_or(Held::Unset, |v| Held::One(v.to_string())),
                place: None,
                shown: n.to_string(),
            },
            ParamName::Special(c) => {
                Subject { held: self.special(*c), place: None, shown: (*c as char).to_string() }
            }
            ParamName::Var(name) => {
                if &**name == "RANDOM" {
                    self.next_random();
                }
                let Ok(base) = self.resolve(name) else {
                    self.error(&format!("warning: {name}: circular name reference"));
                    return Ok(Subject { held: Held::Unset, place: None, shown: name.to_string() });
                };
                let Some(sub) = subscript else {
                    // A reference to `a[@]` stands for all elements.
                    if let Some(s @ ("@" | "*")) = base.subscript.as_deref() {
                        let held = Held::Many(self.values(&base.name), s == "*");
                        return Ok(Subject { held, place: Some(base), shown: name.to_string() });
                    }
                    let base = self.reference_index(base)?;
                    let held = one(self.place_text(&base));
                    let shown = name.to_string();
                    return Ok(Subject { held, place: Some(base), shown });
                };
                // A reference to an element has no elements of its own.
                if base.subscript.is_some() {
                    let held = match sub {
                        Subscript::At => Held::Many(Vec::new(), false),
                        Subscript::Star => Held::Many(Vec::new(), true),
                        Subscript::Index(_) => Held::Unset,
                    };
                    return Ok(Subject { held, place: None, shown: name.to_string() });
                }
                let (text, shown) = match sub {
                    Subscript::At | Subscript::Star => {
                        let star = matches!(sub, Subscript::Star);
                        let held = match self.vars.get(&base.name) {
                            None => Held::Many(Vec::new(), star),
                            Some(_) => Held::Many(self.values(&base.name), star),
                        };
                        let shown = format!("{name}[{}]", if star { '*' } else { '@' });
                        return Ok(Subject { held, place: Some(base), shown });
                    }
                    Subscript::Index(w) => {
                        let shown = format!("{name}[{}]", w.raw);
                        match given {
                            Some(t) => (t, shown),
                            None => (self.index_text(&base.name, w)?, shown),
                        }
                    }
                };
                let text = self.index_value(&base.name, text)?;
                let place = Place { name: base.name, subscript: Some(text) };
                let held = match self.vars.get(&place.name).and_then(|v| v.dynamic) {
                    Some(Dynamic::BashAliases | Dynamic::BashCmds) => one(self.place_text(&place)),
                    Some(d) => {
                        let i = place.subscript.as_deref().and_then(|s| s.parse().ok());
                        let a = self.dynamic_array(d);
                        let v = i.and_then(|i: i64| a.get(if i < 0 { a.end() + i } else { i }));
                        v.map_or(Held::Unset, |v| Held::One(v.to_string()))
                    }
                    None => one(self.place_text(&place)),
                };
                Subject { held, place: Some(place), shown }
            }
        })
    }

    /// The place that a reference names, its subscript worked out.
    pub(crate) fn reference_index(&mut self, mut place: Place) -> Res<Place> {
        if let Some(sub) = place.subscript.take() {
            let text = self.expand_subscript(&place.name, &sub)?;
            place.subscript = Some(match text.as_str() {
                "@" | "*" => text,
                _ => self.index_value(&place.name, text)?,
            });
        }
        Ok(place)
    }

    /// Expands a subscript's word: a key as it is, an index as an arithmetic text.
    pub(crate) fn index_text(&mut self, name: &str, w: &Word) -> Res<String> {
        if self.vars.get(name).is_some_and(Var::is_assoc) {
            self.expand_mode(w, Mode::Text, false)
        } else {
            self.expand_arith_text(w)
        }
    }

    /// An index evaluated to a number; a key stays.
    pub(crate) fn index_value(&mut self, name: &str, text: String) -> Res<String> {
        if self.vars.get(name).is_some_and(Var::is_assoc) {
            return Ok(text);
        }
        if text.trim().is_empty() {
            self.error(&format!("{name}: bad array subscript"));
            return Err(Stop::Discard(1));
        }
        let n = self.eval_index(&text)?;
        if n < 0 {
            let end = match self.array_of(name) {
                Some(a) => a.end(),
                None => i64::from(self.lookup(name).is_some()),
            };
            if end.saturating_add(n) < 0 {
                self.error(&format!("{name}: bad array subscript"));
                return Ok("-9223372036854775808".to_string());
            }
        }
        Ok(n.to_string())
    }

    fn special(&mut self, c: u8) -> Held {
        match c {
            b'@' => Held::Many(self.args.to_vec(), false),
            b'*' => Held::Many(self.args.to_vec(), true),
            b'#' => Held::One(self.args.len().to_string()),
            b'?' => Held::One(self.status.to_string()),
            b'-' => Held::One(self.flags()),
            b'$' => Held::One(self.pid.to_string()),
            b'!' => self.last_background.map_or(Held::Unset, |p| Held::One(p.to_string())),
            _ => Held::One(self.arg0.to_string()),
        }
    }

    /// `$-`
    pub(crate) fn flags(&self) -> String {
        let mut s = self.opts.letters();
        if self.interactive {
            let at = s.find(|c: char| c > 'i').unwrap_or(s.len());
            s.insert(at, 'i');
        }
        if self.bash() {
            if self.command_string.is_some() {
                s.push('c');
            }
        } else {
            s.retain(|c| !matches!(c, 'h' | 'B'));
        }
        if self.dialect == Dialect::Ash {
            let string = self.command_string.is_some();
            return ash_letters(&s, self.reads_stdin, string);
        }
        if self.reads_stdin {
            s.push('s');
        }
        s
    }

    /// `${!name}`: what the value names. `None` when there is nothing to expand.
    fn indirect(&mut self, p: &Param, subject: Subject) -> Res<Option<Subject>> {
        if let (ParamName::Var(name), None) = (&p.name, &p.subscript)
            && let Some(var) = self.vars.get(name)
            && var.attrs.has(Attrs::NAMEREF)
        {
            // Of a reference, `${!r}` is the name that it refers to.
            let target = match self.resolve(name) {
                Ok(p) if p.name != **name => match p.subscript {
                    Some(s) => format!("{}[{s}]", p.name),
                    None => p.name,
                },
                _ => var.text().unwrap_or("").to_string(),
            };
            return Ok(Some(Subject {
                held: Held::One(target),
                place: None,
                shown: name.to_string(),
            }));
        }
        let target = match subject.held {
            Held::One(t) => t,
            Held::Many(v, _) if v.len() == 1 => v[0].clone(),
            Held::Many(v, _) => v.join(" "),
            Held::Unset => {
                // An array that is there, without an element 0, names nothing.
                if let (ParamName::Var(n), None) = (&p.name, &p.subscript)
                    && let Some(var) = self.vars.get(n)
                    && !matches!(var.value, Value::Unset)
                    && !matches!(p.op, Op::Default { .. })
                {
                    return Ok(Some(Subject { held: Held::Unset, ..subject }));
                }
                if matches!(p.op, Op::Default { .. })
                    && !matches!(p.op, Op::Default { kind: b'?', .. })
                {
                    return Ok(Some(subject));
                }
                self.error(&format!(
                    "{}: invalid indirect expansion",
                    p.raw.trim_start_matches('!')
                ));
                return Err(Stop::Discard(1));
            }
        };
        let opts = ParseOptions { more: false, ..self.parse_options() };
        let text = format!("${{{target}}}");
        let parsed = Parser::new(text, self.line, opts).double_quoted();
        if let Ok(w) = parsed
            && let [crate::shell::syntax::ast::Part::Double(inner)] = w.parts.as_slice()
            && let [crate::shell::syntax::ast::Part::Param(t)] = inner.as_slice()
            && matches!(t.op, Op::None)
            && !t.indirect
        {
            let shown = format!("!{}", subject.shown);
            let found = self.subject(&t.name, t.subscript.as_ref(), None)?;
            return Ok(Some(Subject { shown, ..found }));
        }
        self.error(&format!("{target}: invalid variable name"));
        Err(Stop::Discard(1))
    }

    /// Reports an unset variable under `set -u`.
    pub(crate) fn unbound(&mut self, shown: &str) -> Stop {
        let name = shown.trim_start_matches('!');
        let named = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
        match self.dialect {
            Dialect::Bash if !named => self.error(&format!("${shown}: unbound variable")),
            Dialect::Bash => self.error(&format!("{shown}: unbound variable")),
            _ => self.error(&format!("{shown}: parameter not set")),
        }
        self.fatal_unset()
    }

    /// Whether the operand of `${x:-..}` is used: so that one that waits is run only then.
    pub(crate) fn default_needed(&mut self, p: &Param, given: Option<String>) -> Res<bool> {
        let Op::Default { kind, colon, .. } = &p.op else { return Ok(false) };
        let mut subject = self.subject(&p.name, p.subscript.as_ref(), given)?;
        if p.indirect {
            match self.indirect(p, subject)? {
                Some(s) => subject = s,
                None => return Ok(false),
            }
        }
        Ok(missing(&subject.held, *colon) != (*kind == b'+'))
    }
}

/// Whether a parameter counts as missing for `${x-..}` or, with `colon`, `${x:-..}`.
pub(super) fn missing(held: &Held, colon: bool) -> bool {
    match held {
        Held::Unset => true,
        Held::One(s) => colon && s.is_empty(),
        Held::Many(v, _) => {
            v.is_empty() || (colon && v.iter().all(String::is_empty) && v.len() < 2)
        }
    }
}
