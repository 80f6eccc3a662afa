//! Databases and roles: what is the whole server's. Databases are made and dropped at once, outside of
//! transactions.

use crate::kernel::Proc;

use super::super::error::{PgError, Res};
use super::super::server::scram;
use super::super::sql::ast::{RoleOption, Statement};
use super::catalog::{Database, Role};
use super::eval::Ctx;
use super::session::{Outcome, Tx};
use super::storage::{Cluster, Step, full};
use super::wal::Change;

/// Runs a statement about roles or databases.
pub fn run(s: &Statement, in_block: bool, tx: &mut Tx, cx: &Ctx<'_>, p: &Proc) -> Res<Outcome> {
    let cl = &mut *cx.cluster.borrow_mut();
    let me = cl.roles.get(cx.user).cloned().unwrap_or_default();
    let before = cl.roles.clone();
    let no_role = |n: &str| PgError::new("42704", format!("role \"{n}\" does not exist"));
    let block = |what: &str| {
        if in_block {
            Err(PgError::new("25001", format!("{what} cannot run inside a transaction block")))
        } else {
            Ok(())
        }
    };
    let tag = match s {
        Statement::Role { create, user: is_user, name, options } => {
            let own = !*create
                && name == cx.user
                && options.iter().all(|o| matches!(o, RoleOption::Password(_)));
            if !me.superuser && !me.createrole && !own {
                let (text, word) = if *create {
                    ("create role", "CREATEROLE")
                } else {
                    ("alter role", "CREATEROLE")
                };
                return Err(PgError::new("42501", format!("permission denied to {text}")).detail(
                    format!(
                        "Only roles with the {word} attribute may {} roles.",
                        text.split(' ').next().unwrap_or("create")
                    ),
                ));
            }
            let mut role = match (create, cl.roles.get(name)) {
                (true, Some(_)) => {
                    return Err(PgError::new("42710", format!("role \"{name}\" already exists")));
                }
                (true, None) => Role { oid: cl.fresh_oid(), login: *is_user, ..Role::default() },
                (false, Some(r)) => r.clone(),
                (false, None) => return Err(no_role(name)),
            };
            let raised = |o: &RoleOption| matches!(o, RoleOption::Flag(f, true) if f == "superuser" || f == "replication" || f == "bypassrls");
            if !me.superuser && (role.superuser || options.iter().any(raised)) {
                let text = format!(
                    "permission denied to {} role",
                    if *create { "create" } else { "alter" }
                );
                return Err(PgError::new("42501", text).detail(
                    "Only roles with the SUPERUSER attribute may change or give that attribute, REPLICATION and BYPASSRLS.",
                ));
            }
            for o in options {
                match o {
                    RoleOption::Password(None) => role.password = None,
                    RoleOption::Password(Some(text)) => {
                        let mut salt = [0; 16];
                        p.random(&mut salt);
                        role.password = Some(match scram::is_verifier(text) {
                            true => text.clone(),
                            false => scram::verifier(text, &salt),
                        });
                    }
                    RoleOption::Flag(flag, on) => match flag.as_str() {
                        "superuser" => role.superuser = *on,
                        "createdb" => role.createdb = *on,
                        "createrole" => role.createrole = *on,
                        "login" => role.login = *on,
                        "replication" => role.replication = *on,
                        "bypassrls" => role.bypassrls = *on,
                        _ => {}
                    },
                }
            }
            cl.roles.insert(name.clone(), role);
            if *create { "CREATE ROLE" } else { "ALTER ROLE" }
        }
        Statement::RenameRole(..) | Statement::DropRole { .. }
            if !me.superuser && !me.createrole =>
        {
            let verb = if matches!(s, Statement::DropRole { .. }) { "drop" } else { "rename" };
            let detail = "Only roles with the CREATEROLE attribute and the ADMIN option on the target roles may";
            return Err(PgError::new("42501", format!("permission denied to {verb} role"))
                .detail(format!("{detail} {verb} roles.")));
        }
        Statement::AlterDatabase { name, .. } | Statement::DropDatabase { name, .. }
            if cl.db_named(name).is_some_and(|oid| !cx.rights.owns(&cl.dbs[&oid].owner)) =>
        {
            return Err(PgError::new("42501", format!("must be owner of database {name}")));
        }
        Statement::RenameRole(from, to) => {
            let role = cl.roles.remove(from).ok_or_else(|| no_role(from))?;
            cl.roles.insert(to.clone(), role);
            "ALTER ROLE"
        }
        Statement::DropRole { names, if_exists } => {
            for n in names {
                if n == cx.user {
                    return Err(PgError::new("55006", "current user cannot be dropped"));
                }
                if let Some(db) = cl.dbs.values().find(|d| d.owner == *n) {
                    let text =
                        format!("role \"{n}\" cannot be dropped because some objects depend on it");
                    return Err(PgError::new("2BP01", text)
                        .detail(format!("owner of database {}", db.name)));
                }
                if cl.roles.remove(n).is_none() {
                    if !if_exists {
                        return Err(no_role(n));
                    }
                    tx.notices
                        .push(PgError::notice(format!("role \"{n}\" does not exist, skipping")));
                }
            }
            "DROP ROLE"
        }
        Statement::CreateDatabase { name, owner, template } => {
            block("CREATE DATABASE")?;
            if !me.superuser && !me.createdb {
                return Err(PgError::new("42501", "permission denied to create database"));
            }
            if cl.db_named(name).is_some() {
                return Err(PgError::new("42P04", format!("database \"{name}\" already exists")));
            }
            let owner = owner.clone().unwrap_or_else(|| cx.user.to_string());
            if !cl.roles.contains_key(&owner) {
                return Err(no_role(&owner));
            }
            let from = template.as_deref().unwrap_or("template1");
            let from = cl.db_named(from).ok_or_else(|| {
                PgError::new("3D000", format!("template database \"{from}\" does not exist"))
            })?;
            let oid = cl.fresh_oid();
            let old = format!("{}/base/{from}", cl.dir);
            let mut changes = vec![Change::MakeDir(format!("base/{oid}"))];
            for f in files_in(p, &old) {
                let bytes = p.read_file(&format!("{old}/{f}"));
                let bytes = bytes.map_err(|e| full(&format!("base/{from}/{f}"), e))?;
                changes.push(Change::Whole { file: format!("base/{oid}/{f}"), bytes });
            }
            cl.dbs.insert(oid, Database { name: name.clone(), owner, ..Database::default() });
            if let Err(e) = write_databases(cl, p, changes) {
                cl.dbs.remove(&oid);
                return Err(e);
            }
            return Ok(Outcome::tag("CREATE DATABASE"));
        }
        Statement::AlterDatabase { name, rename, owner } => {
            let oid = cl.db_named(name).ok_or_else(|| {
                PgError::new("3D000", format!("database \"{name}\" does not exist"))
            })?;
            if rename.is_some() && oid == cx.db {
                return Err(PgError::new("0A000", "current database cannot be renamed"));
            }
            if let Some(d) = cl.dbs.get_mut(&oid) {
                d.name = rename.clone().unwrap_or(d.name.clone());
                d.owner = owner.clone().unwrap_or(d.owner.clone());
            }
            write_databases(cl, p, Vec::new())?;
            return Ok(Outcome::tag("ALTER DATABASE"));
        }
        Statement::DropDatabase { name, if_exists } => {
            block("DROP DATABASE")?;
            let Some(oid) = cl.db_named(name) else {
                let text = format!("database \"{name}\" does not exist");
                if *if_exists {
                    tx.notices.push(PgError::notice(format!("{text}, skipping")));
                    return Ok(Outcome::tag("DROP DATABASE"));
                }
                return Err(PgError::new("3D000", text));
            };
            if oid == cx.db {
                return Err(PgError::new("55006", "cannot drop the currently open database"));
            }
            if matches!(name.as_str(), "template0" | "template1") {
                return Err(PgError::new("42809", "cannot drop a template database"));
            }
            let others = cl.clients.values().filter(|c| c.db == oid).count();
            if others > 0 {
                let detail = match others {
                    1 => "There is 1 other session using the database.".to_string(),
                    n => format!("There are {n} other sessions using the database."),
                };
                return Err(PgError::new(
                    "55006",
                    format!("database \"{name}\" is being accessed by other users"),
                )
                .detail(detail));
            }
            cl.dbs.remove(&oid);
            cl.open.remove(&oid);
            let dir = format!("{}/base/{oid}", cl.dir);
            let gone = |f: String| Change::Remove(format!("base/{oid}/{f}"));
            let mut changes: Vec<Change> = files_in(p, &dir).into_iter().map(gone).collect();
            changes.push(Change::RemoveDir(format!("base/{oid}")));
            write_databases(cl, p, changes)?;
            return Ok(Outcome::tag("DROP DATABASE"));
        }
        _ => return Err(PgError::gap("this statement")),
    };
    tx.steps.push(Step::Roles(before));
    Ok(Outcome::tag(tag))
}

/// The files of a directory.
fn files_in(p: &Proc, dir: &str) -> Vec<String> {
    let all = p.readdir(dir).unwrap_or_default();
    all.into_iter().map(|f| f.name).filter(|n| n != "." && n != "..").collect()
}

/// Writes changes of databases and their list, at once.
fn write_databases(cl: &mut Cluster, p: &Proc, mut changes: Vec<Change>) -> Res<()> {
    changes.push(cl.databases_file());
    cl.write(p, &changes, changes.clone()).map_err(|(file, e)| full(&file, e))
}
