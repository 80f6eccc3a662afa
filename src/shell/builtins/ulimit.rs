//! `ulimit`: the number of open files is the kernel's; the other limits are not limited here.

use crate::shell::exec::Args;
use crate::shell::state::{Res, Shell};

/// Letter, description, unit, and the value of a machine without limits of its own.
const LIMITS: &[(char, &str, &str, &str)] = &[
    ('R', "real-time non-blocking time ", "(microseconds, -R) ", "unlimited"),
    ('c', "core file size              ", "(blocks, -c) ", "0"),
    ('d', "data seg size               ", "(kbytes, -d) ", "unlimited"),
    ('e', "scheduling priority                 ", "(-e) ", "0"),
    ('f', "file size                   ", "(blocks, -f) ", "unlimited"),
    ('i', "pending signals                     ", "(-i) ", "15623"),
    ('l', "max locked memory           ", "(kbytes, -l) ", "8192"),
    ('m', "max memory size             ", "(kbytes, -m) ", "unlimited"),
    ('n', "open files                          ", "(-n) ", "1024"),
    ('p', "pipe size                ", "(512 bytes, -p) ", "8"),
    ('q', "POSIX message queues         ", "(bytes, -q) ", "819200"),
    ('r', "real-time priority                  ", "(-r) ", "0"),
    ('s', "stack size                  ", "(kbytes, -s) ", "8192"),
    ('t', "cpu time                   ", "(seconds, -t) ", "unlimited"),
    ('u', "max user processes                  ", "(-u) ", "15623"),
    ('v', "virtual memory              ", "(kbytes, -v) ", "unlimited"),
    ('x', "file locks                          ", "(-x) ", "unlimited"),
];

pub(super) fn ulimit(sh: &mut Shell, args: &Args) -> Res<i32> {
    let mut letters = Vec::new();
    let mut all = false;
    let mut value = None;
    for w in args.rest() {
        match w.strip_prefix('-') {
            Some(l) if !l.is_empty() => {
                for c in l.chars() {
                    match c {
                        'S' | 'H' => {}
                        'a' => all = true,
                        c if LIMITS.iter().any(|(x, ..)| *x == c) => letters.push(c),
                        c => return sh.bad_option("ulimit", c),
                    }
                }
            }
            _ => value = Some(w.clone()),
        }
    }
    let files = sh.p.nofile().to_string();
    let current =
        move |c: char, given: &str| if c == 'n' { files.clone() } else { given.to_string() };
    if all {
        for (c, text, unit, v) in LIMITS {
            let line = format!("{text}{unit}{}\n", current(*c, v));
            sh.say(&line);
        }
        return Ok(0);
    }
    if letters.is_empty() {
        letters.push('f');
    }
    let Some(value) = value else {
        for c in &letters {
            if let Some((_, text, unit, v)) = LIMITS.iter().find(|(x, ..)| x == c) {
                let v = current(*c, v);
                let line =
                    if letters.len() > 1 { format!("{text}{unit}{v}\n") } else { format!("{v}\n") };
                sh.say(&line);
            }
        }
        return Ok(0);
    };
    let number = match value.as_str() {
        "unlimited" | "hard" | "soft" => None,
        v => match v.parse::<u32>() {
            Ok(n) => Some(n),
            Err(_) => {
                sh.builtin_error("ulimit", &format!("{v}: invalid number"));
                return Ok(1);
            }
        },
    };
    for c in letters {
        let name = LIMITS.iter().find(|(x, ..)| *x == c).map_or("", |(_, t, ..)| t.trim());
        match (c, number) {
            ('n', Some(n)) => sh.p.set_nofile(n),
            ('n', None) => {}
            (_, None) => {}
            ('c', Some(0)) => {}
            (_, Some(_)) => {
                sh.builtin_error(
                    "ulimit",
                    &format!("{name}: cannot modify limit: this limit is not simulated"),
                );
                return Ok(1);
            }
        }
    }
    Ok(0)
}
