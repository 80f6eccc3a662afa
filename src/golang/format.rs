//! `Time.Format`, for moments in UTC: the layout is an example, the time of 2006-01-02 15:04:05.

use chrono::{DateTime, Utc};

/// The parts that a layout is made of, and what chrono calls them; the first that fits is taken.
const PARTS: [(&str, &str); 33] = [
    ("January", "%B"),
    ("Monday", "%A"),
    ("MST", "UTC"),
    ("2006", "%Y"),
    ("-07:00:00", "+00:00:00"),
    ("-070000", "+000000"),
    ("-07:00", "+00:00"),
    ("-0700", "+0000"),
    ("-07", "+00"),
    ("Z07:00:00", "Z"),
    ("Z070000", "Z"),
    ("Z07:00", "Z"),
    ("Z0700", "Z"),
    ("Z07", "Z"),
    ("002", "%j"),
    ("01", "%m"),
    ("02", "%d"),
    ("03", "%I"),
    ("04", "%M"),
    ("05", "%S"),
    ("06", "%y"),
    ("15", "%H"),
    ("PM", "%p"),
    ("pm", "%P"),
    ("_2006", "_%Y"),
    ("__2", "%_j"),
    ("_2", "%e"),
    ("1", "%-m"),
    ("2", "%-d"),
    ("3", "%-I"),
    ("4", "%-M"),
    ("5", "%-S"),
    // Left to stand for itself, as anything else.
    ("%", "%%"),
];

/// Short names; what goes on in small letters is another word.
const SHORT: [(&str, &str); 2] = [("Jan", "%b"), ("Mon", "%a")];

/// A time written by a layout.
pub fn format(ns: i64, layout: &str) -> String {
    let at: DateTime<Utc> = DateTime::from_timestamp_nanos(ns);
    let (mut form, mut rest) = (String::new(), layout);
    while let Some(c) = rest.chars().next() {
        let part = PARTS.iter().find(|(part, _)| rest.starts_with(part));
        let short = SHORT.iter().find(|(part, _)| {
            rest.strip_prefix(part).is_some_and(|r| !r.starts_with(|c: char| c.is_lowercase()))
        });
        if let Some((part, written)) = part.or(short) {
            form.push_str(written);
            rest = &rest[part.len()..];
        } else if let Some((digits, cut)) = fraction(rest) {
            let nanos = format!("{:09}", ns.rem_euclid(1_000_000_000));
            let shown = &nanos[..digits.min(9)];
            let shown = if cut { shown.trim_end_matches('0') } else { shown };
            if !shown.is_empty() {
                form.push(c);
                form.push_str(shown);
            }
            rest = &rest[1 + digits..];
        } else {
            form.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    at.format(&form).to_string()
}

/// A fraction of seconds: how many digits, and whether noughts at its end are left out.
fn fraction(text: &str) -> Option<(usize, bool)> {
    let digits = text.strip_prefix(['.', ','])?;
    let first = digits.chars().next().filter(|c| matches!(c, '0' | '9'))?;
    let after = digits.trim_start_matches(first);
    let many = digits.len() - after.len();
    (!after.starts_with(|c: char| c.is_ascii_digit())).then_some((many, first == '9'))
}

#[cfg(test)]
mod tests {
    use super::format;

    #[test]
    fn layouts() {
        let at = crate::golang::time::from_rfc3339("2026-11-02T15:04:05.120Z").unwrap();
        for (layout, want) in [
            ("2006-01-02T15:04:05.999999999Z07:00", "2026-11-02T15:04:05.12Z"),
            ("Mon Jan _2 15:04:05.000 -0700 MST 06", "Mon Nov  2 15:04:05.120 +0000 UTC 26"),
            ("Monday, 2 January; 3:4PM Month 100%", "Monday, 2 November; 3:4PM Month 1100%"),
        ] {
            assert_eq!(format(at, layout), want);
        }
    }
}
