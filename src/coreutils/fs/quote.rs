//! Names in messages and listings, as GNU's quotearg styles write them.

use crate::coreutils::Cx;
use crate::vfs::text;

/// Whether a character can be shown as it is.
fn printable(c: char, utf8: bool) -> bool {
    if c.is_ascii() {
        return !c.is_ascii_control();
    }
    utf8 && text::unescape(c).is_none() && !c.is_control() && !is_private(c)
}

fn is_private(c: char) -> bool {
    matches!(c as u32, 0xe000..=0xf8ff | 0xf_0000..=0x10_ffff | 0x200b..=0x200f | 0x2028..=0x202e)
}

/// The letter of a C escape for a control character.
fn c_letter(b: u8) -> Option<char> {
    Some(match b {
        7 => 'a',
        8 => 'b',
        9 => 't',
        10 => 'n',
        11 => 'v',
        12 => 'f',
        13 => 'r',
        _ => return None,
    })
}

fn push_escaped(out: &mut String, c: char) {
    let mut buf = [0; 4];
    for &b in text::encode(c.encode_utf8(&mut buf)).iter() {
        match c_letter(b) {
            Some(l) => {
                out.push('\\');
                out.push(l);
            }
            None => out.push_str(&format!("\\{b:03o}")),
        }
    }
}

/// C's escapes, without quotes around; a character in `also` is escaped with a backslash too.
pub fn c_escape(s: &str, utf8: bool, also: &str) -> String {
    let mut out = String::new();
    for c in s.chars() {
        if !printable(c, utf8) {
            push_escaped(&mut out, c);
        } else {
            if c == '\\' || also.contains(c) {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}

/// How the shell would need a name to be written, quoted only where that is needed.
pub fn shell(s: &str, utf8: bool, always: bool, colon: bool) -> String {
    let mut needs = always || s.is_empty();
    let (mut single, mut double_ok, mut odd) = (false, true, false);
    let whole = s.chars().count() == 1;
    for (i, c) in s.char_indices() {
        match c {
            '\'' => (single, needs) = (true, true),
            '#' | '~' if i != 0 => double_ok = false,
            '#' | '~' | ' ' => needs = true,
            '{' | '}' => needs |= whole,
            ':' => needs |= colon,
            '!' | '"' | '$' | '&' | '(' | ')' | '*' | ';' | '<' | '=' | '>' | '[' | '^' | '`'
            | '|' | '?' | '\\' => (needs, double_ok) = (true, false),
            c if !printable(c, utf8) => (needs, double_ok, odd) = (true, false, true),
            _ => {}
        }
    }
    if !needs {
        return s.to_string();
    }
    if single && double_ok {
        return format!("\"{s}\"");
    }
    let mut out = String::from("'");
    let mut pending = false;
    for c in s.chars() {
        if odd && !printable(c, utf8) {
            if !pending {
                out.push_str("'$'");
                pending = true;
            }
            push_escaped(&mut out, c);
            continue;
        }
        if pending {
            out.push_str("''");
            pending = false;
        }
        if c == '\'' {
            out.push_str("'\\''");
        } else {
            out.push(c);
        }
    }
    out.push('\'');
    out
}

/// As [`shell`], but characters that can not be shown stay as they are.
pub fn shell_plain(s: &str, always: bool, colon: bool) -> String {
    let visible: String = s.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let needs = shell(&visible, true, always, colon) != visible;
    if !needs {
        s.to_string()
    } else if s.contains('\'') && shell(s, true, always, colon).starts_with('"') {
        format!("\"{s}\"")
    } else {
        format!("'{}'", s.replace('\'', "'\\''"))
    }
}

/// GNU's `quote()`: curly quotes in a UTF-8 locale, straight ones elsewhere.
pub fn locale(s: &str, curly: bool) -> String {
    if curly {
        format!("‘{}’", c_escape(s, true, ""))
    } else {
        format!("'{}'", c_escape(s, false, "'"))
    }
}

impl Cx {
    /// Whether the locale's characters are UTF-8, by the environment.
    pub fn utf8(&self) -> bool {
        let set = |n: &str| self.p.env(n).filter(|v| !v.is_empty());
        let locale = set("LC_ALL").or_else(|| set("LC_CTYPE")).or_else(|| set("LANG"));
        locale.is_some_and(|l| {
            let l = l.to_ascii_lowercase();
            l.contains("utf-8") || l.contains("utf8")
        })
    }

    /// Complains about a word that an option does not take, listing those it takes; words of a group
    /// mean the same. Gives the status to end with.
    pub async fn bad_word(&mut self, given: &str, option: &str, valid: &[&[&str]]) -> i32 {
        let (given, option) = (self.ql(given), self.ql(option));
        if self.busybox() {
            return self.busybox_usage().await;
        }
        self.err(format!("invalid argument {given} for {option}")).await;
        let mut text = String::from("Valid arguments are:\n");
        for group in valid {
            let words: Vec<String> = group.iter().map(|w| self.ql(w)).collect();
            text.push_str(&format!("  - {}\n", words.join(", ")));
        }
        self.say(&text).await;
        self.try_help(1).await
    }

    /// A file's name in a message, always quoted (quoteaf); BusyBox only puts it between quotes.
    pub fn q(&self, name: &str) -> String {
        if self.busybox() { format!("'{name}'") } else { shell(name, self.utf8(), true, false) }
    }

    /// A file's name before a colon, quoted only where needed (quotef).
    pub fn qf(&self, name: &str) -> String {
        if self.busybox() { name.to_string() } else { shell(name, self.utf8(), false, true) }
    }

    /// Any other word in a message (quote).
    pub fn ql(&self, word: &str) -> String {
        if self.busybox() { format!("'{word}'") } else { locale(word, self.utf8()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_ls_writes_them() {
        let q = |s| shell(s, true, false, false);
        assert_eq!(q("plain-1.txt"), "plain-1.txt");
        assert_eq!(q("a b"), "'a b'");
        assert_eq!(q("it's"), "\"it's\"");
        assert_eq!(q("it's $x"), "'it'\\''s $x'");
        assert_eq!(q("a\nb"), "'a'$'\\n''b'");
        assert_eq!(q("é"), "é");
        assert_eq!(shell("é", false, false, false), "''$'\\303\\251'");
        assert_eq!(shell("x", true, true, false), "'x'");
    }
}
