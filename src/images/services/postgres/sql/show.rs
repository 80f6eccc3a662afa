//! Expressions as text again, in the form in which PostgreSQL shows what its catalogue holds.

use super::ast::{Call, Expr, Kind};
use super::parse::is_reserved;

/// A name, quoted where it must be.
pub fn ident(name: &str) -> String {
    let plain = name.starts_with(|c: char| c.is_ascii_lowercase() || c == '_')
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        && !is_reserved(name);
    if plain { name.to_string() } else { format!("\"{}\"", name.replace('"', "\"\"")) }
}

/// A string literal.
pub fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// An expression; operators within others stand in parentheses.
pub fn expr_text(e: &Expr) -> String {
    show(e, false)
}

fn list(all: &[Expr]) -> String {
    all.iter().map(|e| show(e, false)).collect::<Vec<_>>().join(", ")
}

fn show(e: &Expr, inner: bool) -> String {
    let wrap = |s: String| if inner { format!("({s})") } else { s };
    let not = |n: bool| if n { "NOT " } else { "" };
    match &e.kind {
        Kind::Null => "NULL".into(),
        Kind::Bool(b) => b.to_string(),
        Kind::Num(n) if n.starts_with('-') => {
            format!("'{n}'::{}", if n.contains('.') { "numeric" } else { "integer" })
        }
        Kind::Num(n) => n.clone(),
        Kind::Str(s) => format!("{}::text", literal(s)),
        Kind::Default => "DEFAULT".into(),
        Kind::Column { table, name } => match table {
            Some(t) => format!("{}.{}", ident(t), ident(name)),
            None => ident(name),
        },
        Kind::Star(None) => "*".into(),
        Kind::Star(Some(t)) => format!("{}.*", ident(t)),
        Kind::Unary(op, x) => wrap(format!("{op} {}", show(x, true))),
        Kind::Binary(op, a, b) => wrap(format!("{} {op} {}", show(a, true), show(b, true))),
        Kind::And(a, b) => wrap(format!("{} AND {}", logic(a, true), logic(b, true))),
        Kind::Or(a, b) => wrap(format!("{} OR {}", logic(a, false), logic(b, false))),
        Kind::Not(a) => wrap(format!("NOT {}", show(a, true))),
        Kind::IsNull(a, n) => wrap(format!("{} IS {}NULL", show(a, true), not(*n))),
        Kind::IsBool(a, what, n) => {
            let what = what.map_or("UNKNOWN".to_string(), |b| b.to_string().to_uppercase());
            wrap(format!("{} IS {}{what}", show(a, true), not(*n)))
        }
        Kind::Distinct(a, b, n) => {
            wrap(format!("{} IS {}DISTINCT FROM {}", show(a, true), not(*n), show(b, true)))
        }
        Kind::Between(x, a, b, n) => {
            let (x, a, b) = (show(x, true), show(a, true), show(b, true));
            let text = if *n {
                format!("({x} < {a}) OR ({x} > {b})")
            } else {
                format!("({x} >= {a}) AND ({x} <= {b})")
            };
            wrap(text)
        }
        Kind::Like { e, pattern, icase, not } => {
            let op = match (icase, not) {
                (false, false) => "~~",
                (false, true) => "!~~",
                (true, false) => "~~*",
                (true, true) => "!~~*",
            };
            wrap(format!("{} {op} {}", show(e, true), show(pattern, true)))
        }
        Kind::In(x, all, n) => {
            let (op, word) = if *n { ("<>", "ALL") } else { ("=", "ANY") };
            wrap(format!("{} {op} {word} (ARRAY[{}])", show(x, true), list(all)))
        }
        Kind::Array(all) => format!("ARRAY[{}]", list(all)),
        Kind::Row(all) => format!("ROW({})", list(all)),
        Kind::Index(a, i) => format!("{}[{}]", show(a, true), show(i, false)),
        Kind::Case { of, arms, otherwise } => {
            let mut s = "CASE".to_string();
            if let Some(of) = of {
                s.push_str(&format!(" {}", show(of, true)));
            }
            for (when, then) in arms {
                s.push_str(&format!(" WHEN {} THEN {}", show(when, true), show(then, false)));
            }
            if let Some(o) = otherwise {
                s.push_str(&format!(" ELSE {}", show(o, false)));
            }
            s + " END"
        }
        Kind::Cast(x, ty) => {
            let name = ty.name.clone();
            let mods = match ty.mods.as_slice() {
                [] => String::new(),
                m => format!("({})", m.iter().map(i64::to_string).collect::<Vec<_>>().join(",")),
            };
            let array = if ty.array { "[]" } else { "" };
            match &x.kind {
                Kind::Str(s) => format!("{}::{name}{mods}{array}", literal(s)),
                _ => format!("{}::{name}{mods}{array}", show(x, true)),
            }
        }
        Kind::Call(c) => called(c),
        Kind::InQuery(..) | Kind::Exists(_) | Kind::Scalar(_) | Kind::Quantified { .. } => {
            "(SELECT ...)".into()
        }
    }
}

/// Chains of the same junction need no parentheses of their own.
fn logic(e: &Expr, and: bool) -> String {
    match (&e.kind, and) {
        (Kind::And(..), true) | (Kind::Or(..), false) => show(e, false),
        _ => show(e, true),
    }
}

fn called(c: &Call) -> String {
    match (c.name.as_str(), c.args.is_empty()) {
        (
            "current_user" | "session_user" | "current_date" | "current_timestamp"
            | "localtimestamp",
            true,
        ) => {
            return c.name.to_uppercase();
        }
        ("nextval", _) if c.args.len() == 1 => {
            if let Kind::Str(s) = &c.args[0].kind {
                return format!("nextval({}::regclass)", literal(s));
            }
        }
        _ => {}
    }
    if c.star {
        return format!("{}(*)", ident(&c.name));
    }
    format!("{}({})", ident(&c.name), list(&c.args))
}
