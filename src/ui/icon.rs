//! The page's icons: strokes on a grid of sixteen, in the colour of the text around them.

use yew::prelude::{Html, Properties, component, html};

/// An icon's name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Name {
    /// The product's mark: a hull in a dock.
    Mark,
    /// Run all lines.
    Run,
    /// Copy to the clipboard.
    Copy,
    /// Done.
    Check,
    /// Not done.
    Circle,
    /// Close, or lost.
    Cross,
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Opens downwards.
    Down,
    /// Take back.
    Undo,
    /// Begin anew.
    Reset,
    /// The light theme.
    Sun,
    /// The dark theme.
    Moon,
    /// Help.
    Help,
    /// The list of lessons.
    List,
    /// One more.
    Plus,
    /// An image's layers.
    Layers,
    /// A container's writable layer.
    Pencil,
    /// A volume.
    Volume,
    /// A directory of the host.
    Folder,
    /// Memory.
    Memory,
    /// A hint.
    Bulb,
    /// A warning.
    Warning,
    /// A container.
    Container,
}

/// Which icon.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Its name.
    pub name: Name,
}

fn path(name: Name) -> &'static str {
    match name {
        Name::Mark => {
            "M1.5 4v7.5a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2V4M4 6.5h8l-1.2 3.2a1.5 1.5 0 0 1-1.4 1H6.6a1.5 1.5 0 0 1-1.4-1zM8 6.5v-4M8 2.5l2.5 1L8 4.5"
        }
        Name::Run => "M4.5 3v10l8-5z",
        Name::Copy => "M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z",
        Name::Check => "M3 8.5l3.2 3.2L13 4.8",
        Name::Circle => "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z",
        Name::Cross => "M4 4l8 8M12 4l-8 8",
        Name::Left => "M10 3L5 8l5 5",
        Name::Right => "M6 3l5 5-5 5",
        Name::Down => "M3.5 6L8 10.5 12.5 6",
        Name::Undo => "M5.5 3L2.5 6l3 3M2.5 6h6.8a3.7 3.7 0 0 1 0 7.4H6",
        Name::Reset => "M13.3 8A5.3 5.3 0 1 1 11.6 4.1M13.3 2v3.2h-3.2",
        Name::Sun => {
            "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8L13 13M13 3l-1.2 1.2M4.2 11.8L3 13"
        }
        Name::Moon => "M13.5 9.6A5.8 5.8 0 0 1 6.4 2.5a5.8 5.8 0 1 0 7.1 7.1z",
        Name::Help => "M5.7 6a2.4 2.4 0 1 1 3.6 2c-.9.5-1.3.9-1.3 1.9M8 12.4v.2",
        Name::List => "M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.2M2.5 8h.2M2.5 12h.2",
        Name::Plus => "M8 3v10M3 8h10",
        Name::Layers => "M8 2L1.8 5.2 8 8.4l6.2-3.2zM1.8 8.2L8 11.4l6.2-3.2M1.8 11L8 14.2 14.2 11",
        Name::Pencil => "M10.8 2.6l2.6 2.6L5.6 13l-3.2.6.6-3.2z",
        Name::Volume => {
            "M2.5 4c0-1.2 2.5-2 5.5-2s5.5.8 5.5 2-2.5 2-5.5 2-5.5-.8-5.5-2zM2.5 4v8c0 1.2 2.5 2 5.5 2s5.5-.8 5.5-2V4M2.5 8c0 1.2 2.5 2 5.5 2s5.5-.8 5.5-2"
        }
        Name::Folder => "M1.8 12.5v-9h4.4l1.5 1.8h6.5v7.2z",
        Name::Memory => "M2 4.5h12v6H2zM4.5 10.5v2M8 10.5v2M11.5 10.5v2M5 6.5v2M8 6.5v2M11 6.5v2",
        Name::Bulb => {
            "M6 11.5h4M6.5 13.5h3M5.9 11.2c0-1.3-1.9-2-1.9-4.4a4 4 0 0 1 8 0c0 2.4-1.9 3.1-1.9 4.4z"
        }
        Name::Warning => "M8 2.2L14.4 13.5H1.6zM8 6.4v3.4M8 11.6v.2",
        Name::Container => "M2 4.5L8 2l6 2.5v7L8 14l-6-2.5zM2 4.5L8 7l6-2.5M8 7v7",
    }
}

/// An icon. It says nothing to a screen reader: what it means is in the text beside it.
#[component]
pub fn Icon(props: &Props) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d={path(props.name)} />
        </svg>
    }
}
