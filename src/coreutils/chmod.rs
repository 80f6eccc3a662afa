//! chmod: changes permission bits.

use crate::vfs::Errno;

use super::fs::modes::{self, Mode};
use super::fs::walk::{Follow, Visit, Walk};
use super::getopt::{self, Complaint};
use super::{Arg, Cx};

const LONGS: &[(&str, Arg, char)] = &[
    ("changes", Arg::No, 'c'),
    ("recursive", Arg::No, 'R'),
    ("no-preserve-root", Arg::No, 'N'),
    ("preserve-root", Arg::No, 'P'),
    ("quiet", Arg::No, 'f'),
    ("reference", Arg::Required, 'r'),
    ("silent", Arg::No, 'f'),
    ("verbose", Arg::No, 'v'),
];

struct Options {
    recursive: bool,
    quiet: bool,
    verbose: bool,
    changes: bool,
    /// The mode came as `-rwx`: what the umask held back is reported.
    surprise: bool,
}

/// Takes an argument such as `-x` or `-rw`, which looks like options, out of the arguments.
fn take_mode(args: &mut Vec<String>) -> Option<String> {
    let end = args.iter().position(|a| a == "--").unwrap_or(args.len());
    let looks = |a: &String| {
        a.strip_prefix('-').is_some_and(|r| {
            r.starts_with(|c: char| "rwxXstugoa,+=01234567".contains(c)) && !r.starts_with('-')
        })
    };
    let at = args[..end].iter().position(looks)?;
    Some(args.remove(at))
}

/// `chmod`.
pub async fn main(cx: &mut Cx) -> i32 {
    let mut args = cx.args();
    let dashed = take_mode(&mut args);
    let spec = if cx.busybox() { "Rvcf" } else { "Rcfv" };
    let mut opts = match getopt::parse(&args, spec, LONGS) {
        Ok(opts) => opts,
        Err(complaint @ Complaint::InvalidShort(_)) if cx.busybox() => {
            return cx.complain(complaint).await;
        }
        Err(complaint) => return cx.complain(complaint).await,
    };
    let mode = if let Some(file) = opts.value('r') {
        match cx.p.stat(file) {
            Ok(s) => Mode::Octal(s.perm(), true),
            Err(e) => {
                let name = cx.q(file);
                cx.err(format!("failed to get attributes of {name}: {e}")).await;
                return 1;
            }
        }
    } else {
        let text = match dashed.clone() {
            Some(text) => text,
            None if opts.operands.is_empty() => return cx.usage_error("missing operand").await,
            None => opts.operands.remove(0),
        };
        match modes::parse(&text) {
            None if opts.operands.is_empty() && !cx.busybox() => {
                let text = cx.ql(&text);
                return cx.usage_error(format!("missing operand after {text}")).await;
            }
            None => {
                let colon = if cx.busybox() { "" } else { ":" };
                let text = cx.ql(&text);
                if cx.busybox() {
                    cx.err(format!("invalid mode{colon} {text}")).await;
                    return 1;
                }
                return cx.usage_error(format!("invalid mode{colon} {text}")).await;
            }
            Some(_) if opts.operands.is_empty() => {
                let text = cx.ql(&text);
                return cx.usage_error(format!("missing operand after {text}")).await;
            }
            Some(mode) => mode,
        }
    };
    if opts.operands.is_empty() {
        return cx.usage_error("missing operand").await;
    }
    let o = Options {
        recursive: opts.has('R'),
        quiet: opts.has('f'),
        verbose: opts.has('v'),
        changes: opts.has('c'),
        surprise: dashed.is_some() && !cx.busybox(),
    };
    let mut status = 0;
    for file in &opts.operands {
        if o.recursive && opts.has('P') && cx.p.realpath(file).as_deref() == Ok("/") {
            let name = cx.q(file);
            cx.err(format!("it is dangerous to operate recursively on {name}")).await;
            cx.err("use --no-preserve-root to override this failsafe").await;
            status = 1;
            continue;
        }
        if !start(cx, file, &mode, &o).await {
            status = 1;
        }
    }
    status
}

async fn start(cx: &mut Cx, file: &str, mode: &Mode, o: &Options) -> bool {
    if !o.recursive {
        return change(cx, file, mode, o).await;
    }
    let mut ok = true;
    let mut walk = Walk::new(&cx.p, file, Follow::Top);
    while let Some(step) = walk.step() {
        let depth = step.depth;
        ok &= match step.visit {
            Visit::Enter | Visit::File if depth > 0 && step.stat.is_symlink() => {
                if o.verbose && !cx.busybox() {
                    let name = cx.q(&step.path);
                    let line =
                        format!("neither symbolic link {name} nor referent has been changed\n");
                    cx.puts(&line);
                }
                true
            }
            Visit::Enter | Visit::File => change(cx, &step.path, mode, o).await,
            Visit::Leave | Visit::Loop => true,
            Visit::Error(e) => {
                access(cx, &step.path, e, o).await;
                false
            }
            Visit::Unreadable(e) => {
                let name = cx.q(&step.path);
                if cx.busybox() {
                    cx.err(format!("can't open {name}: {e}")).await;
                } else if !o.quiet {
                    cx.err(format!("cannot read directory {name}: {e}")).await;
                }
                false
            }
        };
    }
    ok
}

async fn access(cx: &mut Cx, file: &str, e: Errno, o: &Options) {
    if o.quiet {
        return;
    }
    let name = cx.q(file);
    if cx.busybox() {
        cx.err(format!("{file}: {e}")).await;
    } else if e == Errno::ENOENT && cx.p.lstat(file).is_ok() {
        cx.err(format!("cannot operate on dangling symlink {name}")).await;
    } else {
        cx.err(format!("cannot access {name}: {e}")).await;
    }
}

fn shown(mode: u32) -> String {
    format!("{:04o} ({})", mode & 0o7777, modes::permissions(mode))
}

async fn change(cx: &mut Cx, file: &str, mode: &Mode, o: &Options) -> bool {
    cx.pace().await;
    let stat = match cx.p.stat(file) {
        Ok(stat) => stat,
        Err(e) => {
            access(cx, file, e, o).await;
            return false;
        }
    };
    let old = stat.perm();
    let umask = cx.p.umask();
    let new = if cx.busybox() {
        mode.apply_plainly(old, stat.is_dir(), umask)
    } else {
        mode.apply(old, stat.is_dir(), umask)
    };
    let result = cx.p.chmod(file, new);
    let name = cx.q(file);
    if let Err(e) = result {
        if !o.quiet {
            if cx.busybox() {
                cx.err(format!("{file}: {e}")).await;
            } else {
                cx.err(format!("changing permissions of {name}: {e}")).await;
            }
        }
        if o.verbose && !cx.busybox() {
            let line =
                format!("failed to change mode of {name} from {} to {}\n", shown(old), shown(new));
            cx.puts(&line);
        }
        return false;
    }
    let now = cx.p.stat(file).map_or(new, |s| s.perm());
    if o.verbose || (o.changes && now != old) {
        let line = match (cx.busybox(), now == old) {
            (true, _) => format!("mode of {name} changed to {}\n", shown(now)),
            (false, true) => format!("mode of {name} retained as {}\n", shown(now)),
            (false, false) => {
                format!("mode of {name} changed from {} to {}\n", shown(old), shown(now))
            }
        };
        cx.puts(&line);
    }
    let naive = mode.apply(old, stat.is_dir(), 0);
    if o.surprise && now & !naive != 0 {
        let (is, want) = (modes::permissions(now), modes::permissions(naive));
        let name = cx.qf(file);
        cx.err(format!("{name}: new permissions are {is}, not {want}")).await;
        return false;
    }
    true
}
