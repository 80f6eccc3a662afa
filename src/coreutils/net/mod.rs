//! Networks as the simulated machine has them: addresses, names, and connections to what runs on it.
//! Nothing beyond the machine can be reached, and tools say so in their own words.

pub mod curl;
mod curl_request;
pub mod http;
pub mod httpd;
pub mod ifconfig;
pub mod ip;
pub mod nc;
pub mod nslookup;
pub mod ping;
pub mod route;
pub mod serve;
pub mod ss;
pub mod wget;

use std::net::Ipv4Addr;

use crate::kernel::{Interface, Proc};
use crate::vfs::Errno;

/// Bytes in the largest packet of the interface to oneself.
const LOOPBACK_MTU: u32 = 65_536;

/// Whether there is an answer from an address, or why not: whoever refuses a connection is there.
pub async fn answers(p: &Proc, addr: Ipv4Addr) -> Result<(), Errno> {
    match p.connect(addr, 0).await {
        Ok(fd) => p.close(fd),
        Err(Errno::ECONNREFUSED) => Ok(()),
        Err(e) => Err(e),
    }
}

/// The mask of a prefix.
pub fn mask(prefix: u8) -> Ipv4Addr {
    Ipv4Addr::from(u32::MAX.checked_shl(32 - u32::from(prefix.min(32))).unwrap_or(0))
}

/// The last address of an interface's network.
pub fn broadcast(i: &Interface) -> Ipv4Addr {
    Ipv4Addr::from(u32::from(i.addr) | !u32::from(mask(i.prefix)))
}

/// The first address of an interface's network.
pub fn network(i: &Interface) -> Ipv4Addr {
    Ipv4Addr::from(u32::from(i.addr) & u32::from(mask(i.prefix)))
}
