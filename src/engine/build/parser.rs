//! The lines of a Dockerfile: joined where one goes on, with comments and here-documents taken out. What
//! stands in them is for `dockerfile.rs` to read.

use super::check;
use super::dockerfile::{Heredoc, Wrong};

/// An instruction as it stands in the file.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its first line and its last, from 1.
    pub lines: (usize, usize),
    /// Its lines joined, without its here-documents.
    pub text: String,
    /// The comments before it.
    pub comments: Vec<String>,
    /// Its here-documents.
    pub heredocs: Vec<Heredoc>,
    /// The line to blame where one of those that it goes on over is empty.
    pub gap: Option<usize>,
}

impl Node {
    /// The word that it begins with, and what follows.
    pub fn parts(&self) -> (&str, &str) {
        parts(&self.text)
    }
}

/// The word that an instruction begins with, and what follows.
pub fn parts(text: &str) -> (&str, &str) {
    match text.split_once(char::is_whitespace) {
        Some((word, rest)) => (word, rest.trim_start()),
        None => (text, ""),
    }
}

/// Takes the words that begin with two dashes off the front of what follows an instruction's name; `--` alone
/// ends them. Quotes hold such a word together and are not part of it.
pub fn flags(text: &str) -> (Vec<String>, &str) {
    let mut out = Vec::new();
    let mut rest = text.trim_start();
    while rest.starts_with("--") {
        let (mut word, mut quote, mut end) = (String::new(), None, rest.len());
        let mut chars = rest.char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                c if quote == Some(c) => quote = None,
                '"' | '\'' if quote.is_none() => quote = Some(c),
                '\\' => word.extend(chars.next().map(|(_, c)| c)),
                c if c.is_whitespace() && quote.is_none() => {
                    end = at;
                    break;
                }
                c => word.push(c),
            }
        }
        rest = rest[end..].trim_start();
        if word == "--" {
            break;
        }
        out.push(word);
    }
    (out, rest)
}

/// A file taken apart.
pub struct Nodes {
    /// Its instructions.
    pub all: Vec<Node>,
    /// The character that continues lines and takes meaning away.
    pub escape: char,
    /// What `# check=` says at its beginning.
    pub checks: String,
    /// Which image `# syntax=` names, and in which line.
    pub syntax: Option<(String, usize)>,
}

/// The `# name=value` lines at the top.
#[derive(Default)]
struct Directives {
    escape: Option<char>,
    checks: String,
    syntax: Option<(String, usize)>,
    /// How many lines they are.
    lines: usize,
}

fn directives(text: &str) -> Result<Directives, Wrong> {
    let mut out = Directives::default();
    let mut seen = Vec::new();
    for line in text.lines() {
        let Some(comment) = line.strip_prefix('#') else { break };
        let Some((name, value)) = comment.split_once('=') else { break };
        let (name, value) = (name.trim().to_ascii_lowercase(), value.trim());
        if value.is_empty() || !["escape", "syntax", "check"].contains(&name.as_str()) {
            break;
        }
        if seen.contains(&name) {
            let lines = vec![(seen.len(), seen.len())];
            let why = format!("only one {name} parser directive can be used");
            return Err(Wrong { lines, why });
        }
        match (name.as_str(), value) {
            ("escape", "`") => out.escape = Some('`'),
            ("escape", "\\") => {}
            ("escape", other) => {
                let why = format!("invalid escape token '{other}' does not match ` or \\");
                return Err(Wrong { lines: Vec::new(), why });
            }
            (name, value) => {
                let value = value.split(' ').next().unwrap_or_default().to_string();
                match name {
                    "check" => out.checks = value,
                    _ => out.syntax = Some((value, seen.len() + 1)),
                }
            }
        }
        seen.push(name);
    }
    out.lines = seen.len();
    Ok(out)
}

/// Takes a Dockerfile apart.
pub fn take_apart(text: &str) -> Result<Nodes, Wrong> {
    if text.is_empty() {
        return Err(Wrong { lines: Vec::new(), why: "the Dockerfile cannot be empty".to_string() });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Directives { escape, checks, syntax, lines: skip } = directives(text)?;
    let escape = escape.unwrap_or('\\');
    let mut all = Vec::new();
    let mut comments = Vec::new();
    let mut lines = text.lines().enumerate().skip(skip).map(|(n, line)| (n + 1, line));
    while let Some((first, line)) = lines.next() {
        if is_comment(line) {
            let comment: String = line.chars().skip(1).collect();
            match comment.trim() {
                "" => comments.clear(),
                comment => comments.push(comment.to_string()),
            }
        }
        if is_comment(line) || line.trim().is_empty() {
            continue;
        }
        let (mut whole, mut last, mut gap) = (String::new(), first, false);
        let mut piece = Some(line);
        while let Some(line) = piece {
            let Some(start) = line.trim_end().strip_suffix(escape) else {
                whole.push_str(line);
                break;
            };
            whole.push_str(start);
            // Empty lines and comments between the parts of one instruction do not count.
            piece = lines.by_ref().find_map(|(n, line)| {
                last = n;
                let empty = line.trim().is_empty();
                gap |= empty;
                (!empty && !is_comment(line)).then_some(line)
            });
        }
        let mut node = Node {
            lines: (first, last),
            text: whole.trim().to_string(),
            comments: std::mem::take(&mut comments),
            heredocs: Vec::new(),
            gap: gap.then_some(last),
        };
        let (word, rest) = node.parts();
        if let Some(why) = check::unread(word, rest, escape) {
            return Err(Wrong { lines: vec![node.lines], why });
        }
        for (name, strip, expand) in heredoc_names(word, rest) {
            let mut body = String::new();
            let mut ended = false;
            for (n, line) in lines.by_ref() {
                node.lines.1 = n;
                let line = if strip { line.trim_start_matches('\t') } else { line };
                if line == name {
                    ended = true;
                    break;
                }
                body.push_str(line);
                body.push('\n');
            }
            if !ended {
                let why = "unterminated heredoc".to_string();
                return Err(Wrong { lines: vec![node.lines], why });
            }
            node.heredocs.push(Heredoc { name, body, expand });
        }
        all.push(node);
    }
    if all.is_empty() {
        // The parser stands at the end of the file then.
        let end = text.matches('\n').count();
        let why = "file with no instructions".to_string();
        return Err(Wrong { lines: vec![(end, end)], why });
    }
    Ok(Nodes { all, escape, checks, syntax })
}

fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with('#')
}

/// A here-document that a word begins: its name, whether leading tabs go, whether variables are replaced.
pub fn heredoc(word: &str) -> Option<(String, bool, bool)> {
    let at = word.find("<<")?;
    if !word[..at].bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let name = &word[at + 2..];
    let strip = name.starts_with('-');
    let name = name.strip_prefix('-').unwrap_or(name);
    let bare = name.trim_matches(|c| c == '"' || c == '\'');
    let first = bare.chars().next()?;
    let known = first.is_ascii_alphabetic() || first == '_';
    known.then(|| (bare.to_string(), strip, bare.len() == name.len()))
}

fn heredoc_names(word: &str, rest: &str) -> Vec<(String, bool, bool)> {
    let takes = ["RUN", "COPY", "ADD"].iter().any(|name| word.eq_ignore_ascii_case(name));
    if !takes || rest.starts_with('[') {
        return Vec::new();
    }
    rest.split_whitespace().filter_map(heredoc).collect()
}
