//! tar's options that choose by time, name owners, or are seldom met.

use crate::coreutils::Cx;
use crate::coreutils::fs::owner;
use crate::coreutils::time::{self, Zone, strftime};

use super::options::{Options, Pattern, State, bad};

/// From when on files are new.
#[derive(Clone, Copy, Debug)]
pub struct Newer {
    pub time: i64,
    /// A change of attributes counts too.
    pub changed: bool,
}

/// `NAME`, `NUMBER` or `NAME:NUMBER`. A name that nobody has is stored all the same.
fn id_or_name(value: &str, find: impl Fn(&str) -> Option<u32>) -> (String, Option<u32>) {
    let (name, id) = value.split_once(':').unwrap_or((value, ""));
    let plain = !name.is_empty() && name.bytes().all(|b| b.is_ascii_digit());
    let name_only = if plain { String::new() } else { name.to_string() };
    (name_only, id.parse().ok().or_else(|| find(name)))
}

/// A moment: a date, or that of a file where the word begins like a path. The date is told later, with `-v`.
fn moment(cx: &Cx, st: &mut State, option: &str, value: &str) -> Option<i64> {
    if value.starts_with(['/', '.'])
        && let Ok(stat) = cx.p.stat(value)
    {
        return Some(stat.mtime);
    }
    let zone = Zone::of(&cx.p);
    let t = time::parse(value, cx.p.now(), &zone)?;
    let word = cx.ql(value);
    let shown = strftime("%Y-%m-%d %H:%M:%S", t, &zone, true);
    st.dates.push(format!("Option {option}: Treating date {word} as {shown}"));
    Some(t)
}

/// Reads such an option.
pub(super) async fn option(
    cx: &mut Cx,
    o: &mut Options,
    st: &mut State,
    letter: char,
    value: String,
) -> Result<(), i32> {
    match letter {
        'g' => (o.incremental, o.snapshot) = (true, Some(value)),
        'G' => o.incremental = true,
        '\u{e001}' => match value.parse::<u32>() {
            Ok(level) => o.level_0 = level == 0,
            Err(_) => return Err(bad(cx, "Invalid incremental level value".to_string()).await),
        },
        'N' | '\u{e002}' => {
            let name = if letter == 'N' { "--after-date" } else { "--newer-mtime" };
            match moment(cx, st, name, &value) {
                Some(time) => o.newer = Some(Newer { time, changed: letter == 'N' }),
                None => {
                    let least = -i64::MAX;
                    let value = cx.ql(&value);
                    let text = format!("Substituting {least} for unknown date format {value}");
                    cx.err(text).await;
                }
            }
        }
        '\u{e003}' => o.utc = true,
        '\u{e004}' => o.totals = true,
        '\u{e005}' => match if value.is_empty() { Ok(1) } else { value.parse::<u32>() } {
            Ok(n) => o.occurrence = Some(n),
            Err(_) => {
                let value = cx.ql(&value);
                return Err(bad(cx, format!("{value}: Invalid number")).await);
            }
        },
        '\u{e006}' => o.show_renamed = true,
        '\u{e007}' => o.clamp = true,
        '\u{e008}' => o.hard_dereference = true,
        '\u{e009}' => {
            for glob in [".#*", "*~", "#*#"] {
                let glob = glob.to_string();
                o.exclude.push(Pattern { glob, anchored: false, pathname: false });
            }
        }
        '\u{f}' => match moment(cx, st, "--mtime", &value) {
            Some(t) => o.mtime = Some(t),
            None => {
                let value = cx.ql(&value);
                return Err(bad(cx, format!("Invalid date: {value}")).await);
            }
        },
        '\u{1a}' | '\u{7}' => {
            let p = cx.p.clone();
            let found = if letter == '\u{1a}' {
                id_or_name(&value, |n| owner::user_id(&p, n))
            } else {
                id_or_name(&value, |n| owner::group_id(&p, n))
            };
            if letter == '\u{1a}' {
                o.owner = Some(found);
            } else {
                o.group = Some(found);
            }
        }
        // Buffers, tapes and attributes that files here do not have.
        _ => {}
    }
    Ok(())
}
