//! The fences that a lesson adds to Markdown: their info strings and the bodies that have a form of their own.
//! Which of them may stand where is `parse`'s.

use super::html;
use super::model::{Choice, Outcome, Problem};

/// The first word of an info string and the title behind it, as Markdown.
pub(super) fn info(info: &str) -> Result<(&str, String), String> {
    let info = info.trim();
    let (word, rest) = match info.find(|c: char| c.is_whitespace() || c == '{' || c == ',') {
        Some(at) => info.split_at(at),
        None => (info, ""),
    };
    let rest = rest.trim();
    if rest.is_empty() || !is_ours(word) {
        return Ok((word, String::new()));
    }
    match rest.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(title) => Ok((word, title.to_owned())),
        None => Err(format!("write the title in double quotes: `{word} \"...\"`")),
    }
}

/// Whether the word names a fence of ours.
pub(super) fn is_ours(word: &str) -> bool {
    matches!(word, "check" | "hint" | "solution" | "quiz" | "predict")
}

/// Whether a code block in this language is for the shell.
pub(super) fn is_shell(word: &str) -> bool {
    matches!(
        word.to_ascii_lowercase().as_str(),
        "sh" | "bash" | "shell" | "console" | "shell-session" | "shellsession" | "terminal"
    )
}

/// What is to be typed: of a block with prompts the commands without them and without what they print, of
/// any other block all of it. A command goes on over lines that begin with `>` and after a backslash.
pub(super) fn commands(text: &str) -> String {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    if !first.trim_start().starts_with("$ ") {
        return ensure_newline(text);
    }
    let mut script = String::new();
    let mut goes_on = false;
    let mut after_command = false;
    for line in text.lines() {
        let line = line.trim_start();
        let command = match (line.strip_prefix("$ "), line.strip_prefix("> ")) {
            (Some(command), _) => command,
            (None, Some(more)) if after_command => more,
            _ if goes_on => line,
            _ => {
                after_command = false;
                continue;
            }
        };
        script.push_str(command);
        script.push('\n');
        goes_on = command.ends_with('\\');
        after_command = true;
    }
    script
}

fn ensure_newline(text: &str) -> String {
    let mut script = text.trim_end().to_owned();
    script.push('\n');
    script
}

/// The answers of a quiz: `- [x] right` or `- [ ] wrong`, with the reason on indented lines below.
pub(super) fn choices(body: &str, line: usize, problems: &mut Vec<Problem>) -> Vec<Choice> {
    let mut choices: Vec<(String, bool, String)> = Vec::new();
    for (offset, raw) in body.lines().enumerate() {
        let content = raw.trim();
        let item = ["- [x] ", "- [X] "].iter().find_map(|mark| raw.strip_prefix(mark));
        if let Some(text) = item {
            choices.push((text.trim().to_owned(), true, String::new()));
        } else if let Some(text) = raw.strip_prefix("- [ ] ") {
            choices.push((text.trim().to_owned(), false, String::new()));
        } else if content.is_empty() {
            continue;
        } else if let (true, Some((_, _, why))) = (raw.starts_with(' '), choices.last_mut()) {
            push_line(why, content);
        } else {
            let message = format!("`{content}` is no answer: write `- [x] right` or `- [ ] wrong`");
            problems.push(Problem { line: line + 1 + offset, message });
        }
    }
    if choices.len() < 2 {
        problems.push(Problem { line, message: "a quiz needs two answers or more".to_owned() });
    } else if !choices.iter().any(|(_, correct, _)| *correct) {
        problems.push(Problem { line, message: "no answer of this quiz is right".to_owned() });
    }
    choices
        .into_iter()
        .map(|(text, correct, why)| Choice {
            text: html::inline(&text),
            correct,
            why: html::inline(&why),
        })
        .collect()
}

/// The body of a prediction: `$ ` before each line that is run, `- ` before each outcome, and below an
/// outcome, indented, `? ` before each line of the script that tells whether it came true.
pub(super) fn outcomes(
    body: &str,
    line: usize,
    problems: &mut Vec<Problem>,
) -> (String, Vec<Outcome>) {
    let mut script = String::new();
    let mut outcomes: Vec<(String, String, usize)> = Vec::new();
    for (offset, raw) in body.lines().enumerate() {
        let here = line + 1 + offset;
        let content = raw.trim();
        if let Some(command) = raw.strip_prefix("$ ") {
            push_line(&mut script, command);
        } else if let Some(text) = raw.strip_prefix("- ") {
            outcomes.push((text.trim().to_owned(), String::new(), here));
        } else if content.is_empty() {
            continue;
        } else if let (Some(test), Some((_, tests, _))) =
            (content.strip_prefix("? "), outcomes.last_mut())
        {
            push_line(tests, test);
        } else {
            let message =
                format!("`{content}` is none of `$ command`, `- outcome`, `  ? what tells`");
            problems.push(Problem { line: here, message });
        }
    }
    if script.is_empty() {
        let message = "a prediction needs a command: a line that begins with `$ `".to_owned();
        problems.push(Problem { line, message });
    }
    if outcomes.len() < 2 {
        let message = "a prediction needs two outcomes or more".to_owned();
        problems.push(Problem { line, message });
    }
    for (text, test, here) in &outcomes {
        if test.is_empty() {
            let message = format!("nothing tells whether `{text}` came true: add `  ? script`");
            problems.push(Problem { line: *here, message });
        }
    }
    let outcomes = outcomes
        .into_iter()
        .map(|(text, script, _)| Outcome { text: html::inline(&text), script })
        .collect();
    (script, outcomes)
}

fn push_line(text: &mut String, line: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(line);
}
