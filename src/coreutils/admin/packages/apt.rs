//! apt and apt-get: their verbs and words. A package can be found once the archive's lists were fetched by
//! `update`, which puts them into `/var/lib/apt/lists`.

use super::lists::{listed, release, update};
use super::{CATALOGUE, MIRROR, Package, dpkg, find, is_unsimulated, items, online, unpack, words};
use crate::coreutils::Cx;

/// Options that take a word.
const VALUED: &[&str] = &["-o", "--option", "-t", "--target-release", "-c"];
/// Verbs that change something.
const CHANGES: &[&str] = &[
    "autoclean",
    "autoremove",
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

/// How the command was given.
pub struct Wishes {
    /// 0 all words, 1 no progress (`-q`), 2 errors only (`-qq`).
    pub quiet: usize,
    /// Do not ask.
    pub yes: bool,
    /// Only say what would be done.
    pub simulate: bool,
}

/// `apt` and `apt-get`.
pub async fn main(cx: &mut Cx) -> i32 {
    let (mut words, options) = words(cx, VALUED);
    if words.is_empty() {
        cx.help();
        return 0;
    }
    let verb = words.remove(0);
    let has = |names: &[&str]| options.iter().any(|o| names.contains(&o.as_str()));
    let short = |c: char| {
        options.iter().filter(|o| !o.starts_with("--")).map(|o| o.matches(c).count()).sum::<usize>()
    };
    let quiet = if has(&["--quiet"]) { 1 } else { 0 } + short('q');
    let wishes = Wishes {
        quiet,
        yes: short('y') > 0 || quiet > 1 || has(&["--yes", "--assume-yes"]),
        simulate: short('s') > 0 || has(&["--simulate", "--dry-run"]),
    };
    if cx.name == "apt" && !cx.p.isatty(1) {
        cx.say(
            "\nWARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n\n",
        )
        .await;
    }
    match verb.as_str() {
        "list" | "search" | "show" | "policy" => {
            return look(cx, &verb, &words, has(&["--installed"]));
        }
        _ if !CHANGES.contains(&verb.as_str()) => {
            cx.say(&format!("E: Invalid operation {verb}\n")).await;
            return 100;
        }
        _ => {}
    }
    if cx.p.cred().euid != 0 && !wishes.simulate {
        return denied(cx, &verb).await;
    }
    match verb.as_str() {
        "clean" | "autoclean" => 0,
        "update" => update(cx, &wishes).await,
        "install" | "reinstall" => install(cx, &words, &wishes).await,
        "remove" | "purge" => remove(cx, &words, &wishes).await,
        _ => {
            reading(cx, &wishes);
            nothing(cx, &wishes, 0, 0);
            0
        }
    }
}

async fn denied(cx: &mut Cx, verb: &str) -> i32 {
    let (file, what) = match verb {
        "update" => ("/var/lib/apt/lists/lock", "directory /var/lib/apt/lists/"),
        _ => (
            "/var/lib/dpkg/lock-frontend",
            "the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?",
        ),
    };
    let kind = if verb == "update" { "lock" } else { "acquire" };
    cx.say(&format!("E: Could not open lock file {file} - open (13: Permission denied)\n")).await;
    cx.say(&format!("E: Unable to {kind} {what}\n")).await;
    100
}

/// What stands behind a step once it is done: on a terminal only.
pub fn done(cx: &Cx) -> &'static str {
    if cx.p.isatty(1) { " Done" } else { "" }
}

/// Says that the lists are read, step by step.
pub fn reading(cx: &mut Cx, wishes: &Wishes) {
    if wishes.quiet < 2 {
        let done = done(cx);
        for step in
            ["Reading package lists", "Building dependency tree", "Reading state information"]
        {
            cx.puts(&format!("{step}...{done}\n"));
        }
    }
}

fn nothing(cx: &mut Cx, wishes: &Wishes, new: usize, gone: usize) {
    if wishes.quiet < 2 {
        cx.puts(&format!(
            "0 upgraded, {new} newly installed, {gone} to remove and 0 not upgraded.\n"
        ));
    }
}

async fn install(cx: &mut Cx, names: &[String], wishes: &Wishes) -> i32 {
    reading(cx, wishes);
    let (all, listed) = (dpkg::installed(cx), listed(cx));
    let mut new: Vec<&'static Package> = Vec::new();
    let mut missing = Vec::new();
    for word in names {
        let name = word.split(['=', '/', ':']).next().unwrap_or(word);
        match find(name, false) {
            Some(p) if all.iter().any(|a| a.name == p.name) => {
                if wishes.quiet < 2 {
                    cx.puts(&format!("{name} is already the newest version ({}).\n", p.version));
                }
            }
            Some(p) if listed => new.push(p),
            None if is_unsimulated(name) => missing
                .push(format!("E: Drydock: {name} is not simulated, so it can not be installed\n")),
            _ => missing.push(format!("E: Unable to locate package {name}\n")),
        }
    }
    if !missing.is_empty() {
        cx.flush().await;
        for text in missing {
            cx.say(&text).await;
        }
        return 100;
    }
    new.sort_by_key(|p| p.name);
    new.dedup_by_key(|p| p.name);
    if !new.is_empty() && wishes.quiet < 2 {
        let list: Vec<&str> = new.iter().map(|p| p.name).collect();
        cx.puts("The following NEW packages will be installed:\n");
        cx.puts(&format!("  {}\n", list.join(" ")));
    }
    nothing(cx, wishes, new.len(), 0);
    if new.is_empty() || wishes.simulate {
        return 0;
    }
    let kib: u32 = new.iter().map(|p| p.kib).sum();
    if wishes.quiet < 2 {
        cx.puts(&format!("Need to get {} kB of archives.\n", (kib / 3).max(1)));
        cx.puts(&format!(
            "After this operation, {kib} kB of additional disk space will be used.\n"
        ));
    }
    // As with apt-get, what was asked for by name is not asked about again.
    if !wishes.yes && new.len() > names.len() && !agreed(cx).await {
        return 1;
    }
    if !online(&cx.p) {
        cx.flush().await;
        let host = MIRROR.trim_start_matches("http://");
        cx.say(&format!("E: Failed to fetch {MIRROR}  Temporary failure resolving '{host}'\n"))
            .await;
        cx.say("E: Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?\n")
            .await;
        return 100;
    }
    put(cx, &new, wishes, all).await
}

async fn put(
    cx: &mut Cx,
    new: &[&'static Package],
    wishes: &Wishes,
    mut all: Vec<&'static Package>,
) -> i32 {
    let (id, suite) = release(cx);
    let kib: u32 = new.iter().map(|p| p.kib).sum();
    let speak = wishes.quiet < 2;
    for (at, p) in new.iter().enumerate() {
        if speak {
            cx.puts(&format!(
                "Get:{} {MIRROR}/{id} {suite}/main amd64 {} amd64 {} [{} kB]\n",
                at + 1,
                p.name,
                p.version,
                (p.kib / 3).max(1)
            ));
            cx.flush().await;
        }
        let _ = cx.p.sleep(u64::from(p.kib) * 30_000).await;
    }
    if speak {
        let kb = (kib / 3).max(1);
        cx.puts(&format!("Fetched {kb} kB in 0s ({} kB/s)\n", kb.saturating_mul(4)));
    }
    let count = 4_900 + all.len() * 12;
    for (at, p) in new.iter().enumerate() {
        let plain = p.version.split_once(':').map_or(p.version, |(_, v)| v);
        cx.puts(&format!("Selecting previously unselected package {}.\n", p.name));
        if at == 0 {
            cx.puts(&format!(
                "(Reading database ... {count} files and directories currently installed.)\n"
            ));
        }
        cx.puts(&format!("Preparing to unpack .../{}_{plain}_amd64.deb ...\n", p.name));
        cx.puts(&format!("Unpacking {} ({}) ...\n", p.name, p.version));
        cx.flush().await;
        if let Err(e) = unpack(&cx.p, &items(p, false)) {
            cx.say(&format!("dpkg: error processing package {}: {e}\n", p.name)).await;
            cx.say("E: Sub-process /usr/bin/dpkg returned an error code (1)\n").await;
            return 100;
        }
        all.push(p);
    }
    for p in new {
        cx.puts(&format!("Setting up {} ({}) ...\n", p.name, p.version));
        let _ = cx.p.sleep(20_000_000).await;
    }
    all.sort_by_key(|p| p.name);
    if let Err(e) = dpkg::record(cx, &all) {
        cx.say(&format!("E: Could not write /var/lib/dpkg/status: {e}\n")).await;
        return 100;
    }
    0
}

async fn remove(cx: &mut Cx, names: &[String], wishes: &Wishes) -> i32 {
    reading(cx, wishes);
    let mut all = dpkg::installed(cx);
    let mut gone: Vec<&'static Package> = Vec::new();
    for name in names {
        match (all.iter().find(|p| p.name == name), find(name, false)) {
            (Some(p), _) => gone.push(p),
            (None, Some(_)) => {
                cx.puts(&format!("Package '{name}' is not installed, so not removed\n"))
            }
            (None, None) => {
                cx.flush().await;
                cx.say(&format!("E: Unable to locate package {name}\n")).await;
                return 100;
            }
        }
    }
    if !gone.is_empty() && wishes.quiet < 2 {
        let list: Vec<&str> = gone.iter().map(|p| p.name).collect();
        cx.puts("The following packages will be REMOVED:\n");
        cx.puts(&format!("  {}\n", list.join(" ")));
    }
    nothing(cx, wishes, 0, gone.len());
    if gone.is_empty() || wishes.simulate {
        return 0;
    }
    if !wishes.yes && !agreed(cx).await {
        return 1;
    }
    let count = 4_900 + all.len() * 12;
    cx.puts(&format!(
        "(Reading database ... {count} files and directories currently installed.)\n"
    ));
    for p in &gone {
        cx.puts(&format!("Removing {} ({}) ...\n", p.name, p.version));
        for item in items(p, false) {
            let _ = cx.p.unlink(&item.path);
        }
        all.retain(|a| a.name != p.name);
    }
    if let Err(e) = dpkg::record(cx, &all) {
        cx.say(&format!("E: Could not write /var/lib/dpkg/status: {e}\n")).await;
        return 100;
    }
    0
}

/// Asks whether to go on; no answer is a no.
async fn agreed(cx: &mut Cx) -> bool {
    cx.puts("Do you want to continue? [Y/n] ");
    cx.flush().await;
    let mut line = Vec::new();
    while let Ok(byte) = cx.p.read(0, 1).await
        && let Some(&byte) = byte.first()
    {
        line.push(byte);
        if byte == b'\n' {
            break;
        }
    }
    let yes = matches!(line.first(), Some(b'y' | b'Y' | b'\n'));
    if !yes {
        cx.puts("Abort.\n");
    }
    yes
}

fn look(cx: &mut Cx, verb: &str, names: &[String], only: bool) -> i32 {
    let all = dpkg::installed(cx);
    let (_, suite) = release(cx);
    if verb == "list" && cx.name == "apt" {
        cx.puts("Listing...\n");
    }
    let known = listed(cx);
    for p in CATALOGUE {
        let here = all.iter().any(|a| a.name == p.name);
        let wanted = match verb {
            "search" => {
                names.iter().all(|n| p.name.contains(n.as_str()) || p.what.contains(n.as_str()))
            }
            _ => names.is_empty() || names.iter().any(|n| n == p.name),
        };
        if !wanted || (!known && !here) || (only && !here) {
            continue;
        }
        let (name, version, what) = (p.name, p.version, p.what);
        let mark = if here { " [installed]" } else { "" };
        match verb {
            "show" => {
                cx.puts(&format!("Package: {name}\nVersion: {version}\nDescription: {what}\n\n"))
            }
            "policy" => {
                let now = if here { version } else { "(none)" };
                cx.puts(&format!("{name}:\n  Installed: {now}\n  Candidate: {version}\n"));
            }
            "search" => cx.puts(&format!("{name} - {what}\n")),
            _ => cx.puts(&format!("{name}/{suite} {version} amd64{mark}\n")),
        }
    }
    0
}
