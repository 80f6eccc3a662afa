//! grep's long options, its patterns, and contexts written as numbers.

use super::pattern::Pattern;
use crate::coreutils::Cx;
use crate::coreutils::getopt::Arg;
use crate::coreutils::regex::perl::{Around, Flags, Perl};
use crate::coreutils::regex::{Flavor, Options, Regex};
use crate::vfs::text;

pub(super) const LONGS: &[(&str, Arg, char)] = &[
    ("after-context", Arg::Required, 'A'),
    ("basic-regexp", Arg::No, 'G'),
    ("before-context", Arg::Required, 'B'),
    ("binary", Arg::No, 'U'),
    ("binary-files", Arg::Required, 'Δ'),
    ("byte-offset", Arg::No, 'b'),
    ("color", Arg::Optional, 'κ'),
    ("colour", Arg::Optional, 'κ'),
    ("context", Arg::Required, 'C'),
    ("count", Arg::No, 'c'),
    ("dereference-recursive", Arg::No, 'R'),
    ("devices", Arg::Required, 'D'),
    ("directories", Arg::Required, 'd'),
    ("exclude", Arg::Required, 'ε'),
    ("exclude-dir", Arg::Required, 'δ'),
    ("exclude-from", Arg::Required, 'φ'),
    ("extended-regexp", Arg::No, 'E'),
    ("file", Arg::Required, 'f'),
    ("files-with-matches", Arg::No, 'l'),
    ("files-without-match", Arg::No, 'L'),
    ("fixed-strings", Arg::No, 'F'),
    ("group-separator", Arg::Required, 'γ'),
    ("ignore-case", Arg::No, 'i'),
    ("include", Arg::Required, 'ι'),
    ("initial-tab", Arg::No, 'T'),
    ("invert-match", Arg::No, 'v'),
    ("label", Arg::Required, 'λ'),
    ("line-buffered", Arg::No, 'u'),
    ("line-number", Arg::No, 'n'),
    ("line-regexp", Arg::No, 'x'),
    ("max-count", Arg::Required, 'm'),
    ("no-filename", Arg::No, 'h'),
    ("no-group-separator", Arg::No, 'Γ'),
    ("no-ignore-case", Arg::No, 'I'),
    ("no-messages", Arg::No, 's'),
    ("null", Arg::No, 'Z'),
    ("null-data", Arg::No, 'z'),
    ("only-matching", Arg::No, 'o'),
    ("perl-regexp", Arg::No, 'P'),
    ("quiet", Arg::No, 'q'),
    ("recursive", Arg::No, 'r'),
    ("regexp", Arg::Required, 'e'),
    ("silent", Arg::No, 'q'),
    ("text", Arg::No, 'a'),
    ("with-filename", Arg::No, 'H'),
    ("word-regexp", Arg::No, 'w'),
];

/// `-5` and the like are contexts: digits become one `-C`.
pub(super) fn digits_to_context(args: Vec<String>) -> Vec<String> {
    let mut plain = false;
    args.into_iter()
        .map(|a| {
            plain |= a == "--";
            let digits = a
                .strip_prefix('-')
                .filter(|d| !d.is_empty() && d.bytes().all(|b| b.is_ascii_digit()));
            match digits {
                Some(d) if !plain => format!("-C{d}"),
                _ => a,
            }
        })
        .collect()
}

/// Compiles the patterns; a complaint's status where they are none.
pub(super) async fn compile(
    cx: &mut Cx,
    patterns: &[Vec<u8>],
    syntax: char,
    opts: &mut Options,
    delim: u8,
) -> Result<Option<Pattern>, i32> {
    opts.flavor = match syntax {
        'E' => Flavor::GrepExtended,
        'F' => Flavor::Fixed,
        _ => Flavor::GrepBasic,
    };
    if patterns.is_empty() {
        return Ok(None);
    }
    let refs: Vec<&[u8]> = patterns.iter().map(Vec::as_slice).collect();
    if syntax == 'P' {
        let what = match perl(&refs, opts, delim) {
            Ok(re) => return Ok(Some(Pattern::Perl(re))),
            Err(what) => what,
        };
        cx.err(what).await;
        return Err(2);
    }
    match Regex::many(&refs, opts) {
        Ok(re) => Ok(Some(Pattern::Posix(re))),
        Err(_) if cx.busybox() => {
            let p = text::decode(&patterns[0]).into_owned();
            cx.err(format!("bad regex '{p}'")).await;
            Err(2)
        }
        Err(e) => {
            cx.err(e).await;
            Err(2)
        }
    }
}

fn perl(patterns: &[&[u8]], opts: &Options, delim: u8) -> Result<Perl, String> {
    let [pattern] = patterns else {
        return Err("the -P option only supports a single pattern".into());
    };
    let flags = Flags {
        icase: opts.icase,
        multiline: delim == 0,
        end_only: true,
        utf8: opts.utf8,
        ..Flags::default()
    };
    let around = match (opts.line, opts.word) {
        (true, _) => Around::Line,
        (_, true) => Around::Word,
        _ => Around::Free,
    };
    Perl::new(pattern, flags, around).map_err(|e| e.to_string())
}
