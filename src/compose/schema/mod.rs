//! The compose specification's schema as tables, and the check of a file against it. Of all that is wrong
//! the deepest is told, in the words of Compose; where the tables' parts stand is said by their files.

mod deploy;
mod parts;
mod places;
mod service;
mod top;

use crate::compose::text::quoted;
use crate::compose::yaml::scalar::TIME;
use serde_json::Value;

const NULL: u8 = 1;
const BOOL: u8 = 2;
const NUMBER: u8 = 4;
const INT: u8 = 8;
const STR: u8 = 16;
const LIST: u8 = 32;
const MAP: u8 = 64;

/// What names a map's entries may have beside the known ones.
enum Pattern {
    /// Any name but the empty one.
    Any,
    /// `x-...`.
    Extension,
    /// Small letters.
    Lower,
    /// Letters, digits, dots, dashes and underscores.
    Name,
}

impl Pattern {
    fn fits(&self, name: &str) -> bool {
        match self {
            Pattern::Any => !name.is_empty(),
            Pattern::Extension => name.starts_with("x-"),
            Pattern::Lower => !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase()),
            Pattern::Name => {
                !name.is_empty()
                    && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b))
            }
        }
    }
}

/// What may stand at a place.
enum Schema {
    /// Anything.
    Anything,
    /// A value of one of these types.
    Type(u8),
    /// One of these words.
    Words(&'static [&'static str]),
    /// A whole number within bounds.
    Range { low: i64, high: i64 },
    /// The name of a container.
    ContainerName,
    /// When to pull.
    Pull,
    /// A list; in some nothing may stand twice.
    List { item: &'static Schema, unique: bool },
    /// A map.
    Map(&'static Map),
    /// Exactly one of these.
    OneOf(&'static [Schema]),
}

/// What may stand in a map.
struct Map {
    /// Types that may stand in its place.
    types: u8,
    /// Entries with a meaning of their own.
    known: &'static [(&'static str, Schema)],
    /// Other entries.
    pattern: Option<(Pattern, Schema)>,
    /// Whether there may be no others.
    closed: bool,
    /// What must be there.
    required: &'static [&'static str],
}

const OPEN: Map = Map { types: MAP, known: &[], pattern: None, closed: false, required: &[] };
const EXTENSIONS: Option<(Pattern, Schema)> = Some((Pattern::Extension, Schema::Anything));

/// Checks a file. What is wrong is told with its place.
pub fn check(file: &Value) -> Result<(), String> {
    let mut check = Check { path: Vec::new(), worst: None };
    if check.look(&top::FILE, file) {
        return Ok(());
    }
    Err(check.worst.map(|(_, text)| text).unwrap_or_default())
}

struct Check {
    path: Vec<String>,
    /// The deepest mistake so far, the first of those that are equally deep.
    worst: Option<(usize, String)>,
}

fn type_of(value: &Value) -> u8 {
    match value {
        Value::Null => NULL,
        Value::Bool(_) => BOOL,
        Value::Number(n) if n.is_f64() && n.as_f64().is_some_and(|f| f.fract() != 0.0) => NUMBER,
        Value::Number(_) => NUMBER | INT,
        Value::String(_) => STR,
        Value::Array(_) => LIST,
        Value::Object(_) => MAP,
    }
}

/// `mapping or string`.
fn wanted(types: u8) -> String {
    let names = [
        (NULL, "null"),
        (BOOL, "boolean"),
        (NUMBER, "number"),
        (INT, "integer"),
        (STR, "string"),
        (LIST, "array"),
        (MAP, "mapping"),
    ];
    let mut words: Vec<&str> =
        names.iter().filter(|(bit, _)| types & bit != 0).map(|(_, word)| *word).collect();
    words.sort_unstable();
    match words.split_last() {
        Some((last, [])) => (*last).to_string(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    }
}

impl Check {
    /// Takes note of a mistake; always false.
    fn wrong(&mut self, more: usize, text: &str) -> bool {
        let depth = self.path.len() + more;
        if self.worst.as_ref().is_none_or(|(worst, _)| depth > *worst) {
            self.worst = Some((depth, format!("{} {text}", self.path.join("."))));
        }
        false
    }

    fn typed(&mut self, types: u8, value: &Value) -> bool {
        type_of(value) & types != 0 || self.wrong(0, &format!("must be a {}", wanted(types)))
    }

    fn within(&mut self, name: &str, schema: &Schema, value: &Value) -> bool {
        self.path.push(name.to_string());
        let well = self.look(schema, value);
        self.path.pop();
        well
    }

    fn look(&mut self, schema: &Schema, value: &Value) -> bool {
        if value.get(TIME).is_some() && !matches!(schema, Schema::Anything) {
            return self.wrong(0, "invalid jsonType time.Time");
        }
        match schema {
            Schema::Anything => true,
            Schema::Type(types) => self.typed(*types, value),
            Schema::Words(words) => self.words(words, value),
            Schema::Range { low, high } => self.range(*low, *high, value),
            Schema::ContainerName => {
                let fits = |name: &str| {
                    let bytes = name.as_bytes();
                    bytes.windows(2).any(|w| {
                        w[0].is_ascii_alphanumeric()
                            && (w[1].is_ascii_alphanumeric() || b"_.-".contains(&w[1]))
                    })
                };
                self.pattern(fits, "[a-zA-Z0-9][a-zA-Z0-9_.-]+", value)
            }
            Schema::Pull => self.pattern(
                pulls,
                "always|never|build|if_not_present|missing|refresh|daily|weekly|every_([0-9]+[wdhms])+",
                value,
            ),
            Schema::List { item, unique } => self.list(item, *unique, value),
            Schema::Map(map) => self.map(map, value),
            Schema::OneOf(forms) => self.one_of(forms, value),
        }
    }

    fn words(&mut self, words: &[&str], value: &Value) -> bool {
        if !self.typed(STR, value) {
            return false;
        }
        if value.as_str().is_some_and(|v| words.contains(&v)) {
            return true;
        }
        let shown: Vec<String> = words.iter().map(|w| format!("'{w}'")).collect();
        match shown.as_slice() {
            [only] => self.wrong(0, &format!("value must be {only}")),
            all => self.wrong(0, &format!("value must be one of {}", all.join(", "))),
        }
    }

    fn range(&mut self, low: i64, high: i64, value: &Value) -> bool {
        if !self.typed(INT, value) {
            return false;
        }
        let number = value.as_f64().unwrap_or_default();
        if number < low as f64 {
            return self.wrong(0, &format!("must be greater than or equal to {low}"));
        }
        if number > high as f64 {
            return self.wrong(0, &format!("must be less than or equal to {high}"));
        }
        true
    }

    fn pattern(&mut self, fits: impl Fn(&str) -> bool, pattern: &str, value: &Value) -> bool {
        if !self.typed(STR, value) {
            return false;
        }
        let text = value.as_str().unwrap_or_default();
        fits(text)
            || self
                .wrong(0, &format!("{} does not match pattern {}", quoted(text), quoted(pattern)))
    }

    fn list(&mut self, item: &Schema, unique: bool, value: &Value) -> bool {
        let Value::Array(items) = value else { return self.typed(LIST, value) };
        let mut well = true;
        if unique {
            let twice = (0..items.len())
                .flat_map(|j| (0..j).map(move |i| (i, j)))
                .find(|(i, j)| items[*i] == items[*j]);
            if let Some((i, j)) = twice {
                well = self.wrong(0, &format!("items at {i} and {j} are equal"));
            }
        }
        for (i, value) in items.iter().enumerate() {
            well &= self.within(&i.to_string(), item, value);
        }
        well
    }

    fn map(&mut self, map: &Map, value: &Value) -> bool {
        if !self.typed(map.types, value) {
            return false;
        }
        let Value::Object(entries) = value else { return true };
        let mut well = true;
        let missing: Vec<String> = map
            .required
            .iter()
            .filter(|name| !entries.contains_key(**name))
            .map(|name| quoted(name))
            .collect();
        match missing.as_slice() {
            [] => {}
            [only] => well = self.wrong(0, &format!("missing property {only}")),
            all => well = self.wrong(0, &format!("missing properties {}", all.join(", "))),
        }
        let mut unknown = Vec::new();
        for (name, value) in entries {
            if let Some((_, schema)) = map.known.iter().find(|(known, _)| known == name) {
                well &= self.within(name, schema, value);
                continue;
            }
            match &map.pattern {
                Some((pattern, schema)) if pattern.fits(name) => {
                    well &= self.within(name, schema, value);
                }
                _ if map.closed => unknown.push(quoted(name)),
                _ => {}
            }
        }
        if !unknown.is_empty() {
            let text = format!("additional properties {} not allowed", unknown.join(", "));
            well = self.wrong(1, &text);
        }
        well
    }

    fn one_of(&mut self, forms: &[Schema], value: &Value) -> bool {
        // What is wrong with the forms that do not fit counts only when none fits.
        let before = self.worst.clone();
        let fitting = forms.iter().filter(|form| self.look(form, value)).count();
        if fitting == 1 {
            self.worst = before;
            return true;
        }
        if fitting > 1 {
            self.worst = before;
            return self.wrong(0, "oneOf failed, subschemas 0, 1 matched");
        }
        false
    }
}

/// Whether a text holds a pull policy; as in the schema, it need not be all of it.
fn pulls(text: &str) -> bool {
    let words =
        ["always", "never", "build", "if_not_present", "missing", "refresh", "daily", "weekly"];
    if words.iter().any(|w| text.contains(w)) {
        return true;
    }
    text.match_indices("every_").any(|(at, found)| {
        let rest = &text[at + found.len()..];
        let unit = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        unit.len() < rest.len() && unit.starts_with(['w', 'd', 'h', 'm', 's'])
    })
}

#[cfg(test)]
mod tests {
    use super::check;
    use serde_json::{Value, json};

    fn service(fields: Value) -> String {
        check(&json!({ "services": { "a": fields } })).err().unwrap_or_default()
    }

    #[test]
    fn the_deepest_mistake_is_told() {
        for (fields, want) in [
            (json!({ "image": "b" }), ""),
            (json!({ "image": 3 }), "services.a.image must be a string"),
            (json!({ "environment": 3 }), "services.a.environment must be a mapping"),
            (json!({ "command": { "a": 1 } }), "services.a.command must be a null"),
            (json!({ "cgroup": "x" }), "services.a.cgroup value must be one of 'host', 'private'"),
            (json!({ "colour": "red" }), "services.a additional properties 'colour' not allowed"),
            (json!({ "cap_add": ["X", "X"] }), "services.a.cap_add items at 0 and 1 are equal"),
            (json!({ "volumes": [{ "target": "/x" }] }), "services.a.volumes.0 must be a string"),
            (json!({ "oom_score_adj": 5000 }), "services.a.oom_score_adj must be a string"),
            (
                json!({ "pull_policy": "soon" }),
                "services.a.pull_policy 'soon' does not match pattern 'always|never|build|if_not_present|missing|refresh|daily|weekly|every_([0-9]+[wdhms])+'",
            ),
        ] {
            assert_eq!(service(fields), want);
        }
        assert_eq!(
            check(&json!({ "foo": 1 })).unwrap_err(),
            " additional properties 'foo' not allowed"
        );
    }
}
