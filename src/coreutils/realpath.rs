//! realpath: prints canonical paths.

use super::fs::canon::{Missing, canonical, canonical_plainly};
use super::fs::path;
use super::{Arg, Cx, Parsed};

const LONGS: &[(&str, Arg, char)] = &[
    ("canonicalize-existing", Arg::No, 'e'),
    ("canonicalize-missing", Arg::No, 'm'),
    ("logical", Arg::No, 'L'),
    ("physical", Arg::No, 'P'),
    ("quiet", Arg::No, 'q'),
    ("relative-base", Arg::Required, 'B'),
    ("relative-to", Arg::Required, 'T'),
    ("no-symlinks", Arg::No, 's'),
    ("strip", Arg::No, 's'),
    ("zero", Arg::No, 'z'),
];

/// `realpath`.
pub async fn main(cx: &mut Cx) -> i32 {
    let opts = if cx.busybox() {
        // The applet takes no options: all is a path.
        let operands = cx.args();
        Parsed { options: Vec::new(), operands }
    } else {
        match cx.getopt("eLmPqsz", LONGS).await {
            Ok(opts) => opts,
            Err(status) => return status,
        }
    };
    if opts.operands.is_empty() {
        return cx.usage_error("missing operand").await;
    }
    let mut mode = Missing::Last;
    for (letter, _) in &opts.options {
        match letter {
            'e' => mode = Missing::None,
            'm' => mode = Missing::Any,
            _ => {}
        }
    }
    let cwd = cx.p.cwd();
    let by_text = opts.has('s');
    let find = |cx: &Cx, file: &str| {
        if cx.busybox() {
            canonical_plainly(&cx.p, file)
        } else if by_text {
            Ok(path::normal(&cwd, file))
        } else {
            canonical(&cx.p, file, mode)
        }
    };
    let mut bases = [None, None];
    for (slot, letter) in bases.iter_mut().zip(['T', 'B']) {
        let Some(dir) = opts.value(letter) else { continue };
        match find(cx, dir) {
            Ok(dir) => *slot = Some(dir),
            Err(e) => {
                let name = cx.qf(dir);
                cx.err(format!("{name}: {e}")).await;
                return 1;
            }
        }
    }
    let [to, base] = bases;
    let mut status = 0;
    for file in &opts.operands {
        match find(cx, file) {
            Ok(full) => {
                let below = |dir: &str| {
                    full == dir || full.starts_with(&format!("{}/", dir.trim_end_matches('/')))
                };
                let shown = match (&to, &base) {
                    (_, Some(base)) if !below(base) => full.clone(),
                    (Some(to), _) | (None, Some(to)) => path::relative(to, &full),
                    (None, None) => full.clone(),
                };
                cx.puts(&shown);
                cx.puts(if opts.has('z') { "\0" } else { "\n" });
            }
            Err(e) => {
                status = 1;
                if !opts.has('q') {
                    let name = cx.qf(file);
                    cx.err(format!("{name}: {e}")).await;
                }
            }
        }
        cx.pace().await;
    }
    status
}
