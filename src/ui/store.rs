//! What the page keeps in the browser between visits. A browser that allows no storage costs the learner
//! the memory, not the page.

use gloo::utils::window;
use serde::Serialize;
use serde::de::DeserializeOwned;

const PREFIX: &str = "drydock:";

/// What was kept under `name`, if it can be read.
pub fn load<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_str(&load_text(name)?).ok()
}

/// Keeps `value` under `name`; false when the browser would not.
pub fn save<T: Serialize>(name: &str, value: &T) -> bool {
    serde_json::to_string(value).is_ok_and(|text| save_text(name, &text))
}

/// What was kept under `name`, as it is.
pub fn load_text(name: &str) -> Option<String> {
    let storage = window().local_storage().ok()??;
    storage.get_item(&format!("{PREFIX}{name}")).ok()?
}

/// Keeps `text` under `name`; false when the browser would not.
pub fn save_text(name: &str, text: &str) -> bool {
    let storage = window().local_storage();
    matches!(storage, Ok(Some(storage)) if storage.set_item(&format!("{PREFIX}{name}"), text).is_ok())
}

/// Forgets what was kept under `name`.
pub fn forget(name: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.remove_item(&format!("{PREFIX}{name}"));
    }
}
