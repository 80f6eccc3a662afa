//! What redis-cli does besides single commands: listing the keys.

use super::super::resp::quoted;
use super::super::value::Bytes;
use super::format::Style;
use super::reply::Got;
use super::say;
use super::session::Session;
use crate::vfs::text;

/// `--scan`: the keys, a line each.
pub async fn scan(session: &mut Session) -> i32 {
    if !session.connect().await {
        return 1;
    }
    let mut cursor = b"0".to_vec();
    loop {
        let mut words: Vec<Bytes> = vec![b"SCAN".to_vec(), cursor.clone()];
        for (name, value) in
            [("MATCH", &session.options.pattern), ("COUNT", &session.options.count)]
        {
            if let Some(value) = value {
                words.extend([name.as_bytes().to_vec(), text::encode(value).into_owned()]);
            }
        }
        let parts = match session.ask(&words).await {
            Ok(Got::Array(parts)) => parts,
            Ok(Got::Error(e)) => {
                say(&session.p, 1, &format!("ERROR: {e}\n")).await;
                return 1;
            }
            _ => {
                say(&session.p, 2, "\nI/O error\n").await;
                return 1;
            }
        };
        let [Got::Bulk(next), Got::Array(keys)] = parts.as_slice() else { return 1 };
        for key in keys {
            let Got::Bulk(key) = key else { continue };
            let mut line = if session.options.style == Style::Pretty {
                quoted(key).into_bytes()
            } else {
                key.clone()
            };
            line.push(b'\n');
            let _ = session.p.write_all(1, &line).await;
        }
        if next == b"0" {
            return 0;
        }
        cursor.clone_from(next);
    }
}
