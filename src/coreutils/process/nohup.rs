//! nohup: a command that a hang-up does not end; output that would go to the terminal goes to a file.

use crate::coreutils::{Cx, launch};
use crate::kernel::{Disposition, Fd, Signal};
use crate::vfs::{Errno, OpenFlags};

/// Opens `nohup.out` here, or else at home.
fn output(cx: &Cx) -> Result<(Fd, String), Errno> {
    let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::APPEND;
    match cx.p.open("nohup.out", flags, 0o600) {
        Ok(fd) => Ok((fd, "nohup.out".to_string())),
        Err(e) => {
            let path = format!("{}/nohup.out", cx.p.env("HOME").ok_or(e)?);
            cx.p.open(&path, flags, 0o600).map(|fd| (fd, path))
        }
    }
}

/// `nohup`.
pub async fn main(cx: &mut Cx) -> i32 {
    cx.usage_status = if cx.busybox() { 127 } else { 125 };
    let parsed = match cx.getopt("+", &[]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if parsed.operands.is_empty() {
        return cx.usage_error("missing operand").await;
    }
    let (tty_in, tty_out, tty_err) = (cx.p.isatty(0), cx.p.isatty(1), cx.p.isatty(2));
    let ignoring = if tty_in { "ignoring input" } else { "" };
    if tty_in && let Ok(fd) = cx.p.open("/dev/null", OpenFlags::READ, 0) {
        let _ = cx.p.dup2(fd, 0);
        let _ = cx.p.close(fd);
    }
    let mut said = ignoring.to_string();
    if tty_out {
        match output(cx) {
            Ok((fd, name)) => {
                let and = if tty_in { " and " } else { "" };
                said =
                    format!("{ignoring}{and}appending output to {quoted}", quoted = cx.ql(&name));
                if cx.busybox() {
                    said = format!("appending output to {name}");
                }
                let _ = cx.p.dup2(fd, 1);
                let _ = cx.p.close(fd);
            }
            Err(e) => {
                cx.err(format!("failed to open 'nohup.out': {e}")).await;
                return 125;
            }
        }
    } else if tty_err && !cx.busybox() {
        let and = if tty_in { " and " } else { "" };
        said = format!("{ignoring}{and}redirecting stderr to stdout");
    }
    if !said.is_empty() && (!cx.busybox() || tty_out) {
        cx.err(said).await;
    }
    // The complaint about a command that can not be run still goes where it went before.
    let own = cx.p.dup_from(2, 10).ok();
    if let Some(fd) = own {
        let _ = cx.p.set_cloexec(fd, true);
    }
    if tty_err {
        let _ = cx.p.dup2(1, 2);
    }
    let _ = cx.p.signal(Signal::HUP, Disposition::Ignore);
    let e = launch::exec(&cx.p, &parsed.operands).await;
    if let Some(fd) = own {
        let _ = cx.p.dup2(fd, 2);
    }
    let name = &parsed.operands[0];
    if cx.busybox() {
        cx.err(format!("can't execute '{name}': {e}")).await;
    } else {
        cx.err(format!("failed to run command {quoted}: {e}", quoted = cx.ql(name))).await;
    }
    launch::exec_status(e)
}
