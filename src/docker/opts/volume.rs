//! `-v`: `[SOURCE:]TARGET[:MODE]`. The client only splits it; names and modes are the engine's to judge.

use super::mount::absolute;

/// What a `-v` value comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VolumeArg {
    /// A path alone: a volume without a name.
    Anonymous(String),
    /// The whole spec, a relative host path made absolute, for the engine's list of binds.
    Bind(String),
}

/// Splits a `-v` value as docker's client does.
pub fn parse(spec: &str, cwd: &str) -> Result<VolumeArg, String> {
    match spec.len() {
        0 => return Err("invalid empty volume spec".to_string()),
        1 | 2 => return Ok(VolumeArg::Anonymous(spec.to_string())),
        _ => {}
    }
    let mut parts: Vec<String> = Vec::new();
    let mut part = String::new();
    for c in spec.chars().map(Some).chain([None]) {
        match c {
            // A single letter before a colon reads as a drive of another system.
            Some(':') if part.chars().count() == 1 && part.starts_with(char::is_alphabetic) => {
                part.push(':');
            }
            Some(':') | None => {
                if part.is_empty() {
                    return Err(format!("invalid spec: {spec}: empty section between colons"));
                }
                if c.is_some() && parts.len() >= 2 {
                    return Err(format!("invalid spec: {spec}: too many colons"));
                }
                parts.push(std::mem::take(&mut part));
            }
            Some(c) => part.push(c),
        }
    }
    if parts.len() == 1 {
        return Ok(VolumeArg::Anonymous(spec.to_string()));
    }
    let source = &parts[0];
    if source.starts_with('.')
        && let Some((host, rest)) = spec.split_once(':')
    {
        return Ok(VolumeArg::Bind(format!("{}:{rest}", absolute(host, cwd))));
    }
    Ok(VolumeArg::Bind(spec.to_string()))
}

#[cfg(test)]
mod tests {
    use super::{VolumeArg, parse};

    #[test]
    fn specs() {
        let bind = |s: &str| VolumeArg::Bind(s.to_string());
        assert_eq!(parse("/data", "/"), Ok(VolumeArg::Anonymous("/data".to_string())));
        assert_eq!(parse("v:/data:ro", "/"), Ok(bind("v:/data:ro")));
        assert_eq!(parse("./a:/data", "/home/x"), Ok(bind("/home/x/a:/data")));
        assert_eq!(parse("..:/data", "/home/x"), Ok(bind("/home:/data")));
        assert_eq!(parse("a:b:c:d", "/"), Ok(bind("a:b:c:d")));
        assert_eq!(
            parse(":/a", "/").unwrap_err(),
            "invalid spec: :/a: empty section between colons"
        );
        assert_eq!(
            parse("vv:/a:ro:x", "/").unwrap_err(),
            "invalid spec: vv:/a:ro:x: too many colons"
        );
    }
}
