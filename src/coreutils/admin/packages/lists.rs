//! The archive's lists, in `/var/lib/apt/lists`: fetching them, and whether they are there.

use super::apt::{Wishes, done, reading};
use super::{CATALOGUE, MIRROR, make_dirs, online};
use crate::coreutils::Cx;
use crate::vfs::text;

const LISTS: &str = "/var/lib/apt/lists";

/// The distribution's name in the archive, and its release.
pub fn release(cx: &Cx) -> (String, String) {
    let data = cx.p.read_file("/etc/os-release").unwrap_or_default();
    let data = text::decode(&data);
    let of = |key: &str| {
        let line = data.lines().find_map(|l| l.strip_prefix(key));
        line.map(|v| v.trim_matches('"').to_string())
    };
    let id = of("ID=").unwrap_or_else(|| "debian".to_string());
    (id, of("VERSION_CODENAME=").unwrap_or_else(|| "stable".to_string()))
}

/// `apt-get update`: fetches the lists.
pub async fn update(cx: &mut Cx, wishes: &Wishes) -> i32 {
    let (id, suite) = release(cx);
    let parts =
        [("", "InRelease", 140), ("-updates", "InRelease", 47), ("", "main amd64 Packages", 9_670)];
    let file = format!("{LISTS}/mirror.test_{id}_dists_{suite}_main_binary-amd64_Packages");
    let known = cx.p.exists(&file);
    let there = online(&cx.p);
    for (at, (pocket, what, kb)) in parts.iter().enumerate() {
        let (at, url) = (at + 1, format!("{MIRROR}/{id} {suite}{pocket}"));
        let line = match (there, known) {
            (false, _) => format!("Ign:{at} {url} {what}\n"),
            (true, true) if at == 3 => continue,
            (true, true) => format!("Hit:{at} {url} {what}\n"),
            (true, false) => {
                let (url, what) = if at == 3 {
                    (format!("{MIRROR}/{id}"), format!("{suite}/{what}"))
                } else {
                    (url, what.to_string())
                };
                format!("Get:{at} {url} {what} [{kb} kB]\n")
            }
        };
        if wishes.quiet < 2 {
            cx.puts(&line);
            cx.flush().await;
        }
        let _ = cx.p.sleep(150_000_000).await;
    }
    if !there {
        reading(cx, wishes);
        cx.flush().await;
        let host = MIRROR.trim_start_matches("http://");
        cx.say(&format!(
            "W: Failed to fetch {MIRROR}/{id}/dists/{suite}/InRelease  Temporary failure resolving '{host}'\n"
        ))
        .await;
        cx.say("W: Some index files failed to download. They have been ignored, or old ones used instead.\n")
            .await;
        return 0;
    }
    let list: String = CATALOGUE
        .iter()
        .map(|p| format!("Package: {}\nVersion: {}\n\n", p.name, p.version))
        .collect();
    let kept =
        make_dirs(&cx.p, LISTS).and_then(|()| cx.p.write_file(&file, list.as_bytes(), 0o644));
    if let Err(e) = kept {
        cx.say(&format!("E: Could not write {file}: {e}\n")).await;
        return 100;
    }
    if !known && wishes.quiet < 2 {
        cx.puts("Fetched 9857 kB in 1s (9857 kB/s)\n");
    }
    if wishes.quiet < 2 {
        let done = done(cx);
        cx.puts(&format!("Reading package lists...{done}\n"));
    }
    0
}

/// Whether the lists were fetched.
pub fn listed(cx: &Cx) -> bool {
    let entries = cx.p.readdir(LISTS).unwrap_or_default();
    entries.iter().any(|e| e.name.ends_with("_Packages"))
}
