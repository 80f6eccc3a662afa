//! busybox: one program behind hard links, and hardly anything else.

use crate::engine::api::config::ImageConfig;
use crate::engine::images::registry::RemoteImage;
use crate::engine::images::tree::Tree;

use super::layer::{LayerBuilder, applets};
use super::{PATH, Recipe, Repository, words};

/// Its entry in the catalogue.
pub const REPOSITORY: Repository = Repository {
    name: "library/busybox",
    about: "The BusyBox multi-call program and nothing more",
    stars: 3_400,
    tags: &["latest", "1", "1.37", "1.37.0", "1.36", "stable", "glibc", "musl", "uclibc"],
    make: |_| image(),
};

const MADE: i64 = 1_727_386_302;

fn image() -> RemoteImage {
    let config = ImageConfig { cmd: words(&["sh"]), env: words(&[PATH]), ..ImageConfig::default() };
    Recipe::new(MADE, config).layer("BusyBox 1.37.0 (glibc), Debian 13", 2_156_000, root).done()
}

const PASSWD: &str = "root:x:0:0:root:/root:/bin/sh
daemon:x:1:1:daemon:/usr/sbin:/bin/false
bin:x:2:2:bin:/bin:/bin/false
sys:x:3:3:sys:/dev:/bin/false
sync:x:4:100:sync:/bin:/bin/sync
mail:x:8:8:mail:/var/spool/mail:/bin/false
www-data:x:33:33:www-data:/var/www:/bin/false
operator:x:37:37:Operator:/var:/bin/false
nobody:x:65534:65534:nobody:/home:/bin/false
";

const GROUP: &str = "root:x:0:
daemon:x:1:
bin:x:2:
sys:x:3:
adm:x:4:
tty:x:5:
disk:x:6:
lp:x:7:
mail:x:8:
kmem:x:9:
wheel:x:10:root
cdrom:x:11:
dialout:x:18:
floppy:x:19:
video:x:28:
audio:x:29:
tape:x:32:
www-data:x:33:
operator:x:37:
utmp:x:43:
plugdev:x:46:
staff:x:50:
lock:x:54:
netdev:x:82:
users:x:100:
nobody:x:65534:
";

fn root() -> Tree {
    let mut b = LayerBuilder::new(MADE);
    for dir in [
        "bin",
        "dev",
        "etc/network/if-up.d",
        "home",
        "lib",
        "usr/bin",
        "usr/sbin",
        "var/spool/mail",
        "var/www",
    ] {
        b.dir(dir, 0o755);
    }
    b.dir("root", 0o700).dir("tmp", 0o1777);
    b.dir_of("home", 0o755, 65_534, 65_534).dir_of("var/spool/mail", 0o755, 8, 8);
    // The first name in the order of the archive is the file; the others are links to it.
    let mut names: Vec<&str> = applets().into_iter().map(|(_, name)| name).collect();
    names.push("busybox");
    names.sort_unstable();
    names.dedup();
    let first = format!("bin/{}", names[0]);
    b.program(&first, "busybox", 1_205_984, 0o755);
    for name in &names[1..] {
        b.hard_link(&format!("bin/{name}"), &first);
    }
    b.link("usr/bin/env", "../../bin/env").link("lib64", "lib");
    b.bulk("lib/libc.so.6", 2_003_408, 0o755)
        .bulk("lib/ld-linux-x86-64.so.2", 225_600, 0o755)
        .bulk("lib/libm.so.6", 952_616, 0o755)
        .bulk("lib/libresolv.so.2", 59_824, 0o755);
    b.file("etc/passwd", PASSWD, 0o644);
    b.file("etc/group", GROUP, 0o644);
    b.file("etc/shadow", "root:*:::::::\nnobody:*:::::::\n", 0o644);
    b.file("etc/localtime", "", 0o644);
    b.file("etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n", 0o644);
    b.build()
}
