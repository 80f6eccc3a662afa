//! `ulimit`: the limits of the shell and of what it starts. What they are is the kernel's; here are the
//! letters, the units, and how bash and BusyBox's ash read their options.

use crate::kernel::{Limits, Resource, UNLIMITED};
use crate::shell::Dialect;
use crate::shell::exec::Args;
use crate::shell::state::{Res, Shell};

/// A limit: its letter, bash's description and unit, ash's description, the resource (none for what
/// can not be set), and how many bytes a unit is.
struct Limit {
    letter: char,
    text: &'static str,
    unit: &'static str,
    ash: &'static str,
    of: Option<Resource>,
    bytes: u64,
}

const fn limit(
    letter: char,
    text: &'static str,
    unit: &'static str,
    ash: &'static str,
    of: Resource,
    bytes: u64,
) -> Limit {
    Limit { letter, text, unit, ash, of: Some(of), bytes }
}

/// In the order of `ulimit -a`.
const LIMITS: &[Limit] = &[
    limit('R', "real-time non-blocking time ", "microseconds, ", "", Resource::Rttime, 1),
    limit(
        'c',
        "core file size             ",
        "blocks, ",
        "core file size (blocks)",
        Resource::Core,
        512,
    ),
    limit(
        'd',
        "data seg size              ",
        "kbytes, ",
        "data seg size (kb)",
        Resource::Data,
        1024,
    ),
    limit('e', "scheduling priority                ", "", "scheduling priority", Resource::Nice, 1),
    limit(
        'f',
        "file size                  ",
        "blocks, ",
        "file size (blocks)",
        Resource::Fsize,
        512,
    ),
    limit(
        'i',
        "pending signals                    ",
        "",
        "pending signals",
        Resource::Sigpending,
        1,
    ),
    limit(
        'l',
        "max locked memory          ",
        "kbytes, ",
        "max locked memory (kb)",
        Resource::Memlock,
        1024,
    ),
    limit(
        'm',
        "max memory size            ",
        "kbytes, ",
        "max memory size (kb)",
        Resource::Rss,
        1024,
    ),
    limit('n', "open files                         ", "", "open files", Resource::Nofile, 1),
    Limit {
        letter: 'p',
        text: "pipe size               ",
        unit: "512 bytes, ",
        ash: "",
        of: None,
        bytes: 1,
    },
    limit(
        'q',
        "POSIX message queues        ",
        "bytes, ",
        "POSIX message queues (bytes)",
        Resource::Msgqueue,
        1,
    ),
    limit(
        'r',
        "real-time priority                 ",
        "",
        "real-time priority",
        Resource::Rtprio,
        1,
    ),
    limit('s', "stack size                 ", "kbytes, ", "stack size (kb)", Resource::Stack, 1024),
    limit('t', "cpu time                  ", "seconds, ", "cpu time (seconds)", Resource::Cpu, 1),
    limit('u', "max user processes                 ", "", "max user processes", Resource::Nproc, 1),
    limit(
        'v',
        "virtual memory             ",
        "kbytes, ",
        "virtual memory (kb)",
        Resource::As,
        1024,
    ),
    limit('x', "file locks                         ", "", "file locks", Resource::Locks, 1),
];

/// Pages that a pipe holds, in units of 512 bytes (bash's `-p`).
const PIPE: &str = "8";

impl Limit {
    fn title(&self, bash: bool) -> String {
        if bash {
            format!("{} ({}-{}) ", self.text, self.unit, self.letter)
        } else {
            format!("{:<32}(-{}) ", self.ash, self.letter)
        }
    }

    /// How many bytes a unit is: bash counts blocks of 1024 bytes, unless it is to be POSIX's shell.
    fn factor(&self, bash: bool, posix: bool) -> u64 {
        if bash && !posix && self.bytes == 512 { 1024 } else { self.bytes }
    }

    fn value(&self, all: &Limits, hard: bool, factor: u64) -> String {
        let Some(of) = self.of else { return PIPE.to_string() };
        match if hard { all.hard(of) } else { all.soft(of) } {
            UNLIMITED => "unlimited".to_string(),
            n => (n / factor).to_string(),
        }
    }
}

/// Options as they were read.
#[derive(Default)]
struct Asked {
    hard: bool,
    soft: bool,
    all: bool,
    /// Letters with what they are to be.
    limits: Vec<(char, Option<String>)>,
}

enum Wrong {
    Letter(char),
}

/// Reads the words; every letter takes the rest of its word, or the next where that is no option, as its
/// value. What is no option is `-f`'s value for ash wherever it stands; bash stops there.
fn read(words: &[String], dialect: Dialect) -> Result<Asked, Wrong> {
    let ash = dialect != Dialect::Bash;
    let mut asked = Asked::default();
    let mut words = words.iter().peekable();
    let mut options = true;
    while let Some(word) = words.next() {
        let letters = word.strip_prefix('-').filter(|l| options && !l.is_empty());
        let Some(letters) = letters else {
            if ash || asked.limits.is_empty() {
                asked.limits.push(('f', Some(word.clone())));
            }
            if !ash {
                break;
            }
            continue;
        };
        if letters == "-" {
            options = false;
            continue;
        }
        for (i, c) in letters.char_indices() {
            match c {
                'S' => asked.soft = true,
                'H' => asked.hard = true,
                'a' => asked.all = true,
                c if LIMITS.iter().any(|l| l.letter == c && (!ash || !l.ash.is_empty())) => {
                    let rest = &letters[i + c.len_utf8()..];
                    let value = if rest.is_empty() {
                        words.next_if(|w| !w.starts_with('-')).cloned()
                    } else {
                        Some(rest.to_string())
                    };
                    asked.limits.push((c, value));
                    break;
                }
                c => return Err(Wrong::Letter(c)),
            }
        }
    }
    Ok(asked)
}

/// Complains as the program that ash borrows it from does.
fn complain(sh: &mut Shell, text: &str) -> i32 {
    match sh.dialect {
        Dialect::Ash => {
            let line = format!("{}: {text}\n", sh.arg0);
            sh.complain(&line);
        }
        _ => sh.builtin_error("ulimit", text),
    }
    1
}

pub(super) fn ulimit(sh: &mut Shell, args: &Args) -> Res<i32> {
    if sh.dialect == Dialect::Dash {
        return dash(sh, args.rest());
    }
    let bash = sh.dialect == Dialect::Bash;
    let asked = match read(args.rest(), sh.dialect) {
        Ok(asked) => asked,
        Err(Wrong::Letter(c)) if sh.dialect == Dialect::Ash => {
            sh.complain(&format!("ulimit: invalid option -- '{c}'\n"));
            return Ok(1);
        }
        Err(Wrong::Letter(c)) => return sh.bad_option("ulimit", c),
    };
    let posix = sh.on(crate::shell::options::Opt::Posix);
    let factor = |l: &Limit| l.factor(bash, posix);
    // Where both are asked for, the soft one is shown.
    let show_hard = asked.hard && !asked.soft;
    if asked.all {
        let all = sh.p.limits();
        for l in LIMITS.iter().filter(|l| bash || !l.ash.is_empty()) {
            let line = format!("{}{}\n", l.title(bash), l.value(&all, show_hard, factor(l)));
            sh.say(&line);
        }
        return Ok(0);
    }
    let mut limits = asked.limits;
    if limits.is_empty() {
        limits.push(('f', None));
    }
    let many = limits.len() > 1;
    let (hard, soft) = match (asked.hard, asked.soft) {
        (false, false) => (true, true),
        given => given,
    };
    for (letter, value) in limits {
        let Some(l) = LIMITS.iter().find(|l| l.letter == letter) else { continue };
        let all = sh.p.limits();
        let Some(value) = value else {
            let title = if many { l.title(bash) } else { String::new() };
            let line = format!("{title}{}\n", l.value(&all, show_hard, factor(l)));
            sh.say(&line);
            continue;
        };
        let cannot = |why: &str| match bash {
            true => format!("{}: cannot modify limit: {why}", l.text.trim_end()),
            false => format!("error setting limit: {why}"),
        };
        let Some(of) = l.of else {
            return Ok(complain(sh, &cannot("Invalid argument")));
        };
        let new = match value.as_str() {
            "unlimited" => UNLIMITED,
            "hard" if bash => all.hard(of),
            "soft" if bash => all.soft(of),
            "" if bash => 0,
            text => match number(text) {
                Ok(n) => n.saturating_mul(factor(l)),
                Err(Some(_)) if bash => {
                    return Ok(complain(sh, &format!("{text}: limit out of range")));
                }
                Err(_) if bash => return Ok(complain(sh, &format!("{text}: invalid number"))),
                Err(_) => return Ok(complain(sh, &format!("invalid number '{text}'"))),
            },
        };
        let (new_soft, new_hard) =
            (if soft { new } else { all.soft(of) }, if hard { new } else { all.hard(of) });
        if let Err(e) = sh.p.set_limit(of, new_soft, new_hard) {
            return Ok(complain(sh, &cannot(e.text())));
        }
    }
    Ok(0)
}

/// The number; the inner of the error is there where it is one, but too large.
fn number(text: &str) -> Result<u64, Option<()>> {
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(None);
    }
    text.parse().map_err(|_| Some(()))
}

/// What dash calls them: letter, name, and the place in the table of the others.
const DASH: &[(char, &str, char)] = &[
    ('t', "time(seconds)", 't'),
    ('f', "file(blocks)", 'f'),
    ('d', "data(kbytes)", 'd'),
    ('s', "stack(kbytes)", 's'),
    ('c', "coredump(blocks)", 'c'),
    ('m', "memory(kbytes)", 'm'),
    ('l', "locked memory(kbytes)", 'l'),
    ('p', "process", 'u'),
    ('n', "nofiles", 'n'),
    ('v', "vmemory(kbytes)", 'v'),
    ('w', "locks", 'x'),
    ('r', "rtprio", 'r'),
];

/// dash's own, which takes one limit and its value.
fn dash(sh: &mut Shell, words: &[String]) -> Res<i32> {
    let (mut hard, mut soft, mut all, mut letter) = (true, true, false, 'f');
    let mut words = words.iter().peekable();
    while let Some(letters) = words.next_if(|w| w.len() > 1 && w.starts_with('-')) {
        if letters == "--" {
            break;
        }
        for c in letters[1..].chars() {
            match c {
                'H' => (hard, soft) = (true, false),
                'S' => (hard, soft) = (false, true),
                'a' => all = true,
                c if DASH.iter().any(|d| d.0 == c) => letter = c,
                c => return sh.bad_option("ulimit", c),
            }
        }
    }
    let found = |l: char| {
        let named = DASH.iter().find(|d| d.0 == l)?;
        LIMITS.iter().find(|x| x.letter == named.2)
    };
    let limits = sh.p.limits();
    let shown = |l: &Limit| l.value(&limits, !soft, l.bytes);
    let value = words.next().cloned();
    if words.next().is_some() || (all && value.is_some()) {
        sh.builtin_error("ulimit", "too many arguments");
        return Ok(2);
    }
    if all {
        for (l, name, _) in DASH {
            let line = format!("{name:<20} {}\n", found(*l).map(shown).unwrap_or_default());
            sh.say(&line);
        }
        return Ok(0);
    }
    let Some((limit, of)) = found(letter).and_then(|l| Some((l, l.of?))) else { return Ok(0) };
    let Some(value) = value else {
        let line = format!("{}\n", shown(limit));
        sh.say(&line);
        return Ok(0);
    };
    let new = match value.as_str() {
        "unlimited" => UNLIMITED,
        text => match number(text) {
            Ok(n) => n.saturating_mul(limit.bytes),
            Err(_) => {
                sh.builtin_error("ulimit", "bad number");
                return Ok(2);
            }
        },
    };
    let new_soft = if soft { new } else { limits.soft(of) };
    let new_hard = if hard { new } else { limits.hard(of) };
    if let Err(e) = sh.p.set_limit(of, new_soft, new_hard) {
        sh.builtin_error("ulimit", &format!("error setting limit ({e})"));
        return Ok(2);
    }
    Ok(0)
}
