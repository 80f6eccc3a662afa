//! `--cap-add` and `--cap-drop`: the names as the daemon gets them.

use std::collections::BTreeSet;

/// The names in capitals with their prefix, each once and in order; `ALL` has none. The daemon finds out
/// what they come to together.
pub fn names(list: &[String]) -> Vec<String> {
    let whole = |name: &String| match name.to_uppercase() {
        n if n == "ALL" || n.starts_with("CAP_") => n,
        n => format!("CAP_{n}"),
    };
    list.iter().map(whole).collect::<BTreeSet<_>>().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn as_the_daemon_gets_them() {
        let of = |list: &[&str]| names(&list.iter().map(|n| n.to_string()).collect::<Vec<_>>());
        assert_eq!(of(&["net_admin", "CAP_CHOWN", "all"]), ["ALL", "CAP_CHOWN", "CAP_NET_ADMIN"]);
        assert_eq!(of(&["kill", "cap_kill", " x"]), ["CAP_ X", "CAP_KILL"]);
    }
}
