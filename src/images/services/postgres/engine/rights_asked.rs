//! The functions that ask what a role may do.

use super::super::error::{PgError, Res};
use super::eval::Ctx;
use super::rights::{DATABASE, Rights, SCHEMA, TABLE};
use super::types::Value;

/// The letters that a list of privileges names; any of them is enough.
fn wanted(list: &str, known: &[(&str, char)]) -> Res<Vec<char>> {
    let letter = |word: &str| {
        let word = word.trim().to_lowercase();
        known.iter().find(|(n, _)| *n == word).map(|(_, l)| *l).ok_or_else(|| {
            PgError::new("22023", format!("unrecognized privilege type: \"{word}\""))
        })
    };
    list.split(',').map(letter).collect()
}

/// `has_database_privilege` and its kin: the role may be left out.
pub fn call(name: &str, a: &[Value], cx: &Ctx<'_>) -> Res<Value> {
    let cl = cx.cluster.borrow();
    let (role, a) = match a {
        [role, rest @ ..] if rest.len() == 2 => (role.str(), rest),
        all => (cx.user, all),
    };
    let [of, list] = a else { return Err(PgError::gap(name)) };
    if !cl.roles.contains_key(role) {
        return Err(PgError::new("42704", format!("role \"{role}\" does not exist")));
    }
    let rights = Rights::of(&cl, role);
    let Some(db) = cl.open.get(&cx.db) else { return Ok(Value::Null) };
    let known = match name {
        "has_database_privilege" => DATABASE,
        "has_schema_privilege" => SCHEMA,
        _ => TABLE,
    };
    let letters = wanted(list.str(), known)?;
    let may = match name {
        "has_database_privilege" => {
            let found = cl.dbs.values().find(|d| d.name == of.str()).ok_or_else(|| {
                PgError::new("3D000", format!("database \"{}\" does not exist", of.str()))
            })?;
            letters.iter().any(|l| rights.database(found, *l))
        }
        "has_schema_privilege" => {
            let schema = of.str();
            if !["public", "pg_catalog", "information_schema"].contains(&schema)
                && !db.catalog.schemas.contains_key(schema)
            {
                return Err(PgError::new("3F000", format!("schema \"{schema}\" does not exist")));
            }
            letters.iter().any(|l| rights.schema(&db.catalog, schema, *l, cl.major).is_ok())
        }
        _ => {
            let oid = match of {
                Value::Int(n) => *n as u32,
                text => super::sysinfo::to_regclass(&db.catalog, text.str())?,
            };
            let Some(rel) = db.catalog.rels.get(&oid) else { return Ok(Value::Null) };
            letters.iter().any(|l| rights.may(rel, *l))
        }
    };
    Ok(Value::Bool(may))
}
