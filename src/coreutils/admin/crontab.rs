//! crontab: the table of jobs that a user wants done at times. The machine has no cron that would do
//! them, so that a table can be looked for and removed, but not be put in.

use crate::coreutils::{Arg, Cx};

const NO_ARGS: &[(&str, Arg, char)] = &[];

/// `crontab`
pub async fn main(cx: &mut Cx) -> i32 {
    let parsed = match crate::coreutils::getopt::parse(&cx.args(), "u:lerin:T:", NO_ARGS) {
        Ok(parsed) => parsed,
        Err(what) => {
            cx.err(what.to_string()).await;
            return usage(cx, "unrecognized option").await;
        }
    };
    let verbs = parsed.options.iter().filter(|o| matches!(o.0, 'l' | 'e' | 'r')).count();
    if verbs > 1 {
        return usage(cx, "only one operation permitted").await;
    }
    if verbs == 1 && !parsed.operands.is_empty() {
        return usage(cx, "no arguments permitted after this option").await;
    }
    let uid = cx.p.cred().uid;
    let me = cx.p.env("LOGNAME").or_else(|| cx.p.env("USER")).unwrap_or_default();
    let user = match parsed.value('u') {
        Some(_) if uid != 0 => {
            cx.say("must be privileged to use -u\n").await;
            return 1;
        }
        Some(name) => name.to_string(),
        None if uid == 0 => "root".to_string(),
        None => me,
    };
    if crate::coreutils::fs::owner::user_id(&cx.p, &user).is_none() {
        cx.say(&format!("crontab:  user `{user}' unknown\n")).await;
        return 1;
    }
    if parsed.has('l') || parsed.has('r') {
        cx.say(&format!("no crontab for {user}\n")).await;
        return 1;
    }
    if let Some(file) = parsed.operands.first().filter(|f| *f != "-")
        && let Err(e) = cx.p.read_file(file)
    {
        cx.say(&format!("{file}: {e}\n")).await;
        return 1;
    }
    cx.err("the simulated machine has no cron that would run these jobs").await;
    1
}

async fn usage(cx: &mut Cx, what: &str) -> i32 {
    cx.say(&format!(
        "crontab: usage error: {what}\nusage:\tcrontab [-u user] file\n\tcrontab [ -u user ] [ -i ] {{ -e | -l | -r }}\n\
         \t\t(default operation is replace, per 1003.2)\n\t-e\t(edit user's crontab)\n\t-l\t(list user's crontab)\n\
         \t-r\t(delete user's crontab)\n\t-i\t(prompt before deleting user's crontab)\n"
    ))
    .await;
    1
}
