//! Values of the flags with which swarms are made and joined, checked as client and engine check them.

use crate::docker::hosts;
use crate::golang::csv;
use crate::golang::quote::quote;
use std::net::IpAddr;

/// `--listen-addr`: an address, with a port or without.
pub fn listen(text: &str) -> Result<String, String> {
    hosts::full(&format!("tcp://{text}")).map(|_| text.to_string())
}

/// `--default-addr-pool`: a subnet.
pub fn pool(text: &str) -> Result<String, String> {
    let read = |(address, bits): (&str, &str)| {
        let most = if address.parse::<IpAddr>().ok()?.is_ipv4() { 32 } else { 128 };
        (bits.parse::<u8>().ok()? <= most).then(|| text.to_string())
    };
    text.split_once('/')
        .and_then(read)
        .ok_or_else(|| format!("invalid string being converted to CIDR: {text}"))
}

/// `--external-ca`: fields of a signing place outside.
pub fn authority(text: &str) -> Result<String, String> {
    let (mut protocol, mut url) = (false, false);
    for field in csv::record(text)? {
        let Some((key, value)) = field.split_once('=') else {
            return Err(format!("invalid field '{field}' must be a key=value pair"));
        };
        match key.trim().to_lowercase().as_str() {
            "protocol" if value.trim().eq_ignore_ascii_case("cfssl") => protocol = true,
            "protocol" => return Err(format!("unrecognized external CA protocol {value}")),
            "url" => url = true,
            _ => {}
        }
    }
    match (protocol, url) {
        (false, _) => Err("the external-ca option needs a protocol= parameter".to_string()),
        (_, false) => Err("the external-ca option needs a url= parameter".to_string()),
        _ => Ok(text.to_string()),
    }
}

/// The address that a text is, with a port behind it or without; else the word that it is.
fn address(text: &str) -> Result<IpAddr, &str> {
    let colons = text.matches(':').count();
    let host = match text.rsplit_once(':') {
        Some((host, _)) if colons == 1 || text.starts_with('[') => host,
        _ => text,
    };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host.parse().map_err(|_| host)
}

/// What the engine says of addresses that can not be meant. Cards of the host stand for theirs.
pub fn addresses(
    [listen, advertise, data]: [&str; 3],
    is_card: impl Fn(&str) -> bool,
) -> Result<(), String> {
    let somewhere = |text: &str| match address(text) {
        Ok(ip) => !ip.is_unspecified(),
        Err(word) => is_card(word),
    };
    if !listen.is_empty() && address(listen).is_err_and(|word| !is_card(word)) {
        return Err(
            "listen address must be an IP address or network interface (with optional port number)"
                .to_string(),
        );
    }
    if !advertise.is_empty() && !somewhere(advertise) {
        return Err("advertise address must be a non-zero IP address or network interface (with optional port number)".to_string());
    }
    if !data.is_empty()
        && (!somewhere(data) || data.parse::<IpAddr>().is_err() && data.contains(':'))
    {
        return Err("data path address must be a non-zero IP address or network interface (without a port number)".to_string());
    }
    Ok(())
}

/// What the engine says of a manager that can not be joined, and of what it does not let in.
pub fn joined(remote: &str, token: &str) -> Result<(), String> {
    if remote.is_empty() {
        return Err(format!("invalid remoteAddr {}: invalid empty address", quote(remote)));
    }
    let digits = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase())
    };
    let fits = match token.split('-').collect::<Vec<_>>()[..] {
        ["SWMTKN", "1", sum, secret] => digits(sum, 50) && digits(secret, 25),
        _ => false,
    };
    // A name has to be looked up before.
    if address(remote).is_ok() && !fits {
        return Err("invalid join token".to_string());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{addresses, authority, joined, listen, pool};

    #[test]
    fn values() {
        assert!(listen("0.0.0.0:2377").is_ok() && listen("eth0").is_ok());
        assert_eq!(
            listen("x:y"),
            Err("parse \"tcp://x:y\": invalid port \":y\" after host".to_string())
        );
        assert!(pool("10.0.0.0/8").is_ok() && pool("2001:db8::/64").is_ok());
        for bad in ["x", "10.0.0.0", "10.0.0.0/33"] {
            assert!(pool(bad).is_err(), "{bad}");
        }
        assert!(authority("protocol=cfssl,url=https://ca").is_ok());
        assert!(authority("protocol=cfssl").is_err());
        let is_card = |word: &str| word == "eth0";
        assert!(addresses(["0.0.0.0:2377", "172.17.0.1:1", "eth0"], is_card).is_ok());
        for bad in [["no", "", ""], ["", "300.1.1.1", ""], ["", "0.0.0.0", ""], ["", "", "x"]] {
            assert!(addresses(bad, is_card).is_err(), "{bad:?}");
        }
        assert!(joined("manager:2377", "x").is_ok());
        assert!(joined("127.0.0.1:2377", "SWMTKN-1-a-b").is_err());
    }
}
