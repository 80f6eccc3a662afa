//! Reads find's expression into a flat program: tests and actions with jumps between them, so that
//! trying it takes no recursion.

mod primary;
mod regextype;

use crate::coreutils::Cx;
use crate::coreutils::regex::Flavor;

use super::act::Action;
use super::test::{Number, Test, Which};

/// Parentheses within parentheses that are read.
const DEEPEST: usize = 200;

/// A step of the program.
pub enum Op {
    Test(Test),
    Act(Action),
    Not,
    /// Jumps when the last result is false.
    SkipIfFalse(usize),
    /// Jumps when it is true.
    SkipIfTrue(usize),
    /// Forgets the last result: the comma.
    Nothing,
}

/// The expression with its global options.
#[derive(Default)]
pub struct Program {
    pub ops: Vec<Op>,
    pub min_depth: usize,
    pub max_depth: usize,
    pub depth: bool,
    pub one_fs: bool,
    pub follow: bool,
    pub day_start: bool,
    /// Where the starting points are listed.
    pub from: Option<String>,
}

/// What is wrong with the expression.
pub struct Problem {
    pub text: String,
    /// Whether BusyBox shows its usage too.
    pub usage: bool,
}

fn problem<T>(text: impl Into<String>) -> Result<T, Problem> {
    Err(Problem { text: text.into(), usage: false })
}

struct Parser<'a> {
    cx: &'a Cx,
    words: &'a [String],
    at: usize,
    prog: Program,
    /// An action was given, so that files are not printed by themselves.
    acts: bool,
    flavor: Option<Flavor>,
    nested: usize,
    /// The test that was read last, if it takes a pattern.
    patterned: Option<&'a str>,
    prunes: bool,
    deletes: bool,
    depth_asked: bool,
}

/// Reads an expression.
pub fn parse(cx: &Cx, words: &[String]) -> Result<Program, Problem> {
    let prog = Program { max_depth: usize::MAX, ..Program::default() };
    let mut p = Parser {
        cx,
        words,
        at: 0,
        prog,
        acts: false,
        flavor: None,
        nested: 0,
        patterned: None,
        prunes: false,
        deletes: false,
        depth_asked: false,
    };
    if !words.is_empty() {
        p.list()?;
        if p.peek() == Some(")") {
            return problem(if cx.busybox() { "unpaired ')'" } else { "you have too many ')'" });
        }
    }
    if p.prunes && p.deletes && !p.depth_asked && !cx.busybox() {
        return problem(
            "The -delete action automatically turns on -depth, but -prune does nothing when -depth \
             is in effect.  If you want to carry on anyway, just explicitly use the -depth option.",
        );
    }
    if !p.acts {
        // `a -o b` without an action means `( a -o b ) -print`.
        let end = p.prog.ops.len() + 2;
        p.prog.ops.push(Op::SkipIfFalse(end));
        p.prog.ops.push(Op::Act(Action::Print { end: '\n', to: None }));
    }
    Ok(p.prog)
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a str> {
        self.words.get(self.at).map(String::as_str)
    }

    fn next(&mut self) -> Option<&'a str> {
        let word = self.peek()?;
        self.at += 1;
        Some(word)
    }

    /// `a , b`
    fn list(&mut self) -> Result<(), Problem> {
        self.either()?;
        while self.peek() == Some(",") && !self.cx.busybox() {
            self.at += 1;
            self.prog.ops.push(Op::Nothing);
            self.need_operand(",")?;
            self.either()?;
        }
        Ok(())
    }

    fn need_operand(&self, op: &str) -> Result<(), Problem> {
        match self.peek() {
            None => problem(format!("expected an expression after '{op}'")),
            Some(")") => problem(format!("expected an expression between '{op}' and ')'")),
            Some(_) => Ok(()),
        }
    }

    /// `a -o b`
    fn either(&mut self) -> Result<(), Problem> {
        if let Some(op @ ("-o" | "-or" | "-a" | "-and" | ",")) = self.peek() {
            return problem(format!(
                "invalid expression; you have used a binary operator '{op}' with nothing before it."
            ));
        }
        self.both()?;
        let mut jumps = Vec::new();
        while let Some(op @ ("-o" | "-or")) = self.peek() {
            self.at += 1;
            self.need_operand(op)?;
            jumps.push(self.prog.ops.len());
            self.prog.ops.push(Op::SkipIfTrue(0));
            self.both()?;
        }
        let end = self.prog.ops.len();
        for j in jumps {
            self.prog.ops[j] = Op::SkipIfTrue(end);
        }
        Ok(())
    }

    /// `a -a b`, `a b`
    fn both(&mut self) -> Result<(), Problem> {
        self.one()?;
        let mut jumps = Vec::new();
        loop {
            match self.peek() {
                None | Some("-o" | "-or" | ")") => break,
                Some(",") if !self.cx.busybox() => break,
                Some(op @ ("-a" | "-and")) => {
                    self.at += 1;
                    self.need_operand(op)?;
                }
                Some(_) => {}
            }
            jumps.push(self.prog.ops.len());
            self.prog.ops.push(Op::SkipIfFalse(0));
            self.one()?;
        }
        let end = self.prog.ops.len();
        for j in jumps {
            self.prog.ops[j] = Op::SkipIfFalse(end);
        }
        Ok(())
    }

    fn one(&mut self) -> Result<(), Problem> {
        let Some(word) = self.next() else { return problem("expected an expression") };
        match word {
            "!" | "-not" => {
                self.need_operand(word)?;
                // An even number of negations is none.
                let mut odd = true;
                while matches!(self.peek(), Some("!" | "-not")) {
                    self.at += 1;
                    odd = !odd;
                    self.need_operand(word)?;
                }
                self.one()?;
                if odd {
                    self.prog.ops.push(Op::Not);
                }
                Ok(())
            }
            "(" => {
                self.nested += 1;
                if self.nested > DEEPEST {
                    return problem("expression nested too deeply");
                }
                match self.peek() {
                    Some(")") => {
                        return problem("invalid expression; empty parentheses are not allowed.");
                    }
                    None if !self.cx.busybox() => {
                        return problem(
                            "invalid expression; expected to find a ')' but didn't see one. \
                             Perhaps you need an extra predicate after '('",
                        );
                    }
                    None => return self.unclosed(),
                    Some(_) => {}
                }
                self.list()?;
                if self.next() != Some(")") {
                    return self.unclosed();
                }
                self.nested -= 1;
                Ok(())
            }
            ")" => problem("you have too many ')'"),
            word if word.starts_with('-') && word.len() > 1 => {
                self.primary(word)?;
                let patterns = ["name", "iname", "path", "ipath", "wholename", "iwholename"];
                let more = ["lname", "ilname", "regex", "iregex"];
                let name = &word[1..];
                let takes = patterns.contains(&name) || more.contains(&name);
                self.patterned = takes.then_some(word);
                Ok(())
            }
            word if self.cx.busybox() => {
                Err(Problem { text: format!("unrecognized: {word}"), usage: true })
            }
            word => {
                let mut text = format!("paths must precede expression: `{word}'");
                if let Some(test) = self.patterned.filter(|_| self.cx.p.lstat(word).is_ok()) {
                    text += &format!(
                        "\n{}: possible unquoted pattern after predicate `{test}'?",
                        self.cx.name
                    );
                }
                problem(text)
            }
        }
    }

    fn unclosed(&self) -> Result<(), Problem> {
        problem(if self.cx.busybox() {
            "unpaired '('"
        } else {
            "invalid expression; I was expecting to find a ')' somewhere but did not see one."
        })
    }

    fn value(&mut self, of: &str) -> Result<&'a str, Problem> {
        let bb = self.cx.busybox();
        self.next().ok_or_else(|| Problem {
            text: if bb {
                format!("{of} requires an argument")
            } else {
                format!("missing argument to `{of}'")
            },
            usage: false,
        })
    }

    fn test(&mut self, test: Test) -> Result<(), Problem> {
        self.prog.ops.push(Op::Test(test));
        Ok(())
    }

    fn act(&mut self, action: Action) -> Result<(), Problem> {
        self.acts |= !matches!(action, Action::Prune | Action::Quit);
        self.prog.ops.push(Op::Act(action));
        Ok(())
    }

    fn number(&mut self, of: &str) -> Result<Number, Problem> {
        let word = self.value(of)?;
        let bb = self.cx.busybox();
        Number::parse(word).ok_or_else(|| Problem {
            text: if bb {
                format!("invalid number '{word}'")
            } else {
                format!("invalid argument `{word}' to `{of}'")
            },
            usage: false,
        })
    }

    fn level(&mut self, of: &str) -> Result<usize, Problem> {
        let word = self.value(of)?;
        match word.parse() {
            Ok(n) => Ok(n),
            Err(_) if self.cx.busybox() => problem(format!("invalid number '{word}'")),
            Err(_) => problem(format!(
                "Expected a positive decimal integer argument to {of}, but got {}",
                self.cx.ql(word)
            )),
        }
    }

    fn reference(&mut self, of: &str, which: Which) -> Result<i64, Problem> {
        let file = self.value(of)?;
        match self.cx.p.stat(file) {
            Ok(s) => Ok(which.of(&s)),
            Err(e) if self.cx.busybox() => problem(format!("can't stat '{file}': {e}")),
            Err(e) => problem(format!("{}: {e}", self.cx.ql(file))),
        }
    }
}
