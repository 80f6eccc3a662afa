//! A volume's card: what it holds, where on the host, and who uses it.

use yew::prelude::{Html, classes, html};

use super::fate;
use super::files::FileList;
use super::panel::{Look, badge};
use super::words;
use crate::ui::icon::{Icon, Name};
use crate::world::view::{Home, Volume};

/// The card.
pub fn card(look: &Look<'_>, volume: &Volume, gone: bool) -> Html {
    let key = format!("volume:{}", volume.name);
    let doomed = fate::takes_volume(look.lens, look.view, volume);
    let lit = look.lit == Some(key.as_str());
    html! {
        <article
            key={volume.name.clone()}
            id={key.clone()}
            class={classes!(
                "card",
                "slab",
                words::class(Home::Volume),
                lit.then_some("lit"),
                gone.then_some("gone"),
                doomed.then_some("taken"),
            )}
            aria-label={format!("Volume {}", volume.name)}
        >
            <header>
                <Icon name={Name::Volume} />
                <h3 title={volume.name.clone()}>{ words::volume(&volume.name) }</h3>
                if volume.anonymous {
                    <span class="tag">{ "anonymous" }</span>
                }
                if volume.driver != "local" {
                    <span class="tag">{ &volume.driver }</span>
                }
                { badge(fate::volume(volume), doomed) }
            </header>
            <FileList files={volume.files.clone()} {doomed} empty="Empty." />
            <p class="card-where">
                <code title={volume.mountpoint.clone()}>{ words::volume_path(&volume.mountpoint) }</code>
            </p>
            { users(&volume.used_by) }
        </article>
    }
}

/// Who mounts something.
pub fn users(used_by: &[String]) -> Html {
    html! {
        <p class="users">
            if used_by.is_empty() {
                { "No container uses it." }
            } else {
                { "Used by " }
                { for used_by.iter().enumerate().map(|(at, name)| html! {
                    <>
                        if at > 0 { { ", " } }
                        <strong>{ name }</strong>
                    </>
                }) }
            }
        </p>
    }
}
