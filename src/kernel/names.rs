//! What hosts are called: the resolver of a process.

use std::net::Ipv4Addr;

use super::Proc;

impl Proc {
    /// Addresses of a name: a number, /etc/hosts, then the names that the namespace's resolver knows.
    pub fn resolve_host(&self, name: &str) -> Vec<Ipv4Addr> {
        if let Ok(addr) = name.parse() {
            return vec![addr];
        }
        let hosts = self.read_file("/etc/hosts").unwrap_or_default();
        let hosts = crate::vfs::text::decode_owned(hosts);
        let mut found = Vec::new();
        for line in hosts.lines() {
            let mut words = line.split('#').next().unwrap_or_default().split_whitespace();
            let Some(Ok(addr)) = words.next().map(str::parse::<Ipv4Addr>) else { continue };
            if words.any(|w| w.eq_ignore_ascii_case(name)) {
                found.push(addr);
            }
        }
        if found.is_empty() && name.eq_ignore_ascii_case("localhost") {
            found.push(Ipv4Addr::LOCALHOST);
        }
        if found.is_empty() {
            let net = self.netns();
            let st = self.k.st.borrow();
            if let Some(space) = st.net.spaces.get(&net) {
                let wires = space.resolves.iter().filter_map(|link| st.net.names.get(link));
                let name = name.to_ascii_lowercase();
                for table in std::iter::once(&space.names).chain(wires) {
                    found.extend(table.get(&name).into_iter().flatten());
                }
            }
        }
        found
    }
}
