//! Light or dark: the system's wish, until the learner has one of their own. `index.html` applies the
//! kept choice before anything is drawn.

use gloo::utils::{document_element, window};

use super::store;

/// The theme in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The theme that the page has now.
    pub fn current() -> Theme {
        match document_element().get_attribute("data-theme").as_deref() {
            Some("dark") => Theme::Dark,
            _ => Theme::Light,
        }
    }

    /// The other one.
    pub fn other(self) -> Theme {
        match self {
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Light,
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// Puts it on the page.
    pub fn apply(self) {
        let _ = document_element().set_attribute("data-theme", self.name());
    }

    /// Keeps it as the learner's own wish.
    pub fn keep(self) {
        store::save_text("theme", self.name());
    }
}

/// The system's wish, where the learner has none; to be asked again when it changes.
pub fn system() -> Option<Theme> {
    if store::load_text("theme").is_some() {
        return None;
    }
    let dark = window()
        .match_media("(prefers-color-scheme: dark)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches());
    Some(if dark { Theme::Dark } else { Theme::Light })
}
