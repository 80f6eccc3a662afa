//! `.`, `source`, `eval` and `exec`

use crate::shell::Dialect;
use crate::shell::exec::{Args, Origin};
use crate::shell::options::{Opt, Shopt};
use crate::shell::state::{Res, Shell};

pub(super) async fn source(sh: &mut Shell, args: &Args) -> Res<i32> {
    let mut words = args.rest();
    let mut path = None;
    while let Some(w) = words.first() {
        match w.as_str() {
            "--" => {
                words = &words[1..];
                break;
            }
            "-p" if sh.bash() && words.len() > 1 => {
                path = Some(words[1].clone());
                words = &words[2..];
            }
            w if sh.bash() && w.len() > 1 && w.starts_with('-') => {
                let c = w.chars().nth(1).unwrap_or('-');
                let name = args.words[0].clone();
                return sh.bad_option(&name, c);
            }
            _ => break,
        }
    }
    let Some(name) = words.first() else {
        let own = args.words[0].clone();
        if sh.bash() {
            sh.builtin_error(&own, "filename argument required");
            let code = sh.usage(&own);
            return Ok(code);
        }
        return Ok(if sh.dialect == Dialect::Ash { 2 } else { 0 });
    };
    let mut file = name.clone();
    if !name.contains('/') && (sh.shopt(Shopt::SourcePath) || !sh.bash() || path.is_some()) {
        let list = path.or_else(|| sh.var("PATH")).unwrap_or_default();
        let dirs = list.split(':').map(|d| if d.is_empty() { "." } else { d });
        let found = dirs
            .map(|d| format!("{d}/{name}"))
            .find(|f| sh.p.stat(f).is_ok_and(|s| s.is_file()) && sh.p.access(f, 4).is_ok());
        match found {
            Some(f) => file = f,
            None if sh.bash() && !sh.on(Opt::Posix) => {}
            None => {
                let what = if sh.bash() { "file not found" } else { "not found" };
                let own = if sh.dialect == Dialect::Ash { &*args.words[0] } else { "." };
                sh.builtin_error(own, &format!("{name}: {what}"));
                sh.status = 1;
                return Err(sh.fatal_error());
            }
        }
    }
    if sh.p.stat(&file).is_ok_and(|s| s.is_dir()) {
        if sh.dialect == Dialect::Ash {
            return Ok(0);
        }
        let m = format!("{file}: is a directory");
        sh.builtin_error(&args.words[0], &m);
        return Ok(1);
    }
    let arguments = (words.len() > 1 && sh.dialect != Dialect::Dash).then(|| words[1..].to_vec());
    sh.status = 0;
    sh.traced += 1;
    let outer = sh.within.clone();
    if sh.p.access(&file, 4).is_ok() {
        sh.within = Some(file.as_str().into());
    }
    let r = sh.run_file(&file, arguments).await;
    sh.within = outer;
    sh.traced -= 1;
    r?;
    Ok(sh.status)
}

pub(super) async fn eval(sh: &mut Shell, args: &Args) -> Res<i32> {
    let mut words = args.rest();
    if let Some(w) = words.first()
        && sh.bash()
    {
        if w == "--" {
            words = &words[1..];
        } else if w.len() > 1 && w.starts_with('-') {
            let c = w.chars().nth(1).unwrap_or('-');
            return sh.bad_option("eval", c);
        }
    }
    let text = words.join(" ");
    let last = std::mem::replace(&mut sh.last_command, false);
    let line = sh.line.max(1);
    let name = sh.command_name.take();
    let status = sh.status;
    if text.trim().is_empty() {
        sh.status = 0;
        let _ = status;
    }
    sh.traced += 1;
    let outer = sh.within.replace("eval".into());
    let r = sh.run_text(&text, line, Origin::Eval).await;
    sh.within = outer;
    sh.traced -= 1;
    sh.command_name = name;
    sh.last_command = last;
    r?;
    Ok(sh.status)
}

/// `exec` behind `command` or `builtin`, without redirections of its own.
pub(super) async fn exec(sh: &mut Shell, args: &Args) -> Res<i32> {
    sh.run_exec_words(args).await?;
    Ok(sh.status)
}
