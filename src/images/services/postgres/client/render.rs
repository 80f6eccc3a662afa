//! A dump as the statements that make it again, as `pg_dump` and `pg_restore -f` write them.

use super::super::sql::{ident, literal};
use super::archive::{Archive, Entry};

/// Which parts of a dump are wanted, and how they are written.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub no_owner: bool,
    pub no_data: bool,
    pub no_schema: bool,
    pub clean: bool,
    pub if_exists: bool,
    pub create: bool,
    /// Rows as INSERT statements, with the names of the columns or without.
    pub inserts: Option<bool>,
    /// Only what has to do with these tables.
    pub tables: Vec<String>,
}

/// What a session is set to before statements run.
pub const SETTINGS: &str = "SET statement_timeout = 0;\nSET lock_timeout = 0;\nSET idle_in_transaction_session_timeout = 0;\nSET transaction_timeout = 0;\nSET client_encoding = 'UTF8';\nSET standard_conforming_strings = on;\nSELECT pg_catalog.set_config('search_path', '', false);\nSET check_function_bodies = false;\nSET xmloption = content;\nSET client_min_messages = warning;\nSET row_security = off;\n";

impl Wanted {
    /// Whether an entry is among what is wanted.
    pub fn takes(&self, e: &Entry) -> bool {
        let part = if e.is_data() { !self.no_data } else { !self.no_schema };
        let named = |t: &String| {
            let name = t.rsplit('.').next().unwrap_or(t);
            let kinds = ["TABLE", "VIEW", "SEQUENCE", "TABLE DATA", "SEQUENCE SET"];
            kinds.contains(&e.kind.as_str()) && e.name == name
        };
        part && (self.tables.is_empty() || self.tables.iter().any(named))
    }
}

/// The text; `key` stands in its first and its last line.
pub fn text(a: &Archive, w: &Wanted, key: &str) -> String {
    let mut out = format!(
        "--\n-- PostgreSQL database dump\n--\n\n\\restrict {key}\n\n-- Dumped from database version {}\n-- Dumped by pg_dump version {}\n\n{SETTINGS}\n",
        a.server, a.by
    );
    let db = ident(&a.database);
    if w.create {
        if w.clean {
            let exists = if w.if_exists { "IF EXISTS " } else { "" };
            out += &format!("DROP DATABASE {exists}{db};\n");
        }
        out += &title(&Entry {
            kind: "DATABASE".into(),
            schema: "-".into(),
            name: a.database.clone(),
            owner: a.owner.clone(),
            ..Entry::default()
        });
        out += &format!("{}\n\n\n", a.make_database());
        if !w.no_owner {
            out += &format!("ALTER DATABASE {db} OWNER TO {};\n\n", ident(&a.owner));
        }
        out += &format!("\\unrestrict {key}\n\\connect {db}\n\\restrict {key}\n\n{SETTINGS}\n");
    } else if w.clean {
        for e in a.entries.iter().rev().filter(|e| w.takes(e) && !e.drop.is_empty()) {
            out += &format!("{}\n", e.remove(w.if_exists));
        }
    }
    if !w.no_schema {
        out += "SET default_tablespace = '';\n\nSET default_table_access_method = heap;\n\n";
    }
    for e in a.entries.iter().filter(|e| w.takes(e)) {
        out += &title(e);
        if e.kind == "TABLE DATA" {
            match w.inserts {
                Some(named) => out += &inserts(e, named),
                None => out += &format!("{}\n{}\\.\n", e.copy(), e.rows),
            }
            out += "\n\n";
            continue;
        }
        out += &format!("{}\n\n\n", e.make);
        if let Some(own) = e.own().filter(|_| !w.no_owner) {
            out += &format!("{own}\n\n");
        }
    }
    out + &format!("--\n-- PostgreSQL database dump complete\n--\n\n\\unrestrict {key}\n\n")
}

fn title(e: &Entry) -> String {
    let word = if e.kind == "TABLE DATA" { "Data for Name" } else { "Name" };
    let part = matches!(e.kind.as_str(), "DEFAULT" | "CONSTRAINT" | "FK CONSTRAINT");
    let name = if part { format!("{} {}", e.table, e.name) } else { e.name.clone() };
    let (kind, schema, owner) = (&e.kind, &e.schema, &e.owner);
    format!("--\n-- {word}: {name}; Type: {kind}; Schema: {schema}; Owner: {owner}\n--\n\n")
}

/// Rows as statements.
fn inserts(e: &Entry, named: bool) -> String {
    let names: Vec<String> = e.columns.iter().map(|c| ident(&c.0)).collect();
    let names = if named { format!(" ({})", names.join(", ")) } else { String::new() };
    let mut out = String::new();
    for row in e.rows.lines() {
        let values: Vec<String> =
            row.split('\t').zip(&e.columns).map(|(v, c)| value(v, &c.1)).collect();
        out += &format!("INSERT INTO {}{names} VALUES ({});\n", e.full_name(), values.join(", "));
    }
    out
}

/// A field of a COPY as a literal.
fn value(field: &str, kind: &str) -> String {
    if field == "\\N" {
        return "NULL".to_string();
    }
    let mut plain = String::new();
    let mut chars = field.chars();
    while let Some(c) = chars.next() {
        plain.push(match c {
            '\\' => match chars.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                Some('b') => '\u{8}',
                Some('f') => '\u{c}',
                Some('v') => '\u{b}',
                Some(c) => c,
                None => '\\',
            },
            c => c,
        });
    }
    let number = ["smallint", "integer", "bigint", "oid", "real", "double", "numeric"];
    let bare = plain.bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b));
    match kind {
        "boolean" => if plain == "t" { "true" } else { "false" }.to_string(),
        _ if bare && !plain.is_empty() && number.iter().any(|n| kind.starts_with(n)) => plain,
        _ => literal(&plain),
    }
}
