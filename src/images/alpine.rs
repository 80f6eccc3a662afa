//! alpine: BusyBox behind symbolic links, musl, apk.

use crate::engine::api::config::ImageConfig;
use crate::engine::images::registry::RemoteImage;
use crate::engine::images::tree::Tree;

use super::layer::{LayerBuilder, applets};
use super::{PATH, Recipe, Repository, words};

/// Its entry in the catalogue.
pub const REPOSITORY: Repository = Repository {
    name: "library/alpine",
    about: "A small image on musl libc and BusyBox",
    stars: 11_000,
    tags: &["latest", "3", "3.22", "3.22.1", "3.21", "3.20", "3.19", "edge"],
    make: |_| image(),
};

const MADE: i64 = 1_752_617_580;

/// The image, which others are made from.
pub fn image() -> RemoteImage {
    let config = ImageConfig {
        cmd: words(&["/bin/sh"]),
        env: words(&[PATH]),
        working_dir: "/".to_string(),
        ..ImageConfig::default()
    };
    Recipe::new(MADE, config)
        .layer("ADD alpine-minirootfs-3.22.1-x86_64.tar.gz / # buildkit", 3_800_000, root)
        .note("CMD [\"/bin/sh\"]")
        .done()
}

pub(super) const PASSWD: &str = "root:x:0:0:root:/root:/bin/sh
bin:x:1:1:bin:/bin:/sbin/nologin
daemon:x:2:2:daemon:/sbin:/sbin/nologin
lp:x:4:7:lp:/var/spool/lpd:/sbin/nologin
sync:x:5:0:sync:/sbin:/bin/sync
shutdown:x:6:0:shutdown:/sbin:/sbin/shutdown
halt:x:7:0:halt:/sbin:/sbin/halt
mail:x:8:12:mail:/var/mail:/sbin/nologin
news:x:9:13:news:/usr/lib/news:/sbin/nologin
uucp:x:10:14:uucp:/var/spool/uucppublic:/sbin/nologin
cron:x:16:16:cron:/var/spool/cron:/sbin/nologin
ftp:x:21:21::/var/lib/ftp:/sbin/nologin
sshd:x:22:22:sshd:/dev/null:/sbin/nologin
games:x:35:35:games:/usr/games:/sbin/nologin
ntp:x:123:123:NTP:/var/empty:/sbin/nologin
guest:x:405:100:guest:/dev/null:/sbin/nologin
nobody:x:65534:65534:nobody:/:/sbin/nologin
";

pub(super) const GROUP: &str = "root:x:0:root
bin:x:1:root,bin,daemon
daemon:x:2:root,bin,daemon
sys:x:3:root,bin
adm:x:4:root,daemon
tty:x:5:
disk:x:6:root
lp:x:7:lp
kmem:x:9:
wheel:x:10:root
floppy:x:11:root
mail:x:12:mail
news:x:13:news
uucp:x:14:uucp
cron:x:16:cron
audio:x:18:
cdrom:x:19:
dialout:x:20:root
ftp:x:21:
sshd:x:22:
input:x:23:
tape:x:26:root
video:x:27:root
netdev:x:28:
kvm:x:34:kvm
games:x:35:
shadow:x:42:
www-data:x:82:
users:x:100:games
ntp:x:123:
utmp:x:406:
ping:x:999:
nogroup:x:65533:
nobody:x:65534:
";

const OS_RELEASE: &str = "NAME=\"Alpine Linux\"
ID=alpine
VERSION_ID=3.22.1
PRETTY_NAME=\"Alpine Linux v3.22\"
";

const PROFILE: &str = "export PATH=\"/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\"
export PAGER=less
umask 022
if [ -n \"$PS1\" ]; then
\tPS1='\\h:\\w\\$ '
fi
";

fn root() -> Tree {
    let mut b = LayerBuilder::new(MADE);
    for dir in [
        "bin",
        "dev",
        "etc/apk",
        "etc/conf.d",
        "etc/crontabs",
        "etc/init.d",
        "etc/network",
        "etc/opt",
        "etc/periodic",
        "etc/profile.d",
        "etc/ssl/certs",
        "home",
        "lib/apk",
        "media/cdrom",
        "media/floppy",
        "media/usb",
        "mnt",
        "opt",
        "proc",
        "run",
        "sbin",
        "srv",
        "sys",
        "usr/bin",
        "usr/lib",
        "usr/local/bin",
        "usr/local/lib",
        "usr/local/share",
        "usr/sbin",
        "usr/share/misc",
        "var/cache/apk",
        "var/lib/apk",
        "var/local",
        "var/log",
        "var/mail",
        "var/opt",
        "var/spool/cron",
    ] {
        b.dir(dir, 0o755);
    }
    b.dir("root", 0o700).dir("tmp", 0o1777).dir("var/tmp", 0o1777).dir("var/empty", 0o555);
    b.link("var/run", "../run").link("var/lock", "../run/lock").link("etc/mtab", "../proc/mounts");
    b.program("bin/busybox", "busybox", 812_344, 0o755);
    for (dir, name) in applets() {
        // Servers are in a package of their own, busybox-extras.
        if name != "busybox" && name != "httpd" {
            b.link(&format!("{dir}/{name}"), "/bin/busybox");
        }
    }
    b.bulk("lib/ld-musl-x86_64.so.1", 662_520, 0o755)
        .link("lib/libc.musl-x86_64.so.1", "ld-musl-x86_64.so.1")
        .bulk("usr/lib/libcrypto.so.3", 4_735_712, 0o755)
        .bulk("usr/lib/libssl.so.3", 876_344, 0o755)
        .bulk("usr/lib/libz.so.1.3.1", 100_368, 0o755)
        .link("usr/lib/libz.so.1", "libz.so.1.3.1")
        .bulk("usr/lib/libapk.so.2.14.9", 268_400, 0o755)
        .program("sbin/apk", "gnu/apk", 72_336, 0o755);
    for (path, text, mode) in [
        ("etc/passwd", PASSWD, 0o644),
        ("etc/group", GROUP, 0o644),
        ("etc/shadow", "root:*::0:::::\nnobody:!::0:::::\n", 0o640),
        ("usr/lib/os-release", OS_RELEASE, 0o644),
        ("etc/alpine-release", "3.22.1\n", 0o644),
        ("etc/issue", "Welcome to Alpine Linux 3.22\nKernel \\r on an \\m (\\l)\n\n", 0o644),
        ("etc/hostname", "localhost\n", 0o644),
        (
            "etc/hosts",
            "127.0.0.1\tlocalhost localhost.localdomain\n::1\t\tlocalhost localhost.localdomain\n",
            0o644,
        ),
        ("etc/profile", PROFILE, 0o644),
        ("etc/shells", "# valid login shells\n/bin/sh\n/bin/ash\n", 0o644),
        ("etc/motd", "Welcome to Alpine!\n", 0o644),
        ("etc/nsswitch.conf", "hosts: files dns\n", 0o644),
        ("etc/apk/arch", "x86_64\n", 0o644),
        (
            "etc/apk/world",
            "alpine-baselayout\nalpine-keys\nalpine-release\napk-tools\nbusybox\nlibc-utils\n",
            0o644,
        ),
        ("etc/fstab", "/dev/cdrom\t/media/cdrom\tiso9660\tnoauto,ro 0 0\n", 0o644),
    ] {
        b.file(path, text, mode);
    }
    b.link("etc/os-release", "../usr/lib/os-release");
    b.build()
}
