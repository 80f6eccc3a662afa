//! Starting another program from one (find -exec, install -s and the like) and waiting for it.

use crate::coreutils::Cx;
use crate::kernel::{Spawn, WaitFlags, WaitFor, WaitStatus};
use crate::vfs::Errno;

use super::path;

const DEFAULT_PATH: &str = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/// Finds a program as execvp(3) does: EACCES if all that was found can not be executed.
pub fn search(cx: &Cx, name: &str) -> Result<String, Errno> {
    if name.contains('/') {
        return Ok(name.to_string());
    }
    let dirs = cx.p.env("PATH").unwrap_or_else(|| DEFAULT_PATH.to_string());
    let mut found = Err(Errno::ENOENT);
    for dir in dirs.split(':') {
        let full = path::join(if dir.is_empty() { "." } else { dir }, name);
        match cx.p.stat(&full) {
            Ok(s) if s.is_file() && cx.p.access(&full, 1).is_ok() => return Ok(full),
            Ok(_) => found = Err(Errno::EACCES),
            Err(_) => {}
        }
    }
    found
}

/// Runs a program to its end, in a directory if one is given; gives its status as a shell would.
pub async fn run(cx: &mut Cx, argv: &[String], dir: Option<&str>) -> Result<i32, Errno> {
    cx.flush().await;
    let program = search(cx, argv.first().map_or("", String::as_str))?;
    let program = match dir {
        Some(_) => path::normal(&cx.p.cwd(), &program),
        None => program,
    };
    let mut spawn = Spawn::new(&program, argv.to_vec());
    spawn.cwd = dir.map(str::to_string);
    let pid = cx.p.spawn(spawn)?;
    loop {
        match cx.p.wait(WaitFor::Pid(pid), WaitFlags::default()).await {
            Ok(Some((_, WaitStatus::Exited(n)))) => return Ok(i32::from(n)),
            Ok(Some((_, WaitStatus::Signaled(s)))) => return Ok(128 + s.number()),
            Ok(_) | Err(Errno::EINTR) => {}
            Err(e) => return Err(e),
        }
    }
}
