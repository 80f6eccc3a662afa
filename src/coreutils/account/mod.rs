//! Users and groups: who one is, becoming someone else, and keeping /etc/passwd and its relatives.

pub mod adduser;
pub mod files;
pub mod getent;
pub mod groupadd;
pub mod groups;
pub mod id;
pub mod logname;
mod make;
pub mod passwd;
pub mod su;
pub mod sudo;
pub mod useradd;
pub mod who;
pub mod whoami;

use crate::kernel::Proc;

/// The name of the user on the controlling terminal: of the owner of its device (getlogin(3)).
pub fn login_user(p: &Proc) -> Option<String> {
    let tty = p.controlling_tty()?;
    let owner = p.stat(&format!("/dev/pts/{tty}")).ok()?.uid;
    p.user_by_id(owner).map(|u| u.name)
}

/// Who is logged in: name, terminal, since when, and what the login shell is. A login shell is a
/// session's leader whose name begins with a dash.
pub fn logins(p: &Proc) -> Vec<Login> {
    let mut out = Vec::new();
    for i in p.processes() {
        let shell = i.argv.first().is_some_and(|a| a.starts_with('-'));
        if let Some(tty) = i.tty.filter(|_| shell && i.pid == i.sid) {
            let name = p.user_by_id(i.uid).map_or(i.uid.to_string(), |u| u.name);
            out.push(Login { name, tty, since: i.started, pid: i.pid });
        }
    }
    out
}

/// Somebody who is logged in.
#[derive(Clone, Debug)]
pub struct Login {
    /// The user's name.
    pub name: String,
    /// The number of the terminal.
    pub tty: u32,
    /// Nanoseconds since the epoch.
    pub since: i64,
    /// The login shell.
    pub pid: u32,
}
