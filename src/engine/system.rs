//! The daemon as a whole: its version, what it says of itself and its machine, and what its things
//! take up on the disk.

use std::rc::Rc;

use std::collections::BTreeMap;

use crate::kernel::{MEMORY, RELEASE};

use super::api::container::ContainerListOptions;
use super::api::image::ImageListOptions;
use super::api::system::{DiskUsage, Info, Version};
use super::api::volume::UsageData;
use super::state::{Container, Phase};
use super::{Engine, ROOT, Result};
use crate::golang::time;

/// The release whose behaviour is simulated.
const VERSION: &str = "28.5.2";

/// The log drivers that the daemon knows by name.
const LOG_DRIVERS: &[&str] =
    &["awslogs", "fluentd", "gelf", "journald", "json-file", "local", "splunk", "syslog"];

impl Engine {
    /// The daemon's part of `docker version`.
    pub fn version(&self) -> Version {
        let component = |n: &str, v: &str, c: &str| (n.to_string(), v.to_string(), c.to_string());
        Version {
            version: VERSION.to_string(),
            api_version: "1.51".to_string(),
            min_api_version: "1.24".to_string(),
            git_commit: "89c5e8f".to_string(),
            go_version: "go1.25.3".to_string(),
            os: "linux".to_string(),
            arch: "amd64".to_string(),
            kernel_version: RELEASE.to_string(),
            build_time: "2025-11-05T14:43:25.000000000+00:00".to_string(),
            components: vec![
                component("containerd", "v1.7.29", "442cb34bda9a6a0fed82a2ca7cade05c5c749582"),
                component("runc", "1.3.3", "v1.3.3-0-gd842d771"),
                component("docker-init", "0.19.0", "de40ad0"),
            ],
        }
    }

    /// `docker info`.
    pub fn info(&self) -> Info {
        let pretty = self.disk(|d| d.read("/etc/os-release")).unwrap_or_default();
        let pretty = String::from_utf8_lossy(&pretty)
            .lines()
            .find_map(|l| l.strip_prefix("PRETTY_NAME="))
            .map(|v| v.trim_matches('"').to_string());
        let name = self.host_name();
        let now = self.now();
        let st = self.state();
        let shown: Vec<&Rc<Container>> = st.containers.values().filter(|c| !c.hidden).collect();
        let count = |f: &dyn Fn(Phase) -> bool| shown.iter().filter(|c| f(c.phase)).count() as u64;
        let list = |names: &[&str]| names.iter().map(|n| (*n).to_string()).collect::<Vec<_>>();
        let pair = |a: &str, b: &str| (a.to_string(), b.to_string());
        let running = |p: Phase| matches!(p, Phase::Running | Phase::Restarting);
        Info {
            id: st.engine_id.clone(),
            containers: shown.len() as u64,
            containers_running: count(&running),
            containers_paused: count(&|p| p == Phase::Paused),
            containers_stopped: count(&|p| !running(p) && p != Phase::Paused),
            images: st.images.images.len() as u64,
            driver: "overlay2".to_string(),
            driver_status: vec![
                pair("Backing Filesystem", "extfs"),
                pair("Supports d_type", "true"),
                pair("Using metacopy", "false"),
                pair("Native Overlay Diff", "true"),
                pair("userxattr", "false"),
            ],
            plugins: BTreeMap::from([
                ("Volume".to_string(), list(&["local"])),
                (
                    "Network".to_string(),
                    list(&["bridge", "host", "ipvlan", "macvlan", "null", "overlay"]),
                ),
                ("Log".to_string(), list(LOG_DRIVERS)),
            ]),
            logging_driver: match st.settings.log_driver.as_str() {
                "" => "json-file".to_string(),
                named => named.to_string(),
            },
            debug: st.settings.debug,
            default_address_pools: st.settings.pools.clone(),
            mirrors: st.settings.mirrors.clone(),
            insecure: st.settings.insecure.clone(),
            cgroup_driver: "systemd".to_string(),
            cgroup_version: "2".to_string(),
            kernel_version: RELEASE.to_string(),
            operating_system: pretty.unwrap_or_else(|| "Linux".to_string()),
            os_type: "linux".to_string(),
            architecture: "x86_64".to_string(),
            ncpu: 2,
            mem_total: MEMORY,
            docker_root_dir: ROOT.to_string(),
            name,
            labels: st.settings.labels.clone(),
            server_version: VERSION.to_string(),
            default_runtime: match st.settings.runtime.as_str() {
                "" => "runc".to_string(),
                named => named.to_string(),
            },
            runtimes: {
                let mut all = list(&["io.containerd.runc.v2", "runc"]);
                all.extend(st.settings.runtimes.iter().cloned());
                all.sort();
                all.dedup();
                all
            },
            live_restore_enabled: st.settings.live_restore,
            security_options: {
                let mut all = list(&["name=seccomp,profile=builtin", "name=cgroupns"]);
                all.extend(st.settings.no_new_privs.then(|| "name=no-new-privileges".to_string()));
                all
            },
            warnings: Vec::new(),
            system_time: time::rfc3339_nano(now),
            index_server_address: "https://index.docker.io/v1/".to_string(),
        }
    }

    /// `docker system df`.
    pub fn disk_usage(&self) -> Result<DiskUsage> {
        let every = ContainerListOptions { all: true, size: true, ..Default::default() };
        let images = ImageListOptions { all: false, shared_size: true, ..Default::default() };
        let records: Vec<super::state::Volume> = self.state().volumes.values().cloned().collect();
        let volumes = records.iter().map(|v| {
            let mut shown = v.show();
            let size = self.disk(|d| d.node(&v.mountpoint()).map_or(0, |n| d.size(n)));
            let users = self.volume_users(&v.name).len();
            shown.usage_data = Some(UsageData { ref_count: users as i64, size: size as i64 });
            shown
        });
        Ok(DiskUsage {
            layers_size: self.layers_size() as i64,
            images: self.image_list(&images)?,
            containers: self.container_list(&every)?.collect(),
            volumes: volumes.collect(),
            build_cache: self.cache_entries(),
        })
    }
}
