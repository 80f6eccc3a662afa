//! Ids and names that the daemon makes up: from the kernel's seeded randomness, so that the same
//! session gives the same ones.

use crate::kernel::Kernel;
use data_encoding::HEXLOWER;

/// So many random lower-case hexadecimal digits.
pub fn hex(kernel: &Kernel, digits: usize) -> String {
    let mut bytes = vec![0; digits.div_ceil(2)];
    kernel.random(&mut bytes);
    let mut out = HEXLOWER.encode(&bytes);
    out.truncate(digits);
    out
}

/// So many random characters of base 32 in one case, as BuildKit's and overlay2's short ids are.
pub fn base32(kernel: &Kernel, digits: usize, alphabet: &[u8; 32]) -> String {
    let mut bytes = vec![0; digits];
    kernel.random(&mut bytes);
    bytes.iter().map(|b| char::from(alphabet[usize::from(b & 31)])).collect()
}

/// The alphabet of overlay2's link names.
pub const LINK: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/// The alphabet of BuildKit's ids.
pub const BUILD: &[u8; 32] = b"0123456789abcdefghijklmnopqrstuv";

/// A full id of 64 digits whose short form is not a number: Docker draws again until it is not, for
/// a host name of digits alone would be taken for an address.
pub fn id(kernel: &Kernel) -> String {
    loop {
        let id = hex(kernel, 64);
        if !id.bytes().take(12).all(|b| b.is_ascii_digit()) {
            return id;
        }
    }
}

/// An address for a network card: local, unicast.
pub fn mac(kernel: &Kernel) -> String {
    let mut b = [0; 6];
    kernel.random(&mut b);
    b[0] = (b[0] | 0x02) & 0xfe;
    b.iter().map(|x| format!("{x:02x}")).collect::<Vec<_>>().join(":")
}

const ADJECTIVES: &[&str] = &[
    "amber", "ample", "avid", "balmy", "blithe", "bold", "brave", "breezy", "brisk", "calm",
    "candid", "cheery", "civil", "clear", "cosy", "crisp", "curious", "dapper", "daring", "deft",
    "eager", "early", "earnest", "exact", "fair", "fleet", "fond", "frank", "fresh", "gallant",
    "gentle", "glad", "golden", "grand", "hale", "handy", "hardy", "hearty", "humble", "jolly",
    "keen", "kind", "lively", "loyal", "lucid", "mellow", "merry", "mild", "modest", "neat",
    "nimble", "noble", "patient", "placid", "plucky", "polite", "prompt", "proud", "quick",
    "quiet", "ready", "rosy", "serene", "sharp", "silent", "sincere", "sleek", "smart", "snug",
    "sober", "solid", "spry", "stable", "steady", "stoic", "sturdy", "subtle", "sunny", "swift",
    "tender", "tidy", "tranquil", "trusty", "upbeat", "valiant", "vivid", "warm", "wise", "witty",
    "zesty",
];

const SURNAMES: &[&str] = &[
    "abel",
    "ampere",
    "avogadro",
    "babbage",
    "banach",
    "bernoulli",
    "bohr",
    "boole",
    "bose",
    "boyle",
    "brahe",
    "cantor",
    "cauchy",
    "cavendish",
    "celsius",
    "copernicus",
    "coulomb",
    "curie",
    "dalton",
    "darwin",
    "descartes",
    "dirac",
    "einstein",
    "erdos",
    "euclid",
    "euler",
    "faraday",
    "fermat",
    "fermi",
    "fibonacci",
    "fourier",
    "franklin",
    "galilei",
    "galois",
    "gauss",
    "germain",
    "goedel",
    "goodall",
    "halley",
    "hamilton",
    "hawking",
    "heisenberg",
    "helmholtz",
    "herschel",
    "hertz",
    "hilbert",
    "hooke",
    "hopper",
    "hubble",
    "huygens",
    "hypatia",
    "jacobi",
    "joule",
    "kelvin",
    "kepler",
    "kirchhoff",
    "lagrange",
    "laplace",
    "lavoisier",
    "leibniz",
    "linnaeus",
    "lovelace",
    "mach",
    "maxwell",
    "meitner",
    "mendel",
    "mendeleev",
    "napier",
    "newton",
    "noether",
    "nobel",
    "ohm",
    "pascal",
    "pasteur",
    "pauli",
    "planck",
    "poincare",
    "ptolemy",
    "pythagoras",
    "ramanujan",
    "riemann",
    "rutherford",
    "sagan",
    "schroedinger",
    "tesla",
    "thales",
    "turing",
    "volta",
    "watt",
    "weber",
    "wegener",
    "wiles",
    "wu",
    "yukawa",
];

/// A name for a container: `adjective_surname`, with a digit behind it from the second try on.
pub fn name(kernel: &Kernel, attempt: u32) -> String {
    let mut b = [0; 8];
    kernel.random(&mut b);
    let pick = |lo: usize, words: &'static [&'static str]| {
        words[usize::from(u16::from_le_bytes([b[lo], b[lo + 1]])) % words.len()]
    };
    let mut name = format!("{}_{}", pick(0, ADJECTIVES), pick(2, SURNAMES));
    if attempt > 0 {
        name.push(char::from(b'0' + b[4] % 10));
    }
    name
}
