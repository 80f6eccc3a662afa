//! getopt: options of shell scripts, put into an order that scripts can read.

use super::Cx;
use super::getopt::{Arg, Complaint, parse};

const LONGS: &[(&str, Arg, char)] = &[
    ("alternative", Arg::No, 'a'),
    ("longoptions", Arg::Required, 'l'),
    ("name", Arg::Required, 'n'),
    ("options", Arg::Required, 'o'),
    ("quiet", Arg::No, 'q'),
    ("quiet-output", Arg::No, 'Q'),
    ("shell", Arg::Required, 's'),
    ("test", Arg::No, 'T'),
    ("unquoted", Arg::No, 'u'),
];

/// An argument as a shell reads it back.
fn quoted(s: &str) -> String {
    format!("'{}'", s.replace('\'', "'\\''"))
}

/// The long options of a list such as `file:,quiet,level::`, each with a letter that nobody types.
fn longs_of(list: &str, out: &mut Vec<(String, Arg)>) {
    for name in list.split([',', ' ', '\t', '\n']).filter(|n| !n.is_empty()) {
        let bare = name.trim_end_matches(':');
        let how = match name.len() - bare.len() {
            0 => Arg::No,
            1 => Arg::Required,
            _ => Arg::Optional,
        };
        out.push((bare.to_string(), how));
    }
}

/// `getopt`
pub async fn main(cx: &mut Cx) -> i32 {
    let args = cx.args();
    if args.is_empty() {
        cx.err("missing optstring argument").await;
        return cx.try_help(2).await;
    }
    // Without options of its own it is the old one, which quotes nothing.
    if !args[0].starts_with('-') {
        let spec = args[0].trim_start_matches(['+', '-']).to_string();
        return rearrange(cx, &args[1..], &spec, &[], "getopt", (true, false, false)).await;
    }
    let own = match parse(&args, "+al:n:o:qQs:TuhV", LONGS) {
        Ok(own) => own,
        Err(c @ (Complaint::Help | Complaint::Version)) => return cx.complain(c).await,
        Err(c) => {
            cx.err(c).await;
            return cx.try_help(2).await;
        }
    };
    if own.has('T') {
        return 4;
    }
    if own.has('V') {
        cx.version();
        return 0;
    }
    let mut longs = Vec::new();
    for (_, list) in own.options.iter().filter(|o| o.0 == 'l') {
        longs_of(list.as_deref().unwrap_or_default(), &mut longs);
    }
    let mut rest = own.operands.as_slice();
    let spec = match (own.value('o'), rest) {
        (Some(spec), _) => spec.to_string(),
        (None, [first, others @ ..]) => {
            let spec = first.clone();
            rest = others;
            spec
        }
        (None, []) => {
            cx.err("missing optstring argument").await;
            return cx.try_help(2).await;
        }
    };
    let name = own.value('n').unwrap_or("getopt").to_string();
    let how = (own.has('u'), own.has('q'), own.has('Q'));
    rearrange(cx, rest, &spec, &longs, &name, how).await
}

/// Prints the options first, each with its argument behind it, then `--` and the operands.
async fn rearrange(
    cx: &mut Cx,
    args: &[String],
    spec: &str,
    longs: &[(String, Arg)],
    name: &str,
    (plain, quiet, silent): (bool, bool, bool),
) -> i32 {
    let letter = |i: usize| char::from_u32(0xE000 + i as u32).unwrap_or('\u{E000}');
    let table: Vec<(&str, Arg, char)> =
        longs.iter().enumerate().map(|(i, l)| (l.0.as_str(), l.1, letter(i))).collect();
    let show = |s: &str| if plain { s.to_string() } else { quoted(s) };
    let mut out = String::new();
    let status = match parse(args, spec, &table) {
        Ok(found) => {
            for (c, value) in &found.options {
                match table.iter().find(|l| l.2 == *c) {
                    Some((long, how, _)) => {
                        out += &format!(" --{long}");
                        match value {
                            Some(v) => out += &format!(" {}", show(v)),
                            None if *how == Arg::Optional => out += &format!(" {}", show("")),
                            None => {}
                        }
                    }
                    None => {
                        out += &format!(" -{c}");
                        let optional = spec.contains(&format!("{c}::"));
                        match value {
                            Some(v) => out += &format!(" {}", show(v)),
                            None if optional => out += &format!(" {}", show("")),
                            None => {}
                        }
                    }
                }
            }
            out += " --";
            found.operands.iter().for_each(|o| out += &format!(" {}", show(o)));
            0
        }
        Err(complaint) => {
            if !quiet {
                let text = match complaint {
                    Complaint::Help => "unrecognized option '--help'".to_string(),
                    Complaint::Version => "unrecognized option '--version'".to_string(),
                    c => c.to_string(),
                };
                cx.say(&format!("{name}: {text}\n")).await;
            }
            out += " --";
            1
        }
    };
    if !silent {
        cx.puts(&format!("{out}\n"));
    }
    status
}
