//! Reading a Dockerfile: lines joined, comments dropped, flags and here-documents taken apart. Whether an
//! instruction is well made is for `check.rs` to say, what it means for `exec.rs`.

use super::check;

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
    /// Its name in capitals.
    pub name: String,
    /// `--name` or `--name=value`, in order.
    pub flags: Vec<(String, String)>,
    /// What follows, lines joined.
    pub rest: String,
    /// Here-documents that it names.
    pub heredocs: Vec<Heredoc>,
}

impl Instruction {
    /// The first of its lines and the last.
    pub fn lines(&self) -> (usize, usize) {
        (self.line, self.last)
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
    /// The first line and the last, from 1; none for the file as a whole.
    pub lines: Option<(usize, usize)>,
    /// BuildKit's words.
    pub why: String,
}

impl Wrong {
    /// What is said of an instruction that is not well made.
    pub fn parsed(lines: (usize, usize), why: &str) -> Wrong {
        let why = format!("dockerfile parse error on line {}: {why}", lines.0);
        Wrong { lines: Some(lines), why }
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

/// The `# name=value` lines at the top.
fn directives(text: &str) -> Result<(char, usize), Wrong> {
    let (mut escape, mut lines) = ('\\', 0);
    for line in text.lines() {
        let Some(comment) = line.trim().strip_prefix('#') else { break };
        let Some((name, value)) = comment.split_once('=') else { break };
        match name.trim().to_ascii_lowercase().as_str() {
            "escape" if value.trim() == "`" => escape = '`',
            "escape" if value.trim() != "\\" => {
                let why = format!("invalid escape token '{}' does not match ` or \\", value.trim());
                return Err(Wrong { lines: None, why });
            }
            "escape" | "syntax" | "check" => {}
            _ => break,
        }
        lines += 1;
    }
    Ok((escape, lines))
}

/// Reads a Dockerfile.
pub fn parse(text: &str) -> Result<Dockerfile, Wrong> {
    if text.is_empty() {
        return Err(Wrong { lines: None, why: "the Dockerfile cannot be empty".to_string() });
    }
    let (escape, skip) = directives(text)?;
    let mut out = Vec::new();
    // What is wrong with an instruction is said when the whole file could be taken apart.
    let mut refused: Option<Wrong> = None;
    let mut lines = text.lines().enumerate().skip(skip);
    while let Some((number, line)) = lines.next() {
        let trimmed = line.trim();
        if trimmed.is_empty() || trimmed.starts_with('#') {
            continue;
        }
        let mut whole = String::new();
        let mut piece = line.to_string();
        let mut last = number + 1;
        loop {
            let cut = piece.trim_end();
            match cut.strip_suffix(escape) {
                Some(start) => whole.push_str(start),
                None => {
                    whole.push_str(&piece);
                    break;
                }
            }
            // Empty lines and comments between the parts of one instruction do not count.
            let next = lines.by_ref().find(|(_, l)| {
                let t = l.trim();
                !t.is_empty() && !t.starts_with('#')
            });
            match next {
                Some((n, l)) => {
                    piece = l.to_string();
                    last = n + 1;
                }
                None => break,
            }
        }
        let lines_of = (number + 1, last);
        let mut i = match instruction(lines_of, whole.trim()) {
            Ok(i) => i,
            Err(why) => {
                refused.get_or_insert(Wrong::parsed(lines_of, &why));
                continue;
            }
        };
        if let Some(why) = check::unpaired(&i, escape) {
            return Err(Wrong { lines: Some(lines_of), why });
        }
        for name in heredoc_names(&i) {
            let (word, strip, expand) = name;
            let mut body = String::new();
            let mut ended = false;
            for (n, l) in lines.by_ref() {
                i.last = n + 1;
                let l = if strip { l.trim_start_matches('\t') } else { l };
                if l == word {
                    ended = true;
                    break;
                }
                body.push_str(l);
                body.push('\n');
            }
            if !ended {
                let why = "unterminated heredoc".to_string();
                return Err(Wrong { lines: Some((i.line, i.last)), why });
            }
            i.heredocs.push(Heredoc { name: word, body, expand });
        }
        out.push(i);
    }
    if let Some(wrong) = refused {
        return Err(wrong);
    }
    if out.is_empty() {
        // The parser stands at the end of the file then.
        let end = text.matches('\n').count();
        return Err(Wrong {
            lines: Some((end, end)),
            why: "file with no instructions".to_string(),
        });
    }
    Ok(Dockerfile { instructions: out, escape })
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
    let (word, rest) = match text.split_once(char::is_whitespace) {
        Some((w, r)) => (w, r.trim_start()),
        None => (text, ""),
    };
    let name = word.to_ascii_uppercase();
    if !KNOWN.contains(&name.as_str()) {
        let mut why = format!("unknown instruction: {word}");
        if let Some(known) = nearest(&name, KNOWN) {
            why.push_str(&format!(" (did you mean {known}?)"));
        }
        return Err(why);
    }
    let mut flags = Vec::new();
    let mut rest = rest;
    while check::takes_flags(&name) && rest.starts_with("--") {
        let (flag, more) = match rest.split_once(char::is_whitespace) {
            Some((f, m)) => (f, m.trim_start()),
            None => (rest, ""),
        };
        rest = more;
        let flag = flag.trim_start_matches("--");
        if flag.is_empty() {
            break;
        }
        check::flag(&name, flag, &flags)?;
        let (n, v) = flag.split_once('=').unwrap_or((flag, ""));
        flags.push((n.to_string(), v.trim_matches('"').to_string()));
    }
    let rest = rest.to_string();
    let i = Instruction { line, last, name, flags, rest, heredocs: Vec::new() };
    check::arguments(&i)?;
    Ok(i)
}

/// The here-documents that an instruction names: word, whether leading tabs go, whether variables are
/// replaced.
fn heredoc_names(i: &Instruction) -> Vec<(String, bool, bool)> {
    if !matches!(i.name.as_str(), "RUN" | "COPY" | "ADD") || i.rest.starts_with('[') {
        return Vec::new();
    }
    let mut out = Vec::new();
    for word in i.rest.split_whitespace() {
        let Some(at) = word.find("<<") else { continue };
        if !word[..at].bytes().all(|b| b.is_ascii_digit()) {
            continue;
        }
        let mut name = &word[at + 2..];
        if name.starts_with('<') {
            continue;
        }
        let strip = name.starts_with('-');
        if strip {
            name = &name[1..];
        }
        let bare = name.trim_matches(|c| c == '"' || c == '\'');
        let first = bare.chars().next();
        if first.is_some_and(|c| c.is_ascii_alphabetic() || c == '_') {
            out.push((bare.to_string(), strip, bare.len() == name.len()));
        }
    }
    out
}

/// The words of the JSON form, where the text is one.
pub fn json_form(text: &str) -> Option<Vec<String>> {
    if !text.trim_start().starts_with('[') {
        return None;
    }
    serde_json::from_str(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

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
