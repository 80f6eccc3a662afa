//! `--device`: a device of the host, its place in the container, and what may be done with it.

use crate::engine::api::host_config::DeviceMapping;

/// Reads `HOST[:CONTAINER][:MODE]`; the mode is made of `r`, `w` and `m`.
pub fn parse(value: &str) -> Result<DeviceMapping, String> {
    let mode = |text: &str| {
        let mut seen = Vec::new();
        !text.is_empty()
            && text.chars().all(|c| {
                let fresh = "rwm".contains(c) && !seen.contains(&c);
                seen.push(c);
                fresh
            })
    };
    if value.is_empty() {
        return Err("bad format for path: ".to_string());
    }
    let parts: Vec<&str> = value.split(':').collect();
    let (host, inside, permissions) = match parts[..] {
        [host] => (host, host, "rwm"),
        [host, last] if mode(last) => (host, host, last),
        [host, inside] => (host, inside, "rwm"),
        [_, _, bad] if !mode(bad) => return Err(format!("bad mode specified: {bad}")),
        [host, inside, permissions] => (host, inside, permissions),
        _ => return Err(format!("bad format for path: {value}")),
    };
    if host.is_empty() {
        return Err(format!("bad format for path: {value}"));
    }
    for path in [host, inside] {
        if !path.starts_with('/') {
            return Err(format!("{path} is not an absolute path"));
        }
    }
    Ok(DeviceMapping {
        path_on_host: host.to_string(),
        path_in_container: inside.to_string(),
        cgroup_permissions: permissions.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn forms() {
        let read = |text: &str| {
            parse(text).map(|d| {
                format!("{} {} {}", d.path_on_host, d.path_in_container, d.cgroup_permissions)
            })
        };
        assert_eq!(read("/dev/null").as_deref(), Ok("/dev/null /dev/null rwm"));
        assert_eq!(read("/dev/null:rw").as_deref(), Ok("/dev/null /dev/null rw"));
        assert_eq!(read("/dev/null:/dev/x:r").as_deref(), Ok("/dev/null /dev/x r"));
        assert_eq!(read("abc"), Err("abc is not an absolute path".to_string()));
        assert_eq!(read("/dev/null:/dev/x:q"), Err("bad mode specified: q".to_string()));
        assert_eq!(read("a:b:c:d"), Err("bad format for path: a:b:c:d".to_string()));
    }
}
