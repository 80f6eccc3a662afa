//! Decimal numbers: up to 38 digits and the number of those behind the point.

use std::cmp::Ordering;
use std::fmt;

use super::super::error::{PgError, Res};

/// A decimal number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Num {
    digits: i128,
    scale: u16,
}

/// The most digits behind the point that are kept.
const SCALE: u16 = 36;

fn overflow() -> PgError {
    PgError::gap("a number of more than 38 digits")
}

fn ten(n: u16) -> Option<i128> {
    10i128.checked_pow(u32::from(n))
}

impl Num {
    /// A whole number.
    pub fn from_i64(n: i64) -> Num {
        Num { digits: i128::from(n), scale: 0 }
    }

    /// The nearest of 15 digits, as PostgreSQL turns floating numbers into decimal ones.
    pub fn from_f64(f: f64) -> Res<Num> {
        let text = format!("{f:.14e}");
        let n = Num::parse(&text).ok_or_else(overflow)?;
        Ok(n.normal())
    }

    /// Reads one, with or without an exponent.
    pub fn parse(s: &str) -> Option<Num> {
        let (mantissa, exponent) = match s.split_once(['e', 'E']) {
            Some((m, e)) => (m, e.parse::<i32>().ok()?),
            None => (s, 0),
        };
        let (negative, body) = match mantissa.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
        };
        let (whole, fraction) = body.split_once('.').unwrap_or((body, ""));
        if whole.len() + fraction.len() == 0
            || !(whole.chars().chain(fraction.chars())).all(|c| c.is_ascii_digit())
        {
            return None;
        }
        let mut digits: i128 = 0;
        for c in whole.bytes().chain(fraction.bytes()) {
            digits = digits.checked_mul(10)?.checked_add(i128::from(c - b'0'))?;
        }
        let mut scale = i32::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
        if scale < 0 {
            digits = digits.checked_mul(ten(u16::try_from(scale.unsigned_abs()).ok()?)?)?;
            scale = 0;
        }
        let n = Num {
            digits: if negative { -digits } else { digits },
            scale: u16::try_from(scale).ok()?,
        };
        Some(if n.scale > SCALE { n.rescale(SCALE)? } else { n })
    }

    /// With so many digits behind the point, rounded half away from zero.
    pub fn rescale(&self, scale: u16) -> Option<Num> {
        if scale >= self.scale {
            let digits = self.digits.checked_mul(ten(scale - self.scale)?)?;
            return Some(Num { digits, scale });
        }
        let by = ten(self.scale - scale)?;
        let (q, r) = (self.digits / by, self.digits % by);
        let up = if r.abs() * 2 >= by { r.signum() } else { 0 };
        Some(Num { digits: q + up, scale })
    }

    /// [`Num::rescale`] that says what is wrong.
    pub fn rounded(&self, scale: u16) -> Res<Num> {
        self.rescale(scale.min(SCALE)).ok_or_else(overflow)
    }

    /// Cut off after so many digits.
    pub fn truncated(&self, scale: u16) -> Num {
        if scale >= self.scale {
            return self.rescale(scale.min(SCALE)).unwrap_or(*self);
        }
        let by = ten(self.scale - scale).unwrap_or(i128::MAX);
        Num { digits: self.digits / by, scale }
    }

    /// As a column with precision and scale holds it.
    pub fn fit(&self, precision: u16, scale: u16) -> Res<Num> {
        let n = self.rounded(scale)?;
        let most = ten(precision).unwrap_or(i128::MAX);
        if n.digits.abs() >= most {
            let detail = format!(
                "A field with precision {precision}, scale {scale} must round to an absolute value less than {}.",
                if precision == scale {
                    "1".to_string()
                } else {
                    format!("10^{}", precision - scale.min(precision))
                }
            );
            return Err(PgError::new("22003", "numeric field overflow").detail(detail));
        }
        Ok(n)
    }

    /// Without zeros at the end.
    pub fn normal(&self) -> Num {
        let mut n = *self;
        while n.scale > 0 && n.digits % 10 == 0 {
            n.digits /= 10;
            n.scale -= 1;
        }
        n
    }

    /// The nearest whole number.
    pub fn to_i64(self) -> Option<i64> {
        i64::try_from(self.rescale(0)?.digits).ok()
    }

    /// The nearest floating number.
    pub fn to_f64(self) -> f64 {
        self.to_string().parse().unwrap_or(0.0)
    }

    /// Whether it is 0.
    pub fn is_zero(&self) -> bool {
        self.digits == 0
    }

    /// -1, 0 or 1.
    pub fn sign(&self) -> i64 {
        self.digits.signum() as i64
    }

    /// The other sign.
    pub fn negated(&self) -> Num {
        Num { digits: -self.digits, scale: self.scale }
    }

    /// Without a sign.
    pub fn abs(&self) -> Num {
        Num { digits: self.digits.abs(), scale: self.scale }
    }

    fn level(&self, other: &Num) -> Option<(i128, i128, u16)> {
        let scale = self.scale.max(other.scale);
        Some((self.rescale(scale)?.digits, other.rescale(scale)?.digits, scale))
    }

    /// Which is larger.
    pub fn order(&self, other: &Num) -> Ordering {
        match self.level(other) {
            Some((a, b, _)) => a.cmp(&b),
            None => self.to_f64().partial_cmp(&other.to_f64()).unwrap_or(Ordering::Equal),
        }
    }

    /// The sum.
    pub fn plus(&self, other: &Num) -> Res<Num> {
        let (a, b, scale) = self.level(other).ok_or_else(overflow)?;
        Ok(Num { digits: a.checked_add(b).ok_or_else(overflow)?, scale })
    }

    /// The product.
    pub fn times(&self, other: &Num) -> Res<Num> {
        let digits = self.digits.checked_mul(other.digits).ok_or_else(overflow)?;
        let n = Num { digits, scale: self.scale + other.scale };
        if n.scale > SCALE { n.rounded(SCALE) } else { Ok(n) }
    }

    /// The decimal digits before the point, and the first group of four of them.
    fn weight(&self) -> (i32, i128) {
        let text = self.abs().to_string();
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let whole = whole.trim_start_matches('0');
        if !whole.is_empty() {
            let groups = whole.len().div_ceil(4);
            let first = &whole[..whole.len() - (groups - 1) * 4];
            return (groups as i32 - 1, first.parse().unwrap_or(0));
        }
        let zeros = fraction.len() - fraction.trim_start_matches('0').len();
        let group = zeros / 4;
        let padded = format!("{fraction:0<40}");
        (-(group as i32) - 1, padded[group * 4..group * 4 + 4].parse().unwrap_or(0))
    }

    /// The quotient, with as many digits as PostgreSQL gives it: at least 16 that count.
    pub fn over(&self, other: &Num) -> Res<Num> {
        if other.is_zero() {
            return Err(PgError::new("22012", "division by zero"));
        }
        let ((w1, f1), (w2, f2)) = (self.weight(), other.weight());
        let mut weight = w1 - w2;
        if f1 <= f2 {
            weight -= 1;
        }
        let scale = (16 - weight * 4).max(i32::from(self.scale)).max(i32::from(other.scale)).max(0);
        let mut scale = u16::try_from(scale).unwrap_or(SCALE).min(SCALE);
        loop {
            // One digit more, to round by.
            let up = i32::from(scale) + 1 + i32::from(other.scale) - i32::from(self.scale);
            let top = if up >= 0 {
                u16::try_from(up).ok().and_then(ten).and_then(|t| self.digits.checked_mul(t))
            } else {
                u16::try_from(-up).ok().and_then(ten).map(|t| self.digits / t)
            };
            match top {
                Some(top) => {
                    return Num { digits: top / other.digits, scale: scale + 1 }
                        .rescale(scale)
                        .ok_or_else(overflow);
                }
                None if scale > 4 => scale -= 4,
                None => return Err(overflow()),
            }
        }
    }

    /// What is left of a division.
    pub fn rem(&self, other: &Num) -> Res<Num> {
        if other.is_zero() {
            return Err(PgError::new("22012", "division by zero"));
        }
        let (a, b, scale) = self.level(other).ok_or_else(overflow)?;
        Ok(Num { digits: a % b, scale })
    }
}

impl fmt::Display for Num {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = usize::from(self.scale);
        let digits = format!("{:0>width$}", self.digits.unsigned_abs(), width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        let sign = if self.digits < 0 { "-" } else { "" };
        write!(f, "{sign}{whole}")?;
        if scale > 0 { write!(f, ".{fraction}") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::Num;

    fn n(s: &str) -> Num {
        Num::parse(s).unwrap()
    }

    #[test]
    fn decimal_arithmetic() {
        assert_eq!(n("1.5").plus(&n("2.25")).unwrap().to_string(), "3.75");
        assert_eq!(n("10").over(&n("3")).unwrap().to_string(), "3.3333333333333333");
        assert_eq!(n("3").over(&n("2")).unwrap().to_string(), "1.5000000000000000");
        assert_eq!(n("1").over(&n("3")).unwrap().to_string(), "0.33333333333333333333");
        assert_eq!(n("-2.345").rounded(2).unwrap().to_string(), "-2.35");
        assert_eq!(n("1e3").to_string(), "1000");
        assert_eq!(n("12.50").fit(4, 1).unwrap().to_string(), "12.5");
        assert!(n("1234").fit(4, 1).is_err());
    }
}
