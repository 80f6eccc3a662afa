//! awk's values: numbers, strings and input that may be either, and how they turn into each other.

use std::cell::RefCell;
use std::rc::Rc;

use super::array::Array;
use super::format;

/// The bytes of a string value.
pub type Text = Rc<Vec<u8>>;

/// An array shared between the names that mean it.
pub type ArrayRef = Rc<RefCell<Array>>;

/// A value.
#[derive(Clone, Debug, Default)]
pub enum Val {
    /// Never assigned: 0 and the empty string.
    #[default]
    Uninit,
    /// A number.
    Num(f64),
    /// A string.
    Str(Text),
    /// Input: a number if it looks like one, a string otherwise.
    Input(Text),
    /// An array, as an argument of a function.
    Arr(ArrayRef),
    /// A fixed regular expression, by its number, as an argument.
    Re(u32),
}

impl Val {
    /// A string value.
    pub fn str(s: &[u8]) -> Val {
        Val::Str(Rc::new(s.to_vec()))
    }

    /// Bytes of its text.
    pub fn size(&self) -> usize {
        match self {
            Val::Str(t) | Val::Input(t) => t.len(),
            _ => 0,
        }
    }

    /// 1 or 0.
    pub fn bool(b: bool) -> Val {
        Val::Num(f64::from(u8::from(b)))
    }

    /// As a number: what the text begins with.
    pub fn num(&self) -> f64 {
        match self {
            Val::Num(n) => *n,
            Val::Str(s) | Val::Input(s) => number_prefix(s),
            Val::Uninit | Val::Arr(_) | Val::Re(_) => 0.0,
        }
    }

    /// As a string, numbers by `fmt` (CONVFMT or OFMT).
    pub fn text(&self, fmt: &[u8]) -> Text {
        match self {
            Val::Str(s) | Val::Input(s) => s.clone(),
            Val::Num(n) => {
                let mut out = Vec::new();
                push_number(*n, fmt, &mut out);
                Rc::new(out)
            }
            Val::Uninit | Val::Arr(_) | Val::Re(_) => Rc::default(),
        }
    }

    /// Appends the string form.
    pub fn push_to(&self, fmt: &[u8], out: &mut Vec<u8>) {
        match self {
            Val::Str(s) | Val::Input(s) => out.extend_from_slice(s),
            Val::Num(n) => push_number(*n, fmt, out),
            Val::Uninit | Val::Arr(_) | Val::Re(_) => {}
        }
    }

    /// True or false, as a condition.
    pub fn truth(&self) -> bool {
        match self {
            Val::Num(n) => *n != 0.0,
            Val::Str(s) => !s.is_empty(),
            Val::Input(s) => match looks_numeric(s) {
                Some(n) => n != 0.0,
                None => !s.is_empty(),
            },
            Val::Uninit | Val::Arr(_) | Val::Re(_) => false,
        }
    }

    /// The number, if comparisons take this value as one.
    fn numeric(&self) -> Option<f64> {
        match self {
            Val::Num(n) => Some(*n),
            Val::Uninit => Some(0.0),
            Val::Input(s) => looks_numeric(s),
            Val::Str(_) | Val::Arr(_) | Val::Re(_) => None,
        }
    }
}

/// Compares as awk does: by number if both are numbers or look like ones, by bytes otherwise.
pub fn compare(a: &Val, b: &Val, convfmt: &[u8]) -> Option<std::cmp::Ordering> {
    if let (Val::Num(x), Val::Num(y)) = (a, b) {
        return x.partial_cmp(y);
    }
    if let (Some(x), Some(y)) = (a.numeric(), b.numeric()) {
        return x.partial_cmp(&y);
    }
    match (a, b) {
        (Val::Str(x) | Val::Input(x), Val::Str(y) | Val::Input(y)) => {
            Some(x.as_slice().cmp(y.as_slice()))
        }
        _ => Some(a.text(convfmt).as_slice().cmp(b.text(convfmt).as_slice())),
    }
}

/// Appends a number in string form: whole numbers in full, others by the format.
pub fn push_number(n: f64, fmt: &[u8], out: &mut Vec<u8>) {
    if n == n.trunc() && n.abs() < 1e16 {
        push_int(n as i64, out);
    } else if n.is_nan() {
        out.extend_from_slice(if n.is_sign_negative() { b"-nan" } else { b"+nan" });
    } else if n.is_infinite() {
        out.extend_from_slice(if n < 0.0 { b"-inf" } else { b"+inf" });
    } else if n == n.trunc() {
        out.extend_from_slice(format!("{n:.0}").as_bytes());
    } else if fmt == b"%.6g" {
        format::push_g(n, 6, false, false, out);
    } else {
        format::printf(fmt, &[Val::Num(n)], b"%.6g", false, out);
    }
}

/// Appends a whole number.
pub fn push_int(n: i64, out: &mut Vec<u8>) {
    let mut buf = [0u8; 20];
    let mut at = buf.len();
    let mut u = n.unsigned_abs();
    loop {
        at -= 1;
        buf[at] = b'0' + (u % 10) as u8;
        u /= 10;
        if u == 0 {
            break;
        }
    }
    if n < 0 {
        out.push(b'-');
    }
    out.extend_from_slice(&buf[at..]);
}

fn is_space(b: u8) -> bool {
    matches!(b, b' ' | b'\t' | b'\n' | b'\r' | 11 | 12)
}

/// The number that `s` begins with and the length read, blanks before it included.
pub fn scan(s: &[u8]) -> Option<(f64, usize)> {
    let mut i = 0;
    while i < s.len() && is_space(s[i]) {
        i += 1;
    }
    let start = i;
    let mut neg = false;
    if let Some(&c @ (b'+' | b'-')) = s.get(i) {
        neg = c == b'-';
        i += 1;
    }
    let digits_at = i;
    let mut mantissa: u64 = 0;
    while let Some(d @ b'0'..=b'9') = s.get(i) {
        mantissa = mantissa.wrapping_mul(10).wrapping_add(u64::from(d - b'0'));
        i += 1;
    }
    let whole = i - digits_at;
    if !matches!(s.get(i), Some(b'.' | b'e' | b'E')) && (1..=15).contains(&whole) {
        let n = mantissa as f64;
        return Some((if neg { -n } else { n }, i));
    }
    let mut frac = 0;
    if s.get(i) == Some(&b'.') {
        i += 1;
        while matches!(s.get(i), Some(b'0'..=b'9')) {
            i += 1;
            frac += 1;
        }
    }
    if whole + frac == 0 {
        // gawk takes only signed infinities and not-a-numbers.
        let word = s.get(digits_at..digits_at + 3)?.to_ascii_lowercase();
        if digits_at == start || s.get(digits_at + 3).is_some_and(u8::is_ascii_alphanumeric) {
            return None;
        }
        let v = match word.as_slice() {
            b"inf" => f64::INFINITY,
            b"nan" => f64::NAN,
            _ => return None,
        };
        return Some((if neg { -v } else { v }, digits_at + 3));
    }
    if let Some(b'e' | b'E') = s.get(i) {
        let mut j = i + 1;
        if let Some(b'+' | b'-') = s.get(j) {
            j += 1;
        }
        if matches!(s.get(j), Some(b'0'..=b'9')) {
            while matches!(s.get(j), Some(b'0'..=b'9')) {
                j += 1;
            }
            i = j;
        }
    }
    let n = std::str::from_utf8(&s[start..i]).ok()?.parse::<f64>().ok()?;
    Some((n, i))
}

/// The number that the text begins with, 0 if it begins with none.
pub fn number_prefix(s: &[u8]) -> f64 {
    scan(s).map_or(0.0, |(n, _)| n)
}

/// The number that the text is, blanks around it allowed.
pub fn looks_numeric(s: &[u8]) -> Option<f64> {
    let (n, len) = scan(s)?;
    s[len..].iter().all(|&b| is_space(b)).then_some(n)
}
