//! look: lines of a sorted file that begin with a text.

use super::Cx;
use super::getopt::Arg;
use crate::vfs::text;

/// `look`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("alphanum", Arg::No, 'd'),
        ("ignore-case", Arg::No, 'f'),
        ("terminate", Arg::Required, 't'),
    ];
    let parsed = match cx.getopt("adft:", &longs).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    let Some(want) = parsed.operands.first().cloned() else {
        return cx.usage_error("missing operand").await;
    };
    let file = parsed.operands.get(1).cloned().unwrap_or("/usr/share/dict/words".into());
    let default = parsed.operands.len() < 2;
    let Some(data) = cx.slurp(&file).await else { return 1 };
    let (plain, fold) = (parsed.has('d') || default, parsed.has('f') || default);
    let key = |s: &str| -> String {
        s.chars()
            .filter(|c| !plain || c.is_alphanumeric() || c.is_whitespace())
            .map(|c| if fold { c.to_ascii_lowercase() } else { c })
            .collect()
    };
    let end = parsed.value('t').and_then(|t| t.chars().next());
    let want = match end.and_then(|e| want.find(e)) {
        Some(i) => want[..=i].to_string(),
        None => want,
    };
    let want = key(&want);
    let mut found = false;
    for l in text::decode(&data).lines() {
        if key(l).starts_with(&want) {
            found = true;
            cx.puts(&format!("{l}\n"));
        }
    }
    i32::from(!found)
}
