//! `--cap-add` and `--cap-drop`: what the two come to together.

use std::collections::BTreeSet;

const ALL: &str = "ALL";

/// The names with their prefix, each once; `RESET` forgets what came before it.
fn names(list: &[String]) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for name in list {
        let name = name.trim().to_uppercase();
        match name.as_str() {
            ALL => drop(all.insert(name)),
            "RESET" => all.clear(),
            n if n.starts_with("CAP_") => drop(all.insert(name)),
            n => drop(all.insert(format!("CAP_{n}"))),
        }
    }
    // All of them is more than any.
    if all.contains(ALL) { BTreeSet::from([ALL.to_string()]) } else { all }
}

/// What is added and what is dropped; what is added is not dropped.
pub fn effective(add: &[String], drop: &[String]) -> (Vec<String>, Vec<String>) {
    let (add, drop) = (names(add), names(drop));
    let drop = drop.into_iter().filter(|c| !add.contains(c)).collect();
    (add.into_iter().collect(), drop)
}

#[cfg(test)]
mod tests {
    use super::effective;

    #[test]
    fn together() {
        let of = |text: &str| text.split_whitespace().map(str::to_string).collect::<Vec<_>>();
        let said = |add, drop| {
            let (a, d) = effective(&of(add), &of(drop));
            format!("{} - {}", a.join(" "), d.join(" "))
        };
        assert_eq!(said("net_admin CAP_CHOWN", "all"), "CAP_CHOWN CAP_NET_ADMIN - ALL");
        assert_eq!(said("chown all", "chown kill"), "ALL - CAP_CHOWN CAP_KILL");
        assert_eq!(said("kill reset chown", "chown"), "CAP_CHOWN - ");
    }
}
