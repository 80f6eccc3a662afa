//! The `l` command's unambiguous form.

/// The text with everything odd escaped, folded at `width` (0 and 1: not at all), `$` at its end.
pub fn list(text: &[u8], width: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() + 8);
    let mut column = 0;
    for &b in text {
        let piece = match b {
            b'\\' => "\\\\".to_string(),
            7 => "\\a".into(),
            8 => "\\b".into(),
            12 => "\\f".into(),
            b'\n' => "\\n".into(),
            b'\r' => "\\r".into(),
            b'\t' => "\\t".into(),
            11 => "\\v".into(),
            b' '..=b'~' => char::from(b).to_string(),
            b => format!("\\{b:03o}"),
        };
        if width > 1 && column + piece.len() > width - 1 {
            out.extend_from_slice(b"\\\n");
            column = 0;
        }
        column += piece.len();
        out.extend_from_slice(piece.as_bytes());
    }
    out.extend_from_slice(b"$\n");
    out
}
