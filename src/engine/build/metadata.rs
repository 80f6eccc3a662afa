//! Instructions that only change an image's configuration, for a build and for `docker commit --change`
//! alike.

use crate::engine::api::Empty;
use crate::engine::api::config::{HealthConfig, ImageConfig};
use crate::engine::containers::parse_signal;
use crate::engine::disk::{clean, join};
use crate::golang::duration;

use super::dockerfile::{Instruction, json_form};
use super::lexer::{Lookup, expand};
use super::ports::exposed;
use super::words::{listed, pairs};

/// Linux's shell where SHELL says nothing else.
pub fn shell_of(config: &ImageConfig) -> Vec<String> {
    config.shell.clone().unwrap_or_else(|| vec!["/bin/sh".to_string(), "-c".to_string()])
}

/// Words of CMD, ENTRYPOINT and RUN: the JSON form as it is, the other for the shell.
pub fn command(config: &ImageConfig, text: &str) -> Vec<String> {
    match json_form(text) {
        Some(words) => words,
        None => {
            let mut words = shell_of(config);
            words.push(text.to_string());
            words
        }
    }
}

/// Sets a variable in a list of `NAME=value`.
pub fn set_env(env: &mut Option<Vec<String>>, name: &str, value: &str) {
    let list = env.get_or_insert_default();
    let start = format!("{name}=");
    let new = format!("{name}={value}");
    match list.iter_mut().find(|e| e.starts_with(&start)) {
        Some(slot) => *slot = new,
        None => list.push(new),
    }
}

/// Does what an instruction says to a configuration; `Ok(false)` where it is not one of these. `cmd_set`
/// says whether this build has set CMD itself, which a new ENTRYPOINT leaves alone.
pub fn apply(
    config: &mut ImageConfig,
    i: &Instruction,
    escape: char,
    get: Lookup<'_>,
    cmd_set: &mut bool,
) -> Result<bool, String> {
    let one = || expand(&i.rest, escape, get);
    match i.name.as_str() {
        "CMD" => {
            config.cmd = Some(command(config, &i.rest)).filter(|words| !words.is_empty());
            *cmd_set = true;
        }
        "ENTRYPOINT" => {
            config.entrypoint = Some(command(config, &i.rest)).filter(|words| !words.is_empty());
            if !*cmd_set {
                config.cmd = None;
            }
        }
        "ENV" => {
            for (n, v) in pairs("ENV", &i.rest, escape, get)? {
                set_env(&mut config.env, &n, &v);
            }
        }
        "LABEL" => {
            for (n, v) in pairs("LABEL", &i.rest, escape, get)? {
                config.labels.get_or_insert_default().insert(n, v);
            }
        }
        "MAINTAINER" => {}
        "EXPOSE" => {
            for port in exposed(&i.rest, escape, get)? {
                config.exposed_ports.insert(port, Empty {});
            }
        }
        "USER" => config.user = one()?,
        "WORKDIR" => {
            let path = one()?;
            config.working_dir = if path.starts_with('/') {
                clean(&path)
            } else {
                join(&format!("/{}", config.working_dir), &path)
            };
        }
        "VOLUME" => {
            for word in listed(&i.rest) {
                let path = expand(&word, escape, get)?;
                if path.is_empty() {
                    return Err("VOLUME specified can not be an empty string".to_string());
                }
                config.volumes.get_or_insert_default().insert(path, Empty {});
            }
        }
        "STOPSIGNAL" => {
            let signal = one()?;
            // Which signals there are is not asked of a number.
            if !signal.parse().is_ok_and(|number: i64| number != 0) {
                parse_signal(&signal).map_err(|e| e.message)?;
            }
            config.stop_signal = signal;
        }
        "SHELL" => config.shell = json_form(&i.rest),
        "HEALTHCHECK" => config.healthcheck = Some(health(i)?),
        "ONBUILD" => config.on_build.get_or_insert_default().push(i.rest.clone()),
        _ => return Ok(false),
    }
    Ok(true)
}

/// What HEALTHCHECK asks for.
pub fn health(i: &Instruction) -> Result<HealthConfig, String> {
    let (kind, rest) = match i.rest.split_once(char::is_whitespace) {
        Some((k, r)) => (k.to_ascii_uppercase(), r.trim()),
        None => (i.rest.to_ascii_uppercase(), ""),
    };
    let mut h = HealthConfig::default();
    match kind.as_str() {
        "NONE" if rest.is_empty() => h.test = Some(vec!["NONE".to_string()]),
        "NONE" => return Err("HEALTHCHECK NONE takes no arguments".to_string()),
        "CMD" if rest.is_empty() => return Err("Missing command after HEALTHCHECK CMD".to_string()),
        "CMD" => {
            let mut test = Vec::new();
            match json_form(rest) {
                Some(words) if words.is_empty() => {
                    return Err("Missing command after HEALTHCHECK CMD".to_string());
                }
                Some(words) => {
                    test.push("CMD".to_string());
                    test.extend(words);
                }
                None => {
                    test.push("CMD-SHELL".to_string());
                    test.push(rest.to_string());
                }
            }
            h.test = Some(test);
        }
        other => return Err(format!("Unknown type {other:?} in HEALTHCHECK (try CMD)")),
    }
    for (name, value) in i.flags.iter().filter(|(_, value)| !value.is_empty()) {
        let length = || match duration::parse(value)? {
            0 => Ok(0),
            n if n < 1_000_000 => Err(format!("Interval {name:?} cannot be less than 1ms")),
            n => Ok(n),
        };
        match name.as_str() {
            "interval" => h.interval = length()?,
            "timeout" => h.timeout = length()?,
            "start-period" => h.start_period = length()?,
            "start-interval" => h.start_interval = length()?,
            "retries" => {
                h.retries = value
                    .parse()
                    .map_err(|_| format!("strconv.ParseInt: parsing {value:?}: invalid syntax"))?;
                if h.retries < 0 {
                    return Err(format!("--retries cannot be negative ({})", h.retries));
                }
            }
            // The parser knows no others.
            _ => {}
        }
    }
    Ok(h)
}

/// A health check as Go prints the structure.
pub fn health_words(h: &HealthConfig) -> String {
    let test: Vec<String> = h.test.iter().flatten().map(|w| format!("{w:?}")).collect();
    let times = [h.interval, h.timeout, h.start_period, h.start_interval];
    let times: Vec<String> = times.iter().map(|t| format!("{:?}", duration::text(*t))).collect();
    format!("&{{[{}] {} '\\x{:02x}'}}", test.join(" "), times.join(" "), h.retries)
}
