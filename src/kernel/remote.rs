//! Other machines on the network that keep files: what they share, and at which address. No process runs
//! there; this machine mounts what they share.

use std::net::Ipv4Addr;

use crate::vfs::{Errno, MemFs, NodeId, Super, Vfs};

use super::{Interface, Kernel, State};

/// Bytes that such a machine can keep.
const CAPACITY: u64 = 100 << 30;

/// A machine that keeps files for others.
#[derive(Clone, Debug)]
pub struct FileServer {
    /// Its name on the network.
    pub name: String,
    /// Its address.
    pub addr: Ipv4Addr,
    /// The root of its files.
    pub root: NodeId,
    /// The directories that it shares over NFS.
    pub exports: Vec<String>,
}

impl Kernel {
    /// Puts a machine on the wire that leads out of this one.
    pub fn add_file_server(
        &self,
        name: &str,
        addr: Ipv4Addr,
        exports: &[&str],
        files: Option<MemFs>,
    ) {
        let now = self.now();
        let files = files.unwrap_or_else(|| MemFs::new(CAPACITY, true, 0o755, now));
        let root = self.vfs().add_super(Super::Mem(files));
        let net = self.new_netns();
        let mut st = self.st.borrow_mut();
        let host = st.net.spaces.first_key_value().map_or(0, |(id, _)| *id);
        if let Some(space) = st.net.spaces.get_mut(&net) {
            let mac = format!(
                "52:54:00:{:02x}:{:02x}:{:02x}",
                addr.octets()[1],
                addr.octets()[2],
                addr.octets()[3]
            );
            let own = Interface {
                more: Vec::new(),
                name: "eth0".to_string(),
                addr,
                prefix: 24,
                link: 0,
                mac,
                gateway: None,
                mtu: 1500,
                apart: false,
            };
            space.interfaces.push(own);
        }
        if let Some(space) = st.net.spaces.get_mut(&host) {
            space.names.insert(name.to_string(), vec![addr]);
        }
        let exports = exports.iter().map(|e| (*e).to_string()).collect();
        st.servers.push(FileServer { name: name.to_string(), addr, root, exports });
    }

    /// The machines that keep files.
    pub fn file_servers(&self) -> Vec<FileServer> {
        self.st.borrow().servers.clone()
    }

    /// The machine at an address, or why it can not be reached from here: EHOSTUNREACH where it would
    /// be on a wire of ours, ETIMEDOUT beyond.
    pub fn file_server(&self, addr: Ipv4Addr) -> Result<FileServer, Errno> {
        server_at(&self.st.borrow(), addr)
    }
}

fn server_at(st: &State, addr: Ipv4Addr) -> Result<FileServer, Errno> {
    if let Some(server) = st.servers.iter().find(|s| s.addr == addr) {
        return Ok(server.clone());
    }
    let host = st.net.spaces.first_key_value().map(|(_, host)| host);
    let near = host.is_some_and(|host| host.interfaces.iter().any(|i| i.near(addr)));
    Err(match near {
        // This machine itself answers, and serves no files.
        _ if addr.is_loopback() => Errno::ECONNREFUSED,
        true => Errno::EHOSTUNREACH,
        false => Errno::ETIMEDOUT,
    })
}

impl FileServer {
    /// The file that a shared path names. What is not shared: ENOENT by version 4 of NFS, EACCES by
    /// the older ones.
    pub fn shared(&self, vfs: &Vfs, path: &str, v4: bool) -> Result<NodeId, Errno> {
        let refused = if v4 { Errno::ENOENT } else { Errno::EACCES };
        let parts: Vec<&str> = path.split('/').filter(|p| !p.is_empty() && *p != ".").collect();
        let clean = format!("/{}", parts.join("/"));
        let inside = |e: &String| {
            clean == *e || clean.strip_prefix(e.as_str()).is_some_and(|rest| rest.starts_with('/'))
        };
        if parts.contains(&"..") || !self.exports.iter().any(inside) {
            return Err(refused);
        }
        self.path(vfs, &clean).map_err(|_| refused)
    }

    /// The directory at a path of the machine itself.
    pub fn path(&self, vfs: &Vfs, path: &str) -> Result<NodeId, Errno> {
        let files = vfs.mem(self.root.sb)?;
        let mut ino = self.root.ino;
        for part in path.split('/').filter(|p| !p.is_empty() && *p != ".") {
            ino = match part {
                ".." => files.dir(ino)?.parent,
                name => files.lookup(ino, name)?,
            };
        }
        files.dir(ino)?;
        Ok(NodeId { sb: self.root.sb, ino })
    }
}
