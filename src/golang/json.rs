//! JSON as Go's `encoding/json` reads it: what is wrong with a text is told in its words. The values are
//! serde_json's.

use serde_json::Value;

/// What Go calls the kind of a value.
pub fn kind(v: &Value) -> &'static str {
    match v {
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// How Go shows a byte that it did not look for.
fn shown(byte: u8) -> String {
    match byte {
        b'\'' => r"'\''".to_string(),
        b'"' => "'\"'".to_string(),
        b'\n' => r"'\n'".to_string(),
        b'\t' => r"'\t'".to_string(),
        b'\r' => r"'\r'".to_string(),
        b'\\' => r"'\\'".to_string(),
        0x20..=0x7e => format!("'{}'", char::from(byte)),
        _ => format!(r"'\x{byte:02x}'"),
    }
}

const DEEPEST: usize = 1000;

struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
    /// What is said of a text that ends too early.
    cut: &'static str,
}

/// The first value in a text, as a `Decoder` reads it; what stands behind it is not looked at.
pub fn first(bytes: &[u8]) -> Result<Value, String> {
    let mut s = Scanner { bytes, at: 0, cut: "unexpected EOF" };
    s.space();
    if s.at == bytes.len() {
        return Err("EOF".to_string());
    }
    s.value(0)?;
    parsed(&bytes[..s.at])
}

/// The one value in a text, as `Unmarshal` reads it.
pub fn whole(bytes: &[u8]) -> Result<Value, String> {
    let mut s = Scanner { bytes, at: 0, cut: "unexpected end of JSON input" };
    s.value(0)?;
    s.space();
    if s.peek().is_some() {
        return s.wrong("after top-level value");
    }
    parsed(bytes)
}

/// What serde_json makes of a text that is JSON: it refuses only what lies deeper than it goes.
fn parsed(bytes: &[u8]) -> Result<Value, String> {
    serde_json::from_slice(bytes).map_err(|_| "exceeded max depth".to_string())
}

impl Scanner<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) {
        while self.peek().is_some_and(|b| b" \t\r\n".contains(&b)) {
            self.at += 1;
        }
    }

    fn wrong<T>(&self, context: &str) -> Result<T, String> {
        match self.peek() {
            Some(byte) => Err(format!("invalid character {} {context}", shown(byte))),
            None => Err(self.cut.to_string()),
        }
    }

    fn value(&mut self, depth: usize) -> Result<(), String> {
        if depth > DEEPEST {
            return Err("exceeded max depth".to_string());
        }
        self.space();
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'"') => self.string(),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true"),
            Some(b'f') => self.word("false"),
            Some(b'n') => self.word("null"),
            _ => self.wrong("looking for beginning of value"),
        }
    }

    fn object(&mut self, depth: usize) -> Result<(), String> {
        self.at += 1;
        self.space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return self.wrong("looking for beginning of object key string");
            }
            self.string()?;
            self.space();
            if self.peek() != Some(b':') {
                return self.wrong("after object key");
            }
            self.at += 1;
            self.value(depth + 1)?;
            self.space();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return self.wrong("after object key:value pair"),
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<(), String> {
        self.at += 1;
        self.space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.value(depth + 1)?;
            self.space();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return self.wrong("after array element"),
            }
        }
    }

    fn string(&mut self) -> Result<(), String> {
        self.at += 1;
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    self.at += 1;
                    match self.peek() {
                        Some(b'u') => {
                            for _ in 0..4 {
                                self.at += 1;
                                if !self.peek().is_some_and(|b| b.is_ascii_hexdigit()) {
                                    return self.wrong("in \\u hexadecimal character escape");
                                }
                            }
                        }
                        Some(b'b' | b'f' | b'n' | b'r' | b't' | b'\\' | b'/' | b'"') => {}
                        _ => return self.wrong("in string escape code"),
                    }
                    self.at += 1;
                }
                Some(byte) if byte >= 0x20 => self.at += 1,
                _ => return self.wrong("in string literal"),
            }
        }
    }

    fn digits(&mut self) -> usize {
        let from = self.at;
        while self.peek().is_some_and(|b| b.is_ascii_digit()) {
            self.at += 1;
        }
        self.at - from
    }

    fn number(&mut self) -> Result<(), String> {
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        match self.peek() {
            Some(b'0') => self.at += 1,
            Some(b'1'..=b'9') => {
                self.digits();
            }
            _ => return self.wrong("in numeric literal"),
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            if self.digits() == 0 {
                return self.wrong("after decimal point in numeric literal");
            }
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            if self.digits() == 0 {
                return self.wrong("in exponent of numeric literal");
            }
        }
        Ok(())
    }

    fn word(&mut self, word: &str) -> Result<(), String> {
        for want in word.bytes().enumerate() {
            if self.peek() != Some(want.1) {
                let expecting = shown(want.1);
                return self.wrong(&format!("in literal {word} (expecting {expecting})"));
            }
            self.at += 1;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{first, whole};
    use serde_json::json;

    #[test]
    fn values_and_what_is_none() {
        let value = json!({"a": [1, -2.5e3, true, null, "x\n"]});
        let text = b" {\"a\":[1,-2.5e3,true,null,\"x\\n\"]}x";
        assert_eq!(first(text), Ok(value.clone()));
        assert_eq!(whole(&text[..text.len() - 1]), Ok(value));
        assert_eq!(
            whole(text).err().as_deref(),
            Some("invalid character 'x' after top-level value")
        );
        assert_eq!(whole(b"[1,").err().as_deref(), Some("unexpected end of JSON input"));
        for (text, want) in [
            ("{", "unexpected EOF"),
            (" ", "EOF"),
            ("{\"a\":}", "invalid character '}' looking for beginning of value"),
            ("{\"a\":1,}", "invalid character '}' looking for beginning of object key string"),
            ("{'a':1}", r"invalid character '\'' looking for beginning of object key string"),
            ("[1 2]", "invalid character '2' after array element"),
            ("{\"a\" 1}", "invalid character '1' after object key"),
            ("trux", "invalid character 'x' in literal true (expecting 'e')"),
        ] {
            assert_eq!(first(text.as_bytes()), Err(want.to_string()), "{text}");
        }
    }
}
