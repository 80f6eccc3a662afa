//! The worker's program. Everything is in `drydock::worker`.

#[cfg(target_arch = "wasm32")]
fn main() {
    drydock::worker::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("worker: this program runs in a browser; build it with `cargo xtask build`");
    std::process::exit(2);
}
