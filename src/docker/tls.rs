//! Certificates that docker is told to show and to trust: read and looked at before any engine is dialled,
//! in the words of Go's library. No engine here talks TLS.

use super::context::store::lower;
use super::flags::Matches;
use crate::kernel::Proc;

/// Why TLS comes to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A file could not be read.
    File(String),
    /// What a file holds is not what it should.
    Content(String),
}

/// What docker was told of TLS.
#[derive(Clone, Debug, Default)]
pub struct Tls {
    /// Whether it is to be talked.
    pub on: bool,
    /// What stands in its way.
    pub fault: Option<Fault>,
}

impl Tls {
    /// From the process's environment and the flags before the verb.
    pub fn load(p: &Proc, globals: &Matches, config: &str) -> Tls {
        let set = |name: &str| p.env(name).filter(|v| !v.is_empty());
        let on = globals.on("tls")
            // It is asked for by the flag as such, whatever its value.
            || globals.given("tlsverify")
            || set("DOCKER_TLS_VERIFY").is_some()
            || set("DOCKER_TLS").is_some();
        let dir = set("DOCKER_CERT_PATH").unwrap_or_else(|| config.to_string());
        Tls { on, fault: if on { fault(p, globals, &dir) } else { None } }
    }
}

/// The first thing that is wrong with the three files.
fn fault(p: &Proc, globals: &Matches, dir: &str) -> Option<Fault> {
    let read = |flag: &str, name: &str| {
        let path = match globals.text(flag) {
            "" => format!("{dir}/{name}"),
            given => given.to_string(),
        };
        match p.read_file(&path) {
            Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
            // What nobody named need not be there, but for the authority.
            Err(_) if flag != "tlscacert" && globals.text(flag).is_empty() => Ok(None),
            Err(e) => Err(Fault::File(format!("open {path}: {}", lower(e)))),
        }
    };
    let files = read("tlscacert", "ca.pem").and_then(|authority| {
        Ok((authority, read("tlscert", "cert.pem")?, read("tlskey", "key.pem")?))
    });
    let (authority, certificate, key) = match files {
        Ok(files) => files,
        Err(fault) => return Some(fault),
    };
    let is_key = |kind: &&str| kind.ends_with("PRIVATE KEY");
    let wrong =
        |text: &str| Some(Fault::Content(format!("failed to retrieve context tls info: {text}")));
    if !blocks(&authority.unwrap_or_default()).contains(&"CERTIFICATE") {
        return wrong("ca.pem seems invalid");
    }
    let (Some(certificate), Some(key)) = (certificate, key) else { return None };
    let (shown, kept) = (blocks(&certificate), blocks(&key));
    if kept.is_empty() {
        return Some(Fault::Content("no valid private key found".to_string()));
    }
    if !shown.contains(&"CERTIFICATE") {
        return match shown.iter().any(&is_key) {
            true => wrong(
                "tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched",
            ),
            false => wrong("tls: failed to find any PEM data in certificate input"),
        };
    }
    if !kept.iter().any(is_key) {
        return wrong("tls: found a certificate rather than a key in the PEM for the private key");
    }
    None
}

/// The kinds of what stands in a file between `-----BEGIN KIND-----` and its end (RFC 7468).
fn blocks(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut open = None;
    for line in text.lines().map(str::trim_end) {
        let marked = |word: &str| line.strip_prefix(word)?.strip_suffix("-----");
        if let Some(kind) = marked("-----BEGIN ") {
            open = Some(kind);
        } else if let Some(kind) = marked("-----END ")
            && open.take() == Some(kind)
        {
            all.push(kind);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::blocks;

    #[test]
    fn kinds_of_blocks() {
        let text = "x\n-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\r\n-----BEGIN EC PRIVATE KEY-----\nAA==\n-----END CERTIFICATE-----\n";
        assert_eq!(blocks(text), ["CERTIFICATE"]);
        assert_eq!(blocks("web\n"), Vec::<&str>::new());
    }
}
