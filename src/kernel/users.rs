//! Users and groups as passwd(5) and group(5) hold them. Each process reads the files of its own root.

use crate::vfs::text;

use super::Proc;

/// An entry of /etc/passwd.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct User {
    pub name: String,
    pub uid: u32,
    pub gid: u32,
    pub gecos: String,
    pub home: String,
    pub shell: String,
}

/// An entry of /etc/group.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Group {
    pub name: String,
    pub gid: u32,
    pub members: Vec<String>,
}

/// The users in the text of a passwd file; lines that are not understood are passed over.
pub fn parse_passwd(file: &str) -> Vec<User> {
    let user = |line: &str| {
        let f: Vec<&str> = line.split(':').collect();
        let field = |i: usize| f.get(i).copied().unwrap_or_default().to_string();
        Some(User {
            name: field(0),
            uid: f.get(2)?.parse().ok()?,
            gid: f.get(3)?.parse().ok()?,
            gecos: field(4),
            home: field(5),
            shell: field(6),
        })
    };
    file.lines().filter_map(user).collect()
}

/// The groups in the text of a group file.
pub fn parse_group(file: &str) -> Vec<Group> {
    let group = |line: &str| {
        let f: Vec<&str> = line.split(':').collect();
        let members = f.get(3).copied().unwrap_or_default();
        let members = members.split(',').filter(|m| !m.is_empty()).map(str::to_string);
        Some(Group {
            name: (*f.first()?).to_string(),
            gid: f.get(2)?.parse().ok()?,
            members: members.collect(),
        })
    };
    file.lines().filter_map(group).collect()
}

/// All users a process sees.
pub fn passwd(p: &Proc) -> Vec<User> {
    parse_passwd(&text::decode_owned(p.read_file("/etc/passwd").unwrap_or_default()))
}

/// All groups a process sees.
pub fn groups(p: &Proc) -> Vec<Group> {
    parse_group(&text::decode_owned(p.read_file("/etc/group").unwrap_or_default()))
}

/// Numbers of the groups that name a user as a member (initgroups(3)), the main group first.
pub fn groups_of(p: &Proc, user: &str, gid: u32) -> Vec<u32> {
    let mut out = vec![gid];
    for g in groups(p) {
        if g.members.iter().any(|m| m == user) && !out.contains(&g.gid) {
            out.push(g.gid);
        }
    }
    out
}
