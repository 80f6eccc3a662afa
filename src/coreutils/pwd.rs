//! pwd as a program: the working directory, without links unless `-L` and PWD is right.

use super::{Arg, Cx};

/// `pwd`.
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [("logical", Arg::No, 'L'), ("physical", Arg::No, 'P')];
    let parsed = match cx.getopt("LP", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if !parsed.operands.is_empty() && !cx.busybox() {
        cx.err("ignoring non-option arguments").await;
    }
    let here = match cx.p.getcwd() {
        Ok(here) => here,
        Err(e) => {
            cx.err(format!("error retrieving current directory: {e}")).await;
            return 1;
        }
    };
    // PWD counts only where it leads to the same place and has no dots.
    let logical = parsed.options.last().map(|o| o.0) == Some('L');
    let plain =
        |p: &String| p.starts_with('/') && p.split('/').all(|part| part != "." && part != "..");
    let same = |p: &String| match (cx.p.stat(p), cx.p.stat(&here)) {
        (Ok(a), Ok(b)) => (a.dev, a.ino) == (b.dev, b.ino),
        _ => false,
    };
    let given = cx.p.env("PWD").filter(|p| logical && plain(p) && same(p));
    cx.puts(&format!("{}\n", given.unwrap_or(here)));
    0
}
