//! Texts in the query of a URL, as Go's `url.QueryEscape` writes them.

/// Bytes as a value of a query: letters, digits and `-_.~` as they are, a space as `+`, others as `%XX`.
pub fn query_escape(value: &[u8]) -> String {
    let mut out = String::with_capacity(value.len());
    for &byte in value {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                out.push(char::from(byte));
            }
            b' ' => out.push('+'),
            _ => out += &format!("%{byte:02X}"),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::query_escape;

    #[test]
    fn queries() {
        for (from, to) in [("imp:2", "imp%3A2"), ("a b/é", "a+b%2F%C3%A9"), ("-_.~9Z", "-_.~9Z")] {
            assert_eq!(query_escape(from.as_bytes()), to);
        }
    }
}
