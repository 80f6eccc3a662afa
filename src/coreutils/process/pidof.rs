//! pidof: the numbers of the processes that run a program, the newest first.

use crate::coreutils::Cx;
use crate::kernel::ProcInfo;

/// Whether a process runs the program: by its name, or by the script's that it interprets.
fn runs(i: &ProcInfo, name: &str, scripts: bool) -> bool {
    let base = |s: &str| s.rsplit('/').next().unwrap_or_default().to_string();
    let arg = |n: usize| i.argv.get(n).map(|a| base(a.trim_start_matches('-')));
    let want = base(name);
    arg(0).as_deref() == Some(&*want)
        || i.comm == want
        || (scripts && arg(1).as_deref() == Some(&*want))
}

/// `pidof`.
pub async fn main(cx: &mut Cx) -> i32 {
    let parsed = match cx.getopt("sxcqzno:", &[]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let me = cx.p.pid();
    let omitted: Vec<u32> = parsed
        .options
        .iter()
        .filter_map(|(_, v)| v.as_deref())
        .flat_map(|v| v.split(','))
        .filter_map(|v| if v == "%PPID" { Some(cx.p.ppid()) } else { v.parse().ok() })
        .collect();
    let mut found: Vec<u32> =
        cx.p.processes()
            .into_iter()
            .filter(|i| i.state != 'Z' && i.pid != me && !omitted.contains(&i.pid))
            .filter(|i| parsed.operands.iter().any(|n| runs(i, n, parsed.has('x'))))
            .map(|i| i.pid)
            .collect();
    found.reverse();
    if parsed.has('s') {
        found.truncate(1);
    }
    if found.is_empty() {
        return 1;
    }
    if !parsed.has('q') {
        let text: Vec<String> = found.iter().map(u32::to_string).collect();
        cx.puts(&format!("{}\n", text.join(" ")));
    }
    0
}
