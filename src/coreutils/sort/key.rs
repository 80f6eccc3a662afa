//! Keys of sort: reading `-k`, finding a key in a line.

/// How keys are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// `-b` at the beginning.
    pub blanks: bool,
    /// `-b` at the end.
    pub end_blanks: bool,
    /// `-d`
    pub dictionary: bool,
    /// `-f`
    pub fold: bool,
    /// `-i`
    pub printable: bool,
    /// By what.
    pub kind: Kind,
    /// `-r`
    pub reverse: bool,
}

/// What keys are compared as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Kind {
    #[default]
    Text,
    Numeric,
    General,
    Human,
    Month,
    Version,
    Random,
}

impl Order {
    /// Takes up an option letter; false if it is none.
    pub fn letter(&mut self, c: char) -> bool {
        match c {
            'b' => (self.blanks, self.end_blanks) = (true, true),
            'd' => self.dictionary = true,
            'f' => self.fold = true,
            'i' => self.printable = true,
            'g' => self.kind = Kind::General,
            'h' => self.kind = Kind::Human,
            'M' => self.kind = Kind::Month,
            'n' => self.kind = Kind::Numeric,
            'R' => self.kind = Kind::Random,
            'V' => self.kind = Kind::Version,
            'r' => self.reverse = true,
            _ => return false,
        }
        true
    }

    /// True if nothing was asked for.
    pub fn is_default(&self) -> bool {
        *self == Order::default()
    }
}

/// A key.
#[derive(Clone, Debug)]
pub struct Key {
    /// Fields and characters to skip.
    pub start: (usize, usize),
    /// Field and characters of the end; none: the end of the line.
    pub end: Option<(usize, usize)>,
    /// How it is ordered.
    pub order: Order,
}

/// Reads `F[.C][OPTS][,F[.C][OPTS]]`; the error is GNU's, without the program's name.
pub fn parse(spec: &str, quote: impl Fn(&str) -> String) -> Result<Key, String> {
    let mut rest = spec;
    let number = |rest: &mut &str| {
        let n = rest.bytes().take_while(u8::is_ascii_digit).count();
        let v = (n > 0).then(|| rest[..n].parse::<usize>().unwrap_or(usize::MAX / 4));
        *rest = &rest[n..];
        v
    };
    let mut order = Order::default();
    let Some(f) = number(&mut rest) else {
        return Err(format!(
            "invalid number at field start: invalid count at start of {}",
            quote(spec)
        ));
    };
    if f == 0 {
        return Err(format!("-: invalid field specification {}", quote(spec))
            .replacen("-: ", "", 1)
            .replacen(
                "invalid field specification",
                "field number is zero: invalid field specification",
                1,
            ));
    }
    let mut c = 1;
    if let Some(r) = rest.strip_prefix('.') {
        rest = r;
        let Some(n) = number(&mut rest) else {
            return Err(format!(
                "invalid number after '.': invalid count at start of {}",
                quote(rest)
            ));
        };
        if n == 0 {
            return Err(format!(
                "character offset is zero: invalid field specification {}",
                quote(spec)
            ));
        }
        c = n;
    }
    while let Some(l) = rest.chars().next() {
        if l == 'b' {
            order.blanks = true;
        } else if !order.letter(l) {
            break;
        }
        rest = &rest[l.len_utf8()..];
    }
    let mut end = None;
    if let Some(r) = rest.strip_prefix(',') {
        rest = r;
        let Some(f) = number(&mut rest) else {
            return Err(format!(
                "invalid number after ',': invalid count at start of {}",
                quote(rest)
            ));
        };
        if f == 0 {
            return Err(format!(
                "field number is zero: invalid field specification {}",
                quote(spec)
            ));
        }
        let mut c = 0;
        if let Some(r) = rest.strip_prefix('.') {
            rest = r;
            let Some(n) = number(&mut rest) else {
                return Err(format!(
                    "invalid number after '.': invalid count at start of {}",
                    quote(rest)
                ));
            };
            c = n;
        }
        end = Some((f - 1, c));
        while let Some(l) = rest.chars().next() {
            if l == 'b' {
                order.end_blanks = true;
            } else if !order.letter(l) {
                break;
            }
            rest = &rest[l.len_utf8()..];
        }
    }
    if !rest.is_empty() {
        return Err(format!(
            "stray character in field spec: invalid field specification {}",
            quote(spec)
        ));
    }
    Ok(Key { start: (f - 1, c - 1), end, order })
}

fn blank(b: u8) -> bool {
    matches!(b, b' ' | b'\t' | b'\n')
}

/// Passes over `n` fields; the separator after the last one is passed only if `over`.
fn skip(line: &[u8], n: usize, tab: Option<u8>, over: bool) -> usize {
    let mut at = 0;
    match tab {
        Some(t) => {
            for left in (0..n).rev() {
                if at >= line.len() {
                    break;
                }
                at = line[at..].iter().position(|b| *b == t).map_or(line.len(), |i| at + i);
                if at < line.len() && (left > 0 || over) {
                    at += 1;
                }
            }
        }
        None => {
            for _ in 0..n {
                if at >= line.len() {
                    break;
                }
                while at < line.len() && blank(line[at]) {
                    at += 1;
                }
                while at < line.len() && !blank(line[at]) {
                    at += 1;
                }
            }
        }
    }
    at
}

impl Key {
    /// The key's bounds in a line.
    pub fn span(&self, line: &[u8], tab: Option<u8>) -> (usize, usize) {
        let mut a = skip(line, self.start.0, tab, true);
        if self.order.blanks {
            while a < line.len() && blank(line[a]) {
                a += 1;
            }
        }
        a = (a + self.start.1).min(line.len());
        let b = match self.end {
            None => line.len(),
            Some((field, 0)) => skip(line, field + 1, tab, false),
            Some((field, chars)) => {
                let mut b = skip(line, field, tab, true);
                if self.order.end_blanks {
                    while b < line.len() && blank(line[b]) {
                        b += 1;
                    }
                }
                (b + chars).min(line.len())
            }
        };
        (a, b.max(a))
    }
}
