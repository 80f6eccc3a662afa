//! A command line given as one text, split into words as go-shellwords does it.

/// The words.
pub fn split(text: &str) -> Result<Vec<String>, String> {
    const WRONG: &str = "invalid command line string";
    let (mut words, mut word, mut got) = (Vec::new(), String::new(), false);
    let (mut escaped, mut double, mut single) = (false, false, false);
    for c in text.chars() {
        if std::mem::take(&mut escaped) {
            word.push(c);
            got = true;
            continue;
        }
        match c {
            '\\' if single => word.push(c),
            '\\' => escaped = true,
            ' ' | '\t' | '\r' | '\n' => {
                if single || double {
                    word.push(c);
                } else if got {
                    words.push(std::mem::take(&mut word));
                    got = false;
                }
            }
            '"' if !single => {
                got |= double;
                double = !double;
            }
            '\'' if !double => {
                got |= single;
                single = !single;
            }
            // Where a shell would end the command, the library stops and keeps what it has.
            ';' | '&' | '|' | '<' | '>' if !single && !double => break,
            '(' | ')' if !single && !double => return Err(WRONG.to_string()),
            _ => {
                word.push(c);
                got = true;
            }
        }
    }
    if got {
        words.push(word);
    }
    if escaped || single || double {
        return Err(WRONG.to_string());
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn lines() {
        for (line, want) in [
            ("sh -c \"echo a >> b; c\"", vec!["sh", "-c", "echo a >> b; c"]),
            ("a 'b  c' \\\"d", vec!["a", "b  c", "\"d"]),
            ("a \"\" b", vec!["a", "", "b"]),
            ("", vec![]),
        ] {
            assert_eq!(split(line).unwrap(), want, "{line}");
        }
        assert!(split("a 'b").is_err());
    }
}
