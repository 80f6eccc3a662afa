//! TRUNCATE, COMMENT, sequences changed, and keys tested anew.

use std::rc::Rc;

use super::super::error::{PgError, Res};
use super::super::sql::ast::{Comment, Name, SeqOptions};
use super::bind::Shared;
use super::catalog::{Catalog, Rel, RelKind};
use super::constraint::key_text;
use super::eval::Ctx;
use super::session::{Outcome, Tx};
use super::storage::{Seq, Table};

/// Whether a table's rows keep to a unique index that is new.
pub fn unique_holds(rel: &Rel, name: &str, cx: &Ctx<'_>) -> Res<()> {
    let cl = cx.cluster.borrow();
    let Some(t) = cl.open.get(&cx.db).and_then(|d| d.tables.get(&rel.oid)) else { return Ok(()) };
    let Some(u) = t.uniques.iter().find(|u| u.name == name) else { return Ok(()) };
    for rows in u.rows.values() {
        let seen: Vec<_> =
            rows.iter().filter_map(|n| t.rows.get(n)).filter(|v| cx.sees(&cl, v)).collect();
        if let [first, _, ..] = seen.as_slice() {
            let key = key_text(rel, &u.columns, &first.row);
            return Err(PgError::new("23505", format!("could not create unique index \"{name}\""))
                .detail(format!("{key} is duplicated.")));
        }
    }
    Ok(())
}

/// TRUNCATE.
pub fn truncate(
    tables: &[Name],
    restart: bool,
    cascade: bool,
    catalog: &Rc<Catalog>,
    sh: &Shared<'_>,
    tx: &mut Tx,
    cx: &Ctx<'_>,
) -> Res<Outcome> {
    let mut oids = Vec::new();
    for name in tables {
        let rel = super::from::relation(name, sh)?;
        if rel.kind != RelKind::Table {
            return Err(PgError::new("42809", format!("\"{}\" is not a table", rel.name)));
        }
        cx.rights.relation(rel, 'D')?;
        oids.push(rel.oid);
    }
    let mut i = 0;
    while let Some(oid) = oids.get(i).copied() {
        for (other, _) in catalog.references(oid) {
            if oids.contains(&other.oid) {
                continue;
            }
            if !cascade {
                let name = catalog.rels.get(&oid).map_or("", |r| r.name.as_str());
                return Err(PgError::new(
                    "0A000",
                    "cannot truncate a table referenced in a foreign key constraint",
                )
                .detail(format!("Table \"{}\" references \"{name}\".", other.name))
                .hint(format!(
                    "Truncate table \"{}\" at the same time, or use TRUNCATE ... CASCADE.",
                    other.name
                )));
            }
            tx.notices
                .push(PgError::notice(format!("truncate cascades to table \"{}\"", other.name)));
            oids.push(other.oid);
        }
        i += 1;
    }
    for oid in oids {
        tx.replace(cx, oid, Table { next: 1, ..Table::default() });
        if restart {
            for r in catalog.rels.values() {
                if let RelKind::Sequence { start, owned_by: Some((t, _)), .. } = &r.kind
                    && *t == oid
                {
                    set_seq(cx, r.oid, Seq::at(*start, false));
                }
            }
        }
    }
    Ok(Outcome::tag("TRUNCATE TABLE"))
}

/// Puts a sequence somewhere.
pub fn set_seq(cx: &Ctx<'_>, oid: u32, seq: Seq) {
    if let Some(d) = cx.cluster.borrow_mut().open.get_mut(&cx.db) {
        d.seqs.insert(oid, seq);
        d.moved.insert(oid);
    }
}

/// ALTER SEQUENCE.
pub fn alter_sequence(
    name: &Name,
    o: &SeqOptions,
    owned: Option<&(Name, String)>,
    catalog: &Rc<Catalog>,
    sh: &Shared<'_>,
    tx: &mut Tx,
    cx: &Ctx<'_>,
) -> Res<Outcome> {
    let rel = super::from::relation(name, sh)?;
    cx.rights.owner(rel)?;
    let mut new = Catalog::clone(catalog);
    if let Some(RelKind::Sequence { start, increment, owned_by, .. }) =
        new.rels.get_mut(&rel.oid).map(|r| &mut r.kind)
    {
        if let Some(s) = o.start {
            *start = s;
        }
        if let Some(i) = o.increment {
            *increment = i;
        }
        if let Some((table, column)) = owned {
            let t = super::from::relation(table, sh)?;
            *owned_by = Some((t.oid, column.clone()));
        }
        if let Some(restart) = &o.restart {
            set_seq(cx, rel.oid, Seq::at(restart.unwrap_or(*start), false));
        }
    }
    tx.catalog(cx, new);
    Ok(Outcome::tag("ALTER SEQUENCE"))
}

/// ALTER SEQUENCE ... OWNER TO.
pub fn give_sequence(
    name: &Name,
    owner: &str,
    catalog: &Rc<Catalog>,
    sh: &Shared<'_>,
    tx: &mut Tx,
    cx: &Ctx<'_>,
) -> Res<Outcome> {
    let rel = super::from::relation(name, sh)?;
    cx.rights.owner(rel)?;
    if !cx.cluster.borrow().roles.contains_key(owner) {
        return Err(PgError::new("42704", format!("role \"{owner}\" does not exist")));
    }
    let mut new = Catalog::clone(catalog);
    if let Some(rel) = new.rels.get_mut(&rel.oid) {
        rel.owner = owner.to_string();
    }
    tx.catalog(cx, new);
    Ok(Outcome::tag("ALTER SEQUENCE"))
}

/// COMMENT ON a table or a column.
pub fn comment(
    s: &Comment,
    catalog: &Rc<Catalog>,
    sh: &mut Shared<'_>,
    tx: &mut Tx,
    cx: &Ctx<'_>,
) -> Res<Outcome> {
    let Comment { kind, name, column, text } = s;
    if !matches!(kind.as_str(), "table" | "column" | "view" | "sequence" | "index") {
        return Err(PgError::gap(format!("COMMENT ON {}", kind.to_uppercase())));
    }
    let rel = super::from::relation(name, sh)?;
    cx.rights.owner(rel)?;
    let mut new = Catalog::clone(catalog);
    if let Some(r) = new.rels.get_mut(&rel.oid) {
        match column {
            None => r.comment.clone_from(text),
            Some(c) => {
                let i = r.column(c).ok_or_else(|| {
                    PgError::new(
                        "42703",
                        format!("column \"{c}\" of relation \"{}\" does not exist", r.name),
                    )
                })?;
                r.columns[i].comment.clone_from(text);
            }
        }
    }
    tx.catalog(cx, new);
    Ok(Outcome::tag("COMMENT"))
}

/// VACUUM: the files of tables without the rows that are gone.
pub fn vacuum(names: &[Name], sh: &Shared<'_>, tx: &mut Tx, cx: &Ctx<'_>) -> Res<Outcome> {
    let mut oids = Vec::new();
    for n in names {
        let rel = super::from::relation(n, sh)?;
        if rel.kind == RelKind::Table {
            oids.push(rel.oid);
        }
    }
    if names.is_empty() {
        let tables = sh.catalog.rels.values().filter(|r| r.kind == RelKind::Table);
        oids = tables.map(|r| r.oid).collect();
    }
    for oid in oids {
        let table = Tx::db(cx, |d| d.tables.get(&oid).cloned()).flatten();
        // Rows that another transaction has not done with stay as they are.
        let busy = |t: &Table| {
            let cl = cx.cluster.borrow();
            t.rows.values().any(|v| v.xmax != 0 || cl.active.contains(&v.xmin))
        };
        if let Some(t) = table.filter(|t| !busy(t)) {
            tx.replace(cx, oid, t);
        }
    }
    Ok(Outcome::tag("VACUUM"))
}
