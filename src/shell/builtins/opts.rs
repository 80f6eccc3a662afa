//! Options of builtins: letters, some with an argument.

/// Options found, each with its argument, and where the operands begin.
pub(crate) type Found = (Vec<(char, Option<String>)>, usize);

/// Reads options out of the words after the name. `spec` is as for getopts: a colon after a letter
/// that takes an argument. The error is the letter that is unknown, or that lacks its argument.
pub(crate) fn options(words: &[String], spec: &str) -> Result<Found, (char, bool)> {
    let mut found = Vec::new();
    let mut i = 0;
    while let Some(w) = words.get(i) {
        let Some(letters) = w.strip_prefix('-').filter(|l| !l.is_empty()) else { break };
        i += 1;
        if letters == "-" {
            break;
        }
        let rest = letters.char_indices();
        for (at, c) in rest {
            let Some(place) = spec.find(c).filter(|_| c != ':') else { return Err((c, false)) };
            if !spec[place + c.len_utf8()..].starts_with(':') {
                found.push((c, None));
                continue;
            }
            let tail = &letters[at + c.len_utf8()..];
            let argument = if tail.is_empty() {
                let next = words.get(i).cloned();
                i += 1;
                next
            } else {
                Some(tail.to_string())
            };
            match argument {
                Some(a) => found.push((c, Some(a))),
                None => return Err((c, true)),
            }
            break;
        }
    }
    Ok((found, i))
}
