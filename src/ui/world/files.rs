//! A list of files that shows what changed in it: a new one lights up, one that is gone fades away.

use std::collections::BTreeMap;

use gloo::timers::callback::Timeout;
use yew::prelude::{Component, Context, Html, Properties, classes, html};

use super::words;
use crate::world::view::{Change, File, FileKind, Files};

/// How long a change is shown, in milliseconds.
const SHOWN: u32 = 2_400;

/// What a list needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The files.
    pub files: Files,
    /// Whether a `docker diff` letter stands before each.
    #[prop_or_default]
    pub letters: bool,
    /// Whether the event that the learner asks about would take them.
    #[prop_or_default]
    pub doomed: bool,
    /// What to say when there are none.
    pub empty: &'static str,
}

#[derive(Clone, Copy, PartialEq)]
enum News {
    Fresh,
    Changed,
    Gone,
}

/// The list.
pub struct FileList {
    news: BTreeMap<String, News>,
    /// Files that are gone and still fading.
    ghosts: Vec<File>,
    /// Grows with each change, so that an old timer does not end a new show.
    wave: u32,
    timer: Option<Timeout>,
}

impl Component for FileList {
    type Message = u32;
    type Properties = Props;

    fn create(_: &Context<Self>) -> FileList {
        FileList { news: BTreeMap::new(), ghosts: Vec::new(), wave: 0, timer: None }
    }

    fn update(&mut self, _: &Context<Self>, wave: u32) -> bool {
        if wave != self.wave {
            return false;
        }
        self.news.clear();
        self.ghosts.clear();
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let now = &ctx.props().files;
        if *now == old.files {
            return true;
        }
        let before: BTreeMap<&str, &File> =
            old.files.shown.iter().map(|file| (file.path.as_str(), file)).collect();
        for file in &now.shown {
            self.ghosts.retain(|ghost| ghost.path != file.path);
            match before.get(file.path.as_str()) {
                None => {
                    self.news.insert(file.path.clone(), News::Fresh);
                }
                Some(old) if old.version != file.version || old.size != file.size => {
                    self.news.insert(file.path.clone(), News::Changed);
                }
                Some(_) => {}
            }
        }
        for file in &old.files.shown {
            if !now.shown.iter().any(|f| f.path == file.path) && now.total <= old.files.total {
                self.news.insert(file.path.clone(), News::Gone);
                self.ghosts.push(file.clone());
            }
        }
        self.wave += 1;
        let (link, wave) = (ctx.link().clone(), self.wave);
        self.timer = Some(Timeout::new(SHOWN, move || link.send_message(wave)));
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let mut files: Vec<&File> = props.files.shown.iter().chain(&self.ghosts).collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        if files.is_empty() && props.files.total == 0 {
            return html! { <p class="files-empty">{ props.empty }</p> };
        }
        let hidden = props.files.total.saturating_sub(props.files.shown.len() as u64);
        html! {
            <ul class={classes!("files", props.doomed.then_some("doomed"))}>
                { for files.iter().map(|file| row(file, props.letters, self.news.get(&file.path))) }
                if hidden > 0 {
                    <li key="" class="files-more">{ format!("and {} more", words::count(hidden, "file")) }</li>
                }
            </ul>
        }
    }
}

fn row(file: &File, letters: bool, news: Option<&News>) -> Html {
    let (directory, name) = words::split(&file.path);
    let news = news.map(|news| match news {
        News::Fresh => "fresh",
        News::Changed => "changed",
        News::Gone => "gone",
    });
    let (letter, change) = match file.change {
        Change::Added => ("A", "added"),
        Change::Changed => ("C", "changed"),
        Change::Deleted => ("D", "hides the image's"),
    };
    let slash = if file.kind == FileKind::Directory { "/" } else { "" };
    html! {
        <li key={file.path.clone()} class={classes!("file", news)}>
            if letters {
                <abbr class={classes!("letter", letter)} title={change}>{ letter }</abbr>
            }
            <span class="file-path" title={file.path.clone()}>
                <span class="file-dir">{ directory }</span>{ name }{ slash }
            </span>
            if file.kind == FileKind::Regular && file.change != Change::Deleted {
                <span class="file-size">{ words::size(file.size) }</span>
            }
            if news == Some("gone") {
                <span class="file-gone">{ "gone" }</span>
            }
        </li>
    }
}
