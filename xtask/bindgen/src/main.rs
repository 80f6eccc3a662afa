//! `wasm-bindgen` as Trunk calls it, over the library at the version that Cargo.lock holds, so that the
//! generated script always fits the crate. It knows Trunk's options and leaves every other to the real tool.

use std::path::PathBuf;
use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("wasm-bindgen: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut args: impl Iterator<Item = String>) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    bindgen.omit_default_module_path(false);
    let mut input = None;
    let mut out_dir = None;
    while let Some(arg) = args.next() {
        let (name, inline) = match arg.split_once('=') {
            Some((name, value)) if name.starts_with("--") => {
                (name.to_owned(), Some(value.to_owned()))
            }
            _ => (arg.clone(), None),
        };
        let mut value = || {
            inline.clone().or_else(|| args.next()).ok_or_else(|| format!("{name} needs a value"))
        };
        match name.as_str() {
            "--version" | "-V" => {
                println!("wasm-bindgen {}", wasm_bindgen_shared::version());
                return Ok(());
            }
            "--target" => match value()?.as_str() {
                "web" => bindgen.web(true).map(drop),
                "no-modules" => bindgen.no_modules(true).map(drop),
                "bundler" => bindgen.bundler(true).map(drop),
                other => return Err(format!("target {other} is not one that this build needs")),
            }
            .map_err(|error| format!("{error:#}"))?,
            "--out-dir" => out_dir = Some(PathBuf::from(value()?)),
            "--out-name" => drop(bindgen.out_name(&value()?)),
            "--no-typescript" => drop(bindgen.typescript(false)),
            "--typescript" => drop(bindgen.typescript(true)),
            "--keep-debug" => drop(bindgen.keep_debug(true)),
            "--debug" => drop(bindgen.debug(true)),
            "--no-demangle" => drop(bindgen.demangle(false)),
            "--remove-name-section" => drop(bindgen.remove_name_section(true)),
            "--remove-producers-section" => drop(bindgen.remove_producers_section(true)),
            "--split-linked-modules" => drop(bindgen.split_linked_modules(true)),
            "--omit-default-module-path" => drop(bindgen.omit_default_module_path(true)),
            _ if name.starts_with('-') => return Err(format!("unknown option {name}")),
            _ => input = Some(PathBuf::from(arg)),
        }
    }
    let input = input.ok_or("no .wasm file named")?;
    let out_dir = out_dir.ok_or("--out-dir is missing")?;
    bindgen.input_path(input).generate(out_dir).map_err(|error| format!("{error:#}"))
}
