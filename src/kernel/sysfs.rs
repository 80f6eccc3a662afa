//! /sys: of all that the kernel shows there, the control group at `/sys/fs/cgroup` and the network interfaces at
//! `/sys/class/net` (sysfs(5)).

use std::rc::{Rc, Weak};

use crate::vfs::{DirEntry, Errno, FileType, Stat, Super, Synthetic, Vfs, View};

use super::traffic::Traffic;
use super::{Interface, Kernel, NetNs, State, cgroup};

/// Directories that are always there: number, the one above, name.
const DIRS: &[(u64, u64, &str)] = &[
    (3, 2, "class"),
    (CLASS_NET, 3, "net"),
    (5, 2, "devices"),
    (6, 5, "virtual"),
    (DEVICES_NET, 6, "net"),
    (8, 2, "fs"),
    (GROUP, 8, "cgroup"),
];
const CLASS_NET: u64 = 4;
const DEVICES_NET: u64 = 7;
const GROUP: u64 = 9;

/// The first number of a file of the group.
const GROUP_FILES: u64 = 16;
/// The first number of an interface; each has so many.
const INTERFACES: u64 = 1024;
const EACH: u64 = 64;

/// Files of an interface.
const FILES: &[&str] = &[
    "addr_len",
    "address",
    "broadcast",
    "carrier",
    "duplex",
    "flags",
    "ifindex",
    "mtu",
    "operstate",
    "speed",
    "tx_queue_len",
    "type",
];
/// What it counts.
const COUNTS: &[&str] = &["rx_bytes", "rx_packets", "tx_bytes", "tx_packets"];

/// What a number stands for.
#[derive(Clone, Copy)]
enum Node {
    Dir(u64),
    GroupFile(usize),
    /// An interface's directory.
    Interface(u64),
    /// The link to it among the others.
    Link(u64),
    Statistics(u64),
    File(u64, usize),
    Count(u64, usize),
}

impl Node {
    fn of(ino: u64) -> Node {
        if ino < GROUP_FILES {
            return Node::Dir(ino);
        }
        if ino < INTERFACES {
            return Node::GroupFile((ino - GROUP_FILES) as usize);
        }
        let (n, part) = ((ino - INTERFACES) / EACH, (ino - INTERFACES) % EACH);
        match part {
            0 => Node::Interface(n),
            1 => Node::Link(n),
            2 => Node::Statistics(n),
            part @ 3..32 => Node::File(n, part as usize - 3),
            part => Node::Count(n, part as usize - 32),
        }
    }

    fn ino(self) -> u64 {
        let at = |n: u64, part: u64| INTERFACES + n * EACH + part;
        match self {
            Node::Dir(ino) => ino,
            Node::GroupFile(n) => GROUP_FILES + n as u64,
            Node::Interface(n) => at(n, 0),
            Node::Link(n) => at(n, 1),
            Node::Statistics(n) => at(n, 2),
            Node::File(n, file) => at(n, 3 + file as u64),
            Node::Count(n, count) => at(n, 32 + count as u64),
        }
    }

    fn kind(self) -> FileType {
        match self {
            Node::Dir(_) | Node::Interface(_) | Node::Statistics(_) => FileType::Directory,
            Node::Link(_) => FileType::Symlink,
            _ => FileType::Regular,
        }
    }
}

/// A process's interfaces: `lo`, whose number is 0, and those of its namespace.
fn interfaces(st: &State, pid: u32) -> (Vec<String>, NetNs) {
    let net = st.procs.get(&pid).map(|p| p.net);
    let space = net.and_then(|n| st.net.spaces.get(&n)).cloned().unwrap_or_default();
    let own = space.interfaces.iter().map(|i| i.name.clone());
    (std::iter::once("lo".to_string()).chain(own).collect(), space)
}

/// What a file of an interface says; `lo` is none of the namespace's own.
fn fact(name: &str, n: u64, own: Option<&Interface>) -> Result<String, Errno> {
    let lo = own.is_none();
    let text = match name {
        "addr_len" => "6".to_string(),
        "address" => own.map_or("00:00:00:00:00:00", |i| i.mac.as_str()).to_string(),
        "broadcast" => if lo { "00:00:00:00:00:00" } else { "ff:ff:ff:ff:ff:ff" }.to_string(),
        "carrier" => "1".to_string(),
        "duplex" | "speed" if lo => return Err(Errno::EINVAL),
        "duplex" => "full".to_string(),
        "speed" => "10000".to_string(),
        "flags" => if lo { "0x9" } else { "0x1003" }.to_string(),
        "ifindex" => (n + 1).to_string(),
        "mtu" => own.map_or(65_536, |i| i.mtu).to_string(),
        "operstate" => if lo { "unknown" } else { "up" }.to_string(),
        "tx_queue_len" => if lo { "1000" } else { "0" }.to_string(),
        _ => if lo { "772" } else { "1" }.to_string(),
    };
    Ok(text)
}

fn count(name: &str, t: Traffic) -> u64 {
    match name {
        "rx_bytes" => t.rx_bytes,
        "rx_packets" => t.rx_packets,
        "tx_bytes" => t.tx_bytes,
        _ => t.tx_packets,
    }
}

/// /sys as the members of a control group see it.
pub struct SysFs {
    kernel: Weak<Kernel>,
    group: u32,
}

impl SysFs {
    /// The /sys that shows a group.
    pub fn new(kernel: &Rc<Kernel>, group: u32) -> Rc<SysFs> {
        Rc::new(SysFs { kernel: Rc::downgrade(kernel), group })
    }

    /// Takes its place again on a copy of the machine.
    pub fn renew(vfs: &mut Vfs, kernel: &Rc<Kernel>, sb: u32, group: u32) {
        vfs.replace_synthetic(sb, SysFs::new(kernel, group));
    }

    /// What a directory holds.
    fn children(&self, view: &View<'_>, dir: u64) -> Result<Vec<(String, Node)>, Errno> {
        let kernel = self.kernel.upgrade().ok_or(Errno::EIO)?;
        let names = |all: &[&str], node: &dyn Fn(usize) -> Node| {
            all.iter().enumerate().map(|(i, name)| (name.to_string(), node(i))).collect()
        };
        let each = |node: fn(u64) -> Node| {
            let (names, _) = interfaces(&kernel.st.borrow(), view.pid);
            names.into_iter().zip((0..).map(node)).collect::<Vec<_>>()
        };
        Ok(match Node::of(dir) {
            Node::Dir(CLASS_NET) => each(Node::Link),
            Node::Dir(DEVICES_NET) => each(Node::Interface),
            Node::Dir(GROUP) => names(cgroup::FILES, &Node::GroupFile),
            Node::Dir(dir) => {
                let below = DIRS.iter().filter(|(_, above, _)| *above == dir);
                below.map(|(ino, _, name)| (name.to_string(), Node::Dir(*ino))).collect()
            }
            Node::Interface(n) => {
                let mut all: Vec<(String, Node)> = names(FILES, &|i| Node::File(n, i));
                all.push(("statistics".to_string(), Node::Statistics(n)));
                all
            }
            Node::Statistics(n) => names(COUNTS, &|i| Node::Count(n, i)),
            _ => return Err(Errno::ENOTDIR),
        })
    }
}

impl Synthetic for SysFs {
    fn lookup(&self, view: &View<'_>, dir: u64, name: &str) -> Result<u64, Errno> {
        let found = self.children(view, dir)?.into_iter().find(|(n, _)| n == name);
        found.map(|(_, node)| node.ino()).ok_or(Errno::ENOENT)
    }

    fn is_dir(&self, ino: u64) -> bool {
        Node::of(ino).kind() == FileType::Directory
    }

    fn parent(&self, ino: u64) -> u64 {
        match Node::of(ino) {
            Node::Dir(dir) => {
                DIRS.iter().find(|(i, ..)| *i == dir).map_or(2, |(_, above, _)| *above)
            }
            Node::GroupFile(_) => GROUP,
            Node::Link(_) => CLASS_NET,
            Node::Interface(_) => DEVICES_NET,
            Node::Statistics(n) | Node::File(n, _) => Node::Interface(n).ino(),
            Node::Count(n, _) => Node::Statistics(n).ino(),
        }
    }

    fn entries(&self, view: &View<'_>, dir: u64) -> Result<Vec<DirEntry>, Errno> {
        let all = self.children(view, dir)?.into_iter();
        Ok(all.map(|(name, n)| DirEntry { name, ino: n.ino(), kind: n.kind() }).collect())
    }

    fn stat(&self, _view: &View<'_>, ino: u64) -> Result<Stat, Errno> {
        let (mode, nlink, size) = match Node::of(ino).kind() {
            FileType::Directory => (0o040_555, 2, 0),
            FileType::Symlink => (0o120_777, 1, 0),
            _ => (0o100_444, 1, 4096),
        };
        Ok(Stat {
            dev: 0,
            ino,
            mode,
            nlink,
            uid: 0,
            gid: 0,
            rdev: 0,
            size: if ino < INTERFACES { 0 } else { size },
            blocks: 0,
            blksize: 4096,
            atime: 0,
            mtime: 0,
            ctime: 0,
            btime: 0,
        })
    }

    fn read(&self, vfs: &Vfs, view: &View<'_>, ino: u64) -> Result<Vec<u8>, Errno> {
        let kernel = self.kernel.upgrade().ok_or(Errno::EIO)?;
        let st = kernel.st.borrow();
        let (_, space) = interfaces(&st, view.pid);
        let own = |n: u64| n.checked_sub(1).and_then(|n| space.interfaces.get(n as usize));
        let text = match Node::of(ino) {
            Node::GroupFile(i) => {
                let name = cgroup::FILES.get(i).ok_or(Errno::ENOENT)?;
                cgroup::text(&st, vfs, self.group, name)?
            }
            Node::File(n, i) => fact(FILES.get(i).ok_or(Errno::ENOENT)?, n, own(n))? + "\n",
            Node::Count(n, i) => {
                let name = COUNTS.get(i).ok_or(Errno::ENOENT)?;
                let traffic = space.traffic.get(&own(n).map_or(0, |i| i.link));
                format!("{}\n", count(name, traffic.copied().unwrap_or_default()))
            }
            _ => return Err(Errno::EISDIR),
        };
        Ok(text.into_bytes())
    }

    fn write(&self, _view: &View<'_>, _ino: u64, _data: &[u8]) -> Result<usize, Errno> {
        Err(Errno::EROFS)
    }

    fn readlink(&self, _vfs: &Vfs, view: &View<'_>, ino: u64) -> Result<String, Errno> {
        let Node::Link(n) = Node::of(ino) else { return Err(Errno::EINVAL) };
        let kernel = self.kernel.upgrade().ok_or(Errno::EIO)?;
        let (names, _) = interfaces(&kernel.st.borrow(), view.pid);
        let name = names.get(n as usize).ok_or(Errno::ENOENT)?;
        Ok(format!("../../devices/virtual/net/{name}"))
    }

    fn descriptor(&self, _view: &View<'_>, _ino: u64) -> Option<(u32, i32)> {
        None
    }
}

/// The host's own /sys: no group is the machine's limit.
pub fn host_sys(kernel: &Rc<Kernel>) -> Super {
    Super::Synthetic(SysFs::new(kernel, 0))
}
