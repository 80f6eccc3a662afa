//! The worker: holds the world. All of it is in `drydock::world` and `drydock::ui`.

fn main() {
    #[cfg(target_arch = "wasm32")]
    gloo::console::log!("worker");
}
