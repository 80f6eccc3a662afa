//! The pane as a whole: its sections in order, the question that the learner asks of it, and the things that
//! have just gone.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use yew::prelude::{Callback, Component, Context, Html, Properties, classes, html};

use super::fate::{self, Fate, HOMES, Lasts, Lens};
use super::{container, host, image, losses, volume, words};
use crate::ui::icon::{Icon, Name};
use crate::world::view::{Container, View, Volume};

/// How long something that is gone is still shown, in milliseconds.
const FADING: u32 = 1_600;

/// What the pane needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The picture; none until the machine has sent one.
    pub view: Option<Rc<View>>,
}

/// What happens in the pane.
pub enum Msg {
    /// Another question is asked.
    Lens(Lens),
    /// The pointer or the focus is on this place, or on none.
    Light(Option<String>),
    /// Show the place.
    Find(String),
    /// What has gone has been shown for long enough.
    Faded(u32),
}

/// What the sections draw from.
pub struct Look<'a> {
    /// The picture.
    pub view: &'a View,
    /// The question.
    pub lens: Lens,
    /// The place that is pointed at.
    pub lit: Option<&'a str>,
    light: Callback<Msg>,
}

impl Look<'_> {
    /// A button that points at `place`: it lights up while it is pointed at, and a press shows it.
    pub fn pointer(&self, place: &str, class: &'static str, content: Html) -> Html {
        let on = |place: Option<String>| {
            let light = self.light.clone();
            move || light.emit(Msg::Light(place.clone()))
        };
        let (enter, leave) = (on(Some(place.to_owned())), on(None));
        let (focus, blur) = (on(Some(place.to_owned())), on(None));
        let (find, light) = (place.to_owned(), self.light.clone());
        html! {
            <button
                type="button"
                {class}
                onmouseenter={move |_| enter()}
                onmouseleave={move |_| leave()}
                onfocus={move |_| focus()}
                onblur={move |_| blur()}
                onclick={move |_| light.emit(Msg::Find(find.clone()))}
            >
                { content }
            </button>
        }
    }
}

/// The pane.
pub struct WorldPanel {
    lens: Lens,
    lit: Option<String>,
    gone_containers: Vec<(usize, Container)>,
    gone_volumes: Vec<(usize, Volume)>,
    fresh_loss: Option<u64>,
    wave: u32,
    timer: Option<Timeout>,
}

impl Component for WorldPanel {
    type Message = Msg;
    type Properties = Props;

    fn create(_: &Context<Self>) -> WorldPanel {
        WorldPanel {
            lens: Lens::Now,
            lit: None,
            gone_containers: Vec::new(),
            gone_volumes: Vec::new(),
            fresh_loss: None,
            wave: 0,
            timer: None,
        }
    }

    fn update(&mut self, _: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Lens(lens) => self.lens = lens,
            Msg::Light(place) => self.lit = place,
            Msg::Find(place) => {
                if let Some(element) = document().get_element_by_id(&place) {
                    element.scroll_into_view_with_bool(false);
                }
                return false;
            }
            Msg::Faded(wave) => {
                if wave != self.wave {
                    return false;
                }
                self.gone_containers.clear();
                self.gone_volumes.clear();
                self.fresh_loss = None;
            }
        }
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let (Some(now), Some(before)) = (&ctx.props().view, &old.view) else { return true };
        let mut news = false;
        for (at, container) in before.containers.iter().enumerate() {
            if !now.containers.iter().any(|c| c.id == container.id) {
                self.gone_containers.push((at, container.clone()));
                news = true;
            }
        }
        for (at, volume) in before.volumes.iter().enumerate() {
            if !now.volumes.iter().any(|v| v.name == volume.name) {
                self.gone_volumes.push((at, volume.clone()));
                news = true;
            }
        }
        self.gone_volumes.retain(|(_, gone)| !now.volumes.iter().any(|v| v.name == gone.name));
        let newest = now.losses.first().map(|loss| loss.id);
        if newest.is_some() && newest != before.losses.first().map(|loss| loss.id) {
            self.fresh_loss = newest;
            news = true;
        }
        if news {
            self.wave += 1;
            let (link, wave) = (ctx.link().clone(), self.wave);
            self.timer = Some(Timeout::new(FADING, move || link.send_message(Msg::Faded(wave))));
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Some(view) = &ctx.props().view else {
            return html! { <p class="world-wait">{ "The machine is starting…" }</p> };
        };
        let look = Look {
            view,
            lens: self.lens,
            lit: self.lit.as_deref(),
            light: ctx.link().callback(|message| message),
        };
        let containers = with_gone(&view.containers, &self.gone_containers);
        let volumes = with_gone(&view.volumes, &self.gone_volumes);
        html! {
            <div class="world">
                { self.question(ctx, view) }
                <div class="world-scroll" tabindex="0" role="group" aria-label="Places where files live">
                    { section("containers", "Containers", view.containers.len(), html! {
                        <>
                            <div>{ for containers.iter().map(|(c, gone)| container::card(&look, c, *gone)) }</div>
                            if containers.is_empty() {
                                <p class="section-empty">{ "None. Start one with " }<code>{ "docker run" }</code>{ "." }</p>
                            }
                        </>
                    }) }
                    { section("volumes", "Volumes", view.volumes.len(), html! {
                        <>
                            <div>{ for volumes.iter().map(|(v, gone)| volume::card(&look, v, *gone)) }</div>
                            if volumes.is_empty() {
                                <p class="section-empty">{ "None yet." }</p>
                            }
                        </>
                    }) }
                    { section("host", "Host files", usize::try_from(view.host.files.total).unwrap_or(0), html! {
                        <>
                            <div>{ for view.host.binds.iter().map(|bind| host::bind(&look, bind)) }</div>
                            { host::home(&look) }
                        </>
                    }) }
                    { section("images", "Images", view.images.len(), html! {
                        <>
                            { image::list(&look, &view.images) }
                            if view.images.is_empty() {
                                <p class="section-empty">{ "None pulled yet." }</p>
                            }
                        </>
                    }) }
                </div>
                { losses::list(&view.losses, self.fresh_loss) }
            </div>
        }
    }
}

impl WorldPanel {
    fn question(&self, ctx: &Context<Self>, view: &View) -> Html {
        html! {
            <div class="lens">
                <fieldset>
                    <legend>{ "What if I ran docker" }</legend>
                    <div class="segments">
                        { for Lens::ALL.iter().map(|&lens| html! {
                            <label class={classes!((self.lens == lens).then_some("on"))} title={lens.command()}>
                                <input
                                    type="radio"
                                    name="lens"
                                    checked={self.lens == lens}
                                    onchange={ctx.link().callback(move |_| Msg::Lens(lens))}
                                />
                                <span>{ lens.label() }</span>
                            </label>
                        }) }
                    </div>
                </fieldset>
                <p class="lens-toll" role="status">
                    { fate::toll(self.lens, view).unwrap_or_default() }
                </p>
            </div>
        }
    }
}

fn section(id: &str, title: &str, count: usize, body: Html) -> Html {
    let heading = format!("world-{id}");
    html! {
        <section class="world-section" aria-labelledby={heading.clone()}>
            <h2 id={heading}>{ title }<span class="section-count">{ count }</span></h2>
            { body }
        </section>
    }
}

/// What is there, with what has just gone at the places where it was.
fn with_gone<'a, T>(now: &'a [T], gone: &'a [(usize, T)]) -> Vec<(&'a T, bool)> {
    let mut all: Vec<(&T, bool)> = now.iter().map(|item| (item, false)).collect();
    for (at, item) in gone {
        all.insert((*at).min(all.len()), (item, true));
    }
    all
}

/// A label that says whether something lasts.
pub fn badge((lasts, words): Fate, doomed: bool) -> Html {
    let (class, icon) = match (doomed, lasts) {
        (true, _) => ("taken", Name::Cross),
        (false, Lasts::Yes) => ("lasts", Name::Check),
        (false, Lasts::No) => ("fleeting", Name::Warning),
    };
    html! {
        <span class={classes!("fate", class)}>
            <Icon name={icon} />{ if doomed { "would be lost" } else { words } }
        </span>
    }
}

/// What the colours mean.
pub fn legend() -> Html {
    html! {
        <ul class="legend">
            { for HOMES.iter().map(|&(home, meaning)| html! {
                <li class={words::class(home)}>
                    <span class="swatch" aria-hidden="true" />
                    <strong>{ words::home(home) }</strong>
                    <span>{ meaning }</span>
                </li>
            }) }
        </ul>
    }
}
