//! useradd, usermod and userdel: users, in the shadow suite's words.

use crate::coreutils::fs::walk::remove_tree;
use crate::coreutils::{Arg, Cx, Parsed};

use super::files::{group, is_name, passwd, shadow};
use super::make::{self, NewUser};

/// Complains where the caller is not root; the status to end with.
pub(super) async fn need_root(cx: &mut Cx, file: &str) -> Option<i32> {
    if cx.p.cred().euid == 0 {
        return None;
    }
    cx.err("Permission denied.").await;
    cx.err(format!("cannot lock /etc/{file}; try again later.")).await;
    Some(if file == "group" { 10 } else { 1 })
}

/// A group by name or number, as a number.
fn gid_of(cx: &Cx, group: &str) -> Option<u32> {
    let named = cx.p.group_by_name(group).map(|g| g.gid);
    named.or_else(|| group.parse().ok().filter(|n| cx.p.group_by_id(*n).is_some()))
}

/// Complains of a group that is not there.
async fn missing_group(cx: &mut Cx, list: &str) -> bool {
    for name in list.split(',').filter(|g| !g.is_empty()) {
        if gid_of(cx, name).is_none() {
            cx.err(format!("group '{name}' does not exist")).await;
            return true;
        }
    }
    false
}

fn join_groups(cx: &Cx, user: &str, list: &str) {
    let mut groups = group(&cx.p);
    for name in list.split(',').filter(|g| !g.is_empty()) {
        let by_number = || cx.p.group_by_id(name.parse().ok()?).map(|g| g.name);
        let name = by_number().unwrap_or_else(|| name.to_string());
        groups.member(&name, user, true);
    }
    let _ = groups.write(&cx.p);
}

/// `useradd`.
pub async fn useradd(cx: &mut Cx) -> i32 {
    cx.usage_status = 2;
    let longs = [
        ("create-home", Arg::No, 'm'),
        ("no-create-home", Arg::No, 'M'),
        ("home-dir", Arg::Required, 'd'),
        ("shell", Arg::Required, 's'),
        ("uid", Arg::Required, 'u'),
        ("gid", Arg::Required, 'g'),
        ("groups", Arg::Required, 'G'),
        ("system", Arg::No, 'r'),
        ("comment", Arg::Required, 'c'),
        ("password", Arg::Required, 'p'),
        ("no-user-group", Arg::No, 'N'),
        ("user-group", Arg::No, 'U'),
        ("non-unique", Arg::No, 'o'),
        ("expiredate", Arg::Required, 'e'),
        ("inactive", Arg::Required, 'f'),
        ("no-log-init", Arg::No, 'l'),
    ];
    let parsed = match cx.getopt("mMd:s:u:g:G:rc:p:NUoe:f:lk:K:b:D", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let [name] = parsed.operands.as_slice() else {
        cx.say("Usage: useradd [options] LOGIN\n       useradd -D\n").await;
        return 2;
    };
    if !is_name(name) {
        cx.err(format!("invalid user name '{name}'")).await;
        return 19;
    }
    if let Some(status) = need_root(cx, "passwd").await {
        return status;
    }
    let (users, groups) = (passwd(&cx.p), group(&cx.p));
    if users.find(name).is_some() {
        cx.err(format!("user '{name}' already exists")).await;
        return 9;
    }
    let given = parsed.value('u').map(str::parse::<u32>);
    let uid = match given {
        Some(Ok(n)) if users.has_number(n) && !parsed.has('o') => {
            cx.err(format!("UID {n} is not unique")).await;
            return 4;
        }
        Some(Ok(n)) => n,
        Some(Err(_)) => {
            let text = format!("invalid user ID '{}'", parsed.value('u').unwrap_or_default());
            cx.err(text).await;
            return 3;
        }
        None => users.free_number(&groups, if parsed.has('r') { 900 } else { 1_000 }),
    };
    if let Some(list) = parsed.value('G')
        && missing_group(cx, list).await
    {
        return 6;
    }
    let gid = match parsed.value('g').map(|g| (g, gid_of(cx, g))) {
        Some((_, Some(gid))) => gid,
        Some((g, None)) => {
            let text = format!("group '{g}' does not exist");
            cx.err(text).await;
            return 6;
        }
        None if parsed.has('N') => 100,
        None if groups.find(name).is_some() => {
            cx.err(format!(
                "group {name} exists - if you want to add this user to that group, use -g."
            ))
            .await;
            return 9;
        }
        None => {
            let gid = if groups.has_number(uid) { groups.free_number(&users, 1_000) } else { uid };
            if make::add_group(&cx.p, name, gid).is_err() {
                cx.err("failure while writing changes to /etc/group").await;
                return 10;
            }
            gid
        }
    };
    let user = NewUser {
        name: name.clone(),
        uid,
        gid,
        gecos: parsed.value('c').unwrap_or_default().to_string(),
        home: parsed.value('d').map_or_else(|| format!("/home/{name}"), str::to_string),
        shell: parsed.value('s').unwrap_or("/bin/sh").to_string(),
    };
    if make::add_user(&cx.p, &user).is_err() {
        cx.err("failure while writing changes to /etc/passwd").await;
        return 1;
    }
    if let Some(secret) = parsed.value('p') {
        let _ = make::set_secret(&cx.p, name, secret);
    }
    join_groups(cx, name, parsed.value('G').unwrap_or_default());
    if parsed.has('m') && !parsed.has('M') {
        if cx.p.exists(&user.home) {
            let home = &user.home;
            cx.err(format!("warning: the home directory {home} already exists.")).await;
            cx.err("Not copying any file from skel directory into it.").await;
        } else if let Err(e) = make::make_home(&cx.p, &user) {
            cx.err(format!("cannot create directory {}: {e}", user.home)).await;
            return 12;
        }
    }
    0
}

/// `usermod`.
pub async fn usermod(cx: &mut Cx) -> i32 {
    cx.usage_status = 2;
    let longs = [
        ("append", Arg::No, 'a'),
        ("groups", Arg::Required, 'G'),
        ("gid", Arg::Required, 'g'),
        ("home", Arg::Required, 'd'),
        ("move-home", Arg::No, 'm'),
        ("shell", Arg::Required, 's'),
        ("uid", Arg::Required, 'u'),
        ("login", Arg::Required, 'l'),
        ("comment", Arg::Required, 'c'),
        ("lock", Arg::No, 'L'),
        ("unlock", Arg::No, 'U'),
        ("remove", Arg::No, 'r'),
        ("password", Arg::Required, 'p'),
    ];
    let parsed = match cx.getopt("aG:g:d:ms:u:l:c:LUrp:o", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let [name] = parsed.operands.as_slice() else {
        cx.say("Usage: usermod [options] LOGIN\n").await;
        return 2;
    };
    if cx.p.user_by_name(name).is_none() {
        cx.err(format!("user '{name}' does not exist")).await;
        return 6;
    }
    if let Some(list) = parsed.value('G')
        && missing_group(cx, list).await
    {
        return 6;
    }
    if let Some(status) = need_root(cx, "passwd").await {
        return status;
    }
    change(cx, name, &parsed).await
}

async fn change(cx: &mut Cx, name: &str, parsed: &Parsed) -> i32 {
    if let Some(list) = parsed.value('G') {
        if !parsed.has('a') && !parsed.has('r') {
            let mut groups = group(&cx.p);
            let names: Vec<String> = groups.lines.iter().map(|l| l[0].clone()).collect();
            for g in names {
                groups.member(&g, name, false);
            }
            let _ = groups.write(&cx.p);
        }
        if parsed.has('r') {
            let mut groups = group(&cx.p);
            for g in list.split(',') {
                groups.member(g, name, false);
            }
            let _ = groups.write(&cx.p);
        } else {
            join_groups(cx, name, list);
        }
    }
    let mut users = passwd(&cx.p);
    let gid = match parsed.value('g').map(|g| (g, gid_of(cx, g))) {
        Some((g, None)) => {
            let text = format!("group '{g}' does not exist");
            cx.err(text).await;
            return 6;
        }
        other => other.and_then(|o| o.1),
    };
    let Some(line) = users.find_mut(name) else { return 6 };
    line.resize(7, String::new());
    for (letter, field) in [('u', 2), ('c', 4), ('s', 6)] {
        if let Some(value) = parsed.value(letter) {
            line[field] = value.to_string();
        }
    }
    if let Some(gid) = gid {
        line[3] = gid.to_string();
    }
    if let Some(home) = parsed.value('d') {
        let old = std::mem::replace(&mut line[5], home.to_string());
        if parsed.has('m') {
            let _ = cx.p.rename(&old, home);
        }
    }
    if let Some(login) = parsed.value('l') {
        line[0] = login.to_string();
    }
    if users.write(&cx.p).is_err() {
        cx.err("failure while writing changes to /etc/passwd").await;
        return 1;
    }
    let secret = shadow(&cx.p).find(name).and_then(|l| l.get(1).cloned()).unwrap_or_default();
    if parsed.has('L') && !secret.starts_with('!') {
        let _ = make::set_secret(&cx.p, name, &format!("!{secret}"));
    } else if parsed.has('U') {
        let _ = make::set_secret(&cx.p, name, secret.trim_start_matches('!'));
    } else if let Some(new) = parsed.value('p') {
        let _ = make::set_secret(&cx.p, name, new);
    }
    0
}

/// `userdel`.
pub async fn userdel(cx: &mut Cx) -> i32 {
    cx.usage_status = 2;
    let longs = [("remove", Arg::No, 'r'), ("force", Arg::No, 'f')];
    let parsed = match cx.getopt("rf", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let [name] = parsed.operands.as_slice() else {
        cx.say("Usage: userdel [options] LOGIN\n").await;
        return 2;
    };
    let Some(user) = cx.p.user_by_name(name) else {
        cx.err(format!("user '{name}' does not exist")).await;
        return 6;
    };
    if let Some(status) = need_root(cx, "passwd").await {
        return status;
    }
    let running = cx.p.processes().into_iter().find(|i| i.uid == user.uid);
    if let Some(i) = running.filter(|_| !parsed.has('f')) {
        cx.err(format!("user {name} is currently used by process {}", i.pid)).await;
        return 8;
    }
    if make::remove_user(&cx.p, name).is_err() {
        cx.err("failure while writing changes to /etc/passwd").await;
        return 1;
    }
    if parsed.has('r') {
        let spool = format!("/var/mail/{name}");
        if cx.p.unlink(&spool).is_err() {
            cx.err(format!("{name} mail spool ({spool}) not found")).await;
        }
        if remove_tree(&cx.p, &user.home).is_err() {
            cx.err(format!("{name} home directory ({}) not found", user.home)).await;
            return 12;
        }
    }
    0
}
