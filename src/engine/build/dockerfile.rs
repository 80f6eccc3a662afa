//! A Dockerfile's instructions: names, flags and what follows. Its lines are read in `parser.rs`; whether an
//! instruction is well made is for `check.rs` to say, what it means for `exec.rs`.

use super::check;
use super::lint::{Linter, form};
use super::parser::{self, Node, Nodes};

/// A here-document of an instruction.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Heredoc {
    /// The word that ends it.
    pub name: String,
    /// Its text.
    pub body: String,
    /// Whether variables in it are replaced (the word was not quoted).
    pub expand: bool,
}

/// One instruction.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Instruction {
    /// The line it begins on, from 1.
    pub line: usize,
    /// The line it ends on.
    pub last: usize,
    /// Its name as it is written.
    pub word: String,
    /// Its name in capitals.
    pub name: String,
    /// All of it as its step is called: as it is written, but for the name's capitals.
    pub text: String,
    /// `--name` or `--name=value`, in order.
    pub flags: Vec<(String, String)>,
    /// What follows, lines joined.
    pub rest: String,
    /// Here-documents that it names.
    pub heredocs: Vec<Heredoc>,
    /// The comments before it.
    pub comments: Vec<String>,
    /// Whether an image has kept it for those built on it.
    pub kept: bool,
}

impl Instruction {
    /// The first of its lines and the last.
    pub fn lines(&self) -> (usize, usize) {
        (self.line, self.last)
    }

    /// The value of a flag.
    pub fn flag(&self, name: &str) -> Option<&str> {
        self.flags.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

/// A Dockerfile, read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dockerfile {
    /// Its instructions in order.
    pub instructions: Vec<Instruction>,
    /// The character that continues lines and takes meaning away.
    pub escape: char,
}

/// Why a Dockerfile can not be read, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wrong {
    /// The first line and the last, from 1, of each part that is shown; none for the file as a whole.
    pub lines: Vec<(usize, usize)>,
    /// BuildKit's words.
    pub why: String,
}

impl Wrong {
    /// What is said of an instruction that is not well made.
    pub fn parsed(lines: (usize, usize), why: &str) -> Wrong {
        let why = format!("dockerfile parse error on line {}: {why}", lines.0);
        Wrong { lines: vec![lines], why }
    }
}

const KNOWN: &[&str] = &[
    "ADD",
    "ARG",
    "CMD",
    "COPY",
    "ENTRYPOINT",
    "ENV",
    "EXPOSE",
    "FROM",
    "HEALTHCHECK",
    "LABEL",
    "MAINTAINER",
    "ONBUILD",
    "RUN",
    "SHELL",
    "STOPSIGNAL",
    "USER",
    "VOLUME",
    "WORKDIR",
];

/// Reads a Dockerfile that was taken apart.
pub fn read(nodes: &Nodes, lint: &mut Linter) -> Result<Dockerfile, Wrong> {
    let mut instructions = Vec::new();
    for node in &nodes.all {
        form::seen(lint, node);
        let i = instruction(node.lines, &node.text);
        let i = i.map_err(|why| Wrong::parsed(node.lines, &why))?;
        let Node { heredocs, comments, .. } = node.clone();
        instructions.push(Instruction { heredocs, comments, ..i });
    }
    Ok(Dockerfile { instructions, escape: nodes.escape })
}

/// The known word that a wrong one is nearest to, if at most two changes away (BuildKit's
/// `suggest`).
pub fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let distance = |a: &[u8], b: &[u8]| {
        let mut row: Vec<usize> = (0..=b.len()).collect();
        for (i, x) in a.iter().enumerate() {
            let mut corner = row[0];
            row[0] = i + 1;
            for (j, y) in b.iter().enumerate() {
                let change = corner + usize::from(x != y);
                corner = row[j + 1];
                row[j + 1] = change.min(row[j] + 1).min(corner + 1);
            }
        }
        row[b.len()]
    };
    if word.len() > 20 {
        return None;
    }
    let all = known.iter().map(|k| (distance(word.as_bytes(), k.as_bytes()), *k));
    all.filter(|(d, _)| *d < 3).min_by_key(|(d, _)| *d).map(|(_, k)| k)
}

/// Takes one instruction apart.
pub fn instruction((line, last): (usize, usize), text: &str) -> Result<Instruction, String> {
    let (word, rest) = parser::parts(text);
    let name = word.to_ascii_uppercase();
    if !KNOWN.contains(&name.as_str()) {
        let mut why = format!("unknown instruction: {word}");
        if let Some(known) = nearest(&name, KNOWN) {
            let known = if word == name { known.to_string() } else { known.to_lowercase() };
            why.push_str(&format!(" (did you mean {known}?)"));
        }
        return Err(why);
    }
    let (given, rest) = parser::flags(rest);
    check::counted(&name, rest)?;
    // BuildKit takes the name to end at the first blank only.
    let (first, more) = text.split_at(text.find(' ').unwrap_or(text.len()));
    let i = Instruction {
        line,
        last,
        word: word.to_string(),
        flags: check::flags(&name, &given, rest)?,
        text: first.to_uppercase() + more,
        name,
        rest: rest.to_string(),
        heredocs: Vec::new(),
        comments: Vec::new(),
        kept: false,
    };
    check::arguments(&i)?;
    Ok(i)
}

/// The words of the JSON form, where the text is one.
pub fn json_form(text: &str) -> Option<Vec<String>> {
    if !text.trim_start().starts_with('[') {
        return None;
    }
    serde_json::from_str(text).ok()
}

/// Whether the text is a list in the JSON form that holds more than texts.
pub fn is_mixed(text: &str) -> bool {
    let list: Option<Vec<serde_json::Value>> = serde_json::from_str(text).ok();
    list.is_some_and(|list| !list.iter().all(serde_json::Value::is_string))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Dockerfile, Wrong> {
        read(&parser::take_apart(text)?, &mut Linter::default())
    }

    #[test]
    fn lines_are_joined_and_comments_dropped() {
        let d =
            parse("# syntax=x\nFROM a \\\n\n# no\n  AS b\nRUN --mount=type=cache,target=/c make\n")
                .unwrap();
        assert_eq!(d.instructions.len(), 2);
        assert_eq!(d.instructions[0].rest.split_whitespace().collect::<Vec<_>>(), ["a", "AS", "b"]);
        assert_eq!(
            d.instructions[1].flags,
            [("mount".to_string(), "type=cache,target=/c".to_string())]
        );
        assert_eq!((d.instructions[1].line, d.instructions[1].rest.as_str()), (6, "make"));
    }

    #[test]
    fn here_documents() {
        let d = parse("FROM a\nCOPY <<'E' /x\n$a\nE\nRUN <<-T\n\techo\n\tT\n").unwrap();
        assert_eq!(d.instructions[1].heredocs[0].body, "$a\n");
        assert!(!d.instructions[1].heredocs[0].expand);
        assert_eq!(d.instructions[2].heredocs[0].body, "echo\n");
        assert!(parse("FROM a\nRUN <<E\nx\n").is_err());
    }

    #[test]
    fn what_is_wrong_is_said() {
        let why = |t: &str| parse(t).unwrap_err().why;
        let said = "unknown instruction: FRM (did you mean FROM?)";
        assert_eq!(why("FRM x"), format!("dockerfile parse error on line 1: {said}"));
        assert_eq!(why("# only\n"), "file with no instructions");
        let said = "dockerfile parse error on line 2: ENV requires at least one argument";
        assert_eq!(why("FROM a\nENV"), said);
    }
}
