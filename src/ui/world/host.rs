//! The host's own files: the home directory, and whatever else containers mount.

use yew::prelude::{Html, classes, html};

use super::files::FileList;
use super::panel::Look;
use super::volume::users;
use super::words;
use crate::ui::icon::{Icon, Name};
use crate::world::view::{BindSource, Home};

/// The home directory.
pub fn home(look: &Look<'_>) -> Html {
    let host = &look.view.host;
    html! {
        <article class={classes!("card", "slab", words::class(Home::Bind))} aria-label="Home directory">
            <header>
                <Icon name={Name::Folder} />
                <h3>{ &host.home }</h3>
                <span class="tag">{ "your home" }</span>
            </header>
            <FileList files={host.files.clone()} empty="Empty." />
        </article>
    }
}

/// A path that containers mount.
pub fn bind(look: &Look<'_>, bind: &BindSource) -> Html {
    let key = format!("bind:{}", bind.path);
    let lit = look.lit == Some(key.as_str());
    html! {
        <article
            key={bind.path.clone()}
            id={key}
            class={classes!("card", "slab", words::class(Home::Bind), lit.then_some("lit"))}
            aria-label={format!("Host path {}", bind.path)}
        >
            <header>
                <Icon name={Name::Folder} />
                <h3 title={bind.path.clone()}>{ &bind.path }</h3>
            </header>
            <FileList files={bind.files.clone()} empty="Empty." />
            { users(&bind.used_by) }
        </article>
    }
}
