//! What differs from run to run, replaced by words: ids by `<ID1>`, `<ID2>`.. in order of appearance, times by
//! `<TIME>` and `<DATE>`, ages by `<AGE>`, addresses by `<IP>` and `<MAC>`. The recorded side has been through
//! the same rules when it was written.

use crate::transcript::Outcome;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const UNITS: [&str; 7] = ["second", "minute", "hour", "day", "week", "month", "year"];

/// Replaces in all outcomes of one session, whose ids are counted together.
pub fn all(outcomes: Vec<Outcome>) -> Vec<Outcome> {
    let mut ids = Ids::default();
    outcomes
        .into_iter()
        .map(|outcome| Outcome {
            lines: outcome.lines.map(|lines| lines.iter().map(|l| line(l, &mut ids)).collect()),
            status: outcome.status,
        })
        .collect()
}

fn line(original: &str, ids: &mut Ids) -> String {
    let mut line = shell_name(original);
    line = ids.replace(&line);
    line = replace(&line, "<TIME>", timestamp);
    line = replace(&line, "<DATE>", listed_date);
    line =
        replace(&line, "<DATE>", |at| at.start_of_word()?.shape("dddd-dd-dd dd:dd")?.end_of_word());
    line = replace(&line, "<AGE>", |at| at.age()?.text(" ago"));
    line = replace(&line, "Up <AGE>", |at| at.text("Up ")?.age());
    line = replace(&line, "<IP>", |at| {
        at.start_of_word()?
            .text("172.")?
            .digits()?
            .text(".")?
            .digits()?
            .text(".")?
            .digits()?
            .end_of_word()
    });
    line =
        replace(&line, "<MAC>", |at| at.start_of_word()?.shape("xx:xx:xx:xx:xx:xx")?.end_of_word());
    let table = ["CONTAINER ID", "REPOSITORY", "NETWORK ID", "total "];
    if line != original || table.iter().any(|start| line.starts_with(start)) {
        line = narrow(&line).trim_end().to_owned();
    }
    match line.strip_prefix("total ") {
        Some(n) if !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()) => "total <N>".to_owned(),
        _ => line,
    }
}

/// The name that a shell puts before its messages depends on how it was started.
fn shell_name(line: &str) -> String {
    let Some((name, rest)) = line.split_once(": ") else { return line.to_owned() };
    let script = name
        .strip_suffix(".sh")
        .and_then(|path| path.rsplit('/').next().filter(|_| path.contains('/')));
    let is_word =
        |word: &str| !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || c == '_');
    let bash =
        matches!(name, "bash" | "-bash") || script.is_some_and(is_word) && !name.contains(' ');
    let in_eval = rest.strip_prefix("eval: ").filter(|_| bash).unwrap_or(rest);
    let numbered = in_eval.strip_prefix("line ").and_then(|rest| rest.split_once(": "));
    match numbered {
        Some((n, message)) if (bash || name == "sh") && n.bytes().all(|b| b.is_ascii_digit()) => {
            format!("{}: {message}", if bash { "bash" } else { "sh" })
        }
        _ => line.to_owned(),
    }
}

/// The ids of a session, each as it was first seen.
#[derive(Default)]
struct Ids(Vec<String>);

impl Ids {
    fn replace(&mut self, line: &str) -> String {
        let mut out = String::new();
        let mut word = String::new();
        for c in line.chars().chain(['\n']) {
            if c.is_ascii_alphanumeric() {
                word.push(c);
                continue;
            }
            match is_id(&word) {
                true => out += &self.name(&word),
                false => out += &word,
            }
            word.clear();
            out.push(c);
        }
        out.pop();
        out
    }

    /// The short form of an id is its beginning.
    fn name(&mut self, id: &str) -> String {
        let known =
            self.0.iter().position(|old| old.starts_with(id) || id.starts_with(old.as_str()));
        let index = known.unwrap_or_else(|| {
            self.0.push(id.to_owned());
            self.0.len() - 1
        });
        format!("<ID{}>", index + 1)
    }
}

fn is_id(word: &str) -> bool {
    let hex = word.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    let mixed =
        word.bytes().any(|b| b.is_ascii_digit()) && word.bytes().any(|b| b.is_ascii_lowercase());
    hex && (word.len() == 64 || word.len() == 12 && mixed)
}

/// `2024-01-02T03:04:05.6Z` and its relatives.
fn timestamp(at: Place<'_>) -> Option<Place<'_>> {
    let mut at = at.shape("dddd-dd-ddTdd:dd:dd").or_else(|| at.shape("dddd-dd-dd dd:dd:dd"))?;
    at = at.text(".").and_then(Place::digits).unwrap_or(at);
    if let Some(utc) = at.text("Z") {
        return Some(utc);
    }
    let blank = at.text(" ").unwrap_or(at);
    let sign = blank.text("+").or_else(|| blank.text("-"));
    let zone = sign.and_then(|at| at.shape("dd:dd").or_else(|| at.shape("dddd")));
    Some(zone.map_or(at, |zone| zone.text(" UTC").unwrap_or(zone)))
}

/// The date in a long listing: `Jan  2 03:04` or `Jan  2  2024`.
fn listed_date(at: Place<'_>) -> Option<Place<'_>> {
    let at = at.start_of_word()?;
    let at = MONTHS.iter().find_map(|month| at.text(month))?.text(" ")?;
    let at = at.shape("dd").or_else(|| at.shape(" d"))?.text(" ")?;
    at.shape("dd:dd").or_else(|| at.shape(" dddd")).or_else(|| at.shape("ddddd"))
}

/// A place in a line; the steps from it go on only where the text fits.
#[derive(Clone, Copy)]
struct Place<'a> {
    line: &'a str,
    at: usize,
}

impl<'a> Place<'a> {
    fn rest(self) -> &'a str {
        &self.line[self.at..]
    }

    fn text(self, text: &str) -> Option<Self> {
        self.rest().starts_with(text).then_some(Place { at: self.at + text.len(), ..self })
    }

    /// `d` stands for a digit, `x` for a small hexadecimal digit, all else for itself.
    fn shape(self, shape: &str) -> Option<Self> {
        let mut chars = self.rest().chars();
        let fits = shape.chars().all(|want| match (want, chars.next()) {
            ('d', Some(c)) => c.is_ascii_digit(),
            ('x', Some(c)) => c.is_ascii_digit() || ('a'..='f').contains(&c),
            (want, c) => c == Some(want),
        });
        fits.then_some(Place { at: self.at + shape.len(), ..self })
    }

    fn digits(self) -> Option<Self> {
        let count = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        (count > 0).then_some(Place { at: self.at + count, ..self })
    }

    fn start_of_word(self) -> Option<Self> {
        let before = self.line[..self.at].chars().next_back();
        (!before.is_some_and(is_word)).then_some(self)
    }

    fn end_of_word(self) -> Option<Self> {
        (!self.rest().chars().next().is_some_and(is_word)).then_some(self)
    }

    fn age(self) -> Option<Self> {
        let fixed = [
            "Less than a second",
            "About a minute",
            "About an minute",
            "About a hour",
            "About an hour",
        ];
        if let Some(end) = fixed.iter().find_map(|age| self.text(age)) {
            return Some(end);
        }
        let number = self.digits()?.text(" ")?;
        let unit = UNITS.iter().find_map(|unit| number.text(unit))?;
        Some(unit.text("s").unwrap_or(unit))
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn replace<'a>(line: &'a str, with: &str, fits: impl Fn(Place<'a>) -> Option<Place<'a>>) -> String {
    let mut out = String::new();
    let mut at = 0;
    while let Some(c) = line[at..].chars().next() {
        match fits(Place { line, at }) {
            Some(end) => {
                out += with;
                at = end.at;
            }
            None => {
                out.push(c);
                at += c.len_utf8();
            }
        }
    }
    out
}

/// Runs of blanks down to two: the width of a column depends on what was replaced.
fn narrow(line: &str) -> String {
    let mut out = String::new();
    let mut blanks = 0;
    for c in line.chars() {
        blanks = if c == ' ' { blanks + 1 } else { 0 };
        if blanks <= 2 {
            out.push(c);
        }
    }
    out
}

#[test]
fn what_differs_is_replaced() {
    let mut ids = Ids::default();
    let long = "0123456789ab".to_owned() + &"c".repeat(52);
    let cases = [
        (long.as_str(), "<ID1>"),
        ("0123456789ab   up", "<ID1>  up"),
        ("deadbeefdead", "deadbeefdead"),
        ("at 2024-05-06T07:08:09.123456789Z.", "at <TIME>."),
        ("2024-05-06 07:08:09 +0000 UTC x", "<TIME> x"),
        (
            "-rw-r--r--    1 root     root             8 Jan  2 03:04 f",
            "-rw-r--r--  1 root  root  8 <DATE> f",
        ),
        ("Exited (0) 3 minutes ago", "Exited (0) <AGE>"),
        ("Up About an hour", "Up <AGE>"),
        ("172.17.0.2", "<IP>"),
        ("02:42:ac:11:00:02", "<MAC>"),
        ("/tmp/session.sh: eval: line 3: x: not found", "bash: x: not found"),
        ("sh: line 1: x: not found", "sh: x: not found"),
        ("total 12", "total <N>"),
        ("two   blanks stay", "two   blanks stay"),
    ];
    for (text, expected) in cases {
        assert_eq!(line(text, &mut ids), expected);
    }
}
