//! Limits of what a process may use (getrlimit(2)): which there are, what they are where nobody said
//! otherwise, who may change them, and what happens at those for files and processor time. The number of
//! processes is met in `sys_fork`, that of descriptors in `sys_fd`.

use crate::vfs::{CapSet, Errno};

use super::{Kernel, Pid, Proc, Signal};

/// No limit.
pub const UNLIMITED: u64 = u64::MAX;
/// Open files that a limit can allow at most (`fs.nr_open`).
pub const OPEN_MAX: u64 = 1 << 20;
/// Processes and pending signals of one user, as a machine of this size has them.
const THREADS: u64 = 15_623;

/// What is limited, by its number on x86-64.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Resource {
    Cpu,
    Fsize,
    Data,
    Stack,
    Core,
    Rss,
    Nproc,
    Nofile,
    Memlock,
    As,
    Locks,
    Sigpending,
    Msgqueue,
    Nice,
    Rtprio,
    Rttime,
}

impl Resource {
    /// All, by number.
    pub const ALL: [Resource; 16] = [
        Resource::Cpu,
        Resource::Fsize,
        Resource::Data,
        Resource::Stack,
        Resource::Core,
        Resource::Rss,
        Resource::Nproc,
        Resource::Nofile,
        Resource::Memlock,
        Resource::As,
        Resource::Locks,
        Resource::Sigpending,
        Resource::Msgqueue,
        Resource::Nice,
        Resource::Rtprio,
        Resource::Rttime,
    ];

    /// The name after `RLIMIT_`, in small letters.
    pub fn name(self) -> &'static str {
        NAMES[self as usize].0
    }

    /// The resource of that name.
    pub fn named(name: &str) -> Option<Resource> {
        Resource::ALL.into_iter().find(|r| r.name() == name)
    }
}

/// Name, what /proc/PID/limits calls it, and its unit there.
const NAMES: [(&str, &str, &str); 16] = [
    ("cpu", "Max cpu time", "seconds"),
    ("fsize", "Max file size", "bytes"),
    ("data", "Max data size", "bytes"),
    ("stack", "Max stack size", "bytes"),
    ("core", "Max core file size", "bytes"),
    ("rss", "Max resident set", "bytes"),
    ("nproc", "Max processes", "processes"),
    ("nofile", "Max open files", "files"),
    ("memlock", "Max locked memory", "bytes"),
    ("as", "Max address space", "bytes"),
    ("locks", "Max file locks", "locks"),
    ("sigpending", "Max pending signals", "signals"),
    ("msgqueue", "Max msgqueue size", "bytes"),
    ("nice", "Max nice priority", ""),
    ("rtprio", "Max realtime priority", ""),
    ("rttime", "Max realtime timeout", "us"),
];

/// A process's limits: soft and hard ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits([(u64, u64); 16]);

impl Default for Limits {
    /// Those of the machine's first process.
    fn default() -> Limits {
        let mut all = Limits([(UNLIMITED, UNLIMITED); 16]);
        for (of, soft, hard) in [
            (Resource::Stack, 8 << 20, UNLIMITED),
            (Resource::Core, 0, UNLIMITED),
            (Resource::Nproc, THREADS, THREADS),
            (Resource::Nofile, 1_024, OPEN_MAX),
            (Resource::Memlock, 8 << 20, 8 << 20),
            (Resource::Sigpending, THREADS, THREADS),
            (Resource::Msgqueue, 819_200, 819_200),
            (Resource::Nice, 0, 0),
            (Resource::Rtprio, 0, 0),
        ] {
            all.set(of, soft, hard);
        }
        all
    }
}

impl Limits {
    /// The soft limit.
    pub fn soft(&self, of: Resource) -> u64 {
        self.0[of as usize].0
    }

    /// The hard limit.
    pub fn hard(&self, of: Resource) -> u64 {
        self.0[of as usize].1
    }

    /// Sets both.
    pub fn set(&mut self, of: Resource, soft: u64, hard: u64) {
        self.0[of as usize] = (soft, hard);
    }

    /// `/proc/PID/limits`.
    pub(super) fn table(&self) -> String {
        let mut out =
            format!("{:<25} {:<20} {:<20} {:<10}\n", "Limit", "Soft Limit", "Hard Limit", "Units");
        let number = |n: u64| match n {
            UNLIMITED => "unlimited".to_string(),
            n => n.to_string(),
        };
        for (of, (_, title, unit)) in Resource::ALL.into_iter().zip(NAMES) {
            let (soft, hard) = (number(self.soft(of)), number(self.hard(of)));
            out.push_str(&format!("{title:<25} {soft:<20} {hard:<20} {unit:<10}\n"));
        }
        out
    }
}

impl Proc {
    /// getrlimit(2), of all at once.
    pub fn limits(&self) -> Limits {
        self.me(|p| p.limits).unwrap_or_default()
    }

    /// setrlimit(2): EINVAL where the soft limit is above the hard one, EPERM where a hard one is
    /// raised without CAP_SYS_RESOURCE or beyond what the machine can do.
    pub fn set_limit(&self, of: Resource, soft: u64, hard: u64) -> Result<(), Errno> {
        if soft > hard {
            return Err(Errno::EINVAL);
        }
        let raised = hard > self.limits().hard(of);
        if (raised && !self.cred().can(CapSet::SYS_RESOURCE))
            || (of == Resource::Nofile && hard > OPEN_MAX)
        {
            return Err(Errno::EPERM);
        }
        self.me(|p| p.limits.set(of, soft, hard)).ok_or(Errno::ESRCH)
    }

    /// How many bytes of `len` at `offset` may be written to a file. None where it is to be waited,
    /// because the process has been killed for it; EFBIG where nothing may (RLIMIT_FSIZE).
    pub(super) fn file_room(&self, offset: u64, len: usize) -> Result<Option<usize>, Errno> {
        let most = self.me(|p| p.limits.soft(Resource::Fsize)).unwrap_or(UNLIMITED);
        if most == UNLIMITED || len == 0 {
            return Ok(Some(len));
        }
        if offset >= most {
            self.k.post(self.pid, Signal::XFSZ);
            return if self.condemned() { Ok(None) } else { Err(Errno::EFBIG) };
        }
        Ok(Some(usize::try_from(most - offset).unwrap_or(usize::MAX).min(len)))
    }

    /// Whether a file may be made so long.
    pub(super) fn may_grow(&self, len: u64) -> Result<(), Errno> {
        if len > self.me(|p| p.limits.soft(Resource::Fsize)).unwrap_or(UNLIMITED) {
            self.k.post(self.pid, Signal::XFSZ);
            return Err(Errno::EFBIG);
        }
        Ok(())
    }
}

impl Kernel {
    /// Tells a process that its processor time went from `before` to `after` (nanoseconds), where that
    /// is more than it may have: each second beyond the soft limit, and at the hard one.
    pub(super) fn enforce_cpu(self: &std::rc::Rc<Kernel>, pid: Pid, before: i64, after: i64) {
        let (old, new) = (before / 1_000_000_000, after / 1_000_000_000);
        if old == new {
            return;
        }
        let of = Resource::Cpu;
        let limits =
            self.st.borrow().procs.get(&pid).map(|p| (p.limits.soft(of), p.limits.hard(of)));
        let (Some((soft, hard)), Ok(used)) = (limits, u64::try_from(new)) else { return };
        if used >= hard {
            self.post(pid, Signal::KILL);
        } else if used >= soft {
            self.post(pid, Signal::XCPU);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Limits, Resource};

    #[test]
    fn a_table_as_proc_has_it() {
        let mut all = Limits::default();
        all.set(Resource::Fsize, 1000, 2000);
        let text = all.table();
        let line = "Max file size             1000                 2000                 bytes     ";
        assert_eq!(text.lines().nth(2), Some(line));
        assert_eq!(text.lines().count(), 17);
        assert_eq!(Resource::named("rttime"), Some(Resource::Rttime));
        assert_eq!(Resource::named("NOFILE"), None);
    }
}
