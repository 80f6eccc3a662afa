//! Variables put in all over a file, and texts turned into numbers and truth values where such are meant.

use super::path::Path;
use super::template::{self, Lookup, Wrong};
use crate::golang::strconv;
use serde_json::{Number, Value};

/// What a text is turned into.
#[derive(Clone, Copy)]
enum Cast {
    Bool,
    Float,
    Int,
    Int64,
}

/// Where texts are turned into something else (compose-go's table of casts).
static CASTS: &[(&str, Cast)] = &[
    ("configs.*.external", Cast::Bool),
    ("networks.*.attachable", Cast::Bool),
    ("networks.*.enable_ipv4", Cast::Bool),
    ("networks.*.enable_ipv6", Cast::Bool),
    ("networks.*.external", Cast::Bool),
    ("networks.*.internal", Cast::Bool),
    ("secrets.*.external", Cast::Bool),
    ("services.*.cpu_count", Cast::Int64),
    ("services.*.cpu_percent", Cast::Float),
    ("services.*.cpu_period", Cast::Int64),
    ("services.*.cpu_quota", Cast::Int64),
    ("services.*.cpu_rt_period", Cast::Int64),
    ("services.*.cpu_rt_runtime", Cast::Int64),
    ("services.*.cpu_shares", Cast::Int64),
    ("services.*.cpus", Cast::Float),
    ("services.*.deploy.placement.max_replicas_per_node", Cast::Int),
    ("services.*.deploy.replicas", Cast::Int),
    ("services.*.deploy.restart_policy.max_attempts", Cast::Int),
    ("services.*.deploy.rollback_config.max_failure_ratio", Cast::Float),
    ("services.*.deploy.rollback_config.parallelism", Cast::Int),
    ("services.*.deploy.update_config.max_failure_ratio", Cast::Float),
    ("services.*.deploy.update_config.parallelism", Cast::Int),
    ("services.*.healthcheck.disable", Cast::Bool),
    ("services.*.healthcheck.retries", Cast::Int),
    ("services.*.init", Cast::Bool),
    ("services.*.oom_kill_disable", Cast::Bool),
    ("services.*.oom_score_adj", Cast::Int64),
    ("services.*.pids_limit", Cast::Int64),
    ("services.*.ports.[].target", Cast::Int),
    ("services.*.privileged", Cast::Bool),
    ("services.*.read_only", Cast::Bool),
    ("services.*.scale", Cast::Int),
    ("services.*.stdin_open", Cast::Bool),
    ("services.*.tty", Cast::Bool),
    ("services.*.ulimits.*", Cast::Int),
    ("services.*.ulimits.*.hard", Cast::Int),
    ("services.*.ulimits.*.soft", Cast::Int),
    ("services.*.volumes.[].read_only", Cast::Bool),
    ("services.*.volumes.[].volume.nocopy", Cast::Bool),
    ("volumes.*.external", Cast::Bool),
];

/// Puts the values of variables into all texts below a place; warnings are added to `warnings`.
pub fn interpolate(
    value: &mut Value,
    path: &Path,
    lookup: Lookup<'_>,
    warnings: &mut Vec<String>,
) -> Result<(), String> {
    match value {
        Value::String(text) => {
            let mut unset = Vec::new();
            let done = template::substitute(text, lookup, &mut unset);
            warnings.extend(unset.iter().map(|name| template::warning(name)));
            let text = done.map_err(|wrong| match wrong {
                Wrong::Format(text) => format!(
                    "invalid interpolation format for {path}.\nYou may need to escape any $ with another $.\n{text}"
                ),
                Wrong::Required(why) => format!("error while interpolating {path}: {why}"),
            })?;
            let cast = CASTS.iter().find(|(pattern, _)| path.fits(pattern));
            *value = match cast {
                None => Value::String(text),
                Some((_, cast)) => turn(*cast, &text, warnings).map_err(|e| {
                    format!(
                        "error while interpolating {path}: failed to cast to expected type: {e}"
                    )
                })?,
            };
        }
        Value::Array(items) => {
            for item in items {
                interpolate(item, &path.below("[]"), lookup, warnings)?;
            }
        }
        Value::Object(map) => {
            for (name, value) in map.iter_mut() {
                interpolate(value, &path.below(name), lookup, warnings)?;
            }
        }
        _ => {}
    }
    Ok(())
}

fn turn(cast: Cast, text: &str, warnings: &mut Vec<String>) -> Result<Value, String> {
    Ok(match cast {
        Cast::Bool => Value::Bool(truth(text, warnings)?),
        Cast::Int => Value::from(strconv::atoi(text)?),
        Cast::Int64 => Value::from(
            strconv::parse_int(text, 10).map_err(|e| strconv::told("ParseInt", text, e))?,
        ),
        Cast::Float => {
            let number = text.parse::<f64>().ok().and_then(Number::from_f64);
            Value::Number(
                number
                    .ok_or_else(|| strconv::told("ParseFloat", text, strconv::NumError::Syntax))?,
            )
        }
    })
}

/// A truth value in a text (<http://yaml.org/type/bool.html>).
pub fn truth(text: &str, warnings: &mut Vec<String>) -> Result<bool, String> {
    let (value, old) = match text.to_lowercase().as_str() {
        "true" => (true, false),
        "false" => (false, false),
        "y" | "yes" | "on" => (true, true),
        "n" | "no" | "off" => (false, true),
        _ => return Err(format!("invalid boolean: {text}")),
    };
    if old {
        warnings.push(format!(
            "{text:?} for boolean is not supported by YAML 1.2, please use `{value}`"
        ));
    }
    Ok(value)
}
