//! `pg_dump` and `pg_dumpall`: a database as the objects and rows that make it again. How they are written is
//! render.rs's and archive.rs's.

use crate::kernel::Proc;

use super::super::sql::{ident, literal};
use super::archive::{Archive, Entry};
use super::conn::Conn;
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
        schemas: all('n'),
        tables: all('t'),
        without: all('T'),
        rowless: all('X'),
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
    /// Only these, where any are named.
    schemas: Vec<String>,
    tables: Vec<String>,
    /// Without these.
    without: Vec<String>,
    /// Without the rows of these.
    rowless: Vec<String>,
    version: String,
}

type Rows = Vec<Vec<String>>;

/// Whether a name is among those given, with a schema or without, `*` standing for anything.
fn names(list: &[String], schema: &str, name: &str) -> bool {
    use crate::coreutils::fs::glob::{self, Flags};
    list.iter().any(|pattern| match pattern.split_once('.') {
        Some((s, n)) => {
            glob::matches(s, schema, Flags::default()) && glob::matches(n, name, Flags::default())
        }
        None => glob::matches(pattern, name, Flags::default()),
    })
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
        let mut list = List { dump: self, entries: Vec::new() };
        let done = list.objects(&mut c).await;
        let mut entries = list.entries;
        let server = c.params.get("server_version").cloned().unwrap_or_default();
        c.finish().await;
        done?;
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

/// The entries of a database, in the order in which they can be made.
struct List<'a> {
    dump: &'a Dump,
    entries: Vec<Entry>,
}

impl List<'_> {
    fn add(&mut self, kind: &str, oid: (u32, &str), place: [&str; 4], make: String, drop: String) {
        let [schema, name, table, owner] = place.map(str::to_string);
        let (oid, kind) = ((oid.0, oid.1.to_string()), kind.to_string());
        self.entries.push(Entry { oid, kind, schema, name, table, owner, make, drop, ..Entry::default() });
    }

    async fn objects(&mut self, c: &mut Conn) -> Result<(), String> {
        let d = self.dump;
        let mut tables = c.ask("SELECT oid, nspname, relname, pg_get_userbyid(relowner), description, relkind FROM pg_class WHERE relkind IN ('r', 'v') AND nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY nspname, relname").await?;
        tables.retain(|t| {
            (d.tables.is_empty() || names(&d.tables, &t[1], &t[2]))
                && (d.schemas.is_empty() || d.schemas.contains(&t[1]))
                && !names(&d.without, &t[1], &t[2])
        });
        if tables.is_empty() && !d.tables.is_empty() {
            return Err("no matching tables were found".into());
        }
        if d.tables.is_empty() {
            for s in c.ask("SELECT nspname, pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname NOT IN ('pg_catalog', 'information_schema', 'public') ORDER BY 1").await? {
                if d.schemas.is_empty() || d.schemas.contains(&s[0]) {
                    let name = ident(&s[0]);
                    let (make, drop) = (format!("CREATE SCHEMA {name};"), format!("DROP SCHEMA {name};"));
                    self.add("SCHEMA", (2615, "0"), ["-", &s[0], "", &s[1]], make, drop);
                }
            }
        }
        let sequences = c.ask("SELECT schemaname, sequencename, sequenceowner, data_type, start_value, increment_by, position, owner_table, owner_column, is_called FROM pg_sequences ORDER BY 2").await?;
        let mut views = Vec::new();
        for t in tables.iter().filter(|t| t[5] == "v") {
            let text = c.ask(&format!("SELECT pg_get_viewdef({}::oid)", t[0])).await?;
            views.push((t, text.into_iter().flatten().next().unwrap_or_default()));
        }
        let mut defaults = Vec::new();
        for t in tables.iter().filter(|t| t[5] == "r") {
            self.table(c, t, &sequences, &mut defaults).await?;
        }
        // A view is made when what it shows is there.
        while !views.is_empty() {
            let ready = views.iter().position(|(_, text)| {
                let word = |n: &str| text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|w| w == n);
                !views.iter().any(|(other, own)| !std::ptr::eq(own, text) && word(&other[2]))
            });
            let (t, text) = views.remove(ready.unwrap_or(0));
            let name = format!("{}.{}", ident(&t[1]), ident(&t[2]));
            let make = format!("SET search_path = public;\nCREATE VIEW {name} AS\n{text}\nSELECT pg_catalog.set_config('search_path', '', false);");
            self.add("VIEW", (1259, &t[0]), [&t[1], &t[2], "", &t[3]], make, format!("DROP VIEW {name};"));
        }
        let every = d.tables.is_empty() && d.schemas.is_empty();
        let ours = |s: &Vec<String>| {
            tables.iter().any(|t| t[0] == s[7]) || (every && !owned(s))
        };
        for s in sequences.iter().filter(|s| every && !owned(s)) {
            self.sequence(s);
        }
        self.entries.extend(defaults);
        for t in tables.iter().filter(|t| t[5] == "r" && !names(&d.rowless, &t[1], &t[2])) {
            if !d.w.no_data {
                self.rows(c, t).await?;
            }
        }
        for s in sequences.iter().filter(|s| ours(s)) {
            let full = literal(&format!("{}.{}", ident(&s[0]), ident(&s[1])));
            let make = format!("SELECT pg_catalog.setval({full}, {}, {});", s[6], s[9] == "t");
            self.add("SEQUENCE SET", (0, "0"), [&s[0], &s[1], "", &s[2]], make, String::new());
        }
        self.after(c, &tables).await
    }

    async fn rows(&mut self, c: &mut Conn, t: &[String]) -> Result<(), String> {
        let columns = c.ask(&format!("SELECT attname, typename FROM pg_attribute WHERE attrelid = {} ORDER BY attnum", t[0])).await?;
        let names: Vec<String> = columns.iter().map(|r| ident(&r[0])).collect();
        let name = format!("{}.{} ({})", ident(&t[1]), ident(&t[2]), names.join(", "));
        let rows = c.ask(&format!("COPY {name} TO STDOUT")).await?;
        self.add("TABLE DATA", (0, &t[0]), [&t[1], &t[2], &t[2], &t[3]], String::new(), String::new());
        if let Some(e) = self.entries.last_mut() {
            e.columns = columns.into_iter().map(|mut c| (c.remove(0), c.remove(0))).collect();
            e.rows = rows.into_iter().flatten().next().unwrap_or_default();
        }
        Ok(())
    }

    fn sequence(&mut self, s: &[String]) {
        let seq = format!("{}.{}", ident(&s[0]), ident(&s[1]));
        let ty = if s[3] == "bigint" { String::new() } else { format!("\n    AS {}", s[3]) };
        let make = format!("CREATE SEQUENCE {seq}{ty}\n    START WITH {}\n    INCREMENT BY {}\n    NO MINVALUE\n    NO MAXVALUE\n    CACHE 1;", s[4], s[5]);
        self.add("SEQUENCE", (1259, "0"), [&s[0], &s[1], "", &s[2]], make, format!("DROP SEQUENCE {seq};"));
    }

    async fn table(
        &mut self,
        c: &mut Conn,
        t: &[String],
        sequences: &Rows,
        defaults: &mut Vec<Entry>,
    ) -> Result<(), String> {
        let name = format!("{}.{}", ident(&t[1]), ident(&t[2]));
        let columns = c.ask(&format!("SELECT attname, typename, attnotnull, adexpr, attidentity, description FROM pg_attribute WHERE attrelid = {} ORDER BY attnum", t[0])).await?;
        let checks = c.ask(&format!("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = {} AND contype = 'c' ORDER BY 1", t[0])).await?;
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
        let make = format!("CREATE TABLE {name} (\n{}\n);", lines.join(",\n"));
        let place = [t[1].as_str(), &t[2], &t[2], &t[3]];
        self.add("TABLE", (1259, &t[0]), place, make, format!("DROP TABLE {name};"));
        if !t[4].is_empty() {
            let make = format!("COMMENT ON TABLE {name} IS {};", literal(&t[4]));
            let what = format!("TABLE {}", t[2]);
            self.add("COMMENT", (0, "0"), [&t[1], &what, &t[2], &t[3]], make, String::new());
        }
        for c in columns.iter().filter(|c| !c[5].is_empty()) {
            let make = format!("COMMENT ON COLUMN {name}.{} IS {};", ident(&c[0]), literal(&c[5]));
            let what = format!("COLUMN {}.{}", t[2], c[0]);
            self.add("COMMENT", (0, "0"), [&t[1], &what, &t[2], &t[3]], make, String::new());
        }
        for s in sequences.iter().filter(|s| s[7] == t[0]) {
            let seq = format!("{}.{}", ident(&s[0]), ident(&s[1]));
            let identity = columns.iter().find(|c| c[0] == s[8]).map_or("", |c| c[4].as_str());
            if !identity.is_empty() {
                let how = if identity == "a" { "ALWAYS" } else { "BY DEFAULT" };
                let make = format!("ALTER TABLE {name} ALTER COLUMN {} ADD GENERATED {how} AS IDENTITY (\n    SEQUENCE NAME {seq}\n    START WITH {}\n    INCREMENT BY {}\n    NO MINVALUE\n    NO MAXVALUE\n    CACHE 1\n);", ident(&s[8]), s[4], s[5]);
                self.add("SEQUENCE", (1259, "0"), [&s[0], &s[1], &t[2], &s[2]], make, String::new());
                continue;
            }
            self.sequence(s);
            let make = format!("ALTER SEQUENCE {seq} OWNED BY {name}.{};", ident(&s[8]));
            self.add("SEQUENCE OWNED BY", (0, "0"), [&s[0], &s[1], &t[2], &s[2]], make, String::new());
        }
        for c in columns.iter().filter(|c| c[3].starts_with("nextval(") && c[4].is_empty()) {
            let column = ident(&c[0]);
            // Names stand with their schema: the path is empty while this runs.
            let value = match c[3].strip_prefix("nextval('") {
                Some(rest) if !rest.split('\'').next().is_some_and(|n| n.contains('.')) => {
                    format!("nextval('public.{rest}")
                }
                _ => c[3].clone(),
            };
            let (schema, table, owner) = (t[1].clone(), t[2].clone(), t[3].clone());
            defaults.push(Entry {
                oid: (2604, "0".into()),
                kind: "DEFAULT".into(),
                schema,
                name: c[0].clone(),
                table,
                owner,
                make: format!("ALTER TABLE ONLY {name} ALTER COLUMN {column} SET DEFAULT {value};"),
                drop: format!("ALTER TABLE {name} ALTER COLUMN {column} DROP DEFAULT;"),
                ..Entry::default()
            });
        }
        Ok(())
    }

    async fn after(&mut self, c: &mut Conn, tables: &Rows) -> Result<(), String> {
        let keys = c.ask("SELECT conrelid, conname, contype, pg_get_constraintdef(oid), confrelid, oid FROM pg_constraint WHERE contype IN ('p', 'u', 'f') ORDER BY 2").await?;
        let find = |oid: &str| tables.iter().find(|t| t[0] == oid);
        for foreign in [false, true] {
            for k in keys.iter().filter(|k| (k[2] == "f") == foreign) {
                let Some(t) = find(&k[0]) else { continue };
                let def = match find(&k[4]).filter(|_| foreign) {
                    Some(o) if o[1] == "public" => {
                        k[3].replacen(" REFERENCES ", " REFERENCES public.", 1)
                    }
                    _ => k[3].clone(),
                };
                let kind = if foreign { "FK CONSTRAINT" } else { "CONSTRAINT" };
                let (name, key) = (format!("{}.{}", ident(&t[1]), ident(&t[2])), ident(&k[1]));
                let make = format!("ALTER TABLE ONLY {name}\n    ADD CONSTRAINT {key} {def};");
                let drop = format!("ALTER TABLE ONLY {name} DROP CONSTRAINT {key};");
                self.add(kind, (2606, &k[5]), [&t[1], &k[1], &t[2], &t[3]], make, drop);
            }
            if foreign {
                break;
            }
            let indexes = c.ask("SELECT i.indrelid, c.relname, pg_get_indexdef(i.indexrelid), i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid) ORDER BY 2").await?;
            for i in indexes {
                if let Some(t) = find(&i[0]) {
                    let drop = format!("DROP INDEX {}.{};", ident(&t[1]), ident(&i[1]));
                    let make = format!("{};", i[2]);
                    self.add("INDEX", (1259, &i[3]), [&t[1], &i[1], &t[2], &t[3]], make, drop);
                }
            }
        }
        Ok(())
    }
}

/// Whether a sequence belongs to a column.
fn owned(s: &[String]) -> bool {
    !s[7].is_empty() && s[7] != "0"
}
