//! What stat(2), open(2) and credentials(7) speak of: plain data shared by every layer.

use std::fmt;
use std::ops::{BitOr, BitOrAssign};

/// Type bits of `st_mode` (inode(7)).
pub const S_IFMT: u32 = 0o170_000;
/// Set-user-ID bit.
pub const S_ISUID: u32 = 0o4000;
/// Set-group-ID bit.
pub const S_ISGID: u32 = 0o2000;
/// Sticky bit.
pub const S_ISVTX: u32 = 0o1000;

/// The kinds of file that inode(7) knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum FileType {
    Regular,
    Directory,
    Symlink,
    Fifo,
    Socket,
    CharDevice,
    BlockDevice,
}

impl FileType {
    /// The `S_IFMT` bits.
    pub fn bits(self) -> u32 {
        match self {
            FileType::Fifo => 0o010_000,
            FileType::CharDevice => 0o020_000,
            FileType::Directory => 0o040_000,
            FileType::BlockDevice => 0o060_000,
            FileType::Regular => 0o100_000,
            FileType::Symlink => 0o120_000,
            FileType::Socket => 0o140_000,
        }
    }

    /// The letter that `ls -l` shows.
    pub fn letter(self) -> char {
        match self {
            FileType::Fifo => 'p',
            FileType::CharDevice => 'c',
            FileType::Directory => 'd',
            FileType::BlockDevice => 'b',
            FileType::Regular => '-',
            FileType::Symlink => 'l',
            FileType::Socket => 's',
        }
    }
}

/// What stat(2) gives. Times are nanoseconds since the epoch; `blocks` counts 512-byte units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Stat {
    pub dev: u64,
    pub ino: u64,
    /// Type and permission bits.
    pub mode: u32,
    pub nlink: u32,
    pub uid: u32,
    pub gid: u32,
    pub rdev: u64,
    pub size: u64,
    pub blocks: u64,
    pub blksize: u32,
    pub atime: i64,
    pub mtime: i64,
    pub ctime: i64,
    pub btime: i64,
}

impl Stat {
    /// The file's type.
    pub fn file_type(&self) -> FileType {
        match self.mode & S_IFMT {
            0o010_000 => FileType::Fifo,
            0o020_000 => FileType::CharDevice,
            0o040_000 => FileType::Directory,
            0o060_000 => FileType::BlockDevice,
            0o120_000 => FileType::Symlink,
            0o140_000 => FileType::Socket,
            _ => FileType::Regular,
        }
    }

    /// Whether this is a directory.
    pub fn is_dir(&self) -> bool {
        self.file_type() == FileType::Directory
    }

    /// Whether this is a regular file.
    pub fn is_file(&self) -> bool {
        self.file_type() == FileType::Regular
    }

    /// Whether this is a symbolic link.
    pub fn is_symlink(&self) -> bool {
        self.file_type() == FileType::Symlink
    }

    /// Permission bits, set-ID and sticky bits included.
    pub fn perm(&self) -> u32 {
        self.mode & 0o7777
    }
}

/// Major and minor number as `st_rdev` packs them (makedev(3)).
pub fn makedev(major: u32, minor: u32) -> u64 {
    (u64::from(major) << 8) | u64::from(minor & 0xff) | (u64::from(minor & !0xff) << 12)
}

/// The major number of a device (major(3)).
pub fn major(dev: u64) -> u32 {
    ((dev >> 8) & 0xfff) as u32
}

/// The minor number of a device (minor(3)).
pub fn minor(dev: u64) -> u32 {
    ((dev & 0xff) | ((dev >> 12) & !0xff)) as u32
}

/// One entry of a directory.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct DirEntry {
    pub name: String,
    pub ino: u64,
    pub kind: FileType,
}

/// What statfs(2) gives; sizes in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct StatFs {
    pub fstype: String,
    pub source: String,
    pub block_size: u64,
    pub total: u64,
    pub free: u64,
    pub available: u64,
    pub files: u64,
    pub files_free: u64,
}

macro_rules! flags {
    ($(#[$doc:meta])* $name:ident: $int:ty { $($(#[$fdoc:meta])* $flag:ident = $value:expr;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Default, Hash)]
        pub struct $name(pub $int);

        impl $name {
            $($(#[$fdoc])* pub const $flag: $name = $name($value);)*
            /// No flag.
            pub const NONE: $name = $name(0);

            /// Whether all of `other` is set.
            pub fn has(self, other: $name) -> bool {
                self.0 & other.0 == other.0
            }

            /// This with `other` taken out.
            pub fn without(self, other: $name) -> $name {
                $name(self.0 & !other.0)
            }
        }

        impl BitOr for $name {
            type Output = $name;
            fn bitor(self, other: $name) -> $name {
                $name(self.0 | other.0)
            }
        }

        impl BitOrAssign for $name {
            fn bitor_assign(&mut self, other: $name) {
                self.0 |= other.0;
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({:#x})"), self.0)
            }
        }
    };
}

flags! {
    /// How open(2) opens.
    OpenFlags: u32 {
        /// Reading.
        READ = 1;
        /// Writing.
        WRITE = 2;
        /// Every write goes to the end.
        APPEND = 4;
        /// Create the file if it is missing.
        CREAT = 8;
        /// With CREAT: fail if it exists.
        EXCL = 16;
        /// Cut to length 0.
        TRUNC = 32;
        /// Fail on a symbolic link.
        NOFOLLOW = 64;
        /// Fail unless it is a directory.
        DIRECTORY = 128;
        /// Closed by exec.
        CLOEXEC = 256;
        /// Reads and writes never block.
        NONBLOCK = 512;
    }
}

flags! {
    /// Flags of a mount (mount(2)).
    MountFlags: u32 {
        /// Read-only.
        RO = 1;
        /// Set-ID bits have no effect.
        NOSUID = 2;
        /// Device files have no effect.
        NODEV = 4;
        /// Nothing can be executed.
        NOEXEC = 8;
    }
}

flags! {
    /// Capabilities (capabilities(7)), as a bit set by their number.
    CapSet: u64 {
        /// Change owners.
        CHOWN = 1 << 0;
        /// Pass over permission bits.
        DAC_OVERRIDE = 1 << 1;
        /// Read and search anything.
        DAC_READ_SEARCH = 1 << 2;
        /// Act as the owner of any file.
        FOWNER = 1 << 3;
        /// Keep set-ID bits.
        FSETID = 1 << 4;
        /// Signal any process.
        KILL = 1 << 5;
        /// Change group ids.
        SETGID = 1 << 6;
        /// Change user ids.
        SETUID = 1 << 7;
        /// Change process capabilities.
        SETPCAP = 1 << 8;
        /// Set the immutable flag of files.
        LINUX_IMMUTABLE = 1 << 9;
        /// Bind low ports.
        NET_BIND_SERVICE = 1 << 10;
        /// Broadcast.
        NET_BROADCAST = 1 << 11;
        /// Configure the network.
        NET_ADMIN = 1 << 12;
        /// Raw sockets.
        NET_RAW = 1 << 13;
        /// Lock memory.
        IPC_LOCK = 1 << 14;
        /// Pass over the permissions of shared memory.
        IPC_OWNER = 1 << 15;
        /// Load modules.
        SYS_MODULE = 1 << 16;
        /// Raw access to devices.
        SYS_RAWIO = 1 << 17;
        /// chroot(2).
        SYS_CHROOT = 1 << 18;
        /// Look into other processes.
        SYS_PTRACE = 1 << 19;
        /// Accounting of processes.
        SYS_PACCT = 1 << 20;
        /// Mounting and much else.
        SYS_ADMIN = 1 << 21;
        /// reboot(2).
        SYS_BOOT = 1 << 22;
        /// Raise priorities.
        SYS_NICE = 1 << 23;
        /// Go beyond limits.
        SYS_RESOURCE = 1 << 24;
        /// Set the clock.
        SYS_TIME = 1 << 25;
        /// Configure terminals.
        SYS_TTY_CONFIG = 1 << 26;
        /// Make device files.
        MKNOD = 1 << 27;
        /// Leases on files.
        LEASE = 1 << 28;
        /// Write the audit log.
        AUDIT_WRITE = 1 << 29;
        /// Rules of the audit log.
        AUDIT_CONTROL = 1 << 30;
        /// Set file capabilities.
        SETFCAP = 1 << 31;
        /// Pass over mandatory access control.
        MAC_OVERRIDE = 1 << 32;
        /// Configure mandatory access control.
        MAC_ADMIN = 1 << 33;
        /// The kernel's own log.
        SYSLOG = 1 << 34;
        /// Wake the machine up.
        WAKE_ALARM = 1 << 35;
        /// Keep the machine awake.
        BLOCK_SUSPEND = 1 << 36;
        /// Read the audit log.
        AUDIT_READ = 1 << 37;
        /// Watch performance.
        PERFMON = 1 << 38;
        /// Programs in the kernel.
        BPF = 1 << 39;
        /// Checkpoints of processes.
        CHECKPOINT_RESTORE = 1 << 40;
        /// Every capability.
        ALL = (1 << 41) - 1;
    }
}

/// Who a process is (credentials(7)).
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Cred {
    pub uid: u32,
    pub gid: u32,
    pub euid: u32,
    pub egid: u32,
    /// Supplementary groups.
    pub groups: Vec<u32>,
    /// Effective capabilities; meaningful while `euid` is 0.
    pub caps: CapSet,
}

impl Cred {
    /// Root with every capability.
    pub fn root() -> Cred {
        Cred::user(0, 0, Vec::new())
    }

    /// A user with these ids.
    pub fn user(uid: u32, gid: u32, groups: Vec<u32>) -> Cred {
        let caps = if uid == 0 { CapSet::ALL } else { CapSet::NONE };
        Cred { uid, gid, euid: uid, egid: gid, groups, caps }
    }

    /// Whether the effective user holds `cap`.
    pub fn can(&self, cap: CapSet) -> bool {
        self.caps.has(cap)
    }

    /// Whether the effective or a supplementary group is `gid`.
    pub fn in_group(&self, gid: u32) -> bool {
        self.egid == gid || self.groups.contains(&gid)
    }

    /// Whether a file with this owner and mode grants `want` (4 read, 2 write, 1 execute), by the
    /// rule of path_resolution(7).
    pub fn may(&self, stat: &Stat, want: u32) -> bool {
        let bits = if self.euid == stat.uid {
            stat.mode >> 6
        } else if self.in_group(stat.gid) {
            stat.mode >> 3
        } else {
            stat.mode
        };
        if bits & want == want {
            return true;
        }
        if self.can(CapSet::DAC_OVERRIDE)
            && (want & 1 == 0 || stat.is_dir() || stat.mode & 0o111 != 0)
        {
            return true;
        }
        self.can(CapSet::DAC_READ_SEARCH) && (want == 4 || (stat.is_dir() && want & 2 == 0))
    }
}
