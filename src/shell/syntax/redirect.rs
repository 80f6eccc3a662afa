//! Redirections as they are written.

use std::cell::OnceCell;
use std::rc::Rc;

use super::ast::{Part, Redirect, RedirectFd, RedirectOp, Word};
use super::error::SyntaxError;
use super::heredoc::Pending;
use super::lexer::{Parser, TokenKind};

impl Parser {
    /// A redirection, if one comes next.
    pub(super) fn redirect(&mut self) -> Result<Option<Redirect>, SyntaxError> {
        let fd = match &self.peek()?.kind {
            TokenKind::Number(n) => RedirectFd::Number(*n),
            TokenKind::FdVar(name) => RedirectFd::Var(name.clone()),
            TokenKind::Op(o) if redirect_op(o).is_some() => RedirectFd::Default,
            _ => return Ok(None),
        };
        if fd != RedirectFd::Default {
            self.next()?;
        }
        let t = self.next()?;
        let op = match t.kind {
            TokenKind::Op(o) => redirect_op(o),
            _ => None,
        };
        let Some(op) = op else { return self.unexpected(&t) };
        let saved = (self.assign_ok, self.alias_ok);
        self.assign_ok = false;
        self.alias_ok = false;
        let t = self.next()?;
        (self.assign_ok, self.alias_ok) = saved;
        let target = match t.kind {
            TokenKind::Word(w) => w,
            // `2>1`: the digits before another `>` were taken for a descriptor.
            TokenKind::Number(n) => {
                Word::new(vec![Part::Lit(n.to_string().into())], &n.to_string())
            }
            _ => return self.no_word(&t),
        };
        let body = Rc::new(OnceCell::new());
        if matches!(op, RedirectOp::Here | RedirectOp::HereTabs) {
            let quoted = target.has_quotes() || target.raw.contains('`');
            let delimiter = target.constant().unwrap_or_else(|| target.raw.to_string());
            self.pending.push(Pending {
                delimiter,
                strip_tabs: op == RedirectOp::HereTabs,
                quoted,
                body: body.clone(),
                line: self.line,
            });
        }
        Ok(Some(Redirect { fd, op, target, body }))
    }
}

fn redirect_op(o: &str) -> Option<RedirectOp> {
    Some(match o {
        "<" => RedirectOp::In,
        ">" => RedirectOp::Out,
        ">>" => RedirectOp::Append,
        ">|" => RedirectOp::Clobber,
        "<>" => RedirectOp::InOut,
        "<&" => RedirectOp::DupIn,
        ">&" => RedirectOp::DupOut,
        "&>" => RedirectOp::Both,
        "&>>" => RedirectOp::BothAppend,
        "<<" => RedirectOp::Here,
        "<<-" => RedirectOp::HereTabs,
        "<<<" => RedirectOp::HereString,
        _ => return None,
    })
}
