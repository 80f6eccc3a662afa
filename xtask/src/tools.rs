//! Finds the programs that the build and the tests need, and installs what is missing: into `target/tools`, but
//! for the compiler's parts (rustup) and the browser (the distribution's packages).

use crate::run::{cargo, program, root, tools};
use std::path::{Path, PathBuf};

/// The newest that Rust 1.95 compiles.
const TRUNK: &str = "0.21.14";
/// Older ones can not read what Rust 1.95 writes.
const BINARYEN: &str = "132.0.0";
const WASM: &str = "wasm32-unknown-unknown";

/// Says in one line what takes time.
fn say(what: &str) {
    eprintln!("xtask: {what}");
}

/// What building the site needs. The answer is wasm-opt, where there is one.
pub fn site() -> Result<Option<PathBuf>, String> {
    std::fs::create_dir_all(tools().join("bin"))
        .map_err(|error| format!("{} can not be made: {error}", tools().display()))?;
    wasm_target()?;
    wasm_bindgen()?;
    trunk()?;
    // Trunk works offline, so all that it hands to Cargo has to be here.
    cargo(&["fetch", "--locked", "--quiet", "--target", WASM]).go()?;
    Ok(wasm_opt())
}

/// A part of the toolchain that ships separately.
pub fn component(name: &str, probe: &[&str]) -> Result<(), String> {
    if cargo(probe).output().is_some() {
        return Ok(());
    }
    say(&format!("adding {name} to the toolchain"));
    program("rustup").args(["component", "add", name]).quietly()
}

/// The compiler's library for the browser.
pub fn wasm_target() -> Result<(), String> {
    let sysroot = program("rustc").args(["--print", "sysroot"]).output();
    let sysroot = sysroot.ok_or("rustc can not be run: install Rust 1.95 or newer with rustup")?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    say(&format!("adding the target {WASM} to the toolchain"));
    program("rustup").args(["target", "add", WASM]).quietly()
}

fn trunk() -> Result<(), String> {
    let version = program("trunk").args(["--version"]).output();
    if version.as_deref() == Some(&format!("trunk {TRUNK}")) {
        return Ok(());
    }
    say("building trunk (two to three minutes, once)");
    let build = tools().join("build-trunk");
    cargo(&["install", "trunk", "--version", TRUNK, "--locked", "--no-default-features", "--root"])
        .args([tools()])
        // Its own settings take eight minutes. It only has to start other programs.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
        .env("CARGO_TARGET_DIR", &build)
        .quietly()?;
    // Only saves room; what can not be deleted does no harm.
    let _ = std::fs::remove_dir_all(build);
    Ok(())
}

/// Our own `wasm-bindgen`, see `xtask/bindgen`.
fn wasm_bindgen() -> Result<(), String> {
    let installed = tools().join("bin/wasm-bindgen");
    let version = program(&installed).args(["--version"]).output();
    if version != Some(format!("wasm-bindgen {}", locked("wasm-bindgen")?)) {
        say("building wasm-bindgen (one minute, once)");
    }
    let build = tools().join("build");
    cargo(&["build", "--locked", "--profile", "tools", "--package", "bindgen", "--target-dir"])
        .args([&build])
        .quietly()?;
    let built = build.join("tools/bindgen");
    std::fs::copy(&built, &installed)
        .map(drop)
        .map_err(|error| format!("{} can not be copied: {error}", built.display()))
}

/// The version of a package in Cargo.lock.
fn locked(package: &str) -> Result<String, String> {
    let lock = std::fs::read_to_string(root().join("Cargo.lock"))
        .map_err(|error| format!("Cargo.lock can not be read: {error}"))?;
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{package}\""));
    let version = lines.nth(1).and_then(|line| line.strip_prefix("version = \""));
    let version = version.and_then(|line| line.strip_suffix('"'));
    version.map(str::to_owned).ok_or_else(|| format!("Cargo.lock holds no {package}"))
}

/// Makes the site a third smaller. The site works without it, so its absence is told and no error.
fn wasm_opt() -> Option<PathBuf> {
    let ours = tools().join("binaryen/node_modules/.bin/wasm-opt");
    let found = [PathBuf::from("wasm-opt"), ours.clone()].into_iter().find(new_enough);
    if found.is_some() {
        return found;
    }
    if program("npm").args(["--version"]).output().is_none() {
        say("there is neither wasm-opt nor npm here: the site will be larger than it could be");
        return None;
    }
    say("fetching wasm-opt with npm");
    let prefix = tools().join("binaryen");
    let package = format!("binaryen@{BINARYEN}");
    let installed = program("npm")
        .args(["install", "--no-audit", "--no-fund", "--prefix"])
        .args([&prefix])
        .args([&package])
        .quietly();
    if installed.is_ok() && new_enough(&ours) {
        return Some(ours);
    }
    say("wasm-opt does not run here: the site will be larger than it could be");
    None
}

fn new_enough(wasm_opt: &PathBuf) -> bool {
    let version = program(wasm_opt).args(["--version"]).output().unwrap_or_default();
    let number = version.split_whitespace().nth(2).and_then(|number| number.parse::<u32>().ok());
    number.is_some_and(|number| number >= 120)
}

/// What drives the app in the tests.
pub struct Browser {
    /// The browser itself.
    pub chromium: PathBuf,
    /// The program that drives it.
    pub driver: PathBuf,
}

/// Finds the browser, or installs it.
pub fn browser() -> Result<Browser, String> {
    if let Some(browser) = find_browser() {
        return Ok(browser);
    }
    let wanted = ["chromium", "chromium-driver", "fonts-dejavu-core"];
    let missing =
        || format!("The browser tests need a browser. Install the packages {}.", wanted.join(", "));
    let root = program("id").args(["-u"]).output().as_deref() == Some("0");
    let sudo = !root && program("sudo").args(["-n", "true"]).output().is_some();
    if program("apt-get").args(["--version"]).output().is_none() || !(root || sudo) {
        return Err(missing());
    }
    say("installing chromium and chromium-driver (about a minute, once)");
    // Another apt-get at work is waited for.
    let apt_get = |args: &[&str]| {
        let run = if sudo { program("sudo").args(["-n", "apt-get"]) } else { program("apt-get") };
        let wait = ["-o", "DPkg::Lock::Timeout=300"];
        run.env("DEBIAN_FRONTEND", "noninteractive").args(wait).args(args).quietly()
    };
    apt_get(&["update", "-qq"])?;
    let mut install = vec!["install", "-y", "-qq", "--no-install-recommends"];
    install.extend(wanted);
    apt_get(&install)?;
    find_browser().ok_or_else(missing)
}

fn find_browser() -> Option<Browser> {
    let chromium =
        ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(on_path)?;
    Some(Browser { chromium, driver: on_path("chromedriver")? })
}

fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|dir| dir.join(name)).find(|file| file.is_file())
}
