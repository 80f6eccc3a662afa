//! Users and groups: who one is, becoming someone else, and keeping /etc/passwd and its relatives.

pub mod groups;
pub mod id;
pub mod logname;
pub mod su;
pub mod sudo;
pub mod whoami;

use crate::kernel::Proc;

/// The name of the user on the controlling terminal: of the owner of its device (getlogin(3)).
pub fn login_user(p: &Proc) -> Option<String> {
    let tty = p.controlling_tty()?;
    let owner = p.stat(&format!("/dev/pts/{tty}")).ok()?.uid;
    p.user_by_id(owner).map(|u| u.name)
}
