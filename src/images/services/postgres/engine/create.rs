//! CREATE TABLE, INDEX, VIEW, SEQUENCE and SCHEMA.

use std::rc::Rc;

use super::super::error::{PgError, Res};
use super::super::sql::ast::{Action, ColumnDef, ConstraintDef, ConstraintKind, CreateTable, Kind, Name, Query, SeqOptions};
use super::super::sql::{expr_text, ident};
use super::bind::{Scope, Shared, query};
use super::catalog::{Catalog, Column, Constraint, Demand, Rel, RelKind};
use super::eval::Ctx;
use super::session::{Outcome, Tx};
use super::storage::Table;
use super::types::Type;

/// A notice that something was left as it is.
pub fn skipping(tx: &mut Tx, name: &str) {
    tx.notices.push(PgError { code: "42P07", ..PgError::notice(format!("relation \"{name}\" already exists, skipping")) });
}

/// Whether a name is free; `false` where it is taken and that is all right.
fn free(name: &Name, if_not_exists: bool, catalog: &Catalog, tx: &mut Tx) -> Res<bool> {
    if let Some(s) = &name.schema
        && s != "public"
        && !catalog.schemas.contains_key(s)
    {
        return Err(PgError::new("3F000", format!("schema \"{s}\" does not exist")).at(name.pos));
    }
    if catalog.find(name.schema.as_deref(), &name.name).is_none() {
        return Ok(true);
    }
    if if_not_exists {
        skipping(tx, &name.name);
        return Ok(false);
    }
    Err(PgError::new("42P07", format!("relation \"{}\" already exists", name.name)))
}

fn new_rel(oid: u32, name: &Name, kind: RelKind, cx: &Ctx<'_>) -> Rel {
    Rel {
        oid,
        schema: name.schema.clone().unwrap_or_else(|| "public".into()),
        name: name.name.clone(),
        owner: cx.user.to_string(),
        kind,
        columns: Vec::new(),
        constraints: Vec::new(),
        comment: None,
    }
}

fn fresh(cx: &Ctx<'_>) -> u32 {
    cx.cluster.borrow_mut().fresh_oid()
}

/// A name that is not taken: `t_a_key`, `t_a_key1` ...
fn vacant(catalog: &Catalog, rel: &Rel, base: &str) -> String {
    let taken = |n: &str| {
        catalog.find(Some(&rel.schema), n).is_some() || rel.constraints.iter().any(|c| c.name == n)
    };
    let mut name = base.to_string();
    let mut n = 0;
    while taken(&name) {
        n += 1;
        name = format!("{base}{n}");
    }
    name
}

/// Makes a column; a serial's or identity's sequence comes with it.
pub fn column(def: &ColumnDef, rel: &Rel, catalog: &mut Catalog, tx: &mut Tx, cx: &Ctx<'_>) -> Res<Column> {
    let serial = match def.ty.name.as_str() {
        "serial" | "serial4" => Some(Type::Int4),
        "bigserial" | "serial8" => Some(Type::Int8),
        "smallserial" | "serial2" => Some(Type::Int2),
        _ => None,
    };
    let ty = match &serial {
        Some(t) => t.clone(),
        None => Type::named(&def.ty)?,
    };
    let mut c = Column {
        name: def.name.clone(),
        not_null: def.not_null || serial.is_some(),
        default: None,
        identity: def.identity,
        comment: None,
        ty,
    };
    if let Some(d) = &def.default {
        super::constraint::bound(&default_text(d, &c.ty), &Rel { columns: Vec::new(), ..rel.clone() }, &c.ty, catalog, cx)
            .map_err(|e| PgError { position: None, ..e })?;
        c.default = Some(default_text(d, &c.ty));
    }
    if serial.is_some() || def.identity.is_some() {
        let name = vacant(catalog, rel, &format!("{}_{}_seq", rel.name, c.name));
        let oid = fresh(cx);
        let kind = RelKind::Sequence { start: 1, increment: 1, ty: c.ty.clone(), owned_by: Some((rel.oid, c.name.clone())) };
        let name = Name { schema: Some(rel.schema.clone()), name, pos: 0 };
        if serial.is_some() {
            c.default = Some(format!("nextval('{}'::regclass)", sequence_name(&rel.schema, &name.name)));
        }
        catalog.rels.insert(oid, new_rel(oid, &name, kind, cx));
        tx.new_sequence(cx, oid, 1);
    }
    Ok(c)
}

/// A sequence's name as a default holds it.
fn sequence_name(schema: &str, name: &str) -> String {
    if schema == "public" { ident(name) } else { format!("{}.{}", ident(schema), ident(name)) }
}

/// A default's text: a literal takes the column's type.
pub fn default_text(e: &super::super::sql::ast::Expr, ty: &Type) -> String {
    match &e.kind {
        Kind::Str(s) => format!("{}::{}", super::super::sql::literal(s), ty.base_name()),
        Kind::Num(n) if n.starts_with('-') => format!("'{n}'::{}", if n.contains('.') { "numeric".into() } else { ty.base_name() }),
        _ => expr_text(e),
    }
}

fn action(a: Action) -> char {
    match a {
        Action::NoAction => 'a',
        Action::Restrict => 'r',
        Action::Cascade => 'c',
        Action::SetNull => 'n',
        Action::SetDefault => 'd',
    }
}

/// Adds a constraint to a table, with its index.
pub fn add_constraint(def: &ConstraintDef, rel: &mut Rel, catalog: &mut Catalog, cx: &Ctx<'_>) -> Res<()> {
    let known = |rel: &Rel, cols: &[String]| match cols.iter().find(|c| rel.column(c).is_none()) {
        Some(c) => Err(PgError::new("42703", format!("column \"{c}\" named in key does not exist"))),
        None => Ok(()),
    };
    let (base, demand) = match &def.kind {
        ConstraintKind::Primary(cols) => {
            known(rel, cols)?;
            if rel.primary().is_some() {
                let text = format!("multiple primary keys for table \"{}\" are not allowed", rel.name);
                return Err(PgError::new("42P16", text));
            }
            for c in cols {
                if let Some(i) = rel.column(c) {
                    rel.columns[i].not_null = true;
                }
            }
            (format!("{}_pkey", rel.name), Demand::Primary(cols.clone()))
        }
        ConstraintKind::Unique(cols) => {
            known(rel, cols)?;
            (format!("{}_{}_key", rel.name, cols.join("_")), Demand::Unique(cols.clone()))
        }
        ConstraintKind::Check(e) => {
            let text = expr_text(e);
            super::constraint::bound(&text, rel, &Type::Bool, catalog, cx)?;
            let mut names = Vec::new();
            columns_in(e, &mut names);
            let middle = if names.len() == 1 { format!("_{}", names[0]) } else { String::new() };
            (format!("{}{middle}_check", rel.name), Demand::Check(text))
        }
        ConstraintKind::Foreign { columns, table, refs, on_delete, on_update } => {
            known(rel, columns)?;
            let target = if table.name == rel.name {
                rel.clone()
            } else {
                catalog.find(table.schema.as_deref(), &table.name).cloned().ok_or_else(|| {
                    PgError { position: None, ..super::from::missing(table) }
                })?
            };
            let refs = if refs.is_empty() {
                target.primary().map(<[String]>::to_vec).ok_or_else(|| {
                    PgError::new("42830", format!("there is no primary key for referenced table \"{}\"", target.name))
                })?
            } else {
                refs.clone()
            };
            let fits = target.constraints.iter().any(|c| match &c.demand {
                Demand::Primary(cols) | Demand::Unique(cols) => *cols == refs,
                _ => false,
            });
            if !fits {
                let text = format!("there is no unique constraint matching given keys for referenced table \"{}\"", target.name);
                return Err(PgError::new("42830", text));
            }
            let demand = Demand::Foreign {
                columns: columns.clone(),
                table: target.oid,
                refs,
                on_delete: action(*on_delete),
                on_update: action(*on_update),
            };
            (format!("{}_{}_fkey", rel.name, columns.join("_")), demand)
        }
    };
    let name = match &def.name {
        Some(n) if rel.constraints.iter().any(|c| c.name == *n) => {
            let text = format!("constraint \"{n}\" for relation \"{}\" already exists", rel.name);
            return Err(PgError::new("42710", text));
        }
        Some(n) => n.clone(),
        None => vacant(catalog, rel, &base),
    };
    let mut index = 0;
    if let Demand::Primary(cols) | Demand::Unique(cols) = &demand {
        index = fresh(cx);
        let primary = matches!(demand, Demand::Primary(_));
        let kind = RelKind::Index { table: rel.oid, keys: cols.clone(), unique: true, primary };
        let n = Name { schema: Some(rel.schema.clone()), name: name.clone(), pos: 0 };
        catalog.rels.insert(index, new_rel(index, &n, kind, cx));
    }
    rel.constraints.push(Constraint { name, demand, index });
    Ok(())
}

fn columns_in(e: &super::super::sql::ast::Expr, out: &mut Vec<String>) {
    let mut add = |name: &String| {
        if !out.contains(name) {
            out.push(name.clone());
        }
    };
    match &e.kind {
        Kind::Column { name, .. } => add(name),
        Kind::Binary(_, a, b) | Kind::And(a, b) | Kind::Or(a, b) => {
            columns_in(a, out);
            columns_in(b, out);
        }
        Kind::Unary(_, a) | Kind::Not(a) | Kind::IsNull(a, _) | Kind::Cast(a, _) | Kind::In(a, _, _) | Kind::Between(a, _, _, _) => {
            columns_in(a, out);
        }
        Kind::Like { e, .. } => columns_in(e, out),
        Kind::Call(c) => c.args.iter().for_each(|a| columns_in(a, out)),
        _ => {}
    }
}

/// CREATE TABLE.
pub fn table(s: &CreateTable, catalog: &Rc<Catalog>, sh: &mut Shared<'_>, tx: &mut Tx, cx: &Ctx<'_>) -> Res<Outcome> {
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
            rel.columns.push(Column { name, ty, not_null: false, default: None, identity: None, comment: None });
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
pub fn view(name: &Name, columns: &[String], q: &Query, text: &str, replace: bool, catalog: &Rc<Catalog>, sh: &mut Shared<'_>, tx: &mut Tx, cx: &Ctx<'_>) -> Res<Outcome> {
    let p = query(q, &Scope::default(), sh)?;
    let old = catalog.find(name.schema.as_deref(), &name.name).filter(|r| replace && matches!(r.kind, RelKind::View(_)));
    let oid = match old {
        Some(old) => old.oid,
        None => {
            free(name, false, catalog, tx)?;
            fresh(cx)
        }
    };
    let mut rel = new_rel(oid, name, RelKind::View(text.to_string()), cx);
    for (i, (n, ty)) in p.cols.iter().enumerate() {
        let name = columns.get(i).unwrap_or(n).clone();
        rel.columns.push(Column { name, ty: super::bind::known(ty), not_null: false, default: None, identity: None, comment: None });
    }
    let mut new = Catalog::clone(catalog);
    new.rels.insert(oid, rel);
    tx.catalog(cx, new);
    Ok(Outcome::tag("CREATE VIEW"))
}

/// CREATE INDEX.
pub fn index(name: Option<&str>, table: &Name, keys: &[super::super::sql::ast::Expr], unique: bool, if_not_exists: bool, catalog: &Rc<Catalog>, sh: &Shared<'_>, tx: &mut Tx, cx: &Ctx<'_>) -> Res<Outcome> {
    let rel = super::from::relation(table, sh)?;
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
    let plain: Vec<&str> = keys.iter().map(|k| match &k.kind { Kind::Column { name, .. } => name.as_str(), _ => "expr" }).collect();
    let name = match name {
        Some(n) => n.to_string(),
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
pub fn sequence(name: &Name, o: &SeqOptions, if_not_exists: bool, catalog: &Rc<Catalog>, tx: &mut Tx, cx: &Ctx<'_>) -> Res<Outcome> {
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
