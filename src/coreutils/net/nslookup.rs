//! nslookup: addresses of a name, by what this machine's resolvers know.

use crate::coreutils::Cx;
use crate::vfs::{Errno, text};

use super::answers;

/// `nslookup`.
pub async fn main(cx: &mut Cx) -> i32 {
    let parsed = match cx.getopt("", &[]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let Some(name) = parsed.operands.first() else {
        return cx.usage_error("a name is wanted").await;
    };
    let conf = text::decode_owned(cx.p.read_file("/etc/resolv.conf").unwrap_or_default());
    let server = conf.lines().find_map(|l| l.strip_prefix("nameserver ")).unwrap_or("127.0.0.11");
    let server = parsed.operands.get(1).map_or(server, String::as_str);
    if cx.busybox()
        && let Ok(addr) = server.parse()
        && let Err(e @ Errno::ENETUNREACH) = answers(&cx.p, addr).await
    {
        cx.err(format!("can't connect to remote host ({server}): {e}")).await;
        return 1;
    }
    let port = if cx.busybox() { ":53" } else { "#53" };
    cx.puts(&format!("Server:\t\t{server}\nAddress:\t{server}{port}\n\n"));
    let found = cx.p.resolve_host(name);
    // BusyBox asks for addresses of both kinds, and tells of each answer.
    let questions = if cx.busybox() { 2 } else { 1 };
    if found.is_empty() {
        for _ in 0..questions {
            cx.puts(&format!("** server can't find {name}: NXDOMAIN\n\n"));
        }
        return 1;
    }
    for question in 0..questions {
        cx.puts("Non-authoritative answer:\n");
        // Of the second kind nobody here has one.
        for addr in found.iter().filter(|_| question == 0) {
            cx.puts(&format!("Name:\t{name}\nAddress: {addr}\n"));
        }
        cx.puts("\n");
    }
    0
}
