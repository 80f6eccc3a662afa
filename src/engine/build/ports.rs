//! EXPOSE's ports: `[address:][outside:]inside[/kind]`, of which only what is inside counts.

use super::lexer::{Lookup, expand};

/// A port, or several in a row, as it is written.
pub struct Spec {
    /// An address before it, which means nothing.
    pub address: String,
    /// A port of the host, which means nothing either.
    pub outside: String,
    /// Its number, or the first and the last.
    inside: String,
    /// `tcp`, `udp` or `sctp`.
    pub kind: String,
}

impl Spec {
    /// Takes it apart.
    pub fn read(text: &str) -> Result<Spec, String> {
        let parts: Vec<&str> = text.split(':').collect();
        let (address, outside, inside) = match parts[..] {
            [outside, inside] => (String::new(), outside, inside),
            [ref address @ .., outside, inside] => (address.join(":"), outside, inside),
            _ => (String::new(), "", text),
        };
        let (inside, kind) = inside.split_once('/').unwrap_or((inside, ""));
        let bad = |why: &str| Err(format!("invalid port: {text:?}: {why}"));
        if inside.is_empty() {
            return bad("no port specified");
        }
        let kind = if kind.is_empty() { "tcp" } else { kind };
        if !["tcp", "udp", "sctp"].contains(&kind.to_lowercase().as_str()) {
            return bad(&format!("invalid proto: {kind}"));
        }
        let [outside, inside, kind] = [outside, inside, kind].map(str::to_string);
        Ok(Spec { address, outside, inside, kind })
    }

    /// The ports, each as `number/kind`.
    pub fn ports(&self) -> Result<Vec<String>, String> {
        let Spec { address, outside, inside, kind } = self;
        let bare = address.strip_prefix('[').and_then(|a| a.strip_suffix(']')).unwrap_or(address);
        if !bare.is_empty() && bare.parse::<std::net::IpAddr>().is_err() {
            return Err(format!("invalid IP address: {bare}"));
        }
        let (first, last) =
            range(inside).ok_or_else(|| format!("invalid containerPort: {inside}"))?;
        if !outside.is_empty() {
            let (low, high) =
                range(outside).ok_or_else(|| format!("invalid hostPort: {outside}"))?;
            if last > first && high - low != last - first {
                return Err(format!(
                    "invalid ranges specified for container and host Ports: {inside} and {outside}"
                ));
            }
        }
        Ok((first..=last).map(|n| format!("{n}/{}", kind.to_lowercase())).collect())
    }
}

fn range(text: &str) -> Option<(u16, u16)> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last) = (first.parse().ok()?, last.parse().ok()?);
    (first <= last).then_some((first, last))
}

/// The words behind EXPOSE: sorted as they are written, then with their variables replaced.
pub fn words(text: &str, escape: char, get: Lookup<'_>) -> Result<Vec<String>, String> {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    words.sort_unstable();
    let mut out = Vec::new();
    for word in words {
        out.extend(expand(word, escape, get)?.split_whitespace().map(str::to_string));
    }
    Ok(out)
}

/// The ports behind EXPOSE one by one, each as `number/kind`.
pub fn exposed(text: &str, escape: char, get: Lookup<'_>) -> Result<Vec<String>, String> {
    let mut out = Vec::new();
    for word in words(text, escape, get)? {
        out.extend(Spec::read(&word)?.ports()?);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::exposed;

    #[test]
    fn ports_of_expose() {
        let read = |text: &str| exposed(text, '\\', &|_| None);
        let all = ["1/tcp", "2/tcp", "80/udp", "90/tcp"].map(str::to_string);
        assert_eq!(
            read("90 1-2/TCP 1.2.3.4:8080:80/udp").map(|mut p| {
                p.sort();
                p
            }),
            Ok(all.into())
        );
        for (text, why) in [
            ("80/foo", "invalid port: \"80/foo\": invalid proto: foo"),
            ("a-b", "invalid containerPort: a-b"),
            ("70000", "invalid containerPort: 70000"),
            ("80-70", "invalid containerPort: 80-70"),
            ("80:90:100", "invalid IP address: 80"),
            ("x:90", "invalid hostPort: x"),
        ] {
            assert_eq!(read(text), Err(why.to_string()));
        }
    }
}
