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
pub fn parse_passwd(file: &str) -> impl Iterator<Item = User> {
    file.lines().filter_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        let (uid, gid) = (fields.nth(1)?.parse().ok()?, fields.next()?.parse().ok()?);
        let mut text = || fields.next().unwrap_or_default().to_string();
        Some(User { name: name.to_string(), uid, gid, gecos: text(), home: text(), shell: text() })
    })
}

/// The groups in the text of a group file.
pub fn parse_group(file: &str) -> impl Iterator<Item = Group> {
    file.lines().filter_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        let gid = fields.nth(1)?.parse().ok()?;
        let members = fields.next().unwrap_or_default();
        let members = members.split(',').filter(|m| !m.is_empty()).map(str::to_string);
        Some(Group { name: name.to_string(), gid, members: members.collect() })
    })
}

/// The numbers of the groups that name a user as a member.
pub fn gids_of_member<'a>(file: &'a str, user: &'a str) -> impl Iterator<Item = u32> + 'a {
    file.lines().filter_map(move |line| {
        // Most lines name nobody: only where their fields begin is looked for.
        let mut colons = line.bytes().enumerate().filter(|(_, b)| *b == b':').map(|(at, _)| at);
        let (second, third) = (colons.nth(1)?, colons.next()?);
        let members = &line[third + 1..colons.next().unwrap_or(line.len())];
        let named = members.split(',').any(|m| m == user);
        if named { line[second + 1..third].parse().ok() } else { None }
    })
}

/// All users a process sees.
pub fn passwd(p: &Proc) -> Vec<User> {
    parse_passwd(&text::decode_owned(p.read_file("/etc/passwd").unwrap_or_default())).collect()
}

/// All groups a process sees.
pub fn groups(p: &Proc) -> Vec<Group> {
    parse_group(&text::decode_owned(p.read_file("/etc/group").unwrap_or_default())).collect()
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

#[cfg(test)]
mod tests {
    use super::gids_of_member;

    #[test]
    fn members_of_groups() {
        let file =
            "root:x:0:\nwheel:x:10:root,bob\nbob:x:1000:\nx:y\nodd:x:bob:bob\nmail:x:8:bob:more\n";
        let of = |user| gids_of_member(file, user).collect::<Vec<_>>();
        assert_eq!((of("bob"), of("root"), of("bo")), (vec![10, 8], vec![10], vec![]));
    }
}
