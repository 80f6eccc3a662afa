//! tar's command line: letters and words, in both styles, and what is said of mistakes.

use crate::coreutils::getopt::{self, Complaint};
use crate::coreutils::{Arg, Cx};
use crate::vfs::text;

/// GNU's long options.
pub const LONGS: &[(&str, Arg, char)] = &[
    ("absolute-names", Arg::No, 'P'),
    ("anchored", Arg::No, '\u{1}'),
    ("append", Arg::No, 'r'),
    ("atime-preserve", Arg::Optional, '\u{2}'),
    ("auto-compress", Arg::No, 'a'),
    ("bzip2", Arg::No, 'j'),
    ("catenate", Arg::No, 'A'),
    ("concatenate", Arg::No, 'A'),
    ("create", Arg::No, 'c'),
    ("delete", Arg::No, '\u{3}'),
    ("dereference", Arg::No, 'h'),
    ("diff", Arg::No, 'd'),
    ("directory", Arg::Required, 'C'),
    ("compare", Arg::No, 'd'),
    ("exclude", Arg::Required, '\u{4}'),
    ("exclude-from", Arg::Required, 'X'),
    ("exclude-vcs", Arg::No, '\u{5}'),
    ("extract", Arg::No, 'x'),
    ("file", Arg::Required, 'f'),
    ("files-from", Arg::Required, 'T'),
    ("force-local", Arg::No, '\u{2}'),
    ("format", Arg::Required, 'H'),
    ("full-time", Arg::No, '\u{6}'),
    ("get", Arg::No, 'x'),
    ("group", Arg::Required, '\u{7}'),
    ("gunzip", Arg::No, 'z'),
    ("gzip", Arg::No, 'z'),
    ("ignore-failed-read", Arg::No, '\u{2}'),
    ("keep-newer-files", Arg::No, '\u{8}'),
    ("keep-old-files", Arg::No, 'k'),
    ("list", Arg::No, 't'),
    ("lzma", Arg::No, 'J'),
    ("mode", Arg::Required, '\u{e}'),
    ("mtime", Arg::Required, '\u{f}'),
    ("no-anchored", Arg::No, '\u{10}'),
    ("no-overwrite-dir", Arg::No, '\u{2}'),
    ("no-recursion", Arg::No, '\u{11}'),
    ("no-same-owner", Arg::No, 'o'),
    ("no-same-permissions", Arg::No, '\u{12}'),
    ("no-wildcards", Arg::No, '\u{13}'),
    ("no-wildcards-match-slash", Arg::No, '\u{14}'),
    ("null", Arg::No, '\u{15}'),
    ("numeric-owner", Arg::No, '\u{16}'),
    ("one-file-system", Arg::No, '\u{17}'),
    ("one-top-level", Arg::Optional, '\u{18}'),
    ("overwrite", Arg::No, '\u{19}'),
    ("owner", Arg::Required, '\u{1a}'),
    ("preserve-permissions", Arg::No, 'p'),
    ("recursion", Arg::No, '\u{1b}'),
    ("recursive-unlink", Arg::No, '\u{2}'),
    ("remove-files", Arg::No, '\u{1c}'),
    ("same-owner", Arg::No, '\u{1d}'),
    ("same-permissions", Arg::No, 'p'),
    ("skip-old-files", Arg::No, '\u{1e}'),
    ("sort", Arg::Required, '\u{2}'),
    ("sparse", Arg::No, 'S'),
    ("strip-components", Arg::Required, '\u{1f}'),
    ("to-stdout", Arg::No, 'O'),
    ("touch", Arg::No, 'm'),
    ("transform", Arg::Required, '\u{80}'),
    ("xform", Arg::Required, '\u{80}'),
    ("to-command", Arg::Required, '\u{81}'),
    ("totals", Arg::Optional, '\u{e004}'),
    ("unlink-first", Arg::No, 'U'),
    ("update", Arg::No, 'u'),
    ("use-compress-program", Arg::Required, 'I'),
    ("verbose", Arg::No, 'v'),
    ("verify", Arg::No, 'W'),
    ("wildcards", Arg::No, '\u{82}'),
    ("wildcards-match-slash", Arg::No, '\u{2}'),
    ("xattrs", Arg::No, '\u{2}'),
    ("acls", Arg::No, '\u{2}'),
    ("selinux", Arg::No, '\u{2}'),
    ("xz", Arg::No, 'J'),
    ("zstd", Arg::No, '\u{83}'),
    ("after-date", Arg::Required, 'N'),
    ("block-number", Arg::No, '\u{2}'),
    ("blocking-factor", Arg::Required, 'b'),
    ("check-device", Arg::No, '\u{2}'),
    ("checkpoint", Arg::Optional, '\u{2}'),
    ("checkpoint-action", Arg::Required, '\u{2}'),
    ("clamp-mtime", Arg::No, '\u{e007}'),
    ("delay-directory-restore", Arg::No, '\u{2}'),
    ("exclude-backups", Arg::No, '\u{e009}'),
    ("exclude-vcs-ignores", Arg::No, '\u{2}'),
    ("hard-dereference", Arg::No, '\u{e008}'),
    ("ignore-zeros", Arg::No, 'i'),
    ("incremental", Arg::No, 'G'),
    ("interactive", Arg::No, 'w'),
    ("label", Arg::Required, 'V'),
    ("level", Arg::Required, '\u{e001}'),
    ("listed-incremental", Arg::Required, 'g'),
    ("newer", Arg::Required, 'N'),
    ("newer-mtime", Arg::Required, '\u{e002}'),
    ("no-acls", Arg::No, '\u{2}'),
    ("no-auto-compress", Arg::No, '\u{2}'),
    ("no-check-device", Arg::No, '\u{2}'),
    ("no-delay-directory-restore", Arg::No, '\u{2}'),
    ("no-ignore-case", Arg::No, '\u{2}'),
    ("no-selinux", Arg::No, '\u{2}'),
    ("no-xattrs", Arg::No, '\u{2}'),
    ("occurrence", Arg::Optional, '\u{e005}'),
    ("quoting-style", Arg::Required, '\u{2}'),
    ("read-full-records", Arg::No, 'B'),
    ("show-stored-names", Arg::No, '\u{e006}'),
    ("show-transformed-names", Arg::No, '\u{e006}'),
    ("utc", Arg::No, '\u{e003}'),
    ("warning", Arg::Required, '\u{2}'),
];

/// BusyBox's long options.
pub const BUSYBOX_LONGS: &[(&str, Arg, char)] = &[
    ("append", Arg::No, '\u{84}'),
    ("overwrite", Arg::No, '\u{19}'),
    ("strip-components", Arg::Required, '\u{1f}'),
    ("no-recursion", Arg::No, '\u{11}'),
    ("numeric-owner", Arg::No, '\u{16}'),
    ("no-same-permissions", Arg::No, '\u{12}'),
    ("no-same-owner", Arg::No, 'o'),
    ("to-command", Arg::Required, '\u{81}'),
    ("exclude", Arg::Required, '\u{4}'),
    ("exclude-from", Arg::Required, 'X'),
    ("files-from", Arg::Required, 'T'),
    ("create", Arg::No, 'c'),
    ("extract", Arg::No, 'x'),
    ("list", Arg::No, 't'),
    ("file", Arg::Required, 'f'),
    ("directory", Arg::Required, 'C'),
    ("gzip", Arg::No, 'z'),
    ("bzip2", Arg::No, 'j'),
    ("xz", Arg::No, 'J'),
    ("lzma", Arg::No, 'J'),
    ("verbose", Arg::No, 'v'),
    ("dereference", Arg::No, 'h'),
    ("keep-old-files", Arg::No, 'k'),
    ("to-stdout", Arg::No, 'O'),
    ("same-permissions", Arg::No, 'p'),
    ("touch", Arg::No, 'm'),
];

/// GNU's letters.
pub const SHORTS: &str = "+AcdrtuxC:f:zjJavhkmopOPSUWT:X:I:H:lwb:BGiMnN:sV:F:g:K:L:";
/// BusyBox's letters.
pub const BUSYBOX_SHORTS: &str = "+cxtC:f:zjJZavhkmopOT:X:";

/// An option, or an operand.
pub enum Item {
    Option(char, Option<String>),
    Operand(String),
}

/// What is wrong with the arguments.
pub enum Wrong {
    /// Of an option with a dash.
    Option(Complaint),
    /// A letter of a bundle without a dash has no argument left.
    Bundle(char),
}

impl From<Complaint> for Wrong {
    fn from(complaint: Complaint) -> Wrong {
        Wrong::Option(complaint)
    }
}

/// `czf a.tgz` as `-c -z -f a.tgz`: letters of a bundle take their arguments in turn.
fn unbundle(args: Vec<String>, spec: &str) -> Result<Vec<String>, Wrong> {
    let old = args.first().is_some_and(|a| !a.starts_with('-') && !a.is_empty());
    if !old {
        return Ok(args);
    }
    let mut rest = args.into_iter();
    let bundle = rest.next().unwrap_or_default();
    let mut out = Vec::new();
    for letter in bundle.chars() {
        out.push(format!("-{letter}"));
        let takes =
            spec.find(letter).is_some_and(|i| spec[i + letter.len_utf8()..].starts_with(':'));
        if takes && letter != ':' {
            out.push(rest.next().ok_or(Wrong::Bundle(letter))?);
        }
    }
    out.extend(rest);
    Ok(out)
}

/// Options and operands in the order in which they were given.
pub fn items(
    args: Vec<String>,
    spec: &str,
    longs: &[(&str, Arg, char)],
) -> Result<Vec<Item>, Wrong> {
    let mut args = unbundle(args, spec)?;
    let mut out = Vec::new();
    while !args.is_empty() {
        if args[0] == "--" {
            out.extend(args.drain(1..).map(Item::Operand));
            break;
        }
        let parsed = getopt::parse(&args, spec, longs)?;
        out.extend(parsed.options.into_iter().map(|(c, v)| Item::Option(c, v)));
        let mut operands = parsed.operands.into_iter();
        out.extend(operands.next().map(Item::Operand));
        args = operands.collect();
    }
    Ok(out)
}

/// Says what is wrong with the arguments; gives the status.
pub async fn complain(cx: &mut Cx, wrong: Wrong) -> i32 {
    let complaint = match wrong {
        Wrong::Option(complaint) => complaint,
        Wrong::Bundle(letter) if cx.busybox() => Complaint::NeedsArgShort(letter),
        Wrong::Bundle(letter) => {
            cx.err(format!("Old option '{letter}' requires an argument.")).await;
            return hint(cx).await;
        }
    };
    if let Complaint::Help | Complaint::Version = complaint {
        return cx.complain(complaint).await;
    }
    if cx.busybox() {
        return cx.complain(complaint).await;
    }
    let text = match complaint {
        Complaint::InvalidShort(c) => format!("invalid option -- '{c}'"),
        Complaint::NeedsArgShort(c) => format!("option requires an argument -- '{c}'"),
        Complaint::Unrecognized(n) => format!("unrecognized option '--{n}'"),
        Complaint::NeedsArgLong(n) => format!("option '--{n}' requires an argument"),
        Complaint::TakesNoArg(n) => format!("option '--{n}' doesn't allow an argument"),
        other => return cx.complain(other).await,
    };
    cx.err(text).await;
    hint(cx).await;
    // EX_USAGE of sysexits(3), by argp.
    64
}

/// GNU tar's pointer to help; gives the status.
pub async fn hint(cx: &mut Cx) -> i32 {
    cx.say("Try 'tar --help' or 'tar --usage' for more information.\n").await;
    2
}

/// The lines of a file of names.
pub async fn lines(cx: &mut Cx, file: &str, null: bool) -> Result<Vec<String>, i32> {
    let bytes = match cx.open_input(file) {
        Ok(fd) => {
            let bytes = cx.read_all(fd).await;
            cx.close_input(fd);
            bytes
        }
        Err(e) => Err(e),
    };
    match bytes {
        Ok(bytes) => {
            let text = text::decode_owned(bytes);
            let sep = if null { '\0' } else { '\n' };
            Ok(text.split(sep).filter(|l| !l.is_empty()).map(str::to_string).collect())
        }
        Err(e) if cx.busybox() => {
            cx.err(format!("can't open '{file}': {e}")).await;
            Err(1)
        }
        Err(e) => {
            cx.err(format!("{file}: Cannot open: {e}")).await;
            cx.err("Error is not recoverable: exiting now").await;
            Err(2)
        }
    }
}
