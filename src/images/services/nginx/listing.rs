//! What `autoindex` shows of a directory.

use super::answer::{Answer, escaped, typed};
use crate::kernel::Proc;
use chrono::DateTime;

/// Columns for names.
const NAMES: usize = 50;

fn shown(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A directory as a page; `path` is how it was asked for.
pub(super) fn listing(p: &Proc, dir: &str, path: &str) -> Answer {
    let title = format!("Index of {}", shown(path));
    let mut body = format!(
        "<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<h1>{title}</h1><hr><pre><a href=\"../\">../</a>\r\n"
    );
    let mut all: Vec<(bool, String, String)> = Vec::new();
    for e in p.readdir(dir).unwrap_or_default() {
        let Ok(stat) = p.stat(&format!("{dir}{}", e.name)) else { continue };
        if e.name.starts_with('.') {
            continue;
        }
        let changed = DateTime::from_timestamp_nanos(stat.mtime).format("%d-%b-%Y %H:%M");
        let size = if stat.is_dir() { "-".to_string() } else { stat.size.to_string() };
        let slash = if stat.is_dir() { "/" } else { "" };
        let name = format!("{}{slash}", e.name);
        let columns = name.chars().count();
        let cut = match columns > NAMES {
            true => name.chars().take(NAMES - 3).chain("..>".chars()).collect(),
            false => name.clone(),
        };
        let blanks = " ".repeat(NAMES.saturating_sub(columns) + 1);
        let line = format!(
            "<a href=\"{}{slash}\">{}</a>{blanks}{changed} {size:>19}\r\n",
            escaped(&e.name),
            shown(&cut)
        );
        all.push((!stat.is_dir(), e.name, line));
    }
    all.sort();
    body.extend(all.into_iter().map(|(_, _, line)| line));
    body += "</pre><hr></body>\r\n</html>\r\n";
    let body = body.into_bytes();
    Answer { status: 200, headers: typed("text/html", &body), body }
}
