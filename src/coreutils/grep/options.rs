//! grep's long options, its patterns, and contexts written as numbers.

use super::perl;
use crate::coreutils::Cx;
use crate::coreutils::getopt::Arg;
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

pub(super) async fn compile(
    cx: &mut Cx,
    patterns: &[Vec<u8>],
    syntax: char,
    opts: &mut Options,
) -> Result<Option<Regex>, i32> {
    opts.flavor = match syntax {
        'E' | 'P' => Flavor::GrepExtended,
        'F' => Flavor::Fixed,
        _ => Flavor::GrepBasic,
    };
    let mut list = patterns.to_vec();
    if syntax == 'P' {
        for p in &mut list {
            match perl::translate(p, opts) {
                Ok(t) => *p = t,
                Err(what) => {
                    cx.err(format!(
                        "the simulator's grep does not have {what} of Perl's regular expressions"
                    ))
                    .await;
                    return Err(2);
                }
            }
        }
    }
    if list.is_empty() {
        return Ok(None);
    }
    let refs: Vec<&[u8]> = list.iter().map(Vec::as_slice).collect();
    match Regex::many(&refs, opts) {
        Ok(re) => Ok(Some(re)),
        Err(e) if cx.busybox() => {
            let p = text::decode(&patterns[0]).into_owned();
            cx.err(format!("bad regex '{p}': {e}")).await;
            Err(2)
        }
        Err(e) => {
            cx.err(e).await;
            Err(2)
        }
    }
}
