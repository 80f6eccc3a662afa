//! A session: its transaction, and its statements carried out one by one.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::kernel::Proc;

use super::super::error::{PgError, Res};
use super::super::sql::ast::{Copy, Statement};
use super::bind::{Scope, Shared, query};
use super::catalog::Catalog;
use super::eval::Ctx;
use super::settings::Settings;
use super::storage::{Cluster, Row, Seq, Step, Table};
use super::types::{Type, Value};

/// What a statement came to.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct Outcome {
    pub cols: Option<Vec<(String, Type)>>,
    pub rows: Vec<Row>,
    pub tag: String,
}

impl Outcome {
    /// Without rows.
    pub fn tag(tag: impl Into<String>) -> Outcome {
        Outcome { tag: tag.into(), ..Outcome::default() }
    }
}

/// What a transaction has done.
#[derive(Debug, Default)]
#[allow(missing_docs)]
pub struct Tx {
    pub xid: u32,
    pub steps: Vec<Step>,
    pub notices: Vec<PgError>,
}

impl Tx {
    fn db<R>(cx: &Ctx<'_>, f: impl FnOnce(&mut super::storage::Db) -> R) -> Option<R> {
        cx.cluster.borrow_mut().open.get_mut(&cx.db).map(f)
    }

    /// Puts a row in.
    pub fn insert(&mut self, cx: &Ctx<'_>, table: u32, row: Row) {
        let xid = self.xid;
        if let Some(Some(n)) = Tx::db(cx, |d| d.tables.get_mut(&table).map(|t| t.add(xid, row))) {
            self.steps.push(Step::Insert { table, row: n });
        }
    }

    /// Marks a row as gone.
    pub fn delete(&mut self, cx: &Ctx<'_>, table: u32, row: u64) {
        let xid = self.xid;
        Tx::db(cx, |d| {
            if let Some(v) = d.tables.get_mut(&table).and_then(|t| t.rows.get_mut(&row)) {
                v.xmax = xid;
            }
        });
        self.steps.push(Step::Delete { table, row });
    }

    /// A row that is seen.
    pub fn row(&self, cx: &Ctx<'_>, table: u32, n: u64) -> Option<Row> {
        let cl = cx.cluster.borrow();
        let v = cl.open.get(&cx.db)?.tables.get(&table)?.rows.get(&n)?;
        cx.sees(&cl, v).then(|| Rc::clone(&v.row))
    }

    /// Puts another catalogue in the place of the one there.
    pub fn catalog(&mut self, cx: &Ctx<'_>, new: Catalog) {
        let old = Tx::db(cx, |d| {
            let old = std::mem::replace(&mut d.catalog, Rc::new(new));
            d.index();
            old
        });
        self.steps.extend(old.map(Step::Catalog));
    }

    /// Puts a whole table in the place of one, or makes it.
    pub fn replace(&mut self, cx: &Ctx<'_>, table: u32, new: Table) {
        let old = Tx::db(cx, |d| {
            let old = d.tables.insert(table, new);
            d.index();
            old
        });
        self.steps.push(Step::Replace { table, old: old.flatten().map(Box::new) });
    }

    /// A relation is gone.
    pub fn gone(&mut self, cx: &Ctx<'_>, rel: u32) {
        let old = Tx::db(cx, |d| d.tables.remove(&rel)).flatten();
        self.steps.push(Step::Gone { rel, old: old.map(Box::new) });
    }

    /// A new sequence.
    pub fn new_sequence(&mut self, cx: &Ctx<'_>, oid: u32, start: i64) {
        Tx::db(cx, |d| d.seqs.insert(oid, Seq { last: start, called: false }));
        self.steps.push(Step::NewSeq(oid));
    }
}

/// Where a session stands between BEGIN and COMMIT.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum State {
    Idle,
    Block,
    Failed,
}

/// A session.
#[allow(missing_docs)]
pub struct Session {
    pub cluster: Rc<RefCell<Cluster>>,
    pub db: u32,
    pub user: String,
    pub session_user: String,
    pub state: State,
    pub settings: RefCell<Settings>,
    pub pid: u32,
    tx: Option<Tx>,
    started: i64,
    points: Vec<(String, usize)>,
    last_seq: Cell<Option<u32>>,
    /// Nanoseconds to sleep before the answer goes out.
    pub sleep: i64,
    /// Processes to end.
    pub terminate: Vec<u32>,
    pub notices: Vec<PgError>,
}

impl Drop for Session {
    /// A session that ends takes back what it has not committed.
    fn drop(&mut self) {
        self.rollback();
        self.cluster.borrow_mut().clients.remove(&self.pid);
    }
}

impl Session {
    /// A new session in a database that is open.
    pub fn new(cluster: Rc<RefCell<Cluster>>, db: u32, user: String, pid: u32) -> Session {
        let base = cluster.borrow().settings.clone();
        Session {
            cluster,
            db,
            session_user: user.clone(),
            user,
            state: State::Idle,
            settings: RefCell::new(Settings::new(base)),
            pid,
            tx: None,
            started: 0,
            points: Vec::new(),
            last_seq: Cell::new(None),
            sleep: 0,
            terminate: Vec::new(),
            notices: Vec::new(),
        }
    }

    fn begin(&mut self, p: &Proc) {
        if self.tx.is_none() {
            let mut cl = self.cluster.borrow_mut();
            cl.next_xid += 1;
            let xid = cl.next_xid - 1;
            cl.active.insert(xid);
            self.tx = Some(Tx { xid, ..Tx::default() });
            self.started = p.now();
        }
    }

    /// Ends the transaction, what it did being kept. The steps that can not be written are taken back.
    pub fn commit(&mut self, p: &Proc) -> Res<()> {
        self.points.clear();
        let Some(mut tx) = self.tx.take() else { return Ok(()) };
        let mut cl = self.cluster.borrow_mut();
        let moved = cl.open.get(&self.db).is_some_and(|d| !d.moved.is_empty());
        let mut done = Ok(());
        if !tx.steps.is_empty() || moved {
            done = cl.commit(p, self.db, &tx.steps, tx.xid);
            match &done {
                Ok(()) => {
                    let _ = cl.save_control(p, 6);
                    cl.sweep(self.db, &tx.steps);
                }
                Err(_) => cl.undo(self.db, &mut tx.steps, 0),
            }
        }
        cl.active.remove(&tx.xid);
        done
    }

    /// Ends the transaction, what it did being taken back.
    pub fn rollback(&mut self) {
        self.points.clear();
        if let Some(mut tx) = self.tx.take() {
            let mut cl = self.cluster.borrow_mut();
            cl.undo(self.db, &mut tx.steps, 0);
            cl.active.remove(&tx.xid);
        }
    }

    /// Whether a transaction that was waited for has ended.
    pub fn ended(&self, xid: u32) -> bool {
        !self.cluster.borrow().active.contains(&xid)
    }

    /// Runs something with all that a statement needs, inside the transaction; what it did is taken back
    /// where it fails.
    fn with<R>(&mut self, p: &Proc, f: impl FnOnce(&mut Tx, &Ctx<'_>, &Rc<Catalog>, &mut Shared<'_>) -> Res<R>) -> Res<R> {
        self.begin(p);
        let Some(mut tx) = self.tx.take() else { return Err(PgError::gap("this")) };
        let kept = tx.steps.len();
        let random = || {
            let mut bytes = [0; 8];
            p.random(&mut bytes);
            u64::from_le_bytes(bytes)
        };
        let cx = Ctx {
            cluster: &self.cluster,
            db: self.db,
            user: &self.user,
            session_user: &self.session_user,
            xid: tx.xid,
            pid: self.pid,
            now: super::datetime::from_unix_ns(self.started),
            clock: super::datetime::from_unix_ns(p.now()),
            random: &random,
            settings: &self.settings,
            steps: Cell::new(0),
            sleep: Cell::new(0),
            ctes: RefCell::new(BTreeMap::new()),
            last_seq: &self.last_seq,
            terminate: RefCell::new(Vec::new()),
        };
        let catalog = cx.cluster.borrow().open.get(&self.db).map(|d| Rc::clone(&d.catalog)).unwrap_or_default();
        let no_path = self.settings.borrow().get("search_path").is_some_and(|s| s.is_empty());
        let mut sh = Shared { catalog: &catalog, now: cx.now, named: Vec::new(), next: 0, no_path };
        let done = f(&mut tx, &cx, &catalog, &mut sh);
        p.burn(cx.steps.get() / 50);
        self.sleep += cx.sleep.get();
        self.terminate.append(&mut cx.terminate.borrow_mut());
        self.notices.append(&mut tx.notices);
        if done.is_err() {
            self.cluster.borrow_mut().undo(self.db, &mut tx.steps, kept);
        }
        self.tx = Some(tx);
        done
    }

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
                    return Err(PgError::new("3B001", format!("savepoint \"{name}\" does not exist")));
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
            Statement::Set { name, value, .. } => {
                self.settings.borrow_mut().set(name, value.as_deref())?;
                Ok(Outcome::tag("SET"))
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
            Statement::Checkpoint => {
                p.sync();
                Ok(Outcome::tag("CHECKPOINT"))
            }
            Statement::Gap(what) => Err(PgError::gap(what)),
            Statement::Explain { .. } => Err(PgError::gap("EXPLAIN")),
            Statement::Copy(_) => Err(PgError::gap("COPY here")),
            s => {
                let block = self.state != State::Idle;
                self.with(p, |tx, cx, catalog, sh| statement(s, block, tx, cx, catalog, sh, p))
            }
        }
    }

    fn warn(&mut self, code: &'static str, text: &str) {
        self.notices.push(PgError { severity: "WARNING", ..PgError::new(code, text) });
    }

    fn needs_block(&self, what: &str) -> Res<()> {
        if self.state == State::Idle {
            return Err(PgError::new("25P01", format!("{what} can only be used in transaction blocks")));
        }
        Ok(())
    }

    fn show(&self, name: &str) -> Res<Outcome> {
        let settings = self.settings.borrow();
        let text = |n: &str| (n.to_string(), Type::Text);
        if name == "all" {
            let row = |(n, v): (String, String)| Rc::new(vec![Value::text(n), Value::text(v), Value::text("")]);
            let rows = settings.all().into_iter().map(row).collect();
            return Ok(Outcome { cols: Some(vec![text("name"), text("setting"), text("description")]), rows, tag: "SHOW".into() });
        }
        let value = settings.get(name).ok_or_else(|| super::settings::unknown(name))?;
        let shown = if name == "timezone" { "TimeZone" } else if name == "datestyle" { "DateStyle" } else { name };
        Ok(Outcome { cols: Some(vec![text(shown)]), rows: vec![Rc::new(vec![Value::text(value)])], tag: "SHOW".into() })
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

fn statement(s: &Statement, block: bool, tx: &mut Tx, cx: &Ctx<'_>, catalog: &Rc<Catalog>, sh: &mut Shared<'_>, p: &Proc) -> Res<Outcome> {
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
        Statement::CreateView { name, columns, query, text, replace } => {
            super::create::view(name, columns, query, text, *replace, catalog, sh, tx, cx)
        }
        Statement::CreateIndex { name, table, columns, unique, if_not_exists } => {
            super::create::index(name.as_deref(), table, columns, *unique, *if_not_exists, catalog, sh, tx, cx)
        }
        Statement::CreateSequence { name, options, if_not_exists } => {
            super::create::sequence(name, options, *if_not_exists, catalog, tx, cx)
        }
        Statement::AlterSequence { name, options, owned_by } => {
            super::define::alter_sequence(name, options, owned_by.as_ref(), catalog, sh, tx, cx)
        }
        Statement::CreateSchema { name, if_not_exists } => {
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
        Statement::AlterTable { table, if_exists, changes } => super::alter::alter(table, *if_exists, changes, catalog, tx, cx),
        Statement::Truncate { tables, restart, cascade } => {
            super::define::truncate(tables, *restart, *cascade, catalog, sh, tx, cx)
        }
        Statement::Comment { kind, name, column, text } => {
            super::define::comment(kind, name, column.as_deref(), text.as_deref(), catalog, sh, tx, cx)
        }
        s => super::roles::run(s, block, tx, cx, p),
    }
}
