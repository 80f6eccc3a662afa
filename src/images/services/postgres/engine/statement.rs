//! Statements carried out, one by one.

use super::super::error::{PgError, Res};
use super::super::sql::ast::{Copy, Statement};
use super::bind::{Scope, Shared, query};
use super::catalog::Catalog;
use super::eval::Ctx;
use super::session::{Outcome, Session, State, Tx};
use super::types::{Type, Value};
use crate::kernel::Proc;
use std::rc::Rc;

impl Session {
    /// Carries a statement out. In an implicit transaction the caller commits.
    pub fn run(&mut self, s: &Statement, p: &Proc) -> Res<Outcome> {
        let ends = matches!(s, Statement::Commit | Statement::Rollback | Statement::RollbackTo(_));
        if self.state == State::Failed && !ends {
            return Err(PgError::new(
                "25P02",
                "current transaction is aborted, commands ignored until end of transaction block",
            ));
        }
        match s {
            Statement::Begin(word) => {
                if self.state == State::Block {
                    self.warn("25001", "there is already a transaction in progress");
                }
                self.begin(p);
                self.state = State::Block;
                Ok(Outcome::tag(*word))
            }
            Statement::Commit => {
                let failed = self.state == State::Failed;
                if self.state == State::Idle {
                    self.warn("25P01", "there is no transaction in progress");
                }
                self.state = State::Idle;
                if failed {
                    self.rollback();
                    return Ok(Outcome::tag("ROLLBACK"));
                }
                self.commit(p)?;
                Ok(Outcome::tag("COMMIT"))
            }
            Statement::Rollback => {
                if self.state == State::Idle {
                    self.warn("25P01", "there is no transaction in progress");
                }
                self.state = State::Idle;
                self.rollback();
                Ok(Outcome::tag("ROLLBACK"))
            }
            Statement::Savepoint(name) => {
                self.needs_block("SAVEPOINT")?;
                let at = self.tx.as_ref().map_or(0, |t| t.steps.len());
                self.points.push((name.clone(), at));
                Ok(Outcome::tag("SAVEPOINT"))
            }
            Statement::Release(name) | Statement::RollbackTo(name) => {
                let back = matches!(s, Statement::RollbackTo(_));
                self.needs_block(if back { "ROLLBACK TO SAVEPOINT" } else { "RELEASE SAVEPOINT" })?;
                let Some(i) = self.points.iter().rposition(|(n, _)| n == name) else {
                    return Err(PgError::new(
                        "3B001",
                        format!("savepoint \"{name}\" does not exist"),
                    ));
                };
                if back {
                    let at = self.points[i].1;
                    self.points.truncate(i + 1);
                    if let Some(tx) = &mut self.tx {
                        self.cluster.borrow_mut().undo(self.db, &mut tx.steps, at);
                    }
                    self.state = State::Block;
                    return Ok(Outcome::tag("ROLLBACK"));
                }
                self.points.truncate(i);
                Ok(Outcome::tag("RELEASE"))
            }
            Statement::Set { local: true, .. } => Err(PgError::gap("SET LOCAL")),
            Statement::Set { name, value, .. } => {
                let superuser = self.is_superuser();
                self.settings.borrow_mut().set(name, value.as_deref(), superuser)?;
                Ok(Outcome::tag("SET"))
            }
            Statement::AlterSystem { name, value } => {
                if self.state != State::Idle {
                    let text = "ALTER SYSTEM cannot run inside a transaction block";
                    return Err(PgError::new("25001", text));
                }
                if !self.is_superuser() {
                    let text = format!("permission denied to set parameter \"{name}\"");
                    return Err(PgError::new("42501", text));
                }
                let dir = self.cluster.borrow().dir.clone();
                super::session_settings::keep(p, &dir, name, value.as_deref())?;
                Ok(Outcome::tag("ALTER SYSTEM"))
            }
            Statement::SetRole(role) => {
                let name = role.clone().unwrap_or_else(|| self.session_user.clone());
                if !self.cluster.borrow().roles.contains_key(&name) {
                    return Err(PgError::new("22023", format!("role \"{name}\" does not exist")));
                }
                self.user = name;
                Ok(Outcome::tag("SET"))
            }
            Statement::Show(name) => self.show(name),
            Statement::Accepted(tag) => Ok(Outcome::tag(*tag)),
            // The backend has it made.
            Statement::Checkpoint => Ok(Outcome::tag("CHECKPOINT")),
            Statement::Gap(what) => Err(PgError::gap(what)),
            Statement::Explain { .. } => Err(PgError::gap("EXPLAIN")),
            Statement::Copy(_) => Err(PgError::gap("COPY here")),
            s => {
                let block = self.state != State::Idle || self.several;
                self.with(p, |tx, cx, catalog, sh| statement(s, block, tx, cx, catalog, sh, p))
            }
        }
    }

    fn is_superuser(&self) -> bool {
        self.cluster.borrow().roles.get(&self.user).is_some_and(|r| r.superuser)
    }

    pub fn warn(&mut self, code: &'static str, text: &str) {
        self.notices.push(PgError { severity: "WARNING", ..PgError::new(code, text) });
    }

    pub fn needs_block(&self, what: &str) -> Res<()> {
        if self.state == State::Idle {
            return Err(PgError::new(
                "25P01",
                format!("{what} can only be used in transaction blocks"),
            ));
        }
        Ok(())
    }

    pub fn show(&self, name: &str) -> Res<Outcome> {
        let settings = self.settings.borrow();
        let text = |n: &str| (n.to_string(), Type::Text);
        if name == "all" {
            let row = |n: String| {
                let value = settings.get(&n).unwrap_or_default();
                Rc::new(vec![Value::text(n), Value::text(value)])
            };
            let rows = settings.names().into_iter().map(row).collect();
            return Ok(Outcome {
                cols: Some(vec![text("name"), text("setting")]),
                rows,
                tag: "SHOW".into(),
            });
        }
        let value = match name {
            "is_superuser" => if self.is_superuser() { "on" } else { "off" }.to_string(),
            _ => settings.get(name).ok_or_else(|| super::settings::unknown(name))?,
        };
        Ok(Outcome {
            cols: Some(vec![text(&super::session_settings::head(name))]),
            rows: vec![Rc::new(vec![Value::text(value)])],
            tag: "SHOW".into(),
        })
    }

    /// The lines of a COPY TO.
    pub fn copy_out(&mut self, c: &Copy, p: &Proc) -> Res<(Vec<u8>, usize)> {
        self.with(p, |_, cx, _, sh| super::copy::out(c, sh, cx))
    }

    /// Whether a COPY FROM can begin.
    pub fn copy_check(&mut self, c: &Copy, p: &Proc) -> Res<()> {
        self.with(p, |_, _, _, sh| match &c.table {
            Some(name) => super::from::relation(name, sh).map(drop),
            None => Err(PgError::gap("this COPY")),
        })
    }

    /// Takes in the rows of a COPY FROM.
    pub fn copy_in(&mut self, c: &Copy, data: &[u8], p: &Proc) -> Res<usize> {
        self.with(p, |tx, cx, catalog, sh| super::copy::into(c, data, catalog, sh, tx, cx))
    }
}

pub fn statement(
    s: &Statement,
    block: bool,
    tx: &mut Tx,
    cx: &Ctx<'_>,
    catalog: &Rc<Catalog>,
    sh: &mut Shared<'_>,
    p: &Proc,
) -> Res<Outcome> {
    match s {
        Statement::Query(q) => {
            let plan = query(q, &Scope::default(), sh)?;
            let rows = super::run::plan(&plan, None, cx)?;
            let tag = format!("SELECT {}", rows.len());
            Ok(Outcome { cols: Some(plan.cols), rows, tag })
        }
        Statement::Insert(s) => super::change::insert(s, catalog, sh, tx, cx),
        Statement::Change(s) => super::change::change(s, catalog, sh, tx, cx),
        Statement::CreateTable(s) => super::create::table(s, catalog, sh, tx, cx),
        Statement::CreateView(v) => super::create::view(v, catalog, sh, tx, cx),
        Statement::CreateIndex(i) => super::create::index(i, catalog, sh, tx, cx),
        Statement::CreateSequence { name, options, if_not_exists } => {
            super::create::sequence(name, options, *if_not_exists, catalog, tx, cx)
        }
        Statement::AlterSequence { name, owner: Some(owner), .. } => {
            super::define::give_sequence(name, owner, catalog, sh, tx, cx)
        }
        Statement::AlterSequence { name, options, owned_by, .. } => {
            super::define::alter_sequence(name, options, owned_by.as_ref(), catalog, sh, tx, cx)
        }
        Statement::CreateSchema { name, if_not_exists } => {
            let allowed = {
                let cl = cx.cluster.borrow();
                cl.dbs.get(&cx.db).map(|d| (d.name.clone(), cx.rights.database(d, 'C')))
            };
            if let Some((db, false)) = allowed {
                let text = format!("permission denied for database {db}");
                return Err(PgError::new("42501", text));
            }
            let mut new = Catalog::clone(catalog);
            if name == "public" || new.schemas.insert(name.clone(), cx.user.to_string()).is_some() {
                let text = format!("schema \"{name}\" already exists");
                if !if_not_exists {
                    return Err(PgError::new("42P06", text));
                }
                tx.notices.push(PgError::notice(format!("{text}, skipping")));
                return Ok(Outcome::tag("CREATE SCHEMA"));
            }
            tx.catalog(cx, new);
            Ok(Outcome::tag("CREATE SCHEMA"))
        }
        Statement::Drop { kind, names, if_exists, cascade } => {
            super::drop::drop(kind, names, *if_exists, *cascade, catalog, tx, cx)
        }
        Statement::AlterTable { table, if_exists, changes } => {
            super::alter::alter(table, *if_exists, changes, catalog, tx, cx)
        }
        Statement::Truncate { tables, restart, cascade } => {
            super::define::truncate(tables, *restart, *cascade, catalog, sh, tx, cx)
        }
        Statement::Comment(c) => super::define::comment(c, catalog, sh, tx, cx),
        Statement::Grant(g) => super::rights::grant(g, tx, cx, sh),
        Statement::Vacuum(_) if block => {
            Err(PgError::new("25001", "VACUUM cannot run inside a transaction block"))
        }
        Statement::Vacuum(names) => super::define::vacuum(names, sh, tx, cx),
        s => super::roles::run(s, block, tx, cx, p),
    }
}
