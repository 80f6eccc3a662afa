//! The flags before the verb: where the engine is, where docker's own settings are.

use super::flags::{Flag, Takes, list, switch, text};

/// Flags of `docker` itself.
pub static FLAGS: &[Flag] = &[
    text("config", "Directory of the client's own settings (default\n\"$HOME/.docker\")")
        .takes(Takes::Files),
    text(
        "context",
        "Context that says which engine to talk to (before\nDOCKER_HOST and the context in use)",
    )
    .short('c')
    .takes(Takes::Contexts),
    switch("debug", "Say more about what is done").short('D'),
    list("host", "Socket on which the engine listens").short('H'),
    text("log-level", "How much to report (\"debug\", \"info\", \"warn\",\n\"error\", \"fatal\")")
        .short('l')
        .default("info")
        .takes(Takes::Words(&["debug", "info", "warn", "error", "fatal", "panic"])),
    switch("tls", "Talk TLS to the engine"),
    text("tlscacert", "Certificates to trust (default\n\"$HOME/.docker/ca.pem\")")
        .takes(Takes::Files),
    text("tlscert", "Certificate to show (default\n\"$HOME/.docker/cert.pem\")")
        .takes(Takes::Files),
    text("tlskey", "Key of that certificate (default\n\"$HOME/.docker/key.pem\")")
        .takes(Takes::Files),
    switch("tlsverify", "Talk TLS and check the engine's certificate"),
    switch("version", "Show the client's version").short('v'),
];
