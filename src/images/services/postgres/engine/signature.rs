//! Functions by their names and arguments: what they take and what they give. What they do is in `func`.

use super::super::error::{PgError, Res};
use super::bind::known;
use super::expr::coerce;
use super::plan::{E, Pos, Typed};
use super::types::Type;

/// A function: its name, its arguments (a letter each) and its result. Letters: `t` text, `i` integer,
/// `b` bigint, `n` numeric, `f` double precision, `g` any number, `a` anything, `o` oid or name of a
/// relation, `s` timestamp, `d` date, `v` interval, `l` boolean, `A` array, `j` json, `*` more of the last.
/// Results have letters too; `1` is the first argument's type, `e` an element of it.
const TABLE: &[(&str, &str, char)] = &[
    ("abs", "g", '1'),
    ("age", "s", 'v'),
    ("age", "ss", 'v'),
    ("array_length", "Ai", 'i'),
    ("array_to_string", "At", 't'),
    ("ascii", "t", 'i'),
    ("btrim", "t", 't'),
    ("btrim", "tt", 't'),
    ("cardinality", "A", 'i'),
    ("ceil", "n", 'n'),
    ("ceil", "f", 'f'),
    ("ceiling", "n", 'n'),
    ("char_length", "t", 'i'),
    ("character_length", "t", 'i'),
    ("chr", "i", 't'),
    ("clock_timestamp", "", 'z'),
    ("coalesce", "a*", '1'),
    ("col_description", "oi", 't'),
    ("concat", "a*", 't'),
    ("concat_ws", "ta*", 't'),
    ("current_catalog", "", 't'),
    ("current_database", "", 'N'),
    ("current_date", "", 'd'),
    ("current_role", "", 'N'),
    ("current_schema", "", 'N'),
    ("current_setting", "t", 't'),
    ("current_setting", "tl", 't'),
    ("current_timestamp", "", 'z'),
    ("current_user", "", 'N'),
    ("currval", "o", 'b'),
    ("date_part", "ts", 'f'),
    ("date_trunc", "ts", '2'),
    ("exp", "f", 'f'),
    ("extract", "ts", 'n'),
    ("extract", "tv", 'n'),
    ("floor", "n", 'n'),
    ("floor", "f", 'f'),
    ("format", "ta*", 't'),
    ("format", "t", 't'),
    ("format_type", "bi", 't'),
    ("gen_random_uuid", "", 'u'),
    ("generate_series", "bb", '1'),
    ("generate_series", "bbb", '1'),
    ("generate_series", "ssv", '1'),
    ("greatest", "a*", '1'),
    ("has_database_privilege", "tt", 'l'),
    ("has_database_privilege", "ttt", 'l'),
    ("has_schema_privilege", "tt", 'l'),
    ("has_schema_privilege", "ttt", 'l'),
    ("has_table_privilege", "ot", 'l'),
    ("has_table_privilege", "tot", 'l'),
    ("inet_client_addr", "", 'I'),
    ("inet_server_addr", "", 'I'),
    ("initcap", "t", 't'),
    ("json_build_object", "a*", 'j'),
    ("jsonb_build_object", "a*", 'J'),
    ("jsonb_pretty", "J", 't'),
    ("lastval", "", 'b'),
    ("least", "a*", '1'),
    ("left", "ti", 't'),
    ("length", "t", 'i'),
    ("ln", "f", 'f'),
    ("localtimestamp", "", 's'),
    ("log", "f", 'f'),
    ("lower", "t", 't'),
    ("lpad", "ti", 't'),
    ("lpad", "tit", 't'),
    ("ltrim", "t", 't'),
    ("ltrim", "tt", 't'),
    ("make_date", "iii", 'd'),
    ("make_interval", "", 'v'),
    ("md5", "t", 't'),
    ("mod", "gg", '1'),
    ("nextval", "o", 'b'),
    ("now", "", 'z'),
    ("nullif", "aa", '1'),
    ("obj_description", "ot", 't'),
    ("octet_length", "t", 'i'),
    ("pg_backend_pid", "", 'i'),
    ("pg_cancel_backend", "i", 'l'),
    ("pg_database_size", "t", 'b'),
    ("pg_database_size", "b", 'b'),
    ("pg_encoding_to_char", "i", 'N'),
    ("pg_get_constraintdef", "b", 't'),
    ("pg_get_constraintdef", "bl", 't'),
    ("pg_get_expr", "tb", 't'),
    ("pg_get_indexdef", "b", 't'),
    ("pg_get_serial_sequence", "tt", 't'),
    ("pg_get_userbyid", "b", 'N'),
    ("pg_get_viewdef", "o", 't'),
    ("pg_indexes_size", "o", 'b'),
    ("pg_is_in_recovery", "", 'l'),
    ("pg_postmaster_start_time", "", 'z'),
    ("pg_relation_filepath", "o", 't'),
    ("pg_relation_size", "o", 'b'),
    ("pg_reload_conf", "", 'l'),
    ("pg_size_pretty", "b", 't'),
    ("pg_sleep", "f", 'V'),
    ("pg_table_is_visible", "b", 'l'),
    ("pg_table_size", "o", 'b'),
    ("pg_terminate_backend", "i", 'l'),
    ("pg_total_relation_size", "o", 'b'),
    ("pg_typeof", "a", 't'),
    ("pi", "", 'f'),
    ("position", "tt", 'i'),
    ("power", "ff", 'f'),
    ("quote_ident", "t", 't'),
    ("quote_literal", "t", 't'),
    ("random", "", 'f'),
    ("regexp_replace", "ttt", 't'),
    ("regexp_replace", "tttt", 't'),
    ("repeat", "ti", 't'),
    ("replace", "ttt", 't'),
    ("reverse", "t", 't'),
    ("right", "ti", 't'),
    ("round", "n", 'n'),
    ("round", "f", 'f'),
    ("round", "ni", 'n'),
    ("row_to_json", "a", 'j'),
    ("rpad", "ti", 't'),
    ("rpad", "tit", 't'),
    ("rtrim", "t", 't'),
    ("rtrim", "tt", 't'),
    ("sequence_row", "b", 'r'),
    ("session_user", "", 'N'),
    ("set_config", "ttl", 't'),
    ("setval", "ob", 'b'),
    ("setval", "obl", 'b'),
    ("sign", "n", 'n'),
    ("split_part", "tti", 't'),
    ("sqrt", "f", 'f'),
    ("starts_with", "tt", 'l'),
    ("statement_timestamp", "", 'z'),
    ("string_to_array", "tt", 'T'),
    ("strpos", "tt", 'i'),
    ("substr", "ti", 't'),
    ("substr", "tii", 't'),
    ("substring", "ti", 't'),
    ("substring", "tii", 't'),
    ("substring", "tt", 't'),
    ("timeofday", "", 't'),
    ("timezone", "ts", 's'),
    ("to_char", "st", 't'),
    ("to_char", "nt", 't'),
    ("to_date", "tt", 'd'),
    ("to_hex", "b", 't'),
    ("to_json", "a", 'j'),
    ("to_jsonb", "a", 'J'),
    ("to_regclass", "t", 'c'),
    ("to_timestamp", "f", 'z'),
    ("transaction_timestamp", "", 'z'),
    ("translate", "ttt", 't'),
    ("trunc", "n", 'n'),
    ("trunc", "ni", 'n'),
    ("txid_current", "", 'b'),
    ("unnest", "A", 'e'),
    ("upper", "t", 't'),
    ("user", "", 'N'),
    ("version", "", 't'),
];

/// The name of a function as the evaluation knows it.
pub fn name(name: &str) -> Option<&'static str> {
    TABLE.iter().find(|(n, _, _)| *n == name).map(|(n, _, _)| *n)
}

/// Whether a function gives many rows.
pub fn gives_rows(name: &str) -> bool {
    matches!(name, "generate_series" | "unnest")
}

/// Names of functions that only windows have.
pub fn window(name: &str) -> Option<&'static str> {
    ["row_number", "rank", "dense_rank", "lag", "lead", "first_value", "last_value"]
        .into_iter()
        .find(|n| *n == name)
}

/// What a function of windows gives.
pub fn window_type(name: &str, types: &[Type]) -> Option<Type> {
    match name {
        "row_number" | "rank" | "dense_rank" => Some(Type::Int8),
        "lag" | "lead" | "first_value" | "last_value" => types.first().cloned(),
        _ => None,
    }
}

/// What is said of a function that is not there.
pub fn unknown(name: &str, args: &[Typed], pos: usize) -> PgError {
    if super::known::function(name) {
        return PgError::gap(format!("the function {name}")).at(pos);
    }
    let types: Vec<String> = args.iter().map(|a| a.ty.base_name()).collect();
    PgError::new("42883", format!("function {name}({}) does not exist", types.join(", ")))
        .at(pos)
        .hint("No function matches the given name and argument types. You might need to add explicit type casts.")
}

/// How well a type goes where a letter stands: 0 not at all, and what it becomes.
fn fit(letter: char, t: &Type) -> Option<(u8, Type)> {
    let exact = |ok: bool, to: Type| if ok { Some((3, to)) } else { None };
    let unknown = *t == Type::Unknown;
    match letter {
        'a' => Some((1, known(t))),
        't' if t.is_text() => {
            Some((if unknown { 2 } else { 3 }, if unknown { Type::Text } else { t.clone() }))
        }
        'i' | 'b' if matches!(t, Type::Int2 | Type::Int4 | Type::Oid | Type::Regclass) => {
            Some((3, t.clone()))
        }
        'b' if *t == Type::Int8 => Some((3, Type::Int8)),
        'i' if *t == Type::Int8 => Some((1, Type::Int4)),
        'n' if matches!(t, Type::Numeric(_)) => Some((3, Type::Numeric(None))),
        'n' if t.rank().is_some_and(|r| r < 4) => Some((2, Type::Numeric(None))),
        'f' if t.is_number() => Some((if t.rank() >= Some(5) { 3 } else { 1 }, Type::Float8)),
        'g' if t.is_number() => Some((3, t.plain())),
        's' if matches!(t, Type::Timestamp | Type::Timestamptz | Type::Date) => {
            Some((3, if *t == Type::Date { Type::Timestamp } else { t.clone() }))
        }
        'd' => exact(*t == Type::Date, Type::Date).or(unknown.then_some((1, Type::Date))),
        'v' => exact(matches!(t, Type::Interval | Type::Time), Type::Interval)
            .or(unknown.then_some((1, Type::Interval))),
        'l' => exact(*t == Type::Bool, Type::Bool).or(unknown.then_some((1, Type::Bool))),
        'A' => exact(matches!(t, Type::Array(_)), t.clone())
            .or(unknown.then_some((1, Type::Array(Type::Text.into())))),
        'j' | 'J' => exact(matches!(t, Type::Json | Type::Jsonb), t.clone())
            .or(unknown.then_some((1, Type::Jsonb))),
        'o' if t.is_text() => Some((2, Type::Text)),
        'o' if matches!(t, Type::Oid | Type::Regclass | Type::Int4 | Type::Int8) => {
            Some((3, t.clone()))
        }
        'i' | 'b' if unknown => Some((1, if letter == 'i' { Type::Int4 } else { Type::Int8 })),
        'n' if unknown => Some((1, Type::Numeric(None))),
        'f' if unknown => Some((1, Type::Float8)),
        's' if unknown => Some((1, Type::Timestamptz)),
        _ => None,
    }
}

/// Finds the function that fits and makes its arguments into what it takes.
pub fn bind(name: &str, args: Vec<Typed>, pos: usize, now: i64) -> Res<Typed> {
    let mut best: Option<(u32, &'static str, Vec<Type>, char)> = None;
    for (n, letters, to) in TABLE.iter().filter(|(n, _, _)| *n == name) {
        let many = letters.ends_with('*');
        let list: Vec<char> = letters.trim_end_matches('*').chars().collect();
        if (!many && list.len() != args.len())
            || (many && args.len() < list.len().saturating_sub(1))
        {
            continue;
        }
        let mut score = 0;
        let mut types = Vec::new();
        for (i, a) in args.iter().enumerate() {
            let letter = list.get(i).or(list.last()).copied().unwrap_or('a');
            match fit(letter, &a.ty) {
                Some((s, t)) => {
                    score += u32::from(s);
                    types.push(t);
                }
                None => break,
            }
        }
        if types.len() == args.len() && best.as_ref().is_none_or(|b| score > b.0) {
            best = Some((score, n, types, *to));
        }
    }
    let Some((_, name, types, letter)) = best else { return Err(unknown(name, &args, pos)) };
    let ty = match letter {
        't' => Type::Text,
        'N' => Type::Name,
        'i' => Type::Int4,
        'b' => Type::Int8,
        'n' => Type::Numeric(None),
        'f' => Type::Float8,
        'l' => Type::Bool,
        'd' => Type::Date,
        's' => Type::Timestamp,
        'z' => Type::Timestamptz,
        'v' => Type::Interval,
        'u' => Type::Uuid,
        'j' => Type::Json,
        'J' => Type::Jsonb,
        'I' => Type::Inet,
        'V' => Type::Void,
        'c' => Type::Regclass,
        'r' => Type::Record,
        'T' => Type::Array(Type::Text.into()),
        'e' => match types.first() {
            Some(Type::Array(of)) => (**of).clone(),
            _ => Type::Text,
        },
        '2' => types.get(1).cloned().unwrap_or(Type::Timestamp),
        _ => types.iter().max_by_key(|t| t.rank()).cloned().unwrap_or(Type::Text),
    };
    let mut list = Vec::new();
    for (a, t) in args.into_iter().zip(&types) {
        let keep = a.ty.same(t) || (a.ty.is_text() && t.is_text() && a.ty != Type::Unknown);
        list.push(if keep { a.e } else { coerce(a, t, now)? });
    }
    Ok(Typed { e: E::Call { name, args: list, types, to: ty.clone(), pos: Pos(pos) }, ty, pos })
}
