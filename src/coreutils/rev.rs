//! rev: each line backwards.

use super::Cx;
use super::lines::{Reader, or_stdin, utf8_locale};
use super::regex::char_len;

/// `rev`
pub async fn main(cx: &mut Cx) -> i32 {
    let parsed = match cx.getopt("", &[]).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    let utf8 = utf8_locale(&cx.p);
    let mut status = 0;
    for name in or_stdin(parsed.operands) {
        let mut r = match cx.open_input(&name) {
            Ok(fd) => Reader::new(fd),
            Err(e) => {
                let what = if cx.busybox() { "" } else { "cannot open " };
                cx.err(format!("{what}{name}: {e}")).await;
                status = 1;
                continue;
            }
        };
        loop {
            let l = match r.line(&cx.p, b'\n').await {
                Ok(Some(l)) => l,
                Ok(None) => break,
                Err(e) if cx.busybox() => {
                    status |= cx.err_read(&name, e).await;
                    break;
                }
                Err(e) => {
                    cx.err(format!("fgetwc() failed: {e}")).await;
                    status = 1;
                    break;
                }
            };
            let body = l.strip_suffix(b"\n").unwrap_or(l);
            let newline = body.len() < l.len();
            if !utf8 || body.is_ascii() {
                cx.out.extend(body.iter().rev());
            } else {
                let mut cuts = vec![0];
                while cuts[cuts.len() - 1] < body.len() {
                    let at = cuts[cuts.len() - 1];
                    cuts.push(at + char_len(body, at));
                }
                for w in cuts.windows(2).rev() {
                    cx.out.extend_from_slice(&body[w[0]..w[1]]);
                }
            }
            if newline {
                cx.out.push(b'\n');
            }
            if !cx.pace().await {
                return status;
            }
        }
        cx.close_input(r.fd);
    }
    status
}
