//! `pg_dump` and `pg_dumpall`: a database as the objects and rows that make it again. What these are is
//! dump_list.rs's, how they are written render.rs's and archive.rs's.

use crate::kernel::Proc;

use super::super::sql::{ident, literal};
use super::archive::Archive;
use super::dump_list::{self, Only};
use super::render::{self, Wanted};
use super::target::{Target, parse_uri};
use super::tools::common;

async fn fail(p: &Proc, text: &str) -> i32 {
    let _ = p.write_all(2, format!("{text}\n").as_bytes()).await;
    1
}

/// Either program.
pub async fn main(p: Proc, tool: &'static str, major: u32) -> i32 {
    let args: Vec<String> = p.argv().iter().skip(1).cloned().collect();
    let (mut t, flags, operands) = match common(&args, "dfFtnNTjXZE", tool) {
        Ok(all) => all,
        Err(e) => return fail(&p, &e).await,
    };
    let has = |l: char| flags.iter().find(|(f, _)| *f == l).map(|(_, v)| v.clone());
    let all = |l: char| -> Vec<String> {
        flags.iter().filter(|(f, _)| *f == l).map(|(_, v)| v.clone()).collect()
    };
    let format = has('F').unwrap_or_else(|| "p".into());
    let custom = matches!(format.as_str(), "c" | "custom");
    if !custom && !matches!(format.as_str(), "p" | "plain") {
        let text = match format.as_str() {
            "d" | "directory" | "t" | "tar" => {
                format!("{tool}: error: the output format \"{format}\" is not simulated")
            }
            _ => format!("{tool}: error: invalid output format \"{format}\" specified"),
        };
        return fail(&p, &text).await;
    }
    let w = Wanted {
        no_owner: has('O').is_some() || has('N').is_some(),
        no_data: has('s').is_some(),
        no_schema: has('a').is_some(),
        clean: has('c').is_some(),
        if_exists: has('i').is_some(),
        create: has('C').is_some(),
        inserts: has('K').map(|_| true).or(has('I').map(|_| false)),
        tables: Vec::new(),
    };
    let wrong = if w.no_data && w.no_schema {
        Some("options -s/--schema-only and -a/--data-only cannot be used together")
    } else if w.no_schema && w.clean {
        Some("options -c/--clean and -a/--data-only cannot be used together")
    } else if w.if_exists && !w.clean {
        Some("option --if-exists requires option -c/--clean")
    } else {
        None
    };
    if let Some(text) = wrong {
        return fail(&p, &format!("{tool}: error: {text}")).await;
    }
    if let Some(db) = operands.first().cloned().or(has('d')) {
        if db.contains("://") || db.contains('=') {
            parse_uri(&db, &mut t)
        } else {
            t.db = Some(db)
        }
    }
    let mut dump = Dump {
        out: Vec::new(),
        w,
        custom,
        only: Only { schemas: all('n'), tables: all('t'), without: all('T'), rowless: all('X') },
        version: super::super::version(major),
    };
    let done = if tool == "pg_dumpall" {
        dump.all(&t, &p, has('g').is_some()).await
    } else {
        dump.whole(&t, &p).await
    };
    if let Err(e) = done {
        return fail(&p, &format!("{tool}: error: {e}")).await;
    }
    match has('f') {
        None => drop(p.write_all(1, &dump.out).await),
        Some(f) => {
            if let Err(e) = p.write_file(&f, &dump.out, 0o644) {
                return fail(
                    &p,
                    &format!("{tool}: error: could not open output file \"{f}\": {e}"),
                )
                .await;
            }
        }
    }
    0
}

struct Dump {
    out: Vec<u8>,
    w: Wanted,
    /// The output is an archive.
    custom: bool,
    only: Only,
    version: String,
}

impl Dump {
    fn say(&mut self, text: &str) {
        self.out.extend_from_slice(&crate::vfs::text::encode(text));
        self.out.push(b'\n');
    }

    async fn all(&mut self, t: &Target, p: &Proc, globals: bool) -> Result<(), String> {
        let mut t = t.clone();
        t.db = Some("postgres".into());
        let mut c = t.connect(p).await?;
        let roles = c.ask("SELECT rolname, rolsuper, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls, rolpassword FROM pg_authid ORDER BY 1").await?;
        let dbs = c.ask("SELECT datname FROM pg_database WHERE NOT datistemplate ORDER BY datname <> 'template1', 1").await?;
        c.finish().await;
        self.say("--\n-- PostgreSQL database cluster dump\n--\n\nSET default_transaction_read_only = off;\n\nSET client_encoding = 'UTF8';\nSET standard_conforming_strings = on;\n\n--\n-- Roles\n--\n");
        for r in roles {
            let w = |i: usize, word: &str| {
                if r[i] == "t" { word.to_string() } else { format!("NO{word}") }
            };
            let password = if r[7].is_empty() {
                String::new()
            } else {
                format!(" PASSWORD {}", literal(&r[7]))
            };
            self.say(&format!(
                "CREATE ROLE {0};\nALTER ROLE {0} WITH {1} INHERIT {2} {3} {4} {5} {6}{password};",
                ident(&r[0]),
                w(1, "SUPERUSER"),
                w(2, "CREATEROLE"),
                w(3, "CREATEDB"),
                w(4, "LOGIN"),
                w(5, "REPLICATION"),
                w(6, "BYPASSRLS")
            ));
        }
        if !globals {
            self.say("\n--\n-- Databases\n--\n");
            for db in dbs {
                self.say(&format!("--\n-- Database \"{}\" dump\n--\n", db[0]));
                t.db = Some(db[0].clone());
                self.w.create = db[0] != "postgres";
                if !self.w.create {
                    self.say("\\connect postgres\n");
                }
                self.whole(&t, p).await?;
            }
        }
        self.say("--\n-- PostgreSQL database cluster dump complete\n--\n");
        Ok(())
    }

    async fn whole(&mut self, t: &Target, p: &Proc) -> Result<(), String> {
        let mut c = t.connect(p).await?;
        let database = t.db(p);
        let owner = c
            .ask(&format!(
                "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = {}",
                literal(&database)
            ))
            .await
            .ok()
            .and_then(|rows| rows.into_iter().flatten().next())
            .unwrap_or_else(|| "postgres".into());
        let listed = dump_list::entries(&self.only, self.w.no_data, &mut c).await;
        let server = c.params.get("server_version").cloned().unwrap_or_default();
        c.finish().await;
        let mut entries = listed?;
        for (e, id) in entries.iter_mut().zip(215..) {
            e.id = id;
        }
        let time = crate::coreutils::time::strftime(
            "%Y-%m-%d %H:%M:%S UTC",
            p.now(),
            &crate::coreutils::time::Zone::utc(),
            true,
        );
        let by = self.version.clone();
        let archive = Archive { database, owner, server, by, time, entries };
        if self.custom {
            self.out = archive.written();
            return Ok(());
        }
        let mut key = [0; 16];
        p.random(&mut key);
        let key: String = key.iter().map(|b| format!("{b:02x}")).collect();
        let text = render::text(&archive, &self.w, &key);
        self.out.extend_from_slice(&crate::vfs::text::encode(&text));
        Ok(())
    }
}
