//! Words to values: tilde, parameters, arithmetic, splitting, file names (bash manual, 3.5). All of
//! it is plain code that never waits; `wait` adds what has to wait for another process.

mod fields;
mod glob;
mod late;
mod ops;
mod param;
mod slice;
mod transform;
mod wait;

pub(crate) use fields::{Field, Fields, Ifs, Mode};
pub(crate) use glob::ignored_names;
pub(crate) use late::Late;

use std::rc::Rc;

use crate::shell::arith;
use crate::shell::brace::{self, Piece, TooMany};
use crate::shell::limits::TEXT;
use crate::shell::options::{Opt, Shopt};
use crate::shell::pattern::{self, Pattern};
use crate::shell::state::{Res, Shell, Stop};
use crate::shell::syntax::Parser;
use crate::shell::syntax::ast::{ArithText, Op, Param, ParamName, Part, Word};

/// How a piece of a word stands.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Context {
    /// Between double quotes.
    pub quoted: bool,
    /// In the operand of `${x:-..}`: literal text is split too.
    pub operand: bool,
}

impl Shell {
    /// The separators in force.
    pub(crate) fn ifs(&self) -> Ifs {
        Ifs::new(self.lookup("IFS").as_deref())
    }

    /// A gatherer for a word in this mode.
    pub(crate) fn fields(&self, mode: Mode, word_active: bool) -> Fields {
        let glob = mode == Mode::Fields && word_active && !self.on(Opt::NoGlob);
        Fields::new(mode, glob, self.ifs())
    }

    /// Expands a word to fields and appends them. The word holds nothing that waits.
    pub(crate) fn expand_into(&mut self, word: &Word, out: &mut Vec<String>) -> Res<()> {
        // Most words are one literal.
        if let Some(s) = word.literal()
            && !word.active
            && !word.brace
            && !word.tilde
        {
            out.push(s.to_string());
            return Ok(());
        }
        if word.brace
            && self.braces()
            && let Some(words) = self.brace_words(word)?
        {
            for pieces in words {
                let mut f = self.fields(Mode::Fields, true);
                self.pieces_into(&pieces, &mut f)?;
                self.finish_fields(f, out)?;
            }
            return Ok(());
        }
        let mut f = self.fields(Mode::Fields, word.active);
        self.parts_into(&word.parts, Context::default(), &mut f)?;
        self.finish_fields(f, out)
    }

    /// The words that a word with braces stands for. One with a range beyond memory stays as it is.
    pub(crate) fn brace_words<'a>(&mut self, word: &'a Word) -> Res<Option<Vec<Vec<Piece<'a>>>>> {
        match brace::expand(&word.parts) {
            Ok(words) => Ok(words),
            Err(TooMany(0)) => Err(self.out_of_memory(TEXT)),
            Err(TooMany(n)) => {
                let n = n as u32;
                self.error(&format!("brace expansion: failed to allocate memory for {n} elements"));
                Ok(None)
            }
        }
    }

    /// The one text that was gathered.
    pub(crate) fn whole(&mut self, f: Fields) -> Res<String> {
        match f.overflow() {
            Some(n) => Err(self.out_of_memory(n)),
            None => Ok(f.text()),
        }
    }

    /// Whether brace expansion is on.
    pub(crate) fn braces(&self) -> bool {
        self.bash() && self.on(Opt::BraceExpand)
    }

    pub(crate) fn pieces_into(&mut self, pieces: &[Piece<'_>], f: &mut Fields) -> Res<()> {
        for (i, p) in pieces.iter().enumerate() {
            match p {
                Piece::Text(s) => {
                    self.literal_into(s, i == 0, i + 1 == pieces.len(), Context::default(), f);
                }
                Piece::Part(p) => self.part_into(p, Context::default(), f)?,
                Piece::Name(n) => self.name_into(n, f)?,
            }
        }
        Ok(())
    }

    /// The value of a plain variable, split.
    pub(crate) fn name_into(&mut self, name: &str, f: &mut Fields) -> Res<()> {
        let param = Param {
            name: ParamName::Var(name.into()),
            subscript: None,
            indirect: false,
            op: Op::None,
            raw: name.into(),
        };
        self.param_into(&param, Context::default(), f, param::Given::default())
    }

    /// Turns gathered fields into words, file names put in place of patterns.
    pub(crate) fn finish_fields(&mut self, f: Fields, out: &mut Vec<String>) -> Res<()> {
        if let Some(n) = f.overflow() {
            return Err(self.out_of_memory(n));
        }
        for field in f.finish() {
            self.finish_field(field, out)?;
        }
        Ok(())
    }

    fn finish_field(&mut self, field: Field, out: &mut Vec<String>) -> Res<()> {
        let Some(p) = field.pattern else {
            out.push(field.text);
            return Ok(());
        };
        let extglob = self.bash() && self.shopt(Shopt::ExtGlob);
        if !pattern::has_magic(&p, extglob) {
            out.push(field.text);
            return Ok(());
        }
        let found = self.glob(&p);
        if !found.is_empty() {
            out.extend(found);
        } else if self.bash() && self.shopt(Shopt::FailGlob) {
            self.error(&format!("no match: {}", field.text));
            return Err(Stop::Discard(1));
        } else if !(self.bash() && self.shopt(Shopt::NullGlob)) {
            out.push(field.text);
        }
        Ok(())
    }

    /// Expands a word to one text, without splitting.
    pub(crate) fn expand_text(&mut self, word: &Word) -> Res<String> {
        if let Some(s) = word.literal()
            && !word.tilde
        {
            return Ok(s.to_string());
        }
        self.expand_mode(word, Mode::Text, false)
    }

    /// Expands the value of an assignment.
    pub(crate) fn expand_assigned(&mut self, word: &Word) -> Res<String> {
        if let Some(s) = word.literal()
            && !word.tilde
        {
            return Ok(s.to_string());
        }
        self.expand_mode(word, Mode::Text, true)
    }

    /// Expands a word in a mode that gives one text.
    pub(crate) fn expand_mode(&mut self, word: &Word, mode: Mode, assignment: bool) -> Res<String> {
        let mut f = self.fields(mode, false);
        f.assignment = assignment;
        self.parts_into(&word.parts, Context::default(), &mut f)?;
        self.whole(f)
    }

    /// Compiles a word as a pattern; one that has no expansions only once.
    pub(crate) fn expand_pattern(&mut self, word: &Word) -> Res<Rc<Pattern>> {
        if let Some(p) = word.pattern.get() {
            return Ok(p.clone());
        }
        let text = self.expand_mode(word, Mode::Pattern, false)?;
        let p = Rc::new(Pattern::new(&text, self.bash(), false));
        if word.is_static() && !word.tilde {
            // Another pattern can not have been put in meanwhile.
            let _ = word.pattern.set(p.clone());
        }
        Ok(p)
    }

    /// Expands parts in order.
    pub(crate) fn parts_into(&mut self, parts: &[Part], c: Context, f: &mut Fields) -> Res<()> {
        for (i, p) in parts.iter().enumerate() {
            match p {
                Part::Lit(s) if !c.quoted => {
                    self.literal_into(s, i == 0, i + 1 == parts.len(), c, f);
                }
                p => self.part_into(p, c, f)?,
            }
        }
        Ok(())
    }

    /// Unquoted literal text, its tilde prefixes replaced.
    pub(crate) fn literal_into(
        &mut self,
        s: &str,
        first: bool,
        last: bool,
        c: Context,
        f: &mut Fields,
    ) {
        let mut rest = s;
        let tilde_ok = f.mode != Mode::Replacement;
        if tilde_ok && rest.contains('~') {
            let mut at_start = first;
            // `name=~` in an argument is treated like an assignment (except in posix mode).
            let mut assignment = f.assignment;
            if !assignment
                && first
                && f.mode == Mode::Fields
                && self.bash()
                && !self.on(Opt::Posix)
                && let Some(eq) = rest.find('=')
                && crate::shell::syntax::is_name(&rest[..eq])
            {
                f.push(&rest[..=eq], false);
                rest = &rest[eq + 1..];
                at_start = true;
                assignment = true;
            }
            loop {
                if at_start && rest.starts_with('~') {
                    let stop = |ch: char| {
                        ch == '/' || (ch == ':' && self.bash()) || (assignment && ch == ':')
                    };
                    let n = rest.find(stop).unwrap_or(rest.len());
                    let whole = n < rest.len() || last;
                    if whole && let Some(home) = self.tilde(&rest[..n]) {
                        f.push(&home, true);
                        rest = &rest[n..];
                    }
                }
                let Some(colon) = rest.find(':').filter(|_| assignment) else { break };
                f.push(&rest[..=colon], false);
                rest = &rest[colon + 1..];
                at_start = true;
            }
        }
        if rest.is_empty() {
            return;
        }
        if c.operand {
            f.push_value(rest, false);
        } else {
            f.push(rest, false);
        }
    }

    /// The directory that `~`, `~user`, `~+`, `~-` stands for.
    pub(crate) fn tilde(&self, prefix: &str) -> Option<String> {
        match prefix {
            "~" => match self.var("HOME") {
                Some(h) => Some(h),
                None => self.p.user_by_id(self.p.cred().euid).map(|u| u.home),
            },
            "~+" if self.bash() => self.var("PWD"),
            "~-" if self.bash() => self.var("OLDPWD"),
            user => {
                let user = user.strip_prefix('~')?;
                let digits = user.strip_prefix(['+', '-']).unwrap_or(user);
                if self.bash() && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
                    return self.dir_stack_entry(user);
                }
                self.p.user_by_name(user).map(|u| u.home)
            }
        }
    }

    /// One part, which does not wait.
    pub(crate) fn part_into(&mut self, part: &Part, c: Context, f: &mut Fields) -> Res<()> {
        match part {
            Part::Lit(s) if c.operand && !c.quoted => f.push_value(s, false),
            Part::Lit(s) => f.push(s, c.quoted),
            Part::Quoted(s) => f.push(s, true),
            Part::Double(inner) => {
                if inner.is_empty() {
                    f.open();
                    f.push("", true);
                }
                self.parts_into(inner, Context { quoted: true, operand: false }, f)?;
            }
            Part::Param(p) => self.param_into(p, c, f, param::Given::default())?,
            Part::Arith(a) => {
                let n = self.arith(a)?;
                f.push_value(&n.to_string(), c.quoted);
            }
            Part::Command(_) | Part::Process(..) => {
                let value = self.late_answer(part)?;
                f.push_value(&value, c.quoted);
            }
        }
        Ok(())
    }

    /// Evaluates `$((..))`, `((..))` and the like; nothing in it waits.
    pub(crate) fn arith(&mut self, a: &ArithText) -> Res<i64> {
        let text = match a.word.parts.as_slice() {
            [] => return Ok(0),
            [Part::Lit(s)] => {
                // The same text every time: keep its tree.
                if let Some((_, e)) = a.cache.borrow().as_ref() {
                    let e = e.clone();
                    return arith::eval(&e, self).map_err(|e| self.arith_failed(s, &e));
                }
                s.to_string()
            }
            _ => self.expand_arith_text(&a.word)?,
        };
        self.arith_value(a, &text)
    }

    /// The text of an arithmetic expression, expanded as between double quotes.
    pub(crate) fn expand_arith_text(&mut self, word: &Word) -> Res<String> {
        let mut f = self.fields(Mode::Text, false);
        self.parts_into(&word.parts, Context { quoted: true, operand: false }, &mut f)?;
        self.whole(f)
    }

    /// The value of an arithmetic text that has been expanded.
    pub(crate) fn arith_value(&mut self, a: &ArithText, text: &str) -> Res<i64> {
        let cached =
            a.cache.borrow().as_ref().filter(|(t, _)| &**t == text).map(|(_, e)| e.clone());
        let e = match cached {
            Some(e) => e,
            None => {
                let e = Rc::new(arith::parse(text));
                *a.cache.borrow_mut() = Some((text.into(), e.clone()));
                e
            }
        };
        arith::eval(&e, self).map_err(|e| self.arith_failed(text, &e))
    }

    /// Expands the text of a subscript that was met while running (`unset 'a[$i]'`).
    pub(crate) fn expand_subscript(&mut self, name: &str, text: &str) -> Res<String> {
        let _ = name;
        if !text.contains(['$', '`', '\\', '"', '\'']) {
            return Ok(text.to_string());
        }
        let opts = self.parse_options();
        match Parser::new(text, self.line, opts).loose_word() {
            Ok(w) => self.expand_mode(&w, Mode::Text, false),
            Err(_) => {
                self.error(&format!("{text}: bad array subscript"));
                Err(Stop::Discard(1))
            }
        }
    }
}
