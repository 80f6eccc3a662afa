//! apt, apt-get, dpkg and apk: there is nothing to install from, and they say so in their own way.

use crate::coreutils::Cx;
use crate::vfs::text;

const NO_NETWORK: &str =
    "packages can not be fetched: the simulated machine has no way to the internet";

/// Verbs that change something.
const CHANGES: &[&str] = &[
    "autoclean",
    "autoremove",
    "build-dep",
    "clean",
    "dist-upgrade",
    "full-upgrade",
    "install",
    "purge",
    "reinstall",
    "remove",
    "update",
    "upgrade",
];

/// `apt` and `apt-get`.
pub async fn apt(cx: &mut Cx) -> i32 {
    let words: Vec<String> = cx.args().into_iter().filter(|a| !a.starts_with('-')).collect();
    let Some(verb) = words.first().cloned() else {
        cx.help();
        return 0;
    };
    if !CHANGES.contains(&verb.as_str()) {
        if matches!(verb.as_str(), "list" | "search" | "show" | "policy" | "download") {
            cx.say(&format!("E: Drydock: {NO_NETWORK}\n")).await;
        } else {
            cx.say(&format!("E: Invalid operation {verb}\n")).await;
        }
        return 100;
    }
    if cx.p.cred().euid != 0 {
        let (file, what) = match verb.as_str() {
            "update" => ("/var/lib/apt/lists/lock", "directory /var/lib/apt/lists/"),
            _ => (
                "/var/lib/dpkg/lock-frontend",
                "the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?",
            ),
        };
        let kind = if verb == "update" { "lock" } else { "acquire" };
        cx.say(&format!("E: Could not open lock file {file} - open (13: Permission denied)\n"))
            .await;
        cx.say(&format!("E: Unable to {kind} {what}\n")).await;
        return 100;
    }
    if matches!(verb.as_str(), "clean" | "autoclean" | "autoremove") {
        return 0;
    }
    cx.puts("Reading package lists... Done\n");
    cx.flush().await;
    cx.say(&format!("E: Drydock: {NO_NETWORK}\n")).await;
    100
}

/// `dpkg`.
pub async fn dpkg(cx: &mut Cx) -> i32 {
    if cx.args().first().is_some_and(|a| a == "--print-architecture") {
        cx.puts("amd64\n");
        return 0;
    }
    cx.say("dpkg: error: Drydock does not simulate the database of packages\n").await;
    2
}

/// `apk`.
pub async fn apk(cx: &mut Cx) -> i32 {
    let words: Vec<String> = cx.args().into_iter().filter(|a| !a.starts_with('-')).collect();
    match words.first().map(String::as_str) {
        None => {
            cx.help();
            1
        }
        Some("add" | "update" | "upgrade" | "fetch" | "search" | "del")
            if cx.p.cred().euid != 0 =>
        {
            cx.say("ERROR: Unable to lock database: Permission denied\n").await;
            cx.say("ERROR: Failed to open apk database: Permission denied\n").await;
            99
        }
        Some("add" | "update" | "upgrade" | "fetch" | "search" | "del") => {
            cx.say(&format!("ERROR: Drydock: {NO_NETWORK}\n")).await;
            1
        }
        Some("info" | "list") => {
            let data = cx.p.read_file("/lib/apk/db/installed").unwrap_or_default();
            for line in text::decode(&data).lines() {
                if let Some(name) = line.strip_prefix("P:") {
                    cx.puts(&format!("{name}\n"));
                }
            }
            0
        }
        Some(other) => {
            cx.say(&format!("apk: '{other}' is not an apk command. See 'apk --help'.\n")).await;
            1
        }
    }
}
