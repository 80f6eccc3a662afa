//! Regular expressions for `[[ =~ ]]`. The engine is the one that grep and sed use.

/// Searches a text; the groups of the match, the whole match first.
pub(crate) fn search(
    pattern: &str,
    text: &str,
    nocase: bool,
) -> Result<Option<Vec<Option<String>>>, String> {
    let _ = (pattern, text, nocase);
    Err("regular expressions are not available".to_string())
}
