//! dpkg: which packages a Debian system has, and their files. A package is there when its entry stands in
//! `/var/lib/dpkg/status`, or, for what an image came with, when its programs do.

use super::{CATALOGUE, Package, items, words};
use crate::coreutils::Cx;
use crate::vfs::{Errno, text};

const STATUS: &str = "/var/lib/dpkg/status";

/// The packages that are installed, sorted by name.
pub fn installed(cx: &Cx) -> Vec<&'static Package> {
    let data = cx.p.read_file(STATUS).unwrap_or_default();
    let data = text::decode(&data);
    let listed: Vec<&str> = data.lines().filter_map(|l| l.strip_prefix("Package: ")).collect();
    let there = |p: &&Package| {
        listed.contains(&p.name)
            || items(p, false).iter().filter(|i| i.program.is_some()).any(|i| cx.p.exists(&i.path))
    };
    CATALOGUE.iter().filter(there).collect()
}

/// Writes down which packages are installed.
pub fn record(cx: &Cx, packages: &[&Package]) -> Result<(), Errno> {
    let entry = |p: &&Package| {
        format!(
            "Package: {}\nStatus: install ok installed\nInstalled-Size: {}\nArchitecture: amd64\n\
             Version: {}\nDescription: {}\n\n",
            p.name, p.kib, p.version, p.what
        )
    };
    let text: String = packages.iter().map(entry).collect();
    super::make_dirs(&cx.p, "/var/lib/dpkg")?;
    cx.p.write_file(STATUS, text.as_bytes(), 0o644)
}

/// `dpkg`.
pub async fn main(cx: &mut Cx) -> i32 {
    let (names, options) = words(cx, &[]);
    let Some(action) = options.first().cloned() else {
        cx.say("dpkg: error: need an action option\n").await;
        return 2;
    };
    match action.as_str() {
        "--print-architecture" => {
            cx.puts("amd64\n");
            0
        }
        "-l" | "--list" => list(cx, &names).await,
        "-s" | "--status" | "-L" | "--listfiles" => {
            let mut status = 0;
            for name in &names {
                let there = installed(cx);
                let Some(p) = there.iter().find(|p| p.name == name) else {
                    let what = if action == "-s" || action == "--status" {
                        format!(
                            "dpkg-query: package '{name}' is not installed and no information is available\n"
                        )
                    } else {
                        format!("dpkg-query: package '{name}' is not installed\n")
                    };
                    cx.flush().await;
                    cx.say(&what).await;
                    status = 1;
                    continue;
                };
                if action == "-s" || action == "--status" {
                    cx.puts(&format!(
                        "Package: {}\nStatus: install ok installed\nInstalled-Size: {}\n\
                         Architecture: amd64\nVersion: {}\nDescription: {}\n",
                        p.name, p.kib, p.version, p.what
                    ));
                } else {
                    for item in items(p, false) {
                        cx.puts(&format!("{}\n", item.path));
                    }
                }
            }
            status
        }
        "-S" | "--search" => {
            let mut status = 0;
            for path in &names {
                let owner = installed(cx).into_iter().find_map(|p| {
                    let item = items(p, false).into_iter().find(|i| i.path.contains(path))?;
                    Some(format!("{}: {}\n", p.name, item.path))
                });
                match owner {
                    Some(line) => cx.puts(&line),
                    None => {
                        cx.flush().await;
                        let text = format!("dpkg-query: no path found matching pattern *{path}*\n");
                        cx.say(&text).await;
                        status = 1;
                    }
                }
            }
            status
        }
        other => {
            cx.say(&format!("dpkg: error: Drydock does not simulate {other}\n")).await;
            2
        }
    }
}

async fn list(cx: &mut Cx, names: &[String]) -> i32 {
    let all = installed(cx);
    let shown: Vec<&&Package> =
        all.iter().filter(|p| names.is_empty() || names.iter().any(|n| n == p.name)).collect();
    for name in names.iter().filter(|n| !all.iter().any(|p| p.name == *n)) {
        cx.say(&format!("dpkg-query: no packages found matching {name}\n")).await;
    }
    if shown.is_empty() {
        return 1;
    }
    let wide =
        |f: fn(&Package) -> &str| shown.iter().map(|p| f(p).len()).max().unwrap_or(0).max(12);
    let (n, v) = (wide(|p| p.name), wide(|p| p.version));
    cx.puts("Desired=Unknown/Install/Remove/Purge/Hold\n");
    cx.puts("| Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend\n");
    cx.puts("|/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)\n");
    cx.puts(&format!("||/ {:n$} {:v$} Architecture Description\n", "Name", "Version"));
    let line = "=".repeat(n);
    cx.puts(&format!("+++-{line}-{}-============-{}\n", "=".repeat(v), "=".repeat(33)));
    for p in shown {
        cx.puts(&format!("ii  {:n$} {:v$} amd64        {}\n", p.name, p.version, p.what));
    }
    0
}
