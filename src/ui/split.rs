//! The bar between two panes: moves with the pointer and with the keyboard.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};
use yew::prelude::{AttrValue, Callback, Html, Properties, classes, component, html, use_state};

/// What a bar needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What it does, for the ear.
    pub label: AttrValue,
    /// The id of the pane that it resizes.
    pub controls: AttrValue,
    /// That pane's width.
    pub width: f64,
    /// The least width.
    pub min: f64,
    /// The greatest.
    pub max: f64,
    /// The width to go back to on a double click.
    pub normal: f64,
    /// Whether the pane is on the bar's right.
    #[prop_or_default]
    pub flipped: bool,
    /// Another width is wanted.
    pub on_width: Callback<f64>,
}

/// The bar.
#[component]
pub fn Split(props: &Props) -> Html {
    // Where the pointer went down, and how wide the pane was then.
    let drag = use_state(|| None::<(i32, f64)>);
    let sign = if props.flipped { -1.0 } else { 1.0 };
    let (min, max, width, normal) = (props.min, props.max, props.width, props.normal);
    let set = props.on_width.reform(move |width: f64| width.clamp(min, max));
    let onpointerdown = {
        let drag = drag.clone();
        Callback::from(move |event: PointerEvent| {
            if let Some(bar) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) {
                let _ = bar.set_pointer_capture(event.pointer_id());
            }
            event.prevent_default();
            drag.set(Some((event.client_x(), width)));
        })
    };
    let onpointermove = {
        let (drag, set) = (drag.clone(), set.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some((from, width)) = *drag {
                set.emit(width + sign * f64::from(event.client_x() - from));
            }
        })
    };
    let end = {
        let drag = drag.clone();
        Callback::from(move |_: PointerEvent| drag.set(None))
    };
    let onkeydown = {
        let set = set.clone();
        Callback::from(move |event: KeyboardEvent| {
            let step = if event.shift_key() { 80.0 } else { 16.0 };
            let to = match event.key().as_str() {
                "ArrowLeft" => width - sign * step,
                "ArrowRight" => width + sign * step,
                "Home" => min,
                "End" => max,
                "Enter" => normal,
                _ => return,
            };
            event.prevent_default();
            set.emit(to);
        })
    };
    html! {
        <div
            class={classes!("split", drag.is_some().then_some("dragged"))}
            role="separator"
            tabindex="0"
            aria-orientation="vertical"
            aria-label={props.label.clone()}
            aria-controls={props.controls.clone()}
            aria-valuenow={format!("{:.0}", props.width)}
            aria-valuemin={format!("{:.0}", props.min)}
            aria-valuemax={format!("{:.0}", props.max)}
            {onpointerdown}
            {onpointermove}
            onpointerup={end.clone()}
            onpointercancel={end}
            ondblclick={set.reform(move |_| normal)}
            {onkeydown}
        />
    }
}
