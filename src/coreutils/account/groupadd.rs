//! groupadd, groupdel and groupmod: groups, in the shadow suite's words.

use crate::coreutils::{Arg, Cx};

use super::files::{group, is_name, passwd};
use super::make;
use super::useradd::need_root;

/// `groupadd`.
pub async fn groupadd(cx: &mut Cx) -> i32 {
    cx.usage_status = 2;
    let longs = [
        ("gid", Arg::Required, 'g'),
        ("system", Arg::No, 'r'),
        ("force", Arg::No, 'f'),
        ("non-unique", Arg::No, 'o'),
    ];
    let parsed = match cx.getopt("g:rfo", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let [name] = parsed.operands.as_slice() else {
        cx.say("Usage: groupadd [options] GROUP\n").await;
        return 2;
    };
    if !is_name(name) {
        cx.err(format!("'{name}' is not a valid group name")).await;
        return 3;
    }
    let groups = group(&cx.p);
    if groups.find(name).is_some() {
        if parsed.has('f') {
            return 0;
        }
        cx.err(format!("group '{name}' already exists")).await;
        return 9;
    }
    let gid = match parsed.value('g').map(|g| (g, g.parse::<u32>())) {
        Some((g, Err(_))) => {
            let text = format!("invalid group ID '{g}'");
            cx.err(text).await;
            return 3;
        }
        Some((_, Ok(n))) if groups.has_number(n) && !parsed.has('o') => {
            cx.err(format!("GID '{n}' already exists")).await;
            return 4;
        }
        Some((_, Ok(n))) => n,
        None => groups.free_number(&passwd(&cx.p), if parsed.has('r') { 900 } else { 1_000 }),
    };
    if let Some(status) = need_root(cx, "group").await {
        return status;
    }
    if make::add_group(&cx.p, name, gid).is_err() {
        cx.err("failure while writing changes to /etc/group").await;
        return 10;
    }
    0
}

/// `groupdel`.
pub async fn groupdel(cx: &mut Cx) -> i32 {
    cx.usage_status = 2;
    let parsed = match cx.getopt("f", &[]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let [name] = parsed.operands.as_slice() else {
        cx.say("Usage: groupdel [options] GROUP\n").await;
        return 2;
    };
    let mut groups = group(&cx.p);
    let Some(gid) = groups.find(name).and_then(|l| l.get(2).cloned()) else {
        cx.err(format!("group '{name}' does not exist")).await;
        return 6;
    };
    if let Some(status) = need_root(cx, "group").await {
        return status;
    }
    let users = passwd(&cx.p);
    if let Some(user) = users.lines.iter().find(|l| l.get(3) == Some(&gid)) {
        cx.err(format!("cannot remove the primary group of user '{}'", user[0])).await;
        return 8;
    }
    groups.remove(name);
    i32::from(groups.write(&cx.p).is_err()) * 10
}

/// `groupmod`.
pub async fn groupmod(cx: &mut Cx) -> i32 {
    cx.usage_status = 2;
    let longs = [("gid", Arg::Required, 'g'), ("new-name", Arg::Required, 'n')];
    let parsed = match cx.getopt("g:n:o", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let [name] = parsed.operands.as_slice() else {
        cx.say("Usage: groupmod [options] GROUP\n").await;
        return 2;
    };
    let mut groups = group(&cx.p);
    if groups.find(name).is_none() {
        cx.err(format!("group '{name}' does not exist")).await;
        return 6;
    }
    if let Some(status) = need_root(cx, "group").await {
        return status;
    }
    if let Some(n) = parsed.value('g').and_then(|g| g.parse::<u32>().ok())
        && groups.has_number(n)
        && !parsed.has('o')
    {
        cx.err(format!("GID '{n}' already exists")).await;
        return 4;
    }
    if let Some(line) = groups.find_mut(name) {
        if let Some(g) = parsed.value('g') {
            line[2] = g.to_string();
        }
        if let Some(n) = parsed.value('n') {
            line[0] = n.to_string();
        }
    }
    i32::from(groups.write(&cx.p).is_err()) * 10
}
