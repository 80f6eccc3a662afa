//! The plugins of the simulated registry: volume drivers that keep files on other machines.

use serde_json::{Value, json};

use crate::engine::images::registry::{RemotePlugin, Storage};

/// A variable of a plugin's environment, which may be set.
fn variable(name: &str, value: &str, about: &str) -> Value {
    json!({"Description": about, "Name": name, "Settable": ["value"], "Value": value})
}

struct Recipe<'a> {
    about: &'a str,
    page: &'a str,
    entrypoint: &'a str,
    socket: &'a str,
    env: Vec<Value>,
    mounts: Vec<(&'a str, &'a str)>,
    device: &'a str,
    propagated: &'a str,
}

fn config(r: Recipe<'_>) -> Value {
    let mounts: Vec<Value> = r
        .mounts
        .iter()
        .map(|(source, destination)| {
            json!({
                "Description": "", "Destination": destination, "Name": "", "Options": ["rbind"],
                "Settable": null, "Source": source, "Type": "bind",
            })
        })
        .collect();
    json!({
        "Args": {"Description": "", "Name": "", "Settable": null, "Value": null},
        "Description": r.about,
        "Documentation": r.page,
        "Entrypoint": [r.entrypoint],
        "Env": r.env,
        "Interface": {"Socket": r.socket, "Types": ["docker.volumedriver/1.0"]},
        "IpcHost": false,
        "Linux": {
            "AllowAllDevices": false,
            "Capabilities": ["CAP_SYS_ADMIN"],
            "Devices": [{"Description": "", "Name": "", "Path": r.device, "Settable": null}],
        },
        "Mounts": mounts,
        "Network": {"Type": "host"},
        "PidHost": false,
        "PropagatedMount": r.propagated,
        "User": {},
        "WorkDir": "",
        "rootfs": {"diff_ids": [crate::engine::images::tree::digest(r.entrypoint.as_bytes())], "type": "layers"},
    })
}

fn sshfs() -> RemotePlugin {
    RemotePlugin {
        storage: Storage::Ssh,
        compressed: 11_920_000,
        config: config(Recipe {
            about: "sshFS plugin for Docker",
            page: "https://docs.docker.com/engine/extend/plugins/",
            entrypoint: "/docker-volume-sshfs",
            socket: "sshfs.sock",
            env: vec![variable("DEBUG", "0", "")],
            mounts: vec![("/var/lib/docker/plugins/", "/mnt/state"), ("", "/root/.ssh")],
            device: "/dev/fuse",
            propagated: "/mnt/volumes",
        }),
    }
}

fn rbd() -> RemotePlugin {
    RemotePlugin {
        storage: Storage::Rbd,
        compressed: 128_000_000,
        config: config(Recipe {
            about: "RBD plugin for Docker",
            page: "https://github.com/wetopi/docker-volume-rbd",
            entrypoint: "/docker-volume-rbd",
            socket: "rbd.sock",
            env: vec![
                variable("LOG_LEVEL", "0", ""),
                variable("RBD_CONF_MON_HOST", "nas", "Where the cluster's monitor is"),
                variable("RBD_CONF_POOL", "rbd", "Pool that keeps the volumes"),
            ],
            mounts: vec![("/dev", "/dev"), ("/lib/modules", "/lib/modules")],
            device: "/dev/rbd",
            propagated: "/mnt/volumes",
        }),
    }
}

/// All plugins, by name.
pub static PLUGINS: &[(&str, fn() -> RemotePlugin)] =
    &[("vieux/sshfs", sshfs), ("wetopi/rbd", rbd)];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_plugin_can_be_made() {
        assert!(PLUGINS.windows(2).all(|w| w[0].0 < w[1].0));
        for (name, make) in PLUGINS {
            assert_eq!(make().config["Interface"]["Types"][0], "docker.volumedriver/1.0", "{name}");
        }
    }
}
