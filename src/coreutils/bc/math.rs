//! bc's mathematical library (`-l`): series, summed with more digits than are asked for.

use std::cmp::Ordering;

use super::num::Num;

/// A sum of terms, each made from the one before, until they vanish.
fn series(first: Num, work: usize, mut step: impl FnMut(&Num, i64) -> Num) -> Num {
    let (mut sum, mut term, mut i) = (first.clone(), first, 1);
    loop {
        term = step(&term, i).with_scale(work);
        if term.is_zero() {
            return sum;
        }
        sum = sum.add(&term);
        i += 1;
    }
}

fn quotient(a: &Num, b: &Num, work: usize) -> Num {
    a.div(b, work).unwrap_or_default()
}

/// `e(x)`; nothing where the result has too many digits.
pub(super) fn exp(x: &Num, scale: usize) -> Option<Num> {
    let size = x.to_i64()?.unsigned_abs() as usize;
    if size > 20_000 {
        return None;
    }
    let work = scale + size / 2 + 12;
    let (mut small, mut halves) = (x.with_scale(work.max(x.scale)), 0);
    if small.negative() {
        small = small.negated();
    }
    while small.compare(&Num::from(1)) == Ordering::Greater {
        small = quotient(&small, &Num::from(2), work);
        halves += 1;
    }
    let mut out = series(Num::from(1).with_scale(work), work, |t, i| {
        quotient(&t.mul(&small, work), &Num::from(i), work)
    });
    for _ in 0..halves {
        out = out.mul(&out, work).with_scale(work);
    }
    Some(if x.negative() { quotient(&Num::from(1), &out, scale) } else { out.with_scale(scale) })
}

/// `l(x)`.
pub(super) fn ln(x: &Num, scale: usize) -> Num {
    if x.is_zero() || x.negative() {
        return Num::from(1).sub(&Num::from(10).pow(scale as i64, 0).unwrap_or_default());
    }
    let work = scale + x.digits() / 2 + 12;
    let (mut x, mut times) = (x.with_scale(work.max(x.scale)), Num::from(2));
    let near = |x: &Num| {
        x.compare(&Num::parse("1.5", 10)) == Ordering::Less
            && x.compare(&Num::parse(".6", 10)) == Ordering::Greater
    };
    while !near(&x) {
        x = x.sqrt(work).unwrap_or_else(|| Num::from(1));
        times = times.mul(&Num::from(2), 0);
    }
    let y = quotient(&x.sub(&Num::from(1)), &x.add(&Num::from(1)), work);
    let square = y.mul(&y, work).with_scale(work);
    let mut power = y.clone();
    let mut sum = y;
    for i in 1.. {
        power = power.mul(&square, work).with_scale(work);
        let term = quotient(&power, &Num::from(2 * i + 1), work);
        if term.is_zero() {
            break;
        }
        sum = sum.add(&term);
    }
    sum.mul(&times, work).with_scale(scale)
}

/// `a(x)`.
pub(super) fn atan(x: &Num, scale: usize) -> Num {
    let work = scale + 12;
    let (mut x, mut times) = (x.with_scale(work.max(x.scale)), 1);
    let limit = Num::parse(".2", 10);
    while x.compare(&limit) == Ordering::Greater || x.negated().compare(&limit) == Ordering::Greater
    {
        let root = Num::from(1).add(&x.mul(&x, work)).sqrt(work).unwrap_or_default();
        x = quotient(&x, &root.add(&Num::from(1)), work);
        times *= 2;
    }
    let square = x.mul(&x, work).with_scale(work).negated();
    let mut power = x.clone();
    let mut sum = x;
    for i in 1.. {
        power = power.mul(&square, work).with_scale(work);
        let term = quotient(&power, &Num::from(2 * i + 1), work);
        if term.is_zero() {
            break;
        }
        sum = sum.add(&term);
    }
    sum.mul(&Num::from(times), work).with_scale(scale)
}

/// `s(x)`; nothing for angles that are too large.
pub(super) fn sin(x: &Num, scale: usize) -> Option<Num> {
    let whole = x.to_i64()?;
    let work = scale + whole.to_string().len() + 12;
    let pi = atan(&Num::from(1), work + 2).mul(&Num::from(4), work);
    let turns = quotient(x, &pi, 2).to_i64()?;
    let mut x = x.sub(&pi.mul(&Num::from(turns), work)).with_scale(work);
    if turns % 2 != 0 {
        x = x.negated();
    }
    let square = x.mul(&x, work).with_scale(work).negated();
    let sum = series(x, work, |t, i| {
        quotient(&t.mul(&square, work), &Num::from(2 * i * (2 * i + 1)), work)
    });
    Some(sum.with_scale(scale))
}

/// `c(x)`.
pub(super) fn cos(x: &Num, scale: usize) -> Option<Num> {
    let half = atan(&Num::from(1), scale + 24).mul(&Num::from(2), scale + 24);
    sin(&x.add(&half), scale + 4).map(|n| n.with_scale(scale))
}

/// `j(n,x)`; nothing for orders that are too large.
pub(super) fn bessel(n: &Num, x: &Num, scale: usize) -> Option<Num> {
    let n = n.to_i64()?;
    let (order, odd) = (n.abs(), n < 0 && n % 2 != 0);
    if order > 1000 || x.to_i64()?.abs() > 1000 {
        return None;
    }
    let work = scale + 2 * x.to_i64()?.unsigned_abs() as usize + 12;
    let half = quotient(x, &Num::from(2), work);
    let mut first = Num::from(1).with_scale(work);
    for i in 1..=order {
        first = quotient(&first.mul(&half, work), &Num::from(i), work);
    }
    let square = half.mul(&half, work).with_scale(work).negated();
    let sum = series(first, work, |t, i| {
        quotient(&t.mul(&square, work), &Num::from(i * (i + order)), work)
    });
    Some(if odd { sum.negated() } else { sum }.with_scale(scale))
}
