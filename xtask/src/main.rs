//! `cargo xtask`: builds, serves and tests Drydock on a machine that has Rust and nothing else. This file is
//! the list of commands; what they need is `tools`' to install, what they do is `site`'s and `test`'s.

mod run;
mod site;
mod test;
mod tools;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  serve   build the app and serve it at http://127.0.0.1:8080, rebuilding when a file changes
  test    run every test: format, lints, native tests, lessons, and the app in a browser
  build   build the static site into dist/
  bench   measure; `bench browser` in the browser, `bench NAME` one of benches/
  tools   install what the others need, and nothing else

What is missing on this machine is installed into target/tools; the browser for the tests comes
from the distribution's packages.";

fn main() -> ExitCode {
    let command = std::env::args().nth(1).unwrap_or_default();
    let rest: Vec<String> = std::env::args().skip(2).collect();
    let result = match command.as_str() {
        "serve" => site::serve(&rest),
        "build" => site::build().map(|()| println!("The site is in dist/.")),
        "test" => test::all(),
        "bench" if rest.first().is_some_and(|what| what == "browser") => test::figures(),
        "bench" => run::cargo(&["bench", "--locked"]).args(&rest).go(),
        "tools" => tools::site().and_then(|_| tools::browser()).map(drop),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(HELP.to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
