//! `docker plugin create`, `push` and `upgrade`: plugins are not made here. They come to no more than
//! what is checked before.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::context::store::lower;
use crate::docker::flags::{Matches, Takes, switch};
use crate::engine::disk::clean;
use crate::engine::images::reference::Reference;
use crate::golang::json;

/// Why none is made or sent.
pub const NOT_MADE: &str = "plugins are not made here, only installed";
/// Why none is replaced.
pub const NOT_REPLACED: &str = "no plugin of the registry has two versions";

/// `docker plugin create`.
pub static CREATE: Verb = Verb {
    usage: "[OPTIONS] PLUGIN PLUGIN-DATA-DIR",
    about: "Make a plugin from a directory",
    args: Args::Min(2),
    flags: &[&[switch("compress", "Compress what is sent")]],
    takes: Takes::Files,
    run: |cli, m| Box::pin(create(cli, m)),
    ..Verb::PLAIN
};

/// `docker plugin push`.
pub static PUSH: Verb = Verb {
    usage: "[OPTIONS] PLUGIN[:TAG]",
    about: "Send a plugin to a registry",
    args: Args::Exact(1),
    flags: &[&[switch("disable-content-trust", "Do not sign").default("true")]],
    run: |cli, m| Box::pin(push(cli, m)),
    ..Verb::PLAIN
};

/// `docker plugin upgrade`.
pub static UPGRADE: Verb = Verb {
    usage: "[OPTIONS] PLUGIN [REMOTE]",
    about: "Replace a plugin by a newer one",
    args: Args::Range(1, 2),
    flags: &[&[
        switch("disable-content-trust", "Do not check signatures").default("true"),
        switch("grant-all-permissions", "Grant it what it asks for, without a question"),
        switch("skip-remote-check", "Take it whatever its name"),
    ]],
    run: |cli, m| Box::pin(upgrade(cli, m)),
    ..Verb::PLAIN
};

async fn create(cli: Cli, m: Matches) -> Outcome {
    Reference::parse(&m.args[0])?;
    let dir = &m.args[1];
    let stat = cli.p.stat(dir).map_err(|e| {
        let path =
            if dir.starts_with('/') { dir.clone() } else { format!("{}/{dir}", cli.p.cwd()) };
        format!("lstat {path}: {}", lower(e))
    })?;
    if !stat.is_dir() {
        return Err("context must be a directory".into());
    }
    let path = clean(&format!("{dir}/config.json"));
    let config = cli.p.read_file(&path).map_err(|e| format!("open {path}: {}", lower(e)))?;
    json::first(&config)?;
    Err(Failure::gap(&format!("'{}'", m.path), NOT_MADE))
}

async fn push(cli: Cli, m: Matches) -> Outcome {
    let name = Reference::parse(&m.args[0])?.tagged().familiar();
    cli.engine("Post", &format!("plugins/{name}/push"))?.plugin_inspect(&name)?;
    Err(Failure::gap(&format!("'{}'", m.path), NOT_MADE))
}

async fn upgrade(cli: Cli, m: Matches) -> Outcome {
    let name = &m.args[0];
    let found = cli
        .engine("Get", &format!("plugins/{name}/json"))
        .and_then(|engine| engine.plugin_inspect(name).map_err(Failure::from));
    found.map_err(|f| format!("error reading plugin data: {}", f.text))?;
    Err(Failure::gap(&format!("'{}'", m.path), NOT_REPLACED))
}
