//! Syntax errors in the words of each dialect.

use crate::shell::syntax::{SyntaxError, Wrong};

pub(super) fn bash_words(e: &SyntaxError) -> String {
    match &e.what {
        Wrong::Unexpected(t) | Wrong::Expected { found: t, .. } => {
            format!("syntax error near unexpected token `{t}'")
        }
        Wrong::Cond(_, near) => format!("syntax error near `{near}'"),
        Wrong::Unclosed(c) => format!("unexpected EOF while looking for matching `{c}'"),
        Wrong::Eof { opened: Some((word, line)) } => {
            format!("syntax error: unexpected end of file from `{word}' command on line {line}")
        }
        Wrong::Eof { .. } => "syntax error: unexpected end of file".to_string(),
        Wrong::ForParts(_, whole) => format!("syntax error: `{whole}'"),
        Wrong::Depth => "syntax error: commands nested too deeply".to_string(),
        Wrong::Other(m) => m.clone(),
    }
}

/// Whether a token is an operator of a redirection.
fn is_redirection(token: &str) -> bool {
    token.contains(['<', '>']) && token.chars().all(|c| "<>&|-".contains(c))
}

pub(super) fn ash_words(e: &SyntaxError) -> String {
    match &e.what {
        Wrong::Unexpected(t) if t == "newline" => "syntax error: unexpected newline".to_string(),
        Wrong::Unexpected(t) if is_redirection(t) => {
            "syntax error: unexpected redirection".to_string()
        }
        Wrong::Unexpected(t) | Wrong::Cond(_, t) => format!("syntax error: unexpected \"{t}\""),
        Wrong::Expected { found, wanted } => {
            format!("syntax error: unexpected {found} (expecting {wanted})")
        }
        Wrong::Unclosed(')') => {
            "syntax error: unexpected end of file (expecting \")\")".to_string()
        }
        Wrong::Unclosed('`') => "syntax error: EOF in backquote substitution".to_string(),
        Wrong::Unclosed('}') => "syntax error: missing '}'".to_string(),
        Wrong::Unclosed(_) => "syntax error: unterminated quoted string".to_string(),
        Wrong::Eof { opened } => match opened.as_ref().filter(|(due, _)| !due.is_empty()) {
            Some((c, _)) => format!("syntax error: unexpected end of file (expecting \"{c}\")"),
            None => "syntax error: unexpected end of file".to_string(),
        },
        Wrong::Depth => "syntax error: commands nested too deeply".to_string(),
        Wrong::ForParts(m, _) => format!("syntax error: {m}"),
        Wrong::Other(m) => format!("syntax error: {m}"),
    }
}

pub(super) fn dash_words(e: &SyntaxError) -> String {
    match &e.what {
        Wrong::Unexpected(t) if t == "newline" => "Syntax error: newline unexpected".to_string(),
        Wrong::Unexpected(t) if is_redirection(t) => {
            "Syntax error: redirection unexpected".to_string()
        }
        Wrong::Unexpected(t) | Wrong::Cond(_, t) => format!("Syntax error: \"{t}\" unexpected"),
        Wrong::Expected { found, wanted } => {
            format!("Syntax error: {found} unexpected (expecting {wanted})")
        }
        Wrong::Unclosed(')') => {
            "Syntax error: end of file unexpected (expecting \")\")".to_string()
        }
        Wrong::Unclosed('`') => "Syntax error: EOF in backquote substitution".to_string(),
        Wrong::Unclosed('}') => "Syntax error: Missing '}'".to_string(),
        Wrong::Unclosed(_) => "Syntax error: Unterminated quoted string".to_string(),
        Wrong::Eof { opened } => match opened.as_ref().filter(|(due, _)| !due.is_empty()) {
            Some((c, _)) => format!("Syntax error: end of file unexpected (expecting \"{c}\")"),
            None => "Syntax error: end of file unexpected".to_string(),
        },
        Wrong::Depth => "Syntax error: commands nested too deeply".to_string(),
        Wrong::ForParts(m, _) => format!("Syntax error: {m}"),
        Wrong::Other(m) => {
            let mut letters = m.chars();
            let first = letters.next().map(|c| c.to_ascii_uppercase());
            let m: String = first.into_iter().chain(letters).collect();
            format!("Syntax error: {m}")
        }
    }
}
