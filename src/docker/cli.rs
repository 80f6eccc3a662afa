//! What every verb holds: the process, the way to the engine, and the terminal's two sides.

use super::command::Failure;
use super::hosts;
use super::route;
use super::settings::Settings;
use crate::engine::images::reference::BadReference;
use crate::engine::{Engine, EngineError, ErrorKind};
use crate::golang::quote::quote;
use crate::golang::time::rfc3339;
use crate::kernel::{Disposition, Proc, Signal};
use crate::vfs::content::CHUNK;
use crate::vfs::{Content, Errno, OpenFlags, limits, text};

/// The version of the API that this client speaks; it shows in the texts of connection errors.
pub const API: &str = "1.50";
/// The client's version.
pub const VERSION: &str = "28.2.2";
/// Where the engine listens.
pub const SOCKET: &str = "/var/run/docker.sock";

/// A docker command at work.
#[derive(Clone)]
pub struct Cli {
    /// Its process.
    pub p: Proc,
    /// The client's settings: files and flags.
    pub settings: Settings,
    engine: Engine,
}

impl Cli {
    /// For this process and engine.
    pub fn new(p: Proc, engine: Engine, settings: Settings) -> Cli {
        Cli { p, settings, engine }
    }

    /// The same with another context in use.
    pub fn in_context(&self, context: &str) -> Cli {
        let settings = self.settings.clone().in_context(&self.p, context);
        Cli { settings, ..self.clone() }
    }

    /// The engine's address, and whether all that goes with every request could be read.
    pub fn addressed(&self) -> Result<String, Failure> {
        let host = self.settings.dialled()?;
        if let Some(text) = self.p.env("DOCKER_CUSTOM_HEADERS").filter(|v| !v.is_empty()) {
            hosts::headers(&text).map_err(|e| format!("Failed to initialize: {e}"))?;
        }
        Ok(host)
    }

    /// The engine, if this process may talk to it. The request is named as its error would name it.
    pub fn engine(&self, method: &str, path: &str) -> Result<Engine, Failure> {
        route::routed(path)?;
        let url = format!("/v{API}/{path}");
        self.dial(method, &url)
    }

    /// The engine, for verbs that ask for its version before anything else.
    pub fn ping(&self) -> Result<Engine, Failure> {
        self.dial("Head", "/_ping")
    }

    fn dial(&self, method: &str, url: &str) -> Result<Engine, Failure> {
        let host = self.addressed()?;
        let absent = || {
            Failure::from(format!(
                "Cannot connect to the Docker daemon at {host}. Is the docker daemon running?"
            ))
        };
        match host.split_once("://") {
            Some(("fd", "")) => {
                return Err("Failed to initialize: unable to parse docker host `fd://`".into());
            }
            Some(("npipe", _)) => return Err("Failed to initialize: protocol not available".into()),
            _ => {}
        }
        let Some(socket) = host.strip_prefix("unix://") else {
            return Err(self.elsewhere(&host, method, url));
        };
        // Connecting needs to write to the socket (unix(7)).
        match self.p.access(socket, 6) {
            Ok(()) if self.same_socket(socket) && self.engine.is_up() => {
                self.spoken()?;
                Ok(self.engine.clone())
            }
            Err(Errno::EACCES | Errno::EPERM) => Err(Failure::from(format!(
                "permission denied while trying to connect to the Docker daemon socket at {host}: {method} {}: dial unix {socket}: connect: permission denied",
                quote(&format!("http://{}{url}", socket.replace('/', "%2F")))
            ))),
            _ => Err(absent()),
        }
    }

    /// Refuses a version of the API, asked for by DOCKER_API_VERSION, that the engine does not speak.
    fn spoken(&self) -> Result<(), Failure> {
        let Some(asked) = self.p.env("DOCKER_API_VERSION").filter(|v| !v.is_empty()) else {
            return Ok(());
        };
        let version = |text: &str| -> Option<Vec<u32>> {
            text.split('.').map(|part| part.parse().ok()).collect()
        };
        let engine = self.engine.version();
        let failed = |why: String| Err(Failure::from(format!("Error response from daemon: {why}")));
        match version(asked.trim_start_matches('v')) {
            // Such a path is none that the engine knows.
            None => failed("page not found".to_string()),
            Some(v) if Some(&v) < version(&engine.min_api_version).as_ref() => failed(format!(
                "client version {asked} is too old. Minimum supported API version is {}, please upgrade your client to a newer version",
                engine.min_api_version
            )),
            Some(v) if Some(&v) > version(&engine.api_version).as_ref() => failed(format!(
                "client version {asked} is too new. Maximum supported API version is {}",
                engine.api_version
            )),
            Some(_) => Ok(()),
        }
    }

    /// Whether a path leads to the engine's own socket.
    fn same_socket(&self, path: &str) -> bool {
        path == SOCKET
            || match (self.p.stat(path), self.p.stat(SOCKET)) {
                (Ok(a), Ok(b)) => (a.dev, a.ino) == (b.dev, b.ino),
                _ => false,
            }
    }

    /// There is no network beyond the host's own containers.
    fn elsewhere(&self, host: &str, method: &str, url: &str) -> Failure {
        if host.starts_with("ssh://") {
            return Failure::from(format!(
                "error during connect: {method} {}: exec: \"ssh\": executable file not found in $PATH",
                quote(&format!("http://docker.example.com{url}"))
            ));
        }
        let Some(address) = host.strip_prefix("tcp://") else {
            return Failure::from(format!(
                "Cannot connect to the Docker daemon at {host}. Is the docker daemon running?"
            ));
        };
        let (name, port) = match address.strip_prefix('[').and_then(|a| a.split_once(']')) {
            Some((name, rest)) => (name, rest.trim_start_matches(':')),
            None => address.split_once(':').unwrap_or((address, "")),
        };
        let port = port.split('/').next().unwrap_or_default();
        if port.parse::<u32>().is_ok_and(|p| p > 65535) {
            return Failure::from(format!(
                "error during connect: {method} {}: dial tcp: address {port}: invalid port",
                quote(&format!("http://{address}{url}"))
            ));
        }
        if name.parse::<std::net::IpAddr>().is_ok() || name == "localhost" {
            return Failure::from(format!(
                "Cannot connect to the Docker daemon at {host}. Is the docker daemon running?"
            ));
        }
        Failure::from(format!(
            "error during connect: {method} {}: dial tcp: lookup {name}: no such host",
            quote(&format!("http://{address}{url}"))
        ))
    }

    /// Writes to standard output.
    pub async fn out(&self, output: &str) {
        self.write(1, &text::encode(output)).await;
    }

    /// Writes a line to standard output.
    pub async fn line(&self, output: &str) {
        self.out(&format!("{output}\n")).await;
    }

    /// Writes a line to standard error.
    pub async fn err(&self, output: &str) {
        self.write(2, &text::encode(&format!("{output}\n"))).await;
    }

    /// Logs as Docker's programs do (logrus): for people on a terminal, else with time and level.
    pub async fn log(&self, level: &str, text: &str) {
        let line = if self.p.isatty(2) {
            let (color, short) = if level == "error" { (31, "ERRO") } else { (33, "WARN") };
            format!("\x1b[{color}m{short}\x1b[0m[0000] {text} ")
        } else {
            let time = rfc3339(self.p.now());
            format!("time=\"{time}\" level={level} msg={}", quote(text))
        };
        self.err(&line).await;
    }

    /// Writes bytes to a descriptor. That a reader has gone away is the signal's business.
    pub async fn write(&self, fd: i32, bytes: &[u8]) {
        // Docker's client ignores a failing write as well.
        let _ = self.p.write_all(fd, bytes).await;
    }

    /// Columns and rows of the terminal at a descriptor.
    pub fn size(&self, fd: i32) -> Option<(u16, u16)> {
        if self.p.isatty(fd) { self.p.winsize(fd).ok() } else { None }
    }

    /// Columns for help screens.
    pub fn columns(&self) -> usize {
        match self.size(0) {
            Some((columns, _)) if columns > 1 => usize::from(columns) - 1,
            _ => 79,
        }
    }

    /// Asks before something is done that can not be undone; anything but `y` means no.
    pub async fn confirm(&self, question: &str) -> Result<bool, Failure> {
        self.confirm_plainly(&format!("{question}\nAre you sure you want to continue? [y/N] "))
            .await
    }

    /// The same with a question that is complete.
    pub async fn confirm_plainly(&self, question: &str) -> Result<bool, Failure> {
        self.out(question).await;
        let ending = [Signal::INT, Signal::TERM];
        for signal in ending {
            // Both can be caught.
            let _ = self.p.signal(signal, Disposition::Handle);
        }
        let answer = self.read_line().await;
        let left = answer.is_none() && self.p.take_signal().is_some();
        for signal in ending {
            let _ = self.p.signal(signal, Disposition::Default);
        }
        if left {
            // A question that is left is no failure of the verb's.
            self.out("\n").await;
            return Err(Failure::silent(0));
        }
        match answer.as_deref().map(str::trim) {
            Some(answer) => Ok(answer.eq_ignore_ascii_case("y")),
            None => Ok(false),
        }
    }

    /// A line from standard input; `None` at its end.
    pub async fn read_line(&self) -> Option<String> {
        let mut line = Vec::new();
        loop {
            match self.p.read(0, 1).await {
                Ok(byte) if byte.is_empty() => break,
                Ok(byte) if byte == b"\n" => return Some(text::decode(&line).into_owned()),
                Ok(byte) => line.extend(byte),
                Err(_) => break,
            }
        }
        if line.is_empty() { None } else { Some(text::decode(&line).into_owned()) }
    }

    /// All of a descriptor as a file's content: stretches of zeros take no room. What is more than a disk
    /// can hold ends in its error.
    pub async fn read_content(&self, fd: i32) -> Result<Content, Errno> {
        if let Some(content) = self.p.whole_content(fd) {
            return Ok(content);
        }
        let (mut all, mut dense) = (Content::default(), limits::DENSE);
        let mut chunk: Vec<u8> = Vec::with_capacity(CHUNK);
        loop {
            let piece = self.p.read(fd, CHUNK - chunk.len()).await?;
            let last = piece.is_empty();
            chunk.extend(piece);
            if chunk.len() < CHUNK && !last {
                continue;
            }
            let end = chunk.iter().rposition(|b| *b != 0).map_or(0, |i| i + 1);
            dense = dense.checked_sub(end as u64).ok_or(Errno::ENOSPC)?;
            let at = all.len();
            all.write(at, &chunk[..end], u64::MAX);
            all.truncate(at + chunk.len() as u64);
            chunk.clear();
            if last {
                return Ok(all);
            }
            if all.len() > limits::FILE_DATA {
                return Err(Errno::ENOSPC);
            }
        }
    }

    /// Writes a file's content; what a reader that went away misses is not told.
    pub async fn write_content(&self, fd: i32, content: &Content) -> Result<(), Errno> {
        let mut at = 0;
        while at < content.len() {
            let piece = content.read(at, CHUNK);
            at += piece.len() as u64;
            self.p.write_all(fd, &piece).await?;
        }
        Ok(())
    }

    /// All that a file holds, or all that comes out of a pipe.
    pub async fn read_path(&self, path: &str) -> Result<Vec<u8>, Errno> {
        let fd = self.p.open(path, OpenFlags::READ, 0)?;
        let all = self.read_all(fd).await;
        self.p.close(fd)?;
        all
    }

    /// The same as a file's content; that of a regular file is shared with it.
    pub async fn path_content(&self, path: &str) -> Result<Content, Errno> {
        let fd = self.p.open(path, OpenFlags::READ, 0)?;
        let all = self.read_content(fd).await;
        self.p.close(fd)?;
        all
    }

    /// All of standard input or a file.
    pub async fn read_all(&self, fd: i32) -> Result<Vec<u8>, Errno> {
        let mut all = Vec::new();
        loop {
            let piece = self.p.read(fd, 1 << 16).await?;
            if piece.is_empty() {
                return Ok(all);
            }
            all.extend(piece);
        }
    }
}

/// Refuses an empty name, which the client's library never sends.
pub fn named(kind: &str, name: &str) -> Result<(), Failure> {
    match name.trim() {
        "" => Err(format!("invalid {kind} name or ID: value is empty").into()),
        _ => Ok(()),
    }
}

impl From<BadReference> for Failure {
    fn from(bad: BadReference) -> Failure {
        Failure::from(bad.0)
    }
}

impl From<EngineError> for Failure {
    fn from(error: EngineError) -> Failure {
        match error.kind {
            ErrorKind::NotImplemented => Failure::from(error.message),
            ErrorKind::Interrupted => Failure::silent(130),
            _ => Failure::from(format!("Error response from daemon: {}", error.message.trim())),
        }
    }
}
