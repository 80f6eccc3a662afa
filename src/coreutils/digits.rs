//! Floating-point numbers with as many places as anybody asks for. Rust's own formatting stops at 65535,
//! and a double has no digits after the first 1074; what else is asked for are zeros.

/// Places that may hold anything but zeros.
const PLACES: usize = 1100;

/// C's `%.{places}f`.
pub fn fixed(v: f64, places: usize) -> String {
    let kept = places.min(PLACES);
    let mut s = format!("{v:.kept$}");
    s.extend(std::iter::repeat_n('0', places - kept));
    s
}

/// Rust's `{:.places$e}`: the exponent without a plus and without padding.
pub fn scientific(v: f64, places: usize) -> String {
    let kept = places.min(PLACES);
    let s = format!("{v:.kept$e}");
    match s.split_once('e') {
        Some((mantissa, e)) if places > kept => {
            format!("{mantissa}{}e{e}", "0".repeat(places - kept))
        }
        _ => s,
    }
}
