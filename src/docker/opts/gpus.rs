//! `--gpus`: a request for devices of a driver.

use crate::golang::csv;
use serde_json::{Value, json};

/// The requests in values that have passed `check::gpus`.
pub fn requests(values: &[String]) -> Result<Vec<Value>, String> {
    values.iter().map(|v| request(v)).collect()
}

fn request(value: &str) -> Result<Value, String> {
    let count = |text: &str| if text == "all" { -1 } else { text.parse().unwrap_or(0) };
    let (mut driver, mut number) = (String::new(), None);
    let mut ids: Option<Vec<String>> = None;
    let mut capabilities: Vec<String> = Vec::new();
    let mut options = serde_json::Map::new();
    let words = |text: &str| text.split(',').map(str::to_string).collect();
    for field in csv::record(value)? {
        match field.split_once('=') {
            None => number = Some(count(&field)),
            Some(("count", v)) => number = Some(count(v)),
            Some(("driver", v)) => driver = v.to_string(),
            Some(("device", v)) => ids = Some(words(v)),
            Some(("capabilities", v)) => capabilities = words(v),
            Some((_, v)) => {
                for option in csv::record(v)? {
                    let (k, v) = option.split_once('=').unwrap_or((&option, ""));
                    options.insert(k.to_string(), json!(v));
                }
            }
        }
    }
    // One device is meant where nothing says how many.
    let number: i64 = number.unwrap_or(if ids.is_some() { 0 } else { 1 });
    if !capabilities.iter().any(|c| c == "gpu") {
        capabilities.push("gpu".to_string());
    }
    Ok(json!({
        "Driver": driver, "Count": number, "DeviceIDs": ids,
        "Capabilities": [capabilities], "Options": options,
    }))
}
