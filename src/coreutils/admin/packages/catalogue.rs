//! The simulated archive's packages: names and versions in Debian 13 and in Alpine 3.22, sizes, and what they
//! are in a few words.

/// A package.
pub struct Package {
    /// Its name in Debian.
    pub name: &'static str,
    /// Its version there.
    pub version: &'static str,
    /// Its name in Alpine.
    pub alpine: &'static str,
    /// Its version there.
    pub alpine_version: &'static str,
    /// Its installed size in KiB.
    pub kib: u32,
    /// What it is.
    pub what: &'static str,
}

macro_rules! packages {
    ($($name:literal $version:literal, $alpine:literal $alpine_version:literal, $kib:literal, $what:literal;)*) => {
        /// Every package, sorted by its name in Debian.
        pub static CATALOGUE: &[Package] = &[$(Package {
            name: $name,
            version: $version,
            alpine: $alpine,
            alpine_version: $alpine_version,
            kib: $kib,
            what: $what,
        },)*];
    };
}

packages! {
    "adduser" "3.152", "shadow-adduser" "4.17.3-r0", 180, "adds and removes users and groups";
    "apt" "3.0.3", "apt" "3.0.3-r0", 4_300, "package manager of Debian";
    "attr" "1:2.5.2-3", "attr" "2.5.2-r2", 160, "extended attributes of files";
    "base-files" "13.8+deb13u2", "alpine-baselayout" "3.7.0-r0", 340, "directories and settings of the base system";
    "bash" "5.2.37-2+b5", "bash" "5.2.37-r0", 1_260, "the GNU shell";
    "bc" "1.07.1-4", "bc" "1.08.2-r0", 260, "calculates with any precision";
    "binutils" "2.44-3", "binutils" "2.44-r3", 9_200, "tools for object files";
    "bsdextrautils" "2.41-5", "util-linux-misc" "2.41-r9", 300, "small programs of BSD";
    "bsdutils" "1:2.41-5", "logger" "2.41-r9", 150, "basic programs of BSD";
    "bzip2" "1.0.8-6", "bzip2" "1.0.8-r6", 120, "compresses files more";
    "ca-certificates" "20250419", "ca-certificates" "20250911-r0", 380, "certificates of authorities";
    "coreutils" "9.7-3", "coreutils" "9.7-r1", 17_200, "GNU's basic programs";
    "cpio" "2.15+dfsg-2", "cpio" "2.15-r0", 350, "archives of named files";
    "curl" "8.14.1-2+deb13u2", "curl" "8.14.1-r2", 500, "transfers data to and from URLs";
    "dc" "1.07.1-4", "bc-dc" "1.08.2-r0", 230, "calculates on a stack";
    "debianutils" "5.23.2", "which" "2.23-r0", 220, "small programs of Debian";
    "diffutils" "1:3.10-4", "diffutils" "3.12-r0", 1_600, "compares files";
    "dnsutils" "1:9.20.15-1~deb13u1", "bind-tools" "9.20.15-r0", 900, "asks name servers";
    "dos2unix" "7.5.2-1", "dos2unix" "7.5.2-r0", 1_500, "changes line ends";
    "dpkg" "1.22.21", "dpkg" "1.22.15-r0", 6_500, "installs packages of Debian";
    "e2fsprogs" "1.47.2-3+b3", "e2fsprogs-extra" "1.47.2-r2", 1_500, "tools for ext2, ext3 and ext4";
    "file" "1:5.46-5", "file" "5.46-r2", 140, "tells a file's type";
    "findutils" "4.10.0-3", "findutils" "4.10.0-r0", 1_900, "finds files";
    "grep" "3.11-4", "grep" "3.12-r0", 1_300, "finds lines";
    "gzip" "1.13-1", "gzip" "1.14-r1", 240, "compresses files";
    "hostname" "3.25", "hostname" "3.25-r0", 50, "shows or sets the machine's name";
    "iproute2" "6.15.0-1", "iproute2" "6.15.0-r0", 3_600, "addresses, routes and sockets";
    "iputils-ping" "3:20240905-3", "iputils" "20240905-r0", 120, "asks hosts whether they are there";
    "jq" "1.7.1-6+deb13u1", "jq" "1.8.1-r0", 320, "takes JSON apart and puts it together";
    "less" "668-1", "less" "679-r0", 330, "shows text page by page";
    "libc-bin" "2.41-12", "musl-utils" "1.2.5-r10", 2_000, "programs of the C library";
    "lsof" "4.99.4+dfsg-2", "lsof" "4.99.4-r0", 480, "lists open files";
    "man-db" "2.13.1-1", "mandoc" "1.14.6-r13", 1_800, "shows manual pages";
    "mawk" "1.3.4.20250131-1", "mawk" "1.3.4.20250131-r0", 280, "takes text apart by patterns";
    "mount" "2.41-5", "mount" "2.41-r9", 430, "mounts filesystems";
    "nano" "8.4-1", "nano" "8.4-r0", 2_800, "a small editor";
    "ncal" "12.1.8", "util-linux-cal" "2.41-r9", 90, "a calendar";
    "ncurses-bin" "6.5+20250216-2", "ncurses" "6.5_p20250503-r0", 650, "programs for terminals";
    "net-tools" "2.10-1.3", "net-tools" "2.10-r3", 990, "the older programs for networks";
    "netcat-openbsd" "1.229-1", "netcat-openbsd" "1.229.1-r0", 110, "reads and writes connections";
    "passwd" "1:4.17.4-2", "shadow" "4.17.3-r0", 2_900, "users, groups and passwords";
    "patch" "2.8-2", "patch" "2.8-r0", 240, "applies differences to files";
    "procps" "2:4.0.4-9", "procps-ng" "4.0.4-r3", 2_400, "looks at processes";
    "psmisc" "23.7-2", "psmisc" "23.7-r0", 910, "finds and signals processes";
    "sed" "4.9-2", "sed" "4.9-r2", 960, "edits streams of text";
    "sharutils" "1:4.15.2-10", "sharutils" "4.15.2-r2", 1_400, "encodes files as text";
    "sudo" "1.9.16p2-3", "sudo" "1.9.17_p2-r0", 6_700, "runs programs as somebody else";
    "sysvinit-utils" "3.14-4", "openrc" "0.62.6-r0", 80, "programs for services";
    "tar" "1.35+dfsg-3.1", "tar" "1.35-r3", 3_100, "makes and reads archives";
    "time" "1.9-0.2", "time" "1.9-r1", 130, "measures what a program uses";
    "tree" "2.2.1-1", "tree" "2.2.1-r0", 140, "shows directories as a tree";
    "tzdata" "2025b-4+deb13u1", "tzdata" "2025b-r0", 1_400, "time zones";
    "unzip" "6.0-29", "unzip" "6.0-r15", 380, "reads zip archives";
    "util-linux" "2.41-5", "util-linux" "2.41-r9", 4_700, "programs of the base system";
    "vim" "2:9.1.1230-2", "vim" "9.1.1566-r0", 3_900, "an editor";
    "vim-tiny" "2:9.1.1230-2", "vim-tiny" "9.1.1566-r0", 1_700, "a small build of vim";
    "wget" "1.25.0-2", "wget" "1.25.0-r1", 3_800, "fetches files from URLs";
    "xxd" "2:9.1.1230-2", "xxd" "9.1.1566-r0", 260, "shows and makes files by hexadecimal digits";
    "xz-utils" "5.8.1-1", "xz" "5.8.1-r0", 1_500, "compresses files most";
    "zip" "3.0-15", "zip" "3.0-r13", 620, "makes zip archives";
}

/// Packages that people install, whose programs the simulation lacks; sorted.
pub static UNSIMULATED: &[&str] = &[
    "apache2",
    "awscli",
    "build-base",
    "build-essential",
    "cmake",
    "cron",
    "default-jdk",
    "default-mysql-client",
    "ffmpeg",
    "g++",
    "gcc",
    "git",
    "gnupg",
    "go",
    "golang",
    "htop",
    "imagemagick",
    "libc-dev",
    "libpq-dev",
    "linux-headers",
    "logrotate",
    "make",
    "mariadb-client",
    "musl-dev",
    "mysql-client",
    "nginx",
    "nodejs",
    "npm",
    "openjdk-17-jdk",
    "openjdk17",
    "openssh",
    "openssh-client",
    "openssh-server",
    "openssl",
    "perl",
    "php",
    "pipx",
    "pkg-config",
    "postgresql",
    "postgresql-client",
    "py3-pip",
    "python3",
    "python3-dev",
    "python3-pip",
    "python3-venv",
    "rclone",
    "redis",
    "redis-tools",
    "restic",
    "rsync",
    "ruby",
    "socat",
    "sqlite",
    "sqlite3",
    "strace",
    "supervisor",
    "tcpdump",
    "yarn",
    "zsh",
];
