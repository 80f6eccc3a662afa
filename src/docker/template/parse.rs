//! Tokens made into a tree, with the complaints of Go's template parser.

use super::ast::{ArgKind, Node, Pipe, Tree};
use super::lex::{Kind, Token, tokens};
use crate::golang::quote;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Deeper nesting than this is refused, so that no template can exhaust the stack.
const DEEPEST: usize = 100;

/// The tokens, and how far they are read.
pub(super) struct Parser {
    tokens: Vec<Token>,
    at: usize,
    pub(super) vars: Vec<String>,
    defined: BTreeMap<String, Rc<[Node]>>,
    ranges: usize,
    pub(super) depth: usize,
}

/// How a list of nodes ended.
enum End {
    End,
    Else,
    Eof,
}

/// What reading gives, or Go's complaint.
pub(super) type Parsed<T> = Result<T, String>;

/// Reads a template.
pub fn parse(text: &str) -> Parsed<Tree> {
    let mut parser = Parser {
        tokens: tokens(text),
        at: 0,
        vars: vec!["$".to_string()],
        defined: BTreeMap::new(),
        ranges: 0,
        depth: 0,
    };
    let (body, end) = parser.body()?;
    match end {
        End::Eof => Ok(Tree { text: Rc::from(text), body, defined: parser.defined }),
        End::End => Err(parser.error("unexpected {{end}}")),
        End::Else => Err(parser.error("unexpected {{else}}")),
    }
}

impl Parser {
    pub(super) fn peek(&self) -> &Token {
        // The list always ends in Eof or Error, and neither is passed over.
        &self.tokens[self.at.min(self.tokens.len() - 1)]
    }

    pub(super) fn next(&mut self) -> Token {
        let token = self.peek().clone();
        if !matches!(token.kind, Kind::Eof | Kind::Error) {
            self.at += 1;
        }
        token
    }

    pub(super) fn solid(&mut self) -> &Token {
        while self.peek().kind == Kind::Space {
            self.at += 1;
        }
        self.peek()
    }

    fn next_solid(&mut self) -> Token {
        self.solid();
        self.next()
    }

    /// Go names the line of the token looked at last.
    pub(super) fn error(&self, text: impl std::fmt::Display) -> String {
        let line = match self.peek().kind {
            Kind::Eof | Kind::Error => self.peek().line,
            _ => self.tokens[self.at.saturating_sub(1)].line,
        };
        format!("template: :{line}: {text}")
    }

    pub(super) fn unexpected(&self, token: &Token, context: &str) -> String {
        match token.kind {
            Kind::Error => format!("template: :{}: {token}", token.line),
            _ => format!("template: :{}: unexpected {token} in {context}", token.line),
        }
    }

    fn expect(&mut self, kind: Kind, context: &str) -> Parsed<Token> {
        let token = self.next_solid();
        if token.kind == kind { Ok(token) } else { Err(self.unexpected(&token, context)) }
    }

    pub(super) fn deeper(&mut self) -> Parsed<()> {
        self.depth += 1;
        if self.depth > DEEPEST { Err(self.error("too deeply nested")) } else { Ok(()) }
    }

    fn body(&mut self) -> Parsed<(Rc<[Node]>, End)> {
        self.deeper()?;
        let mut nodes = Vec::new();
        loop {
            let token = self.next();
            match token.kind {
                Kind::Text => nodes.push(Node::Text(Rc::from(token.text))),
                Kind::Left => match self.action()? {
                    Step::Node(node) => nodes.push(node),
                    Step::Nothing => {}
                    Step::End(end) => {
                        self.depth -= 1;
                        return Ok((nodes.into(), end));
                    }
                },
                Kind::Eof => {
                    self.depth -= 1;
                    return Ok((nodes.into(), End::Eof));
                }
                _ => return Err(self.unexpected(&token, "input")),
            }
        }
    }

    fn action(&mut self) -> Parsed<Step> {
        let word = self.solid().clone();
        if word.kind != Kind::Keyword {
            let pipe = self.pipeline("command", Kind::Right)?;
            return Ok(Step::Node(Node::Action(pipe)));
        }
        self.next();
        Ok(match word.text.as_str() {
            "if" | "with" | "range" => Step::Node(self.control(&word.text)?),
            "end" => {
                self.expect(Kind::Right, "end")?;
                Step::End(End::End)
            }
            "else" => {
                // `else if` and `else with` are read by the control they continue.
                let next = self.solid();
                if !(next.kind == Kind::Keyword && matches!(next.text.as_str(), "if" | "with")) {
                    self.expect(Kind::Right, "else")?;
                }
                Step::End(End::Else)
            }
            "break" | "continue" => {
                let token = self.next_solid();
                if token.kind != Kind::Right {
                    return Err(self.unexpected(&token, &format!("{{{{{}}}}}", word.text)));
                }
                if self.ranges == 0 {
                    return Err(self.error(format!("{{{{{}}}}} outside {{{{range}}}}", word.text)));
                }
                Step::Node(if word.text == "break" { Node::Break } else { Node::Continue })
            }
            "template" => {
                let at = self.solid().pos;
                let name = self.name("template clause")?;
                let pipe = match self.solid().kind {
                    Kind::Right => {
                        self.next();
                        None
                    }
                    _ => Some(self.pipeline("template clause", Kind::Right)?),
                };
                Step::Node(Node::Template(at, name, pipe))
            }
            // Only the outermost list may hold definitions.
            "define" if self.depth > 1 => return Err(self.unexpected(&word, "command")),
            "define" => {
                let name = self.name("define clause")?;
                self.expect(Kind::Right, "define clause")?;
                let body = self.definition("define clause")?;
                self.define(name, body)?;
                Step::Nothing
            }
            _ => {
                let at = self.solid().pos;
                let name = self.name("block clause")?;
                let pipe = self.pipeline("block clause", Kind::Right)?;
                let body = self.definition("block clause")?;
                self.define(name.clone(), body)?;
                Step::Node(Node::Template(at, name, Some(pipe)))
            }
        })
    }

    /// Keeps a definition; of two with one name, one has to be empty.
    fn define(&mut self, name: String, body: Rc<[Node]>) -> Parsed<()> {
        let empty = |body: &Rc<[Node]>| {
            body.iter().all(|n| matches!(n, Node::Text(t) if t.trim().is_empty()))
        };
        match self.defined.get(&name) {
            Some(old) if !empty(old) && !empty(&body) => {
                let name = quote::quote(&name);
                return Err(self.error(format!("template: multiple definition of template {name}")));
            }
            Some(old) if !empty(old) => {}
            _ => {
                self.defined.insert(name, body);
            }
        }
        Ok(())
    }

    fn definition(&mut self, context: &str) -> Parsed<Rc<[Node]>> {
        let outer = std::mem::replace(&mut self.vars, vec!["$".to_string()]);
        let ranges = std::mem::take(&mut self.ranges);
        let (body, end) = self.body()?;
        self.vars = outer;
        self.ranges = ranges;
        match end {
            End::End => Ok(body),
            End::Else => Err(self.error(format!("unexpected {{{{else}}}} in {context}"))),
            End::Eof => Err(self.error("unexpected EOF")),
        }
    }

    fn name(&mut self, context: &str) -> Parsed<String> {
        let token = self.next_solid();
        let name = match token.kind {
            Kind::Str => quote::unquote(&token.text),
            Kind::Raw => Some(token.text.trim_matches('`').to_string()),
            _ => return Err(self.unexpected(&token, context)),
        };
        name.ok_or_else(|| self.error("invalid syntax"))
    }

    fn control(&mut self, word: &str) -> Parsed<Node> {
        self.deeper()?;
        let vars = self.vars.len();
        let pipe = self.pipeline(word, Kind::Right)?;
        let range = usize::from(word == "range");
        self.ranges += range;
        let (body, end) = self.body()?;
        self.ranges -= range;
        let other: Rc<[Node]> = match end {
            End::Eof => return Err(self.error("unexpected EOF")),
            End::End => Rc::from([]),
            End::Else => {
                let next = self.solid().clone();
                if next.kind == Kind::Keyword && next.text == word && word != "range" {
                    self.next();
                    Rc::from([self.control(word)?])
                } else if next.kind == Kind::Keyword && self.tokens[self.at - 1].kind != Kind::Right
                {
                    return Err(self.unexpected(&next, "else"));
                } else {
                    let (other, end) = self.body()?;
                    match end {
                        End::End => other,
                        End::Else => return Err(self.error("expected end; found {{else}}")),
                        End::Eof => return Err(self.error("unexpected EOF")),
                    }
                }
            }
        };
        self.vars.truncate(vars);
        self.depth -= 1;
        Ok(match word {
            "if" => Node::If(pipe, body, other),
            "with" => Node::With(pipe, body, other),
            _ => Node::Range(pipe, body, other),
        })
    }

    pub(super) fn pipeline(&mut self, context: &str, end: Kind) -> Parsed<Pipe> {
        let mut pipe =
            Pipe { pos: self.solid().pos, vars: Vec::new(), assign: false, commands: Vec::new() };
        self.declarations(&mut pipe, context)?;
        loop {
            let token = self.solid().clone();
            match token.kind {
                kind if kind == end => {
                    self.next();
                    self.check(&pipe, context)?;
                    return Ok(pipe);
                }
                Kind::Bool
                | Kind::Char
                | Kind::Dot
                | Kind::Field
                | Kind::Ident
                | Kind::Number
                | Kind::Nil
                | Kind::Raw
                | Kind::Str
                | Kind::Variable
                | Kind::Open => pipe.commands.push(self.command()?),
                _ => return Err(self.unexpected(&token, context)),
            }
        }
    }

    fn declarations(&mut self, pipe: &mut Pipe, context: &str) -> Parsed<()> {
        while self.solid().kind == Kind::Variable {
            let start = self.at;
            let name = self.next().text;
            let next = self.solid().clone();
            match next.kind {
                Kind::Assign | Kind::Declare => {
                    self.next();
                    pipe.assign = next.kind == Kind::Assign;
                    pipe.vars.push(name.clone());
                    self.vars.push(name);
                    return Ok(());
                }
                Kind::Punct if next.text == "," => {
                    self.next();
                    pipe.vars.push(name.clone());
                    self.vars.push(name);
                    if context == "range" && pipe.vars.len() < 2 {
                        match self.solid().kind {
                            Kind::Variable | Kind::Right | Kind::Close => continue,
                            _ => return Err(self.error("range can only initialize variables")),
                        }
                    }
                    return Err(self.error(format!("too many declarations in {context}")));
                }
                _ => {
                    self.at = start;
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    fn check(&self, pipe: &Pipe, context: &str) -> Parsed<()> {
        if pipe.commands.is_empty() {
            return Err(self.error(format!("missing value for {context}")));
        }
        for (i, command) in pipe.commands.iter().enumerate().skip(1) {
            if matches!(
                command.args[0].kind,
                ArgKind::Bool(_)
                    | ArgKind::Dot
                    | ArgKind::Nil
                    | ArgKind::Number(..)
                    | ArgKind::Text(..)
            ) {
                let stage = i + 1;
                return Err(self.error(format!("non executable command in pipeline stage {stage}")));
            }
        }
        Ok(())
    }
}

enum Step {
    Node(Node),
    Nothing,
    End(End),
}
