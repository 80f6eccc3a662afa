//! `--restart`: a policy's name and perhaps how often.

/// Name and largest number of retries. Whether the name is known is the engine's to say.
pub fn parse(policy: &str) -> Result<(String, i64), String> {
    let (name, count) = policy.split_once(':').unwrap_or((policy, ""));
    if policy.contains(':') && name.is_empty() {
        return Err("invalid restart policy format: no policy provided before colon".to_string());
    }
    if count.is_empty() {
        return Ok((name.to_string(), 0));
    }
    match count.parse() {
        Ok(n) => Ok((name.to_string(), n)),
        Err(_) => {
            Err("invalid restart policy format: maximum retry count must be an integer".to_string())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn policies() {
        assert_eq!(parse("on-failure:3"), Ok(("on-failure".to_string(), 3)));
        assert_eq!(parse("always"), Ok(("always".to_string(), 0)));
        assert!(parse(":3").is_err());
        assert!(parse("on-failure:x").is_err());
    }
}
