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
    pub(super) program: Option<String>,
    pub(super) files: Vec<String>,
    pub(super) vars: Vec<(String, J)>,
    pub(super) args: Vec<J>,
}

pub(super) async fn usage(cx: &mut Cx, what: Option<String>) -> i32 {
    let n = cx.name.clone();
    if let Some(w) = what {
        cx.err(format!("error: {w}")).await;
    }
    cx.say(&format!(
        "Use {n} --help for help with command-line options,\nor see the jq manpage, or online docs  at https://jqlang.github.io/jq\n"
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
                            return Err(usage(
                                cx,
                                Some(format!("Invalid JSON text passed to --jsonargs: {a}")),
                            )
                            .await);
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
                        cx.puts("jq-1.7.1\n");
                        return Err(0);
                    }
                    _ => return Err(usage(cx, Some("Unknown arguments".into())).await),
                }
            }
            if from_file && o.program.is_none() {
                let f = match o.files.pop() {
                    Some(f) => f,
                    None => rest.next().unwrap_or_default(),
                };
                let Some(b) = cx.slurp(&f).await else { return Err(2) };
                o.program = Some(text::decode(&b).into_owned());
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
                let n = rest.next().and_then(|n| n.parse::<usize>().ok()).filter(|n| *n <= 7);
                let Some(n) = n else {
                    return Err(
                        usage(cx, Some("Cannot indent more than 7 characters".into())).await
                    );
                };
                o.style.indent = (n > 0).then(|| " ".repeat(n));
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
                                Some("Invalid JSON text passed to --argjson".into()),
                            )
                            .await);
                        }
                    },
                    _ => {
                        let Ok(b) = cx.p.read_file(&v) else {
                            return Err(usage(
                                cx,
                                Some(format!("Bad JSON in --{long} {k} {v}: Could not open {v}")),
                            )
                            .await);
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
                let Some(b) = cx.slurp(&f).await else { return Err(2) };
                o.program = Some(text::decode(&b).into_owned());
            }
            "help" => {
                cx.help();
                return Err(0);
            }
            "version" => {
                cx.puts("jq-1.7.1\n");
                return Err(0);
            }
            "stream" => {
                cx.err("the simulator's jq has no --stream").await;
                return Err(2);
            }
            _ => return Err(usage(cx, Some(format!("Unknown option: {a}"))).await),
        }
    }
    Ok(())
}
