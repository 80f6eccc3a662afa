//! `help`

use super::{BUILTINS, options};
use crate::shell::exec::Args;
use crate::shell::pattern::Pattern;
use crate::shell::state::{Res, Shell};

pub(super) fn help(sh: &mut Shell, args: &Args) -> Res<i32> {
    let (found, at) = match options(args.rest(), "dms") {
        Ok(f) => f,
        Err((c, _)) => return sh.bad_option("help", c),
    };
    let short = found.iter().any(|(c, _)| *c == 's');
    let brief = found.iter().any(|(c, _)| *c == 'd');
    let names = &args.rest()[at..];
    let dialect = sh.dialect;
    let own = BUILTINS.iter().filter(|b| b.in_shell(dialect));
    if names.is_empty() {
        let mut text =
            String::from("These commands are built into the shell; `help NAME' says more.\n\n");
        for b in own {
            text.push_str(&format!(" {} {}\n", b.name, b.usage));
        }
        sh.say(&text);
        return Ok(0);
    }
    let own: Vec<_> = own.collect();
    let mut any = false;
    for n in names {
        let pattern = Pattern::new(n, false, false);
        for b in &own {
            if !(pattern.matches(b.name)
                || (b.name.starts_with(n.as_str()) && !own.iter().any(|o| o.name == n)))
            {
                continue;
            }
            any = true;
            let text = if brief {
                format!("{} - {}\n", b.name, b.about)
            } else if short {
                format!("{}: {} {}\n", b.name, b.name, b.usage)
            } else {
                format!("{}: {} {}\n    {}\n", b.name, b.name, b.usage, b.about)
            };
            sh.say(&text);
        }
    }
    if any {
        return Ok(0);
    }
    let wanted = names.join(" ");
    sh.builtin_error("help", &format!("no help topics match `{wanted}'.  Try `help help' or `man -k {wanted}' or `info {wanted}'."));
    Ok(1)
}
