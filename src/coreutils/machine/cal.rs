//! cal: a calendar of a month, three months or a year.

use crate::coreutils::time::{MONTHS, Zone, days_from_civil, month_days, split};
use crate::coreutils::{Arg, Cx};

/// Title, names of the days and six weeks: eight rows of 20 columns.
fn month(year: i64, month: u32, monday: bool, with_year: bool) -> Vec<String> {
    let name = MONTHS[month as usize - 1];
    let title = if with_year { format!("{name} {year}") } else { name.to_string() };
    let pad = 20usize.saturating_sub(title.chars().count());
    let left = pad / 2;
    let mut rows = vec![format!("{}{title}{}", " ".repeat(left), " ".repeat(pad - left))];
    let days = if monday { "Mo Tu We Th Fr Sa Su" } else { "Su Mo Tu We Th Fr Sa" };
    rows.push(days.to_string());
    let first = (days_from_civil(year, i64::from(month), 1) + 4).rem_euclid(7);
    let skip = if monday { (first + 6) % 7 } else { first };
    let last = i64::from(month_days(year, month));
    for week in 0..6 {
        let cell = |n: i64| {
            let day = week * 7 + n - skip + 1;
            if (1..=last).contains(&day) { format!("{day:>2}") } else { "  ".to_string() }
        };
        rows.push((0..7).map(cell).collect::<Vec<_>>().join(" "));
    }
    rows
}

/// Months side by side.
fn beside(blocks: &[Vec<String>], busybox: bool) -> String {
    let rows = (0..8).map(|r| {
        let row: Vec<&str> = blocks.iter().map(|b| b[r].as_str()).collect();
        row.join("  ")
    });
    // ncal leaves the blanks at the end of a line, and two more.
    let end = |r: String| if busybox { format!("{}\n", r.trim_end()) } else { format!("{r}  \n") };
    rows.map(end).collect()
}

/// The month `by` months after one.
fn later(year: i64, month: u32, by: i64) -> (i64, u32) {
    let n = year * 12 + i64::from(month) - 1 + by;
    (n.div_euclid(12), n.rem_euclid(12) as u32 + 1)
}

fn month_number(word: &str) -> Option<u32> {
    if let Ok(n) = word.parse::<u32>() {
        return Some(n);
    }
    let lower = word.to_ascii_lowercase();
    let is = |m: &str| lower.len() >= 3 && m.to_ascii_lowercase().starts_with(&lower);
    MONTHS.iter().position(|m| is(m)).map(|i| i as u32 + 1)
}

/// `cal`.
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("one", Arg::No, '1'),
        ("three", Arg::No, '3'),
        ("year", Arg::No, 'y'),
        ("monday", Arg::No, 'm'),
        ("sunday", Arg::No, 's'),
    ];
    let parsed = match cx.getopt("13ymshb", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let today = Zone::of(&cx.p).civil(split(cx.p.now()).0, 0);
    let mut words = parsed.operands.iter().map(String::as_str);
    let (mut month_no, mut year_no, mut whole) = (today.month, today.year, parsed.has('y'));
    let (year_word, month_word) = match (words.next(), words.next(), words.next()) {
        (None, ..) => (None, None),
        (Some(y), None, _) if month_number(y).is_none() || y.parse::<u32>().is_ok() => {
            whole = true;
            (Some(y), None)
        }
        (Some(m), None, _) => (None, Some(m)),
        (Some(m), Some(y), None) => (Some(y), Some(m)),
        (Some(_), Some(m), Some(y)) => (Some(y), Some(m)),
    };
    if let Some(m) = month_word {
        match month_number(m).filter(|n| (1..=12).contains(n)) {
            Some(n) => month_no = n,
            None => {
                cx.err("illegal month value: use 1-12").await;
                return 1;
            }
        }
    }
    if let Some(y) = year_word {
        match y.parse::<i64>().ok().filter(|n| (1..=9999).contains(n)) {
            Some(n) => year_no = n,
            None => {
                cx.err("illegal year value: use positive integer").await;
                return 1;
            }
        }
    }
    let monday = parsed.has('m');
    let mut out = String::new();
    if whole {
        let title = format!("{:>34}", year_no);
        out += &format!("{title}\n\n");
        for quarter in 0..4 {
            let blocks: Vec<Vec<String>> =
                (1..=3).map(|m| month(year_no, quarter * 3 + m, monday, false)).collect();
            out += &beside(&blocks, cx.busybox());
        }
    } else if parsed.has('3') {
        let blocks: Vec<Vec<String>> = (-1..=1)
            .map(|by| {
                let (y, m) = later(year_no, month_no, by);
                month(y, m, monday, true)
            })
            .collect();
        out += &beside(&blocks, cx.busybox());
    } else {
        out += &beside(&[month(year_no, month_no, monday, true)], cx.busybox());
    }
    cx.puts(&out);
    0
}
