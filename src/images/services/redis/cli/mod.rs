//! redis-cli: its options, and what it does with them. Talking to the server is in `session`, the look of
//! replies in `format`.

mod format;
mod modes;
mod options;
mod reply;
mod session;

use super::resp;
use super::value::Bytes;
use crate::kernel::Proc;
use crate::shell::readline::{Line, NoCompletion, Readline, Style as Editing};
use crate::vfs::text;

use format::Style;
use options::{Options, Parsed};
use session::Session;

async fn say(p: &Proc, fd: i32, text: &str) {
    let _ = p.write_all(fd, &text::encode(text)).await;
}

async fn all_input(p: &Proc) -> Bytes {
    let mut all = Vec::new();
    while let Ok(piece) = p.read(0, 1 << 16).await {
        if piece.is_empty() {
            break;
        }
        all.extend(piece);
    }
    all
}

/// `redis-cli`.
pub async fn main(p: Proc) -> i32 {
    let args: Vec<String> = p.argv().iter().skip(1).cloned().collect();
    let options = match options::parse(&p, &args) {
        Parsed::Run(options) => options,
        Parsed::Say(fd, text, status) => {
            say(&p, fd, &text).await;
            return status;
        }
    };
    if options.warn {
        let text = "Warning: Using a password with '-a' or '-u' option on the command line interface may not be safe.\n";
        say(&p, 2, text).await;
    }
    let mut command: Vec<Bytes> =
        options.command.iter().map(|w| text::encode(w).into_owned()).collect();
    let mut session = Session::new(p.clone(), options);
    if session.options.scan {
        return modes::scan(&mut session).await;
    }
    if command.is_empty() {
        // Without a server the prompt says so; without a terminal there is nothing to do.
        let connected = session.connect().await;
        return if p.isatty(0) {
            interactive(&mut session).await
        } else if connected {
            piped(&mut session).await
        } else {
            1
        };
    }
    if session.options.last_from_input {
        command.push(all_input(&p).await);
    }
    if !session.connect().await {
        return 1;
    }
    repeat(&mut session, &command).await
}

/// Runs a command as often as asked; gives the exit status.
async fn repeat(session: &mut Session, command: &[Bytes]) -> i32 {
    let mut left = session.options.repeat;
    loop {
        if !session.run(command).await {
            return 1;
        }
        if left > 0 {
            left -= 1;
            if left == 0 {
                break;
            }
        }
        if session.options.pause > 0 {
            let _ = session.p.sleep(session.options.pause).await;
        }
    }
    i32::from(session.options.error_status && session.failed)
}

/// Commands from standard input, a line each.
async fn piped(session: &mut Session) -> i32 {
    let mut rest = Vec::new();
    let mut over = false;
    while !over {
        match session.p.read(0, 4096).await {
            Ok(piece) if !piece.is_empty() => rest.extend(piece),
            _ => {
                over = true;
                if !rest.is_empty() {
                    rest.push(b'\n');
                }
            }
        }
        while let Some(end) = rest.iter().position(|b| *b == b'\n') {
            let line: Vec<u8> = rest.drain(..=end).collect();
            if !line_done(session, &line).await {
                return 0;
            }
        }
    }
    0
}

/// One line; false where it ends the session.
async fn line_done(session: &mut Session, line: &[u8]) -> bool {
    let Some(mut words) = resp::split(line) else {
        say(&session.p, 1, "Invalid argument(s)\n").await;
        return true;
    };
    let Some(first) = words.first().map(|w| text::decode(w).to_ascii_lowercase()) else {
        return true;
    };
    let tty = session.p.isatty(0);
    match first.as_str() {
        "quit" | "exit" if tty || first == "quit" => {
            if !tty && session.options.style == Style::Raw {
                session.run(&words).await;
            }
            return false;
        }
        "clear" if tty => say(&session.p, 1, "\x1b[H\x1b[2J").await,
        "help" | "?" => {
            let text = "redis-cli: Drydock does not simulate the help for commands\n";
            say(&session.p, 1, text).await;
        }
        "connect" if words.len() == 3 => {
            session.options.host = text::decode(&words[1]).into_owned();
            session.options.port = text::decode(&words[2]).parse().unwrap_or(0);
            session.close();
            session.connect().await;
        }
        _ => {
            let times =
                text::decode(&words[0]).parse::<u32>().ok().filter(|n| *n > 0 && words.len() > 1);
            if times.is_some() {
                words.remove(0);
            }
            for _ in 0..times.unwrap_or(1) {
                if !session.run(&words).await {
                    break;
                }
            }
        }
    }
    true
}

/// A prompt on a terminal.
async fn interactive(session: &mut Session) -> i32 {
    let mut editor = Readline::new(Editing::Busybox);
    let mut history: Vec<String> = Vec::new();
    loop {
        let prompt = session.prompt();
        match editor.read_line(&session.p, &prompt, &history, &NoCompletion).await {
            Ok(Line::Text(line)) => {
                if !line.trim().is_empty() && history.last() != Some(&line) {
                    history.push(line.clone());
                }
                if !line_done(session, &text::encode(&line)).await {
                    return 0;
                }
            }
            _ => return 0,
        }
    }
}

/// What a failed connection is called.
fn refused(options: &Options, why: &str) -> String {
    format!("Could not connect to Redis at {}:{}: {why}\n", options.host, options.port)
}
