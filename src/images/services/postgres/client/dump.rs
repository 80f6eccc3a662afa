//! `pg_dump` and `pg_dumpall`: a database as the statements that make it again.

use crate::kernel::Proc;

use super::super::sql::{ident, literal};
use super::conn::Conn;
use super::target::{Target, parse_uri};
use super::tools::common;

async fn fail(p: &Proc, text: &str) -> i32 {
    let _ = p.write_all(2, format!("{text}\n").as_bytes()).await;
    1
}

/// Either program.
pub async fn main(p: Proc, tool: &'static str, major: u32) -> i32 {
    let args: Vec<String> = p.argv().iter().skip(1).cloned().collect();
    let (mut t, flags, operands) = match common(&args, "dfFtnNTj", tool) {
        Ok(all) => all,
        Err(e) => return fail(&p, &e).await,
    };
    let has = |l: char| flags.iter().find(|(f, _)| *f == l).map(|(_, v)| v.clone());
    if let Some(f) = has('F').filter(|f| !matches!(f.as_str(), "p" | "plain")) {
        return fail(&p, &format!("{tool}: error: the output format \"{f}\" is not simulated"))
            .await;
    }
    if has('I').is_some() || has('n').is_some() {
        return fail(&p, &format!("{tool}: error: this option is not simulated")).await;
    }
    if let Some(db) = operands.first().cloned().or(has('d')) {
        if db.contains("://") || db.contains('=') {
            parse_uri(&db, &mut t)
        } else {
            t.db = Some(db)
        }
    }
    let mut dump = Dump {
        out: String::new(),
        owner: has('O').is_none() && has('N').is_none(),
        data: has('s').is_none(),
        schema: has('a').is_none(),
        clean: has('c').is_some(),
        create: has('C').is_some(),
        exists: has('i').is_some(),
        tables: flags.iter().filter(|(f, _)| *f == 't').map(|(_, v)| v.clone()).collect(),
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
    let bytes = crate::vfs::text::encode(&dump.out).into_owned();
    match has('f') {
        None => drop(p.write_all(1, &bytes).await),
        Some(f) => {
            if let Err(e) = p.write_file(&f, &bytes, 0o644) {
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
    out: String,
    owner: bool,
    data: bool,
    schema: bool,
    clean: bool,
    create: bool,
    exists: bool,
    tables: Vec<String>,
    version: String,
}

type Rows = Vec<Vec<String>>;

impl Dump {
    fn say(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn title(&mut self, name: &str, kind: &str, schema: &str, owner: &str) {
        let word = if kind == "TABLE DATA" { "Data for Name" } else { "Name" };
        self.say(&format!(
            "--\n-- {word}: {name}; Type: {kind}; Schema: {schema}; Owner: {owner}\n--\n"
        ));
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
                self.create = db[0] != "postgres";
                if !self.create {
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
        self.say("--\n-- PostgreSQL database dump\n--\n");
        let mut key = [0; 16];
        p.random(&mut key);
        let key: String = key.iter().map(|b| format!("{b:02x}")).collect();
        self.say(&format!("\\restrict {key}\n"));
        let server = c.params.get("server_version").cloned().unwrap_or_default();
        self.say(&format!(
            "-- Dumped from database version {server}\n-- Dumped by pg_dump version {}\n",
            self.version
        ));
        self.say("SET statement_timeout = 0;\nSET lock_timeout = 0;\nSET idle_in_transaction_session_timeout = 0;\nSET transaction_timeout = 0;\nSET client_encoding = 'UTF8';\nSET standard_conforming_strings = on;\nSELECT pg_catalog.set_config('search_path', '', false);\nSET check_function_bodies = false;\nSET xmloption = content;\nSET client_min_messages = warning;\nSET row_security = off;\n");
        if self.create {
            let db = ident(&t.db(p));
            self.say(&format!("CREATE DATABASE {db} WITH TEMPLATE = template0 ENCODING = 'UTF8';\n\n\\connect {db}\n\nSELECT pg_catalog.set_config('search_path', '', false);\n"));
        }
        let done = self.objects(&mut c).await;
        c.finish().await;
        done?;
        self.say(&format!("--\n-- PostgreSQL database dump complete\n--\n\n\\unrestrict {key}\n"));
        Ok(())
    }

    async fn objects(&mut self, c: &mut Conn) -> Result<(), String> {
        let only = if self.tables.is_empty() {
            String::new()
        } else {
            let names: Vec<String> =
                self.tables.iter().map(|t| literal(t.rsplit('.').next().unwrap_or(t))).collect();
            format!(" AND relname IN ({})", names.join(", "))
        };
        let tables = c.ask(&format!("SELECT oid, nspname, relname, pg_get_userbyid(relowner), description, relkind FROM pg_class WHERE relkind IN ('r', 'v'){only} ORDER BY nspname, relkind, relname")).await?;
        if tables.is_empty() && !self.tables.is_empty() {
            return Err("no matching tables were found".into());
        }
        if self.clean {
            let e = if self.exists { "IF EXISTS " } else { "" };
            for t in tables.iter().rev() {
                let kind = if t[5] == "v" { "VIEW" } else { "TABLE" };
                self.say(&format!("DROP {kind} {e}{}.{} CASCADE;", ident(&t[1]), ident(&t[2])));
            }
        }
        if self.schema {
            for s in c.ask("SELECT nspname, pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname NOT IN ('pg_catalog', 'information_schema', 'public') ORDER BY 1").await? {
                self.title(&s[0], "SCHEMA", "-", &s[1]);
                self.say(&format!("CREATE SCHEMA {};\n", ident(&s[0])));
            }
            self.say("SET default_tablespace = '';\n\nSET default_table_access_method = heap;\n");
        }
        let sequences = c.ask("SELECT schemaname, sequencename, sequenceowner, data_type, start_value, increment_by, position, owner_table, owner_column, is_called FROM pg_sequences ORDER BY 2").await?;
        for t in &tables {
            if t[5] == "v" {
                continue;
            }
            if self.schema {
                self.table(c, t, &sequences).await?;
            }
        }
        let (schema, data) = (self.schema, self.data);
        for t in tables.iter().filter(|t| t[5] == "v" && schema) {
            let text = c.ask(&format!("SELECT pg_get_viewdef({}::oid)", t[0])).await?;
            self.title(&t[2], "VIEW", &t[1], &t[3]);
            let text = text.first().map_or("", |r| r[0].as_str());
            self.say(&format!("SET search_path = public;\nCREATE VIEW {}.{} AS\n{text}\nSELECT pg_catalog.set_config('search_path', '', false);\n", ident(&t[1]), ident(&t[2])));
        }
        for t in tables.iter().filter(|t| t[5] == "r" && data) {
            let columns = c
                .ask(&format!(
                    "SELECT attname FROM pg_attribute WHERE attrelid = {} ORDER BY attnum",
                    t[0]
                ))
                .await?;
            let columns: Vec<String> = columns.iter().map(|r| ident(&r[0])).collect();
            let name = format!("{}.{} ({})", ident(&t[1]), ident(&t[2]), columns.join(", "));
            let data = c.ask(&format!("COPY {name} TO STDOUT")).await?;
            let data = data.first().map_or("", |r| r[0].as_str());
            self.title(&t[2], "TABLE DATA", &t[1], &t[3]);
            self.say(&format!("COPY {name} FROM stdin;\n{data}\\.\n\n"));
        }
        let every = self.tables.is_empty();
        for s in sequences.iter().filter(|s| data && (every || tables.iter().any(|t| t[0] == s[7])))
        {
            self.title(&s[1], "SEQUENCE SET", &s[0], &s[2]);
            let name = format!("{}.{}", ident(&s[0]), ident(&s[1]));
            self.say(&format!(
                "SELECT pg_catalog.setval({}, {}, {});\n\n",
                literal(&name),
                s[6],
                s[9] == "t"
            ));
        }
        if self.schema {
            self.after(c, &tables).await?;
        }
        Ok(())
    }

    async fn table(&mut self, c: &mut Conn, t: &[String], sequences: &Rows) -> Result<(), String> {
        let name = format!("{}.{}", ident(&t[1]), ident(&t[2]));
        let columns = c.ask(&format!("SELECT attname, typename, attnotnull, adexpr, attidentity, description FROM pg_attribute WHERE attrelid = {} ORDER BY attnum", t[0])).await?;
        let checks = c.ask(&format!("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = {} AND contype = 'c' ORDER BY 1", t[0])).await?;
        self.title(&t[2], "TABLE", &t[1], &t[3]);
        let mut lines: Vec<String> = columns
            .iter()
            .map(|c| {
                let default = if c[3].is_empty() || c[3].starts_with("nextval(") {
                    String::new()
                } else {
                    format!(" DEFAULT {}", c[3])
                };
                let null = if c[2] == "t" { " NOT NULL" } else { "" };
                format!("    {} {}{default}{null}", ident(&c[0]), c[1])
            })
            .collect();
        lines.extend(checks.iter().map(|k| format!("    CONSTRAINT {} {}", ident(&k[0]), k[1])));
        self.say(&format!("CREATE TABLE {name} (\n{}\n);\n\n", lines.join(",\n")));
        if self.owner {
            self.say(&format!("ALTER TABLE {name} OWNER TO {};\n", ident(&t[3])));
        }
        if !t[4].is_empty() {
            self.say(&format!("COMMENT ON TABLE {name} IS {};\n", literal(&t[4])));
        }
        for s in sequences.iter().filter(|s| s[7] == t[0]) {
            let seq = format!("{}.{}", ident(&s[0]), ident(&s[1]));
            let identity = columns.iter().find(|c| c[0] == s[8]).map_or("", |c| c[4].as_str());
            self.title(&s[1], "SEQUENCE", &s[0], &s[2]);
            if !identity.is_empty() {
                let how = if identity == "a" { "ALWAYS" } else { "BY DEFAULT" };
                self.say(&format!("ALTER TABLE {name} ALTER COLUMN {} ADD GENERATED {how} AS IDENTITY (\n    SEQUENCE NAME {seq}\n    START WITH {}\n    INCREMENT BY {}\n    NO MINVALUE\n    NO MAXVALUE\n    CACHE 1\n);\n\n", ident(&s[8]), s[4], s[5]));
                continue;
            }
            let ty = if s[3] == "bigint" { String::new() } else { format!("\n    AS {}", s[3]) };
            self.say(&format!("CREATE SEQUENCE {seq}{ty}\n    START WITH {}\n    INCREMENT BY {}\n    NO MINVALUE\n    NO MAXVALUE\n    CACHE 1;\n\n", s[4], s[5]));
            if self.owner {
                self.say(&format!("ALTER SEQUENCE {seq} OWNER TO {};\n", ident(&s[2])));
            }
            self.title(&s[1], "SEQUENCE OWNED BY", &s[0], &s[2]);
            self.say(&format!("ALTER SEQUENCE {seq} OWNED BY {name}.{};\n\n", ident(&s[8])));
            self.title(&format!("{} {}", t[2], s[8]), "DEFAULT", &t[1], &t[3]);
            self.say(&format!(
                "ALTER TABLE ONLY {name} ALTER COLUMN {} SET DEFAULT nextval({}::regclass);\n\n",
                ident(&s[8]),
                literal(&seq)
            ));
        }
        Ok(())
    }

    async fn after(&mut self, c: &mut Conn, tables: &Rows) -> Result<(), String> {
        let keys = c.ask("SELECT conrelid, conname, contype, pg_get_constraintdef(oid), confrelid FROM pg_constraint WHERE contype IN ('p', 'u', 'f') ORDER BY contype = 'f', 2").await?;
        let find = |oid: &str| tables.iter().find(|t| t[0] == oid);
        for foreign in [false, true] {
            for k in keys.iter().filter(|k| (k[2] == "f") == foreign) {
                let Some(t) = find(&k[0]) else { continue };
                // Names stand with their schema: the path is empty while this runs.
                let def = match find(&k[4]).filter(|_| foreign) {
                    Some(o) if o[1] == "public" => {
                        k[3].replacen(" REFERENCES ", " REFERENCES public.", 1)
                    }
                    _ => k[3].clone(),
                };
                let kind = if foreign { "FK CONSTRAINT" } else { "CONSTRAINT" };
                self.title(&format!("{} {}", t[2], k[1]), kind, &t[1], &t[3]);
                self.say(&format!(
                    "ALTER TABLE ONLY {}.{}\n    ADD CONSTRAINT {} {def};\n\n",
                    ident(&t[1]),
                    ident(&t[2]),
                    ident(&k[1])
                ));
            }
            if foreign {
                break;
            }
            let indexes = c.ask("SELECT i.indrelid, c.relname, pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid) ORDER BY 2").await?;
            for i in indexes {
                if let Some(t) = find(&i[0]) {
                    self.title(&i[1], "INDEX", &t[1], &t[3]);
                    self.say(&format!("{};\n\n", i[2]));
                }
            }
        }
        Ok(())
    }
}
