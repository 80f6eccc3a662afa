//! Before a program runs: every function and variable must be known.

use super::ast::{F, Pattern, Piece};

/// The complaint about the first unknown name.
pub fn check(
    f: &F,
    knows: &dyn Fn(&str, usize) -> bool,
    var: &dyn Fn(&str) -> bool,
) -> Result<(), String> {
    let all = |list: &[&F]| list.iter().try_for_each(|f| check(f, knows, var));
    match f {
        F::Call(name, args) => {
            if !knows(name, args.len()) {
                return Err(format!("{name}/{} is not defined", args.len()));
            }
            args.iter().try_for_each(|a| check(a, knows, var))
        }
        F::Var(v) => {
            if var(v) || matches!(&**v, "ENV" | "__prog_args") {
                Ok(())
            } else {
                Err(format!("${v} is not defined"))
            }
        }
        F::Index(a, b)
        | F::Pipe(a, b)
        | F::Comma(a, b)
        | F::Bin(_, a, b)
        | F::And(a, b)
        | F::Or(a, b)
        | F::Alt(a, b)
        | F::Assign(_, a, b) => all(&[a, b]),
        F::Slice(a, b, c) => {
            check(a, knows, var)?;
            b.iter().chain(c).try_for_each(|f| check(f, knows, var))
        }
        F::Iterate(a) | F::Neg(a) | F::Label(_, a) => check(a, knows, var),
        F::Array(a) => a.iter().try_for_each(|f| check(f, knows, var)),
        F::Try(a, b) => {
            check(a, knows, var)?;
            b.iter().try_for_each(|f| check(f, knows, var))
        }
        F::Text(_, pieces) => pieces.iter().try_for_each(|p| match p {
            Piece::Filter(f) => check(f, knows, var),
            Piece::Text(_) => Ok(()),
        }),
        F::Object(entries) => entries.iter().try_for_each(|(k, v)| all(&[k, v])),
        F::If(a, b, c) => {
            all(&[a, b])?;
            c.iter().try_for_each(|f| check(f, knows, var))
        }
        F::Reduce(src, p, init, update) => {
            all(&[src, init])?;
            let names = names(&[p]);
            check(update, knows, &|v| names.iter().any(|n| n == v) || var(v))
        }
        F::Foreach(src, p, init, update, extract) => {
            all(&[src, init])?;
            let names = names(&[p]);
            let inner = |v: &str| names.iter().any(|n| n == v) || var(v);
            check(update, knows, &inner)?;
            extract.iter().try_for_each(|f| check(f, knows, &inner))
        }
        F::As(src, pats, body) => {
            check(src, knows, var)?;
            let names = names(&pats.iter().collect::<Vec<_>>());
            check(body, knows, &|v| names.iter().any(|n| n == v) || var(v))
        }
        F::Def(d, rest) => {
            let here = |n: &str, a: usize| (n == &*d.name && a == d.params.len()) || knows(n, a);
            let inside =
                |n: &str, a: usize| (a == 0 && d.params.iter().any(|p| &*p.0 == n)) || here(n, a);
            check(&d.body, &inside, &|v| d.params.iter().any(|p| p.1 && &*p.0 == v) || var(v))?;
            check(rest, &here, var)
        }
        _ => Ok(()),
    }
}

fn names(pats: &[&Pattern]) -> Vec<String> {
    let mut out = Vec::new();
    for p in pats {
        match p {
            Pattern::Var(v) => out.push(v.to_string()),
            Pattern::Array(list) => out.extend(names(&list.iter().collect::<Vec<_>>())),
            Pattern::Object(list) => {
                for (_, var, sub) in list {
                    out.extend(var.iter().map(ToString::to_string));
                    if let Some(s) = sub {
                        out.extend(names(&[s]));
                    }
                }
            }
        }
    }
    out
}
