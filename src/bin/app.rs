//! The page's program. Everything is in `drydock::ui`.

#[cfg(target_arch = "wasm32")]
fn main() {
    drydock::ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("app: this program runs in a browser; build it with `cargo xtask build`");
    std::process::exit(2);
}
