//! Names of users and groups: looked up once for a listing, and read from `user:group`.

use std::collections::BTreeMap;

use crate::kernel::{Proc, users};

/// Names by number, from the process's own /etc/passwd and /etc/group.
#[derive(Default)]
pub struct Names {
    users: BTreeMap<u32, String>,
    groups: BTreeMap<u32, String>,
}

impl Names {
    /// All names that this process sees. The first entry of a number counts.
    pub fn load(p: &Proc) -> Names {
        let mut names = Names::default();
        for u in users::passwd(p) {
            names.users.entry(u.uid).or_insert(u.name);
        }
        for g in users::groups(p) {
            names.groups.entry(g.gid).or_insert(g.name);
        }
        names
    }

    /// A user's name, if it has one.
    pub fn user(&self, uid: u32) -> Option<&str> {
        self.users.get(&uid).map(String::as_str)
    }

    /// A group's name, if it has one.
    pub fn group(&self, gid: u32) -> Option<&str> {
        self.groups.get(&gid).map(String::as_str)
    }

    /// A user's name, or else its number.
    pub fn user_or_id(&self, uid: u32) -> String {
        self.user(uid).map_or_else(|| uid.to_string(), str::to_string)
    }

    /// A group's name, or else its number.
    pub fn group_or_id(&self, gid: u32) -> String {
        self.group(gid).map_or_else(|| gid.to_string(), str::to_string)
    }
}

/// A user by name or number.
pub fn user_id(p: &Proc, name: &str) -> Option<u32> {
    let number = |s: &str| s.parse::<u32>().ok().filter(|_| !s.starts_with('+'));
    p.user_by_name(name).map(|u| u.uid).or_else(|| number(name))
}

/// A group by name or number.
pub fn group_id(p: &Proc, name: &str) -> Option<u32> {
    let number = |s: &str| s.parse::<u32>().ok().filter(|_| !s.starts_with('+'));
    p.group_by_name(name).map(|g| g.gid).or_else(|| number(name))
}

/// What is wrong with a `user:group`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bad {
    /// No such user.
    User,
    /// No such group.
    Group,
    /// A number followed by a colon without a group: whose group should it be?
    Spec,
}

/// User and group as chown(1) sets them, each `None` where it is to stay.
pub type Owner = (Option<u32>, Option<u32>);

/// Reads `user`, `user:group`, `user:` (with the user's own group), `:group` and, where there is no
/// colon and no such user, the old `user.group`.
pub fn parse(p: &Proc, spec: &str) -> Result<Owner, Bad> {
    match spec.split_once(':') {
        None => match user_id(p, spec) {
            Some(uid) => Ok((Some(uid), None)),
            None if spec.is_empty() => Ok((None, None)),
            None => match spec.split_once('.') {
                Some((u, g)) => both(p, u, g),
                None => Err(Bad::User),
            },
        },
        Some((u, g)) => both(p, u, g),
    }
}

/// Reads the same as BusyBox does: a number with a colon and no group is its own group, and there is no `user.group`.
/// Else what it says is unknown.
pub fn parse_plainly(p: &Proc, spec: &str) -> Result<Owner, String> {
    let Some((u, g)) = spec.split_once(':') else {
        return match user_id(p, spec) {
            Some(uid) => Ok((Some(uid), None)),
            None => Err(format!("user {spec}")),
        };
    };
    if u.is_empty() {
        return match group_id(p, g) {
            Some(gid) => Ok((None, Some(gid))),
            None => Err(format!("group {g}")),
        };
    }
    let both = || format!("user/group {}", if g.is_empty() { u } else { spec });
    let uid = user_id(p, u).ok_or_else(both)?;
    let gid = match g {
        "" => p.user_by_name(u).or_else(|| p.user_by_id(uid)).map_or(uid, |user| user.gid),
        g => group_id(p, g).ok_or_else(both)?,
    };
    Ok((Some(uid), Some(gid)))
}

fn both(p: &Proc, u: &str, g: &str) -> Result<Owner, Bad> {
    let uid = match u {
        "" => None,
        u => Some(user_id(p, u).ok_or(Bad::User)?),
    };
    let gid = match (g, u) {
        ("", "") => None,
        ("", u) => match p.user_by_name(u) {
            Some(user) => Some(user.gid),
            None => return Err(Bad::Spec),
        },
        (g, _) => Some(group_id(p, g).ok_or(Bad::Group)?),
    };
    Ok((uid, gid))
}
