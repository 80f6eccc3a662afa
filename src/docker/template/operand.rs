//! Commands of a template: a word with its arguments, and what kinds of words there are.

use super::ast::{Arg, ArgKind, Command, Number};
use super::lex::{Kind, Token};
use super::parse::{Parsed, Parser};
use super::{builtins, docker};
use crate::golang::{quote, strconv};
use std::rc::Rc;

impl Parser {
    pub(super) fn command(&mut self) -> Parsed<Command> {
        let pos = self.solid().pos;
        let mut args = Vec::new();
        loop {
            self.solid();
            if let Some(arg) = self.operand()? {
                args.push(arg);
            }
            let token = self.peek().clone();
            match token.kind {
                Kind::Space => {
                    self.next();
                    continue;
                }
                Kind::Right | Kind::Close => {}
                Kind::Pipe => {
                    self.next();
                }
                _ => return Err(self.unexpected(&token, "operand")),
            }
            break;
        }
        if args.is_empty() {
            return Err(self.error("empty command"));
        }
        Ok(Command { pos, args })
    }

    fn operand(&mut self) -> Parsed<Option<Arg>> {
        let Some(mut arg) = self.term()? else { return Ok(None) };
        if self.peek().kind != Kind::Field {
            return Ok(Some(arg));
        }
        // Go gives the position of the second field to the whole chain.
        let pos = self.peek().pos;
        let mut names = Vec::new();
        while self.peek().kind == Kind::Field {
            names.push(self.next().text[1..].to_string());
        }
        arg = match arg.kind {
            ArgKind::Field(mut own) => {
                own.extend(names);
                Arg { pos, kind: ArgKind::Field(own) }
            }
            ArgKind::Variable(name, mut own) => {
                own.extend(names);
                Arg { pos, kind: ArgKind::Variable(name, own) }
            }
            ArgKind::Bool(_)
            | ArgKind::Text(..)
            | ArgKind::Number(..)
            | ArgKind::Nil
            | ArgKind::Dot => {
                return Err(self
                    .error(format!("unexpected . after term {}", quote::quote(&arg.to_string()))));
            }
            _ => Arg { pos, kind: ArgKind::Chain(Box::new(arg), names) },
        };
        Ok(Some(arg))
    }

    fn term(&mut self) -> Parsed<Option<Arg>> {
        let token = self.peek().clone();
        let kind = match token.kind {
            Kind::Ident => {
                if !builtins::known(&token.text) && !docker::known(&token.text) {
                    self.next();
                    return Err(
                        self.error(format!("function {} not defined", quote::quote(&token.text)))
                    );
                }
                ArgKind::Function(token.text.clone())
            }
            Kind::Dot => ArgKind::Dot,
            Kind::Nil => ArgKind::Nil,
            Kind::Variable => {
                if !self.vars.contains(&token.text) {
                    self.next();
                    return Err(
                        self.error(format!("undefined variable {}", quote::quote(&token.text)))
                    );
                }
                ArgKind::Variable(token.text.clone(), Vec::new())
            }
            Kind::Field => ArgKind::Field(vec![token.text[1..].to_string()]),
            Kind::Bool => ArgKind::Bool(token.text == "true"),
            Kind::Char | Kind::Number => ArgKind::Number(token.text.clone(), self.number(&token)?),
            Kind::Open => {
                self.deeper()?;
                self.next();
                let pipe = self.pipeline("parenthesized pipeline", Kind::Close)?;
                self.depth -= 1;
                return Ok(Some(Arg { pos: pipe.pos, kind: ArgKind::Pipe(pipe) }));
            }
            Kind::Str => match quote::unquote(&token.text) {
                Some(value) => ArgKind::Text(token.text.clone(), Rc::from(value)),
                None => return Err(self.error("invalid syntax")),
            },
            Kind::Raw => {
                let inner = &token.text[1..token.text.len() - 1];
                ArgKind::Text(token.text.clone(), Rc::from(inner.replace('\r', "")))
            }
            _ => return Ok(None),
        };
        self.next();
        Ok(Some(Arg { pos: token.pos, kind }))
    }

    fn number(&self, token: &Token) -> Parsed<Number> {
        if token.kind == Kind::Char {
            let inner = &token.text[1..token.text.len() - 1];
            let mut rest = inner.chars();
            let c = match rest.next() {
                Some('\\') => quote::unescape(&mut rest, '\''),
                other => other,
            };
            return match (c, rest.next()) {
                (Some(c), None) => Ok(Number::Int(i64::from(u32::from(c)))),
                _ => Err(self.error(format!("malformed character constant: {}", token.text))),
            };
        }
        if let Ok(n) = strconv::parse_int(&token.text, 0) {
            return Ok(Number::Int(n));
        }
        match token.text.replace('_', "").parse::<f64>() {
            // What looks whole and is not read as such is taken to be too large.
            Ok(_) if !token.text.contains(['.', 'e', 'E', 'p', 'P']) => {
                Err(self.error(format!("integer overflow: {}", quote::quote(&token.text))))
            }
            // A whole number in floating point form can be used as an integer too.
            Ok(f) if f.fract() == 0.0 && f.abs() < 9e15 && !token.text.contains('.') => {
                Ok(Number::Int(f as i64))
            }
            Ok(f) => Ok(Number::Float(f)),
            Err(_) => {
                Err(self.error(format!("illegal number syntax: {}", quote::quote(&token.text))))
            }
        }
    }
}
