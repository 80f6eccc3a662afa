//! lsof: open files of the processes that the caller may look at.

use crate::coreutils::Cx;
use crate::vfs::{FileType, Stat};

fn kind(stat: Option<&Stat>, path: &str) -> &'static str {
    match stat.map(Stat::file_type) {
        Some(FileType::Directory) => "DIR",
        Some(FileType::CharDevice) => "CHR",
        Some(FileType::BlockDevice) => "BLK",
        Some(FileType::Fifo) => "FIFO",
        Some(FileType::Socket) => "sock",
        Some(_) => "REG",
        None if path.starts_with("pipe:") => "FIFO",
        None if path.starts_with("socket:") => "sock",
        None if path.starts_with("/dev/pts/") => "CHR",
        None => "unknown",
    }
}

/// `lsof`.
pub async fn main(cx: &mut Cx) -> i32 {
    let parsed = match cx.getopt("p:u:c:i::tnPa", &[]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if parsed.has('i') {
        cx.err("Drydock does not simulate the list of connections: try ss -tln").await;
        return 1;
    }
    let wanted: Vec<u32> = parsed
        .value('p')
        .into_iter()
        .flat_map(|v| v.split(','))
        .filter_map(|n| n.parse().ok())
        .collect();
    let user = parsed.value('u').map(|u| cx.p.user_by_name(u).map(|u| u.uid));
    let files: Vec<Stat> = parsed.operands.iter().filter_map(|f| cx.p.stat(f).ok()).collect();
    for file in &parsed.operands {
        if let Err(e) = cx.p.stat(file) {
            let text = format!("status error on {file}: {e}");
            cx.err(text).await;
        }
    }
    let mut rows: Vec<[String; 9]> = Vec::new();
    let mut pids = Vec::new();
    for i in cx.p.processes() {
        let named = parsed.value('c').is_none_or(|c| i.comm.starts_with(c));
        if !named
            || (!wanted.is_empty() && !wanted.contains(&i.pid))
            || user.is_some_and(|u| u != Some(i.uid))
        {
            continue;
        }
        let owner = cx.p.user_by_id(i.uid).map_or(i.uid.to_string(), |u| u.name);
        let dir = format!("/proc/{}", i.pid);
        let mut entries: Vec<(String, String)> = vec![
            ("cwd".to_string(), format!("{dir}/cwd")),
            ("txt".to_string(), format!("{dir}/exe")),
        ];
        for fd in cx.p.readdir(&format!("{dir}/fd")).unwrap_or_default() {
            entries.push((format!("{}u", fd.name), format!("{dir}/fd/{}", fd.name)));
        }
        entries.sort_by_key(|e| e.0.trim_end_matches('u').parse::<i32>().unwrap_or(-1));
        for (label, link) in entries {
            let Ok(path) = cx.p.readlink(&link) else { continue };
            let stat = cx.p.stat(&path).ok();
            let same = |f: &Stat| stat.is_some_and(|s| (s.dev, s.ino) == (f.dev, f.ino));
            if !parsed.operands.is_empty() && !files.iter().any(same) {
                continue;
            }
            pids.push(i.pid);
            let dev = stat.map_or(String::new(), |s| format!("0,{}", s.dev));
            rows.push([
                i.comm.chars().take(9).collect(),
                i.pid.to_string(),
                owner.clone(),
                label,
                kind(stat.as_ref(), &path).to_string(),
                dev,
                stat.map_or("0t0".to_string(), |s| s.size.to_string()),
                stat.map_or(String::new(), |s| s.ino.to_string()),
                path,
            ]);
        }
    }
    if rows.is_empty() {
        return 1;
    }
    if parsed.has('t') {
        pids.dedup();
        for pid in pids {
            cx.puts(&format!("{pid}\n"));
        }
        return 0;
    }
    let head = ["COMMAND", "PID", "USER", "FD", "TYPE", "DEVICE", "SIZE/OFF", "NODE", "NAME"];
    rows.insert(0, head.map(str::to_string));
    let width = |c: usize| rows.iter().map(|r| r[c].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..9).map(width).collect();
    for row in &rows {
        let mut out = String::new();
        for (c, cell) in row.iter().enumerate() {
            let w = widths[c];
            out += &match c {
                0 => format!("{cell:<w$}"),
                8 => format!(" {cell}"),
                1 | 3 | 4 | 5 | 6 | 7 => format!(" {cell:>w$}"),
                _ => format!(" {cell:<w$}"),
            };
        }
        cx.puts(&format!("{}\n", out.trim_end()));
    }
    0
}
