//! COPY: rows as lines of text, tabs between the values, or as CSV.

use std::rc::Rc;

use super::super::error::{PgError, Res};
use super::super::sql::ast::Copy;
use super::bind::{Scope, Shared, query};
use super::catalog::{Catalog, Rel};
use super::constraint::{check_references, check_row, conflict, default_value, key_text};
use super::eval::Ctx;
use super::run::plan;
use super::session::Tx;
use super::storage::Row;
use super::types::{Type, Value};

/// A value in a line.
fn escape(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    for c in s.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c => out.push(c),
        }
    }
    out
}

fn unescape(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    let mut chars = s.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('t') => out.push('\t'),
            Some('r') => out.push('\r'),
            Some(c) => out.push(c),
            None => out.push('\\'),
        }
    }
    out
}

/// A field of CSV, quoted where it must be.
pub fn csv_field(s: &str, delimiter: char) -> String {
    let quote = s.is_empty() || s.contains([delimiter, '"', '\n', '\r']) || s == "\\.";
    if quote { format!("\"{}\"", s.replace('"', "\"\"")) } else { s.to_string() }
}

fn targets(c: &Copy, rel: &Rel) -> Res<Vec<usize>> {
    if c.columns.is_empty() {
        return Ok((0..rel.columns.len()).collect());
    }
    let find = |n: &String| {
        rel.column(n).ok_or_else(|| {
            PgError::new(
                "42703",
                format!("column \"{n}\" of relation \"{}\" does not exist", rel.name),
            )
        })
    };
    c.columns.iter().map(find).collect()
}

/// The lines of a COPY TO, and how many rows they are.
pub fn out(c: &Copy, sh: &mut Shared<'_>, cx: &Ctx<'_>) -> Res<(Vec<u8>, usize)> {
    let (names, types, rows): (Vec<String>, Vec<Type>, Vec<Row>) = match (&c.table, &c.query) {
        (_, Some(q)) => {
            let p = query(q, &Scope::default(), sh)?;
            let rows = plan(&p, None, cx)?;
            let (names, types) = p.cols.into_iter().unzip();
            (names, types, rows)
        }
        (Some(name), None) => {
            let rel = super::from::relation(name, sh)?;
            cx.rights.relation(rel, 'r')?;
            let at = targets(c, rel)?;
            let cl = cx.cluster.borrow();
            let t = cl.open.get(&cx.db).and_then(|d| d.tables.get(&rel.oid)).ok_or_else(|| {
                PgError::new("42809", format!("cannot copy from {} \"{}\"", rel.word(), rel.name))
            })?;
            let seen = t.rows.values().filter(|v| cx.sees(&cl, v));
            let rows = seen
                .map(|v| Rc::new(at.iter().map(|i| v.row[*i].clone()).collect::<Vec<Value>>()))
                .collect();
            let col = |i: &usize| &rel.columns[*i];
            (
                at.iter().map(|i| col(i).name.clone()).collect(),
                at.iter().map(|i| col(i).ty.clone()).collect(),
                rows,
            )
        }
        _ => return Err(PgError::gap("this COPY")),
    };
    let delimiter = c.delimiter.unwrap_or(if c.csv { ',' } else { '\t' });
    let null = c.null.clone().unwrap_or_else(|| if c.csv { String::new() } else { "\\N".into() });
    let mut text = String::new();
    let sep = delimiter.to_string();
    if c.header {
        text.push_str(&names.join(&sep));
        text.push('\n');
    }
    for row in &rows {
        let fields: Vec<String> = row
            .iter()
            .zip(&types)
            .map(|(v, ty)| match super::text::output(v, ty) {
                None => null.clone(),
                Some(s) if c.csv => csv_field(&s, delimiter),
                Some(s) => escape(&s),
            })
            .collect();
        text.push_str(&fields.join(&sep));
        text.push('\n');
    }
    Ok((crate::vfs::text::encode(&text).into_owned(), rows.len()))
}

/// A record of CSV from the front of a text: its fields, quoted ones marked, and what is left.
fn csv_record(text: &str, delimiter: char) -> (Vec<(String, bool)>, &str) {
    let mut fields = Vec::new();
    let mut field = String::new();
    let (mut quoted, mut was) = (false, false);
    let mut chars = text.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        match c {
            '"' if quoted && chars.peek().is_some_and(|(_, n)| *n == '"') => {
                chars.next();
                field.push('"');
            }
            '"' => {
                quoted = !quoted;
                was = true;
            }
            '\n' if !quoted => {
                fields.push((field.trim_end_matches('\r').to_string(), was));
                return (fields, &text[i + 1..]);
            }
            c if c == delimiter && !quoted => {
                fields.push((std::mem::take(&mut field), std::mem::take(&mut was)))
            }
            c => field.push(c),
        }
    }
    fields.push((field, was));
    (fields, "")
}

/// Takes the rows of a COPY FROM in; gives how many they are.
pub fn into(
    c: &Copy,
    data: &[u8],
    catalog: &Catalog,
    sh: &Shared<'_>,
    tx: &mut Tx,
    cx: &Ctx<'_>,
) -> Res<usize> {
    let name = c.table.as_ref().ok_or_else(|| PgError::gap("this COPY"))?;
    let rel = super::from::relation(name, sh)?;
    cx.rights.relation(rel, 'a')?;
    let at = targets(c, rel)?;
    let text = crate::vfs::text::decode(data);
    let mut rest: &str = &text;
    let delimiter = c.delimiter.unwrap_or(if c.csv { ',' } else { '\t' });
    let null = c.null.clone().unwrap_or_else(|| if c.csv { String::new() } else { "\\N".into() });
    let mut line_no = 0;
    let mut count = 0;
    while !rest.is_empty() {
        line_no += 1;
        let start = rest;
        let fields: Vec<Option<String>>;
        if c.csv {
            let (all, next) = csv_record(rest, delimiter);
            rest = next;
            fields =
                all.into_iter().map(|(f, quoted)| (quoted || f != null).then_some(f)).collect();
        } else {
            let (line, next) = rest.split_once('\n').unwrap_or((rest, ""));
            rest = next;
            if line == "\\." {
                break;
            }
            let line = line.strip_suffix('\r').unwrap_or(line);
            fields = line.split(delimiter).map(|f| (f != null).then(|| unescape(f))).collect();
        }
        let line = start.split('\n').next().unwrap_or_default();
        if c.header && line_no == 1 {
            continue;
        }
        let context = |what: String| {
            Some(format!("COPY {}, line {line_no}{what}", rel.name).into_boxed_str())
        };
        let whole = || context(format!(": \"{line}\""));
        if fields.len() < at.len() {
            let missing = &rel.columns[at[fields.len()]].name;
            let text = format!("missing data for column \"{missing}\"");
            return Err(PgError { context: whole(), ..PgError::new("22P04", text) });
        }
        if fields.len() > at.len() {
            return Err(PgError {
                context: whole(),
                ..PgError::new("22P04", "extra data after last expected column")
            });
        }
        let mut row: Vec<Option<Value>> = vec![None; rel.columns.len()];
        for (f, i) in fields.into_iter().zip(&at) {
            let col = &rel.columns[*i];
            row[*i] = Some(match f {
                None => Value::Null,
                Some(f) => super::text::input(&f, &col.ty, cx.now).map_err(|e| PgError {
                    context: context(format!(", column {}: \"{f}\"", col.name)),
                    ..e
                })?,
            });
        }
        let mut full = Vec::new();
        for (col, v) in rel.columns.iter().zip(row) {
            full.push(match v {
                Some(v) => v,
                None => default_value(rel, col, catalog, cx)?,
            });
        }
        check_row(rel, &full, catalog, cx).map_err(|e| PgError { context: whole(), ..e })?;
        if let Some((key, columns, _)) =
            conflict(rel.oid, &full, None, cx).map_err(super::change::wait_for)?
        {
            let e = PgError::new(
                "23505",
                format!("duplicate key value violates unique constraint \"{key}\""),
            )
            .detail(format!("{} already exists.", key_text(rel, &columns, &full)));
            return Err(PgError { context: context(String::new()), ..e });
        }
        tx.insert(cx, rel.oid, Rc::new(full.clone()));
        check_references(rel, &full, catalog, cx)?;
        cx.pay(5)?;
        count += 1;
    }
    Ok(count)
}
