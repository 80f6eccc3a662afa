//! Types and values. How values are read and shown is in `text`, arithmetic in `numeric` and `datetime`.

use std::cmp::Ordering;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::super::error::{PgError, Res};
use super::super::sql::ast::TypeName;
use super::numeric::Num;

/// A type, with what is said in parentheses after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Type {
    Unknown,
    Bool,
    Int2,
    Int4,
    Int8,
    Numeric(Option<(u16, u16)>),
    Float4,
    Float8,
    Text,
    Varchar(Option<u32>),
    Char(u32),
    Name,
    Bytea,
    Date,
    Time,
    Timestamp,
    Timestamptz,
    Interval,
    Json,
    Jsonb,
    Uuid,
    Oid,
    Regclass,
    Inet,
    Void,
    Record,
    Array(Box<Type>),
}

/// A span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Span {
    pub months: i32,
    pub days: i32,
    pub us: i64,
}

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    Int(i64),
    Num(Num),
    Float(f64),
    Text(Rc<str>),
    /// Days since 2000-01-01.
    Date(i32),
    /// Microseconds since midnight.
    Time(i64),
    /// Microseconds since 2000-01-01; of both kinds of timestamps.
    Stamp(i64),
    Span(Span),
    Array(Rc<Vec<Value>>),
    Row(Rc<Vec<Value>>),
}

/// Words that may stand before a string as its type.
pub fn is_type_word(w: &str) -> bool {
    matches!(
        w,
        "date"
            | "timestamp"
            | "timestamptz"
            | "time"
            | "interval"
            | "text"
            | "json"
            | "jsonb"
            | "uuid"
            | "bool"
            | "boolean"
            | "numeric"
            | "int"
            | "integer"
            | "bytea"
            | "regclass"
    )
}

impl Type {
    /// The type that a name means.
    pub fn named(t: &TypeName) -> Res<Type> {
        let n = |i: usize| t.mods.get(i).copied();
        let base = match t.name.as_str() {
            "bool" | "boolean" => Type::Bool,
            "smallint" | "int2" => Type::Int2,
            "int" | "integer" | "int4" => Type::Int4,
            "bigint" | "int8" => Type::Int8,
            "numeric" | "decimal" | "dec" => Type::Numeric(match n(0) {
                None => None,
                Some(p) => {
                    let s = n(1).unwrap_or(0);
                    if !(1..=1000).contains(&p) {
                        return Err(PgError::new(
                            "22023",
                            format!("NUMERIC precision {p} must be between 1 and 1000"),
                        )
                        .at(t.pos));
                    }
                    Some((p as u16, s.clamp(0, 1000) as u16))
                }
            }),
            "real" | "float4" => Type::Float4,
            "float" if n(0).is_some_and(|p| p <= 24) => Type::Float4,
            "double precision" | "float8" | "float" => Type::Float8,
            "text" | "citext" => Type::Text,
            "varchar" => Type::Varchar(n(0).map(|n| n.max(1) as u32)),
            "char" | "character" | "bpchar" | "nchar" => {
                Type::Char(n(0).unwrap_or(1).max(1) as u32)
            }
            "name" => Type::Name,
            "bytea" => Type::Bytea,
            "date" => Type::Date,
            "time" | "timetz" => Type::Time,
            "timestamp" => Type::Timestamp,
            "timestamptz" => Type::Timestamptz,
            "interval" => Type::Interval,
            "json" => Type::Json,
            "jsonb" => Type::Jsonb,
            "uuid" => Type::Uuid,
            "oid" | "xid" => Type::Oid,
            "regclass" => Type::Regclass,
            "inet" | "cidr" => Type::Inet,
            name if super::known::data_type(name) => {
                return Err(PgError::gap(format!("the type {name}")).at(t.pos));
            }
            name => {
                return Err(
                    PgError::new("42704", format!("type \"{name}\" does not exist")).at(t.pos)
                );
            }
        };
        Ok(if t.array { Type::Array(base.into()) } else { base })
    }

    /// Its name as it is shown, without what stands in parentheses.
    pub fn base_name(&self) -> String {
        match self {
            Type::Unknown => "unknown".into(),
            Type::Bool => "boolean".into(),
            Type::Int2 => "smallint".into(),
            Type::Int4 => "integer".into(),
            Type::Int8 => "bigint".into(),
            Type::Numeric(_) => "numeric".into(),
            Type::Float4 => "real".into(),
            Type::Float8 => "double precision".into(),
            Type::Text => "text".into(),
            Type::Varchar(_) => "character varying".into(),
            Type::Char(_) => "character".into(),
            Type::Name => "name".into(),
            Type::Bytea => "bytea".into(),
            Type::Date => "date".into(),
            Type::Time => "time without time zone".into(),
            Type::Timestamp => "timestamp without time zone".into(),
            Type::Timestamptz => "timestamp with time zone".into(),
            Type::Interval => "interval".into(),
            Type::Json => "json".into(),
            Type::Jsonb => "jsonb".into(),
            Type::Uuid => "uuid".into(),
            Type::Oid => "oid".into(),
            Type::Regclass => "regclass".into(),
            Type::Inet => "inet".into(),
            Type::Void => "void".into(),
            Type::Record => "record".into(),
            Type::Array(of) => format!("{}[]", of.base_name()),
        }
    }

    /// Its name as it is shown (`format_type`).
    pub fn shown(&self) -> String {
        match self {
            Type::Numeric(Some((p, s))) => format!("numeric({p},{s})"),
            Type::Varchar(Some(n)) => format!("character varying({n})"),
            Type::Char(n) => format!("character({n})"),
            Type::Array(of) => format!("{}[]", of.shown()),
            other => other.base_name(),
        }
    }

    /// Its number in pg_type.
    pub fn oid(&self) -> u32 {
        match self {
            Type::Unknown => 705,
            Type::Bool => 16,
            Type::Int2 => 21,
            Type::Int4 => 23,
            Type::Int8 => 20,
            Type::Numeric(_) => 1700,
            Type::Float4 => 700,
            Type::Float8 => 701,
            Type::Text => 25,
            Type::Varchar(_) => 1043,
            Type::Char(_) => 1042,
            Type::Name => 19,
            Type::Bytea => 17,
            Type::Date => 1082,
            Type::Time => 1083,
            Type::Timestamp => 1114,
            Type::Timestamptz => 1184,
            Type::Interval => 1186,
            Type::Json => 114,
            Type::Jsonb => 3802,
            Type::Uuid => 2950,
            Type::Oid => 26,
            Type::Regclass => 2205,
            Type::Inet => 869,
            Type::Void => 2278,
            Type::Record => 2249,
            Type::Array(_) => 1009,
        }
    }

    /// Whether it is a number.
    pub fn is_number(&self) -> bool {
        self.rank().is_some()
    }

    /// Where it stands among the numbers: a lower one becomes a higher one by itself.
    pub fn rank(&self) -> Option<u8> {
        Some(match self {
            Type::Int2 => 1,
            Type::Int4 => 2,
            Type::Oid => 2,
            Type::Int8 => 3,
            Type::Numeric(_) => 4,
            Type::Float4 => 5,
            Type::Float8 => 6,
            _ => return None,
        })
    }

    /// Whether it is text.
    pub fn is_text(&self) -> bool {
        matches!(self, Type::Text | Type::Varchar(_) | Type::Char(_) | Type::Name | Type::Unknown)
    }

    /// Without what stands in parentheses.
    pub fn plain(&self) -> Type {
        match self {
            Type::Numeric(_) => Type::Numeric(None),
            Type::Varchar(_) => Type::Varchar(None),
            other => other.clone(),
        }
    }

    /// Whether both are one kind, whatever stands in parentheses.
    pub fn same(&self, other: &Type) -> bool {
        self.oid() == other.oid()
    }
}

impl Value {
    /// A text.
    pub fn text(s: impl AsRef<str>) -> Value {
        Value::Text(Rc::from(s.as_ref()))
    }

    /// Whether it is NULL.
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// The text of a text; empty for others.
    pub fn str(&self) -> &str {
        match self {
            Value::Text(s) => s,
            _ => "",
        }
    }

    /// The whole number of a whole number; 0 for others.
    pub fn int(&self) -> i64 {
        match self {
            Value::Int(n) => *n,
            Value::Num(n) => n.to_i64().unwrap_or(0),
            Value::Float(f) => *f as i64,
            _ => 0,
        }
    }

    /// As a floating number.
    pub fn float(&self) -> f64 {
        match self {
            Value::Int(n) => *n as f64,
            Value::Num(n) => n.to_f64(),
            Value::Float(f) => *f,
            _ => 0.0,
        }
    }

    /// As a decimal number.
    pub fn num(&self) -> Res<Num> {
        match self {
            Value::Num(n) => Ok(*n),
            Value::Float(f) => Num::from_f64(*f),
            other => Ok(Num::from_i64(other.int())),
        }
    }

    /// The order of two values of one kind; NULL comes last.
    pub fn order(&self, other: &Value) -> Ordering {
        match (self, other) {
            (Value::Null, Value::Null) => Ordering::Equal,
            (Value::Null, _) => Ordering::Greater,
            (_, Value::Null) => Ordering::Less,
            (Value::Bool(a), Value::Bool(b)) => a.cmp(b),
            (Value::Int(a), Value::Int(b)) => a.cmp(b),
            (Value::Float(_), _) | (_, Value::Float(_)) => {
                let (a, b) = (self.float(), other.float());
                a.partial_cmp(&b).unwrap_or_else(|| a.is_nan().cmp(&b.is_nan()))
            }
            (Value::Num(_), _) | (_, Value::Num(_)) => match (self.num(), other.num()) {
                (Ok(a), Ok(b)) => a.order(&b),
                _ => Ordering::Equal,
            },
            (Value::Text(a), Value::Text(b)) => a.as_bytes().cmp(b.as_bytes()),
            (Value::Date(a), Value::Date(b)) => a.cmp(b),
            (Value::Time(a), Value::Time(b)) | (Value::Stamp(a), Value::Stamp(b)) => a.cmp(b),
            (Value::Date(a), Value::Stamp(b)) => (i64::from(*a) * super::datetime::DAY).cmp(b),
            (Value::Stamp(a), Value::Date(b)) => a.cmp(&(i64::from(*b) * super::datetime::DAY)),
            (Value::Span(a), Value::Span(b)) => a.length().cmp(&b.length()),
            (Value::Array(a), Value::Array(b)) | (Value::Row(a), Value::Row(b)) => {
                let pairs = a.iter().zip(b.iter()).map(|(x, y)| x.order(y));
                pairs.into_iter().find(|o| o.is_ne()).unwrap_or(a.len().cmp(&b.len()))
            }
            _ => Ordering::Equal,
        }
    }

    /// The same for equal values of one kind, for indexes and groups.
    pub fn key(&self) -> String {
        match self {
            Value::Null => "\u{1}".into(),
            Value::Num(n) => n.normal().to_string(),
            Value::Float(f) if *f == 0.0 => "0".into(),
            Value::Float(f) if f.fract() == 0.0 && f.abs() < 1e15 => format!("{}", *f as i64),
            Value::Stamp(n) | Value::Time(n) => n.to_string(),
            Value::Date(n) => n.to_string(),
            Value::Span(s) => s.length().to_string(),
            Value::Array(a) | Value::Row(a) => key_of(a),
            Value::Int(n) => n.to_string(),
            Value::Bool(b) => b.to_string(),
            Value::Float(f) => f.to_string(),
            Value::Text(s) => s.to_string(),
        }
    }
}

/// [`Value::key`] of several.
pub fn key_of(values: &[Value]) -> String {
    let mut s = String::new();
    for v in values {
        let k = v.key();
        s.push_str(&k.len().to_string());
        s.push(':');
        s.push_str(&k);
    }
    s
}

impl Span {
    /// Its length where a month has 30 days.
    pub fn length(&self) -> i128 {
        let days = i128::from(self.months) * 30 + i128::from(self.days);
        days * i128::from(super::datetime::DAY) + i128::from(self.us)
    }
}
