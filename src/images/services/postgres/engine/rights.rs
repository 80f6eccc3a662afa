//! Who may do what: GRANT and REVOKE, and the questions that statements ask before they do something.

use std::collections::BTreeSet;

use super::super::error::{PgError, Res};
use super::super::sql::ast::{Grant, GrantOn};
use super::bind::Shared;
use super::catalog::{Acl, Catalog, Rel, RelKind};
use super::eval::Ctx;
use super::session::{Outcome, Tx};
use super::storage::{Cluster, Step};

/// Privileges of tables, with their letters, in the order in which they are shown.
pub const TABLE: &[(&str, char)] = &[
    ("insert", 'a'),
    ("select", 'r'),
    ("update", 'w'),
    ("delete", 'd'),
    ("truncate", 'D'),
    ("references", 'x'),
    ("trigger", 't'),
    ("maintain", 'm'),
];
/// The order in which letters are shown.
const SHOWN: &str = "arwdDxtXUCTcsAm";

const SEQUENCE: &[(&str, char)] = &[("select", 'r'), ("update", 'w'), ("usage", 'U')];
pub const SCHEMA: &[(&str, char)] = &[("usage", 'U'), ("create", 'C')];
pub const DATABASE: &[(&str, char)] =
    &[("create", 'C'), ("temporary", 'T'), ("temp", 'T'), ("connect", 'c')];

/// What a role may do, its own and that of the roles which it belongs to.
#[derive(Clone, Debug, Default)]
pub struct Rights {
    superuser: bool,
    roles: BTreeSet<String>,
}

/// Whether an access list gives everybody something.
fn everybody(acl: &Acl, letter: char) -> bool {
    acl.get("").is_some_and(|l| l.contains(letter))
}

fn denied(kind: &str, name: &str) -> PgError {
    PgError::new("42501", format!("permission denied for {kind} {name}"))
}

impl Rights {
    /// The rights of a role.
    pub fn of(cl: &Cluster, user: &str) -> Rights {
        let mut roles = BTreeSet::from([user.to_string()]);
        let mut todo = vec![user.to_string()];
        while let Some(name) = todo.pop() {
            for of in cl.roles.get(&name).iter().flat_map(|r| &r.member_of) {
                if roles.insert(of.clone()) {
                    todo.push(of.clone());
                }
            }
        }
        Rights { superuser: cl.roles.get(user).is_some_and(|r| r.superuser), roles }
    }

    /// Whether it may do all that an owner may.
    pub fn owns(&self, owner: &str) -> bool {
        self.superuser || self.roles.contains(owner)
    }

    fn has(&self, owner: &str, acl: Option<&Acl>, letter: char) -> bool {
        let given = |acl: &Acl| {
            everybody(acl, letter)
                || self.roles.iter().any(|r| acl.get(r).is_some_and(|l| l.contains(letter)))
        };
        self.owns(owner) || acl.is_some_and(given)
    }

    /// Whether it may do something with a relation: a letter of pg_class.relacl.
    pub fn may(&self, rel: &Rel, letter: char) -> bool {
        self.has(&rel.owner, rel.acl.as_ref(), letter)
    }

    /// Refuses what it may not.
    pub fn relation(&self, rel: &Rel, letter: char) -> Res<()> {
        if self.may(rel, letter) { Ok(()) } else { Err(denied(rel.word(), &rel.name)) }
    }

    /// Refuses who is not the owner.
    pub fn owner(&self, rel: &Rel) -> Res<()> {
        if self.owns(&rel.owner) {
            return Ok(());
        }
        Err(PgError::new("42501", format!("must be owner of {} {}", rel.word(), rel.name)))
    }

    /// Refuses to make something in a schema (`C`) or to look into it (`U`).
    pub fn schema(&self, catalog: &Catalog, name: &str, letter: char, major: u32) -> Res<()> {
        let public = Acl::from([(String::new(), if major < 15 { "UC" } else { "U" }.into())]);
        let acl = catalog.schema_acls.get(name).or((name == "public").then_some(&public));
        let owner = catalog.schemas.get(name).map_or("pg_database_owner", String::as_str);
        if self.has(owner, acl, letter) { Ok(()) } else { Err(denied("schema", name)) }
    }

    /// Whether it may connect to a database (`c`) or make schemas in it (`C`).
    pub fn database(&self, db: &super::catalog::Database, letter: char) -> bool {
        let usual = Acl::from([(String::new(), "Tc".into())]);
        self.has(&db.owner, Some(db.acl.as_ref().unwrap_or(&usual)), letter)
    }

    /// Whether it may do everything.
    pub fn everything(&self) -> bool {
        self.superuser
    }

    /// Refuses all but superusers.
    pub fn superuser(&self, table: &str) -> Res<()> {
        if self.superuser { Ok(()) } else { Err(denied("table", table)) }
    }
}

/// The letters that words stand for, of a kind of object.
fn letters(words: Option<&[String]>, known: &[(&str, char)], kind: &str) -> Res<String> {
    let Some(words) = words else { return Ok(known.iter().map(|(_, l)| *l).collect()) };
    words
        .iter()
        .map(|w| {
            known.iter().find(|(n, _)| n == w).map(|(_, l)| *l).ok_or_else(|| {
                let w = w.to_uppercase();
                PgError::new("0LP01", format!("invalid privilege type {w} for {kind}"))
            })
        })
        .collect()
}

/// Changes an access list; a list that was not there begins as what everybody may anyway.
fn change(acl: &mut Acl, roles: &[String], letters: &str, give: bool) {
    for role in roles {
        let has = acl.entry(role.clone()).or_default();
        if give {
            let new: Vec<char> = letters.chars().filter(|l| !has.contains(*l)).collect();
            has.extend(new);
        } else {
            has.retain(|l| !letters.contains(l));
        }
    }
    acl.retain(|_, l| !l.is_empty());
}

/// GRANT and REVOKE.
pub fn grant(g: &Grant, tx: &mut Tx, cx: &Ctx<'_>, sh: &Shared<'_>) -> Res<Outcome> {
    let tag = if g.give { "GRANT" } else { "REVOKE" };
    for r in g.roles.iter().filter(|r| !r.is_empty()) {
        known_role(&cx.cluster.borrow(), r)?;
    }
    match &g.on {
        GrantOn::Roles(of) => {
            membership(g, of, tx, cx)?;
            return Ok(Outcome::tag(format!("{tag} ROLE")));
        }
        GrantOn::Databases(names) => {
            databases(g, names, tx, cx)?;
            return Ok(Outcome::tag(tag));
        }
        _ => {}
    }
    let mut new = sh.catalog.clone();
    let words = g.privileges.as_deref();
    if let GrantOn::Schemas(names) = &g.on {
        let letters = letters(words, SCHEMA, "schema")?;
        for n in names {
            no_schema(&new, n)?;
            let owner = new.schemas.get(n).map_or("pg_database_owner", String::as_str);
            if !cx.rights.owns(owner) {
                return Err(denied("schema", n));
            }
            let acl = new.schema_acls.entry(n.clone()).or_insert_with(|| match n.as_str() {
                "public" => Acl::from([(String::new(), "U".into())]),
                _ => Acl::new(),
            });
            change(acl, &g.roles, &letters, g.give);
        }
    }
    for oid in relations(g, sh)? {
        let Some(rel) = new.rels.get_mut(&oid) else { continue };
        let letters = match rel.kind {
            RelKind::Sequence { .. } => letters(words, SEQUENCE, "sequence")?,
            _ => letters(words, TABLE, "table")?,
        };
        if !cx.rights.owns(&rel.owner) {
            return Err(denied(rel.word(), &rel.name));
        }
        change(rel.acl.get_or_insert_default(), &g.roles, &letters, g.give);
    }
    tx.catalog(cx, new);
    Ok(Outcome::tag(tag))
}

fn known_role(cl: &Cluster, name: &str) -> Res<()> {
    if cl.roles.contains_key(name) {
        return Ok(());
    }
    Err(PgError::new("42704", format!("role \"{name}\" does not exist")))
}

fn no_schema(catalog: &Catalog, name: &str) -> Res<()> {
    if name == "public" || catalog.schemas.contains_key(name) {
        return Ok(());
    }
    Err(PgError::new("3F000", format!("schema \"{name}\" does not exist")))
}

/// The relations that a GRANT is about.
fn relations(g: &Grant, sh: &Shared<'_>) -> Res<Vec<u32>> {
    let all = |schemas: &[String], sequences: bool| -> Res<Vec<u32>> {
        for s in schemas {
            no_schema(sh.catalog, s)?;
        }
        let wanted = |r: &&Rel| {
            let fits = match r.kind {
                RelKind::Sequence { .. } => sequences,
                RelKind::Index { .. } => false,
                _ => !sequences,
            };
            fits && schemas.contains(&r.schema)
        };
        Ok(sh.catalog.rels.values().filter(wanted).map(|r| r.oid).collect())
    };
    match &g.on {
        GrantOn::Tables(names) => {
            names.iter().map(|n| super::from::relation(n, sh).map(|r| r.oid)).collect()
        }
        GrantOn::AllTables(schemas) => all(schemas, false),
        GrantOn::AllSequences(schemas) => all(schemas, true),
        _ => Ok(Vec::new()),
    }
}

fn membership(g: &Grant, of: &[String], tx: &mut Tx, cx: &Ctx<'_>) -> Res<()> {
    let mut cl = cx.cluster.borrow_mut();
    let before = cl.roles.clone();
    let me = cl.roles.get(cx.user).cloned().unwrap_or_default();
    for role in of {
        known_role(&cl, role)?;
        if !me.superuser && !me.createrole {
            return Err(PgError::new(
                "42501",
                format!("permission denied to grant role \"{role}\""),
            ));
        }
        for member in &g.roles {
            if g.give && Rights::of(&cl, role).roles.contains(member) {
                let text = format!("role \"{role}\" is a member of role \"{member}\"");
                return Err(PgError::new("0LP01", text));
            }
            let Some(m) = cl.roles.get_mut(member) else { continue };
            if g.give {
                m.member_of.insert(role.clone())
            } else {
                m.member_of.remove(role)
            };
        }
    }
    tx.steps.push(Step::Roles(before));
    Ok(())
}

fn databases(g: &Grant, names: &[String], tx: &mut Tx, cx: &Ctx<'_>) -> Res<()> {
    let letters = letters(g.privileges.as_deref(), DATABASE, "database")?;
    let mut cl = cx.cluster.borrow_mut();
    let before = cl.dbs.clone();
    for n in names {
        let oid = cl
            .db_named(n)
            .ok_or_else(|| PgError::new("3D000", format!("database \"{n}\" does not exist")))?;
        let Some(db) = cl.dbs.get_mut(&oid) else { continue };
        if !cx.rights.owns(&db.owner) {
            return Err(denied("database", n));
        }
        let acl = db.acl.get_or_insert_with(|| Acl::from([(String::new(), "Tc".into())]));
        change(acl, &g.roles, &letters, g.give);
    }
    tx.steps.push(Step::Databases(before));
    Ok(())
}

/// An access list as it is shown, in a major version: `{owner=arwdDxtm/owner,app=r/owner}`.
pub fn shown(rel: &Rel, major: u32) -> Option<String> {
    let acl = rel.acl.as_ref()?;
    let all = if matches!(rel.kind, RelKind::Sequence { .. }) { SEQUENCE } else { TABLE };
    let order = |letters: &str| -> String {
        let there = |l: &char| letters.contains(*l) && (*l != 'm' || major >= 17);
        SHOWN.chars().filter(there).collect()
    };
    let own: String = all.iter().map(|(_, l)| *l).collect();
    let mut out = vec![format!("{0}={1}/{0}", rel.owner, order(&own))];
    let others = acl.iter().filter(|(r, _)| **r != rel.owner);
    out.extend(others.map(|(r, l)| format!("{r}={}/{}", order(l), rel.owner)));
    Some(format!("{{{}}}", out.join(",")))
}
