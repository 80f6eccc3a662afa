//! Lists given to `declare` as text: `'name=(a [1]=b)'`.

use crate::shell::state::{Res, Shell, Stop};
use crate::shell::syntax::Parser;

/// The elements in a text such as `(a [1]=b)`.
pub(super) fn compound_text(
    sh: &mut Shell,
    name: &str,
    text: &str,
) -> Res<Vec<(Option<String>, String, bool)>> {
    let inside = &text[1..text.len() - 1];
    let opts = sh.parse_options();
    match Parser::new(inside, sh.line, opts).elements_text() {
        Ok(es) if es.iter().all(|e| !e.value.waits) => sh.elements(name, &es, sh.holds_keys(name)),
        _ => {
            sh.error(&format!("{text}: bad array value"));
            Err(Stop::Discard(1))
        }
    }
}
