//! What adding and removing users and groups comes to, for the programs that do it in their own words.

use crate::kernel::Proc;
use crate::vfs::{Errno, FileType};

use super::files::{Table, group, passwd, shadow};

/// A user to be.
pub struct NewUser {
    /// Its name.
    pub name: String,
    /// Its number.
    pub uid: u32,
    /// Its main group.
    pub gid: u32,
    /// Its full name and the like.
    pub gecos: String,
    /// Its home.
    pub home: String,
    /// Its shell.
    pub shell: String,
}

/// The day, as /etc/shadow counts.
fn today(p: &Proc) -> i64 {
    p.now() / 86_400_000_000_000
}

/// Adds a user to the files.
pub fn add_user(p: &Proc, u: &NewUser) -> Result<(), Errno> {
    let mut users = passwd(p);
    users.add(&format!("{}:x:{}:{}:{}:{}:{}", u.name, u.uid, u.gid, u.gecos, u.home, u.shell));
    users.write(p)?;
    if p.exists("/etc/shadow") {
        let mut secrets = shadow(p);
        secrets.add(&format!("{}:!:{}:0:99999:7:::", u.name, today(p)));
        secrets.write(p)?;
    }
    Ok(())
}

/// Adds a group to the files.
pub fn add_group(p: &Proc, name: &str, gid: u32) -> Result<(), Errno> {
    let mut groups = group(p);
    groups.add(&format!("{name}:x:{gid}:"));
    groups.write(p)
}

/// Makes a home with what /etc/skel has.
pub fn make_home(p: &Proc, u: &NewUser) -> Result<(), Errno> {
    let mut at = String::new();
    for part in u.home.split('/').filter(|s| !s.is_empty()) {
        at = format!("{at}/{part}");
        match p.mkdir(&at, 0o755) {
            Ok(()) | Err(Errno::EEXIST) => {}
            Err(e) => return Err(e),
        }
    }
    copy(p, "/etc/skel", &u.home, u, 0)?;
    p.chmod(&u.home, 0o700)?;
    p.chown(&u.home, Some(u.uid), Some(u.gid), true)
}

fn copy(p: &Proc, from: &str, to: &str, u: &NewUser, depth: u32) -> Result<(), Errno> {
    if depth > 8 {
        return Ok(());
    }
    for e in p.readdir(from).unwrap_or_default() {
        let (a, b) = (format!("{from}/{}", e.name), format!("{to}/{}", e.name));
        match e.kind {
            FileType::Directory => {
                p.mkdir(&b, p.stat(&a)?.perm())?;
                copy(p, &a, &b, u, depth + 1)?;
            }
            FileType::Symlink => p.symlink(&p.readlink(&a)?, &b)?,
            FileType::Regular => p.write_file(&b, &p.read_file(&a)?, p.stat(&a)?.perm())?,
            _ => continue,
        }
        p.chown(&b, Some(u.uid), Some(u.gid), false)?;
    }
    Ok(())
}

/// Takes a user out of the files, and its own group where nobody else is in it.
pub fn remove_user(p: &Proc, name: &str) -> Result<(), Errno> {
    let mut users = passwd(p);
    let gid = users.find(name).and_then(|l| l.get(3)?.parse::<u32>().ok());
    users.remove(name);
    users.write(p)?;
    if p.exists("/etc/shadow") {
        let mut secrets = shadow(p);
        secrets.remove(name);
        secrets.write(p)?;
    }
    let mut groups = group(p);
    let own = groups.find(name).is_some_and(|l| {
        l.get(2).and_then(|n| n.parse().ok()) == gid && l.get(3).is_none_or(|m| m.is_empty())
    });
    let shared = users.lines.iter().any(|l| l.get(3).and_then(|n| n.parse().ok()) == gid);
    if own && !shared {
        groups.remove(name);
    }
    let names: Vec<String> = groups.lines.iter().map(|l| l[0].clone()).collect();
    for g in names {
        groups.member(&g, name, false);
    }
    groups.write(p)
}

/// Sets a user's password, hashed already, or locks it.
pub fn set_secret(p: &Proc, name: &str, secret: &str) -> Result<(), Errno> {
    let mut table: Table = shadow(p);
    let day = today(p).to_string();
    match table.find_mut(name) {
        Some(line) => {
            line.resize(line.len().max(9), String::new());
            line[1] = secret.to_string();
            line[2] = day;
        }
        None => table.add(&format!("{name}:{secret}:{day}:0:99999:7:::")),
    }
    table.write(p)
}
