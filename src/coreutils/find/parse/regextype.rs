//! The kinds of regular expressions that find knows, and Emacs's kind written as another.

/// What `-regextype` takes.
pub const REGEX_TYPES: &[&str] = &[
    "findutils-default",
    "awk",
    "ed",
    "egrep",
    "emacs",
    "gnu-awk",
    "grep",
    "posix-awk",
    "posix-basic",
    "posix-egrep",
    "posix-extended",
    "posix-minimal-basic",
    "sed",
];

/// Emacs's syntax, findutils' default, written as grep's: `+` and `?` are operators there.
pub fn from_emacs(pattern: &str) -> String {
    let mut out = String::new();
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some(c @ ('+' | '?')) => out.push_str(&format!("[{c}]")),
                Some(c) => out.extend(['\\', c]),
                None => out.push('\\'),
            },
            '+' | '?' => out.extend(['\\', c]),
            '[' => {
                out.push('[');
                let mut first = true;
                for c in chars.by_ref() {
                    out.push(c);
                    if c == ']' && !first {
                        break;
                    }
                    first = first && c == '^';
                }
            }
            c => out.push(c),
        }
    }
    out
}
