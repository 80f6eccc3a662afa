//! man: what a program says of itself with `--help`; there are no longer pages here.

use crate::coreutils::{Cx, find};

/// `man`.
pub async fn main(cx: &mut Cx) -> i32 {
    let words: Vec<String> = cx.args().into_iter().filter(|a| !a.starts_with('-')).collect();
    let names: Vec<&String> =
        words.iter().filter(|w| words.len() == 1 || w.parse::<u32>().is_err()).collect();
    if names.is_empty() {
        cx.say("What manual page do you want?\nFor example, try 'man ls'.\n").await;
        return 1;
    }
    let mut status = 0;
    for name in names {
        match find(name).filter(|p| p.gnu.is_some()) {
            Some(program) => {
                let (synopsis, about) =
                    program.usage.split_once('\n').unwrap_or((program.usage, ""));
                let upper = name.to_uppercase();
                let about = about.replace('\n', "\n       ");
                cx.puts(&format!(
                    "{upper}(1)\n\nNAME\n       {name}\n\nSYNOPSIS\n       {name} {synopsis}\n\n\
                     DESCRIPTION\n       {about}\n\n       This is a short page: '{name} --help' says \
                     the same.\n"
                ));
            }
            None => {
                cx.say(&format!("No manual entry for {name}\n")).await;
                status = 16;
            }
        }
    }
    status
}
