//! Lists of file names, each ended by a NUL: what `--files0-from` of du, sort and wc and `-files0-from` of
//! find read (coreutils 9.10, findutils 4.11). What a program does about a bad entry is its own affair.

use super::cx::Cx;
use crate::vfs::{Errno, text};

/// Why there is no list at all.
pub enum Refused {
    /// It can't be opened.
    Open(Errno),
    /// It can't be read.
    Read(Errno),
}

impl Refused {
    /// The complaint of du, find and wc; `quoted` and `plain` are the list's name in their two manners.
    pub fn complaint(&self, quoted: &str, plain: &str) -> String {
        match self {
            Refused::Open(e) => format!("cannot open {quoted} for reading: {e}"),
            Refused::Read(e) => format!("{plain}: read error: {e}"),
        }
    }
}

/// The entries of the list in `from`, of which `-` is standard input; some may be empty.
pub async fn entries(cx: &Cx, from: &str) -> Result<Vec<String>, Refused> {
    let fd = cx.open_input(from).map_err(Refused::Open)?;
    let read = cx.read_all(fd).await;
    cx.close_input(fd);
    let list = read.map_err(Refused::Read)?;
    if list.is_empty() {
        return Ok(Vec::new());
    }
    let list = list.strip_suffix(&[0]).unwrap_or(&list);
    Ok(list.split(|b| *b == 0).map(|name| text::decode(name).into_owned()).collect())
}

/// What is wrong with the entry at `at`, counted from 0: nothing may be without a name. `shown` is the
/// list's name.
pub fn nameless(entry: &str, at: usize, shown: &str) -> Option<String> {
    entry.is_empty().then(|| format!("{shown}:{}: invalid zero-length file name", at + 1))
}

/// The complaint about standard input named in a list that comes from there.
pub const ITSELF: &str = "when reading file names from standard input, no file name of '-' allowed";

/// The entries for du and wc: a bad one is a complaint that costs the status, and the others count.
pub async fn checked(cx: &mut Cx, from: &str) -> Result<Vec<Result<String, String>>, i32> {
    let shown = cx.qf(from);
    let names = match entries(cx, from).await {
        Ok(names) => names,
        Err(refused) => {
            let text = refused.complaint(&cx.q(from), &shown);
            cx.err(text).await;
            return Err(1);
        }
    };
    let check = |(at, name): (usize, String)| match nameless(&name, at, &shown) {
        Some(complaint) => Err(complaint),
        None if from == "-" && name == "-" => Err(ITSELF.to_string()),
        None => Ok(name),
    };
    Ok(names.into_iter().enumerate().map(check).collect())
}
