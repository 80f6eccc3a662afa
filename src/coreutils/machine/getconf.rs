//! getconf: a few of the system's limits.

use crate::coreutils::Cx;

/// Names and values, sorted.
const VALUES: &[(&str, &str)] = &[
    ("ARG_MAX", "2097152"),
    ("CHILD_MAX", "2048"),
    ("CLK_TCK", "100"),
    ("GNU_LIBC_VERSION", "glibc 2.41"),
    ("HOST_NAME_MAX", "64"),
    ("LINK_MAX", "65000"),
    ("LOGIN_NAME_MAX", "256"),
    ("LONG_BIT", "64"),
    ("NAME_MAX", "255"),
    ("NGROUPS_MAX", "65536"),
    ("OPEN_MAX", "1024"),
    ("PAGESIZE", "4096"),
    ("PAGE_SIZE", "4096"),
    ("PATH", "/bin:/usr/bin"),
    ("PATH_MAX", "4096"),
    ("PIPE_BUF", "4096"),
    ("_NPROCESSORS_CONF", "2"),
    ("_NPROCESSORS_ONLN", "2"),
    ("_PHYS_PAGES", "1048576"),
    ("_POSIX_VERSION", "200809"),
];

/// `getconf`.
pub async fn main(cx: &mut Cx) -> i32 {
    let args = cx.args();
    match args.first().map(String::as_str) {
        None => {
            cx.say("Usage: getconf [-v specification] variable_name [pathname]\n").await;
            cx.say("       getconf -a [pathname]\n").await;
            2
        }
        Some("-a") => {
            for (name, value) in VALUES {
                cx.puts(&format!("{name:<35}{value}\n"));
            }
            0
        }
        Some(name) => match VALUES.iter().find(|v| v.0 == name) {
            Some((_, value)) => {
                cx.puts(&format!("{value}\n"));
                0
            }
            None => {
                let text = format!("Unrecognized variable `{name}'");
                cx.err(text).await;
                2
            }
        },
    }
}
