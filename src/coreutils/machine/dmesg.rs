//! dmesg: the kernel's log, which is short here: what it is, and how much there is of it.

use crate::coreutils::Cx;
use crate::kernel::{MEMORY, RELEASE, VERSION};
use crate::vfs::CapSet;

/// `dmesg`.
pub async fn main(cx: &mut Cx) -> i32 {
    let parsed = match cx.getopt("cCTHwrxkul:n:s:f:", &[]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if !cx.p.cred().can(CapSet::SYS_ADMIN) {
        let text = if cx.busybox() {
            "klogctl: Operation not permitted"
        } else {
            "read kernel buffer failed: Operation not permitted"
        };
        cx.err(text).await;
        return 1;
    }
    if parsed.has('C') {
        return 0;
    }
    for line in [
        format!("[    0.000000] Linux version {RELEASE} (drydock@build) {VERSION}"),
        "[    0.000000] Command line: BOOT_IMAGE=/boot/vmlinuz root=/dev/sda1 ro quiet".to_string(),
        format!("[    0.004000] Memory: {}K available", MEMORY >> 10),
        "[    0.008000] smp: Brought up 1 node, 2 CPUs".to_string(),
        "[    0.400000] EXT4-fs (sda1): mounted filesystem r/w with ordered data mode.".to_string(),
    ] {
        cx.puts(&format!("{line}\n"));
    }
    0
}
