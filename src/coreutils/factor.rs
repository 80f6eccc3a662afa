//! factor: prime factors.

use super::Cx;
use super::getopt::Arg;
use super::lines::quoted;
use crate::vfs::text;

fn mul(a: u128, b: u128, m: u128) -> u128 {
    // Numbers are below 2^64 for most; beyond that double and add.
    if a < 1 << 64 && b < 1 << 64 {
        return a * b % m;
    }
    let (mut r, mut a, mut b) = (0u128, a % m, b);
    while b > 0 {
        if b & 1 == 1 {
            r = if r >= m - a { r - (m - a) } else { r + a };
        }
        a = if a >= m - a { a - (m - a) } else { a + a };
        b >>= 1;
    }
    r
}

fn pow(mut b: u128, mut e: u128, m: u128) -> u128 {
    let mut r = 1;
    b %= m;
    while e > 0 {
        if e & 1 == 1 {
            r = mul(r, b, m);
        }
        b = mul(b, b, m);
        e >>= 1;
    }
    r
}

/// Miller and Rabin's test; with these bases certain far beyond 2^64.
fn is_prime(n: u128) -> bool {
    const BASES: [u128; 13] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41];
    if n < 2 {
        return false;
    }
    for p in BASES {
        if n.is_multiple_of(p) {
            return n == p;
        }
    }
    let s = (n - 1).trailing_zeros();
    let d = (n - 1) >> s;
    BASES.iter().all(|&a| {
        let mut x = pow(a, d, n);
        if x == 1 || x == n - 1 {
            return true;
        }
        for _ in 1..s {
            x = mul(x, x, n);
            if x == n - 1 {
                return true;
            }
        }
        false
    })
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b > 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// A factor by Pollard's rho; `None` when it takes too long.
fn rho(n: u128, budget: &mut u64) -> Option<u128> {
    for c in 1..50 {
        let (mut x, mut y, mut product, mut steps) = (2u128, 2u128, 1u128, 0);
        let f = |v: u128| (mul(v, v, n) + c) % n;
        loop {
            x = f(x);
            y = f(f(y));
            product = mul(product, x.abs_diff(y).max(1), n);
            steps += 1;
            *budget = budget.checked_sub(1)?;
            if steps % 64 == 0 || x == y {
                let g = gcd(product, n);
                if g > 1 && g < n {
                    return Some(g);
                }
                if x == y || g == n {
                    break;
                }
            }
        }
    }
    None
}

fn factors(mut n: u128, out: &mut Vec<u128>) -> bool {
    let mut p = 2;
    while p < 2000 && p * p <= n {
        while n.is_multiple_of(p) {
            out.push(p);
            n /= p;
        }
        p += 1 + (p & 1);
    }
    let mut todo = vec![n];
    let mut budget = 20_000_000;
    while let Some(m) = todo.pop() {
        if m == 1 {
            continue;
        }
        if m < 4_000_000 || is_prime(m) {
            out.push(m);
            continue;
        }
        match rho(m, &mut budget) {
            Some(d) => todo.extend([d, m / d]),
            None => return false,
        }
    }
    out.sort_unstable();
    true
}

/// `factor`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [("exponents", Arg::No, 'h')];
    let parsed = match cx.getopt("h", &longs).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    let exponents = parsed.has('h');
    if !parsed.operands.is_empty() {
        let mut status = 0;
        for o in parsed.operands {
            status |= one(cx, &o, exponents).await;
        }
        return status;
    }
    let Some(mut r) = cx.reader("-").await else { return 1 };
    let mut status = 0;
    while let Ok(Some(l)) = r.line(&cx.p, b'\n').await {
        let line = text::decode(l).into_owned();
        for w in line.split_whitespace() {
            status |= one(cx, w, exponents).await;
        }
    }
    status
}

async fn one(cx: &mut Cx, word: &str, exponents: bool) -> i32 {
    let digits = word.trim();
    let digits = digits.strip_prefix('+').unwrap_or(digits);
    let ok = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let Some(n) = digits.parse::<u128>().ok().filter(|_| ok) else {
        cx.flush().await;
        if cx.busybox() {
            cx.busybox_usage().await;
            return 1;
        }
        if ok {
            cx.err(format!("{} is too large", quoted(&cx.p, word))).await;
        } else {
            cx.err(format!("{} is not a valid positive integer", quoted(&cx.p, word))).await;
        }
        return 1;
    };
    let mut found = Vec::new();
    if n > 1 && !factors(n, &mut found) {
        cx.flush().await;
        cx.err(format!("{n}: the simulator gives up on factors this large")).await;
        return 1;
    }
    cx.puts(&format!("{n}:"));
    let mut i = 0;
    while i < found.len() {
        let k = found[i..].iter().take_while(|f| **f == found[i]).count();
        if exponents && k > 1 {
            cx.puts(&format!(" {}^{k}", found[i]));
        } else {
            (0..k).for_each(|_| cx.puts(&format!(" {}", found[i])));
        }
        i += k;
    }
    cx.put(b"\n");
    cx.p.tick(50).await;
    cx.pace().await;
    0
}
