//! Docker's client settings: `~/.docker/config.json`, contexts, DOCKER_HOST and the flags before the
//! verb, and which engine they lead to.

use super::command::Failure;
use super::configfile;
use super::flags::Matches;
use super::hosts::{self, DEFAULT_TLS_HOST, default_host, full};
use super::tls::{Fault, Tls};
use crate::kernel::Proc;
use data_encoding::HEXLOWER;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Where the client looks, and what it was told.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The directory of `config.json`.
    pub dir: String,
    hosts: Vec<String>,
    context_flag: String,
    tls: Tls,
    context: String,
    env_host: String,
    file: Value,
    /// What is wrong with `config.json`, when something is.
    pub warning: Option<String>,
    /// Whether more is to be said of what is done.
    pub debug: bool,
    meta: Option<Value>,
}

/// Proxies as `config.json` and as variables name them.
const PROXIES: &[(&str, &str)] = &[
    ("httpProxy", "HTTP_PROXY"),
    ("httpsProxy", "HTTPS_PROXY"),
    ("noProxy", "NO_PROXY"),
    ("ftpProxy", "FTP_PROXY"),
    ("allProxy", "ALL_PROXY"),
];

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
        let (file, warning) = configfile::load(p, &format!("{dir}/config.json"));
        let mut settings = Settings {
            tls: Tls::load(p, globals, &dir),
            dir,
            hosts: globals.list("host").to_vec(),
            context_flag: globals.text("context").to_string(),
            context: globals.text("context").to_string(),
            env_host: p.env("DOCKER_HOST").unwrap_or_default(),
            file,
            warning,
            debug: globals.on("debug"),
            meta: None,
        };
        if settings.context.is_empty() && settings.hosts.is_empty() && settings.env_host.is_empty()
        {
            settings.context = match p.env("DOCKER_CONTEXT").filter(|c| !c.is_empty()) {
                Some(context) => context,
                None => settings.text("currentContext"),
            };
        }
        let context = settings.context.clone();
        settings.in_context(p, &context)
    }

    /// The same with another context in use.
    pub fn in_context(mut self, p: &Proc, context: &str) -> Settings {
        self.context = context.to_string();
        self.meta = None;
        if !matches!(context, "" | "default") {
            let bytes = p.read_file(&self.meta_path(context)).ok();
            self.meta = bytes.and_then(|b| serde_json::from_slice(&b).ok());
        }
        self
    }

    /// A text of `config.json`, such as `psFormat` or `detachKeys`.
    pub fn text(&self, key: &str) -> String {
        self.file.get(key).and_then(Value::as_str).unwrap_or_default().to_string()
    }

    /// The whole of `config.json`.
    pub fn file(&self) -> &Value {
        &self.file
    }

    /// Variables that tell containers and builds of proxies: `proxies` of the engine's address, or its `default`.
    /// They come in upper and in lower case.
    pub fn proxies(&self) -> Vec<(String, String)> {
        let all = self.file.get("proxies");
        let of = |key: &str| all.and_then(|a| a.get(key));
        let own = self.host().ok().and_then(|host| of(&host)).or_else(|| of("default"));
        let mut out = Vec::new();
        for (key, name) in PROXIES {
            let value = own.and_then(|o| o.get(key)).and_then(Value::as_str).unwrap_or_default();
            if !value.is_empty() {
                out.push((name.to_string(), value.to_string()));
                out.push((name.to_lowercase(), value.to_string()));
            }
        }
        out
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

    /// The host that was given beside all contexts, as it was given.
    pub fn given_host(&self) -> Option<String> {
        let given = self.hosts.first().or(Some(&self.env_host)).filter(|h| !h.is_empty())?;
        // What can not be read stands as it is.
        Some(full(given).unwrap_or_else(|_| given.clone()))
    }

    /// Whether the context in use is there.
    pub fn has_context(&self) -> bool {
        self.context() == "default" || self.meta.is_some()
    }

    /// Refuses a host that was given and can not be read, and certificates that can not.
    pub fn given(&self) -> Result<(), Failure> {
        if let Some(Fault::File(why)) = &self.tls.fault {
            return Err(why.as_str().into());
        }
        match self.hosts.first().or(Some(&self.env_host)).filter(|h| !h.is_empty()) {
            Some(host) => full(host).map(drop).map_err(Failure::from),
            None => Ok(()),
        }
    }

    /// The engine's address, when it is one that could be dialled.
    pub fn dialled(&self) -> Result<String, Failure> {
        let host = self.host()?;
        match hosts::ssh(&host) {
            Ok(()) => Ok(host),
            Err(why) => Err(format!("Failed to initialize: {why}").into()),
        }
    }

    /// The address of the engine.
    pub fn host(&self) -> Result<String, Failure> {
        let failed = |e: String| {
            Failure::from(format!("Failed to initialize: unable to resolve docker endpoint: {e}"))
        };
        match &self.hosts[..] {
            [] | [_] => {}
            _ => return Err(failed("Specify only one -H".to_string())),
        }
        if !self.hosts.is_empty() && !self.context_flag.is_empty() {
            return Err("conflicting options: cannot specify both --host and --context".into());
        }
        match (self.context.as_str(), &self.meta) {
            // That context is what was given beside all contexts.
            ("" | "default", _) => {
                if let Some(Fault::File(why)) = &self.tls.fault {
                    return Err(failed(why.clone()));
                }
                let host = match self.hosts.first().unwrap_or(&self.env_host).as_str() {
                    "" if self.tls.on => DEFAULT_TLS_HOST.to_string(),
                    given => full(given).map_err(failed)?,
                };
                match &self.tls.fault {
                    Some(Fault::Content(why)) => Err(format!("Failed to initialize: {why}").into()),
                    _ => Ok(host),
                }
            }
            (_, Some(meta)) => {
                let host = meta.pointer("/Endpoints/docker/Host").and_then(Value::as_str);
                host.map_or_else(|| Ok(default_host()), full).map_err(failed)
            }
            (context, None) => Err(failed(self.no_context(context))),
        }
    }
}

/// SHA-256 in hexadecimal digits.
pub fn sum(text: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(text.as_bytes()))
}
