//! debian: GNU programs under /usr, dash as sh. The base of most other images here.

use crate::engine::api::config::ImageConfig;
use crate::engine::images::registry::RemoteImage;
use crate::engine::images::tree::Tree;

use super::layer::LayerBuilder;
use super::{PATH, Recipe, Repository, words};

/// Its entry in the catalogue.
pub const REPOSITORY: Repository = Repository {
    name: "library/debian",
    about: "Debian's base system",
    stars: 5_200,
    tags: &[
        "latest",
        "13",
        "13.2",
        "trixie",
        "trixie-slim",
        "stable",
        "stable-slim",
        "12",
        "bookworm",
        "bookworm-slim",
    ],
    make: |_| image(),
};

const MADE: i64 = 1_763_337_600;

/// Packages of the base system that have programs.
pub const BASE: &[&str] = &[
    "apt",
    "base-files",
    "base-passwd",
    "bsdutils",
    "coreutils",
    "debianutils",
    "diffutils",
    "dpkg",
    "findutils",
    "grep",
    "gzip",
    "hostname",
    "libc-bin",
    "login",
    "mawk",
    "mount",
    "ncurses-bin",
    "passwd",
    "sed",
    "tar",
    "util-linux",
];

/// The image, which others are made from.
pub fn image() -> RemoteImage {
    let config =
        ImageConfig { cmd: words(&["bash"]), env: words(&[PATH]), ..ImageConfig::default() };
    Recipe::new(MADE, config)
        .layer("# debian.sh --arch 'amd64' out/ 'trixie' '@1763337600'", 49_280_000, root)
        .done()
}

/// The users of a Debian system.
pub const PASSWD: &str = "root:x:0:0:root:/root:/bin/bash
daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
bin:x:2:2:bin:/bin:/usr/sbin/nologin
sys:x:3:3:sys:/dev:/usr/sbin/nologin
sync:x:4:65534:sync:/bin:/bin/sync
games:x:5:60:games:/usr/games:/usr/sbin/nologin
man:x:6:12:man:/var/cache/man:/usr/sbin/nologin
lp:x:7:7:lp:/var/spool/lpd:/usr/sbin/nologin
mail:x:8:8:mail:/var/mail:/usr/sbin/nologin
news:x:9:9:news:/var/spool/news:/usr/sbin/nologin
www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin
backup:x:34:34:backup:/var/backups:/usr/sbin/nologin
_apt:x:42:65534::/nonexistent:/usr/sbin/nologin
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
";

/// The groups of a Debian system.
pub const GROUP: &str = "root:x:0:
daemon:x:1:
bin:x:2:
sys:x:3:
adm:x:4:
tty:x:5:
disk:x:6:
lp:x:7:
mail:x:8:
news:x:9:
man:x:12:
sudo:x:27:
audio:x:29:
www-data:x:33:
backup:x:34:
shadow:x:42:
utmp:x:43:
video:x:44:
staff:x:50:
games:x:60:
users:x:100:
nogroup:x:65534:
";

/// `os-release` of the Debian that images and the host have.
pub const OS_RELEASE: &str = "PRETTY_NAME=\"Debian GNU/Linux 13 (trixie)\"
NAME=\"Debian GNU/Linux\"
VERSION_ID=\"13\"
VERSION=\"13 (trixie)\"
VERSION_CODENAME=trixie
ID=debian
";

fn root() -> Tree {
    let mut b = LayerBuilder::new(MADE);
    system(&mut b, BASE);
    b.file("usr/lib/os-release", OS_RELEASE, 0o644)
        .file("etc/debian_version", "13.2\n", 0o644)
        .file("etc/issue", "Debian GNU/Linux 13 \\n \\l\n\n", 0o644);
    b.bulk("usr/lib/x86_64-linux-gnu/libperl.so.5.40", 4_012_000, 0o644)
        .bulk("usr/lib/locale/C.utf8/LC_CTYPE", 353_616, 0o644)
        .bulk("usr/share/locale/locale-archive", 61_400_000, 0o644);
    b.build()
}

/// Directories, settings, shells and libraries that Debian and Ubuntu share, and programs of these
/// packages.
pub fn system(b: &mut LayerBuilder, packages: &[&str]) {
    for dir in [
        "boot",
        "dev",
        "etc/apt/sources.list.d",
        "etc/default",
        "etc/profile.d",
        "etc/skel",
        "home",
        "media",
        "mnt",
        "opt",
        "proc",
        "run",
        "srv",
        "sys",
        "usr/bin",
        "usr/games",
        "usr/include",
        "usr/lib",
        "usr/lib64",
        "usr/local/bin",
        "usr/local/etc",
        "usr/local/lib",
        "usr/local/sbin",
        "usr/local/share",
        "usr/sbin",
        "usr/share/doc",
        "usr/src",
        "var/backups",
        "var/cache/apt",
        "var/lib/apt/lists",
        "var/lib/dpkg",
        "var/log",
        "var/opt",
        "var/spool",
    ] {
        b.dir(dir, 0o755);
    }
    b.dir("root", 0o700).dir("tmp", 0o1777).dir("var/tmp", 0o1777).dir("run/lock", 0o1777);
    b.link("bin", "usr/bin")
        .link("sbin", "usr/sbin")
        .link("lib", "usr/lib")
        .link("lib64", "usr/lib64");
    b.link("var/run", "/run").link("var/lock", "/run/lock").link("etc/mtab", "/proc/mounts");
    b.link("etc/os-release", "../usr/lib/os-release");
    b.program("usr/bin/bash", "bash", 1_298_416, 0o755)
        .program("usr/bin/dash", "dash", 129_736, 0o755)
        .link("usr/bin/sh", "dash");
    b.debian_packages(packages);
    for (path, size) in [
        ("libc.so.6", 2_003_408),
        ("libm.so.6", 952_616),
        ("libstdc++.so.6.0.33", 2_530_008),
        ("libcrypto.so.3", 5_315_640),
        ("libssl.so.3", 1_101_240),
        ("libapt-pkg.so.7.0.0", 2_412_032),
        ("libsystemd.so.0.40.0", 1_035_840),
        ("libtinfo.so.6.5", 208_328),
        ("ld-linux-x86-64.so.2", 225_600),
    ] {
        b.bulk(&format!("usr/lib/x86_64-linux-gnu/{path}"), size, 0o644);
    }
    for (path, text, mode) in [
        ("etc/passwd", PASSWD, 0o644),
        ("etc/group", GROUP, 0o644),
        ("etc/shadow", "root:*:20400:0:99999:7:::\nnobody:*:20400:0:99999:7:::\n", 0o640),
        ("etc/hostname", "localhost\n", 0o644),
        ("etc/host.conf", "multi on\n", 0o644),
        ("etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n", 0o644),
        ("etc/shells", "/bin/sh\n/usr/bin/sh\n/bin/bash\n/usr/bin/bash\n/bin/dash\n", 0o644),
        ("etc/timezone", "Etc/UTC\n", 0o644),
        (
            "etc/profile",
            "# Read by login shells.\n[ -n \"$PS1\" ] && [ -n \"$BASH\" ] && [ -f /etc/bash.bashrc ] && . /etc/bash.bashrc\n",
            0o644,
        ),
        (
            "etc/bash.bashrc",
            "# Read by interactive shells.\n[ -z \"$PS1\" ] && return\nPS1='\\u@\\h:\\w\\$ '\n",
            0o644,
        ),
        ("root/.bashrc", "# Read by interactive shells of root.\n", 0o644),
        (
            "root/.profile",
            "[ \"$BASH\" ] && [ -f ~/.bashrc ] && . ~/.bashrc\nmesg n 2> /dev/null || true\n",
            0o644,
        ),
    ] {
        b.file(path, text, mode);
    }
}
