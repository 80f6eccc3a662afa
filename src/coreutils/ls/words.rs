//! The words that options of ls take.

use super::options::{Format, Indicator, Quoting, Sort, Time};

pub fn locale_style() -> (String, String) {
    ("%b %e %H:%M".to_string(), "%b %e  %Y".to_string())
}

pub fn style(word: &str) -> Option<(String, String)> {
    let both = |f: &str| Some((f.to_string(), f.to_string()));
    match word.strip_prefix("posix-").unwrap_or(word) {
        "full-iso" => both("%Y-%m-%d %H:%M:%S.%N %z"),
        "long-iso" => both("%Y-%m-%d %H:%M"),
        "iso" => Some(("%m-%d %H:%M".to_string(), "%Y-%m-%d ".to_string())),
        "locale" => Some(locale_style()),
        other => {
            let format = other.strip_prefix('+')?;
            let (old, recent) = format.split_once('\n').unwrap_or((format, format));
            Some((recent.to_string(), old.to_string()))
        }
    }
}

pub fn when(word: Option<&str>, tty: bool) -> Option<bool> {
    match word {
        None | Some("always" | "yes" | "force") => Some(true),
        Some("never" | "no" | "none") => Some(false),
        Some("auto" | "tty" | "if-tty") => Some(tty),
        Some(_) => None,
    }
}

pub fn quoting(word: &str) -> Option<Quoting> {
    Some(match word {
        "literal" => Quoting::Literal,
        "shell" => Quoting::Shell,
        "shell-always" => Quoting::ShellAlways,
        "shell-escape" => Quoting::ShellEscape,
        "shell-escape-always" => Quoting::ShellEscapeAlways,
        "c" | "c-maybe" => Quoting::C,
        "escape" => Quoting::Escape,
        "locale" | "clocale" => Quoting::Locale,
        _ => return None,
    })
}

pub fn format_word(word: &str) -> Option<Format> {
    Some(match word {
        "long" | "verbose" => Format::Long,
        "commas" => Format::Commas,
        "horizontal" | "across" => Format::Across,
        "vertical" => Format::Columns,
        "single-column" => Format::Single,
        _ => return None,
    })
}

pub fn indicator_word(word: &str) -> Option<Indicator> {
    Some(match word {
        "none" => Indicator::None,
        "slash" => Indicator::Slash,
        "file-type" => Indicator::FileType,
        "classify" => Indicator::Classify,
        _ => return None,
    })
}

pub fn sort_word(word: &str) -> Option<Sort> {
    Some(match word {
        "none" => Sort::None,
        "name" => Sort::Name,
        "time" => Sort::Time,
        "size" => Sort::Size,
        "extension" => Sort::Extension,
        "version" => Sort::Version,
        "width" => Sort::Width,
        _ => return None,
    })
}

pub fn time_word(word: &str) -> Option<Time> {
    Some(match word {
        "atime" | "access" | "use" => Time::Accessed,
        "ctime" | "status" => Time::Changed,
        "mtime" | "modification" => Time::Modified,
        "birth" | "creation" => Time::Born,
        _ => return None,
    })
}

/// The words that an option takes.
pub fn valid(letter: char) -> &'static [&'static [&'static str]] {
    match letter {
        '\u{3}' | '\u{4}' => {
            &[&["always", "yes", "force"], &["never", "no", "none"], &["auto", "tty", "if-tty"]]
        }
        '\u{7}' => &[
            &["verbose", "long"],
            &["commas"],
            &["horizontal", "across"],
            &["vertical"],
            &["single-column"],
        ],
        '\u{11}' => &[&["none"], &["slash"], &["file-type"], &["classify"]],
        '\u{12}' => &[
            &["literal"],
            &["shell"],
            &["shell-always"],
            &["shell-escape"],
            &["shell-escape-always"],
            &["c"],
            &["c-maybe"],
            &["escape"],
            &["locale"],
            &["clocale"],
        ],
        '\u{15}' => {
            &[&["none"], &["size"], &["time"], &["version"], &["extension"], &["name"], &["width"]]
        }
        '\u{16}' => &[
            &["atime", "access", "use"],
            &["ctime", "status"],
            &["mtime", "modification"],
            &["birth", "creation"],
        ],
        _ => &[&["full-iso"], &["long-iso"], &["iso"], &["locale"]],
    }
}
