//! jq's functions of C's mathematics that are asked for less often. The common ones are in values.rs.

use super::builtins::shown;
use super::eval::{Res, fail};
use super::json::J;

/// What there is, with how many arguments besides the input.
pub(super) const NAMES: &[(&str, usize)] = &[
    ("acosh", 0),
    ("asinh", 0),
    ("atan2", 2),
    ("atanh", 0),
    ("copysign", 2),
    ("cosh", 0),
    ("drem", 2),
    ("fdim", 2),
    ("fma", 3),
    ("fmax", 2),
    ("fmin", 2),
    ("fmod", 2),
    ("frexp", 0),
    ("hypot", 2),
    ("ldexp", 2),
    ("logb", 0),
    ("modf", 0),
    ("nextafter", 2),
    ("nexttoward", 2),
    ("pow10", 0),
    ("scalb", 2),
    ("scalbln", 2),
    ("significand", 0),
    ("sinh", 0),
    ("tanh", 0),
];

fn number(v: &J) -> Res<f64> {
    match v {
        J::Num(n) | J::Lit(n, _) => Ok(*n),
        v => fail(format!("{} number required", shown(v))),
    }
}

/// Calls one of these functions.
pub(super) fn call(name: &str, v: &J, args: &[J]) -> Res<J> {
    if let [x, y, rest @ ..] = args {
        let (x, y) = (number(x)?, number(y)?);
        return Ok(J::Num(match name {
            "atan2" => x.atan2(y),
            "copysign" => x.copysign(y),
            "drem" => x - y * (x / y).round_ties_even(),
            "fdim" => (x - y).max(0.0),
            "fma" => x.mul_add(y, rest.first().map_or(Ok(0.0), number)?),
            "fmax" => x.max(y),
            "fmin" => x.min(y),
            "fmod" => x % y,
            "hypot" => x.hypot(y),
            "nextafter" | "nexttoward" if x < y => x.next_up(),
            "nextafter" | "nexttoward" if x > y => x.next_down(),
            "nextafter" | "nexttoward" => y,
            _ => scaled(x, y),
        }));
    }
    let n = number(v)?;
    Ok(match name {
        "acosh" => J::Num(n.acosh()),
        "asinh" => J::Num(n.asinh()),
        "atanh" => J::Num(n.atanh()),
        "cosh" => J::Num(n.cosh()),
        "sinh" => J::Num(n.sinh()),
        "tanh" => J::Num(n.tanh()),
        "pow10" => J::Num(10f64.powf(n)),
        "modf" if n.is_infinite() => J::arr(vec![J::Num(0f64.copysign(n)), J::Num(n)]),
        "modf" => J::arr(vec![J::Num(n.fract()), J::Num(n.trunc())]),
        "frexp" => {
            let (half, e) = halved(n);
            J::arr(vec![J::Num(half), J::Num(e)])
        }
        "logb" if n == 0.0 => J::Num(f64::NEG_INFINITY),
        "logb" if !n.is_finite() => J::Num(n.abs()),
        "logb" => J::Num(halved(n).1 - 1.0),
        // `significand`
        _ => J::Num(if n == 0.0 || !n.is_finite() { n } else { halved(n).0 * 2.0 }),
    })
}

/// A number as one from a half to one, and the power of two that it is to be multiplied with.
fn halved(n: f64) -> (f64, f64) {
    if n == 0.0 || !n.is_finite() {
        return (n, 0.0);
    }
    // Numbers too small to be normal are made so first.
    let (n, more) = if n.is_normal() { (n, 0.0) } else { (n * 2f64.powi(54), -54.0) };
    let e = ((n.to_bits() >> 52) & 0x7ff) as i64 - 1022;
    let half = f64::from_bits((n.to_bits() & !(0x7ff << 52)) | (1022 << 52));
    (half, e as f64 + more)
}

/// A number times a power of two, in steps that do not overflow before the end.
fn scaled(x: f64, power: f64) -> f64 {
    let mut left = power.clamp(-5000.0, 5000.0) as i32;
    let mut x = x;
    while left != 0 {
        let step = left.clamp(-1000, 1000);
        x *= 2f64.powi(step);
        left -= step;
    }
    x
}
