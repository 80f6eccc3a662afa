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
mod mawk;
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
use super::getopt::{self, Arg, Complaint};
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
    if !cx.busybox() {
        cx.usage_status = 2;
        if matches!(cx.args().first().map(String::as_str), Some("-Wversion" | "-version")) {
            cx.version();
            return 0;
        }
    }
    let parsed = match getopt::parse(&cx.args(), "+F:f:v:e:W:", &longs) {
        Ok(p) => p,
        Err(c @ (Complaint::Help | Complaint::Version)) => return cx.complain(c).await,
        Err(c) if cx.busybox() => return cx.complain(c).await,
        Err(c) => {
            cx.err(mawk::option(&c)).await;
            return 2;
        }
    };
    let mut operands = parsed.operands;
    let mut program = Vec::new();
    let mut source = "cmd. line".to_string();
    let mut given = false;
    for (letter, value) in &parsed.options {
        let value = value.as_deref().unwrap_or_default();
        match letter {
            'f' => {
                match cx.read_input(value).await {
                    Ok(b) => program.extend_from_slice(&b),
                    Err(e) if cx.busybox() => {
                        cx.err(format!("can't open '{value}': {e}")).await;
                        return 1;
                    }
                    Err(e) => {
                        cx.err(format!("cannot open \"{value}\" ({e})")).await;
                        return 2;
                    }
                }
                source = value.to_string();
            }
            'e' => program.extend_from_slice(&text::encode(value)),
            'W' if !cx.busybox() && "version".starts_with(value) => {
                cx.version();
                return 0;
            }
            'W' if !cx.busybox() => {
                cx.err(format!("vacuous option: -W \"{value}\"")).await;
                continue;
            }
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
    let code = match parse::parse(&program, !cx.busybox()) {
        Ok((tree, _)) => match compile::compile(&tree, utf8, cx.busybox()) {
            Ok(code) => code,
            Err(e) if cx.busybox() => {
                cx.err(format!("{source}:{}: Unexpected token", e.line)).await;
                return 1;
            }
            Err(e) => {
                // That a function is missing is seen at the end.
                let end = program.iter().filter(|b| **b == b'\n').count() as u32 + 2;
                let line = if e.what.ends_with("never defined") { end } else { e.line };
                let what = mawk::complaint(&e.what);
                cx.err(format!("{}line {line}: {what}", mawk::origin(&source))).await;
                return 2;
            }
        },
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
                None => Err(format!("improper assignment: -v {}", text::decode(&value))),
            },
            _ => Ok(()),
        };
        if let Err(what) = done {
            cx.err(what).await;
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
    0
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

/// Says where the program can not be read, and what stands there.
async fn syntax_error(cx: &mut Cx, program: &[u8], source: &str, e: &lex::SyntaxError) -> i32 {
    let at = e.at.min(program.len());
    let line = program[..at].iter().filter(|b| **b == b'\n').count() + 1;
    if cx.busybox() {
        cx.err(format!("{source}:{line}: {}", e.busybox)).await;
        return 1;
    }
    let origin = mawk::origin(source);
    for what in mawk::syntax(program, at, line, &e.what) {
        cx.err(format!("{origin}{what}")).await;
    }
    2
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
