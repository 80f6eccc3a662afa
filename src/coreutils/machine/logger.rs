//! logger: a line for the system's log, which is /var/log/syslog here.

use crate::coreutils::time::{Zone, strftime};
use crate::coreutils::{Arg, Cx};
use crate::vfs::{OpenFlags, text};

/// `logger`.
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("tag", Arg::Required, 't'),
        ("priority", Arg::Required, 'p'),
        ("stderr", Arg::No, 's'),
        ("id", Arg::Optional, 'i'),
    ];
    let parsed = match cx.getopt("+t:p:si", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let user = cx.p.user_by_id(cx.p.cred().uid).map_or("?".to_string(), |u| u.name);
    let tag = parsed.value('t').map_or(user, str::to_string);
    let id = if parsed.has('i') { format!("[{}]", cx.p.pid()) } else { String::new() };
    let messages = if parsed.operands.is_empty() {
        let data = cx.read_all(0).await.unwrap_or_default();
        text::decode_owned(data).lines().map(str::to_string).collect()
    } else {
        vec![parsed.operands.join(" ")]
    };
    let time = strftime("%Y-%m-%dT%H:%M:%S.%6N%:z", cx.p.now(), &Zone::of(&cx.p), true);
    let mut all = String::new();
    for message in messages {
        let line = format!("{tag}{id}: {message}\n");
        if parsed.has('s') {
            cx.say(&line).await;
        }
        all += &format!("{time} {} {line}", cx.p.hostname());
    }
    // The log belongs to the machine; whoever may not write it has still had the line taken.
    let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::APPEND;
    if let Ok(fd) = cx.p.open("/var/log/syslog", flags, 0o640) {
        let _ = cx.p.write_all(fd, &text::encode(&all)).await;
    }
    0
}
