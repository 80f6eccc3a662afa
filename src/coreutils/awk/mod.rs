//! awk: the POSIX language with gawk's common additions. This file owns the command line; the stages
//! are lex, parse, infer, compile, vm (with rare and builtins) and driver.

mod array;
mod ast;
mod builtins;
mod compile;
mod compile_call;
mod compile_expr;
mod compile_stmt;
mod driver;
mod format;
mod infer;
mod lex;
mod op;
mod parse;
mod parse_expr;
mod parse_primary;
mod parse_stmt;
mod places;
mod rare;
mod record;
mod records;
mod streams;
mod subst;
mod time;
mod value;
mod vm;

use std::rc::Rc;

use super::Cx;
use super::getopt::Arg;
use super::lines::utf8_locale;
use crate::vfs::text;
use driver::Driver;
use value::Val;
use vm::{Effect, Vm};

/// `awk`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("field-separator", Arg::Required, 'F'),
        ("file", Arg::Required, 'f'),
        ("assign", Arg::Required, 'v'),
        ("source", Arg::Required, 'e'),
        ("posix", Arg::No, 'P'),
        ("traditional", Arg::No, 'c'),
        ("re-interval", Arg::No, 'r'),
    ];
    let parsed = match cx.getopt("+F:f:v:e:", &longs).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    let mut operands = parsed.operands;
    let mut program = Vec::new();
    let mut source = "cmd. line".to_string();
    let mut given = false;
    for (letter, value) in &parsed.options {
        let value = value.as_deref().unwrap_or_default();
        match letter {
            'f' => {
                let read = match cx.open_input(value) {
                    Ok(fd) => cx.read_all(fd).await,
                    Err(e) => Err(e),
                };
                match read {
                    Ok(b) => program.extend_from_slice(&b),
                    Err(e) if cx.busybox() => {
                        cx.err(format!("can't open '{value}': {e}")).await;
                        return 1;
                    }
                    Err(e) => {
                        cx.err(format!(
                            "fatal: cannot open source file `{value}' for reading: {e}"
                        ))
                        .await;
                        return 2;
                    }
                }
                source = value.to_string();
            }
            'e' => program.extend_from_slice(&text::encode(value)),
            _ => continue,
        }
        program.push(b'\n');
        given = true;
    }
    if !given {
        if operands.is_empty() {
            return usage(cx).await;
        }
        program = text::encode(&operands.remove(0)).into_owned();
    }
    let utf8 = !cx.busybox() && utf8_locale(&cx.p);
    let code = match parse::parse(&program) {
        Ok((tree, odd)) => {
            if !cx.busybox() {
                for (line, c) in odd {
                    cx.err(format!(
                        "{source}:{line}: warning: escape sequence `\\{c}' treated as plain `{c}'"
                    ))
                    .await;
                }
            }
            match compile::compile(&tree, utf8, cx.busybox()) {
                Ok(code) => code,
                Err(e) => {
                    let what = if cx.busybox() { "Unexpected token" } else { &e.what };
                    cx.err(format!("{source}:{}: {what}", e.line)).await;
                    return if e.what.starts_with("fatal:") && !cx.busybox() { 2 } else { 1 };
                }
            }
        }
        Err(e) => return syntax_error(cx, &program, &source, &e).await,
    };
    let mut vm = Vm::new(Rc::new(code), utf8);
    vm.lenient = cx.busybox();
    let mut argv: Vec<Vec<u8>> = vec![cx.name.clone().into_bytes()];
    argv.extend(operands.iter().map(|o| text::encode(o).into_owned()));
    for (i, a) in argv.iter().enumerate() {
        let key = i.to_string();
        *vm.arrays[1].borrow_mut().entry(key.as_bytes()) = Val::Input(Rc::new(a.clone()));
    }
    vm.globals[0] = Val::Num(argv.len() as f64);
    for (k, v) in cx.p.environ().iter() {
        let v = Val::Input(Rc::new(text::encode(v).into_owned()));
        *vm.arrays[0].borrow_mut().entry(&text::encode(k)) = v;
    }
    for (letter, value) in &parsed.options {
        let value = text::encode(value.as_deref().unwrap_or_default()).into_owned();
        let done = match letter {
            'F' => assign(&mut vm, b"FS", &value),
            'v' => match assignment(&value) {
                Some((name, v)) => assign(&mut vm, name, v),
                None if value.contains(&b'=') => {
                    let name = value.split(|b| *b == b'=').next().unwrap_or_default();
                    Err(format!("`{}' is not a legal variable name", text::decode(name)))
                }
                None => Err(format!(
                    "`{}' argument to `-v' not in `var=value' form",
                    text::decode(&value)
                )),
            },
            _ => Ok(()),
        };
        if let Err(what) = done {
            cx.err(format!("fatal: {what}")).await;
            return if cx.busybox() { 1 } else { 2 };
        }
    }
    Driver::new(cx, vm, source).run().await
}

async fn usage(cx: &mut Cx) -> i32 {
    if cx.busybox() {
        return cx.busybox_usage().await;
    }
    let text = format!(
        "Usage: {0} [-F fs] [-v var=value] [--] 'program' [file ...]\n       {0} [-F fs] [-v var=value] -f progfile [--] [file ...]\n",
        cx.name
    );
    cx.say(&text).await;
    1
}

/// `name=value`, if that is what `arg` is.
pub(crate) fn assignment(arg: &[u8]) -> Option<(&[u8], &[u8])> {
    let eq = arg.iter().position(|&b| b == b'=')?;
    let name = &arg[..eq];
    let ok = name.first().is_some_and(|b| b.is_ascii_alphabetic() || *b == b'_')
        && name.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'_');
    ok.then_some((name, &arg[eq + 1..]))
}

/// Sets a variable from the command line; escapes in the value are read as in a string.
pub(crate) fn assign(vm: &mut Vm, name: &[u8], value: &[u8]) -> Result<(), String> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < value.len() {
        if value[i] == b'\\' {
            i += 1 + lex::unescape(&value[i + 1..], &mut out);
        } else {
            out.push(value[i]);
            i += 1;
        }
    }
    let name = String::from_utf8_lossy(name).into_owned();
    let value = Val::Input(Rc::new(out));
    if let Some(s) = op::SPECIALS.iter().position(|s| *s == name) {
        return match vm.set_special(s as u32, value) {
            Err(Effect::Fatal(what)) => Err(what),
            _ => Ok(()),
        };
    }
    if let Some(g) = vm.code.globals.iter().position(|g| *g == name) {
        vm.globals[g] = value;
    }
    Ok(())
}

/// Shows the line and the place, as gawk does.
async fn syntax_error(cx: &mut Cx, program: &[u8], source: &str, e: &lex::SyntaxError) -> i32 {
    let at = e.at.min(program.len());
    let line = program[..at].iter().filter(|b| **b == b'\n').count() + 1;
    if cx.busybox() {
        cx.err(format!("{source}:{line}: {}", e.busybox)).await;
        return 1;
    }
    if e.what.starts_with("error:") || e.what.starts_with("fatal:") {
        cx.err(format!("{source}:{line}: {}", e.what)).await;
        return if e.what.starts_with("fatal:") { 2 } else { 1 };
    }
    let begin = program[..at].iter().rposition(|b| *b == b'\n').map_or(0, |i| i + 1);
    let end = program[at..].iter().position(|b| *b == b'\n').map_or(program.len(), |i| at + i);
    cx.err(format!("{source}:{line}: {}", text::decode(&program[begin..end]))).await;
    cx.err(format!("{source}:{line}: {}^ {}", " ".repeat(at - begin), e.what)).await;
    1
}

/// The number that text begins with, as awk reads it; `None` if it begins with none.
pub(crate) fn leading_number(s: &[u8]) -> Option<f64> {
    value::scan(s).map(|(n, _)| n)
}

/// Appends a whole number in decimal.
pub(crate) fn push_int(n: i64, out: &mut Vec<u8>) {
    value::push_int(n, out);
}

/// Appends a number in a printf format with one conversion.
pub(crate) fn format_number(fmt: &[u8], n: f64, out: &mut Vec<u8>) {
    format::printf(fmt, &[Val::Num(n)], b"%.6g", false, out);
}

/// The time in a format of strftime(3), in universal time.
pub(crate) fn strftime(fmt: &[u8], seconds: i64) -> Vec<u8> {
    time::strftime(fmt, seconds)
}
