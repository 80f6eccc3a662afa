//! A container's card: its writable layer on top of the image's layers, and what is mounted into it.

use yew::prelude::{Html, classes, html};

use super::fate::{self, Lasts};
use super::files::FileList;
use super::image::stack;
use super::panel::{Look, badge};
use super::words;
use crate::ui::icon::{Icon, Name};
use crate::world::view::{Container, Home, Mount, MountSource, State};

/// The card.
pub fn card(look: &Look<'_>, container: &Container, gone: bool) -> Html {
    let (state, word) = match container.state {
        State::Created => ("idle", "created"),
        State::Running => ("up", "running"),
        State::Paused => ("idle", "paused"),
        State::Restarting => ("idle", "restarting"),
        State::Removing => ("down", "removing"),
        State::Exited => ("down", "exited"),
        State::Dead => ("down", "dead"),
    };
    let code = container.exit_code.filter(|_| container.state == State::Exited);
    let failed = code.is_some_and(|code| code != 0);
    let fate = fate::writable(container);
    let doomed = fate::takes_writable(look.lens, container);
    html! {
        <article
            key={container.id.clone()}
            class={classes!("card", "container", gone.then_some("gone"))}
            aria-label={format!("Container {}", container.name)}
        >
            <header class="card-head">
                <Icon name={Name::Container} />
                <h3>{ &container.name }</h3>
                <span class={classes!("state", state, failed.then_some("failed"))} title={container.status.clone()}>
                    { word }
                    if let Some(code) = code {
                        { format!(" ({code})") }
                    }
                </span>
                if container.auto_remove {
                    <span class="tag">{ "--rm" }</span>
                }
                <code class="card-id">{ words::short(&container.id) }</code>
            </header>
            <p class="card-command">
                <span>{ &container.image }</span>
                <code>{ &container.command }</code>
            </p>
            <div class="stack">
                <div class={classes!("slab", words::class(Home::Writable), doomed.then_some("taken"))} role="group" aria-label="Writable layer">
                    <header>
                        <Icon name={Name::Pencil} />
                        <span class="slab-name">{ "Writable layer" }</span>
                        { badge(fate, doomed) }
                    </header>
                    <FileList
                        files={container.writable.clone()}
                        letters=true
                        {doomed}
                        empty="Empty: nothing was written outside of mounts."
                    />
                </div>
                { stack(look, &container.image_id, &container.image) }
            </div>
            if !container.mounts.is_empty() {
                <ul class="mounts" aria-label="Mounts">
                    { for container.mounts.iter().map(|mount| row(look, container, mount)) }
                </ul>
            }
        </article>
    }
}

fn row(look: &Look<'_>, container: &Container, mount: &Mount) -> Html {
    let fate = fate::mount(look.view, container, &mount.source);
    let (home, icon, link, label) = match &mount.source {
        MountSource::Volume { name } => {
            let named = look.view.volumes.iter().find(|volume| volume.name == *name);
            let kind = if named.is_some_and(|volume| volume.anonymous) { "anonymous " } else { "" };
            let label = format!("{kind}volume {}", words::volume(name));
            (Home::Volume, Name::Volume, Some(format!("volume:{name}")), label)
        }
        MountSource::Bind { path } => {
            (Home::Bind, Name::Folder, Some(format!("bind:{path}")), format!("host {path}"))
        }
        MountSource::Tmpfs { limit, .. } => {
            let limit = limit.map(|limit| format!(", at most {}", words::size(limit)));
            (Home::Tmpfs, Name::Memory, None, format!("memory{}", limit.unwrap_or_default()))
        }
    };
    let doomed = match &mount.source {
        MountSource::Tmpfs { .. } => fate::takes_tmpfs(look.lens, container),
        MountSource::Bind { .. } => false,
        MountSource::Volume { name } => look
            .view
            .volumes
            .iter()
            .find(|volume| volume.name == *name)
            .is_some_and(|volume| fate::takes_volume(look.lens, look.view, volume)),
    };
    let lit = link.is_some() && look.lit == link.as_deref();
    html! {
        <li
            key={mount.destination.clone()}
            class={classes!("mount", words::class(home), lit.then_some("lit"), doomed.then_some("taken"))}
        >
            <div class="mount-line">
                <code class="mount-at">{ &mount.destination }</code>
                if mount.read_only {
                    <span class="tag" title="The container may only read it">{ "read-only" }</span>
                }
                <span class="mount-arrow" aria-label="is">{ "→" }</span>
                if let Some(link) = link {
                    { look.pointer(&link, "chip", html! { <><Icon name={icon} /><span>{ label }</span></> }) }
                } else {
                    <span class="chip"><Icon name={icon} /><span>{ label }</span></span>
                }
                { badge((if doomed { Lasts::No } else { fate.0 }, fate.1), doomed) }
            </div>
            if let MountSource::Tmpfs { files, .. } = &mount.source {
                <FileList files={files.clone()} {doomed} empty="Empty." />
            }
        </li>
    }
}
