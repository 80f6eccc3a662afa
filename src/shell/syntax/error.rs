//! What can be wrong with program text. The wording per dialect is given by the one who reports it
//! (`exec::report`); this owns the facts.

/// Why text could not be parsed, and in which line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    pub line: u32,
    pub what: Wrong,
    /// The source line that the error is in, as bash shows it in a second message.
    pub text: Option<String>,
}

/// The kinds of syntax error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// A token that can not stand there.
    Unexpected(String),
    /// The end of the text inside a quote or parenthesis that this character would close.
    Unclosed(char),
    /// The end of the text inside a compound command that began in this line.
    Eof { opened: Option<(String, u32)> },
    /// What stands where something else is needed, both in the words of ash and dash.
    Expected { found: String, wanted: String },
    /// In `[[`: the message, and what the text goes on with.
    Cond(Option<String>, String),
    /// What is wrong with the parentheses of a `for ((..))`, and their text.
    ForParts(&'static str, String),
    /// Nesting is too deep.
    Depth,
    /// Anything else, in bash's words after "syntax error: " or whole.
    Other(String),
}

impl SyntaxError {
    /// Whether more lines could make the text whole.
    pub(crate) fn wants_more(&self) -> bool {
        match &self.what {
            Wrong::Unclosed(_) | Wrong::Eof { .. } => true,
            Wrong::Expected { found, .. } => found == "end of file",
            _ => false,
        }
    }
}

/// A compound command that is not at its end.
pub(super) struct Opened {
    /// The word that it began with.
    pub(super) word: &'static str,
    /// The one that is due next; empty where anything may come.
    pub(super) due: &'static str,
    /// The line that it began in.
    pub(super) line: u32,
}

/// The reserved word that is due behind one.
pub(super) fn due_after(word: &str) -> &'static str {
    match word {
        "if" => "then",
        "then" => "fi",
        "while" | "until" => "do",
        "do" => "done",
        "in" => ")",
        "{" => "}",
        _ => "",
    }
}
