//! Published ports in short: `[IP:][HOST:]CONTAINER[/PROTOCOL]`, ranges included.

use crate::docker::opts::ports;
use serde_json::{Map, Value, json};

/// The long forms of a short one, sorted by port.
pub fn parse(spec: &str) -> Result<Vec<Value>, String> {
    let mut found = ports::parse(spec)?;
    found.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(found
        .into_iter()
        .map(|(port, binding)| {
            let (number, protocol) = port.split_once('/').unwrap_or((&port, "tcp"));
            let mut long = Map::new();
            long.insert("mode".to_string(), json!("ingress"));
            if !binding.host_ip.is_empty() {
                long.insert("host_ip".to_string(), json!(binding.host_ip));
            }
            // Port 0 is none.
            if let Some(number) = number.parse::<u32>().ok().filter(|n| *n > 0) {
                long.insert("target".to_string(), json!(number));
            }
            if !binding.host_port.is_empty() {
                long.insert("published".to_string(), json!(binding.host_port));
            }
            long.insert("protocol".to_string(), json!(protocol.to_lowercase()));
            Value::Object(long)
        })
        .collect())
}
