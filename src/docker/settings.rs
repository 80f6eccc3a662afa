//! Docker's client settings: `~/.docker/config.json`, contexts, DOCKER_HOST and the flags before the
//! verb, and which engine they lead to.

use super::command::Failure;
use super::flags::Matches;
use crate::kernel::Proc;
use serde_json::Value;
use std::fmt::Write;

/// Where the client looks, and what it was told.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The directory of `config.json`.
    pub dir: String,
    hosts: Vec<String>,
    context_flag: String,
    certificates: Option<String>,
    context: String,
    env_host: String,
    file: Value,
    meta: Option<Value>,
}

impl Settings {
    /// From the process's environment and the flags before the verb.
    pub fn load(p: &Proc, globals: &Matches) -> Settings {
        let home = p.env("HOME").unwrap_or_default();
        let dir = match globals.text("config") {
            "" => p
                .env("DOCKER_CONFIG")
                .filter(|d| !d.is_empty())
                .unwrap_or(format!("{home}/.docker")),
            given => given.to_string(),
        };
        let file = p.read_file(&format!("{dir}/config.json")).ok();
        let file = file.and_then(|b| serde_json::from_slice(&b).ok()).unwrap_or(Value::Null);
        // Asked to talk TLS, the client reads its certificates before anything else.
        let wanted = p.env("DOCKER_TLS_VERIFY").is_some_and(|v| !v.is_empty());
        let tls = globals.on("tls") || globals.on("tlsverify") || wanted;
        let authority = match globals.text("tlscacert") {
            "" => format!("{dir}/ca.pem"),
            given => given.to_string(),
        };
        let certificates = tls.then(|| p.read_file(&authority).err()).flatten();
        let certificates =
            certificates.map(|e| format!("open {authority}: {}", super::context::store::lower(e)));
        let mut settings = Settings {
            dir,
            hosts: globals.list("host").to_vec(),
            context_flag: globals.text("context").to_string(),
            certificates,
            context: globals.text("context").to_string(),
            env_host: p.env("DOCKER_HOST").unwrap_or_default(),
            file,
            meta: None,
        };
        if settings.context.is_empty() && settings.hosts.is_empty() && settings.env_host.is_empty()
        {
            settings.context = match p.env("DOCKER_CONTEXT").filter(|c| !c.is_empty()) {
                Some(context) => context,
                None => settings.text("currentContext"),
            };
        }
        if !matches!(settings.context.as_str(), "" | "default") {
            let bytes = p.read_file(&settings.meta_path(&settings.context)).ok();
            settings.meta = bytes.and_then(|b| serde_json::from_slice(&b).ok());
        }
        settings
    }

    /// A text of `config.json`, such as `psFormat` or `detachKeys`.
    pub fn text(&self, key: &str) -> String {
        self.file.get(key).and_then(Value::as_str).unwrap_or_default().to_string()
    }

    /// The whole of `config.json`.
    pub fn file(&self) -> &Value {
        &self.file
    }

    /// The context in use.
    pub fn context(&self) -> &str {
        if self.context.is_empty() { "default" } else { &self.context }
    }

    /// Whether a host was given that overrides any context.
    pub fn overridden(&self) -> bool {
        !self.env_host.is_empty()
    }

    /// Where a context's description is kept: in a directory named by the sum of its name.
    pub fn meta_path(&self, context: &str) -> String {
        format!("{}/contexts/meta/{}/meta.json", self.dir, sum(context))
    }

    /// Docker's words for a context that is not there.
    pub fn no_context(&self, context: &str) -> String {
        let path = self.meta_path(context);
        format!("context {context:?}: context not found: open {path}: no such file or directory")
    }

    /// The address of the engine.
    pub fn host(&self) -> Result<String, Failure> {
        let failed = |e: String| {
            Failure::from(format!("Failed to initialize: unable to resolve docker endpoint: {e}"))
        };
        if let Some(missing) = &self.certificates {
            return Err(failed(missing.clone()));
        }
        match &self.hosts[..] {
            [] => {}
            [_] if !self.context_flag.is_empty() => {
                return Err("conflicting options: cannot specify both --host and --context".into());
            }
            [host] => return full(host).map_err(failed),
            _ => return Err(failed("Specify only one -H".to_string())),
        }
        match (self.context.as_str(), &self.meta) {
            ("", _) if !self.env_host.is_empty() => full(&self.env_host).map_err(failed),
            ("" | "default", _) => Ok(default_host()),
            (_, Some(meta)) => {
                let host = meta.pointer("/Endpoints/docker/Host").and_then(Value::as_str);
                host.map_or_else(|| Ok(default_host()), full).map_err(failed)
            }
            (context, None) => Err(failed(self.no_context(context))),
        }
    }
}

/// The address of the host's own engine.
pub fn default_host() -> String {
    "unix:///var/run/docker.sock".to_string()
}

/// A host as people write it, made whole; what is wrong with it otherwise.
pub fn full(host: &str) -> Result<String, String> {
    let Some((scheme, rest)) = host.split_once("://") else {
        return match host {
            "" => Ok(default_host()),
            h if h.contains(':') => full(&format!("tcp://{h}")),
            h => Ok(format!("tcp://{h}:2375")),
        };
    };
    match scheme {
        "unix" if rest.is_empty() => Ok(default_host()),
        "unix" | "npipe" | "fd" => Ok(host.to_string()),
        "ssh" => Ok(host.to_string()),
        "tcp" if rest.is_empty() => Ok("tcp://localhost:2375".to_string()),
        "tcp" => match rest.rsplit_once(':') {
            Some((name, port)) if !name.starts_with('[') && name.contains(':') => {
                Err(format!("parse {host:?}: invalid port {:?} after host", format!(":{port}")))
            }
            Some((name, port))
                if !port.split('/').next().is_some_and(|p| p.parse::<u16>().is_ok()) =>
            {
                let _ = name;
                Err(format!("parse {host:?}: invalid port {:?} after host", format!(":{port}")))
            }
            Some(_) => Ok(host.to_string()),
            None => Ok(format!("{host}:2375")),
        },
        _ => Err(format!("invalid bind address format: {host}")),
    }
}

/// SHA-256 in hexadecimal digits.
pub fn sum(text: &str) -> String {
    use sha2::Digest;
    let digest = sha2::Sha256::digest(text.as_bytes());
    digest.iter().fold(String::new(), |mut out, b| {
        // Writing to a String can not fail.
        let _ = write!(out, "{b:02x}");
        out
    })
}
