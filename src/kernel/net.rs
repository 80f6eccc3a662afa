//! Networks as far as one machine's processes see them: network namespaces with addresses, names,
//! TCP streams between processes, and ports of the host that lead into a namespace. No packets: a
//! connection is a pair of pipes. What is not on this machine can not be reached.

use std::collections::{BTreeMap, VecDeque};
use std::net::Ipv4Addr;

use crate::vfs::{Errno, FileType, NodeId, OpenFlags};

use super::sys_io::remember;
use super::traffic::{Traffic, Way};
use super::{Fd, FileKind, Kernel, Pid, Pipe, Proc, State};

/// Connections that may wait to be accepted.
const BACKLOG: usize = 128;

/// A network interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    /// `eth0` and the like.
    pub name: String,
    /// Its address.
    pub addr: Ipv4Addr,
    /// Link-local addresses besides.
    pub more: Vec<Ipv4Addr>,
    /// Length of the network's prefix in bits.
    pub prefix: u8,
    /// The wire it is on: interfaces reach each other where this is the same.
    pub link: u64,
    /// Hardware address.
    pub mac: String,
    /// The way out, where it is this one.
    pub gateway: Option<Ipv4Addr>,
    /// The largest packet, in bytes.
    pub mtu: u32,
    /// Does not reach, nor is reached by, others on its wire that are apart too.
    pub apart: bool,
}

impl Interface {
    /// Whether an address is one of its own.
    pub fn has(&self, addr: Ipv4Addr) -> bool {
        self.addr == addr || self.more.contains(&addr)
    }

    /// Whether an address is of its own network.
    pub(super) fn near(&self, addr: Ipv4Addr) -> bool {
        let shift = 32u32.saturating_sub(u32::from(self.prefix));
        let part = |a: Ipv4Addr| u32::from(a).checked_shr(shift).unwrap_or(0);
        part(self.addr) == part(addr)
    }
}

/// A network namespace.
#[derive(Clone, Debug, Default)]
pub struct NetNs {
    /// Interfaces besides `lo`.
    pub interfaces: Vec<Interface>,
    /// Names that are known in this namespace alone, besides /etc/hosts.
    pub names: BTreeMap<String, Vec<Ipv4Addr>>,
    /// The wires whose names are known here too ([`Net::names`]).
    pub resolves: Vec<u64>,
    /// What its interfaces have carried, by their wires; `lo` has 0.
    pub traffic: BTreeMap<u64, Traffic>,
}

/// A port that somebody listens at.
#[derive(Clone, Debug, Default)]
pub struct Listener {
    net: u32,
    addr: Option<Ipv4Addr>,
    port: u16,
    /// The socket file, of a listener of that kind.
    node: Option<NodeId>,
    /// Connections not accepted yet: reading and writing pipe, and who calls.
    queue: VecDeque<(u64, u64, Ipv4Addr)>,
    waiting: Vec<Pid>,
}

/// A port of one namespace that leads to one of another (a published port).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forward {
    /// The namespace that it is seen in.
    pub from: u32,
    /// The address it is bound to; any where `None`.
    pub addr: Option<Ipv4Addr>,
    /// Its number there.
    pub port: u16,
    /// The namespace that it leads to.
    pub to: u32,
    /// The number there.
    pub target: u16,
}

/// All networks of the machine.
#[derive(Clone, Debug, Default)]
pub struct Net {
    /// Namespaces; the first is the host's.
    pub spaces: BTreeMap<u32, NetNs>,
    /// What is called how on a wire, in lower case.
    pub names: BTreeMap<u64, BTreeMap<String, Vec<Ipv4Addr>>>,
    listeners: BTreeMap<u64, Listener>,
    /// Published ports.
    pub forwards: Vec<Forward>,
}

impl Net {
    /// The namespace that an address leads to from `net`, if any can be reached.
    fn route(&self, net: u32, addr: Ipv4Addr) -> Option<u32> {
        let here = self.spaces.get(&net)?;
        if addr.is_loopback()
            || addr.is_unspecified()
            || here.interfaces.iter().any(|i| i.has(addr))
        {
            return Some(net);
        }
        for own in &here.interfaces {
            for (id, other) in &self.spaces {
                if other
                    .interfaces
                    .iter()
                    .any(|i| i.has(addr) && i.link == own.link && !(i.apart && own.apart))
                {
                    return Some(*id);
                }
            }
        }
        None
    }

    /// Why an address is not reached: nobody has it, or no way leads there.
    fn no_route(&self, net: u32, addr: Ipv4Addr) -> Errno {
        let all = self.spaces.get(&net).map(|space| &space.interfaces[..]).unwrap_or_default();
        match all.iter().any(|i| i.gateway.is_some() || i.near(addr)) {
            true => Errno::EHOSTUNREACH,
            false => Errno::ENETUNREACH,
        }
    }

    fn listener(&self, net: u32, addr: Ipv4Addr, port: u16) -> Option<u64> {
        let found = self
            .listeners
            .iter()
            .find(|(_, l)| l.net == net && l.port == port && l.addr.is_none_or(|a| a == addr));
        found.map(|(id, _)| *id)
    }

    /// Whether somebody calls at a port.
    pub(super) fn has_call(&self, listener: u64) -> bool {
        self.listeners.get(&listener).is_none_or(|l| !l.queue.is_empty())
    }

    /// Whether somebody calls at a port; where not, `pid` is woken when somebody does.
    pub(super) fn called(&mut self, listener: u64, pid: Pid) -> bool {
        let Some(l) = self.listeners.get_mut(&listener) else { return true };
        if l.queue.is_empty() {
            remember(&mut l.waiting, pid);
        }
        !l.queue.is_empty()
    }

    /// Whether a port can not be listened at any more.
    fn taken(&self, net: u32, addr: Option<Ipv4Addr>, port: u16) -> bool {
        let clash = |a: Option<Ipv4Addr>| a.is_none() || addr.is_none() || a == addr;
        self.listeners.values().any(|l| l.net == net && l.port == port && clash(l.addr))
            || self.forwards.iter().any(|f| f.from == net && f.port == port && clash(f.addr))
    }
}

impl Kernel {
    /// A new network namespace with only `lo`.
    pub fn new_netns(&self) -> u32 {
        let mut st = self.st.borrow_mut();
        let id = st.fresh() as u32;
        st.net.spaces.insert(id, NetNs::default());
        id
    }

    /// Looks at the networks, or changes them.
    pub fn with_net<R>(&self, f: impl FnOnce(&mut Net) -> R) -> R {
        f(&mut self.st.borrow_mut().net)
    }

    /// Ends a network namespace: its ports, and those that lead to it.
    pub fn drop_netns(&self, net: u32) {
        let mut st = self.st.borrow_mut();
        st.net.spaces.remove(&net);
        st.sysctls.remove(&(super::sysctl::Scope::Net, net));
        st.net.forwards.retain(|f| f.to != net && f.from != net);
    }

    /// Publishes a port; EADDRINUSE where somebody has it.
    pub fn publish(&self, forward: Forward) -> Result<(), Errno> {
        let mut st = self.st.borrow_mut();
        if st.net.taken(forward.from, forward.addr, forward.port) {
            return Err(Errno::EADDRINUSE);
        }
        st.net.forwards.push(forward);
        Ok(())
    }
}

impl Proc {
    /// The network namespace.
    pub fn netns(&self) -> u32 {
        self.k.st.borrow().procs.get(&self.pid).map_or(0, |p| p.net)
    }

    /// Listens at a port of this namespace (any address where `None`; port 0 chooses a free one).
    /// EADDRINUSE, EACCES below 1024 without the capability. Gives descriptor and port.
    pub fn listen(&self, addr: Option<Ipv4Addr>, port: u16) -> Result<(Fd, u16), Errno> {
        let net = self.netns();
        let may = self.cred().can(crate::vfs::CapSet::NET_BIND_SERVICE);
        // Docker sets ip_unprivileged_port_start to 0 in containers.
        let host =
            self.k.st.borrow().net.spaces.first_key_value().is_some_and(|(id, _)| *id == net);
        if port != 0 && port < 1024 && !may && host {
            return Err(Errno::EACCES);
        }
        let (id, port) = {
            let mut st = self.k.st.borrow_mut();
            let port = match port {
                0 => (32_768..60_999)
                    .find(|p| !st.net.taken(net, addr, *p))
                    .ok_or(Errno::EADDRINUSE)?,
                p => p,
            };
            if st.net.taken(net, addr, port) {
                return Err(Errno::EADDRINUSE);
            }
            let id = st.fresh();
            st.net.listeners.insert(id, Listener { net, addr, port, ..Listener::default() });
            (id, port)
        };
        let fd =
            self.add_file(FileKind::Listener(id), OpenFlags::READ, &format!("socket:[{id}]"))?;
        Ok((fd, port))
    }

    /// Waits for a connection; gives its descriptor and the caller's address.
    pub async fn accept(&self, fd: Fd) -> Result<(Fd, Ipv4Addr), Errno> {
        let FileKind::Listener(id) = self.file_kind(fd)? else { return Err(Errno::EINVAL) };
        let (rx, tx, peer) = self
            .blocking(|p| {
                let mut st = p.k.st.borrow_mut();
                let l = st.net.listeners.get_mut(&id).ok_or(Errno::EBADF)?;
                if let Some(call) = l.queue.pop_front() {
                    return Ok(Some(call));
                }
                remember(&mut l.waiting, p.pid);
                Ok(None)
            })
            .await?;
        Ok((self.stream(rx, tx)?, peer))
    }

    /// Listens at a socket file, which is made (unix(7)); EADDRINUSE where a file of that name is.
    pub fn listen_at(&self, path: &str, mode: u32) -> Result<Fd, Errno> {
        let made = self.mknod(path, FileType::Socket, (0, 0), mode);
        made.map_err(|e| if e == Errno::EEXIST { Errno::EADDRINUSE } else { e })?;
        let node = self.fs(|vfs, view| vfs.resolve(view, path, true).map(|at| at.node))??;
        let id = {
            let mut st = self.k.st.borrow_mut();
            let id = st.fresh();
            let listener = Listener { net: u32::MAX, node: Some(node), ..Listener::default() };
            st.net.listeners.insert(id, listener);
            id
        };
        self.add_file(FileKind::Listener(id), OpenFlags::READ, &format!("socket:[{id}]"))
    }

    /// Connects to a socket file; ECONNREFUSED where nobody listens there. The one who accepts sees
    /// 0.0.0.0 as the caller's address.
    pub async fn connect_at(&self, path: &str) -> Result<Fd, Errno> {
        self.tick(1).await;
        self.access(path, 2)?;
        let node = self.fs(|vfs, view| vfs.resolve(view, path, true).map(|at| at.node))??;
        let id = {
            let st = self.k.st.borrow();
            let found = st.net.listeners.iter().find(|(_, l)| l.node == Some(node));
            found.map(|(id, _)| *id).ok_or(Errno::ECONNREFUSED)?
        };
        let (rx, tx) = call(&mut self.k.st.borrow_mut(), id, Ipv4Addr::UNSPECIFIED, None)?;
        self.stream(rx, tx)
    }

    fn stream(&self, rx: u64, tx: u64) -> Result<Fd, Errno> {
        let flags = OpenFlags::READ | OpenFlags::WRITE;
        self.add_file(FileKind::Stream { rx, tx }, flags, &format!("socket:[{rx}]"))
    }

    /// Connects to a port; ECONNREFUSED where nobody listens, ENETUNREACH or EHOSTUNREACH where no way
    /// leads there.
    pub async fn connect(&self, addr: Ipv4Addr, port: u16) -> Result<Fd, Errno> {
        self.tick(1).await;
        let net = self.netns();
        let (rx, tx) = {
            let mut guard = self.k.st.borrow_mut();
            let st: &mut State = &mut guard;
            let space = st.net.spaces.get(&net).ok_or(Errno::ENETUNREACH)?;
            if space.interfaces.is_empty() && !addr.is_loopback() {
                return Err(Errno::ENETUNREACH);
            }
            let from = space.interfaces.first().map_or(Ipv4Addr::LOCALHOST, |i| i.addr);
            let target = st.net.route(net, addr).ok_or_else(|| st.net.no_route(net, addr))?;
            let id = st.net.listener(target, addr, port).or_else(|| {
                let fits = |f: &&Forward| {
                    f.from == target && f.port == port && f.addr.is_none_or(|a| a == addr)
                };
                let f = st.net.forwards.iter().find(fits)?;
                let inside = st.net.spaces.get(&f.to)?.interfaces.first().map(|i| i.addr);
                st.net.listener(f.to, inside.unwrap_or(Ipv4Addr::LOCALHOST), f.target)
            });
            let id = id.ok_or(Errno::ECONNREFUSED)?;
            let callee = st.net.listeners.get(&id).map_or(target, |l| l.net);
            let way = st.net.way(net, callee);
            st.net.opened(way);
            call(st, id, from, Some(way))?
        };
        self.stream(rx, tx)
    }

    /// Ends the writing half of a connection (shutdown(2) with SHUT_WR).
    pub fn shutdown_write(&self, fd: Fd) -> Result<(), Errno> {
        let FileKind::Stream { rx, tx } = self.file_kind(fd)? else { return Err(Errno::ENOTCONN) };
        let mut st = self.k.st.borrow_mut();
        let id = self.file_id(&st, fd)?;
        if let Some(f) = st.files.get_mut(&id) {
            f.kind = FileKind::PipeRead(rx);
        }
        super::sys_fd::detach(&mut st, &FileKind::PipeWrite(tx));
        Ok(())
    }

    /// The interfaces of this namespace, and the ports that are listened at: address and port.
    pub fn network(&self) -> (Vec<Interface>, Vec<(Option<Ipv4Addr>, u16)>) {
        let net = self.netns();
        let st = self.k.st.borrow();
        let interfaces = st.net.spaces.get(&net).map(|s| s.interfaces.clone()).unwrap_or_default();
        let listeners = st.net.listeners.values().filter(|l| l.net == net);
        let forwards = st.net.forwards.iter().filter(|f| f.from == net);
        let ports = listeners.map(|l| (l.addr, l.port)).chain(forwards.map(|f| (f.addr, f.port)));
        (interfaces, ports.collect())
    }
}

/// A connection for a listener's queue; gives the caller's reading and writing pipes.
fn call(st: &mut State, id: u64, from: Ipv4Addr, way: Option<Way>) -> Result<(u64, u64), Errno> {
    if st.net.listeners.get(&id).is_none_or(|l| l.queue.len() >= BACKLOG) {
        return Err(Errno::ETIMEDOUT);
    }
    let (a, b) = (st.fresh(), st.fresh());
    st.pipes.insert(a, Pipe::half(way));
    st.pipes.insert(b, Pipe::half(way.map(Way::back)));
    // The other end counts from now on, so that neither side takes the other for gone.
    for (pipe, reads) in [(a, true), (b, false)] {
        if let Some(p) = st.pipes.get_mut(&pipe) {
            if reads {
                p.readers += 1;
            } else {
                p.writers += 1;
            }
        }
    }
    if let Some(l) = st.net.listeners.get_mut(&id) {
        l.queue.push_back((a, b, from));
        let waiting = std::mem::take(&mut l.waiting);
        st.wake_all(waiting);
    }
    Ok((b, a))
}

/// A listener's last descriptor is closed: who called and was not accepted is hung up on.
pub(super) fn close_listener(st: &mut State, id: u64) {
    let Some(l) = st.net.listeners.remove(&id) else { return };
    for end in l.queue.iter().flat_map(|q| [FileKind::PipeRead(q.0), FileKind::PipeWrite(q.1)]) {
        super::sys_fd::detach(st, &end);
    }
    st.wake_all(l.waiting);
}

/// An accepted or connected stream's own ends: `attach` counts them unless the connection did.
pub(super) fn adopt(st: &mut State, rx: u64, tx: u64) {
    if let Some(p) = st.pipes.get_mut(&rx) {
        p.readers = p.readers.max(1);
    }
    if let Some(p) = st.pipes.get_mut(&tx) {
        p.writers = p.writers.max(1);
    }
}
