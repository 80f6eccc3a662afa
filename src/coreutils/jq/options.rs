//! jq's command line.

use super::json::{J, Parser, Style};
use crate::coreutils::Cx;
use crate::vfs::text;

#[derive(Default)]
pub(super) struct Options {
    pub(super) style: Style,
    pub(super) raw: bool,
    pub(super) join: bool,
    pub(super) nul: bool,
    pub(super) slurp: bool,
    pub(super) null: bool,
    pub(super) raw_input: bool,
    pub(super) exit: bool,
    pub(super) seq: bool,
    pub(super) stream: bool,
    pub(super) program: Option<String>,
    pub(super) files: Vec<String>,
    pub(super) vars: Vec<(String, J)>,
    pub(super) args: Vec<J>,
}

pub(super) async fn usage(cx: &mut Cx, what: Option<String>) -> i32 {
    let n = cx.name.clone();
    if let Some(w) = what {
        cx.err(w).await;
    }
    cx.say(&format!(
        "Use {n} --help for help with command-line options,\nor see the jq manpage, or online docs at https://jqlang.org\n"
    ))
    .await;
    2
}

pub(super) async fn options(cx: &mut Cx, args: &[String], o: &mut Options) -> Result<(), i32> {
    let mut rest = args.iter().cloned();
    let (mut plain, mut positional, mut from_file) = (false, None, false);
    while let Some(a) = rest.next() {
        if plain || !a.starts_with('-') || a == "-" {
            if o.program.is_none() && !from_file {
                o.program = Some(a);
            } else {
                match positional {
                    Some("args") => o.args.push(J::str(&a)),
                    Some(_) => match Parser::new(a.as_bytes()).next() {
                        Ok(Some(v)) => o.args.push(v),
                        _ => {
                            let what = "invalid JSON text passed to --jsonargs";
                            return Err(usage(cx, Some(what.into())).await);
                        }
                    },
                    None => o.files.push(a),
                }
            }
            continue;
        }
        if a == "--" {
            plain = true;
            continue;
        }
        let Some(long) = a.strip_prefix("--") else {
            for c in a[1..].chars() {
                match c {
                    'n' => o.null = true,
                    'r' => o.raw = true,
                    'j' => (o.raw, o.join) = (true, true),
                    'a' => o.style.ascii = true,
                    's' => o.slurp = true,
                    'c' => o.style.indent = None,
                    'C' => o.style.color = true,
                    'M' => o.style.color = false,
                    'S' => o.style.sort = true,
                    'e' => o.exit = true,
                    'R' => o.raw_input = true,
                    'h' => {
                        cx.help();
                        return Err(0);
                    }
                    'f' => from_file = true,
                    'V' => {
                        cx.puts("jq-1.8.2\n");
                        return Err(0);
                    }
                    c => return Err(usage(cx, Some(format!("Unknown option -{c}"))).await),
                }
            }
            if from_file && o.program.is_none() {
                let f = match o.files.pop() {
                    Some(f) => f,
                    None => rest.next().unwrap_or_default(),
                };
                o.program = Some(program_file(cx, &f).await?);
            }
            continue;
        };
        let mut two = || Some((rest.next()?, rest.next()?));
        match long {
            "null-input" => o.null = true,
            "raw-output" => o.raw = true,
            "raw-output0" => (o.raw, o.nul) = (true, true),
            "join-output" => (o.raw, o.join) = (true, true),
            "ascii-output" => o.style.ascii = true,
            "slurp" => o.slurp = true,
            "compact-output" => o.style.indent = None,
            "color-output" => o.style.color = true,
            "monochrome-output" => o.style.color = false,
            "sort-keys" => o.style.sort = true,
            "exit-status" => o.exit = true,
            "raw-input" => o.raw_input = true,
            "tab" => o.style.indent = Some("\t".into()),
            "seq" => o.seq = true,
            "unbuffered" => {}
            "indent" => {
                let Some(word) = rest.next() else {
                    return Err(usage(cx, Some("--indent takes one parameter".into())).await);
                };
                o.style.indent = match word.parse::<i64>().unwrap_or(i64::MAX) {
                    -1 => Some("\t".into()),
                    0 => None,
                    n @ 1..=7 => Some(" ".repeat(n as usize)),
                    _ => {
                        let what = "--indent takes a number between -1 and 7";
                        return Err(usage(cx, Some(what.into())).await);
                    }
                };
            }
            "args" => positional = Some("args"),
            "jsonargs" => positional = Some("jsonargs"),
            "arg" | "argjson" | "slurpfile" | "rawfile" => {
                let Some((k, v)) = two() else {
                    return Err(usage(
                        cx,
                        Some(format!(
                            "--{long} takes two parameters (e.g. --{long} varname value)"
                        )),
                    )
                    .await);
                };
                let value = match long {
                    "arg" => J::str(&v),
                    "argjson" => match Parser::new(v.as_bytes()).next() {
                        Ok(Some(v)) => v,
                        _ => {
                            return Err(usage(
                                cx,
                                Some("invalid JSON text passed to --argjson".into()),
                            )
                            .await);
                        }
                    },
                    _ => {
                        let b = match cx.p.read_file(&v) {
                            Ok(b) => b,
                            Err(e) => {
                                let what = format!("Could not open {v}: {e}");
                                cx.err(format!("Bad JSON in --{long} {k} {v}: {what}")).await;
                                return Err(2);
                            }
                        };
                        if long == "rawfile" {
                            J::str(&text::decode(&b))
                        } else {
                            let mut p = Parser::new(&b);
                            let mut all = Vec::new();
                            while let Ok(Some(x)) = p.next() {
                                all.push(x);
                            }
                            J::arr(all)
                        }
                    }
                };
                o.vars.push((k, value));
            }
            "from-file" => {
                let f = rest.next().unwrap_or_default();
                o.program = Some(program_file(cx, &f).await?);
            }
            "help" => {
                cx.help();
                return Err(0);
            }
            "version" => {
                cx.puts("jq-1.8.2\n");
                return Err(0);
            }
            "stream" => o.stream = true,
            _ => return Err(usage(cx, Some(format!("Unknown option {a}"))).await),
        }
    }
    if let Some(colors) = cx.p.env("JQ_COLORS").filter(|_| o.style.color) {
        let known = |c: &str| c.bytes().all(|b| b.is_ascii_digit() || b == b';');
        if colors.split(':').all(known) {
            o.style.colors = colors.split(':').map(str::to_string).collect();
        } else {
            cx.say("Failed to set $JQ_COLORS\n").await;
        }
    }
    Ok(())
}

/// The program in a file.
async fn program_file(cx: &mut Cx, file: &str) -> Result<String, i32> {
    match cx.p.read_file(file) {
        Ok(bytes) => Ok(text::decode(&bytes).into_owned()),
        Err(e) => {
            cx.err(format!("Could not open {file}: {e}")).await;
            Err(2)
        }
    }
}
