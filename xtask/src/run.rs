//! Running other programs: where they run, what they find on their path, and one sentence when they fail.
//! Which programs are run, and why, is the business of the other files.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository")
}

/// Where Cargo puts what it builds.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// Where the tools that are installed here lie.
pub fn tools() -> PathBuf {
    target().join("tools")
}

/// A program to be run at the root of the repository, with the tools of this repository before all others.
pub struct Run {
    command: Command,
    name: String,
}

/// Any program.
pub fn program(name: impl AsRef<OsStr>) -> Run {
    let mut path = vec![tools().join("bin")];
    path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    let mut command = Command::new(name.as_ref());
    command.current_dir(root());
    if let Ok(path) = std::env::join_paths(path) {
        command.env("PATH", path);
    }
    Run {
        command,
        name: Path::new(name.as_ref()).file_name().unwrap_or_default().display().to_string(),
    }
}

/// Cargo, the one that runs this.
pub fn cargo(args: &[&str]) -> Run {
    let mut run = program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // What Cargo says to a program that it runs would mislead the Cargo that runs below it.
    for (key, _) in std::env::vars_os() {
        let name = key.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            run.command.env_remove(&key);
        }
    }
    run.name = format!("cargo {}", args.first().unwrap_or(&""));
    run.args(args)
}

impl Run {
    /// Adds arguments.
    pub fn args(mut self, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.command.args(args);
        self
    }

    /// Sets a variable of its environment.
    pub fn env(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(key, value);
        self
    }

    /// Runs it in sight.
    pub fn go(mut self) -> Result<(), String> {
        match self.command.status() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("{} failed ({status})", self.name)),
            Err(error) => Err(format!("{} can not be run: {error}", self.name)),
        }
    }

    /// Runs it out of sight; what it printed is told only when it fails.
    pub fn quietly(mut self) -> Result<(), String> {
        match self.command.stdin(Stdio::null()).output() {
            Ok(output) if output.status.success() => Ok(()),
            Ok(output) => {
                let text = [output.stdout, output.stderr].concat();
                let text = String::from_utf8_lossy(&text).trim_end().to_owned();
                Err(format!("{text}\n{} failed ({})", self.name, output.status))
            }
            Err(error) => Err(format!("{} can not be run: {error}", self.name)),
        }
    }

    /// What it prints, when it can be run and succeeds.
    pub fn output(mut self) -> Option<String> {
        let output = self.command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }
}
