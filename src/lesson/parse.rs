//! Reads a lesson: Markdown text in, sections and blocks out, or every problem with its line. What the parts
//! look like inside is `front`'s, `fence`'s and `html`'s; nothing here looks at the world.

use super::model::{Block, Check, Hint, Lesson, Predict, Problem, Quiz, Section, Shell, Solution};
use super::{fence, front, html};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Parser, Tag, TagEnd};
use std::ops::Range;

/// Reads a lesson. A text without front matter is taken as it is, its first heading as the title, so that
/// any tutorial can be opened.
pub fn parse(text: &str) -> Result<Lesson, Vec<Problem>> {
    let mut problems = Vec::new();
    let front = front::read(text, &mut problems);
    let mut reader = Reader::new(text, &mut problems);
    reader.read(front.body);
    let Reader { sections, heading, .. } = reader;
    let title = front.title.or(heading).unwrap_or_else(|| "Untitled".to_owned());
    let lesson = Lesson {
        id: front.id.unwrap_or_else(|| slug(&title)),
        title,
        order: front.order,
        summary: front.summary,
        minutes: front.minutes,
        level: front.level,
        sections,
    };
    if problems.is_empty() {
        Ok(lesson)
    } else {
        problems.sort_by_key(|problem| problem.line);
        Err(problems)
    }
}

/// Letters and digits in lower case, all else as single `-`.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars() {
        if c.is_alphanumeric() {
            slug.extend(c.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

struct Reader<'a, 'p> {
    text: &'a str,
    problems: &'p mut Vec<Problem>,
    sections: Vec<Section>,
    /// The first heading of the highest level, as plain text.
    heading: Option<String>,
    /// Prose that has been read and not yet been put into a block.
    prose: Vec<Event<'a>>,
    /// The elements of prose that are open here, outermost first.
    elements: Vec<Element<'a>>,
    /// Ids that are taken.
    ids: Vec<String>,
    /// Where each line of the text begins.
    lines: Vec<usize>,
}

/// An element of prose that is open; not shown any more once a block has cut it.
struct Element<'a> {
    tag: Tag<'a>,
    shown: bool,
}

impl<'a, 'p> Reader<'a, 'p> {
    fn new(text: &'a str, problems: &'p mut Vec<Problem>) -> Self {
        let lines =
            std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let first = Section { id: "start".to_owned(), title: None, blocks: Vec::new() };
        let ids = vec![first.id.clone()];
        Reader {
            text,
            problems,
            sections: vec![first],
            heading: None,
            prose: Vec::new(),
            elements: Vec::new(),
            ids,
            lines,
        }
    }

    fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|start| *start <= at)
    }

    fn problem(&mut self, line: usize, message: impl Into<String>) {
        self.problems.push(Problem { line, message: message.into() });
    }

    fn read(&mut self, from: usize) {
        let body = &self.text[from..];
        let mut events = Parser::new_ext(body, html::options()).into_offset_iter();
        while let Some((event, range)) = events.next() {
            let range = range.start + from..range.end + from;
            match event {
                Event::Start(Tag::Heading { level, .. }) if level <= HeadingLevel::H2 => {
                    let title = until(&mut events, |end| matches!(end, TagEnd::Heading(_)));
                    self.heading(level, title);
                }
                Event::Start(Tag::CodeBlock(kind)) => {
                    let inside = until(&mut events, |end| *end == TagEnd::CodeBlock);
                    self.code(kind, inside, range);
                }
                Event::Start(tag) => self.open(tag),
                Event::End(end) => self.close(end),
                other => self.prose.push(other),
            }
        }
        self.flush();
        self.backticks(from);
        self.sections.retain(|section| section.title.is_some() || !section.blocks.is_empty());
        for index in 0..self.sections.len() {
            self.hold(index);
        }
    }

    /// An element of prose begins. An item of a list that a block has cut goes on in a list of its own.
    fn open(&mut self, tag: Tag<'a>) {
        if let (Tag::Item, Some(list)) = (&tag, self.elements.last_mut()) {
            if let (false, Tag::List(_)) = (list.shown, &list.tag) {
                list.shown = true;
                self.prose.push(Event::Start(list.tag.clone()));
            }
            if let Tag::List(Some(number)) = &mut list.tag {
                *number += 1;
            }
        }
        self.prose.push(Event::Start(tag.clone()));
        self.elements.push(Element { tag, shown: true });
    }

    fn close(&mut self, end: TagEnd) {
        if self.elements.pop().is_some_and(|element| element.shown) {
            self.prose.push(Event::End(end));
        }
    }

    /// Ends the prose before a block, and with it all elements that the block lies in.
    fn cut(&mut self) {
        for element in self.elements.iter_mut().rev().filter(|element| element.shown) {
            element.shown = false;
            self.prose.push(Event::End(element.tag.to_end()));
        }
        self.flush();
    }

    /// A fence of backticks may have none in its info string: CommonMark then takes it for prose, and a
    /// check would be lost without a word.
    fn backticks(&mut self, from: usize) {
        for number in self.line(from)..=self.lines.len() {
            let start = self.lines[number - 1];
            let line = self.text[start..].lines().next().unwrap_or("").trim_start();
            let info = line.trim_start_matches('`');
            let ours = fence::is_ours(info.split_whitespace().next().unwrap_or(""));
            if line.starts_with("```") && ours && info.contains('`') {
                self.problem(number, "a title with backticks in it needs a fence of `~~~`");
            }
        }
    }

    /// What each section must keep to, beyond the form of its parts.
    fn hold(&mut self, index: usize) {
        let blocks = &self.sections[index].blocks;
        let solution = blocks.iter().find_map(|block| match block {
            Block::Solution(solution) => Some(solution.line),
            _ => None,
        });
        let checks = self.sections[index].checks().count();
        if let (Some(line), 0) = (solution, checks) {
            self.problem(line, "this solution solves nothing: its section has no check");
        }
    }

    fn heading(&mut self, level: HeadingLevel, title: Vec<Event<'a>>) {
        self.flush();
        let plain: String = title
            .iter()
            .filter_map(|event| match event {
                Event::Text(text) | Event::Code(text) => Some(&**text),
                _ => None,
            })
            .collect();
        if level == HeadingLevel::H1 && self.heading.is_none() {
            self.heading = Some(plain);
            return;
        }
        let id = self.free_id(&plain);
        let title = Some(html::events(title.into_iter()));
        self.sections.push(Section { id, title, blocks: Vec::new() });
    }

    fn code(&mut self, kind: CodeBlockKind<'a>, inside: Vec<Event<'a>>, range: Range<usize>) {
        let line = self.line(range.start);
        if matches!(&kind, CodeBlockKind::Fenced(info) if fence::is_ours(first_word(info)))
            && !is_closed(&self.text[range])
        {
            return self.problem(line, "this fence is never closed");
        }
        let body: String = inside
            .iter()
            .filter_map(|event| match event {
                Event::Text(text) => Some(&**text),
                _ => None,
            })
            .collect();
        let parsed = match &kind {
            CodeBlockKind::Fenced(info) => fence::info(info),
            CodeBlockKind::Indented => Ok(("", String::new())),
        };
        let (word, title) = match parsed {
            Ok((word, title)) => (word.to_owned(), title),
            Err(message) => return self.problem(line, message),
        };
        let block = match word.as_str() {
            _ if fence::is_shell(&word) => self.shell(body, line),
            "check" => self.check(&title, body, line),
            "hint" => Block::Hint(Hint { title: html::inline(&title), html: html::block(&body) }),
            "solution" => {
                self.not_empty("solution", &body, line);
                Block::Solution(Solution { script: fence::commands(&body), line })
            }
            "quiz" => {
                let id = self.named_id("quiz", &title, line);
                let choices = fence::choices(&body, line, self.problems);
                Block::Quiz(Quiz { id, question: html::inline(&title), choices })
            }
            "predict" => {
                let id = self.named_id("predict", &title, line);
                let (script, outcomes) = fence::outcomes(&body, line, self.problems);
                let question = html::inline(&title);
                Block::Predict(Predict { id, question, script, outcomes, line })
            }
            _ => {
                self.prose.push(Event::Start(Tag::CodeBlock(kind)));
                self.prose.extend(inside);
                self.prose.push(Event::End(TagEnd::CodeBlock));
                return;
            }
        };
        self.add(block);
    }

    fn shell(&mut self, body: String, line: usize) -> Block {
        let id = self.free_id("run");
        Block::Shell(Shell { id, script: fence::commands(&body), shown: body, line })
    }

    fn check(&mut self, title: &str, body: String, line: usize) -> Block {
        self.not_empty("check", &body, line);
        let id = self.named_id("check", title, line);
        Block::Check(Check { id, title: html::inline(title), script: fence::commands(&body), line })
    }

    fn not_empty(&mut self, what: &str, body: &str, line: usize) {
        if body.trim().is_empty() {
            self.problem(line, format!("this {what} is empty"));
        }
    }

    /// The id of a block that progress is kept for: made from its title, which must be there and be its own.
    fn named_id(&mut self, what: &str, title: &str, line: usize) -> String {
        let id = format!("{what}-{}", slug(title));
        if title.trim().is_empty() {
            self.problem(line, format!("this {what} has no title: write `{what} \"...\"`"));
        } else if self.ids.contains(&id) {
            self.problem(line, format!("this lesson has another {what} called \"{title}\""));
        }
        self.ids.push(id.clone());
        id
    }

    fn free_id(&mut self, wish: &str) -> String {
        let base = slug(wish);
        let mut id = base.clone();
        let mut number = 2;
        while self.ids.contains(&id) {
            id = format!("{base}-{number}");
            number += 1;
        }
        self.ids.push(id.clone());
        id
    }

    fn flush(&mut self) {
        let html = html::events(self.prose.drain(..));
        if !html.is_empty() {
            self.push(Block::Prose { html });
        }
    }

    fn add(&mut self, block: Block) {
        self.cut();
        self.push(block);
    }

    fn push(&mut self, block: Block) {
        let section = self.sections.last_mut().expect("a reader begins with one section");
        section.blocks.push(block);
    }
}

fn first_word(info: &str) -> &str {
    info.split_whitespace().next().unwrap_or("")
}

/// Whether a fenced block ends in a fence, and not just where the text does.
fn is_closed(block: &str) -> bool {
    let last = block.trim_end().lines().skip(1).last().unwrap_or("").trim_start_matches(['>', ' ']);
    last.starts_with("```") || last.starts_with("~~~")
}

/// The events up to the end of the element that has begun.
fn until<'a>(
    events: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>,
    is_end: impl Fn(&TagEnd) -> bool,
) -> Vec<Event<'a>> {
    events
        .map(|(event, _)| event)
        .take_while(|event| !matches!(event, Event::End(end) if is_end(end)))
        .collect()
}
