//! vi, vim and nano: the page edits the text, and this program reads and writes the file, as whoever
//! called it. Where there is no page, it says so.

use crate::coreutils::Cx;
use crate::vfs::Errno;

/// The largest file that is edited, in bytes: a page's text field gets slow beyond.
const LARGEST: usize = 1 << 20;

/// `vi`, `vim`, `nano`, `editor`.
pub async fn main(cx: &mut Cx) -> i32 {
    let files: Vec<String> =
        cx.args().into_iter().filter(|a| !a.starts_with('-') && !a.starts_with('+')).collect();
    if files.is_empty() {
        cx.err("a file to edit is wanted").await;
        return 1;
    }
    for file in files {
        if let Err(problem) = edit(cx, &file).await {
            cx.err(problem).await;
            return 1;
        }
    }
    0
}

async fn edit(cx: &Cx, file: &str) -> Result<(), String> {
    let told = |e: Errno| format!("{file}: {e}");
    let old = match cx.p.read_file(file) {
        Ok(_) if cx.p.access(file, 2).is_err() => return Err(told(Errno::EACCES)),
        Ok(data) => data,
        Err(Errno::ENOENT) => Vec::new(),
        Err(e) => return Err(told(e)),
    };
    if old.len() > LARGEST {
        return Err(format!("{file}: the editor takes files of up to {LARGEST} bytes"));
    }
    let old = String::from_utf8(old).ok().filter(|text| !text.contains('\0'));
    let old = old.ok_or_else(|| format!("{file}: not a text in UTF-8"))?;
    let nobody =
        || "the editor is part of the page, and there is none here: use cat or sed".to_string();
    if !cx.p.isatty(0) || !cx.p.isatty(1) {
        return Err(nobody());
    }
    let new = match cx.p.edit(file, old.clone()).await {
        Ok(Some(new)) => new,
        Ok(None) => return Ok(()),
        Err(Errno::ENOSYS) => return Err(nobody()),
        Err(e) => return Err(told(e)),
    };
    if new == old && cx.p.exists(file) {
        return Ok(());
    }
    // Editors end the last line.
    let end = if new.is_empty() || new.ends_with('\n') { "" } else { "\n" };
    cx.p.write_file(file, format!("{new}{end}").as_bytes(), 0o666).map_err(told)
}
