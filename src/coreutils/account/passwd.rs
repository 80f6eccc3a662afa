//! passwd and chpasswd: passwords.

use crate::coreutils::{Arg, Cx};
use crate::vfs::text;

use super::files::{ask, hash, is_password, shadow};
use super::make::set_secret;

/// `passwd`.
pub async fn passwd(cx: &mut Cx) -> i32 {
    let longs = [
        ("delete", Arg::No, 'd'),
        ("lock", Arg::No, 'l'),
        ("unlock", Arg::No, 'u'),
        ("status", Arg::No, 'S'),
        ("expire", Arg::No, 'e'),
    ];
    let parsed = match cx.getopt("dluSea:", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let me = cx.p.user_by_id(cx.p.cred().uid).map(|u| u.name).unwrap_or_default();
    let name = parsed.operands.first().cloned().unwrap_or_else(|| me.clone());
    if cx.p.user_by_name(&name).is_none() {
        let text = if cx.busybox() {
            format!("unknown user {name}")
        } else {
            format!("user '{name}' does not exist")
        };
        cx.err(text).await;
        return 1;
    }
    let root = cx.p.cred().uid == 0;
    if !root && (name != me || parsed.has('d') || parsed.has('l') || parsed.has('u')) {
        if cx.busybox() {
            cx.err(format!("{me} can't change password for {name}")).await;
        } else if name == me {
            cx.err("Permission denied.").await;
        } else {
            cx.err(format!("You may not view or modify password information for {name}.")).await;
        }
        return 1;
    }
    let stored = shadow(&cx.p).find(&name).and_then(|l| l.get(1).cloned()).unwrap_or_default();
    let changed = |cx: &mut Cx, text: &str| {
        let text = if cx.busybox() {
            format!("passwd: password for {name} changed by root")
        } else {
            text.to_string()
        };
        cx.puts(&format!("{text}\n"));
    };
    let secret = match parsed.options.last().map(|o| o.0) {
        Some('S') => {
            let state = match stored.as_str() {
                "" => "NP",
                s if s.starts_with(['!', '*']) => "L",
                _ => "P",
            };
            cx.puts(&format!("{name} {state} 2026-01-01 0 99999 7 -1\n"));
            return 0;
        }
        Some('d') => String::new(),
        Some('l') => format!("!{}", stored.trim_start_matches('!')),
        Some('u') => stored.trim_start_matches('!').to_string(),
        _ => match new_password(cx, &name, &stored, root).await {
            Ok(secret) => secret,
            Err(status) => return status,
        },
    };
    if let Err(e) = set_secret(&cx.p, &name, &secret) {
        cx.err(format!("/etc/shadow: {e}")).await;
        return 1;
    }
    let text = match parsed.has('d') || parsed.has('l') || parsed.has('u') {
        true => "passwd: password changed.",
        false => "passwd: password updated successfully",
    };
    changed(cx, text);
    0
}

async fn new_password(cx: &mut Cx, name: &str, stored: &str, root: bool) -> Result<String, i32> {
    let failed = "Authentication token manipulation error";
    if cx.busybox() || !root {
        cx.puts(&format!("Changing password for {name}{}\n", if cx.busybox() { "" } else { "." }));
    }
    if !root {
        let old = ask(cx, "Current password: ").await;
        if !old.is_some_and(|o| is_password(stored, &o)) {
            cx.err(failed).await;
            cx.err("password unchanged").await;
            return Err(10);
        }
    }
    let first = ask(cx, "New password: ").await;
    let second = match &first {
        Some(_) => ask(cx, "Retype new password: ").await,
        None => None,
    };
    match (first, second) {
        (Some(a), Some(b)) if a == b && !a.is_empty() => Ok(hash(&cx.p, &a)),
        (Some(a), _) if a.is_empty() => {
            cx.say("No password has been supplied.\n").await;
            cx.err(failed).await;
            cx.err("password unchanged").await;
            Err(10)
        }
        (Some(_), _) => {
            cx.say("Sorry, passwords do not match.\n").await;
            cx.err(failed).await;
            cx.err("password unchanged").await;
            Err(10)
        }
        (None, _) => {
            cx.err(failed).await;
            cx.err("password unchanged").await;
            Err(10)
        }
    }
}

/// `chpasswd`: lines of `USER:PASSWORD`.
pub async fn chpasswd(cx: &mut Cx) -> i32 {
    let longs = [("encrypted", Arg::No, 'e'), ("crypt-method", Arg::Required, 'c')];
    let parsed = match cx.getopt("emc:", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if cx.p.cred().euid != 0 {
        if cx.busybox() {
            cx.err("permission denied (are you root?)").await;
        } else {
            cx.err("Permission denied.").await;
        }
        return 1;
    }
    let data = text::decode_owned(cx.read_all(0).await.unwrap_or_default());
    let mut status = 0;
    for (n, line) in data.lines().enumerate() {
        let Some((name, password)) = line.split_once(':') else {
            cx.err(format!("line {}: missing new password", n + 1)).await;
            status = 1;
            continue;
        };
        if cx.p.user_by_name(name).is_none() {
            let text = if cx.busybox() {
                format!("unknown user {name}")
            } else {
                format!("line {}: user '{name}' does not exist", n + 1)
            };
            cx.err(text).await;
            status = 1;
            continue;
        }
        let secret = if parsed.has('e') { password.to_string() } else { hash(&cx.p, password) };
        if set_secret(&cx.p, name, &secret).is_err() {
            cx.err("failure while writing changes to /etc/shadow").await;
            return 1;
        }
        if cx.busybox() {
            cx.puts(&format!("chpasswd: password for '{name}' changed\n"));
        }
    }
    status
}
