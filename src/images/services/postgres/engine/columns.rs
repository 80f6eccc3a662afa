//! What new relations are made of: their names, columns and constraints.

use super::super::error::{PgError, Res};
use super::super::sql::ast::{Action, ColumnDef, ConstraintDef, ConstraintKind, Kind, Name};
use super::super::sql::{expr_text, ident};
use super::catalog::{Catalog, Column, Constraint, Demand, Rel, RelKind};
use super::eval::Ctx;
use super::session::Tx;
use super::types::Type;

/// A notice that something was left as it is.
pub fn skipping(tx: &mut Tx, name: &str) {
    tx.notices.push(PgError {
        code: "42P07",
        ..PgError::notice(format!("relation \"{name}\" already exists, skipping"))
    });
}

/// Whether a name is free; `false` where it is taken and that is all right.
pub fn free(name: &Name, if_not_exists: bool, catalog: &Catalog, tx: &mut Tx) -> Res<bool> {
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

pub fn new_rel(oid: u32, name: &Name, kind: RelKind, cx: &Ctx<'_>) -> Rel {
    Rel {
        oid,
        schema: name.schema.clone().unwrap_or_else(|| "public".into()),
        name: name.name.clone(),
        owner: cx.user.to_string(),
        kind,
        columns: Vec::new(),
        constraints: Vec::new(),
        comment: None,
        acl: None,
    }
}

pub fn fresh(cx: &Ctx<'_>) -> u32 {
    cx.cluster.borrow_mut().fresh_oid()
}

/// A name that is not taken: `t_a_key`, `t_a_key1` ...
pub fn vacant(catalog: &Catalog, rel: &Rel, base: &str) -> String {
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
pub fn column(
    def: &ColumnDef,
    rel: &Rel,
    catalog: &mut Catalog,
    tx: &mut Tx,
    cx: &Ctx<'_>,
) -> Res<Column> {
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
        super::constraint::bound(
            &default_text(d, &c.ty),
            &Rel { columns: Vec::new(), ..rel.clone() },
            &c.ty,
            catalog,
            cx,
        )
        .map_err(|e| PgError { position: None, ..e })?;
        c.default = Some(default_text(d, &c.ty));
    }
    if serial.is_some() || def.identity.is_some() {
        let name = vacant(catalog, rel, &format!("{}_{}_seq", rel.name, c.name));
        let oid = fresh(cx);
        let kind = RelKind::Sequence {
            start: 1,
            increment: 1,
            ty: c.ty.clone(),
            owned_by: Some((rel.oid, c.name.clone())),
        };
        let name = Name { schema: Some(rel.schema.clone()), name, pos: 0 };
        if serial.is_some() {
            c.default =
                Some(format!("nextval('{}'::regclass)", sequence_name(&rel.schema, &name.name)));
        }
        catalog.rels.insert(oid, new_rel(oid, &name, kind, cx));
        tx.new_sequence(cx, oid, 1);
    }
    Ok(c)
}

/// A sequence's name as a default holds it.
pub fn sequence_name(schema: &str, name: &str) -> String {
    if schema == "public" { ident(name) } else { format!("{}.{}", ident(schema), ident(name)) }
}

/// A default's text: a literal takes the column's type.
pub fn default_text(e: &super::super::sql::ast::Expr, ty: &Type) -> String {
    match &e.kind {
        Kind::Str(s) => format!("{}::{}", super::super::sql::literal(s), ty.base_name()),
        Kind::Num(n) if n.starts_with('-') => {
            format!("'{n}'::{}", if n.contains('.') { "numeric".into() } else { ty.base_name() })
        }
        // A sequence on the search path goes by its name alone.
        _ => expr_text(e).replace("nextval('public.", "nextval('"),
    }
}

/// The columns that an expression names, each once.
pub fn columns_in(e: &super::super::sql::ast::Expr, out: &mut Vec<String>) {
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
        Kind::Unary(_, a)
        | Kind::Not(a)
        | Kind::IsNull(a, _)
        | Kind::Cast(a, _)
        | Kind::In(a, _, _)
        | Kind::Between(a, _, _, _) => {
            columns_in(a, out);
        }
        Kind::Like { e, .. } => columns_in(e, out),
        Kind::Call(c) => c.args.iter().for_each(|a| columns_in(a, out)),
        _ => {}
    }
}

pub fn action(a: Action) -> char {
    match a {
        Action::NoAction => 'a',
        Action::Restrict => 'r',
        Action::Cascade => 'c',
        Action::SetNull => 'n',
        Action::SetDefault => 'd',
    }
}

/// Adds a constraint to a table, with its index.
pub fn add_constraint(
    def: &ConstraintDef,
    rel: &mut Rel,
    catalog: &mut Catalog,
    cx: &Ctx<'_>,
) -> Res<()> {
    let known = |rel: &Rel, cols: &[String]| match cols.iter().find(|c| rel.column(c).is_none()) {
        Some(c) => {
            Err(PgError::new("42703", format!("column \"{c}\" named in key does not exist")))
        }
        None => Ok(()),
    };
    let (base, demand) = match &def.kind {
        ConstraintKind::Primary(cols) => {
            known(rel, cols)?;
            if rel.primary().is_some() {
                let text =
                    format!("multiple primary keys for table \"{}\" are not allowed", rel.name);
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
                catalog
                    .find(table.schema.as_deref(), &table.name)
                    .cloned()
                    .ok_or_else(|| PgError { position: None, ..super::from::missing(table) })?
            };
            let refs = if refs.is_empty() {
                target.primary().map(<[String]>::to_vec).ok_or_else(|| {
                    PgError::new(
                        "42830",
                        format!("there is no primary key for referenced table \"{}\"", target.name),
                    )
                })?
            } else {
                refs.clone()
            };
            let fits = target.constraints.iter().any(|c| match &c.demand {
                Demand::Primary(cols) | Demand::Unique(cols) => *cols == refs,
                _ => false,
            });
            if !fits {
                let text = format!(
                    "there is no unique constraint matching given keys for referenced table \"{}\"",
                    target.name
                );
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
        Some(n)
            if matches!(demand, Demand::Primary(_) | Demand::Unique(_))
                && catalog.rels.values().any(|r| r.schema == rel.schema && r.name == *n) =>
        {
            return Err(PgError::new("42P07", format!("relation \"{n}\" already exists")));
        }
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
