//! clear and reset: an empty screen; reset also gives the terminal its usual settings.

use crate::coreutils::Cx;
use crate::kernel::Termios;

/// `clear`.
pub async fn clear(cx: &mut Cx) -> i32 {
    let parsed = match cx.getopt("xT:V", &[]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if !cx.busybox() && cx.p.env("TERM").is_none_or(|t| t.is_empty()) {
        cx.say("TERM environment variable not set.\n").await;
        return 1;
    }
    let scrollback = if cx.busybox() || parsed.has('x') { "" } else { "\x1b[3J" };
    let erase = if cx.busybox() { "\x1b[J" } else { "\x1b[2J" };
    cx.puts(&format!("\x1b[H{erase}{scrollback}"));
    0
}

/// `reset`.
pub async fn reset(cx: &mut Cx) -> i32 {
    for fd in [0, 1, 2] {
        if cx.p.isatty(fd) {
            let _ = cx.p.tcsetattr(fd, Termios::default());
            break;
        }
    }
    cx.puts("\x1bc\x1b[0m\x1b[H\x1b[J\x1b[?25h\x1b[?2004l");
    0
}
