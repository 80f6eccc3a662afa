//! Markdown to HTML that is safe to put into the page: markup in the source is shown, not obeyed, and links
//! lead to pages only. Which part of a lesson is Markdown is `parse`'s.

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

/// What a lesson may use beyond plain CommonMark.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_GFM
}

/// A whole text.
pub(super) fn block(markdown: &str) -> String {
    events(Parser::new_ext(markdown, options()))
}

/// One line of text: no paragraph around it.
pub(super) fn inline(markdown: &str) -> String {
    let parser = Parser::new_ext(markdown, options());
    events(parser.filter(|event| {
        !matches!(event, Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph))
    }))
}

/// Any run of events.
pub(super) fn events<'a>(events: impl Iterator<Item = Event<'a>>) -> String {
    let mut events = events.map(safe);
    let mut out = String::new();
    // By reference to any iterator: the writer is large, and one copy of it is enough.
    let events: &mut dyn Iterator<Item = Event<'a>> = &mut events;
    pulldown_cmark::html::push_html(&mut out, events);
    out.trim().to_owned()
}

fn safe(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = page(dest_url);
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            let dest_url = page(dest_url);
            Event::Start(Tag::Image { link_type, dest_url, title, id })
        }
        other => other,
    }
}

/// The address when it leads to a page, a place in this one, or a file beside it; nothing otherwise.
fn page(url: CowStr<'_>) -> CowStr<'_> {
    let scheme = url.split(['/', '?', '#']).next().and_then(|start| start.split_once(':'));
    match scheme {
        None => url,
        Some((scheme, _)) if ["http", "https"].contains(&scheme.to_ascii_lowercase().as_str()) => {
            url
        }
        Some(_) => CowStr::Borrowed("#"),
    }
}
