//! Reading statements about transactions and settings.

use super::super::error::{PgError, Res};
use super::Parser;
use super::ast::Statement;
use super::lex::Tok;

impl Parser {
    pub(super) fn transaction(&mut self, word: &str) -> Res<Statement> {
        self.bump();
        let _ = self.eat("work") || self.eat("transaction");
        match word {
            "begin" | "start" => {
                self.transaction_modes()?;
                Ok(Statement::Begin(if word == "start" { "START TRANSACTION" } else { "BEGIN" }))
            }
            "commit" | "end" => {
                if self.is("prepared") {
                    return Err(PgError::gap("COMMIT PREPARED"));
                }
                Ok(Statement::Commit)
            }
            "savepoint" => Ok(Statement::Savepoint(self.name()?)),
            "release" => {
                self.eat("savepoint");
                Ok(Statement::Release(self.name()?))
            }
            _ => {
                if self.eat("to") {
                    self.eat("savepoint");
                    return Ok(Statement::RollbackTo(self.name()?));
                }
                Ok(Statement::Rollback)
            }
        }
    }

    /// The modes of a transaction: what every statement sees is what was committed before it.
    fn transaction_modes(&mut self) -> Res<()> {
        while *self.tok() != Tok::End && !self.is_op(";") {
            if self.eat_all(&["isolation", "level"]) {
                let level = format!("{} {}", self.label()?, self.label().unwrap_or_default());
                if !matches!(level.as_str(), "read committed" | "read uncommitted") {
                    let level = level.trim().to_uppercase();
                    return Err(PgError::gap(format!("the isolation level {level}")));
                }
            } else if self.eat_all(&["read", "only"]) {
                return Err(PgError::gap("a transaction that only reads"));
            } else if !self.eat_all(&["read", "write"])
                && !self.op(",")
                && !self.eat_all(&["not", "deferrable"])
            {
                return Err(self.unexpected());
            }
        }
        Ok(())
    }

    pub(super) fn reset(&mut self) -> Res<Statement> {
        self.want("reset")?;
        let mut name = self.label()?;
        while self.op(".") {
            name = format!("{name}.{}", self.label()?);
        }
        match name.as_str() {
            "role" => Ok(Statement::SetRole(None)),
            "time" if self.eat("zone") => {
                Ok(Statement::Set { name: "timezone".into(), value: None, local: false })
            }
            _ => Ok(Statement::Set { name, value: None, local: false }),
        }
    }

    pub(super) fn set(&mut self) -> Res<Statement> {
        self.bump();
        let local = self.eat("local");
        self.eat("session");
        if self.eat("transaction") || self.eat_all(&["characteristics", "as", "transaction"]) {
            self.transaction_modes()?;
            return Ok(Statement::Accepted("SET"));
        }
        if self.is("constraints") {
            return Err(PgError::gap("SET CONSTRAINTS"));
        }
        if self.eat("role") {
            let name = match self.bump() {
                Tok::Word(w) | Tok::Quoted(w) | Tok::Str(w) => w,
                _ => return Err(self.unexpected()),
            };
            return Ok(Statement::SetRole(Some(name).filter(|n| n != "none")));
        }
        let mut name = self.label()?;
        while self.op(".") {
            name = format!("{name}.{}", self.label()?);
        }
        if name == "time" && self.eat("zone") {
            name = "timezone".into();
        } else if !self.eat("to") {
            self.want_op("=")?;
        }
        let mut words = Vec::new();
        loop {
            match self.tok().clone() {
                Tok::End => break,
                Tok::Op(o) if o == ";" => break,
                Tok::Op(o) if o == "," => drop(self.bump()),
                Tok::Op(o) if o == "-" => {
                    self.bump();
                    words.push(format!("-{}", self.integer()?));
                }
                Tok::Word(w) | Tok::Quoted(w) | Tok::Str(w) | Tok::Num(w) => {
                    self.bump();
                    words.push(w);
                }
                _ => return Err(self.unexpected()),
            }
        }
        if words.is_empty() {
            return Err(self.unexpected());
        }
        let value = Some(words.join(", ")).filter(|v| v != "default");
        Ok(Statement::Set { name, value, local })
    }
}
