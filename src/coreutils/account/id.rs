//! id: user and group numbers with their names, of this process or by the files.

use crate::coreutils::{Arg, Cx};
use crate::kernel::users;

/// Who is printed: real and effective ids, groups.
struct Ids {
    uid: u32,
    euid: u32,
    gid: u32,
    egid: u32,
    groups: Vec<u32>,
}

/// This process: GNU shows the effective group first, BusyBox all as getgroups(2) gives them.
fn own(cx: &Cx) -> Ids {
    let c = cx.p.cred();
    let mut groups: Vec<u32> = c.groups.to_vec();
    if !cx.busybox() || !groups.contains(&c.egid) {
        groups.retain(|g| *g != c.egid);
        groups.insert(0, c.egid);
    }
    Ids { uid: c.uid, euid: c.euid, gid: c.gid, egid: c.egid, groups }
}

fn of_user(cx: &Cx, name: &str) -> Option<Ids> {
    let by_number = || name.parse().ok().and_then(|n| cx.p.user_by_id(n));
    let number = || if cx.busybox() { None } else { by_number() };
    let user = cx.p.user_by_name(name).or_else(number)?;
    let groups = users::groups_of(&cx.p, &user.name, user.gid);
    Some(Ids { uid: user.uid, euid: user.uid, gid: user.gid, egid: user.gid, groups })
}

fn user_name(cx: &Cx, uid: u32) -> Option<String> {
    cx.p.user_by_id(uid).map(|u| u.name)
}

fn group_name(cx: &Cx, gid: u32) -> Option<String> {
    cx.p.group_by_id(gid).map(|g| g.name)
}

fn with_name(id: u32, name: Option<String>) -> String {
    name.map_or(id.to_string(), |n| format!("{id}({n})"))
}

fn full(cx: &Cx, ids: &Ids) -> String {
    let mut out = format!(
        "uid={} gid={}",
        with_name(ids.uid, user_name(cx, ids.uid)),
        with_name(ids.gid, group_name(cx, ids.gid))
    );
    if ids.euid != ids.uid {
        out += &format!(" euid={}", with_name(ids.euid, user_name(cx, ids.euid)));
    }
    if ids.egid != ids.gid {
        out += &format!(" egid={}", with_name(ids.egid, group_name(cx, ids.egid)));
    }
    let groups: Vec<String> =
        ids.groups.iter().map(|g| with_name(*g, group_name(cx, *g))).collect();
    out + " groups=" + &groups.join(",")
}

/// A number as such or by name; a name that is missing is complained of.
async fn one(
    cx: &mut Cx,
    id: u32,
    name: Option<String>,
    names: bool,
    what: &str,
) -> (String, bool) {
    match (names, name) {
        (true, Some(name)) => (name, true),
        (true, None) => {
            if cx.busybox() {
                // The number is out before the complaint, its newline after.
                cx.puts(&id.to_string());
                cx.flush().await;
                cx.err(format!("unknown ID {id}")).await;
                return (String::new(), false);
            }
            cx.err(format!("cannot find name for {what} ID {id}")).await;
            (id.to_string(), false)
        }
        (false, _) => (id.to_string(), true),
    }
}

/// `id`.
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("user", Arg::No, 'u'),
        ("group", Arg::No, 'g'),
        ("groups", Arg::No, 'G'),
        ("name", Arg::No, 'n'),
        ("real", Arg::No, 'r'),
        ("zero", Arg::No, 'z'),
        ("context", Arg::No, 'Z'),
    ];
    let spec = if cx.busybox() { "ugGnr" } else { "augGnrzZ" };
    let parsed = match cx.getopt(spec, if cx.busybox() { &[] } else { &longs }).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let (names, real, zero) = (parsed.has('n'), parsed.has('r'), parsed.has('z'));
    let kinds: Vec<char> = ['u', 'g', 'G'].into_iter().filter(|c| parsed.has(*c)).collect();
    if parsed.has('Z') {
        cx.err("--context (-Z) works only on an SELinux-enabled kernel").await;
        return 1;
    }
    if kinds.len() > 1 {
        if cx.busybox() {
            return cx.busybox_usage().await;
        }
        cx.err("cannot print \"only\" of more than one choice").await;
        return 1;
    }
    if kinds.is_empty() && (names || real) {
        if cx.busybox() {
            return cx.busybox_usage().await;
        }
        cx.err("printing only names or real IDs requires -u, -g, or -G").await;
        return 1;
    }
    if kinds.is_empty() && zero {
        cx.err("option --zero not permitted in default format").await;
        return 1;
    }
    if cx.busybox() && parsed.operands.len() > 1 {
        return cx.busybox_usage().await;
    }
    let mut status = 0;
    let mut asked: Vec<Option<String>> = parsed.operands.into_iter().map(Some).collect();
    if asked.is_empty() {
        asked.push(None);
    }
    for name in asked {
        let ids = match &name {
            None => own(cx),
            Some(name) => match of_user(cx, name) {
                Some(ids) => ids,
                None => {
                    let text = if cx.busybox() {
                        format!("unknown user {name}")
                    } else {
                        format!("{quoted}: no such user", quoted = cx.ql(name))
                    };
                    cx.err(text).await;
                    status = 1;
                    continue;
                }
            },
        };
        let (text, well) = match kinds.first() {
            None => (full(cx, &ids), true),
            Some('u') => {
                let id = if real { ids.uid } else { ids.euid };
                let name = user_name(cx, id);
                one(cx, id, name, names, "user").await
            }
            Some('g') => {
                let id = if real { ids.gid } else { ids.egid };
                let name = group_name(cx, id);
                one(cx, id, name, names, "group").await
            }
            Some(_) => {
                let (mut all, mut well) = (Vec::new(), true);
                let (own, others): (Vec<u32>, Vec<u32>) =
                    ids.groups.iter().partition(|g| **g == ids.egid);
                for g in own.into_iter().chain(others) {
                    let name = group_name(cx, g);
                    let (text, found) = one(cx, g, name, names, "group").await;
                    all.push(text);
                    well &= found;
                }
                (all.join(if zero { "\0" } else { " " }), well)
            }
        };
        cx.puts(&text);
        cx.puts(if zero { "\0" } else { "\n" });
        status |= i32::from(!well);
    }
    status
}
