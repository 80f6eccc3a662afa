//! The files that gzip makes: their creation, what they take over from the old ones, and what is said.

use super::{Gz, Sizes};
use crate::coreutils::Cx;
use crate::kernel::Fd;
use crate::vfs::{Errno, OpenFlags, Stat};

impl Gz {
    pub(super) async fn create(&mut self, cx: &mut Cx, to: &str, stat: &Stat) -> Option<Fd> {
        if cx.p.lstat(to).is_ok() {
            if self.o.force {
                let _ = cx.p.unlink(to);
            } else if cx.busybox() {
                self.error(cx, format!("can't open '{to}': {}", Errno::EEXIST)).await;
                return None;
            } else if cx.p.isatty(0) {
                let prompt = format!(
                    "{}: {to} already exists; do you wish to overwrite (y or n)? ",
                    cx.name
                );
                if !cx.ask(&prompt).await {
                    cx.say("\tnot overwritten\n").await;
                    self.status = self.status.max(2);
                    return None;
                }
                let _ = cx.p.unlink(to);
            } else {
                self.warn(cx, format!("{to} already exists;\tnot overwritten")).await;
                return None;
            }
        }
        let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::EXCL;
        match cx.p.open(to, flags, 0o600 | stat.perm() & 0o777) {
            Ok(fd) => Some(fd),
            Err(e) => {
                let name = if cx.busybox() { format!("can't open '{to}'") } else { to.to_string() };
                self.error(cx, format!("{name}: {e}")).await;
                None
            }
        }
    }

    /// Gives the new file the attributes of the old, and removes one of them.
    pub(super) async fn settle(
        &mut self,
        cx: &mut Cx,
        file: &str,
        to: &str,
        stat: &Stat,
        good: bool,
    ) {
        if !good {
            let _ = cx.p.unlink(to);
            return;
        }
        let _ = cx.p.chown(to, Some(stat.uid), Some(stat.gid), true);
        let _ = cx.p.chmod(to, stat.perm() & 0o777);
        let _ = cx.p.utimes(to, Some(stat.atime), Some(stat.mtime), true);
        if !self.o.keep
            && let Err(e) = cx.p.unlink(file)
        {
            self.error(cx, format!("{file}: {e}")).await;
        }
    }

    pub(super) async fn tell(
        &mut self,
        cx: &mut Cx,
        file: &str,
        target: Option<&str>,
        sizes: &Sizes,
    ) {
        if self.o.list {
            let name = file.strip_suffix(&self.o.suffix).unwrap_or(file);
            self.list_header(cx);
            cx.puts(&list_line(sizes.input, sizes.output, sizes.frame, name));
            let (n, a, b) = self.listed;
            self.listed = (n + 1, a + sizes.input, b + sizes.output);
            return;
        }
        if !self.o.verbose || cx.busybox() {
            return;
        }
        let (plain, packed) = if self.o.decompress {
            (sizes.output, sizes.input)
        } else {
            (sizes.input, sizes.output)
        };
        let saved = i128::from(plain) - i128::from(packed.saturating_sub(sizes.frame));
        let ratio = ratio(saved, plain);
        let tail = match target {
            _ if self.o.test => "\t OK".to_string(),
            None => format!("\t{ratio:>6}"),
            Some(to) => {
                let verb = if self.o.keep { "created" } else { "replaced with" };
                format!("\t{ratio:>6} -- {verb} {to}")
            }
        };
        cx.say(&format!("{file}:{tail}\n")).await;
    }
}

/// Saved space as gzip counts it, in tenths of a percent.
fn ratio(saved: i128, whole: u64) -> String {
    if whole == 0 {
        return "0.0%".to_string();
    }
    let permille = (saved as f64 * 1000.0 / whole as f64).round() / 10.0;
    format!("{permille:.1}%")
}

pub(super) fn list_line(packed: u64, plain: u64, frame: u64, name: &str) -> String {
    let saved = i128::from(plain) - i128::from(packed.saturating_sub(frame));
    format!("{packed:>19} {plain:>19} {:>6} {name}\n", ratio(saved, plain))
}
