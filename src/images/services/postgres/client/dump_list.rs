//! What `pg_dump` finds in a database: its objects with the statements that make them, and the rows of its tables.

use super::super::sql::{ident, literal};
use super::archive::Entry;
use super::conn::Conn;

/// Which of them are wanted.
pub struct Only {
    /// Only these, where any are named.
    pub schemas: Vec<String>,
    pub tables: Vec<String>,
    /// Without these.
    pub without: Vec<String>,
    /// Without the rows of these.
    pub rowless: Vec<String>,
}

/// All that is wanted, in the order in which it can be made.
pub async fn entries(only: &Only, no_data: bool, c: &mut Conn) -> Result<Vec<Entry>, String> {
    let mut list = List { only, no_data, entries: Vec::new() };
    list.objects(c).await?;
    Ok(list.entries)
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

/// The entries of a database, in the order in which they can be made.
struct List<'a> {
    only: &'a Only,
    no_data: bool,
    entries: Vec<Entry>,
}

impl List<'_> {
    fn add(&mut self, kind: &str, oid: (u32, &str), place: [&str; 4], make: String, drop: String) {
        let [schema, name, table, owner] = place.map(str::to_string);
        let (oid, kind) = ((oid.0, oid.1.to_string()), kind.to_string());
        self.entries.push(Entry {
            oid,
            kind,
            schema,
            name,
            table,
            owner,
            make,
            drop,
            ..Entry::default()
        });
    }

    async fn objects(&mut self, c: &mut Conn) -> Result<(), String> {
        let d = self.only;
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
        let mut defaults = Vec::new();
        let mut parts: Vec<Part> = Vec::new();
        for t in &tables {
            let start = self.entries.len();
            let mut needs = Vec::new();
            if t[5] == "r" {
                self.table(c, t, &mut defaults).await?;
            } else {
                let text = c.ask(&format!("SELECT pg_get_viewdef({}::oid)", t[0])).await?;
                let text = text.into_iter().flatten().next().unwrap_or_default();
                let word = |n: &str| {
                    text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|w| w == n)
                };
                let shown = tables.iter().filter(|o| o[0] != t[0] && word(&o[2]));
                needs.extend(shown.map(|o| o[2].clone()));
                let name = format!("{}.{}", ident(&t[1]), ident(&t[2]));
                let make = format!(
                    "SET search_path = public;\nCREATE VIEW {name} AS\n{text}\nSELECT pg_catalog.set_config('search_path', '', false);"
                );
                let drop = format!("DROP VIEW {name};");
                self.add("VIEW", (1259, &t[0]), [&t[1], &t[2], "", &t[3]], make, drop);
            }
            let made = self.entries.split_off(start);
            parts.push(Part { name: t[2].clone(), needs, made });
        }
        let every = d.tables.is_empty() && d.schemas.is_empty();
        let ours = |s: &Vec<String>| tables.iter().any(|t| t[0] == s[7]) || (every && !owned(s));
        for s in sequences.iter().filter(|s| ours(s)) {
            let start = self.entries.len();
            let table = tables.iter().find(|t| t[0] == s[7]);
            self.sequence(c, s, table).await?;
            let made = self.entries.split_off(start);
            let needs = table.map(|t| t[2].clone()).into_iter().collect();
            parts.push(Part { name: s[1].clone(), needs, made });
        }
        self.entries.extend(in_order(parts));
        self.entries.extend(defaults);
        for t in tables.iter().filter(|t| t[5] == "r" && !names(&d.rowless, &t[1], &t[2])) {
            if !self.no_data {
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
        let columns = c
            .ask(&format!(
                "SELECT attname, typename FROM pg_attribute WHERE attrelid = {} ORDER BY attnum",
                t[0]
            ))
            .await?;
        let names: Vec<String> = columns.iter().map(|r| ident(&r[0])).collect();
        let name = format!("{}.{} ({})", ident(&t[1]), ident(&t[2]), names.join(", "));
        let rows = c.ask(&format!("COPY {name} TO STDOUT")).await?;
        self.add(
            "TABLE DATA",
            (0, &t[0]),
            [&t[1], &t[2], &t[2], &t[3]],
            String::new(),
            String::new(),
        );
        if let Some(e) = self.entries.last_mut() {
            e.columns = columns.into_iter().map(|mut c| (c.remove(0), c.remove(0))).collect();
            e.rows = rows.into_iter().flatten().next().unwrap_or_default();
        }
        Ok(())
    }

    /// A sequence, and what ties it to the column that it counts for.
    async fn sequence(
        &mut self,
        c: &mut Conn,
        s: &[String],
        table: Option<&Vec<String>>,
    ) -> Result<(), String> {
        let seq = format!("{}.{}", ident(&s[0]), ident(&s[1]));
        let place = [s[0].as_str(), &s[1], "", &s[2]];
        let counts = format!(
            "    START WITH {}\n    INCREMENT BY {}\n    NO MINVALUE\n    NO MAXVALUE\n    CACHE 1",
            s[4], s[5]
        );
        let name = table.map(|t| format!("{}.{}", ident(&t[1]), ident(&t[2])));
        if let (Some(t), Some(name)) = (table, &name) {
            let how = c
                .ask(&format!(
                    "SELECT attidentity FROM pg_attribute WHERE attrelid = {} AND attname = {}",
                    t[0],
                    literal(&s[8])
                ))
                .await?;
            let how = match how.into_iter().flatten().next().unwrap_or_default().as_str() {
                "a" => "ALWAYS",
                "d" => "BY DEFAULT",
                _ => "",
            };
            if !how.is_empty() {
                let make = format!(
                    "ALTER TABLE {name} ALTER COLUMN {} ADD GENERATED {how} AS IDENTITY (\n    SEQUENCE NAME {seq}\n{counts}\n);",
                    ident(&s[8])
                );
                self.add("SEQUENCE", (1259, "0"), place, make, String::new());
                return Ok(());
            }
        }
        let ty = if s[3] == "bigint" { String::new() } else { format!("\n    AS {}", s[3]) };
        let make = format!("CREATE SEQUENCE {seq}{ty}\n{counts};");
        self.add("SEQUENCE", (1259, "0"), place, make, format!("DROP SEQUENCE {seq};"));
        if let Some(name) = name {
            let make = format!("ALTER SEQUENCE {seq} OWNED BY {name}.{};", ident(&s[8]));
            self.add("SEQUENCE OWNED BY", (0, "0"), place, make, String::new());
        }
        Ok(())
    }

    async fn table(
        &mut self,
        c: &mut Conn,
        t: &[String],
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

/// A table, view or sequence: what it needs, and its entries.
struct Part {
    name: String,
    needs: Vec<String>,
    made: Vec<Entry>,
}

/// The entries by name, but each behind those that it needs.
fn in_order(mut parts: Vec<Part>) -> Vec<Entry> {
    parts.sort_by(|a, b| a.name.cmp(&b.name));
    let mut out = Vec::new();
    while !parts.is_empty() {
        let waits = |part: &Part| parts.iter().any(|p| part.needs.contains(&p.name));
        // Views that need each other can not be: the first is as good as any.
        let next = parts.iter().position(|part| !waits(part)).unwrap_or(0);
        out.extend(parts.remove(next).made);
    }
    out
}

/// Whether a sequence belongs to a column.
fn owned(s: &[String]) -> bool {
    !s[7].is_empty() && s[7] != "0"
}
