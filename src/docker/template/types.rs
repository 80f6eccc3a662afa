//! Go's types for JSON objects that Docker decodes into structs: with them a template sees the Go
//! names, zero values for what the JSON leaves out, and prints a struct as Go prints it.

use super::value::{Embedded, Struct, Val};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A Go type.
#[derive(Clone, Copy, Debug)]
pub enum Type {
    /// `string`
    Text,
    /// `bool`
    Bool,
    /// An integer.
    Int,
    /// A length of time.
    Duration,
    /// A floating point number.
    Float,
    /// A list.
    List(&'static Type, &'static str),
    /// A map with string keys.
    Map(&'static Type, &'static str),
    /// A struct.
    Struct(&'static Def),
    /// A pointer to a struct.
    Pointer(&'static Def),
    /// A pointer to something plain; the name is the pointer's type.
    Maybe(&'static Type, &'static str),
    /// A moment; printed as Go prints times.
    Time,
    /// `interface{}`
    Any,
}

/// A struct type.
#[derive(Debug)]
pub struct Def {
    /// Package and name.
    pub name: &'static str,
    /// Go name, JSON name, type; in order.
    pub fields: &'static [(&'static str, &'static str, Type)],
    /// The structs that its first fields are embedded in.
    pub embeds: &'static [Embedded],
    /// What JSON is made of it.
    pub written: Written,
}

/// How a struct is written as JSON.
#[derive(Clone, Copy, Debug)]
pub enum Written {
    /// As it was given.
    AsGiven,
    /// Its fields in their order.
    InOrder,
    /// The same without empty ones.
    Lean,
}

impl Def {
    /// What most structs leave as it is.
    pub const PLAIN: Def = Def { name: "", fields: &[], embeds: &[], written: Written::AsGiven };

    /// What `json` makes of one.
    fn json(&self, given: Option<&Value>, fields: &[(Cow<'static, str>, Val)]) -> Value {
        let empty = |value: &Value| match value {
            Value::Null | Value::Bool(false) => true,
            Value::String(text) => text.is_empty(),
            Value::Array(items) => items.is_empty(),
            Value::Object(map) => map.is_empty(),
            other => other.as_i64() == Some(0),
        };
        let Some(given) = given else { return Value::Object(serde_json::Map::new()) };
        let names = self.fields.iter().map(|(_, name, _)| *name);
        let there = names.zip(fields).filter(|(name, _)| given.get(*name).is_some());
        let all = there.map(|(name, (_, value))| (name.to_string(), value.json()));
        match self.written {
            Written::AsGiven => given.clone(),
            Written::InOrder => Value::Object(all.collect()),
            Written::Lean => Value::Object(all.filter(|(_, value)| !empty(value)).collect()),
        }
    }
}

/// The value of a type that stands in JSON, or its zero value when it is left out.
pub fn typed(t: &Type, json: Option<&Value>) -> Val {
    let json = json.filter(|v| !v.is_null());
    match t {
        Type::Text => Val::text(json.and_then(Value::as_str).unwrap_or_default()),
        Type::Bool => Val::Bool(json.and_then(Value::as_bool).unwrap_or_default()),
        Type::Int => Val::Int(json.map_or(0, |v| v.as_i64().unwrap_or(0))),
        Type::Duration => Val::Duration(json.and_then(Value::as_i64).unwrap_or_default()),
        Type::Float => Val::Float(json.and_then(Value::as_f64).unwrap_or_default()),
        Type::List(item, name) => match json.and_then(Value::as_array) {
            Some(items) => {
                let items = items.iter().map(|v| typed(item, Some(v))).collect();
                Val::List(Rc::new(items), Rc::from(*name))
            }
            None => Val::Nil(Rc::from(*name)),
        },
        Type::Map(item, name) => match json.and_then(Value::as_object) {
            Some(fields) => {
                let map: BTreeMap<String, Val> =
                    fields.iter().map(|(k, v)| (k.clone(), typed(item, Some(v)))).collect();
                Val::Map(Rc::new(map), Rc::from(*name))
            }
            None => Val::Nil(Rc::from(*name)),
        },
        Type::Struct(def) => structure(def, json, false),
        Type::Pointer(def) => match json {
            Some(_) => structure(def, json, true),
            None => Val::Nil(Rc::from(format!("*{}", def.name))),
        },
        Type::Maybe(inner, name) => match json {
            Some(_) => Val::Pointer(Rc::new(typed(inner, json))),
            None => Val::Nil(Rc::from(*name)),
        },
        Type::Time => {
            Val::Time(json.and_then(Value::as_str).and_then(crate::golang::time::from_rfc3339))
        }
        Type::Any => json.map_or_else(|| Val::Nil(Rc::from("interface {}")), Val::raw),
    }
}

fn structure(def: &'static Def, json: Option<&Value>, pointer: bool) -> Val {
    let fields: Vec<_> = def
        .fields
        .iter()
        .map(|(go, name, t)| (Cow::Borrowed(*go), typed(t, json.and_then(|j| j.get(*name)))))
        .collect();
    Val::Struct(Rc::new(Struct {
        name: Cow::Borrowed(def.name),
        pointer,
        json: Some(def.json(json, &fields)),
        fields,
        embeds: def.embeds,
        methods: Vec::new(),
        html: false,
    }))
}

/// A struct known by its name only: its fields are those of the JSON, numbers are integers where they
/// can be, and what lies deeper are maps.
pub fn loose(name: &str, json: &Value) -> Val {
    let fields =
        json.as_object().into_iter().flatten().map(|(k, v)| (k.clone().into(), plain(v))).collect();
    Val::Struct(Rc::new(Struct {
        name: Cow::Owned(name.to_string()),
        pointer: false,
        fields,
        embeds: &[],
        methods: Vec::new(),
        json: Some(json.clone()),
        html: false,
    }))
}

fn plain(json: &Value) -> Val {
    match json {
        Value::Number(n) => match n.as_i64() {
            Some(i) => Val::Int(i),
            None => Val::Float(n.as_f64().unwrap_or_default()),
        },
        Value::Array(items) => {
            let of = match items.iter().all(Value::is_string) {
                true => "[]string",
                false => "[]interface {}",
            };
            Val::List(Rc::new(items.iter().map(plain).collect()), Rc::from(of))
        }
        Value::Object(fields) => {
            let map = fields.iter().map(|(k, v)| (k.clone(), plain(v))).collect();
            Val::Map(Rc::new(map), Rc::from("map[string]interface {}"))
        }
        other => Val::raw(other),
    }
}
