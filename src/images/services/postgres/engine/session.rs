//! A session: its transaction, and its statements carried out one by one.

use super::super::error::{PgError, Res};
use super::bind::Shared;
use super::catalog::Catalog;
use super::eval::Ctx;
use super::session_settings::Settings;
use super::storage::{Cluster, Row, Seq, Step, Table};
use super::types::Type;
use crate::kernel::{Proc, Signal};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What a statement came to.
#[derive(Clone, Debug, Default)]
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
pub struct Tx {
    pub xid: u32,
    pub steps: Vec<Step>,
    pub notices: Vec<PgError>,
}

impl Tx {
    pub fn db<R>(cx: &Ctx<'_>, f: impl FnOnce(&mut super::storage::Db) -> R) -> Option<R> {
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
        Tx::db(cx, |d| d.seqs.insert(oid, Seq::at(start, false)));
        self.steps.push(Step::NewSeq(oid));
    }
}

/// Where a session stands between BEGIN and COMMIT.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Idle,
    Block,
    Failed,
}

/// A session.
pub struct Session {
    pub cluster: Rc<RefCell<Cluster>>,
    pub db: u32,
    pub user: String,
    pub session_user: String,
    pub state: State,
    pub settings: RefCell<Settings>,
    pub pid: u32,
    pub tx: Option<Tx>,
    pub started: i64,
    pub points: Vec<(String, usize)>,
    pub last_seq: Cell<Option<u32>>,
    /// Nanoseconds to sleep before the answer goes out.
    pub sleep: i64,
    /// Signals to be sent to processes of the server.
    pub signals: Vec<(u32, Signal)>,
    pub notices: Vec<PgError>,
    /// Several statements came at once, which are one transaction.
    pub several: bool,
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
        let base = Rc::clone(&cluster.borrow().settings);
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
            signals: Vec::new(),
            several: false,
            notices: Vec::new(),
        }
    }

    /// Takes over what the server's files say now.
    pub fn reread(&mut self) {
        self.settings.borrow_mut().base = Rc::clone(&self.cluster.borrow().settings);
    }

    pub fn begin(&mut self, p: &Proc) {
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
                Ok(()) => cl.sweep(self.db, &tx.steps),
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
    pub fn with<R>(
        &mut self,
        p: &Proc,
        f: impl FnOnce(&mut Tx, &Ctx<'_>, &Rc<Catalog>, &mut Shared<'_>) -> Res<R>,
    ) -> Res<R> {
        self.begin(p);
        let Some(mut tx) = self.tx.take() else { return Err(PgError::gap("this")) };
        let kept = tx.steps.len();
        let random = || {
            let mut bytes = [0; 8];
            p.random(&mut bytes);
            u64::from_le_bytes(bytes)
        };
        let size_of = |dir: &str| {
            let files = p.readdir(dir).unwrap_or_default();
            let size = |name: &str| p.stat(&format!("{dir}/{name}")).map_or(0, |s| s.size as i64);
            files.iter().filter(|f| !f.name.starts_with('.')).map(|f| size(&f.name)).sum()
        };
        let rights = super::rights::Rights::of(&self.cluster.borrow(), &self.user);
        let cx = Ctx {
            rights: &rights,
            cluster: &self.cluster,
            db: self.db,
            user: &self.user,
            session_user: &self.session_user,
            xid: tx.xid,
            pid: self.pid,
            now: super::datetime::from_unix_ns(self.started),
            clock: super::datetime::from_unix_ns(p.now()),
            random: &random,
            size_of: &size_of,
            settings: &self.settings,
            steps: Cell::new(0),
            sleep: Cell::new(0),
            ctes: RefCell::new(BTreeMap::new()),
            last_seq: &self.last_seq,
            signals: RefCell::new(Vec::new()),
        };
        let catalog = cx
            .cluster
            .borrow()
            .open
            .get(&self.db)
            .map(|d| Rc::clone(&d.catalog))
            .unwrap_or_default();
        let no_path = self.settings.borrow().get("search_path").is_some_and(|s| s.is_empty());
        let major = self.cluster.borrow().major;
        let mut sh = Shared {
            catalog: &catalog,
            now: cx.now,
            named: Vec::new(),
            next: 0,
            no_path,
            rights: Some(&rights),
            major,
        };
        let done = f(&mut tx, &cx, &catalog, &mut sh);
        p.burn(cx.steps.get() / 50);
        self.sleep += cx.sleep.get();
        self.signals.append(&mut cx.signals.borrow_mut());
        self.notices.append(&mut tx.notices);
        if done.is_err() {
            self.cluster.borrow_mut().undo(self.db, &mut tx.steps, kept);
        }
        self.tx = Some(tx);
        done
    }
}
