//! The commands `\d`: what a database holds, asked of the system's tables.

use super::print::{Table, draw};
use super::psql::Psql;

fn quoted(s: &str) -> String {
    format!("'{}'", s.replace('\'', "''"))
}

/// A condition for a pattern of names.
fn like(column: &str, pattern: &str) -> String {
    if pattern.is_empty() {
        return "true".into();
    }
    let one = |column: &str, p: &str| {
        let p = p.trim_matches('"').replace('_', "\\_").replace('*', "%").replace('?', "_");
        format!("{column} LIKE {}", quoted(&p))
    };
    match pattern.split_once('.') {
        Some((schema, name)) if column == "relname" => {
            format!("{} AND {}", one("nspname", schema), one(column, name))
        }
        _ => one(column, pattern),
    }
}

impl Psql {
    async fn rows(&mut self, sql: &str) -> Option<Vec<Vec<String>>> {
        let c = self.conn.as_mut()?;
        match c.ask(sql).await {
            Ok(rows) => Some(rows),
            Err(e) => {
                let _ = self.p.write_all(2, format!("{e}\n").as_bytes()).await;
                None
            }
        }
    }

    async fn show(
        &mut self,
        title: &str,
        heads: &[&str],
        rows: Vec<Vec<String>>,
        footer: Option<Vec<String>>,
    ) {
        let t = Table {
            title: Some(title.to_string()),
            heads: heads.iter().map(|h| (*h).to_string()).collect(),
            right: Vec::new(),
            rows: rows.into_iter().map(|r| r.into_iter().map(Some).collect()).collect(),
            footer,
        };
        let text = draw(&t, &self.style);
        self.put(&text).await;
    }

    /// Runs one; whether it went well.
    pub(super) async fn describe(&mut self, command: &str, arg: &str) -> bool {
        let plain = command.trim_end_matches([';', '+', 'S']);
        let more = command.contains('+');
        let lists =
            matches!(plain, "d" | "dt" | "di" | "ds" | "dv") && (plain != "d" || arg.is_empty());
        match plain {
            _ if more && !lists => self.unbuilt(&format!("{plain}+")).await,
            "l" | "list" => self.databases().await,
            "du" | "dg" => self.roles(arg).await,
            "dn" => {
                let sql = format!(
                    "SELECT nspname, CASE WHEN nspname = 'public' THEN 'pg_database_owner' ELSE pg_get_userbyid(nspowner) END FROM pg_namespace WHERE nspname NOT IN ('pg_catalog', 'information_schema') AND {} ORDER BY 1",
                    like("nspname", arg)
                );
                let Some(rows) = self.rows(&sql).await else { return false };
                self.show("List of schemas", &["Name", "Owner"], rows, None).await;
                true
            }
            "dp" | "z" => self.privileges(arg).await,
            "d" if !arg.is_empty() => self.one(arg).await,
            "d" | "dt" | "di" | "ds" | "dv" => self.relations(&plain[1..], arg, more).await,
            other => self.unbuilt(other).await,
        }
    }

    async fn unbuilt(&mut self, command: &str) -> bool {
        let text = format!("\\{command} is not simulated\n");
        let _ = self.p.write_all(2, text.as_bytes()).await;
        false
    }

    async fn privileges(&mut self, arg: &str) -> bool {
        let sql = format!(
            "SELECT nspname, relname, CASE relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' ELSE 'sequence' END, relacl FROM pg_class WHERE relkind IN ('r', 'v', 'S') AND {} ORDER BY 1, 2",
            like("relname", arg)
        );
        let Some(mut rows) = self.rows(&sql).await else { return false };
        for r in &mut rows {
            if let Some(acl) = r.get_mut(3) {
                *acl = acl.trim_matches(['{', '}']).replace(',', "\n");
            }
            r.extend([String::new(), String::new()]);
        }
        let heads =
            ["Schema", "Name", "Type", "Access privileges", "Column privileges", "Policies"];
        self.show("Access privileges", &heads, rows, None).await;
        true
    }

    async fn databases(&mut self) -> bool {
        let Some(rows) = self.rows("SELECT datname, pg_get_userbyid(datdba), pg_encoding_to_char(encoding), datcollate, datctype, datistemplate FROM pg_database ORDER BY 1").await else { return false };
        let rows = rows
            .into_iter()
            .map(|r| {
                let access =
                    if r[5] == "t" { format!("=c/{0}\n{0}=CTc/{0}", r[1]) } else { String::new() };
                vec![
                    r[0].clone(),
                    r[1].clone(),
                    r[2].clone(),
                    "libc".into(),
                    r[3].clone(),
                    r[4].clone(),
                    String::new(),
                    String::new(),
                    access,
                ]
            })
            .collect();
        let heads = [
            "Name",
            "Owner",
            "Encoding",
            "Locale Provider",
            "Collate",
            "Ctype",
            "Locale",
            "ICU Rules",
            "Access privileges",
        ];
        self.show("List of databases", &heads, rows, None).await;
        true
    }

    async fn roles(&mut self, arg: &str) -> bool {
        let sql = format!(
            "SELECT rolname, rolsuper, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls FROM pg_roles WHERE {} ORDER BY 1",
            like("rolname", arg)
        );
        let Some(rows) = self.rows(&sql).await else { return false };
        let words =
            ["Superuser", "Create role", "Create DB", "Cannot login", "Replication", "Bypass RLS"];
        let rows = rows
            .into_iter()
            .map(|r| {
                let on = |i: usize| (r[i + 1] == "t") != (i == 3);
                let all: Vec<&str> =
                    words.iter().enumerate().filter(|(i, _)| on(*i)).map(|(_, w)| *w).collect();
                vec![r[0].clone(), all.join(", ")]
            })
            .collect();
        self.show("List of roles", &["Role name", "Attributes"], rows, Some(Vec::new())).await;
        true
    }

    async fn relations(&mut self, kind: &str, arg: &str, more: bool) -> bool {
        let (kinds, what) = match kind {
            "t" => ("'r'", "tables"),
            "i" => ("'i'", "indexes"),
            "s" => ("'S'", "sequences"),
            "v" => ("'v'", "views"),
            _ => ("'r','S','v'", "relations"),
        };
        let table = if kind == "i" {
            ", (SELECT t.relname FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid WHERE i.indexrelid = c.oid)"
        } else {
            ""
        };
        let extra = match (more, kind) {
            (false, _) => "",
            (true, "i") => {
                ", 'permanent', 'btree', pg_size_pretty(pg_table_size(oid)), description"
            }
            (true, "v") => ", 'permanent', pg_size_pretty(0::bigint), description",
            (true, "s") => ", 'permanent', pg_size_pretty(pg_table_size(oid)), description",
            (true, _) => {
                ", 'permanent', CASE relkind WHEN 'r' THEN 'heap' ELSE '' END, pg_size_pretty(pg_table_size(oid)), description"
            }
        };
        let sql = format!(
            "SELECT nspname, relname, CASE relkind WHEN 'r' THEN 'table' WHEN 'i' THEN 'index' WHEN 'S' THEN 'sequence' ELSE 'view' END, pg_get_userbyid(relowner){table}{extra} FROM pg_class c WHERE relkind IN ({kinds}) AND {} ORDER BY 1, 2",
            like("relname", arg)
        );
        let Some(rows) = self.rows(&sql).await else { return false };
        if rows.is_empty() {
            let text = if arg.is_empty() {
                format!("Did not find any {what}.")
            } else {
                let what = if what == "relations" { "relation" } else { what };
                format!("Did not find any {what} named \"{arg}\".")
            };
            self.trouble("error", &text).await;
            return true;
        }
        let newer = self
            .conn
            .as_ref()
            .and_then(|c| c.params.get("server_version"))
            .is_some_and(|v| v.starts_with("18"));
        let title = if newer { format!("List of {what}") } else { "List of relations".to_string() };
        let mut heads = vec!["Schema", "Name", "Type", "Owner"];
        if kind == "i" {
            heads.push("Table");
        }
        match (more, kind) {
            (false, _) => {}
            (true, "v" | "s") => heads.extend(["Persistence", "Size", "Description"]),
            (true, _) => heads.extend(["Persistence", "Access method", "Size", "Description"]),
        }
        self.show(&title, &heads, rows, None).await;
        true
    }

    async fn one(&mut self, arg: &str) -> bool {
        let found = self
            .rows(&format!(
                "SELECT oid, relname, relkind, nspname FROM pg_class WHERE {} ORDER BY 4, 2",
                like("relname", arg)
            ))
            .await;
        let Some(found) = found else { return false };
        if found.is_empty() {
            self.trouble("error", &format!("Did not find any relation named \"{arg}\".")).await;
            return false;
        }
        for r in found {
            let (oid, name) = (&r[0], format!("{}.{}", r[3], r[1]));
            if r[2] == "S" || r[2] == "i" {
                let _ =
                    self.p.write_all(2, b"\\d of a sequence or an index is not simulated\n").await;
                return false;
            }
            let sql = format!(
                "SELECT attname, typename, CASE WHEN attnotnull THEN 'not null' ELSE '' END, CASE attidentity WHEN 'a' THEN 'generated always as identity' WHEN 'd' THEN 'generated by default as identity' ELSE adexpr END FROM pg_attribute WHERE attrelid = {oid} ORDER BY attnum"
            );
            let Some(columns) = self.rows(&sql).await else { return false };
            let rows = columns
                .into_iter()
                .map(|c| {
                    vec![c[0].clone(), c[1].clone(), String::new(), c[2].clone(), c[3].clone()]
                })
                .collect();
            let footer = self.footer(oid).await;
            let title = format!("{} \"{name}\"", if r[2] == "v" { "View" } else { "Table" });
            self.show(
                &title,
                &["Column", "Type", "Collation", "Nullable", "Default"],
                rows,
                Some(footer),
            )
            .await;
        }
        true
    }

    async fn footer(&mut self, oid: &str) -> Vec<String> {
        let mut out = Vec::new();
        let indexes = self.rows(&format!("SELECT c.relname, indisprimary, indisunique, pg_get_indexdef(indexrelid), (SELECT count(*) FROM pg_constraint k WHERE k.conindid = i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = indexrelid WHERE indrelid = {oid} ORDER BY 2 DESC, 1")).await.unwrap_or_default();
        if !indexes.is_empty() {
            out.push("Indexes:".into());
        }
        for i in indexes {
            let using = i[3].split(" USING ").nth(1).unwrap_or_default();
            let kind = match (i[1] == "t", i[2] == "t", i[4] != "0") {
                (true, _, _) => " PRIMARY KEY,",
                (_, true, true) => " UNIQUE CONSTRAINT,",
                (_, true, false) => " UNIQUE,",
                _ => "",
            };
            out.push(format!("    \"{}\"{kind} {using}", i[0]));
        }
        for (kind, head) in [("c", "Check constraints:"), ("f", "Foreign-key constraints:")] {
            let rows = self.rows(&format!("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = {oid} AND contype = '{kind}' ORDER BY 1")).await.unwrap_or_default();
            if !rows.is_empty() {
                out.push(head.into());
            }
            for r in rows {
                // Without the second pair of parentheses.
                let def = match r[1].strip_prefix("CHECK ((").and_then(|d| d.strip_suffix("))")) {
                    Some(d) => format!("CHECK ({d})"),
                    None => r[1].clone(),
                };
                out.push(format!("    \"{}\" {def}", r[0]));
            }
        }
        let rows = self.rows(&format!("SELECT c.relname, k.conname, pg_get_constraintdef(k.oid) FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.confrelid = {oid} AND k.contype = 'f' ORDER BY 2")).await.unwrap_or_default();
        if !rows.is_empty() {
            out.push("Referenced by:".into());
        }
        for r in rows {
            out.push(format!("    TABLE \"{}\" CONSTRAINT \"{}\" {}", r[0], r[1], r[2]));
        }
        out
    }
}
