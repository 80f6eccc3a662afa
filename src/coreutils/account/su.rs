//! su: a shell as somebody else. Root asks nobody; others need the password.

use crate::coreutils::{Arg, Cx, launch};
use crate::kernel::users;
use crate::vfs::{CapSet, Cred, Errno};

use super::files;

/// Search paths of login.defs.
const USER_PATH: &str = "/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games";
const ROOT_PATH: &str = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

fn set(env: &mut Vec<(String, String)>, name: &str, value: &str) {
    match env.iter_mut().find(|(n, _)| n == name) {
        Some(entry) => entry.1 = value.to_string(),
        None => env.push((name.to_string(), value.to_string())),
    }
}

/// `su`.
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("command", Arg::Required, 'c'),
        ("login", Arg::No, 'l'),
        ("shell", Arg::Required, 's'),
        ("preserve-environment", Arg::No, 'm'),
        ("group", Arg::Required, 'g'),
        ("pty", Arg::No, 'P'),
    ];
    let spec = if cx.busybox() { "c:lms:p" } else { "c:lmps:g:P" };
    let args = cx.args();
    // A lone dash is -l; what follows the user goes to the shell.
    let dash = args.iter().position(|a| a == "-");
    let args: Vec<String> =
        args.into_iter().map(|a| if a == "-" { "-l".to_string() } else { a }).collect();
    let _ = dash;
    let parsed = match crate::coreutils::getopt::parse(&args, spec, &longs) {
        Ok(parsed) => parsed,
        Err(complaint) => return cx.complain(complaint).await,
    };
    let mut operands = parsed.operands.iter();
    let name = operands.next().map_or("root", String::as_str);
    let rest: Vec<String> = operands.cloned().collect();
    let Some(to) = cx.p.user_by_name(name) else {
        let text = if cx.busybox() {
            format!("unknown user {name}")
        } else {
            format!(
                "user {name} does not exist or the user entry does not contain all the required fields"
            )
        };
        cx.err(text).await;
        return 1;
    };
    if cx.p.cred().uid != 0 {
        let stored = files::shadow(&cx.p).find(name).and_then(|l| l.get(1).cloned());
        let given = files::ask(cx, "Password: ").await;
        let well = stored.zip(given).is_some_and(|(s, g)| files::is_password(&s, &g));
        if !well {
            let text = if cx.busybox() { "incorrect password" } else { "Authentication failure" };
            cx.err(text).await;
            return 1;
        }
    }
    let login = parsed.has('l');
    let keep = (parsed.has('m') || parsed.has('p')) && !login;
    let own = if to.shell.is_empty() { "/bin/sh" } else { &to.shell };
    let kept = cx.p.env("SHELL").filter(|_| keep);
    let shell = parsed.value('s').map(str::to_string).or(kept).unwrap_or_else(|| own.to_string());
    let mut env = if login { Vec::new() } else { cx.p.environ().to_vec() };
    if login {
        let path = if to.uid == 0 { ROOT_PATH } else { USER_PATH };
        let term = cx.p.env("TERM").unwrap_or_else(|| "dumb".to_string());
        set(&mut env, "SHELL", &shell);
        set(&mut env, "PWD", &to.home);
        set(&mut env, "LOGNAME", &to.name);
        set(&mut env, "HOME", &to.home);
        set(&mut env, "TERM", &term);
        set(&mut env, "USER", &to.name);
        set(&mut env, "PATH", path);
        if !cx.busybox() {
            set(&mut env, "MAIL", &format!("/var/mail/{}", to.name));
        }
        if let Err(e) = cx.p.chdir(&to.home) {
            let home = &to.home;
            let text = if cx.busybox() {
                format!("can't change directory to '{home}'")
            } else {
                format!("warning: cannot change directory to {home}: {e}")
            };
            cx.err(text).await;
        }
    } else if !keep {
        set(&mut env, "HOME", &to.home);
        set(&mut env, "SHELL", &shell);
        if to.uid != 0 {
            set(&mut env, "USER", &to.name);
            set(&mut env, "LOGNAME", &to.name);
        }
    }
    let mut gid = to.gid;
    if let Some(group) = parsed.value('g').and_then(|g| cx.p.group_by_name(g)) {
        gid = group.gid;
    }
    let groups = users::groups_of(&cx.p, &to.name, gid);
    let own = cx.p.cred();
    if own.uid == 0 && !own.can(CapSet::SETGID) {
        let text = if cx.busybox() { "can't set groups" } else { "cannot set groups" };
        cx.err(format!("{text}: {}", Errno::EPERM)).await;
        return 1;
    }
    if let Err(e) = cx.p.set_cred(Cred::user(to.uid, gid, groups)) {
        let text = if cx.busybox() { "setuid" } else { "cannot set user id" };
        cx.err(format!("{text}: {e}")).await;
        return 1;
    }
    let base = shell.rsplit('/').next().unwrap_or_default();
    let mut argv = vec![format!("{}{base}", if login { "-" } else { "" })];
    if let Some(command) = parsed.value('c') {
        argv.extend(["-c".to_string(), command.to_string()]);
    }
    argv.extend(rest);
    cx.p.set_environ(env);
    cx.flush().await;
    if shell.ends_with("/nologin") && parsed.value('s').is_none() && !cx.p.exists(&shell) {
        cx.puts("This account is currently not available.\n");
        return 1;
    }
    let e = launch::exec_file(&cx.p, &shell, &argv).await;
    if cx.busybox() {
        cx.err(format!("can't execute '{shell}': {e}")).await;
    } else {
        cx.err(format!("failed to execute {shell}: {e}")).await;
    }
    launch::exec_status(e)
}
