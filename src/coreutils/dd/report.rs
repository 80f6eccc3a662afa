//! What dd says when it is done: blocks, bytes, time and speed.

use crate::coreutils::Cx;

use super::operands::{Operands, Status};

/// What was copied.
#[derive(Default)]
pub struct Counts {
    pub full_in: u64,
    pub part_in: u64,
    full_out: u64,
    part_out: u64,
    bytes: u64,
    pub truncated: u64,
}

impl Counts {
    /// A block was written.
    pub fn wrote(&mut self, n: usize, obs: usize) {
        self.bytes += n as u64;
        match n {
            0 => {}
            n if n == obs => self.full_out += 1,
            _ => self.part_out += 1,
        }
    }

    /// A block was written in part only, which GNU's dd counts as a partial record.
    pub fn partly(&mut self, n: usize, busybox: bool) {
        self.bytes += n as u64;
        self.part_out += u64::from(n > 0 && !busybox);
    }
}

/// A number for people, rounded to the nearest: `1.5 kB`.
fn short(n: f64, base: f64, units: &[&str]) -> String {
    let (mut n, mut i) = (n, 0);
    while n >= base && i + 1 < units.len() {
        n /= base;
        i += 1;
    }
    if i == 0 {
        return format!("{n:.0} {}", units[0]);
    }
    let tenths = (n * 10.0).round() / 10.0;
    if tenths < 10.0 {
        return format!("{tenths:.1} {}", units[i]);
    }
    let whole = n.round();
    if whole >= base && i + 1 < units.len() {
        return format!("1.0 {}", units[i + 1]);
    }
    format!("{whole:.0} {}", units[i])
}

const SI: &[&str] = &["B", "kB", "MB", "GB", "TB", "PB"];
const IEC: &[&str] = &["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

/// A number as C's `%g` prints it.
fn general(x: f64) -> String {
    if x == 0.0 {
        return "0".to_string();
    }
    let exponent = x.abs().log10().floor() as i32;
    let trim = |s: String| {
        if s.contains('.') { s.trim_end_matches('0').trim_end_matches('.').to_string() } else { s }
    };
    if (-4..6).contains(&exponent) {
        return trim(format!("{x:.*}", (5 - exponent).max(0) as usize));
    }
    let mantissa = trim(format!("{:.5}", x / 10f64.powi(exponent)));
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.abs())
}

/// Writes the report.
pub async fn finish(cx: &mut Cx, o: &Operands, c: &Counts, started: i64) {
    if o.status == Status::None {
        return;
    }
    let mut text = format!(
        "{}+{} records in\n{}+{} records out\n",
        c.full_in, c.part_in, c.full_out, c.part_out
    );
    if c.truncated > 0 {
        let s = if c.truncated == 1 { "" } else { "s" };
        text.push_str(&format!("{} truncated record{s}\n", c.truncated));
    }
    if o.status != Status::NoTransfer && !cx.busybox() {
        let seconds = (cx.p.now() - started) as f64 / 1e9;
        let si = short(c.bytes as f64, 1000.0, SI);
        let iec = short(c.bytes as f64, 1024.0, IEC);
        let bytes = c.bytes;
        let sizes = match bytes {
            0..1000 => String::new(),
            1000..1024 => format!(" ({si})"),
            _ => format!(" ({si}, {iec})"),
        };
        let plural = if bytes == 1 { "" } else { "s" };
        let speed = if seconds > 0.0 {
            let rate = bytes as f64 / seconds;
            match bytes {
                0 => "0.0 kB".to_string(),
                _ => short(rate, 1000.0, SI),
            }
        } else {
            "Infinity B".to_string()
        };
        text.push_str(&format!(
            "{bytes} byte{plural}{sizes} copied, {} s, {speed}/s\n",
            general(seconds)
        ));
    }
    cx.flush().await;
    cx.say(&text).await;
}
