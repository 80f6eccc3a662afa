//! top: the busiest processes, once or again and again until `q`.

use crate::coreutils::machine::uptime;
use crate::coreutils::time::{SECOND, Zone};
use crate::coreutils::{Arg, Cx};
use crate::kernel::{Fd, MEMORY, Proc, ProcInfo, Termios};

use super::columns::{View, command, stat};

/// Puts the terminal back, however the program ends.
struct Raw {
    p: Proc,
    fd: Fd,
    termios: Termios,
}

impl Drop for Raw {
    fn drop(&mut self) {
        let _ = self.p.tcsetattr(self.fd, self.termios);
    }
}

fn raw(p: &Proc) -> Option<Raw> {
    let termios = p.tcgetattr(0).ok()?;
    let change = Termios { icanon: false, echo: false, ..termios };
    p.tcsetattr(0, change).ok()?;
    Some(Raw { p: p.clone(), fd: 0, termios })
}

/// Hundredths of a second as `m:ss.hh`.
fn time_plus(ns: i64) -> String {
    let c = ns / (SECOND / 100);
    format!("{}:{:02}.{:02}", c / 6_000, c / 100 % 60, c % 100)
}

fn mib(bytes: u64) -> String {
    let tenths = bytes * 10 / (1 << 20);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Thousandths as percent.
fn tenths(n: i64) -> String {
    format!("{}.{}", n / 10, n % 10)
}

/// procps' screen.
fn screen(cx: &Cx, list: &[ProcInfo], args: bool) -> Vec<String> {
    let count = |c: char| list.iter().filter(|i| i.state == c).count();
    let used: u64 = list.iter().map(|i| i.memory).sum();
    let free = MEMORY.saturating_sub(used);
    let busy = uptime::used(&cx.p);
    let mut out = vec![
        format!("top - {}", uptime::line(&cx.p).trim_start()),
        format!(
            "Tasks: {:>3} total, {:>3} running, {:>3} sleeping, {:>3} stopped, {:>3} zombie",
            list.len(),
            count('R'),
            count('S') + count('D'),
            count('T'),
            count('Z')
        ),
        format!(
            "%Cpu(s):{:>5} us,  0.0 sy,  0.0 ni,{:>5} id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st ",
            tenths(busy),
            tenths(1000 - busy)
        ),
        format!(
            "MiB Mem : {:>8} total, {:>8} free, {:>8} used, {:>8} buff/cache     ",
            mib(MEMORY),
            mib(free),
            mib(used),
            "0.0"
        ),
        format!(
            "MiB Swap: {:>8} total, {:>8} free, {:>8} used. {:>8} avail Mem ",
            "0.0",
            "0.0",
            "0.0",
            mib(free)
        ),
        String::new(),
        "    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND"
            .to_string(),
    ];
    let p = cx.p.clone();
    let view = View { p: &p, now: p.now(), zone: Zone::utc() };
    for i in list {
        let (cpu, mem) = (view.cpu(i), view.mem(i));
        out.push(format!(
            "{:>7} {:<8} {:>3} {:>3} {:>7} {:>6} {:>6} {} {:>5} {:>5} {:>9} {}",
            i.pid,
            view.user(i.uid, 8),
            20 + i.nice,
            i.nice,
            i.memory >> 10,
            i.memory >> 10,
            0,
            i.state,
            format!("{}.{}", cpu / 10, cpu % 10),
            format!("{}.{}", mem / 10, mem % 10),
            time_plus(i.cpu),
            if args { command(i) } else { i.comm.clone() },
        ));
    }
    out
}

/// BusyBox's screen.
fn screen_busybox(cx: &Cx, list: &[ProcInfo]) -> Vec<String> {
    let used: u64 = list.iter().map(|i| i.memory).sum::<u64>() >> 10;
    let busy = uptime::used(&cx.p);
    let mut out = vec![
        format!(
            "Mem: {used}K used, {}K free, 0K shrd, 0K buff, 0K cached",
            (MEMORY >> 10).saturating_sub(used)
        ),
        format!(
            "CPU: {:>3}% usr   0% sys   0% nic {:>3}% idle   0% io   0% irq   0% sirq",
            busy / 10,
            (1000 - busy) / 10
        ),
        format!("Load average: {} 1/{} {}", uptime::load(&cx.p).join(" "), list.len(), cx.p.pid()),
        "  PID  PPID USER     STAT   VSZ %VSZ CPU %CPU COMMAND".to_string(),
    ];
    let p = cx.p.clone();
    let view = View { p: &p, now: p.now(), zone: Zone::utc() };
    for i in list {
        out.push(format!(
            "{:>5} {:>5} {:<8} {:<4} {:>5} {:>3}%   0 {:>3}% {}",
            i.pid,
            i.ppid,
            view.user(i.uid, 8),
            stat(&view, i),
            i.memory >> 10,
            view.mem(i) / 10,
            view.cpu(i) / 10,
            command(i)
        ));
    }
    out
}

/// `top`.
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [("batch-mode", Arg::No, 'b'), ("iterations", Arg::Required, 'n')];
    // BSD's way of writing options without a dash.
    let args: Vec<String> = cx
        .args()
        .into_iter()
        .enumerate()
        .map(|(n, a)| if n == 0 && !a.starts_with('-') { format!("-{a}") } else { a })
        .collect();
    let parsed = match crate::coreutils::getopt::parse(&args, "bn:d:p:u:U:o:cHisSwm", &longs) {
        Ok(parsed) => parsed,
        Err(complaint) => return cx.complain(complaint).await,
    };
    let turns: Option<u64> = parsed.value('n').and_then(|n| n.parse().ok());
    let delay = parsed.value('d').and_then(|d| d.parse::<f64>().ok()).filter(|d| d.is_finite());
    let delay = delay.unwrap_or(if cx.busybox() { 5.0 } else { 3.0 }).clamp(0.1, 1e6);
    let batch = parsed.has('b');
    // BusyBox's draws its screens wherever they go.
    if !batch && !cx.busybox() && !cx.p.isatty(1) {
        cx.err("failed tty get").await;
        return 1;
    }
    let guard = if batch { None } else { raw(&cx.p) };
    let pids: Vec<u32> = parsed
        .value('p')
        .into_iter()
        .flat_map(|v| v.split(','))
        .filter_map(|n| n.parse().ok())
        .collect();
    let uid = parsed.value('u').or(parsed.value('U'));
    let uid = uid.map(|u| cx.p.user_by_name(u).map(|u| u.uid));
    let mut turn = 0;
    let mut deaf = false;
    loop {
        let mut list = cx.p.processes();
        list.retain(|i| pids.is_empty() || pids.contains(&i.pid));
        list.retain(|i| uid.is_none_or(|u| u == Some(i.uid)));
        let p = cx.p.clone();
        let view = View { p: &p, now: p.now(), zone: Zone::utc() };
        list.sort_by_key(|i| (std::cmp::Reverse(view.cpu(i)), i.pid));
        let lines = if cx.busybox() {
            screen_busybox(cx, &list)
        } else {
            screen(cx, &list, parsed.has('c'))
        };
        turn += 1;
        let last = turns.is_some_and(|n| turn >= n);
        if batch {
            for line in lines {
                cx.puts(&format!("{line}\n"));
            }
            if !last && !cx.busybox() {
                cx.puts("\n");
            }
        } else {
            let (cols, rows) = cx.p.winsize(1).unwrap_or((80, 24));
            cx.puts("\x1b[H");
            let shown = lines.len().min(usize::from(rows.max(2)) - 1);
            for (at, line) in lines.iter().take(shown).enumerate() {
                let head = line.contains("PID USER") || line.contains("PPID USER");
                let line: String = line.chars().take(cols.into()).collect();
                let line = format!("{line:<0$}", if head { usize::from(cols) } else { 0 });
                cx.puts(&if head { format!("\x1b[7m{line}\x1b[m") } else { line });
                let last = cx.busybox() && at + 1 == shown;
                cx.puts(if last { "\x1b[K" } else { "\x1b[K\n" });
            }
            cx.puts(if cx.busybox() { "\x1b[J\r" } else { "\x1b[J" });
        }
        if !cx.pace().await || last {
            break;
        }
        cx.flush().await;
        let until = cx.p.now().saturating_add((delay * 1e9) as i64);
        if batch || deaf {
            if cx.p.sleep_until(until).await.is_err() {
                break;
            }
        } else if matches!(cx.p.wait_readable(0, Some(until)).await, Ok(true)) {
            match cx.p.read(0, 64).await {
                Ok(keys) if keys.is_empty() && cx.busybox() => {
                    // The end of the input is no key: it goes on with none.
                    deaf = true;
                    if cx.p.sleep_until(until).await.is_err() {
                        break;
                    }
                }
                Ok(keys) if keys.is_empty() || keys.contains(&b'q') || keys.contains(&3) => break,
                Ok(_) => {}
                Err(_) => break,
            }
        }
    }
    if guard.is_some() || cx.busybox() && !batch {
        cx.puts("\n");
        cx.flush().await;
    }
    drop(guard);
    0
}
