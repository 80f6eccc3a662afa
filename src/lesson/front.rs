//! The front matter of a lesson: `key: value` lines between two lines of `---`. What follows is `parse`'s.

use super::model::{Level, Problem};

/// What the front matter says; what it does not say is filled in by `parse`.
#[derive(Default)]
pub(super) struct Front {
    pub id: Option<String>,
    pub title: Option<String>,
    pub order: u32,
    pub summary: String,
    pub minutes: u32,
    pub level: Level,
    /// Where the text begins: in bytes.
    pub body: usize,
}

/// Reads the front matter at the start of `text`. A text without one is an ordinary tutorial: no problem.
pub(super) fn read(text: &str, problems: &mut Vec<Problem>) -> Front {
    let mut front = Front::default();
    let mut lines = text.split_inclusive('\n').enumerate();
    let Some((_, first)) = lines.next() else { return front };
    if first.trim_end() != "---" {
        return front;
    }
    let mut at = first.len();
    let mut seen: Vec<&str> = Vec::new();
    for (index, raw) in lines {
        let line = index + 1;
        at += raw.len();
        let content = raw.trim();
        if content == "---" {
            front.body = at;
            for key in ["id", "title", "order", "summary", "minutes"] {
                if !seen.contains(&key) {
                    let message = format!("the front matter says no `{key}`");
                    problems.push(Problem { line, message });
                }
            }
            return front;
        }
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        let Some((key, value)) = content.split_once(':') else {
            let message = format!("`{content}` is not of the form `key: value`");
            problems.push(Problem { line, message });
            continue;
        };
        let (key, value) = (key.trim(), unquote(value.trim()));
        if seen.contains(&key) {
            problems.push(Problem { line, message: format!("`{key}` is said twice") });
        }
        seen.push(key);
        if let Err(message) = front.set(key, value) {
            problems.push(Problem { line, message });
        }
    }
    let message = "the front matter begins here and is never closed by `---`".to_owned();
    problems.push(Problem { line: 1, message });
    front.body = text.len();
    front
}

impl Front {
    fn set(&mut self, key: &str, value: &str) -> Result<(), String> {
        if value.is_empty() {
            return Err(format!("`{key}` has no value"));
        }
        let number = || {
            value.parse::<u32>().map_err(|_| format!("`{key}` is `{value}`, which is not a number"))
        };
        match key {
            "id" => {
                if !value.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
                {
                    return Err(format!(
                        "the id `{value}` may hold small letters, digits and `-` only"
                    ));
                }
                self.id = Some(value.to_owned());
            }
            "title" => self.title = Some(value.to_owned()),
            "order" => self.order = number()?,
            "summary" => self.summary = value.to_owned(),
            "minutes" => self.minutes = number()?,
            "level" => {
                self.level = match value {
                    "start" => Level::Start,
                    "next" => Level::Next,
                    "deep" => Level::Deep,
                    _ => return Err(format!("the level `{value}` is none of start, next, deep")),
                }
            }
            _ => return Err(format!("`{key}` means nothing in the front matter")),
        }
        Ok(())
    }
}

/// Takes one pair of matching quotes off.
fn unquote(value: &str) -> &str {
    for quote in ['"', '\''] {
        if let Some(inner) = value.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote)) {
            return inner;
        }
    }
    value
}
