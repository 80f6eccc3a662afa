//! A service's mount in short: `SOURCE:TARGET[:OPTIONS]`.

use serde_json::{Map, Value, json};

/// The long form of a short one.
pub fn parse(spec: &str) -> Result<Map<String, Value>, String> {
    let mut mount = Map::new();
    let mut put = |name: &str, value: Value| mount.insert(name.to_string(), value);
    match spec.len() {
        0 => return Err("invalid empty volume spec".to_string()),
        1 | 2 => {
            put("type", json!("volume"));
            put("target", json!(spec));
            return Ok(mount);
        }
        _ => {}
    }
    let wrong = |why: &str| Err(format!("invalid spec: {spec}: {why}"));
    let parts = split(spec);
    if parts.iter().any(String::is_empty) {
        return wrong("empty section between colons");
    }
    let (source, target, options) = match parts.as_slice() {
        [target] => ("", target.as_str(), ""),
        [source, target] => (source.as_str(), target.as_str(), ""),
        [source, target, options] => (source.as_str(), target.as_str(), options.as_str()),
        _ => return wrong("too many colons"),
    };
    let (mut bind, mut volume, mut read_only) = (None, None, false);
    for option in options.split(',').filter(|o| !o.is_empty()) {
        match option {
            "ro" => read_only = true,
            "rw" => read_only = false,
            "nocopy" => volume = Some(Map::from_iter([("nocopy".to_string(), json!(true))])),
            "rprivate" | "private" | "rshared" | "shared" | "rslave" | "slave" => {
                bind.get_or_insert_with(Map::new).insert("propagation".to_string(), json!(option));
            }
            "z" | "Z" => {
                bind.get_or_insert_with(Map::new).insert("selinux".to_string(), json!(option));
            }
            // What is not known is passed over.
            _ => {}
        }
    }
    if is_path(source) {
        put("type", json!("bind"));
        bind.get_or_insert_with(Map::new).insert("create_host_path".to_string(), json!(true));
    } else {
        put("type", json!("volume"));
        volume.get_or_insert_with(Map::new);
    }
    if !source.is_empty() {
        put("source", json!(source));
    }
    put("target", json!(crate::engine::disk::clean(target)));
    if read_only {
        put("read_only", json!(true));
    }
    if let Some(bind) = bind {
        put("bind", Value::Object(bind));
    }
    if let Some(volume) = volume {
        put("volume", Value::Object(volume));
    }
    Ok(mount)
}

/// The parts between colons; colons in `${...}` and behind a drive's letter do not count.
fn split(spec: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut variables = 0;
    let chars: Vec<char> = spec.chars().collect();
    for (i, &c) in chars.iter().enumerate() {
        let last = parts.len() - 1;
        let part = &mut parts[last];
        if c == '$' && chars.get(i + 1) == Some(&'{') {
            variables += 1;
        } else if c == '}' && variables > 0 {
            variables -= 1;
        }
        let drive = part.chars().count() == 1 && part.starts_with(char::is_alphabetic);
        if c == ':' && variables == 0 && !drive {
            parts.push(String::new());
        } else {
            part.push(c);
        }
    }
    parts
}

fn is_path(source: &str) -> bool {
    let mut chars = source.chars();
    match (chars.next(), chars.next()) {
        (Some('.' | '/' | '~'), _) => true,
        (Some('\\'), Some('\\')) => true,
        (Some(drive), Some(':')) => drive.is_alphabetic(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use serde_json::{Value, json};

    #[test]
    fn short_forms() {
        let long = |spec| parse(spec).map(Value::Object);
        assert_eq!(
            long("data:/x:ro").unwrap(),
            json!({"type": "volume", "source": "data", "target": "/x", "read_only": true, "volume": {}})
        );
        assert_eq!(
            long("./a:/b/").unwrap(),
            json!({"type": "bind", "source": "./a", "target": "/b", "bind": {"create_host_path": true}})
        );
        assert_eq!(long("/x").unwrap()["type"], "volume");
        assert_eq!(long("aa::b").unwrap_err(), "invalid spec: aa::b: empty section between colons");
        assert_eq!(long("a0:b0:ro:d").unwrap_err(), "invalid spec: a0:b0:ro:d: too many colons");
    }
}
