//! The values that templates work on: JSON seen as Go sees it, with or without its Go types.

use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A method that takes arguments, as `.Label "name"`.
pub type Method = Rc<dyn Fn(&[Val]) -> Result<Val, String>>;

/// A value.
#[derive(Clone)]
pub enum Val {
    /// No value at all: a key that a map lacks.
    Missing,
    /// Nil, of the Go type named.
    Nil(Rc<str>),
    /// A boolean.
    Bool(bool),
    /// A signed integer.
    Int(i64),
    /// A length of time in nanoseconds: an integer that prints as such.
    Duration(i64),
    /// A moment in nanoseconds; none is the zero time.
    Time(Option<i64>),
    /// A floating point number.
    Float(f64),
    /// A string.
    Text(Rc<str>),
    /// A number read from JSON and not looked at further; behaves as a string.
    Number(Rc<str>),
    /// A slice: its items and its Go type.
    List(Rc<Vec<Val>>, Rc<str>),
    /// A map with string keys, and its Go type.
    Map(Rc<BTreeMap<String, Val>>, Rc<str>),
    /// A struct.
    Struct(Rc<Struct>),
    /// A pointer to something plain: it prints as that does, but is true and is no number.
    Pointer(Rc<Val>),
    /// A method waiting for its arguments.
    Method(Method),
}

/// A struct embedded in another: its fields are the other's, and print as one.
#[derive(Clone, Copy, Debug)]
pub struct Embedded {
    /// How many fields it has.
    pub fields: usize,
    /// Whether it is seen through a pointer, and under which name.
    pub pointer: Option<&'static str>,
}

/// A Go struct.
pub struct Struct {
    /// Its type as error texts name it.
    pub name: Cow<'static, str>,
    /// Whether it is seen through a pointer.
    pub pointer: bool,
    /// Fields in the order they are declared.
    pub fields: Vec<(Cow<'static, str>, Val)>,
    /// The structs that the first of them are embedded in.
    pub embeds: &'static [Embedded],
    /// Methods, which look like fields but are not printed.
    pub methods: Vec<(Cow<'static, str>, Val)>,
    /// What `json` makes of it; else the methods that take no arguments, by name.
    pub json: Option<Value>,
    /// Whether `json` escapes HTML characters, as Docker's own list rows do.
    pub html: bool,
}

impl Struct {
    /// A field or method.
    pub fn get(&self, name: &str) -> Option<&Val> {
        self.methods.iter().chain(&self.fields).find(|(n, _)| n == name).map(|(_, v)| v)
    }

    /// What `json` makes of it.
    fn json(&self) -> Value {
        if let Some(json) = &self.json {
            return json.clone();
        }
        let plain = self.methods.iter().filter(|(_, v)| !matches!(v, Val::Method(_)));
        let sorted: BTreeMap<&str, Value> = plain.map(|(k, v)| (&**k, v.json())).collect();
        Value::Object(sorted.into_iter().map(|(k, v)| (k.to_string(), v)).collect())
    }
}

impl std::fmt::Debug for Val {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&super::print::sprint(self))
    }
}

impl Val {
    /// A string.
    pub fn text(text: impl AsRef<str>) -> Val {
        Val::Text(Rc::from(text.as_ref()))
    }

    /// A slice of strings.
    pub fn strings<S: AsRef<str>>(items: impl IntoIterator<Item = S>) -> Val {
        Val::List(Rc::new(items.into_iter().map(Val::text).collect()), Rc::from("[]string"))
    }

    /// JSON without types: what Go decodes into an `interface{}`, numbers kept as they are written.
    pub fn raw(value: &Value) -> Val {
        match value {
            Value::Null => Val::Nil(Rc::from("interface {}")),
            Value::Bool(b) => Val::Bool(*b),
            Value::Number(n) => Val::Number(Rc::from(n.to_string())),
            Value::String(s) => Val::text(s),
            Value::Array(items) => {
                Val::List(Rc::new(items.iter().map(Val::raw).collect()), Rc::from("[]interface {}"))
            }
            Value::Object(fields) => {
                let map = fields.iter().map(|(k, v)| (k.clone(), Val::raw(v))).collect();
                Val::Map(Rc::new(map), Rc::from("map[string]interface {}"))
            }
        }
    }

    /// The Go type, as error texts name it.
    pub fn type_name(&self) -> String {
        match self {
            Val::Missing => "<nil>".to_string(),
            Val::Bool(_) => "bool".to_string(),
            Val::Int(_) => "int".to_string(),
            Val::Duration(_) => "time.Duration".to_string(),
            Val::Time(_) => "time.Time".to_string(),
            Val::Float(_) => "float64".to_string(),
            Val::Text(_) => "string".to_string(),
            Val::Number(_) => "json.Number".to_string(),
            Val::Nil(t) | Val::List(_, t) | Val::Map(_, t) => t.to_string(),
            Val::Struct(s) if s.pointer => format!("*{}", s.name),
            Val::Struct(s) => s.name.to_string(),
            Val::Pointer(inner) => format!("*{}", inner.type_name()),
            Val::Method(_) => "func".to_string(),
        }
    }

    /// Whether `if` takes it for true.
    pub fn truth(&self) -> bool {
        match self {
            Val::Missing | Val::Nil(_) => false,
            Val::Bool(b) => *b,
            Val::Int(n) | Val::Duration(n) => *n != 0,
            Val::Float(n) => *n != 0.0,
            Val::Text(s) | Val::Number(s) => !s.is_empty(),
            Val::List(items, _) => !items.is_empty(),
            Val::Map(map, _) => !map.is_empty(),
            Val::Time(_) | Val::Struct(_) | Val::Pointer(_) | Val::Method(_) => true,
        }
    }

    /// The string in it, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Val::Text(s) => Some(s),
            _ => None,
        }
    }

    /// What `json` prints: Go sorts the keys of maps, not the fields of structs.
    pub fn json(&self) -> Value {
        match self {
            Val::Missing | Val::Nil(_) | Val::Method(_) => Value::Null,
            Val::Bool(b) => Value::Bool(*b),
            Val::Int(n) | Val::Duration(n) => Value::from(*n),
            Val::Float(n) => Value::from(*n),
            Val::Time(ns) => Value::String(crate::golang::time::maybe(*ns)),
            Val::Text(s) => Value::String(s.to_string()),
            Val::Number(n) => serde_json::from_str(n).unwrap_or(Value::Null),
            Val::List(items, _) => Value::Array(items.iter().map(Val::json).collect()),
            Val::Map(map, _) => {
                Value::Object(map.iter().map(|(k, v)| (k.clone(), v.json())).collect())
            }
            Val::Struct(s) => s.json(),
            Val::Pointer(inner) => inner.json(),
        }
    }
}
