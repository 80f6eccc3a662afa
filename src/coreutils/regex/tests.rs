//! Each line: flavour, pattern, text, the spans that GNU sed, grep or bash give (`-` no match, `!` error).

use super::{Captures, Flavor, Options, Regex};

const CASES: &str = include_str!("../../../tests/spec/text/regex.cases");

fn spans(re: &Regex, text: &[u8]) -> String {
    let mut caps = Captures::default();
    match re.captures_at(text, 0, &mut caps) {
        Err(e) => format!("!{e}"),
        Ok(false) => "-".into(),
        Ok(true) => (0..=re.groups())
            .map(|i| caps.get(i).map_or("?".into(), |(a, b)| format!("{a},{b}")))
            .collect::<Vec<_>>()
            .join(" "),
    }
}

#[test]
fn cases() {
    let mut bad = Vec::new();
    for line in CASES.lines().filter(|l| !l.is_empty() && !l.starts_with("# ")) {
        let f: Vec<&str> = line.split('\t').collect();
        let [flavor, pattern, text, want] = f.as_slice() else { panic!("four fields: {line}") };
        let mut opts = Options::new(
            match flavor.chars().next() {
                Some('b') => Flavor::SedBasic,
                Some('e') => Flavor::SedExtended,
                Some('g') => Flavor::GrepBasic,
                Some('E') => Flavor::GrepExtended,
                Some('x') => Flavor::Extended,
                Some('a') => Flavor::Awk,
                _ => panic!("flavour: {line}"),
            },
            true,
        );
        opts.icase = flavor.contains('I');
        opts.newline = flavor.contains('M');
        let text = text.replace("\\n", "\n");
        let got = match Regex::new(pattern.as_bytes(), &opts) {
            Ok(re) => {
                let got = spans(&re, text.as_bytes());
                let quick = re.is_match(text.as_bytes()).unwrap();
                assert_eq!(quick, got != "-", "is_match: {line}");
                got
            }
            Err(e) => format!("!{e}"),
        };
        if got != *want {
            bad.push(format!("{line}\n    got {got}"));
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

#[test]
fn bad_patterns_cost_no_more_than_their_length() {
    let text = vec![b'a'; 20_000];
    for p in ["(a*)*b", "(a|aa)+$b", "(x+x+)+y|(a+a+)+y", "(.*)(.*)(.*)(.*)(.*)x"] {
        let re = Regex::new(p.as_bytes(), &Options::new(Flavor::Extended, false)).unwrap();
        assert!(!re.is_match(&text).unwrap());
    }
    let re = Regex::new(br"\(a*\)*\1b", &Options::new(Flavor::SedBasic, false)).unwrap();
    assert!(!re.is_match(&text[..60]).unwrap_or(false));
}
