//! `fc`: lines of the history listed, run again, or edited and run.

use super::history::take_place;
use super::options;
use crate::shell::exec::{Args, Origin};
use crate::shell::state::{Res, Shell, Stop};
use crate::vfs::text;

/// How many lines a list has that is not told where to begin.
const LISTED: usize = 16;

pub(super) async fn fc(sh: &mut Shell, args: &Args) -> Res<i32> {
    // `-3` is a number, not an option.
    let numeric = |w: &String| w.len() > 1 && w[1..].bytes().all(|b| b.is_ascii_digit());
    let end = args.rest().iter().position(|w| w.starts_with('-') && numeric(w));
    let (found, at) = match options(&args.rest()[..end.unwrap_or(args.rest().len())], "e:lnrs") {
        Ok(f) => f,
        Err((c, true)) => {
            sh.builtin_error("fc", &format!("-{c}: option requires an argument"));
            return Ok(sh.usage("fc"));
        }
        Err((c, _)) => return sh.bad_option("fc", c),
    };
    let has = |c: char| found.iter().any(|(o, _)| *o == c);
    let words = &args.rest()[at..];
    let editor = found.iter().rfind(|(o, _)| *o == 'e').and_then(|(_, e)| e.clone());
    if has('s') || editor.as_deref() == Some("-") {
        return again(sh, words).await;
    }
    // The line with this command is not among them.
    let mut lines: Vec<(usize, bool, String)> =
        sh.history.entries().map(|e| (e.number, e.changed, e.line.to_string())).collect();
    if sh.history.last_is_running {
        lines.pop();
    }
    if lines.is_empty() {
        return Ok(0);
    }
    let last = lines.len() - 1;
    let first = match words.first() {
        // What has not been typed yet means the first, as in bash.
        Some(w) if w.parse().is_ok_and(|n: usize| n > lines[last].0) => Some(0),
        Some(w) => place(&lines, w),
        None if has('l') => Some((last + 1).saturating_sub(LISTED)),
        None => Some(last),
    };
    let until = match words.get(1) {
        Some(w) => place(&lines, w),
        None if has('l') => Some(last),
        None => first,
    };
    let (Some(first), Some(until)) = (first, until) else {
        sh.builtin_error("fc", "no command found");
        return Ok(1);
    };
    let mut chosen = lines[first.min(until)..=first.max(until)].to_vec();
    if has('r') != (first > until) {
        chosen.reverse();
    }
    if has('l') {
        for (number, changed, line) in chosen {
            let number = if has('n') { String::new() } else { number.to_string() };
            let mark = if changed { '*' } else { ' ' };
            sh.say(&format!("{number}\t{mark}{line}\n"));
        }
        return Ok(0);
    }
    let lines: Vec<String> = chosen.into_iter().map(|(.., line)| line).collect();
    edit(sh, editor, &lines).await
}

/// The line that a number or the beginning of a line means: its place.
fn place(lines: &[(usize, bool, String)], word: &str) -> Option<usize> {
    let last = lines.len() - 1;
    match word.parse::<i64>() {
        Ok(n) if n < 0 => Some(lines.len().saturating_sub(n.unsigned_abs() as usize)),
        Ok(0) => Some(last),
        Ok(n) => Some(lines.iter().position(|(x, ..)| *x as i64 == n).unwrap_or(last)),
        Err(_) => lines.iter().rposition(|(.., line)| line.starts_with(word)),
    }
}

/// `fc -s`: runs a line again, texts in it replaced.
async fn again(sh: &mut Shell, words: &[String]) -> Res<i32> {
    let changes = words.iter().take_while(|w| w.contains('=')).count();
    let mut lines: Vec<(usize, bool, String)> =
        sh.history.entries().map(|e| (e.number, e.changed, e.line.to_string())).collect();
    if sh.history.last_is_running {
        lines.pop();
    }
    let at = match words.get(changes) {
        _ if lines.is_empty() => None,
        Some(w) => place(&lines, w),
        None => Some(lines.len() - 1),
    };
    let Some(at) = at else {
        sh.builtin_error("fc", "no command found");
        return Ok(1);
    };
    let mut line = lines.swap_remove(at).2;
    for (old, new) in words[..changes].iter().filter_map(|w| w.split_once('=')) {
        if !old.is_empty() {
            line = line.replace(old, new);
        }
    }
    sh.complain(&format!("{line}\n"));
    take_place(sh);
    sh.add_to_history(&line);
    run(sh, &line).await
}

/// Lets an editor change lines, and runs what has become of them.
pub(crate) async fn edit(sh: &mut Shell, editor: Option<String>, lines: &[String]) -> Res<i32> {
    take_place(sh);
    let editor = editor
        .or_else(|| sh.var("FCEDIT"))
        .or_else(|| sh.var("EDITOR"))
        .filter(|e| !e.is_empty())
        .unwrap_or_else(|| "vi".to_string());
    let file = (0..).map(|n| format!("/tmp/bash-fc.{n:06}")).find(|f| !sh.p.exists(f));
    let file = file.expect("numbers do not end");
    let body: String = lines.iter().map(|l| format!("{l}\n")).collect();
    if let Err(e) = sh.p.write_file(&file, &text::encode(&body), 0o600) {
        sh.builtin_error("fc", &format!("{file}: cannot open temp file: {e}"));
        return Ok(1);
    }
    run(sh, &format!("{editor} {file}")).await?;
    let edited = if sh.status == 0 { sh.p.read_file(&file).ok() } else { None };
    let _ = sh.p.unlink(&file);
    let Some(bytes) = edited else { return Ok(1) };
    let mut command = String::new();
    let mut status = 0;
    for line in text::decode_owned(bytes).lines() {
        sh.complain(&format!("{line}\n"));
        let begun = !command.is_empty();
        sh.remember(&command, line, begun);
        command.push_str(line);
        command.push('\n');
        if sh.is_whole(&command) {
            status = run(sh, &std::mem::take(&mut command)).await?;
        }
    }
    if !command.is_empty() {
        status = run(sh, &command).await?;
    }
    Ok(status)
}

async fn run(sh: &mut Shell, line: &str) -> Res<i32> {
    sh.flush().await;
    match sh.run_text(line, 1, Origin::Eval).await {
        Ok(()) => Ok(sh.status),
        Err(Stop::Discard(s)) => Ok(s),
        Err(stop) => Err(stop),
    }
}
