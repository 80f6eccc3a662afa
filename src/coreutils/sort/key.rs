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
    /// The kinds that were asked for, of which only one can be had; a bit each.
    kinds: u8,
}

/// What keys are compared as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
            'g' => self.be(Kind::General),
            'h' => self.be(Kind::Human),
            'M' => self.be(Kind::Month),
            'n' => self.be(Kind::Numeric),
            'R' => self.be(Kind::Random),
            'V' => self.be(Kind::Version),
            'r' => self.reverse = true,
            _ => return false,
        }
        true
    }

    fn be(&mut self, kind: Kind) {
        self.kind = kind;
        self.kinds |= 1 << kind as u8;
    }

    /// The letters of options that GNU's sort does not take together.
    pub fn conflict(&self) -> Option<String> {
        let has = |kind: Kind| self.kinds >> kind as u8 & 1 == 1;
        let plain = [Kind::Numeric, Kind::General, Kind::Human, Kind::Month];
        let others = self.dictionary || self.printable || has(Kind::Version) || has(Kind::Random);
        if plain.iter().filter(|k| has(**k)).count() + usize::from(others) < 2 {
            return None;
        }
        let letters = [
            ('d', self.dictionary),
            ('f', self.fold),
            ('g', has(Kind::General)),
            ('h', has(Kind::Human)),
            ('i', self.printable && !self.dictionary),
            ('M', has(Kind::Month)),
            ('n', has(Kind::Numeric)),
            ('R', has(Kind::Random)),
            ('V', has(Kind::Version)),
        ];
        Some(letters.iter().filter(|l| l.1).map(|l| l.0).collect())
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

/// Arguments in which keys of the old form, `+POS1 [-POS2]` counted from 0, are those of `-k`.
pub fn modern(args: Vec<String>) -> Vec<String> {
    // The field, the character and the letters of a position.
    let read = |s: &str| {
        let digits = s.find(|c: char| !c.is_ascii_digit()).unwrap_or(s.len());
        let field = s[..digits].parse::<usize>().ok()?;
        let rest = &s[digits..];
        let Some(chars) = rest.strip_prefix('.') else { return Some((field, 0, rest.to_string())) };
        let digits = chars.find(|c: char| !c.is_ascii_digit()).unwrap_or(chars.len());
        Some((field, chars[..digits].parse::<usize>().ok()?, chars[digits..].to_string()))
    };
    let mut out = Vec::new();
    let mut rest = args.into_iter().peekable();
    while let Some(arg) = rest.next() {
        if arg == "--" {
            out.push(arg);
            out.extend(rest);
            break;
        }
        let takes = matches!(arg.as_str(), "-k" | "-o" | "-S" | "-t" | "-T");
        let Some((field, chars, letters)) = arg.strip_prefix('+').and_then(read) else {
            out.push(arg);
            if takes {
                out.extend(rest.next());
            }
            continue;
        };
        let mut key = format!("{}.{}{letters}", field.saturating_add(1), chars.saturating_add(1));
        if let Some((field, chars, letters)) =
            rest.peek().and_then(|a| a.strip_prefix('-')).and_then(read)
        {
            rest.next();
            key += &match chars {
                0 => format!(",{field}{letters}"),
                _ => format!(",{}.{chars}{letters}", field.saturating_add(1)),
            };
        }
        out.extend(["-k".to_string(), key]);
    }
    out
}

/// Reads `F[.C][OPTS][,F[.C][OPTS]]`; the error is GNU's, without the program's name.
pub fn parse(spec: &str, quote: impl Fn(&str) -> String) -> Result<Key, String> {
    let mut reader = Reader { spec, rest: spec, quote };
    let mut order = Order::default();
    let f = reader.field("at field start")?;
    let c = match reader.character()? {
        Some(0) => return Err(reader.invalid("character offset is zero")),
        c => c.unwrap_or(1),
    };
    order.blanks = reader.letters(&mut order);
    let mut end = None;
    if reader.passes(',') {
        let f = reader.field("after ','")?;
        end = Some((f - 1, reader.character()?.unwrap_or(0)));
        order.end_blanks = reader.letters(&mut order);
    }
    if !reader.rest.is_empty() {
        return Err(reader.invalid("stray character in field spec"));
    }
    Ok(Key { start: (f - 1, c - 1), end, order })
}

/// Reads a key from left to right.
struct Reader<'a, Q> {
    spec: &'a str,
    rest: &'a str,
    quote: Q,
}

impl<Q: Fn(&str) -> String> Reader<'_, Q> {
    fn invalid(&self, why: &str) -> String {
        format!("{why}: invalid field specification {}", (self.quote)(self.spec))
    }

    fn passes(&mut self, c: char) -> bool {
        let rest = self.rest.strip_prefix(c);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn number(&mut self, place: &str) -> Result<usize, String> {
        let n = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        if n == 0 {
            let quoted = (self.quote)(self.rest);
            return Err(format!("invalid number {place}: invalid count at start of {quoted}"));
        }
        let (digits, rest) = self.rest.split_at(n);
        self.rest = rest;
        Ok(digits.parse().unwrap_or(usize::MAX / 4))
    }

    /// The number of a field, counted from 1.
    fn field(&mut self, place: &str) -> Result<usize, String> {
        match self.number(place)? {
            0 => Err(self.invalid("field number is zero")),
            f => Ok(f),
        }
    }

    /// `.C`, where it is there.
    fn character(&mut self) -> Result<Option<usize>, String> {
        if self.passes('.') { self.number("after '.'").map(Some) } else { Ok(None) }
    }

    /// Reads the letters of an order; whether `b` was among them.
    fn letters(&mut self, order: &mut Order) -> bool {
        let mut blanks = false;
        while let Some(l) = self.rest.chars().next() {
            if l == 'b' {
                blanks = true;
            } else if !order.letter(l) {
                break;
            }
            self.rest = &self.rest[l.len_utf8()..];
        }
        blanks
    }
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
