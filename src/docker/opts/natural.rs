//! The order of names in which `v2` comes before `v10`, as Docker's lists sort.

use std::cmp::Ordering;

/// Compares two names; runs of digits count as numbers.
pub fn compare(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a, b);
    loop {
        let (x, y) = match (a.chars().next(), b.chars().next()) {
            (None, None) => return Ordering::Equal,
            (None, _) => return Ordering::Less,
            (_, None) => return Ordering::Greater,
            (Some(x), Some(y)) => (x, y),
        };
        if x.is_ascii_digit() && y.is_ascii_digit() {
            let (m, n) = (digits(a), digits(b));
            let (p, q) = (m.trim_start_matches('0'), n.trim_start_matches('0'));
            let order = p.len().cmp(&q.len()).then(p.cmp(q)).then(m.len().cmp(&n.len()));
            if order != Ordering::Equal {
                return order;
            }
            (a, b) = (&a[m.len()..], &b[n.len()..]);
        } else if x != y {
            return x.cmp(&y);
        } else {
            (a, b) = (&a[x.len_utf8()..], &b[y.len_utf8()..]);
        }
    }
}

fn digits(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::compare;
    use std::cmp::Ordering;

    #[test]
    fn order() {
        assert_eq!(compare("v2", "v10"), Ordering::Less);
        assert_eq!(compare("v02", "v2"), Ordering::Greater);
        assert_eq!(compare("a", "b1"), Ordering::Less);
        assert_eq!(compare("10.0.0.1:80", "9.0.0.1:80"), Ordering::Greater);
    }
}
