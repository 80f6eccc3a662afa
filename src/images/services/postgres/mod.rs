//! PostgreSQL: a server that keeps its databases in files, its client and its tools. SQL is read by a
//! parser of its own, so that errors stand where PostgreSQL puts them; client and server talk PostgreSQL's
//! protocol (version 3, simple queries).

mod client;
mod engine;
mod error;
mod server;
mod sql;

use std::rc::Rc;

use crate::kernel::{Kernel, LocalFuture, Proc, Program};

/// Major versions and what they are called in full.
pub const VERSIONS: &[(u32, &str)] =
    &[(14, "14.20"), (15, "15.15"), (16, "16.11"), (17, "17.7"), (18, "18.1")];

/// The full name of a major version.
pub fn version(major: u32) -> String {
    let found = VERSIONS.iter().find(|(m, _)| *m == major).map_or("17.7", |(_, v)| v);
    format!("{found} (Debian {found}-1.pgdg13+1)")
}

/// What a server says of itself; `full` is its version's full name.
pub fn build(full: &str) -> String {
    format!(
        "PostgreSQL {full} on x86_64-pc-linux-gnu, compiled by gcc (Debian 14.2.0-19) 14.2.0, 64-bit"
    )
}

/// Programs of every version, by name.
pub const TOOLS: &[&str] = &[
    "createdb",
    "createuser",
    "dropdb",
    "dropuser",
    "initdb",
    "pg_ctl",
    "pg_dump",
    "pg_dumpall",
    "pg_isready",
    "pg_restore",
    "postgres",
    "psql",
];

/// Makes all programs known: `postgresql-MAJOR/NAME` each.
pub fn register(kernel: &Kernel) {
    for (major, _) in VERSIONS {
        for tool in TOOLS {
            let (major, tool) = (*major, *tool);
            let main =
                Rc::new(move |p: Proc| -> LocalFuture<i32> { Box::pin(run(p, tool, major)) });
            let restartable =
                if tool == "postgres" { |_: &[String]| true } else { |_: &[String]| false };
            kernel.register(&format!("postgresql-{major}/{tool}"), Program { main, restartable });
        }
    }
    let main = Rc::new(|p: Proc| -> LocalFuture<i32> { Box::pin(server::gosu::main(p)) });
    kernel.register("gosu", Program { main, restartable: |_| false });
}

async fn run(p: Proc, tool: &'static str, major: u32) -> i32 {
    if p.argv().get(1).is_some_and(|a| a == "--version" || a == "-V") {
        let text = format!("{tool} (PostgreSQL) {}\n", version(major));
        let _ = p.write_all(1, text.as_bytes()).await;
        return 0;
    }
    match tool {
        "postgres" => server::postmaster::main(p, major).await,
        "initdb" => server::initdb::main(p, major).await,
        "pg_ctl" => server::ctl::main(p).await,
        "psql" => client::options::main(p, major).await,
        "pg_dump" | "pg_dumpall" => client::dump::main(p, tool, major).await,
        "pg_restore" => client::restore::main(p).await,
        _ => client::tools::main(p, tool).await,
    }
}
