//! Checks of how a Dockerfile is written: capitals, names of stages, lines, comments. They need neither
//! variables nor images.

use crate::engine::build::dockerfile::Dockerfile;
use crate::engine::build::parser::Node;
use crate::engine::build::stage::Stage;

use super::{Linter, rules};

/// Names that mean something else where a stage is named.
const RESERVED: [&str; 2] = ["context", "scratch"];

/// Empty lines that instructions go on over.
pub fn gaps(lint: &mut Linter, nodes: &[Node]) {
    for line in nodes.iter().filter_map(|node| node.gap) {
        let detail = "Empty continuation line".to_string();
        lint.note(&rules::EMPTY_CONTINUATION, (line, line), detail);
    }
}

/// One instruction, before it is read.
pub fn seen(lint: &mut Linter, node: &Node) {
    let (word, rest) = node.parts();
    let mut note = |rule, detail| lint.note(rule, node.lines, detail);
    let mut named: Vec<&str> = Vec::new();
    match word.to_ascii_uppercase().as_str() {
        "MAINTAINER" => {
            let detail = "Maintainer instruction is deprecated in favor of using label";
            note(&rules::MAINTAINER, detail.to_string());
        }
        "FROM" => {
            let args = rest.split_whitespace().skip_while(|word| word.starts_with("--"));
            let [_, between, name] = args.collect::<Vec<_>>()[..] else { return };
            if name != name.to_lowercase() {
                note(&rules::STAGE_CASING, format!("Stage name '{name}' should be lowercase"));
            }
            // A keyword in both cases is for another rule.
            let case = case_of(word).map(|lower| match lower {
                true => between.to_lowercase(),
                false => between.to_uppercase(),
            });
            if case.is_some_and(|right| right != between) {
                let detail = format!("'{between}' and '{word}' keywords' casing do not match");
                note(&rules::FROM_AS_CASING, detail);
            }
            named.push(name);
        }
        "ARG" => {
            let words = rest.split_whitespace();
            named.extend(words.map(|word| word.split('=').next().unwrap_or_default()));
        }
        _ => {}
    }
    let said = node.comments.last().and_then(|comment| comment.split(' ').next());
    if let (Some(said), Some(first)) = (said, named.first())
        && !named.iter().any(|name| name.eq_ignore_ascii_case(said))
    {
        let word = word.to_ascii_uppercase();
        let name = if named.len() > 1 { "<arg_key>" } else { first };
        let detail =
            format!("Comment for {word} should follow the format: `# {name} <description>`");
        note(&rules::DESCRIPTION, detail);
    }
}

/// The names of stages.
pub fn names(lint: &mut Linter, stages: &[Stage]) {
    let mut before: Vec<&str> = Vec::new();
    for s in stages.iter().filter(|s| !s.name.is_empty()) {
        if RESERVED.contains(&s.name.as_str()) {
            let detail =
                format!("Stage name should not use the same name as reserved stage {:?}", s.name);
            lint.note(&rules::RESERVED_STAGE, s.lines, detail);
        }
        if before.contains(&s.name.as_str()) {
            let detail = format!("Duplicate stage name {:?}, stage names should be unique", s.name);
            lint.note(&rules::DUPLICATE_STAGE, s.lines, detail);
        }
        before.push(&s.name);
    }
}

/// Whether a word is written in small letters, or in capitals; nothing where it is in both.
fn case_of(word: &str) -> Option<bool> {
    let lower = word == word.to_lowercase();
    (lower || word == word.to_uppercase()).then_some(lower)
}

/// The capitals of instructions: all shall be as most are.
pub fn casing(lint: &mut Linter, file: &Dockerfile) {
    // What stands before the first stage does not count.
    let begin = file.instructions.iter().position(|i| i.name == "FROM").unwrap_or_default();
    let all = &file.instructions[begin..];
    let cases: Vec<bool> = all.iter().filter_map(|i| case_of(&i.word)).collect();
    let lower = cases.iter().filter(|lower| **lower).count() * 2 > cases.len();
    for i in all {
        let (right, case) = match lower {
            true => (i.word.to_lowercase(), "lowercase"),
            false => (i.word.to_uppercase(), "uppercase"),
        };
        if i.word != right {
            let detail = format!(
                "Command '{}' should match the case of the command majority ({case})",
                i.word
            );
            lint.note(&rules::CONSISTENT_CASING, i.lines(), detail);
        }
    }
}
