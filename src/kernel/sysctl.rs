//! Settings of the kernel, as /proc/sys shows them (sysctl(8)): which there are, what they are where
//! nobody said otherwise, and which namespace keeps its own. How /proc shows them is `procfs`'s.

use std::collections::BTreeMap;

use crate::vfs::Errno;

use super::{Kernel, Pid, RELEASE, State, VERSION};

/// Who has a value of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The machine.
    Machine,
    /// A network namespace.
    Net,
    /// An IPC namespace.
    Ipc,
    /// A namespace of host names.
    Uts,
}

/// What may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    /// Nothing.
    Fixed,
    /// A number from here to there.
    Number(i64, i64),
    /// Any number that is not below 0.
    Large,
    /// So many numbers.
    Numbers(usize),
    /// Any line.
    Line,
}

use Holds::{Fixed, Large, Line, Number, Numbers};
use Scope::{Ipc, Machine, Net, Uts};

const SWITCH: Holds = Number(0, 1);
const INT: Holds = Number(0, i32::MAX as i64);
const LONG: Holds = Number(0, i64::MAX);

/// Path below /proc/sys, whose it is, what it holds, and its value at first. In order.
const SETTINGS: &[(&str, Scope, Holds, &str)] = &[
    ("debug/exception-trace", Machine, SWITCH, "1"),
    ("dev/cdrom/autoclose", Machine, SWITCH, "1"),
    ("fs/aio-max-nr", Machine, LONG, "65536"),
    ("fs/aio-nr", Machine, Fixed, "0"),
    ("fs/file-max", Machine, LONG, "9223372036854775807"),
    ("fs/file-nr", Machine, Fixed, "1024\t0\t9223372036854775807"),
    ("fs/inotify/max_queued_events", Machine, INT, "16384"),
    ("fs/inotify/max_user_instances", Machine, INT, "128"),
    ("fs/inotify/max_user_watches", Machine, INT, "65536"),
    ("fs/mqueue/msg_default", Ipc, Number(1, 65_536), "10"),
    ("fs/mqueue/msg_max", Ipc, Number(1, 65_536), "10"),
    ("fs/mqueue/msgsize_default", Ipc, Number(128, 16_777_216), "8192"),
    ("fs/mqueue/msgsize_max", Ipc, Number(128, 16_777_216), "8192"),
    ("fs/mqueue/queues_max", Ipc, INT, "256"),
    ("fs/nr_open", Machine, Number(8, 2_147_483_584), "1048576"),
    ("fs/pipe-max-size", Machine, Number(4_096, i32::MAX as i64), "1048576"),
    ("fs/protected_hardlinks", Machine, SWITCH, "1"),
    ("fs/protected_symlinks", Machine, SWITCH, "1"),
    ("fs/suid_dumpable", Machine, Number(0, 2), "0"),
    ("kernel/cap_last_cap", Machine, Fixed, "40"),
    ("kernel/core_pattern", Machine, Line, "core"),
    ("kernel/core_uses_pid", Machine, SWITCH, "0"),
    ("kernel/domainname", Uts, Line, "(none)"),
    ("kernel/hostname", Uts, Line, ""),
    ("kernel/keys/maxkeys", Machine, INT, "200"),
    ("kernel/msgmax", Ipc, INT, "8192"),
    ("kernel/msgmnb", Ipc, INT, "16384"),
    ("kernel/msgmni", Ipc, INT, "32000"),
    ("kernel/ngroups_max", Machine, Fixed, "65536"),
    ("kernel/osrelease", Machine, Fixed, RELEASE),
    ("kernel/ostype", Machine, Fixed, "Linux"),
    ("kernel/overflowgid", Machine, Number(0, 65_535), "65534"),
    ("kernel/overflowuid", Machine, Number(0, 65_535), "65534"),
    ("kernel/panic", Machine, Line, "0"),
    ("kernel/pid_max", Machine, Number(301, 4_194_304), "4194304"),
    ("kernel/printk", Machine, Numbers(4), "4\t4\t1\t7"),
    ("kernel/random/boot_id", Machine, Fixed, "5f0d1f5c-6c5e-4b7e-9d0a-d0c4d0c4d0c4"),
    ("kernel/random/entropy_avail", Machine, Fixed, "256"),
    ("kernel/random/poolsize", Machine, Fixed, "256"),
    ("kernel/random/uuid", Machine, Fixed, ""),
    ("kernel/randomize_va_space", Machine, Number(0, 2), "2"),
    ("kernel/sem", Ipc, Numbers(4), "32000\t1024000000\t500\t32000"),
    ("kernel/shm_rmid_forced", Ipc, SWITCH, "0"),
    ("kernel/shmall", Ipc, Large, "18446744073692774399"),
    ("kernel/shmmax", Ipc, Large, "18446744073692774399"),
    ("kernel/shmmni", Ipc, INT, "4096"),
    ("kernel/sysrq", Machine, INT, "176"),
    ("kernel/threads-max", Machine, INT, "31246"),
    ("kernel/version", Machine, Fixed, VERSION),
    ("net/core/netdev_max_backlog", Machine, INT, "1000"),
    ("net/core/rmem_default", Machine, INT, "212992"),
    ("net/core/rmem_max", Machine, INT, "212992"),
    ("net/core/somaxconn", Net, INT, "4096"),
    ("net/core/wmem_default", Machine, INT, "212992"),
    ("net/core/wmem_max", Machine, INT, "212992"),
    ("net/ipv4/conf/all/accept_redirects", Net, SWITCH, "0"),
    ("net/ipv4/conf/all/forwarding", Net, SWITCH, "1"),
    ("net/ipv4/conf/all/rp_filter", Net, Number(0, 2), "2"),
    ("net/ipv4/conf/default/forwarding", Net, SWITCH, "1"),
    ("net/ipv4/conf/default/rp_filter", Net, Number(0, 2), "2"),
    ("net/ipv4/icmp_echo_ignore_all", Net, SWITCH, "0"),
    ("net/ipv4/icmp_echo_ignore_broadcasts", Net, SWITCH, "1"),
    ("net/ipv4/ip_default_ttl", Net, Number(1, 255), "64"),
    ("net/ipv4/ip_forward", Net, SWITCH, "1"),
    ("net/ipv4/ip_local_port_range", Net, Numbers(2), "32768\t60999"),
    ("net/ipv4/ip_nonlocal_bind", Net, SWITCH, "0"),
    ("net/ipv4/ip_unprivileged_port_start", Net, Number(0, 65_535), "1024"),
    ("net/ipv4/ping_group_range", Net, Numbers(2), "1\t0"),
    ("net/ipv4/tcp_congestion_control", Net, Line, "cubic"),
    ("net/ipv4/tcp_fin_timeout", Net, INT, "60"),
    ("net/ipv4/tcp_keepalive_intvl", Net, Number(1, 32_767), "75"),
    ("net/ipv4/tcp_keepalive_probes", Net, Number(1, 127), "9"),
    ("net/ipv4/tcp_keepalive_time", Net, Number(1, 32_767), "7200"),
    ("net/ipv4/tcp_max_syn_backlog", Net, INT, "256"),
    ("net/ipv4/tcp_retries2", Net, Number(0, 255), "15"),
    ("net/ipv4/tcp_rmem", Net, Numbers(3), "4096\t131072\t6291456"),
    ("net/ipv4/tcp_syn_retries", Net, Number(1, 127), "6"),
    ("net/ipv4/tcp_syncookies", Net, Number(0, 2), "1"),
    ("net/ipv4/tcp_timestamps", Net, Number(0, 2), "1"),
    ("net/ipv4/tcp_tw_reuse", Net, Number(0, 2), "2"),
    ("net/ipv4/tcp_wmem", Net, Numbers(3), "4096\t16384\t4194304"),
    ("net/ipv6/conf/all/disable_ipv6", Net, SWITCH, "0"),
    ("net/ipv6/conf/all/forwarding", Net, SWITCH, "0"),
    ("net/ipv6/conf/default/disable_ipv6", Net, SWITCH, "0"),
    ("user/max_user_namespaces", Machine, INT, "15623"),
    ("vm/dirty_background_ratio", Machine, Number(0, 100), "10"),
    ("vm/dirty_ratio", Machine, Number(0, 100), "20"),
    ("vm/max_map_count", Machine, INT, "1048576"),
    ("vm/min_free_kbytes", Machine, INT, "11000"),
    ("vm/overcommit_memory", Machine, Number(0, 2), "0"),
    ("vm/overcommit_ratio", Machine, INT, "50"),
    ("vm/panic_on_oom", Machine, Number(0, 2), "0"),
    ("vm/swappiness", Machine, Number(0, 200), "60"),
    ("vm/vfs_cache_pressure", Machine, INT, "100"),
];

/// Values that are not what they were at first, by whose they are and their place in the table.
pub type Written = BTreeMap<(Scope, u32), BTreeMap<usize, String>>;

/// The namespaces whose values one sees.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scopes {
    /// Network namespace.
    pub net: u32,
    /// IPC namespace.
    pub ipc: u32,
    /// Namespace of host names.
    pub uts: u32,
}

impl Scopes {
    fn id(&self, of: Scope) -> u32 {
        match of {
            Machine => 0,
            Net => self.net,
            Ipc => self.ipc,
            Uts => self.uts,
        }
    }

    /// Those of a process.
    pub(super) fn of(st: &State, pid: Pid) -> Scopes {
        st.procs.get(&pid).map_or(Scopes::default(), |p| Scopes {
            net: p.net,
            ipc: p.ipc,
            uts: p.uts,
        })
    }
}

/// A directory or file below /proc/sys: the first setting below it, and how many names lead there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Node {
    at: usize,
    depth: usize,
}

/// Names that lead to a file at most, and one more.
const DEPTHS: usize = 8;

fn parts(at: usize) -> impl Iterator<Item = &'static str> {
    SETTINGS[at].0.split('/')
}

impl Node {
    /// /proc/sys itself.
    pub(super) const ROOT: Node = Node { at: 0, depth: 0 };

    /// Its number.
    pub(super) fn number(self) -> u64 {
        (self.at * DEPTHS + self.depth) as u64
    }

    /// The one with a number.
    pub(super) fn numbered(n: u64) -> Option<Node> {
        let n = usize::try_from(n).ok()?;
        let node = Node { at: n / DEPTHS, depth: n % DEPTHS };
        (node.at < SETTINGS.len() && node.depth <= parts(node.at).count()).then_some(node)
    }

    pub(super) fn is_dir(self) -> bool {
        self.depth < parts(self.at).count()
    }

    pub(super) fn is_fixed(self) -> bool {
        SETTINGS[self.at].2 == Fixed
    }

    /// Whether it is the file whose text is made up anew each time.
    pub(super) fn is_uuid(self) -> bool {
        !self.is_dir() && SETTINGS[self.at].0 == "kernel/random/uuid"
    }

    /// The settings below it.
    fn below(self) -> impl Iterator<Item = usize> {
        (0..SETTINGS.len())
            .filter(move |i| parts(*i).take(self.depth).eq(parts(self.at).take(self.depth)))
    }

    pub(super) fn child(self, name: &str) -> Option<Node> {
        let at = self.below().find(|i| parts(*i).nth(self.depth) == Some(name))?;
        Some(Node { at, depth: self.depth + 1 })
    }

    pub(super) fn names(self) -> Vec<String> {
        let mut all: Vec<String> =
            self.below().filter_map(|i| parts(i).nth(self.depth)).map(str::to_string).collect();
        all.dedup();
        all
    }

    pub(super) fn parent(self) -> Node {
        let up = Node { at: self.at, depth: self.depth.saturating_sub(1) };
        Node { at: up.below().next().unwrap_or(0), depth: up.depth }
    }

    /// What is read there.
    pub(super) fn text(self, st: &State, scopes: &Scopes) -> String {
        let (path, scope, _, first) = SETTINGS[self.at];
        let written = st.sysctls.get(&(scope, scopes.id(scope))).and_then(|w| w.get(&self.at));
        let value = match (path, written) {
            ("kernel/hostname", _) => {
                st.hostnames.get(&scopes.uts).map_or("localhost", String::as_str)
            }
            (_, Some(w)) => w.as_str(),
            _ => first,
        };
        format!("{value}\n")
    }

    /// Writes there. EINVAL for what it can not hold.
    pub(super) fn write(self, st: &mut State, scopes: &Scopes, value: &str) -> Result<(), Errno> {
        let (path, scope, holds, _) = SETTINGS[self.at];
        let value = value.trim_end_matches('\n').trim();
        let number = |t: &str| t.parse::<i64>().map_err(|_| Errno::EINVAL);
        let kept = match holds {
            Fixed => return Err(Errno::EACCES),
            Line => value.to_string(),
            Large => value.parse::<u64>().map_err(|_| Errno::EINVAL)?.to_string(),
            Number(least, most) => {
                let n = number(value)?;
                if !(least..=most).contains(&n) {
                    return Err(Errno::EINVAL);
                }
                n.to_string()
            }
            Numbers(count) => {
                let all = value.split_whitespace().map(number).collect::<Result<Vec<_>, _>>()?;
                if all.is_empty() || all.len() > count {
                    return Err(Errno::EINVAL);
                }
                let old = self.text(st, scopes);
                let rest = old.split_whitespace().skip(all.len()).map(str::to_string);
                let all: Vec<String> = all.iter().map(i64::to_string).chain(rest).collect();
                all.join("\t")
            }
        };
        if path == "kernel/hostname" {
            st.hostnames.insert(scopes.uts, kept);
            return Ok(());
        }
        let whose = st.sysctls.entry((scope, scopes.id(scope))).or_default();
        whose.insert(self.at, kept);
        // Two names of one switch.
        let twin = match path {
            "net/ipv4/ip_forward" => "net/ipv4/conf/all/forwarding",
            "net/ipv4/conf/all/forwarding" => "net/ipv4/ip_forward",
            _ => return Ok(()),
        };
        let value = whose.get(&self.at).cloned().unwrap_or_default();
        if let Some(other) = SETTINGS.iter().position(|s| s.0 == twin) {
            whose.insert(other, value);
        }
        Ok(())
    }
}

impl Kernel {
    /// Sets what is called `net.core.somaxconn` or `net/core/somaxconn` for some namespaces. ENOENT where
    /// there is no such setting, EINVAL for what it can not hold.
    pub fn set_sysctl(&self, scopes: &Scopes, name: &str, value: &str) -> Result<(), Errno> {
        let path = if name.contains('/') { name.to_string() } else { name.replace('.', "/") };
        let at = SETTINGS.binary_search_by(|s| s.0.cmp(&path)).map_err(|_| Errno::ENOENT)?;
        let node = Node { at, depth: parts(at).count() };
        // Nothing to write is no write.
        if value.is_empty() {
            return Ok(());
        }
        node.write(&mut self.st.borrow_mut(), scopes, value)
    }

    /// A new IPC namespace.
    pub fn new_ipc(&self) -> u32 {
        self.st.borrow_mut().fresh() as u32
    }

    /// Forgets what was written for a namespace that is no more.
    pub fn drop_sysctls(&self, scope: Scope, id: u32) {
        self.st.borrow_mut().sysctls.remove(&(scope, id));
    }
}

#[cfg(test)]
mod tests {
    use super::{DEPTHS, Node, SETTINGS};

    #[test]
    fn the_table_is_in_order_and_can_be_walked() {
        assert!(SETTINGS.is_sorted_by(|a, b| a.0 < b.0));
        for (at, (path, ..)) in SETTINGS.iter().enumerate() {
            assert!(path.split('/').count() < DEPTHS, "{path}");
            let node = path.split('/').try_fold(Node::ROOT, Node::child);
            assert_eq!(node.map(|n| (n.at, n.is_dir())), Some((at, false)), "{path}");
        }
        let net = Node::ROOT.child("net").and_then(|n| n.child("ipv4"));
        assert_eq!(
            net.map(|n| n.parent().names()),
            Some(vec!["core".into(), "ipv4".into(), "ipv6".into()])
        );
        assert_eq!(net.and_then(|n| Node::numbered(n.number())), net);
    }
}
