//! Processes in containers and their streams: exec, attach, logs.

use serde::Serialize;

use super::nothing;

/// A request to run a command in a running container.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ExecCreate {
    pub user: String,
    pub privileged: bool,
    pub tty: bool,
    /// Rows, columns.
    pub console_size: Option<(u16, u16)>,
    pub attach_stdin: bool,
    pub attach_stdout: bool,
    pub attach_stderr: bool,
    pub detach_keys: String,
    pub env: Vec<String>,
    pub working_dir: String,
    pub cmd: Vec<String>,
}

/// How an exec's process is described.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct ExecProcess {
    pub tty: bool,
    pub entrypoint: String,
    pub arguments: Vec<String>,
    pub privileged: bool,
    #[serde(skip_serializing_if = "nothing")]
    pub user: String,
}

/// An exec's state.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct ExecInspect {
    #[serde(rename = "ID")]
    pub id: String,
    #[serde(rename = "Running")]
    pub running: bool,
    #[serde(rename = "ExitCode")]
    pub exit_code: Option<i64>,
    #[serde(rename = "ProcessConfig")]
    pub process_config: ExecProcess,
    #[serde(rename = "OpenStdin")]
    pub open_stdin: bool,
    #[serde(rename = "OpenStderr")]
    pub open_stderr: bool,
    #[serde(rename = "OpenStdout")]
    pub open_stdout: bool,
    #[serde(rename = "CanRemove")]
    pub can_remove: bool,
    #[serde(rename = "ContainerID")]
    pub container_id: String,
    #[serde(rename = "DetachKeys")]
    pub detach_keys: String,
    #[serde(rename = "Pid")]
    pub pid: u32,
}

/// Which of a container's streams a piece of output is of; a terminal has but the first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stream {
    Stdout,
    Stderr,
}

/// A piece of output.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Frame {
    pub stream: Stream,
    pub bytes: Vec<u8>,
}

/// How to attach.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AttachOptions {
    pub stdin: bool,
    pub stdout: bool,
    pub stderr: bool,
    /// Give what was logged before, too.
    pub logs: bool,
    /// Empty for `ctrl-p,ctrl-q`.
    pub detach_keys: String,
}

/// Which logs.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LogsOptions {
    pub stdout: bool,
    pub stderr: bool,
    pub follow: bool,
    /// Nanoseconds since the epoch.
    pub since: Option<i64>,
    /// Nanoseconds since the epoch.
    pub until: Option<i64>,
    /// The last so many lines; none for all.
    pub tail: Option<usize>,
    /// Begin each line with its time.
    pub timestamps: bool,
    /// Begin each line with the labels and variables that the log driver was told to keep.
    pub details: bool,
}
