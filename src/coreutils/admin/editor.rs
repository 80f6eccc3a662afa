//! vi, vim and nano: the page edits the text, and this program reads and writes the file, as whoever
//! called it. Where there is no page, it says so.

use crate::coreutils::Cx;
use crate::vfs::Errno;

/// `vi`, `vim`, `nano`, `editor`.
pub async fn main(cx: &mut Cx) -> i32 {
    let files: Vec<String> =
        cx.args().into_iter().filter(|a| !a.starts_with('-') && !a.starts_with('+')).collect();
    if files.is_empty() {
        cx.err("a file to edit is wanted").await;
        return 1;
    }
    for file in files {
        let (old, writable) = match cx.p.read_file(&file) {
            Ok(data) => (data, cx.p.access(&file, 2).is_ok()),
            Err(Errno::ENOENT) => (Vec::new(), true),
            Err(e) => {
                cx.err(format!("{file}: {e}")).await;
                return 1;
            }
        };
        if !writable {
            cx.err(format!("{file}: Permission denied (try sudo)")).await;
            return 1;
        }
        match cx.p.edit(&file, old.clone()).await {
            Ok(None) => {}
            Ok(Some(new)) if new == old && cx.p.exists(&file) => {}
            Ok(Some(new)) => {
                if let Err(e) = cx.p.write_file(&file, &new, 0o666) {
                    cx.err(format!("{file}: {e}")).await;
                    return 1;
                }
            }
            Err(Errno::ENOSYS) => {
                let text = "the editor is part of the page, and there is none here: use cat or sed";
                cx.err(text).await;
                return 1;
            }
            Err(_) => return 1,
        }
    }
    0
}
