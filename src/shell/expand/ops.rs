//! The operators of `${..}` on values: defaults, trimming, replacing, changing case.

use super::param::{Given, Held, Subject, missing};
use super::{Context, Fields, Mode};
use crate::shell::Dialect;
use crate::shell::options::{Opt, Shopt};
use crate::shell::pattern::Pattern;
use crate::shell::state::{Res, Shell, Stop};
use crate::shell::syntax::ast::{Op, Param, ParamName, Replace, Word};

impl Shell {
    pub(super) fn apply(
        &mut self,
        p: &Param,
        subject: Subject,
        c: Context,
        f: &mut Fields,
        given: Given,
    ) -> Res<()> {
        if let Op::Default { kind, colon, word } = &p.op {
            return self.apply_default(p, *kind, *colon, word, subject, c, f, given);
        }
        let unset = subject.held == Held::Unset;
        if unset && self.on(Opt::NoUnset) && !matches!(p.op, Op::Transform(b'a' | b'A')) {
            return Err(self.unbound(&subject.shown));
        }
        if let (Op::Length, ParamName::Var(n), Held::Many(v, _)) = (&p.op, &p.name, &subject.held)
            && v.is_empty()
            && self.on(Opt::NoUnset)
            && self.vars.get(n).is_none()
        {
            return Err(self.unbound(n));
        }
        let extglob = self.bash() && self.shopt(Shopt::ExtGlob);
        let held = match &p.op {
            Op::Length => {
                let n = match &subject.held {
                    Held::Unset => 0,
                    // ash and dash count bytes.
                    Held::One(s) if !self.bash() => crate::vfs::text::encode(s).len(),
                    Held::One(s) => s.chars().count(),
                    Held::Many(v, _) => v.len(),
                };
                Held::One(n.to_string())
            }
            Op::Trim { prefix, longest, pattern } => {
                let pattern = match given.first {
                    Some(t) => std::rc::Rc::new(Pattern::new(&t, extglob, false)),
                    // Extended patterns count only where they are on.
                    None if !extglob && pattern.raw.contains(['(', '$', '`']) => {
                        let text = self.expand_mode(pattern, Mode::Pattern, false)?;
                        std::rc::Rc::new(Pattern::new(&text, false, false))
                    }
                    None => self.expand_pattern(pattern)?,
                };
                each(subject.held, |s| trim(&s, &pattern, *prefix, *longest))
            }
            Op::Replace { how, pattern, with } => {
                let nocase = self.bash() && self.shopt(Shopt::NoCaseMatch);
                let text = match given.first {
                    Some(t) => t,
                    None => self.expand_mode(pattern, Mode::Pattern, false)?,
                };
                let with = match (given.second, with) {
                    (Some(t), _) => t,
                    (None, Some(w)) => self.expand_mode(w, self.replacement_mode(), false)?,
                    (None, None) => String::new(),
                };
                let ampersand = self.replacement_mode() == Mode::Replacement;
                // An empty pattern matches nothing.
                if text.is_empty() && matches!(how, Replace::First | Replace::All) {
                    subject.held
                } else {
                    let pattern = Pattern::new(&text, extglob, nocase);
                    each(subject.held, |s| replace(&s, &pattern, *how, &with, ampersand))
                }
            }
            Op::Case { kind, all, pattern } => {
                let text = match given.first {
                    Some(t) => t,
                    None => self.expand_mode(pattern, Mode::Pattern, false)?,
                };
                let pattern = (!text.is_empty()).then(|| Pattern::new(&text, true, false));
                each(subject.held, |s| change_case(&s, *kind, *all, pattern.as_ref()))
            }
            Op::Slice { offset, length } => {
                self.slice(p, subject, offset, length.as_ref(), given)?
            }
            Op::Transform(k) => self.transform(p, *k, subject)?,
            _ => subject.held,
        };
        push(held, c, f);
        Ok(())
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one expansion")]
    fn apply_default(
        &mut self,
        p: &Param,
        kind: u8,
        colon: bool,
        word: &Word,
        subject: Subject,
        c: Context,
        f: &mut Fields,
        given: Given,
    ) -> Res<()> {
        // Of `${!ref}` with `a[@]`, one empty element is not nothing.
        let colon =
            colon && !(p.indirect && matches!(&subject.held, Held::Many(v, _) if v.len() == 1));
        let missing = missing(&subject.held, colon);
        match kind {
            b'+' if missing => {
                if c.quoted && !matches!(subject.held, Held::Many(..)) {
                    f.push("", true);
                }
            }
            b'+' => return self.operand_into(word, c, f),
            _ if !missing => {
                push(subject.held, c, f);
                return Ok(());
            }
            b'-' => return self.operand_into(word, c, f),
            b'=' => {
                let text = match given.first {
                    Some(t) => t,
                    None => self.operand_text(word, c)?,
                };
                let Some(place) = subject.place else {
                    self.error(&match self.dialect {
                        Dialect::Bash => format!("${}: cannot assign in this way", subject.shown),
                        _ => format!("{}: bad variable name", subject.shown),
                    });
                    return Err(self.fatal_error());
                };
                self.assign(&place.name, place.subscript.as_deref(), &text, false)?;
                let value = self.place_text(&place).map_or(text, |v| v.into_owned());
                f.push_value(&value, c.quoted);
            }
            _ => {
                let text = match given.first {
                    Some(t) => t,
                    None => self.operand_text(word, c)?,
                };
                let text = if !text.is_empty() || !word.raw.is_empty() {
                    text
                } else {
                    match (self.dialect, colon) {
                        (Dialect::Bash, true) => "parameter null or not set",
                        (_, true) => "parameter not set or null",
                        (_, false) => "parameter not set",
                    }
                    .to_string()
                };
                let name = match &p.name {
                    ParamName::Var(_) if p.subscript.is_some() => subject.shown,
                    _ => subject.shown,
                };
                self.error(&format!("{name}: {text}"));
                return Err(self.fatal_unset());
            }
        }
        Ok(())
    }

    /// How the replacement of `${x/p/r}` is read: whether `&` in it means the match.
    pub(super) fn replacement_mode(&self) -> Mode {
        if self.bash() && self.shopt(Shopt::PatsubReplacement) {
            Mode::Replacement
        } else {
            Mode::Text
        }
    }

    /// The operand of `-` or `+`, in the place of the expansion.
    fn operand_into(&mut self, word: &Word, c: Context, f: &mut Fields) -> Res<()> {
        if c.quoted {
            f.push("", true);
        }
        self.parts_into(&word.parts, Context { operand: true, ..c }, f)
    }

    /// The operand of `=` or `?` as one text.
    fn operand_text(&mut self, word: &Word, c: Context) -> Res<String> {
        let mut f = self.fields(Mode::Text, false);
        self.parts_into(&word.parts, Context { operand: true, ..c }, &mut f)?;
        self.whole(f)
    }
}

/// Hands a value to the gatherer.
pub(super) fn push(held: Held, c: Context, f: &mut Fields) {
    match held {
        Held::Unset => {
            if c.quoted {
                f.push("", true);
            }
        }
        Held::One(s) => f.push_value(&s, c.quoted),
        Held::Many(v, star) => f.push_list(&v, star, c.quoted),
    }
}

/// Does something with every value.
pub(super) fn each(held: Held, mut change: impl FnMut(String) -> String) -> Held {
    match held {
        Held::Unset => Held::Unset,
        Held::One(s) => Held::One(change(s)),
        Held::Many(v, star) => Held::Many(v.into_iter().map(change).collect(), star),
    }
}

fn trim(s: &str, p: &Pattern, prefix: bool, longest: bool) -> String {
    if prefix {
        p.prefix(s, longest).map_or(s, |n| &s[n..]).to_string()
    } else {
        p.suffix(s, longest).map_or(s, |n| &s[..n]).to_string()
    }
}

/// The replacement for one match: `&` is the match, a backslash quotes.
fn replacement(with: &str, matched: &str, ampersand: bool, out: &mut String) {
    if !ampersand || !with.contains(['&', '\\']) {
        out.push_str(with);
        return;
    }
    let mut chars = with.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('\\', Some(&n @ ('&' | '\\'))) => {
                out.push(n);
                chars.next();
            }
            ('&', _) => out.push_str(matched),
            (c, _) => out.push(c),
        }
    }
}

fn replace(s: &str, p: &Pattern, how: Replace, with: &str, ampersand: bool) -> String {
    let mut out = String::with_capacity(s.len());
    match how {
        Replace::Prefix => match p.prefix(s, true) {
            Some(n) => {
                replacement(with, &s[..n], ampersand, &mut out);
                out.push_str(&s[n..]);
            }
            None => out.push_str(s),
        },
        Replace::Suffix => match p.suffix(s, true) {
            Some(n) => {
                out.push_str(&s[..n]);
                replacement(with, &s[n..], ampersand, &mut out);
            }
            None => out.push_str(s),
        },
        Replace::First | Replace::All => {
            let mut at = 0;
            while let Some((from, to)) = p.find(s, at) {
                if from == to && !s.is_empty() {
                    // An empty match is stepped over.
                    match s[from..].chars().next() {
                        Some(c) => {
                            out.push_str(&s[at..from + c.len_utf8()]);
                            at = from + c.len_utf8();
                            continue;
                        }
                        None => break,
                    }
                }
                out.push_str(&s[at..from]);
                replacement(with, &s[from..to], ampersand, &mut out);
                at = to;
                if how == Replace::First || to == s.len() {
                    break;
                }
            }
            out.push_str(&s[at..]);
        }
    }
    out
}

fn change_case(s: &str, kind: u8, all: bool, pattern: Option<&Pattern>) -> String {
    let mut out = String::with_capacity(s.len());
    for (i, c) in s.char_indices() {
        let hit = (all || i == 0) && pattern.is_none_or(|p| p.matches(c.encode_utf8(&mut [0; 4])));
        if !hit {
            out.push(c);
            continue;
        }
        let up = match kind {
            b'^' => true,
            b',' => false,
            _ => c.is_lowercase(),
        };
        if up {
            out.extend(c.to_uppercase());
        } else {
            out.extend(c.to_lowercase());
        }
    }
    out
}

impl Shell {
    /// A failure of an expansion that gives up the command line.
    pub(super) fn expansion_error<T>(&mut self, message: &str) -> Res<T> {
        self.error(message);
        Err(match self.dialect {
            Dialect::Bash => Stop::Discard(1),
            _ => self.fatal_error(),
        })
    }
}
