//! zgrep, zegrep, zfgrep, zdiff and zcmp: grep, diff and cmp for files that gzip may have packed. As gzip's own
//! scripts do it, each file goes through `gzip -cdfq`; searching and comparing are the other programs'.

use super::Cx;
use super::launch;

/// Letters of grep's options that take an argument.
const TAKES: &str = "ABCDdefm";

/// `zgrep`
pub async fn zgrep(cx: &mut Cx) -> i32 {
    search(cx, "grep").await
}

/// `zegrep`
pub async fn zegrep(cx: &mut Cx) -> i32 {
    search(cx, "egrep").await
}

/// `zfgrep`
pub async fn zfgrep(cx: &mut Cx) -> i32 {
    search(cx, "fgrep").await
}

/// grep's options with the pattern, and the files.
fn split(args: Vec<String>) -> (Vec<String>, Vec<String>, bool) {
    let (mut options, mut files, mut pattern) = (Vec::new(), Vec::new(), false);
    let mut rest = args.into_iter();
    while let Some(a) = rest.next() {
        if a == "--" {
            files.extend(rest.by_ref());
        } else if a.len() > 1 && a.starts_with('-') {
            let long = a.strip_prefix("--");
            let letters = if long.is_some() { "" } else { &a[1..] };
            let takes = letters.find(|c| TAKES.contains(c));
            let letter = takes.and_then(|i| letters[i..].chars().next());
            pattern |= matches!(letter, Some('e' | 'f'));
            pattern |= long.is_some_and(|l| l.starts_with("regexp") || l.starts_with("file="));
            let open = takes.is_some_and(|i| i + 1 == letters.len());
            options.push(a);
            if open {
                options.extend(rest.next());
            }
        } else {
            files.push(a);
        }
    }
    if !pattern && !files.is_empty() {
        let text = files.remove(0);
        options.extend(["-e".to_string(), text]);
        pattern = true;
    }
    (options, files, pattern)
}

async fn search(cx: &mut Cx, grep: &str) -> i32 {
    let (options, mut files, pattern) = split(cx.args());
    if !pattern {
        cx.err("missing pattern; try 'zgrep --help' for help").await;
        return 2;
    }
    if files.is_empty() {
        files.push("-".to_string());
    }
    let short = |c: char| {
        options.iter().any(|o| o.starts_with('-') && !o.starts_with("--") && o.contains(c))
    };
    let named = files.len() > 1 && !short('h');
    let mut status = 1;
    for file in &files {
        let mut argv = vec![grep.to_string()];
        if file != "-" {
            argv.push(format!("--label={file}"));
        }
        argv.extend(named.then(|| "-H".to_string()));
        argv.extend(options.iter().cloned());
        match through(cx, file, argv).await {
            0 if status != 2 => status = 0,
            0 | 1 => {}
            _ => status = 2,
        }
    }
    status
}

/// Runs a command with what a file holds, unpacked, as its input; gives the worse status.
async fn through(cx: &mut Cx, file: &str, argv: Vec<String>) -> i32 {
    cx.flush().await;
    let Ok((r, w)) = cx.p.pipe() else { return 2 };
    let gzip = ["gzip", "-cdfq", "--", file].map(str::to_string);
    let gzip = if file == "-" { &gzip[..2] } else { &gzip[..] };
    let first = launch::spawn(&cx.p, gzip, |s| s.fds = Some(vec![(0, 0), (1, w), (2, 2)]));
    let _ = cx.p.close(w);
    let second = launch::spawn(&cx.p, &argv, |s| s.fds = Some(vec![(0, r), (1, 1), (2, 2)]));
    let _ = cx.p.close(r);
    let mut worst = 0;
    for (pid, unpacks) in [(first, true), (second, false)] {
        let Ok(pid) = pid else { return 2 };
        let code = launch::wait(&cx.p, pid).await.map_or(2, |s| s.code());
        // Who searches may stop before all is unpacked.
        let broken = unpacks && code > 128;
        worst = if broken { worst } else { worst.max(if unpacks && code > 0 { 2 } else { code }) };
    }
    worst
}

/// `zdiff`
pub async fn zdiff(cx: &mut Cx) -> i32 {
    compare(cx, "diff").await
}

/// `zcmp`
pub async fn zcmp(cx: &mut Cx) -> i32 {
    compare(cx, "cmp").await
}

async fn compare(cx: &mut Cx, tool: &str) -> i32 {
    let (options, files): (Vec<String>, Vec<String>) =
        cx.args().into_iter().partition(|a| a.len() > 1 && a.starts_with('-'));
    let packed = |name: &str| [".gz", ".tgz", ".Z", "-gz"].iter().any(|e| name.ends_with(e));
    let (a, b) = match files.as_slice() {
        [one] => match [".gz", ".Z", "-gz"].iter().find_map(|e| one.strip_suffix(e)) {
            Some(plain) => (one.clone(), plain.to_string()),
            None => {
                cx.err(format!("{one}: unknown compressed file extension")).await;
                return 2;
            }
        },
        [a, b] => (a.clone(), b.clone()),
        _ => {
            let text = format!("invalid number of operands; try '{} --help' for help", cx.name);
            cx.err(text).await;
            return 2;
        }
    };
    for file in [&a, &b] {
        if let Err(e) = cx.p.stat(file) {
            let line = format!("{}: {file}: {e}\n", if packed(file) { "gzip" } else { tool });
            cx.say(&line).await;
            return 2;
        }
    }
    let mut argv = vec![tool.to_string()];
    argv.extend(options);
    match (packed(&a), packed(&b)) {
        (false, false) => {
            argv.extend([a, b]);
            cx.exec_or_complain(&argv).await
        }
        (true, false) => {
            argv.extend(["-".to_string(), b]);
            through(cx, &a, argv).await
        }
        (false, true) => {
            argv.extend([a, "-".to_string()]);
            through(cx, &b, argv).await
        }
        (true, true) => {
            // The second waits in a file without a name worth keeping.
            let temp = format!("/tmp/{}.{}", cx.name, cx.p.pid());
            let gzip = ["gzip", "-cdfq", "--", &b].map(str::to_string);
            let Ok((bytes, 0)) = launch::output(cx, false, &gzip).await else { return 2 };
            if let Err(e) = cx.p.write_file(&temp, &bytes, 0o600) {
                cx.err(format!("{temp}: {e}")).await;
                return 2;
            }
            argv.extend(["-".to_string(), temp.clone()]);
            let status = through(cx, &a, argv).await;
            let _ = cx.p.unlink(&temp);
            status
        }
    }
}
