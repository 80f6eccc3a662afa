//! Decimal numbers of any length, as bc and dc count: an integer and how many of its digits stand behind
//! the point. What is not exact is cut off, never rounded.

use std::cmp::Ordering;

use super::places::{
    BASE, DIGITS, add_mag, cmp_mag, div_mag, div_small, down, mul_mag, sub_mag, trim, up,
};

/// A number: `mag` (nine digits a place, the lowest first, no zeros on top) by ten to the `-scale`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Num {
    neg: bool,
    mag: Vec<u32>,
    /// Digits behind the point.
    pub scale: usize,
}

impl Num {
    /// A whole number.
    pub fn from(n: i64) -> Num {
        let mut rest = n.unsigned_abs();
        let mut mag = Vec::new();
        while rest > 0 {
            mag.push((rest % BASE) as u32);
            rest /= BASE;
        }
        Num { neg: n < 0, mag, scale: 0 }
    }

    /// Reads digits with a point in a base. A single digit may be more than the base has.
    pub fn parse(text: &str, base: u32) -> Num {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        if base == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
            let digits: Vec<u8> = whole.bytes().chain(part.bytes()).collect();
            let mag = digits
                .rchunks(DIGITS)
                .map(|c| c.iter().fold(0, |n, d| n * 10 + u32::from(d - b'0')));
            let mut mag: Vec<u32> = mag.collect();
            trim(&mut mag);
            return Num { neg: false, mag, scale: part.len() };
        }
        let single = whole.len() + part.len() == 1;
        let value = |c: char| {
            let n = c.to_digit(36).unwrap_or(0);
            if single { n } else { n.min(base.max(10) - 1).min(base - 1) }
        };
        let mut mag = Vec::new();
        for c in whole.chars() {
            mag = add_mag(&mul_mag(&mag, &[base]), &[value(c)]);
        }
        let mut out = Num { neg: false, mag, scale: 0 };
        if !part.is_empty() {
            let (mut num, mut den) = (Num::default(), Num::from(1));
            for c in part.chars() {
                num = Num { mag: add_mag(&mul_mag(&num.mag, &[base]), &[value(c)]), ..num };
                trim(&mut num.mag);
                den = Num { mag: mul_mag(&den.mag, &[base]), ..den };
            }
            out = out.add(&num.div(&den, part.len()).unwrap_or_default());
        }
        trim(&mut out.mag);
        out
    }

    /// Whether it is nothing.
    pub fn is_zero(&self) -> bool {
        self.mag.is_empty()
    }

    /// The same with another sign.
    pub fn negated(&self) -> Num {
        Num { neg: !self.neg && !self.is_zero(), ..self.clone() }
    }

    /// Whether it is less than nothing.
    pub fn negative(&self) -> bool {
        self.neg && !self.is_zero()
    }

    /// With so many digits behind the point, others cut off.
    pub fn with_scale(&self, scale: usize) -> Num {
        let mag = if scale >= self.scale {
            up(&self.mag, scale - self.scale)
        } else {
            down(&self.mag, self.scale - scale)
        };
        Num { neg: self.neg, mag, scale }
    }

    /// The whole part, as far as it fits.
    pub fn to_i64(&self) -> Option<i64> {
        let whole = down(&self.mag, self.scale);
        let n = whole
            .iter()
            .rev()
            .try_fold(0i64, |n, d| n.checked_mul(BASE as i64)?.checked_add(i64::from(*d)))?;
        Some(if self.neg { -n } else { n })
    }

    /// How many digits it has.
    pub fn digits(&self) -> usize {
        let text: String = self.decimal();
        text.trim_start_matches('0').len().max(self.scale).max(1)
    }

    fn decimal(&self) -> String {
        let mut out = String::new();
        for (i, d) in self.mag.iter().rev().enumerate() {
            out += &if i == 0 { d.to_string() } else { format!("{d:09}") };
        }
        out
    }

    /// The order of two numbers.
    pub fn compare(&self, other: &Num) -> Ordering {
        let scale = self.scale.max(other.scale);
        let (a, b) = (self.with_scale(scale), other.with_scale(scale));
        match (a.negative(), b.negative()) {
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            (false, false) => cmp_mag(&a.mag, &b.mag),
            (true, true) => cmp_mag(&b.mag, &a.mag),
        }
    }

    /// Sum.
    pub fn add(&self, other: &Num) -> Num {
        let scale = self.scale.max(other.scale);
        let (a, b) = (self.with_scale(scale), other.with_scale(scale));
        let (neg, mag) = if a.negative() == b.negative() {
            (a.negative(), add_mag(&a.mag, &b.mag))
        } else if cmp_mag(&a.mag, &b.mag) == Ordering::Less {
            (b.negative(), sub_mag(&b.mag, &a.mag))
        } else {
            (a.negative(), sub_mag(&a.mag, &b.mag))
        };
        Num { neg: neg && !mag.is_empty(), mag, scale }
    }

    /// Difference.
    pub fn sub(&self, other: &Num) -> Num {
        self.add(&other.negated())
    }

    /// Product, with as many digits as POSIX says.
    pub fn mul(&self, other: &Num, scale: usize) -> Num {
        let mag = mul_mag(&self.mag, &other.mag);
        let whole =
            Num { neg: self.negative() != other.negative(), mag, scale: self.scale + other.scale };
        let keep = whole.scale.min(scale.max(self.scale).max(other.scale));
        whole.with_scale(keep).tidy()
    }

    fn tidy(mut self) -> Num {
        trim(&mut self.mag);
        self.neg &= !self.mag.is_empty();
        self
    }

    /// Quotient with `scale` digits; nothing for division by zero.
    pub fn div(&self, other: &Num, scale: usize) -> Option<Num> {
        if other.is_zero() {
            return None;
        }
        let top = if scale + other.scale >= self.scale {
            up(&self.mag, scale + other.scale - self.scale)
        } else {
            down(&self.mag, self.scale - scale - other.scale)
        };
        let mag = div_mag(&top, &other.mag);
        Some(Num { neg: self.negative() != other.negative(), mag, scale }.tidy())
    }

    /// What division leaves.
    pub fn rem(&self, other: &Num, scale: usize) -> Option<Num> {
        let quotient = self.div(other, scale)?;
        let wide = self.scale.max(scale + other.scale);
        let product = quotient.mul(other, wide);
        Some(self.with_scale(wide).sub(&product).with_scale(wide).tidy())
    }

    /// A whole power; nothing for a power of zero below zero. The exponent is bounded by the caller.
    pub fn pow(&self, exponent: i64, scale: usize) -> Option<Num> {
        let mut n = exponent.unsigned_abs();
        let keep = if exponent >= 0 {
            (self.scale.saturating_mul(n as usize)).min(scale.max(self.scale))
        } else {
            scale
        };
        let (mut out, mut base) = (Num::from(1), self.clone());
        while n > 0 {
            if n & 1 == 1 {
                out = out.mul(&base, usize::MAX);
            }
            n >>= 1;
            if n > 0 {
                base = base.mul(&base, usize::MAX);
            }
        }
        if exponent < 0 {
            Num::from(1).div(&out, keep)
        } else {
            Some(out.with_scale(keep.min(out.scale)))
        }
    }

    /// Square root; nothing for less than zero.
    pub fn sqrt(&self, scale: usize) -> Option<Num> {
        if self.negative() {
            return None;
        }
        let scale = scale.max(self.scale);
        let mag = up(&self.mag, 2 * scale - self.scale);
        if mag.is_empty() {
            return Some(Num { scale: if self.scale > 0 { scale } else { 0 }, ..Num::default() });
        }
        // Newton's way from above.
        let mut x = vec![0; mag.len() / 2];
        x.push(BASE as u32 - 1);
        loop {
            let mut next = add_mag(&x, &div_mag(&mag, &x));
            div_small(&mut next, 2);
            if cmp_mag(&next, &x) != Ordering::Less {
                return Some(Num { neg: false, mag: x, scale });
            }
            x = next;
        }
    }

    /// The number in a base, as bc prints it.
    pub fn show(&self, base: u32) -> String {
        let sign = if self.negative() { "-" } else { "" };
        if self.is_zero() {
            return "0".to_string();
        }
        if base == 10 {
            let digits = self.decimal();
            let digits = "0".repeat(self.scale.saturating_sub(digits.len())) + &digits;
            let (whole, part) = digits.split_at(digits.len() - self.scale);
            let point = if part.is_empty() { "" } else { "." };
            return format!("{sign}{whole}{point}{part}");
        }
        let width = (base - 1).to_string().len();
        let digit = |d: u32| match char::from_digit(d, 36).filter(|_| base <= 16) {
            Some(c) => c.to_ascii_uppercase().to_string(),
            None => format!(" {d:0width$}"),
        };
        let mut whole = down(&self.mag, self.scale);
        let part = sub_mag(&self.mag, &up(&whole, self.scale));
        let mut places = Vec::new();
        while !whole.is_empty() {
            places.push(div_small(&mut whole, base));
        }
        let mut out: String = places.iter().rev().map(|d| digit(*d)).collect();
        out.insert_str(0, sign);
        if self.scale > 0 {
            out.push('.');
            let mut rest = Num { neg: false, mag: part, scale: self.scale };
            let mut reach = Num::from(1);
            while reach.decimal().len() <= self.scale {
                rest = Num { mag: mul_mag(&rest.mag, &[base]), ..rest };
                let d = Num { scale: rest.scale, ..rest.clone() }.to_i64().unwrap_or(0);
                out += &digit(d as u32);
                rest = rest.sub(&Num::from(d)).with_scale(self.scale);
                reach = Num { mag: mul_mag(&reach.mag, &[base]), ..reach };
            }
        }
        out
    }
}
