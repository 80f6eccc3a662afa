//! The host: a Debian machine on which Docker is installed and `learner` works. Its disk as it is
//! when it is switched on, before anybody logs in.

use std::rc::Rc;

use crate::coreutils::PROGRAMS;
use crate::coreutils::time::zone;
use crate::images::debian;
use crate::kernel::{Interface, Kernel, Namespaces, ProcFs, host_sys};
use crate::vfs::{Errno, Loc, MemFs, MountFlags, MountSpec, NodeId, Super, Vfs};

use super::config;
use super::tree::Tree;

/// The learner's user and group number.
pub const LEARNER: u32 = 1000;
/// The group whose members may talk to the daemon.
pub const DOCKER_GROUP: u32 = 996;
/// The learner's home.
pub const HOME: &str = "/home/learner";
/// The host's name.
pub const HOSTNAME: &str = "docker-host";
/// Debian's default search path for a user.
pub const PATH: &str = "/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games";

const PASSWD: &str = "root:x:0:0:root:/root:/bin/bash
daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
bin:x:2:2:bin:/bin:/usr/sbin/nologin
sys:x:3:3:sys:/dev:/usr/sbin/nologin
sync:x:4:65534:sync:/bin:/bin/sync
man:x:6:12:man:/var/cache/man:/usr/sbin/nologin
mail:x:8:8:mail:/var/mail:/usr/sbin/nologin
www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin
backup:x:34:34:backup:/var/backups:/usr/sbin/nologin
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
learner:x:1000:1000::/home/learner:/bin/bash
";

const GROUP: &str = "root:x:0:
daemon:x:1:
bin:x:2:
sys:x:3:
adm:x:4:
tty:x:5:
disk:x:6:
man:x:12:
mail:x:8:
sudo:x:27:
www-data:x:33:
backup:x:34:
shadow:x:42:
staff:x:50:
users:x:100:
docker:x:996:learner
nogroup:x:65534:
learner:x:1000:
";

const PROFILE: &str = "# Read by login shells.
if [ \"$(id -u)\" -eq 0 ]; then
  PATH=\"/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\"
else
  PATH=\"/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games\"
fi
export PATH
if [ -n \"$BASH\" ] && [ -f /etc/bash.bashrc ]; then
  . /etc/bash.bashrc
fi
";

const BASHRC: &str = r#"# Read by interactive shells.
[ -z "$PS1" ] && return
shopt -s checkwinsize
if [ "$(id -u)" -eq 0 ]; then
  PS1='\[\e[1;31m\]\u@\h\[\e[0m\]:\[\e[1;34m\]\w\[\e[0m\]# '
else
  PS1='\[\e[1;32m\]\u@\h\[\e[0m\]:\[\e[1;34m\]\w\[\e[0m\]$ '
fi
alias ls='ls --color=auto'
alias ll='ls -l'
alias grep='grep --color=auto'
"#;

/// Mounts a filesystem of the host at a directory.
fn mount(
    vfs: &mut Vfs,
    root: Loc,
    path: &str,
    sb: NodeId,
    (fstype, source, options): (&str, &str, &str),
    flags: MountFlags,
) -> Result<Loc, Errno> {
    let at = Tree::new(vfs, root).dir(path, 0o755, 0, 0)?;
    let spec = MountSpec {
        root: sb,
        flags,
        fstype: fstype.to_string(),
        source: source.to_string(),
        options: options.to_string(),
    };
    let mount = vfs.mount(at, spec, path)?;
    Ok(Loc { mount, node: sb })
}

/// An empty disk with its mount namespace.
pub fn new_disk(now: i64) -> (Vfs, u32, Loc) {
    let disk = MemFs::new(config::DISK, true, 0o755, now);
    old_disk(disk, now)
}

/// A disk with its mount namespace.
pub fn old_disk(disk: MemFs, now: i64) -> (Vfs, u32, Loc) {
    let mut vfs = Vfs::new();
    vfs.now = now;
    let sb = vfs.add_super(Super::Mem(disk));
    let spec = MountSpec {
        root: sb,
        flags: MountFlags::NONE,
        fstype: "ext4".to_string(),
        source: "/dev/sda1".to_string(),
        options: "errors=remount-ro".to_string(),
    };
    let (mnt, root) = vfs.new_namespace(spec);
    (vfs, mnt, root)
}

/// Fills the disk and brings the machine up from it.
pub fn install(kernel: &Rc<Kernel>, ns: Namespaces) -> Result<u32, Errno> {
    let root = ns.root;
    {
        let mut vfs = kernel.vfs();
        let mut t = Tree::new(&mut vfs, root);
        directories(&mut t)?;
        settings(&mut t)?;
        programs(&mut t)?;
    }
    bring_up(kernel, ns)
}

/// Mounts what the kernel makes up, makes what lives in memory only, and gives the number of /proc's
/// filesystem.
pub fn bring_up(kernel: &Rc<Kernel>, ns: Namespaces) -> Result<u32, Errno> {
    let root = ns.root;
    let proc = Super::Synthetic(ProcFs::new(kernel, ns.pidns));
    let mut vfs = kernel.vfs();
    let now = vfs.now;
    let safe = MountFlags::NOSUID | MountFlags::NODEV | MountFlags::NOEXEC;
    let proc = vfs.add_super(proc);
    mount(&mut vfs, root, "/proc", proc, ("proc", "proc", ""), safe)?;
    let sys = vfs.add_super(host_sys(kernel));
    mount(&mut vfs, root, "/sys", sys, ("sysfs", "sysfs", ""), safe)?;
    let mut tmpfs = |path: &str, size: u64, mode: u32, flags: MountFlags, options: &str| {
        let sb = vfs.add_super(Super::Mem(MemFs::new(size, false, mode, now)));
        mount(&mut vfs, root, path, sb, ("tmpfs", "tmpfs", options), flags)
    };
    tmpfs("/dev", 64 << 20, 0o755, MountFlags::NOSUID, "mode=755")?;
    tmpfs("/dev/shm", config::RUN, 0o1777, MountFlags::NOSUID | MountFlags::NODEV, "")?;
    tmpfs("/run", config::RUN, 0o755, MountFlags::NOSUID | MountFlags::NODEV, "mode=755")?;
    let mut t = Tree::new(&mut vfs, root);
    devices(&mut t)?;
    t.socket("/run/docker.sock", 0o660, DOCKER_GROUP)?;
    t.dir("/run/lock", 0o1777, 0, 0)?;
    t.dir("/run/user/1000", 0o700, LEARNER, LEARNER)?;
    Ok(proc.sb)
}

/// Empties /tmp, as happens whenever the machine starts.
pub fn clear_tmp(kernel: &Rc<Kernel>, ns: Namespaces) {
    let mut vfs = kernel.vfs();
    crate::engine::empty_directory(&mut vfs, ns.root, "/tmp");
}

fn directories(t: &mut Tree<'_>) -> Result<(), Errno> {
    for dir in [
        "/boot",
        "/dev",
        "/etc/default",
        "/etc/docker",
        "/etc/profile.d",
        "/etc/skel",
        "/etc/sudoers.d",
        "/etc/systemd/system",
        "/home",
        "/media",
        "/mnt",
        "/opt",
        "/proc",
        "/run",
        "/srv",
        "/sys",
        "/usr/bin",
        "/usr/games",
        "/usr/include",
        "/usr/lib",
        "/usr/lib64",
        "/usr/local/bin",
        "/usr/local/games",
        "/usr/local/lib",
        "/usr/local/sbin",
        "/usr/local/share",
        "/usr/sbin",
        "/usr/share/doc",
        "/usr/share/man",
        "/usr/src",
        "/var/backups",
        "/var/cache",
        "/var/lib/dpkg",
        "/var/log",
        "/var/mail",
        "/var/opt",
        "/var/spool",
    ] {
        t.dir(dir, 0o755, 0, 0)?;
    }
    t.dir("/root", 0o700, 0, 0)?;
    t.dir("/tmp", 0o1777, 0, 0)?;
    t.dir("/var/tmp", 0o1777, 0, 0)?;
    t.dir(HOME, 0o755, LEARNER, LEARNER)?;
    for (link, target) in [
        ("/bin", "usr/bin"),
        ("/sbin", "usr/sbin"),
        ("/lib", "usr/lib"),
        ("/lib64", "usr/lib64"),
        ("/var/run", "/run"),
        ("/var/lock", "/run/lock"),
    ] {
        t.link(link, target)?;
    }
    Ok(())
}

fn settings(t: &mut Tree<'_>) -> Result<(), Errno> {
    for (path, text, mode) in [
        ("/etc/passwd", PASSWD, 0o644),
        ("/etc/group", GROUP, 0o644),
        ("/etc/shadow", "root:*:20400:0:99999:7:::\nlearner:!:20400:0:99999:7:::\n", 0o640),
        ("/etc/hostname", "docker-host\n", 0o644),
        ("/etc/hosts", "127.0.0.1 localhost docker-host\n", 0o644),
        ("/etc/resolv.conf", "nameserver 10.255.255.53\n", 0o644),
        ("/etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n", 0o644),
        ("/usr/lib/os-release", debian::OS_RELEASE, 0o644),
        ("/etc/debian_version", "13.2\n", 0o644),
        ("/etc/issue", "Debian GNU/Linux 13 \\n \\l\n\n", 0o644),
        ("/etc/shells", "/bin/sh\n/usr/bin/sh\n/bin/bash\n/usr/bin/bash\n/bin/dash\n", 0o644),
        ("/etc/profile", PROFILE, 0o644),
        ("/etc/bash.bashrc", BASHRC, 0o644),
        (
            "/etc/sudoers",
            "root ALL=(ALL:ALL) ALL\n%sudo ALL=(ALL:ALL) ALL\n@includedir /etc/sudoers.d\n",
            0o440,
        ),
        ("/etc/sudoers.d/learner", "learner ALL=(ALL) NOPASSWD:ALL\n", 0o440),
        ("/etc/fstab", "/dev/sda1 / ext4 errors=remount-ro 0 1\n", 0o644),
        ("/etc/timezone", "Etc/UTC\n", 0o644),
        ("/etc/machine-id", "7b1f0c5de2a94c5c9d0a3d41c0ffee01\n", 0o444),
        ("/etc/login.defs", "UMASK 022\nUSERGROUPS_ENAB yes\n", 0o644),
    ] {
        t.file(path, text, mode)?;
    }
    for (place, bytes) in zone::files() {
        let path = format!("/usr/share/zoneinfo/{place}");
        t.dir(path.rsplit_once('/').map_or("/", |(dir, _)| dir), 0o755, 0, 0)?;
        t.bytes(&path, bytes, 0o644)?;
    }
    t.link("/etc/localtime", "/usr/share/zoneinfo/Etc/UTC")?;
    t.link("/etc/os-release", "../usr/lib/os-release")?;
    t.link("/etc/mtab", "/proc/self/mounts")
}

/// Sizes of program files: some bytes that look like a program's, the same in every world.
fn size_of(name: &str) -> u64 {
    let sum = name.bytes().fold(7u64, |h, b| h.wrapping_mul(31).wrapping_add(u64::from(b)));
    27_000 + sum % 120_000 / 8 * 8
}

fn programs(t: &mut Tree<'_>) -> Result<(), Errno> {
    // Debian has its own manager of packages.
    for p in PROGRAMS.iter().filter(|p| p.package != "apk-tools") {
        let Some(dir) = p.gnu else { continue };
        let mode = if matches!(p.name, "sudo" | "su" | "passwd" | "mount" | "umount" | "ping") {
            0o4755
        } else {
            0o755
        };
        let path = format!("{dir}/{}", p.name);
        t.program(&path, &format!("gnu/{}", p.name), size_of(p.name), mode)?;
    }
    t.program("/usr/bin/bash", "bash", 1_298_416, 0o755)?;
    t.program("/usr/bin/dash", "dash", 129_736, 0o755)?;
    t.link("/usr/bin/sh", "dash")?;
    t.program("/usr/bin/docker", "docker", 41_203_216, 0o755)?;
    let plugins = crate::docker::PLUGINS;
    t.dir(plugins, 0o755, 0, 0)?;
    t.program(&format!("{plugins}/docker-compose"), "docker-compose", 74_187_992, 0o755)?;
    t.link("/usr/bin/docker-compose", "../libexec/docker/cli-plugins/docker-compose")?;
    t.program("/usr/sbin/init", "init", 96_536, 0o755)?;
    Ok(())
}

fn devices(t: &mut Tree<'_>) -> Result<(), Errno> {
    for (name, minor) in [("null", 3), ("zero", 5), ("full", 7), ("random", 8), ("urandom", 9)] {
        t.device(&format!("/dev/{name}"), (1, minor), 0o666, 0)?;
    }
    t.device("/dev/tty", (5, 0), 0o666, 5)?;
    t.device("/dev/console", (5, 1), 0o600, 5)?;
    t.device("/dev/ptmx", (5, 2), 0o666, 5)?;
    t.dir("/dev/pts", 0o755, 0, 0)?;
    for (link, target) in [
        ("/dev/fd", "/proc/self/fd"),
        ("/dev/stdin", "/proc/self/fd/0"),
        ("/dev/stdout", "/proc/self/fd/1"),
        ("/dev/stderr", "/proc/self/fd/2"),
    ] {
        t.link(link, target)?;
    }
    Ok(())
}

/// The machine on the network that keeps files: its name.
pub const SERVER: &str = "nas";
/// Its address.
pub const SERVER_ADDR: std::net::Ipv4Addr = std::net::Ipv4Addr::new(10, 0, 2, 20);
/// What it shares over NFS.
pub const EXPORTS: &[&str] = &["/export"];

/// Puts the file server on the network, with the files that it had or as it is at the start.
pub fn file_server(kernel: &Rc<Kernel>, ns: Namespaces, files: Option<MemFs>) -> Result<(), Errno> {
    let fresh = files.is_none();
    kernel.add_file_server(SERVER, SERVER_ADDR, EXPORTS, files);
    if !fresh {
        return Ok(());
    }
    let root = kernel.file_server(SERVER_ADDR)?.root;
    let mut vfs = kernel.vfs();
    // What the server's own administrator did.
    let mut t = Tree::new(&mut vfs, Loc { mount: ns.root.mount, node: root });
    t.dir("/export", 0o755, 0, 0)?;
    t.dir("/export/data", 0o755, 0, 0)?;
    t.dir("/export/shared", 0o777, 0, 0)?;
    t.dir("/home/learner", 0o755, LEARNER, LEARNER)?;
    t.dir("/var/lib/ceph/pools/rbd", 0o755, 0, 0).map(drop)
}

/// The host's own interface; nothing is at the other end of its wire.
pub fn uplink() -> Interface {
    Interface {
        name: "eth0".to_string(),
        more: Vec::new(),
        addr: std::net::Ipv4Addr::new(10, 0, 2, 15),
        prefix: 24,
        link: 0,
        mac: "52:54:00:12:34:56".to_string(),
        gateway: Some(std::net::Ipv4Addr::new(10, 0, 2, 1)),
        mtu: 1500,
        apart: false,
    }
}
