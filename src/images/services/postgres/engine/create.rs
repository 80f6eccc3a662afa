//! CREATE TABLE, VIEW, INDEX and SEQUENCE.

use super::super::error::{PgError, Res};
use super::super::sql::ast::{CreateIndex, CreateTable, CreateView, Kind, Name, SeqOptions};
use super::super::sql::expr_text;
use super::bind::{Scope, Shared, query};
use super::catalog::{Catalog, Column, RelKind};
use super::columns::{add_constraint, column, free, fresh, new_rel, vacant};
use super::eval::Ctx;
use super::session::{Outcome, Tx};
use super::storage::Table;
use super::types::Type;
use std::rc::Rc;

/// Refuses to make something in a schema where that is not allowed.
fn may_create(name: &Name, sh: &Shared<'_>, cx: &Ctx<'_>) -> Res<()> {
    let schema = name.schema.as_deref().unwrap_or("public");
    let major = cx.cluster.borrow().major;
    cx.rights.schema(sh.catalog, schema, 'C', major).map_err(|e| e.at(name.pos))
}

/// CREATE TABLE.
pub fn table(
    s: &CreateTable,
    catalog: &Rc<Catalog>,
    sh: &mut Shared<'_>,
    tx: &mut Tx,
    cx: &Ctx<'_>,
) -> Res<Outcome> {
    may_create(&s.name, sh, cx)?;
    if !free(&s.name, s.if_not_exists, catalog, tx)? {
        return Ok(Outcome::tag("CREATE TABLE"));
    }
    let mut rows = None;
    let oid = fresh(cx);
    let mut new = Catalog::clone(catalog);
    let mut rel = new_rel(oid, &s.name, RelKind::Table, cx);
    for def in &s.columns {
        if rel.column(&def.name).is_some() {
            let text = format!("column \"{}\" specified more than once", def.name);
            return Err(PgError::new("42701", text));
        }
        let c = column(def, &rel, &mut new, tx, cx)?;
        rel.columns.push(c);
    }
    if let Some(q) = &s.query {
        let p = query(q, &Scope::default(), sh)?;
        for (name, ty) in &p.cols {
            let (name, ty) = (name.clone(), super::bind::known(ty));
            rel.columns.push(Column {
                name,
                ty,
                not_null: false,
                default: None,
                identity: None,
                comment: None,
            });
        }
        rows = Some(super::run::plan(&p, None, cx)?);
    }
    for def in &s.constraints {
        add_constraint(def, &mut rel, &mut new, cx)?;
    }
    new.rels.insert(oid, rel);
    tx.catalog(cx, new);
    tx.replace(cx, oid, Table { next: 1, ..Table::default() });
    let Some(rows) = rows else { return Ok(Outcome::tag("CREATE TABLE")) };
    let n = rows.len();
    for r in rows {
        tx.insert(cx, oid, r);
    }
    Ok(Outcome::tag(format!("SELECT {n}")))
}

/// CREATE VIEW.
pub fn view(
    s: &CreateView,
    catalog: &Rc<Catalog>,
    sh: &mut Shared<'_>,
    tx: &mut Tx,
    cx: &Ctx<'_>,
) -> Res<Outcome> {
    let CreateView { name, columns, query: q, text, replace } = s;
    may_create(name, sh, cx)?;
    let p = query(q, &Scope::default(), sh)?;
    let old = catalog
        .find(name.schema.as_deref(), &name.name)
        .filter(|r| *replace && matches!(r.kind, RelKind::View(_)));
    let oid = match old {
        Some(old) => old.oid,
        None => {
            free(name, false, catalog, tx)?;
            fresh(cx)
        }
    };
    let mut rel = new_rel(oid, name, RelKind::View(text.clone()), cx);
    for (i, (n, ty)) in p.cols.iter().enumerate() {
        let name = columns.get(i).unwrap_or(n).clone();
        rel.columns.push(Column {
            name,
            ty: super::bind::known(ty),
            not_null: false,
            default: None,
            identity: None,
            comment: None,
        });
    }
    let mut new = Catalog::clone(catalog);
    new.rels.insert(oid, rel);
    tx.catalog(cx, new);
    Ok(Outcome::tag("CREATE VIEW"))
}

/// CREATE INDEX.
pub fn index(
    s: &CreateIndex,
    catalog: &Rc<Catalog>,
    sh: &Shared<'_>,
    tx: &mut Tx,
    cx: &Ctx<'_>,
) -> Res<Outcome> {
    let CreateIndex { name, table, columns: keys, unique, if_not_exists } = s;
    let (unique, if_not_exists) = (*unique, *if_not_exists);
    let rel = super::from::relation(table, sh)?;
    cx.rights.owner(rel)?;
    let mut cols = Vec::new();
    for k in keys {
        if let Kind::Column { name, .. } = &k.kind
            && rel.column(name).is_none()
        {
            return Err(PgError::new("42703", format!("column \"{name}\" does not exist")));
        }
        if unique && !matches!(k.kind, Kind::Column { .. }) {
            return Err(PgError::gap("a unique index over an expression"));
        }
        cols.push(expr_text(k));
    }
    let plain: Vec<&str> = keys
        .iter()
        .map(|k| match &k.kind {
            Kind::Column { name, .. } => name.as_str(),
            _ => "expr",
        })
        .collect();
    let name = match name {
        Some(n) => n.clone(),
        None => vacant(catalog, rel, &format!("{}_{}_idx", rel.name, plain.join("_"))),
    };
    let n = Name { schema: Some(rel.schema.clone()), name, pos: 0 };
    if !free(&n, if_not_exists, catalog, tx)? {
        return Ok(Outcome::tag("CREATE INDEX"));
    }
    let oid = fresh(cx);
    let kind = RelKind::Index { table: rel.oid, keys: cols, unique, primary: false };
    let mut new = Catalog::clone(catalog);
    new.rels.insert(oid, new_rel(oid, &n, kind, cx));
    let rel = rel.clone();
    tx.catalog(cx, new);
    if unique {
        super::define::unique_holds(&rel, &n.name, cx)?;
    }
    Ok(Outcome::tag("CREATE INDEX"))
}

/// CREATE SEQUENCE.
pub fn sequence(
    name: &Name,
    o: &SeqOptions,
    if_not_exists: bool,
    catalog: &Rc<Catalog>,
    tx: &mut Tx,
    cx: &Ctx<'_>,
) -> Res<Outcome> {
    if free(name, if_not_exists, catalog, tx)? {
        let oid = fresh(cx);
        let ty = match o.ty.as_deref() {
            Some("integer" | "int") => Type::Int4,
            Some("smallint") => Type::Int2,
            _ => Type::Int8,
        };
        let (start, increment) = (o.start.unwrap_or(1), o.increment.unwrap_or(1));
        let mut new = Catalog::clone(catalog);
        let kind = RelKind::Sequence { start, increment, ty, owned_by: None };
        new.rels.insert(oid, new_rel(oid, name, kind, cx));
        tx.catalog(cx, new);
        tx.new_sequence(cx, oid, start);
    }
    Ok(Outcome::tag("CREATE SEQUENCE"))
}
