//! ps as procps has it, options of UNIX, BSD and GNU alike; BusyBox's is in `ps_busybox`. Columns are
//! in `columns`, options in `ps_options`.

use crate::coreutils::Cx;
use crate::coreutils::time::Zone;
use crate::kernel::ProcInfo;

use super::columns::View;
use super::ps_options::{Shown, Wanted, form, read, shown};

fn selected(w: &Wanted, cx: &Cx, i: &ProcInfo) -> bool {
    if !w.quick.is_empty() {
        return w.quick.contains(&i.pid);
    }
    if w.all || (w.bsd_a && w.bsd_x) {
        return true;
    }
    let me = cx.p.cred();
    if w.listed {
        return w.pids.contains(&i.pid)
            || w.ppids.contains(&i.ppid)
            || w.sids.contains(&i.sid)
            || w.pgids.contains(&i.pgid)
            || w.users.contains(&i.uid)
            || w.commands.contains(&i.comm)
            || (!w.ttys.is_empty()
                && (w.ttys.contains(&super::columns::tty(i))
                    || i.tty.is_some_and(|n| w.ttys.contains(&n.to_string()))));
    }
    if w.no_leaders {
        return i.pid != i.sid && (!w.with_tty || i.tty.is_some());
    }
    let own_tty = i.tty == cx.p.controlling_tty();
    match (w.bsd, w.bsd_a, w.bsd_x) {
        (true, true, _) => i.tty.is_some(),
        (true, _, true) => i.uid == me.euid,
        (true, ..) => i.uid == me.euid && i.tty.is_some(),
        _ => i.uid == me.euid && own_tty,
    }
}

/// Processes in the order of their tree, each with the text that leads to it.
fn forest(list: &[ProcInfo], lines: bool) -> Vec<(ProcInfo, String)> {
    // The first process has no branches.
    let is_root =
        |i: &ProcInfo| i.ppid == 1 || !list.iter().any(|o| o.pid == i.ppid && o.pid != i.pid);
    let mut out = Vec::new();
    // Depth is bounded by the number of processes: no recursion.
    let mut stack: Vec<(ProcInfo, String, bool, bool)> = list
        .iter()
        .filter(|i| is_root(i))
        .rev()
        .map(|i| (i.clone(), String::new(), true, true))
        .collect();
    while let Some((i, lead, root, last)) = stack.pop() {
        let (shown, below) = match (root, lines) {
            (true, _) => (String::new(), String::new()),
            (false, true) => {
                (format!("{lead} \\_ "), format!("{lead}{}", if last { "    " } else { " |  " }))
            }
            (false, false) => (format!("{lead}  "), format!("{lead}  ")),
        };
        let children: Vec<&ProcInfo> =
            list.iter().filter(|c| c.ppid == i.pid && c.pid != i.pid && i.pid != 1).collect();
        let count = children.len();
        for (n, c) in children.into_iter().enumerate().rev() {
            stack.push((c.clone(), below.clone(), false, n + 1 == count));
        }
        out.push((i, shown));
    }
    out
}

/// `-L` shows threads, of which every process has one here: its number stands behind those of processes, and how
/// many there are behind the processor's use.
fn add_threads(columns: &mut Vec<Shown>) {
    let at = |columns: &[Shown], heads: [&str; 2]| {
        columns.iter().rposition(|c| heads.contains(&c.column.head))
    };
    for (heads, new) in [(["PID", "PPID"], "lwp"), (["C", "C"], "nlwp")] {
        if let Some(at) = at(columns, heads) {
            let new = shown(&[new]);
            columns.splice(at + 1..at + 1, new);
        }
    }
}

/// `ps`.
pub async fn main(cx: &mut Cx) -> i32 {
    if cx.busybox() {
        return super::ps_busybox::main(cx).await;
    }
    let mut w = match read(cx) {
        Ok(w) => w,
        Err(None) => {
            cx.help();
            return 0;
        }
        Err(Some(text)) => {
            let text = text.trim_start_matches("error: ");
            cx.say(&format!("error: {text}\n\nUsage:\n ps [options]\n\n")).await;
            cx.say(" Try 'ps --help <simple|list|output|threads|misc|all>'\n").await;
            cx.say("  or 'ps --help <s|l|o|t|m|a>'\n for additional help text.\n\n").await;
            cx.say("For more details see ps(1).\n").await;
            return 1;
        }
    };
    if w.version {
        cx.puts("ps from procps-ng 4.0.4\n");
        return 0;
    }
    if w.columns.is_empty() {
        let default = if w.bsd && w.format.is_none() { "bsd" } else { w.format.unwrap_or("") };
        w.columns = shown(form(default));
        if w.threads {
            add_threads(&mut w.columns);
        }
        if w.labels {
            w.columns.splice(0..0, shown(&["label"]));
        }
    }
    let all = cx.p.processes();
    let view = View { p: &cx.p.clone(), now: cx.p.now(), zone: Zone::of(&cx.p) };
    let mut list: Vec<ProcInfo> = all
        .iter()
        .filter(|i| (selected(&w, cx, i) != w.negate) && (!w.running || i.state == 'R'))
        .cloned()
        .collect();
    for (reverse, column) in w.sort.iter().rev() {
        let key = |i: &ProcInfo| {
            let text = (column.value)(&view, i);
            let number = text.parse::<f64>().unwrap_or(0.0);
            (number, text)
        };
        list.sort_by(|a, b| {
            let order = key(a).partial_cmp(&key(b)).unwrap_or(std::cmp::Ordering::Equal);
            if *reverse { order.reverse() } else { order }
        });
    }
    let none = list.is_empty();
    let rows: Vec<(ProcInfo, String)> = if w.forest || w.indent {
        forest(&list, w.forest)
    } else {
        list.into_iter().map(|i| (i, String::new())).collect()
    };
    print(cx, &w, &view, &rows);
    i32::from(none)
}

fn print(cx: &mut Cx, w: &Wanted, view: &View<'_>, rows: &[(ProcInfo, String)]) {
    let limit = match cx.p.winsize(1) {
        Ok((cols, _)) if w.wide < 2 => usize::from(cols.max(1)) * (1 + w.wide),
        _ => usize::MAX,
    };
    let last = w.columns.len() - 1;
    let width = |n: usize, s: &Shown| {
        if n == last && !s.column.right {
            0
        } else {
            s.width.unwrap_or(s.column.width).max(s.head.chars().count())
        }
    };
    let line = |cells: Vec<String>| {
        let mut out = String::new();
        for (n, (cell, s)) in cells.into_iter().zip(&w.columns).enumerate() {
            let width = width(n, s);
            if n > 0 {
                out.push(' ');
            }
            // A value that is too wide pushes the others to the right.
            let cell =
                if s.column.right { format!("{cell:>width$}") } else { format!("{cell:<width$}") };
            out.push_str(&cell);
        }
        out.chars().take(limit).collect::<String>() + "\n"
    };
    if !w.no_head && w.columns.iter().any(|s| !s.head.is_empty()) {
        cx.puts(&line(w.columns.iter().map(|s| s.head.clone()).collect()));
    }
    for (i, lead) in rows {
        let cell = |s: &Shown| {
            let mut value = (s.column.value)(view, i);
            if matches!(s.column.head, "CMD" | "COMMAND") {
                value = format!("{lead}{value}");
                if w.environment && i.uid == view.p.cred().euid {
                    let path = format!("/proc/{}/environ", i.pid);
                    let env = view.p.read_file(&path).unwrap_or_default();
                    let env = crate::vfs::text::decode_owned(env).replace('\0', " ");
                    value = format!("{value} {}", env.trim_end());
                }
            }
            value
        };
        cx.puts(&line(w.columns.iter().map(cell).collect()));
    }
}
