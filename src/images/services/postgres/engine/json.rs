//! JSON values as text: jsonb's way of showing them, and looking into them.

use serde_json::Value as Json;

/// jsonb's text: keys in order of their length and letters, blanks after signs.
pub fn show(v: &Json) -> String {
    match v {
        Json::Array(all) => {
            let all: Vec<String> = all.iter().map(show).collect();
            format!("[{}]", all.join(", "))
        }
        Json::Object(map) => {
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort_by(|a, b| a.len().cmp(&b.len()).then(a.cmp(b)));
            let all: Vec<String> = keys
                .iter()
                .map(|k| format!("{}: {}", Json::from(k.as_str()), show(&map[k.as_str()])))
                .collect();
            format!("{{{}}}", all.join(", "))
        }
        other => other.to_string(),
    }
}

/// A member by its key or its number.
pub fn member(text: &str, key: &str, index: Option<i64>) -> Option<Json> {
    let v: Json = serde_json::from_str(text).ok()?;
    match (&v, index) {
        (Json::Object(map), None) => map.get(key).cloned(),
        (Json::Array(all), _) => {
            let i = index.or_else(|| key.parse().ok())?;
            let i = if i < 0 { i + all.len() as i64 } else { i };
            all.get(usize::try_from(i).ok()?).cloned()
        }
        _ => None,
    }
}

/// A member as text: strings without quotes, null as nothing.
pub fn plain(v: &Json) -> Option<String> {
    match v {
        Json::Null => None,
        Json::String(s) => Some(s.clone()),
        other => Some(show(other)),
    }
}

/// Whether one value contains another (`@>`).
pub fn contains(a: &Json, b: &Json) -> bool {
    match (a, b) {
        (Json::Object(a), Json::Object(b)) => {
            b.iter().all(|(k, v)| a.get(k).is_some_and(|w| contains(w, v)))
        }
        (Json::Array(a), Json::Array(b)) => b.iter().all(|v| a.iter().any(|w| contains(w, v))),
        (Json::Array(a), b) => a.contains(b),
        (a, b) => a == b,
    }
}
