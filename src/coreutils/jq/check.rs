//! Before a program runs: every function and variable must be known.

use super::ast::{F, Pattern, Piece};

/// The complaints about unknown names, in the order of the program.
pub fn check(
    f: &F,
    knows: &dyn Fn(&str, usize) -> bool,
    var: &dyn Fn(&str) -> bool,
) -> Vec<String> {
    let mut out = Vec::new();
    look(f, knows, var, &mut out);
    out
}

fn look(
    f: &F,
    knows: &dyn Fn(&str, usize) -> bool,
    var: &dyn Fn(&str) -> bool,
    out: &mut Vec<String>,
) {
    match f {
        F::Call(name, args) => {
            if !knows(name, args.len()) {
                out.push(format!("{name}/{} is not defined", args.len()));
            }
            args.iter().for_each(|a| look(a, knows, var, out));
        }
        F::Var(v) if !var(v) && !matches!(&**v, "ENV" | "__prog_args") => {
            out.push(format!("${v} is not defined"));
        }
        F::Break(label) => {
            let name = format!("*label-{label}");
            if !var(&name) {
                out.push(format!("${name} is not defined"));
            }
        }
        F::Label(label, a) => {
            let name = format!("*label-{label}");
            look(a, knows, &|v| v == name || var(v), out);
        }
        F::Index(a, b)
        | F::Pipe(a, b)
        | F::Comma(a, b)
        | F::Bin(_, a, b)
        | F::And(a, b)
        | F::Or(a, b)
        | F::Alt(a, b)
        | F::Assign(_, a, b) => {
            look(a, knows, var, out);
            look(b, knows, var, out);
        }
        F::Slice(a, b, c) => {
            look(a, knows, var, out);
            b.iter().chain(c).for_each(|f| look(f, knows, var, out));
        }
        F::Iterate(a) | F::Neg(a) => look(a, knows, var, out),
        F::Array(a) => a.iter().for_each(|f| look(f, knows, var, out)),
        F::Try(a, b) => {
            look(a, knows, var, out);
            b.iter().for_each(|f| look(f, knows, var, out));
        }
        F::Text(_, pieces) => pieces.iter().for_each(|p| {
            if let Piece::Filter(f) = p {
                look(f, knows, var, out);
            }
        }),
        F::Object(entries) => entries.iter().for_each(|(k, v)| {
            look(k, knows, var, out);
            look(v, knows, var, out);
        }),
        F::If(a, b, c) => {
            look(a, knows, var, out);
            look(b, knows, var, out);
            c.iter().for_each(|f| look(f, knows, var, out));
        }
        F::Reduce(src, p, init, update) => {
            look(src, knows, var, out);
            look(init, knows, var, out);
            let names = names(&[p]);
            look(update, knows, &|v| names.iter().any(|n| n == v) || var(v), out);
        }
        F::Foreach(src, p, init, update, extract) => {
            look(src, knows, var, out);
            look(init, knows, var, out);
            let names = names(&[p]);
            let inner = |v: &str| names.iter().any(|n| n == v) || var(v);
            look(update, knows, &inner, out);
            extract.iter().for_each(|f| look(f, knows, &inner, out));
        }
        F::As(src, pats, body) => {
            look(src, knows, var, out);
            let names = names(&pats.iter().collect::<Vec<_>>());
            look(body, knows, &|v| names.iter().any(|n| n == v) || var(v), out);
        }
        F::Def(d, rest) => {
            let here = |n: &str, a: usize| (n == &*d.name && a == d.params.len()) || knows(n, a);
            let inside =
                |n: &str, a: usize| (a == 0 && d.params.iter().any(|p| &*p.0 == n)) || here(n, a);
            let vars = |v: &str| d.params.iter().any(|p| p.1 && &*p.0 == v) || var(v);
            look(&d.body, &inside, &vars, out);
            look(rest, &here, var, out);
        }
        _ => {}
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
