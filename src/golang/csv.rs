//! One record of comma separated values, read as Go's `encoding/csv` reads it.

/// The fields of the first record, or the reader's error.
pub fn record(text: &str) -> Result<Vec<String>, String> {
    let line = text.split('\n').find(|l| !l.is_empty()).unwrap_or_default();
    let number = 1 + text.split('\n').take_while(|l| l.is_empty()).count();
    let line = line.strip_suffix('\r').unwrap_or(line);
    if line.is_empty() {
        return Err("EOF".to_string());
    }
    let mut fields = Vec::new();
    let mut rest = line;
    loop {
        if let Some(quoted) = rest.strip_prefix('"') {
            let mut field = String::new();
            let mut chars = quoted.char_indices();
            let end = loop {
                match chars.next() {
                    Some((_, '"')) => match chars.next() {
                        Some((_, '"')) => field.push('"'),
                        Some((_, ',')) => break Some(chars.as_str()),
                        None => break None,
                        Some((at, _)) => {
                            let column = line.len() - quoted.len() + at;
                            return Err(format!(
                                "parse error on line {number}, column {column}: extraneous or missing \" in quoted-field"
                            ));
                        }
                    },
                    Some((_, c)) => field.push(c),
                    None => {
                        let column = line.len() + 1;
                        return Err(format!(
                            "parse error on line {number}, column {column}: extraneous or missing \" in quoted-field"
                        ));
                    }
                }
            };
            fields.push(field);
            match end {
                Some(more) => rest = more,
                None => return Ok(fields),
            }
        } else {
            let (field, more) = match rest.split_once(',') {
                Some((field, more)) => (field, Some(more)),
                None => (rest, None),
            };
            if let Some(at) = field.find('"') {
                let column = line.len() - rest.len() + at + 1;
                return Err(format!(
                    "parse error on line {number}, column {column}: bare \" in non-quoted-field"
                ));
            }
            fields.push(field.to_string());
            match more {
                Some(more) => rest = more,
                None => return Ok(fields),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::record;

    #[test]
    fn records() {
        assert_eq!(record("a,b=c,").unwrap(), ["a", "b=c", ""]);
        assert_eq!(
            record("\"a,b\",c\"\"").unwrap_err(),
            "parse error on line 1, column 8: bare \" in non-quoted-field"
        );
        assert_eq!(record("\"a,\"\"b\",c").unwrap(), ["a,\"b", "c"]);
        assert_eq!(record("").unwrap_err(), "EOF");
    }
}
