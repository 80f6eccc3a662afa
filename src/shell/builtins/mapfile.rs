//! `mapfile` and `readarray`

use super::options;
use super::read::{End, Input};
use crate::shell::exec::{Args, Origin};
use crate::shell::limits::CENSUS;
use crate::shell::quote;
use crate::shell::state::{Res, Shell};
use crate::shell::syntax::is_name;
use crate::shell::vars::{Array, Attrs, Value};
use crate::vfs::text;
use std::rc::Rc;

pub(super) async fn mapfile(sh: &mut Shell, args: &Args) -> Res<i32> {
    let own = args.words[0].clone();
    let (found, at) = match options(args.rest(), "d:n:O:s:tu:C:c:") {
        Ok(f) => f,
        Err((c, true)) => {
            sh.builtin_error(&own, &format!("-{c}: option requires an argument"));
            return Ok(sh.usage(&own));
        }
        Err((c, _)) => return sh.bad_option(&own, c),
    };
    let (mut delimiter, mut count, mut origin, mut skip, mut trim, mut fd) =
        (b'\n', 0u64, None, 0u64, false, 0);
    let (mut callback, mut quantum) = (None, 5000u64);
    for (c, a) in found {
        let a = a.unwrap_or_default();
        let number = || a.parse::<u64>().ok();
        let bad = match c {
            'd' => {
                delimiter = text::encode(&a).first().copied().unwrap_or(0);
                None
            }
            'n' => number().map_or(Some("invalid line count"), |n| {
                count = n;
                None
            }),
            'O' => number().map_or(Some("invalid array origin"), |n| {
                origin = Some(n as i64);
                None
            }),
            's' => number().map_or(Some("invalid line count"), |n| {
                skip = n;
                None
            }),
            't' => {
                trim = true;
                None
            }
            'u' => a.parse().map_or(Some("invalid file descriptor specification"), |n| {
                fd = n;
                None
            }),
            'C' => {
                callback = Some(a.clone());
                None
            }
            _ => number().filter(|n| *n > 0).map_or(Some("invalid callback quantum"), |n| {
                quantum = n;
                None
            }),
        };
        if let Some(m) = bad {
            sh.builtin_error(&own, &format!("{a}: {m}"));
            return Ok(1);
        }
    }
    if !sh.p.fds().contains(&fd) {
        sh.builtin_error(&own, &format!("{fd}: invalid file descriptor: Bad file descriptor"));
        return Ok(1);
    }
    let name = args.rest().get(at).cloned().unwrap_or_else(|| "MAPFILE".to_string());
    if name.is_empty() {
        sh.builtin_error(&own, "empty array variable name");
        return Ok(2);
    }
    if !is_name(&name) {
        sh.builtin_error(&own, &format!("`{name}': not a valid identifier"));
        return Ok(1);
    }
    let name = match sh.resolve(&name) {
        Ok(p) if p.subscript.is_none() => p.name,
        _ => name,
    };
    let mut array = match sh.vars.get(&name) {
        Some(v) if v.attrs.has(Attrs::READONLY) => {
            let _ = sh.readonly_error(&name);
            return Ok(1);
        }
        Some(v) if v.is_assoc() => {
            sh.builtin_error(&own, &format!("{name}: not an indexed array"));
            return Ok(1);
        }
        Some(v) => match &v.value {
            Value::Array(a) if origin.is_some() => (**a).clone(),
            Value::Scalar(s) if origin.is_some() => Array::from_values([s.clone()]),
            _ => Array::default(),
        },
        None => Array::default(),
    };
    sh.flush().await;
    let mut input = Input::new(sh, fd);
    let mut index = origin.unwrap_or(0);
    let (mut seen, mut stored) = (0u64, 0u64);
    let (mut end, mut taken) = (false, 0);
    while !end && (count == 0 || stored < count) {
        let mut line = Vec::new();
        loop {
            match input.byte(sh, None).await {
                Ok(Some(b)) => {
                    if b == delimiter {
                        if !trim {
                            line.push(b);
                        }
                        break;
                    }
                    line.push(b);
                    if line.len().is_multiple_of(1 << 20) {
                        sh.read_room(line.len())?;
                    }
                }
                Ok(None) | Err(End::Eof | End::Timeout) => {
                    end = true;
                    break;
                }
                Err(End::Interrupted) => {
                    sh.run_pending_traps().await?;
                }
                Err(_) => {
                    end = true;
                    break;
                }
            }
        }
        if end && line.is_empty() {
            break;
        }
        seen += 1;
        sh.p.tick(1).await;
        if seen <= skip {
            continue;
        }
        line.retain(|b| *b != 0);
        let value = text::decode_owned(line);
        stored += 1;
        if let Some(c) = callback.as_ref().filter(|_| stored.is_multiple_of(quantum)) {
            let command = format!("{c} {index} {}", quote::single(&value));
            sh.vars.entry(&name).value = Value::Array(Rc::new(array.clone()));
            sh.run_text(&command, 1, Origin::Eval).await?;
        }
        taken += value.len() + 48;
        if taken >= CENSUS {
            sh.p.more(std::mem::take(&mut taken)).await;
        }
        array.set(index, value);
        index += 1;
    }
    input.finish(sh);
    sh.vars.entry(&name).value = Value::Array(Rc::new(array));
    Ok(0)
}
