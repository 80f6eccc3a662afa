//! tac: the lines of each file, last first.

use super::Cx;
use super::getopt::Arg;
use super::lines::or_stdin;
use super::regex::literal::find;
use super::regex::{Flavor, Options, Regex};
use crate::vfs::text;

/// `tac`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs =
        [("before", Arg::No, 'b'), ("regex", Arg::No, 'r'), ("separator", Arg::Required, 's')];
    let parsed = match cx.getopt("brs:", &longs).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    let sep = text::encode(parsed.value('s').unwrap_or("\n")).into_owned();
    let re = if parsed.has('r') {
        match Regex::new(&sep, &Options::new(Flavor::SedBasic, false)) {
            Ok(r) => Some(r),
            Err(e) => {
                cx.err(e).await;
                return 1;
            }
        }
    } else {
        None
    };
    let mut status = 0;
    for name in or_stdin(parsed.operands.clone()) {
        let bytes = match cx.open_input(&name) {
            Ok(fd) => {
                let r = cx.read_all(fd).await;
                cx.close_input(fd);
                r
            }
            Err(e) if cx.busybox() => {
                cx.err_file(&name, e).await;
                status = 1;
                continue;
            }
            Err(e) => {
                let q = format!("'{name}'");
                cx.flush().await;
                cx.err(format!("failed to open {q} for reading: {e}")).await;
                status = 1;
                continue;
            }
        };
        let bytes = match bytes {
            Ok(b) => b,
            Err(e) => {
                status |= cx.err_read(&name, e).await;
                continue;
            }
        };
        // The places where separators begin and end.
        let mut cuts = Vec::new();
        let mut at = 0;
        while at < bytes.len() {
            let hit = match &re {
                Some(r) => r.find_at(&bytes, at).unwrap_or(None),
                None => find(&bytes, &sep, at).map(|i| (i, i + sep.len())),
            };
            let Some((a, b)) = hit else { break };
            if b > a {
                if cuts.len() % 65_536 == 65_535 {
                    cx.p.more(65_536 * 16).await;
                }
                cuts.push((a, b));
            }
            at = b.max(a + 1);
        }
        let mut end = bytes.len();
        let before = parsed.has('b');
        for &(a, b) in cuts.iter().rev() {
            let cut = if before { a } else { b };
            if cut < end || before {
                cx.put(&bytes[cut..end]);
            }
            end = cut;
            if !cx.pace().await {
                return 1;
            }
        }
        cx.put(&bytes[..end]);
    }
    status
}
