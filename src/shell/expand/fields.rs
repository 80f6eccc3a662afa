//! What an expansion is gathered into: one text, a pattern, or fields split at IFS. Which pieces are
//! pushed is decided in `expand` and its other files; finding files by pattern belongs to `glob`.

use crate::shell::limits::TEXT;
use crate::shell::pattern;

/// What the pieces become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Fields for a command: split, later matched with file names.
    Fields,
    /// One text.
    Text,
    /// A pattern: quoted characters get a backslash.
    Pattern,
    /// A regular expression: quoted characters get a backslash.
    Regex,
    /// The replacement of `${x/p/r}`: a quoted `&` gets a backslash.
    Replacement,
}

/// A finished field.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Field {
    pub text: String,
    /// The same with quoted characters escaped, when unquoted ones are pattern characters.
    pub pattern: Option<String>,
}

/// Field separators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ifs {
    white: Vec<char>,
    other: Vec<char>,
    /// What joins `"$*"`.
    pub join: String,
}

impl Ifs {
    /// From the value of IFS, `None` when it is unset.
    pub(crate) fn new(value: Option<&str>) -> Ifs {
        let value = value.unwrap_or(" \t\n");
        let is_white = |c: &char| matches!(c, ' ' | '\t' | '\n');
        Ifs {
            white: value.chars().filter(is_white).collect(),
            other: value.chars().filter(|c| !is_white(c)).collect(),
            join: value.chars().next().map(String::from).unwrap_or_default(),
        }
    }

    /// Whether a character separates.
    pub(crate) fn has(&self, c: char) -> bool {
        self.white.contains(&c) || self.other.contains(&c)
    }

    /// Whether it separates as white space does.
    pub(crate) fn is_white(&self, c: char) -> bool {
        self.white.contains(&c)
    }
}

/// An expansion being gathered.
#[derive(Debug)]
pub(crate) struct Fields {
    pub mode: Mode,
    /// Patterns are followed, because file names may be wanted.
    pub glob: bool,
    /// `:` starts a new tilde prefix.
    pub assignment: bool,
    ifs: Ifs,
    out: Vec<Field>,
    text: String,
    pattern: String,
    magic: bool,
    open: bool,
    after_white: bool,
    /// Bytes pushed, and whether they are more than there is memory for.
    pushed: usize,
    overflow: bool,
}

impl Fields {
    /// Nothing gathered yet.
    pub(crate) fn new(mode: Mode, glob: bool, ifs: Ifs) -> Fields {
        Fields {
            mode,
            glob,
            assignment: false,
            ifs,
            out: Vec::new(),
            text: String::new(),
            pattern: String::new(),
            magic: false,
            open: false,
            after_white: false,
            pushed: 0,
            overflow: false,
        }
    }

    /// Text that is quoted, or that is not split though it is not quoted (`quoted` false).
    pub(crate) fn push(&mut self, s: &str, quoted: bool) {
        self.open = true;
        self.after_white = false;
        self.pushed += s.len();
        if self.pushed > TEXT {
            self.overflow = true;
            return;
        }
        match self.mode {
            Mode::Text => self.text.push_str(s),
            Mode::Fields => {
                self.text.push_str(s);
                if self.glob {
                    if quoted {
                        pattern::escape_into(s, &mut self.pattern);
                    } else {
                        self.magic |= s.contains(['*', '?', '[', '(', '\\']);
                        self.pattern.push_str(s);
                    }
                }
            }
            Mode::Pattern if quoted => pattern::escape_into(s, &mut self.text),
            Mode::Regex if quoted => {
                for c in s.chars() {
                    if "\\^$.|?*+()[]{}".contains(c) {
                        self.text.push('\\');
                    }
                    self.text.push(c);
                }
            }
            Mode::Replacement if quoted => {
                for c in s.chars() {
                    if matches!(c, '&' | '\\') {
                        self.text.push('\\');
                    }
                    self.text.push(c);
                }
            }
            _ => self.text.push_str(s),
        }
    }

    /// The result of an expansion: split where it is not quoted.
    pub(crate) fn push_value(&mut self, s: &str, quoted: bool) {
        if quoted || self.mode != Mode::Fields {
            self.push(s, quoted);
            return;
        }
        let mut rest = s;
        while !rest.is_empty() {
            let n = rest.find(|c| self.ifs.has(c)).unwrap_or(rest.len());
            if n > 0 {
                self.push(&rest[..n], false);
                rest = &rest[n..];
                continue;
            }
            let Some(c) = rest.chars().next() else { break };
            rest = &rest[c.len_utf8()..];
            if self.ifs.is_white(c) {
                if self.open {
                    self.end_field();
                    self.after_white = true;
                }
            } else if self.open {
                self.end_field();
                self.after_white = false;
            } else if self.after_white {
                self.after_white = false;
            } else {
                self.open = true;
                self.end_field();
            }
        }
    }

    /// The values of `$@`, `${a[*]}` and the like.
    pub(crate) fn push_list(&mut self, values: &[String], star: bool, quoted: bool) {
        if self.mode != Mode::Fields || (star && quoted) {
            let join = if star { self.ifs.join.clone() } else { " ".to_string() };
            let text = values.join(&join);
            if !values.is_empty() || quoted {
                self.push_value(&text, quoted);
            }
            return;
        }
        for (i, v) in values.iter().enumerate() {
            // Unquoted ones are as if joined by IFS's first character and split again.
            let splits =
                !quoted && self.ifs.join.chars().next().is_some_and(|c| !self.ifs.is_white(c));
            if i > 0 && (self.open || splits) {
                self.end_field();
                self.after_white = false;
            }
            if quoted {
                self.push(v, true);
            } else {
                self.push_value(v, false);
            }
        }
    }

    /// A quoted nothing: the field is there though it is empty.
    pub(crate) fn open(&mut self) {
        self.open = true;
        self.after_white = false;
    }

    fn end_field(&mut self) {
        let text = std::mem::take(&mut self.text);
        let pattern = std::mem::take(&mut self.pattern);
        let pattern = (self.magic).then_some(pattern);
        self.magic = false;
        self.open = false;
        self.out.push(Field { text, pattern });
    }

    /// How many bytes would be wanted, when that is more than there is memory for.
    pub(crate) fn overflow(&self) -> Option<usize> {
        self.overflow.then_some(self.pushed)
    }

    /// The fields.
    pub(crate) fn finish(mut self) -> Vec<Field> {
        if self.open {
            self.end_field();
        }
        self.out
    }

    /// The one text.
    pub(crate) fn text(self) -> String {
        self.text
    }
}
