//! A container's (and an image's) portable configuration: the API's `Config`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Empty, nothing};

/// How a container is to be checked for health. Durations are nanoseconds.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct HealthConfig {
    /// `["NONE"]`, `["CMD", ...]` or `["CMD-SHELL", line]`; none inherits the image's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub test: Option<Vec<String>>,
    #[serde(skip_serializing_if = "nothing")]
    pub interval: i64,
    #[serde(skip_serializing_if = "nothing")]
    pub timeout: i64,
    #[serde(skip_serializing_if = "nothing")]
    pub start_period: i64,
    #[serde(skip_serializing_if = "nothing")]
    pub start_interval: i64,
    #[serde(skip_serializing_if = "nothing")]
    pub retries: i64,
}

/// The API's `ContainerConfig`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct Config {
    pub hostname: String,
    pub domainname: String,
    pub user: String,
    pub attach_stdin: bool,
    pub attach_stdout: bool,
    pub attach_stderr: bool,
    /// `80/tcp`.
    #[serde(skip_serializing_if = "nothing")]
    pub exposed_ports: BTreeMap<String, Empty>,
    pub tty: bool,
    pub open_stdin: bool,
    pub stdin_once: bool,
    /// `NAME=value`; a name alone takes the variable away.
    pub env: Option<Vec<String>>,
    pub cmd: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub healthcheck: Option<HealthConfig>,
    #[serde(skip_serializing_if = "nothing")]
    pub args_escaped: bool,
    /// The image as the user named it.
    pub image: String,
    /// Paths that get an anonymous volume.
    pub volumes: Option<BTreeMap<String, Empty>>,
    pub working_dir: String,
    pub entrypoint: Option<Vec<String>>,
    #[serde(skip_serializing_if = "nothing")]
    pub network_disabled: bool,
    /// That of the first interface.
    #[serde(skip_serializing_if = "nothing")]
    pub mac_address: String,
    pub on_build: Option<Vec<String>>,
    pub labels: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "nothing")]
    pub stop_signal: String,
    /// Seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stop_timeout: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shell: Option<Vec<String>>,
}

/// An image's configuration, as `docker image inspect` shows it (the OCI image specification's
/// fields, in the order in which the API gives them).
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct ImageConfig {
    #[serde(skip_serializing_if = "nothing")]
    pub args_escaped: bool,
    pub cmd: Option<Vec<String>>,
    pub entrypoint: Option<Vec<String>>,
    pub env: Option<Vec<String>>,
    #[serde(skip_serializing_if = "nothing")]
    pub exposed_ports: BTreeMap<String, Empty>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub healthcheck: Option<HealthConfig>,
    pub labels: Option<BTreeMap<String, String>>,
    pub on_build: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shell: Option<Vec<String>>,
    #[serde(skip_serializing_if = "nothing")]
    pub stop_signal: String,
    pub user: String,
    pub volumes: Option<BTreeMap<String, Empty>>,
    pub working_dir: String,
}
