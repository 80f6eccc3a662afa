//! Reading GRANT and REVOKE.

use super::super::error::{PgError, Res};
use super::Parser;
use super::ast::{Grant, GrantOn, Statement};

impl Parser {
    /// The statement, `give` for GRANT.
    pub fn grant(&mut self, give: bool) -> Res<Statement> {
        self.bump();
        if self.eat_all(&["grant", "option", "for"]) || self.eat_all(&["admin", "option", "for"]) {
            return Err(PgError::gap("an option to grant"));
        }
        let mut words = Vec::new();
        let all = self.eat("all");
        if all {
            self.eat("privileges");
        } else {
            words = self.list(Parser::label)?;
        }
        if self.is_op("(") {
            return Err(PgError::gap("a privilege for columns"));
        }
        let on = if self.eat("on") { self.grant_on()? } else { GrantOn::Roles(words.clone()) };
        if all && matches!(on, GrantOn::Roles(_)) {
            return Err(self.unexpected());
        }
        self.want(if give { "to" } else { "from" })?;
        let roles = self.list(|p| {
            p.eat("group");
            let name = if p.eat("current_user") { None } else { Some(p.label()?) };
            Ok(name.map(|n| if n == "public" { String::new() } else { n }))
        })?;
        let roles: Option<Vec<String>> = roles.into_iter().collect();
        let roles = roles.ok_or_else(|| PgError::gap("GRANT to CURRENT_USER"))?;
        if self.eat_all(&["with", "grant", "option"]) || self.eat_all(&["with", "admin", "option"])
        {
            return Err(PgError::gap("an option to grant"));
        }
        self.eat("cascade");
        self.eat("restrict");
        let privileges = (!all).then_some(words);
        Ok(Statement::Grant(Grant { give, privileges, on, roles }))
    }

    fn grant_on(&mut self) -> Res<GrantOn> {
        if self.eat("all") {
            let sequences = self.eat("sequences");
            if !sequences {
                self.want("tables")?;
            }
            self.want("in")?;
            self.want("schema")?;
            let schemas = self.list(Parser::name)?;
            return Ok(match sequences {
                true => GrantOn::AllSequences(schemas),
                false => GrantOn::AllTables(schemas),
            });
        }
        if self.eat("schema") {
            return Ok(GrantOn::Schemas(self.list(Parser::name)?));
        }
        if self.eat("database") {
            return Ok(GrantOn::Databases(self.list(Parser::name)?));
        }
        if !self.eat("table") && !self.eat("sequence") {
            for word in [
                "function",
                "procedure",
                "routine",
                "type",
                "domain",
                "language",
                "foreign",
                "tablespace",
                "large",
                "parameter",
            ] {
                if self.is(word) {
                    return Err(PgError::gap(format!("GRANT ON {}", word.to_uppercase())));
                }
            }
        }
        Ok(GrantOn::Tables(self.list(Parser::qualified)?))
    }
}
