//! Images: their read-only layers, as a stack under containers and as a list.

use yew::prelude::{Html, classes, html};

use super::panel::Look;
use super::words;
use crate::ui::icon::{Icon, Name};
use crate::world::view::{Home, Image, Layer};

/// The layers under a container's writable one.
pub fn stack(look: &Look<'_>, id: &str, name: &str) -> Html {
    let Some(image) = look.view.images.iter().find(|image| image.id == id) else {
        return html! {
            <div class={classes!("slab", words::class(Home::Image))} role="group" aria-label="Image layers">
                <header>
                    <Icon name={Name::Layers} />
                    <span class="slab-name">{ name }</span>
                    <span class="slab-note">{ "image without a name" }</span>
                </header>
            </div>
        };
    };
    let key = format!("image:{id}");
    let lit = look.lit == Some(key.as_str());
    html! {
        <div
            role="group"
            class={classes!("slab", words::class(Home::Image), lit.then_some("lit"))}
            aria-label="Image layers"
        >
            <header>
                <Icon name={Name::Layers} />
                { look.pointer(&key, "slab-name plain", html! { { name } }) }
                <span class="slab-note">
                    { format!("{}, read-only", words::count(image.layers.len() as u64, "layer")) }
                </span>
            </header>
            { bars(&image.layers) }
        </div>
    }
}

/// One bar a layer, the topmost first; wider ones are larger.
fn bars(layers: &[Layer]) -> Html {
    let largest = layers.iter().map(|layer| layer.size).max().unwrap_or(1).max(1) as f64;
    html! {
        <div class="bars" aria-hidden="true">
            { for layers.iter().rev().take(12).map(|layer| {
                // Sizes differ by orders of magnitude: the root keeps small ones visible.
                let width = 12.0 + 88.0 * (layer.size as f64 / largest).sqrt();
                html! {
                    <span
                        title={format!("{} {}", words::size(layer.size), layer.created_by)}
                        style={format!("inline-size:{width:.0}%")}
                    />
                }
            }) }
        </div>
    }
}

/// How many images are shown whether they are used or not.
const FEW: usize = 4;

/// The images: those that containers use, and below them, folded when they are many, the others.
pub fn list(look: &Look<'_>, images: &[Image]) -> Html {
    let (used, idle): (Vec<&Image>, Vec<&Image>) =
        images.iter().partition(|image| !image.used_by.is_empty());
    let cards = |images: &[&Image]| images.iter().map(|image| card(look, image)).collect::<Html>();
    html! {
        <>
            <div>{ cards(&used) }</div>
            if images.len() <= FEW {
                <div>{ cards(&idle) }</div>
            } else if !idle.is_empty() {
                <details class="idle">
                    <summary>
                        <span>{ format!("{} that no container uses", idle.len()) }</span>
                        <Icon name={Name::Down} />
                    </summary>
                    <div>{ cards(&idle) }</div>
                </details>
            }
        </>
    }
}

/// An image in the list of images.
fn card(look: &Look<'_>, image: &Image) -> Html {
    let key = format!("image:{}", image.id);
    let lit = look.lit == Some(key.as_str());
    let name = image.tags.first().cloned().unwrap_or_else(|| "<none>".to_owned());
    html! {
        <details
            key={image.id.clone()}
            id={key}
            class={classes!("card", "image", "slab", words::class(Home::Image), lit.then_some("lit"))}
        >
            <summary>
                <Icon name={Name::Layers} />
                <h3>{ name }</h3>
                { for image.tags.iter().skip(1).map(|tag| html! { <span class="tag">{ tag }</span> }) }
                <span class="slab-note">
                    { format!(
                        "{} · {}",
                        words::count(image.layers.len() as u64, "layer"),
                        words::size(image.size),
                    ) }
                </span>
                <Icon name={Name::Down} />
            </summary>
            <ol class="layers" reversed=true>
                { for image.layers.iter().rev().map(|layer| html! {
                    <li key={layer.id.clone()} class={classes!(shared(look, image, layer).then_some("shared"))}>
                        <code>{ words::short(&layer.id) }</code>
                        <span class="layer-step" title={layer.created_by.clone()}>{ &layer.created_by }</span>
                        <span class="file-size">{ words::size(layer.size) }</span>
                        if shared(look, image, layer) {
                            <span class="tag" title="Another image has this layer too: it is stored once">{ "shared" }</span>
                        }
                    </li>
                }) }
            </ol>
            { super::volume::users(&image.used_by) }
        </details>
    }
}

fn shared(look: &Look<'_>, image: &Image, layer: &Layer) -> bool {
    look.view
        .images
        .iter()
        .any(|other| other.id != image.id && other.layers.iter().any(|l| l.id == layer.id))
}
