//! The kernel on its own: processes, pipes, signals, sleeping, and forks of the machine.

use std::rc::Rc;

use drydock::kernel::{
    Kernel, KillTarget, Namespaces, Proc, Progress, Signal, WaitFlags, WaitFor, WaitStatus,
};
use drydock::vfs::{Errno, MemFs, MountFlags, MountSpec, OpenFlags, Super, Vfs};

fn machine() -> (Rc<Kernel>, Namespaces) {
    let mut vfs = Vfs::new();
    let root = vfs.add_super(Super::Mem(MemFs::new(1 << 30, true, 0o755, 0)));
    let spec = MountSpec {
        root,
        flags: MountFlags::NONE,
        fstype: "ext4".into(),
        source: "/dev/sda1".into(),
        options: String::new(),
    };
    let (mnt, root) = vfs.new_namespace(spec);
    let k = Kernel::new(vfs, 1_000_000_000, 7);
    let (pidns, uts) = (k.new_pidns(), k.new_uts("test"));
    (k, Namespaces { mnt, root, pidns, uts })
}

/// Runs a first process until nothing can happen any more, timers included.
fn run<F, Fut>(body: F) -> Rc<Kernel>
where
    F: Fn(Proc) -> Fut + 'static,
    Fut: Future<Output = i32> + 'static,
{
    let (k, ns) = machine();
    k.spawn_root(&["init"], ns, Rc::new(move |p| Box::pin(body(p))));
    for _ in 0..10_000 {
        match k.run(1000) {
            Progress::Busy => {}
            Progress::Idle { next: Some(at) } => k.advance_to(at),
            Progress::Idle { next: None } => return k,
        }
    }
    panic!("the machine does not come to rest");
}

#[test]
fn pipes_stream_and_children_are_waited_for() {
    run(|p| async move {
        let (r, w) = p.pipe().unwrap();
        let child = p
            .fork(|c| async move {
                c.close(r).unwrap();
                c.write_all(w, &vec![b'x'; 300_000]).await.unwrap();
                7
            })
            .unwrap();
        p.close(w).unwrap();
        let mut total = 0;
        loop {
            let piece = p.read(r, 10_000).await.unwrap();
            if piece.is_empty() {
                break;
            }
            total += piece.len();
        }
        assert_eq!(total, 300_000);
        let ended = p.wait(WaitFor::Any, WaitFlags::default()).await.unwrap();
        assert_eq!(ended, Some((child, WaitStatus::Exited(7))));
        assert_eq!(p.wait(WaitFor::Any, WaitFlags::default()).await, Err(Errno::ECHILD));
        0
    });
}

#[test]
fn signals_end_sleepers_and_loops() {
    run(|p| async move {
        let sleeper = p.fork(|c| async move { c.sleep(u64::MAX >> 2).await.map_or(1, |()| 0) });
        let spinner = p.fork(|c| async move {
            loop {
                c.tick(1).await;
            }
        });
        for (pid, signal) in [(sleeper, Signal::TERM), (spinner, Signal::INT)] {
            let pid = pid.unwrap();
            p.sleep(1_000_000).await.unwrap();
            p.kill(KillTarget::Pid(pid), Some(signal)).unwrap();
            let ended = p.wait(WaitFor::Pid(pid), WaitFlags::default()).await.unwrap();
            assert_eq!(ended, Some((pid, WaitStatus::Signaled(signal))));
        }
        0
    });
}

#[test]
fn a_writer_without_readers_dies() {
    run(|p| async move {
        let (r, w) = p.pipe().unwrap();
        p.close(r).unwrap();
        let child = p.fork(move |c| async move {
            c.write_all(w, b"x").await.unwrap();
            0
        });
        let child = child.unwrap();
        let ended = p.wait(WaitFor::Pid(child), WaitFlags::default()).await.unwrap();
        assert_eq!(ended, Some((child, WaitStatus::Signaled(Signal::PIPE))));
        0
    });
}

#[test]
fn a_fork_of_the_machine_stands_alone() {
    let (k, ns) = machine();
    k.spawn_root(
        &["init"],
        ns,
        Rc::new(|p| {
            Box::pin(async move {
                let flags = OpenFlags::WRITE | OpenFlags::CREAT;
                let fd = p.open("/log", flags, 0o644).unwrap();
                loop {
                    p.write_all(fd, b"tick\n").await.unwrap();
                    p.sleep(1_000_000_000).await.unwrap();
                }
            })
        }),
    );
    k.run(100);
    let twin = k.fork();
    assert_eq!(k.now(), twin.now());
    let Progress::Idle { next: Some(at) } = k.run(10) else { panic!("not idle") };
    k.advance_to(at);
    k.run(100);
    twin.advance_to(at);
    twin.run(100);
    assert_eq!(k.proc(1).read_file("/log").unwrap(), b"tick\ntick\n");
    assert_eq!(twin.proc(1).read_file("/log").unwrap(), b"tick\n");
    assert_eq!(twin.proc(1).processes().len(), 1);
    twin.proc(1).write_file("/log", b"other", 0o644).unwrap();
    assert_eq!(k.proc(1).read_file("/log").unwrap(), b"tick\ntick\n");
}

#[test]
fn unlinked_files_live_while_they_are_open() {
    run(|p| async move {
        let flags = OpenFlags::READ | OpenFlags::WRITE | OpenFlags::CREAT;
        let fd = p.open("/f", flags, 0o600).unwrap();
        p.write_all(fd, &[1; 5000]).await.unwrap();
        let free = p.statfs("/").unwrap().free;
        p.unlink("/f").unwrap();
        p.lseek(fd, std::io::SeekFrom::Start(4998)).unwrap();
        assert_eq!(p.read(fd, 10).await.unwrap(), [1, 1]);
        assert_eq!(p.statfs("/").unwrap().free, free);
        p.close(fd).unwrap();
        assert_eq!(p.statfs("/").unwrap().free, free + 8192);
        0
    });
}

#[test]
fn connections_carry_bytes_both_ways() {
    let (k, ns) = machine();
    k.new_netns();
    k.spawn_root(
        &["init"],
        ns,
        Rc::new(|p| {
            Box::pin(async move {
                let home = std::net::Ipv4Addr::LOCALHOST;
                assert_eq!(p.connect(home, 80).await, Err(Errno::ECONNREFUSED));
                let (l, port) = p.listen(None, 80).unwrap();
                assert_eq!((port, p.listen(None, 80)), (80, Err(Errno::EADDRINUSE)));
                let server = p.fork(move |s| async move {
                    let (c, _) = s.accept(l).await.unwrap();
                    let got = s.read(c, 100).await.unwrap();
                    s.write_all(c, &[&b"you said "[..], &got].concat()).await.unwrap();
                    assert_eq!(s.read(c, 100).await.unwrap(), b"");
                    0
                });
                p.close(l).unwrap();
                let c = p.connect(home, 80).await.unwrap();
                p.write_all(c, b"hello").await.unwrap();
                assert_eq!(p.read(c, 100).await.unwrap(), b"you said hello");
                p.close(c).unwrap();
                let pid = server.unwrap();
                let ended = p.wait(WaitFor::Pid(pid), WaitFlags::default()).await.unwrap();
                assert_eq!(ended, Some((pid, WaitStatus::Exited(0))));
                assert_eq!(p.connect(home, 80).await, Err(Errno::ECONNREFUSED));
                0
            })
        }),
    );
    while let Progress::Busy = k.run(100) {}
    assert!(!k.is_alive(1));
}

#[test]
fn made_up_files_are_read_whole() {
    let (k, ns) = machine();
    let proc = {
        let fs = drydock::kernel::ProcFs::new(&k, ns.pidns);
        k.vfs().add_super(Super::Synthetic(fs))
    };
    k.spawn_root(
        &["init"],
        ns,
        Rc::new(move |p| {
            Box::pin(async move {
                p.mkdir("/proc", 0o555).unwrap();
                let at = {
                    let kernel = p.kernel();
                    let mut vfs = kernel.vfs();
                    let cred = drydock::vfs::Cred::root();
                    let view = drydock::vfs::View {
                        root: ns.root,
                        cwd: ns.root,
                        cred: &cred,
                        pid: 1,
                        far: false,
                    };
                    vfs.resolve(&view, "/proc", true).unwrap()
                };
                let spec = MountSpec {
                    root: proc,
                    flags: MountFlags::RO,
                    fstype: "proc".into(),
                    source: "proc".into(),
                    options: String::new(),
                };
                p.kernel().vfs().mount(at, spec, "/proc").unwrap();
                let mounts = p.read_file("/proc/self/mounts").unwrap();
                assert_eq!(
                    String::from_utf8(mounts).unwrap(),
                    "/dev/sda1 / ext4 rw,relatime 0 0\nproc /proc proc ro,relatime 0 0\n"
                );
                assert_eq!(p.read_file("/proc/self/fd"), Err(Errno::EISDIR));
                assert_eq!(p.readdir("/proc/1/comm"), Err(Errno::ENOTDIR));
                0
            })
        }),
    );
    while let Progress::Busy = k.run(100) {}
    assert!(!k.is_alive(1));
}
