//! `createdb`, `dropdb`, `createuser`, `dropuser`, `pg_isready`; and the flags that all clients have.

use crate::kernel::Proc;

use super::target::{Target, parse_uri};

/// Flags that all clients have, taken out of a list; what is left are the others and the operands.
pub fn common(
    args: &[String],
    with_value: &str,
    program: &'static str,
) -> Result<(Target, Vec<(char, String)>, Vec<String>), String> {
    let mut t = Target { program, ..Target::default() };
    let (mut flags, mut operands) = (Vec::new(), Vec::new());
    let mut it = args.iter();
    while let Some(a) = it.next() {
        if let Some(long) = a.strip_prefix("--") {
            let (n, v) =
                long.split_once('=').map_or((long, None), |(n, v)| (n, Some(v.to_string())));
            let letter = match n {
                "host" => 'h',
                "port" => 'p',
                "username" => 'U',
                "dbname" => 'd',
                "file" => 'f',
                "owner" => 'O',
                "format" => 'F',
                "data-only" => 'a',
                "schema-only" => 's',
                "clean" => 'c',
                "if-exists" => 'i',
                "create" => 'C',
                "table" => 't',
                "no-owner" => 'N',
                "superuser" => 'S',
                "createdb" => 'D',
                "template" => 'T',
                "quiet" => 'q',
                "echo" => 'e',
                "globals-only" => 'g',
                "inserts" => 'I',
                "column-inserts" | "attribute-inserts" => 'K',
                "schema" => 'n',
                "exclude-table" => 'T',
                "exclude-table-data" => 'X',
                "compress" => 'Z',
                "encoding" => 'E',
                "jobs" => 'j',
                "list" => 'l',
                "verbose" => 'v',
                "no-privileges" | "no-acl" => 'x',
                "single-transaction" => '1',
                "exit-on-error" => 'e',
                "no-comments" | "no-sync" => 'y',
                _ => {
                    return Err(format!(
                        "{program}: unrecognized option '{a}'\n{program}: hint: Try \"{program} --help\" for more information."
                    ));
                }
            };
            let takes = "hpUdfFtT".contains(letter) || with_value.contains(letter);
            let value = match (takes, v) {
                (_, Some(v)) => v,
                (true, None) => it.next().cloned().unwrap_or_default(),
                _ => String::new(),
            };
            flags.push((letter, value));
        } else if a.len() > 1 && a.starts_with('-') {
            let mut chars = a[1..].chars();
            while let Some(f) = chars.next() {
                if "hpU".contains(f) || with_value.contains(f) {
                    let rest: String = chars.by_ref().collect();
                    let v =
                        if rest.is_empty() { it.next().cloned().unwrap_or_default() } else { rest };
                    flags.push((f, v));
                } else if f.is_ascii_alphabetic() || f.is_ascii_digit() {
                    flags.push((f, String::new()));
                } else {
                    return Err(format!(
                        "{program}: invalid option -- '{f}'\n{program}: hint: Try \"{program} --help\" for more information."
                    ));
                }
            }
        } else {
            operands.push(a.clone());
        }
    }
    flags.retain(|(f, v)| {
        let slot = match f {
            'h' => &mut t.host,
            'p' => &mut t.port,
            'U' => &mut t.user,
            'w' | 'W' => return false,
            _ => return true,
        };
        *slot = Some(v.clone());
        false
    });
    Ok((t, flags, operands))
}

async fn fail(p: &Proc, text: &str) -> i32 {
    let _ = p.write_all(2, format!("{text}\n").as_bytes()).await;
    1
}

/// One of the programs.
pub async fn main(p: Proc, tool: &'static str) -> i32 {
    let args: Vec<String> = p.argv().iter().skip(1).cloned().collect();
    let with = match tool {
        "createdb" => "OETlD",
        "pg_isready" => "dt",
        _ => "c",
    };
    let (mut t, flags, operands) = match common(&args, with, tool) {
        Ok(all) => all,
        Err(e) => return fail(&p, &e).await,
    };
    if tool == "pg_isready" {
        if let Some((_, db)) = flags.iter().find(|(f, _)| *f == 'd') {
            parse_uri(db, &mut t);
        }
        let (host, dir, port) = t.place(&p);
        let place = format!("{}:{port}", host.unwrap_or(dir));
        let (text, status) = match t.reach(&p).await {
            Ok((fd, ..)) => {
                let _ = p.close(fd);
                ("accepting connections", 0)
            }
            Err(_) => ("no response", 2),
        };
        if !flags.iter().any(|(f, _)| *f == 'q') {
            let _ = p.write_all(1, format!("{place} - {text}\n").as_bytes()).await;
        }
        return status;
    }
    let has = |l: char| flags.iter().find(|(f, _)| *f == l).map(|(_, v)| v.clone());
    let name = operands.first().cloned().or_else(|| (tool == "createdb").then(|| t.db(&p)));
    let Some(name) = name else {
        return fail(&p, &format!("{tool}: error: missing required argument {} name\n{tool}: hint: Try \"{tool} --help\" for more information.", if tool.ends_with("db") { "database" } else { "role" })).await;
    };
    let id = super::super::sql::ident(&name);
    let exists = if has('i').is_some() { "IF EXISTS " } else { "" };
    let (sql, what) = match tool {
        "createdb" => {
            let owner = has('O')
                .map_or(String::new(), |o| format!(" OWNER {}", super::super::sql::ident(&o)));
            let template = has('T')
                .map_or(String::new(), |o| format!(" TEMPLATE {}", super::super::sql::ident(&o)));
            (format!("CREATE DATABASE {id}{owner}{template};"), "database creation")
        }
        "dropdb" => (format!("DROP DATABASE {exists}{id};"), "database removal"),
        "createuser" => {
            let word =
                |l: char, w: &str| if has(l).is_some() { w.to_string() } else { format!("NO{w}") };
            (
                format!(
                    "CREATE ROLE {id} {} {} {} INHERIT LOGIN;",
                    word('s', "SUPERUSER"),
                    word('d', "CREATEDB"),
                    word('r', "CREATEROLE")
                ),
                "creation of new role",
            )
        }
        _ => (format!("DROP ROLE {exists}{id};"), "removal of role"),
    };
    t.db = Some("postgres".into());
    let mut c = match t.connect(&p).await {
        Ok(c) => c,
        Err(e) => return fail(&p, &format!("{tool}: error: {e}")).await,
    };
    let done = c.ask(&sql).await;
    c.finish().await;
    match done {
        Ok(_) => 0,
        Err(e) => {
            let what = if what == "removal of role" {
                format!("removal of role \"{name}\"")
            } else {
                what.to_string()
            };
            fail(&p, &format!("{tool}: error: {what} failed: {e}")).await
        }
    }
}
