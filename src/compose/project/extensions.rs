//! `x-...` entries taken out of the way: Compose keeps them under a name of their own in every map but those
//! whose names are the user's.

use crate::compose::load::path::Path;
use serde_json::{Map, Value};

/// The name under which they are kept. It shows where a map of labels has such an entry.
pub const NAME: &str = "#extensions";

/// Maps whose names are the user's own.
const OWN: &[&str] =
    &["services", "services.*.depends_on", "volumes", "networks", "secrets", "configs"];

/// Gathers the extensions of all maps below a place.
pub fn gather(value: Value, path: &Path) -> Value {
    match value {
        Value::Object(map) => {
            let own = OWN.iter().any(|pattern| path.fits(pattern));
            let (mut rest, mut extensions) = (Map::new(), Map::new());
            for (name, value) in map {
                if !own && name.starts_with("x-") {
                    extensions.insert(name, value);
                } else {
                    let below = path.below(&name);
                    rest.insert(name, gather(value, &below));
                }
            }
            if !extensions.is_empty() {
                rest.insert(NAME.to_string(), Value::Object(extensions));
            }
            Value::Object(rest)
        }
        Value::Array(items) => {
            let item = |(i, value): (usize, Value)| match value {
                Value::Object(_) => gather(value, &path.below(&i.to_string())),
                other => other,
            };
            Value::Array(items.into_iter().enumerate().map(item).collect())
        }
        other => other,
    }
}
