//! Whole numbers without a sign, nine decimal digits a place, the lowest first, no zeros on top.

use std::cmp::Ordering;

/// What a place counts to.
pub(super) const BASE: u64 = 1_000_000_000;
/// Decimal digits of a place.
pub(super) const DIGITS: usize = 9;

/// Takes zeros off the top.
pub(super) fn trim(mag: &mut Vec<u32>) {
    while mag.last() == Some(&0) {
        mag.pop();
    }
}

/// The order.
pub(super) fn cmp_mag(a: &[u32], b: &[u32]) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.iter().rev().cmp(b.iter().rev()))
}

/// The sum.
pub(super) fn add_mag(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut out = Vec::with_capacity(a.len().max(b.len()) + 1);
    let mut carry = 0;
    for i in 0..a.len().max(b.len()) {
        let at = |m: &[u32]| u64::from(m.get(i).copied().unwrap_or(0));
        let sum = at(a) + at(b) + carry;
        out.push((sum % BASE) as u32);
        carry = sum / BASE;
    }
    out.push(carry as u32);
    trim(&mut out);
    out
}

/// `a` is not less than `b`.
pub(super) fn sub_mag(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut out = Vec::with_capacity(a.len());
    let mut borrow = 0;
    for (i, &digit) in a.iter().enumerate() {
        let take = u64::from(b.get(i).copied().unwrap_or(0)) + borrow;
        let digit = u64::from(digit);
        borrow = u64::from(digit < take);
        out.push((digit + borrow * BASE - take) as u32);
    }
    trim(&mut out);
    out
}

/// The product.
pub(super) fn mul_mag(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut out = vec![0u32; a.len() + b.len() + 1];
    for (i, &x) in a.iter().enumerate() {
        let mut carry = 0;
        for (j, &y) in b.iter().enumerate() {
            let sum = u64::from(out[i + j]) + u64::from(x) * u64::from(y) + carry;
            out[i + j] = (sum % BASE) as u32;
            carry = sum / BASE;
        }
        out[i + b.len()] = carry as u32;
    }
    trim(&mut out);
    out
}

/// Divides by a single place; gives the rest.
pub(super) fn div_small(mag: &mut Vec<u32>, by: u32) -> u32 {
    let mut rest = 0u64;
    for digit in mag.iter_mut().rev() {
        let now = rest * BASE + u64::from(*digit);
        *digit = (now / u64::from(by)) as u32;
        rest = now % u64::from(by);
    }
    trim(mag);
    rest as u32
}

/// Quotient, rounded down (Knuth's algorithm D). The divisor is not zero.
pub(super) fn div_mag(a: &[u32], b: &[u32]) -> Vec<u32> {
    if cmp_mag(a, b) == Ordering::Less {
        return Vec::new();
    }
    if let [one] = b {
        let mut out = a.to_vec();
        div_small(&mut out, *one);
        return out;
    }
    let norm = (BASE / (u64::from(b[b.len() - 1]) + 1)) as u32;
    let mut u = mul_mag(a, &[norm]);
    let v = mul_mag(b, &[norm]);
    u.resize(a.len() + 1, 0);
    let n = v.len();
    let mut q = vec![0; u.len() - n];
    for j in (0..u.len() - n).rev() {
        let high = u64::from(u[j + n]) * BASE + u64::from(u[j + n - 1]);
        let (mut guess, mut rest) = (high / u64::from(v[n - 1]), high % u64::from(v[n - 1]));
        while guess >= BASE || guess * u64::from(v[n - 2]) > rest * BASE + u64::from(u[j + n - 2]) {
            guess -= 1;
            rest += u64::from(v[n - 1]);
            if rest >= BASE {
                break;
            }
        }
        let (mut carry, mut borrow) = (0u64, 0i64);
        for i in 0..n {
            let product = guess * u64::from(v[i]) + carry;
            carry = product / BASE;
            let mut digit = i64::from(u[i + j]) - (product % BASE) as i64 - borrow;
            borrow = i64::from(digit < 0);
            digit += borrow * BASE as i64;
            u[i + j] = digit as u32;
        }
        let top = i64::from(u[j + n]) - carry as i64 - borrow;
        u[j + n] = top.rem_euclid(BASE as i64) as u32;
        if top < 0 {
            guess -= 1;
            let mut carry = 0;
            for i in 0..n {
                let sum = u64::from(u[i + j]) + u64::from(v[i]) + carry;
                u[i + j] = (sum % BASE) as u32;
                carry = sum / BASE;
            }
            u[j + n] = ((u64::from(u[j + n]) + carry) % BASE) as u32;
        }
        q[j] = guess as u32;
    }
    trim(&mut q);
    q
}

/// Times ten to the `n`.
pub(super) fn up(mag: &[u32], n: usize) -> Vec<u32> {
    if mag.is_empty() {
        return Vec::new();
    }
    let mut out = vec![0; n / DIGITS];
    out.extend(mul_mag(mag, &[10u32.pow((n % DIGITS) as u32)]));
    out
}

/// By ten to the `n`, rounded down.
pub(super) fn down(mag: &[u32], n: usize) -> Vec<u32> {
    let mut out = mag.get(n / DIGITS..).unwrap_or_default().to_vec();
    div_small(&mut out, 10u32.pow((n % DIGITS) as u32));
    out
}
