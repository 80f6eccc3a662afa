//! adduser, addgroup, deluser and delgroup: users and groups in Debian's words, and in BusyBox's.

use crate::coreutils::fs::walk::remove_tree;
use crate::coreutils::{Arg, Cx, Parsed};

use super::files::{ask, group, hash, is_name, passwd};
use super::make::{self, NewUser};

const LONGS: &[(&str, Arg, char)] = &[
    ("allow-bad-names", Arg::No, 'B'),
    ("comment", Arg::Required, 'g'),
    ("disabled-login", Arg::No, 'D'),
    ("disabled-password", Arg::No, 'D'),
    ("gecos", Arg::Required, 'g'),
    ("gid", Arg::Required, 'i'),
    ("group", Arg::No, 'U'),
    ("home", Arg::Required, 'h'),
    ("ingroup", Arg::Required, 'G'),
    ("no-create-home", Arg::No, 'H'),
    ("quiet", Arg::No, 'q'),
    ("remove-home", Arg::No, 'r'),
    ("shell", Arg::Required, 's'),
    ("system", Arg::No, 'S'),
    ("uid", Arg::Required, 'u'),
];

/// Says what is being done, as Debian's tools do.
fn info(cx: &mut Cx, parsed: &Parsed, text: &str) {
    if !cx.busybox() && !parsed.has('q') {
        cx.puts(&format!("info: {text}\n"));
    }
}

async fn not_root(cx: &mut Cx, deb: &str) -> Option<i32> {
    if cx.p.cred().euid == 0 {
        return None;
    }
    if cx.busybox() {
        cx.err("permission denied (are you root?)").await;
    } else {
        cx.say(&format!("fatal: {deb}\n")).await;
    }
    Some(1)
}

/// Reads the arguments, options between operands too.
async fn arguments(cx: &mut Cx, busybox: &str) -> Result<Parsed, i32> {
    let spec = if cx.busybox() { busybox } else { "qDHSg:h:G:s:u:" };
    cx.getopt(spec, LONGS).await
}

/// `adduser`.
pub async fn adduser(cx: &mut Cx) -> i32 {
    let parsed = match arguments(cx, "h:g:s:G:DSHu:k:").await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if let Some(status) = not_root(cx, "Only root may add a user or group to the system.").await {
        return status;
    }
    match parsed.operands.as_slice() {
        [name] => add(cx, &parsed, name).await,
        [name, to] => join(cx, &parsed, name, to).await,
        _ if cx.busybox() => cx.busybox_usage().await,
        _ => {
            cx.say("fatal: Only one or two names allowed.\n").await;
            1
        }
    }
}

/// `adduser USER GROUP`.
async fn join(cx: &mut Cx, parsed: &Parsed, name: &str, to: &str) -> i32 {
    for (known, what, text) in [
        (cx.p.user_by_name(name).is_some(), name, "user"),
        (cx.p.group_by_name(to).is_some(), to, "group"),
    ] {
        if !known {
            if cx.busybox() {
                cx.err(format!("unknown {text} {what}")).await;
            } else {
                cx.say(&format!("fatal: The {text} `{what}' does not exist.\n")).await;
            }
            return 1;
        }
    }
    let mut groups = group(&cx.p);
    if !groups.member(to, name, true) {
        info(cx, parsed, &format!("The user `{name}' is already a member of `{to}'."));
        return 0;
    }
    info(cx, parsed, &format!("Adding user `{name}' to group `{to}' ..."));
    i32::from(groups.write(&cx.p).is_err())
}

async fn add(cx: &mut Cx, parsed: &Parsed, name: &str) -> i32 {
    if !is_name(name) {
        let text = if cx.busybox() {
            format!("{}: invalid user name '{name}'\n", cx.name)
        } else {
            "fatal: Please enter a username matching the regular expression\n            configured \
             via the NAME_REGEX configuration variable.\n"
                .to_string()
        };
        cx.say(&text).await;
        return 1;
    }
    let (users, groups) = (passwd(&cx.p), group(&cx.p));
    if users.find(name).is_some() {
        if cx.busybox() {
            cx.err(format!("user '{name}' in use")).await;
        } else {
            cx.say(&format!("fatal: The user `{name}' already exists.\n")).await;
        }
        return 1;
    }
    let system = parsed.has('S');
    let kind = if system { "system user" } else { "user" };
    info(cx, parsed, &format!("Adding {kind} `{name}' ..."));
    let given = parsed.value('u').and_then(|u| u.parse::<u32>().ok());
    if let Some(uid) = given.filter(|u| users.has_number(*u)) {
        if cx.busybox() {
            cx.err(format!("uid '{uid}' in use")).await;
        } else {
            cx.say(&format!("fatal: The UID {uid} is already in use.\n")).await;
        }
        return 1;
    }
    let from = if system { 100 } else { 1_000 };
    let uid = given.unwrap_or_else(|| users.free_number(&groups, from));
    let gid = match parsed.value('G') {
        Some(g) => match cx.p.group_by_name(g) {
            Some(g) => g.gid,
            None => {
                let text = if cx.busybox() {
                    format!("{}: unknown group {g}\n", cx.name)
                } else {
                    format!("fatal: The group `{g}' does not exist.\n")
                };
                cx.say(&text).await;
                return 1;
            }
        },
        None if system && !cx.busybox() && !parsed.has('U') => 65_534,
        None => match groups.find(name).and_then(|l| l.get(2)?.parse().ok()) {
            Some(gid) => gid,
            None => {
                let gid =
                    if groups.has_number(uid) { groups.free_number(&users, from) } else { uid };
                info(cx, parsed, &format!("Adding new group `{name}' ({gid}) ..."));
                let _ = make::add_group(&cx.p, name, gid);
                gid
            }
        },
    };
    let shell = match (parsed.value('s'), system, cx.busybox()) {
        (Some(s), ..) => s,
        (None, true, true) => "/sbin/nologin",
        (None, true, false) => "/usr/sbin/nologin",
        (None, false, true) => "/bin/sh",
        (None, false, false) => "/bin/bash",
    };
    let home = match (parsed.value('h'), system && !cx.busybox()) {
        (Some(h), _) => h.to_string(),
        (None, true) => "/nonexistent".to_string(),
        (None, false) => format!("/home/{name}"),
    };
    let gecos = parsed.value('g').unwrap_or(if cx.busybox() { "Linux User,,," } else { "" });
    let group_name = cx.p.group_by_id(gid).map_or(gid.to_string(), |g| g.name);
    let text = format!("Adding new user `{name}' ({uid}) with group `{group_name} ({gid})' ...");
    info(cx, parsed, &text);
    let user = NewUser {
        name: name.to_string(),
        uid,
        gid,
        gecos: gecos.to_string(),
        home: home.clone(),
        shell: shell.to_string(),
    };
    if let Err(e) = make::add_user(&cx.p, &user) {
        cx.err(format!("/etc/passwd: {e}")).await;
        return 1;
    }
    let none = parsed.has('H') || (system && !cx.busybox() && parsed.value('h').is_none());
    if none {
        info(cx, parsed, "Not creating `/nonexistent'.");
    } else if !cx.p.exists(&home) {
        info(cx, parsed, &format!("Creating home directory `{home}' ..."));
        info(cx, parsed, "Copying files from `/etc/skel' ...");
        if let Err(e) = make::make_home(&cx.p, &user) {
            cx.err(format!("{home}: {e}")).await;
            return 1;
        }
    }
    if parsed.has('D') || system {
        return 0;
    }
    if cx.busybox() {
        cx.puts(&format!("Changing password for {name}\n"));
    }
    let Some(first) = ask(cx, "New password: ").await else { return 0 };
    let second = ask(cx, "Retype new password: ").await.unwrap_or_default();
    if first != second {
        cx.say("Sorry, passwords do not match.\n").await;
        return 1;
    }
    let secret = hash(&cx.p, &first);
    let _ = make::set_secret(&cx.p, name, &secret);
    cx.puts("passwd: password updated successfully\n");
    0
}

/// `addgroup`.
pub async fn addgroup(cx: &mut Cx) -> i32 {
    let parsed = match arguments(cx, "g:S").await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if let Some(status) = not_root(cx, "Only root may add a user or group to the system.").await {
        return status;
    }
    let name = match parsed.operands.as_slice() {
        [name] => name.clone(),
        [name, to] => return join(cx, &parsed, name, to).await,
        _ if cx.busybox() => return cx.busybox_usage().await,
        _ => {
            cx.say("fatal: Only one or two names allowed.\n").await;
            return 1;
        }
    };
    let groups = group(&cx.p);
    if groups.find(&name).is_some() {
        if cx.busybox() {
            cx.err(format!("group '{name}' in use")).await;
        } else {
            cx.say(&format!("fatal: The group `{name}' already exists.\n")).await;
        }
        return 1;
    }
    let given = parsed.value('i').or(if cx.busybox() { parsed.value('g') } else { None });
    let given = given.and_then(|g| g.parse::<u32>().ok());
    if let Some(gid) = given.filter(|g| groups.has_number(*g)) {
        if cx.busybox() {
            cx.err(format!("gid '{gid}' in use")).await;
        } else {
            cx.say(&format!("fatal: The GID `{gid}' is already in use.\n")).await;
        }
        return 1;
    }
    let from = if parsed.has('S') { 100 } else { 1_000 };
    let gid = given.unwrap_or_else(|| groups.free_number(&passwd(&cx.p), from));
    info(cx, &parsed, &format!("Adding group `{name}' (GID {gid}) ..."));
    i32::from(make::add_group(&cx.p, &name, gid).is_err())
}

/// `deluser` and, of a group alone, `delgroup`.
pub async fn deluser(cx: &mut Cx) -> i32 {
    let parsed = match arguments(cx, "r").await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let only = "Only root may remove a user or group from the system.";
    if let Some(status) = not_root(cx, only).await {
        return status;
    }
    match parsed.operands.as_slice() {
        [name] => {
            let Some(user) = cx.p.user_by_name(name) else {
                if cx.busybox() {
                    cx.err(format!("unknown user {name}")).await;
                    return 1;
                }
                cx.say(&format!("fatal: The user `{name}' does not exist.\n")).await;
                return 2;
            };
            if parsed.has('r') {
                info(cx, &parsed, "Looking for files to backup/remove ...");
                info(cx, &parsed, "Removing files ...");
                let _ = remove_tree(&cx.p, &user.home);
            }
            info(cx, &parsed, &format!("Removing user `{name}' ..."));
            i32::from(make::remove_user(&cx.p, name).is_err())
        }
        [name, from] => leave(cx, &parsed, name, from).await,
        _ if cx.busybox() => cx.busybox_usage().await,
        _ => {
            cx.say("fatal: No options allowed after names.\n").await;
            1
        }
    }
}

/// `deluser USER GROUP`.
async fn leave(cx: &mut Cx, parsed: &Parsed, name: &str, from: &str) -> i32 {
    let mut groups = group(&cx.p);
    if groups.find(from).is_none() {
        if cx.busybox() {
            cx.err(format!("unknown group {from}")).await;
            return 1;
        }
        cx.say(&format!("fatal: The group `{from}' does not exist.\n")).await;
        return 3;
    }
    if !groups.member(from, name, false) {
        if cx.busybox() {
            return 0;
        }
        cx.say(&format!("fatal: The user `{name}' is not a member of group `{from}'.\n")).await;
        return 6;
    }
    info(cx, parsed, &format!("Removing user `{name}' from group `{from}' ..."));
    i32::from(groups.write(&cx.p).is_err())
}

/// `delgroup`.
pub async fn delgroup(cx: &mut Cx) -> i32 {
    let parsed = match arguments(cx, "").await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let only = "Only root may remove a user or group from the system.";
    if let Some(status) = not_root(cx, only).await {
        return status;
    }
    let name = match parsed.operands.as_slice() {
        [name] => name.clone(),
        [name, from] => return leave(cx, &parsed, name, from).await,
        _ => return cx.try_help(1).await,
    };
    let mut groups = group(&cx.p);
    let Some(gid) = groups.find(&name).and_then(|l| l.get(2).cloned()) else {
        if cx.busybox() {
            cx.err(format!("unknown group {name}")).await;
            return 1;
        }
        cx.say(&format!("fatal: The group `{name}' does not exist.\n")).await;
        return 3;
    };
    if let Some(user) = passwd(&cx.p).lines.iter().find(|l| l.get(3) == Some(&gid)) {
        let text = if cx.busybox() {
            format!("delgroup: '{}' still has '{name}' as their primary group!\n", user[0])
        } else {
            format!("fatal: `{}' still has `{name}' as their primary group!\n", user[0])
        };
        cx.say(&text).await;
        return 7;
    }
    info(cx, &parsed, &format!("Removing group `{name}' ..."));
    groups.remove(&name);
    i32::from(groups.write(&cx.p).is_err())
}
