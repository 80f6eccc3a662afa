//! basename: the last part of a path.

use super::fs::path;
use super::{Arg, Cx};

const LONGS: &[(&str, Arg, char)] =
    &[("multiple", Arg::No, 'a'), ("suffix", Arg::Required, 's'), ("zero", Arg::No, 'z')];

/// `basename`.
pub async fn main(cx: &mut Cx) -> i32 {
    let spec = if cx.busybox() { "+as:" } else { "+as:z" };
    let opts = match cx.getopt(spec, LONGS).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    let mut names = opts.operands.as_slice();
    let mut suffix = opts.value('s').unwrap_or_default().to_string();
    if names.is_empty() {
        return cx.usage_error("missing operand").await;
    }
    if !opts.has('a') && !opts.has('s') {
        if let [_, _, extra, ..] = names {
            let extra = cx.ql(extra);
            return cx.usage_error(format!("extra operand {extra}")).await;
        }
        if let [name, end] = names {
            suffix = end.clone();
            names = std::slice::from_ref(name);
        }
    }
    for name in names {
        let base = path::base(name);
        let cut = base.strip_suffix(suffix.as_str()).filter(|cut| !cut.is_empty() && base != "/");
        cx.puts(cut.unwrap_or(base));
        cx.puts(if opts.has('z') { "\0" } else { "\n" });
        cx.pace().await;
    }
    0
}
