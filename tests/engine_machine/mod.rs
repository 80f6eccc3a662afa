//! A machine with Docker on it, for tests that speak to the engine directly.

#![allow(clippy::unwrap_used)]
#![allow(dead_code)]

use std::cell::Cell;
use std::rc::Rc;

use drydock::engine::api::config::Config;
use drydock::engine::api::container::{
    AttachOptions, ContainerCreate, RemoveOptions, Stream, WaitCondition,
};
use drydock::engine::api::host_config::HostConfig;
use drydock::engine::{Attachment, Engine};
use drydock::images::Catalogue;
use drydock::kernel::{Kernel, Namespaces, Proc, Progress};
use drydock::vfs::{MemFs, MountFlags, MountSpec, Super, Vfs};
use drydock::{coreutils, shell};

/// A host with nothing on its disk but Docker, and some images pulled.
pub fn machine() -> (Rc<Kernel>, Namespaces, Engine) {
    let mut vfs = Vfs::new();
    let root = vfs.add_super(Super::Mem(MemFs::new(1 << 34, true, 0o755, 0)));
    let spec = MountSpec {
        root,
        flags: MountFlags::NONE,
        fstype: "ext4".into(),
        source: "/dev/sda1".into(),
        options: String::new(),
    };
    let (mnt, root) = vfs.new_namespace(spec);
    let k = Kernel::new(vfs, 1_760_000_000_000_000_000, 7);
    let (pidns, uts) = (k.new_pidns(), k.new_uts("test"));
    let ns = Namespaces { mnt, root, pidns, uts };
    k.new_netns();
    coreutils::register(&k);
    shell::register(&k);
    let engine = Engine::new(Rc::clone(&k), ns, Rc::new(Catalogue));
    (k, ns, engine)
}

/// Runs something as a process of such a host, until it has ended.
pub fn on<F, Fut>(body: F)
where
    F: Fn(Engine, Proc) -> Fut + 'static,
    Fut: Future<Output = ()> + 'static,
{
    let (k, ns, engine) = machine();
    let done = Rc::new(Cell::new(false));
    let (body, flag, inside) = (Rc::new(body), Rc::clone(&done), engine.clone());
    let main = move |p: Proc| -> drydock::kernel::LocalFuture<i32> {
        let (body, flag, e) = (Rc::clone(&body), Rc::clone(&flag), inside.clone());
        Box::pin(async move {
            use drydock::vfs::FileType;
            p.mkdir("/dev", 0o755).unwrap();
            p.mknod("/dev/null", FileType::CharDevice, (1, 3), 0o666).unwrap();
            p.mkdir("/etc", 0o755).unwrap();
            p.mkdir("/tmp", 0o777).unwrap();
            p.write_file("/etc/hostname", b"test\n", 0o644).unwrap();
            e.boot(&["alpine", "busybox"]).unwrap();
            body(e, p).await;
            flag.set(true);
            0
        })
    };
    k.spawn_root(&["init"], ns, Rc::new(main));
    for _ in 0..100_000 {
        match k.run(1000) {
            _ if done.get() => break,
            Progress::Busy => {}
            Progress::Idle { next: Some(at) } => k.advance_to(at),
            Progress::Idle { next: None } => break,
        }
    }
    assert!(done.get(), "the machine does not come to an end");
    k.shut_down();
}

/// Words for a shell.
pub fn sh(script: &str) -> [&str; 3] {
    ["sh", "-c", script]
}

/// Makes a container.
pub fn create(e: &Engine, name: &str, image: &str, host: HostConfig, words: &[&str]) -> String {
    let config = Config {
        image: image.into(),
        cmd: Some(words.iter().map(|w| (*w).to_string()).collect()),
        ..Default::default()
    };
    let request =
        ContainerCreate { name: name.into(), config, host_config: host, ..Default::default() };
    e.container_create(request).unwrap().id
}

/// All output of an attached stream.
pub async fn output(a: &Attachment, p: &Proc) -> String {
    let mut out = String::new();
    while let Some(f) = a.read(p).await.unwrap() {
        if f.stream == Stream::Stderr {
            out.push_str("! ");
        }
        out.push_str(&String::from_utf8_lossy(&f.bytes));
    }
    out
}

/// `docker run --rm`: output and exit status.
pub async fn run_in(
    e: &Engine,
    p: &Proc,
    image: &str,
    host: HostConfig,
    words: &[&str],
) -> (String, i64) {
    let id = create(e, "", image, host, words);
    let all = AttachOptions { stdout: true, stderr: true, ..Default::default() };
    let a = e.container_attach(&id, &all).unwrap();
    let w = e.container_wait(&id, WaitCondition::NextExit).unwrap();
    e.container_start(&id).unwrap();
    let out = output(&a, p).await;
    let status = w.wait(p).await.unwrap().status;
    let with_volumes = RemoveOptions { volumes: true, ..Default::default() };
    e.container_remove(p, &id, with_volumes).await.unwrap();
    (out, status)
}
