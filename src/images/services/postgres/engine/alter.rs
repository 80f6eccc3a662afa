//! ALTER TABLE.

use std::rc::Rc;

use super::super::error::{PgError, Res};
use super::super::sql::ast::{Alter, Name};
use super::super::sql::expr_text;
use super::catalog::{Catalog, Demand, Rel, RelKind};
use super::columns::{add_constraint, column, default_text};
use super::constraint::{check_references, check_row, default_value, fit};
use super::eval::{Ctx, Env, eval};
use super::plan::{E, Pos};
use super::session::{Outcome, Tx};
use super::storage::{Row, Table};
use super::types::{Type, Value};

fn no_column(rel: &Rel, name: &str) -> PgError {
    PgError::new("42703", format!("column \"{name}\" of relation \"{}\" does not exist", rel.name))
}

/// Runs one.
pub fn alter(
    name: &Name,
    if_exists: bool,
    changes: &[Alter],
    catalog: &Rc<Catalog>,
    tx: &mut Tx,
    cx: &Ctx<'_>,
) -> Res<Outcome> {
    let Some(found) = catalog.find(name.schema.as_deref(), &name.name) else {
        if if_exists {
            tx.notices.push(PgError::notice(format!(
                "relation \"{}\" does not exist, skipping",
                name.name
            )));
            return Ok(Outcome::tag("ALTER TABLE"));
        }
        return Err(PgError { position: None, ..super::from::missing(name) });
    };
    cx.rights.owner(found)?;
    let mut new = Catalog::clone(catalog);
    let mut rel = found.clone();
    let oid = rel.oid;
    let old_rows: Vec<Row> = {
        let cl = cx.cluster.borrow();
        let t = cl.open.get(&cx.db).and_then(|d| d.tables.get(&oid));
        t.map(|t| t.rows.values().filter(|v| cx.sees(&cl, v)).map(|v| Rc::clone(&v.row)).collect())
            .unwrap_or_default()
    };
    let mut rows: Vec<Vec<Value>> = old_rows.iter().map(|r| r.to_vec()).collect();
    let mut rewrite = false;
    let mut gone = std::collections::BTreeSet::new();
    for change in changes {
        match change {
            Alter::AddColumn { def, constraints, if_not_exists } => {
                if rel.column(&def.name).is_some() {
                    let text = format!(
                        "column \"{}\" of relation \"{}\" already exists",
                        def.name, rel.name
                    );
                    if *if_not_exists {
                        tx.notices.push(PgError::notice(format!("{text}, skipping")));
                        continue;
                    }
                    return Err(PgError::new("42701", text));
                }
                let c = column(def, &rel, &mut new, tx, cx)?;
                for row in &mut rows {
                    row.push(default_value(&rel, &c, &new, cx)?);
                }
                rel.columns.push(c);
                for def in constraints {
                    add_constraint(def, &mut rel, &mut new, cx)?;
                }
                rewrite = true;
            }
            Alter::DropColumn { name, if_exists } => {
                let Some(i) = rel.column(name) else {
                    if *if_exists {
                        let text = format!(
                            "column \"{name}\" of relation \"{}\" does not exist, skipping",
                            rel.name
                        );
                        tx.notices.push(PgError::notice(text));
                        continue;
                    }
                    return Err(no_column(&rel, name));
                };
                rel.columns.remove(i);
                rows.iter_mut().for_each(|r| drop(r.remove(i)));
                rel.constraints.retain(|c| {
                    let uses = match &c.demand {
                        Demand::Primary(cols)
                        | Demand::Unique(cols)
                        | Demand::Foreign { columns: cols, .. } => cols.contains(name),
                        Demand::Check(text) => super::drop::mentions(text, name),
                    };
                    if uses && c.index != 0 {
                        gone.insert(c.index);
                    }
                    !uses
                });
                let dead: Vec<u32> = new
                    .rels
                    .values()
                    .filter(|r| match &r.kind {
                        RelKind::Index { table, keys, .. } => *table == oid && keys.contains(name),
                        RelKind::Sequence { owned_by: Some((t, c)), .. } => *t == oid && c == name,
                        _ => false,
                    })
                    .map(|r| r.oid)
                    .collect();
                gone.extend(dead);
                rewrite = true;
            }
            Alter::RenameColumn(from, to) => {
                let i = rel.column(from).ok_or_else(|| {
                    PgError::new("42703", format!("column \"{from}\" does not exist"))
                })?;
                if rel.column(to).is_some() {
                    let text =
                        format!("column \"{to}\" of relation \"{}\" already exists", rel.name);
                    return Err(PgError::new("42701", text));
                }
                rel.columns[i].name = to.clone();
                rename_in(&mut rel, &mut new, oid, from, to);
            }
            Alter::RenameTo(to) => {
                if new.find(Some(&rel.schema), to).is_some() {
                    return Err(PgError::new("42P07", format!("relation \"{to}\" already exists")));
                }
                rel.name = to.clone();
            }
            Alter::SetType(c, ty, using) => {
                let i = rel.column(c).ok_or_else(|| no_column(&rel, c))?;
                let to = Type::named(ty)?;
                let e = match using {
                    Some(u) => super::constraint::bound(&expr_text(u), &rel, &to, &new, cx)?,
                    None => E::Cast {
                        e: E::Col(0, i, Pos(0)).into(),
                        from: rel.columns[i].ty.clone(),
                        to: to.plain(),
                        pos: Pos(0),
                    },
                };
                if using.is_none() && rel.columns[i].ty.is_text() && !to.is_text() {
                    let text = format!(
                        "column \"{c}\" cannot be cast automatically to type {}",
                        to.base_name()
                    );
                    return Err(PgError::new("42804", text).hint(format!(
                        "You might need to specify \"USING {c}::{}\".",
                        to.base_name()
                    )));
                }
                for row in &mut rows {
                    let v = eval(&e, &Env { row, up: None }, cx)?;
                    row[i] = fit(&v, &to, cx)?;
                }
                rel.columns[i].ty = to;
                rewrite = true;
            }
            Alter::SetDefault(c, d) => {
                let i = rel.column(c).ok_or_else(|| no_column(&rel, c))?;
                rel.columns[i].default = d.as_ref().map(|d| default_text(d, &rel.columns[i].ty));
            }
            Alter::SetNotNull(c, on) => {
                let i = rel.column(c).ok_or_else(|| no_column(&rel, c))?;
                if *on && rows.iter().any(|r| r[i].is_null()) {
                    let text =
                        format!("column \"{c}\" of relation \"{}\" contains null values", rel.name);
                    return Err(PgError::new("23502", text));
                }
                rel.columns[i].not_null = *on;
            }
            Alter::AddConstraint(def) => {
                add_constraint(def, &mut rel, &mut new, cx)?;
                for row in &rows {
                    check_row(&rel, row, &new, cx).map_err(|e| match e.code {
                        "23514" => {
                            let name = rel.constraints.last().map_or("", |c| c.name.as_str());
                            let text = format!("check constraint \"{name}\" of relation \"{}\" is violated by some row", rel.name);
                            PgError::new("23514", text)
                        }
                        _ => e,
                    })?;
                    check_references(&rel, row, &new, cx)?;
                }
            }
            Alter::DropConstraint { name, if_exists } => {
                let Some(i) = rel.constraints.iter().position(|c| c.name == *name) else {
                    let text = format!(
                        "constraint \"{name}\" of relation \"{}\" does not exist",
                        rel.name
                    );
                    if *if_exists {
                        tx.notices.push(PgError::notice(format!("{text}, skipping")));
                        continue;
                    }
                    return Err(PgError::new("42704", text));
                };
                let c = rel.constraints.remove(i);
                if c.index != 0 {
                    gone.insert(c.index);
                }
            }
            Alter::AddIdentity(c, always) => {
                let i = rel.column(c).ok_or_else(|| no_column(&rel, c))?;
                let def = super::super::sql::ast::ColumnDef {
                    name: c.clone(),
                    ty: super::super::sql::ast::TypeName {
                        name: "integer".into(),
                        mods: Vec::new(),
                        array: false,
                        pos: 0,
                    },
                    not_null: true,
                    default: None,
                    identity: Some(*always),
                };
                column(&def, &rel, &mut new, tx, cx)?;
                rel.columns[i].identity = Some(*always);
            }
            Alter::Owner(who) => {
                if !cx.cluster.borrow().roles.contains_key(who) {
                    return Err(PgError::new("42704", format!("role \"{who}\" does not exist")));
                }
                rel.owner = who.clone();
            }
            Alter::Nothing => {}
        }
    }
    gone.iter().for_each(|o| drop(new.rels.remove(o)));
    let checked = rel.clone();
    new.rels.insert(oid, rel);
    tx.catalog(cx, new);
    for o in gone {
        tx.gone(cx, o);
    }
    if rewrite && checked.kind == RelKind::Table {
        tx.replace(cx, oid, Table { next: 1, ..Table::default() });
        for r in rows {
            if let Some((c, _)) =
                checked.columns.iter().zip(&r).find(|(c, v)| c.not_null && v.is_null())
            {
                let text = format!(
                    "column \"{}\" of relation \"{}\" contains null values",
                    c.name, checked.name
                );
                return Err(PgError::new("23502", text));
            }
            tx.insert(cx, oid, Rc::new(r));
        }
    }
    for c in &checked.constraints {
        if c.index != 0 {
            super::define::unique_holds(&checked, &c.name, cx)?;
        }
    }
    Ok(Outcome::tag("ALTER TABLE"))
}

fn rename_in(rel: &mut Rel, catalog: &mut Catalog, oid: u32, from: &str, to: &str) {
    let swap = |cols: &mut Vec<String>| {
        cols.iter_mut().filter(|c| *c == from).for_each(|c| *c = to.to_string())
    };
    for c in &mut rel.constraints {
        match &mut c.demand {
            Demand::Primary(cols)
            | Demand::Unique(cols)
            | Demand::Foreign { columns: cols, .. } => swap(cols),
            Demand::Check(text) => {
                let words: Vec<String> = text
                    .split_inclusive(|c: char| !(c.is_alphanumeric() || c == '_'))
                    .map(|w| {
                        let name = w.trim_end_matches(|c: char| !(c.is_alphanumeric() || c == '_'));
                        if name == from {
                            format!("{to}{}", &w[name.len()..])
                        } else {
                            w.to_string()
                        }
                    })
                    .collect();
                *text = words.concat();
            }
        }
    }
    for r in catalog.rels.values_mut() {
        match &mut r.kind {
            RelKind::Index { table, keys, .. } if *table == oid => swap(keys),
            RelKind::Sequence { owned_by: Some((t, c)), .. } if *t == oid && c == from => {
                *c = to.to_string()
            }
            _ => {}
        }
        for c in &mut r.constraints {
            if let Demand::Foreign { table, refs, .. } = &mut c.demand
                && *table == oid
            {
                swap(refs);
            }
        }
    }
}
