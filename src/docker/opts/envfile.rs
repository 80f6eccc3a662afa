//! `--env-file` and `--label-file`: a line for each `KEY=value`; a key alone takes its value from the
//! environment, or is left out.

/// The longest line that Go's `bufio.Scanner` takes, in bytes.
const LONGEST: usize = 64 * 1024 - 1;

/// The lines of a file as `KEY=value`.
pub fn parse(
    content: &[u8],
    lookup: impl Fn(&str) -> Option<String>,
) -> Result<Vec<String>, String> {
    let mut out = Vec::new();
    let mut lines: Vec<&[u8]> = content.split(|b| *b == b'\n').collect();
    if lines.last().is_some_and(|l| l.is_empty()) {
        lines.pop();
    }
    for (number, line) in lines.into_iter().enumerate() {
        if line.len() > LONGEST {
            return Err("bufio.Scanner: token too long".to_string());
        }
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let Ok(text) = std::str::from_utf8(line) else {
            let bytes: Vec<String> = line.iter().map(u8::to_string).collect();
            return Err(format!(
                "invalid utf8 bytes at line {}: [{}]",
                number + 1,
                bytes.join(" ")
            ));
        };
        let text = if number == 0 { text.strip_prefix('\u{feff}').unwrap_or(text) } else { text };
        let text = text.trim_start();
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let (key, has_value) = match text.split_once('=') {
            Some((key, _)) => (key, true),
            None => (text, false),
        };
        if key.is_empty() {
            return Err(format!("no variable name on line '{text}'"));
        }
        if key.contains([' ', '\t']) {
            return Err(format!("variable '{key}' contains whitespaces"));
        }
        if has_value {
            out.push(text.to_string());
        } else if let Some(value) = lookup(key) {
            out.push(format!("{key}={value}"));
        }
    }
    Ok(out)
}

/// Values as `-e` keeps them: a bare name takes its value from the environment if it is set there.
pub fn from_environment(values: &[String], lookup: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let full = |v: &String| match v.contains('=') {
        true => v.clone(),
        false => lookup(v).map_or_else(|| v.clone(), |value| format!("{v}={value}")),
    };
    values.iter().map(full).collect()
}

#[cfg(test)]
mod tests {
    use super::{from_environment, parse};

    fn lookup(name: &str) -> Option<String> {
        (name == "HOME").then(|| "/root".to_string())
    }

    #[test]
    fn lines() {
        let got = parse(b"\xef\xbb\xbfA=1\n# no\n\n  B= x \nHOME\nNOPE\n", lookup).unwrap();
        assert_eq!(got, ["A=1", "B= x ", "HOME=/root"]);
        assert_eq!(parse(b"A B=1", lookup).unwrap_err(), "variable 'A B' contains whitespaces");
        assert_eq!(parse(b"=1", lookup).unwrap_err(), "no variable name on line '=1'");
        assert_eq!(
            parse(b"A=\xff", lookup).unwrap_err(),
            "invalid utf8 bytes at line 1: [65 61 255]"
        );
        let long = vec![b'x'; 65_536];
        assert_eq!(parse(&long, lookup).unwrap_err(), "bufio.Scanner: token too long");
        assert!(parse(&long[1..], lookup).is_ok());
        let given = ["HOME".to_string(), "NOPE".to_string(), "A=".to_string()];
        assert_eq!(from_environment(&given, lookup), ["HOME=/root", "NOPE", "A="]);
    }
}
