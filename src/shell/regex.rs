//! Regular expressions for `[[ =~ ]]`, by the engine that grep and sed use.

use crate::coreutils::regex::{Captures, Flavor, Options, Regex};
use crate::vfs::text;

/// The groups of a match, the whole match first.
pub(crate) type Groups = Vec<Option<String>>;

/// Searches a text; the error is regcomp's message.
pub(crate) fn search(pattern: &str, subject: &str, nocase: bool) -> Result<Option<Groups>, String> {
    let mut options = Options::new(Flavor::Extended, true);
    options.icase = nocase;
    let regex = Regex::new(&text::encode(pattern), &options).map_err(|e| e.to_string())?;
    let bytes = text::encode(subject);
    let mut found = Captures::default();
    if !regex.captures_at(&bytes, 0, &mut found).map_err(|e| e.to_string())? {
        return Ok(None);
    }
    let group = |i| found.get(i).map(|(a, b)| text::decode(&bytes[a..b]).into_owned());
    Ok(Some((0..=regex.groups()).map(group).collect()))
}
