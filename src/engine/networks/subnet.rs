//! Subnets and addresses of either family, as numbers.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// A subnet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Subnet {
    /// Its first address.
    pub base: u128,
    /// The length of its prefix.
    pub len: u32,
    /// Whether it is one of IPv6.
    pub six: bool,
}

/// An address as a number, and whether it is one of IPv6.
pub(crate) fn number(address: &str) -> Option<(u128, bool)> {
    Some(match address.parse().ok()? {
        IpAddr::V4(ip) => (u128::from(u32::from(ip)), false),
        IpAddr::V6(ip) => (u128::from(ip), true),
    })
}

/// The address of a number.
pub(crate) fn address(number: u128, six: bool) -> String {
    match six {
        true => Ipv6Addr::from(number).to_string(),
        false => Ipv4Addr::from(number as u32).to_string(),
    }
}

/// Whether a subnet, or an address, is written as those of IPv6 are.
pub(crate) fn is_six(text: &str) -> bool {
    text.contains(':')
}

/// How many bits an address has.
fn width(six: bool) -> u32 {
    if six { 128 } else { 32 }
}

impl Subnet {
    /// The subnet of an address with the length of a prefix.
    pub fn parse(text: &str) -> Option<Subnet> {
        let (ip, len) = text.split_once('/')?;
        let (ip, six) = number(ip)?;
        let len = len.parse().ok().filter(|n| *n <= width(six))?;
        let within = Subnet { base: 0, len, six }.within();
        Some(Subnet { base: ip & !within, len, six })
    }

    /// The bits that its addresses differ in.
    fn within(self) -> u128 {
        let bits = width(self.six) - self.len;
        1u128.checked_shl(bits).map_or(u128::MAX, |n| n - 1)
    }

    /// As it is written.
    pub fn text(self) -> String {
        format!("{}/{}", address(self.base, self.six), self.len)
    }

    /// Whether an address lies in it.
    pub fn holds(self, address: &str) -> bool {
        number(address).is_some_and(|(n, six)| six == self.six && n & !self.within() == self.base)
    }

    /// Whether they have addresses in common.
    pub fn overlaps(self, other: Subnet) -> bool {
        let outside = !(self.within() | other.within());
        self.six == other.six && self.base & outside == other.base & outside
    }

    /// Its last address.
    pub fn last(self) -> u128 {
        self.base | self.within()
    }

    /// The first and last address that can be given out: neither its own nor, in IPv4, the one for all, where it
    /// is large enough to have them.
    pub fn hosts(self) -> (u128, u128) {
        let last = self.last();
        match (last - self.base, self.six) {
            (0 | 1, _) => (self.base, last),
            (_, true) => (self.base + 1, last),
            (_, false) => (self.base + 1, last - 1),
        }
    }

    /// The subnets in it whose prefixes have that length.
    pub fn parts(self, size: u32) -> impl Iterator<Item = Subnet> {
        let fits = (self.len..=width(self.six)).contains(&size);
        let count = if fits { 1u128.checked_shl(size - self.len).unwrap_or(u128::MAX) } else { 0 };
        let bits = width(self.six).saturating_sub(size);
        let step = move |n: u128| n.checked_shl(bits).unwrap_or(0);
        (0..count).map(move |n| Subnet { base: self.base.wrapping_add(step(n)), len: size, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::Subnet;

    #[test]
    fn both_families() {
        let four = Subnet::parse("10.1.2.3/16").map(|s| (s.text(), s.hosts().0 - s.base));
        assert_eq!(four, Some(("10.1.0.0/16".to_string(), 1)));
        let six = Subnet::parse("fd00:1::7/64").unwrap_or(Subnet { base: 0, len: 0, six: true });
        assert_eq!(six.text(), "fd00:1::/64");
        assert!(six.holds("fd00:1::ffff") && !six.holds("fd00:2::1") && !six.holds("10.0.0.1"));
        let parts: Vec<String> = six.parts(66).map(Subnet::text).collect();
        assert_eq!(parts[1..3], ["fd00:1:0:0:4000::/66", "fd00:1:0:0:8000::/66"]);
        assert!(Subnet::parse("::/0").is_some_and(|all| all.overlaps(six)));
        assert!(Subnet::parse("fd00:zz::/64").is_none() && Subnet::parse("1.2.3.4/33").is_none());
    }
}
