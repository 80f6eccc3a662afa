//! nginx's command line, and the signals that it sends to the nginx that runs.

use super::{PID_FILE, VERSION, conf, say};
use crate::kernel::{KillTarget, Pid, Proc, Signal};
use crate::vfs::text;

/// What is asked on the command line.
#[derive(Default)]
pub(super) struct Asks {
    /// `-t`: only look whether the configuration is right.
    pub test: bool,
    /// `-q`: say nothing where it is.
    pub quiet: bool,
    /// `-T`: show it.
    pub dump: bool,
    /// `-s`: what the nginx that runs is told.
    pub signal: Option<String>,
}

/// Reads the command line; the other side is what is said at once, with the status.
pub(super) fn options(args: &[String]) -> Result<Asks, (String, i32)> {
    let mut asks = Asks::default();
    let mut rest = args.iter();
    while let Some(word) = rest.next() {
        let Some(letters) = word.strip_prefix('-') else {
            return Err((format!("nginx: invalid option: \"{word}\"\n"), 1));
        };
        for (at, letter) in letters.char_indices() {
            match letter {
                'v' | 'V' => return Err((format!("nginx version: nginx/{VERSION}\n"), 0)),
                't' => asks.test = true,
                'T' => (asks.test, asks.dump) = (true, true),
                'q' => asks.quiet = true,
                's' | 'g' | 'c' | 'p' | 'e' => {
                    let value = match &letters[at + 1..] {
                        "" => rest.next().cloned(),
                        more => Some(more.to_string()),
                    };
                    let Some(value) = value else {
                        return Err((
                            format!("nginx: option \"-{letter}\" requires parameter\n"),
                            1,
                        ));
                    };
                    let known = ["stop", "quit", "reopen", "reload"].contains(&value.as_str());
                    match letter {
                        's' if known => asks.signal = Some(value),
                        's' => return Err((format!("nginx: invalid option: \"-s {value}\"\n"), 1)),
                        'c' if value != conf::MAIN => {
                            let why = "nginx: Drydock does not simulate another file than";
                            return Err((format!("{why} {}\n", conf::MAIN), 1));
                        }
                        _ => {}
                    }
                    break;
                }
                _ => return Err((format!("nginx: invalid option: \"{letter}\"\n"), 1)),
            }
        }
    }
    Ok(asks)
}

/// `nginx -s`: sends a signal to the nginx that runs.
pub(super) async fn send(p: &Proc, signal: &str) -> i32 {
    let tell = |level: &str, text: &str| format!("[{level}] {0}#{0}: {text}", p.pid());
    say(p, &tell("notice", "signal process started")).await;
    let text = match p.read_file(PID_FILE) {
        Ok(text) => text::decode_owned(text),
        Err(e) => {
            let why = format!("open() \"{PID_FILE}\" failed ({}: {e})", e.number());
            say(p, &tell("error", &why)).await;
            return 1;
        }
    };
    let Ok(pid) = text.trim().parse::<Pid>() else {
        let why = format!("invalid PID number \"{}\" in \"{PID_FILE}\"", text.trim());
        say(p, &tell("error", &why)).await;
        return 1;
    };
    let signal = match signal {
        "stop" => Signal::TERM,
        "quit" => Signal::QUIT,
        "reload" => Signal::HUP,
        _ => Signal::USR1,
    };
    match p.kill(KillTarget::Pid(pid), Some(signal)) {
        Ok(()) => 0,
        Err(e) => {
            let why = format!("kill({pid}, {}) failed ({}: {e})", signal.number(), e.number());
            say(p, &tell("alert", &why)).await;
            1
        }
    }
}
