//! lscpu: the simulated processors, as /proc/cpuinfo has them.

use crate::coreutils::Cx;

/// `lscpu`.
pub async fn main(cx: &mut Cx) -> i32 {
    let parsed = match cx.getopt("aJep", &[]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if !parsed.options.is_empty() {
        cx.err("Drydock does not simulate other forms of this list").await;
        return 1;
    }
    for (name, value) in [
        ("Architecture", "x86_64"),
        ("CPU op-mode(s)", "32-bit, 64-bit"),
        ("Byte Order", "Little Endian"),
        ("CPU(s)", "2"),
        ("On-line CPU(s) list", "0,1"),
        ("Vendor ID", "Drydock"),
        ("Model name", "Simulated CPU"),
        ("Thread(s) per core", "1"),
        ("Core(s) per socket", "2"),
        ("Socket(s)", "1"),
        ("CPU MHz", "2400.000"),
        ("L2 cache", "4 MiB"),
    ] {
        cx.puts(&format!("{:<25}{value}\n", format!("{name}:")));
    }
    0
}
