//! Backups of files about to be replaced: `-b`, `--backup=` and `-S` of cp, mv, ln and install.

use crate::coreutils::Cx;
use crate::kernel::Proc;

/// How backups are named.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Control {
    /// `FILE~`.
    Simple,
    /// `FILE.~N~`.
    Numbered,
    /// Numbered where there are numbered ones already, else simple.
    Existing,
}

/// A way to make backups.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Backup {
    /// How they are named.
    pub control: Control,
    /// What simple ones end with.
    pub suffix: String,
}

/// From the values of `--backup` (`Some(None)` for a bare `-b`) and `-S`; `Err` for an unknown
/// control word, which has been reported.
pub async fn choose(
    cx: &mut Cx,
    control: Option<Option<&str>>,
    suffix: Option<&str>,
) -> Result<Option<Backup>, i32> {
    if control.is_none() && suffix.is_none() {
        return Ok(None);
    }
    let from_env = cx.p.env("VERSION_CONTROL");
    let word = control.flatten().map(str::to_string).or(from_env);
    let control = match word.as_deref() {
        Some("none" | "off") => return Ok(None),
        Some("t" | "numbered") => Control::Numbered,
        Some("never" | "simple") => Control::Simple,
        None | Some("nil" | "existing") => Control::Existing,
        Some(other) => {
            let other = cx.ql(other);
            cx.err(format!("invalid argument {other} for {}", cx.ql("backup type"))).await;
            return Err(cx.try_help(1).await);
        }
    };
    let suffix = suffix.map(str::to_string).or_else(|| cx.p.env("SIMPLE_BACKUP_SUFFIX"));
    Ok(Some(Backup { control, suffix: suffix.unwrap_or_else(|| "~".to_string()) }))
}

impl Backup {
    /// The name that the backup of a file gets.
    pub fn name_for(&self, p: &Proc, file: &str) -> String {
        let numbered = || {
            let dir = super::path::dir(file);
            let prefix = format!("{}.~", super::path::base(file));
            let of = |n: &str| n.strip_prefix(&prefix)?.strip_suffix('~')?.parse::<u64>().ok();
            p.readdir(dir).unwrap_or_default().iter().filter_map(|e| of(&e.name)).max()
        };
        let simple = || format!("{file}{}", self.suffix);
        let next = |n: u64| format!("{file}.~{}~", n.saturating_add(1));
        match self.control {
            Control::Simple => simple(),
            Control::Numbered => next(numbered().unwrap_or(0)),
            Control::Existing => numbered().map_or_else(simple, next),
        }
    }
}
