//! env: a command with another environment, or the environment itself.

use crate::coreutils::{Arg, Cx};

/// Splits the argument of `-S` at blanks, with quotes, backslashes and `${NAME}`.
fn split(cx: &Cx, text: &str) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, quote) {
            ('\'', Some('\'')) | ('"', Some('"')) => quote = None,
            (c, Some('\'')) => word.get_or_insert_default().push(c),
            ('\'' | '"', None) => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c', None) => words.extend(word.take()),
            ('#', None) if word.is_none() => break,
            ('\\', _) => {
                let next = chars.next().ok_or("invalid backslash at end of string in -S")?;
                let plain = match next {
                    'c' if quote.is_none() => break,
                    '_' if quote.is_none() => {
                        words.extend(word.take());
                        continue;
                    }
                    '_' => ' ',
                    'f' => '\x0c',
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'v' => '\x0b',
                    '"' | '#' | '$' | '\'' | '\\' => next,
                    other => return Err(format!("invalid sequence '\\{other}' in -S")),
                };
                word.get_or_insert_default().push(plain);
            }
            ('$', _) => {
                let mut name = String::new();
                if chars.next() != Some('{') {
                    return Err("only ${VARNAME} expansion is supported, error at: $".to_string());
                }
                for c in chars.by_ref() {
                    if c == '}' {
                        break;
                    }
                    name.push(c);
                }
                let value = cx.p.env(&name).unwrap_or_default();
                word.get_or_insert_default().push_str(&value);
            }
            (c, _) => word.get_or_insert_default().push(c),
        }
    }
    if quote.is_some() {
        return Err("no terminating quote in -S string".to_string());
    }
    words.extend(word);
    Ok(words)
}

/// Puts the words of `-S` in its place among the arguments.
fn with_split(cx: &Cx, args: Vec<String>) -> Result<Vec<String>, String> {
    let mut out: Vec<String> = Vec::new();
    let mut rest = args.into_iter();
    while let Some(arg) = rest.next() {
        let text = match arg.as_str() {
            "-S" | "--split-string" => rest.next(),
            a if !a.starts_with('-') || a == "-" || a == "--" => {
                out.push(arg);
                break;
            }
            "-u" | "-C" | "--unset" | "--chdir" => {
                out.push(arg);
                out.extend(rest.next());
                continue;
            }
            a => {
                let short = a.strip_prefix("-S").or_else(|| a.strip_prefix("-vS"));
                let found = short.or_else(|| a.strip_prefix("--split-string="));
                found.map(str::to_string)
            }
        };
        match text {
            Some(text) => {
                out.extend(split(cx, &text)?);
                break;
            }
            None => out.push(arg),
        }
    }
    out.extend(rest);
    Ok(out)
}

/// `env`.
pub async fn main(cx: &mut Cx) -> i32 {
    cx.usage_status = if cx.busybox() { 1 } else { 125 };
    let longs = [
        ("ignore-environment", Arg::No, 'i'),
        ("null", Arg::No, '0'),
        ("unset", Arg::Required, 'u'),
        ("chdir", Arg::Required, 'C'),
        ("debug", Arg::No, 'v'),
    ];
    let args = match with_split(cx, cx.args()) {
        Ok(args) => args,
        Err(text) => {
            cx.err(text).await;
            return 125;
        }
    };
    let spec = if cx.busybox() { "+i0u:" } else { "+i0u:C:v" };
    let parsed = match crate::coreutils::getopt::parse(&args, spec, &longs) {
        Ok(parsed) => parsed,
        Err(complaint) => return cx.complain(complaint).await,
    };
    let mut operands = parsed.operands.as_slice();
    let mut clear = parsed.has('i');
    if let [first, rest @ ..] = operands
        && first == "-"
    {
        (clear, operands) = (true, rest);
    }
    let mut env = if clear { Vec::new() } else { cx.p.environ().to_vec() };
    for (letter, value) in &parsed.options {
        let (Some(name), 'u') = (value, letter) else { continue };
        if !cx.busybox() && (name.is_empty() || name.contains('=')) {
            cx.err(format!("cannot unset {quoted}: Invalid argument", quoted = cx.ql(name))).await;
            return 125;
        }
        env.retain(|(n, _)| n != name);
    }
    while let [first, rest @ ..] = operands
        && let Some((name, value)) = first.split_once('=')
    {
        match env.iter_mut().find(|(n, _)| n == name) {
            Some(entry) => entry.1 = value.to_string(),
            None => env.push((name.to_string(), value.to_string())),
        }
        operands = rest;
    }
    let null = parsed.has('0');
    if operands.is_empty() {
        for (name, value) in env {
            cx.puts(&format!("{name}={value}{}", if null { '\0' } else { '\n' }));
        }
        return 0;
    }
    if null && !cx.busybox() {
        return cx.usage_error("cannot specify --null (-0) with command").await;
    }
    if let Some(dir) = parsed.value('C')
        && let Err(e) = cx.p.chdir(dir)
    {
        cx.err(format!("cannot change directory to '{dir}': {e}")).await;
        return 125;
    }
    cx.p.set_environ(env);
    let command = operands.to_vec();
    let status = cx.exec_or_complain(&command).await;
    if status == 127 && !cx.busybox() && command[0].contains(' ') {
        cx.err("use -[v]S to pass options in shebang lines").await;
    }
    status
}
