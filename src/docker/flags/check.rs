//! Checks of single flag values, with the texts in which Docker's client refuses them.

use crate::golang::units::ram_bytes;
use crate::golang::{csv, rational, strconv};

/// No check.
pub fn any(value: &str) -> Result<String, String> {
    Ok(value.to_string())
}

/// A variable name, with or without a value.
pub fn env(value: &str) -> Result<String, String> {
    match value.split('=').next() {
        None | Some("") => Err(format!("invalid environment variable: {value}")),
        Some(_) => Ok(value.to_string()),
    }
}

/// A label: a name without white space, then perhaps a value.
pub fn label(value: &str) -> Result<String, String> {
    let key = value.split('=').next().unwrap_or_default().trim_start_matches([' ', '\t']);
    if key.is_empty() {
        return Err(format!("invalid label '{value}': empty name"));
    }
    if key.contains([' ', '\t']) {
        return Err(format!("label '{key}' contains whitespaces"));
    }
    Ok(value.to_string())
}

/// One of the standard streams.
pub fn stream(value: &str) -> Result<String, String> {
    let lower = value.to_lowercase();
    if ["stdin", "stdout", "stderr"].contains(&lower.as_str()) {
        Ok(lower)
    } else {
        Err("valid streams are STDIN, STDOUT and STDERR".to_string())
    }
}

/// An IP address.
pub fn ip(value: &str) -> Result<String, String> {
    match value.trim().parse::<std::net::IpAddr>() {
        Ok(ip) => Ok(ip.to_string()),
        Err(_) => Err(format!("IP address is not correctly formatted: {value}")),
    }
}

/// A DNS search domain, or `.` for none.
pub fn dns_search(value: &str) -> Result<String, String> {
    let domain = value.trim_matches(' ');
    if domain == "." {
        return Ok(domain.to_string());
    }
    let bad = || Err(format!("{domain} is not a valid domain"));
    if !domain.contains(|c: char| c.is_ascii_alphabetic()) {
        return bad();
    }
    let body = domain.strip_suffix('.').unwrap_or(domain);
    let label = |part: &str| {
        !part.is_empty()
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    if body.len() < 255 && body.split('.').all(label) { Ok(body.to_string()) } else { bad() }
}

/// `host:ip` or `host=ip`.
pub fn extra_host(value: &str) -> Result<String, String> {
    let parts = value.split_once('=').or_else(|| value.split_once(':'));
    let Some((host, address)) = parts.filter(|(host, _)| !host.is_empty()) else {
        return Err(format!("bad format for add-host: {value:?}"));
    };
    if address == "host-gateway" {
        return Ok(format!("{host}:{address}"));
    }
    let bare = address.strip_prefix('[').and_then(|a| a.strip_suffix(']')).unwrap_or(address);
    if ip(bare).is_err() {
        return Err(format!("invalid IP address in add-host: {bare:?}"));
    }
    Ok(format!("{host}:{bare}"))
}

/// `container[:alias]`.
pub fn link(value: &str) -> Result<String, String> {
    if value.is_empty() {
        return Err("empty string specified for links".to_string());
    }
    if value.matches(':').count() > 1 {
        return Err(format!("bad format for links: {value}"));
    }
    Ok(value.to_string())
}

/// A kernel setting that has a namespace of its own.
pub fn sysctl(value: &str) -> Result<String, String> {
    const NAMED: [&str; 8] = [
        "kernel.msgmax",
        "kernel.msgmnb",
        "kernel.msgmni",
        "kernel.sem",
        "kernel.shmall",
        "kernel.shmmax",
        "kernel.shmmni",
        "kernel.shm_rmid_forced",
    ];
    match value.split_once('=') {
        Some((k, _))
            if NAMED.contains(&k) || k.starts_with("net.") || k.starts_with("fs.mqueue.") =>
        {
            Ok(value.to_string())
        }
        _ => Err(format!("sysctl '{value}' is not allowed")),
    }
}

/// `type major:minor mode`.
pub fn device_rule(value: &str) -> Result<String, String> {
    let bad = || Err(format!("invalid device cgroup format '{value}'"));
    let parts: Vec<&str> = value.split(' ').collect();
    let [kind, numbers, mode] = parts[..] else { return bad() };
    let number = |n: &str| n == "*" || (!n.is_empty() && n.chars().all(|c| c.is_ascii_digit()));
    let Some((major, minor)) = numbers.split_once(':') else { return bad() };
    let ok = matches!(kind, "a" | "b" | "c")
        && number(major)
        && number(minor)
        && (1..=3).contains(&mode.len())
        && mode.chars().all(|c| "rwm".contains(c));
    if ok { Ok(value.to_string()) } else { bad() }
}

fn device(value: &str) -> Result<(&str, &str), String> {
    match value.split_once(':') {
        Some((path, rate)) if !path.is_empty() => {
            if path.starts_with("/dev/") {
                Ok((path, rate))
            } else {
                Err(format!("bad format for device path: {value}"))
            }
        }
        _ => Err(format!("bad format: {value}")),
    }
}

/// `/dev/path:bytes`.
pub fn device_bps(value: &str) -> Result<String, String> {
    let (_, rate) = device(value)?;
    match ram_bytes(rate) {
        Ok(_) => Ok(value.to_string()),
        Err(_) => Err(format!(
            "invalid rate for device: {value}. The correct format is <device-path>:<number>[<unit>]. Number must be a positive integer. Unit is optional and can be kb, mb, or gb"
        )),
    }
}

/// `/dev/path:operations`.
pub fn device_iops(value: &str) -> Result<String, String> {
    let (_, rate) = device(value)?;
    match strconv::parse_uint(rate, 10) {
        Ok(_) => Ok(value.to_string()),
        Err(_) => Err(format!(
            "invalid rate for device: {value}. The correct format is <device-path>:<number>. Number must be a positive integer"
        )),
    }
}

/// `/dev/path:weight`.
pub fn device_weight(value: &str) -> Result<String, String> {
    let (_, weight) = device(value)?;
    match strconv::parse_uint(weight, 10) {
        Ok(0) | Ok(10..=1000) => Ok(value.to_string()),
        _ => Err(format!("invalid weight for device: {value}")),
    }
}

/// A number of CPUs in billionths.
pub fn nano_cpus(value: &str) -> Result<i64, String> {
    let failed = || Err(format!("failed to parse {value} as a rational number"));
    let Some(number) = rational::parse(value).filter(|n| n.is_finite()) else { return failed() };
    let nano = number * 1e9;
    if (nano - nano.round()).abs() > 1e-4 {
        return Err("value is too precise".to_string());
    }
    Ok(nano.round() as i64)
}

/// A limit as `name=soft[:hard]`: its name, soft and hard limit.
pub fn ulimit(value: &str) -> Result<(String, i64, i64), String> {
    const NAMES: [&str; 15] = [
        "core",
        "cpu",
        "data",
        "fsize",
        "locks",
        "memlock",
        "msgqueue",
        "nice",
        "nofile",
        "nproc",
        "rss",
        "rtprio",
        "rttime",
        "sigpending",
        "stack",
    ];
    let Some((name, limits)) = value.split_once('=') else {
        return Err(format!("invalid ulimit argument: {value}"));
    };
    if !NAMES.contains(&name) {
        return Err(format!("invalid ulimit type: {name}"));
    }
    let parts: Vec<&str> = limits.split(':').collect();
    let number = |t: &str| strconv::parse_int(t, 10).map_err(|e| strconv::told("ParseInt", t, e));
    let (soft, hard) = match parts[..] {
        [one] => {
            let n = number(one)?;
            (n, n)
        }
        [soft, hard] => {
            let hard = number(hard)?;
            (number(soft)?, hard)
        }
        _ => {
            return Err(format!(
                "too many limit value arguments - {limits}, can only have up to two, `soft[:hard]`"
            ));
        }
    };
    if hard != -1 {
        if soft == -1 {
            return Err(format!(
                "ulimit soft limit must be less than or equal to hard limit: soft: -1 (unlimited), hard: {hard}"
            ));
        }
        if soft > hard {
            return Err(format!(
                "ulimit soft limit must be less than or equal to hard limit: {soft} > {hard}"
            ));
        }
    }
    Ok((name.to_string(), soft, hard))
}

/// A request for GPUs.
pub fn gpus(value: &str) -> Result<(), String> {
    let mut seen = Vec::new();
    let count = |text: &str| match text {
        "all" => Ok(()),
        _ => strconv::parse_int(text, 10).map(|_| ()).map_err(|e| {
            format!("invalid count ({text}): value must be either \"all\" or an integer: {e}")
        }),
    };
    for field in csv::record(value)? {
        let (key, val) = match field.split_once('=') {
            Some((k, v)) => (k.to_string(), Some(v.to_string())),
            // A number or a word alone is how many.
            None => ("count".to_string(), Some(field.clone())),
        };
        // How many is read before it is asked whether it was said twice.
        if !field.contains('=') {
            count(&field)?;
        }
        if seen.contains(&key) {
            return Err(format!("gpu request key '{key}' can be specified only once"));
        }
        match (key.as_str(), val) {
            ("count", Some(v)) => count(&v)?,
            ("driver" | "device" | "capabilities", Some(_)) => {}
            ("options", Some(v)) => {
                csv::record(&v).map_err(|e| format!("failed to read gpu options: {e}"))?;
            }
            _ => return Err(format!("unexpected key '{key}' in '{field}'")),
        }
        seen.push(key);
    }
    Ok(())
}

/// A filter: `name=value`, the name in lower case and both without outer white space.
pub fn filter(value: &str) -> Result<Vec<String>, String> {
    if value.is_empty() {
        return Ok(Vec::new());
    }
    match value.split_once('=') {
        Some((name, val)) => Ok(vec![format!("{}={}", name.trim().to_lowercase(), val.trim())]),
        None => Err("bad format of filter (expected name=value)".to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::{device_rule, dns_search, extra_host, nano_cpus, ulimit};

    #[test]
    fn sizes() {
        assert_eq!(nano_cpus("1.5"), Ok(1_500_000_000));
        assert_eq!(nano_cpus("x").unwrap_err(), "failed to parse x as a rational number");
    }

    #[test]
    fn others() {
        assert!(device_rule("c 1:* rwm").is_ok());
        assert!(device_rule("c 1 rwm").is_err());
        assert_eq!(dns_search("example.com.").unwrap(), "example.com");
        assert_eq!(extra_host("a=::1").unwrap(), "a:::1");
        assert_eq!(extra_host("a").unwrap_err(), "bad format for add-host: \"a\"");
        assert_eq!(ulimit("nofile=1:2").unwrap(), ("nofile".to_string(), 1, 2));
        assert_eq!(ulimit("nope=1").unwrap_err(), "invalid ulimit type: nope");
    }
}
