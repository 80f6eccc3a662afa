//! What completion is to the line editor: candidates for the word before the cursor, and how a word is
//! quoted. Where candidates come from is `sources`' and, for single programs, a [`Programmable`]'s.

use crate::kernel::{LocalFuture, Proc};

/// What follows a word once it is the only one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum End {
    /// A space: the word is complete.
    #[default]
    Space,
    /// `/`, and the word goes on.
    Slash,
    /// Nothing, as after `--name=`.
    Nothing,
    /// `}`, as after `${NAME`.
    Brace,
}

/// A word that could stand there.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Candidate {
    /// The word, unquoted.
    pub word: String,
    /// What the list of candidates shows for it; the word where this is empty.
    pub show: String,
    /// What follows it.
    pub end: End,
}

impl Candidate {
    /// A complete word.
    pub fn new(word: impl Into<String>) -> Candidate {
        Candidate { word: word.into(), ..Candidate::default() }
    }

    /// What a list shows.
    pub fn shown(&self) -> String {
        let name = if self.show.is_empty() { &self.word } else { &self.show };
        if self.end == End::Slash { format!("{name}/") } else { name.clone() }
    }
}

/// How words are quoted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Quote {
    /// As they are.
    Nothing,
    /// Backslashes before what the shell would take apart.
    #[default]
    Words,
    /// Backslashes before whatever bash puts one before in a file's name.
    Files,
    /// Between single quotes, the first of which is there.
    Single,
    /// Between double quotes, the first of which is there.
    Double,
}

/// Candidates for the word that ends at the cursor.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Completion {
    /// Where the replaced part begins in the line, in bytes.
    pub start: usize,
    /// Text that is put before the word as it stands: an opening quote, `~/`, `$`.
    pub prefix: String,
    /// How the word is quoted.
    pub quote: Quote,
    /// The candidates, in the order in which they are to be listed.
    pub candidates: Vec<Candidate>,
}

/// Completes words; the shell is one.
pub trait Completer {
    /// Candidates for the word that ends at byte `at` of `line`.
    fn complete(&self, p: &Proc, line: &str, at: usize) -> LocalFuture<Completion>;

    /// The names of files that the word before byte `at` means as a pattern.
    fn globbed(&self, _: &Proc, _: &str, _: usize) -> LocalFuture<Completion> {
        Box::pin(async { Completion::default() })
    }

    /// The line with what the shell would expand in it (shell-expand-line); none where that fails.
    fn expand(&self, _: &Proc, _: &str) -> LocalFuture<Option<String>> {
        Box::pin(async { None })
    }

    /// The line with its history expanded; none where there is nothing to expand.
    fn recall(&self, _: &str, _: &[String]) -> Option<String> {
        None
    }

    /// What the shell says that it is.
    fn version(&self) -> String {
        String::new()
    }

    /// The number of the history's first line.
    fn first_number(&self) -> usize {
        1
    }
}

/// Completes nothing.
pub struct NoCompletion;

impl Completer for NoCompletion {
    fn complete(&self, _: &Proc, _: &str, _: usize) -> LocalFuture<Completion> {
        Box::pin(async { Completion::default() })
    }
}

/// What a program's own completion answers.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Answer {
    /// Words, those included that do not begin as what was typed does: they are left out later.
    pub candidates: Vec<Candidate>,
    /// Whether names of files are possible too.
    pub files: bool,
}

/// The completion of one program's arguments, supplied by whoever knows the program.
pub trait Programmable {
    /// Answers for word `index` of `words`; word 0 is the program's name, and word `index` is as it
    /// was typed up to the cursor.
    fn complete(&self, p: &Proc, words: Vec<String>, index: usize) -> LocalFuture<Answer>;
}

/// A word as it is written within a shell's line. `whole`: nothing will follow within the word.
pub fn quote(word: &str, how: Quote, whole: bool) -> String {
    let escape = |special: &str| {
        let mut out = String::new();
        for (i, c) in word.chars().enumerate() {
            match c {
                '\n' => out.push_str("$'\\n'"),
                '~' | '#' if i > 0 => out.push(c),
                _ => {
                    if special.contains(c) {
                        out.push('\\');
                    }
                    out.push(c);
                }
            }
        }
        out
    };
    match how {
        Quote::Nothing => word.to_string(),
        Quote::Words => escape(" \t\\\"'|&;()<>$`*?[]{}!#~"),
        Quote::Files => escape(" \t\\\"'|&;()<>$`*?[]{}!#~@=:,"),
        Quote::Single => {
            let end = if whole { "'" } else { "" };
            format!("{}{end}", word.replace('\'', "'\\''"))
        }
        Quote::Double => {
            let end = if whole { "\"" } else { "" };
            let mut out = String::new();
            for c in word.chars() {
                if matches!(c, '$' | '`' | '"' | '\\') {
                    out.push('\\');
                }
                out.push(c);
            }
            out + end
        }
    }
}

/// What all of the candidates begin with.
pub fn common_prefix(candidates: &[Candidate]) -> String {
    let Some(first) = candidates.first() else { return String::new() };
    let mut len = first.word.chars().count();
    for c in candidates {
        let same = c.word.chars().zip(first.word.chars()).take_while(|(a, b)| a == b).count();
        len = len.min(same);
    }
    first.word.chars().take(len).collect()
}

#[cfg(test)]
mod tests {
    use super::{Candidate, Quote, common_prefix, quote};

    #[test]
    fn quoting() {
        assert_eq!(quote("a b's~", Quote::Files, true), "a\\ b\\'s~");
        assert_eq!(quote("alpine:3", Quote::Words, true), "alpine:3");
        assert_eq!(quote("~x", Quote::Words, true), "\\~x");
        assert_eq!(quote("it's", Quote::Single, true), "it'\\''s'");
        assert_eq!(quote("a$b", Quote::Double, false), "a\\$b");
        let words = ["alpha", "alpine"].map(Candidate::new);
        assert_eq!(common_prefix(&words), "alp");
    }
}
