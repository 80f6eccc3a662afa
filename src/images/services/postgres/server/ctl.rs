//! `pg_ctl`: starts and stops a server, and says whether one runs.

use crate::coreutils::launch;
use crate::kernel::{KillTarget, Pid, Proc, Signal};
use crate::vfs::OpenFlags;

/// The program.
pub async fn main(p: Proc) -> i32 {
    let args: Vec<String> = p.argv().iter().skip(1).cloned().collect();
    let mut dir = p.env("PGDATA").unwrap_or_default();
    let (mut mode, mut options, mut log, mut verb) =
        ("fast".to_string(), String::new(), None, None);
    let mut it = args.iter();
    while let Some(a) = it.next() {
        let mut take = || it.next().cloned().unwrap_or_default();
        match a.as_str() {
            "-D" => dir = take(),
            "-m" => mode = take(),
            "-o" => options = take(),
            "-l" => log = Some(take()),
            "-t" => drop(take()),
            "-w" | "-W" | "-s" => {}
            a if a.starts_with("-D") => dir = a[2..].to_string(),
            a => verb = Some(a.to_string()),
        }
    }
    let say = |text: String| {
        let p = p.clone();
        async move {
            let _ = p.write_all(1, text.as_bytes()).await;
        }
    };
    if dir.is_empty() {
        let _ = p.write_all(2, b"pg_ctl: no database directory specified and environment variable PGDATA unset\nTry \"pg_ctl --help\" for more information.\n").await;
        return 1;
    }
    if p.cred().uid == 0 {
        let _ = p.write_all(2, b"pg_ctl: cannot be run as root\nPlease log in (using, e.g., \"su\") as the (unprivileged) user that will\nown the server process.\n").await;
        return 1;
    }
    let state = || {
        let text = p.read_file(&format!("{dir}/postmaster.pid")).ok()?;
        let text = String::from_utf8_lossy(&text).to_string();
        let pid: Pid = text.lines().next()?.parse().ok()?;
        p.kill(KillTarget::Pid(pid), None).ok()?;
        Some((pid, text.lines().last().unwrap_or_default().trim() == "ready"))
    };
    match (verb.as_deref(), state()) {
        (Some("start"), Some(_)) => {
            let _ = p
                .write_all(
                    2,
                    b"pg_ctl: another server might be running; trying to start server anyway\n",
                )
                .await;
            1
        }
        (Some("start" | "restart"), _) => {
            say("waiting for server to start....".into()).await;
            let mut argv = vec!["postgres".to_string(), "-D".to_string(), dir.clone()];
            argv.extend(
                options.split_whitespace().map(|w| w.trim_matches(['"', '\'']).to_string()),
            );
            let child = p.fork(|c| async move {
                let _ = c.setsid();
                if let Some(log) = log
                    && let Ok(fd) =
                        c.open(&log, OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::APPEND, 0o600)
                {
                    let _ = c.dup2(fd, 1);
                    let _ = c.dup2(fd, 2);
                }
                let _ = launch::exec(&c, &argv).await;
                127
            });
            for _ in 0..600 {
                let _ = p.sleep(100_000_000).await;
                if state().is_some_and(|s| s.1) {
                    say(" done\nserver started\n".into()).await;
                    return 0;
                }
                if child.is_err()
                    || p.wait_now(crate::kernel::WaitFor::Any, Default::default())
                        .is_ok_and(|w| w.is_some())
                {
                    break;
                }
            }
            say(" stopped waiting\n".into()).await;
            let _ =
                p.write_all(2, b"pg_ctl: could not start server\nExamine the log output.\n").await;
            1
        }
        (Some("status"), Some((pid, _))) => {
            let opts = p.read_file(&format!("{dir}/postmaster.opts")).unwrap_or_default();
            say(format!(
                "pg_ctl: server is running (PID: {pid})\n{}",
                String::from_utf8_lossy(&opts)
            ))
            .await;
            0
        }
        (Some("status"), None) => {
            say("pg_ctl: no server running\n".into()).await;
            3
        }
        (Some("reload"), Some((pid, _))) => {
            let _ = p.kill(KillTarget::Pid(pid), Some(Signal::HUP));
            say("server signaled\n".into()).await;
            0
        }
        (Some("stop"), Some((pid, _))) => {
            let signal = match mode.as_str() {
                "smart" => Signal::TERM,
                "immediate" => Signal::QUIT,
                _ => Signal::INT,
            };
            let _ = p.kill(KillTarget::Pid(pid), Some(signal));
            say("waiting for server to shut down....".into()).await;
            for _ in 0..600 {
                if state().is_none() {
                    say(" done\nserver stopped\n".into()).await;
                    return 0;
                }
                let _ = p.sleep(100_000_000).await;
            }
            say(" failed\n".into()).await;
            1
        }
        (Some("stop" | "reload"), None) => {
            let text = format!(
                "pg_ctl: PID file \"{dir}/postmaster.pid\" does not exist\nIs server running?\n"
            );
            let _ = p.write_all(2, text.as_bytes()).await;
            1
        }
        (Some(v), _) => {
            let text = format!(
                "pg_ctl: unrecognized operation mode \"{v}\"\nTry \"pg_ctl --help\" for more information.\n"
            );
            let _ = p.write_all(2, text.as_bytes()).await;
            1
        }
        (None, _) => {
            let _ = p.write_all(2, b"pg_ctl: no operation specified\nTry \"pg_ctl --help\" for more information.\n").await;
            1
        }
    }
}
