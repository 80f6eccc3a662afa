//! apk, the package manager of Alpine: its verbs and words. Which packages there are is the catalogue's; what is
//! installed stands in `/lib/apk/db/installed`, as P: and V: lines.

use super::{
    CATALOGUE, MIRROR, Package, find, is_unsimulated, items, make_dirs, online, unpack, words,
};
use crate::coreutils::Cx;
use crate::vfs::text;

const INSTALLED: &str = "/lib/apk/db/installed";
const WORLD: &str = "/etc/apk/world";
/// The packages of the base image, which have no entries of their own, and their size in KiB.
const BASE: &[&str] = &[
    "alpine-baselayout",
    "alpine-baselayout-data",
    "alpine-keys",
    "alpine-release",
    "apk-tools",
    "busybox",
    "busybox-binsh",
    "ca-certificates-bundle",
    "libapk2",
    "libcrypto3",
    "libssl3",
    "musl",
    "musl-utils",
    "scanelf",
    "ssl_client",
    "zlib",
];
const BASE_KIB: u32 = 7_700;
/// Options that take a word.
const VALUED: &[&str] = &["-t", "--virtual", "-X", "--repository", "-p", "--root", "--arch"];

/// `apk`.
pub async fn main(cx: &mut Cx) -> i32 {
    let (mut words, options) = words(cx, VALUED);
    if words.is_empty() {
        cx.help();
        return 1;
    }
    let verb = words.remove(0);
    let asks = |short: &str, long: &str| options.iter().any(|o| o == short || o == long);
    let quiet = asks("-q", "--quiet");
    match verb.as_str() {
        "add" | "update" | "upgrade" | "fetch" | "del" | "fix" | "cache" => {
            if cx.p.cred().euid != 0 {
                cx.say("ERROR: Unable to lock database: Permission denied\n").await;
                cx.say("ERROR: Failed to open apk database: Permission denied\n").await;
                return 99;
            }
        }
        "info" | "list" | "search" => {}
        other => {
            cx.say(&format!("apk: '{other}' is not an apk command. See 'apk --help'.\n")).await;
            return 1;
        }
    }
    match verb.as_str() {
        "add" => add(cx, &words, quiet).await,
        "del" => del(cx, &words, quiet).await,
        "update" => {
            if !fetch(cx, quiet).await {
                return 2;
            }
            if !quiet {
                cx.puts(&format!("v3.22 [{MIRROR}/alpine/v3.22/main]\n"));
                cx.puts(&format!("v3.22 [{MIRROR}/alpine/v3.22/community]\n"));
                cx.puts(&format!("OK: {} distinct packages available\n", CATALOGUE.len()));
            }
            0
        }
        "upgrade" | "fix" => {
            let there = fetch(cx, quiet).await;
            sum(cx, quiet);
            i32::from(!there)
        }
        "cache" => 0,
        "search" => {
            if !fetch(cx, true).await {
                return 1;
            }
            for p in
                CATALOGUE.iter().filter(|p| words.iter().all(|w| p.alpine.contains(w.as_str())))
            {
                cx.puts(&format!("{}-{}\n", p.alpine, p.alpine_version));
            }
            0
        }
        "fetch" => {
            cx.say("ERROR: Drydock: packages are installed, not kept as files\n").await;
            1
        }
        _ => info(cx, &words, asks("-e", "--installed") && verb == "info", verb == "list"),
    }
}

/// The packages that were installed, and their versions.
fn installed(cx: &Cx) -> Vec<(String, String)> {
    let data = cx.p.read_file(INSTALLED).unwrap_or_default();
    let mut all = Vec::new();
    let mut name = String::new();
    for line in text::decode(&data).lines() {
        if let Some(n) = line.strip_prefix("P:") {
            name = n.to_string();
        } else if let Some(version) = line.strip_prefix("V:") {
            all.push((std::mem::take(&mut name), version.to_string()));
        }
    }
    all
}

fn record(cx: &Cx, all: &[(String, String)]) -> Result<(), crate::vfs::Errno> {
    let text: String = all.iter().map(|(n, v)| format!("P:{n}\nV:{v}\n\n")).collect();
    make_dirs(&cx.p, "/lib/apk/db")?;
    cx.p.write_file(INSTALLED, text.as_bytes(), 0o644)
}

/// Reads the archive's index; false where it can not be reached.
async fn fetch(cx: &mut Cx, quiet: bool) -> bool {
    let there = online(&cx.p);
    for part in ["main", "community"] {
        let url = format!("{MIRROR}/alpine/v3.22/{part}");
        if !quiet {
            cx.puts(&format!("fetch {url}/x86_64/APKINDEX.tar.gz\n"));
        }
        if !there {
            cx.flush().await;
            let text = format!("WARNING: fetching {url}: temporary error (try again later)\n");
            cx.say(&text).await;
        }
    }
    cx.flush().await;
    if there {
        let _ = cx.p.sleep(400_000_000).await;
    }
    there
}

fn sum(cx: &mut Cx, quiet: bool) {
    let all = installed(cx);
    let kib: u32 = all.iter().filter_map(|(n, _)| find(n, true)).map(|p| p.kib).sum();
    if !quiet {
        let mib = (BASE_KIB + kib).div_ceil(1024);
        cx.puts(&format!("OK: {mib} MiB in {} packages\n", BASE.len() + all.len()));
    }
}

/// A name without the version that it is bound to.
fn bare(word: &str) -> &str {
    word.split(['=', '<', '>', '~', '@']).next().unwrap_or(word)
}

async fn add(cx: &mut Cx, words: &[String], quiet: bool) -> i32 {
    let there = fetch(cx, quiet).await;
    let mut all = installed(cx);
    let mut new: Vec<&'static Package> = Vec::new();
    let mut missing = Vec::new();
    for word in words.iter().map(|w| bare(w)) {
        let known = find(word, true);
        if is_unsimulated(word) {
            cx.say(&format!(
                "ERROR: Drydock: {word} is not simulated, so it can not be installed\n"
            ))
            .await;
            return 1;
        }
        match known {
            Some(p) if all.iter().any(|(n, _)| n == p.alpine) => {}
            Some(p) if there => new.push(p),
            _ => missing.push(word),
        }
    }
    if !missing.is_empty() {
        cx.say("ERROR: unable to select packages:\n").await;
        for word in &missing {
            let text = format!("  {word} (no such package):\n    required by: world[{word}]\n");
            cx.say(&text).await;
        }
        return missing.len().min(99) as i32;
    }
    new.sort_by_key(|p| p.alpine);
    new.dedup_by_key(|p| p.alpine);
    for (at, p) in new.iter().enumerate() {
        if !quiet {
            let (at, count) = (at + 1, new.len());
            cx.puts(&format!("({at}/{count}) Installing {} ({})\n", p.alpine, p.alpine_version));
            cx.flush().await;
        }
        let _ = cx.p.sleep(u64::from(p.kib) * 50_000).await;
        if let Err(e) = unpack(&cx.p, &items(p, true)) {
            cx.say(&format!("ERROR: {}-{}: {e}\n", p.alpine, p.alpine_version)).await;
            return 1;
        }
        all.push((p.alpine.to_string(), p.alpine_version.to_string()));
    }
    let mut world =
        String::from_utf8(cx.p.read_file(WORLD).unwrap_or_default()).unwrap_or_default();
    for p in &new {
        world.push_str(p.alpine);
        world.push('\n');
    }
    let written = record(cx, &all).and_then(|()| cx.p.write_file(WORLD, world.as_bytes(), 0o644));
    if let Err(e) = written {
        cx.say(&format!("ERROR: Failed to write database: {e}\n")).await;
        return 1;
    }
    if !new.is_empty() && !quiet {
        cx.puts("Executing busybox-1.37.0-r18.trigger\n");
    }
    sum(cx, quiet);
    0
}

async fn del(cx: &mut Cx, words: &[String], quiet: bool) -> i32 {
    let mut all = installed(cx);
    let gone: Vec<&'static Package> = words
        .iter()
        .filter(|w| all.iter().any(|(n, _)| n == *w))
        .filter_map(|w| find(w, true))
        .collect();
    for (at, p) in gone.iter().enumerate() {
        if !quiet {
            let (at, count) = (at + 1, gone.len());
            cx.puts(&format!("({at}/{count}) Purging {} ({})\n", p.alpine, p.alpine_version));
        }
        for item in items(p, true) {
            let _ = cx.p.unlink(&item.path);
        }
        all.retain(|(n, _)| n != p.alpine);
    }
    let world = String::from_utf8(cx.p.read_file(WORLD).unwrap_or_default()).unwrap_or_default();
    let kept: String =
        world.lines().filter(|l| !words.iter().any(|w| w == l)).map(|l| format!("{l}\n")).collect();
    let written = record(cx, &all).and_then(|()| cx.p.write_file(WORLD, kept.as_bytes(), 0o644));
    if let Err(e) = written {
        cx.say(&format!("ERROR: Failed to write database: {e}\n")).await;
        return 1;
    }
    if !gone.is_empty() && !quiet {
        cx.puts("Executing busybox-1.37.0-r18.trigger\n");
    }
    sum(cx, quiet);
    0
}

fn info(cx: &mut Cx, words: &[String], exists: bool, list: bool) -> i32 {
    let base = BASE.iter().map(|n| (n.to_string(), "3.22".to_string()));
    let all: Vec<(String, String)> = base.chain(installed(cx)).collect();
    let mut found = 0;
    for (name, version) in &all {
        if !words.is_empty() && !words.contains(name) {
            continue;
        }
        found += 1;
        let what = find(name, true).map_or("", |p| p.what);
        if list {
            cx.puts(&format!("{name}-{version} x86_64 {{{name}}} [installed]\n"));
        } else if exists || words.is_empty() {
            cx.puts(&format!("{name}\n"));
        } else {
            cx.puts(&format!("{name}-{version} description:\n{what}\n\n"));
        }
    }
    i32::from(!words.is_empty() && found == 0)
}
