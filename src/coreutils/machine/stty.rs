//! stty: a terminal's settings, as far as the simulated ones have any.

use crate::coreutils::Cx;
use crate::kernel::{Fd, Termios};
use crate::vfs::OpenFlags;

/// The settings that can be changed, by name.
fn flag<'a>(t: &'a mut Termios, name: &str) -> Option<&'a mut bool> {
    Some(match name {
        "icanon" => &mut t.icanon,
        "echo" => &mut t.echo,
        "isig" => &mut t.isig,
        "icrnl" => &mut t.icrnl,
        "opost" | "onlcr" => &mut t.opost,
        _ => return None,
    })
}

/// Settings that are there in name only: terminals here have them always in this way.
const FIXED: &[&str] = &[
    "brkint", "clocal", "cread", "crtscts", "cs7", "cs8", "echoctl", "echoe", "echok", "echoke",
    "echonl", "hupcl", "iexten", "ignbrk", "igncr", "ignpar", "imaxbel", "inlcr", "inpck",
    "istrip", "iutf8", "ixany", "ixoff", "ixon", "noflsh", "ocrnl", "onlret", "onocr", "parenb",
    "parmrk", "parodd", "tostop",
];

fn on(set: bool, name: &str) -> String {
    if set { name.to_string() } else { format!("-{name}") }
}

fn all(t: Termios, cols: u16, rows: u16) -> String {
    format!(
        "speed 38400 baud; rows {rows}; columns {cols}; line = 0;\n\
         intr = ^C; quit = ^\\; erase = ^?; kill = ^U; eof = ^D; eol = <undef>;\n\
         eol2 = <undef>; swtch = <undef>; start = ^Q; stop = ^S; susp = ^Z; rprnt = ^R;\n\
         werase = ^W; lnext = ^V; discard = ^O; min = 1; time = 0;\n\
         -parenb -parodd -cmspar cs8 -hupcl -cstopb cread -clocal -crtscts\n\
         -ignbrk -brkint -ignpar -parmrk -inpck -istrip -inlcr -igncr {} ixon -ixoff\n\
         -iuclc -ixany -imaxbel iutf8\n\
         {} -olcuc -ocrnl {} -onocr -onlret -ofill -ofdel nl0 cr0 tab0 bs0 vt0 ff0\n\
         {} {} iexten {} echoe echok -echonl -noflsh -xcase -tostop -echoprt\n\
         echoctl echoke -flusho -extproc\n",
        on(t.icrnl, "icrnl"),
        on(t.opost, "opost"),
        on(t.opost, "onlcr"),
        on(t.isig, "isig"),
        on(t.icanon, "icanon"),
        on(t.echo, "echo"),
    )
}

/// What differs from the usual.
fn brief(t: Termios) -> String {
    let mut out = "speed 38400 baud; line = 0;\n".to_string();
    let usual = Termios::default();
    let input = if t.icrnl == usual.icrnl {
        "-brkint -imaxbel iutf8"
    } else {
        "-brkint -icrnl -imaxbel iutf8"
    };
    out += &format!("{input}\n");
    if !t.opost {
        out += "-opost\n";
    }
    let local: Vec<String> = [(t.isig, "isig"), (t.icanon, "icanon"), (t.echo, "echo")]
        .into_iter()
        .filter(|(set, _)| !set)
        .map(|(set, name)| on(set, name))
        .collect();
    if !local.is_empty() {
        out += &format!("{}\n", local.join(" "));
    }
    out
}

fn encoded(t: Termios) -> String {
    let bits = [t.icanon, t.echo, t.isig, t.icrnl, t.opost];
    let n = bits.iter().enumerate().fold(0, |n, (i, b)| n | u32::from(*b) << i);
    format!("drydock:{n:x}")
}

fn decoded(s: &str) -> Option<Termios> {
    let n = u32::from_str_radix(s.strip_prefix("drydock:")?, 16).ok()?;
    let bit = |i: u32| n >> i & 1 == 1;
    Some(Termios { icanon: bit(0), echo: bit(1), isig: bit(2), icrnl: bit(3), opost: bit(4) })
}

/// `stty`.
pub async fn main(cx: &mut Cx) -> i32 {
    let args = cx.args();
    let mut fd: Fd = 0;
    let mut name = "standard input".to_string();
    let (mut show_all, mut save) = (false, false);
    let mut settings = Vec::new();
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        match arg.as_str() {
            "-a" | "--all" => show_all = true,
            "-g" | "--save" => save = true,
            "--help" => {
                cx.help();
                return 0;
            }
            "-F" | "--file" => {
                let path = rest.next().cloned().unwrap_or_default();
                match cx.p.open(&path, OpenFlags::READ, 0) {
                    Ok(opened) => (fd, name) = (opened, path),
                    Err(e) => {
                        cx.err(format!("{path}: {e}")).await;
                        return 1;
                    }
                }
            }
            a => settings.push(a.to_string()),
        }
    }
    let (Ok(mut t), Ok((mut cols, mut rows))) = (cx.p.tcgetattr(fd), cx.p.winsize(fd)) else {
        let name = if cx.busybox() { name } else { format!("'{name}'") };
        cx.err(format!("{name}: Inappropriate ioctl for device")).await;
        return 1;
    };
    if show_all || save || settings.is_empty() {
        let text = match (show_all, save) {
            (true, _) => all(t, cols, rows),
            (_, true) => format!("{}\n", encoded(t)),
            _ => brief(t),
        };
        cx.puts(&text);
        return 0;
    }
    let mut words = settings.iter().map(String::as_str);
    while let Some(word) = words.next() {
        let (set, plain) = match word.strip_prefix('-') {
            Some(plain) => (false, plain),
            None => (true, word),
        };
        if let Some(f) = flag(&mut t, plain) {
            *f = set;
            continue;
        }
        match (plain, set) {
            ("size", true) => cx.puts(&format!("{rows} {cols}\n")),
            ("speed", true) => cx.puts("38400\n"),
            ("sane", true) => t = Termios::default(),
            ("raw", true) | ("cooked", false) => {
                let echo = t.echo;
                t = Termios { echo, ..Termios::raw() };
            }
            ("raw", false) | ("cooked", true) => {
                t = Termios { echo: t.echo, ..Termios::default() };
            }
            ("cbreak", _) => t.icanon = !set,
            ("nl", _) => (t.icrnl, t.opost) = (!set, !set),
            ("cols" | "columns" | "rows", true) => {
                let Some(Ok(n)) = words.next().map(str::parse::<u16>) else {
                    return cx
                        .usage_error(format!("missing argument to {quoted}", quoted = cx.ql(plain)))
                        .await;
                };
                if plain == "rows" {
                    rows = n
                } else {
                    cols = n
                }
                let _ = cx.p.set_winsize(fd, cols, rows);
            }
            (
                "intr" | "quit" | "erase" | "kill" | "eof" | "susp" | "min" | "time" | "start"
                | "stop" | "werase",
                true,
            ) => {
                if words.next().is_none() {
                    return cx
                        .usage_error(format!("missing argument to {quoted}", quoted = cx.ql(plain)))
                        .await;
                }
                cx.err(format!("{plain}: the simulated terminal's keys can not be changed")).await;
                return 1;
            }
            _ if FIXED.contains(&plain) || plain.bytes().all(|b| b.is_ascii_digit()) => {}
            _ => match decoded(word) {
                Some(saved) => t = saved,
                None => {
                    return cx
                        .usage_error(format!("invalid argument {quoted}", quoted = cx.ql(word)))
                        .await;
                }
            },
        }
    }
    match cx.p.tcsetattr(fd, t) {
        Ok(()) => 0,
        Err(e) => {
            cx.err(format!("'{name}': {e}")).await;
            1
        }
    }
}
