//! bc's expressions, compiled.

use super::lex::{Token, WORDS};
use super::parse::{Op, Parser, Place, Wrong};

impl Parser {
    /// An expression as a statement: its value is printed unless it is an assignment.
    pub(super) fn value(&mut self) -> Result<(), Wrong> {
        let assigns = self.expression()?;
        self.code.push(if assigns { Op::Pop } else { Op::Print });
        Ok(())
    }

    /// Gives whether it is an assignment.
    pub(super) fn expression(&mut self) -> Result<bool, Wrong> {
        self.deeper()?;
        let assigns = self.binary(0)?;
        self.depth -= 1;
        Ok(assigns)
    }

    fn binary(&mut self, level: usize) -> Result<bool, Wrong> {
        const LEVELS: &[&[&str]] = &[&["||"], &["&&"]];
        if level < LEVELS.len() {
            let mut assigns = self.binary(level + 1)?;
            while let Some(sign) = LEVELS[level].iter().find(|s| self.peek() == &Token::Sign(s)) {
                self.at += 1;
                assigns = false;
                // The right side is not looked at where the left decides.
                if *sign == "||" {
                    self.code.push(Op::Not);
                }
                let first = self.hole();
                self.binary(level + 1)?;
                if *sign == "||" {
                    self.code.push(Op::Not);
                }
                let second = self.hole();
                let (passed, failed) = if *sign == "||" { (0, 1) } else { (1, 0) };
                self.code.push(Op::Small(passed));
                let end = self.code.len();
                self.code.push(Op::Jump(end + 2));
                self.code.push(Op::Small(failed));
                self.code[first] = Op::Zero(end + 1);
                self.code[second] = Op::Zero(end + 1);
            }
            return Ok(assigns);
        }
        if self.take("!") {
            self.deeper()?;
            self.binary(level)?;
            self.depth -= 1;
            self.code.push(Op::Not);
            return Ok(false);
        }
        let mut assigns = self.sum(0)?;
        loop {
            let Token::Sign(sign @ ("==" | "!=" | "<" | "<=" | ">" | ">=")) = *self.peek() else {
                return Ok(assigns);
            };
            self.at += 1;
            assigns = false;
            self.sum(0)?;
            self.code.push(Op::Compare(sign));
        }
    }

    fn sum(&mut self, level: usize) -> Result<bool, Wrong> {
        const LEVELS: &[&[&str]] = &[&["+", "-"], &["*", "/", "%"]];
        if level == LEVELS.len() {
            return self.power();
        }
        let mut assigns = self.sum(level + 1)?;
        while let Some(sign) = LEVELS[level].iter().find(|s| self.peek() == &Token::Sign(s)) {
            self.at += 1;
            assigns = false;
            self.sum(level + 1)?;
            self.code.push(Op::Binary(sign.chars().next().unwrap_or('+')));
        }
        Ok(assigns)
    }

    fn power(&mut self) -> Result<bool, Wrong> {
        let assigns = self.unary()?;
        if !self.take("^") {
            return Ok(assigns);
        }
        self.deeper()?;
        self.power()?;
        self.depth -= 1;
        self.code.push(Op::Binary('^'));
        Ok(false)
    }

    fn unary(&mut self) -> Result<bool, Wrong> {
        if self.take("-") {
            self.deeper()?;
            self.unary()?;
            self.depth -= 1;
            self.code.push(Op::Negate);
            return Ok(false);
        }
        for (sign, n) in [("++", 1), ("--", -1)] {
            if self.take(sign) {
                let Some(place) = self.place()? else { return Err(self.wrong()) };
                self.code.push(Op::Step(place, n, false));
                return Ok(false);
            }
        }
        self.primary()
    }

    /// A place, with its index on the stack.
    fn place(&mut self) -> Result<Option<Place>, Wrong> {
        let Token::Name(word) = self.peek().clone() else { return Ok(None) };
        let next = self.tokens.get(self.at + 1);
        let place = match word.as_str() {
            "ibase" => Place::Ibase,
            "obase" => Place::Obase,
            "last" => Place::Last,
            "scale" if next != Some(&Token::Sign("(")) => Place::Scale,
            w if WORDS.contains(&w) || next == Some(&Token::Sign("(")) => return Ok(None),
            _ if next == Some(&Token::Sign("[")) => {
                self.at += 2;
                self.expression()?;
                self.need("]")?;
                return Ok(Some(Place::Array(word)));
            }
            _ => Place::Var(word),
        };
        self.at += 1;
        Ok(Some(place))
    }

    fn primary(&mut self) -> Result<bool, Wrong> {
        if let Token::Number(text) = self.peek() {
            self.code.push(Op::Number(text.clone()));
            self.at += 1;
            return Ok(false);
        }
        if self.take("(") {
            self.expression()?;
            self.need(")")?;
            return Ok(false);
        }
        let Some(place) = self.place()? else { return self.call() };
        for (sign, n) in [("++", 1), ("--", -1)] {
            if self.take(sign) {
                self.code.push(Op::Step(place, n, true));
                return Ok(false);
            }
        }
        let Token::Sign(sign) = *self.peek() else {
            self.code.push(Op::Load(place));
            return Ok(false);
        };
        match sign {
            "=" => {
                self.at += 1;
                self.expression()?;
            }
            "+=" | "-=" | "*=" | "/=" | "%=" | "^=" => {
                self.at += 1;
                if matches!(place, Place::Array(_)) {
                    self.code.push(Op::Again);
                }
                self.code.push(Op::Load(place.clone()));
                self.expression()?;
                self.code.push(Op::Binary(sign.chars().next().unwrap_or('+')));
            }
            _ => {
                self.code.push(Op::Load(place));
                return Ok(false);
            }
        }
        self.code.push(Op::Store(place));
        Ok(true)
    }

    fn call(&mut self) -> Result<bool, Wrong> {
        let Token::Name(word) = self.peek().clone() else { return Err(self.wrong()) };
        let known = matches!(word.as_str(), "sqrt" | "length" | "scale");
        if WORDS.contains(&word.as_str()) && !known {
            return Err(Wrong::Syntax);
        }
        self.at += 1;
        self.need("(")?;
        let mut n = 0;
        while !self.take(")") {
            self.expression()?;
            n += 1;
            if !self.take(",") && self.peek() != &Token::Sign(")") {
                return Err(self.wrong());
            }
        }
        if known && n != 1 {
            return Err(Wrong::Syntax);
        }
        self.code.push(if known { Op::Known(word) } else { Op::Call(word, n) });
        Ok(false)
    }
}
