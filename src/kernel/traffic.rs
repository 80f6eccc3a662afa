//! What network interfaces have carried: the bytes of connections, with the heads of the packets that they
//! would have been in.

use super::net::Net;

/// Bytes of a packet's heads: Ethernet, IP and TCP with its time stamps.
const HEADS: u64 = 66;
/// Heads of the packets that open a connection, with their options.
const OPENING: u64 = 74;
/// Bytes of a stream that one packet takes.
const SEGMENT: u64 = 1448;

/// What an interface has carried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Traffic {
    pub rx_bytes: u64,
    pub rx_packets: u64,
    pub tx_bytes: u64,
    pub tx_packets: u64,
}

/// An interface: its namespace and its wire, 0 for `lo`.
type End = (u32, u64);

/// The way of what is written to one half of a connection.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    from: End,
    to: End,
}

impl Way {
    /// The other half's.
    pub fn back(self) -> Way {
        Way { from: self.to, to: self.from }
    }
}

impl Net {
    /// The way from one namespace to another: over the wire that both are on, or out by the first of each.
    pub(super) fn way(&self, from: u32, to: u32) -> Way {
        if from == to {
            return Way { from: (from, 0), to: (to, 0) };
        }
        let links = |net: u32| {
            let space = self.spaces.get(&net);
            space.into_iter().flat_map(|s| s.interfaces.iter().map(|i| i.link))
        };
        let both = links(from).find(|link| links(to).any(|other| other == *link));
        let end = |net: u32| (net, both.or(links(net).next()).unwrap_or(0));
        Way { from: end(from), to: end(to) }
    }

    /// A connection is opened.
    pub(super) fn opened(&mut self, way: Way) {
        self.carry(way, OPENING, 1);
        self.carry(way.back(), OPENING, 1);
        self.carry(way, HEADS, 1);
    }

    /// So many bytes of a stream go a way; that they came is told on the way back.
    pub(super) fn carried(&mut self, way: Way, bytes: usize) {
        let packets = (bytes as u64).div_ceil(SEGMENT);
        self.carry(way, bytes as u64 + packets * HEADS, packets);
        self.carry(way.back(), HEADS, 1);
    }

    fn carry(&mut self, way: Way, bytes: u64, packets: u64) {
        let mut at = |(net, link): End, sent: bool| {
            let Some(space) = self.spaces.get_mut(&net) else { return };
            let t = space.traffic.entry(link).or_default();
            let (n, of) = match sent {
                true => (&mut t.tx_bytes, &mut t.tx_packets),
                false => (&mut t.rx_bytes, &mut t.rx_packets),
            };
            *n += bytes;
            *of += packets;
        };
        at(way.from, true);
        at(way.to, false);
    }
}
