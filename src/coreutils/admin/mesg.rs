//! mesg: whether others may write to this terminal.

use crate::coreutils::Cx;

/// `mesg`.
pub async fn main(cx: &mut Cx) -> i32 {
    let Ok(tty) = cx.p.ttyname(0) else {
        cx.err("ttyname failed: Inappropriate ioctl for device").await;
        return 2;
    };
    let mode = cx.p.stat(&tty).map_or(0o620, |s| s.perm());
    match cx.args().first().map(String::as_str) {
        None => {
            let open = mode & 0o020 != 0;
            cx.puts(if open { "is y\n" } else { "is n\n" });
            i32::from(!open)
        }
        Some(arg @ ("y" | "n")) => {
            let mode = if arg == "y" { mode | 0o020 } else { mode & !0o022 };
            match cx.p.chmod(&tty, mode) {
                Ok(()) => i32::from(arg == "n"),
                Err(e) => {
                    cx.err(format!("change {tty} mode failed: {e}")).await;
                    2
                }
            }
        }
        Some(arg) => {
            let text = format!("invalid argument: {arg}");
            cx.err(text).await;
            2
        }
    }
}
