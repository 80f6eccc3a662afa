//! The page: starts the Yew application. All of it is in `drydock::ui`.

fn main() {
    #[cfg(target_arch = "wasm32")]
    gloo::console::log!("app");
}
