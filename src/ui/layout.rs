//! How the three panes share the page: side by side with movable bars, or one at a time behind tabs.

use gloo::utils::{document, window};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::{Callback, Html, classes, html};

use super::store;

/// Below this width only one pane is shown; `style/layout.css` has the same number.
pub const NARROW: &str = "(max-width: 899px)";

/// A pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The lesson.
    Lesson,
    /// The terminals.
    Terminal,
    /// The picture of the world.
    World,
}

impl Pane {
    /// All, from left to right.
    pub const ALL: [Pane; 3] = [Pane::Lesson, Pane::Terminal, Pane::World];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Pane::Lesson => "Lesson",
            Pane::Terminal => "Terminal",
            Pane::World => "World",
        }
    }

    /// Its element's id.
    pub fn id(self) -> &'static str {
        match self {
            Pane::Lesson => "pane-lesson",
            Pane::Terminal => "pane-terminal",
            Pane::World => "pane-world",
        }
    }
}

/// The widths of the outer panes, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Widths {
    /// The lesson's.
    pub lesson: f64,
    /// The world's.
    pub world: f64,
}

/// The widths on a first visit.
pub const NORMAL: Widths = Widths { lesson: 400.0, world: 376.0 };
/// The narrowest an outer pane gets.
pub const LEAST: f64 = 260.0;

impl Widths {
    /// As the learner left them.
    pub fn kept() -> Widths {
        store::load("widths").unwrap_or(NORMAL)
    }

    /// Keeps them.
    pub fn keep(self) {
        store::save("widths", &self);
    }

    /// The widest that the lesson may get beside the rest, and the world.
    pub fn most(self) -> (f64, f64) {
        let all = window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(1440.0);
        let room = |other: f64| (all - other - 340.0).max(LEAST);
        (room(self.world), room(self.lesson))
    }
}

/// Whether the page is narrow.
pub fn narrow() -> bool {
    window().match_media(NARROW).ok().flatten().is_some_and(|query| query.matches())
}

/// The tabs of a narrow page.
pub fn tabs(shown: Pane, on_pick: &Callback<Pane>) -> Html {
    html! {
        <nav aria-label="Panes">
        <div class="tabs" role="tablist" aria-label="Panes">
            { for Pane::ALL.iter().map(|&pane| {
                let on = pane == shown;
                let keys = on_pick.clone();
                html! {
                    <button
                        type="button"
                        role="tab"
                        id={format!("tab-{}", pane.id())}
                        class={classes!(on.then_some("on"))}
                        aria-selected={on.to_string()}
                        aria-controls={pane.id()}
                        tabindex={if on { "0" } else { "-1" }}
                        onclick={on_pick.reform(move |_| pane)}
                        onkeydown={move |event: yew::KeyboardEvent| {
                            let at = Pane::ALL.iter().position(|p| *p == pane).unwrap_or(0);
                            let to = match event.key().as_str() {
                                "ArrowLeft" => (at + 2) % 3,
                                "ArrowRight" => (at + 1) % 3,
                                "Home" => 0,
                                "End" => 2,
                                _ => return,
                            };
                            event.prevent_default();
                            focus(&format!("tab-{}", Pane::ALL[to].id()));
                            keys.emit(Pane::ALL[to]);
                        }}
                    >
                        { pane.name() }
                    </button>
                }
            }) }
        </div>
        </nav>
    }
}

/// Gives the keyboard's focus to the element with this id.
pub fn focus(id: &str) {
    if let Some(element) =
        document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok())
    {
        let _ = element.focus();
    }
}

/// Gives the focus to the first element that the selector finds.
pub fn focus_first(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The same, once the page has been drawn anew.
pub fn focus_soon(selector: &'static str) {
    gloo::timers::callback::Timeout::new(0, move || focus_first(selector)).forget();
}

/// The part of the page that has the focus now: the panes, and the bar at the top.
pub fn focused() -> usize {
    let Some(active) = document().active_element() else { return 3 };
    Pane::ALL
        .iter()
        .position(|pane| {
            document()
                .get_element_by_id(pane.id())
                .is_some_and(|element| element.contains(Some(&active)))
        })
        .unwrap_or(3)
}
