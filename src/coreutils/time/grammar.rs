//! The grammar of `date -d`: what each item of an expression says. What all of them together mean is
//! `expression`'s.

use super::expression::Found;
use super::names::{ORDINALS, ZONES, day_number, full_year, month_number, unit};

#[derive(Clone, Debug, PartialEq)]
enum Token {
    /// Digits, with how many there were.
    Number(i64, usize),
    Word(String),
    Punct(char),
    Space,
}

fn tokens(s: &str) -> Option<Vec<Token>> {
    let mut out = Vec::new();
    let mut chars = s.chars().peekable();
    while let Some(&c) = chars.peek() {
        if c.is_whitespace() {
            chars.next();
            if out.last() != Some(&Token::Space) {
                out.push(Token::Space);
            }
        } else if c.is_ascii_digit() {
            let mut digits = String::new();
            while let Some(d) = chars.next_if(char::is_ascii_digit) {
                digits.push(d);
            }
            out.push(Token::Number(digits.parse().ok()?, digits.len()));
        } else if c.is_ascii_alphabetic() {
            let mut word = String::new();
            while let Some(c) = chars.next_if(|c| c.is_ascii_alphabetic() || *c == '.') {
                if c != '.' {
                    word.push(c.to_ascii_lowercase());
                }
            }
            out.push(Token::Word(word));
        } else if c == '(' {
            // A comment.
            let mut depth = 0;
            for c in chars.by_ref() {
                depth += i32::from(c == '(') - i32::from(c == ')');
                if depth == 0 {
                    break;
                }
            }
        } else {
            out.push(Token::Punct(c));
            chars.next();
        }
    }
    Some(out)
}

pub(super) struct Parser {
    tokens: Vec<Token>,
    at: usize,
    found: Found,
}

impl Parser {
    /// All that an expression says.
    pub(super) fn read(text: &str) -> Option<Found> {
        let mut p = Parser { tokens: tokens(text)?, at: 0, found: Found::default() };
        while p.at < p.tokens.len() {
            if p.tokens[p.at] == Token::Space || p.tokens[p.at] == Token::Punct(',') {
                p.at += 1;
                continue;
            }
            p.item()?;
        }
        Some(p.found)
    }

    fn peek(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead)
    }

    fn number(&self, ahead: usize) -> Option<(i64, usize)> {
        match self.peek(ahead)? {
            Token::Number(n, len) => Some((*n, *len)),
            _ => None,
        }
    }

    fn is(&self, ahead: usize, c: char) -> bool {
        self.peek(ahead) == Some(&Token::Punct(c))
    }

    fn word(&self, ahead: usize) -> Option<&str> {
        match self.peek(ahead)? {
            Token::Word(w) => Some(w),
            _ => None,
        }
    }

    fn space(&mut self) {
        while self.peek(0) == Some(&Token::Space) {
            self.at += 1;
        }
    }

    fn item(&mut self) -> Option<()> {
        match self.peek(0)?.clone() {
            Token::Number(n, len) => self.starts_with_number(n, len),
            Token::Word(w) => self.starts_with_word(&w),
            Token::Punct(sign @ ('+' | '-')) => {
                let sign = if sign == '-' { -1 } else { 1 };
                self.at += 1;
                self.space();
                let (n, len) = self.number(0)?;
                // After a time, a bare signed number is a zone.
                let unit_follows = matches!(self.peek(1), Some(Token::Space))
                    && self.word(2).is_some()
                    || self.word(1).is_some();
                if self.found.time.is_some() && self.found.offset.is_none() && !unit_follows {
                    return self.offset(sign, n, len);
                }
                self.at += 1;
                self.space();
                self.relative(sign * n)
            }
            _ => None,
        }
    }

    fn starts_with_number(&mut self, n: i64, len: usize) -> Option<()> {
        if self.is(1, ':') {
            return self.time(n);
        }
        if self.is(1, '-')
            && self.number(2).is_some()
            && self.is(3, '-')
            && self.number(4).is_some()
        {
            let (month, day) = (self.number(2)?.0, self.number(4)?.0);
            self.at += 5;
            self.date(Some(full_year(n, len)), month, day)?;
            // ISO 8601's T between date and time.
            if self.word(0) == Some("t") && self.number(1).is_some() {
                self.at += 1;
                let (hour, len) = self.number(0)?;
                return match self.is(1, ':') {
                    true => self.time(hour),
                    false if len > 2 => self.hhmm(hour, len),
                    false => None,
                };
            }
            return Some(());
        }
        if self.is(1, '/') && self.number(2).is_some() {
            let (second, _) = self.number(2)?;
            if self.is(3, '/') && self.number(4).is_some() {
                let (third, third_len) = self.number(4)?;
                self.at += 5;
                return match len {
                    4.. => self.date(Some(n), second, third),
                    _ => self.date(Some(full_year(third, third_len)), n, second),
                };
            }
            self.at += 3;
            return self.date(None, n, second);
        }
        // 2 Jan 2024, 2-Jan-2024
        let gap = usize::from(matches!(self.peek(1), Some(Token::Space | Token::Punct('-'))));
        if let Some(month) = self.word(1 + gap).and_then(month_number) {
            self.at += 2 + gap;
            let gap = usize::from(matches!(self.peek(0), Some(Token::Space | Token::Punct('-'))));
            let year = match self.number(gap) {
                Some((y, len)) if !self.is(gap + 1, ':') => {
                    self.at += gap + 1;
                    Some(full_year(y, len))
                }
                _ => None,
            };
            return self.date(year, month, n);
        }
        if let Some(half) = self.word(1 + gap).filter(|w| matches!(*w, "am" | "pm")) {
            let pm = half == "pm";
            self.at += 2 + gap;
            return self.clock(n, 0, 0, 0, Some(pm));
        }
        if self.word(1 + gap).is_some_and(|w| unit(w).is_some()) {
            self.at += 1;
            self.space();
            return self.relative(n);
        }
        self.at += 1;
        match len {
            8 => self.date(Some(n / 10_000), n / 100 % 100, n % 100),
            _ if self.found.date.is_some_and(|d| d.0.is_none()) && self.found.time.is_some() => {
                let date = self.found.date.as_mut()?;
                date.0 = Some(full_year(n, len));
                Some(())
            }
            1..=4 => {
                self.at -= 1;
                self.hhmm(n, len)
            }
            _ => None,
        }
    }

    /// A time written as `hhmm` or `hh`.
    fn hhmm(&mut self, n: i64, len: usize) -> Option<()> {
        self.at += 1;
        let (hour, minute) = if len <= 2 { (n, 0) } else { (n / 100, n % 100) };
        self.clock(hour, minute, 0, 0, None)?;
        self.zone_after()
    }

    fn date(&mut self, year: Option<i64>, month: i64, day: i64) -> Option<()> {
        if self.found.date.is_some() || !(1..=12).contains(&month) || day < 1 {
            return None;
        }
        let days = super::month_days(year.unwrap_or(2_000), month as u32);
        (day <= i64::from(days)).then_some(())?;
        self.found.date = Some((year, month, day));
        Some(())
    }

    fn time(&mut self, hour: i64) -> Option<()> {
        let (minute, _) = self.number(2)?;
        self.at += 3;
        let (mut second, mut nanos) = (0, 0);
        if self.is(0, ':') {
            second = self.number(1)?.0;
            self.at += 2;
            if (self.is(0, '.') || self.is(0, ',')) && self.number(1).is_some() {
                let (n, len) = self.number(1)?;
                nanos = format!("{:0<9}", format!("{n:0len$}"))[..9].parse().ok()?;
                self.at += 2;
            }
        }
        let gap = usize::from(self.peek(0) == Some(&Token::Space));
        let half = self.word(gap).filter(|w| matches!(*w, "am" | "pm")).map(|w| w == "pm");
        if half.is_some() {
            self.at += gap + 1;
        }
        self.clock(hour, minute, second, nanos, half)?;
        if half.is_some() { Some(()) } else { self.zone_after() }
    }

    /// A zone such as `+02:00` or `Z` right behind a time.
    fn zone_after(&mut self) -> Option<()> {
        // Blanks may stand before the sign and behind it: `10:00 + 2 hours` is a zone and an hour.
        let gap = usize::from(self.peek(0) == Some(&Token::Space));
        let sign = match self.peek(gap) {
            Some(Token::Punct('+')) => 1,
            Some(Token::Punct('-')) => -1,
            _ => return Some(()),
        };
        let behind = usize::from(self.peek(gap + 1) == Some(&Token::Space));
        let (n, len) = self.number(gap + 1 + behind)?;
        self.at += gap + 1 + behind;
        self.offset(sign, n, len)
    }

    /// `+hh`, `+hhmm` or `+hh:mm`, the cursor at the number.
    fn offset(&mut self, sign: i64, n: i64, len: usize) -> Option<()> {
        self.at += 1;
        let (hours, minutes) = if self.is(0, ':') {
            let minutes = self.number(1)?.0;
            self.at += 2;
            (n, minutes)
        } else if len <= 2 {
            (n, 0)
        } else {
            (n / 100, n % 100)
        };
        if hours > 24 || minutes > 59 || self.found.offset.is_some() {
            return None;
        }
        self.found.offset = Some(sign * (hours * 3_600 + minutes * 60));
        Some(())
    }

    fn clock(&mut self, h: i64, m: i64, s: i64, ns: i64, pm: Option<bool>) -> Option<()> {
        let hour = match pm {
            Some(pm) if (1..=12).contains(&h) => h % 12 + if pm { 12 } else { 0 },
            Some(_) => return None,
            None => h,
        };
        if self.found.time.is_some() || hour > 23 || m > 59 || s > 59 {
            return None;
        }
        self.found.time = Some((hour, m, s, ns));
        Some(())
    }

    fn starts_with_word(&mut self, w: &str) -> Option<()> {
        self.at += 1;
        match w {
            "now" | "today" => {
                self.found.relative.any = true;
                return Some(());
            }
            "tomorrow" => return self.found.relative.add("day", 1),
            "yesterday" => return self.found.relative.add("day", -1),

            "ago" => return self.found.relative.negate(),
            "hence" if self.found.relative.any => return Some(()),
            // The T of ISO 8601 by itself is a military zone; here it only joins.
            "t" if self.number(0).is_some() => return Some(()),
            "dst" => {
                let offset = self.found.offset.as_mut()?;
                *offset += 3_600;
                return Some(());
            }
            _ => {}
        }
        if let Some((_, n)) = ORDINALS.iter().find(|o| o.0 == w) {
            self.space();
            if let Some(day) = self.word(0).and_then(day_number) {
                self.at += 1;
                return self.weekday(*n, day);
            }
            return self.relative(*n);
        }
        if let Some(month) = month_number(w) {
            let gap = usize::from(matches!(self.peek(0), Some(Token::Space | Token::Punct('-'))));
            let (day, len) = self.number(gap)?;
            if len > 2 {
                return None;
            }
            self.at += gap + 1;
            let mut year = None;
            let mut gap = 0;
            while matches!(self.peek(gap), Some(Token::Space | Token::Punct(',' | '-'))) {
                gap += 1;
            }
            if let Some((y, len)) = self.number(gap)
                && !self.is(gap + 1, ':')
            {
                self.at += gap + 1;
                year = Some(full_year(y, len));
            }
            return self.date(year, month, day);
        }
        if let Some(day) = day_number(w) {
            return self.weekday(0, day);
        }
        if unit(w).is_some() {
            self.at -= 1;
            return self.relative(1);
        }
        let hours = match (ZONES.iter().find(|z| z.0 == w), w.as_bytes()) {
            (Some((_, hours)), _) => *hours,
            // The zones of the military: A to M without J are east, N to Y west.
            (None, [c @ b'a'..=b'i']) => i64::from(c - b'a') + 1,
            (None, [c @ b'k'..=b'm']) => i64::from(c - b'k') + 10,
            (None, [c @ b'n'..=b'y']) => -i64::from(c - b'n') - 1,
            (None, b"j") => return Some(()),
            _ => return None,
        };
        if self.found.offset.is_some() {
            return None;
        }
        let half = if w == "ist" { 1_800 } else { 0 };
        let base = hours * 3_600 + half;
        self.found.offset = Some(base);
        // UTC+2
        match self.peek(0) {
            Some(Token::Punct(sign @ ('+' | '-'))) => {
                let sign = if *sign == '-' { -1 } else { 1 };
                let (n, len) = self.number(1)?;
                self.found.offset = None;
                self.at += 1;
                self.offset(sign, n, len)?;
                self.found.offset = self.found.offset.map(|o| o + base);
                Some(())
            }
            _ => Some(()),
        }
    }

    fn weekday(&mut self, nth: i64, day: i64) -> Option<()> {
        if self.found.weekday.is_some() {
            return None;
        }
        self.found.weekday = Some((nth, day));
        Some(())
    }

    /// The unit behind a number, and `ago`.
    fn relative(&mut self, n: i64) -> Option<()> {
        let word = self.word(0)?.to_string();
        self.at += 1;
        let gap = usize::from(self.peek(0) == Some(&Token::Space));
        let n = if self.word(gap) == Some("ago") {
            self.at += gap + 1;
            -n
        } else {
            n
        };
        self.found.relative.add(&word, n)
    }
}
