//! Variables as arithmetic sees them, and what becomes of its errors.

use std::borrow::Cow;

use super::{Attrs, Place, Value, Var};
use crate::shell::Dialect;
use crate::shell::arith::{self, ArithError, Target};
use crate::shell::options::Opt;
use crate::shell::state::{Res, Shell, Stop};

impl Shell {
    /// Evaluates an arithmetic text that has been expanded.
    pub(crate) fn eval_text(&mut self, text: &str) -> Result<i64, ArithError> {
        if let Ok(n) = text.parse::<i64>()
            && !text.starts_with(['0', '+', '-'])
        {
            return Ok(n);
        }
        arith::eval(&arith::parse(text), self)
    }

    /// An index: messages about it do not name the builtin that has it for an operand.
    pub(crate) fn eval_index(&mut self, text: &str) -> Res<i64> {
        let outer = self.command_name.take();
        let r = self.eval_or_report(text);
        self.command_name = outer;
        r.map_err(|stop| self.give_up_text(stop))
    }

    /// The same, with the error reported.
    pub(crate) fn eval_or_report(&mut self, text: &str) -> Res<i64> {
        self.eval_text(text).map_err(|e| self.arith_failed(text, &e))
    }

    /// What is wrong in a value or an index gives up all of a `-c` text, not only its line.
    pub(crate) fn give_up_text(&self, stop: Stop) -> Stop {
        match stop {
            Stop::Discard(s)
                if self.bash() && self.command_string.is_some() && !self.interactive =>
            {
                Stop::Exit(s)
            }
            stop => stop,
        }
    }

    /// An arithmetic error in ash's words.
    pub(crate) fn arith_words(&self, e: &ArithError) -> String {
        match e {
            ArithError::DivideByZero(_) => "divide by zero".to_string(),
            ArithError::Variable(m) | ArithError::Fatal(m) => m.clone(),
            _ => "arithmetic syntax error".to_string(),
        }
    }

    /// Reports an arithmetic error, and says what becomes of the shell.
    pub(crate) fn arith_failed(&mut self, text: &str, e: &ArithError) -> Stop {
        if *e == ArithError::Late {
            return Stop::Late;
        }
        if matches!(e, ArithError::Variable(said) if said.is_empty()) {
            return self.fatal_error();
        }
        let command = self.command_name.clone().map_or(String::new(), |n| format!("{n}: "));
        match self.dialect {
            Dialect::Bash => {
                let text = e.text(text);
                match e {
                    ArithError::Variable(_) | ArithError::Fatal(_) => self.error(&text),
                    _ => self.error(&format!("{command}{text}")),
                }
            }
            Dialect::Ash => {
                let m = self.arith_words(e);
                self.error(&m);
            }
            Dialect::Dash => match e {
                ArithError::DivideByZero(_) => {
                    self.error(&format!("arithmetic expression: division by zero: \"{text}\""));
                }
                ArithError::Variable(m) | ArithError::Fatal(m) => self.error(&m.clone()),
                ArithError::Syntax { what: "in expression", .. } => {
                    self.error(&format!("arithmetic expression: expecting EOF: \"{text}\""));
                }
                _ => self.error(&format!("arithmetic expression: expecting primary: \"{text}\"")),
            },
        }
        match e {
            ArithError::Fatal(_) => self.fatal_unset(),
            _ => self.fatal_error(),
        }
    }
}

impl arith::Vars for Shell {
    fn number(&mut self, name: &str) -> Option<i64> {
        match self.vars.get(name) {
            Some(Var { value: Value::Scalar(s), dynamic: None, attrs, .. })
                if !attrs.has(Attrs::NAMEREF) =>
            {
                match s.as_bytes() {
                    [b'0'] => Some(0),
                    [b'1'..=b'9', ..] | [b'-', b'1'..=b'9', ..] => s.parse().ok(),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn text(&mut self, t: &Target) -> Result<Option<String>, ArithError> {
        if &*t.name == "RANDOM" {
            self.next_random();
        }
        let place = self.arith_place(t)?;
        let text = self.place_text(&place).map(Cow::into_owned);
        // An array that is there has all elements, as far as `set -u` goes.
        let array = t.subscript.is_some()
            && self.vars.get(&place.name).is_some_and(|v| v.is_array() || v.is_assoc());
        if text.is_none() && self.on(Opt::NoUnset) && !array {
            let what = match self.dialect {
                Dialect::Bash => "unbound variable",
                _ => "parameter not set",
            };
            let name = match &t.subscript {
                Some(s) => format!("{}[{s}]", t.name),
                None => t.name.to_string(),
            };
            return Err(ArithError::Fatal(format!("{name}: {what}")));
        }
        Ok(text)
    }

    fn store(&mut self, t: &Target, value: i64) -> Result<(), ArithError> {
        let silent = |stop| match stop {
            Stop::Late => ArithError::Late,
            _ => ArithError::Variable(String::new()),
        };
        if t.subscript.is_none() {
            return self.assign(&t.name, None, &value.to_string(), false).map_err(silent);
        }
        let place = self.arith_place(t)?;
        self.assign(&place.name, place.subscript.as_deref(), &value.to_string(), false)
            .map_err(silent)
    }
}

impl Shell {
    fn arith_place(&mut self, t: &Target) -> Result<Place, ArithError> {
        let base = self.resolve(&t.name).map_err(|()| {
            ArithError::Variable(format!("warning: {}: circular name reference", t.name))
        })?;
        let Some(sub) = &t.subscript else { return Ok(base) };
        let assoc = self.vars.get(&base.name).is_some_and(Var::is_assoc);
        let expanded = self.expand_subscript(&base.name, sub).map_err(|stop| match stop {
            Stop::Late => ArithError::Late,
            _ => ArithError::Variable(String::new()),
        })?;
        let text = if assoc { expanded } else { self.eval_text(&expanded)?.to_string() };
        Ok(Place { name: base.name, subscript: Some(text) })
    }
}
