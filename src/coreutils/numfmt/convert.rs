//! How numfmt reads a number, rounds it and writes it in another form.

use super::{Numfmt, Scale};
use crate::coreutils::Cx;
use crate::coreutils::awk::format_number;
use crate::coreutils::digits::fixed;
use crate::coreutils::lines::quoted;
use crate::vfs::text;

const UNITS: &str = "KMGTPEZYRQ";

impl Numfmt {
    /// Converts the fields of a line; false where that ends the run.
    pub(super) async fn line(&self, cx: &mut Cx, line: &str, status: &mut i32) -> bool {
        let mut out = String::new();
        let mut rest = line;
        let mut number = 1;
        loop {
            // A field begins with the blanks before it.
            let (field, after) = match self.delimiter {
                Some(d) => match rest.find(d) {
                    Some(i) => (&rest[..i], Some(&rest[i..])),
                    None => (rest, None),
                },
                None => {
                    let blanks = rest.len() - rest.trim_start().len();
                    match rest[blanks..].find(char::is_whitespace) {
                        Some(i) => (&rest[..blanks + i], Some(&rest[blanks + i..])),
                        None => (rest, None),
                    }
                }
            };
            if self.fields.iter().any(|(a, b)| (*a..=*b).contains(&number)) {
                match self.convert(cx, field, number > 1 && self.delimiter.is_none()) {
                    Ok(t) => out += &t,
                    Err(what) => {
                        if self.invalid != "ignore" {
                            cx.flush().await;
                            cx.err(what).await;
                        }
                        match self.invalid.as_str() {
                            "abort" => return false,
                            "fail" => *status = 2,
                            _ => {}
                        }
                        out += field;
                    }
                }
            } else {
                out += field;
            }
            number += 1;
            match (after, self.delimiter) {
                (None, _) => break,
                (Some(a), Some(d)) => {
                    out.push(d);
                    rest = &a[d.len_utf8()..];
                }
                (Some(a), None) => rest = a,
            }
        }
        out.push(self.end);
        cx.puts(&out);
        true
    }

    fn convert(&self, cx: &Cx, field: &str, spaced: bool) -> Result<String, String> {
        let q = |s: &str| quoted(&cx.p, s);
        let t = field.trim();
        let body =
            if self.suffix.is_empty() { t } else { t.strip_suffix(&self.suffix).unwrap_or(t) };
        let digits = body.len()
            - body.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == '-').len();
        let (num, unit) = body.split_at(digits);
        let Ok(mut v) = num.parse::<f64>() else {
            return Err(format!("invalid number: {}", q(t)));
        };
        let places = num.split_once('.').map_or(0, |(_, f)| f.len());
        let unit = unit.trim_start();
        if !unit.is_empty() {
            let letter = unit.chars().next().map(|c| if c == 'k' { 'K' } else { c });
            let power = letter.and_then(|c| UNITS.find(c)).map(|p| p as i32 + 1);
            let after = unit.char_indices().nth(1).map_or("", |(i, _)| &unit[i..]);
            let base = match (self.from, after) {
                (Scale::None, _) => {
                    return Err(match power {
                        Some(_) => {
                            format!("rejecting suffix in input: {} (consider using --from)", q(t))
                        }
                        None => format!("invalid suffix in input: {}", q(t)),
                    });
                }
                (Scale::Auto, "i") | (Scale::IecI, "i") | (Scale::Iec, "") => 1024f64,
                (Scale::Si | Scale::Auto, "") => 1000.0,
                (Scale::IecI, _) => {
                    return Err(format!("missing 'i' suffix in input: {} (e.g Ki/Mi/Gi)", q(t)));
                }
                _ if power.is_some() => {
                    return Err(format!("invalid suffix in input {}: {}", q(t), q(after)));
                }
                _ => return Err(format!("invalid suffix in input: {}", q(t))),
            };
            let Some(p) = power else { return Err(format!("invalid suffix in input: {}", q(t))) };
            v *= base.powi(p);
        }
        v = v * self.from_unit / self.to_unit;
        let prec = self.format.as_ref().and_then(|f| f.3);
        let mut s = match self.to {
            Scale::None => {
                let p = prec.unwrap_or(if self.from == Scale::None { places } else { 0 });
                // A double holds no more digits than these.
                if v.abs() >= 1e18 {
                    let mut shown = Vec::new();
                    format_number(b"%g", v, &mut shown);
                    let shown = text::decode(&shown).into_owned();
                    return Err(format!(
                        "value too large to be printed: '{shown}' (consider using --to)"
                    ));
                }
                let mut s = fixed(self.rounded(v, p), p);
                if self.grouping {
                    s = grouped(&s);
                }
                s
            }
            to => self.human(v, to, prec),
        };
        s += &self.suffix;
        let mut pad = self.padding;
        let (mut head, mut tail) = (String::new(), String::new());
        if let Some((h, zero, w, _, t)) = &self.format {
            head = h.clone();
            tail = t.clone();
            if *zero && s.len() < w.unsigned_abs() as usize {
                let sign = usize::from(s.starts_with('-'));
                s.insert_str(sign, &"0".repeat(*w as usize - s.len()));
            } else if *w != 0 {
                pad = *w;
            }
        }
        // In a line of words a converted field keeps its width.
        if pad == 0 && spaced {
            pad = field.len() as i64;
        } else if pad == 0 && field.len() > t.len() {
            pad = field.len() as i64;
        }
        let w = pad.unsigned_abs() as usize;
        let fill = " ".repeat(w.saturating_sub(s.chars().count()));
        let s = if pad < 0 { s + &fill } else { fill + &s };
        Ok(format!("{head}{s}{tail}"))
    }

    fn rounded(&self, v: f64, places: usize) -> f64 {
        let m = 10f64.powi(places as i32);
        let x = v * m;
        // What binary fractions lose must not round 1000 up to 1001.
        let near = x.round();
        let x = if (x - near).abs() < 1e-9 * near.abs().max(1.0) { near } else { x };
        (match self.round.as_str() {
            "up" => x.ceil(),
            "down" => x.floor(),
            "towards-zero" => x.trunc(),
            "nearest" => x.round(),
            _ => x.abs().ceil().copysign(x),
        }) / m
    }

    fn human(&self, v: f64, to: Scale, prec: Option<usize>) -> String {
        let base = if to == Scale::Si { 1000.0 } else { 1024.0 };
        let (mut x, mut power) = (v, 0);
        while x.abs() >= base && power < UNITS.len() {
            x /= base;
            power += 1;
        }
        let places =
            |x: f64, power: usize| prec.unwrap_or(usize::from(power > 0 && x.abs() < 10.0));
        let mut r = self.rounded(x, places(x, power));
        if r.abs() >= base {
            r /= base;
            power += 1;
        }
        let p = places(r, power);
        let r = self.rounded(r, p);
        let unit = match power {
            0 => "",
            1 if to == Scale::Si => "k",
            _ => &UNITS[power - 1..power],
        };
        let i = if to == Scale::IecI && power > 0 { "i" } else { "" };
        format!("{}{unit}{i}", fixed(r, p))
    }
}

fn grouped(s: &str) -> String {
    // The C locale has no separator.
    s.to_string()
}
