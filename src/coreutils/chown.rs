//! chown and chgrp: change owners and groups.

use crate::vfs::{Errno, Stat};

use super::fs::owner::{self, Bad, Names, Owner};
use super::fs::walk::{Follow, Visit, Walk};
use super::{Arg, Cx};

const LONGS: &[(&str, Arg, char)] = &[
    ("recursive", Arg::No, 'R'),
    ("changes", Arg::No, 'c'),
    ("dereference", Arg::No, 'D'),
    ("from", Arg::Required, 'F'),
    ("no-dereference", Arg::No, 'h'),
    ("no-preserve-root", Arg::No, 'N'),
    ("preserve-root", Arg::No, 'Z'),
    ("quiet", Arg::No, 'f'),
    ("silent", Arg::No, 'f'),
    ("reference", Arg::Required, 'r'),
    ("verbose", Arg::No, 'v'),
];

struct Options {
    owner: Owner,
    from: Owner,
    recursive: bool,
    quiet: bool,
    verbose: bool,
    changes: bool,
    /// Change what a symbolic link leads to.
    deref: bool,
    follow: Follow,
    group_only: bool,
}

/// `chown`.
pub async fn main(cx: &mut Cx) -> i32 {
    run(cx, false).await
}

/// `chgrp`.
pub async fn chgrp(cx: &mut Cx) -> i32 {
    run(cx, true).await
}

async fn run(cx: &mut Cx, group_only: bool) -> i32 {
    let spec = if cx.busybox() { "RhLHPcfv" } else { "HLPRcfhv" };
    let mut opts = match cx.getopt(spec, LONGS).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    if opts.operands.is_empty() {
        return cx.usage_error("missing operand").await;
    }
    let owner = if let Some(file) = opts.value('r') {
        match cx.p.stat(file) {
            Ok(s) => (Some(s.uid).filter(|_| !group_only), Some(s.gid)),
            Err(e) => {
                let name = cx.q(file);
                cx.err(format!("failed to get attributes of {name}: {e}")).await;
                return 1;
            }
        }
    } else {
        let spec = opts.operands.remove(0);
        match read_owner(cx, &spec, group_only).await {
            Ok(owner) => {
                if opts.operands.is_empty() {
                    let spec = cx.ql(&spec);
                    return cx.usage_error(format!("missing operand after {spec}")).await;
                }
                owner
            }
            Err(status) => return status,
        }
    };
    let from = match opts.value('F').map(str::to_string) {
        None => (None, None),
        Some(spec) => match read_owner(cx, &spec, false).await {
            Ok(owner) => owner,
            Err(status) => return status,
        },
    };
    let mut follow = Follow::Never;
    for (letter, _) in &opts.options {
        match letter {
            'H' => follow = Follow::Top,
            'L' => follow = Follow::Always,
            'P' => follow = Follow::Never,
            _ => {}
        }
    }
    let recursive = opts.has('R');
    let o = Options {
        owner,
        from,
        recursive,
        quiet: opts.has('f'),
        verbose: opts.has('v'),
        changes: opts.has('c'),
        deref: !opts.has('h') && !(recursive && follow == Follow::Never && !opts.has('D')),
        follow,
        group_only,
    };
    let mut status = 0;
    for file in &opts.operands {
        if o.recursive && opts.has('Z') && cx.p.realpath(file).as_deref() == Ok("/") {
            let name = cx.q(file);
            cx.err(format!("it is dangerous to operate recursively on {name}")).await;
            cx.err("use --no-preserve-root to override this failsafe").await;
            status = 1;
        } else if !start(cx, file, &o).await {
            status = 1;
        }
    }
    status
}

/// Reads who is to be the owner; says what is wrong with it.
async fn read_owner(cx: &mut Cx, spec: &str, group_only: bool) -> Result<Owner, i32> {
    if cx.busybox() && !group_only {
        return match owner::parse_plainly(&cx.p, spec) {
            Ok(owner) => Ok(owner),
            Err(unknown) => {
                cx.err(format!("unknown {unknown}")).await;
                Err(1)
            }
        };
    }
    let read = if group_only {
        match spec {
            "" => Ok((None, None)),
            g => owner::group_id(&cx.p, g).map(|g| (None, Some(g))).ok_or(Bad::Group),
        }
    } else {
        owner::parse(&cx.p, spec)
    };
    let bad = match read {
        Ok(owner) => {
            if !cx.busybox() && !group_only && !spec.contains(':') && owner.1.is_some() {
                let spec = cx.ql(spec);
                cx.err(format!("warning: '.' should be ':': {spec}")).await;
            }
            return Ok(owner);
        }
        Err(bad) => bad,
    };
    if cx.busybox() {
        cx.err(format!("unknown group {spec}")).await;
        return Err(1);
    }
    let spec = cx.ql(spec);
    cx.err(match bad {
        Bad::User => format!("invalid user: {spec}"),
        Bad::Group => format!("invalid group: {spec}"),
        Bad::Spec => format!("invalid spec: {spec}"),
    })
    .await;
    Err(1)
}

async fn start(cx: &mut Cx, file: &str, o: &Options) -> bool {
    if !o.recursive {
        return match if o.deref { cx.p.stat(file) } else { cx.p.lstat(file) } {
            Ok(stat) => change(cx, file, &stat, o).await,
            Err(e) => access(cx, file, e, o).await,
        };
    }
    let mut ok = true;
    let mut walk = Walk::new(&cx.p, file, o.follow);
    while let Some(step) = walk.step() {
        ok &= match step.visit {
            // GNU's tools change a directory after its contents, BusyBox before.
            Visit::Enter => !cx.busybox() || change(cx, &step.path, &step.stat, o).await,
            Visit::Leave => cx.busybox() || change(cx, &step.path, &step.stat, o).await,
            Visit::File => change(cx, &step.path, &step.stat, o).await,
            Visit::Loop => true,
            Visit::Error(e) => access(cx, &step.path, e, o).await,
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

async fn access(cx: &mut Cx, file: &str, e: Errno, o: &Options) -> bool {
    if o.quiet {
        return false;
    }
    let name = cx.q(file);
    if cx.busybox() {
        cx.err(format!("{file}: {e}")).await;
    } else if o.deref && cx.p.lstat(file).is_ok() {
        cx.err(format!("cannot dereference {name}: {e}")).await;
    } else {
        cx.err(format!("cannot access {name}: {e}")).await;
    }
    false
}

async fn change(cx: &mut Cx, file: &str, stat: &Stat, o: &Options) -> bool {
    cx.pace().await;
    if o.from.0.is_some_and(|u| u != stat.uid) || o.from.1.is_some_and(|g| g != stat.gid) {
        return true;
    }
    let (uid, gid) = o.owner;
    let result = cx.p.chown(file, uid, gid, o.deref);
    if let Err(e) = result
        && !o.quiet
    {
        let name = cx.q(file);
        if cx.busybox() {
            cx.err(format!("{file}: {e}")).await;
        } else {
            let what = if o.group_only { "group" } else { "ownership" };
            cx.err(format!("changing {what} of {name}: {e}")).await;
        }
    }
    let moved = uid.is_some_and(|u| u != stat.uid) || gid.is_some_and(|g| g != stat.gid);
    if o.verbose || (o.changes && moved && result.is_ok()) {
        report(cx, file, stat, o, moved, result.is_ok());
    }
    result.is_ok()
}

fn report(cx: &mut Cx, file: &str, stat: &Stat, o: &Options, moved: bool, ok: bool) {
    let names = Names::load(&cx.p);
    let (uid, gid) = o.owner;
    let show = |u: Option<u32>, g: Option<u32>| {
        let u = u.filter(|_| !o.group_only).map(|u| names.user_or_id(u));
        let g = g.map(|g| names.group_or_id(g));
        match (u, g) {
            (Some(u), Some(g)) => format!("{u}:{g}"),
            (Some(one), None) => one,
            (None, Some(g)) if o.group_only => g,
            (None, Some(g)) => format!(":{g}"),
            (None, None) => String::new(),
        }
    };
    let name = cx.q(file);
    let what = if o.group_only { "group" } else { "ownership" };
    let new = show(uid, gid);
    let old = show(uid.map(|_| stat.uid), gid.map(|_| stat.gid));
    let line = if cx.busybox() {
        format!(
            "changed ownership of {name} to {}:{}\n",
            uid.unwrap_or(stat.uid),
            gid.unwrap_or(stat.gid)
        )
    } else if !ok {
        format!("failed to change {what} of {name} from {old} to {new}\n")
    } else if moved {
        format!("changed {what} of {name} from {old} to {new}\n")
    } else {
        format!("{what} of {name} retained as {old}\n")
    };
    cx.puts(&line);
}
