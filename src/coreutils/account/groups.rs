//! groups: names of the groups of this process, or of users by the files.

use crate::coreutils::Cx;
use crate::kernel::users;

fn name(cx: &Cx, gid: u32) -> Option<String> {
    cx.p.group_by_id(gid).map(|g| g.name)
}

/// `groups`.
pub async fn main(cx: &mut Cx) -> i32 {
    let parsed = match cx.getopt("", &[]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let mut asked: Vec<Option<String>> = parsed.operands.into_iter().map(Some).collect();
    if asked.is_empty() {
        asked.push(None);
    }
    if cx.busybox() {
        asked.truncate(1);
    }
    let mut status = 0;
    for user in asked {
        let (label, gids) = match user {
            None => {
                let c = cx.p.cred();
                let mut gids = vec![c.egid];
                gids.extend(c.groups.iter().filter(|g| **g != c.egid));
                (String::new(), gids)
            }
            Some(user) => match cx.p.user_by_name(&user) {
                Some(u) => {
                    let label = if cx.busybox() { String::new() } else { format!("{user} : ") };
                    (label, users::groups_of(&cx.p, &user, u.gid))
                }
                None => {
                    let text = if cx.busybox() {
                        format!("unknown user {user}")
                    } else {
                        format!("{quoted}: no such user", quoted = cx.ql(&user))
                    };
                    cx.err(text).await;
                    status = 1;
                    continue;
                }
            },
        };
        let mut names = Vec::new();
        for gid in gids {
            match name(cx, gid) {
                Some(n) => names.push(n),
                None => {
                    if !cx.busybox() {
                        cx.err(format!("cannot find name for group ID {gid}")).await;
                    }
                    status = 1;
                    names.push(gid.to_string());
                }
            }
        }
        cx.puts(&format!("{label}{}\n", names.join(" ")));
    }
    status
}
