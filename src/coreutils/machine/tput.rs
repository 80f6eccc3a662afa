//! tput: what makes an xterm do something, by terminfo's names.

use crate::coreutils::Cx;

/// Strings without parameters.
const STRINGS: &[(&str, &str)] = &[
    ("bel", "\x07"),
    ("blink", "\x1b[5m"),
    ("bold", "\x1b[1m"),
    ("civis", "\x1b[?25l"),
    ("clear", "\x1b[H\x1b[2J\x1b[3J"),
    ("cnorm", "\x1b[?12l\x1b[?25h"),
    ("cr", "\r"),
    ("cub1", "\x08"),
    ("cud1", "\n"),
    ("cuf1", "\x1b[C"),
    ("cuu1", "\x1b[A"),
    ("cvvis", "\x1b[?12;25h"),
    ("dim", "\x1b[2m"),
    ("ed", "\x1b[J"),
    ("el", "\x1b[K"),
    ("el1", "\x1b[1K"),
    ("home", "\x1b[H"),
    ("invis", "\x1b[8m"),
    ("op", "\x1b[39;49m"),
    ("rc", "\x1b8"),
    ("reset", "\x1bc"),
    ("rev", "\x1b[7m"),
    ("ritm", "\x1b[23m"),
    ("rmcup", "\x1b[?1049l\x1b[23;0;0t"),
    ("rmso", "\x1b[27m"),
    ("rmul", "\x1b[24m"),
    ("sc", "\x1b7"),
    ("sgr0", "\x1b(B\x1b[m"),
    ("sitm", "\x1b[3m"),
    ("smcup", "\x1b[?1049h\x1b[22;0;0t"),
    ("smso", "\x1b[7m"),
    ("smul", "\x1b[4m"),
];

fn color(n: u32, base: u32) -> String {
    match n {
        0..=7 => format!("\x1b[{}m", base + n),
        8..=15 => format!("\x1b[{}m", base + 60 + n - 8),
        _ => format!("\x1b[{};5;{n}m", base + 8),
    }
}

/// `tput`.
pub async fn main(cx: &mut Cx) -> i32 {
    let mut args = cx.args();
    let mut term = cx.p.env("TERM").unwrap_or_default();
    if args.first().is_some_and(|a| a == "-T") && args.len() > 1 {
        term = args[1].clone();
        args.drain(..2);
    } else if let Some(t) = args.first().and_then(|a| a.strip_prefix("-T")) {
        term = t.to_string();
        args.remove(0);
    }
    if args.first().is_some_and(|a| a == "-x") {
        args.remove(0);
    }
    let Some(name) = args.first().cloned() else {
        cx.say("usage: tput [-V] [-S] [-x] [-T term] capname\n").await;
        return 2;
    };
    if term.is_empty() {
        cx.err("No value for $TERM and no -T specified").await;
        return 2;
    }
    let dumb = term == "dumb";
    let number = |i: usize| args.get(i).and_then(|a| a.parse::<u32>().ok()).unwrap_or(0);
    let size = [1, 2, 0].into_iter().find_map(|fd| cx.p.winsize(fd).ok());
    let size = size.filter(|s| s.0 > 0).unwrap_or((80, 24));
    let text = match name.as_str() {
        "cols" => format!("{}\n", size.0),
        "lines" => format!("{}\n", size.1),
        "colors" => if dumb {
            "-1\n"
        } else if term.contains("256") {
            "256\n"
        } else {
            "8\n"
        }
        .to_string(),
        "longname" => format!("{term}\n"),
        "setaf" | "AF" => color(number(1), 30),
        "setab" | "AB" => color(number(1), 40),
        "cup" => format!("\x1b[{};{}H", number(1) + 1, number(2) + 1),
        "cuu" => format!("\x1b[{}A", number(1)),
        "cud" => format!("\x1b[{}B", number(1)),
        "cuf" => format!("\x1b[{}C", number(1)),
        "cub" => format!("\x1b[{}D", number(1)),
        "hpa" => format!("\x1b[{}G", number(1) + 1),
        "init" => String::new(),
        _ => match STRINGS.iter().find(|s| s.0 == name) {
            Some((_, s)) => (*s).to_string(),
            None => {
                cx.err(format!("unknown terminfo capability '{name}'")).await;
                return 4;
            }
        },
    };
    if dumb && text.contains('\x1b') {
        return 1;
    }
    cx.puts(&text);
    0
}
