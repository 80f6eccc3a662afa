//! Builds and serves the site. What that needs is `tools`' to find or install.

use crate::run::{program, root};
use crate::tools;
use std::path::{Path, PathBuf};

/// Cargo's profile for the browser, see Cargo.toml.
const PROFILE: &str = "web";

/// What the compiler uses of WebAssembly, and every browser of the last years has.
const FEATURES: &[&str] = &[
    "bulk-memory",
    "bulk-memory-opt",
    "call-indirect-overlong",
    "multivalue",
    "mutable-globals",
    "nontrapping-float-to-int",
    "reference-types",
    "sign-ext",
];

/// Serves the app and rebuilds it when a file changes, until interrupted.
pub fn serve(rest: &[String]) -> Result<(), String> {
    tools::site()?;
    eprintln!("xtask: building; the app will be at http://127.0.0.1:8080");
    program("trunk").args(["serve", "--cargo-profile", PROFILE]).args(rest).go()
}

/// Builds the site into `dist`, ready to be put behind any path of any web server.
pub fn build() -> Result<(), String> {
    let wasm_opt = tools::site()?;
    program("trunk").args(["build", "--cargo-profile", PROFILE]).go()?;
    match wasm_opt {
        Some(wasm_opt) => shrink(&wasm_opt),
        None => Ok(()),
    }
}

fn shrink(wasm_opt: &Path) -> Result<(), String> {
    let dist = root().join("dist");
    let files =
        std::fs::read_dir(&dist).map_err(|error| format!("dist can not be read: {error}"))?;
    let files: Vec<PathBuf> = files.filter_map(|entry| Some(entry.ok()?.path())).collect();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ext| ext == "wasm")) {
        program(wasm_opt)
            .args(["-Oz"])
            .args(FEATURES.iter().map(|feature| format!("--enable-{feature}")))
            .args([file.as_path(), Path::new("-o"), file])
            .quietly()?;
    }
    Ok(())
}
