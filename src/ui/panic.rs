//! What the learner sees when the page itself fails: never a page that is silently dead.

use gloo::utils::document;

/// Shows a message in place of the page when the program panics.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        gloo::console::error!(info.to_string());
        let Some(body) = document().body() else { return };
        let Ok(notice) = document().create_element("div") else { return };
        notice.set_class_name("crash");
        let _ = notice.set_attribute("role", "alert");
        notice.set_text_content(Some(
            "Drydock's page has failed. Reload it: your session is kept. What it said is in the browser's console.",
        ));
        let _ = body.append_child(&notice);
    }));
}
