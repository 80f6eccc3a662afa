//! Starting processes in a container: pipes or a terminal, made on the shim's behalf, and the process
//! itself as the shim's child.

use crate::engine::state::{Container, ProcessSpec, Run, Task};
use crate::engine::volumes::go_errno;
use crate::engine::{Engine, Result};
use crate::kernel::{Fd, Namespaces, Pid, Proc, Resource, Spawn};
use crate::vfs::{Body, Errno, OpenFlags};
use std::rc::Rc;

/// Descriptors of a process to be, ours and its own.
struct Streams {
    child: Vec<(Fd, Fd)>,
    close: Vec<Fd>,
    task: Task,
}

fn open_streams(shim: &Proc, spec: &ProcessSpec) -> std::result::Result<Streams, Errno> {
    let mut task = Task::default();
    if let Some((cols, rows)) = spec.tty {
        let (n, master) = shim.open_master(cols, rows)?;
        let slave = shim.open_tty(n)?;
        task.tty = Some(n);
        task.out[0] = Some(master);
        task.stdin = Some(master);
        let child = vec![(0, slave), (1, slave), (2, slave)];
        return Ok(Streams { child, close: vec![slave], task });
    }
    let input = if spec.stdin {
        let (r, w) = shim.pipe()?;
        task.stdin = Some(w);
        r
    } else {
        shim.open("/dev/null", OpenFlags::READ, 0)?
    };
    let (out_r, out_w) = shim.pipe()?;
    let (err_r, err_w) = shim.pipe()?;
    task.out = [Some(out_r), Some(err_r)];
    let child = vec![(0, input), (1, out_w), (2, err_w)];
    Ok(Streams { child, close: vec![input, out_w, err_w], task })
}

impl Engine {
    /// Starts a process in a running container's namespaces. What was queued for the task before
    /// (attached clients, input) is kept by the caller. The inner error is runc's words.
    pub(crate) fn spawn_in(
        &self,
        c: &Container,
        run: &Run,
        spec: &ProcessSpec,
    ) -> Result<std::result::Result<Task, String>> {
        let shim = self.inner.kernel.proc(run.shim);
        let streams = match open_streams(&shim, spec) {
            Ok(s) => s,
            Err(e) => return Ok(Err(e.text().to_string())),
        };
        let Streams { child, close, mut task } = streams;
        if let Some(n) = task.tty {
            let now = self.now();
            let uid = spec.cred.uid;
            let mut vfs = self.inner.kernel.vfs();
            crate::engine::disk::as_root(&mut vfs, run.root, |d| {
                let path = format!("/dev/pts/{n}");
                d.vfs.unlink(&d.view, &path).ok();
                d.vfs.now = now;
                if let Ok(at) = d.vfs.mknod(&d.view, &path, Body::Char(136, n), 0o620)
                    && let Ok(i) = d.vfs.inode_mut(at.node)
                {
                    (i.uid, i.gid) = (uid, 5);
                }
            });
        }
        let err_fd = child[2].1;
        let confinement = super::confine::confinement(self, c, run, spec.bounding);
        let most = confinement.limits.soft(Resource::Nproc);
        let what = Spawn {
            confined: Some(confinement),
            env: Some(Rc::new(spec.env.clone())),
            fds: Some(child),
            cwd: Some(spec.cwd.clone()),
            cred: Some(spec.cred.clone()),
            session: Some(task.tty),
            ns: Some(Namespaces {
                mnt: run.mnt,
                root: run.root,
                pidns: run.shared.pidns,
                uts: run.shared.uts,
            }),
            umask: Some(0o022),
            reset_signals: true,
            ..Spawn::new(&spec.path, spec.argv.clone())
        };
        let uid = spec.cred.uid;
        let many = uid != 0 && self.inner.kernel.processes_of(uid) as u64 >= most;
        let spawned = if many { Err(Errno::EAGAIN) } else { shim.spawn(what) };
        let started: std::result::Result<Pid, String> = match spawned {
            Ok(pid) => Ok(pid),
            // runc has become the program's process by then, so that all it can do is say so and end.
            Err(e) => {
                let words = format!("exec {}: {}\n", spec.path, go_errno(e));
                shim.fork(move |p| async move {
                    p.write_all(err_fd, words.as_bytes()).await.ok();
                    255
                })
                .map_err(|e| e.text().to_string())
            }
        };
        for fd in close {
            shim.close(fd).ok();
        }
        match started {
            Ok(pid) => {
                task.pid = Some(pid);
                Ok(Ok(task))
            }
            Err(why) => {
                for fd in [task.out[0], task.out[1], task.stdin.filter(|_| task.tty.is_none())] {
                    fd.map(|fd| shim.close(fd).ok());
                }
                if let Some(n) = task.tty {
                    self.inner.kernel.drop_tty(n);
                }
                Ok(Err(why))
            }
        }
    }
}
