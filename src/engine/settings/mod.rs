//! The daemon's settings (`/etc/docker/daemon.json`): reading them, and what of them containers get that
//! say nothing of it. When they are read is `service`'s and `daemon`'s.

mod check;
mod table;

use super::Engine;
use super::api::host_config::{HostConfig, Ulimit};
use super::records::Settings;

use crate::golang::units::ram_bytes;
use check::{checked, conflicting_labels, mirror, texts};
use serde_json::Value;

/// Reads the settings in the bytes of their file `path`. An error is what dockerd says of them.
pub(super) fn parse(path: &str, bytes: &[u8]) -> Result<Settings, String> {
    let all = checked(bytes)
        .map_err(|why| format!("unable to configure the Docker daemon with file {path}: {why}"))?;
    let labels = texts(&all, "labels");
    if let Some(why) = conflicting_labels(&labels) {
        return Err(why);
    }
    let text = |k: &str| all.get(k).and_then(Value::as_str).unwrap_or_default();
    let on = |k: &str| all.get(k).and_then(Value::as_bool).unwrap_or_default();
    let root = text("data-root").trim_end_matches('/');
    if !matches!(root, "" | super::ROOT) {
        return Err(format!(
            "data-root {root}: not simulated: the daemon's files are always in {}",
            super::ROOT
        ));
    }
    let options = all.get("log-opts").and_then(Value::as_object).into_iter().flatten();
    let ulimit = |(name, v): (&String, &Value)| {
        let field = |wanted: &str| {
            let found = v.as_object()?.iter().find(|(k, _)| k.eq_ignore_ascii_case(wanted));
            found.map(|(_, v)| v.clone())
        };
        let number = |k: &str| field(k).and_then(|v| v.as_i64()).unwrap_or_default();
        Ulimit { name: name.clone(), hard: number("hard"), soft: number("soft") }
    };
    let mut mirrors: Vec<String> = Vec::new();
    for m in texts(&all, "registry-mirrors").iter().filter_map(|m| mirror(m).ok()) {
        if !mirrors.contains(&m) {
            mirrors.push(m);
        }
    }
    let insecure = texts(&all, "insecure-registries");
    let runtimes: Vec<String> = all
        .get("runtimes")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .map(|r| r.0.clone())
        .collect();
    let runtime = text("default-runtime");
    if !matches!(runtime, "" | "runc" | "io.containerd.runc.v2")
        && !runtimes.iter().any(|r| r == runtime)
    {
        return Err(format!(
            "failed to start daemon: specified default runtime '{runtime}' does not exist"
        ));
    }
    Ok(Settings {
        log_driver: text("log-driver").to_string(),
        log_options: options
            .map(|(k, v)| (k.clone(), v.as_str().unwrap_or_default().to_string()))
            .collect(),
        live_restore: on("live-restore"),
        debug: on("debug"),
        labels,
        mirrors,
        insecure: insecure
            .into_iter()
            .map(|r| r.split_once("://").map_or(r.clone(), |(_, host)| host.to_string()))
            .collect(),
        ulimits: all
            .get("default-ulimits")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .map(ulimit)
            .collect(),
        shm_size: ram_bytes(text("default-shm-size")).unwrap_or_default(),
        init: on("init"),
        no_new_privs: on("no-new-privileges"),
        ipc_mode: text("default-ipc-mode").to_string(),
        cgroupns_mode: text("default-cgroupns-mode").to_string(),
        runtime: text("default-runtime").to_string(),
        runtimes,
        dns: texts(&all, "dns"),
        dns_options: texts(&all, "dns-opts"),
        dns_search: texts(&all, "dns-search"),
        bip: text("bip").to_string(),
        icc: all.get("icc").and_then(Value::as_bool),
        ip_masq: all.get("ip-masq").and_then(Value::as_bool),
        mtu: all.get("mtu").and_then(Value::as_i64).filter(|n| *n != 0),
        pools: pools(all.get("default-address-pools")),
    })
}

/// Where the addresses of new networks come from: bases and the lengths of prefixes.
fn pools(value: Option<&Value>) -> Vec<(String, u32)> {
    let list = value.and_then(Value::as_array).into_iter().flatten();
    let pool = |v: &Value| {
        let base = v.get("base")?.as_str()?.to_string();
        Some((base, u32::try_from(v.get("size")?.as_u64()?).ok()?))
    };
    list.filter_map(pool).collect()
}

/// Gives a new container what the settings say and it does not (moby `mergeAndVerifyLogConfig`,
/// `adaptContainerSettings`).
pub(super) fn apply(settings: &Settings, host: &mut HostConfig) {
    let default = match settings.log_driver.as_str() {
        "" => "json-file",
        named => named,
    };
    let log = &mut host.log_config;
    if log.kind.is_empty() {
        log.kind = default.to_string();
    }
    if log.kind == default {
        for (k, v) in &settings.log_options {
            log.config.entry(k.clone()).or_insert_with(|| v.clone());
        }
    }
    if host.shm_size == 0 {
        host.shm_size = settings.shm_size;
    }
    for (mine, theirs) in [
        (&mut host.ipc_mode, &settings.ipc_mode),
        (&mut host.cgroupns_mode, &settings.cgroupns_mode),
        (&mut host.runtime, &settings.runtime),
    ] {
        if mine.is_empty() {
            mine.clone_from(theirs);
        }
    }
}

impl Engine {
    /// Gives a container that starts the limits that it does not name (moby `mergeUlimits`).
    pub(super) fn apply_ulimits(&self, id: &str) {
        let st = &mut *self.state();
        if st.settings.ulimits.is_empty() {
            return;
        }
        let Some(c) = st.containers.get_mut(id) else { return };
        let own = &mut c.host.resources.ulimits;
        for limit in &st.settings.ulimits {
            if !own.iter().any(|u| u.name == limit.name) {
                own.push(limit.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    fn why(text: &str) -> String {
        parse("F", text.as_bytes()).map_or_else(|e| e, |_| "fine".to_string())
    }

    #[test]
    fn refusals_are_dockerds() {
        const UNABLE: &str = "unable to configure the Docker daemon with file F: ";
        for (text, said) in [
            ("{", "invalid JSON: unexpected end of JSON input"),
            (
                "{\"debug\": true,}",
                "invalid JSON: invalid character '}' looking for beginning of object key string",
            ),
            (
                "{'debug': true}",
                "invalid JSON: invalid character '\\'' looking for beginning of object key string",
            ),
            (
                "{\"debug\": true \"ipv6\": true}",
                "invalid JSON: invalid character '\"' after object key:value pair",
            ),
            ("{} x", "invalid JSON: invalid character 'x' after top-level value"),
            (
                "{\"debug\": tru}",
                "invalid JSON: invalid character '}' in literal true (expecting 'e')",
            ),
            (
                "{\"debug\": \"yes\"}",
                "invalid JSON: json: cannot unmarshal string into Go struct field Config.debug of type bool",
            ),
            (
                "{\"log-opts\": {\"max-size\": 10}}",
                "invalid JSON: json: cannot unmarshal number into Go struct field Config.log-opts.max-size of type string",
            ),
            (
                "{\"foo\": 1, \"bar\": 2}",
                "the following directives don't match any configuration option: bar, foo",
            ),
            (
                "{\"dns\": {\"a\": 1}}",
                "the following directives don't match any configuration option: a",
            ),
            (
                "{\"hosts\": [\"unix:///a\", \"tcp://b\"]}",
                "the following directives are specified both as a flag and in the configuration file: hosts: (from flag: [fd://], from file: [unix:///a tcp://b])",
            ),
            ("{\"default-shm-size\": 5}", "invalid JSON: invalid size: \"5\""),
        ] {
            assert_eq!(why(text), format!("{UNABLE}{said}"), "{text}");
        }
        assert_eq!(why("{\"labels\": [\"a=b\", \"a=c\"]}"), "conflict labels for a=c and a=b");
        assert_eq!(why("null"), "fine");
        assert_eq!(why(" \n"), "fine");
    }
}
