//! gosu: runs a program as another user.

use crate::coreutils::launch;
use crate::kernel::{Proc, users};
use crate::vfs::Cred;

/// `gosu USER COMMAND...`.
pub async fn main(p: Proc) -> i32 {
    let argv = p.argv();
    let [_, user, command @ ..] = &*argv else { return usage(&p).await };
    if command.is_empty() {
        return usage(&p).await;
    }
    let found = p.user_by_name(user).or_else(|| user.parse().ok().and_then(|n| p.user_by_id(n)));
    let Some(u) = found else {
        let text = format!(
            "error: failed switching to \"{user}\": unable to find user {user}: no matching entries in passwd file\n"
        );
        let _ = p.write_all(2, text.as_bytes()).await;
        return 1;
    };
    let groups = users::groups_of(&p, &u.name, u.gid);
    if let Err(e) = p.set_cred(Cred::user(u.uid, u.gid, groups)) {
        let text =
            format!("error: failed switching to \"{user}\": {}\n", e.to_string().to_lowercase());
        let _ = p.write_all(2, text.as_bytes()).await;
        return 1;
    }
    let mut env = p.environ().to_vec();
    env.retain(|(n, _)| n != "HOME");
    env.push(("HOME".into(), u.home.clone()));
    p.set_environ(env);
    let e = launch::exec(&p, command).await;
    let text = format!(
        "error: exec: \"{}\": {}\n",
        command[0],
        if e == crate::vfs::Errno::ENOENT {
            "executable file not found in $PATH".to_string()
        } else {
            e.to_string()
        }
    );
    let _ = p.write_all(2, text.as_bytes()).await;
    1
}

async fn usage(p: &Proc) -> i32 {
    let _ = p.write_all(2, b"Usage: gosu user-spec command [args]\n   eg: gosu postgres bash\n       gosu nobody:root bash -c 'whoami && id'\n").await;
    1
}
