//! chroot: a command with another root directory.

use crate::coreutils::{Arg, Cx};
use crate::kernel::users;
use crate::vfs::Cred;

/// `chroot`.
pub async fn main(cx: &mut Cx) -> i32 {
    cx.usage_status = if cx.busybox() { 1 } else { 125 };
    let longs = [
        ("userspec", Arg::Required, 'u'),
        ("groups", Arg::Required, 'g'),
        ("skip-chdir", Arg::No, 's'),
    ];
    let parsed = match cx.getopt("+", if cx.busybox() { &[] } else { &longs }).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let [root, command @ ..] = parsed.operands.as_slice() else {
        return cx.usage_error("missing operand").await;
    };
    if let Err(e) = cx.p.chroot(root) {
        let text = if cx.busybox() {
            format!("can't change root directory to '{root}': {e}")
        } else {
            format!("cannot change root directory to '{root}': {e}")
        };
        cx.err(text).await;
        return cx.usage_status;
    }
    if !parsed.has('s') {
        let _ = cx.p.chdir("/");
    }
    if let Some(spec) = parsed.value('u') {
        let (user, group) = spec.split_once(':').unwrap_or((spec, ""));
        let by_name = cx.p.user_by_name(user);
        let uid = by_name.as_ref().map(|u| u.uid).or_else(|| user.parse().ok());
        let Some(uid) = uid else {
            cx.err("invalid user").await;
            return 125;
        };
        let named = cx.p.group_by_name(group).map(|g| g.gid).or_else(|| group.parse().ok());
        let gid = named.or(by_name.as_ref().map(|u| u.gid)).unwrap_or(0);
        let groups = by_name.map_or(vec![gid], |u| users::groups_of(&cx.p, &u.name, gid));
        if let Err(e) = cx.p.set_cred(Cred::user(uid, gid, groups)) {
            cx.err(format!("failed to set user-ID: {e}")).await;
            return 125;
        }
    }
    let command = match command {
        [] => {
            let shell = cx.p.env("SHELL").unwrap_or_else(|| "/bin/sh".to_string());
            vec![shell, "-i".to_string()]
        }
        given => given.to_vec(),
    };
    let e = crate::coreutils::launch::exec(&cx.p, &command).await;
    let name = &command[0];
    if cx.busybox() {
        cx.err(format!("can't execute '{name}': {e}")).await;
    } else {
        cx.err(format!("failed to run command {quoted}: {e}", quoted = cx.ql(name))).await;
    }
    crate::coreutils::launch::exec_status(e)
}
