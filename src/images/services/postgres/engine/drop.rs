//! DROP TABLE, VIEW, INDEX, SEQUENCE and SCHEMA.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::super::error::{PgError, Res};
use super::super::sql::ast::Name;
use super::catalog::{Catalog, Demand, RelKind};
use super::eval::Ctx;
use super::session::{Outcome, Tx};

/// Runs one.
pub fn drop(
    kind: &'static str,
    names: &[Name],
    if_exists: bool,
    cascade: bool,
    catalog: &Rc<Catalog>,
    tx: &mut Tx,
    cx: &Ctx<'_>,
) -> Res<Outcome> {
    let tag = format!("DROP {}", kind.to_uppercase());
    let mut new = Catalog::clone(catalog);
    let mut gone = BTreeSet::new();
    for name in names {
        if kind == "schema" {
            if new.schemas.remove(&name.name).is_none() && name.name != "public" && !if_exists {
                return Err(PgError::new(
                    "3F000",
                    format!("schema \"{}\" does not exist", name.name),
                ));
            }
            let inside: Vec<_> = new
                .rels
                .values()
                .filter(|r| r.schema == name.name)
                .map(|r| (r.oid, r.word(), r.name.clone()))
                .collect();
            if let (Some((_, word, rel)), false) = (inside.first(), cascade) {
                let detail = format!("{word} {}.{rel} depends on schema {}", name.name, name.name);
                return Err(depends(&format!("schema {}", name.name), detail));
            }
            for (oid, _, _) in inside {
                remove(&mut new, oid, &mut gone);
            }
            continue;
        }
        let Some(rel) = new.find(name.schema.as_deref(), &name.name).cloned() else {
            let text = format!("{kind} \"{}\" does not exist", name.name);
            if if_exists {
                tx.notices.push(PgError::notice(format!("{text}, skipping")));
                continue;
            }
            return Err(PgError::new("42P01", text));
        };
        if rel.word() != kind {
            let hint = format!(
                "Use DROP {} to remove {} {}.",
                rel.word().to_uppercase(),
                if rel.word() == "index" { "an" } else { "a" },
                rel.word()
            );
            let article = if kind == "index" { "an" } else { "a" };
            return Err(PgError::new("42809", format!("\"{}\" is not {article} {kind}", rel.name))
                .hint(hint));
        }
        cx.rights.owner(&rel)?;
        let refs: Vec<(String, String, u32)> = new
            .references(rel.oid)
            .iter()
            .filter(|(r, _)| r.oid != rel.oid && !names.iter().any(|n| n.name == r.name))
            .map(|(r, c)| (c.name.clone(), r.name.clone(), r.oid))
            .collect();
        let views: Vec<(u32, String)> = new
            .rels
            .values()
            .filter(|r| matches!(&r.kind, RelKind::View(q) if mentions(q, &rel.name)))
            .map(|r| (r.oid, r.name.clone()))
            .collect();
        if let (false, Some((c, r, _))) = (cascade, refs.first()) {
            let detail = format!("constraint {c} on table {r} depends on table {}", rel.name);
            return Err(depends(&format!("table {}", rel.name), detail));
        }
        if let (false, Some((_, v)), true) =
            (cascade, views.first(), kind == "table" || kind == "view")
        {
            return Err(depends(
                &format!("{kind} {}", rel.name),
                format!("view {v} depends on {kind} {}", rel.name),
            ));
        }
        if let RelKind::Index { table, .. } = &rel.kind
            && let Some(t) = new.rels.get(table)
            && t.constraints.iter().any(|c| c.index == rel.oid)
        {
            let text = format!(
                "cannot drop index {} because constraint {} on table {} requires it",
                rel.name, rel.name, t.name
            );
            return Err(PgError::new("2BP01", text).hint(format!(
                "You can drop constraint {} on table {} instead.",
                rel.name, t.name
            )));
        }
        if let RelKind::Sequence { owned_by: Some((t, c)), .. } = &rel.kind
            && !cascade
            && let Some(t) = new.rels.get(t)
            && t.columns.iter().any(|col| {
                let default = col.default.as_deref().unwrap_or_default();
                let counted = default.starts_with("nextval(") && default.contains(&rel.name);
                col.name == *c && (col.identity.is_some() || counted)
            })
        {
            let detail = format!(
                "default value for column {c} of table {} depends on sequence {}",
                t.name, rel.name
            );
            return Err(depends(&format!("sequence {}", rel.name), detail));
        }
        for (c, r, oid) in refs {
            tx.notices
                .push(PgError::notice(format!("drop cascades to constraint {c} on table {r}")));
            if let Some(r) = new.rels.get_mut(&oid) {
                r.constraints.retain(|x| x.name != c);
            }
        }
        for (oid, v) in views.iter().filter(|_| kind != "index") {
            tx.notices.push(PgError::notice(format!("drop cascades to view {v}")));
            remove(&mut new, *oid, &mut gone);
        }
        remove(&mut new, rel.oid, &mut gone);
    }
    tx.catalog(cx, new);
    for oid in gone {
        tx.gone(cx, oid);
    }
    Ok(Outcome::tag(tag))
}

fn depends(what: &str, detail: String) -> PgError {
    PgError::new("2BP01", format!("cannot drop {what} because other objects depend on it"))
        .detail(detail)
        .hint("Use DROP ... CASCADE to drop the dependent objects too.")
}

/// Whether a view's query names a relation.
pub fn mentions(query: &str, name: &str) -> bool {
    query.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|w| w.eq_ignore_ascii_case(name))
}

/// Takes a relation out, with its indexes and the sequences that it owns.
pub fn remove(catalog: &mut Catalog, oid: u32, gone: &mut BTreeSet<u32>) {
    let with: Vec<u32> = catalog
        .rels
        .values()
        .filter(|r| match &r.kind {
            RelKind::Index { table, .. } => *table == oid,
            RelKind::Sequence { owned_by: Some((t, _)), .. } => *t == oid,
            _ => r.oid == oid,
        })
        .map(|r| r.oid)
        .chain(std::iter::once(oid))
        .collect();
    for r in catalog.rels.values_mut() {
        r.constraints.retain(|c| {
            !matches!(&c.demand, Demand::Foreign { table, .. } if *table == oid) || r.oid == oid
        });
    }
    for oid in with {
        if catalog.rels.remove(&oid).is_some() {
            gone.insert(oid);
        }
    }
}
