//! bc's language, compiled line by line into steps for a machine with a stack.

use super::lex::{Token, escaped, tokens};

/// Depth of brackets and blocks that is followed.
const DEEPEST: usize = 200;

/// Where a value is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Var(String),
    /// The index is on the stack.
    Array(String),
    Ibase,
    Obase,
    Scale,
    Last,
}

/// A step.
#[derive(Clone, Debug)]
pub(super) enum Op {
    Number(String),
    Small(i64),
    Load(Place),
    Store(Place),
    /// Doubles the index for an assignment such as `a[i] += 1`.
    Again,
    /// Adds to what is kept; leaves the value from before if it is a postfix.
    Step(Place, i64, bool),
    Binary(char),
    Compare(&'static str),
    Negate,
    Not,
    Zero(usize),
    Jump(usize),
    Print,
    Write,
    Text(String),
    Pop,
    Call(String, usize),
    Known(String),
    Return,
    Halt,
}

impl Op {
    /// Bytes that the step has in GNU's machine, whose addresses its messages name.
    pub fn size(&self) -> usize {
        match self {
            Op::Number(n) if n == "0" || n == "1" => 1,
            Op::Number(n) => n.len() + 2,
            Op::Load(_) | Op::Store(_) | Op::Step(..) | Op::Known(_) => 2,
            Op::Zero(_) | Op::Jump(_) | Op::Call(..) => 3,
            Op::Text(text) => text.len() + 2,
            _ => 1,
        }
    }
}

/// A function.
#[derive(Clone, Debug, Default)]
pub(super) struct Function {
    pub params: Vec<String>,
    pub autos: Vec<String>,
    pub code: Vec<Op>,
}

/// What became of parsing.
pub(super) enum Wrong {
    /// More lines are needed.
    More,
    Syntax,
    /// The line ends too early: it is the next that is named.
    Late,
    Said(&'static str),
}

/// What a piece of text means: functions it defines, and what is to be done.
#[derive(Default)]
pub(super) struct Program {
    pub code: Vec<Op>,
    pub functions: Vec<(String, Function)>,
    /// `quit` was read.
    pub quit: bool,
}

pub(super) struct Parser {
    pub(super) tokens: Vec<Token>,
    pub(super) at: usize,
    pub(super) code: Vec<Op>,
    /// Jumps of `break` and `continue` that wait for their goals.
    loops: Vec<(Vec<usize>, Vec<usize>)>,
    pub(super) depth: usize,
    in_function: bool,
    quit: bool,
}

/// Compiles whole lines.
pub(super) fn parse(text: &str) -> Result<Program, Wrong> {
    let mut p = Parser {
        tokens: tokens(text)?,
        at: 0,
        code: Vec::new(),
        loops: Vec::new(),
        depth: 0,
        in_function: false,
        quit: false,
    };
    let mut out = Program::default();
    loop {
        while p.take(";") || p.line() {}
        if p.peek() == &Token::End {
            break;
        }
        if p.word("define") {
            out.functions.push(p.define()?);
        } else {
            p.statement()?;
            if !matches!(p.peek(), Token::Line | Token::End | Token::Sign(";")) {
                return Err(Wrong::Syntax);
            }
        }
        if p.quit {
            break;
        }
    }
    out.code = p.code;
    out.quit = p.quit;
    Ok(out)
}

impl Parser {
    pub(super) fn peek(&self) -> &Token {
        self.tokens.get(self.at).unwrap_or(&Token::End)
    }

    pub(super) fn take(&mut self, sign: &'static str) -> bool {
        let found = self.peek() == &Token::Sign(sign);
        self.at += usize::from(found);
        found
    }

    pub(super) fn line(&mut self) -> bool {
        let found = self.peek() == &Token::Line;
        self.at += usize::from(found);
        found
    }

    pub(super) fn word(&mut self, word: &str) -> bool {
        let found = matches!(self.peek(), Token::Name(n) if n == word);
        self.at += usize::from(found);
        found
    }

    /// What is missing may come on a line that was not read yet.
    pub(super) fn wrong(&self) -> Wrong {
        match self.peek() {
            Token::End if self.depth > 0 => Wrong::More,
            Token::Line => Wrong::Late,
            _ => Wrong::Syntax,
        }
    }

    pub(super) fn need(&mut self, sign: &'static str) -> Result<(), Wrong> {
        if self.take(sign) { Ok(()) } else { Err(self.wrong()) }
    }

    fn name(&mut self) -> Result<String, Wrong> {
        match self.peek() {
            Token::Name(n) if !super::lex::WORDS.contains(&n.as_str()) => {
                let n = n.clone();
                self.at += 1;
                Ok(n)
            }
            _ => Err(self.wrong()),
        }
    }

    fn define(&mut self) -> Result<(String, Function), Wrong> {
        let mut f = Function::default();
        let name = self.name()?;
        self.need("(")?;
        while !self.take(")") {
            f.params.push(self.name()?);
            if self.peek() == &Token::Sign("[") {
                return Err(Wrong::Said(
                    "arrays as parameters are not built into this simulation's bc",
                ));
            }
            if !self.take(",") && self.peek() != &Token::Sign(")") {
                return Err(self.wrong());
            }
        }
        self.depth += 1;
        while self.line() {}
        self.need("{")?;
        while self.line() || self.take(";") {}
        if self.word("auto") {
            loop {
                f.autos.push(self.name()?);
                if self.take("[") {
                    self.need("]")?;
                }
                if !self.take(",") {
                    break;
                }
            }
        }
        let outer = std::mem::take(&mut self.code);
        self.in_function = true;
        let done = self.block();
        self.in_function = false;
        f.code = std::mem::replace(&mut self.code, outer);
        done?;
        self.depth -= 1;
        f.code.extend([Op::Small(0), Op::Return]);
        Ok((name, f))
    }

    /// Statements up to a closing brace.
    fn block(&mut self) -> Result<(), Wrong> {
        loop {
            while self.line() || self.take(";") {}
            if self.take("}") {
                return Ok(());
            }
            self.statement()?;
            if !matches!(self.peek(), Token::Line | Token::Sign(";" | "}")) {
                return Err(self.wrong());
            }
        }
    }

    pub(super) fn deeper(&mut self) -> Result<(), Wrong> {
        self.depth += 1;
        if self.depth > DEEPEST { Err(Wrong::Said("too deep")) } else { Ok(()) }
    }

    fn statement(&mut self) -> Result<(), Wrong> {
        self.deeper()?;
        let done = self.one();
        if done.is_ok() {
            self.depth -= 1;
        }
        done
    }

    fn body(&mut self) -> Result<(), Wrong> {
        while self.line() {}
        self.statement()
    }

    fn one(&mut self) -> Result<(), Wrong> {
        if self.take("{") {
            return self.block();
        }
        if let Token::Text(text) = self.peek() {
            self.code.push(Op::Text(text.clone()));
            self.at += 1;
            return Ok(());
        }
        let Token::Name(word) = self.peek().clone() else { return self.value() };
        let start = self.at;
        self.at += 1;
        match word.as_str() {
            "if" => {
                self.need("(")?;
                self.expression()?;
                self.need(")")?;
                let skip = self.hole();
                self.body()?;
                let before = self.at;
                while self.line() {}
                if self.word("else") {
                    let over = self.code.len();
                    self.code.push(Op::Jump(0));
                    self.code[skip] = Op::Zero(self.code.len());
                    self.body()?;
                    self.code[over] = Op::Jump(self.code.len());
                } else {
                    self.at = before;
                    self.code[skip] = Op::Zero(self.code.len());
                }
            }
            "while" => {
                let top = self.code.len();
                self.need("(")?;
                self.expression()?;
                self.need(")")?;
                let out = self.hole();
                self.round(top)?;
                self.code[out] = Op::Zero(self.code.len());
            }
            "for" => self.for_loop()?,
            "break" | "continue" => {
                let at = self.code.len();
                self.code.push(Op::Jump(0));
                let Some((breaks, continues)) = self.loops.last_mut() else {
                    return Err(Wrong::Syntax);
                };
                if word == "break" { breaks.push(at) } else { continues.push(at) }
            }
            "print" => loop {
                if let Token::Text(text) = self.peek() {
                    self.code.push(Op::Text(escaped(text)));
                    self.at += 1;
                } else {
                    self.expression()?;
                    self.code.push(Op::Write);
                }
                if !self.take(",") {
                    break;
                }
            },
            "return" if self.in_function => {
                if matches!(self.peek(), Token::Line | Token::Sign(";" | "}")) {
                    self.code.push(Op::Small(0));
                } else {
                    self.expression()?;
                }
                self.code.push(Op::Return);
            }
            "quit" => self.quit = true,
            "halt" => self.code.push(Op::Halt),
            "limits" | "read" => {
                return Err(Wrong::Said(
                    "limits and read() are not built into this simulation's bc",
                ));
            }
            "auto" | "else" | "define" | "return" => return Err(Wrong::Syntax),
            _ => {
                self.at = start;
                return self.value();
            }
        }
        Ok(())
    }

    fn for_loop(&mut self) -> Result<(), Wrong> {
        self.need("(")?;
        if self.peek() != &Token::Sign(";") {
            self.expression()?;
            self.code.push(Op::Pop);
        }
        self.need(";")?;
        let top = self.code.len();
        if self.peek() == &Token::Sign(";") {
            self.code.push(Op::Small(1));
        } else {
            self.expression()?;
        }
        self.need(";")?;
        let out = self.hole();
        let over = self.code.len();
        self.code.push(Op::Jump(0));
        let again = self.code.len();
        if self.peek() != &Token::Sign(")") {
            self.expression()?;
            self.code.push(Op::Pop);
        }
        self.code.push(Op::Jump(top));
        self.need(")")?;
        self.code[over] = Op::Jump(self.code.len());
        self.round(again)?;
        self.code[out] = Op::Zero(self.code.len());
        Ok(())
    }

    /// A loop's body, and the way back to `top`.
    fn round(&mut self, top: usize) -> Result<(), Wrong> {
        self.loops.push((Vec::new(), Vec::new()));
        self.body()?;
        self.code.push(Op::Jump(top));
        let (breaks, continues) = self.loops.pop().unwrap_or_default();
        for at in breaks {
            self.code[at] = Op::Jump(self.code.len());
        }
        for at in continues {
            self.code[at] = Op::Jump(top);
        }
        Ok(())
    }

    pub(super) fn hole(&mut self) -> usize {
        self.code.push(Op::Zero(0));
        self.code.len() - 1
    }
}
