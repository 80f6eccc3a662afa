//! The command line of `psql`.

use super::print::Style;
use super::psql::{Echo, Psql, Step, complain};
use super::target::{Target, parse_uri};
use crate::kernel::Proc;

/// The program.
pub async fn main(p: Proc, major: u32) -> i32 {
    let args: Vec<String> = p.argv().iter().skip(1).cloned().collect();
    let mut target = Target { program: "psql", ..Target::default() };
    let mut s = Style::default();
    let (mut quiet, mut single, mut list, mut output) = (false, false, false, None);
    let mut steps = Vec::new();
    let mut echo = Echo::Nothing;
    let mut variables = std::collections::BTreeMap::new();
    let mut operands = Vec::new();
    let mut it = args.iter();
    while let Some(a) = it.next() {
        if !a.starts_with('-') || a == "-" {
            operands.push(a.clone());
            continue;
        }
        let (flags, mut inline) = match a.strip_prefix("--") {
            Some(long) => {
                let (name, value) =
                    long.split_once('=').map_or((long, None), |(n, v)| (n, Some(v.to_string())));
                let short = match name {
                    "command" => "c",
                    "dbname" => "d",
                    "file" => "f",
                    "list" => "l",
                    "variable" | "set" => "v",
                    "single-transaction" => "1",
                    "no-psqlrc" => "X",
                    "quiet" => "q",
                    "no-align" => "A",
                    "tuples-only" => "t",
                    "expanded" => "x",
                    "host" => "h",
                    "port" => "p",
                    "username" => "U",
                    "no-password" => "w",
                    "password" => "W",
                    "field-separator" => "F",
                    "pset" => "P",
                    "output" => "o",
                    "csv" => "\u{1}",
                    "echo-errors" => "b",
                    "echo-all" => "a",
                    "echo-queries" => "e",
                    _ => {
                        complain(&p, &format!("psql: unrecognized option '{a}'\npsql: hint: Try \"psql --help\" for more information.")).await;
                        return 1;
                    }
                };
                (short.to_string(), value)
            }
            None => (a[1..].to_string(), None),
        };
        let mut chars = flags.chars();
        while let Some(f) = chars.next() {
            let mut value = String::new();
            if "cdfvhpUFPoTRL".contains(f) {
                let rest: String = chars.by_ref().collect();
                let found =
                    inline.take().or(if rest.is_empty() { it.next().cloned() } else { Some(rest) });
                let Some(v) = found else {
                    complain(&p, &format!("psql: option requires an argument -- '{f}'\npsql: hint: Try \"psql --help\" for more information.")).await;
                    return 1;
                };
                value = v;
            }
            match f {
                'c' => steps.push(Step::Command(value)),
                'f' => steps.push(Step::File(value)),
                'd' => operands.insert(0, value),
                'h' => target.host = Some(value),
                'p' => target.port = Some(value),
                'U' => target.user = Some(value),
                'v' => {
                    let (n, v) = value.split_once('=').unwrap_or((&value, ""));
                    variables.insert(n.to_string(), v.to_string());
                }
                'F' => s.separator = value,
                'P' => {
                    let (n, v) = value.split_once('=').unwrap_or((&value, ""));
                    if let Err(e) = s.set(n, Some(v)) {
                        complain(&p, &format!("psql: error: \\pset: {e}")).await;
                        complain(
                            &p,
                            &format!("psql: error: could not set printing parameter \"{n}\""),
                        )
                        .await;
                        return 1;
                    }
                }
                'o' => output = Some(value),
                'l' => list = true,
                't' => s.tuples = true,
                'A' => s.aligned = false,
                'x' => s.expanded = true,
                'q' => quiet = true,
                '1' => single = true,
                '\u{1}' => s.csv = true,
                'a' => echo = Echo::All,
                'b' => echo = Echo::Errors,
                'e' => echo = Echo::Queries,
                'X' | 'w' | 'W' | 'n' => {}
                f => {
                    complain(&p, &format!("psql: invalid option -- '{f}'\npsql: hint: Try \"psql --help\" for more information.")).await;
                    return 1;
                }
            }
        }
    }
    let mut operands = operands.into_iter();
    if let Some(db) = operands.next() {
        if db.contains("://") || db.contains('=') {
            parse_uri(&db, &mut target)
        } else {
            target.db = Some(db)
        }
    }
    if let Some(user) = operands.next() {
        target.user.get_or_insert(user);
    }
    for extra in operands {
        complain(&p, &format!("psql: warning: extra command-line argument \"{extra}\" ignored"))
            .await;
    }
    if list && target.db.is_none() {
        target.db = Some("postgres".into());
    }
    if let Some(file) = output {
        match p.open(
            &file,
            crate::vfs::OpenFlags::WRITE
                | crate::vfs::OpenFlags::CREAT
                | crate::vfs::OpenFlags::TRUNC,
            0o644,
        ) {
            Ok(fd) => drop(p.dup2(fd, 1)),
            Err(e) => {
                complain(&p, &format!("psql: error: {file}: {e}")).await;
                return 1;
            }
        }
    }
    let conn = match target.connect(&p).await {
        Ok(c) => c,
        Err(e) => {
            complain(&p, &format!("psql: error: {e}")).await;
            return 2;
        }
    };
    let mut q = Psql::new(p, conn, target);
    (q.style, q.quiet, q.echo) = (s, quiet, echo);
    q.variables.extend(variables);
    let status = q.all(steps, list, single, major).await;
    if let Some(c) = q.conn.take() {
        c.finish().await;
    }
    status
}
